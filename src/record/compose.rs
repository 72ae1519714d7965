//! A mail is kept before anything of it is sent.

use std::collections::BTreeSet;

use jiff::{Timestamp, Zoned};
use rusqlite::{Connection, OptionalExtension, params};

use super::Record;
use super::database::Stop;
use super::error::{RecordError, StorageError};
use super::rows::{mails, written};
use super::rules::may_replace;
use super::vocabulary::{CaseKey, Kind, MailId, NewMail, State};
use crate::evidence::Digest;

impl Record {
    /// Keeps a mail, on the disk when this returns.
    ///
    /// A mail of the same reference that says the same to the same people is the same mail: its number comes back, and its bytes and its
    /// Message-ID are what will be sent, whoever composes it again and however often. One that says something else
    /// takes the other's place as long as nothing of that can have been delivered. Trials stand apart.
    ///
    /// A new mail opens a closed case again: whoever writes is frozen.
    ///
    /// # Errors
    /// [`RecordError::AlreadyAccepted`], [`RecordError::Unknown`] or [`RecordError::Busy`] when another wording cannot
    /// take the place of the earlier one any more; [`RecordError::Storage`].
    pub fn compose(&mut self, mail: &NewMail, now: Timestamp) -> Result<MailId, RecordError> {
        self.settle(now)?;
        self.database.write(|transaction| {
            let case = case_row(transaction, &mail.case, now)?;
            if mail.kind != Kind::Trial {
                let live = "mails.reference = ?1 AND state <> 'replaced' AND kind <> 'trial'";
                if let Some(earlier) = mails(transaction, live, [&mail.reference])?.pop() {
                    let replaceable = may_replace(&earlier);
                    // Who gets a hidden copy is not part of what it says, but a recipient taken out is taken out.
                    let same = people(&earlier.copies) == people(&mail.copies) || replaceable.is_err();
                    if earlier.content == mail.content && same {
                        return Ok(earlier.id);
                    }
                    replaceable?;
                    let MailId(number) = earlier.id;
                    transaction.execute("UPDATE mails SET state = 'replaced' WHERE id = ?1", [number])?;
                }
                transaction.execute("UPDATE cases SET closed = NULL, due = NULL WHERE id = ?1", [case])?;
            }
            insert(transaction, case, mail, now)
        })
    }

    /// The bytes of a mail, exactly as they were composed; none once they were removed.
    ///
    /// # Errors
    /// [`RecordError::NoMail`]; [`RecordError::Storage`], also when the bytes are not those that were kept.
    pub fn bytes(&self, id: MailId) -> Result<Option<Vec<u8>>, RecordError> {
        self.database.read(|connection| bytes(connection, id))
    }

    /// Remembers attachments that came through the only door for pictures, by their SHA-256, with their names.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub fn vouch(
        &mut self,
        case: &CaseKey,
        attachments: &[(Digest, &str)],
        now: Timestamp,
    ) -> Result<(), RecordError> {
        self.database.write(|transaction| {
            let case = case_row(transaction, case, now)?;
            let keep = "INSERT OR IGNORE INTO vouched (sha256, in_case, name, at) VALUES (?1, ?2, ?3, ?4)";
            for (sha256, name) in attachments {
                transaction.execute(keep, params![sha256.to_string(), case, name, now.to_string()])?;
            }
            Ok(())
        })
    }

    /// Whether an attachment came through the only door for pictures, for a case of this store: one store's papers
    /// are a stranger in another's mail.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub fn vouched(&self, store: &str, sha256: Digest) -> Result<bool, RecordError> {
        let query = "SELECT EXISTS (SELECT 1 FROM vouched JOIN cases ON cases.id = vouched.in_case
            WHERE cases.store = ?1 AND sha256 = ?2)";
        let values = params![store, sha256.to_string()];
        self.database.read(|connection| Ok(connection.query_row(query, values, |row| row.get(0))?))
    }
}

/// Addresses as a set: neither their order nor their case makes another one.
fn people(addresses: &[String]) -> BTreeSet<String> {
    addresses.iter().map(|address| address.to_ascii_lowercase()).collect()
}

/// The case's row, made if there is none. What is known of it stays known.
pub(super) fn case_row(connection: &Connection, case: &CaseKey, now: Timestamp) -> Result<i64, Stop> {
    let known = "INSERT INTO cases (reference, store, frozen, opened) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (reference) DO UPDATE SET frozen = coalesce(excluded.frozen, frozen) RETURNING id";
    let frozen = case.frozen.as_ref().map(|at: &Zoned| written(at));
    let values = params![case.reference, case.store, frozen, now.to_string()];
    Ok(connection.query_row(known, values, |row| row.get(0))?)
}

fn insert(connection: &Connection, case: i64, mail: &NewMail, now: Timestamp) -> Result<MailId, Stop> {
    let row = "INSERT INTO mails (in_case, reference, kind, state, composed, message_id, subject, sender,
        recipients, copies, sha256, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    let values = params![
        case,
        mail.reference,
        mail.kind.name(),
        State::Composed.name(),
        now.to_string(),
        mail.message_id,
        mail.subject,
        mail.from,
        mail.to.join("\n"),
        mail.copies.join("\n"),
        Digest::of(&mail.bytes).to_string(),
        mail.content,
    ];
    connection.execute(row, values)?;
    let number = connection.last_insert_rowid();
    let body = "INSERT INTO bodies (mail, bytes) VALUES (?1, ?2)";
    connection.execute(body, params![number, mail.bytes])?;
    let attached = "INSERT INTO attachments (mail, name, sha256, size) VALUES (?1, ?2, ?3, ?4)";
    for attachment in &mail.attachments {
        let values = params![number, attachment.name, attachment.sha256.to_string(), attachment.size];
        connection.execute(attached, values)?;
    }
    Ok(MailId(number))
}

/// The bytes of a mail, held against their SHA-256.
pub(super) fn bytes(connection: &Connection, MailId(number): MailId) -> Result<Option<Vec<u8>>, Stop> {
    let query =
        "SELECT sha256, bytes FROM mails LEFT JOIN bodies ON bodies.mail = mails.id WHERE mails.id = ?1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, Option<Vec<u8>>>(1)?));
    let (sha256, bytes) =
        connection.query_row(query, [number], read).optional()?.ok_or(RecordError::NoMail)?;
    match bytes {
        Some(bytes) if Digest::of(&bytes).to_string() != sha256 => Err(Stop::Storage(StorageError::Corrupt)),
        bytes => Ok(bytes),
    }
}
