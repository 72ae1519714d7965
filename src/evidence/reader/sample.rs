//! Pixels for the networks: parts of a picture, straightened and scaled.

use image::{Rgb, RgbImage};

use crate::evidence::rows;
use crate::evidence::warp::{Placement, add};

/// What is shown where a picture ends.
const OUTSIDE: [f32; 3] = [128.0; 3];

/// The colour at a point, between the four pixels round it; beyond the edge, that of the nearest pixel.
pub(in crate::evidence) fn colour(picture: &RgbImage, point: [f64; 2]) -> [f32; 3] {
    let size = [picture.width(), picture.height()];
    let (width, raw) = (size[0] as usize, picture.as_raw().as_slice());
    let row = |x: u32, y: u32| &raw[(y as usize * width + x as usize) * 3..];
    between(size, point, |x, y| match (row(x, y).first_chunk::<6>(), x + 1 < size[0]) {
        (Some([a, b, c, d, e, f]), true) => [[*a, *b, *c], [*d, *e, *f]],
        _ => [picture.get_pixel(x, y).0; 2],
    })
}

/// The colour at a point of a picture of `size`, of which `pair` gives a pixel and its right neighbour.
fn between(size: [u32; 2], [x, y]: [f64; 2], pair: impl Fn(u32, u32) -> [[u8; 3]; 2]) -> [f32; 3] {
    let limit = size.map(|length| f64::from(length) - 1.0);
    let (x, y) = ((x - 0.5).clamp(0.0, limit[0]), (y - 0.5).clamp(0.0, limit[1]));
    let (column, row) = (x as u32, y as u32);
    let (across, down) = ((x - f64::from(column)) as f32, (y - f64::from(row)) as f32);
    let [a, b] = pair(column, row);
    let [c, d] = pair(column, (row + 1).min(size[1] - 1));
    // A plain loop: the compiler makes vectors of it, and of closures over arrays it does not.
    let mut colour = [0.0; 3];
    for (channel, value) in colour.iter_mut().enumerate() {
        let [a, b, c, d] = [a[channel], b[channel], c[channel], d[channel]].map(f32::from);
        let (upper, lower) = (a + (b - a) * across, c + (d - c) * across);
        *value = upper + (lower - upper) * down;
    }
    colour
}

/// A part of a picture, straightened, whose pixels are made when they are asked for. What lies outside is grey.
pub(in crate::evidence) struct View<'a> {
    picture: &'a RgbImage,
    /// From the view, 1 x 1, to the picture's pixels.
    frame: Placement,
    size: [u32; 2],
    /// Each pixel is the mean of so many places along each axis.
    points: u32,
}

impl<'a> View<'a> {
    /// The view of what `frame` says, in `size`.
    pub(in crate::evidence) fn new(picture: &'a RgbImage, frame: Placement, size: [u32; 2]) -> Self {
        let points = ((frame.extent()[0] / f64::from(size[0])).round() as u32).clamp(1, 3);
        Self { picture, frame, size, points }
    }

    /// Width and height in pixels.
    pub(in crate::evidence) fn size(&self) -> [u32; 2] {
        self.size
    }

    /// A pixel by its column and row.
    pub(in crate::evidence) fn pixel(&self, x: u32, y: u32) -> [u8; 3] {
        let limit = [self.picture.width(), self.picture.height()].map(f64::from);
        let step = |step: u32| (f64::from(step) + 0.5) / f64::from(self.points);
        let mut sum = [0.0; 3];
        for down in 0..self.points {
            for across in 0..self.points {
                let u = (f64::from(x) + step(across)) / f64::from(self.size[0]);
                let v = (f64::from(y) + step(down)) / f64::from(self.size[1]);
                let at = self.frame.at(u, v);
                let inside = at[0] >= 0.0 && at[1] >= 0.0 && at[0] <= limit[0] && at[1] <= limit[1];
                let colour = if inside { colour(self.picture, at) } else { OUTSIDE };
                add(&mut sum, 1.0, colour);
            }
        }
        sum.map(|value| (value / (self.points * self.points) as f32 + 0.5) as u8)
    }

    /// The colour at a point, between the four pixels round it.
    pub(in crate::evidence) fn colour(&self, point: [f64; 2]) -> [f32; 3] {
        between(self.size, point, |x, y| [self.pixel(x, y), self.pixel((x + 1).min(self.size[0] - 1), y)])
    }

    /// All of its pixels.
    pub(in crate::evidence) fn picture(&self) -> RgbImage {
        rows::picture(self.size, |x, y| Rgb(self.pixel(x, y)))
    }
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
