//! The verb `redact`: the picture step alone.

use std::path::{Path, PathBuf};

use jiff::tz::{Offset, TimeZone};
use serde_json::{Value, json};
use unfreeze::delivery::{create_folder, write_new};
use unfreeze::evidence::{
    Hiding, Layout, Order, Part, Reason, Redacted, Scan, Side, Visible, Watermark, WatermarkText,
};
use unfreeze::finding::Finding;

use super::args::{Document, RedactArgs};
use super::clock;
use super::exit::Exit;
use super::input;
use super::output::{not_an_input, overwrite};
use super::picture::scan_json;
use super::report::{self, Failure};
use super::session::Session;

pub(crate) fn run(args: &RedactArgs, session: &Session) -> Result<Exit, Failure> {
    let Some(side) = args.side else {
        return Err(Failure::new(Exit::Usage, [Finding::error("--side", "usage-side-untold")]));
    };
    if (args.document == Document::Other) == args.show.is_empty() {
        let code = if args.show.is_empty() { "usage-show-missing" } else { "usage-show-needs-other" };
        return Err(Failure::new(Exit::Usage, [Finding::error("--show", code)]));
    }
    let watermark = watermark(args)?;
    if let Some(code) = watermark.as_ref().and_then(|watermark| watermark.wording().code()) {
        session.notify(&[Finding::warning("--watermark", code)], "");
    }
    create_folder(&args.out)?;
    let mut scans = Vec::new();
    let mut kept = Vec::new();
    let exit =
        session.each(&args.images, |image| match redact(image, side, args, watermark.as_ref(), session) {
            Ok((output, redacted)) => {
                kept.extend_from_slice(redacted.kept());
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
    // Nothing of the number is told here, and nobody knows what another document shows.
    let visible = Visible::new(kept.iter().map(String::as_str), Part::Nothing);
    let candidates = (args.document == Document::CnResidentId).then(|| visible.candidates());
    session.object(&json!({ "scans": scans, "candidates": candidates }))?;
    Ok(exit)
}

/// What is drawn across the pictures: the person's own words, or the standard wording with today's date.
fn watermark(args: &RedactArgs) -> Result<Option<Watermark>, Failure> {
    let wrong = |code| Failure::new(Exit::Usage, [Finding::error("--watermark", code)]);
    if args.no_watermark {
        return Ok(None);
    }
    let text = match &args.watermark {
        Some(text) => WatermarkText::custom(text).map_err(|error| wrong(error.code()))?,
        None => {
            let today = clock::now()?.to_zoned(TimeZone::fixed(Offset::constant(8))).date();
            WatermarkText::standard(None, &today.to_string())
        }
    };
    Watermark::new(&text).map(Some).map_err(|error| wrong(error.code()))
}

/// Redacts one picture into a file whose name says that nobody has looked at it yet.
fn redact(
    image: &Path,
    side: Side,
    args: &RedactArgs,
    watermark: Option<&Watermark>,
    session: &Session,
) -> Result<(PathBuf, Redacted), Failure> {
    let name = image.display().to_string();
    let found =
        |code| Failure::new(Exit::Findings, [Finding::error(name.clone(), code).with("file", name.clone())]);
    let scan = Scan::read(&input::read(image)?).map_err(|error| found(error.code()))?;
    let corners = match args.corners {
        Some(corners) => corners,
        None if args.whole || args.document == Document::Other => scan.whole(),
        None => return Err(found("usage-placement-untold")),
    };
    let layout = Layout::named("cn-resident-id").map(Hiding::Fields);
    let hiding = if args.document == Document::Other { Some(Hiding::AllBut(&args.show)) } else { layout };
    let hiding = hiding.ok_or_else(|| found("picture-unproved"))?;
    let RedactArgs { preset, style, .. } = *args;
    // The number is not asked for on a command line, so nothing of it is told here.
    let order = Order { side, corners, hiding, cover: &args.cover, preset, style, tell: None, watermark };
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
