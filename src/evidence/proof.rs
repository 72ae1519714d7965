//! What can be proved about a finished file from its bytes alone.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, RgbImage};

use super::jpeg::{APP0, DHT, DQT, Jpeg, SOF0, SOS};
use super::layout::GRID;
use super::{Mask, quiet};

/// The format of a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A baseline JPEG without subsampling.
    Jpeg,
    /// A PNG.
    Png,
}

impl Media {
    /// The media type, such as `image/jpeg`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The file name's extension, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// What a file holds that no evidence may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum ProofError {
    /// The file is not a whole JPEG or PNG.
    Broken,
    /// The file says more than its pixels do: EXIF, a thumbnail, a profile, a comment, a second picture.
    Metadata,
    /// Bytes follow the end of the picture.
    Trailing,
}

impl ProofError {
    /// The finding's code: its sentence is the catalogue's `finding-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Broken => "picture-proof-broken",
            Self::Metadata => "picture-proof-metadata",
            Self::Trailing => "picture-proof-trailing",
        }
    }
}

/// Proves that a file holds one picture and nothing else, and says in which format.
///
/// A JPEG may have a bare JFIF header, tables, one baseline frame and one scan (ITU-T T.81, annex B); a PNG may have its
/// critical chunks (W3C PNG, 5.6). It is for the bytes as they were read back from the disk.
///
/// # Errors
/// What the file holds beyond that.
pub fn inspect(bytes: &[u8]) -> Result<Media, ProofError> {
    if bytes.starts_with(&PNG) { png(&bytes[PNG.len()..]) } else { jpeg(bytes) }
}

fn jpeg(bytes: &[u8]) -> Result<Media, ProofError> {
    let jpeg = Jpeg::walk(bytes).map_err(|_| ProofError::Broken)?;
    let of = |wanted: u8| jpeg.segments.iter().filter(move |(marker, _)| *marker == wanted);
    let stray = jpeg.segments.iter().any(|(marker, _)| !matches!(*marker, APP0 | DQT | DHT | SOF0 | SOS));
    // JFIF 1.02: identifier, version, unit, two densities, and a thumbnail of 0 x 0.
    let bare = |body: &[u8]| body.starts_with(b"JFIF\0") && body.len() == 14 && body[12..] == [0, 0];
    if stray || of(APP0).count() > 1 || of(SOF0).count() > 1 || of(SOS).count() > 1 {
        return Err(ProofError::Metadata);
    }
    if !of(APP0).all(|(_, body)| bare(body)) {
        return Err(ProofError::Metadata);
    }
    if !jpeg.rest.is_empty() {
        return Err(ProofError::Trailing);
    }
    let whole = of(SOF0).count() == 1 && of(SOS).count() == 1;
    if whole { Ok(Media::Jpeg) } else { Err(ProofError::Broken) }
}

const PNG: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A];

fn png(mut bytes: &[u8]) -> Result<Media, ProofError> {
    let mut first = true;
    let mut pixels = false;
    loop {
        let (length, rest) = bytes.split_first_chunk().ok_or(ProofError::Broken)?;
        let (name, rest) = rest.split_first_chunk::<4>().ok_or(ProofError::Broken)?;
        let length = u32::from_be_bytes(*length) as usize;
        bytes = length.checked_add(4).and_then(|length| rest.get(length..)).ok_or(ProofError::Broken)?;
        match name {
            b"IHDR" if first => {}
            _ if first => return Err(ProofError::Broken),
            b"PLTE" if !pixels => {}
            b"IDAT" => pixels = true,
            b"IEND" if !pixels || length > 0 => return Err(ProofError::Broken),
            b"IEND" if bytes.is_empty() => return Ok(Media::Png),
            b"IEND" => return Err(ProofError::Trailing),
            _ => return Err(ProofError::Metadata),
        }
        first = false;
    }
}

