//! The verb `redact`: the picture step alone.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use unfreeze::delivery::{create_folder, write_new};
use unfreeze::evidence::{Layout, Order, Reason, Redacted, Scan, Side};
use unfreeze::finding::Finding;

use super::RedactArgs;
use super::exit::Exit;
use super::input;
use super::output::{not_an_input, overwrite};
use super::pipeline::scan_json;
use super::report::{self, Failure};
use super::session::Session;

pub(crate) fn run(args: &RedactArgs, session: &Session) -> Result<Exit, Failure> {
    let Some(side) = args.side else {
        return Err(Failure::new(Exit::Usage, [Finding::error("--side", "usage-side-untold")]));
    };
    create_folder(&args.out)?;
    let mut scans = Vec::new();
    let exit = session.each(&args.images, |image| match redact(image, side, args, session) {
        Ok((output, redacted)) => {
            scans.push(scan_json(
                image,
                Some(&output),
                "unconfirmed",
                redacted.acceptance(),
                redacted.reasons(),
                redacted.digest(),
            ));
            let values = [("output", output.display().to_string().into())];
            session.tell(&session.texts().format("redact-unconfirmed", &values))?;
            Ok(Exit::Unvouched)
        }
        Err(failure) => {
            scans.push(failed(image, side, &failure, session));
            Err(failure)
        }
    })?;
    session.object(&json!({ "scans": scans, "candidates": Value::Null }))?;
    Ok(exit)
}

/// Redacts one picture into a file whose name says that nobody has looked at it yet.
fn redact(
    image: &Path,
    side: Side,
    args: &RedactArgs,
    session: &Session,
) -> Result<(PathBuf, Redacted), Failure> {
    let name = image.display().to_string();
    let found =
        |code| Failure::new(Exit::Findings, [Finding::error(name.clone(), code).with("file", name.clone())]);
    let scan = Scan::read(&input::read(image)?).map_err(|error| found(error.code()))?;
    let corners = match args.corners {
        Some(corners) => corners,
        None if args.whole => scan.whole().ok_or_else(|| found("picture-whole-turned"))?,
        None => return Err(found("usage-placement-untold")),
    };
    let layout = Layout::named("cn-resident-id").ok_or_else(|| found("picture-malformed"))?;
    // The number is not asked for on a command line, so nothing of it is told here.
    let order = Order { side, corners, layout, preset: args.preset, style: args.style, tell: None };
    let redacted = scan.redact(&order).map_err(|error| found(error.code()))?;
    let output = args.out.join(format!("{}.unconfirmed.jpg", stem(image, args)));
    not_an_input(&output, &[image])?;
    write_new(&output, redacted.bytes(), overwrite(args.force))?;
    // That nobody has looked yet is said of every picture, in the line that names the output.
    let reasons = redacted.reasons().iter().filter(|reason| **reason != Reason::Unseen);
    let reasons = reasons.map(|reason| session.texts().get(reason.code()));
    for reason in reasons {
        session.tell(&format!("{name}{}{reason}", session.texts().get("report-colon")))?;
    }
    Ok((output, redacted))
}

/// The input's name without its ending; `scan-1` and so on where it could hold an identity number.
fn stem(image: &Path, args: &RedactArgs) -> String {
    let stem = image.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if !stem.is_empty() && stem.chars().filter(|c| c.is_numeric()).count() < 15 {
        return stem.to_owned();
    }
    let place = args.images.iter().position(|other| other == image).unwrap_or_default();
    format!("scan-{}", place + 1)
}

fn failed(image: &Path, side: Side, failure: &Failure, session: &Session) -> Value {
    json!({
        "input": image.display().to_string(),
        "side": side.name(),
        "output": Value::Null,
        "verdict": "failed",
        "reasons": failure.findings().iter().map(|finding| finding.code).collect::<Vec<_>>(),
        "findings": failure.findings().iter().map(|f| report::to_json(f, session.texts())).collect::<Vec<_>>(),
    })
}
