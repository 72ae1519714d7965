//! What a network is given: the planes of a picture, scaled.

use image::RgbImage;
use rayon::prelude::*;

/// The planes blue, green and red of a picture, each row by row and at least `padded` long; `scale` makes a value of a
/// plane's colour, from 0 to 255.
pub(super) fn planes(
    picture: &RgbImage,
    padded: usize,
    scale: impl Fn(usize, f32) -> f32 + Sync,
) -> Vec<f32> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut planes = vec![0.0; 3 * padded * height];
    planes.par_chunks_exact_mut(padded).enumerate().for_each(|(row, values)| {
        let (plane, y) = (row / height, row % height);
        let row = &picture.as_raw()[3 * width * y..3 * width * (y + 1)];
        for (value, pixel) in values.iter_mut().zip(row.chunks_exact(3)) {
            *value = scale(plane, f32::from(pixel[2 - plane]));
        }
    });
    planes
}
