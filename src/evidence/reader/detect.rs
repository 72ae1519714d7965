//! Where the lines of text are: differentiable binarization.
//!
//! M. Liao, Z. Wan, C. Yao, K. Chen, X. Bai, "Real-time Scene Text Detection with Differentiable Binarization", AAAI
//! 2020: the network gives each pixel the probability of lying in the shrunken core of a line; cores that hang together
//! are boxed and grown again.

use image::RgbImage;
use rten::{Model, ValueOrView};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::contour::{self, Region};
use super::planes::planes;
use crate::evidence::Quad;
use crate::evidence::sample::{colour, means};
use crate::evidence::warp::Placement;

/// The network halves its input five times.
const UNIT: u32 = 32;
/// Means and deviations of the training pictures, in the order of the planes.
const MEAN: [f32; 3] = [0.485, 0.456, 0.406];
const DEVIATION: [f32; 3] = [0.229, 0.224, 0.225];
/// A pixel belongs to a core from here on.
const CORE: f32 = 0.2;
/// A core counts from this mean on.
const SURE: f32 = 0.4;
/// By how much a core grows: its area over its perimeter, times this.
const GROWTH: f64 = 1.6;
const MAX_LINES: usize = 400;

/// The quadrilaterals of the lines of text, rectangles turned any way, in the picture's pixels.
pub(super) fn lines(model: &Model, picture: &RgbImage, longest: u32) -> Option<Vec<[[f64; 2]; 4]>> {
    let side = f64::from(picture.width().max(picture.height()));
    let shrink = (f64::from(longest) / side).min(2.0);
    let [width, height] = [picture.width(), picture.height()].map(|length| {
        let wanted = (f64::from(length) * shrink / f64::from(UNIT)).round().max(1.0);
        wanted as usize * UNIT as usize
    });
    let scale = [f64::from(picture.width()) / width as f64, f64::from(picture.height()) / height as f64];
    // The four pixels round a place are two long; that sides are whole units makes it a little more.
    let points = (scale[0].max(scale[1]) / 2.1).ceil().clamp(1.0, 3.0) as u32;
    let whole = Quad::of_frame([picture.width(), picture.height()].map(|length| length as i32));
    let small =
        means([width as u32, height as u32], [points; 2], &Placement::new(whole.corners()), &[], |at| {
            colour(picture, at)
        });
    let input = planes(&small, width, |plane, value| (value / 255.0 - MEAN[plane]) / DEVIATION[plane]);
    let input = NdTensor::from_data([1, 3, height, width], input);
    let output = model.run_one(ValueOrView::from(input), None).ok()?;
    let map: NdTensor<f32, 4> = output.try_into().ok()?;
    if map.shape() != [1, 1, height, width] {
        return None;
    }
    let map = map.to_vec();
    let mut regions = contour::regions(&map, [width, height], CORE);
    regions.retain(|region| region.mean >= SURE && region.area >= 6.0);
    regions.sort_by(|a, b| b.area.total_cmp(&a.area));
    regions.truncate(MAX_LINES);
    let grown = regions.iter().map(|region| grow(region).map(|[x, y]| [x * scale[0], y * scale[1]]));
    Some(grown.collect())
}

/// The core's box, grown to the line.
fn grow(region: &Region) -> [[f64; 2]; 4] {
    let contour::Box { middle, along, half } = region.outline;
    let [length, height] = half.map(|half| half * 2.0);
    let growth = length * height * GROWTH / (2.0 * (length + height));
    let across = [-along[1], along[0]];
    let [a, b] = half.map(|half| half + growth);
    let corner =
        |x: f64, y: f64| [0, 1].map(|axis| middle[axis] + along[axis] * x * a + across[axis] * y * b);
    [corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)]
}
