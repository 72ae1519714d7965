//! Pictures that nobody should hand in: broken, huge, odd and disguised.

use std::io::Cursor;
use std::iter;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, RgbImage};
use unfreeze::evidence::{Scan, notice_bytes};

/// A small picture with some detail.
fn picture() -> RgbImage {
    RgbImage::from_fn(96, 64, |x, y| image::Rgb([(x * 2) as u8, (y * 4) as u8, ((x * y) % 251) as u8]))
}

pub(crate) fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    picture().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 90)).unwrap();
    bytes
}

fn written(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn png() -> Vec<u8> {
    written(ImageFormat::Png)
}

/// A PNG chunk with its checksum (PNG specification, 5.3).
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    let crc = !body.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1)))
    });
    [&(data.len() as u32).to_be_bytes(), body.as_slice(), &crc.to_be_bytes()].concat()
}

/// A PNG that claims a size and holds next to nothing.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    png_as(width, height, 8, 2)
}

fn png_as(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let header = [&width.to_be_bytes(), &height.to_be_bytes(), [depth, colour, 0, 0, 0].as_slice()].concat();
    let data = [0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01];
    [b"\x89PNG\r\n\x1A\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &data), chunk(b"IEND", &[])]
        .concat()
}

/// The JPEG with another size in its frame header (ITU-T T.81, B.2.2).
fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg();
    let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

fn first(bytes: &[u8], count: usize) -> Vec<u8> {
    bytes[..count].to_vec()
}

fn code(bytes: &[u8]) -> &'static str {
    match Scan::read(bytes) {
        Ok(_) => "a picture",
        Err(error) => error.code(),
    }
}

/// Files that are no pictures, or only begin as one, with the code of what is wrong.
pub(crate) fn no_pictures() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let (jpeg, png, webp) = (jpeg(), png(), written(ImageFormat::WebP));
    vec![
        ("nothing", Vec::new(), "picture-empty"),
        ("one byte", vec![0xFF], "picture-not-a-picture"),
        ("a page named .jpg", b"<!doctype html><title>404</title>".to_vec(), "picture-not-a-picture"),
        ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "picture-unsupported"),
        ("an archive", b"PK\x03\x04\x14\0\0\0\x08\0".to_vec(), "picture-not-a-picture"),
        ("a film", b"\0\0\0\x18ftypisom\0\0\x02\0".to_vec(), "picture-not-a-picture"),
        ("a program", b"MZ\x90\0\x03\0\0\0".to_vec(), "picture-not-a-picture"),
        ("noughts", vec![0; 4096], "picture-not-a-picture"),
        ("text before a JPEG", [b"\r\n".as_slice(), &jpeg].concat(), "picture-not-a-picture"),
        ("PDF", b"%PDF-1.7\n".to_vec(), "picture-pdf"),
        ("GIF", b"GIF89a\x01\0\x01\0\x80\0\0".to_vec(), "picture-truncated"),
        ("TIFF", b"II*\0\x08\0\0\0".to_vec(), "picture-truncated"),
        ("TIFF, big end first", b"MM\0*\0\0\0\x08".to_vec(), "picture-truncated"),
        ("BMP", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0".to_vec(), "picture-truncated"),
        ("AVIF", b"\0\0\0\x1Cftypavif\0\0\0\0".to_vec(), "picture-unsupported"),
        ("JPEG, its start only", first(&jpeg, 3), "picture-truncated"),
        ("JPEG, half", first(&jpeg, jpeg.len() / 2), "picture-truncated"),
        ("JPEG, no end", first(&jpeg, jpeg.len() - 2), "picture-truncated"),
        ("JPEG, start and end only", vec![0xFF, 0xD8, 0xFF, 0xD9], "picture-broken"),
        ("JPEG of 65,500 squared", jpeg_of(65_500, 65_500), "picture-too-many-pixels"),
        ("JPEG of no height", jpeg_of(96, 0), "picture-broken"),
        ("PNG, its signature only", first(&png, 8), "picture-truncated"),
        ("PNG, half", first(&png, png.len() / 2), "picture-truncated"),
        ("PNG of 50,000 squared", png_of(50_000, 50_000), "picture-too-many-pixels"),
        ("PNG of 2^31 - 1 squared", png_of(0x7FFF_FFFF, 0x7FFF_FFFF), "picture-too-many-pixels"),
        ("PNG of 90 megapixels, transparent", png_as(9_500, 9_500, 8, 6), "picture-too-many-pixels"),
        ("PNG of 16 bits that needs a gigabyte", png_as(8_000, 8_000, 16, 6), "picture-too-many-pixels"),
        ("PNG of no width", png_of(0, 64), "picture-broken"),
        ("PNG with too few pixels", png_of(64, 64), "picture-broken"),
        ("WebP, its signature only", first(&webp, 12), "picture-truncated"),
        ("WebP, half", first(&webp, webp.len() / 2), "picture-truncated"),
        ("HEIC, its signature only", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "picture-broken"),
    ]
}

