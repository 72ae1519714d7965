//! Where the fields of a document lie, and which of them a preset hides.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Mask, Preset, Side};

/// Masks end on this grid of the output, its own JPEG blocks, so that no block holds hidden and visible pixels.
pub(super) const GRID: u32 = 8;

/// A document's layout: the places of its fields on the card and the presets, read from `templates/documents/`.
///
/// Only [`Layout::named`] gives one: a layout from elsewhere could hide nothing under the name of this one.
#[derive(Debug)]
pub struct Layout(Document);

/// The file of a layout; private, so that nobody reads another one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    name: String,
    version: u32,
    /// By how much every box is widened, in parts of the card's width and height.
    tolerance: [f64; 2],
    tells: Vec<String>,
    presets: BTreeMap<String, Vec<String>>,
    portrait: Vec<Field>,
    emblem: Vec<Field>,
    labels: Labels,
    /// Words that are drawn across cards or their copies and say nothing of the holder.
    overprints: Vec<String>,
    /// The ethnicities that a card may name.
    ethnicities: Vec<String>,
    /// Characters of addresses, and of dates, that names hardly ever have several of.
    of_places: String,
    of_dates: String,
    /// What stands in the place of a second date where a card is valid for good.
    for_good: String,
}

/// The printed words that do not differ from card to card.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Labels {
    portrait: Vec<Label>,
    emblem: Vec<Label>,
}

/// A printed word and where it stands; the number counts as one, though it differs, because it always stands there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Label {
    /// What it says; empty for the number.
    text: String,
    /// In each of the two drawings: the middles of its first and last character from the left, and of all from the top.
    at: [[f64; 3]; 2],
}

/// Which drawing of the layout a card follows: 0 for the first that is known, 1 for the second; cards lie between.
pub(super) type Variant = f64;

impl Label {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.is_empty()
    }

    /// The middles of its first and last character from the left, and of all from the top.
    pub(super) fn at(&self, variant: Variant) -> [f64; 3] {
        between(self.at, variant)
    }
}

/// A field's place on a card of 1 x 1: left, top, right, bottom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    name: String,
    /// Wherever it may be printed.
    place: [f64; 4],
    /// Where it is printed in each of the two drawings.
    printed: [[f64; 4]; 2],
}

fn between<const N: usize>([one, other]: [[f64; N]; 2], variant: Variant) -> [f64; N] {
    let mut between = one;
    between.iter_mut().zip(other).for_each(|(value, other)| *value += (other - *value) * variant);
    between
}

impl Layout {
    /// The layout of a document by its name; so far there is `cn-resident-id`.
    ///
    /// # Panics
    /// Never with the shipped file: a test reads it.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        static SHIPPED: LazyLock<Layout> = LazyLock::new(|| {
            match toml::from_str(include_str!("../../templates/documents/cn-resident-id.toml")) {
                Ok(document) => Layout(document),
                Err(error) => panic!("templates/documents/cn-resident-id.toml: {error}"),
            }
        });
        (SHIPPED.0.name == name).then_some(&*SHIPPED)
    }

    /// Name and version, such as `cn-resident-id/1`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{}/{}", self.0.name, self.0.version)
    }

    /// The fields of a side that a preset hides, in the order of the card.
    #[must_use]
    pub fn hidden(&self, side: Side, preset: Preset) -> Vec<&str> {
        self.fields(side).filter(|field| self.hides(preset, field)).map(|field| field.name.as_str()).collect()
    }

    /// The fields of a side that stay visible under a preset, in the order of the card.
    #[must_use]
    pub fn kept(&self, side: Side, preset: Preset) -> Vec<&str> {
        self.fields(side)
            .filter(|field| !self.hides(preset, field))
            .map(|field| field.name.as_str())
            .collect()
    }

    /// Whether the last four characters of the number may be typed over its mask.
    #[must_use]
    pub fn tells(&self, side: Side, preset: Preset) -> bool {
        side == Side::Portrait && self.0.tells.iter().any(|name| name == preset.name())
    }

    /// The masks of a side for a preset, for a redacted picture of `size` (width and height in pixels).
    #[must_use]
    pub fn masks(&self, side: Side, preset: Preset, size: [u32; 2]) -> Vec<Mask> {
        self.fields(side)
            .filter(|field| self.hides(preset, field))
            .map(|field| Mask { field: field.name.clone(), area: self.area(field.place, size) })
            .collect()
    }

    /// Where a field of a side lies, hidden or not, in a redacted picture of `size`; left, top, width and height.
    pub(super) fn place(&self, side: Side, field: &str, size: [u32; 2]) -> Option<[u32; 4]> {
        self.fields(side).find(|known| known.name == field).map(|known| self.area(known.place, size))
    }

    /// By how much a mask is wider than its place on every side, in parts of the card's width and height.
    pub(super) fn tolerance(&self) -> [f64; 2] {
        self.0.tolerance
    }

    /// The printed words of a side.
    pub(super) fn labels(&self, side: Side) -> &[Label] {
        match side {
            Side::Portrait => &self.0.labels.portrait,
            Side::Emblem => &self.0.labels.emblem,
        }
    }

    /// Words that are drawn across cards or their copies and say nothing of the holder.
    pub(super) fn overprints(&self) -> impl Iterator<Item = &str> {
        self.0.overprints.iter().map(String::as_str)
    }

    /// Characters of addresses and of dates.
    pub(super) fn of_no_name(&self) -> [&str; 2] {
        [&self.0.of_places, &self.0.of_dates]
    }

    /// Whether a character may stand in a field that stays visible.
    pub(super) fn may_hold(&self, field: &str, character: char) -> bool {
        match field {
            "name" => is_chinese(character) || matches!(character, '·' | '•' | '・' | '．' | '.' | '-'),
            "sex" => matches!(character, '男' | '女'),
            "ethnicity" => self.0.ethnicities.iter().any(|name| name.contains(character)),
            "validity" => {
                // Dots and dashes, and what the reader takes them for.
                let between = matches!(character, '.' | '·' | ':' | ',' | '、' | '，' | '-' | '—' | '–');
                character.is_ascii_digit() || between || self.0.for_good.contains(character)
            }
            _ => true,
        }
    }

    /// Whether a text is an ethnicity, or a part of one.
    pub(super) fn is_of_ethnicity(&self, text: &str) -> bool {
        self.0.ethnicities.iter().any(|name| name.contains(text))
    }

    /// Whether a text is a term of validity: two dates, or one and that it is for good.
    pub(super) fn is_validity(&self, text: &str) -> bool {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        // One more is a scratch beside it.
        let dates = if text.contains(&self.0.for_good) { 1 } else { 2 };
        (8 * dates..=8 * dates + 1).contains(&digits)
    }

    /// The fields of a side and where a card of a variant has them, in the order of the card.
    pub(super) fn printed(&self, side: Side, variant: Variant) -> impl Iterator<Item = (&str, [f64; 4])> {
        self.fields(side).map(move |field| (field.name.as_str(), between(field.printed, variant)))
    }

    fn fields(&self, side: Side) -> impl Iterator<Item = &Field> {
        match side {
            Side::Portrait => &self.0.portrait,
            Side::Emblem => &self.0.emblem,
        }
        .iter()
    }

    fn hides(&self, preset: Preset, field: &Field) -> bool {
        self.0.presets.get(preset.name()).is_some_and(|hidden| hidden.contains(&field.name))
    }

    /// A place in output pixels, widened by the tolerance and outwards to the grid, inside the picture.
    fn area(&self, place: [f64; 4], size: [u32; 2]) -> [u32; 4] {
        let edge = |part: f64, length: u32| (part * f64::from(length)).clamp(0.0, f64::from(length));
        let down = |value: f64| value as u32 / GRID * GRID;
        let up = |value: f64| (value.ceil() as u32).next_multiple_of(GRID);
        let left = down(edge(place[0] - self.0.tolerance[0], size[0]));
        let top = down(edge(place[1] - self.0.tolerance[1], size[1]));
        let right = up(edge(place[2] + self.0.tolerance[0], size[0])).min(size[0]);
        let bottom = up(edge(place[3] + self.0.tolerance[1], size[1])).min(size[1]);
        [left, top, right - left, bottom - top]
    }
}

