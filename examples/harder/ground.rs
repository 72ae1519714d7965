//! What a card lies on.

use std::f64::consts::TAU;

use image::{Rgb, RgbImage, imageops};

use crate::dice::Dice;
use crate::sheet::mix;

/// One colour, with a trace of dust.
pub(crate) fn plain(dice: &mut Dice, [width, height]: [u32; 2], colour: [u8; 3]) -> RgbImage {
    let mut picture = RgbImage::from_pixel(width, height, Rgb(colour));
    for _ in 0..dice.whole(0, 40) {
        let [x, y] = [dice.whole(0, u64::from(width - 1)), dice.whole(0, u64::from(height - 1))];
        mix(picture.get_pixel_mut(x as u32, y as u32), [128; 3], 0.3);
    }
    picture
}

/// A board: long grain of two colours.
pub(crate) fn desk(dice: &mut Dice, [width, height]: [u32; 2]) -> RgbImage {
    let dark = match dice.whole(0, 3) {
        0 => dice.dull(30.0, 200.0),
        _ => {
            let red = dice.between(60.0, 215.0);
            [red, red * dice.between(0.6, 0.85), red * dice.between(0.35, 0.7)]
        }
    };
    let [contrast, wave] = [dice.between(0.05, 0.3), dice.between(30.0, 160.0)];
    let clouds = clouds(dice, [width, height], [wave * 5.0, wave], [0.0, 255.0]);
    let fine = clouds_of_grain(dice, [width, height]);
    RgbImage::from_fn(width, height, |x, y| {
        let rings = (f64::from(clouds.get_pixel(x, y).0[0]) / 9.0).sin() * contrast;
        let grain = (f64::from(fine.get_pixel(x, y).0[0]) / 255.0 - 0.5) * contrast;
        Rgb(dark.map(|value| (value * (1.0 + rings + grain)).clamp(0.0, 255.0) as u8))
    })
}

/// Woven threads.
pub(crate) fn cloth(dice: &mut Dice, [width, height]: [u32; 2]) -> RgbImage {
    let base = dice.dull(25.0, 215.0);
    let pitch = dice.between(3.0, 14.0);
    let depth = dice.between(0.04, 0.2);
    let stripes = if dice.chance(0.4) { dice.between(60.0, 260.0) } else { 0.0 };
    let other = dice.dull(20.0, 230.0).map(|value| value as u8);
    let folds = clouds(dice, [width, height], [400.0, 400.0], [200.0, 255.0]);
    let table: Vec<f64> =
        (0..width.max(height)).map(|at| (f64::from(at) * TAU / pitch).sin() * depth).collect();
    RgbImage::from_fn(width, height, |x, y| {
        let weave = 1.0 + table[x as usize] + table[y as usize];
        let fold = f64::from(folds.get_pixel(x, y).0[0]) / 255.0;
        let mut pixel = Rgb(base.map(|value| (value * weave * fold).clamp(0.0, 255.0) as u8));
        let on = |at: u32| (f64::from(at) / stripes).fract() < 0.3;
        if stripes > 0.0 && (on(x) || on(y)) {
            mix(&mut pixel, other, 0.45);
        }
        pixel
    })
}

/// White or tinted paper with a soft unevenness.
pub(crate) fn paper(dice: &mut Dice, size: [u32; 2], least: f64) -> RgbImage {
    let base = dice.dull(least, 248.0).map(|value| value as u8);
    let clouds = clouds(dice, size, [300.0, 300.0], [240.0, 255.0]);
    let ruled = dice.chance(0.3).then(|| dice.whole(40, 110) as u32);
    RgbImage::from_fn(size[0], size[1], |x, y| {
        let light = f64::from(clouds.get_pixel(x, y).0[0]) / 255.0;
        let line = if ruled.is_some_and(|pitch| y % pitch < 2) { 0.82 } else { 1.0 };
        Rgb(base.map(|value| (f64::from(value) * light * line) as u8))
    })
}

/// Things of straight and round edges, one over the other.
pub(crate) fn clutter(dice: &mut Dice, size: [u32; 2]) -> RgbImage {
    let mut picture = desk(dice, size);
    let [width, height] = size.map(f64::from);
    for _ in 0..dice.whole(14, 40) {
        let ink = dice.colour(10.0, 250.0);
        let [x, y] = [dice.between(0.0, width), dice.between(0.0, height)];
        let [a, b] = [dice.between(0.02, 0.3) * width, dice.between(0.01, 0.2) * width];
        let turn = dice.between(0.0, TAU);
        let [c, s] = [turn.cos(), turn.sin()];
        let round = dice.chance(0.3);
        let lines = if dice.chance(0.4) { dice.between(6.0, 30.0) } else { 0.0 };
        let reach = a.hypot(b);
        for py in (y - reach).max(0.0) as u32..((y + reach) as u32).min(size[1]) {
            for px in (x - reach).max(0.0) as u32..((x + reach) as u32).min(size[0]) {
                let [dx, dy] = [f64::from(px) - x, f64::from(py) - y];
                let [u, v] = [(dx * c + dy * s) / a, (dy * c - dx * s) / b];
                let inside = if round { u.hypot(v) < 1.0 } else { u.abs().max(v.abs()) < 1.0 };
                if inside {
                    let stripe = lines > 0.0 && (v * b / lines).rem_euclid(1.0) < 0.3 && u.abs() < 0.8;
                    mix(picture.get_pixel_mut(px, py), if stripe { [30; 3] } else { ink }, 0.96);
                }
            }
        }
    }
    picture
}

/// A photograph that has nothing to do with it.
pub(crate) fn photo(picture: &RgbImage, [width, height]: [u32; 2]) -> RgbImage {
    imageops::resize(picture, width, height, imageops::FilterType::Triangle)
}

/// Chance values so many pixels apart, and smooth between them.
fn clouds(
    dice: &mut Dice,
    [width, height]: [u32; 2],
    apart: [f64; 2],
    [least, most]: [f64; 2],
) -> image::GrayImage {
    let count = |length: u32, apart: f64| (f64::from(length) / apart).ceil() as u32 + 2;
    let [w, h] = [count(width, apart[0]), count(height, apart[1])];
    let coarse = image::GrayImage::from_fn(w, h, |_, _| image::Luma([dice.between(least, most) as u8]));
    imageops::resize(&coarse, width, height, imageops::FilterType::Triangle)
}

fn clouds_of_grain(dice: &mut Dice, size: [u32; 2]) -> image::GrayImage {
    clouds(dice, size, [24.0, 2.5], [0.0, 255.0])
}
