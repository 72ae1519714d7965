//! A picture as it comes in: decoded, measured, and kept from everybody.

use std::fmt;
use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};

use super::jpeg::{Flaw, Jpeg};
use super::{Digest, Quad, frames, quiet};

const MAX_BYTES: usize = 64 << 20;
const MAX_PIXELS: u64 = 100_000_000;
/// A decoder may give this much: 100 megapixels, fewer with transparency or of 16 bits. The copy in 8 bits and without
/// transparency comes on top, and a case has three pictures.
const MAX_MEMORY: u64 = 300 << 20;

/// A decoded picture and the digest of its file. It cannot be copied and gives no pixels out.
///
/// Its frame are the *oriented pixels*: the picture as it is shown, after the EXIF orientation.
pub struct Scan {
    /// The pixels as they are stored: to turn a large photo would need its memory twice.
    pub(super) pixels: RgbImage,
    pub(super) orientation: Orientation,
    pub(super) trace: Trace,
    has_more: bool,
    format: &'static str,
    digest: Digest,
}

/// How far the coded file may have carried a pixel's value, in stored pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trace {
    /// Width and height of the blocks, from the top left, that share their values.
    pub(super) block: [u32; 2],
    /// How many pixels further interpolation and filters reach.
    pub(super) beyond: u32,
    /// Whether prediction carries a rest over the whole frame, which no padding cures.
    pub(super) everywhere: bool,
}

impl Trace {
    const NONE: Self = Self { block: [1, 1], beyond: 0, everywhere: false };
    /// Macroblocks of 16 pixels (RFC 6386 §2), smoothed over their edges by up to 8; also lossless files, to be simple.
    const WEBP: Self = Self { block: [16, 16], beyond: 8, everywhere: true };
    /// Whatever is inside, it might be a JPEG with halved chroma (TIFF Technical Note 2).
    const TIFF: Self = Self { block: [16, 16], beyond: 2, everywhere: false };
    /// Transforms of up to 32 pixels, deblocked and offset over their edges by up to 4 (ITU-T H.265, 8.7).
    const HEIC: Self = Self { block: [32, 32], beyond: 4, everywhere: true };

    /// The coded unit, and two pixels more for the interpolation of coarser chroma. Of samplings that no camera writes,
    /// such as 4 x 2, the decoder carries the chroma further than anyone has said.
    fn of_jpeg(unit: [u32; 2]) -> Self {
        let usual = matches!(unit, [8 | 16, 8 | 16] | [32, 8]);
        Self { block: unit, beyond: 2, everywhere: !usual }
    }
}

/// Why a file cannot be read as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum ScanError {
    /// The file has no bytes.
    Empty,
    /// The file has more than 64 MiB.
    TooLarge,
    /// The picture has more than 100 megapixels, or needs too much memory.
    TooManyPixels,
    /// The file is not a picture.
    NotAPicture,
    /// A picture of a format that is not read, such as AVIF or SVG, or of a rare kind of one that is.
    Unsupported,
    /// A PDF document.
    Pdf,
    /// The file ends before its picture does.
    Truncated,
    /// The file begins like a picture but cannot be decoded.
    Broken,
}

impl ScanError {
    /// The finding's code: its sentence is the catalogue's `finding-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "picture-empty",
            Self::TooLarge => "picture-too-large",
            Self::TooManyPixels => "picture-too-many-pixels",
            Self::NotAPicture => "picture-not-a-picture",
            Self::Unsupported => "picture-unsupported",
            Self::Pdf => "picture-pdf",
            Self::Truncated => "picture-truncated",
            Self::Broken => "picture-broken",
        }
    }
}

