//! What a screenshot says, and what it must not show.

mod rules;
mod times;

use std::fmt;

use image::RgbImage;

use super::pyramid::Pyramid;
use super::{COARSE, LOOKS, fit};
use crate::evidence::layout::Layout;
use crate::evidence::reader::{Line, Models};
use crate::evidence::{Scan, Side, Window};
use rules::{Term, overlap};

/// So many labels of a card in their places are a card.
const LABELS: usize = 3;
/// A picture that is not made smaller than this to be looked at whole keeps its letters legible.
const LEGIBLE: f64 = 1.25;
/// Otherwise it is read in strips of so many rows, of which two share as many as the highest line has; a wider picture
/// than this is made smaller, as it will be when it is attached.
const STRIP: u32 = 900;
const SHARED: u32 = 150;
const WIDEST: u32 = 2560;
/// More strips than this has no picture that can be attached.
const MOST_STRIPS: usize = 27;

/// What something on a screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// A resident identity card.
    Card,
    /// An identity number.
    IdentityNumber,
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
    /// A store ID: digits.
    StoreId,
    /// The time of the freeze, by the word beside it.
    Frozen,
    /// Any other time with its date.
    Time,
    /// The number of the notice or of the case.
    NoticeNumber,
    /// The number of an order.
    Order,
    /// The number of a parcel.
    Tracking,
}

impl Topic {
    /// Whether it must not be seen on a picture that is attached.
    #[must_use]
    pub fn must_be_covered(self) -> bool {
        matches!(self, Self::Card | Self::IdentityNumber)
    }
}

/// Something on a screen, and where it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown {
    topic: Topic,
    window: Window,
    text: String,
}

impl Shown {
    /// What it is.
    #[must_use]
    pub fn topic(&self) -> Topic {
        self.topic
    }

    /// A rectangle that holds it with a margin, in oriented pixels.
    #[must_use]
    pub fn window(&self) -> Window {
        self.window
    }

    /// What it says, in plain form: a phone number in E.164; a time as `2026-11-20 09:30`, with ` +08:00` behind it if
    /// its zone is written there. Nothing of what must be covered.
    #[must_use]
    pub fn text(&self) -> &str {
        if self.topic.must_be_covered() { "" } else { &self.text }
    }
}

/// Quiet on purpose: it may be somebody's.
impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shown")
            .field("topic", &self.topic)
            .field("window", &self.window)
            .finish_non_exhaustive()
    }
}

/// What was read on a screenshot.
#[derive(Clone, Default)]
pub struct Screen {
    lines: Vec<Vec<char>>,
    shown: Vec<Shown>,
}

impl Screen {
    /// What it shows, from the top.
    #[must_use]
    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// How many lines could be read.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Whether a number stands somewhere in it, alone or within words but in no longer number.
    #[must_use]
    pub fn says(&self, number: &str) -> bool {
        let number: Vec<char> = number.chars().collect();
        let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
        self.lines.iter().any(|line| {
            line.windows(number.len().max(1)).enumerate().any(|(at, window)| {
                let before = at.checked_sub(1).and_then(|at| line.get(at));
                window == number && !digit(before) && !digit(line.get(at + number.len()))
            })
        })
    }
}

/// Quiet on purpose: what a person's screen says.
impl fmt::Debug for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Screen").field("lines", &self.lines()).field("shown", &self.shown).finish()
    }
}

impl Scan {
    /// Reads a screenshot: what it shows of cards and numbers, at any angle, and what it tells of the freeze.
    #[must_use]
    pub fn screen(&self, models: &Models, layout: &Layout) -> Screen {
        let size = self.size();
        let pyramid = Pyramid::of(self);
        let (whole, scale) = pyramid.overview(LOOKS[1]);
        let lines = models.lines(&whole, LOOKS[1], false);
        let cards = Side::BOTH.into_iter().filter_map(|side| {
            let (card, anchors) = fit(&lines, layout, side, COARSE)?;
            let corners = card.corners().map(|corner| corner.map(|value| value * scale));
            let [left, top, right, bottom] = bounds(corners);
            // What the fit may err by, and the card's rim.
            let rim = 0.06 * (right - left).max(bottom - top);
            let window = window([left - rim, top - rim, right + rim, bottom + rim], size)?;
            (anchors.len() >= LABELS).then(|| Shown { topic: Topic::Card, window, text: String::new() })
        });
        let mut shown: Vec<Shown> = cards.collect();
        let mut rows = rows(&lines, 0.0, scale);
        if scale > LEGIBLE {
            let near = strips(&pyramid, |picture, top, scale| {
                let longest = picture.width().max(picture.height());
                self::rows(&models.lines(picture, longest, true), top, scale)
            });
            // Seen from near it is read better; what was only seen from afar stands askew, and stays.
            rows.retain(|far| !near.iter().any(|near| far.lies_in(near)));
            rows.extend(near);
        }
        let rows = joined(rows);
        for (at, row) in rows.iter().enumerate() {
            let mut terms = rules::terms(&row.text);
            if let Some((topic, end)) = rules::label(&row.text) {
                shown.extend(
                    beside(&rows, at, topic, end, &mut terms)
                        .into_iter()
                        .filter_map(|(row, term)| rows[row].shown(&term, size)),
                );
            }
            shown.extend(terms.iter().filter_map(|term| row.shown(term, size)));
        }
        Screen { lines: rows.into_iter().map(|row| row.text).collect(), shown: settled(shown) }
    }
}

