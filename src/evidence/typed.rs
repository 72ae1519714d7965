//! The digits typed over a mask: they come from what a person typed, never from the scan.

use ab_glyph::{Font as _, PxScale, ScaleFont as _, point};
use image::{Rgb, RgbImage};

use super::paint::{FILL, paint};
use super::{Style, Told, font};

const INK: f32 = 235.0;
/// An identity number has 18 places (GB 11643-1999); the last four may be told.
const PLACES: usize = 18;
const HIDDEN: char = '•';

/// Types what is told into `area` of a picture: a dot or a character for each of the 18 places, which are fixed.
///
/// On a mask that is not a plain bar, the dots are left out and each character gets a bar of its own.
pub(super) fn told(picture: &mut RgbImage, area: [u32; 4], told: &Told, style: Style) {
    // The shipped font is read by a test; without it the mask stays bare, which hides more, not less.
    let Some(font) = font::embedded() else { return };
    let [left, top, width, height] = area.map(|value| value as f32);
    let pitch = width / (PLACES + 2) as f32;
    let scale = PxScale::from((pitch * 1.55).min(height * 0.8));
    let font = font.as_scaled(scale);
    let advance = font.h_advance(font.glyph_id('0'));
    let baseline = (top + (height + font.ascent() + font.descent()) / 2.0).round();
    for (index, place) in told.places().into_iter().enumerate() {
        let character = match place {
            Some(character) => character,
            None if style == Style::Fill => HIDDEN,
            None => continue,
        };
        if style != Style::Fill {
            let [begin, end] = [0.9, 2.1].map(|step| (pitch * (index as f32 + step)) as u32);
            paint(picture, [area[0] + begin, area[1], end - begin, area[3]], Style::Fill, FILL);
        }
        let x = (left + pitch * (index as f32 + 1.5) - advance / 2.0).round();
        let glyph = font.glyph_id(character).with_scale_and_position(scale, point(x, baseline));
        let Some(outline) = font.outline_glyph(glyph) else { continue };
        let origin = outline.px_bounds().min;
        outline.draw(|dx, dy, cover| {
            let [x, y] =
                [(origin.x as i64, dx), (origin.y as i64, dy)].map(|(start, step)| start + i64::from(step));
            let inside =
                |at: i64, from: u32, length: u32| at >= i64::from(from) && at < i64::from(from + length);
            if inside(x, area[0], area[2]) && inside(y, area[1], area[3]) {
                let Rgb(ground) = picture.get_pixel_mut(x as u32, y as u32);
                *ground = ground.map(|value| {
                    let value = f32::from(value);
                    (value + (INK - value) * cover.clamp(0.0, 1.0)).round() as u8
                });
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_18_places_are_typed_inside_the_area() {
        let area = [16, 8, 400, 64];
        let typed = |text: &str| {
            let mut picture = RgbImage::new(432, 80);
            told(&mut picture, area, &text.parse().unwrap(), Style::Fill);
            picture
        };
        let picture = typed("002X");
        let inked = |x: u32| (0..80).any(|y| picture.get_pixel(x, y).0[0] > 0);
        let runs = (1..432).filter(|x| inked(*x) && !inked(x - 1)).count();
        assert_eq!(runs, PLACES);
        assert!((0..432).filter(|x| inked(*x)).all(|x| (16..416).contains(&x)));
        assert!(typed("0020") != picture);
    }
}
