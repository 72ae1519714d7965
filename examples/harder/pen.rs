//! Print: the system's faces, and text set on a sheet, glyph by glyph.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ab_glyph::{
    Font as _, FontRef, Glyph as Placed, Outline, OutlineCurve, OutlinedGlyph, PxScale, PxScaleFactor, Rect,
    point,
};
use fontdb::Database;

use crate::dice::Dice;
use crate::sheet::Sheet;
use crate::truth::Glyph;

/// A face that draws simplified Chinese has all of these.
const CHINESE: &str = "姓名性别民族出生住址公民身份号码签发机关有效期限长证维吾尔凤鹤焱垚";
const DIGITS: &str = "0123456789X";
/// More families than these would only be variants of the same.
const MOST: usize = 12;

/// A typeface.
pub(crate) struct Face {
    font: FontRef<'static>,
    em: f32,
    /// From the baseline up to the middle of a full character, in ems.
    middle: f32,
}

/// The faces of the system, and of the folder that `$HARDER_FONTS` names.
pub(crate) struct Faces {
    pub(crate) chinese: Vec<Face>,
    /// Faces whose digits are all of one width.
    pub(crate) digits: Vec<Face>,
    pub(crate) slanted: f32,
}

/// The faces, read once.
///
/// # Panics
/// If the system has no face with Chinese characters.
pub(crate) fn faces() -> &'static Faces {
    static FACES: LazyLock<Faces> = LazyLock::new(|| {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        if let Some(folder) = std::env::var_os("HARDER_FONTS") {
            fonts.load_fonts_dir(folder);
        }
        // Digits as wide as a character would not find room.
        let narrow = |_: &str, face: &Face| {
            let id = face.font.glyph_id('0');
            id.0 != 0 && face.font.h_advance_unscaled(id) / face.em < 0.7
        };
        let chinese = read(&fonts, CHINESE, &narrow);
        assert!(!chinese.is_empty(), "no font with Chinese characters: install one, such as Noto Sans CJK");
        let even = |name: &str, face: &Face| {
            let widths: BTreeSet<u32> = DIGITS
                .chars()
                .map(|c| face.font.h_advance_unscaled(face.font.glyph_id(c)).to_bits())
                .collect();
            widths.len() == 1 && !name.contains("CJK")
        };
        let digits = read(&fonts, DIGITS, &even);
        assert!(
            !digits.is_empty(),
            "no font whose digits are all of one width: install one, such as DejaVu Sans Mono"
        );
        Faces { chinese, digits, slanted: 0.25 }
    });
    &FACES
}

/// The upright faces with all `letters`, one of each family and weight, in the order of their names.
fn read(fonts: &Database, letters: &str, fits: &dyn Fn(&str, &Face) -> bool) -> Vec<Face> {
    let mut listed: Vec<_> = fonts.faces().filter(|face| face.style == fontdb::Style::Normal).collect();
    let name =
        |face: &fontdb::FaceInfo| face.families.first().map_or(String::new(), |(name, _)| name.clone());
    listed.sort_by_cached_key(|face| (name(face), face.weight.0, face.post_script_name.clone(), face.index));
    // Of the regions' variants of one family, the one for simplified Chinese.
    let variant = |name: &str| [" JP", " KR", " TC", " HK"].iter().any(|ending| name.ends_with(ending));
    let mut seen = BTreeSet::new();
    let mut faces = Vec::new();
    for info in listed {
        let name = name(info);
        if variant(&name) || name.contains("Symbols") || !seen.insert((name.clone(), info.weight.0)) {
            continue;
        }
        let bytes = fonts.with_face_data(info.id, |data, index| (data.to_vec(), index));
        let Some((bytes, index)) = bytes else { continue };
        // Read once for the whole run.
        let bytes: &'static [u8] = bytes.leak();
        let Ok(font) = FontRef::try_from_slice_and_index(bytes, index) else { continue };
        let Some(em) = font.units_per_em() else { continue };
        let drawn = |c: char| {
            let id = font.glyph_id(c);
            font.outline(id).filter(|outline| id.0 != 0 && !outline.curves.is_empty())
        };
        let Some(full) = letters.chars().map(drawn).collect::<Option<Vec<_>>>() else { continue };
        let middle = (full[0].bounds.min.y + full[0].bounds.max.y) / 2.0 / em;
        let face = Face { font, em, middle };
        if fits(&name, &face) {
            faces.push(face);
        }
        if faces.len() == MOST {
            break;
        }
    }
    faces
}

