//! What the diary knows of a case, what is noted in it, and how it is forgotten.

use jiff::Timestamp;
use rusqlite::params;

use super::Record;
use super::compose::case_row;
use super::database::Stop;
use super::error::RecordError;
use super::lock;
use super::rows::{cases, latest, mail_of, mails, written};
use super::vocabulary::{CaseKey, CaseView, Event, EventKind, Kind, Mail, MailId, State};

/// Whether a case is forgotten while a mail of it is on its way, or its fate unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forget {
    /// Then it is kept.
    Settled,
    /// Whatever its state.
    Anyway,
}

impl Record {
    /// The latest mail with a reference; trials stand apart.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub fn mail(&self, reference: &str) -> Result<Option<Mail>, RecordError> {
        let condition = "mails.reference = ?1 AND kind <> 'trial'";
        self.database.read(|connection| Ok(mails(connection, condition, [reference])?.pop()))
    }

    /// A mail by its number.
    ///
    /// # Errors
    /// [`RecordError::NoMail`], [`RecordError::Storage`].
    pub fn mail_of(&self, id: MailId) -> Result<Mail, RecordError> {
        self.database.read(|connection| Ok(mail_of(connection, id)?.ok_or(RecordError::NoMail)?))
    }

    /// The mails that wait to be sent, the first one first: composed or deferred, of open cases; no trials, and none
    /// that a person has sent by hand meanwhile.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub fn waiting(&self) -> Result<Vec<Mail>, RecordError> {
        let mut waiting = Vec::new();
        for mut case in self.cases(true)? {
            let mails = std::mem::take(&mut case.mails).into_iter();
            let waits = |mail: &Mail| matches!(mail.state, State::Composed | State::Deferred);
            let mails = mails.filter(|mail| waits(mail) && mail.kind != Kind::Trial);
            waiting.extend(mails.filter(|mail| !case.sent_by_hand(mail)));
        }
        waiting.sort_by_key(|mail| mail.id);
        Ok(waiting)
    }

    /// A case by its reference.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub fn case(&self, reference: &str) -> Result<Option<CaseView>, RecordError> {
        self.database.read(|connection| Ok(cases(connection, "reference = ?1", [reference])?.pop()))
    }

    /// Every case, or every open one, the first one first.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub fn cases(&self, open_only: bool) -> Result<Vec<CaseView>, RecordError> {
        let condition = if open_only { "closed IS NULL" } else { "TRUE" };
        self.database.read(|connection| cases(connection, condition, []))
    }

    /// Makes a page for a case, if there is none.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub fn know(&mut self, case: &CaseKey, now: Timestamp) -> Result<(), RecordError> {
        self.database.write(|transaction| case_row(transaction, case, now).map(drop))
    }

    /// Notes what happened outside; [`EventKind::Unfrozen`] closes the case.
    ///
    /// # Errors
    /// [`RecordError::NoCase`], [`RecordError::Storage`].
    pub fn log(&mut self, reference: &str, event: &Event, now: Timestamp) -> Result<(), RecordError> {
        self.database.write(|transaction| {
            let case = cases(transaction, "reference = ?1", [reference])?.pop().ok_or(RecordError::NoCase)?;
            let row = "INSERT INTO events (in_case, kind, at, noted, number, note)
                SELECT id, ?2, ?3, ?4, ?5, ?6 FROM cases WHERE reference = ?1";
            let Event { kind, at, number, note } = event;
            transaction
                .execute(row, params![reference, kind.name(), written(at), now.to_string(), number, note])?;
            if *kind == EventKind::Unfrozen {
                // A clock that was set back must not make the case older than it is.
                let closed = latest(&case).max(now).to_string();
                let row = "UPDATE cases SET closed = ?2, due = NULL WHERE reference = ?1";
                transaction.execute(row, params![reference, closed])?;
            }
            Ok(())
        })
    }

    /// Removes all that the diary knows of a case. What it held is overwritten with zeros in the file; what the disk
    /// keeps of SQLite's removed journal is out of our reach.
    ///
    /// # Errors
    /// [`RecordError::NoCase`]; [`RecordError::Unsettled`]; [`RecordError::Storage`].
    pub fn forget(&mut self, reference: &str, forget: Forget, now: Timestamp) -> Result<(), RecordError> {
        self.settle(now)?;
        let gone = self.database.write(|transaction| {
            let case = cases(transaction, "reference = ?1", [reference])?.pop().ok_or(RecordError::NoCase)?;
            let unsettled = |mail: &Mail| matches!(mail.state, State::Sending | State::Unknown);
            if forget == Forget::Settled && case.mails.iter().any(unsettled) {
                return Err(Stop::Reason(RecordError::Unsettled));
            }
            transaction.execute("DELETE FROM cases WHERE reference = ?1", [reference])?;
            Ok(case.mails)
        })?;
        gone.iter().for_each(|mail| lock::remove(&self.folder, mail.id));
        Ok(())
    }
}
