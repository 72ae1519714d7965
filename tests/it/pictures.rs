//! Pictures as they come in, and finished files as they go out.

use std::fs;

use image::codecs::gif::GifEncoder;
use image::{Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use unfreeze::evidence::{
    Evidence, Kind, Media, Preset, ProofError, Quad, Reason, RedactError, Scan, ScanError, inspect,
    notice_bytes,
};

use unfreeze::message::MOST_BYTES;

use crate::evidence::{corners, file, noise, order, pixels, specimen, truth};
use crate::run::{Outcome, Run};

// --- pictures as they come

#[test]
fn a_turned_photo_is_read_as_it_is_shown() {
    let bytes = specimen("specimen_038_exif_o5.jpg");
    let truth = truth("specimen_038_exif_o5");
    let mut shown = image::load_from_memory(&bytes).unwrap();
    shown.apply_orientation(image::metadata::Orientation::Rotate90FlipH);
    let upright = file(shown, ImageFormat::Png);
    let [turned, upright] = [bytes, upright].map(|bytes| {
        let scan = Scan::read(&bytes).unwrap();
        assert_eq!(
            scan.size().map(u64::from),
            [0, 1].map(|axis| truth["oriented_size"][axis].as_u64().unwrap())
        );
        scan.redact(&order(corners(&truth), Preset::Standard)).unwrap()
    });
    assert_eq!(turned.masks(), upright.masks());
    // The name's place is far from every mask, so both must show it alike.
    let [turned, upright] = [turned, upright].map(|redacted| {
        let picture = pixels(redacted.bytes());
        let (width, height) = picture.dimensions();
        image::imageops::crop_imm(&picture, width / 6, height / 12, width / 5, height / 10).to_image()
    });
    let furthest = turned.iter().zip(upright.iter()).map(|(a, b)| a.abs_diff(*b)).max();
    assert!(furthest <= Some(8), "{furthest:?}");
    assert!(turned.iter().any(|value| *value < 90), "the name is dark on a light card");
}

#[test]
fn a_heic_photo_is_read_and_its_limit_is_told() {
    let truth = truth("specimen_007_heic");
    let scan = Scan::read(&specimen("specimen_007_heic.heic")).unwrap();
    assert_eq!(scan.size(), [2592, 1944]);
    let redacted = scan.redact(&order(corners(&truth), Preset::Standard)).unwrap();
    assert_eq!(redacted.reasons(), [Reason::Unseen, Reason::Traces]);
}

#[test]
fn lossless_formats_give_the_picture_that_a_png_gives() {
    let card = noise([880, 560], [9, 5], [864, 544], 2);
    let corners = Quad::new([[9, 5], [873, 5], [873, 549], [9, 549]]).unwrap();
    let redacted = |bytes: &[u8]| {
        let redacted = Scan::read(bytes).unwrap().redact(&order(corners, Preset::Standard)).unwrap();
        (redacted.bytes().to_vec(), redacted.reasons().to_vec())
    };
    let png = redacted(&file(card.clone(), ImageFormat::Png));
    assert!(redacted(&file(card.clone(), ImageFormat::Bmp)) == png);
    // Inside, a TIFF might be a JPEG, so what it hides reaches further; it stays the same for any hidden pixel.
    let other = noise([880, 560], [9, 5], [864, 544], 3);
    let [tiff, other] = [card, other].map(|card| redacted(&file(card, ImageFormat::Tiff)));
    assert!(tiff == other && tiff.1 == [Reason::Unseen]);
}

/// A TIFF of 2 x 1 pixels, red and blue; `next` is where another directory is said to be.
fn tiff(orientation: u16, next: u32) -> Vec<u8> {
    let short = |tag: u16, value: u16| {
        [tag.to_le_bytes(), [3, 0], [1, 0], [0, 0], value.to_le_bytes(), [0, 0]].concat()
    };
    let entries = [
        short(256, 2),
        short(257, 1),
        [258u16.to_le_bytes(), [3, 0], [3, 0], [0, 0], [134, 0], [0, 0]].concat(),
        short(259, 1),
        short(262, 2),
        short(273, 140),
        short(274, orientation),
        short(277, 3),
        short(278, 1),
        short(279, 6),
    ];
    let (bits, pixels) = ([8, 0, 8, 0, 8, 0], [255, 0, 0, 0, 0, 255]);
    let head = b"II*\0\x08\0\0\0\x0A\0";
    [head.as_slice(), &entries.concat(), &next.to_le_bytes(), &bits, &pixels].concat()
}

#[test]
fn a_turned_tiff_is_read_as_it_is_shown() {
    let turned = Scan::read(&tiff(6, 0)).unwrap();
    assert_eq!((turned.size(), turned.has_more()), ([1, 2], false));
    let [evidence] = <[Evidence; 1]>::try_from(turned.clean(notice_bytes(1)).unwrap()).unwrap();
    assert_eq!(pixels(evidence.bytes()).into_raw(), [255, 0, 0, 0, 0, 255]);
}

#[test]
fn only_the_first_frame_is_read_and_that_is_said() {
    let frame = |shade| Frame::new(RgbaImage::from_pixel(200, 130, Rgba([shade, 0, 0, 255])));
    let gif = |shades: &[u8]| {
        let mut bytes = Vec::new();
        GifEncoder::new(&mut bytes).encode_frames(shades.iter().map(|shade| frame(*shade))).unwrap();
        bytes
    };
    let read = |shades: &[u8]| {
        let scan = Scan::read(&gif(shades)).unwrap();
        assert_eq!(scan.has_more(), shades.len() > 1);
        let order = order(scan.whole(), Preset::Standard);
        scan.redact(&order).unwrap()
    };
    let (one, two) = (read(&[200]), read(&[200, 9]));
    assert_eq!(one.reasons(), [Reason::Unseen, Reason::Small]);
    assert_eq!(two.reasons(), [Reason::Unseen, Reason::Small, Reason::FirstFrame]);
    assert!(one.bytes() == two.bytes());
    assert!(Scan::read(&tiff(1, 200)).unwrap().has_more());

    let folder = case(&[]);
    fs::write(folder.path().join("notice.png"), gif(&[200, 9])).unwrap();
    for (lang, said) in [("en", "only the first is read"), ("zh", "只读取了第一帧")] {
        let Outcome { status, stderr, .. } = Run::line("check case.toml").lang(lang).dir(folder.path()).run();
        assert_eq!(status, 0, "{stderr}");
        assert!(stderr.contains("freeze.notice[0]") && stderr.contains(said), "{stderr}");
    }
}

#[test]
fn files_that_are_no_pictures_say_what_they_are() {
    let jpeg = specimen("specimen_p000_crop_a.jpg");
    let mut huge = file(RgbImage::new(1, 1), ImageFormat::Png);
    huge[16..24].copy_from_slice(&[0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20]);
    huge[29..33].copy_from_slice(&[0x6C, 0x12, 0xD1, 0x6E]);
    let cases: [(&[u8], ScanError); 13] = [
        (b"", ScanError::Empty),
        (b"id.jpg", ScanError::NotAPicture),
        (b"GIF89a\x01\x00\x01\x00", ScanError::Truncated),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00", ScanError::Truncated),
        (b"II*\0\x08\0\0\0", ScanError::Truncated),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ScanError::Unsupported),
        (b"\0\0\0\x1cftypavif\0\0\0\0", ScanError::Unsupported),
        (b"%PDF-1.7\n", ScanError::Pdf),
        (b"\0\0\0\x18ftypheic\0\0\0\0", ScanError::Broken),
        (b"RIFF\x04\0\0\0WEBP", ScanError::Truncated),
        (&jpeg[..jpeg.len() / 2], ScanError::Truncated),
        (&jpeg[..jpeg.len() - 2], ScanError::Truncated),
        (&[0xFF; 3], ScanError::NotAPicture),
    ];
    for (bytes, error) in cases {
        assert_eq!(Scan::read(bytes).unwrap_err(), error, "{error:?}");
    }
    let mut large = jpeg.clone();
    large.resize((64 << 20) + 1, 0);
    assert_eq!(Scan::read(&large).unwrap_err(), ScanError::TooLarge);
    assert_eq!(Scan::read(&huge).unwrap_err(), ScanError::TooManyPixels);
}

