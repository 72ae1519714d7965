//! Pixels for the networks: parts of a picture, straightened and scaled.

use image::{Rgb, RgbImage};

use crate::evidence::rows;
use crate::evidence::warp::add;

/// What is shown where a picture ends.
const OUTSIDE: [f32; 3] = [128.0; 3];

/// The colour at a point, between the four pixels round it; beyond the edge, that of the nearest pixel.
pub(in crate::evidence) fn colour(picture: &RgbImage, [x, y]: [f64; 2]) -> [f32; 3] {
    let limit = [picture.width(), picture.height()].map(|length| f64::from(length) - 1.0);
    let (x, y) = ((x - 0.5).clamp(0.0, limit[0]), (y - 0.5).clamp(0.0, limit[1]));
    let (column, row) = (x as u32, y as u32);
    let (right, below) = ((column + 1).min(picture.width() - 1), (row + 1).min(picture.height() - 1));
    let (across, down) = (x.fract() as f32, y.fract() as f32);
    let at = |x, y| picture.get_pixel(x, y).0;
    let (a, b, c, d) = (at(column, row), at(right, row), at(column, below), at(right, below));
    // A plain loop: the compiler makes vectors of it, and of closures over arrays it does not.
    let mut colour = [0.0; 3];
    for (channel, value) in colour.iter_mut().enumerate() {
        let [a, b, c, d] = [a[channel], b[channel], c[channel], d[channel]].map(f32::from);
        let (upper, lower) = (a + (b - a) * across, c + (d - c) * across);
        *value = upper + (lower - upper) * down;
    }
    colour
}

/// A `width` x `height` picture, each pixel the mean of `points` x `points` places; `place` says where a point of it, in
/// its own pixels, lies in `picture`. What lies outside is grey.
pub(in crate::evidence) fn picture(
    picture: &RgbImage,
    [width, height]: [u32; 2],
    points: u32,
    place: impl Fn(f64, f64) -> [f64; 2] + Sync,
) -> RgbImage {
    let limit = [picture.width(), picture.height()].map(f64::from);
    let step = |step: u32| (f64::from(step) + 0.5) / f64::from(points);
    rows::picture([width, height], |x, y| {
        let mut sum = [0.0; 3];
        for down in 0..points {
            for across in 0..points {
                let at = place(f64::from(x) + step(across), f64::from(y) + step(down));
                let inside = at[0] >= 0.0 && at[1] >= 0.0 && at[0] <= limit[0] && at[1] <= limit[1];
                let colour = if inside { colour(picture, at) } else { OUTSIDE };
                add(&mut sum, 1.0, colour);
            }
        }
        Rgb(sum.map(|value| (value / (points * points) as f32).round() as u8))
    })
}

/// The planes blue, green and red of a `width` x `height` picture, each pixel the mean of `points` x `points` places.
///
/// `place` says where a point of it, in its own pixels, lies in `picture`; `scale` makes a value of a colour.
pub(super) fn planes(
    picture: &RgbImage,
    [width, height]: [usize; 2],
    points: u32,
    place: impl Fn(f64, f64) -> [f64; 2] + Sync,
    scale: impl Fn(usize, f32) -> f32 + Sync,
) -> Vec<f32> {
    let steps: Vec<f64> = (0..points).map(|step| (f64::from(step) + 0.5) / f64::from(points)).collect();
    let share = 1.0 / (points * points) as f32;
    rows::planes([width, height], |x, y| {
        let mut sum = [0.0; 3];
        for down in &steps {
            for across in &steps {
                add(&mut sum, share, colour(picture, place(x as f64 + across, y as f64 + down)));
            }
        }
        let [red, green, blue] = sum;
        [scale(0, blue), scale(1, green), scale(2, red)]
    })
}
