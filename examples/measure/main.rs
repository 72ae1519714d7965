//! Measures the reader on a folder of pictures whose truth is known: what is confirmed, what a person is asked for, and
//! whether anything leaks silently.
//!
//!     cargo run --release --example measure -- FOLDER [PART_OF_A_NAME] [--one]
//!
//! The reader's files are taken from `$UNFREEZE_READER_DIR`; finished pictures are written to `$MEASURE_OUT`, if it is
//! set. Two pictures are read at a time, or with `--one` a single one, so that the seconds are those of a person. The
//! exit status is 1 if anything leaked, or was confirmed in a wrong place, without a card, or where a person had to be asked.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::disallowed_methods)]

#[allow(dead_code)]
#[path = "../../tests/it/meter.rs"]
mod meter;
mod tally;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Instant;

use meter::{HIDDEN, Truth};
use tally::{HEAD, Tally};
use unfreeze::evidence::{
    Card, Evidence, Hiding, Layout, Member, ModelFiles, Models, Order, Part, Preset, Scan, Style, Watermark,
    WatermarkText, is_identity_number,
};

/// A confirmed card whose corners lie further from the truth than this, in parts of its width, is on another side, turned,
/// or somewhere else.
const NEAR: f64 = 0.03;
/// A card found further away than this is none of those in the picture.
const FAR: f64 = 0.3;
/// The tier of pictures that a person has to be asked about.
const ASK: &str = "ask";
/// So many characters of a hidden text in a row, read on the finished picture, are a leak.
const TELLTALE: usize = 4;
/// What every picture is measured with.
struct Bench {
    models: Models,
    layout: &'static Layout,
    watermark: Watermark,
}

fn main() -> ExitCode {
    let (flags, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let folder = PathBuf::from(&words[0]);
    let part = words.get(1).map_or("", String::as_str);
    let bench = Bench {
        models: models(),
        layout: Layout::named("cn-resident-id").unwrap(),
        watermark: Watermark::new(&WatermarkText::standard(None, "2026-11-22")).unwrap(),
    };
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let truths = paths.into_iter().map(|path| (Truth::read(&path), path));
    let truths: Vec<(Truth, PathBuf)> = truths.filter(|(truth, _)| truth.file.contains(part)).collect();
    let workers = if flags.iter().any(|flag| flag == "--one") { 1 } else { 2 };
    let mut tiers: BTreeMap<&str, Tally> = BTreeMap::new();
    let (next, (sender, receiver)) = (AtomicUsize::new(0), mpsc::channel());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, next, truths, bench) = (sender.clone(), &next, &truths, &bench);
            scope.spawn(move || {
                while let Some((truth, path)) = truths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let tally = bench.examine(truth, &path.with_file_name(&truth.file));
                    sender.send((truth.file.as_str(), tally)).unwrap();
                }
            });
        }
        drop(sender);
        // One worker may be ahead of the other; what is said keeps the order of the names.
        let mut waiting = BTreeMap::new();
        for (truth, _) in &truths {
            while !waiting.contains_key(truth.file.as_str()) {
                let (file, tally) = receiver.recv().unwrap();
                waiting.insert(file, tally);
            }
            let tally = waiting.remove(truth.file.as_str()).unwrap();
            let Tally { seconds, said, .. } = &tally;
            println!(
                "{:34} {seconds:5.2} s {}  [{} {}]",
                truth.file,
                said.join("; "),
                truth.tier,
                truth.kind
            );
            tiers.entry(&truth.tier).or_default().add(&tally);
        }
    });
    println!("\n{HEAD}");
    tiers.iter().for_each(|(tier, tally)| println!("{}", tally.row(tier)));
    tiers.iter().for_each(|(tier, tally)| println!("{tier:7} {}", tally.reasons()));
    tiers.iter().for_each(|(tier, tally)| println!("{tier:7} {}", tally.times()));
    println!("most memory: {} MB, {workers} at a time", memory());
    ExitCode::from(u8::from(tiers.values().any(Tally::is_bad)))
}

fn models() -> Models {
    let folder = PathBuf::from(std::env::var_os("UNFREEZE_READER_DIR").unwrap());
    let files = Member::ALL.map(|member| std::fs::read(folder.join(member.name())).unwrap());
    Models::load(ModelFiles::new(files).unwrap()).unwrap()
}