/// How a text is printed.
#[derive(Clone, Copy)]
pub(crate) struct Pen<'a> {
    pub(crate) face: &'a Face,
    /// The size of an em in millimetres.
    pub(crate) em: f64,
    pub(crate) ink: [u8; 3],
    /// From 0, invisible, to 1.
    pub(crate) strength: f64,
    /// How far the top of an em leans over, in ems.
    pub(crate) slant: f32,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(face: &'a Face, em: f64, ink: [u8; 3]) -> Self {
        Self { face, em, ink, strength: 1.0, slant: 0.0 }
    }

    /// One of the Chinese faces.
    pub(crate) fn any(em: f64, ink: [u8; 3], dice: &mut Dice) -> Pen<'static> {
        Pen::new(dice.of(&faces().chinese), em, ink)
    }

    pub(crate) fn width(&self, c: char) -> f64 {
        f64::from(self.face.font.h_advance_unscaled(self.face.font.glyph_id(c)) / self.face.em) * self.em
    }

    /// Sets a text whose first character begins here and whose middle has this height; millimetres.
    pub(crate) fn write(
        &self,
        sheet: &mut Sheet,
        text: &str,
        [mut x, y]: [f64; 2],
        space: f64,
    ) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        for c in text.chars() {
            glyphs.extend(self.glyph(sheet, c, [x, y]));
            x += self.width(c) + space;
        }
        glyphs
    }

    /// Sets a text so that the middles of its first and last characters lie there.
    pub(crate) fn spread(
        &self,
        sheet: &mut Sheet,
        text: &str,
        [first, last]: [f64; 2],
        y: f64,
    ) -> Vec<Glyph> {
        let count = text.chars().count().max(2) - 1;
        let place = |(index, c): (usize, char)| {
            let middle = first + (last - first) * index as f64 / count as f64;
            self.glyph(sheet, c, [middle - self.width(c) / 2.0, y])
        };
        text.chars().enumerate().filter_map(place).collect()
    }

    fn glyph(&self, sheet: &mut Sheet, c: char, [x, y]: [f64; 2]) -> Option<Glyph> {
        let scale = (self.em * sheet.scale) as f32;
        let factor = PxScaleFactor { horizontal: scale, vertical: scale };
        let at = point((x * sheet.scale) as f32, (y * sheet.scale) as f32 + self.face.middle * scale);
        let outline = self.outline(c)?;
        let id = self.face.font.glyph_id(c);
        let placed = Placed { id, scale: PxScale::from(scale), position: at };
        let drawn = OutlinedGlyph::new(placed, outline, factor);
        let bounds = drawn.px_bounds();
        let mut ink: Option<[u32; 4]> = None;
        drawn.draw(|dx, dy, share| {
            let [px, py] = [bounds.min.x + dx as f32, bounds.min.y + dy as f32];
            if share > 0.1 && px >= 0.0 && py >= 0.0 {
                let [px, py] = [px as u32, py as u32];
                sheet.ink([px, py], self.ink, f64::from(share.min(1.0)) * self.strength);
                let [l, t, r, b] = ink.unwrap_or([px, py, px, py]);
                ink = Some([l.min(px), t.min(py), r.max(px), b.max(py)]);
            }
        });
        let [l, t, r, b] = ink?.map(f64::from);
        let [l, t, r, b] = [l, t, r + 1.0, b + 1.0].map(|value| value / sheet.scale);
        Some(Glyph { c, outline: [[l, t], [r, t], [r, b], [l, b]] })
    }

    /// The letter's shape in ems, leaning as it should.
    fn outline(&self, c: char) -> Option<Outline> {
        let outline = self.face.font.outline(self.face.font.glyph_id(c))?;
        let em = self.face.em;
        let lean = |at: ab_glyph::Point| point((at.x + at.y * self.slant) / em, at.y / em);
        let curves = outline.curves.iter().map(|curve| match *curve {
            OutlineCurve::Line(a, b) => OutlineCurve::Line(lean(a), lean(b)),
            OutlineCurve::Quad(a, b, c) => OutlineCurve::Quad(lean(a), lean(b), lean(c)),
            OutlineCurve::Cubic(a, b, c, d) => OutlineCurve::Cubic(lean(a), lean(b), lean(c), lean(d)),
        });
        let Rect { min, max } = outline.bounds;
        let [left, right] = [min.x, max.x].map(|x| x / em);
        let [over, under] = [min.y, max.y].map(|y| y / em);
        let reach = [over, under].map(|y| y * self.slant);
        let bounds = Rect {
            min: point(left + reach[0].min(reach[1]), over),
            max: point(right + reach[0].max(reach[1]), under),
        };
        Some(Outline { bounds, curves: curves.collect() })
    }
}
