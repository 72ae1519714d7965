//! Sorts the lines that were read on a straightened card: what is known there, and everything else, which is hidden.

mod twice;

use super::anchor::Anchor;
use super::overprint::overprinted;
use super::part::{
    self, Part, around, beyond, beyond_but, common, covers, extent, grown, holds, inside, outside, parts,
    run, shared, steps,
};
use super::pose::CARD;
use super::reading::{AROUND, Reading, chinese};
use super::upright::Outline;
use super::{kept, scrap};
use crate::evidence::layout::{Label, Layout, is_chinese};
use crate::evidence::reader::{Glyph, Line};
use crate::evidence::{Preset, Reason, Side, is_identity_number};

/// What lies no further than this above or below the name, in parts of the card's height, is in its row.
const ROW: f64 = 1.5 / CARD[1];
/// A card has no more strange print than this; otherwise it is another document.
const STRANGE: usize = 4;
/// Nor more rows of it that are longer than this, in millimetres: a second script, which is not read.
const ROWS: usize = 1;
const LONG: f64 = 16.0;
/// A character counts as read from this confidence on.
const READ: f32 = 0.5;
/// A character whose kind the whole text confirms counts as read from this confidence on.
const CONFIRMED: f32 = 0.3;
/// Names have rare characters: one counts from this confidence on, where all others of its line were read without a doubt, and
/// two of the name.
const RARE: f32 = 0.15;
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
/// No line on a card is higher than this, in millimetres; and what is wider and higher than the second of these is none, but
/// a pattern, or a block of print too fine to be read, which leaves the rows as they are.
const HIGHEST: f64 = 6.0;
const HUGE: f64 = 10.0;

/// A field, where it is printed, and what was read there.
struct Field<'a> {
    name: &'a str,
    /// Where its print may lie.
    place: Part,
    is_hidden: bool,
    text: String,
}

/// A line across the card, and what of it nothing is known of.
struct Row<'a> {
    index: usize,
    line: &'a Line,
    whole: Part,
    /// Its characters.
    parts: Vec<Part>,
    /// Which of them belong to words that are drawn across cards.
    drawn: Vec<bool>,
    strange: Vec<usize>,
    /// What no other line covers of it, if it is a scrap.
    scrap: Option<Part>,
}

/// The lines of one side, and what has become of them so far.
pub(super) struct Sorting<'a> {
    lines: &'a [Line],
    anchors: &'a [Anchor],
    outline: &'a Outline,
    layout: &'a Layout,
    labels: &'a [Label],
    fields: Vec<Field<'a>>,
    /// Where the portrait is printed.
    portrait: Option<Part>,
    /// The row of the name.
    row: Option<f64>,
    /// The lines that were read without a doubt.
    read: Vec<Part>,
    reading: Reading,
    /// Where the characters of the name stand along it.
    named: Vec<f64>,
    /// How much strange print is a word, and whether some of it is more than a card has.
    words: usize,
    spoilt: bool,
    /// How much of it is a long row.
    rows: usize,
    /// Whether an address runs into the portrait.
    cut: bool,
}

impl<'a> Sorting<'a> {
    /// Sorts all of the lines.
    pub(super) fn of(
        lines: &'a [Line],
        anchors: &'a [Anchor],
        outline: &'a Outline,
        layout: &'a Layout,
        side: Side,
    ) -> Self {
        let reading = Reading { error: outline.error(), variant: outline.variant, ..Reading::default() };
        // What is hidden must lie where the mask will be, not beside it.
        let masked = [0, 1].map(|axis| layout.tolerance()[axis] + reading.error[axis]);
        let hidden = layout.hidden(side, Preset::Standard);
        let field = |(name, printed): (&'a str, Part)| {
            let around = if matches!(name, "name" | "validity") { AROUND } else { masked };
            let (place, is_hidden) = (grown(printed, around), hidden.contains(&name));
            Field { name, place, is_hidden, text: String::new() }
        };
        let printed = || layout.printed(side, outline.variant);
        let place = |field: &str| printed().find(|(name, _)| *name == field).map(|(_, place)| place);
        let fields = printed().filter(|(name, _)| *name != "portrait").map(field).collect();
        let card = &outline.card;
        let row = place("name").and_then(|place| kept::row(lines, card, grown(place, AROUND), layout));
        // The box round a slanted one holds more than its print.
        let is_read = |line: &&Line| {
            let is_straight = || steps(line, card, [0.0, 1.0]).len() == 1;
            line.glyphs.len() > 1 && line.confidence() > SURE && is_straight()
        };
        let read = lines.iter().filter(is_read);
        let mut sorting = Self {
            read: read.map(|line| extent(line, card)).collect(),
            portrait: place("portrait"),
            labels: layout.labels(side),
            named: Vec::new(),
            words: 0,
            rows: 0,
            spoilt: false,
            cut: false,
            lines,
            anchors,
            outline,
            layout,
            fields,
            row,
            reading,
        };
        let rows: Vec<Row> = (0..lines.len()).filter_map(|index| sorting.row(index)).collect();
        rows.iter().for_each(|row| sorting.hide(row));
        sorting
    }

