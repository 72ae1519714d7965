use std::sync::LazyLock;

use image::Rgb;

use super::*;
use crate::evidence::{Hiding, Layout, Preset, Side};

const SIZE: [u32; 2] = [864, 544];

fn no_fonts() -> &'static Database {
    static NONE: LazyLock<Database> = LazyLock::new(Database::new);
    &NONE
}

fn standard() -> WatermarkText {
    WatermarkText::standard(Some("1102345678"), "2026-11-22")
}

fn custom(text: &str) -> Result<Watermark, WatermarkError> {
    Watermark::with_fonts(&WatermarkText::custom(text)?, no_fonts)
}

/// A ground of every brightness, so that both inks are drawn.
fn ground() -> RgbImage {
    RgbImage::from_fn(SIZE[0], SIZE[1], |x, y| Rgb([(x / 4) as u8, (x / 5) as u8, ((x + y) / 6) as u8]))
}

fn marked(watermark: &Watermark, keep_outs: &[[u32; 4]]) -> (RgbImage, usize) {
    let mut picture = ground();
    let times = watermark.draw(&mut picture, keep_outs);
    (picture, times)
}

#[test]
fn no_ink_comes_near_a_mask_or_what_must_stay_readable() {
    let layout = Layout::named("cn-resident-id").unwrap();
    let watermark = Watermark::with_fonts(&standard(), no_fonts).unwrap();
    for (side, preset) in Side::BOTH.into_iter().flat_map(|side| Preset::ALL.map(|preset| (side, preset))) {
        let masks = layout.masks(side, preset, SIZE);
        let areas = Hiding::Fields(layout).keep_outs(side, &masks, SIZE);
        // The name on one side, the term of validity on the other.
        assert_eq!(areas.len(), masks.len() + 1);
        let (picture, times) = marked(&watermark, &areas);
        assert!(times >= 2, "{side:?} {preset:?}: {times}");
        for ((x, y, after), before) in picture.enumerate_pixels().zip(ground().pixels()) {
            let near = areas.iter().any(|[left, top, width, height]| {
                x + 1 >= *left && x <= left + width && y + 1 >= *top && y <= top + height
            });
            assert!(!near || after == before, "{side:?} {preset:?}: {x} {y}");
        }
    }
}

#[test]
fn the_name_and_the_term_are_kept_out_of_though_they_are_not_hidden() {
    let layout = Layout::named("cn-resident-id").unwrap();
    let areas = Hiding::Fields(layout).keep_outs(Side::Portrait, &[], [1712, 1080]);
    assert_eq!(areas, [[256, 72, 784, 192]]);
    let areas = Hiding::Fields(layout).keep_outs(Side::Emblem, &[], [1712, 1080]);
    assert_eq!(areas, [[648, 880, 840, 136]]);
}

#[test]
fn it_lies_all_over_the_card_and_the_ground_shows_through() {
    let (picture, _) = marked(&Watermark::with_fonts(&standard(), no_fonts).unwrap(), &[]);
    let ground = ground();
    for (left, top) in (0..8).flat_map(|column| (0..5).map(move |row| (column * 108, row * 108))) {
        let area = (left..left + 108).flat_map(|x| (top..top + 108).map(move |y| (x, y)));
        let changed = area.filter(|(x, y)| picture.get_pixel(*x, *y) != ground.get_pixel(*x, *y)).count();
        assert!((300..5000).contains(&changed), "{left} {top}: {changed}");
    }
    let furthest = picture.iter().zip(ground.iter()).map(|(a, b)| a.abs_diff(*b)).max();
    assert!((50..110).contains(&furthest.unwrap()), "{furthest:?}");
}

#[test]
fn the_same_text_gives_the_same_pixels() {
    let areas = [[100, 80, 400, 72]];
    let [a, b] = [(), ()].map(|()| marked(&custom("For an appeal only").unwrap(), &areas));
    assert!(a == b);
    assert!(a.0 != marked(&custom("For an appeal").unwrap(), &areas).0);
}

#[test]
fn dark_grounds_are_written_on_in_light() {
    for (value, lighter) in [(20, true), (230, false)] {
        let mut picture = RgbImage::from_pixel(SIZE[0], SIZE[1], Rgb([value; 3]));
        custom("appeal").unwrap().draw(&mut picture, &[]);
        assert!(picture.iter().any(|after| *after != value));
        assert!(picture.iter().all(|after| (*after >= value) == lighter || *after == value), "{value}");
    }
}

#[test]
fn without_room_nothing_is_drawn_and_said_so() {
    let (picture, times) = marked(&custom("appeal").unwrap(), &[[8, 8, 848, 528]]);
    assert_eq!(times, 0);
    assert!(picture == ground());
}

#[test]
fn without_chinese_letters_the_standard_is_english_and_says_so() {
    let watermark = Watermark::with_fonts(&standard(), no_fonts).unwrap();
    assert_eq!(watermark.wording(), Wording::LatinInstead);
    assert_eq!(watermark.wording().code(), Some("watermark-latin"));
    let said: String = watermark.words.iter().flat_map(|word| &word.letters).collect();
    assert_eq!(said, "ForAliExpressstore1102345678appealonly2026-11-22");
    let bare = Watermark::with_fonts(&WatermarkText::standard(None, "2026-11-22"), no_fonts).unwrap();
    let said: String = bare.words.iter().flat_map(|word| &word.letters).collect();
    assert_eq!(said, "ForAliExpressappealonly2026-11-22");
}

#[test]
fn a_text_of_ones_own_is_drawn_as_it_is_or_not_at_all() {
    assert_eq!(custom("For AliExpress only").unwrap().wording(), Wording::Chosen);
    for text in ["仅供审核", "a\u{200B}b", "😀", "\u{E000}", "نص", "e\u{301}"] {
        assert_eq!(custom(text).map(drop), Err(WatermarkError::Glyph), "{text}");
    }
    // Whatever fonts there are, these are in none.
    for text in ["\u{E000}", "a\u{202E}b"] {
        let text = WatermarkText::custom(text).unwrap();
        assert_eq!(Watermark::new(&text).map(drop), Err(WatermarkError::Glyph));
    }
}

#[test]
fn a_text_is_one_line_of_1_to_60_characters() {
    let sixty = "x".repeat(60);
    for good in ["a", "仅供审核", "{a}", &sixty, "  a  "] {
        assert!(WatermarkText::custom(good).is_ok(), "{good}");
    }
    let longer = "供".repeat(61);
    for bad in ["", "  ", "\u{3000}", "a\nb", "a\tb", "a\0", "a\u{2028}b", "{{store}}", "b}}", &longer] {
        assert_eq!(WatermarkText::custom(bad), Err(WatermarkError::Text), "{bad:?}");
    }
}

#[test]
fn nothing_of_the_text_is_shown_by_debug() {
    let watermark = Watermark::with_fonts(&standard(), no_fonts).unwrap();
    assert_eq!(
        format!("{:?} {watermark:?}", standard()),
        "WatermarkText(..) Watermark { wording: LatinInstead, .. }"
    );
}
