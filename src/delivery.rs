//! Bytes to where they belong: into files, and over [`smtp`] to a mail server.
//!
//! Files are written beside and renamed, so that nobody ever finds half a file or half a folder.
//!
//! What exists with the same content is left alone and counts as success; another content is refused unless the
//! person forces it. New files are closed to other users (mode 0600, folders 0700), and everything written is read
//! back and compared.

mod file;
mod folder;
mod name;
pub mod smtp;

use std::fs::{self, DirBuilder};
use std::io;
use std::path::{Path, PathBuf};

pub use file::write_new;
pub use folder::Folder;

/// What to do with a file that exists with another content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Refuse, and leave everything as it is.
    Refuse,
    /// Replace it.
    Force,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It did not exist, and does now.
    Created,
    /// It existed with the same content, and was not touched.
    Same,
    /// It existed with another content, and was replaced.
    Replaced,
}

/// Something that was not written, or not all of it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why:?}")]
pub struct DeliveryError {
    path: PathBuf,
    why: Why,
    names: Vec<String>,
}

/// Why it was not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A file with another content stands there.
    Exists,
    /// Files of the folder are missing, differ, or do not belong there: those of [`DeliveryError::names`].
    Differs,
    /// A symbolic link stands there; it is not followed, because it may lead anywhere.
    Symlink,
    /// A folder stands where a file is to be.
    IsFolder,
    /// A file stands where a folder is to be.
    NotFolder,
    /// Neither file nor folder: a pipe, a socket or a device.
    Special,
    /// The folder above does not exist.
    NoFolder,
    /// The name is not one that every system can hold.
    Name,
    /// A folder stands among the attachments; such a one is never removed.
    Foreign,
    /// We may not write there.
    Denied,
    /// No space is left.
    Full,
    /// What was read back is not what was written.
    ReadBack,
    /// Anything else the system says.
    Failed,
}

impl DeliveryError {
    fn new(path: &Path, why: Why) -> Self {
        Self { path: path.to_owned(), why, names: Vec::new() }
    }

    fn naming(path: &Path, why: Why, names: Vec<String>) -> Self {
        Self { names, ..Self::new(path, why) }
    }

    fn io(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        let why = match error.kind() {
            Kind::NotFound => Why::NoFolder,
            Kind::NotADirectory => Why::NotFolder,
            Kind::IsADirectory => Why::IsFolder,
            Kind::AlreadyExists => Why::Exists,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Why::Denied,
            Kind::StorageFull | Kind::QuotaExceeded => Why::Full,
            Kind::InvalidFilename => Why::Name,
            _ => Why::Failed,
        };
        Self::new(path, why)
    }

    /// The file or folder that it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why.
    #[must_use]
    pub fn why(&self) -> Why {
        self.why
    }

    /// The files within a folder that it is about, with `/` between steps; mostly none.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The stable name: the catalogue has the sentence under `finding-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.why {
            Why::Exists => "write-exists",
            Why::Differs => "write-differs",
            Why::Symlink => "write-symlink",
            Why::IsFolder => "write-is-folder",
            Why::NotFolder => "write-not-folder",
            Why::Special => "write-special",
            Why::NoFolder => "write-no-folder",
            Why::Name => "write-name",
            Why::Foreign => "write-foreign",
            Why::Denied => "write-denied",
            Why::Full => "write-full",
            Why::ReadBack => "write-read-back",
            Why::Failed => "write-failed",
        }
    }
}

/// Makes a folder and those above it, closed to other users; one that exists is left as it is.
///
/// # Errors
/// When something else stands there, or the system refuses.
pub fn create_folder(path: &Path) -> Result<(), DeliveryError> {
    let made = private_folders().recursive(true).create(path);
    made.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => DeliveryError::new(path, Why::NotFolder),
        _ => DeliveryError::io(path, &error),
    })
}

/// Makes folders with mode 0700 where there are modes.
fn private_folders() -> DirBuilder {
    let builder = DirBuilder::new();
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::DirBuilderExt;
        let mut builder = builder;
        builder.mode(0o700);
        builder
    };
    builder
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Nothing,
    File,
    Folder,
    Symlink,
    Special,
}

impl Standing {
    fn at(path: &Path) -> Result<Self, DeliveryError> {
        let kind = match fs::symlink_metadata(path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::Nothing),
            Err(error) => return Err(DeliveryError::io(path, &error)),
        };
        Ok(match kind {
            kind if kind.is_symlink() => Self::Symlink,
            kind if kind.is_dir() => Self::Folder,
            kind if kind.is_file() => Self::File,
            _ => Self::Special,
        })
    }
}

/// The folder that holds a path.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes a rename last through a power cut. Not every system can open a folder for that, and none needs it to be right.
fn settle(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
