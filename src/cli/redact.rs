//! The verb `redact`: the picture step alone.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::thread;

use jiff::tz::{Offset, TimeZone};
use serde_json::{Value, json};
use unfreeze::delivery::{create_folder, write_new};
use unfreeze::evidence::{
    Card, Hiding, Layout, Models, Order, Part, Quad, Reason, Redacted, Scan, Side, Visible, Watermark,
    WatermarkText,
};
use unfreeze::finding::Finding;

use super::args::{Document, KeepNumber, RedactArgs};
use super::clock;
use super::exit::Exit;
use super::input;
use super::output::{not_an_input, overwrite};
use super::picture::scan_json;
use super::reader;
use super::report::{self, Failure};
use super::session::Session;

/// The verdict of a picture that the program's own checks vouch for.
const CONFIRMED: &str = "confirmed";

pub(crate) fn run(args: &RedactArgs, session: &Session) -> Result<Exit, Failure> {
    let by_hand = args.whole || args.corners.is_some() || args.document == Document::Other;
    if args.side.is_none() && by_hand {
        return Err(Failure::new(Exit::Usage, [Finding::error("--side", "usage-side-untold")]));
    }
    if (args.document == Document::Other) == args.show.is_empty() {
        let code = if args.show.is_empty() { "usage-show-missing" } else { "usage-show-needs-other" };
        return Err(Failure::new(Exit::Usage, [Finding::error("--show", code)]));
    }
    let watermark = watermark(args)?;
    if let Some(code) = watermark.as_ref().and_then(|watermark| watermark.wording().code()) {
        session.notify(&[Finding::warning("--watermark", code)], "");
    }
    let models = if by_hand { None } else { reader::load()? };
    let layout = Layout::named("cn-resident-id");
    let layout = layout.ok_or_else(|| Failure::new(Exit::Bug, [Finding::error("", "picture-unproved")]))?;
    create_folder(&args.out)?;
    let work = Work { args, models, layout, watermark };
    let mut ahead = Ahead { work: &work, images: &args.images, ready: VecDeque::new() };
    let (mut scans, mut kept, mut told) = (Vec::new(), Vec::new(), Part::Nothing);
    let exit = session.each(&args.images, |image| match ahead.written(image, session) {
        Ok(done) => {
            let mut exit = Exit::Done;
            for (output, Done { redacted, verdict, .. }) in done {
                kept.extend_from_slice(redacted.kept());
                if redacted.told().is_some() {
                    told = redacted.told().into();
                }
                let (word, reasons) = (redacted.acceptance(), redacted.reasons());
                scans.push(scan_json(image, Some(&output), verdict, word, reasons, redacted.digest()));
                let values = [("output", output.display().to_string().into())];
                session.tell(&session.texts().format(&format!("redact-{verdict}"), &values))?;
                exit = if verdict == CONFIRMED { exit } else { Exit::Unvouched };
            }
            Ok(exit)
        }
        Err(failure) => {
            scans.push(failed(image, args.side, &failure, session));
            Err(failure)
        }
    })?;
    // Nobody knows what another document shows.
    let visible = Visible::new(kept.iter().map(String::as_str), told);
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

/// What every picture is redacted with.
struct Work<'a> {
    args: &'a RedactArgs,
    models: Option<Models>,
    layout: &'static Layout,
    watermark: Option<Watermark>,
}

/// A picture that is ready to be written.
struct Done {
    stem: String,
    redacted: Redacted,
    verdict: &'static str,
}

/// Pictures in their order, two at a time: while one is decoded, the other is read on all processors.
struct Ahead<'a> {
    work: &'a Work<'a>,
    images: &'a [PathBuf],
    ready: VecDeque<Result<Vec<Done>, Failure>>,
}

impl Ahead<'_> {
    /// What became of the next picture, which is `image`, in its files.
    fn written(&mut self, image: &Path, session: &Session) -> Result<Vec<(PathBuf, Done)>, Failure> {
        let done = self.redacted(image)?.into_iter();
        done.map(|done| Ok((write(self.work.args, session, image, &done)?, done))).collect()
    }

    /// The next picture, which is `image`, and what became of it.
    fn redacted(&mut self, image: &Path) -> Result<Vec<Done>, Failure> {
        if self.ready.is_empty() {
            let (pair, rest) = self.images.split_at(self.images.len().min(2));
            self.images = rest;
            let work = self.work;
            self.ready = thread::scope(|scope| {
                let started: Vec<_> =
                    pair.iter().map(|image| scope.spawn(move || work.redact(image))).collect();
                // A panic there is a bug of ours, as it would be here.
                let join = |work: thread::ScopedJoinHandle<'_, _>| {
                    work.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
                };
                started.into_iter().map(join).collect()
            });
        }
        self.ready.pop_front().unwrap_or_else(|| self.work.redact(image))
    }
}

