//! What a mask looks like: a plain bar, or something that resembles blurred or pixelated print and is drawn from
//! nothing.
//!
//! Blurring or pixelating the print itself can be undone (S. Hill, Z. Zhou, L. Saul, H. Shacham, "On the
//! (In)effectiveness of Mosaicing and Blurring as Tools for Document Redaction", PETS 2016). So the print under a mask
//! is never read: strokes are made up from a fixed sequence of numbers, and the ground is the card's own colour as it is
//! far from every mask.

use image::imageops;
use image::{Rgb, RgbImage};

use super::Style;

/// The colour of a plain mask.
pub(super) const FILL: Rgb<u8> = Rgb([32, 32, 32]);
/// The side of a tile of the mosaic, in output pixels.
const TILE: u32 = 24;
/// The side of a made-up stroke, in output pixels.
const STROKE: u32 = 8;

/// Paints `area` of a picture. `tint` is the card's colour, which takes nothing from under a mask.
pub(super) fn paint(
    picture: &mut RgbImage,
    [left, top, width, height]: [u32; 4],
    style: Style,
    tint: Rgb<u8>,
) {
    let drawn = match style {
        Style::Fill => RgbImage::from_pixel(width, height, FILL),
        Style::Blur => imageops::blur(&strokes(width, height, tint), 7.0),
        Style::Mosaic => mosaic(width, height, tint),
    };
    imageops::replace(picture, &drawn, i64::from(left), i64::from(top));
}

/// Rows of dark strokes on the tint, as print looks from afar.
fn strokes(width: u32, height: u32, tint: Rgb<u8>) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let printed = y % (7 * STROKE) < 4 * STROKE;
        let dark = printed && noise(x / STROKE, y / STROKE) % 5 < 3;
        if dark { shade(tint, 25) } else { tint }
    })
}

/// Tiles that are lighter and darker than the tint.
fn mosaic(width: u32, height: u32, tint: Rgb<u8>) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| shade(tint, 45 + noise(x / TILE, y / TILE) % 56))
}

/// The colour at so many parts in a hundred of its brightness.
fn shade(colour: Rgb<u8>, parts: u32) -> Rgb<u8> {
    Rgb(colour.0.map(|value| (u32::from(value) * parts / 100) as u8))
}

/// A number for a place, the same in every picture: a finaliser of 32 bits (C. Wellons' `lowbias32`).
fn noise(x: u32, y: u32) -> u32 {
    let mut value = x.wrapping_mul(0x9E37_79B9) ^ y.wrapping_mul(0x85EB_CA6B) ^ 0x5EED;
    value = (value ^ (value >> 16)).wrapping_mul(0x7FEB_352D);
    value = (value ^ (value >> 15)).wrapping_mul(0x846C_A68B);
    value ^ (value >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_style_reads_what_it_covers() {
        let area = [16, 8, 96, 64];
        for style in Style::ALL {
            let painted = |ground: u8| {
                let mut picture = RgbImage::from_pixel(128, 80, Rgb([ground; 3]));
                paint(&mut picture, area, style, Rgb([180, 190, 200]));
                let covered = imageops::crop_imm(&picture, area[0], area[1], area[2], area[3]).to_image();
                assert!(
                    picture.pixels().filter(|pixel| pixel.0 == [ground; 3]).count() >= 128 * 80 - 96 * 64
                );
                covered
            };
            assert!(painted(0) == painted(255), "{style:?}");
        }
    }

    #[test]
    fn the_styles_look_as_they_are_called() {
        let colours = |style| {
            let mut picture = RgbImage::new(192, 96);
            paint(&mut picture, [0, 0, 192, 96], style, Rgb([180, 190, 200]));
            let mut colours: Vec<_> = picture.pixels().map(|pixel| pixel.0).collect();
            colours.sort();
            colours.dedup();
            colours.len()
        };
        assert_eq!(colours(Style::Fill), 1);
        assert!((8..=32).contains(&colours(Style::Mosaic)));
        assert!(colours(Style::Blur) > 60);
    }
}
