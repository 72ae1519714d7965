//! The diary as the verbs use it: opened, asked for the case that is meant, told of what was made.

use std::path::Path;

use jiff::Timestamp;
use unfreeze::case;
use unfreeze::evidence::Attachment;
use unfreeze::facts::Facts;
use unfreeze::finding::Finding;
use unfreeze::letter;
use unfreeze::message::Reread;
use unfreeze::record::{CaseKey, Mail, Record, RecordError};

use super::exit::Exit;
use super::report::Failure;
use super::session::Session;
use super::{clock, folders, input, times};

/// Opens the diary in the person's state folder.
///
/// # Errors
/// When it cannot be read or written.
pub(crate) fn open(now: Timestamp) -> Result<Record, Failure> {
    Ok(Record::open(&folders::state()?, now)?)
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        let exit = match &error {
            RecordError::Storage { .. } => Exit::CannotWrite,
            RecordError::Busy => Exit::Later,
            RecordError::Unknown { .. } => Exit::Unknown,
            RecordError::NoCase | RecordError::NoMail | RecordError::NoBytes => Exit::NoInput,
            RecordError::AlreadyAccepted { .. } | RecordError::Replaced | RecordError::Unsettled => {
                Exit::Findings
            }
        };
        let place = error.path().map(|path| path.display().to_string()).unwrap_or_default();
        let finding = Finding::error(place, error.code());
        let finding = match error {
            RecordError::AlreadyAccepted { when, reply } => {
                finding.with("time", times::here(when)).with("reply", one_line(&reply))
            }
            RecordError::Unknown { since } => finding.with("time", times::here(since)),
            _ => finding,
        };
        Self::new(exit, [finding])
    }
}

/// The lines of a server's reply as one.
pub(crate) fn one_line(reply: &str) -> String {
    reply.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The case that a person means: a case file, which may be unfinished; or a reference or a store ID that the diary
/// knows.
///
/// # Errors
/// When there is no such file and no such case, or several cases of the store.
pub(crate) fn meant(typed: &Path, record: &Record, now: Timestamp) -> Result<CaseKey, Failure> {
    let name = typed.to_str().unwrap_or_default();
    let known = record.cases(false)?;
    let by_reference = known.iter().find(|known| known.case.reference.eq_ignore_ascii_case(name));
    if let Some(found) = by_reference {
        return Ok(found.case.clone());
    }
    if typed.is_file() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return of_file(typed, now);
    }
    let of_store: Vec<_> = known.iter().filter(|known| known.case.store == name).collect();
    let open: Vec<_> = of_store.iter().filter(|known| known.closed.is_none()).copied().collect();
    match if open.is_empty() { of_store.as_slice() } else { open.as_slice() } {
        [one] => Ok(one.case.clone()),
        // A folder by a store's ID is the one that `compose` has written for it.
        [] if typed.is_dir() && !name.bytes().all(|byte| byte.is_ascii_digit()) => of_file(typed, now),
        [] => Err(Failure::new(Exit::NoInput, [Finding::error(name, "record-no-case")])),
        several => {
            let references: Vec<_> = several.iter().map(|known| known.case.reference.as_str()).collect();
            let finding = Finding::error(name, "record-several").with("references", references.join(", "));
            Err(Failure::new(Exit::Findings, [finding]))
        }
    }
}

fn of_file(path: &Path, now: Timestamp) -> Result<CaseKey, Failure> {
    let case = case::read(&input::read(path)?)?;
    let (store, frozen) = Facts::frozen(&case, now)?;
    Ok(CaseKey { reference: letter::reference(&store, &frozen), store, frozen: Some(frozen) })
}

/// The kept mail that a person means: a draft, a mail's own reference, or a case, whose urgent mail it is.
///
/// # Errors
/// When there is no such file, case or mail.
pub(crate) fn mail_meant(typed: &Path, record: &Record, now: Timestamp) -> Result<Mail, Failure> {
    let name = typed.to_str().unwrap_or_default();
    let reference = if let Some(mail) = record.mail(name)? {
        return Ok(mail);
    } else if is_draft(typed) {
        references(&Reread::read(&input::read(typed)?)?, Some(record))?.1
    } else {
        meant(typed, record, now)?.reference
    };
    Ok(record.mail(&reference)?.ok_or(RecordError::NoMail)?)
}

/// The reference of a draft's case, and its own. Whoever took the reference out of the text still writes about the
/// store's latest case.
///
/// # Errors
/// When the diary cannot be read.
pub(crate) fn references(reread: &Reread, record: Option<&Record>) -> Result<(String, String), Failure> {
    if let Some((case, own)) = reread.reference() {
        return Ok((case.to_owned(), own.to_owned()));
    }
    let known = record.map(|record| record.cases(true)).transpose()?.unwrap_or_default();
    let known = known.into_iter().rev().find(|view| view.case.store == reread.store());
    let case = known.map_or_else(|| format!("UF-{}", reread.store()), |view| view.case.reference);
    Ok((case.clone(), case))
}

/// Whether a file is a mail, by its name.
pub(crate) fn is_draft(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("eml"))
}

/// What the diary knows a case by.
pub(crate) fn case_key(facts: &Facts) -> CaseKey {
    let (store, frozen) = (facts.store().id(), facts.freeze().at());
    CaseKey {
        reference: letter::reference(store, frozen),
        store: store.to_owned(),
        frozen: Some(frozen.clone()),
    }
}

/// Remembers that these attachments came through the only door for pictures, so that `send` takes them in a draft that
/// was edited. Without the diary the draft is as good; then a person has to vouch for them.
pub(crate) fn vouch(facts: &Facts, attachments: &[Attachment], session: &Session) {
    let known: Vec<_> = attachments.iter().map(|one| (one.evidence().digest(), one.file_name())).collect();
    let keep = |now| Ok(open(now)?.vouch(&case_key(facts), &known, now)?);
    if let Err(failure) = clock::now().and_then(keep) {
        let why = failure.findings().iter().map(|finding| finding.what(session.texts()));
        let finding = Finding::warning("", "compose-unkept").with("why", why.collect::<Vec<_>>().join("\n"));
        session.notify(&[finding], "");
    }
}
