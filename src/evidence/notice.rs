//! A screenshot of the freeze notice becomes evidence: its pixels, and nothing else of the file.

use std::io::Cursor;

use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageFormat, RgbImage};

use super::paint::FILL;
use super::redact::encode;
use super::warp::Covered;
use super::{Evidence, Kind, Media, RedactError, Scan, Window, inspect};

/// Wider pictures are made smaller: letters of a screen keep about eight pixels of height.
const MAX_WIDTH: u32 = 2560;
/// A picture higher than this, and higher than 2.2 times its width, is cut into parts that a reader need not zoom.
const MAX_HEIGHT: u32 = 2600;
/// Rows that two parts share, so that no line is cut in both.
const OVERLAP: u32 = 120;
const MAX_PARTS: u32 = 8;
/// A larger PNG is a photograph rather than a screenshot, and is kept as a JPEG.
const MAX_PNG: usize = 1_200_000;
/// From good to good enough: letters of a screen stay sharp in all of them, as chroma is never halved.
const QUALITIES: [u8; 3] = [88, 80, 72];
/// A picture that is too heavy in any quality is made smaller, in steps, but no narrower than this.
const MIN_WIDTH: u32 = 1000;

impl Scan {
    /// Paints rectangles over, with all that their blocks of the coded file share with them; see [`Scan::redact`].
    ///
    /// # Errors
    /// [`RedactError::WindowOutside`] for one that does not lie on the picture at all.
    pub fn cover(mut self, windows: &[Window]) -> Result<Self, RedactError> {
        let [width, height] = self.size().map(|length| length as i32);
        let frame = Window::new([0, 0, width, height]);
        if windows.iter().any(|window| !frame.is_some_and(|frame| frame.overlaps(*window))) {
            return Err(RedactError::WindowOutside);
        }
        let outlines: Vec<_> =
            windows.iter().map(|window| window.corners().map(|corner| self.stored(corner))).collect();
        let covered = Covered::by(&outlines, self.trace, self.pixels.dimensions().into());
        covered.paint(&mut self.pixels, FILL);
        Ok(self)
    }

    /// Re-encodes a screenshot from its pixels: upright, sharp, without metadata, a long one in several parts, all
    /// together within `budget` bytes; see [`notice_bytes`](super::notice_bytes).
    ///
    /// # Errors
    /// [`RedactError::TooLong`] for more than eight parts; [`RedactError::TooHeavy`] if it cannot stay legible within
    /// the budget; [`RedactError::Unproved`] if a part fails its own proof.
    pub fn clean(self, budget: usize) -> Result<Vec<Evidence>, RedactError> {
        let orientation = self.orientation;
        let mut picture = DynamicImage::ImageRgb8(self.pixels);
        picture.apply_orientation(orientation);
        let mut picture = picture.into_rgb8();
        if picture.width() > MAX_WIDTH {
            let height = u64::from(picture.height()) * u64::from(MAX_WIDTH) / u64::from(picture.width());
            picture = imageops::resize(&picture, MAX_WIDTH, (height as u32).max(1), FilterType::Lanczos3);
        }
        let rows = parts(picture.width(), picture.height()).ok_or(RedactError::TooLong)?;
        let mut left = budget;
        let count = rows.len();
        let mut cut = |(index, (top, height))| {
            let rows = imageops::crop_imm(&picture, 0, top, picture.width(), height).to_image();
            // What one part does not need is for the next ones.
            let part = part(rows, left / (count - index))?;
            left -= part.bytes.len();
            Ok(part)
        };
        rows.into_iter().enumerate().map(&mut cut).collect()
    }
}

/// First row and height of each part of a picture.
fn parts(width: u32, height: u32) -> Option<Vec<(u32, u32)>> {
    if height <= MAX_HEIGHT || u64::from(height) * 10 <= u64::from(width) * 22 {
        return Some(vec![(0, height)]);
    }
    let step = MAX_HEIGHT - OVERLAP;
    let count = (height - OVERLAP).div_ceil(step);
    let share = (height - OVERLAP).div_ceil(count); // equal parts, rather than a last one of a few rows
    let rows = |index: u32| (index * share, (share + OVERLAP).min(height - index * share));
    (count <= MAX_PARTS).then(|| (0..count).map(rows).collect())
}