/// How far the mean of a block of 8 x 8 may lie from what was drawn, for each channel: the coarsest table of an encoder
/// moves it by less, and clipped colours by a little more.
const MOVED: u32 = 6;

/// Whether a JPEG file, decoded, shows what was drawn, and inside every mask exactly what `blank` shows there.
///
/// The file `blank` is drawn without any scan. Both have the same tables, no subsampling, and masks on the grid of their
/// blocks, so a single pixel of difference means that something else got under a mask.
pub(super) fn shows(file: &[u8], drawn: &RgbImage, blank: &[u8], masks: &[Mask]) -> bool {
    let (Some(file), Some(blank)) = rayon::join(|| decode(file), || decode(blank)) else { return false };
    let same_size = file.dimensions() == drawn.dimensions() && file.dimensions() == blank.dimensions();
    same_size
        && masks.iter().all(|mask| {
            let [left, top, width, height] = mask.area;
            (top..top + height).all(|y| {
                (left..left + width).all(|x| file.get_pixel_checked(x, y) == blank.get_pixel_checked(x, y))
            })
        })
        && is_near(&file, drawn)
}

/// Whether two pictures of a size, which the grid of blocks divides, have the same mean colour in every block.
fn is_near(one: &RgbImage, other: &RgbImage) -> bool {
    let blocks_wide = one.width().div_ceil(GRID) as usize;
    let row = 3 * one.width() as usize;
    let [one, other] = [one, other].map(|picture| picture.as_raw().chunks(row * GRID as usize));
    one.zip(other).all(|(one, other)| {
        let mut moved = vec![[0i32; 3]; blocks_wide];
        for (one, other) in one.chunks(row).zip(other.chunks(row)) {
            for (at, (a, b)) in one.iter().zip(other).enumerate() {
                moved[at / 3 / GRID as usize][at % 3] += i32::from(*a) - i32::from(*b);
            }
        }
        moved.iter().flatten().all(|sum| sum.unsigned_abs() <= MOVED * GRID * GRID)
    })
}

fn decode(jpeg: &[u8]) -> Option<RgbImage> {
    let decode = || ImageReader::with_format(Cursor::new(jpeg), ImageFormat::Jpeg).decode().ok();
    quiet::catch(decode).flatten().map(image::DynamicImage::into_rgb8)
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::{Rgb, imageops};

    use super::*;

    fn encode(picture: &RgbImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 70)).unwrap();
        bytes
    }

    #[test]
    fn a_file_shows_what_was_drawn_and_nothing_else() {
        let grain = |x: u32, y: u32| (x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)) % 97;
        let mut drawn = RgbImage::from_fn(96, 64, |x, y| Rgb([(90 + grain(x, y)) as u8, 200, (x * 2) as u8]));
        let mut blank = RgbImage::from_pixel(96, 64, Rgb([180; 3]));
        let masks = [Mask { field: "number".to_owned(), area: [16, 24, 48, 16] }];
        for canvas in [&mut drawn, &mut blank] {
            imageops::replace(canvas, &RgbImage::from_pixel(48, 16, Rgb([32; 3])), 16, 24);
        }
        let blank = encode(&blank);
        assert!(shows(&encode(&drawn), &drawn, &blank, &masks));
        // Something on one block that was not drawn there, faint and in one channel only.
        let mut other = drawn.clone();
        for (x, y) in (72..80).flat_map(|x| (8..16).map(move |y| (x, y))) {
            other.get_pixel_mut(x, y).0[1] -= 16;
        }
        assert!(!shows(&encode(&other), &drawn, &blank, &masks));
        // A single stroke under a mask.
        let mut other = drawn.clone();
        (18..30).for_each(|x| other.put_pixel(x, 30, Rgb([90; 3])));
        assert!(!shows(&encode(&other), &other, &blank, &masks));
        assert!(!shows(&encode(&drawn)[..400], &drawn, &blank, &masks));
    }
}
