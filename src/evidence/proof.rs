//! What can be proved about a finished file from its bytes alone.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, RgbImage};

use super::jpeg::{APP0, DHT, DQT, Jpeg, SOF0, SOS};
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

/// Whether, inside every mask, two JPEG files show exactly the same pixels.
///
/// The second file is drawn without any scan. Both have the same tables, no subsampling, and masks on the grid of their
/// blocks, so a single pixel of difference means that something else got under a mask.
pub(super) fn same_under_masks(redacted: &[u8], blank: &[u8], masks: &[Mask]) -> bool {
    let (Some(redacted), Some(blank)) = (decode(redacted), decode(blank)) else { return false };
    redacted.dimensions() == blank.dimensions()
        && masks.iter().all(|mask| {
            let [left, top, width, height] = mask.area;
            (top..top + height).all(|y| {
                (left..left + width)
                    .all(|x| redacted.get_pixel_checked(x, y) == blank.get_pixel_checked(x, y))
            })
        })
}

fn decode(jpeg: &[u8]) -> Option<RgbImage> {
    let decode = || ImageReader::with_format(Cursor::new(jpeg), ImageFormat::Jpeg).decode().ok();
    quiet::catch(decode).flatten().map(image::DynamicImage::into_rgb8)
}
