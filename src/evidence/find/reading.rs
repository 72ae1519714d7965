//! What is printed on a straightened card: what was expected there, and everything else, which is hidden.

use rayon::prelude::*;

use super::anchor::Anchor;
use super::overprint::overprinted;
use super::part::{
    self, Part, around, beyond, covers, extent, grown, holds, inside, outside, parts, run, shared, steps,
};
use super::pose::CARD;
use super::upright::Outline;
use super::{ink, kept, scrap};
use crate::evidence::layout::{Layout, Variant, is_chinese};
use crate::evidence::reader::{Glyph, Line};
use crate::evidence::sample::View;
use crate::evidence::warp::Placement;
use crate::evidence::{Preset, Reason, Side, is_identity_number};

/// How far around a field that is kept its print may reach: 1.2 mm, in parts of the card's width and height.
const AROUND: [f64; 2] = [1.2 / CARD[0], 1.2 / CARD[1]];
/// What lies no further than this above or below the name, in parts of the card's height, is in its row.
const ROW: f64 = 1.5 / CARD[1];
/// A card has no more strange print than this; otherwise it is another document.
const STRANGE: usize = 4;
/// A character counts as read from this confidence on.
const READ: f32 = 0.5;
/// A line was read from this mean confidence on, without a doubt.
const SURE: f32 = 0.9;
/// A line beside the card reaches over its edge with no more than this part of its box, which is larger than its letters.
const BESIDE: f64 = 0.35;
/// Strange print that covers more of a character that is known than this lies over it.
const OVER: f64 = 0.6;
/// A line is upright that is so much higher than long.
const UPRIGHT: f64 = 1.3;
/// Strange print that is wider than a sliver and longer than a word is no ornament; in millimetres.
const SLIVER: f64 = 2.5;
const WORD: f64 = 8.0;
/// No line on a card is higher than this, in millimetres.
const HIGHEST: f64 = 6.0;

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
    known: Vec<Part>,
    /// Characters of words that are drawn across cards.
    drawn: Vec<Part>,
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
    /// Sorts what was read into what is known and what is not; what is missing goes to `reasons`.
    pub(super) fn of(
        lines: &[Line],
        anchors: &[Anchor],
        outline: &Outline,
        layout: &Layout,
        side: Side,
        reasons: &mut Vec<Reason>,
    ) -> Self {
        let labels = layout.labels(side);
        let mut reading = Self { error: outline.error(), variant: outline.variant, ..Self::default() };
        let mut fields: Vec<(&str, String)> =
            layout.printed(side, outline.variant).map(|(name, _)| (name, String::new())).collect();
        let (mut words, mut spoilt, mut cut) = (0, false, false);
        let mut named: Vec<f64> = Vec::new();
        let kept = |name: &str| matches!(name, "name" | "validity");
        let hidden = |name: &str| layout.hidden(side, Preset::Standard).contains(&name);
        // What is hidden must lie where the mask will be, not beside it.
        let masked = [0, 1].map(|axis| layout.tolerance()[axis] + reading.error[axis]);
        let read: Vec<Part> =
            lines.iter().filter(|line| is_read(line)).map(|line| extent(line, &outline.card)).collect();
        let row = layout
            .printed(side, outline.variant)
            .find(|(name, _)| *name == "name")
            .and_then(|(_, place)| kept::row(lines, &outline.card, grown(place, AROUND), layout));
        for (index, line) in lines.iter().enumerate() {
            let whole = extent(line, &outline.card);
            if !whole.iter().all(|value| value.is_finite()) {
                spoilt = true;
                continue;
            }
            let mut near = beyond(whole);
            if near[0] >= near[2] || near[1] >= near[3] {
                continue; // print beside the card, which is cut away
            }
            let middle = [(whole[0] + whole[2]) / 2.0, (whole[1] + whole[3]) / 2.0];
            let within = middle.iter().all(|part| (0.0..=1.0).contains(part));
            let [length, height] = [0, 1].map(|axis| (whole[axis + 2] - whole[axis]) * CARD[axis]);
            // A face is no print, though it may be taken for a line: nothing so high can be read in it. What of it reaches
            // beyond the portrait's place is hidden all the same.
            let sure = |glyph: &&Glyph| glyph.confidence >= READ;
            let portrait = layout.printed(side, outline.variant).find(|(name, _)| *name == "portrait");
            let face = portrait.map(|(_, place)| grown(place, AROUND));
            if let Some(face) = face.filter(|face| covers(*face, middle))
                && part::height(line, &outline.card) > HIGHEST
                && !line.glyphs.iter().any(|glyph| sure(&glyph))
            {
                let parts = steps(line, &outline.card, [0.0, 1.0]).into_iter().map(beyond);
                reading.strange.extend(parts.flat_map(|part| outside(part, face)));
                reading.face = true;
                continue;
            }
            let is_scrap = line.glyphs.len() < 2;
            if is_scrap {
                let Some(rest) = scrap::rest(near, &read) else { continue };
                near = rest;
            }
            // A card has no print from top to bottom, and what reaches in from beside it is none of its own.
            let upright = height > length * UPRIGHT;
            if !within || upright {
                let whole = || steps(line, &outline.card, [0.0, 1.0]).into_iter().map(beyond).collect();
                reading.strange.extend(if is_scrap { vec![near] } else { whole() });
                let [across, along] = [0, 1].map(|axis| (near[axis + 2] - near[axis]) * CARD[axis]);
                let is_large = across.min(along) > SLIVER && across.max(along) > WORD;
                // Of a line on the table only the air, or the tip of its letters, reaches over the card's edge.
                let is_print =
                    if within { !is_scrap } else { upright || inside(line, &outline.card) > BESIDE };
                spoilt |= is_large && !line.glyphs.is_empty() && is_print;
                continue;
            }
            let parts = parts(line, &outline.card);
            reading.lines.push((around(&parts), line.text()));
            let label = |at: usize| {
                let of = |anchor: &&Anchor| anchor.line == index && anchor.glyphs.contains(&at);
                anchors.iter().any(|anchor| of(&anchor) && !labels[anchor.label].is_number())
            };
            let text: Vec<char> = line.glyphs.iter().map(|glyph| glyph.character).collect();
            let overprinted = overprinted(&text, layout.overprints());
            let is_slanted = steps(line, &outline.card, [0.0, 1.0]).len() > 1;
            let mut strange: Vec<usize> = Vec::new();
            for (at, part) in parts.iter().enumerate() {
                let glyph = line.glyphs.get(at);
                let field = layout.printed(side, outline.variant).position(|(name, place)| {
                    let around = if kept(name) { AROUND } else { masked };
                    name != "portrait" && holds(grown(place, around), *part)
                });
                // What stays has to be read: nobody knows what else it may be, upside down, or across it.
                let stays = |name: &str| {
                    let in_row = name != "name" || row.is_some_and(|row| (middle[1] - row).abs() < ROW);
                    let holds = |glyph: &Glyph| layout.may_hold(name, glyph.character);
                    !is_slanted && in_row && glyph.filter(sure).is_some_and(holds)
                };
                let read = glyph.filter(sure).map(|glyph| glyph.character);
                match field.map(|field| &mut fields[field]) {
                    _ if label(at) => reading.known.push(*part),
                    Some((name, text)) if hidden(name) => text.extend(read),
                    _ if overprinted.get(at) == Some(&true) => reading.drawn.push(*part),
                    Some((name, text)) if stays(name) => {
                        reading.known.push(*part);
                        text.extend(read);
                        if *name == "name" {
                            named.push(part[0].midpoint(part[2]));
                        }
                    }
                    _ => strange.push(at),
                }
            }
            if strange.is_empty() {
                continue;
            }
            // What stands before the first and behind the last character that was read may be more of it.
            let is_drawn = |at: usize| overprinted.get(at) == Some(&true);
            let groups: Vec<&[usize]> =
                strange.chunk_by(|one, next| one + 1 == *next || !(one + 1..*next).all(is_drawn)).collect();
            let runs =
                groups.iter().flat_map(|group| run(line, &outline.card, group[0], group[group.len() - 1]));
            let runs: Vec<Part> = runs.collect();
            let over = around(&runs);
            reading.strange.extend(if is_scrap {
                vec![near]
            } else {
                runs.into_iter().map(beyond).collect()
            });
            // Dark hair and clothes hide from the reader where an address ends that runs into the portrait.
            let runs =
                |(_, place): (&str, Part)| whole[0] < place[0] && over[2] > place[0] && over[1] > place[1];
            cut |= portrait.is_some_and(runs) && strange.len() < parts.len();
            // Ornaments are taken for print here and there, but are not read as words.
            let read =
                strange.iter().filter_map(|at| line.glyphs.get(*at)).filter(|glyph| glyph.confidence >= READ);
            let text: String = read.map(|glyph| glyph.character).collect();
            let digits = text.chars().filter(char::is_ascii_digit).count();
            words += usize::from(text.chars().count() > 1);
            spoilt |= digits > 3;
        }
        // A second script shares the labels' rows: nobody knows that layout.
        let lies_over = |known: &Part| reading.strange.iter().any(|strange| shared(*known, *strange) > OVER);
        spoilt |= reading.known.iter().any(lies_over);
        let field = |name: &str| {
            fields.iter().find(|(field, _)| *field == name).map_or("", |(_, text)| text.as_str())
        };
        let found = |text: &str| anchors.iter().any(|anchor| labels[anchor.label].text() == text);
        let missing = labels.iter().filter(|label| !label.is_number() && !found(label.text())).count();
        let read = match side {
            Side::Portrait => {
                reading.number = number(lines, anchors, |anchor| labels[anchor.label].is_number());
                if reading.number.is_none() {
                    reasons.push(Reason::Number);
                }
                spoilt |= kept::is_more_than_a_name(field("name"), layout.of_no_name());
                named.sort_by(f64::total_cmp);
                spoilt |= kept::is_apart(&named) || !layout.is_of_ethnicity(field("ethnicity"));
                reading.name = chinese(field("name"));
                reading.name >= 2
            }
            Side::Emblem => layout.is_validity(field("validity")) && !field("authority").is_empty(),
        };
        let doubts = [
            (missing > labels.len() / 3, Reason::Labels),
            (!read, Reason::Unread),
            (cut, Reason::Cut),
            (spoilt || words > STRANGE, Reason::Strange),
        ];
        reasons.extend(doubts.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)));
        reading
    }
}