/// The rows of each strip of the picture, those that two strips share only once.
fn strips(pyramid: &Pyramid<'_>, read: impl Fn(&RgbImage, f64, f64) -> Vec<Row>) -> Vec<Row> {
    let [width, height] = pyramid.scan.size();
    let scale = (f64::from(width) / f64::from(WIDEST)).max(1.0);
    let [strip, shared] = [STRIP, SHARED].map(|rows| (f64::from(rows) * scale) as u32);
    let mut found: Vec<Row> = Vec::new();
    let tops = (0..height.saturating_sub(shared).max(1)).step_by((strip - shared) as usize);
    for top in tops.take(MOST_STRIPS) {
        let picture = pyramid.strip(scale, top, strip.min(height - top));
        for row in read(&picture, f64::from(top), scale) {
            if found.iter().any(|other| row.lies_in(other)) {
                continue;
            }
            found.retain(|other| !other.lies_in(&row));
            found.push(row);
        }
    }
    found
}

/// A line of text with the place of each character: left, top, right and bottom in oriented pixels.
#[derive(Clone)]
struct Row {
    text: Vec<char>,
    places: Vec<[f64; 4]>,
}

impl Row {
    fn place(&self) -> [f64; 4] {
        self.places.iter().copied().reduce(both).unwrap_or_default()
    }

    /// Whether most of it lies in another one.
    fn lies_in(&self, other: &Self) -> bool {
        let (a, b) = (self.place(), other.place());
        let part = |near: usize, far: usize| {
            let shared = (a[far].min(b[far]) - a[near].max(b[near])).max(0.0);
            shared / (a[far] - a[near]).max(1.0)
        };
        part(0, 2) * part(1, 3) > 0.6
    }

    fn is_level(&self) -> bool {
        let [left, top, right, bottom] = self.place();
        right - left >= bottom - top || self.text.len() == 1
    }

    fn shown(&self, term: &Term, size: [u32; 2]) -> Option<Shown> {
        let parts = self.places.get(term.range.clone())?;
        let [left, top, right, bottom] = parts.iter().copied().reduce(both)?;
        // A character's place is known to about one character.
        let [wide, high] = [right - left, bottom - top];
        let count = parts.len() as f64;
        let rim = (wide.max(high) / count * 0.8).max(wide.min(high) * 0.3);
        let window = window([left - rim, top - rim, right + rim, bottom + rim], size)?;
        Some(Shown { topic: term.topic, window, text: term.text.clone() })
    }
}

