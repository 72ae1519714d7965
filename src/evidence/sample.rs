//! Colours between the pixels of a picture, and pictures that are made of them through a projective map.

use std::ops::Range;

use image::RgbImage;
use rayon::prelude::*;

use super::warp::Placement;

/// What is shown where a picture ends.
pub(super) const OUTSIDE: [f32; 3] = [128.0; 3];

/// A pixel with one byte more, since the processor's vectors have no three.
fn pixel(picture: &RgbImage, x: u32, y: u32) -> [u8; 4] {
    let start = (y as usize * picture.width() as usize + x as usize) * 3;
    picture.as_raw().get(start..).and_then(<[u8]>::first_chunk).copied().unwrap_or_else(|| {
        let [red, green, blue] = picture.get_pixel(x, y).0;
        [red, green, blue, 0]
    })
}

/// The colour at a point, between the four pixels round it; beyond the edge, that of the nearest pixel.
pub(super) fn colour(picture: &RgbImage, point: [f64; 2]) -> [f32; 3] {
    between([picture.width(), picture.height()], point, |x, y| pixel(picture, x, y))
}

/// The colour at a point of a picture of `size`, of which `pixel` gives a pixel, with one byte more.
fn between(size: [u32; 2], [x, y]: [f64; 2], pixel: impl Fn(u32, u32) -> [u8; 4]) -> [f32; 3] {
    let limit = size.map(|length| f64::from(length) - 1.0);
    let (x, y) = ((x - 0.5).clamp(0.0, limit[0]), (y - 0.5).clamp(0.0, limit[1]));
    // Signed: the processor converts these by one instruction.
    let (column, row) = (x as i32, y as i32);
    let (across, down) = ((x - f64::from(column)) as f32, (y - f64::from(row)) as f32);
    let [left, top] = [column as u32, row as u32];
    let [right, bottom] = [(left + 1).min(size[0] - 1), (top + 1).min(size[1] - 1)];
    let corners = [pixel(left, top), pixel(right, top), pixel(left, bottom), pixel(right, bottom)];
    let mut colour = [0.0; 4];
    // A plain loop: the compiler makes vectors of it, and of closures over arrays it does not.
    for (channel, value) in colour.iter_mut().enumerate() {
        let [a, b, c, d] = corners.map(|corner| f32::from(corner[channel]));
        let (upper, lower) = (a + (b - a) * across, c + (d - c) * across);
        *value = upper + (lower - upper) * down;
    }
    let [red, green, blue, _] = colour;
    [red, green, blue]
}

/// The colour at a point on Catmull-Rom splines through the sixteen pixels round it, which keep print sharp; or `outside`
/// beyond the picture's edge.
pub(super) fn spline(picture: &RgbImage, [x, y]: [f64; 2], outside: [f32; 3]) -> [f32; 3] {
    let (width, height) = (picture.width() as i32, picture.height() as i32);
    if !(x >= 0.0 && y >= 0.0 && x <= f64::from(width) && y <= f64::from(height)) {
        return outside;
    }
    // The pixel before the point, and how far from its middle the point lies.
    let before = |at: f64| ((at + 0.5) as i32 - 1, ((at + 0.5) - f64::from((at + 0.5) as i32)) as f32);
    let ((column, across), (row, down)) = (before(x), before(y));
    let weights = |t: f32| {
        let (t2, t3) = (t * t, t * t * t);
        [
            (2.0 * t2 - t3 - t) / 2.0,
            (3.0 * t3 - 5.0 * t2 + 2.0) / 2.0,
            (4.0 * t2 - 3.0 * t3 + t) / 2.0,
            (t3 - t2) / 2.0,
        ]
    };
    let mut sum = [0.0; 4];
    for (y, vertical) in (row - 1..).zip(weights(down)) {
        let y = y.clamp(0, height - 1) as u32;
        for (x, horizontal) in (column - 1..).zip(weights(across)) {
            let pixel = pixel(picture, x.clamp(0, width - 1) as u32, y);
            for (sum, value) in sum.iter_mut().zip(pixel) {
                *sum += vertical * horizontal * f32::from(value);
            }
        }
    }
    let [red, green, blue, _] = sum;
    [red, green, blue]
}

/// The colour at a point, or `outside` beyond the picture's edge.
pub(super) fn within(picture: &RgbImage, [x, y]: [f64; 2], outside: [f32; 3]) -> [f32; 3] {
    let inside = x >= 0.0 && y >= 0.0 && x <= f64::from(picture.width()) && y <= f64::from(picture.height());
    if inside { colour(picture, [x, y]) } else { outside }
}

