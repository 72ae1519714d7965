//! Letter shapes: from the font in the program, or from one of the system's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, Outline, OutlineCurve, Point, VariableFont as _, point};
use fontdb::{Database, FaceInfo};

use super::quiet;

/// Families for simplified Chinese, the best first; others are taken when none of these has every character.
const FAMILIES: [&str; 12] = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Heiti SC",
    "SimHei",
    "SimSun",
];
/// The wished weight, a little bolder than regular, for a translucent text.
const WEIGHT: u16 = 500;
/// No letter reaches further from its origin, in ems; one that does would ask for any amount of memory.
const REACH: f32 = 3.0;

/// The shipped font: printable ASCII, middle dot and bullet.
pub(super) fn embedded() -> Option<FontRef<'static>> {
    FontRef::try_from_slice(EMBEDDED).ok()
}

const EMBEDDED: &[u8] = include_bytes!("../../templates/fonts/DejaVuSansMono-ascii.ttf");

/// The fonts of the system, listed once and only when they are asked for.
pub(super) fn system() -> &'static Database {
    static FONTS: LazyLock<Database> = LazyLock::new(|| {
        let listed = quiet::catch(|| {
            let mut fonts = Database::new();
            fonts.load_system_fonts();
            fonts
        });
        listed.unwrap_or_default()
    });
    &FONTS
}

/// A letter in ems, with its origin on the baseline and y upwards.
pub(super) struct Letter {
    pub(super) advance: f32,
    pub(super) outline: Outline,
}

/// The shapes of some letters; nothing of the font's file is read any more.
pub(super) type Letters = BTreeMap<char, Letter>;

/// The shapes of all `letters`, from the shipped font.
pub(super) fn shipped(letters: &BTreeSet<char>) -> Option<Letters> {
    read(EMBEDDED, 0, letters)
}

/// The shapes of all `letters` from one of `fonts`: the same fonts give the same one, whatever order they came in.
pub(super) fn any(fonts: &Database, letters: &BTreeSet<char>) -> Option<Letters> {
    let rank = |face: &FaceInfo| {
        let family = |name: &&str| face.families.iter().any(|(family, _)| family == name);
        FAMILIES.iter().position(family).unwrap_or(FAMILIES.len())
    };
    let mut faces: Vec<&FaceInfo> = fonts.faces().collect();
    faces.sort_by_cached_key(|face| {
        let upright = face.style == fontdb::Style::Normal;
        let weight = face.weight.0.abs_diff(WEIGHT);
        let family = face.families.first().map(|(family, _)| family.clone());
        (rank(face), !upright, weight, family, face.post_script_name.clone(), face.index)
    });
    faces.into_iter().find_map(|face| {
        let read = || fonts.with_face_data(face.id, |data, index| read(data, index, letters));
        quiet::catch(read).flatten().flatten()
    })
}

/// The shapes of all `letters`, or nothing if the font lacks one, or draws it as nothing.
fn read(data: &[u8], index: u32, letters: &BTreeSet<char>) -> Option<Letters> {
    let mut font = FontRef::try_from_slice_and_index(data, index).ok()?;
    // A variable font may be a hairline by default; other fonts have no such axis.
    font.set_variation(b"wght", f32::from(WEIGHT));
    let em = font.units_per_em().filter(|em| *em >= 1.0)?;
    letters.iter().map(|letter| Some((*letter, shape(&font, em, *letter)?))).collect()
}

fn shape(font: &FontRef<'_>, em: f32, letter: char) -> Option<Letter> {
    let id = font.glyph_id(letter);
    if id.0 == 0 || !draws_alone(letter) {
        return None;
    }
    let advance = font.h_advance_unscaled(id) / em;
    let outline = reshape(&font.outline(id)?, |at| point(at.x / em, at.y / em));
    let Outline { bounds, ref curves } = outline;
    let sane = |value: f32| (-REACH..=REACH).contains(&value);
    let all = [advance, bounds.min.x, bounds.min.y, bounds.max.x, bounds.max.y].into_iter().all(sane);
    (all && advance > 0.0 && !curves.is_empty()).then_some(Letter { advance, outline })
}

