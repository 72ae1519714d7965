//! Where the cards lie in a scan, which side each shows, and how sure that is.
//!
//! Two things have to agree that know nothing of each other: the printed labels, read by the networks, and the card's
//! edges, seen as straight changes of colour. What they cannot settle becomes a [`Reason`] for a person to look.

mod anchor;
mod edge;
mod ink;
mod kept;
mod outline;
mod overprint;
mod part;
mod pose;
mod pyramid;
mod reading;
mod scrap;
mod screen;
mod sorting;
mod upright;

use std::fmt;

use super::layout::{Label, Layout};
use super::reader::{Line, Models};
use super::warp::Placement;
use super::{Digest, Part, Quad, Reason, Scan, Side, Told};
use anchor::Anchor;
use pyramid::Pyramid;
use sorting::Sorting;
use upright::{Outline, Upright};

pub(super) use overprint::overprinted;
pub(super) use reading::{Reading, chinese};
pub use screen::{Screen, Shown, Topic};

/// The scan is looked at in this size first, and again in the larger one if no large card is found; what is found there is
/// read from a picture that is at least so large: longest sides in pixels.
const LOOKS: [u32; 2] = [736, 1920];
const READ: u32 = 1472;
/// A card is large from this part of the picture's longer side on, 330 pixels in the first look; on a page of A4 it takes .288.
const LARGE: f64 = 0.445;
/// How far the points of a label may lie from their places: at first, and on the straightened card; in millimetres.
const COARSE: f64 = 6.0;
const FINE: f64 = 6.0;
/// Two whose corners lie nearer to each other than this, in parts of the width, are one.
const SAME: f64 = 0.05;
/// A page holds no more cards than this of each side.
const MOST: usize = 3;

/// A card in a scan.
#[derive(Clone)]
pub struct Card {
    scan: Digest,
    side: Side,
    corners: Quad,
    reading: Reading,
    reasons: Vec<Reason>,
}

impl Card {
    /// The digest of the scan that it was found in.
    pub(super) fn scan(&self) -> Digest {
        self.scan
    }

    /// The side that it shows.
    #[must_use]
    pub fn side(&self) -> Side {
        self.side
    }

    /// Where it lies, in oriented pixels.
    #[must_use]
    pub fn corners(&self) -> Quad {
        self.corners
    }

    /// What speaks against trusting it without a person; empty if nothing does.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// What may be told of the number, if it was read without doubt.
    #[must_use]
    pub fn tell(&self, part: Part) -> Option<Told> {
        let number = self.reading.number.as_deref()?;
        let last4 = number.get(14..)?.parse().ok()?;
        match part {
            Part::Nothing => None,
            Part::Last4 => Some(last4),
            Part::First1Last1 => Told::first1_last1(number.chars().next()?, &last4),
        }
    }

    /// Whether another one is this card, found anew: no two lie so near to each other.
    fn is(&self, other: &Self) -> bool {
        let apart = |(a, b): (&[i32; 2], &[i32; 2])| f64::from(a[0] - b[0]).hypot(f64::from(a[1] - b[1]));
        let (own, others) = (self.corners.corners(), other.corners.corners());
        let furthest = own.iter().zip(&others).map(apart).fold(0.0, f64::max);
        self.side == other.side && furthest < SAME * Placement::new(own).extent()[0]
    }

    /// What was read on it.
    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }
}

/// Quiet on purpose: no digits.
impl fmt::Debug for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut card = f.debug_struct("Card");
        card.field("side", &self.side).field("corners", &self.corners).field("reasons", &self.reasons);
        card.finish_non_exhaustive()
    }
}

