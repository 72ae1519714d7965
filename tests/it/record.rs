//! The diary as a library: what is kept, what may be sent, and what no accident may do to either.

mod damage;
mod forgotten;
mod many;
mod outlook;
mod steps;

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use unfreeze::delivery::smtp::{Accepted, Journal, Outcome, Phase, Reply, SmtpError, Why};
use unfreeze::evidence::Digest;
use unfreeze::record::{
    Attached, CaseKey, Event, EventKind, Kind, Mail, MailId, NewMail, Record, RecordError, Resend, State,
};

pub(crate) const CASE: &str = "UF-1102345678-20261122";
const SERVER: &str = "smtps://smtp.example.com:465";

/// A time some minutes after the case was frozen.
pub(crate) fn at(minutes: i64) -> Timestamp {
    let frozen: Timestamp = "2026-11-22T01:30:00Z".parse().unwrap();
    frozen + SignedDuration::from_mins(minutes)
}

pub(crate) fn key() -> CaseKey {
    CaseKey {
        reference: CASE.into(),
        store: "1102345678".into(),
        frozen: Some("2026-11-22T09:30:00+08:00[+08:00]".parse().unwrap()),
    }
}

/// The urgent mail of the case, saying `text`.
pub(crate) fn mail(text: &str) -> NewMail {
    NewMail {
        case: key(),
        reference: CASE.into(),
        kind: Kind::Urgent,
        from: "shop@example.com".into(),
        to: vec!["seller-support@aliexpress.com".into()],
        copies: vec!["shop@example.com".into()],
        message_id: format!("<{text}@example.com>"),
        subject: "[URGENT-ACCOUNT FROZEN-1102345678]".into(),
        bytes: format!("Subject: x\r\n\r\n{text}\r\n").into_bytes(),
        content: Digest::of(text.as_bytes()).to_string(),
        attachments: vec![Attached {
            name: "01-freeze-notice.png".into(),
            sha256: Digest::of(b"notice"),
            size: 6,
        }],
    }
}

pub(crate) fn open(folder: &Path, now: Timestamp) -> Record {
    Record::open(folder, now).unwrap()
}

/// What stopped it; the good ends of the diary have no `Debug`.
fn stopped<T>(result: Result<T, RecordError>) -> RecordError {
    match result {
        Ok(_) => panic!("nothing stopped it"),
        Err(error) => error,
    }
}

/// Begins and comes as far as `phase`.
fn enter<'a>(
    record: &'a mut Record,
    id: MailId,
    phase: Option<Phase>,
    now: Timestamp,
) -> unfreeze::record::Attempt<'a> {
    let mut attempt = record.begin(id, "shop", SERVER, Resend::Allow, now).unwrap();
    for step in Phase::ALL.into_iter().filter(|step| Some(*step) <= phase) {
        attempt.enter(step).unwrap();
    }
    attempt
}

pub(crate) fn accepted() -> Accepted {
    let refused = ("shop@example.com".to_owned(), Reply::new(550, "no such user"));
    Accepted::new(Reply::new(250, "Ok: queued as 12345"), vec![refused])
}

fn failed(phase: Phase, why: Why, code: u16) -> SmtpError {
    SmtpError::new(phase, why, Some(Reply::new(code, "the server's words")))
}

/// Sends the mail as far as an acceptance.
pub(crate) fn send(record: &mut Record, id: MailId, now: Timestamp) -> State {
    let attempt = enter(record, id, Some(Phase::Dot), now);
    attempt.finish(Ok(&accepted()), None, now).unwrap()
}

/// Ends an attempt in `phase` with what the server says.
fn fail(record: &mut Record, id: MailId, error: &SmtpError, meant: Option<Outcome>, now: Timestamp) -> State {
    enter(record, id, Some(error.phase()), now).finish(Err(error), meant, now).unwrap()
}

fn latest(record: &Record) -> Mail {
    record.mail(CASE).unwrap().unwrap()
}

pub(crate) fn event(kind: EventKind, time: &str) -> Event {
    Event { kind, at: time.parse().unwrap(), number: String::new(), note: String::new() }
}
