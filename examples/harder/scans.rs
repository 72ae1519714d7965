//! Scans and copies: cards that lie flat.

use std::f64::consts::{FRAC_PI_2, PI};

use image::RgbImage;
use image::imageops::{self, FilterType};

use crate::camera::{Place, View};
use crate::dice::Dice;
use crate::ground;
use crate::kinds::{Made, made};
use crate::pages;
use crate::scene::{Odd, Scene, card, side};
use crate::sheet::CARD;
use crate::stock::Stock;
use crate::weather::{self, Weather};

/// Flat pictures.
pub(crate) const FLAT: [&str; 7] =
    ["crop", "flatbed", "flatbed", "a4_both", "page_text", "copy_grey", "copy_bw"];

/// How dark a rim is at least that a copier draws.
const RIM: f64 = 0.4;

/// A copier in black and white sees so much finer than its copies are scanned.
const FINER: u32 = 2;

fn finer(kind: &str) -> f64 {
    f64::from(if kind == "copy_bw" { FINER } else { 1 })
}

/// A millimetre in pixels at this many dots an inch.
pub(crate) fn dpi(dots: f64) -> f64 {
    dots / 25.4
}
/// Scans and copies.
pub(crate) fn flat(kind: &str, dice: &mut Dice, stock: &Stock) -> Made {
    let dots = *dice.of(&[150.0, 200.0, 200.0, 240.0, 300.0]);
    let (mut picture, mut truth) = match kind {
        "crop" => {
            let dots = if dice.chance(0.12) { 600.0 } else { dots };
            let size = CARD.map(|length| (length * dpi(dots)).round() as u32);
            alone(kind, dice, stock, dots, size, Place::new([0.0; 2], 0.0, 0.0))
        }
        "a4_both" | "page_text" => page(kind, dice, stock, dots.min(200.0)),
        _ if kind.starts_with("copy") && dice.chance(0.5) => {
            page(kind, dice, stock, dots.min(200.0) * finer(kind))
        }
        _ => {
            let turn = FRAC_PI_2 * dice.whole(0, 3) as f64 + dice.around(0.06);
            let margin = dice.between(3.0, 45.0);
            let dots = dots * finer(kind);
            let reach = [turn.cos().abs(), turn.sin().abs()];
            let size = [CARD[0] * reach[0] + CARD[1] * reach[1], CARD[0] * reach[1] + CARD[1] * reach[0]]
                .map(|length| ((length + margin * 2.0) * dpi(dots)) as u32);
            let at = [dice.around(margin * 0.6), dice.around(margin * 0.6)];
            alone(kind, dice, stock, dots, size, Place::new(at, turn, 0.0))
        }
    };
    truth.tags.push(format!("{dots}dpi"));
    let weather = Weather::flatbed(dice);
    picture = weather.over(dice, picture);
    match kind {
        "copy_grey" => weather::grey(&mut picture),
        "copy_bw" => {
            weather::black_and_white(dice, &mut picture);
            let size = truth.oriented_size.map(|length| length / FINER);
            picture = imageops::resize(&picture, size[0], size[1], FilterType::Triangle);
            truth.moved(|at| at.map(|value| value / f64::from(FINER)));
            truth.oriented_size = size;
            if truth.cards.iter().any(|card| is_lost(&picture, card.corners, dots)) {
                truth.tier = "ask";
            }
        }
        _ => (),
    }
    (picture, truth)
}

/// One card on a scanner's lid.
fn alone(kind: &str, dice: &mut Dice, stock: &Stock, dots: f64, size: [u32; 2], place: Place) -> Made {
    let lid = match dice.whole(0, 5) {
        0 => dice.colour(8.0, 40.0),
        1 => [dice.between(120.0, 205.0) as u8; 3],
        _ => [dice.between(242.0, 255.0) as u8; 3],
    };
    let side = side(dice);
    let (sheet, tags) = card(dice, stock, side, dpi(dots), Odd::Nothing);
    let mut scene = Scene::new(ground::plain(dice, size, lid), View::flat(size, dpi(dots)));
    scene.tags = tags;
    let rim = edge(dice, kind);
    scene.lay(sheet, place, rim);
    made(scene, "flat", kind)
}

