//! A scan as it is shown, small enough to look at.

use image::{Rgb, RgbImage};

use crate::evidence::{Scan, rows};

/// The whole picture, upright as it is shown, at most `longest` pixels long; and its scale to oriented pixels.
pub(super) fn overview(scan: &Scan, longest: u32) -> (RgbImage, f64) {
    let [width, height] = scan.size();
    let scale = (f64::from(width.max(height)) / f64::from(longest)).max(1.0);
    (strip(scan, scale, 0, height), scale)
}

/// Some rows of the picture over its whole width, from `top` on, `height` of them, in oriented pixels; made smaller by
/// `scale`.
pub(super) fn strip(scan: &Scan, scale: f64, top: u32, height: u32) -> RgbImage {
    let size = [scan.size()[0], height].map(|length| ((f64::from(length) / scale).round() as u32).max(1));
    let steps = (scale.floor() as u32).clamp(1, 4);
    let limit = [scan.pixels.width(), scan.pixels.height()].map(|length| f64::from(length) - 0.5);
    rows::picture(size, |x, y| {
        let mut sum = [0u32; 3];
        for down in 0..steps {
            for across in 0..steps {
                let part =
                    |at: u32, step: u32| (f64::from(at) + (f64::from(step) + 0.5) / f64::from(steps)) * scale;
                let stored = scan.stored([part(x, across), f64::from(top) + part(y, down)]);
                let [column, row] = [0, 1].map(|axis| stored[axis].clamp(0.0, limit[axis]) as u32);
                let pixel = scan.pixels.get_pixel(column, row).0;
                sum.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += u32::from(value));
            }
        }
        Rgb(sum.map(|value| (value / (steps * steps)) as u8))
    })
}
