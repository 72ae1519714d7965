//! The verb `ticket`: what to choose, paste and upload in the seller backend.

use serde_json::json;

use super::args::TicketArgs;
use super::exit::Exit;
use super::pipeline;
use super::report::{self, Failure};
use super::session::Session;
use super::writing::Pen;

pub(crate) fn run(args: &TicketArgs, session: &Session) -> Result<Exit, Failure> {
    let pen = Pen::of(&args.letter)?;
    let prepared = pipeline::prepare_one(&args.case, session)?;
    let ticket = pen.write(&prepared, session)?.ticket;
    let mut findings = prepared.warnings.clone();
    findings.extend(
        prepared.unvouched().into_iter().map(|finding| unfreeze::finding::Finding {
            level: unfreeze::finding::Level::Warning,
            ..finding
        }),
    );
    session.notify(&findings, "");
    if session.json() {
        session.object(&json!({
            "case": args.case.display().to_string(),
            "store": prepared.facts.store().id(),
            "title": ticket.title(),
            "text": ticket.text(),
            "files": prepared.file_names(),
            "findings": findings.iter().map(|f| report::to_json(f, session.texts())).collect::<Vec<_>>(),
        }))?;
    } else {
        session.bytes(ticket.guide().as_bytes())?;
    }
    Ok(Exit::Done)
}
