//! Why the diary cannot be read or written, and why a mail must not be sent.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::ErrorCode;

/// What stops a look into the diary, or a mail. `Display` shows the code, never what the diary holds.
#[derive(PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum RecordError {
    /// The diary's folder or file cannot be used.
    Storage {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        why: StorageError,
    },
    /// The diary has nothing about this case.
    NoCase,
    /// The diary has no such mail, or no longer.
    NoMail,
    /// Its bytes were removed, as those of every closed case after 30 days.
    NoBytes,
    /// The server has accepted this mail already.
    AlreadyAccepted {
        /// When.
        when: Timestamp,
        /// What it said: code and text.
        reply: String,
    },
    /// Whether an earlier attempt delivered it is unknown, and nobody gave their word to send it again.
    Unknown {
        /// When that attempt began.
        since: Timestamp,
    },
    /// Another process is sending it.
    Busy,
    /// Another wording has taken its place.
    Replaced,
    /// A mail of the case is being sent, or whether it arrived is unknown, so the case is not forgotten.
    Unsettled,
}

/// Why the diary's folder or file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// Something else stands where the folder is to be.
    NotFolder,
    /// Something else than a file stands where the file is to be.
    NotFile,
    /// A symbolic link stands there; it is not followed, because it may lead anywhere.
    Symlink,
    /// We may not read or write there.
    Denied,
    /// It can be read only.
    ReadOnly,
    /// No space is left.
    Full,
    /// Another process holds it.
    Locked,
    /// It is no database, or a damaged one.
    Corrupt,
    /// It is the database of another program.
    Foreign,
    /// A later version of this program has written it.
    Newer,
    /// The system cannot lock files there.
    NoLocks,
    /// Anything else the system says.
    Failed,
}

impl RecordError {
    /// The stable name: the catalogue has the sentence under `finding-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Storage { why, .. } => match why {
                StorageError::NotFolder => "record-not-folder",
                StorageError::NotFile => "record-not-file",
                StorageError::Symlink => "record-symlink",
                StorageError::Denied => "record-denied",
                StorageError::ReadOnly => "record-read-only",
                StorageError::Full => "record-full",
                StorageError::Locked => "record-locked",
                StorageError::Corrupt => "record-corrupt",
                StorageError::Foreign => "record-foreign",
                StorageError::Newer => "record-newer",
                StorageError::NoLocks => "record-no-locks",
                StorageError::Failed => "record-failed",
            },
            Self::NoCase => "record-no-case",
            Self::NoMail => "record-no-mail",
            Self::NoBytes => "record-no-bytes",
            Self::AlreadyAccepted { .. } => "record-accepted",
            Self::Unknown { .. } => "record-unknown",
            Self::Busy => "record-busy",
            Self::Replaced => "record-replaced",
            Self::Unsettled => "record-unsettled",
        }
    }

    /// The folder or file that it is about, if it is about one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Storage { path, .. } => Some(path),
            _ => None,
        }
    }

    pub(super) fn storage(path: &Path, why: StorageError) -> Self {
        Self::Storage { path: path.to_owned(), why }
    }

    pub(super) fn io(path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        let why = match error.kind() {
            Kind::NotADirectory | Kind::AlreadyExists => StorageError::NotFolder,
            Kind::IsADirectory => StorageError::NotFile,
            Kind::PermissionDenied => StorageError::Denied,
            Kind::ReadOnlyFilesystem => StorageError::ReadOnly,
            Kind::StorageFull | Kind::QuotaExceeded => StorageError::Full,
            Kind::Unsupported => StorageError::NoLocks,
            _ => StorageError::Failed,
        };
        Self::storage(path, why)
    }

    /// What SQLite said, without its text: that may hold a value of a row.
    pub(super) fn sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        let why = match error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::FileLockingProtocolFailed => StorageError::Locked,
                ErrorCode::DiskFull => StorageError::Full,
                ErrorCode::ReadOnly => StorageError::ReadOnly,
                ErrorCode::PermissionDenied | ErrorCode::CannotOpen => StorageError::Denied,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::SchemaChanged => {
                    StorageError::Corrupt
                }
                _ => StorageError::Failed,
            },
            // A value that the program never wrote.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => StorageError::Corrupt,
            _ => StorageError::Failed,
        };
        Self::storage(path, why)
    }
}

/// Quiet on purpose: a server's reply may name a person.
impl std::fmt::Debug for RecordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
