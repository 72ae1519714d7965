//! From the scan's frame to the card's: where a point of the card lies, what must be hidden there, and the straight
//! picture.
//!
//! Everything here is IEEE arithmetic in a fixed order, so the same pixels give the same picture.

use image::{Rgb, RgbImage};

use super::scan::Trace;

/// What the picture shows where the card lies outside the scan.
const NOTHING: [f32; 3] = [128.0; 3];

/// The projective map from the card, 1 x 1 with its origin at the top left, to stored pixels.
pub(super) struct Placement {
    corners: [[f64; 2]; 4],
    x: [f64; 3],
    y: [f64; 3],
    w: [f64; 2],
}

impl Placement {
    /// The map that takes the card's corners, clockwise from the top left, to `corners`, which are convex.
    ///
    /// P. Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, §2.2.3: the square to a quadrilateral.
    pub(super) fn new(corners: [[i32; 2]; 4]) -> Self {
        let corners = corners.map(|corner| corner.map(f64::from));
        let [a, b, c, d] = corners;
        let from_c = |p: [f64; 2]| [p[0] - c[0], p[1] - c[1]];
        let (right, down) = (from_c(b), from_c(d));
        let bend = [0, 1].map(|axis| a[axis] - b[axis] + c[axis] - d[axis]);
        let cross = |p: [f64; 2], q: [f64; 2]| p[0] * q[1] - p[1] * q[0];
        let determinant = cross(right, down);
        let w = [cross(bend, down) / determinant, cross(right, bend) / determinant];
        let row =
            |axis: usize| [b[axis] - a[axis] + w[0] * b[axis], d[axis] - a[axis] + w[1] * d[axis], a[axis]];
        Self { corners, x: row(0), y: row(1), w }
    }

    /// Where a point of the card lies.
    pub(super) fn at(&self, u: f64, v: f64) -> [f64; 2] {
        let w = self.w[0] * u + self.w[1] * v + 1.0;
        [self.x, self.y].map(|row| (row[0] * u + row[1] * v + row[2]) / w)
    }

    /// Where a rectangle of a picture of the card lies: left, top, width and height in a picture of `size`.
    pub(super) fn outline(&self, [left, top, width, height]: [u32; 4], size: [u32; 2]) -> [[f64; 2]; 4] {
        let at =
            |x: u32, y: u32| self.at(f64::from(x) / f64::from(size[0]), f64::from(y) / f64::from(size[1]));
        [at(left, top), at(left + width, top), at(left + width, top + height), at(left, top + height)]
    }

    /// Mean lengths of the horizontal and of the vertical edges, in stored pixels.
    pub(super) fn extent(&self) -> [f64; 2] {
        let [a, b, c, d] = self.corners;
        let mean =
            |edges: [([f64; 2], [f64; 2]); 2]| edges.map(|(p, q)| distance(p, q)).iter().sum::<f64>() / 2.0;
        [mean([(a, b), (d, c)]), mean([(a, d), (b, c)])]
    }

    /// The card, straightened to a picture of `size`.
    ///
    /// Where the scan is finer than the picture, several points are averaged for each pixel; where it is not, pixels
    /// are interpolated with Catmull-Rom splines, which keep print sharp.
    pub(super) fn straighten(&self, scan: &RgbImage, size: [u32; 2]) -> RgbImage {
        let [a, b, c, d] = self.corners;
        let across = distance(a, b).max(distance(d, c)) / f64::from(size[0]);
        let along = distance(a, d).max(distance(b, c)) / f64::from(size[1]);
        let points = (across.max(along).ceil() as u32).clamp(1, 8);
        let part = |pixel: u32, point: u32, length: u32| {
            (f64::from(pixel) + (f64::from(point) + 0.5) / f64::from(points)) / f64::from(length)
        };
        RgbImage::from_fn(size[0], size[1], |x, y| {
            let mut sum = [0.0; 3];
            for row in 0..points {
                for column in 0..points {
                    let at = self.at(part(x, column, size[0]), part(y, row, size[1]));
                    let colour = if points == 1 { spline(scan, at) } else { linear(scan, at) };
                    sum = [0, 1, 2].map(|channel| sum[channel] + colour[channel]);
                }
            }
            Rgb(sum.map(|value| (value / (points * points) as f32).round().clamp(0.0, 255.0) as u8))
        })
    }
}

