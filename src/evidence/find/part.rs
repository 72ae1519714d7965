//! Parts of a card, and which of them a line of text takes.

use super::pose::CARD;
use crate::evidence::reader::{Glyph, Line};
use crate::evidence::warp::Placement;

/// A rectangle on a card of 1 x 1: left, top, right, bottom.
pub(in crate::evidence) type Part = [f64; 4];

/// How far a hidden print reaches beyond its line, in millimetres.
const BEYOND: f64 = 0.8;
/// So much more a mask takes for being rounded outwards to blocks, in millimetres.
const ROUNDED: f64 = 1.5;
/// A line of one character is no longer than this, in heights of its print.
const LONG: f64 = 3.0;
/// A slanted print is hidden in no more steps than this.
const STEPS: f64 = 40.0;

/// The place of a line on the card, with all of the air that it was found with.
pub(super) fn extent(line: &Line, card: &Placement) -> Part {
    let corners = line.quad.map(|corner| card.back(corner));
    around(&corners.map(|[u, v]| [u, v, u, v]))
}

/// How much of a line's box lies on the card, from 0 to 1.
pub(super) fn inside(line: &Line, card: &Placement) -> f64 {
    let middles = |count: u32| (0..count).map(move |step| (f64::from(step) + 0.5) / f64::from(count));
    let points = middles(20).flat_map(|along| middles(5).map(move |down| line.point(along, down)));
    let on_card = |point: &[f64; 2]| covers([0.0, 0.0, 1.0, 1.0], card.back(*point));
    points.filter(on_card).count() as f64 / 100.0
}

/// The places of a line's characters on the card; of a line that could not be read, the whole.
pub(super) fn parts(line: &Line, card: &Placement) -> Vec<Part> {
    // The line was found with some air above and below.
    let part = |[from, to]: [f64; 2]| slice(line, card, [from, to], [0.15, 0.85]);
    spans(line, card).into_iter().map(part).collect()
}

/// The place of some characters of a line in a row, with the air above and below, and that before the first and behind the
/// last of the line.
pub(super) fn run(line: &Line, card: &Placement, first: usize, last: usize) -> Vec<Part> {
    let spans = spans(line, card);
    let from = if first == 0 { 0.0 } else { spans[first][0] };
    let to = if last + 1 == spans.len() { 1.0 } else { spans[last][1] };
    steps(line, card, [from, to])
}

/// The place of a piece of a line, with the air above and below; of a slanted one in steps, which hold less of what lies
/// beside it.
pub(super) fn steps(line: &Line, card: &Placement, [from, to]: [f64; 2]) -> Vec<Part> {
    let [x, y] = way(line, card, [from, 0.5], [to, 0.5]);
    let height = height(line, card);
    let count =
        if y.abs() * 2.0 < height { 1 } else { (x.hypot(y) / height).ceil().clamp(1.0, STEPS) as u32 };
    let at = |step: u32| from + (to - from) * f64::from(step) / f64::from(count);
    (0..count).map(|step| slice(line, card, [at(step), at(step + 1)], [0.0, 1.0])).collect()
}

/// How high a line is itself, however it lies, in millimetres.
pub(super) fn height(line: &Line, card: &Placement) -> f64 {
    let [x, y] = way(line, card, [0.5, 0.0], [0.5, 1.0]);
    x.hypot(y)
}

/// How long it is.
pub(super) fn length(line: &Line, card: &Placement) -> f64 {
    let [x, y] = way(line, card, [0.0, 0.5], [1.0, 0.5]);
    x.hypot(y)
}

/// The way from one point of a line to another, in millimetres of the card.
fn way(line: &Line, card: &Placement, one: [f64; 2], other: [f64; 2]) -> [f64; 2] {
    let [one, other] = [one, other].map(|[along, down]| card.back(line.point(along, down)));
    [0, 1].map(|axis| (other[axis] - one[axis]) * CARD[axis])
}

/// A piece of a line on the card, by where it begins and ends along the line and from its upper to its lower edge.
fn slice(line: &Line, card: &Placement, [from, to]: [f64; 2], [upper, lower]: [f64; 2]) -> Part {
    let corners = [[from, upper], [to, upper], [to, lower], [from, lower]];
    around(&corners.map(|[along, down]| {
        let [u, v] = card.back(line.point(along, down));
        [u, v, u, v]
    }))
}

