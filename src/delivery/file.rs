//! One file.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::{DeliveryError, Overwrite, Standing, Why, Written, parent, settle};

/// Writes a file as a whole or not at all.
///
/// # Errors
/// When the file exists with another content and `overwrite` is [`Overwrite::Refuse`], when something that is not a
/// file stands there, when the folder above does not exist, when the system refuses, or when what was read back
/// differs. Nothing has changed then, except after [`Why::ReadBack`].
pub fn write_new(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<Written, DeliveryError> {
    let fail = |why| Err(DeliveryError::new(path, why));
    let written = match (Standing::at(path)?, overwrite) {
        (Standing::Folder, _) => return fail(Why::IsFolder),
        (Standing::Special, _) => return fail(Why::Special),
        (Standing::File, _) if holds(path, bytes).map_err(|error| DeliveryError::io(path, &error))? => {
            return Ok(Written::Same);
        }
        (Standing::File, Overwrite::Refuse) => return fail(Why::Exists),
        (Standing::Symlink, Overwrite::Refuse) => return fail(Why::Symlink),
        (Standing::File | Standing::Symlink, Overwrite::Force) => Written::Replaced,
        (Standing::Nothing, _) => Written::Created,
    };

    let folder = parent(path);
    let place = || -> io::Result<()> {
        let mut beside = NamedTempFile::with_prefix_in(".unfreeze-", folder)?;
        beside.write_all(bytes)?;
        beside.as_file().sync_all()?;
        // A rename puts the new file in the place of a symbolic link, too, and leaves what it led to alone.
        match written {
            Written::Replaced => beside.persist(path)?,
            _ => create(beside, path)?,
        };
        Ok(())
    };
    place().map_err(|error| DeliveryError::io(path, &error))?;
    settle(folder);
    read_back(path, bytes)?;
    Ok(written)
}

/// Renames where nothing may be replaced. Where the file system cannot promise that (FAT on a memory stick), an empty
/// file reserves the name first.
fn create(beside: NamedTempFile, path: &Path) -> io::Result<File> {
    match beside.persist_noclobber(path) {
        Ok(file) => Ok(file),
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => Err(refused.error),
        Err(refused) => {
            OpenOptions::new().write(true).create_new(true).open(path)?;
            refused.file.persist(path).map_err(|refused| {
                // The reservation is ours and empty.
                let _ = fs::remove_file(path);
                refused.error
            })
        }
    }
}

/// Compares a file just written with what it ought to hold.
///
/// # Errors
/// [`Why::ReadBack`].
pub(super) fn read_back(path: &Path, bytes: &[u8]) -> Result<(), DeliveryError> {
    if matches!(holds(path, bytes), Ok(true)) { Ok(()) } else { Err(DeliveryError::new(path, Why::ReadBack)) }
}

/// Whether a file holds exactly these bytes.
pub(super) fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if fs::metadata(path)?.len() != bytes.len() as u64 {
        return Ok(false);
    }
    let mut found = Vec::with_capacity(bytes.len());
    File::open(path)?.take(bytes.len() as u64 + 1).read_to_end(&mut found)?;
    Ok(found == bytes)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn place() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.eml");
        (folder, path)
    }

    fn why(path: &Path, overwrite: Overwrite) -> Why {
        write_new(path, b"new", overwrite).unwrap_err().why()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn another_content_is_refused_and_the_same_is_left_alone() {
        let (folder, path) = place();
        assert_eq!(write_new(&path, b"old", Overwrite::Refuse), Ok(Written::Created));
        let touched = fs::metadata(&path).unwrap().modified().unwrap();
        assert_eq!(write_new(&path, b"old", Overwrite::Force), Ok(Written::Same));
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), touched);
        assert_eq!(why(&path, Overwrite::Refuse), Why::Exists);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(write_new(&path, b"new", Overwrite::Force), Ok(Written::Replaced));
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["draft.eml"]);
    }

    #[test]
    fn only_a_file_in_a_folder_that_exists_is_written() {
        let (folder, path) = place();
        assert_eq!(why(folder.path(), Overwrite::Force), Why::IsFolder);
        assert_eq!(why(&folder.path().join("none/draft.eml"), Overwrite::Force), Why::NoFolder);
        fs::write(&path, b"old").unwrap();
        assert_eq!(why(&path.join("draft.eml"), Overwrite::Force), Why::NotFolder);
        assert_eq!(why(&folder.path().join("n".repeat(300)), Overwrite::Force), Why::Name);
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::{MetadataExt, symlink};
        use std::os::unix::net::UnixListener;

        use super::*;

        #[test]
        fn a_new_file_is_closed_to_others() {
            let (_folder, path) = place();
            write_new(&path, b"new", Overwrite::Refuse).unwrap();
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        }

        #[test]
        fn a_symbolic_link_is_replaced_and_not_followed() {
            let (folder, path) = place();
            let far = folder.path().join("far");
            fs::write(&far, b"far").unwrap();
            symlink(&far, &path).unwrap();
            assert_eq!(why(&path, Overwrite::Refuse), Why::Symlink);
            assert_eq!(write_new(&path, b"new", Overwrite::Force), Ok(Written::Replaced));
            assert_eq!(fs::read(&far).unwrap(), b"far");
            assert!(fs::symlink_metadata(&path).unwrap().is_file());
        }

        #[test]
        fn a_socket_or_a_device_is_left_alone() {
            let (_folder, path) = place();
            let _socket = UnixListener::bind(&path).unwrap();
            assert_eq!(why(&path, Overwrite::Force), Why::Special);
            assert_eq!(why(Path::new("/dev/full"), Overwrite::Force), Why::Special);
        }
    }
}
