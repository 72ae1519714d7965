//! Rows of the database as the diary's own types.

use jiff::{Timestamp, Zoned};
use rusqlite::{Connection, Row};

use super::database::{Stop, Word};
use super::vocabulary::{Attached, AttemptView, CaseKey, CaseView, Event, Mail, MailId, Noted};

/// The columns that [`mail`] reads.
const MAIL: &str = "SELECT mails.*, cases.reference AS case_reference
    FROM mails JOIN cases ON cases.id = mails.in_case";

/// The mails that a condition on the table `mails` picks, the first one first.
pub(super) fn mails(
    connection: &Connection,
    condition: &str,
    values: impl rusqlite::Params,
) -> Result<Vec<Mail>, Stop> {
    let mut statement = connection.prepare(&format!("{MAIL} WHERE {condition} ORDER BY mails.id"))?;
    let mails = statement.query_map(values, mail)?.collect::<Result<Vec<_>, _>>()?;
    mails.into_iter().map(|mail| with_parts(connection, mail)).collect()
}

/// One mail.
pub(super) fn mail_of(connection: &Connection, MailId(number): MailId) -> Result<Option<Mail>, Stop> {
    Ok(mails(connection, "mails.id = ?1", [number])?.pop())
}

fn mail(row: &Row<'_>) -> rusqlite::Result<Mail> {
    Ok(Mail {
        id: MailId(row.get("id")?),
        case: row.get("case_reference")?,
        reference: row.get("reference")?,
        kind: word(row, "kind")?,
        state: word(row, "state")?,
        composed_at: word(row, "composed")?,
        message_id: row.get("message_id")?,
        subject: row.get("subject")?,
        from: row.get("sender")?,
        to: lines(row, "recipients")?,
        copies: lines(row, "copies")?,
        sha256: word(row, "sha256")?,
        content: row.get("content")?,
        attachments: Vec::new(),
        attempts: Vec::new(),
    })
}

fn with_parts(connection: &Connection, mail: Mail) -> Result<Mail, Stop> {
    let MailId(number) = mail.id;
    let attachments = "SELECT name, sha256, size FROM attachments WHERE mail = ?1 ORDER BY id";
    let attachments = all(connection, attachments, number, |row| {
        Ok(Attached { name: row.get("name")?, sha256: word(row, "sha256")?, size: row.get("size")? })
    })?;
    let attempts = "SELECT * FROM attempts WHERE mail = ?1 ORDER BY id";
    let attempts = all(connection, attempts, number, |row| Ok((row.get::<_, i64>("id")?, attempt(row)?)))?;
    let copies = "SELECT address, code, reply FROM refused_copies WHERE attempt = ?1 ORDER BY id";
    let with_copies = |(number, attempt)| {
        let refused_copies = all(connection, copies, number, |row| row.try_into())?;
        Ok(AttemptView { refused_copies, ..attempt })
    };
    let attempts = attempts.into_iter().map(with_copies).collect::<Result<_, Stop>>()?;
    Ok(Mail { attachments, attempts, ..mail })
}

fn attempt(row: &Row<'_>) -> rusqlite::Result<AttemptView> {
    let code: Option<u16> = row.get("code")?;
    let text: Option<String> = row.get("reply")?;
    Ok(AttemptView {
        account: row.get("account")?,
        server: row.get("server")?,
        started: word(row, "started")?,
        ended: maybe(row, "ended")?,
        phase: maybe(row, "phase")?,
        outcome: maybe(row, "outcome")?,
        why: row.get("why")?,
        reply: code.map(|code| (code, text.unwrap_or_default())),
        refused_copies: Vec::new(),
    })
}

/// The cases that a condition on the table `cases` picks, the first one first.
pub(super) fn cases(
    connection: &Connection,
    condition: &str,
    values: impl rusqlite::Params,
) -> Result<Vec<CaseView>, Stop> {
    let mut statement = connection.prepare(&format!("SELECT * FROM cases WHERE {condition} ORDER BY id"))?;
    let cases = statement
        .query_map(values, |row| Ok((row.get::<_, i64>("id")?, case(row)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let events = "SELECT * FROM events WHERE in_case = ?1 ORDER BY id";
    let with_parts = |(number, case)| {
        let mails = mails(connection, "mails.in_case = ?1", [number])?;
        let events = all(connection, events, number, event)?;
        Ok(CaseView { mails, events, ..case })
    };
    cases.into_iter().map(with_parts).collect()
}

fn case(row: &Row<'_>) -> rusqlite::Result<CaseView> {
    Ok(CaseView {
        case: CaseKey {
            reference: row.get("reference")?,
            store: row.get("store")?,
            frozen: maybe(row, "frozen")?,
        },
        opened: word(row, "opened")?,
        closed: maybe(row, "closed")?,
        mails: Vec::new(),
        events: Vec::new(),
    })
}

fn event(row: &Row<'_>) -> rusqlite::Result<Noted> {
    let event = Event {
        kind: word(row, "kind")?,
        at: word(row, "at")?,
        number: row.get("number")?,
        note: row.get("note")?,
    };
    Ok(Noted { event, noted: word(row, "noted")? })
}

/// The latest time that the diary knows of a case: what is noted later cannot have happened before it, whatever the
/// clock says.
pub(super) fn latest(case: &CaseView) -> Timestamp {
    let attempts = |mail: &Mail| -> Vec<Timestamp> {
        mail.attempts.iter().flat_map(|attempt| [Some(attempt.started), attempt.ended]).flatten().collect()
    };
    let mails = case.mails.iter().flat_map(|mail| attempts(mail).into_iter().chain([mail.composed_at]));
    let events = case.events.iter().map(|noted| noted.noted);
    mails.chain(events).chain(case.closed).fold(case.opened, Timestamp::max)
}

/// A time in its offset, which needs no time zone database to be read again.
pub(super) fn written(time: &Zoned) -> String {
    time.with_time_zone(time.offset().to_time_zone()).to_string()
}

fn all<T>(
    connection: &Connection,
    query: &str,
    number: i64,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Stop> {
    Ok(connection.prepare_cached(query)?.query_map([number], read)?.collect::<Result<_, _>>()?)
}

fn word<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    row.get::<_, Word<T>>(column).map(|Word(value)| value)
}

fn maybe<T: std::str::FromStr>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>> {
    row.get::<_, Option<Word<T>>>(column).map(|value| value.map(|Word(value)| value))
}

fn lines(row: &Row<'_>, column: &str) -> rusqlite::Result<Vec<String>> {
    row.get::<_, String>(column).map(|text| text.lines().map(str::to_owned).collect())
}