    /// Sorts a line; nothing is left to do for one that does not lie across the card.
    fn row(&mut self, index: usize) -> Option<Row<'a>> {
        let (line, card) = (&self.lines[index], &self.outline.card);
        let whole = extent(line, card);
        if !whole.iter().all(|value| value.is_finite()) {
            self.spoilt = true;
            return None;
        }
        let near = beyond(whole);
        if near[0] >= near[2] || near[1] >= near[3] {
            return None; // print beside the card, which is cut away
        }
        let middle = [whole[0].midpoint(whole[2]), whole[1].midpoint(whole[3])];
        let all = || steps(line, card, [0.0, 1.0]).into_iter().map(beyond);
        let is_huge = part::height(line, card).min(part::length(line, card)) > HUGE;
        // A face is no print, though it may be taken for a line: nothing so high can be read in it. What of it reaches
        // beyond the portrait's place is hidden all the same, but for the rows that were read, if it is huge.
        let face = self.portrait.map(|place| grown(place, AROUND));
        if let Some(face) = face.filter(|face| covers(*face, middle))
            && part::height(line, card) > HIGHEST
            && !line.glyphs.iter().any(is_sure)
        {
            let pieces = all().flat_map(|part| outside(part, face));
            let beside = |piece: Part| if is_huge { scrap::beside(piece, &self.read) } else { vec![piece] };
            self.reading.strange.extend(pieces.flat_map(beside));
            self.reading.face = true;
            return None;
        }
        let is_scrap = line.glyphs.len() < 2;
        let scrap = if is_scrap { Some(scrap::rest(near, &self.read)?) } else { None };
        // A card has no print from top to bottom, and what reaches in from beside it is none of its own.
        let within = middle.iter().all(|part| (0.0..=1.0).contains(part));
        let [across, down] = [0, 1].map(|axis| (whole[axis + 2] - whole[axis]) * CARD[axis]);
        let is_upright = down > across * UPRIGHT;
        if let Some(rest) = scrap.filter(|_| within && is_huge) {
            self.reading.strange.extend(scrap::beside(rest, &self.read));
            return None;
        }
        if !within || is_upright {
            let near = scrap.unwrap_or(near);
            self.reading.strange.extend(scrap.map_or_else(|| all().collect(), |rest| vec![rest]));
            let [across, along] = [0, 1].map(|axis| (near[axis + 2] - near[axis]) * CARD[axis]);
            let is_large = across.min(along) > SLIVER && across.max(along) > WORD;
            // Of a line on the table only the air, or the tip of its letters, reaches over the card's edge.
            let is_print = if within { !is_scrap } else { is_upright || inside(line, card) > BESIDE };
            self.spoilt |= is_large && !line.glyphs.is_empty() && is_print;
            return None;
        }
        let parts = parts(line, card);
        self.reading.lines.push((around(&parts), line.text()));
        let text: Vec<char> = line.glyphs.iter().map(|glyph| glyph.character).collect();
        let drawn = overprinted(&text, self.layout.overprints());
        let mut row = Row { index, line, whole, parts, drawn, strange: Vec::new(), scrap };
        let is_in_row = self.row.is_some_and(|row| (middle[1] - row).abs() < ROW);
        row.strange = (0..row.parts.len()).filter(|at| !self.is_known(&row, *at, is_in_row)).collect();
        Some(row)
    }

    /// The label that a character belongs to; the number is one.
    fn label(&self, line: usize, at: usize) -> Option<&'a Label> {
        let holds = |anchor: &&Anchor| anchor.line == line && anchor.glyphs.contains(&at);
        self.anchors.iter().find(holds).map(|anchor| &self.labels[anchor.label])
    }

    /// Sorts a character of a line, which lies in the row of the name or does not; whether anything is known of it.
    fn is_known(&mut self, row: &Row<'_>, at: usize, is_in_row: bool) -> bool {
        let part = row.parts[at];
        let (is_begun, is_rare) = (self.is_begun(row, at), self.is_only_doubt(row, at));
        if self.label(row.index, at).is_some_and(|label| !label.is_number()) {
            self.reading.known.push(part);
            return true;
        }
        let glyph = row.line.glyphs.get(at);
        if self.is_of_label(row, at) {
            return true;
        }
        let read = glyph.filter(|glyph| is_sure(glyph)).map(|glyph| glyph.character);
        let field = self.fields.iter_mut().find(|field| holds(field.place, part));
        if let Some(Field { text, is_hidden: true, .. }) = field {
            text.extend(read);
            return true;
        }
        if row.drawn.get(at) == Some(&true) {
            self.reading.drawn.push((part, glyph.is_some_and(|glyph| is_chinese(glyph.character))));
            return true;
        }
        // What stays has to be read: nobody knows what else it may be, upside down, or across it.
        let Some(field) = field else { return false };
        let sure = match field.name {
            "validity" | "ethnicity" => CONFIRMED,
            "name" if is_rare => RARE,
            _ => READ,
        };
        let glyph = glyph.filter(|glyph| glyph.confidence >= sure);
        let glyph = glyph.filter(|glyph| self.layout.may_hold(field.name, glyph.character));
        let glyph = glyph.filter(|_| !is_begun);
        let is_slanted = steps(row.line, &self.outline.card, [0.0, 1.0]).len() > 1;
        let Some(glyph) = glyph.filter(|_| !is_slanted && (field.name != "name" || is_in_row)) else {
            return false;
        };
        self.reading.known.push(part);
        field.text.push(glyph.character);
        if field.name == "name" {
            self.named.push(part[0].midpoint(part[2]));
        }
        true
    }

    /// Whether all characters of a line but this one were read without a doubt, two besides its labels.
    fn is_only_doubt(&self, row: &Row<'_>, at: usize) -> bool {
        let mut others = row.line.glyphs.iter().enumerate().filter(|(other, _)| *other != at);
        let own = others.clone().filter(|(other, _)| self.label(row.index, *other).is_none()).count();
        own > 1 && others.all(|(_, glyph)| glyph.confidence > SURE)
    }

    /// Hides what nothing is known of in a line, and weighs it.
    fn hide(&mut self, row: &Row<'_>) {
        let Row { line, parts, strange, scrap, .. } = row;
        if strange.is_empty() || self.is_read_twice(row) || self.is_gap(row) {
            return;
        }
        // What stands before the first and behind the last character that was read may be more of it.
        let is_drawn = |at: usize| row.drawn.get(at) == Some(&true);
        let groups = strange.chunk_by(|one, next| one + 1 == *next || !(one + 1..*next).all(is_drawn));
        let runs: Vec<Part> = groups
            .flat_map(|group| run(line, &self.outline.card, group[0], group[group.len() - 1]))
            .collect();
        let over = around(&runs);
        let (hidden, weighed): (Vec<Part>, Vec<Part>) = match scrap {
            Some(rest) => {
                let pieces = runs.iter().filter_map(|run| common(beyond(*run), *rest));
                pieces.map(|piece| (piece, piece)).unzip()
            }
            None => runs.iter().map(|run| (beyond_but(*run, &self.reading.known), beyond(*run))).unzip(),
        };
        self.reading.strange.extend(hidden);
        self.spoilt |= self.lies_over(weighed.into_iter());
        // Dark hair and clothes hide from the reader where an address ends that runs into the portrait.
        let runs = |place: Part| row.whole[0] < place[0] && over[2] > place[0] && over[1] > place[1];
        self.cut |= self.portrait.is_some_and(runs) && strange.len() < parts.len();
        // The number is what it should be, though it reaches beyond its place.
        let others: Vec<usize> =
            strange.iter().copied().filter(|at| self.label(row.index, *at).is_none()).collect();
        // Ornaments are taken for print here and there, but are not read as words.
        let read = |at: usize| line.glyphs.get(at).filter(|glyph| is_sure(glyph));
        self.words += usize::from(others.iter().filter(|at| read(**at).is_some()).count() > 1);
        // Digits in the middle of what is hidden may be its own, in a line that a stamp draws askew.
        let is_digit = |at: usize| read(at).is_some_and(|glyph| glyph.character.is_ascii_digit());
        let digits = others.iter().filter(|at| is_digit(**at) && !self.is_hidden(parts[**at]));
        self.spoilt |= digits.count() > 3;
        let is_long =
            part::height(line, &self.outline.card) < HIGHEST && (over[2] - over[0]) * CARD[0] > LONG;
        self.rows += usize::from(is_long && !others.is_empty());
    }

    /// Whether the middle of a part lies in a field that is hidden.
    fn is_hidden(&self, part: Part) -> bool {
        let middle = [part[0].midpoint(part[2]), part[1].midpoint(part[3])];
        self.fields.iter().any(|field| field.is_hidden && covers(field.place, middle))
    }

    /// Whether strange print lies over what is known: a second script shares the labels' rows, and nobody knows that layout.
    fn lies_over(&self, mut strange: impl Iterator<Item = Part>) -> bool {
        let over = |part: Part| self.reading.known.iter().any(|known| shared(*known, part) > OVER);
        strange.any(over)
    }

    /// Whether all that is strange in a line is a character that was not read, between a label and its field: there is no room
    /// for more, and by itself it tells nothing.
    fn is_gap(&self, row: &Row<'_>) -> bool {
        let [at] = row.strange[..] else { return false };
        let is_read = row.line.glyphs.get(at).is_some_and(is_sure);
        let is_behind = at > 0 && self.label(row.index, at - 1).is_some_and(|label| !label.is_number());
        let [left, _, right, _] = row.parts[at];
        is_behind && !is_read && at + 1 < row.parts.len() && (right - left) * CARD[0] < scrap::GAP
    }

    /// What was read, and what speaks against it.
    pub(super) fn judged(mut self, side: Side) -> (Reading, Vec<Reason>) {
        self.spoilt |= self.lies_over(self.reading.strange.iter().copied());
        let field = |name: &str| {
            self.fields.iter().find(|field| field.name == name).map_or("", |field| field.text.as_str())
        };
        let found = |label: &Label| {
            self.anchors.iter().any(|anchor| self.labels[anchor.label].text() == label.text())
        };
        let missing = self.labels.iter().filter(|label| !label.is_number() && !found(label)).count();
        let mut reasons = Vec::new();
        let is_read = match side {
            Side::Portrait => {
                self.reading.number =
                    number(self.lines, self.anchors, |anchor| self.labels[anchor.label].is_number());
                if self.reading.number.is_none() {
                    reasons.push(Reason::Number);
                }
                self.named.sort_by(f64::total_cmp);
                self.spoilt |= kept::is_more_than_a_name(field("name"), self.layout.of_no_name())
                    || kept::is_apart(&self.named)
                    || !self.layout.is_of_ethnicity(field("ethnicity"));
                self.reading.name = chinese(field("name"));
                self.reading.name >= 2
            }
            Side::Emblem => self.layout.is_validity(field("validity")) && !field("authority").is_empty(),
        };
        let doubts = [
            (missing > self.labels.len() / 3, Reason::Labels),
            (!is_read, Reason::Unread),
            (self.cut, Reason::Cut),
            (self.spoilt || self.words > STRANGE || self.rows > ROWS, Reason::Strange),
        ];
        reasons.extend(doubts.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)));
        (self.reading, reasons)
    }
}

/// Whether a character was read and not guessed.
fn is_sure(glyph: &Glyph) -> bool {
    glyph.confidence >= READ
}

/// The one number that was read, if it is one.
fn number(lines: &[Line], anchors: &[Anchor], is_number: impl Fn(&Anchor) -> bool) -> Option<String> {
    let mut numbers = anchors.iter().filter(|anchor| is_number(anchor)).map(|anchor| {
        let glyphs = &lines[anchor.line].glyphs[anchor.glyphs.clone()];
        // The check character confirms what the network is a little less sure of.
        let sure = glyphs.iter().all(|glyph| glyph.confidence >= CONFIRMED);
        let text: String = glyphs.iter().map(|glyph| glyph.character.to_ascii_uppercase()).collect();
        (text, sure)
    });
    let (number, sure) = numbers.next()?;
    let single = numbers.next().is_none();
    (sure && single && is_identity_number(number.as_bytes())).then_some(number)
}

#[cfg(test)]
mod tests;
