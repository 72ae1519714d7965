//! A hand-off folder: several files that belong together.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::file::{holds, read_back};
use super::name::holds_everywhere;
use super::{DeliveryError, Overwrite, Standing, Why, Written, parent, private_folders, settle, write_new};

/// What file managers leave behind by themselves.
const NOISE: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The files of a hand-off folder, before they are written.
#[derive(Default)]
pub struct Folder {
    files: Vec<(String, Vec<u8>)>,
}

impl Folder {
    /// An empty folder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file under a relative name, with `/` between steps, such as `attachments/01-freeze-notice.png`.
    ///
    /// # Errors
    /// [`Why::Name`] when a step is not a name that Windows, macOS and Linux can all hold, or when the name is taken
    /// (upper and lower case are the same to some of them).
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), DeliveryError> {
        let taken = self.files.iter().any(|(other, _)| other.to_lowercase() == name.to_lowercase());
        if taken || !name.split('/').all(holds_everywhere) {
            return Err(DeliveryError::new(Path::new(name), Why::Name));
        }
        self.files.push((name.to_owned(), bytes));
        Ok(())
    }

    /// Writes the folder: all of it, or, if it does not exist yet, nothing.
    ///
    /// A folder that exists is brought in line file by file when `overwrite` is [`Overwrite::Force`]. Its subfolders,
    /// such as `attachments`, then hold the given files and no other; beside them in the folder itself a person may
    /// keep what they like.
    ///
    /// # Errors
    /// [`Why::Differs`] with the names when the folder exists with another content and is not to be overwritten;
    /// otherwise as for [`write_new`].
    pub fn write(&self, path: &Path, overwrite: Overwrite) -> Result<Written, DeliveryError> {
        match Standing::at(path)? {
            Standing::Nothing => self.build(path),
            Standing::Folder if is_empty(path) => {
                // Only an empty folder can be removed like this, so nothing gets lost if it just stopped being one.
                fs::remove_dir(path).map_err(|error| DeliveryError::io(path, &error))?;
                self.build(path)
            }
            Standing::Folder => self.mend(path, overwrite),
            Standing::Symlink => Err(DeliveryError::new(path, Why::Symlink)),
            Standing::File => Err(DeliveryError::new(path, Why::NotFolder)),
            Standing::Special => Err(DeliveryError::new(path, Why::Special)),
        }
    }

    /// Builds everything beside and renames it into place.
    fn build(&self, path: &Path) -> Result<Written, DeliveryError> {
        let above = parent(path);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".unfreeze-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o700));
        }
        let beside = builder.tempdir_in(above).map_err(|error| DeliveryError::io(path, &error))?;
        for (name, bytes) in &self.files {
            make_room(beside.path(), name)
                .and_then(|()| write_new(&beside.path().join(name), bytes, Overwrite::Refuse))
                // The folder beside is gone by the time anybody reads of it.
                .map_err(|error| DeliveryError { path: path.join(name), ..error })?;
        }
        fs::rename(beside.path(), path).map_err(|error| match error.kind() {
            io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists => {
                DeliveryError::new(path, Why::Exists)
            }
            _ => DeliveryError::io(path, &error),
        })?;
        // It stands under its own name now; there is nothing left to clear away.
        let _ = beside.keep();
        settle(above);
        self.files.iter().try_for_each(|(name, bytes)| read_back(&path.join(name), bytes))?;
        Ok(Written::Created)
    }

    /// Brings a folder that exists in line.
    fn mend(&self, path: &Path, overwrite: Overwrite) -> Result<Written, DeliveryError> {
        let mut differing = Vec::new();
        for (name, bytes) in &self.files {
            let file = path.join(name);
            let same = Standing::at(&file).is_ok_and(|standing| standing == Standing::File)
                && holds(&file, bytes).map_err(|error| DeliveryError::io(&file, &error))?;
            if !same {
                differing.push(name.clone());
            }
        }
        let foreign = self.foreign(path)?;
        if differing.is_empty() && foreign.is_empty() {
            return Ok(Written::Same);
        }
        if overwrite == Overwrite::Refuse {
            differing.extend(foreign);
            return Err(DeliveryError::naming(path, Why::Differs, differing));
        }
        let folders: Vec<String> = foreign.iter().filter(|name| path.join(name).is_dir()).cloned().collect();
        if !folders.is_empty() {
            return Err(DeliveryError::naming(path, Why::Foreign, folders));
        }
        self.files.iter().try_for_each(|(name, _)| make_room(path, name))?;
        for (name, bytes) in &self.files {
            write_new(&path.join(name), bytes, Overwrite::Force)?;
        }
        for name in foreign {
            let file = path.join(name);
            fs::remove_file(&file).map_err(|error| DeliveryError::io(&file, &error))?;
        }
        Ok(Written::Replaced)
    }

    /// What stands in our subfolders without being ours, in order of name.
    fn foreign(&self, root: &Path) -> Result<Vec<String>, DeliveryError> {
        let folders: BTreeSet<&str> =
            self.files.iter().filter_map(|(name, _)| Some(name.rsplit_once('/')?.0)).collect();
        let ours = |name: &str| {
            let below = format!("{name}/");
            self.files.iter().any(|(file, _)| file == name || file.starts_with(&below))
        };
        let mut foreign = Vec::new();
        for folder in folders {
            let path = root.join(folder);
            if Standing::at(&path)? != Standing::Folder {
                continue;
            }
            for entry in fs::read_dir(&path).map_err(|error| DeliveryError::io(&path, &error))? {
                let entry = entry.map_err(|error| DeliveryError::io(&path, &error))?.file_name();
                let entry = entry.to_string_lossy();
                let name = format!("{folder}/{entry}");
                if !ours(&name) && !NOISE.contains(&entry.as_ref()) {
                    foreign.push(name);
                }
            }
        }
        foreign.sort();
        Ok(foreign)
    }
}