impl Scan {
    /// Decodes a JPEG, PNG, WebP, HEIC, TIFF, BMP or GIF file; the content says which, not the name. Of several
    /// pictures in one file, the first.
    ///
    /// # Errors
    /// See [`ScanError`]. Whatever a decoder does with a hostile file, a panic included, ends there.
    pub fn read(bytes: &[u8]) -> Result<Self, ScanError> {
        let container = container(bytes)?;
        if bytes.len() > MAX_BYTES {
            return Err(ScanError::TooLarge);
        }
        let decoded = quiet::catch(|| {
            let (format, trace, has_more) = match container {
                Container::Jpeg => (ImageFormat::Jpeg, jpeg_trace(bytes)?, false),
                Container::Png => (ImageFormat::Png, Trace::NONE, frames::png(bytes)),
                Container::Webp => (ImageFormat::WebP, Trace::WEBP, whole_riff(bytes).map(frames::webp)?),
                Container::Tiff => (ImageFormat::Tiff, Trace::TIFF, frames::tiff(bytes)),
                Container::Bmp => (ImageFormat::Bmp, Trace::NONE, false),
                Container::Gif => {
                    (ImageFormat::Gif, Trace::NONE, frames::gif(bytes).ok_or(ScanError::Truncated)?)
                }
                // Its own rotation is applied already; its EXIF repeats it, to be ignored (ISO/IEC 23008-12, 6.5.10).
                Container::Heic => {
                    return heic(bytes).map(|pixels| (pixels, Orientation::NoTransforms, Trace::HEIC, false));
                }
            };
            raster(bytes, format).map(|(pixels, orientation)| (pixels, orientation, trace, has_more))
        });
        let (pixels, orientation, trace, has_more) = decoded.unwrap_or(Err(ScanError::Broken))?;
        let format = container.name();
        Ok(Self { pixels, orientation, trace, has_more, format, digest: Digest::of(bytes) })
    }

    /// The digest of the file's bytes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The format's name, such as `JPEG`.
    #[must_use]
    pub fn format(&self) -> &'static str {
        self.format
    }

    /// Whether the file holds more pictures, frames or pages than this one.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.has_more
    }

    /// Width and height in oriented pixels.
    #[must_use]
    pub fn size(&self) -> [u32; 2] {
        let (width, height) = self.pixels.dimensions();
        match self.orientation {
            Orientation::NoTransforms
            | Orientation::Rotate180
            | Orientation::FlipHorizontal
            | Orientation::FlipVertical => [width, height],
            Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH => [height, width],
        }
    }

    /// The whole picture, edge to edge.
    #[must_use]
    pub fn whole(&self) -> Quad {
        let [width, height] = self.size().map(|length| length as i32);
        Quad::of_frame([width, height])
    }

    /// A point of the oriented picture in stored pixels; both frames are continuous.
    pub(super) fn stored(&self, [x, y]: [i32; 2]) -> [i32; 2] {
        let (width, height) = self.pixels.dimensions();
        let (width, height) = (width as i32, height as i32);
        match self.orientation {
            Orientation::NoTransforms => [x, y],
            Orientation::FlipHorizontal => [width - x, y],
            Orientation::Rotate180 => [width - x, height - y],
            Orientation::FlipVertical => [x, height - y],
            Orientation::Rotate90 => [y, height - x],
            Orientation::Rotate270 => [width - y, x],
            Orientation::Rotate90FlipH => [y, x],
            Orientation::Rotate270FlipH => [width - y, height - x],
        }
    }
}

/// Quiet on purpose: no pixels.
impl fmt::Debug for Scan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scan")
            .field("digest", &self.digest)
            .field("size", &self.size())
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Copy)]
enum Container {
    Jpeg,
    Png,
    Webp,
    Heic,
    Tiff,
    Bmp,
    Gif,
}

impl Container {
    fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Webp => "WebP",
            Self::Heic => "HEIC",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
            Self::Gif => "GIF",
        }
    }
}

fn container(bytes: &[u8]) -> Result<Container, ScanError> {
    match bytes {
        [] => Err(ScanError::Empty),
        [0xFF, 0xD8, 0xFF, ..] => Ok(Container::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Ok(Container::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Container::Webp),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.first_chunk() {
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"mif2") => Ok(Container::Heic),
            Some(b"avif" | b"avis" | b"hevc" | b"msf1") => Err(ScanError::Unsupported),
            _ => Err(ScanError::NotAPicture),
        },
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Ok(Container::Gif),
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Ok(Container::Tiff),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Ok(Container::Bmp),
        // JPEG XL bare and boxed, JPEG 2000, Photoshop, SVG.
        [0xFF, 0x0A, ..]
        | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..]
        | [0, 0, 0, 12, b'j', b'P', b' ', b' ', ..]
        | [b'8', b'B', b'P', b'S', ..]
        | [b'<', b's', b'v', b'g', ..] => Err(ScanError::Unsupported),
        [b'%', b'P', b'D', b'F', b'-', ..] => Err(ScanError::Pdf),
        _ => Err(ScanError::NotAPicture),
    }
}