/// Both sides on one page, or one side with print above and below.
fn page(kind: &str, dice: &mut Dice, stock: &Stock, dots: f64) -> Made {
    let with_text = kind == "page_text";
    let size = pages::A4.map(|length| (length * dpi(dots)) as u32);
    let mut paper = pages::blank(dice, pages::A4, dpi(dots));
    let both = !with_text || dice.chance(0.5);
    if with_text {
        pages::lines(dice, &mut paper, [14.0, 46.0]);
        pages::lines(dice, &mut paper, [if both { 228.0 } else { 138.0 }, 285.0]);
    }
    let mut scene = Scene::new(paper.picture, View::flat(size, dpi(dots)));
    let turned = if dice.chance(0.15) { PI } else { 0.0 };
    let first = side(dice);
    let sides = if both { vec!["portrait", "emblem"] } else { vec![first] };
    for (index, side) in sides.into_iter().enumerate() {
        let (sheet, tags) = card(dice, stock, side, dpi(dots), Odd::Nothing);
        let at = [dice.around(18.0), -148.5 + 90.0 + 98.0 * index as f64 + dice.around(6.0)];
        let place = Place::new(at, turned + dice.around(0.05), 0.0);
        let rim = edge(dice, kind);
        scene.lay(sheet, place, rim);
        scene.tags.extend(tags);
    }
    made(scene, "flat", kind)
}

/// How dark the rim is where the lid does not touch the scanner's glass: a copier makes a line of it, seldom nothing.
fn edge(dice: &mut Dice, kind: &str) -> f64 {
    if kind.starts_with("copy") && dice.chance(0.85) {
        dice.between(RIM, 0.7)
    } else {
        dice.between(0.02, 0.35)
    }
}

/// Whether nothing is left of an edge of a card on a copy in black and white: where the card ends, nobody can see, and a
/// person has to be asked.
fn is_lost(picture: &RgbImage, corners: [[f64; 2]; 4], dots: f64) -> bool {
    const STEPS: usize = 40;
    // The copy's paper is lighter.
    const PALE: u8 = 235;
    let reach = (1.5 * dpi(dots)) as i32;
    (0..4).any(|side| {
        let ([x, y], [u, v]) = (corners[side], corners[(side + 1) % 4]);
        let length = (u - x).hypot(v - y);
        // The corners lie clockwise, so this points out of the card.
        let out = [(v - y) / length, (x - u) / length];
        let is_dark = |step: &usize| {
            let t = 0.1 + 0.8 * *step as f64 / STEPS as f64;
            let at = [x + (u - x) * t, y + (v - y) * t];
            (-2..=reach).any(|away| {
                let [x, y] = [0, 1].map(|axis| (at[axis] + out[axis] * f64::from(away)).max(0.0) as u32);
                picture.get_pixel_checked(x, y).is_some_and(|pixel| pixel.0[0] < PALE)
            })
        };
        (0..STEPS).filter(is_dark).count() < STEPS / 4
    })
}

/// The same side of two cards on one page.
pub(crate) fn persons(dice: &mut Dice, stock: &Stock) -> Scene {
    let scale = dpi(200.0);
    let size = pages::A4.map(|length| (length * scale) as u32);
    let paper = pages::blank(dice, pages::A4, scale);
    let mut scene = Scene::new(paper.picture, View::flat(size, scale));
    let side = side(dice);
    for index in 0..2 {
        let (sheet, tags) = card(dice, stock, side, scale, Odd::Nothing);
        let at = [dice.around(18.0), -60.0 + 98.0 * f64::from(index) + dice.around(6.0)];
        let turn = dice.around(0.05);
        scene.lay(sheet, Place::new(at, turn, 0.0), 0.1);
        scene.tags.extend(tags);
    }
    scene
}
