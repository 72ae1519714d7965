//! The kinds of pictures of each tier; `scans` has the flat ones, `hard` the hard ones.

use std::f64::consts::FRAC_PI_2;

use image::{RgbImage, imageops};

use crate::camera::{Place, View};
use crate::dice::Dice;
use crate::pages;
use crate::plastic;
use crate::scans::{dpi, persons};
use crate::scene::{Odd, Scene, Shot, any_ground, card, lens, side};
use crate::sheet::{CARD, Sheet};
use crate::stock::Stock;
use crate::truth::Truth;
use crate::weather::Weather;

/// What is no card.
pub(crate) const NONE: [&str; 11] = [
    "form",
    "form",
    "register",
    "business_card",
    "bank_card",
    "driver",
    "driver",
    "permit",
    "permit",
    "business_licence",
    "scene",
];

/// What is odd about a card.
pub(crate) const ODD: [&str; 6] =
    ["bilingual", "mirrored", "number_15", "number_wrong", "number_wrong", "two_persons"];

/// A lamp that adds so much leaves nothing of print.
const OUTSHINES: f64 = 225.0;

/// A picture and what is true of it; the file's name is still to come.
pub(crate) type Made = (RgbImage, Truth);

pub(crate) fn made(scene: Scene, tier: &'static str, kind: &str) -> Made {
    let tags = scene.tags.clone();
    let (picture, cards, pages) = scene.finish();
    let oriented_size = [picture.width(), picture.height()];
    (picture, Truth { file: String::new(), tier, kind: kind.to_owned(), tags, oriented_size, cards, pages })
}

pub(crate) fn weathered(dice: &mut Dice, (picture, mut truth): Made, weather: &Weather) -> Made {
    if weather.glare[0] > 0.0 {
        let size = truth.oriented_size.map(f64::from);
        // Print is gone where the lamp makes it as light as the paper.
        truth.faded(|at| f64::from(weather.shine(size, at) < OUTSHINES));
    }
    (weather.over(dice, picture), truth)
}

/// What an ordinary photograph shows.
pub(crate) fn photo(dice: &mut Dice, stock: &Stock) -> Made {
    let shot = Shot::ordinary(dice);
    let (scene, kind) = one(dice, stock, &shot, Odd::Nothing);
    let weather = Weather::photo(dice);
    weathered(dice, made(scene, "photo", kind), &weather)
}

/// One card, on any ground.
pub(crate) fn one(dice: &mut Dice, stock: &Stock, shot: &Shot, odd: Odd) -> (Scene, &'static str) {
    let (size, view, place) = shot.aim(dice);
    let (ground, name) = any_ground(dice, stock, size);
    let side = if odd == Odd::Nothing { side(dice) } else { "portrait" };
    let (sheet, tags) = card(dice, stock, side, shot.wide / CARD[0], odd);
    let mut scene = Scene::new(ground, view);
    scene.tags = tags;
    let shadow = dice.between(0.1, 0.6);
    scene.lay(sheet, place, shadow);
    (scene, name)
}
/// A picture that holds no card.
pub(crate) fn none(kind: &str, dice: &mut Dice, stock: &Stock) -> Made {
    let is_scan = kind != "scene" && dice.chance(0.3);
    let scale = if is_scan { dpi(200.0) } else { dice.between(8.0, 13.0) };
    let sheet = match kind {
        "form" => pages::form(dice, scale.min(8.0)),
        "register" => pages::register(dice, scale),
        "business_licence" => pages::licence(dice, scale.min(8.0)),
        "business_card" => plastic::business(dice, scale),
        "bank_card" => plastic::bank(dice, scale),
        "driver" => plastic::driver(dice, scale),
        "permit" => plastic::permit(dice, scale),
        _ => Sheet::plain([1.0; 2], 1.0, [128; 3]),
    };
    let scale = sheet.scale;
    let room = if is_scan { 1.02 } else { dice.between(1.0, 1.7) };
    let mut size = sheet.size.map(|length| (length * room * scale) as u32);
    if !is_scan {
        size = [size[0].max(size[1]), size[1].max(size[0]) * 3 / 4];
        if dice.chance(0.5) {
            size.reverse();
        }
    }
    if kind == "scene" {
        size = [1600, 1200];
    }
    let tilt = if is_scan { 0.0 } else { dice.between(0.0, 0.35) };
    let view = View::new(size, scale, lens(dice), tilt, dice.between(0.0, 6.2));
    let (ground, _) = any_ground(dice, stock, size);
    let mut scene = Scene::new(ground, view);
    if kind != "scene" {
        let turn = if is_scan { 0.0 } else { dice.around(0.3) + FRAC_PI_2 * dice.whole(0, 3) as f64 };
        scene.lay(sheet, Place::new([0.0; 2], turn, 0.0), 0.3);
    }
    let weather = if is_scan { Weather::flatbed(dice) } else { Weather::photo(dice) };
    weathered(dice, made(scene, "none", kind), &weather)
}

/// Cards with something that is not as it should be.
pub(crate) fn odd(kind: &str, dice: &mut Dice, stock: &Stock) -> Made {
    let odd = match kind {
        "bilingual" => Odd::Bilingual,
        "number_15" => Odd::OldNumber,
        "number_wrong" => Odd::WrongCheck,
        _ => Odd::Nothing,
    };
    let (mut scene, weather) = if kind == "two_persons" {
        (persons(dice, stock), Weather::flatbed(dice))
    } else {
        let shot = Shot::ordinary(dice);
        (one(dice, stock, &Shot { wide: shot.wide.min(1300.0), ..shot }, odd).0, Weather::photo(dice))
    };
    scene.tags.push(kind.to_owned());
    let (mut picture, mut truth) = weathered(dice, made(scene, "ask", kind), &weather);
    if kind == "mirrored" {
        imageops::flip_horizontal_in_place(&mut picture);
        let width = f64::from(picture.width());
        truth.moved(|[x, y]| [width - x, y]);
    }
    (picture, truth)
}
