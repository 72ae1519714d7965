//! What a redacted picture gives away, what stands between it and a mail, and what a hostile file can do.

use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use unfreeze::evidence::{
    Acceptance, Evidence, Kind, Last4, Layout, Media, Order, Preset, ProofError, Quad, Reason, RedactError,
    Redacted, Scan, ScanError, Side, Style, inspect,
};
use unfreeze::texts::{Lang, Texts};

fn specimen(name: &str) -> Vec<u8> {
    std::fs::read(Path::new("tests/specimens").join(name)).unwrap()
}

fn truth(name: &str) -> serde_json::Value {
    serde_json::from_slice(&specimen(&format!("{name}.json"))).unwrap()
}

/// The true corners of a specimen's first card, as a person could give them: in whole pixels.
fn corners(truth: &serde_json::Value) -> Quad {
    let at = |index: usize, axis: usize| {
        truth["cards"][0]["corners"][index][axis].as_f64().unwrap().round() as i32
    };
    Quad::new([0, 1, 2, 3].map(|index| [at(index, 0), at(index, 1)])).unwrap()
}

fn layout() -> &'static Layout {
    Layout::named("cn-resident-id").unwrap()
}

fn order(corners: Quad, preset: Preset) -> Order<'static> {
    let tell = Some("002X".parse().unwrap());
    Order { side: Side::Portrait, corners, layout: layout(), preset, style: Style::Fill, tell }
}

fn redact(bytes: &[u8], corners: Quad, preset: Preset) -> Redacted {
    Scan::read(bytes).unwrap().redact(&order(corners, preset)).unwrap()
}

/// A card of noise on a page of noise, as a PNG; `hidden` seeds what lies under the masks of the standard preset.
fn noise(page: [u32; 2], card: [u32; 2], size: [u32; 2], hidden: u32) -> RgbImage {
    let mut picture = RgbImage::from_fn(page[0], page[1], |x, y| grain(x, y, 1));
    for mask in layout().masks(Side::Portrait, Preset::Standard, size) {
        let [left, top, width, height] = mask.area;
        for y in top..top + height {
            for x in left..left + width {
                picture.put_pixel(card[0] + x, card[1] + y, grain(x, y, hidden));
            }
        }
    }
    picture
}

fn grain(x: u32, y: u32, seed: u32) -> Rgb<u8> {
    let mixed = (x ^ y.rotate_left(11) ^ seed.rotate_left(22)).wrapping_mul(0x9E37_79B1).rotate_left(15);
    let [a, b, c, _] = mixed.wrapping_mul(0x85EB_CA77).to_le_bytes();
    Rgb([a, b, c])
}

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.into().write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn pixels(bytes: &[u8]) -> RgbImage {
    image::load_from_memory(bytes).unwrap().into_rgb8()
}

// --- the promise: the output is a function of the geometry and of what lies outside the masks

#[test]
fn what_is_hidden_makes_no_difference_from_file_to_file() {
    let (a, b) = (specimen("specimen_p000_crop_a.jpg"), specimen("specimen_p000_crop_b.jpg"));
    let corners = corners(&truth("specimen_p000_crop_a"));
    let [a, b] = [a, b].map(|bytes| redact(&bytes, corners, Preset::Standard));
    assert_ne!(a.acceptance().scan, b.acceptance().scan);
    assert!(a.bytes() == b.bytes());
}

#[test]
fn every_pixel_under_a_mask_makes_no_difference_and_others_do() {
    let (page, card, size) = ([880, 560], [9, 5], [864, 544]);
    let corners = Quad::new([[9, 5], [873, 5], [873, 549], [9, 549]]).unwrap();
    let given = |picture: RgbImage| redact(&file(picture, ImageFormat::Png), corners, Preset::Standard);
    let first = given(noise(page, card, size, 2));
    assert_eq!(first.size(), size);
    assert!(first.bytes() == given(noise(page, card, size, 3)).bytes());
    let mut other = noise(page, card, size, 2);
    let [left, top, ..] = first.masks()[0].area;
    other.put_pixel(card[0] + left - 1, card[1] + top, Rgb([0, 255, 0]));
    assert!(first.bytes() != given(other).bytes());
}

#[test]
fn nothing_stands_under_a_mask_but_what_is_told() {
    let bytes = specimen("specimen_p000_crop_a.jpg");
    let corners = corners(&truth("specimen_p000_crop_a"));
    for (preset, tells) in [(Preset::Light, false), (Preset::Standard, true), (Preset::Strict, false)] {
        let redacted = redact(&bytes, corners, preset);
        assert_eq!(redacted.told().map(Last4::as_str), tells.then_some("002X"), "{preset:?}");
        assert_eq!(inspect(redacted.bytes()), Ok(Media::Jpeg));
        let picture = pixels(redacted.bytes());
        for mask in redacted.masks() {
            let [left, top, width, height] = mask.area;
            let first = *picture.get_pixel(left, top);
            let area = image::imageops::crop_imm(&picture, left, top, width, height).to_image();
            let plain = area.pixels().all(|pixel| *pixel == first);
            assert_eq!(plain, !(tells && mask.field == "number"), "{preset:?} {}", mask.field);
        }
    }
}