impl Reading {
    /// Whether a character at this point was known already: a label, what is kept, or a letter of a word drawn across. Print
    /// that a mask has cut is misread, but it lies where it lay.
    pub(in crate::evidence) fn knows(&self, character: char, point: [f64; 2]) -> bool {
        let holds = |parts: &[Part]| parts.iter().any(|part| covers(*part, point));
        holds(&self.known) || character.is_ascii_alphabetic() && holds(&self.drawn)
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

/// Whether a line was read so surely that nothing else is printed there.
fn is_read(line: &Line) -> bool {
    line.glyphs.len() > 1 && line.confidence() > SURE
}

/// How many Chinese characters a text has.
pub(in crate::evidence) fn chinese(text: &str) -> usize {
    text.chars().filter(|c| is_chinese(*c)).count()
}

/// The one number that was read, if it is one.
fn number(lines: &[Line], anchors: &[Anchor], is_number: impl Fn(&Anchor) -> bool) -> Option<String> {
    let mut numbers = anchors.iter().filter(|anchor| is_number(anchor)).map(|anchor| {
        let glyphs = &lines[anchor.line].glyphs[anchor.glyphs.clone()];
        // The check character confirms what the network is a little less sure of.
        let sure = glyphs.iter().all(|glyph| glyph.confidence >= READ * 0.6);
        let text: String = glyphs.iter().map(|glyph| glyph.character.to_ascii_uppercase()).collect();
        (text, sure)
    });
    let (number, sure) = numbers.next()?;
    let single = numbers.next().is_none();
    (sure && single && is_identity_number(number.as_bytes())).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_are_known_where_a_word_was_drawn_across() {
        let reading = Reading {
            known: vec![[0.1, 0.1, 0.2, 0.2]],
            drawn: vec![[0.5, 0.5, 0.6, 0.6]],
            ..Reading::default()
        };
        for (character, point, known) in [
            ('汉', [0.15, 0.15], true),
            ('M', [0.55, 0.55], true),
            ('7', [0.55, 0.55], false),
            ('区', [0.55, 0.55], false),
            ('M', [0.3, 0.3], false),
        ] {
            assert_eq!(reading.knows(character, point), known, "{character} {point:?}");
        }
    }
}
