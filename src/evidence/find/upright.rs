//! A card, straightened with some of its surroundings, and its outline in there.

use image::RgbImage;

use super::anchor::{self, Anchor};
use super::edge::{self, Edge};
use super::pose::CARD;
use crate::evidence::layout::Label;
use crate::evidence::reader::sample;
use crate::evidence::warp::Placement;
use crate::evidence::{Reason, Scan};

/// The width of the card in the picture, and how much lies around it, in pixels.
const WIDE: f64 = 1000.0;
const TALL: f64 = 631.0;
const MARGIN: f64 = 180.0;
/// How far from where they are expected edges are looked for, in pixels.
const REACH: i32 = 144;
/// A corner that moved by fewer pixels than this was expected where it is.
pub(super) const SETTLED: f64 = 12.0;
/// An edge counts as seen from here on; a doubtful label lies further off than this, in millimetres; and a card that
/// bends further than this, in pixels, is bent.
const SEEN: f64 = 0.7;
const OFF: f64 = 2.5;
const BENT: f64 = 5.0;

/// The picture of a straightened card.
pub(super) struct Upright {
    pub(super) picture: RgbImage,
    /// From the picture, 1 x 1, to oriented pixels of the scan.
    frame: Placement,
}

/// Where a card lies in its upright picture.
pub(super) struct Outline {
    pub(super) card: Placement,
    edges: [Edge; 4],
    /// How far each label lies from its place, in millimetres.
    pub(super) misfits: Vec<f64>,
}

impl Upright {
    pub(super) fn of(scan: &Scan, card: &Placement) -> Self {
        let [across, along] = [MARGIN / WIDE, MARGIN / TALL];
        let around =
            [[-across, -along], [1.0 + across, -along], [1.0 + across, 1.0 + along], [-across, 1.0 + along]];
        let corners = around.map(|[u, v]| card.at(u, v));
        let size = [WIDE + 2.0 * MARGIN, TALL + 2.0 * MARGIN];
        let stored = Placement::of(corners.map(|corner| scan.stored(corner)));
        let points = ((stored.extent()[0] / size[0]).round() as u32).clamp(1, 3);
        let place = |x: f64, y: f64| stored.at(x / size[0], y / size[1]);
        let picture = sample::picture(&scan.pixels, size.map(|length| length as u32), points, place);
        Self { picture, frame: Placement::of(corners) }
    }

    /// A point of the picture in oriented pixels of the scan.
    pub(super) fn to_scan(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        self.frame.at(x / f64::from(self.picture.width()), y / f64::from(self.picture.height()))
    }

    /// The point of the picture that lies there in the scan.
    pub(super) fn of_scan(&self, point: [f64; 2]) -> [f64; 2] {
        let [u, v] = self.frame.back(point);
        [u * f64::from(self.picture.width()), v * f64::from(self.picture.height())]
    }

    /// How far the furthest corner lies from where it was expected, in pixels.
    pub(super) fn shift(&self, outline: &Outline) -> f64 {
        let [near, right, below] = [MARGIN, MARGIN + WIDE, MARGIN + TALL];
        let expected = [[near, near], [right, near], [right, below], [near, below]];
        let found = outline.card.corners();
        let apart = |(p, q): (&[f64; 2], [f64; 2])| (p[0] - q[0]).hypot(p[1] - q[1]);
        found.iter().zip(expected).map(apart).fold(0.0, f64::max)
    }

    /// The four edges that are seen best and on which the labels lie best.
    pub(super) fn outline(&self, anchors: &[Anchor], labels: &[Label]) -> Option<Outline> {
        let (corner, size) = ([MARGIN; 2], [WIDE, TALL]);
        let [above, beyond, below, before] = edge::edges(&self.picture, corner, size, REACH);
        let mut best: Option<(f64, Outline)> = None;
        let pairs = |one: &[Edge], other: &[Edge]| -> Vec<[Edge; 2]> {
            one.iter().flat_map(|a| other.iter().map(|b| [*a, *b])).collect()
        };
        for [a, c] in pairs(&above, &below) {
            for [b, d] in pairs(&beyond, &before) {
                let edges = [a, b, c, d];
                let Some(corners) = edge::corners(corner, size, edges) else { continue };
                let card = Placement::of(corners);
                let seen: f64 = edges.iter().map(|edge| edge.seen).sum();
                for variant in 0..Label::VARIANTS {
                    let misfit = |anchor: &Anchor| {
                        anchor::misfit(anchor, &labels[anchor.label], variant, |point| card.back(point))
                    };
                    let misfits: Vec<f64> = anchors.iter().map(misfit).collect();
                    let squares = misfits.iter().map(|misfit| misfit.min(6.0).powi(2));
                    let score = seen - 0.15 * squares.sum::<f64>() / misfits.len().max(1) as f64;
                    if best.as_ref().is_none_or(|(most, _)| score > *most) {
                        best = Some((score, Outline { card: card.clone(), edges, misfits }));
                    }
                }
            }
        }
        best.map(|(_, outline)| outline)
    }
}

impl Outline {
    /// Whether this is no card at all: a form that has some of its words.
    pub(super) fn is_nothing(&self) -> bool {
        let off = self.misfits.iter().filter(|misfit| **misfit > OFF).count();
        let unseen = self.edges.iter().filter(|edge| edge.seen < SEEN).count();
        self.misfits.len() < 3 || unseen > 0 && off * 2 > self.misfits.len()
    }

    /// Where edges and labels do not agree.
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let doubts = [
            (self.edges.iter().any(|edge| edge.seen < SEEN), Reason::Edges),
            (self.misfits.iter().any(|misfit| *misfit > OFF), Reason::Elsewhere),
            (self.edges.iter().any(|edge| edge.bow.abs() > BENT), Reason::Bent),
        ];
        doubts.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect()
    }

    /// How far a field may lie from where the corners say, in parts of the card's width and height.
    pub(super) fn error(&self) -> [f64; 2] {
        let bow = self.edges.iter().map(|edge| edge.bow.abs()).fold(0.0, f64::max);
        // In steps of a quarter of a millimetre, so that two pictures that differ by a hair get the same masks.
        let millimetres = (0.3 + bow / WIDE * CARD[0]) * 4.0;
        CARD.map(|length| millimetres.ceil() / 4.0 / length)
    }
}