/// The decoder fills a cut file with grey and says nothing, so its end is looked for first.
fn jpeg_trace(bytes: &[u8]) -> Result<Trace, ScanError> {
    let jpeg = Jpeg::walk(bytes).map_err(|flaw| match flaw {
        Flaw::Cut => ScanError::Truncated,
        Flaw::Odd => ScanError::Broken,
    })?;
    jpeg.coded_unit().map(Trace::of_jpeg).ok_or(ScanError::Broken)
}

/// A cut file is broken anywhere, and its first length says where it should end; a last pad byte may be missing.
fn whole_riff(bytes: &[u8]) -> Result<&[u8], ScanError> {
    let length = bytes[4..].first_chunk().map_or(0, |length| u64::from(u32::from_le_bytes(*length)));
    if bytes.len() as u64 + 1 < length + 8 { Err(ScanError::Truncated) } else { Ok(bytes) }
}

fn raster(bytes: &[u8], format: ImageFormat) -> Result<(RgbImage, Orientation), ScanError> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(reason)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS || decoder.total_bytes() > MAX_MEMORY {
        return Err(ScanError::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(reason)?;
    let pixels = if picture.has_alpha() { on_white(picture.into_rgba8()) } else { picture.into_rgb8() };
    Ok((pixels, orientation))
}

fn reason(error: ImageError) -> ScanError {
    match error {
        ImageError::Limits(_) => ScanError::TooManyPixels,
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            ScanError::Truncated
        }
        ImageError::Unsupported(_) => ScanError::Unsupported,
        _ => ScanError::Broken,
    }
}

fn heic(bytes: &[u8]) -> Result<RgbImage, ScanError> {
    // One thread, so that a panic stays where it is caught.
    let options = heifer::Options { max_threads: 1, max_pixels: MAX_PIXELS };
    let picture = match heifer::decode_srgb_rgba8(bytes, &options) {
        Err(heifer::Error::Unsupported(_)) => heifer::decode_rgba8(bytes, &options),
        decoded => decoded,
    }
    .map_err(|_| ScanError::Broken)?;
    let (width, height, has_alpha) = (picture.width, picture.height, picture.has_alpha);
    let pixels = if has_alpha {
        RgbaImage::from_raw(width, height, picture.data).map(on_white)
    } else {
        RgbImage::from_raw(width, height, picture.into_rgb8())
    };
    pixels.ok_or(ScanError::Broken)
}

/// Flattens a picture on white, the colour of the page that it will be seen on.
fn on_white(picture: RgbaImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    RgbImage::from_fn(width, height, |x, y| {
        let [red, green, blue, alpha] = picture.get_pixel(x, y).0.map(u32::from);
        image::Rgb([red, green, blue].map(|value| ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Orientation; 8] = [
        Orientation::NoTransforms,
        Orientation::Rotate90,
        Orientation::Rotate180,
        Orientation::Rotate270,
        Orientation::FlipHorizontal,
        Orientation::FlipVertical,
        Orientation::Rotate90FlipH,
        Orientation::Rotate270FlipH,
    ];

    #[test]
    fn oriented_points_find_their_stored_pixel() {
        let stored = RgbImage::from_fn(5, 3, |x, y| image::Rgb([x as u8, y as u8, 0]));
        for orientation in ALL {
            let mut shown = DynamicImage::ImageRgb8(stored.clone());
            shown.apply_orientation(orientation);
            let shown = shown.into_rgb8();
            let scan = Scan {
                pixels: stored.clone(),
                orientation,
                trace: Trace::NONE,
                has_more: false,
                format: "PNG",
                digest: Digest::of(b""),
            };
            assert_eq!(scan.size(), [shown.width(), shown.height()]);
            for (x, y, pixel) in shown.enumerate_pixels() {
                // The two ends of a pixel's diagonal are the ends of a stored pixel's diagonal.
                let ends = [[x, y], [x + 1, y + 1]].map(|point| scan.stored(point.map(|value| value as i32)));
                let [column, row] = [0, 1].map(|axis| ends[0][axis].min(ends[1][axis]) as u32);
                assert_eq!(stored.get_pixel(column, row), pixel, "{orientation:?} {x} {y}");
            }
        }
    }
}