#[test]
fn no_damaged_file_gets_further_than_an_error() {
    let picture = noise([40, 24], [0, 0], [0, 0], 0);
    let mut read = 0;
    for format in [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Tiff,
        ImageFormat::Bmp,
        ImageFormat::Gif,
    ] {
        let whole = file(picture.clone(), format);
        let step = if whole.len() > 2000 { 37 } else { 7 };
        for at in (0..whole.len()).step_by(step) {
            for value in [0x00, 0x7F, 0xFF] {
                let mut damaged = whole.clone();
                damaged[at] ^= value;
                read += usize::from(Scan::read(&damaged).is_ok());
                damaged.truncate(at);
                // Without their last check sum and end, these still have all their pixels.
                let ending = match format {
                    ImageFormat::Png => 16,
                    ImageFormat::Gif => 1,
                    _ => 0,
                };
                let whole = at + ending >= whole.len();
                assert!(whole || Scan::read(&damaged).is_err(), "{format:?} cut at {at}");
            }
        }
    }
    assert!(read > 0);
}

// --- where the card lies

#[test]
fn only_a_picture_wider_than_tall_is_a_whole_card() {
    let scan = |width, height| Scan::read(&file(RgbImage::new(width, height), ImageFormat::Png)).unwrap();
    assert_eq!(Some(scan(300, 200).whole()), Quad::new([[0, 0], [300, 0], [300, 200], [0, 200]]));
    let turned = scan(200, 300);
    let order = order(turned.whole(), Preset::Standard);
    assert_eq!(turned.redact(&order).unwrap_err(), RedactError::WholeTurned);
}