/// Where each character of a line begins and ends along it; of a line that could not be read, or hardly, the
/// whole.
fn spans(line: &Line, card: &Placement) -> Vec<[f64; 2]> {
    let glyphs: &[Glyph] = &line.glyphs;
    if glyphs.is_empty() {
        return vec![[0.0, 1.0]];
    }
    let back = |along: f64, down: f64| card.back(line.point(along, down));
    let height = (back(0.5, 0.15)[1] - back(0.5, 0.85)[1]).abs() * CARD[1];
    let length =
        (back(0.0, 0.5)[0] - back(1.0, 0.5)[0]).hypot(back(0.0, 0.5)[1] - back(1.0, 0.5)[1]) * CARD[0];
    // One character read in a long line says nothing of the rest.
    if glyphs.len() == 1 && length > LONG * height {
        return vec![[0.0, 1.0]];
    }
    let half = (height / length.max(1e-6) * 0.5).min(0.5);
    let span = |(at, glyph): (usize, &Glyph)| {
        let gap =
            |other: Option<&Glyph>| other.map_or(half, |other| ((other.at - glyph.at).abs() / 2.0).min(half));
        let before = gap(at.checked_sub(1).and_then(|at| glyphs.get(at)));
        [glyph.at - before, glyph.at + gap(glyphs.get(at + 1))]
    };
    glyphs.iter().enumerate().map(span).collect()
}