/// An outline with every point moved, bounded by its control points: never less than its ink.
///
/// As everywhere in `ab_glyph`, the bounds' `min` is the top left, so that its y is the larger one.
pub(super) fn reshape(outline: &Outline, place: impl Fn(Point) -> Point) -> Outline {
    let mut bounds = ab_glyph::Rect {
        min: point(f32::INFINITY, f32::NEG_INFINITY),
        max: point(f32::NEG_INFINITY, f32::INFINITY),
    };
    let mut place = |at: &Point| {
        let at = place(*at);
        bounds.min = point(bounds.min.x.min(at.x), bounds.min.y.max(at.y));
        bounds.max = point(bounds.max.x.max(at.x), bounds.max.y.min(at.y));
        at
    };
    let curves = outline.curves.iter().map(|curve| match curve {
        OutlineCurve::Line(a, b) => OutlineCurve::Line(place(a), place(b)),
        OutlineCurve::Quad(a, b, c) => OutlineCurve::Quad(place(a), place(b), place(c)),
        OutlineCurve::Cubic(a, b, c, d) => OutlineCurve::Cubic(place(a), place(b), place(c), place(d)),
    });
    let curves = curves.collect();
    Outline { bounds, curves }
}

/// Whether a character can be drawn beside its neighbours without shaping: alphabets, Chinese, Japanese, Korean, their
/// punctuation; no combining marks, no joined scripts, nothing invisible.
fn draws_alone(letter: char) -> bool {
    matches!(letter,
        '!'..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2AF}' // Latin
        | '\u{370}'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}' // Greek, Cyrillic, more Latin
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20C0}' // punctuation, currencies
        | '\u{2100}'..='\u{214F}' | '\u{2460}'..='\u{24FF}' | '\u{25A0}'..='\u{25FF}' // signs
        | '\u{3001}'..='\u{3029}' | '\u{3030}' | '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{30FF}' // kana
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' // ideographs
        | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF5E}' | '\u{FFE0}'..='\u{FFE6}' // Hangul, full width
        | '\u{20000}'..='\u{3FFFF}') // ideographs of the later planes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> BTreeSet<char> {
        text.chars().collect()
    }

    #[test]
    fn the_shipped_font_draws_printable_ascii() {
        let ascii: String = ('!'..='~').collect();
        let shapes = shipped(&letters(&ascii)).unwrap();
        assert_eq!(shapes.len(), 94);
        let Letter { advance, outline } = &shapes[&'A'];
        assert!((0.59..0.62).contains(advance) && outline.bounds.min.y > 0.7 && outline.bounds.max.y < 0.01);
        assert!(shipped(&letters("A供")).is_none());
    }

    #[test]
    fn no_font_draws_what_cannot_stand_alone() {
        for odd in ["\u{200B}", "\u{202E}", "\u{301}", "\u{AD}", "\u{FE0F}", "ن", "क", "\u{E000}", "😀", "\n"]
        {
            assert!(!draws_alone(odd.chars().next().unwrap()), "{odd:?}");
        }
    }

    /// A system's fonts are anybody's bytes.
    #[test]
    fn a_broken_font_is_passed_over() {
        let mut fonts = Database::new();
        for cut in [0, 1, 12, 100, 700, 2000, EMBEDDED.len() / 2, EMBEDDED.len() - 1] {
            fonts.load_font_data(EMBEDDED[..cut].to_vec());
        }
        // Every table in turn is noise; the file's directory stays, so that the font is taken for one.
        for start in (300..EMBEDDED.len() - 64).step_by(64) {
            let mut noise = EMBEDDED.to_vec();
            noise[start..start + 64]
                .iter_mut()
                .enumerate()
                .for_each(|(at, byte)| *byte ^= (at * 37 + 129) as u8);
            fonts.load_font_data(noise);
        }
        assert!(fonts.len() > 20, "{} were taken for fonts", fonts.len());
        assert!(any(&fonts, &letters("供")).is_none());
        fonts.load_font_data(EMBEDDED.to_vec());
        assert_eq!(any(&fonts, &letters("0123456789")).map(|shapes| shapes.len()), Some(10));
    }
}
