//! A translucent text across a redacted card: what the picture was given away for.
//!
//! It makes a copy useless elsewhere; it hides nothing, since what is translucent can be removed.

use std::collections::BTreeSet;
use std::fmt;

use ab_glyph::OutlinedGlyph;
use fontdb::Database;
use image::{GenericImageView as _, RgbImage};

use super::font::{self, Letters};
use super::typeset::{Page, Word, turned, words};
use crate::texts::{Lang, Texts, Value};

/// Deep violet, unlike a card's black print, blue labels and a portrait's skin.
const INK: [f32; 3] = [64.0, 24.0, 112.0];
/// For dark grounds: hair, clothes, a badly lit card.
const LIGHT_INK: [f32; 3] = [226.0, 220.0, 240.0];
/// The mean value of a ground from which both inks stand off alike.
const MIDDLE: u64 = 148;
/// How much of the ground a letter takes away.
const OPACITY: f32 = 0.42;
/// An em in parts of the picture's width: the largest that lets the whole text stand there twice.
const EMS: [f32; 3] = [1.0 / 44.0, 1.0 / 50.0, 1.0 / 56.0];
const LONGEST: usize = 60;

/// A text to be drawn over redacted cards, with the shapes of its letters.
pub struct Watermark {
    name: String,
    words: Vec<Word>,
    letters: Letters,
    wording: Wording,
}

/// What a watermark is to say, checked. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct WatermarkText(Text);

#[derive(Clone, PartialEq, Eq)]
enum Text {
    Standard { store: Option<String>, date: String },
    Custom(String),
}

/// Which text was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The one that was asked for.
    Chosen,
    /// The English half of the standard text, as no font of the system has the Chinese characters.
    LatinInstead,
}

/// Why there is no watermark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum WatermarkError {
    /// The text is not one line of 1 to 60 characters, or holds an unfilled template.
    Text,
    /// No font has all the characters.
    Glyph,
}

impl WatermarkError {
    /// The finding's code: its sentence is the catalogue's `finding-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "picture-watermark-text",
            Self::Glyph => "picture-watermark-glyph",
        }
    }
}

impl Wording {
    /// The key of the sentence that tells of it, unless it is what was asked for.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Chosen => None,
            Self::LatinInstead => Some("watermark-latin"),
        }
    }
}

impl WatermarkText {
    /// The standard wording, Chinese and English, for a store's number, if there is one, and a date as it is to be read.
    #[must_use]
    pub fn standard(store: Option<&str>, date: &str) -> Self {
        Self(Text::Standard { store: store.map(str::to_owned), date: date.to_owned() })
    }

    /// A person's own wording instead: one line of 1 to 60 characters.
    ///
    /// # Errors
    /// [`WatermarkError::Text`].
    pub fn custom(text: &str) -> Result<Self, WatermarkError> {
        let text = text.trim();
        let odd = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        let good = (1..=LONGEST).contains(&text.chars().count())
            && !text.contains(odd)
            && !text.contains("{{")
            && !text.contains("}}");
        if good { Ok(Self(Text::Custom(text.to_owned()))) } else { Err(WatermarkError::Text) }
    }

    /// What it is called where it is vouched for: the English wording, or a person's own.
    #[must_use]
    pub fn name(&self) -> String {
        self.in_language(Lang::En)
    }

    fn in_language(&self, lang: Lang) -> String {
        match &self.0 {
            Text::Custom(text) => text.clone(),
            Text::Standard { store: None, date } => {
                Texts::new(lang).format("watermark-wording-no-store", &[("date", Value::from(date.as_str()))])
            }
            Text::Standard { store: Some(store), date } => Texts::new(lang).format(
                "watermark-wording",
                &[("store", Value::from(store.as_str())), ("date", Value::from(date.as_str()))],
            ),
        }
    }
}

/// Quiet on purpose: a person's own words.
impl fmt::Debug for WatermarkText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WatermarkText(..)")
    }
}

impl Watermark {
    /// Finds the shapes of the letters: in the shipped font, or else in one of the system's.
    ///
    /// # Errors
    /// [`WatermarkError::Glyph`] if no font has them all. Of the standard wording the English half is left then, and
    /// [`Watermark::wording`] says so.
    pub fn new(text: &WatermarkText) -> Result<Self, WatermarkError> {
        Self::with_fonts(text, font::system)
    }

    fn with_fonts(text: &WatermarkText, system: fn() -> &'static Database) -> Result<Self, WatermarkError> {
        let drawn = |parts: &[String], wording| {
            let words: Vec<Word> = parts.iter().flat_map(|part| words(part)).collect();
            let wanted: BTreeSet<char> = words.iter().flat_map(|word| &word.letters).copied().collect();
            let mut letters = font::shipped(&wanted).or_else(|| font::any(system(), &wanted))?;
            letters.values_mut().for_each(|letter| letter.outline = font::reshape(&letter.outline, turned));
            Some(Self { name: text.name(), words, letters, wording })
        };
        let english = text.in_language(Lang::En);
        match text.0 {
            Text::Custom(_) => drawn(&[english], Wording::Chosen),
            Text::Standard { .. } => {
                let both = [text.in_language(Lang::ZhCn), english];
                drawn(&both, Wording::Chosen).or_else(|| drawn(&both[1..], Wording::LatinInstead))
            }
        }
        .ok_or(WatermarkError::Glyph)
    }

    /// Which text it draws.
    #[must_use]
    pub fn wording(&self) -> Wording {
        self.wording
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Draws the text over a picture, again and again, and says how often it stands there as a whole.
    ///
    /// No ink comes into `keep_outs`, nor within a few pixels of them: left, top, width and height in output pixels.
    /// Without room for the whole text, there is what has room.
    pub(super) fn draw(&self, picture: &mut RgbImage, keep_outs: &[[u32; 4]]) -> usize {
        let mut best = (Vec::new(), 0);
        for em in EMS {
            let page = Page::new(picture.dimensions(), keep_outs, em * picture.width() as f32);
            let set = page.set(&self.words, &self.letters);
            if set.1 > best.1 || best.0.is_empty() {
                best = set;
            }
            if best.1 >= 2 {
                break;
            }
        }
        best.0.iter().for_each(|letter| blend(picture, letter));
        best.1
    }
}

/// Draws a letter in one ink: the page holds all of its bounds.
fn blend(picture: &mut RgbImage, letter: &OutlinedGlyph) {
    let bounds = letter.px_bounds();
    let [left, top, width, height] =
        [bounds.min.x, bounds.min.y, bounds.width(), bounds.height()].map(|value| value as u32);
    let ground = picture.view(left, top, width, height);
    let light: u64 = ground.pixels().flat_map(|(_, _, pixel)| pixel.0).map(u64::from).sum();
    let dark = light < MIDDLE * 3 * u64::from(width) * u64::from(height);
    let ink = if dark { LIGHT_INK } else { INK };
    letter.draw(|dx, dy, cover| {
        let share = OPACITY * cover.clamp(0.0, 1.0);
        for (value, ink) in picture.get_pixel_mut(left + dx, top + dy).0.iter_mut().zip(ink) {
            let before = f32::from(*value);
            *value = (before + (ink - before) * share).round() as u8;
        }
    });
}

/// Quiet on purpose: a person's own words.
impl fmt::Debug for Watermark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watermark").field("wording", &self.wording).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
