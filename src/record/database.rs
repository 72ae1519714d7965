//! The database file: made closed to others, opened with every safety on, brought to the newest version.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::error::{RecordError, StorageError};
use super::lock;
use crate::delivery::{DeliveryError, Why, create_folder};

/// The file in the state folder.
pub(super) const FILE: &str = "unfreeze.db";

/// `UFRZ`: which program a database belongs to (SQLite, `PRAGMA application_id`).
const APPLICATION: i32 = 0x5546_525A;

/// What leads from each version to the next.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/1.sql")];

/// How long a write waits for another process's write.
const PATIENCE: Duration = Duration::from_secs(5);

/// The tables that are checked at every opening. The bodies are not: they may be gigabytes, and each is held against
/// its SHA-256 when it is read.
const CHECKED: [&str; 7] =
    ["cases", "mails", "attachments", "attempts", "refused_copies", "events", "vouched"];

/// An open database and the path that its errors name.
pub(super) struct Database {
    connection: Connection,
    path: PathBuf,
}

impl Database {
    /// Opens the database of a folder, or makes both.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub(super) fn open(folder: &Path) -> Result<Self, RecordError> {
        create_folder(folder).map_err(|error| folder_error(folder, &error))?;
        let path = folder.join(FILE);
        close_to_others(&path)?;
        // The file exists by now, so SQLite never makes one with a mode of its own; its journal takes the file's mode.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection =
            Connection::open_with_flags(&path, flags).map_err(|error| RecordError::sqlite(&path, &error))?;
        let mut database = Self { connection, path };
        database.configure().map_err(|error| database.error(&error))?;
        database.migrate(&MIGRATIONS)?;
        database.check()?;
        Ok(database)
    }

    fn configure(&self) -> rusqlite::Result<()> {
        let connection = &self.connection;
        connection.busy_timeout(PATIENCE)?;
        // What is deleted is overwritten with zeros (SQLite, `PRAGMA secure_delete`).
        connection.pragma_update(None, "secure_delete", true)?;
        // A write-ahead log needs shared memory, which network file systems lack (SQLite, "Write-Ahead Logging").
        connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        // FULL syncs the database, but not the folder after the journal was removed: a power cut could bring the
        // journal back, and with it the state before "dot" of a mail that was sent. EXTRA syncs the folder, too.
        connection.pragma_update(None, "synchronous", "EXTRA")?;
        // macOS only: through the disk's own cache.
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "trusted_schema", false)
    }

    /// Brings an older database to the newest version, each step whole or not at all.
    fn migrate(&mut self, migrations: &[&str]) -> Result<(), RecordError> {
        let newest = migrations.len();
        let version = |connection: &Connection| {
            let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
            Ok((number("application_id")?, number("user_version")?))
        };
        let (application, at) = self.read(|connection| version(connection))?;
        if application == APPLICATION && usize::try_from(at) == Ok(newest) {
            return Ok(());
        }
        self.write(|transaction| {
            // Another process may have been quicker.
            let (application, at) = version(transaction)?;
            let tables = "SELECT count(*) FROM sqlite_schema";
            let empty = transaction.query_row(tables, [], |row| row.get::<_, i64>(0))? == 0;
            let at = usize::try_from(at).unwrap_or(usize::MAX);
            if !(application == APPLICATION || (application == 0 && at == 0 && empty)) {
                return Err(Stop::Storage(StorageError::Foreign));
            }
            let steps = migrations.get(at..).ok_or(Stop::Storage(StorageError::Newer))?;
            for step in steps {
                transaction.execute_batch(step)?;
            }
            transaction.pragma_update(None, "application_id", APPLICATION)?;
            transaction.pragma_update(None, "user_version", newest as i32)?;
            Ok(())
        })
    }

    /// Looks for damage in all but the bodies.
    fn check(&self) -> Result<(), RecordError> {
        let verdict = |table: &str| {
            let pragma = format!("PRAGMA quick_check({table})");
            self.connection.query_row(&pragma, [], |row| row.get::<_, String>(0))
        };
        for table in CHECKED {
            if verdict(table).map_err(|error| self.error(&error))? != "ok" {
                return Err(RecordError::storage(&self.path, StorageError::Corrupt));
            }
        }
        Ok(())
    }

    /// The folder's file.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads.
    ///
    /// # Errors
    /// Whatever the work says, with the path.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Stop>,
    ) -> Result<T, RecordError> {
        work(&self.connection).map_err(|stop| self.stopped(stop))
    }

    /// Reads and writes as one step that happens whole or not at all, and alone: the write lock is taken first
    /// (`BEGIN IMMEDIATE`), so that what was read is still true when it is acted on. It is on the disk when this
    /// returns.
    ///
    /// # Errors
    /// Whatever the work says, with the path; nothing has changed then.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Stop>,
    ) -> Result<T, RecordError> {
        let attempt = |connection: &mut Connection| {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        };
        attempt(&mut self.connection).map_err(|stop| self.stopped(stop))
    }

    fn error(&self, error: &rusqlite::Error) -> RecordError {
        RecordError::sqlite(&self.path, error)
    }

    fn stopped(&self, stop: Stop) -> RecordError {
        match stop {
            Stop::Database(error) => self.error(&error),
            Stop::Storage(why) => RecordError::storage(&self.path, why),
            Stop::Reason(reason) => reason,
        }
    }
}

/// Why a piece of work on the database stopped.
pub(super) enum Stop {
    /// SQLite said so.
    Database(rusqlite::Error),
    /// The file is not what it should be.
    Storage(StorageError),
    /// A rule of the diary.
    Reason(RecordError),
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}

impl From<RecordError> for Stop {
    fn from(reason: RecordError) -> Self {
        Self::Reason(reason)
    }
}

/// A column whose text stands for a value, such as a time or a state. What the program never wrote is damage.
pub(super) struct Word<T>(pub(super) T);

impl<T: FromStr> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(|_| FromSqlError::InvalidType)
    }
}

/// Makes the file, closed to other users from its first byte, or closes one that is open to them.
fn close_to_others(path: &Path) -> Result<(), RecordError> {
    let fail = |why| Err(RecordError::storage(path, why));
    let failed = |error: io::Error| RecordError::io(path, &error);
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
        Ok(found) if found.is_symlink() => return fail(StorageError::Symlink),
        Ok(found) if !found.is_file() => return fail(StorageError::NotFile),
        // SQLite takes it for a new one. But where mails were sent, this was a diary, and its loss must be told.
        Ok(found) if found.len() <= 1 && lock::any_beside(path) => return fail(StorageError::Corrupt),
        Ok(found) => return tighten(path, &found).map_err(failed),
    }
    match private_file().create_new(true).open(path) {
        // Another process made it just now.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop).map_err(failed),
    }
}

/// Options of a file that only its owner may read, where there are modes.
pub(super) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

#[cfg(unix)]
fn tighten(path: &Path, found: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let others = found.permissions().mode() & 0o077 != 0;
    if others { fs::set_permissions(path, fs::Permissions::from_mode(0o600)) } else { Ok(()) }
}

/// Elsewhere the folder of the person's profile is closed to others.
#[cfg(not(unix))]
fn tighten(_: &Path, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

pub(super) fn folder_error(folder: &Path, error: &DeliveryError) -> RecordError {
    let why = match error.why() {
        Why::NotFolder => StorageError::NotFolder,
        Why::Denied => StorageError::Denied,
        Why::Full => StorageError::Full,
        _ => StorageError::Failed,
    };
    RecordError::storage(folder, why)
}

#[cfg(test)]
mod tests;