impl Work<'_> {
    /// Redacts a picture: the card that a person has placed, or every card that the reader finds in it.
    fn redact(&self, image: &Path) -> Result<Vec<Done>, Failure> {
        let args = self.args;
        let bytes = input::read(image)?;
        let read = || Scan::read(&bytes).map_err(|error| found(image, error.code()));
        let scan = read()?;
        if let Some(side) = args.side
            && (args.whole || args.corners.is_some() || args.document == Document::Other)
        {
            let corners = args.corners.unwrap_or_else(|| scan.whole());
            return self.draw(image, scan, (side, corners), None, stem(image, args)).map(|done| vec![done]);
        }
        let models = self.models.as_ref().ok_or_else(|| found(image, "usage-placement-untold"))?;
        let mut cards = scan.find(models, self.layout);
        let none = if cards.is_empty() { "card-not-found" } else { "side-swapped" };
        cards.retain(|card| args.side.is_none_or(|side| card.side() == side));
        if cards.is_empty() {
            let side = args.side.map_or("", Side::name);
            return Err(Failure::new(Exit::Findings, [finding(image, none).with("side", side)]));
        }
        let several = cards.len() > 1;
        let mut done: Vec<Done> = Vec::new();
        let mut scan = Some(scan);
        for card in cards {
            let stem = match (stem(image, args), several) {
                (stem, true) => {
                    let same = done.iter().filter(|other| other.redacted.side() == card.side()).count();
                    let side = card.side().name();
                    if same > 0 { format!("{stem}.{side}-{}", same + 1) } else { format!("{stem}.{side}") }
                }
                (stem, false) => stem,
            };
            // To redact a card uses the scan up; the next card's is read anew.
            let scan = scan.take().map_or_else(read, Ok)?;
            done.push(self.draw(image, scan, (card.side(), card.corners()), Some(&card), stem)?);
        }
        Ok(done)
    }

    /// Redacts a card, and proves the picture if the reader has found it.
    fn draw(
        &self,
        image: &Path,
        scan: Scan,
        (side, corners): (Side, Quad),
        card: Option<&Card>,
        stem: String,
    ) -> Result<Done, Failure> {
        let RedactArgs { preset, style, ref cover, ref show, .. } = *self.args;
        let other = self.args.document == Document::Other;
        let part = if self.args.keep_number == KeepNumber::Last4 { Part::Last4 } else { Part::Nothing };
        let hiding = if other { Hiding::AllBut(show) } else { Hiding::Fields(self.layout) };
        let order = Order {
            side,
            corners,
            hiding,
            cover,
            preset,
            style,
            // The number is not asked for on a command line: what is told of it was read.
            tell: card.and_then(|card| card.tell(part)),
            watermark: self.watermark.as_ref(),
            found: card,
            vouched: &[],
        };
        let mut redacted = scan.redact(&order).map_err(|error| found(image, error.code()))?;
        let mut verdict = "unconfirmed";
        if let Some(models) = self.models.as_ref().filter(|_| card.is_some()) {
            match redacted.clone().prove(models, self.layout, redacted.bytes()) {
                Ok(_) => verdict = CONFIRMED,
                Err(doubtful) => redacted = *doubtful,
            }
        }
        Ok(Done { stem, redacted, verdict })
    }
}

/// Writes a picture into a file whose name says whether anybody vouches for it.
fn write(args: &RedactArgs, session: &Session, image: &Path, done: &Done) -> Result<PathBuf, Failure> {
    let Done { stem, redacted, verdict } = done;
    let name = if *verdict == CONFIRMED { "redacted" } else { verdict };
    let output = args.out.join(format!("{stem}.{name}.jpg"));
    not_an_input(&output, &[image])?;
    // What was written is read back and compared with what was proved.
    write_new(&output, redacted.bytes(), overwrite(args.force))?;
    // That nobody has looked yet is said of every picture, in the line that names the output.
    for reason in redacted.reasons().iter().filter(|reason| **reason != Reason::Unseen) {
        let (texts, name) = (session.texts(), image.display());
        session.tell(&format!("{name}{}{}", texts.get("report-colon"), texts.get(reason.code())))?;
    }
    Ok(output)
}

fn finding(image: &Path, code: &'static str) -> Finding {
    let name = image.display().to_string();
    Finding::error(name.clone(), code).with("file", name)
}

fn found(image: &Path, code: &'static str) -> Failure {
    Failure::new(Exit::Findings, [finding(image, code)])
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

fn failed(image: &Path, side: Option<Side>, failure: &Failure, session: &Session) -> Value {
    json!({
        "input": image.display().to_string(),
        "side": side.map(Side::name),
        "output": Value::Null,
        "verdict": "failed",
        "reasons": failure.findings().iter().map(|finding| finding.code).collect::<Vec<_>>(),
        "findings": failure.findings().iter().map(|f| report::to_json(f, session.texts())).collect::<Vec<_>>(),
    })
}