fn part(picture: RgbImage, budget: usize) -> Result<Evidence, RedactError> {
    let (bytes, size) = fitted(picture, budget)?;
    let media: Media = inspect(&bytes).map_err(|_| RedactError::Unproved)?;
    Ok(Evidence { kind: Kind::Notice, bytes, media, size, masks: Vec::new(), kept: Vec::new(), told: None })
}

/// The best file of a picture within `budget` bytes, and its size in pixels.
fn fitted(picture: RgbImage, budget: usize) -> Result<(Vec<u8>, [u32; 2]), RedactError> {
    let [width, height] = [picture.width(), picture.height()];
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(|_| RedactError::Unproved)?;
    if bytes.len() <= budget.min(MAX_PNG) {
        return Ok((bytes, [width, height]));
    }
    for quality in QUALITIES {
        let bytes = encode(&picture, quality)?;
        if bytes.len() <= budget {
            return Ok((bytes, [width, height]));
        }
    }
    let mut narrower = width;
    while narrower > MIN_WIDTH {
        narrower = (narrower * 85 / 100).max(MIN_WIDTH);
        let lower = (u64::from(height) * u64::from(narrower) / u64::from(width)) as u32;
        // Always from the whole picture, each pixel the mean of the area that it stands for.
        let smaller = imageops::thumbnail(&picture, narrower, lower.max(1));
        let bytes = encode(&smaller, QUALITIES[QUALITIES.len() - 1])?;
        if bytes.len() <= budget {
            return Ok((bytes, [narrower, lower.max(1)]));
        }
    }
    Err(RedactError::TooHeavy)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two JPEG files that differ only inside a rectangle become the same picture once it is covered.
    #[test]
    fn a_cover_takes_all_that_its_blocks_share() {
        let [left, top, width, height] = [37, 21, 50, 19];
        let cleaned = |ink: u8| {
            let picture = RgbImage::from_fn(160, 96, |x, y| {
                let inside = (left..left + width).contains(&x) && (top..top + height).contains(&y);
                image::Rgb(if inside && (x / 3 + y / 2) % 2 == 0 {
                    [ink, 0, 90]
                } else {
                    [200, (x + y) as u8, 120]
                })
            });
            let scan = Scan::read(&encode(&picture, 80).unwrap()).unwrap();
            let window = format!("{left},{top},{width},{height}").parse().unwrap();
            let mut parts = scan.cover(&[window]).unwrap().clean(1 << 20).unwrap();
            parts.remove(0).bytes
        };
        assert!(cleaned(0) == cleaned(255));
        let scan = || Scan::read(&encode(&RgbImage::new(40, 30), 80).unwrap()).unwrap();
        let outside = scan().cover(&["40,0,5,5".parse().unwrap()]);
        assert_eq!(outside.err(), Some(RedactError::WindowOutside));
    }

    #[test]
    fn only_long_pictures_are_cut() {
        assert_eq!(parts(1080, 2340), Some(vec![(0, 2340)]));
        assert_eq!(parts(3000, 4000), Some(vec![(0, 4000)]));
        assert_eq!(parts(1080, 5000), Some(vec![(0, 2560), (2440, 2560)]));
        assert_eq!(parts(1080, 40_000), None);
    }

    #[test]
    fn parts_cover_every_row_and_share_some() {
        for height in 2601..20_000 {
            let Some(parts) = parts(1080, height) else { continue };
            assert_eq!(parts[0].0, 0);
            assert!(parts.iter().all(|(_, height)| *height <= MAX_HEIGHT), "{height}");
            assert!(parts.windows(2).all(|pair| pair[0].0 + pair[0].1 == pair[1].0 + OVERLAP), "{height}");
            assert_eq!(parts.last().map(|(top, rows)| top + rows), Some(height));
        }
    }
}
