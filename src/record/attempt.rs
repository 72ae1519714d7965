//! One attempt to send a mail: begun, followed phase by phase, and ended in the diary before and after the network.

use std::io;

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::Record;
use super::compose::bytes;
use super::database::Stop;
use super::error::RecordError;
use super::lock::Lock;
use super::rows::{mail_of, mails};
use super::rules::{self, Resend};
use super::vocabulary::{Ended, Mail, MailId, State};
use crate::delivery::smtp::{Accepted, Journal, Outcome, Phase, Reply, SmtpError};

/// The right to send one mail now, and the duty to note how far it came.
///
/// When it is dropped without [`Attempt::finish`], as by a crash, the mail stays `sending` until the next look into
/// the diary, and is then what its last phase says.
pub struct Attempt<'a> {
    record: &'a mut Record,
    mail: MailId,
    number: i64,
    bytes: Vec<u8>,
    phase: Option<Phase>,
    // The last field: the lock goes when everything else is done.
    _lock: Lock,
}

impl Record {
    /// Takes the right to send a mail, and notes that it is being sent, on the disk when this returns.
    ///
    /// The lock comes first and the mail is read again under it, so of two processes one goes on and the other sees
    /// what the first has done.
    ///
    /// # Errors
    /// [`RecordError::Busy`] when another process is sending it; [`RecordError::AlreadyAccepted`],
    /// [`RecordError::Replaced`], or without the person's word [`RecordError::Unknown`] when it must not be sent;
    /// [`RecordError::NoMail`] and [`RecordError::NoBytes`] when it is gone; [`RecordError::Storage`].
    pub fn begin(
        &mut self,
        id: MailId,
        account: &str,
        server: &str,
        resend: Resend,
        now: Timestamp,
    ) -> Result<Attempt<'_>, RecordError> {
        let lock = Lock::take(&self.folder, id)?;
        // A step of its own: what is found out stays when the mail must not be sent.
        self.database.write(|transaction| settle_one(transaction, id, now))?;
        let (number, bytes) = self.database.write(|transaction| {
            let mail = mail_of(transaction, id)?.ok_or(RecordError::NoMail)?;
            rules::may_begin(&mail, resend)?;
            let bytes = bytes(transaction, id)?.ok_or(RecordError::NoBytes)?;
            let row = "INSERT INTO attempts (mail, account, server, started) VALUES (?1, ?2, ?3, ?4)";
            let MailId(number) = id;
            transaction.execute(row, params![number, account, server, now.to_string()])?;
            let attempt = transaction.last_insert_rowid();
            set_state(transaction, id, State::Sending)?;
            Ok((attempt, bytes))
        })?;
        Ok(Attempt { record: self, mail: id, number, bytes, phase: None, _lock: lock })
    }

    /// Gives every mail that is left `sending` by a process that is gone the state that its last phase says.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub(super) fn settle(&mut self, now: Timestamp) -> Result<(), RecordError> {
        let left = self.database.read(|connection| mails(connection, "state = 'sending'", []))?;
        for mail in left {
            // Whoever holds the lock is alive and at work.
            let _lock = match Lock::take(&self.folder, mail.id) {
                Ok(lock) => lock,
                Err(RecordError::Busy) => continue,
                Err(error) => return Err(error),
            };
            self.database.write(|transaction| settle_one(transaction, mail.id, now))?;
        }
        Ok(())
    }
}

