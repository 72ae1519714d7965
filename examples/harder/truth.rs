//! What is known of a picture, as `measure` reads it.

use std::collections::BTreeMap;

use serde::Serialize;

/// A glyph and its tight outline, on its sheet in millimetres.
#[derive(Clone)]
pub(crate) struct Glyph {
    pub(crate) c: char,
    pub(crate) outline: [[f64; 2]; 4],
}

/// The text of a field and its glyphs; what is between the parts of a date is left out.
#[derive(Clone, Default)]
pub(crate) struct Value {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
}

/// The values of one card or one page.
pub(crate) type Values = BTreeMap<&'static str, Value>;

/// The truth of a picture; points are in its pixels.
#[derive(Serialize)]
pub(crate) struct Truth {
    pub(crate) file: String,
    pub(crate) tier: &'static str,
    pub(crate) kind: String,
    pub(crate) tags: Vec<String>,
    pub(crate) oriented_size: [u32; 2],
    pub(crate) cards: Vec<Card>,
    pub(crate) pages: Vec<Card>,
}

#[derive(Serialize)]
pub(crate) struct Card {
    pub(crate) side: &'static str,
    pub(crate) corners: [[f64; 2]; 4],
    pub(crate) fields: BTreeMap<&'static str, Field>,
}

#[derive(Serialize)]
pub(crate) struct Field {
    pub(crate) text: String,
    pub(crate) chars: Vec<Char>,
}

#[derive(Serialize)]
pub(crate) struct Char {
    pub(crate) c: char,
    pub(crate) polygon: [[f64; 2]; 4],
    pub(crate) visible: f64,
}

/// Less of a character than this is none.
const GONE: f64 = 0.4;

impl Truth {
    /// Whether a character that a reviewer has to read, or one of the number, is not to be seen: nobody can vouch for such
    /// a picture without having looked at it.
    pub(crate) fn lacks(&self) -> bool {
        let needed = |name: &str| matches!(name, "name" | "validity" | "number");
        let fields = self.cards.iter().flat_map(|card| &card.fields).filter(|(name, _)| needed(name));
        let gone = |glyph: &Char| glyph.c.is_alphanumeric() && glyph.visible < GONE;
        fields.flat_map(|(_, field)| &field.chars).any(gone)
    }

    /// How much of each character is left to be seen, where `left` says how much is at a point.
    pub(crate) fn faded(&mut self, left: impl Fn([f64; 2]) -> f64) {
        for glyph in
            self.cards.iter_mut().flat_map(|card| card.fields.values_mut()).flat_map(|f| &mut f.chars)
        {
            let middle = [0, 1].map(|axis| glyph.polygon.iter().map(|point| point[axis]).sum::<f64>() / 4.0);
            glyph.visible *= left(middle);
        }
    }

    /// All the points, moved: for pictures that are cropped, scaled or mirrored as a whole.
    pub(crate) fn moved(&mut self, to: impl Fn([f64; 2]) -> [f64; 2]) {
        for card in self.cards.iter_mut().chain(&mut self.pages) {
            card.corners = card.corners.map(&to);
            for glyph in card.fields.values_mut().flat_map(|field| &mut field.chars) {
                glyph.polygon = glyph.polygon.map(&to);
            }
        }
    }
}
