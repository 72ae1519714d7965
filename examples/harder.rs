//! Makes harder pictures of known ones, with their truth: other places, angles, grounds, light, blur, noise, copies.
//!
//!     cargo run --release --example harder -- FROM TO COUNT
//!
//! The same arguments give the same pictures. `measure` reads what this writes.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../tests/it/meter.rs"]
mod meter;

use std::f64::consts::{FRAC_PI_2, TAU};
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage, imageops};
use meter::projective;
use serde_json::{Value, json};

/// Kinds of pictures whose card is whole, sharp, and stored as it is shown.
const KINDS: [&str; 7] = ["crop", "flatbed", "desk", "cloth", "paper", "wallpaper", "stamp"];

/// Marsaglia's xorshift: enough to scatter pictures.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * (self.next() % 100_000) as f64 / 100_000.0
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[(self.next() % all.len() as u64) as usize]
    }
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [from, to, count] = &words[..] else { panic!("FROM TO COUNT") };
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let truth = |path: &PathBuf| -> Value { serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap() };
    let (cards, others): (Vec<Value>, Vec<Value>) =
        paths.iter().map(truth).partition(|truth| !truth["cards"].as_array().unwrap().is_empty());
    let usable = |truth: &Value| {
        let one = truth["cards"].as_array().unwrap().len() == 1
            && truth["pages"].as_array().is_none_or(Vec::is_empty);
        one && KINDS.contains(&truth["kind"].as_str().unwrap())
    };
    let cards: Vec<Value> = cards.into_iter().filter(usable).collect();
    std::fs::create_dir_all(to).unwrap();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for index in 0..count.parse::<usize>().unwrap() {
        let stem = format!("harder_{index:04}");
        let (picture, truth) = if index % 12 == 11 {
            other(&mut dice, Path::new(from), &others)
        } else {
            card(&mut dice, Path::new(from), &cards, &others, ["flat", "photo", "photo", "hard"][index % 4])
        };
        let mut truth = truth;
        truth["file"] = json!(format!("{stem}.jpg"));
        truth["oriented_size"] = json!([picture.width(), picture.height()]);
        let mut bytes = Vec::new();
        let quality = dice.between(62.0, 93.0) as u8;
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).unwrap();
        std::fs::write(Path::new(to).join(format!("{stem}.jpg")), bytes).unwrap();
        std::fs::write(Path::new(to).join(format!("{stem}.json")), truth.to_string()).unwrap();
    }
}

fn load(folder: &Path, truth: &Value) -> RgbImage {
    image::open(folder.join(truth["file"].as_str().unwrap())).unwrap().into_rgb8()
}

/// A picture without a card, in other light.
fn other(dice: &mut Dice, folder: &Path, others: &[Value]) -> (RgbImage, Value) {
    let mut truth = dice.of(others).clone();
    let picture = load(folder, &truth);
    truth["tier"] = json!("none");
    (weather(dice, &picture, "photo"), truth)
}

/// A card on another ground, seen from elsewhere.
fn card(dice: &mut Dice, folder: &Path, cards: &[Value], others: &[Value], tier: &str) -> (RgbImage, Value) {
    let mut truth = dice.of(cards).clone();
    let source = load(folder, &truth);
    let corners: [[f64; 2]; 4] = serde_json::from_value(truth["cards"][0]["corners"].clone()).unwrap();
    let flat = tier == "flat";
    let long = dice.between(1200.0, 2200.0).round();
    let [width, height] =
        if dice.next().is_multiple_of(2) { [long, long * 0.75] } else { [long * 0.75, long] };
    let share = if tier == "hard" { dice.between(0.35, 0.6) } else { dice.between(0.5, 0.72) };
    let wide = width.min(height) * share * 1.25;
    let turn = match (flat, dice.next() % 4) {
        (true, quarter) => quarter as f64 * FRAC_PI_2 + dice.between(-0.06, 0.06),
        (false, _) => dice.between(0.0, TAU),
    };
    let tilt = if flat {
        0.0
    } else if tier == "hard" {
        0.16
    } else {
        0.07
    };
    let room = wide * 0.5;
    let middle = [width, height]
        .map(|length| length / 2.0 + dice.between(-1.0, 1.0) * (length / 2.0 - room).max(0.0) * 0.5);
    let place = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]].map(|[u, v]: [f64; 2]| {
        let [x, y] = [u * wide / 2.0 * 0.85, v * wide / 2.0 * 0.85 * 54.0 / 85.6];
        let [x, y] = [x * (1.0 + dice.between(-tilt, tilt)), y * (1.0 + dice.between(-tilt, tilt))];
        [middle[0] + x * turn.cos() - y * turn.sin(), middle[1] + x * turn.sin() + y * turn.cos()]
    });
    let back = projective(place, corners);
    let there = projective(corners, place);
    let unit = meter::straighten(place, [1000, 631]);
    let ground = ground(dice, folder, others, [width as u32, height as u32], flat);
    let scale =
        ((corners[0][0] - corners[1][0]).hypot(corners[0][1] - corners[1][1]) / (wide * 0.85)).max(1.0);
    let source = if scale > 1.5 { imageops::blur(&source, (scale * 0.4) as f32) } else { source };
    let picture = RgbImage::from_fn(width as u32, height as u32, |x, y| {
        let at = [f64::from(x) + 0.5, f64::from(y) + 0.5];
        let [u, v] = unit(at);
        // The corners are round: 3.2 mm of 85.6.
        let beyond = |value: f64, length: f64| (37.0 - value).max(value - (length - 37.0)).max(0.0);
        let inside = u >= 0.0 && v >= 0.0 && u <= 1000.0 && v <= 631.0;
        if inside && beyond(u, 1000.0).hypot(beyond(v, 631.0)) <= 37.0 {
            linear(&source, back(at))
        } else {
            *ground.get_pixel(x, y)
        }
    });
    let all = |points: &mut Value| {
        for point in points.as_array_mut().unwrap() {
            let at: [f64; 2] = serde_json::from_value(point.clone()).unwrap();
            *point = json!(there(at));
        }
    };
    all(&mut truth["cards"][0]["corners"]);
    for field in truth["cards"][0]["fields"].as_object_mut().unwrap().values_mut() {
        all(&mut field["polygon"]);
        field["chars"].as_array_mut().unwrap().iter_mut().for_each(|glyph| all(&mut glyph["polygon"]));
    }
    truth["tier"] = json!(tier);
    truth["kind"] = json!(format!("harder {}", truth["kind"].as_str().unwrap()));
    (weather(dice, &picture, tier), truth)
}