/// Whether a character is a Chinese one, as names and addresses have them; full-width digits and marks are none.
pub(super) fn is_chinese(character: char) -> bool {
    matches!(character, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_presets_hide_what_they_say() {
        let layout = Layout::named("cn-resident-id").unwrap();
        assert_eq!(layout.label(), "cn-resident-id/1");
        assert!(Layout::named("passport").is_none());
        let hidden = |side, preset| layout.hidden(side, preset);
        assert_eq!(hidden(Side::Portrait, Preset::Light), ["birth", "address", "number"]);
        assert_eq!(hidden(Side::Portrait, Preset::Standard), ["birth", "address", "number"]);
        assert_eq!(layout.kept(Side::Portrait, Preset::Standard), ["name", "sex", "ethnicity", "portrait"]);
        assert_eq!(layout.kept(Side::Portrait, Preset::Strict), ["name"]);
        assert!(hidden(Side::Emblem, Preset::Light).is_empty());
        assert_eq!(hidden(Side::Emblem, Preset::Standard), ["authority"]);
        assert_eq!(layout.kept(Side::Emblem, Preset::Strict), ["validity"]);
        let telling = Preset::ALL.map(|preset| Side::BOTH.map(|side| layout.tells(side, preset)));
        assert_eq!(telling, [[false, false], [true, false], [false, false]]);
    }

    #[test]
    fn a_term_of_validity_has_two_dates() {
        let layout = Layout::named("cn-resident-id").unwrap();
        for (text, holds) in [
            ("2019.10.02-2029.10.02", true),
            ("2019.10.02-长期", true),
            ("2019.10.02-2029.10.023", true),
            ("2019.10.02-2029.10.02345", false),
            ("2019.10.02-2029.10.0", false),
            ("2019.10.02", false),
            ("", false),
        ] {
            assert_eq!(layout.is_validity(text), holds, "{text}");
        }
    }

    #[test]
    fn masks_end_on_the_grid_and_inside_the_picture() {
        let layout = Layout::named("cn-resident-id").unwrap();
        for size in [[864, 544], [1712, 1080]] {
            for mask in layout.masks(Side::Portrait, Preset::Strict, size) {
                let [left, top, width, height] = mask.area;
                assert!(mask.area.iter().all(|value| value % GRID == 0), "{mask:?}");
                assert!(
                    width > 0 && height > 0 && left + width <= size[0] && top + height <= size[1],
                    "{mask:?}"
                );
            }
        }
    }

    #[test]
    fn a_mask_is_its_place_with_the_tolerance() {
        let layout = Layout::named("cn-resident-id").unwrap();
        assert_eq!(
            layout.masks(Side::Emblem, Preset::Standard, [1712, 1080]),
            [Mask { field: "authority".to_owned(), area: [672, 680, 984, 184] }]
        );
    }
}