#[test]
fn every_hidden_field_of_a_specimen_lies_under_its_mask() {
    let masks = layout().masks(Side::Portrait, Preset::Strict, [1712, 1080]);
    for name in ["specimen_p000_crop_a", "specimen_p000_crop_b", "specimen_038_exif_o5", "specimen_007_heic"]
    {
        let truth = truth(name);
        let fields = &truth["cards"][0]["fields"];
        for mask in &masks {
            let place = &fields[&mask.field]["card_box"];
            let [x, y, width, height] = [0, 1, 2, 3].map(|index| place[index].as_f64().unwrap());
            let [left, top, right, bottom] = {
                let [left, top, width, height] = mask.area.map(f64::from);
                [left, top, left + width, top + height]
            };
            assert!(left < x && top < y && right > x + width && bottom > y + height, "{name} {}", mask.field);
        }
    }
}

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
fn files_that_are_no_pictures_say_what_they_are() {
    let jpeg = specimen("specimen_p000_crop_a.jpg");
    let mut huge = file(RgbImage::new(1, 1), ImageFormat::Png);
    huge[16..24].copy_from_slice(&[0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20]);
    huge[29..33].copy_from_slice(&[0x97, 0x6F, 0x23, 0xEA]);
    let cases: [(&[u8], ScanError); 12] = [
        (b"", ScanError::Empty),
        (b"id.jpg", ScanError::NotAPicture),
        (b"GIF89a\x01\x00\x01\x00", ScanError::Unsupported),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36\x00", ScanError::Unsupported),
        (b"II*\0\x08\0\0\0", ScanError::Unsupported),
        (b"\0\0\0\x1cftypavif\0\0\0\0", ScanError::Unsupported),
        (b"%PDF-1.7\n", ScanError::Pdf),
        (b"\0\0\0\x18ftypheic\0\0\0\0", ScanError::Broken),
        (b"RIFF\x04\0\0\0WEBP", ScanError::Truncated),
        (&jpeg[..jpeg.len() / 2], ScanError::Truncated),
        (&jpeg[..jpeg.len() - 2], ScanError::Truncated),
        (&vec![0xFF; 3], ScanError::NotAPicture),
    ];
    for (bytes, error) in cases {
        assert_eq!(Scan::read(bytes).unwrap_err(), error, "{error:?}");
    }
    let mut large = jpeg.clone();
    large.resize((64 << 20) + 1, 0);
    assert_eq!(Scan::read(&large).unwrap_err(), ScanError::TooLarge);
    assert!(matches!(Scan::read(&huge).unwrap_err(), ScanError::TooManyPixels | ScanError::Broken));
}