fn both(a: [f64; 4], b: [f64; 4]) -> [f64; 4] {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

fn bounds(points: [[f64; 2]; 4]) -> [f64; 4] {
    points.map(|[x, y]| [x, y, x, y]).into_iter().reduce(both).unwrap_or_default()
}

/// The part of a rectangle that lies in a picture of this size.
fn window([left, top, right, bottom]: [f64; 4], size: [u32; 2]) -> Option<Window> {
    let clamp = |value: f64, axis: usize| value.clamp(0.0, f64::from(size[axis])) as i32;
    let [left, top] = [clamp(left.floor(), 0), clamp(top.floor(), 1)];
    let [right, bottom] = [clamp(right.ceil(), 0), clamp(bottom.ceil(), 1)];
    Window::new([left, top, right - left, bottom - top])
}

/// The lines of a picture that begins at the row `top` of the scan and was made smaller by `scale`.
fn rows(lines: &[Line], top: f64, scale: f64) -> Vec<Row> {
    let row = |line: &Line| {
        let count = line.glyphs.len() as f64;
        let place = |at: f64| {
            let half = 0.5 / count;
            let corners = [(at - half, 0.0), (at + half, 0.0), (at + half, 1.0), (at - half, 1.0)];
            let [left, above, right, below] = bounds(corners.map(|(along, down)| line.point(along, down)));
            [left * scale, top + above * scale, right * scale, top + below * scale]
        };
        Row {
            text: rules::plain(line.glyphs.iter().map(|glyph| glyph.character)),
            places: line.glyphs.iter().map(|glyph| place(glyph.at)).collect(),
        }
    };
    lines.iter().filter(|line| !line.glyphs.is_empty()).map(row).collect()
}

/// Pieces of one line that the detector parted are one again, from the top.
fn joined(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by(|a, b| a.place()[0].total_cmp(&b.place()[0]));
    let mut lines: Vec<Row> = Vec::new();
    for row in rows {
        let [left, top, _, bottom] = row.place();
        let high = bottom - top;
        let before = lines.iter_mut().find(|line| {
            let [_, above, right, below] = line.place();
            let other = below - above;
            let level = ((above + below) - (top + bottom)).abs() < high.min(other);
            let near = (-0.5 * high..1.5 * high).contains(&(left - right));
            level && near && high.max(other) < 1.6 * high.min(other) && line.is_level() && row.is_level()
        });
        match before {
            Some(line) => {
                line.text.extend(row.text);
                line.places.extend(row.places);
            }
            None => lines.push(row),
        }
    }
    lines.sort_by(|a, b| a.place()[1].total_cmp(&b.place()[1]));
    lines
}

/// The values that a label names: behind it on its line, to the right of it, or below it; each with its row. What
/// `terms` has told by its form alone there gives way.
fn beside(rows: &[Row], at: usize, topic: Topic, end: usize, terms: &mut Vec<Term>) -> Vec<(usize, Term)> {
    let own = &rows[at];
    let values = |row: usize, mut from: usize| {
        let mut found = Vec::new();
        while let Some(term) = rules::value(topic, &rows[row].text, from) {
            from = term.range.end;
            found.push((row, term));
        }
        found
    };
    let mut found: Vec<(usize, Term)> = values(at, end);
    terms.retain(|term| {
        term.topic.must_be_covered() || !found.iter().any(|(_, other)| overlap(&term.range, &other.range))
    });
    let empty = own.text[end..].iter().all(|c| !c.is_alphanumeric());
    if !found.is_empty() || !empty {
        return found;
    }
    let [left, top, right, bottom] = own.place();
    let high = bottom - top;
    let level = |row: &usize| {
        let [start, above, _, below] = rows[*row].place();
        start >= right - high && (above + below - top - bottom).abs() < high
    };
    let nearest = (0..rows.len()).filter(|row| *row != at).filter(level);
    let nearest = nearest.min_by(|a, b| rows[*a].place()[0].total_cmp(&rows[*b].place()[0]));
    let right = nearest.map_or_else(Vec::new, |row| values(row, 0));
    if !right.is_empty() {
        return right;
    }
    // A column: one value below the other, as long as they are values.
    let mut lowest = bottom;
    for (row, other) in rows.iter().enumerate() {
        let [start, above, _, below] = other.place();
        if row == at || above < lowest - 0.3 * high || (start - left).abs() > 2.0 * high {
            continue;
        }
        let below_it = values(row, 0);
        if below_it.is_empty() || above - lowest > 2.5 * high {
            break;
        }
        lowest = below;
        found.extend(below_it);
    }
    found
}

/// Each thing once, from the top: of two that lie over each other, the one that must be covered or says more.
fn settled(mut shown: Vec<Shown>) -> Vec<Shown> {
    // A time that a word names, and one that has its zone, go before the same without.
    shown.sort_by_key(|one| (one.topic, std::cmp::Reverse(one.text.len())));
    let mut kept: Vec<Shown> = Vec::new();
    for one in shown {
        let same = |other: &Shown| match [other.topic, one.topic] {
            [Topic::Frozen, Topic::Time] => true,
            [a, b] => a == b && (a.must_be_covered() || other.text == one.text),
        };
        match kept.iter_mut().find(|other| same(other) && other.window.overlaps(one.window)) {
            // Two readings of one number; both places are covered.
            Some(other) if one.topic == Topic::IdentityNumber => {
                other.window = other.window.around(one.window)
            }
            Some(_) => {}
            None => kept.push(one),
        }
    }
    kept.sort_by_key(|one| one.window.edges()[1]);
    kept
}
