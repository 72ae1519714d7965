//! The diary of every case: what was sent, what the server said, what happened outside.
//!
//! One SQLite database in the state folder, `unfreeze.db`, mode 0600, and beside it a lock file for each mail. What is
//! about to be done is on the disk before it is done, so a crash at any moment loses no mail and sends none twice.
//!
//! A mail is sent in these steps:
//!
//! 1. [`Record::compose`] keeps it, bytes and all; whoever composes the same again gets the same row.
//! 2. [`Record::begin`] takes its lock, looks at it once more, and notes that it is being sent.
//! 3. The [`Attempt`] is the [`Journal`](crate::delivery::smtp::Journal) of the connection: each phase is on the disk
//!    before its first byte is on the wire.
//! 4. [`Attempt::finish`] notes how it ended.
//!
//! Whatever is found `sending` without a living owner was broken off: before the final dot nothing was delivered;
//! after it nobody knows, and only a person may say that it is sent again.
//!
//! Rows are ordered by their number, never by time: clocks are set back. Times are arguments.

mod attempt;
mod cases;
mod compose;
mod database;
mod error;
mod export;
mod follow_up;
mod lock;
mod outlook;
mod retention;
mod rows;
mod rules;
mod vocabulary;

use std::fmt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use attempt::Attempt;
pub use cases::Forget;
pub use error::{RecordError, StorageError};
pub use follow_up::{FollowUp, NotYet};
pub use outlook::{Next, Route, Wait};
pub use rules::Resend;
pub use vocabulary::{
    Attached, AttemptView, CaseKey, CaseView, Ended, Event, EventKind, Kind, Mail, MailId, NewMail, Noted,
    State,
};

use database::Database;

/// The open diary.
pub struct Record {
    database: Database,
    folder: PathBuf,
}

impl Record {
    /// Opens the diary in a folder, or begins one; then settles mails whose sender was broken off, and removes the
    /// bytes of mails that have been kept long enough.
    ///
    /// # Errors
    /// [`RecordError::Storage`]: the folder or file cannot be used, is damaged, or is of a later version.
    pub fn open(folder: &Path, now: Timestamp) -> Result<Self, RecordError> {
        let mut record = Self { database: Database::open(folder)?, folder: folder.to_owned() };
        record.settle(now)?;
        record.retain(now)?;
        Ok(record)
    }

    /// Whether a folder holds a diary.
    #[must_use]
    pub fn exists(folder: &Path) -> bool {
        folder.join(database::FILE).exists()
    }

    /// The database's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.database.path()
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record").finish_non_exhaustive()
    }
}
