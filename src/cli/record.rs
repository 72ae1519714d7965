//! The verbs `record export` and `record forget`: all that the diary knows of a case, given out or removed.

use serde_json::json;
use unfreeze::finding::Finding;
use unfreeze::record::{Forget, RecordError};

use super::args::{RecordExportArgs, RecordForgetArgs};
use super::diary::{meant, open};
use super::exit::Exit;
use super::output::Output;
use super::report::{self, Failure};
use super::session::Session;
use super::{clock, question};

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
