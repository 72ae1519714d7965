//! The diary from the command line: opening it, finding the case that is meant; the verbs `record export` and
//! `record forget`.

use std::path::Path;

use jiff::Timestamp;
use serde_json::json;
use unfreeze::case;
use unfreeze::facts::Facts;
use unfreeze::finding::Finding;
use unfreeze::letter;
use unfreeze::record::{CaseKey, Forget, Record, RecordError};

use super::args::{RecordExportArgs, RecordForgetArgs};
use super::exit::Exit;
use super::output::Output;
use super::report::{self, Failure};
use super::session::Session;
use super::{clock, folders, input, question, times};

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
            RecordError::NoCase => Exit::NoInput,
            _ => Exit::Findings,
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
    if typed.exists() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return of_file(typed, now);
    }
    let of_store: Vec<_> = known.iter().filter(|known| known.case.store == name).collect();
    let open: Vec<_> = of_store.iter().filter(|known| known.closed.is_none()).copied().collect();
    match if open.is_empty() { of_store.as_slice() } else { open.as_slice() } {
        [one] => Ok(one.case.clone()),
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

/// The verb `record export`.
pub(crate) fn export(args: &RecordExportArgs, session: &Session) -> Result<Exit, Failure> {
    let now = clock::now()?;
    let record = open(now)?;
    let references = if args.cases.is_empty() {
        record.cases(false)?.into_iter().map(|known| known.case.reference).collect()
    } else {
        let meant = args.cases.iter().map(|case| meant(case, &record, now));
        meant.map(|case| case.map(|case| case.reference)).collect::<Result<Vec<_>, _>>()?
    };
    let cases = references.iter().map(|reference| record.export(reference)).collect::<Result<Vec<_>, _>>()?;
    let text = format!("{:#}\n", json!({ "cases": cases }));
    args.output.write(text.as_bytes(), args.force, session)?;
    if let Output::File(path) = &args.output {
        let file = path.display().to_string();
        let values = [("count", cases.len().into()), ("file", file.into())];
        session.tell(&session.texts().format("record-exported", &values))?;
    }
    Ok(Exit::Done)
}

/// The verb `record forget`.
pub(crate) fn forget(args: &RecordForgetArgs, session: &Session) -> Result<Exit, Failure> {
    let now = clock::now()?;
    let mut record = open(now)?;
    let case = meant(&args.case, &record, now)?;
    if record.case(&case.reference)?.is_none() {
        return Err(RecordError::NoCase.into());
    }
    let texts = session.texts();
    let value = [("reference", case.reference.clone().into())];
    if !args.yes {
        let nobody = || {
            let finding = Finding::error("", "record-forget-no-terminal");
            Failure::new(Exit::Usage, [finding.with("case", report::word(&args.case))])
        };
        if !question::somebody() {
            return Err(nobody());
        }
        let question = texts.format("record-forget-question", &value);
        if !question::confirm(&question, "record-forget-question", nobody, session)? {
            session.tell(&texts.format("record-kept", &value))?;
            return Ok(Exit::Done);
        }
    }
    let force = if args.force { Forget::Anyway } else { Forget::Settled };
    record.forget(&case.reference, force, now)?;
    session.tell(&texts.format("record-forgotten", &value))?;
    session.object(&json!({ "forgotten": case.reference }))?;
    Ok(Exit::Done)
}
