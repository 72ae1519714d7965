//! The verb `preview`: the review page of a case.

use serde_json::json;

use super::args::PreviewArgs;
use super::exit::Exit;
use super::output::{Output, not_an_input, not_with_json};
use super::pipeline;
use super::report::{self, Failure};
use super::session::Session;
use super::writing::{self, Pen};

pub(crate) fn run(args: &PreviewArgs, session: &Session) -> Result<Exit, Failure> {
    not_with_json(args.output.as_ref(), session)?;
    let pen = Pen::of(&args.letter)?;
    let prepared = pipeline::prepare_one(&args.case, session)?;
    let written = pen.write(&prepared, session)?;
    let mut findings = prepared.warnings.clone();
    findings.extend(prepared.unvouched());
    let page = writing::page(&args.case, &prepared, &written, session)?;
    let output = args.output.clone().unwrap_or_else(|| beside(args));
    if let Output::File(path) = &output {
        not_an_input(path, &prepared.inputs())?;
    }
    output.write(page.as_bytes(), args.force, session)?;
    session.notify(&prepared.warnings, "");
    if output != Output::Stdout {
        session.tell(&session.texts().format("preview-written", &[("output", output.to_string().into())]))?;
    }
    session.object(&json!({
        "case": args.case.display().to_string(),
        "output": output.to_string(),
        "scans": prepared.scans(),
        "findings": findings.iter().map(|f| report::to_json(f, session.texts())).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

/// `<case>.review.html` beside the case.
fn beside(args: &PreviewArgs) -> Output {
    Output::File(args.case.with_extension("review.html"))
}
