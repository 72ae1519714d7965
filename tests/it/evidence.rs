//! What a redacted picture gives away, and what stands between it and a mail.

use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use unfreeze::evidence::{
    Acceptance, Hiding, Kind, Layout, Media, Order, Preset, ProofError, Quad, Reason, RedactError, Redacted,
    Scan, ScanError, Side, Style, Told, inspect,
};
use unfreeze::texts::{Lang, Texts};

pub(crate) fn specimen(name: &str) -> Vec<u8> {
    std::fs::read(Path::new("tests/specimens").join(name)).unwrap()
}

pub(crate) fn truth(name: &str) -> serde_json::Value {
    serde_json::from_slice(&specimen(&format!("{name}.json"))).unwrap()
}

/// The true corners of a specimen's first card, as a person could give them: in whole pixels.
pub(crate) fn corners(truth: &serde_json::Value) -> Quad {
    let at = |index: usize, axis: usize| {
        truth["cards"][0]["corners"][index][axis].as_f64().unwrap().round() as i32
    };
    Quad::new([0, 1, 2, 3].map(|index| [at(index, 0), at(index, 1)])).unwrap()
}

pub(crate) fn layout() -> &'static Layout {
    Layout::named("cn-resident-id").unwrap()
}

pub(crate) fn order(corners: Quad, preset: Preset) -> Order<'static> {
    let tell = Some("002X".parse().unwrap());
    let hiding = Hiding::Fields(layout());
    Order {
        side: Side::Portrait,
        corners,
        hiding,
        cover: &[],
        preset,
        style: Style::Fill,
        tell,
        watermark: None,
        found: None,
        vouched: &[],
    }
}

fn redact(bytes: &[u8], corners: Quad, preset: Preset) -> Redacted {
    Scan::read(bytes).unwrap().redact(&order(corners, preset)).unwrap()
}

/// A card of noise on a page of noise, as a PNG; `hidden` seeds what lies under the masks of the standard preset.
pub(crate) fn noise(page: [u32; 2], card: [u32; 2], size: [u32; 2], hidden: u32) -> RgbImage {
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

pub(crate) fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.into().write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

pub(crate) fn pixels(bytes: &[u8]) -> RgbImage {
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
        assert_eq!(redacted.told().map(Told::as_str), tells.then_some("002X"), "{preset:?}");
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

    let another = redact(&specimen("specimen_p000_crop_b.jpg"), corners, Preset::Standard);
    assert!(another.accept(&[word]).is_err());
}

#[test]
fn a_word_cannot_be_bent() {
    let bytes = specimen("specimen_p000_crop_a.jpg");
    let corners = corners(&truth("specimen_p000_crop_a"));
    let word = redact(&bytes, corners, Preset::Standard).acceptance().clone();
    let bends: [&dyn Fn(&mut Acceptance); 10] = [
        &|word| drop(word.masks.pop()),
        &|word| word.masks[0].area[2] -= 8,
        &|word| word.size = [864, 544],
        &|word| word.layout = "passport/1".to_owned(),
        &|word| word.layout = "cn-resident-id/0".to_owned(),
        &|word| word.preset = Preset::Strict,
        &|word| word.style = Style::Blur,
        &|word| word.told = None,
        &|word| word.watermark = "for another purpose".to_owned(),
        &|word| word.side = Side::Emblem,
    ];
    let accept = |word| redact(&bytes, corners, Preset::Standard).accept(&[word]);
    assert!(accept(word.clone()).is_ok());
    for bend in bends {
        let mut bent = word.clone();
        bend(&mut bent);
        assert!(accept(bent.clone()).is_err(), "{bent:?}");
    }
}

// --- words

#[test]
fn nothing_personal_is_printed_by_accident() {
    let bytes = file(RgbImage::new(864, 544), ImageFormat::Png);
    let scan = Scan::read(&bytes).unwrap();
    let digest = scan.digest();
    let order = order(scan.whole(), Preset::Standard);
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
        R::CornersShape,
        R::TooSmall,
        R::WindowOutside,
        R::Unproved,
        R::TooLong,
        R::TooHeavy,
    ];
    let proof = [ProofError::Broken, ProofError::Metadata, ProofError::Trailing];
    let reasons = [
        Reason::Unseen,
        Reason::Small,
        Reason::CutOff,
        Reason::OddShape,
        Reason::Traces,
        Reason::FirstFrame,
        Reason::UnknownDocument,
        Reason::MaskedByHand,
    ];
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
