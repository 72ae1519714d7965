//! Measures the reader on a folder of pictures whose truth is known: what is confirmed, what a person is asked for, and
//! whether anything leaks silently.
//!
//!     cargo run --release --example measure -- FOLDER [PART_OF_A_NAME]
//!
//! The reader's files are taken from `$UNFREEZE_READER_DIR`. The exit status is 1 if anything leaked.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods)]

#[allow(dead_code)]
#[path = "../tests/it/meter.rs"]
mod meter;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use meter::Truth;
use unfreeze::evidence::{
    Card, Evidence, Hiding, Layout, Member, ModelFiles, Models, Order, Part, Preset, Reason, Scan, Style,
    Watermark, WatermarkText,
};

#[derive(Default)]
struct Tally {
    confirmed: usize,
    unconfirmed: usize,
    failed: usize,
    leaks: usize,
    wrong: usize,
    kept: usize,
    seconds: f64,
}

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let folder = PathBuf::from(words.next().unwrap());
    let part = words.next().unwrap_or_default();
    let models = models();
    let layout = Layout::named("cn-resident-id").unwrap();
    let watermark = Watermark::new(&WatermarkText::standard(None, "2026-11-22")).unwrap();
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let mut tiers: BTreeMap<String, Tally> = BTreeMap::new();
    for path in paths {
        let truth = Truth::read(&path);
        if truth.file.contains(&part) {
            let tally = tiers.entry(truth.tier.clone()).or_default();
            examine(&truth, &path.with_file_name(&truth.file), &models, layout, &watermark, tally);
        }
    }
    println!("tier    confirmed unconfirmed failed leaks wrong kept seconds");
    for (tier, t) in &tiers {
        let count = (t.confirmed + t.unconfirmed + t.failed).max(1);
        println!(
            "{tier:8} {:8} {:11} {:6} {:5} {:5} {:3}% {:7.2}",
            t.confirmed,
            t.unconfirmed,
            t.failed,
            t.leaks,
            t.wrong,
            t.kept * 100 / t.confirmed.max(1),
            t.seconds / count as f64,
        );
    }
    println!("most memory: {} MB", memory());
    ExitCode::from(u8::from(tiers.values().any(|tally| tally.leaks + tally.wrong > 0)))
}

fn models() -> Models {
    let folder = PathBuf::from(std::env::var_os("UNFREEZE_READER_DIR").unwrap());
    let files = Member::ALL.map(|member| std::fs::read(folder.join(member.name())).unwrap());
    Models::load(ModelFiles::new(files).unwrap()).unwrap()
}

/// Everything that a person would do with one picture, and what came of each of its cards.
fn examine(
    truth: &Truth,
    picture: &Path,
    models: &Models,
    layout: &'static Layout,
    watermark: &Watermark,
    tally: &mut Tally,
) {
    let bytes = std::fs::read(picture).unwrap();
    let start = Instant::now();
    let cards = Scan::read(&bytes).unwrap().find(models, layout);
    let mut said = Vec::new();
    let mut seen = vec![false; truth.cards.len()];
    for card in &cards {
        let order = Order {
            side: card.side(),
            corners: card.corners(),
            hiding: Hiding::Fields(layout),
            cover: &[],
            preset: Preset::Standard,
            style: Style::Fill,
            tell: card.tell(Part::Last4),
            watermark: Some(watermark),
            found: Some(card),
            vouched: &[],
        };
        let redacted = match Scan::read(&bytes).unwrap().redact(&order) {
            Ok(redacted) => redacted,
            Err(error) => {
                said.push(format!("{} failed: {error}", card.side().name()));
                tally.failed += 1;
                continue;
            }
        };
        let written = redacted.bytes().to_vec();
        if let Ok(folder) = std::env::var("MEASURE_OUT") {
            let stem = Path::new(&truth.file).file_stem().unwrap().to_str().unwrap();
            std::fs::write(Path::new(&folder).join(format!("{stem}.{}.jpg", card.side().name())), &written)
                .unwrap();
        }
        let outcome = redacted.prove(models, layout, &written);
        let own = truth.cards.iter().enumerate().filter(|(_, other)| other.side == card.side().name());
        let corners = card.corners().corners().map(|corner| corner.map(f64::from));
        let nearest = own.map(|(at, other)| (at, meter::misplaced(other, corners)));
        let nearest = nearest.min_by(|a, b| a.1.total_cmp(&b.1));
        let off = nearest.map_or("no such card".to_owned(), |(_, off)| format!("{:.2} mm off", off * 85.6));
        if let Some((at, _)) = nearest {
            seen[at] = true;
        }
        match outcome {
            Ok(evidence) => {
                tally.confirmed += 1;
                let found = leaks(truth, card, &evidence);
                let wrong = nearest.is_none_or(|(_, off)| off > 0.03);
                tally.leaks += usize::from(!found.is_empty());
                tally.wrong += usize::from(wrong);
                let kept = readable(truth, card, &evidence, models);
                tally.kept += usize::from(kept);
                let note = if found.is_empty() { String::new() } else { format!(" LEAK {found:?}") };
                let note = if wrong { note + " WRONG" } else { note };
                said.push(format!(
                    "{} confirmed, {off}{note}{}",
                    card.side().name(),
                    if kept { "" } else { " UNREADABLE" }
                ));
            }
            Err(redacted) => {
                tally.unconfirmed += 1;
                let reasons: Vec<&str> =
                    redacted.reasons().iter().map(|reason: &Reason| reason.code()).collect();
                said.push(format!("{} asks, {off}: {}", card.side().name(), reasons.join(" ")));
            }
        }
    }
    let missed = seen.iter().filter(|seen| !**seen).count();
    tally.failed += missed;
    let spent = start.elapsed().as_secs_f64();
    tally.seconds += spent;
    let missed = if missed > 0 { format!(" missed {missed}") } else { String::new() };
    println!("{:34} {spent:5.2} s {}{missed}  [{}]", truth.file, said.join("; "), truth.kind);
}

fn leaks(truth: &Truth, card: &Card, evidence: &Evidence) -> Vec<String> {
    let picture = image::load_from_memory(evidence.bytes()).unwrap().into_rgb8();
    let corners = card.corners().corners().map(|corner| corner.map(f64::from));
    let typed = evidence.told().and_then(|_| evidence.masks().iter().find(|mask| mask.field == "number"));
    let mut leaks = meter::leaks(truth, card.side().name(), &picture, corners, typed.map(|mask| mask.area));
    if let Some(told) = evidence.told() {
        let number = |other: &&meter::Card| {
            other.fields.get("number").is_some_and(|f| f.text.ends_with(told.as_str()))
        };
        if !truth.cards.iter().any(|other| number(&other)) {
            leaks.push("the last four are wrong".to_owned());
        }
    }
    leaks
}

/// Whether name or validity can still be read on the finished picture.
fn readable(truth: &Truth, card: &Card, evidence: &Evidence, models: &Models) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let text = Scan::read(evidence.bytes()).unwrap().text(models).concat();
    let own = truth.cards.iter().filter(|other| other.side == card.side().name());
    own.into_iter().any(|other| {
        let name = other.fields.get("name").is_none_or(|field| text.contains(&field.text));
        name && other.fields.get("validity").is_none_or(|field| digits(&text).contains(&digits(&field.text)))
    })
}

/// The most memory that this process has held, in megabytes; 0 where the system does not say.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}