/// Makes the subfolders of a file.
fn make_room(root: &Path, name: &str) -> Result<(), DeliveryError> {
    let mut folder = root.to_owned();
    let Some((steps, _)) = name.rsplit_once('/') else { return Ok(()) };
    for step in steps.split('/') {
        folder.push(step);
        match Standing::at(&folder)? {
            Standing::Folder => {}
            Standing::Nothing => {
                private_folders().create(&folder).map_err(|error| DeliveryError::io(&folder, &error))?;
            }
            Standing::Symlink => return Err(DeliveryError::new(&folder, Why::Symlink)),
            _ => return Err(DeliveryError::new(&folder, Why::NotFolder)),
        }
    }
    Ok(())
}

fn is_empty(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::create_folder;
    use super::*;

    fn handoff(letter: &str) -> Folder {
        let mut folder = Folder::new();
        folder.add("letter.txt", letter.into()).unwrap();
        folder.add("attachments/01-freeze-notice.png", b"png".to_vec()).unwrap();
        folder
    }

    fn place() -> (tempfile::TempDir, PathBuf) {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("1102345678");
        (above, path)
    }

    #[test]
    fn a_new_folder_appears_as_a_whole() {
        let (above, path) = place();
        assert_eq!(handoff("a").write(&path, Overwrite::Refuse), Ok(Written::Created));
        assert_eq!(fs::read(path.join("letter.txt")).unwrap(), b"a");
        assert_eq!(fs::read(path.join("attachments/01-freeze-notice.png")).unwrap(), b"png");
        assert_eq!(fs::read_dir(above.path()).unwrap().count(), 1);
        assert_eq!(handoff("a").write(&path, Overwrite::Refuse), Ok(Written::Same));
    }

    #[test]
    fn an_empty_folder_is_as_good_as_none() {
        let (_above, path) = place();
        create_folder(&path).unwrap();
        assert_eq!(handoff("a").write(&path, Overwrite::Refuse), Ok(Written::Created));
    }

    #[test]
    fn another_content_is_refused_by_name_and_forced_file_by_file() {
        let (_above, path) = place();
        handoff("a").write(&path, Overwrite::Refuse).unwrap();
        fs::write(path.join("notes.txt"), b"mine").unwrap();
        fs::write(path.join("attachments/.DS_Store"), b"").unwrap();
        assert_eq!(handoff("a").write(&path, Overwrite::Refuse), Ok(Written::Same));
        fs::write(path.join("attachments/old-scan.jpg"), b"raw").unwrap();

        let refused = handoff("b").write(&path, Overwrite::Refuse).unwrap_err();
        assert_eq!(
            refused,
            DeliveryError::naming(
                &path,
                Why::Differs,
                vec!["letter.txt".to_owned(), "attachments/old-scan.jpg".to_owned()]
            )
        );
        assert_eq!(fs::read(path.join("letter.txt")).unwrap(), b"a");
        assert!(path.join("attachments/old-scan.jpg").exists());

        assert_eq!(handoff("b").write(&path, Overwrite::Force), Ok(Written::Replaced));
        assert_eq!(fs::read(path.join("letter.txt")).unwrap(), b"b");
        assert!(!path.join("attachments/old-scan.jpg").exists());
        assert_eq!(fs::read(path.join("notes.txt")).unwrap(), b"mine");
    }

    #[test]
    fn a_folder_among_the_attachments_is_never_removed() {
        let (_above, path) = place();
        handoff("a").write(&path, Overwrite::Refuse).unwrap();
        fs::create_dir(path.join("attachments/more")).unwrap();
        let refused = handoff("b").write(&path, Overwrite::Force).unwrap_err();
        assert_eq!(refused, DeliveryError::naming(&path, Why::Foreign, vec!["attachments/more".to_owned()]));
        assert_eq!(fs::read(path.join("letter.txt")).unwrap(), b"a");
    }

    #[test]
    fn a_folder_needs_a_place() {
        let (above, path) = place();
        assert_eq!(
            handoff("a").write(&path.join("below"), Overwrite::Force).unwrap_err().why(),
            Why::NoFolder
        );
        fs::write(&path, b"file").unwrap();
        assert_eq!(handoff("a").write(&path, Overwrite::Force).unwrap_err().why(), Why::NotFolder);
        assert_eq!(
            handoff("a").write(&path.join("below"), Overwrite::Force).unwrap_err().why(),
            Why::NotFolder
        );
        assert_eq!(create_folder(&path).unwrap_err().why(), Why::NotFolder);
        assert_eq!(fs::read_dir(above.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_name_stays_inside_and_is_taken_once() {
        let mut folder = Folder::new();
        for bad in ["../letter.txt", "/etc/letter.txt", "a//b", "nul.txt", "a/"] {
            assert_eq!(folder.add(bad, Vec::new()).unwrap_err().why(), Why::Name, "{bad}");
        }
        folder.add("letter.txt", Vec::new()).unwrap();
        assert_eq!(folder.add("LETTER.TXT", Vec::new()).unwrap_err().why(), Why::Name);
    }

    #[cfg(unix)]
    #[test]
    fn folders_are_closed_to_others_and_links_are_not_followed() {
        use std::os::unix::fs::{MetadataExt, symlink};
        let (above, path) = place();
        handoff("a").write(&path, Overwrite::Refuse).unwrap();
        let mode = |name: &str| fs::metadata(path.join(name)).unwrap().mode() & 0o777;
        assert_eq!(["", "attachments", "letter.txt"].map(mode), [0o700, 0o700, 0o600]);

        let link = above.path().join("link");
        symlink(&path, &link).unwrap();
        assert_eq!(handoff("a").write(&link, Overwrite::Force).unwrap_err().why(), Why::Symlink);

        let far = above.path().join("far");
        fs::create_dir(&far).unwrap();
        fs::remove_dir_all(path.join("attachments")).unwrap();
        symlink(&far, path.join("attachments")).unwrap();
        assert_eq!(handoff("b").write(&path, Overwrite::Force).unwrap_err().why(), Why::Symlink);
        assert_eq!(fs::read_dir(&far).unwrap().count(), 0);
    }
}
