//! The printed labels of a document, found in lines of text.

use std::ops::Range;

use super::pose::{CARD, Match};
use crate::evidence::Side;
use crate::evidence::layout::{Label, Layout, Variant};
use crate::evidence::reader::{Glyph, Line};

/// A label as it was read.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// Its place in the layout's list.
    pub(super) label: usize,
    /// Where the middles of its first and last character lie.
    pub(super) ends: [[f64; 2]; 2],
    /// The line that it stands in, and which of its characters.
    pub(super) line: usize,
    pub(super) glyphs: Range<usize>,
}

impl Anchor {
    /// Its two points under one of the layout's variants.
    pub(super) fn matches(&self, label: &Label, variant: Variant) -> Vec<Match> {
        let [first, last, row] = label.at(variant);
        let card = [[first, row], [last, row]];
        card.into_iter().zip(self.ends).map(|(card, seen)| Match { card, seen }).collect()
    }

    /// How many of its points are sure: a number is as wide as its font, so only its beginning is.
    fn sure(&self, labels: &[Label]) -> usize {
        if labels[self.label].is_number() { 1 } else { 2 }
    }
}

/// All labels of a side in some lines; one line may hold several, one label may stand in several lines.
pub(super) fn anchors(lines: &[Line], layout: &Layout, side: Side) -> Vec<Anchor> {
    let mut found = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        for (label, known) in layout.labels(side).iter().enumerate() {
            if let Some((glyphs, part)) = place(&line.glyphs, known) {
                let ends = ends(line, &glyphs, &part, &known.text().chars().collect::<Vec<_>>());
                if apart(ends) {
                    found.push(Anchor { label, ends, line: index, glyphs });
                }
            }
        }
    }
    found
}

fn apart(ends: [[f64; 2]; 2]) -> bool {
    (ends[0][0] - ends[1][0]).abs() + (ends[0][1] - ends[1][1]).abs() > 4.0
}

/// The middles of a label's first and last character, by those of them that were read rightly: where one is lost, the next
/// word begins within the label's length.
fn ends(line: &Line, glyphs: &Range<usize>, part: &Range<usize>, text: &[char]) -> [[f64; 2]; 2] {
    let glyph = |at: usize| &line.glyphs[glyphs.start + at];
    let is_right = |at: &usize| text.get(part.start + at).is_none_or(|c| glyph(*at).character == *c);
    let first = (0..glyphs.len()).find(is_right).unwrap_or(0);
    let last = (0..glyphs.len()).rfind(is_right).unwrap_or(glyphs.len() - 1);
    let seen = [first, last].map(|at| line.point(glyph(at).at, 0.5));
    extended(seen, part.start + first..part.start + last + 1, text.len())
}

/// The middles of a label's first and last character, where those of `part` of its characters were seen: their steps are
/// even.
fn extended([from, to]: [[f64; 2]; 2], part: Range<usize>, count: usize) -> [[f64; 2]; 2] {
    let steps = part.len().saturating_sub(1).max(1) as f64;
    let [before, behind] = [part.start, count.saturating_sub(part.end)].map(|missing| missing as f64 / steps);
    let way = [to[0] - from[0], to[1] - from[1]];
    [[0, 1].map(|axis| from[axis] - way[axis] * before), [0, 1].map(|axis| to[axis] + way[axis] * behind)]
}

/// Where a label stands among the characters of a line, and which part of it; longer ones may be misread in part, or lack
/// their beginning or end, which the detector takes for a line of its own.
fn place(glyphs: &[Glyph], label: &Label) -> Option<(Range<usize>, Range<usize>)> {
    if label.is_number() {
        return number(glyphs).map(|glyphs| (glyphs, 0..0));
    }
    let text: Vec<char> = label.text().chars().collect();
    let wrong = match text.len() {
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    };
    let nearest = |part: Range<usize>| {
        let windows = glyphs.windows(part.len()).enumerate();
        let misses = |window: &[Glyph]| {
            window.iter().zip(&text[part.clone()]).filter(|(glyph, c)| glyph.character != **c).count()
        };
        windows.map(|(start, window)| (start, misses(window))).min_by_key(|(_, misses)| *misses)
    };
    if let Some((start, _)) = nearest(0..text.len()).filter(|(_, misses)| *misses <= wrong) {
        return Some((start..start + text.len(), 0..text.len()));
    }
    let least = (text.len() * 2 / 3).max(3);
    let parts = (least..text.len()).rev().flat_map(|length| {
        let begins = 0..=text.len() - length;
        begins.map(move |begin| begin..begin + length)
    });
    parts.into_iter().find_map(|part| {
        let (start, _) = nearest(part.clone()).filter(|(_, misses)| *misses == 0)?;
        Some((start..start + part.len(), part))
    })
}