impl Bench {
    /// Everything that a person would do with one picture, and what came of each of its cards.
    fn examine(&self, truth: &Truth, picture: &Path) -> Tally {
        let mut tally = Tally { pictures: 1, cards: truth.cards.len(), ..Tally::default() };
        let bytes = std::fs::read(picture).unwrap();
        let mut seen = vec![false; truth.cards.len()];
        let start = Instant::now();
        let scan = match Scan::read(&bytes) {
            Ok(scan) => scan,
            Err(error) => {
                tally.failed = truth.cards.len();
                tally.said.push(format!("unreadable: {error}"));
                return tally;
            }
        };
        let decoded = start.elapsed().as_secs_f64();
        let cards = scan.find(&self.models, self.layout);
        tally.seconds += start.elapsed().as_secs_f64();
        (tally.stages[0], tally.stages[1]) = (decoded, tally.seconds - decoded);
        for card in &cards {
            self.card(truth, &bytes, card, &mut seen, &mut tally);
        }
        // At least one of its cards must be left to a person.
        if truth.tier == ASK && tally.confirmed >= truth.cards.len() {
            tally.wrong += 1;
            tally.said.push("NOT ASKED".to_owned());
        }
        let missed = seen.iter().filter(|seen| !**seen).count();
        if missed > 0 {
            tally.failed += missed;
            tally.said.push(format!("missed {missed}"));
        }
        tally
    }

    fn order<'a>(&'a self, card: &'a Card, watermark: Option<&'a Watermark>) -> Order<'a> {
        Order {
            side: card.side(),
            corners: card.corners(),
            hiding: Hiding::Fields(self.layout),
            cover: &[],
            preset: Preset::Standard,
            style: Style::Fill,
            tell: card.tell(Part::Last4),
            watermark,
            found: Some(card),
            vouched: &[],
        }
    }

    fn card(&self, truth: &Truth, bytes: &[u8], card: &Card, seen: &mut [bool], tally: &mut Tally) {
        let side = card.side().name();
        let corners = card.corners().corners().map(|corner| corner.map(f64::from));
        let own = truth.cards.iter().enumerate().filter(|(_, other)| other.side == side);
        let nearest = own.map(|(at, other)| (at, meter::misplaced(other, corners)));
        let nearest = nearest.min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, off)| *off < FAR);
        let off = nearest.map_or("no such card".to_owned(), |(_, off)| format!("{:.2} mm off", off * 85.6));
        if let Some((at, _)) = nearest {
            seen[at] = true;
        }
        let scan = Scan::read(bytes).unwrap();
        let start = Instant::now();
        let redacted = scan.redact(&self.order(card, Some(&self.watermark)));
        let drawn = start.elapsed().as_secs_f64();
        let redacted = match redacted {
            Ok(redacted) => redacted,
            Err(error) => {
                tally.asks += 1;
                *tally.reasons.entry(error.code().to_owned()).or_default() += 1;
                tally.said.push(format!("{side} failed, {off}: {error}"));
                return;
            }
        };
        let written = redacted.bytes().to_vec();
        if let Ok(folder) = std::env::var("MEASURE_OUT") {
            let stem = Path::new(&truth.file).file_stem().unwrap().to_str().unwrap();
            let name = format!("{stem}.{side}.{}.jpg", tally.confirmed + tally.asks);
            std::fs::write(Path::new(&folder).join(name), &written).unwrap();
        }
        let start = Instant::now();
        let outcome = redacted.prove(&self.models, self.layout, &written);
        let proved = start.elapsed().as_secs_f64();
        tally.seconds += drawn + proved;
        tally.stages[2] += drawn;
        tally.stages[3] += proved;
        let evidence = match outcome {
            Ok(evidence) => evidence,
            Err(redacted) => {
                tally.asks += 1;
                let codes =
                    redacted.reasons().iter().map(|reason| reason.code().trim_start_matches("reason-"));
                let codes: Vec<&str> = codes.collect();
                for code in &codes {
                    *tally.reasons.entry((*code).to_owned()).or_default() += 1;
                }
                tally.said.push(format!("{side} asks, {off}: {}", codes.join(" ")));
                return;
            }
        };
        tally.confirmed += 1;
        let mut note = String::new();
        let is_near = nearest.is_some_and(|(_, off)| off < NEAR);
        if truth.cards.is_empty() {
            tally.without += 1;
            note += " NO CARD";
        } else if !is_near {
            tally.wrong += 1;
            note += " WRONG";
        }
        let found = leaks(truth, nearest.map(|(at, _)| at), card, &evidence);
        if !found.is_empty() {
            tally.leaks += 1;
            note += &format!(" LEAK {found:?}");
        }
        let bare = Scan::read(bytes).unwrap().redact(&self.order(card, None)).unwrap();
        let bare = self.lines(bare.bytes());
        let read = reread(truth, &bare, card, &evidence);
        if !read.is_empty() {
            tally.read += 1;
            note += &format!(" READ {read:?}");
        }
        if let Some((at, _)) = nearest {
            note += &self.kept(&truth.cards[at], &bare, &evidence, tally);
        }
        tally.said.push(format!("{side} confirmed, {off}{note}"));
    }

    /// What is read on a finished picture, line by line.
    fn lines(&self, picture: &[u8]) -> Vec<String> {
        Scan::read(picture).unwrap().text(&self.models).iter().map(|line| plain(line)).collect()
    }

    /// Counts what can still be read of what may stay, with the watermark over it or, where that only disturbs the
    /// reader, without.
    fn kept(&self, own: &meter::Card, bare: &[String], evidence: &Evidence, tally: &mut Tally) -> String {
        let text = self.lines(evidence.bytes()).concat() + "\n" + &bare.concat();
        let mut note = String::new();
        for (name, share) in [("name", &mut tally.name), ("validity", &mut tally.validity)] {
            if let Some(field) = own.fields.get(name) {
                let readable = text.contains(&plain(&field.text));
                share.count(readable);
                note += if readable { "" } else { " UNREADABLE" };
            }
        }
        if let Some(number) =
            own.fields.get("number").filter(|field| is_identity_number(field.text.as_bytes()))
        {
            let readable = evidence.told().is_some() && text.contains(&number.text[14..]);
            tally.last4.count(readable);
            note += if readable { "" } else { " NO-LAST4" };
        }
        note
    }
}

