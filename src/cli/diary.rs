//! The diary as the verbs use it: opened, asked for a case, and its refusals as failures.

use std::path::Path;

use unfreeze::case;
use unfreeze::evidence::Attachment;
use unfreeze::facts::Facts;
use unfreeze::finding::Finding;
use unfreeze::letter;
use unfreeze::message::Reread;
use unfreeze::record::{CaseKey, Record, RecordError};

use super::exit::Exit;
use super::report::Failure;
use super::session::Session;
use super::{clock, folders, input};

/// Opens the diary of this person.
///
/// # Errors
/// When it cannot be read or written.
pub(crate) fn open() -> Result<Record, Failure> {
    Ok(Record::open(&folders::state()?, clock::now()?)?)
}

/// The reference of the case that a word names: a case file, a draft, a reference, or a store ID, which means its latest case.
///
/// # Errors
/// When the diary knows no such case, or what is wrong with the case file.
pub(crate) fn reference(word: &Path, record: &Record) -> Result<String, Failure> {
    let known = record.cases(false)?;
    let typed = word.to_string_lossy();
    // A mail's own reference may end in its number.
    let by_mail = |view: &unfreeze::record::CaseView| {
        view.case.reference == *typed || view.mails.iter().any(|mail| mail.reference == *typed)
    };
    if known.iter().any(by_mail) {
        return Ok(typed.into_owned());
    }
    if let Some(view) = known.iter().rev().find(|view| view.case.store == *typed) {
        return Ok(view.case.reference.clone());
    }
    let text = input::read(word)?;
    // A draft names its reference itself.
    if word.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("eml")) {
        let reread = Reread::read(&text)?;
        let named = reread.reference().map(|(_, own)| own.to_owned());
        return Ok(named.ok_or(RecordError::NoCase)?);
    }
    let facts = Facts::check(case::read(&text)?, clock::now()?)?;
    Ok(letter::reference(&facts))
}

/// What the diary knows a case by.
pub(crate) fn case_key(facts: &Facts) -> CaseKey {
    CaseKey {
        reference: letter::reference(facts),
        store: facts.store().id().to_owned(),
        frozen: Some(facts.freeze().at().clone()),
    }
}

/// Remembers that these attachments came through the only door for pictures, so that `send` takes them in a draft that
/// was edited. Without the diary the draft is as good; then a person has to vouch for them.
pub(crate) fn vouch(facts: &Facts, attachments: &[Attachment], session: &Session) {
    let known: Vec<_> = attachments.iter().map(|one| (one.evidence().digest(), one.file_name())).collect();
    let kept = open().and_then(|mut record| Ok(record.vouch(&case_key(facts), &known, clock::now()?)?));
    if let Err(failure) = kept {
        let why = failure.findings().iter().map(|finding| finding.what(session.texts()));
        let finding = Finding::warning("", "compose-unkept").with("why", why.collect::<Vec<_>>().join("\n"));
        session.notify(&[finding], "");
    }
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        let exit = match &error {
            RecordError::Storage { .. } => Exit::CannotWrite,
            RecordError::NoCase | RecordError::NoMail | RecordError::NoBytes => Exit::NoInput,
            RecordError::Busy => Exit::Later,
            RecordError::Unknown { .. } => Exit::Unknown,
            RecordError::AlreadyAccepted { .. } | RecordError::Replaced | RecordError::Unsettled => {
                Exit::Findings
            }
        };
        Self::new(exit, [finding(&error)])
    }
}

/// What the diary refuses, with the times that its sentence tells.
pub(crate) fn finding(error: &RecordError) -> Finding {
    let place = error.path().map(|path| path.display().to_string()).unwrap_or_default();
    let finding = Finding::error(place, error.code());
    match error {
        RecordError::AlreadyAccepted { when, reply } => {
            finding.with("when", clock::local(*when)).with("reply", reply.as_str())
        }
        RecordError::Unknown { since } => finding.with("when", clock::local(*since)),
        _ => finding,
    }
}
