//! What is printed on a straightened card: what was expected there, and everything else, which is hidden.

use rayon::prelude::*;

use super::ink;
use super::part::{Part, covers, grown};
use super::pose::CARD;
use crate::evidence::layout::{Layout, Variant, is_chinese};
use crate::evidence::sample::View;
use crate::evidence::warp::Placement;
use crate::evidence::{Preset, Side};

/// How far around a field that is kept its print may reach: 1.2 mm, in parts of the card's width and height.
pub(super) const AROUND: [f64; 2] = [1.2 / CARD[0], 1.2 / CARD[1]];

/// What was read on a card.
#[derive(Clone, Default)]
pub(in crate::evidence) struct Reading {
    /// Print that nothing is known of, to be hidden.
    pub(in crate::evidence) strange: Vec<Part>,
    /// Which drawing of the layout the card follows.
    pub(in crate::evidence) variant: Variant,
    /// By how much every field is widened, in parts of the card's width and height.
    pub(in crate::evidence) error: [f64; 2],
    /// Print that is known and stays: the labels, and what is kept.
    pub(super) known: Vec<Part>,
    /// Characters of words that are drawn across cards, and whether each is a Chinese one.
    pub(super) drawn: Vec<(Part, bool)>,
    /// Whether the face was taken for print; slanted print over it would not be found then.
    pub(in crate::evidence) face: bool,
    /// How many Chinese characters the name has.
    pub(in crate::evidence) name: usize,
    /// The number, if its check character is right; never shown.
    pub(in crate::evidence) number: Option<String>,
    /// Everything that was read on it, line by line: for the proof, and never shown.
    pub(in crate::evidence) lines: Vec<(Part, String)>,
}

impl Reading {
    /// Whether a character at this point was known already: a label, what is kept, or one of a word drawn across. Print that a
    /// mask has cut is misread, but it lies where it lay.
    pub(in crate::evidence) fn knows(&self, character: char, point: [f64; 2]) -> bool {
        let is_of_its_script =
            |chinese: bool| if chinese { is_chinese(character) } else { character.is_ascii_alphabetic() };
        self.known.iter().any(|part| covers(*part, point))
            || self.drawn.iter().any(|(part, chinese)| covers(*part, point) && is_of_its_script(*chinese))
    }

    /// Whether the print of a field reaches beyond where it will be hidden; `card` is where the card lies in `view`.
    pub(super) fn is_cut(&self, view: &View<'_>, card: &Placement, layout: &Layout, side: Side) -> bool {
        let masked = [0, 1].map(|axis| layout.tolerance()[axis] + self.error[axis]);
        let hidden = layout.hidden(side, Preset::Standard);
        let masks: Vec<(&str, Part)> = layout
            .printed(side, self.variant)
            .filter(|(name, _)| hidden.contains(name))
            .map(|(name, place)| (name, grown(place, masked)))
            .collect();
        let near = CARD.map(|length| 0.5 / length);
        masks.par_iter().any(|(field, mask)| {
            let others = masks.iter().filter(|(name, _)| name != field).map(|(_, mask)| *mask);
            // Hair and clothes are dark, too.
            let portrait = layout.printed(side, self.variant).filter(|(name, _)| *name == "portrait");
            let portrait = portrait.map(|(_, place)| grown(place, AROUND));
            let known = self.known.iter().chain(&self.strange).map(|part| grown(*part, near));
            let spared: Vec<Part> = others.chain(portrait).chain(known).collect();
            ink::crosses(view, card, *mask, &spared)
        })
    }
}

/// How many Chinese characters a text has.
pub(in crate::evidence) fn chinese(text: &str) -> usize {
    text.chars().filter(|c| is_chinese(*c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_script_is_known_of_a_word_that_was_drawn_across() {
        let reading = Reading {
            known: vec![[0.1, 0.1, 0.2, 0.2]],
            drawn: vec![([0.5, 0.5, 0.6, 0.6], false), ([0.7, 0.5, 0.8, 0.6], true)],
            ..Reading::default()
        };
        for (character, point, known) in [
            ('汉', [0.15, 0.15], true),
            ('M', [0.55, 0.55], true),
            ('7', [0.55, 0.55], false),
            ('区', [0.55, 0.55], false),
            ('区', [0.75, 0.55], true),
            ('M', [0.75, 0.55], false),
            ('7', [0.75, 0.55], false),
            ('M', [0.3, 0.3], false),
        ] {
            assert_eq!(reading.knows(character, point), known, "{character} {point:?}");
        }
    }
}