/// The runs of hidden texts that can be read on the finished picture: the second meter, which knows no places.
fn reread(truth: &Truth, lines: &[String], card: &Card, evidence: &Evidence) -> Vec<String> {
    let own = || truth.cards.iter().filter(|other| other.side == card.side().name());
    let shown: Vec<String> = own().filter_map(|c| c.fields.get("validity")).map(|f| plain(&f.text)).collect();
    let told = evidence.told().map(|told| told.as_str().to_owned());
    let fields = own().chain(&truth.pages).flat_map(|card| &card.fields);
    let hidden = fields.filter(|(name, _)| HIDDEN.contains(&name.as_str()));
    let mut runs = Vec::new();
    for (_, field) in hidden {
        let text: Vec<char> = plain(&field.text).chars().collect();
        for run in text.windows(TELLTALE).map(|run| run.iter().collect::<String>()) {
            let may = shown.iter().any(|text| text.contains(&run)) || told.as_ref() == Some(&run);
            if !may && lines.iter().any(|line| line.contains(&run)) {
                runs.push(run);
            }
        }
    }
    runs
}

/// Letters and digits only, as the reader and the truth need not agree on anything else.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn leaks(truth: &Truth, own: Option<usize>, card: &Card, evidence: &Evidence) -> Vec<String> {
    let picture = image::load_from_memory(evidence.bytes()).unwrap().into_rgb8();
    let corners = card.corners().corners().map(|corner| corner.map(f64::from));
    let typed = evidence.told().and_then(|_| evidence.masks().iter().find(|mask| mask.field == "number"));
    let mut leaks = meter::leaks(truth, card.side().name(), &picture, corners, typed.map(|mask| mask.area));
    if let Some(told) = evidence.told() {
        let number = own.and_then(|at| truth.cards[at].fields.get("number")).map(|field| field.text.as_str());
        let is_right =
            number.is_some_and(|text| text.ends_with(told.as_str()) && is_identity_number(text.as_bytes()));
        if !is_right {
            leaks.push("told of no number".to_owned());
        }
    }
    leaks
}

/// The most memory that this process has held, in megabytes; 0 where the system does not say.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}