impl Scan {
    /// Finds the identity cards in the scan, from the top; none if there is none.
    #[must_use]
    pub fn find(&self, models: &Models, layout: &Layout) -> Vec<Card> {
        let search = Search { pyramid: Pyramid::of(self), models, layout };
        let mut cards: Vec<Card> = Vec::new();
        for look in LOOKS {
            let (picture, scale) = search.pyramid.overview(look.max(READ));
            let mut lines = models.lines(&picture, look, false);
            let known: Vec<Placement> =
                cards.iter().map(|card| Placement::new(card.corners.corners())).collect();
            lines.retain(|line| {
                let at = line.point(0.5, 0.5).map(|value| value * scale);
                !known.iter().any(|card| inside(card, at))
            });
            for side in Side::BOTH {
                let mut left = lines.clone();
                for _ in 0..MOST {
                    let Some((coarse, anchors)) = fit(&left, layout, side, COARSE) else { break };
                    left.retain(|line| !inside(&coarse, line.point(0.5, 0.5)));
                    let larger = |point: [f64; 2]| point.map(|value| value * scale);
                    let coarse = Placement::of(coarse.corners().map(larger));
                    let seen = |anchor: Anchor| Anchor { ends: anchor.ends.map(larger), ..anchor };
                    let anchors = anchors.into_iter().map(seen);
                    let (expected, by_edges) = search.straight(side, coarse, anchors);
                    let card = search.look(side, &expected, by_edges);
                    // Labels that were left over may lead to a card that was found already.
                    cards.extend(card.filter(|card| !cards.iter().any(|known| known.is(card))));
                }
            }
            // Beside a card that is large in the picture, there is no other one that was too small to be seen.
            let longest = f64::from(self.size()[0].max(self.size()[1]));
            let large = |card: &Card| Placement::new(card.corners.corners()).extent()[0] > LARGE * longest;
            if cards.iter().any(large) {
                break;
            }
        }
        together(&mut cards);
        cards
    }

    /// The lines of text in the picture, as it is shown, from the top.
    #[must_use]
    pub fn text(&self, models: &Models) -> Vec<String> {
        let (picture, _) = Pyramid::of(self).overview(LOOKS[1]);
        let mut lines = models.lines(&picture, LOOKS[1], true);
        lines.sort_by(|a, b| a.quad[0][1].total_cmp(&b.quad[0][1]));
        lines.iter().map(Line::text).collect()
    }
}

/// A straightened card and what was read on it.
struct Near<'a> {
    upright: Upright<'a>,
    lines: Vec<Line>,
    anchors: Vec<Anchor>,
}

impl<'a> Near<'a> {
    /// Straightens it anew along `card`, a placement in its picture, unless it lies so already; says whether it has.
    fn straighten(&mut self, pyramid: &'a Pyramid<'_>, card: &Placement) -> bool {
        if self.upright.shift(card) < upright::SETTLED {
            return false;
        }
        let corners = card.corners().map(|corner| self.upright.to_scan(corner));
        let again = Upright::of(pyramid, &Placement::of(corners));
        let moved = |point| again.of_scan(self.upright.to_scan(point));
        self.lines.iter_mut().for_each(|line| line.quad = line.quad.map(moved));
        self.anchors.iter_mut().for_each(|anchor| anchor.ends = anchor.ends.map(moved));
        self.upright = again;
        true
    }

    /// Its outline, wherever that is; `printed` is where the labels say that the card lies.
    fn search(&mut self, pyramid: &'a Pyramid<'_>, printed: &Placement, labels: &[Label]) -> Option<Outline> {
        self.straighten(pyramid, printed);
        let mut outline = self.upright.outline(&self.anchors, labels, upright::FAR)?;
        for _ in 0..2 {
            if !self.straighten(pyramid, &outline.card) {
                break;
            }
            outline = self.upright.outline(&self.anchors, labels, upright::FAR)?;
        }
        Some(outline)
    }
}

/// What every card of a scan is looked at with.
struct Search<'a> {
    pyramid: Pyramid<'a>,
    models: &'a Models,
    layout: &'a Layout,
}

