//! The verb `check`: everything that is wrong, and the verdict; nothing is written.

use std::path::Path;

use serde_json::{Value, json};
use unfreeze::facts::REQUIRED;
use unfreeze::finding::{Finding, Level};

use super::accept::reasons;
use super::args::CheckArgs;
use super::args::LetterArgs;
use super::exit::Exit;
use super::picture::Picture;
use super::pipeline::{self, Prepared};
use super::report::{self, Failure, present};
use super::session::Session;
use super::writing::Pen;

pub(crate) fn run(args: &CheckArgs, session: &Session) -> Result<Exit, Failure> {
    let pen = Pen::of(&LetterArgs { lang: None, templates: args.templates.clone() })?;
    let mut checked = Vec::new();
    let exit = session.each(&args.cases, |case| {
        let name = if args.cases.len() > 1 { Some(case) } else { None };
        let result = pipeline::prepare(case).and_then(|prepared| {
            pen.write(&prepared, session)?;
            Ok(prepared)
        });
        match result {
            Ok(prepared) => {
                let unvouched = prepared.unvouched();
                session.notify(
                    &prepared.warnings,
                    &name.map_or(String::new(), |name| name.display().to_string()),
                );
                for line in
                    prepared.pictures.iter().filter_map(Picture::unvouched).flat_map(|p| reasons(p, session))
                {
                    match name {
                        Some(name) => session.tell(&format!(
                            "{}{}{line}",
                            name.display(),
                            session.texts().get("report-colon")
                        ))?,
                        None => session.tell(&line)?,
                    }
                }
                checked.push(to_json(case, &prepared, &unvouched, session));
                let key = match (unvouched.len(), prepared.facts.mail()) {
                    (1.., _) => "verdict-look",
                    (0, Some(_)) => "verdict-ready",
                    (0, None) => "verdict-ticket",
                };
                verdict(session, case, name, key, REQUIRED.len(), unvouched.len())?;
                Ok(if unvouched.is_empty() { Exit::Done } else { Exit::Unvouched })
            }
            Err(failure) => {
                checked.push(report::case_json(case, &failure, session.texts()));
                let errors =
                    failure.findings().iter().filter(|finding| finding.level == Level::Error).count();
                if failure.exit() != Exit::CannotWrite {
                    verdict(session, case, name, "verdict-findings", present(failure.findings()), errors)?;
                }
                Err(failure)
            }
        }
    })?;
    session.object(&json!({ "cases": checked }))?;
    Ok(exit)
}

/// The one line that the check ends in.
fn verdict(
    session: &Session,
    case: &Path,
    name: Option<&Path>,
    key: &'static str,
    present: usize,
    count: usize,
) -> Result<(), Failure> {
    let texts = session.texts();
    let values = [
        ("present", present.into()),
        ("required", REQUIRED.len().into()),
        ("count", count.into()),
        ("case", report::word(case).into()),
    ];
    let line = texts.format(key, &values);
    match name {
        Some(name) => session.tell(&format!("{}{}{line}", name.display(), texts.get("report-colon"))),
        None => session.tell(&line),
    }
}

fn to_json(case: &Path, prepared: &Prepared, unvouched: &[Finding], session: &Session) -> Value {
    let findings = prepared.warnings.iter().chain(unvouched);
    let verdict = match (unvouched.is_empty(), prepared.facts.mail()) {
        (false, _) => "unconfirmed",
        (true, Some(_)) => "ready",
        (true, None) => "ticket-only",
    };
    json!({
        "case": case.display().to_string(),
        "store": prepared.facts.store().id(),
        "exit": if unvouched.is_empty() { 0 } else { Exit::Unvouched as u8 },
        "verdict": verdict,
        "items": { "present": REQUIRED.len(), "required": REQUIRED.len() },
        "scans": prepared.scans(),
        "candidates": prepared.candidates,
        "findings": findings.map(|finding| report::to_json(finding, session.texts())).collect::<Vec<_>>(),
    })
}