#[test]
fn no_damaged_file_gets_further_than_an_error() {
    let picture = noise([40, 24], [0, 0], [0, 0], 0);
    let mut read = 0;
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = file(picture.clone(), format);
        for at in (0..whole.len()).step_by(7) {
            for value in [0x00, 0x7F, 0xFF] {
                let mut damaged = whole.clone();
                damaged[at] ^= value;
                read += usize::from(Scan::read(&damaged).is_ok());
                damaged.truncate(at);
                // A PNG without its last check sum and end still has all its pixels.
                let whole = at + 16 > whole.len() && format == ImageFormat::Png;
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
    assert_eq!(scan(300, 200).whole(), Quad::new([[0, 0], [300, 0], [300, 200], [0, 200]]));
    assert_eq!(scan(200, 300).whole(), None);
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
    assert_eq!(outcome("0,0 150,0 150,95 0,95"), Err(RedactError::TooSmall));
}

// --- a person's word

#[test]
fn a_word_counts_for_exactly_the_picture_it_was_given_for() {
    let bytes = specimen("specimen_p000_crop_a.jpg");
    let corners = corners(&truth("specimen_p000_crop_a"));
    let redacted = redact(&bytes, corners, Preset::Standard);
    let word = redacted.acceptance().clone();
    assert_eq!(word.layout, layout().label());

    let strict = redact(&bytes, corners, Preset::Strict).acceptance().clone();
    let redacted = *redacted.accept(&[strict]).unwrap_err();
    let drawn = redacted.bytes().to_vec();
    let evidence = redacted.accept(std::slice::from_ref(&word)).unwrap();
    assert_eq!(evidence.kind(), Kind::IdCard(Side::Portrait));
    assert_eq!(evidence.media(), Media::Jpeg);
    assert_eq!(evidence.kept(), ["name", "sex", "ethnicity", "portrait"]);
    assert_eq!(evidence.masks(), word.masks);
    assert!(evidence.bytes() == drawn);

    let replay = |bytes: &[u8], word: &Acceptance| {
        let last4 = "002X".parse().unwrap();
        Scan::read(bytes).unwrap().replay(word, Some(&last4))
    };
    assert!(replay(&bytes, &word).unwrap() == evidence);
    let another = specimen("specimen_p000_crop_b.jpg");
    assert_eq!(replay(&another, &word).unwrap_err(), RedactError::Lapsed);
}

#[test]
fn a_word_cannot_be_bent() {
    let bytes = specimen("specimen_p000_crop_a.jpg");
    let corners = corners(&truth("specimen_p000_crop_a"));
    let word = redact(&bytes, corners, Preset::Standard).acceptance().clone();
    let replay = |bend: &dyn Fn(&mut Acceptance)| {
        let mut bent = word.clone();
        bend(&mut bent);
        Scan::read(&bytes).unwrap().replay(&bent, None).map(|evidence| evidence.masks().to_vec())
    };
    let bends: [&dyn Fn(&mut Acceptance); 6] = [
        &|word| drop(word.masks.pop()),
        &|word| word.masks[0].area[2] -= 8,
        &|word| word.size = [864, 544],
        &|word| word.layout = "passport/1".to_owned(),
        &|word| (word.layout, word.masks) = ("cn-resident-id/0".to_owned(), Vec::new()),
        &|word| (word.layout, word.masks[0].area) = ("cn-resident-id/0".to_owned(), [0, 0, u32::MAX - 7, 8]),
    ];
    for bend in bends {
        assert_eq!(replay(bend), Err(RedactError::Malformed));
    }
    // Under an older version of the layout, the masks are drawn as they were vouched for.
    let older = replay(&|word| {
        word.layout = "cn-resident-id/0".to_owned();
        word.masks[0].area[2] -= 8;
    });
    assert_eq!(older.unwrap()[0].area[2], word.masks[0].area[2] - 8);
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
    let [evidence] = <[Evidence; 1]>::try_from(Scan::read(&bytes).unwrap().clean().unwrap()).unwrap();
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
        let parts = Scan::read(bytes).unwrap().clean().unwrap();
        parts.iter().map(|part| (part.size(), part.media())).collect()
    };
    assert_eq!(sizes(&long), [2080, 2080, 2080].map(|height| ([500, height], Media::Png)));
    let photograph = file(noise([1000, 700], [0, 0], [0, 0], 0), ImageFormat::Png);
    assert_eq!(sizes(&photograph), [([1000, 700], Media::Jpeg)]);
    let endless = file(RgbImage::new(20, 30_000), ImageFormat::Png);
    assert_eq!(Scan::read(&endless).unwrap().clean().unwrap_err(), RedactError::TooLong);
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

// --- words

#[test]
fn nothing_personal_is_printed_by_accident() {
    let bytes = file(RgbImage::new(864, 544), ImageFormat::Png);
    let scan = Scan::read(&bytes).unwrap();
    let digest = scan.digest();
    let order = order(scan.whole().unwrap(), Preset::Standard);
    assert_eq!(format!("{scan:?}"), format!("Scan {{ digest: {digest}, size: [864, 544], .. }}"));
    assert!(!format!("{order:?}").contains("002X"));
    let redacted = scan.redact(&order).unwrap();
    assert_eq!(
        format!("{redacted:?}"),
        "Redacted { side: Portrait, size: [864, 544], reasons: [Unseen], .. }"
    );
    let words = [redacted.acceptance().clone()];
    let evidence = redacted.accept(&words).unwrap();
    assert_eq!(format!("{evidence:?}"), "Evidence { kind: IdCard(Portrait), size: [864, 544], .. }");
}

#[test]
fn every_code_has_its_sentence_and_its_mend() {
    use RedactError as R;
    use ScanError as S;
    let scan = [
        S::Empty,
        S::TooLarge,
        S::TooManyPixels,
        S::NotAPicture,
        S::Unsupported,
        S::Pdf,
        S::Truncated,
        S::Broken,
    ];
    let redact = [
        R::WholeTurned,
        R::CornersOutside,
        R::CornersTurned,
        R::TooSmall,
        R::Lapsed,
        R::Malformed,
        R::Unproved,
        R::TooLong,
    ];
    let proof = [ProofError::Broken, ProofError::Metadata, ProofError::Trailing];
    let reasons = [Reason::Unseen, Reason::Small, Reason::CutOff, Reason::OddShape, Reason::Traces];
    let findings =
        scan.map(S::code).into_iter().chain(redact.map(R::code)).chain(proof.map(ProofError::code));
    let mut keys: Vec<String> = findings.map(|code| format!("finding-{code}")).collect();
    keys.extend(reasons.map(|reason| reason.code().to_owned()));
    for texts in [Lang::En, Lang::ZhCn].map(Texts::new) {
        for key in &keys {
            assert!(texts.has(key) && texts.has(&format!("{key}.mend")), "{key}");
        }
        for side in Side::BOTH {
            assert!(texts.has(&format!("side-{}", side.name())));
            for field in
                layout().kept(side, Preset::Light).into_iter().chain(layout().hidden(side, Preset::Light))
            {
                assert!(texts.has(&format!("field-{field}")), "{field}");
            }
        }
    }
}
