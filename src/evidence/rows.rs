//! Pictures made row by row, as many rows at once as the machine has processors.

use image::{Rgb, RgbImage};
use rayon::prelude::*;

/// The picture of `size`, at least 1 x 1, whose pixels `pixel` gives by their column and row.
pub(super) fn picture(size: [u32; 2], pixel: impl Fn(u32, u32) -> Rgb<u8> + Sync) -> RgbImage {
    let mut picture = RgbImage::new(size[0], size[1]);
    let rows = picture.par_chunks_exact_mut(3 * size[0] as usize).enumerate();
    rows.for_each(|(y, row)| {
        for (x, place) in row.chunks_exact_mut(3).enumerate() {
            place.copy_from_slice(&pixel(x as u32, y as u32).0);
        }
    });
    picture
}

/// Three planes of `width` x `height`, whose values `values` gives by their column and row.
pub(super) fn planes(
    [width, height]: [usize; 2],
    values: impl Fn(usize, usize) -> [f32; 3] + Sync,
) -> Vec<f32> {
    let mut planes = vec![0.0; 3 * width * height];
    let (first, rest) = planes.split_at_mut(width * height);
    let (second, third) = rest.split_at_mut(width * height);
    let rows = [first, second, third].map(|plane| plane.par_chunks_exact_mut(width));
    let [first, second, third] = rows;
    first.zip(second).zip(third).enumerate().for_each(|(y, ((first, second), third))| {
        for x in 0..width {
            [first[x], second[x], third[x]] = values(x, y);
        }
    });
    planes
}
