//! From the scan's frame to the card's: where a point of the card lies, what must be hidden there, and the straight
//! picture.
//!
//! Everything here is IEEE arithmetic in a fixed order, so the same pixels give the same picture.

use std::ops::Range;

use image::{Rgb, RgbImage};

use super::sample::{OUTSIDE, means, spline, within};
use super::scan::Trace;

/// The projective map from the card, 1 x 1 with its origin at the top left, to stored pixels.
#[derive(Clone)]
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
        Self::of(corners.map(|corner| corner.map(f64::from)))
    }

    /// The same, between pixels.
    pub(super) fn of(corners: [[f64; 2]; 4]) -> Self {
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

    /// The card's corners, clockwise from the top left.
    pub(super) fn corners(&self) -> [[f64; 2]; 4] {
        self.corners
    }

    /// Where a point of the card lies.
    pub(super) fn at(&self, u: f64, v: f64) -> [f64; 2] {
        self.row(v)(u)
    }

    /// Where the points of a row of the card lie.
    pub(super) fn row(&self, v: f64) -> impl Fn(f64) -> [f64; 2] + use<> {
        let [x, y] = [self.x, self.y].map(|[across, down, start]| [across, down * v + start]);
        let w = [self.w[0], self.w[1] * v + 1.0];
        move |u| {
            let scale = 1.0 / (w[0] * u + w[1]);
            [(x[0] * u + x[1]) * scale, (y[0] * u + y[1]) * scale]
        }
    }

    /// The point of the card that lies there: the inverse of [`Placement::at`], by the adjugate matrix.
    pub(super) fn back(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let rows = [self.x, self.y, [self.w[0], self.w[1], 1.0]];
        let minor = |row: usize, column: usize| {
            let [a, b] = [(row + 1) % 3, (row + 2) % 3];
            let [c, d] = [(column + 1) % 3, (column + 2) % 3];
            rows[a][c] * rows[b][d] - rows[a][d] * rows[b][c]
        };
        let part = |column: usize| x * minor(0, column) + y * minor(1, column) + minor(2, column);
        let w = part(2);
        [part(0) / w, part(1) / w]
    }

    /// Where a rectangle of a picture of the card lies: left, top, width and height in a picture of `size`.
    pub(super) fn outline(&self, [left, top, width, height]: [u32; 4], size: [u32; 2]) -> [[f64; 2]; 4] {
        let at =
            |x: u32, y: u32| self.at(f64::from(x) / f64::from(size[0]), f64::from(y) / f64::from(size[1]));
        [at(left, top), at(left + width, top), at(left + width, top + height), at(left, top + height)]
    }

    /// How wide for its height the parallelogram is that a camera sees so, and the cosine of its angles; the camera's axis
    /// goes through `middle`.
    ///
    /// Z. Zhang, L. He, "Whiteboard scanning and image enhancement", 2007: the columns of the homography, freed of the
    /// camera, are its sides.
    pub(super) fn sides(&self, middle: [f64; 2], focal: f64) -> [f64; 2] {
        let [across, along] = [0, 1].map(|column| {
            let w = self.w[column];
            [(self.x[column] - middle[0] * w) / focal, (self.y[column] - middle[1] * w) / focal, w]
        });
        let dot = |p: [f64; 3], q: [f64; 3]| p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
        let [width, height] = [dot(across, across).sqrt(), dot(along, along).sqrt()];
        [width / height, dot(across, along) / (width * height)]
    }

    /// Mean lengths of the horizontal and of the vertical edges, in stored pixels.
    pub(super) fn extent(&self) -> [f64; 2] {
        let [a, b, c, d] = self.corners;
        let mean =
            |edges: [([f64; 2], [f64; 2]); 2]| edges.map(|(p, q)| distance(p, q)).iter().sum::<f64>() / 2.0;
        [mean([(a, b), (d, c)]), mean([(a, d), (b, c)])]
    }

    /// The card, straightened to a picture of `size`; in `holes` (left, top, width and height) no pixel of the scan is looked
    /// at.
    ///
    /// Where the scan is finer than the picture, along either axis, several points are averaged for each pixel; where
    /// it is not, pixels are interpolated with Catmull-Rom splines, which keep print sharp.
    pub(super) fn straighten(&self, scan: &RgbImage, size: [u32; 2], holes: &[[u32; 4]]) -> RgbImage {
        let [a, b, c, d] = self.corners;
        let across = distance(a, b).max(distance(d, c)) / f64::from(size[0]);
        let along = distance(a, d).max(distance(b, c)) / f64::from(size[1]);
        // Each point is a mean of two pixels along each axis, so six of them see all twelve of the finest scan.
        let points = [across, along].map(|pixels| (pixels.ceil() as u32).clamp(1, 6));
        if points == [1, 1] {
            return means(size, points, self, holes, |at| spline(scan, at, OUTSIDE));
        }
        means(size, points, self, holes, |at| within(scan, at, OUTSIDE))
    }
}

