//! One process at a time sends a mail.
//!
//! The lock is the operating system's on an empty file, so it dies with its owner, however that ends. The files stay:
//! whoever removed one could let two others each lock a file of the same name.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::database::{folder_error, private_file};
use super::error::{RecordError, StorageError};
use super::vocabulary::MailId;
use crate::delivery::create_folder;

/// The lock files' folder, in the state folder.
const FOLDER: &str = "locks";

/// The right to send one mail, as long as it lives.
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a mail.
    ///
    /// # Errors
    /// [`RecordError::Busy`] when another process has it, or this one already; [`RecordError::Storage`] when the
    /// system has no locks there: without one nothing is sent.
    pub(super) fn take(folder: &Path, mail: MailId) -> Result<Self, RecordError> {
        let locks = folder.join(FOLDER);
        create_folder(&locks).map_err(|error| folder_error(&locks, &error))?;
        let path = file(folder, mail);
        let file = private_file().create(true).truncate(false).open(&path);
        let file = file.map_err(|error| RecordError::io(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(RecordError::Busy),
            Err(TryLockError::Error(_)) => Err(RecordError::storage(&path, StorageError::NoLocks)),
        }
    }
}

/// Takes the lock file of a forgotten mail away. Its number is never given again, so nobody can want the lock; where
/// the system keeps the file, it is empty and nameless.
pub(super) fn remove(folder: &Path, mail: MailId) {
    let _ = fs::remove_file(file(folder, mail));
}

/// Whether beside a database lock files stand, and so mails were sent.
pub(super) fn any_beside(database: &Path) -> bool {
    let locks = fs::read_dir(database.with_file_name(FOLDER));
    locks.is_ok_and(|mut locks| locks.next().is_some())
}

fn file(folder: &Path, MailId(number): MailId) -> PathBuf {
    folder.join(FOLDER).join(format!("{number}.lock"))
}
