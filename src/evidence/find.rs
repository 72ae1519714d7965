//! Where the cards lie in a scan, which side each shows, and how sure that is.
//!
//! Two things have to agree that know nothing of each other: the printed labels, read by the networks, and the card's
//! edges, seen as straight changes of colour. What they cannot settle becomes a [`Reason`] for a person to look.

mod anchor;
mod edge;
mod outline;
mod overview;
mod pose;
mod reading;
mod screen;
mod upright;

use std::fmt;

use super::layout::{Label, Layout};
use super::reader::{Line, Models};
use super::warp::Placement;
use super::{Part, Quad, Reason, Scan, Side, Told};
use anchor::Anchor;
use upright::Upright;

pub(super) use reading::{Reading, familiar};
pub use screen::{Screen, Shown, Topic};

/// The scan is looked at in this size first, and again in the larger one if no card is found: longest sides in pixels.
const LOOKS: [u32; 2] = [1024, 1920];
/// The longest side of a straightened card, with its surroundings, when it is read.
const NEAR: u32 = 1024;
/// How far the points of a label may lie from their places: at first, and on the straightened card; in millimetres.
const COARSE: f64 = 6.0;
const FINE: f64 = 6.0;
/// A page holds no more cards than this of each side.
const MOST: usize = 3;

/// A card in a scan.
#[derive(Clone)]
pub struct Card {
    side: Side,
    corners: Quad,
    reading: Reading,
    reasons: Vec<Reason>,
}

impl Card {
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
        for look in LOOKS {
            let (picture, scale) = overview::overview(self, look.max(1600));
            let lines = models.lines(&picture, look, false);
            let mut cards: Vec<Card> = Vec::new();
            for side in Side::BOTH {
                let mut left = lines.clone();
                for _ in 0..MOST {
                    let Some((coarse, _)) = fit(&left, layout, side, COARSE) else { break };
                    left.retain(|line| !inside(&coarse, line.point(0.5, 0.5)));
                    let corners = coarse.corners().map(|corner| corner.map(|value| value * scale));
                    cards.extend(self.settle(models, layout, side, &Placement::of(corners)));
                }
            }
            if !cards.is_empty() {
                together(&mut cards);
                return cards;
            }
        }
        Vec::new()
    }

    /// The lines of text in the picture, as it is shown, from the top.
    #[must_use]
    pub fn text(&self, models: &Models) -> Vec<String> {
        let (picture, _) = overview::overview(self, LOOKS[1]);
        let mut lines = models.lines(&picture, LOOKS[1], true);
        lines.sort_by(|a, b| a.quad[0][1].total_cmp(&b.quad[0][1]));
        lines.iter().map(Line::text).collect()
    }

    /// Looks at a card from near: reads it upright, finds its edges, and says what does not agree.
    fn settle(&self, models: &Models, layout: &Layout, side: Side, coarse: &Placement) -> Option<Card> {
        let mut upright = Upright::of(self, coarse);
        let mut lines = models.lines(&upright.picture, NEAR, true);
        let (_, mut anchors) = fit(&lines, layout, side, FINE)?;
        let mut outline = upright.outline(&anchors, layout.labels(side))?;
        for _ in 0..2 {
            if upright.shift(&outline) < upright::SETTLED {
                break;
            }
            let corners = outline.card.corners().map(|corner| upright.to_scan(corner));
            let again = Upright::of(self, &Placement::of(corners));
            let moved = |point| again.of_scan(upright.to_scan(point));
            lines.iter_mut().for_each(|line| line.quad = line.quad.map(moved));
            anchors.iter_mut().for_each(|anchor| anchor.ends = anchor.ends.map(moved));
            outline = again.outline(&anchors, layout.labels(side))?;
            upright = again;
        }
        let corners = outline.card.corners().map(|corner| upright.to_scan(corner));
        let corners = Quad::new(corners.map(|corner| corner.map(|value| value.round() as i32)))?;
        if outline.is_nothing() {
            return None;
        }
        let mut reasons = outline.reasons();
        let reading = Reading::of(&lines, &anchors, &outline, layout, side, &mut reasons);
        Some(Card { side, corners, reading, reasons })
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
    let variants = (0..Label::VARIANTS).filter_map(|variant| {
        let groups: Vec<_> = anchors.iter().map(|a| a.matches(&labels[a.label], variant)).collect();
        pose::consensus(&groups, within)
    });
    let better = |a: &pose::Consensus, b: &pose::Consensus| {
        a.chosen.len().cmp(&b.chosen.len()).then(b.error.total_cmp(&a.error))
    };
    let pose::Consensus { placement, chosen, .. } = variants.max_by(better)?;
    Some((placement, chosen.into_iter().map(|index| anchors[index].clone()).collect()))
}
