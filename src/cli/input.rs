//! Reading the files a person names: regular files only, and not without end.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use unfreeze::finding::Finding;

use super::exit::Exit;
use super::report::Failure;

/// The largest file that is read: 64 MiB, several times the largest photo of a phone.
const LIMIT: u64 = 64 << 20;

const TOO_LARGE: &str = "file-too-large";

/// A file that was not read.
#[derive(Debug)]
pub(crate) struct Unread {
    path: PathBuf,
    code: &'static str,
}

impl Unread {
    /// What is wrong, as a finding about `field`: a case key, or the file's own name.
    pub(crate) fn finding(&self, field: impl Into<String>) -> Finding {
        Finding::error(field, self.code)
            .with("file", self.path.display().to_string())
            .with("limit", LIMIT >> 20)
    }

    /// 66, or 65 for a file that is there and is too large.
    pub(crate) fn exit(&self) -> Exit {
        if self.code == TOO_LARGE { Exit::Findings } else { Exit::NoInput }
    }
}

impl From<Unread> for Failure {
    fn from(unread: Unread) -> Self {
        Self::new(unread.exit(), [unread.finding(unread.path.display().to_string())])
    }
}

/// Reads a regular file of at most 64 MiB.
///
/// # Errors
/// When it is missing, not a regular file, too large, or closed to us.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    read_within(path, LIMIT).map_err(|code| Unread { path: path.to_owned(), code })
}

fn read_within(path: &Path, limit: u64) -> Result<Vec<u8>, &'static str> {
    // Opening a FIFO would wait for a writer, so the kind is asked first; and again of what was really opened.
    regular(&fs::metadata(path).map_err(code)?)?;
    let file = File::open(path).map_err(code)?;
    regular(&file.metadata().map_err(code)?)?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(code)?;
    if bytes.len() as u64 > limit { Err(TOO_LARGE) } else { Ok(bytes) }
}

fn regular(metadata: &Metadata) -> Result<(), &'static str> {
    if metadata.is_dir() {
        Err("file-folder")
    } else if metadata.is_file() {
        Ok(())
    } else {
        Err("file-special")
    }
}

fn code(error: io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "file-missing",
        io::ErrorKind::PermissionDenied => "file-denied",
        _ => "file-unreadable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("scan.jpg");
        fs::write(&path, b"12345").unwrap();
        assert_eq!(read_within(&path, 5).unwrap(), b"12345");
        assert_eq!(read_within(&path, 4), Err(TOO_LARGE));
        assert_eq!(read_within(folder.path(), 5), Err("file-folder"));
        assert_eq!(read_within(&folder.path().join("none"), 5), Err("file-missing"));
        assert_eq!(read_within(&path.join("below"), 5), Err("file-missing"));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_opened() {
        assert_eq!(read_within(Path::new("/dev/zero"), 5), Err("file-special"));
    }
}