impl Attempt<'_> {
    /// The mail that is being sent.
    #[must_use]
    pub fn mail(&self) -> MailId {
        self.mail
    }

    /// The bytes to send: those that were kept, read under the lock.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Notes how the attempt ended, on the disk when this returns, and gives the lock back.
    ///
    /// `meant` is what the provider is known to mean by its reply, where that differs from the reply's code. It cannot
    /// make an unknown fate known.
    ///
    /// # Errors
    /// [`RecordError::Storage`]: the mail is then still `sending`, and the next look settles it by its last phase.
    /// [`RecordError::NoMail`] when the case was forgotten meanwhile.
    pub fn finish(
        self,
        result: Result<&Accepted, &SmtpError>,
        meant: Option<Outcome>,
        now: Timestamp,
    ) -> Result<State, RecordError> {
        let end = match result {
            Ok(accepted) => End {
                ended: Ended::Accepted,
                why: None,
                reply: Some(accepted.reply()),
                refused_copies: accepted.refused_copies(),
            },
            Err(error) => End {
                ended: match (error.outcome(), meant) {
                    (Outcome::Unknown, _) => Ended::Unknown,
                    (outcome, meant) => meant.unwrap_or(outcome).into(),
                },
                why: Some(error.code()),
                reply: error.reply(),
                refused_copies: &[],
            },
        };
        let (mail, number) = (self.mail, self.number);
        self.record.database.write(|transaction| close(transaction, mail, number, &end, now))
    }

    /// Commits a phase.
    ///
    /// Each of them is a transaction of its own, synced: a dozen for a mail at some ten milliseconds, beside as many
    /// round trips through the network. What counts is that the row says `dot` before the dot can be written; that no
    /// other ever says less than what can have happened is bought with a fraction of a second, and needs no argument
    /// about which of them could be grouped.
    fn note(&mut self, phase: Phase) -> Result<(), RecordError> {
        let number = self.number;
        self.record.database.write(|transaction| {
            let row = "UPDATE attempts SET phase = ?2 WHERE id = ?1 AND ended IS NULL";
            match transaction.execute(row, params![number, phase.name()])? {
                1 => Ok(()),
                // The case was forgotten meanwhile: what nobody keeps, nobody sends.
                _ => Err(Stop::Reason(RecordError::NoMail)),
            }
        })?;
        self.phase = Some(phase);
        Ok(())
    }
}

impl Journal for Attempt<'_> {
    /// Notes the phase on the disk. After the dot none that comes before it is taken: the row would say less than what
    /// can have happened.
    fn enter(&mut self, phase: Phase) -> io::Result<()> {
        if self.phase >= Some(Phase::Dot) && phase <= Phase::Dot {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.note(phase).map_err(io::Error::other)
    }
}

impl std::fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attempt")
            .field("mail", &self.mail)
            .field("phase", &self.phase)
            .finish_non_exhaustive()
    }
}

impl From<Outcome> for Ended {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Deferred => Self::Deferred,
            Outcome::Refused => Self::Refused,
            Outcome::Login => Self::Login,
            Outcome::Unknown => Self::Unknown,
        }
    }
}

/// How an attempt ended.
struct End<'a> {
    ended: Ended,
    why: Option<&'static str>,
    reply: Option<&'a Reply>,
    refused_copies: &'a [(String, Reply)],
}

/// Settles a mail whose lock is held: if it is still `sending`, its owner is gone.
fn settle_one(connection: &Connection, id: MailId, now: Timestamp) -> Result<(), Stop> {
    let Some(mail) = mail_of(connection, id)?.filter(|mail| mail.state == State::Sending) else {
        return Ok(());
    };
    let MailId(number) = id;
    let last = "SELECT id FROM attempts WHERE mail = ?1 ORDER BY id DESC LIMIT 1";
    let attempt = connection.query_row(last, [number], |row| row.get(0))?;
    let end = End {
        ended: rules::broken_off(mail.phase()),
        why: Some("broken-off"),
        reply: None,
        refused_copies: &[],
    };
    close(connection, id, attempt, &end, now).map(drop)
}

/// Ends an attempt and gives its mail the state that follows.
fn close(
    connection: &Connection,
    id: MailId,
    attempt: i64,
    end: &End<'_>,
    now: Timestamp,
) -> Result<State, Stop> {
    let mail: Mail = mail_of(connection, id)?.ok_or(RecordError::NoMail)?;
    let row = "UPDATE attempts SET ended = ?2, outcome = ?3, why = ?4, code = ?5, reply = ?6
        WHERE id = ?1 AND ended IS NULL";
    let (code, text) = (end.reply.map(Reply::code), end.reply.map(Reply::text));
    let values = params![attempt, now.to_string(), end.ended.name(), end.why, code, text];
    if connection.execute(row, values)? != 1 {
        return Err(Stop::Reason(RecordError::NoMail));
    }
    let copy = "INSERT INTO refused_copies (attempt, address, code, reply) VALUES (?1, ?2, ?3, ?4)";
    for (address, reply) in end.refused_copies {
        connection.execute(copy, params![attempt, address, reply.code(), reply.text()])?;
    }
    let state = rules::after(end.ended, rules::doubtful(&mail));
    set_state(connection, id, state)?;
    Ok(state)
}

fn set_state(connection: &Connection, MailId(number): MailId, state: State) -> rusqlite::Result<usize> {
    connection.execute("UPDATE mails SET state = ?2 WHERE id = ?1", params![number, state.name()])
}
