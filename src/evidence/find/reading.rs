//! What is printed on a straightened card: what was expected there, and everything else, which is hidden.

use rayon::prelude::*;

use super::anchor::Anchor;
use super::overprint::overprinted;
use super::pose::CARD;
use super::upright::Outline;
use super::{ink, kept, scrap};
use crate::evidence::layout::{Layout, Variant};
use crate::evidence::reader::{Glyph, Line};
use crate::evidence::sample::View;
use crate::evidence::warp::Placement;
use crate::evidence::{Preset, Reason, Side, is_identity_number};

/// A rectangle on a card of 1 x 1: left, top, right, bottom.
pub(in crate::evidence) type Part = [f64; 4];

/// How far around a field that is kept its print may reach: 1.2 mm, in parts of the card's width and height.
const AROUND: [f64; 2] = [1.2 / CARD[0], 1.2 / CARD[1]];
/// How far a hidden print reaches beyond its line, in millimetres.
const BEYOND: f64 = 0.8;
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
        let kept = |name: &str| matches!(name, "name" | "validity");
        let hidden = |name: &str| layout.hidden(side, Preset::Standard).contains(&name);
        // What is hidden must lie where the mask will be, not beside it.
        let masked = [0, 1].map(|axis| layout.tolerance()[axis] + reading.error[axis]);
        let read: Vec<Part> =
            lines.iter().filter(|line| is_read(line)).map(|line| extent(line, outline)).collect();
        for (index, line) in lines.iter().enumerate() {
            let whole = extent(line, outline);
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
            let sure = line.glyphs.iter().filter(|glyph| glyph.confidence >= READ).count();
            let portrait = layout.printed(side, outline.variant).find(|(name, _)| *name == "portrait");
            let face = portrait.map(|(_, place)| grown(place, AROUND));
            if let Some(face) = face.filter(|face| covers(*face, middle))
                && length.min(height) > HIGHEST
                && sure < 2
            {
                reading.strange.extend(outside(near, face));
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
                reading.strange.push(near);
                let [across, along] = [0, 1].map(|axis| (near[axis + 2] - near[axis]) * CARD[axis]);
                let is_large = across.min(along) > SLIVER && across.max(along) > WORD;
                // Of a line on the table only the air, or the tip of its letters, reaches over the card's edge.
                let inside = across * along / (length * height);
                let is_print = if within { !is_scrap } else { upright || inside > BESIDE };
                spoilt |= is_large && !line.glyphs.is_empty() && is_print;
                continue;
            }
            let parts = parts(line, outline);
            reading.lines.push((around(&parts), line.text()));
            let label = |at: usize| {
                let of = |anchor: &&Anchor| anchor.line == index && anchor.glyphs.contains(&at);
                anchors.iter().any(|anchor| of(&anchor) && !labels[anchor.label].is_number())
            };
            let text: Vec<char> = line.glyphs.iter().map(|glyph| glyph.character).collect();
            let overprinted = overprinted(&text, layout.overprints());
            let mut strange: Vec<usize> = Vec::new();
            for (at, part) in parts.iter().enumerate() {
                let glyph = line.glyphs.get(at);
                let field = layout.printed(side, outline.variant).position(|(name, place)| {
                    let around = if kept(name) { AROUND } else { masked };
                    name != "portrait" && holds(grown(place, around), *part)
                });
                match field {
                    _ if label(at) => reading.known.push(*part),
                    Some(field)
                        if hidden(fields[field].0)
                            || glyph.is_none_or(|g| layout.may_hold(fields[field].0, g.character)) =>
                    {
                        if !hidden(fields[field].0) {
                            reading.known.push(*part);
                        }
                        if let Some(glyph) = glyph.filter(|glyph| glyph.confidence >= READ) {
                            fields[field].1.push(glyph.character);
                        }
                    }
                    _ if overprinted.get(at) == Some(&true) => {}
                    _ => strange.push(at),
                }
            }
            if strange.is_empty() {
                continue;
            }
            // What stands before the first and behind the last character that was read may be more of it.
            let over = run(line, outline, strange[0], strange[strange.len() - 1]);
            reading.strange.push(if is_scrap { near } else { beyond(over) });
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
    /// Hides, on top, what another reading found strange, whose places on the card `moved` makes ones of this.
    pub(super) fn cover(&mut self, other: &Self, moved: impl Fn([f64; 2]) -> [f64; 2]) {
        let strange = other.strange.iter().map(|[left, top, right, bottom]| {
            let corners = [[*left, *top], [*right, *top], [*right, *bottom], [*left, *bottom]];
            let part = around(&corners.map(|corner| {
                let [u, v] = moved(corner);
                [u, v, u, v]
            }));
            part.map(|value| value.clamp(0.0, 1.0))
        });
        self.strange.extend(strange);
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

/// The place of a line on the card, with all of the air that it was found with.
fn extent(line: &Line, outline: &Outline) -> Part {
    let corners = line.quad.map(|corner| outline.card.back(corner));
    around(&corners.map(|[u, v]| [u, v, u, v]))
}

/// Whether a line was read so surely that nothing else is printed there.
fn is_read(line: &Line) -> bool {
    line.glyphs.len() > 1 && line.confidence() > SURE
}

/// The places of a line's characters on the card; of a line that could not be read, the whole.
fn parts(line: &Line, outline: &Outline) -> Vec<Part> {
    // The line was found with some air above and below.
    let part = |[from, to]: [f64; 2]| slice(line, outline, [from, to], [0.15, 0.85]);
    spans(line, outline).into_iter().map(part).collect()
}

/// The place of some characters of a line in a row, with the air above and below, and that before the first and behind the
/// last of the line.
fn run(line: &Line, outline: &Outline, first: usize, last: usize) -> Part {
    let spans = spans(line, outline);
    let from = if first == 0 { 0.0 } else { spans[first][0] };
    let to = if last + 1 == spans.len() { 1.0 } else { spans[last][1] };
    slice(line, outline, [from, to], [0.0, 1.0])
}

/// A piece of a line on the card, by where it begins and ends along the line and from its upper to its lower edge.
fn slice(line: &Line, outline: &Outline, [from, to]: [f64; 2], [upper, lower]: [f64; 2]) -> Part {
    let corners = [[from, upper], [to, upper], [to, lower], [from, lower]];
    around(&corners.map(|[along, down]| {
        let [u, v] = outline.card.back(line.point(along, down));
        [u, v, u, v]
    }))
}

/// Where each character of a line begins and ends along it; of a line that could not be read, the whole.
fn spans(line: &Line, outline: &Outline) -> Vec<[f64; 2]> {
    let glyphs: &[Glyph] = &line.glyphs;
    if glyphs.is_empty() {
        return vec![[0.0, 1.0]];
    }
    let back = |along: f64, down: f64| outline.card.back(line.point(along, down));
    let height = (back(0.5, 0.15)[1] - back(0.5, 0.85)[1]).abs() * CARD[1];
    let length =
        (back(0.0, 0.5)[0] - back(1.0, 0.5)[0]).hypot(back(0.0, 0.5)[1] - back(1.0, 0.5)[1]) * CARD[0];
    let half = (height / length.max(1e-6) * 0.5).min(0.5);
    let span = |(at, glyph): (usize, &Glyph)| {
        let gap =
            |other: Option<&Glyph>| other.map_or(half, |other| ((other.at - glyph.at).abs() / 2.0).min(half));
        let before = gap(at.checked_sub(1).and_then(|at| glyphs.get(at)));
        [glyph.at - before, glyph.at + gap(glyphs.get(at + 1))]
    };
    glyphs.iter().enumerate().map(span).collect()
}

fn around(parts: &[Part]) -> Part {
    let start = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    parts.iter().fold(start, |a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
}

fn grown([left, top, right, bottom]: Part, [x, y]: [f64; 2]) -> Part {
    [left - x, top - y, right + x, bottom + y]
}

fn beyond([left, top, right, bottom]: Part) -> Part {
    let [x, y] = CARD.map(|length| BEYOND / length);
    [left - x, top - y, right + x, bottom + y].map(|value| value.clamp(0.0, 1.0))
}

pub(super) fn covers([left, top, right, bottom]: Part, [u, v]: [f64; 2]) -> bool {
    (left..=right).contains(&u) && (top..=bottom).contains(&v)
}

/// How much of a part another one covers, from 0 to 1.
fn shared(part: Part, other: Part) -> f64 {
    let side = |axis: usize| (part[axis + 2].min(other[axis + 2]) - part[axis].max(other[axis])).max(0.0);
    side(0) * side(1) / ((part[2] - part[0]) * (part[3] - part[1])).max(1e-9)
}

/// What of a part lies outside another one, side by side.
fn outside([left, top, right, bottom]: Part, inner: Part) -> impl Iterator<Item = Part> {
    let [before, above, beyond, below] = inner;
    let strips = [
        [left, top, right, bottom.min(above)],
        [left, top.max(below), right, bottom],
        [left, top, right.min(before), bottom],
        [left.max(beyond), top, right, bottom],
    ];
    strips.into_iter().filter(|[left, top, right, bottom]| left < right && top < bottom)
}

fn holds(outer: Part, inner: Part) -> bool {
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
}

/// How many Chinese characters a text has.
pub(in crate::evidence) fn chinese(text: &str) -> usize {
    text.chars().filter(|c| ('\u{3400}'..='\u{9FFF}').contains(c) || *c == '〇').count()
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