#[test]
fn corners_that_cannot_be_right_are_refused_and_doubtful_ones_are_told() {
    let page = file(RgbImage::new(1000, 800), ImageFormat::Png);
    let outcome = |corners: &str| {
        let scan = Scan::read(&page).unwrap();
        scan.redact(&order(corners.parse().unwrap(), Preset::Light))
            .map(|redacted| redacted.reasons().to_vec())
    };
    assert_eq!(outcome("0,0 856,0 856,540 0,540"), Ok(vec![Reason::Unseen]));
    assert_eq!(outcome("0,0 390,0 390,246 0,246"), Ok(vec![Reason::Unseen, Reason::Small]));
    assert_eq!(outcome("-9,0 847,0 847,540 -9,540"), Ok(vec![Reason::Unseen, Reason::CutOff]));
    assert_eq!(outcome("0,0 700,0 700,690 0,690"), Ok(vec![Reason::Unseen, Reason::OddShape]));
    assert_eq!(outcome("-251,0 600,0 600,540 -251,540"), Err(RedactError::CornersOutside));
    assert_eq!(outcome("540,0 540,790 0,790 0,0"), Ok(vec![Reason::Unseen]));
    assert_eq!(outcome("0,0 500,0 500,790 0,790"), Err(RedactError::CornersTurned));
    assert_eq!(outcome("0,0 906,0 906,302 0,302"), Ok(vec![Reason::Unseen, Reason::OddShape]));
    assert_eq!(outcome("0,0 906,0 906,301 0,301"), Err(RedactError::CornersShape));
    assert_eq!(outcome("0,0 150,0 150,95 0,95"), Err(RedactError::TooSmall));
}

// --- the notice

#[test]
fn a_screenshot_keeps_its_pixels_and_nothing_else() {
    let picture =
        RgbaImage::from_fn(300, 200, |x, y| Rgba([x as u8, y as u8, 7, if x < 150 { 255 } else { 0 }]));
    let mut bytes = file(picture, ImageFormat::Png);
    let text = b"\0\0\0\x08tEXtkey\0left\0\0\0\0";
    bytes.splice(33..33, text.iter().copied());
    bytes.extend(b"what was cropped away");
    let [evidence] =
        <[Evidence; 1]>::try_from(Scan::read(&bytes).unwrap().clean(notice_bytes(1)).unwrap()).unwrap();
    assert_eq!((evidence.kind(), evidence.media(), evidence.size()), (Kind::Notice, Media::Png, [300, 200]));
    assert_eq!(inspect(evidence.bytes()), Ok(Media::Png));
    let flat =
        RgbImage::from_fn(300, 200, |x, y| Rgb(if x < 150 { [x as u8, y as u8, 7] } else { [255; 3] }));
    assert!(pixels(evidence.bytes()) == flat);
}