impl Search<'_> {
    /// Where the card's edges lie, if they agree with the labels that were read from afar, and that they do; otherwise where
    /// those say. What is read from near should lie straight: letters askew are misread, or taken for strange ones.
    fn straight(
        &self,
        side: Side,
        coarse: Placement,
        anchors: impl Iterator<Item = Anchor>,
    ) -> (Placement, bool) {
        let upright = Upright::of(&self.pyramid, &coarse);
        let ends = |anchor: &Anchor| anchor.ends.map(|point| upright.of_scan(point));
        let anchors: Vec<Anchor> = anchors.map(|anchor| Anchor { ends: ends(&anchor), ..anchor }).collect();
        let outline = upright.outline(&anchors, self.layout.labels(side), upright::FAR);
        match outline.filter(|outline| outline.reasons().is_empty()) {
            Some(outline) => {
                (Placement::of(outline.card.corners().map(|corner| upright.to_scan(corner))), true)
            }
            None => (coarse, false),
        }
    }

    /// Looks at a card from near: reads it upright, finds its edges, and says what does not agree. Where it is expected
    /// `by_edges`, they lie near.
    fn look(&self, side: Side, expected: &Placement, by_edges: bool) -> Option<Card> {
        let Self { pyramid, models, layout } = self;
        let upright = Upright::of(pyramid, expected);
        let lines = upright.lines(models);
        let labels = layout.labels(side);
        let (printed, anchors) = fit(&lines, layout, side, FINE)?;
        let mut near = Near { upright, lines, anchors };
        let there = if by_edges { near.upright.outline(&near.anchors, labels, upright::NEAR) } else { None };
        let is_settled = |outline: &Outline| {
            outline.reasons().is_empty() && near.upright.shift(&outline.card) < upright::SETTLED
        };
        // Otherwise the labels have to lead there, too.
        let mut outline = match there.filter(is_settled) {
            Some(there) => there,
            None => near.search(pyramid, &printed, labels)?,
        };
        if outline.is_doubtful() {
            // The labels alone may say where the card is, for a person to look.
            let printed = fit(&near.lines, layout, side, FINE);
            let by_labels = printed.and_then(|(card, _)| Outline::of_labels(card, &near.anchors, labels));
            outline = by_labels.or_else(|| (!outline.is_nothing()).then_some(outline))?;
        }
        let Near { upright, lines, anchors } = near;
        let corners = outline.card.corners().map(|corner| upright.to_scan(corner));
        let corners = Quad::new(corners.map(|corner| corner.map(|value| value.round() as i32)))?;
        let (reading, doubts) = Sorting::of(&lines, &anchors, &outline, layout, side).judged(side);
        let mut reasons = outline.reasons();
        reasons.extend(doubts);
        if reading.is_cut(&upright.view, &outline.card, layout, side) {
            reasons.push(Reason::Cut);
        }
        Some(Card { scan: pyramid.scan.digest(), side, corners, reading, reasons })
    }
}

/// What several cards of one scan say of each other.
fn together(cards: &mut [Card]) {
    let all: Vec<(Side, Quad)> = cards.iter().map(|card| (card.side, card.corners)).collect();
    for (index, card) in cards.iter_mut().enumerate() {
        let others = || all.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| other);
        if others().any(|(side, _)| *side == card.side) {
            card.reasons.push(Reason::SeveralCards);
        }
        if others().any(|(_, corners)| corners.overlaps(&card.corners)) {
            card.reasons.push(Reason::Edges);
        }
        card.reasons.sort_unstable();
        card.reasons.dedup();
    }
}

fn inside(card: &Placement, point: [f64; 2]) -> bool {
    card.back(point).iter().all(|part| (-0.05..1.05).contains(part))
}

/// The labels that agree on one card, and where it lies in the frame of the lines.
fn fit(lines: &[Line], layout: &Layout, side: Side, within: f64) -> Option<(Placement, Vec<Anchor>)> {
    let anchors = anchor::anchors(lines, layout, side);
    let labels = layout.labels(side);
    // The number is as wide as its font, whichever drawing the labels follow.
    let drawings = [0.0, 0.5, 1.0];
    let variants = drawings.into_iter().flat_map(|variant| drawings.map(|number| [variant, number]));
    let variants = variants.filter_map(|[variant, number]| {
        let at = |a: &Anchor| {
            let label = &labels[a.label];
            a.matches(label, if label.is_number() { number } else { variant })
        };
        pose::consensus(&anchors.iter().map(at).collect::<Vec<_>>(), within)
    });
    let better = |a: &pose::Consensus, b: &pose::Consensus| {
        a.chosen.len().cmp(&b.chosen.len()).then(b.error.total_cmp(&a.error))
    };
    let pose::Consensus { placement, chosen, .. } = variants.max_by(better)?;
    Some((placement, chosen.into_iter().map(|index| anchors[index].clone()).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_found_anew_is_the_same_and_one_beside_it_or_of_the_other_side_is_not() {
        let card = |side, left: i32| {
            let corners = Quad::new([[left, 0], [left + 1000, 0], [left + 1000, 600], [left, 600]]).unwrap();
            let (scan, reading) = (Digest::of(b""), Reading::default());
            Card { scan, side, corners, reading, reasons: Vec::new() }
        };
        let first = card(Side::Emblem, 100);
        assert!(first.is(&card(Side::Emblem, 140)));
        assert!(!first.is(&card(Side::Emblem, 160)));
        assert!(!first.is(&card(Side::Portrait, 100)));
    }
}