/// Paints every stored pixel that may carry something of what lies inside `outline`, a convex figure.
pub(super) fn cover(pixels: &mut RgbImage, outline: [[f64; 2]; 4], trace: Trace, colour: Rgb<u8>) {
    let (width, height) = pixels.dimensions();
    let [block_width, block_height] = trace.block.map(f64::from);
    let top = outline.iter().map(|point| point[1]).fold(f64::INFINITY, f64::min).max(0.0);
    let bottom =
        outline.iter().map(|point| point[1]).fold(f64::NEG_INFINITY, f64::max).min(f64::from(height));
    let mut band = (top / block_height).floor();
    while band * block_height <= bottom {
        let rows = [band * block_height, (band + 1.0) * block_height];
        if let Some([left, right]) = reach(outline, rows) {
            let beyond = f64::from(trace.beyond);
            let snap = |value: f64, limit: u32| value.clamp(0.0, f64::from(limit)) as u32;
            let columns = snap((left / block_width).floor() * block_width - beyond, width)
                ..snap((right / block_width).floor() * block_width + block_width + beyond, width);
            for y in snap(rows[0] - beyond, height)..snap(rows[1] + beyond, height) {
                for x in columns.clone() {
                    pixels.put_pixel(x, y, colour);
                }
            }
        }
        band += 1.0;
    }
}

/// From where to where a convex figure reaches inside a band of rows.
fn reach(outline: [[f64; 2]; 4], [top, bottom]: [f64; 2]) -> Option<[f64; 2]> {
    let mut ends: Option<[f64; 2]> = None;
    let mut meet = |x: f64| {
        let [left, right] = ends.unwrap_or([x, x]);
        ends = Some([left.min(x), right.max(x)]);
    };
    for index in 0..4 {
        let (p, q) = (outline[index], outline[(index + 1) % 4]);
        if (top..=bottom).contains(&p[1]) {
            meet(p[0]);
        }
        for row in [top, bottom] {
            if (p[1] < row) != (q[1] < row) {
                meet(p[0] + (q[0] - p[0]) * (row - p[1]) / (q[1] - p[1]));
            }
        }
    }
    ends
}

fn distance(p: [f64; 2], q: [f64; 2]) -> f64 {
    ((p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1])).sqrt()
}

/// A pixel by its column and row; beyond the edge, the nearest one.
fn pixel(scan: &RgbImage, x: i64, y: i64) -> [f32; 3] {
    let [x, y] =
        [(x, scan.width()), (y, scan.height())].map(|(at, length)| at.clamp(0, i64::from(length) - 1) as u32);
    scan.get_pixel(x, y).0.map(f32::from)
}

/// The pixel at or before a point's left and top, and how far the point lies from that pixel's centre; nothing outside.
fn base(scan: &RgbImage, [x, y]: [f64; 2]) -> Option<([i64; 2], [f32; 2])> {
    let inside = x >= 0.0 && y >= 0.0 && x <= f64::from(scan.width()) && y <= f64::from(scan.height());
    let [column, row] = [(x - 0.5).floor(), (y - 0.5).floor()];
    inside.then_some(([column as i64, row as i64], [(x - 0.5 - column) as f32, (y - 0.5 - row) as f32]))
}

/// A mean of the 2 x 2 pixels round a point; by itself rather than with two noughts on each axis, because a photograph
/// is read many millions of times.
fn linear(scan: &RgbImage, at: [f64; 2]) -> [f32; 3] {
    let Some(([column, row], [across, along])) = base(scan, at) else { return NOTHING };
    let mut sum = [0.0; 3];
    for (y, vertical) in [(row, 1.0 - along), (row + 1, along)] {
        for (x, horizontal) in [(column, 1.0 - across), (column + 1, across)] {
            let weight = vertical * horizontal;
            let colour = pixel(scan, x, y);
            sum = [0, 1, 2].map(|channel| sum[channel] + weight * colour[channel]);
        }
    }
    sum
}

