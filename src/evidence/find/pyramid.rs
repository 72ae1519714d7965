//! A scan in several sizes, each half the one before it: from afar every pixel counts, and few are looked at.
//!
//! L. Williams, "Pyramidal Parametrics", SIGGRAPH 1983.

use image::RgbImage;
use rayon::prelude::*;

use crate::evidence::Scan;
use crate::evidence::sample::View;
use crate::evidence::warp::Placement;

/// Nobody looks at less than this from afar: longest side in pixels.
const SMALLEST: u32 = 800;
/// A level may be this much coarser than the picture that is made of it.
const COARSER: f64 = 0.9;

/// A scan and its halves.
pub(super) struct Pyramid<'a> {
    pub(super) scan: &'a Scan,
    halves: Vec<RgbImage>,
}

impl<'a> Pyramid<'a> {
    /// The scan, with all of the smaller levels.
    pub(super) fn of(scan: &'a Scan) -> Self {
        let mut halves: Vec<RgbImage> = Vec::new();
        loop {
            let last = halves.last().unwrap_or(&scan.pixels);
            if last.width().max(last.height()) < 2 * SMALLEST {
                return Self { scan, halves };
            }
            let half = half(last);
            halves.push(half);
        }
    }

    /// The level for a picture whose pixels are `step` oriented pixels long, and how long its own pixels are.
    fn level(&self, step: f64) -> (&RgbImage, f64) {
        let level = (step / COARSER).max(1.0).log2() as usize;
        let level = level.min(self.halves.len());
        let pixels = level.checked_sub(1).map_or(&self.scan.pixels, |half| &self.halves[half]);
        (pixels, f64::from(1u32 << level))
    }

    /// The whole picture, upright as it is shown, at most `longest` pixels long; and its scale to oriented pixels.
    pub(super) fn overview(&self, longest: u32) -> (RgbImage, f64) {
        let [width, height] = self.scan.size();
        let scale = (f64::from(width.max(height)) / f64::from(longest)).max(1.0);
        (self.strip(scale, 0, height), scale)
    }

    /// Some rows of the picture over its whole width, from `top` on, `height` of them, in oriented pixels; made smaller by
    /// `scale`.
    pub(super) fn strip(&self, scale: f64, top: u32, height: u32) -> RgbImage {
        let width = self.scan.size()[0];
        let size = [width, height].map(|length| ((f64::from(length) / scale).round() as u32).max(1));
        let [right, upper, lower] = [width, top, top + height].map(f64::from);
        self.view([[0.0, upper], [right, upper], [right, lower], [0.0, lower]], size).picture()
    }

    /// What lies between `corners`, in oriented pixels, straightened to `size`.
    pub(super) fn view(&self, corners: [[f64; 2]; 4], size: [u32; 2]) -> View<'_> {
        let step = Placement::of(corners).extent()[0] / f64::from(size[0]);
        let (pixels, long) = self.level(step);
        let stored = corners.map(|corner| self.scan.stored(corner).map(|value| value / long));
        View::new(pixels, Placement::of(stored), size)
    }
}

/// The picture half as wide and half as high: means of 2 x 2 pixels. A last odd column or row has a twin.
fn half(picture: &RgbImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    let mut half = RgbImage::new(width.div_ceil(2), height.div_ceil(2));
    let row = |y: u32| &picture.as_raw()[(3 * width * y) as usize..(3 * width * (y + 1)) as usize];
    let rows = half.par_chunks_exact_mut(3 * width.div_ceil(2) as usize);
    rows.enumerate().for_each(|(y, half)| {
        let y = 2 * y as u32;
        let pairs = row(y).chunks(6).zip(row((y + 1).min(height - 1)).chunks(6));
        for (pixel, (above, below)) in half.chunks_exact_mut(3).zip(pairs) {
            let beside = above.len() - 3;
            for (channel, value) in pixel.iter_mut().enumerate() {
                let four = [above[channel], above[channel + beside], below[channel], below[channel + beside]];
                *value = ((four.map(u16::from).iter().sum::<u16>() + 2) / 4) as u8;
            }
        }
    });
    half
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{ImageFormat, Rgb};

    use super::*;

    #[test]
    fn every_level_shows_the_same_at_the_same_place() {
        let shade = |x: u32, y: u32| Rgb([(x / 16) as u8, (y / 8) as u8, 90]);
        let mut png = Vec::new();
        RgbImage::from_fn(3203, 1701, shade).write_to(&mut Cursor::new(&mut png), ImageFormat::Png).unwrap();
        let scan = Scan::read(&png).unwrap();
        let pyramid = Pyramid::of(&scan);
        let sizes: Vec<_> = pyramid.halves.iter().map(RgbImage::dimensions).collect();
        assert_eq!(sizes, [(1602, 851), (801, 426)]);
        let corners = [[200.0, 160.0], [3000.0, 200.0], [2900.0, 1600.0], [240.0, 1500.0]];
        for step in [1, 2, 4] {
            let size = [2800 / step, 1400 / step];
            let (view, place) = (pyramid.view(corners, size), Placement::of(corners));
            let near = view.within(50);
            assert_eq!(near.size(), size.map(|length| length - 100));
            for (u, v) in [(0.1, 0.2), (0.5, 0.5), (0.93, 0.71)] {
                let [x, y] = [(u, size[0]), (v, size[1])].map(|(part, long)| part * f64::from(long));
                let [at, below] = place.at(u, v);
                let wanted = shade(at as u32, below as u32).0;
                let seen = view.pixel(x as u32, y as u32);
                assert_eq!(seen, near.pixel(x as u32 - 50, y as u32 - 50));
                assert!(
                    seen.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= 2),
                    "{step} {seen:?} {wanted:?}"
                );
            }
        }
    }
}