#[test]
fn a_long_screenshot_comes_in_parts_and_a_photograph_as_a_jpeg() {
    let long = file(RgbImage::new(500, 6000), ImageFormat::Png);
    let sizes = |bytes: &[u8]| -> Vec<_> {
        let parts = Scan::read(bytes).unwrap().clean(notice_bytes(1)).unwrap();
        parts.iter().map(|part| (part.size(), part.media())).collect()
    };
    assert_eq!(sizes(&long), [2080, 2080, 2080].map(|height| ([500, height], Media::Png)));
    let photograph = file(noise([1000, 700], [0, 0], [0, 0], 0), ImageFormat::Png);
    assert_eq!(sizes(&photograph), [([1000, 700], Media::Jpeg)]);
    let endless = file(RgbImage::new(20, 30_000), ImageFormat::Png);
    assert_eq!(Scan::read(&endless).unwrap().clean(notice_bytes(1)).unwrap_err(), RedactError::TooLong);
}

#[test]
fn notices_are_fitted_to_the_mail_and_stay_legible() {
    let grain = file(noise([3000, 2500], [0, 0], [0, 0], 0), ImageFormat::Png);
    let folder =
        case(&[("notice = [\"notice.png\"]", "notice = [\"notice.png\", \"two.png\", \"three.png\"]")]);
    for name in ["notice.png", "two.png", "three.png"] {
        fs::write(folder.path().join(name), &grain).unwrap();
    }
    let Outcome { status, stderr, .. } =
        Run::line("compose case.toml --output draft.eml").dir(folder.path()).run();
    assert_eq!(status, 0, "{stderr}");
    assert_eq!(stderr.matches("[picture-shrunk]").count(), 3, "{stderr}");
    let mail = fs::read(folder.path().join("draft.eml")).unwrap();
    assert!(mail.len() <= MOST_BYTES, "{}", mail.len());
    let mail = mail_parser::MessageParser::default().parse(&mail).unwrap();
    let wide: Vec<u32> = mail.attachments().take(3).map(|part| pixels(part.contents()).width()).collect();
    assert!(wide.len() == 3 && wide.iter().all(|width| *width >= 1000), "{wide:?}");

    let heavy = Scan::read(&grain).unwrap().clean(100_000).unwrap_err();
    assert_eq!(heavy, RedactError::TooHeavy);
}

// --- the proof of finished files

#[test]
fn a_finished_file_may_hold_nothing_but_its_picture() {
    let picture = noise([40, 24], [0, 0], [0, 0], 0);
    let (jpeg, png) = (file(picture.clone(), ImageFormat::Jpeg), file(picture, ImageFormat::Png));
    let with = |bytes: &[u8], at: usize, more: &[u8]| [&bytes[..at], more, &bytes[at..]].concat();
    assert_eq!(inspect(&jpeg), Ok(Media::Jpeg));
    assert_eq!(inspect(&png), Ok(Media::Png));
    let cases = [
        (specimen("specimen_038_exif_o5.jpg"), ProofError::Metadata),
        (with(&jpeg, 2, b"\xFF\xFE\0\x06note"), ProofError::Metadata),
        (with(&jpeg, 2, b"\xFF\xE1\0\x06Exif"), ProofError::Metadata),
        (with(&jpeg, jpeg.len(), b"\0"), ProofError::Trailing),
        (jpeg[..jpeg.len() - 1].to_vec(), ProofError::Broken),
        (with(&png, 33, b"\0\0\0\x01tIME\0\0\0\0\0"), ProofError::Metadata),
        (with(&png, png.len(), b"IDAT"), ProofError::Trailing),
        (png[..png.len() - 1].to_vec(), ProofError::Broken),
        (png[..8].to_vec(), ProofError::Broken),
        (Vec::new(), ProofError::Broken),
    ];
    for (index, (bytes, error)) in cases.into_iter().enumerate() {
        assert_eq!(inspect(&bytes), Err(error), "case {index}");
    }
}

