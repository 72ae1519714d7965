//! Pixels for the networks: parts of a picture, straightened and scaled.

use image::{Rgb, RgbImage};

/// What is shown where a picture ends.
const OUTSIDE: [f32; 3] = [128.0; 3];

/// The colour at a point, between the four pixels round it; beyond the edge, that of the nearest pixel.
pub(super) fn colour(picture: &RgbImage, [x, y]: [f64; 2]) -> [f32; 3] {
    let limit = [picture.width(), picture.height()].map(|length| f64::from(length) - 1.0);
    let [x, y] = [(x - 0.5).clamp(0.0, limit[0]), (y - 0.5).clamp(0.0, limit[1])];
    let [column, row] = [x as u32, y as u32];
    let [right, below] = [(column + 1).min(picture.width() - 1), (row + 1).min(picture.height() - 1)];
    let [across, down] = [x.fract() as f32, y.fract() as f32];
    let at = |x, y| picture.get_pixel(x, y).0.map(f32::from);
    let [a, b, c, d] = [at(column, row), at(right, row), at(column, below), at(right, below)];
    [0, 1, 2].map(|channel| {
        let upper = a[channel] + (b[channel] - a[channel]) * across;
        let lower = c[channel] + (d[channel] - c[channel]) * across;
        upper + (lower - upper) * down
    })
}

/// A `width` x `height` picture, each pixel the mean of `points` x `points` places; `place` says where a point of it, in
/// its own pixels, lies in `picture`. What lies outside is grey.
pub(in crate::evidence) fn picture(
    picture: &RgbImage,
    [width, height]: [u32; 2],
    points: u32,
    place: impl Fn(f64, f64) -> [f64; 2],
) -> RgbImage {
    let limit = [picture.width(), picture.height()].map(f64::from);
    let step = |step: u32| (f64::from(step) + 0.5) / f64::from(points);
    RgbImage::from_fn(width, height, |x, y| {
        let mut sum = [0.0; 3];
        for down in 0..points {
            for across in 0..points {
                let at = place(f64::from(x) + step(across), f64::from(y) + step(down));
                let inside = at[0] >= 0.0 && at[1] >= 0.0 && at[0] <= limit[0] && at[1] <= limit[1];
                let colour = if inside { colour(picture, at) } else { OUTSIDE };
                sum = [0, 1, 2].map(|channel| sum[channel] + colour[channel]);
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
    place: impl Fn(f64, f64) -> [f64; 2],
    scale: impl Fn(usize, f32) -> f32,
) -> Vec<f32> {
    let mut planes = vec![0.0; 3 * width * height];
    let steps: Vec<f64> = (0..points).map(|step| (f64::from(step) + 0.5) / f64::from(points)).collect();
    let share = 1.0 / (points * points) as f32;
    for y in 0..height {
        for x in 0..width {
            let mut sum = [0.0; 3];
            for down in &steps {
                for across in &steps {
                    let [red, green, blue] = colour(picture, place(x as f64 + across, y as f64 + down));
                    sum = [sum[0] + blue, sum[1] + green, sum[2] + red];
                }
            }
            for (plane, value) in sum.into_iter().enumerate() {
                planes[(plane * height + y) * width + x] = scale(plane, value * share);
            }
        }
    }
    planes
}