fn linear(picture: &RgbImage, [x, y]: [f64; 2]) -> Rgb<u8> {
    let limit = [picture.width(), picture.height()].map(|length| f64::from(length) - 1.0);
    let [x, y] = [(x - 0.5).clamp(0.0, limit[0]) as f32, (y - 0.5).clamp(0.0, limit[1]) as f32];
    imageops::interpolate_bilinear(picture, x, y).unwrap_or(Rgb([128; 3]))
}

fn ground(
    dice: &mut Dice,
    folder: &Path,
    others: &[Value],
    [width, height]: [u32; 2],
    flat: bool,
) -> RgbImage {
    if !flat && dice.next().is_multiple_of(3) {
        let other = load(folder, dice.of(others));
        return imageops::resize(&other, width, height, imageops::FilterType::Triangle);
    }
    let base = if flat { [245.0, 246.0, 244.0] } else { [0, 1, 2].map(|_| dice.between(30.0, 215.0)) };
    let grain = if flat { 1.0 } else { dice.between(2.0, 18.0) };
    let stripe = dice.between(0.005, 0.08);
    RgbImage::from_fn(width, height, |x, y| {
        let wave = (f64::from(x) * stripe + (f64::from(y) * stripe * 0.3).sin() * 3.0).sin() * grain;
        let dust = dice.between(-1.0, 1.0) * grain * 0.5;
        Rgb(base.map(|value| (value + wave + dust).clamp(0.0, 255.0) as u8))
    })
}

/// Light from one side, a lamp's reflection, blur, noise, and a copier that knows no colours.
fn weather(dice: &mut Dice, picture: &RgbImage, tier: &str) -> RgbImage {
    let (blur, noise, dark) = match tier {
        "flat" => (dice.between(0.0, 0.5), 2.0, 0.05),
        "photo" => (dice.between(0.3, 1.0), 5.0, 0.3),
        _ => (dice.between(0.6, 2.0), 11.0, 0.55),
    };
    let mut picture = if blur > 0.25 { imageops::blur(picture, blur as f32) } else { picture.clone() };
    let grey = dice.next().is_multiple_of(6);
    let (shade, way) = (dice.between(0.0, dark), dice.between(0.0, TAU));
    let size = [f64::from(picture.width()), f64::from(picture.height())];
    let lamp = [dice.between(0.0, size[0]), dice.between(0.0, size[1])];
    let glare = if tier == "hard" && dice.next().is_multiple_of(2) { dice.between(60.0, 190.0) } else { 0.0 };
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let [u, v] = [f64::from(x) / size[0] - 0.5, f64::from(y) / size[1] - 0.5];
        let light = 1.0 - shade * (0.5 + u * way.cos() + v * way.sin()).clamp(0.0, 1.0);
        let far = ((f64::from(x) - lamp[0]).hypot(f64::from(y) - lamp[1]) / (size[0] * 0.12)).powi(2);
        let add = glare * (-far).exp();
        let mut colour = pixel.0.map(f64::from);
        if grey {
            colour = [colour[0] * 0.3 + colour[1] * 0.59 + colour[2] * 0.11; 3];
        }
        *pixel = Rgb(colour
            .map(|value| (value * light + add + dice.between(-1.0, 1.0) * noise).clamp(0.0, 255.0) as u8));
    }
    picture
}
