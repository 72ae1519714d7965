//! Mails of a closed case are kept 30 days; then only what was sent when, and the hashes.

use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use super::Record;
use super::error::RecordError;
use super::rows::{cases, latest};
use super::vocabulary::CaseView;

/// How long the bytes of a closed case's mails are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A second look must confirm that the time has come: a clock that is set wrong for an hour removes nothing.
const CONFIRMED: SignedDuration = SignedDuration::from_hours(24);

/// What retention does with a case now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Nothing.
    Keep,
    /// Notes that the time has come, or that it has not after all.
    Note(Option<Timestamp>),
    /// Removes the bytes.
    Remove,
}

impl Record {
    /// Removes the bytes of mails whose case has been closed for 30 days; `secure_delete` overwrites them in the file,
    /// so that no `VACUUM` is needed, and the space is used again.
    ///
    /// # Errors
    /// [`RecordError::Storage`].
    pub(super) fn retain(&mut self, now: Timestamp) -> Result<(), RecordError> {
        let kept = "closed IS NOT NULL AND EXISTS
            (SELECT 1 FROM bodies JOIN mails ON mails.id = bodies.mail WHERE mails.in_case = cases.id)";
        let closed = self.database.read(|connection| cases(connection, kept, []))?;
        for case in closed {
            let reference = &case.case.reference;
            self.database.write(|transaction| {
                let due = "SELECT due FROM cases WHERE reference = ?1";
                let due: Option<String> = transaction.query_row(due, [reference], |row| row.get(0))?;
                match step(&case, due.and_then(|due| due.parse().ok()), now) {
                    Step::Keep => {}
                    Step::Note(due) => {
                        let due = due.map(|due| due.to_string());
                        let note = "UPDATE cases SET due = ?2 WHERE reference = ?1";
                        transaction.execute(note, params![reference, due])?;
                    }
                    Step::Remove => {
                        let remove = "DELETE FROM bodies WHERE mail IN (SELECT mails.id FROM mails
                            JOIN cases ON cases.id = mails.in_case WHERE cases.reference = ?1)";
                        transaction.execute(remove, [reference])?;
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}

/// Two looks a day apart must both find the time past; a look that finds it not past, or before the first look, makes
/// the first one void. So neither a jump of the clock forward nor one back removes anything, once it is mended within
/// a day.
fn step(case: &CaseView, due: Option<Timestamp>, now: Timestamp) -> Step {
    let Some(closed) = case.closed else { return Step::Keep };
    let past = now.duration_since(closed) >= KEPT && now >= latest(case);
    match due {
        None if past => Step::Note(Some(now)),
        None => Step::Keep,
        Some(due) if !past || now < due => Step::Note(None),
        Some(due) if now.duration_since(due) >= CONFIRMED => Step::Remove,
        Some(_) => Step::Keep,
    }
}