// --- two sides, two cards

/// The complete example, changed, in a folder of its own.
fn case(changes: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let example = |name: &str| format!("examples/aurora/{name}");
    fs::create_dir(folder.path().join("scans")).unwrap();
    for name in ["notice.png", "scans/portrait.jpg", "scans/emblem.jpg"] {
        fs::copy(example(name), folder.path().join(name)).unwrap();
    }
    let mut text = fs::read_to_string(example("case.toml")).unwrap();
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    fs::write(folder.path().join("case.toml"), text).unwrap();
    folder
}

#[test]
fn one_side_is_not_both() {
    let folder = case(&[
        ("scans/emblem.jpg", "scans/copy.jpg"),
        ("747,1473 507,293 1240,122 1513,1315", "1040,470 1215,1501 591,1673 346,608"),
    ]);
    fs::copy("examples/aurora/scans/portrait.jpg", folder.path().join("scans/copy.jpg")).unwrap();
    let Outcome { status, stderr, .. } = Run::line("check case.toml").dir(folder.path()).run();
    assert_eq!(status, 65, "{stderr}");
    assert!(stderr.contains("representative.id_emblem") && stderr.contains("[sides-are-one]"), "{stderr}");
}

/// What somebody masked themselves may well be one page with both sides.
#[test]
fn one_page_masked_by_hand_may_stand_for_both_sides() {
    let folder = case(&[
        ("scans/emblem.jpg", "scans/portrait.jpg"),
        ("last4 = \"0611\"", "redacted_by_hand = true"),
        ("\nportrait = { corners = \"1044,473 1215,1501 591,1673 346,608\" }", ""),
        ("\nemblem = { corners = \"747,1473 507,293 1240,122 1513,1315\" }", ""),
    ]);
    let Outcome { status, stdout, stderr } = Run::line("check case.toml --json").dir(folder.path()).run();
    assert_eq!(status, 3, "{stderr}");
    let checked: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let case = &checked["cases"][0];
    assert_eq!(case["candidates"], serde_json::Value::Null);
    for scan in case["scans"].as_array().unwrap() {
        assert_eq!(scan["reasons"], serde_json::json!(["reason-unseen", "reason-masked-by-hand"]));
        assert_eq!(scan["masked"], serde_json::json!([]));
    }
}

#[test]
fn a_word_about_corners_is_none_about_the_whole_picture() {
    let corners = "\nportrait = { corners = \"8,8 872,8 872,552 8,552\" }";
    let example = "\nportrait = { corners = \"1044,473 1215,1501 591,1673 346,608\" }";
    let folder = case(&[(example, corners)]);
    fs::write(folder.path().join("scans/portrait.jpg"), file(RgbImage::new(900, 560), ImageFormat::Png))
        .unwrap();
    let run = |line: &str| Run::line(line).dir(folder.path()).run();
    let checked: serde_json::Value = serde_json::from_str(&run("check case.toml --json").stdout).unwrap();
    let digest = checked["cases"][0]["scans"][0]["sha256"].as_str().unwrap().to_owned();
    assert_eq!(run(&format!("accept case.toml --yes {digest}")).status, 0);
    assert_eq!(run("check case.toml").status, 0);
    let path = folder.path().join("case.toml");
    let told = fs::read_to_string(&path).unwrap();
    for (old, new) in [
        (corners, "\nportrait = { whole = true }"),
        (corners, "\nportrait = { corners = \"8,8 872,8 872,552 8,552\", cover = [\"300,40,80,60\"] }"),
        ("last4 = \"0611\"", "last4 = \"0612\""),
        ("style = \"fill\"  ", "style = \"mosaic\""),
        ("[redaction]", "[redaction]\nwatermark = \"for you only\""),
    ] {
        assert!(told.contains(old), "{old}");
        fs::write(&path, told.replacen(old, new, 1)).unwrap();
        let Outcome { status, stderr, .. } = run("check case.toml");
        assert!(status == 3 && stderr.contains("[accepted-lapsed]"), "{new}: {stderr}");
    }
}