#[test]
fn a_good_picture_is_one_and_the_largest_file_has_an_end() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        assert_eq!(code(&written(format)), "a picture", "{format:?}");
    }
    assert_eq!(code(&[jpeg(), vec![0; 65 << 20]].concat()), "picture-too-large");
}

/// The JPEG with other bytes from `at` on in its frame header, whose marker is at 0.
fn jpeg_with(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut jpeg = jpeg();
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg[frame + at..frame + at + bytes.len()].copy_from_slice(bytes);
    jpeg
}

/// The JPEG without its first segment of a kind.
fn jpeg_without(marker: u8) -> Vec<u8> {
    let mut jpeg = jpeg();
    let at = jpeg.windows(2).position(|pair| pair == [0xFF, marker]).unwrap();
    let length = usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    jpeg.drain(at..at + 2 + length);
    jpeg
}

/// The JPEG with an EXIF block (Exif 2.32, 4.7.2).
fn jpeg_with_exif(tiff: &[u8]) -> Vec<u8> {
    let jpeg = jpeg();
    let body = [b"Exif\0\0", tiff].concat();
    let exif = [&[0xFF, 0xE1], &(body.len() as u16 + 2).to_be_bytes()[..], &body].concat();
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

/// A BMP that claims a size and holds 64 bytes of pixels.
fn bmp_of(width: i32, height: i32, bits: u16, compression: u32) -> Vec<u8> {
    let head = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0";
    let [width, height] = [width, height].map(i32::to_le_bytes);
    [
        head.as_slice(),
        &width,
        &height,
        &[1, 0],
        &bits.to_le_bytes(),
        &compression.to_le_bytes(),
        &[0; 20 + 64],
    ]
    .concat()
}

/// A GIF whose screen and frame claim sizes; the frame holds one pixel.
fn gif_of(screen: [u16; 2], frame: [u16; 2]) -> Vec<u8> {
    let size = |size: [u16; 2]| size.map(u16::to_le_bytes).concat();
    let (screen, frame) = (size(screen), size(frame));
    let colours = [0x80, 0, 0, 0, 0, 0, 255, 255, 255];
    [b"GIF89a", &screen[..], &colours, b",\0\0\0\0", &frame, &[0, 2, 2, 0x44, 1, 0, b';']].concat()
}

/// A grey TIFF that claims a size and holds 16 bytes of pixels; `next` is where its next directory is said to be.
fn tiff_of(width: u32, height: u32, compression: u32, next: u32) -> Vec<u8> {
    let entries =
        [(256, width), (257, height), (258, 8), (259, compression), (262, 1), (273, 110), (278, height)];
    let entries = entries.into_iter().chain([(279u16, 16)]);
    let entry = |(tag, value): (u16, u32)| {
        [&tag.to_le_bytes(), &b"\x04\0\x01\0\0\0"[..], &value.to_le_bytes()].concat()
    };
    let entries: Vec<u8> = entries.flat_map(entry).collect();
    [b"II*\0\x08\0\0\0\x08\0", &entries[..], &next.to_le_bytes(), &[99; 16]].concat()
}

/// A WebP of one chunk, with its lengths right (RFC 9649, 2.3).
fn webp_of(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = |bytes: usize| (bytes as u32).to_le_bytes();
    [b"RIFF", &length(data.len() + 12)[..], b"WEBP", name, &length(data.len()), data].concat()
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Files of every format that break inside, with the code of what is wrong.
pub(crate) fn broken_formats() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let (png, tiff, bmp, gif) =
        (png(), written(ImageFormat::Tiff), written(ImageFormat::Bmp), written(ImageFormat::Gif));
    let black = encoded(image::GrayImage::new(3000, 3000), ImageFormat::Png);
    let one = png_as(1, 1, 8, 0);
    let mut wrong_sum = png.clone();
    wrong_sum[30] ^= 1;
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let heic = |boxes: &[u8]| [b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", boxes].concat();
    vec![
        ("JPEG, arithmetic coding", jpeg_with(1, &[0xC9]), "picture-broken"),
        ("JPEG, lossless", jpeg_with(1, &[0xC3]), "picture-broken"),
        ("JPEG of 12 bits", jpeg_with(4, &[12]), "picture-broken"),
        ("JPEG of 0 bits", jpeg_with(4, &[0]), "picture-broken"),
        ("JPEG of no width", jpeg_of(0, 64), "picture-broken"),
        ("JPEG, four colours said and three given", jpeg_with(9, &[4]), "picture-broken"),
        ("JPEG, no colours", jpeg_with(9, &[0]), "picture-broken"),
        ("JPEG, sampling of nought", jpeg_with(11, &[0]), "picture-broken"),
        ("JPEG, a table that is none", jpeg_with(12, &[9]), "picture-broken"),
        ("JPEG, no frame", jpeg_without(0xC0), "picture-broken"),
        ("JPEG, no scan header", jpeg_without(0xDA), "picture-broken"),
        ("JPEG, no quantization", jpeg_without(0xDB), "picture-broken"),
        ("PNG, a wrong checksum", wrong_sum, "picture-broken"),
        ("PNG of 3 bits", png_as(64, 64, 3, 0), "picture-broken"),
        ("PNG of colour type 5", png_as(64, 64, 8, 5), "picture-broken"),
        ("PNG with a palette that is missing", png_as(1, 1, 8, 3), "picture-broken"),
        ("PNG without data", [&png[..33], &chunk(b"IEND", &[])].concat(), "picture-broken"),
        ("PNG without a header", [&png[..8], &png[33..]].concat(), "picture-broken"),
        ("PNG of 1 x 1000000000", png_of(1, 1_000_000_000), "picture-too-many-pixels"),
        ("PNG of one pixel with nine million", [&one[..33], &black[33..]].concat(), "a picture"),
        ("WebP, an unknown chunk", webp_of(b"ABCD", &[0; 8]), "picture-broken"),
        (
            "WebP of 16,384 squared",
            webp_of(b"VP8L", &[0x2F, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0]),
            "picture-broken",
        ),
        (
            "WebP, canvas of 2^24 squared",
            webp_of(b"VP8X", &[0, 0, 0, 0, 255, 255, 255, 255, 255, 255]),
            "picture-broken",
        ),
        ("HEIC, a box of no length", heic(b"\0\0\0\0meta"), "picture-broken"),
        ("HEIC, a box longer than the file", heic(b"\xFF\xFF\xFF\xFFmeta\0\0\0\0"), "picture-broken"),
        (
            "HEIC, a box of 2^64 - 1",
            heic(b"\0\0\0\x01meta\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"),
            "picture-broken",
        ),
        ("HEIC, boxes in boxes", heic(&b"\0\0\x7F\xFFmeta\0\0\0\0".repeat(4000)), "picture-broken"),
        ("TIFF, half", first(&tiff, tiff.len() / 2), "picture-truncated"),
        ("TIFF of 200,000 squared", tiff_of(200_000, 200_000, 1, 0), "picture-too-many-pixels"),
        ("TIFF of 2^32 - 1 squared", tiff_of(u32::MAX, u32::MAX, 1, 0), "picture-too-many-pixels"),
        ("TIFF of no width", tiff_of(0, 4, 1, 0), "picture-broken"),
        ("TIFF, its directory is its next", tiff_of(4, 4, 1, 8), "picture-broken"),
        ("TIFF, an unknown compression", tiff_of(4, 4, 34_712, 0), "picture-unsupported"),
        ("TIFF with too few pixels", tiff_of(64, 64, 1, 0), "picture-truncated"),
        ("TIFF, its directory beyond the end", b"II*\0\xFF\xFF\xFF\xFF".to_vec(), "picture-truncated"),
        ("BMP, half", first(&bmp, bmp.len() / 2), "picture-truncated"),
        ("BMP of 60,000 squared", bmp_of(60_000, 60_000, 24, 0), "picture-too-many-pixels"),
        ("BMP of -2^31 rows", bmp_of(4, i32::MIN, 24, 0), "picture-broken"),
        ("BMP of -4 columns", bmp_of(-4, 4, 24, 0), "picture-broken"),
        ("BMP of 7 bits", bmp_of(4, 4, 7, 0), "picture-broken"),
        ("BMP that holds a JPEG", bmp_of(4, 4, 0, 4), "picture-unsupported"),
        ("BMP from the top", bmp_of(4, -4, 24, 0), "a picture"),
        ("GIF, half", first(&gif, gif.len() / 2), "picture-truncated"),
        ("GIF of 65,535 squared", gif_of([65_535; 2], [1; 2]), "picture-too-many-pixels"),
        ("GIF with a frame of 65,535 squared", gif_of([1; 2], [65_535; 2]), "picture-too-many-pixels"),
        ("GIF of no size", gif_of([0; 2], [0; 2]), "picture-broken"),
        ("GIF without a frame", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), "picture-truncated"),
        ("GIF of one pixel", gif_of([1; 2], [1; 2]), "a picture"),
        ("UTF-16 text", utf16("\u{FEFF}this is no picture"), "picture-not-a-picture"),
        (
            "a vector drawing after its declaration",
            b"<?xml version='1.0'?><svg/>".to_vec(),
            "picture-not-a-picture",
        ),
        ("JPEG XL", b"\xFF\x0A\0\0".to_vec(), "picture-unsupported"),
        ("Photoshop", b"8BPS\0\x01".to_vec(), "picture-unsupported"),
    ]
}

#[test]
fn every_format_fails_closed() {
    let wrong: Vec<_> = no_pictures()
        .into_iter()
        .chain(broken_formats())
        .filter_map(|(name, bytes, expected)| {
            let code = code(&bytes);
            (code != expected).then(|| format!("{name}: {code}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn odd_but_whole_pictures_are_read() {
    let grey =
        image::ImageBuffer::from_fn(7, 3, |x, y| image::LumaA([(x * 9000) as u16, (y * 30_000) as u16]));
    for (name, bytes, size) in [
        ("one pixel", encoded(RgbImage::new(1, 1), ImageFormat::Png), [1, 1]),
        ("a column", encoded(RgbImage::new(1, 900), ImageFormat::Png), [1, 900]),
        ("a row", encoded(RgbImage::new(900, 1), ImageFormat::Jpeg), [900, 1]),
        (
            "grey of 16 bits with transparency",
            encoded(DynamicImage::ImageLumaA16(grey), ImageFormat::Png),
            [7, 3],
        ),
        ("EXIF beyond its end", jpeg_with_exif(b"II*\0\xFF\xFF\xFF\xFF"), [96, 64]),
        ("EXIF that goes round", jpeg_with_exif(b"II*\0\x08\0\0\0\0\0\x08\0\0\0"), [96, 64]),
        (
            "EXIF of orientation 99",
            jpeg_with_exif(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0\0\0\0\0"),
            [96, 64],
        ),
        (
            "EXIF of orientation 6",
            jpeg_with_exif(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"),
            [64, 96],
        ),
        ("an archive after the end", [jpeg(), b"PK\x03\x04\x14\0".to_vec()].concat(), [96, 64]),
    ] {
        assert_eq!(Scan::read(&bytes).map(|scan| scan.size()), Ok(size), "{name}");
    }
}

/// What rides along in a file beside its pixels stays behind.
#[test]
fn only_pixels_pass_the_door() {
    const RIDER: &[u8] = b"<script>997439199612090611</script>";
    let (jpeg, png) = (jpeg(), png());
    let comment = [&[0xFF, 0xFE], &(RIDER.len() as u16 + 2).to_be_bytes()[..], RIDER].concat();
    let text = chunk(b"tEXt", &[b"Comment\0", RIDER].concat());
    for (name, bytes) in [
        ("after a JPEG's end", [jpeg.as_slice(), RIDER].concat()),
        ("a second JPEG after the first", [jpeg.as_slice(), &jpeg, RIDER].concat()),
        ("in a JPEG's comment", [&jpeg[..2], &comment, &jpeg[2..]].concat()),
        ("after a PNG's end", [png.as_slice(), RIDER].concat()),
        ("in a PNG's text", [&png[..33], &text, &png[33..]].concat()),
    ] {
        let parts = Scan::read(&bytes)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            .clean(notice_bytes(1))
            .unwrap();
        assert_eq!(parts.len(), 1, "{name}");
        let kept = parts[0].bytes();
        assert!(!kept.windows(RIDER.len()).any(|window| window == RIDER), "{name}");
        assert_eq!(image::load_from_memory(kept).unwrap().into_rgb8().dimensions(), (96, 64), "{name}");
    }
}

/// A pseudo-random sequence (xorshift), the same in every run.
fn noise(seed: u64) -> impl Iterator<Item = u64> {
    iter::successors(Some(seed | 1), |state| {
        let state = state ^ (state << 13);
        let state = state ^ (state >> 7);
        Some(state ^ (state << 17))
    })
    .skip(8)
}

/// Damaged anywhere, a picture is read or refused, and the program goes on.
#[test]
fn no_damage_breaks_the_program() {
    for (kind, good) in [
        jpeg(),
        png(),
        written(ImageFormat::WebP),
        written(ImageFormat::Tiff),
        written(ImageFormat::Bmp),
        written(ImageFormat::Gif),
    ]
    .into_iter()
    .enumerate()
    {
        for seed in 0..300 {
            let mut bytes = good.clone();
            let mut noise = noise(seed * 6 + kind as u64 + 1);
            for (place, value) in
                iter::from_fn(|| Some((noise.next()?, noise.next()?))).take(1 + seed as usize % 6)
            {
                let place = place as usize % bytes.len();
                bytes[place] = value as u8;
            }
            if let Ok(scan) = Scan::read(&bytes) {
                let _ = scan.clean(notice_bytes(1));
            }
        }
    }
}