fn spline(scan: &RgbImage, at: [f64; 2]) -> [f32; 3] {
    weighted(scan, at, |t| {
        let (t2, t3) = (t * t, t * t * t);
        [
            (2.0 * t2 - t3 - t) / 2.0,
            (3.0 * t3 - 5.0 * t2 + 2.0) / 2.0,
            (4.0 * t2 - 3.0 * t3 + t) / 2.0,
            (t3 - t2) / 2.0,
        ]
    })
}

/// A weighted mean of the 4 x 4 pixels round a point.
fn weighted(scan: &RgbImage, at: [f64; 2], weights: impl Fn(f32) -> [f32; 4]) -> [f32; 3] {
    let Some(([column, row], [across, along])) = base(scan, at) else { return NOTHING };
    let (across, along) = (weights(across), weights(along));
    let mut sum = [0.0; 3];
    for (y, vertical) in (row - 1..).zip(along) {
        for (x, horizontal) in (column - 1..).zip(across) {
            let weight = vertical * horizontal;
            if weight != 0.0 {
                let colour = pixel(scan, x, y);
                sum = [0, 1, 2].map(|channel| sum[channel] + weight * colour[channel]);
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: [f64; 2], b: [f64; 2]) -> bool {
        distance(a, b) < 1e-9
    }

    #[test]
    fn the_corners_of_the_card_land_on_the_corners() {
        let corners = [[100, 40], [900, 90], [820, 620], [60, 510]];
        let placement = Placement::new(corners);
        for (corner, [u, v]) in corners.iter().zip([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]) {
            assert!(near(placement.at(u, v), corner.map(f64::from)));
        }
        // A projective map keeps lines: the diagonals cross at the image of the middle.
        let [a, b, c, d] = corners.map(|corner| corner.map(f64::from));
        let (p, q) = ([c[0] - a[0], c[1] - a[1]], [d[0] - b[0], d[1] - b[1]]);
        let t = ((b[0] - a[0]) * q[1] - (b[1] - a[1]) * q[0]) / (p[0] * q[1] - p[1] * q[0]);
        assert!(near(placement.at(0.5, 0.5), [a[0] + t * p[0], a[1] + t * p[1]]));
    }

    #[test]
    fn a_picture_on_its_own_corners_stays_as_it_is() {
        let scan = RgbImage::from_fn(16, 8, |x, y| Rgb([(x * 13) as u8, (y * 29) as u8, (x * y) as u8]));
        let placement = Placement::new([[0, 0], [16, 0], [16, 8], [0, 8]]);
        assert!(placement.straighten(&scan, [16, 8]) == scan);
    }

    #[test]
    fn covering_takes_whole_blocks_and_what_lies_beyond() {
        let black = Rgb([0; 3]);
        let covered = |trace| {
            let mut pixels = RgbImage::from_pixel(48, 48, Rgb([255; 3]));
            cover(&mut pixels, [[18.5, 18.5], [20.0, 18.5], [20.0, 21.2], [18.5, 21.2]], trace, black);
            let at = |(x, y, pixel): (u32, u32, &Rgb<u8>)| (*pixel == black).then_some([x, y]);
            let points: Vec<[u32; 2]> = pixels.enumerate_pixels().filter_map(at).collect();
            (points[0], points[points.len() - 1], points.len())
        };
        let png = Trace { block: [1, 1], beyond: 0, everywhere: false };
        assert_eq!(covered(png), ([18, 18], [20, 21], 12));
        let jpeg = Trace { block: [16, 8], beyond: 2, everywhere: false };
        assert_eq!(covered(jpeg), ([14, 14], [33, 25], 20 * 12));
    }
}