/// The picture of `size` of what `frame`, 1 x 1, lies on, each pixel the mean of `points` places across and down, of which
/// `colour` says the colour. In `holes` (left, top, width and height) nothing is looked at, and the picture is black.
pub(super) fn means(
    size: [u32; 2],
    points: [u32; 2],
    frame: &Placement,
    holes: &[[u32; 4]],
    colour: impl Fn([f64; 2]) -> [f32; 3] + Sync,
) -> RgbImage {
    let mut picture = RgbImage::new(size[0], size[1]);
    let steps = [0, 1].map(|axis| f64::from(size[axis] * points[axis]));
    let count = (points[0] * points[1]) as f32;
    picture.par_chunks_exact_mut(3 * size[0] as usize).enumerate().for_each(|(y, row)| {
        let here = holes.iter().filter(|[_, top, _, height]| (*top..top + height).contains(&(y as u32)));
        let hidden: Vec<Range<u32>> = here.map(|[left, _, width, _]| *left..left + width).collect();
        let mut sums = vec![[0.0; 3]; size[0] as usize];
        let mut places = vec![[0.0; 2]; (size[0] * points[0]) as usize];
        for line in 0..points[1] {
            // All places first, then all colours: each is a short loop that the processor runs ahead in.
            let at = frame.row((f64::from(y as u32 * points[1] + line) + 0.5) / steps[1]);
            for (step, place) in places.iter_mut().enumerate() {
                *place = at((f64::from(step as u32) + 0.5) / steps[0]);
            }
            let pixels = sums.iter_mut().zip(places.chunks_exact(points[0] as usize));
            let seen = (0..).zip(pixels).filter(|(x, _)| !hidden.iter().any(|hidden| hidden.contains(x)));
            for (_, (sum, places)) in seen {
                places.iter().for_each(|place| add(sum, 1.0, colour(*place)));
            }
        }
        for (pixel, sum) in row.chunks_exact_mut(3).zip(sums) {
            // A conversion stops at 0 and 255; what was not looked at stays black.
            pixel.copy_from_slice(&sum.map(|value| (value / count + 0.5) as u8));
        }
    });
    picture
}

/// Adds a colour, weighted. A plain loop, as above.
pub(super) fn add(sum: &mut [f32; 3], weight: f32, colour: [f32; 3]) {
    for (sum, value) in sum.iter_mut().zip(colour) {
        *sum += weight * value;
    }
}

/// A part of a picture, straightened, whose pixels are made when they are asked for. What lies outside is grey.
pub(super) struct View<'a> {
    picture: &'a RgbImage,
    /// From the view, 1 x 1, to the picture's pixels.
    frame: Placement,
    size: [u32; 2],
    /// Each pixel is the mean of so many places along each axis.
    points: u32,
}

impl<'a> View<'a> {
    /// The view of what `frame` says, in `size`.
    pub(super) fn new(picture: &'a RgbImage, frame: Placement, size: [u32; 2]) -> Self {
        let points = ((frame.extent()[0] / f64::from(size[0])).round() as u32).clamp(1, 3);
        Self { picture, frame, size, points }
    }

    /// Width and height in pixels.
    pub(super) fn size(&self) -> [u32; 2] {
        self.size
    }

    /// A pixel by its column and row.
    pub(super) fn pixel(&self, x: u32, y: u32) -> [u8; 3] {
        let part = |at: u32, step: u32, axis: usize| {
            (f64::from(at * self.points + step) + 0.5) / f64::from(self.size[axis] * self.points)
        };
        let mut sum = [0.0; 3];
        for line in 0..self.points {
            let at = self.frame.row(part(y, line, 1));
            for column in 0..self.points {
                add(&mut sum, 1.0, within(self.picture, at(part(x, column, 0)), OUTSIDE));
            }
        }
        sum.map(|value| (value / (self.points * self.points) as f32 + 0.5) as u8)
    }

    /// The colour at a point, between the four pixels round it.
    pub(super) fn colour(&self, point: [f64; 2]) -> [f32; 3] {
        between(self.size, point, |x, y| {
            let [red, green, blue] = self.pixel(x, y);
            [red, green, blue, 0]
        })
    }

    /// The part of it without `margin` pixels at every edge.
    pub(super) fn within(&self, margin: u32) -> Self {
        let size = self.size.map(|length| length - 2 * margin);
        let near = self.size.map(|length| f64::from(margin) / f64::from(length));
        let far = near.map(|part| 1.0 - part);
        let corners = [near, [far[0], near[1]], far, [near[0], far[1]]];
        let frame = Placement::of(corners.map(|[u, v]| self.frame.at(u, v)));
        Self { picture: self.picture, frame, size, points: self.points }
    }

    /// All of its pixels.
    pub(super) fn picture(&self) -> RgbImage {
        means(self.size, [self.points; 2], &self.frame, &[], |at| within(self.picture, at, OUTSIDE))
    }
}
