//! Makes hard pictures with their truth: fresh drawings of cards and those of known pictures, as scanners, copiers and
//! phones see them, and pictures without a card.
//!
//!     cargo run --release --example harder -- FROM TO COUNT [SEED]
//!
//! FROM is a folder of pictures with their truth. The same arguments, and the same fonts in the system and in the folder
//! `$HARDER_FONTS`, give the same pictures. `measure` reads what this writes.
#![allow(clippy::unwrap_used)]

mod artwork;
mod camera;
mod card;
mod cover;
mod dice;
mod ground;
mod hard;
mod kinds;
#[allow(dead_code)]
#[path = "../../tests/it/meter.rs"]
mod meter;
mod pages;
mod pen;
mod person;
mod plastic;
mod scans;
mod scene;
mod sheet;
mod stock;
mod truth;
mod weather;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use image::codecs::jpeg::JpegEncoder;

use dice::Dice;
use stock::Stock;

/// Tiers in turn, so that any number of pictures has its share of each.
const TURNS: [&str; 18] = [
    "flat", "photo", "hard", "photo", "flat", "none", "photo", "flat", "photo", "ask", "hard", "photo",
    "flat", "photo", "none", "photo", "flat", "hard",
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (from, to, count, seed) = match &words[..] {
        [from, to, count] => (from, to, count, "1"),
        [from, to, count, seed] => (from, to, count, seed.as_str()),
        _ => panic!("FROM TO COUNT [SEED]"),
    };
    let [count, seed]: [u64; 2] = [count, seed].map(|number| number.parse().unwrap());
    let stock = Stock::read(Path::new(from));
    let to = PathBuf::from(to);
    std::fs::create_dir_all(&to).unwrap();
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed) as u64;
                    if index >= count {
                        break;
                    }
                    write(&to, &stock, seed, index);
                }
            });
        }
    });
}

fn write(to: &Path, stock: &Stock, seed: u64, index: u64) {
    let mut dice = Dice::new(seed, index);
    let (tier, at) = turn(index as usize);
    let (picture, mut truth) = match tier {
        "flat" => scans::flat(scans::FLAT[at % scans::FLAT.len()], &mut dice, stock),
        "photo" => kinds::photo(&mut dice, stock),
        "hard" => hard::hard(hard::HARD[at % hard::HARD.len()], &mut dice, stock),
        "none" => kinds::none(kinds::NONE[at % kinds::NONE.len()], &mut dice, stock),
        _ => kinds::odd(kinds::ODD[at % kinds::ODD.len()], &mut dice, stock),
    };
    let stem = format!("harder_{index:04}");
    truth.file = format!("{stem}.jpg");
    let mut bytes = Vec::new();
    let quality = dice.whole(60, 95) as u8;
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).unwrap();
    std::fs::write(to.join(&truth.file), bytes).unwrap();
    std::fs::write(to.join(format!("{stem}.json")), serde_json::to_string(&truth).unwrap()).unwrap();
}

/// A picture's tier, and how many of that tier come before it.
fn turn(index: usize) -> (&'static str, usize) {
    let (round, place) = (index / TURNS.len(), index % TURNS.len());
    let count = |turns: &[&str]| turns.iter().filter(|tier| **tier == TURNS[place]).count();
    (TURNS[place], round * count(&TURNS) + count(&TURNS[..place]))
}