/// The least part that holds all of these.
pub(super) fn around(parts: &[Part]) -> Part {
    let start = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    parts.iter().fold(start, |a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
}

/// A part with so much more on every side.
pub(super) fn grown([left, top, right, bottom]: Part, [x, y]: [f64; 2]) -> Part {
    [left - x, top - y, right + x, bottom + y]
}

/// A part with as much round it as hides its print for certain; what lies beyond the card is left out.
pub(super) fn beyond([left, top, right, bottom]: Part) -> Part {
    let [x, y] = CARD.map(|length| BEYOND / length);
    [left - x, top - y, right + x, bottom + y].map(|value| value.clamp(0.0, 1.0))
}

/// A part with as much round it, but no more above and below it where rows that are known lie near: its line was found with
/// air, and a mask is rounded outwards to blocks.
pub(super) fn beyond_but(part: Part, known: &[Part]) -> Part {
    let mut beyond = beyond(part);
    let near = grown(beyond, [0.0, ROUNDED / CARD[1]]);
    for other in known.iter().filter(|other| shared(**other, near) > 0.0) {
        let middle = other[1].midpoint(other[3]);
        if middle > part[3] {
            beyond[3] = part[3].clamp(0.0, 1.0);
        }
        if middle < part[1] {
            beyond[1] = part[1].clamp(0.0, 1.0);
        }
    }
    beyond
}

/// Whether a point lies in a part.
pub(super) fn covers([left, top, right, bottom]: Part, [u, v]: [f64; 2]) -> bool {
    (left..=right).contains(&u) && (top..=bottom).contains(&v)
}

/// What two parts have in common, if anything.
pub(super) fn common(one: Part, other: Part) -> Option<Part> {
    let [left, top] = [0, 1].map(|axis| one[axis].max(other[axis]));
    let [right, bottom] = [2, 3].map(|axis| one[axis].min(other[axis]));
    (left < right && top < bottom).then_some([left, top, right, bottom])
}

/// How much of a part another one covers, from 0 to 1.
pub(super) fn shared(part: Part, other: Part) -> f64 {
    let side = |axis: usize| (part[axis + 2].min(other[axis + 2]) - part[axis].max(other[axis])).max(0.0);
    side(0) * side(1) / ((part[2] - part[0]) * (part[3] - part[1])).max(1e-9)
}

/// What of a part lies outside another one: above, below, before and behind it.
pub(super) fn outside([left, top, right, bottom]: Part, inner: Part) -> impl Iterator<Item = Part> {
    let [before, above, beyond, below] = inner;
    let strips = [
        [left, top, right, bottom.min(above)],
        [left, top.max(below), right, bottom],
        [left, top.max(above), right.min(before), bottom.min(below)],
        [left.max(beyond), top.max(above), right, bottom.min(below)],
    ];
    strips.into_iter().filter(|[left, top, right, bottom]| left < right && top < bottom)
}

/// Whether a part lies in another one.
pub(super) fn holds(outer: Part, inner: Part) -> bool {
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of `text` between two points of a card of 856 x 540 pixels, 40 pixels high.
    fn line(text: &str, [x, y]: [f64; 2], [u, v]: [f64; 2]) -> Line {
        let length = (u - x).hypot(v - y);
        let [across, down] = [(y - v) / length * 20.0, (u - x) / length * 20.0];
        let count = text.chars().count() as f64;
        let glyph =
            |(index, character)| Glyph { character, at: (index as f64 + 0.5) / count, confidence: 0.9 };
        Line {
            quad: [
                [x - across, y - down],
                [u - across, v - down],
                [u + across, v + down],
                [x + across, y + down],
            ],
            glyphs: text.chars().enumerate().map(glyph).collect(),
        }
    }

    fn card() -> Placement {
        Placement::new([[0, 0], [856, 0], [856, 540], [0, 540]])
    }

    fn area(part: &Part) -> f64 {
        (part[2] - part[0]) * 856.0 * (part[3] - part[1]) * 540.0
    }

    #[test]
    fn a_straight_line_is_one_part_and_a_slanted_one_steps_that_hold_all_of_it() {
        let straight = line("abcdefgh", [100.0, 100.0], [500.0, 104.0]);
        assert_eq!(run(&straight, &card(), 0, 7).len(), 1);
        let slanted = line("abcdefgh", [100.0, 100.0], [500.0, 340.0]);
        let steps = run(&slanted, &card(), 0, 7);
        let hidden: f64 = steps.iter().map(area).sum();
        assert!(steps.len() > 8 && hidden < area(&extent(&slanted, &card())) * 0.5, "{hidden}");
        for along in 0..=100 {
            for down in [0.0, 0.5, 1.0] {
                let [x, y] = slanted.point(f64::from(along) / 100.0, down);
                let part = |step: &Part| covers(grown(*step, [1e-9; 2]), [x / 856.0, y / 540.0]);
                assert!(steps.iter().any(part), "{along} {down}");
            }
        }
        // From the third character to the fifth, not up to their neighbours.
        let [left, _, right, _] = around(&run(&straight, &card(), 2, 4)).map(|part| part * 856.0);
        assert!((176.0..225.0).contains(&left) && (325.0..374.0).contains(&right), "{left} {right}");
    }

    #[test]
    fn one_character_of_a_long_line_is_the_whole_of_it() {
        let at = |length: f64| {
            let mut line = line("2", [100.0, 100.0], [100.0 + length, 100.0]);
            line.glyphs[0].at = 0.9;
            let parts = parts(&line, &card());
            [parts[0][0], parts[0][2]].map(|x| x * 856.0)
        };
        assert!(at(60.0)[0] > 130.0);
        assert_eq!(at(300.0).map(f64::round), [100.0, 400.0]);
    }

    #[test]
    fn a_hidden_part_grows_but_not_over_the_rows_above_and_below() {
        let part = [0.2, 0.10, 0.4, 0.18];
        let [left, top, right, bottom] = beyond(part);
        assert_eq!(beyond_but(part, &[[0.5, 0.1, 0.6, 0.2]]), [left, top, right, bottom]);
        assert_eq!(beyond_but(part, &[[0.25, 0.185, 0.3, 0.25]]), [left, top, right, 0.18]);
        assert_eq!(beyond_but(part, &[[0.25, 0.02, 0.3, 0.09]]), [left, 0.10, right, bottom]);
        // In its own row it grows over what is beside it.
        assert_eq!(beyond_but(part, &[[0.39, 0.1, 0.45, 0.18]]), [left, top, right, bottom]);
    }

    #[test]
    fn a_line_lies_on_the_card_as_far_as_it_does_not_reach_over_its_edge() {
        for (from, to, part) in [
            ([100.0, 100.0], [500.0, 100.0], 1.0),
            ([100.0, -100.0], [500.0, -100.0], 0.0),
            ([-300.0, 100.0], [100.0, 100.0], 0.25),
            // Its rectangle lies on the card by half.
            ([-200.0, 540.0], [200.0, 740.0], 0.0),
        ] {
            let found = inside(&line("abcd", from, to), &card());
            assert!((found - part).abs() < 0.06, "{from:?} {found}");
        }
    }
}