/// The longest run of digits and X, if it has the 18 characters of an identity number, give or take one.
pub(super) fn number(glyphs: &[Glyph]) -> Option<Range<usize>> {
    let digit = |glyph: &Glyph| glyph.character.is_ascii_digit() || matches!(glyph.character, 'X' | 'x');
    let mut best = 0..0;
    let mut start = 0;
    for at in 0..=glyphs.len() {
        if at == glyphs.len() || !digit(&glyphs[at]) {
            if at - start > best.len() {
                best = start..at;
            }
            start = at + 1;
        }
    }
    (17..=19).contains(&best.len()).then_some(best)
}

/// The variant that fits anchors best, by least squares; `back` takes a point to the card.
pub(super) fn variant(anchors: &[Anchor], labels: &[Label], back: impl Fn([f64; 2]) -> [f64; 2]) -> Variant {
    let (mut along, mut square) = (0.0, 0.0);
    for anchor in anchors {
        let [first, last] = [0.0, 1.0].map(|variant| anchor.matches(&labels[anchor.label], variant));
        for (one, other) in first.iter().zip(&last).take(anchor.sure(labels)) {
            let seen = back(one.seen);
            for axis in [0, 1] {
                let way = (other.card[axis] - one.card[axis]) * CARD[axis];
                along += way * (seen[axis] - one.card[axis]) * CARD[axis];
                square += way * way;
            }
        }
    }
    // In quarters, so that two pictures that differ by a hair get the same masks.
    if square > 0.0 { ((along / square).clamp(0.0, 1.0) * 4.0).round() / 4.0 } else { 0.0 }
}

/// How far an anchor lies from its place, in millimetres; `back` takes a point to the card. Its middle says it: the ends of a
/// word that something is drawn across are found askew.
pub(super) fn misfit(
    anchor: &Anchor,
    labels: &[Label],
    variant: Variant,
    back: impl Fn([f64; 2]) -> [f64; 2],
) -> f64 {
    let sure = anchor.sure(labels);
    let points = anchor.matches(&labels[anchor.label], variant).into_iter().take(sure);
    let away = points.fold([0.0; 2], |sum, point| {
        let seen = back(point.seen);
        [0, 1].map(|axis| sum[axis] + (seen[axis] - point.card[axis]) * CARD[axis] / sure as f64)
    });
    away[0].hypot(away[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters a tenth of the line apart.
    fn line(text: &str) -> Line {
        let glyph = |(index, character)| Glyph { character, at: 0.05 + 0.1 * index as f64, confidence: 0.9 };
        Line {
            quad: [[0.0, 0.0], [100.0, 0.0], [100.0, 10.0], [0.0, 10.0]],
            glyphs: text.chars().enumerate().map(glyph).collect(),
        }
    }

    #[test]
    fn a_label_is_known_by_most_of_its_characters() {
        let layout = Layout::named("cn-resident-id").unwrap();
        for (text, first) in [
            ("签发机关某市", Some(5.0)),
            ("发机关某市", Some(-5.0)),
            ("签发机", Some(5.0)),
            ("又签友机关", Some(15.0)),
            // The last one is lost, and what stands behind the label begins at its place.
            ("签发机某市", Some(5.0)),
            ("签机关某市", None),
            ("发机", None),
            ("机关某市", None),
        ] {
            let found = anchors(&[line(text)], layout, Side::Emblem);
            let ends = found.first().map(|anchor| anchor.ends);
            assert_eq!(ends.map(|ends| ends[0][0].round()), first, "{text}");
            assert!(ends.is_none_or(|ends| (ends[1][0] - ends[0][0] - 30.0).abs() < 1e-6), "{text}");
        }
    }

    #[test]
    fn a_label_that_was_found_askew_lies_where_its_middle_does() {
        let layout = Layout::named("cn-resident-id").unwrap();
        let labels = layout.labels(Side::Emblem);
        let [first, last, row] = labels[1].at(0.0);
        // On a card of 1 x 1; its ends lie 3 mm above and below, or both below.
        let found = |above: f64, below: f64| {
            let ends = [[first, row + above / CARD[1]], [last, row + below / CARD[1]]];
            let anchor = Anchor { label: 1, ends, line: 0, glyphs: 0..5 };
            misfit(&anchor, labels, 0.0, |point| point)
        };
        assert!(found(-3.0, 3.0) < 1e-9);
        assert!((found(3.0, 3.0) - 3.0).abs() < 1e-9);
    }
}