/// Stored pixels that may carry something of what is hidden: a row, and from where to where.
pub(super) struct Covered(Vec<(u32, Range<u32>)>);

impl Covered {
    /// What may carry something of the inside of `outlines`, convex figures, in a scan of `width` x `height`.
    pub(super) fn by(outlines: &[[[f64; 2]; 4]], trace: Trace, [width, height]: [u32; 2]) -> Self {
        let mut rows = Vec::new();
        let [block_width, block_height] = trace.block.map(f64::from);
        let beyond = f64::from(trace.beyond);
        let snap = |value: f64, limit: u32| value.clamp(0.0, f64::from(limit)) as u32;
        for outline in outlines {
            let ends = outline.iter().map(|point| point[1]);
            let top = ends.clone().fold(f64::INFINITY, f64::min).max(0.0);
            let bottom = ends.fold(f64::NEG_INFINITY, f64::max).min(f64::from(height));
            let mut band = (top / block_height).floor();
            while band * block_height <= bottom {
                let [upper, lower] = [band * block_height, (band + 1.0) * block_height];
                if let Some([left, right]) = reach(*outline, [upper, lower]) {
                    let columns = snap((left / block_width).floor() * block_width - beyond, width)
                        ..snap((right / block_width).floor() * block_width + block_width + beyond, width);
                    let lines = snap(upper - beyond, height)..snap(lower + beyond, height);
                    rows.extend(lines.map(|row| (row, columns.clone())));
                }
                band += 1.0;
            }
        }
        Self(rows)
    }

    fn holds(&self, [x, y]: [f64; 2]) -> bool {
        self.0.iter().any(|(row, columns)| *row == y as u32 && columns.contains(&(x as u32)))
    }

    /// Paints all of it.
    pub(super) fn paint(&self, pixels: &mut RgbImage, colour: Rgb<u8>) {
        for (row, columns) in &self.0 {
            columns.clone().for_each(|column| pixels.put_pixel(column, *row, colour));
        }
    }
}

impl Placement {
    /// The card's own colour: the mean of a lattice of points on it that lie in the scan and are not covered.
    pub(super) fn tint(&self, scan: &RgbImage, covered: &Covered) -> Rgb<u8> {
        const LATTICE: [u32; 2] = [43, 27];
        let mut sum = [0u32; 3];
        let mut points = 0;
        for row in 0..LATTICE[1] {
            for column in 0..LATTICE[0] {
                let part = |index: u32, count: u32| (f64::from(index) + 0.5) / f64::from(count);
                let at = self.at(part(column, LATTICE[0]), part(row, LATTICE[1]));
                let inside = at[0] >= 0.0
                    && at[1] >= 0.0
                    && at[0] < f64::from(scan.width())
                    && at[1] < f64::from(scan.height());
                if inside && !covered.holds(at) {
                    let colour = scan.get_pixel(at[0] as u32, at[1] as u32).0;
                    sum = [0, 1, 2].map(|channel| sum[channel] + u32::from(colour[channel]));
                    points += 1;
                }
            }
        }
        // A scan that shows nothing but what is hidden gives no colour.
        Rgb(sum.map(|value| value.checked_div(points).unwrap_or(128) as u8))
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
            assert!(near(placement.back(corner.map(f64::from)), [u, v]));
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
        assert!(placement.straighten(&scan, [16, 8], &[]) == scan);
    }

    #[test]
    fn in_a_hole_nothing_is_looked_at() {
        let scan = RgbImage::from_pixel(32, 16, Rgb([200; 3]));
        let placement = Placement::new([[0, 0], [32, 0], [32, 16], [0, 16]]);
        for size in [[32, 16], [16, 8]] {
            let straight = placement.straighten(&scan, size, &[[3, 2, 5, 4]]);
            let hole = |x, y| (3..8).contains(&x) && (2..6).contains(&y);
            let wanted = |x, y| if hole(x, y) { [0; 3] } else { [200; 3] };
            assert!(straight.enumerate_pixels().all(|(x, y, pixel)| pixel.0 == wanted(x, y)));
        }
    }

    #[test]
    fn each_axis_is_averaged_by_itself() {
        let scan = RgbImage::from_fn(32, 4, |x, _| Rgb([(x % 4 * 40) as u8; 3]));
        let placement = Placement::new([[0, 0], [32, 0], [32, 4], [0, 4]]);
        let mean = RgbImage::from_fn(8, 4, |_, _| Rgb([60; 3]));
        assert!(placement.straighten(&scan, [8, 4], &[]) == mean);
    }

    #[test]
    fn covering_takes_whole_blocks_and_what_lies_beyond() {
        let black = Rgb([0; 3]);
        let covered = |trace| {
            let mut pixels = RgbImage::from_pixel(48, 48, Rgb([255; 3]));
            let outline = [[18.5, 18.5], [20.0, 18.5], [20.0, 21.2], [18.5, 21.2]];
            Covered::by(&[outline], trace, [48, 48]).paint(&mut pixels, black);
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
