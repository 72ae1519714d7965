//! A card, straightened with some of its surroundings, and its outline in there.

use super::anchor::{self, Anchor};
use super::edge::{self, Edge};
use super::pose::{self, CARD};
use super::pyramid::Pyramid;
use crate::evidence::Reason;
use crate::evidence::layout::{Label, Variant};
use crate::evidence::reader::{Line, Models};
use crate::evidence::sample::View;
use crate::evidence::warp::Placement;

/// The width of the card in the picture, and how much lies around it, in pixels.
const WIDE: f64 = 1000.0;
const TALL: f64 = 631.0;
const MARGIN: f64 = 180.0;
/// Where the card is expected in it.
const CORNER: [f64; 2] = [MARGIN; 2];
const SIZE: [f64; 2] = [WIDE, TALL];
/// Nothing is read that lies so near to the view's edge, in pixels; and the longest side of what is read, shrunk.
const UNREAD: u32 = 90;
const READ: u32 = 888;
/// How far from where they are expected edges are looked for, in pixels: where labels expect them, and where edges do.
pub(super) const FAR: i32 = 144;
pub(super) const NEAR: i32 = 40;
/// The scan's frame is seen this near to where it is, in pixels.
const FRAME: f64 = 6.0;
/// A card whose edge the frame is was cut out along it, so that all edges run with the frame, but for such a slope.
const SLOPE: f64 = 0.01;
/// A corner that moved by fewer pixels than this was expected where it is.
pub(super) const SETTLED: f64 = 12.0;
/// An edge counts as seen from here on, or, where shape and labels leave no doubt, as faintly seen; a doubtful label lies
/// further off than this, in millimetres; and a card that bends further than this, in pixels, is bent.
const SEEN: f64 = 0.7;
const FAINT: f64 = 0.6;
const CLEAR: f64 = 0.85;
/// Drawings differ so much from each other, in millimetres: nearer labels tell nothing of the edges.
const NEARBY: f64 = 1.5;
const MORE: f64 = 1.0;
const OFF: f64 = 2.5;
const BENT: f64 = 5.0;
/// A card's proportions are seen within 3 %; within the second of these nothing speaks against them.
const ODD: f64 = 0.03;
const EXACT: f64 = 0.012;
/// What the shape and the label that lies furthest off, in square millimetres, take from an outline.
const SHAPE: f64 = 7.0;
const FURTHEST: f64 = 0.05;

/// The view of a straightened card.
pub(super) struct Upright<'a> {
    pub(super) view: View<'a>,
    /// From the view, 1 x 1, to oriented pixels of the scan.
    frame: Placement,
    /// The middle of the scan and its longer side, in oriented pixels.
    middle: [f64; 2],
    longest: f64,
}

/// Where a card lies in its upright picture.
pub(super) struct Outline {
    pub(super) card: Placement,
    edges: [Edge; 4],
    /// Which drawing its labels follow.
    pub(super) variant: Variant,
    /// By how much its shape differs from a card's.
    shape: f64,
    /// How many pixels on either side its edges were seen by.
    depth: i32,
    /// How far each label lies from its place, in millimetres.
    pub(super) misfits: Vec<f64>,
}

impl<'a> Upright<'a> {
    pub(super) fn of(pyramid: &'a Pyramid<'_>, card: &Placement) -> Self {
        let [across, along] = [MARGIN / WIDE, MARGIN / TALL];
        let around =
            [[-across, -along], [1.0 + across, -along], [1.0 + across, 1.0 + along], [-across, 1.0 + along]];
        let corners = around.map(|[u, v]| card.at(u, v));
        let size = [WIDE + 2.0 * MARGIN, TALL + 2.0 * MARGIN];
        let view = pyramid.view(corners, size.map(|length| length as u32));
        let [width, height] = pyramid.scan.size().map(f64::from);
        let (middle, longest) = ([width / 2.0, height / 2.0], width.max(height));
        Self { view, frame: Placement::of(corners), middle, longest }
    }

    /// The lines of text on the card and near it, in the view. Edges are looked for further out.
    pub(super) fn lines(&self, models: &Models) -> Vec<Line> {
        let mut lines = models.lines(&self.view.within(UNREAD).picture(), READ, true);
        let moved = |point: [f64; 2]| point.map(|value| value + f64::from(UNREAD));
        lines.iter_mut().for_each(|line| line.quad = line.quad.map(moved));
        lines
    }

    /// A point of the view in oriented pixels of the scan.
    pub(super) fn to_scan(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [width, height] = self.view.size().map(f64::from);
        self.frame.at(x / width, y / height)
    }

    /// The point of the view that lies there in the scan.
    pub(super) fn of_scan(&self, point: [f64; 2]) -> [f64; 2] {
        let [u, v] = self.frame.back(point);
        let [width, height] = self.view.size().map(f64::from);
        [u * width, v * height]
    }

    /// How far the furthest corner lies from where it was expected, in pixels.
    pub(super) fn shift(&self, card: &Placement) -> f64 {
        let [near, right, below] = [MARGIN, MARGIN + WIDE, MARGIN + TALL];
        let expected = [[near, near], [right, near], [right, below], [near, below]];
        let found = card.corners();
        let apart = |(p, q): (&[f64; 2], [f64; 2])| (p[0] - q[0]).hypot(p[1] - q[1]);
        found.iter().zip(expected).map(apart).fold(0.0, f64::max)
    }

    /// The four edges that are seen best, make the shape of a card, and on which the labels lie best. The picture's own frame
    /// may be such an edge, of a card that was cut out, but not where that leaves a doubt and others do not. Edges lie up to
    /// `reach` pixels from where they are expected.
    pub(super) fn outline(&self, anchors: &[Anchor], labels: &[Label], reach: i32) -> Option<Outline> {
        let mut outlines = edge::DEPTHS.into_iter().map(|depth| self.seen(anchors, labels, reach, depth));
        let sharp = outlines.next().flatten()?;
        // A bent edge would look straight with more pixels on either side.
        let reasons = sharp.reasons();
        if reasons.is_empty() || reasons.contains(&Reason::Bent) {
            return Some(sharp);
        }
        let again = outlines.flatten().find(|outline| outline.reasons().is_empty());
        Some(again.unwrap_or(sharp))
    }

    /// The same, where edges are changes between so many pixels on either side.
    fn seen(&self, anchors: &[Anchor], labels: &[Label], reach: i32, depth: i32) -> Option<Outline> {
        let print: Vec<[f64; 2]> = anchors.iter().flat_map(|anchor| anchor.ends).collect();
        let edges = edge::edges(&self.view, CORNER, SIZE, reach, depth, &print);
        let best = |edges: &[Vec<Edge>; 4]| self.best(edges, depth, anchors, labels);
        let found = best(&edges)?;
        let is_frame = |side: usize, edge: &Edge| self.is_frame(edge::sides(CORNER, SIZE, &[*edge; 4])[side]);
        if found.reasons().is_empty() || !(0..4).any(|side| is_frame(side, &found.edges[side])) {
            return Some(found);
        }
        let mut inner = edges;
        inner.iter_mut().enumerate().for_each(|(side, edges)| edges.retain(|edge| !is_frame(side, edge)));
        Some(best(&inner).filter(|inner| inner.reasons().is_empty()).unwrap_or(found))
    }

    /// The best four of these edges, which were seen by `depth` pixels.
    fn best(
        &self,
        edges: &[Vec<Edge>; 4],
        depth: i32,
        anchors: &[Anchor],
        labels: &[Label],
    ) -> Option<Outline> {
        let [above, beyond, below, before] = edges;
        let mut best: Option<(f64, Outline)> = None;
        let pairs = |one: &[Edge], other: &[Edge]| -> Vec<[Edge; 2]> {
            one.iter().flat_map(|a| other.iter().map(|b| [*a, *b])).collect()
        };
        for [a, c] in pairs(above, below) {
            for [b, d] in pairs(beyond, before) {
                let edges = [a, b, c, d];
                // One that is seen well enough is not better for being seen better: lines of a pattern are, too.
                let seen: f64 = edges.iter().map(|edge| edge.seen.min(CLEAR) + edge.seen * MORE).sum();
                if best.as_ref().is_some_and(|(most, _)| seen <= *most) {
                    continue;
                }
                let lines = edge::sides(CORNER, SIZE, &edges);
                let Some(corners) = edge::corners(lines) else { continue };
                let in_scan = corners.map(|corner| self.to_scan(corner));
                if !runs_with_frame(&in_scan) && lines.iter().any(|line| self.is_frame(*line)) {
                    continue;
                }
                let card = Placement::of(corners);
                let variant = anchor::variant(anchors, labels, |point| card.back(point));
                let misfit =
                    |anchor: &Anchor| anchor::misfit(anchor, labels, variant, |point| card.back(point));
                let misfits: Vec<f64> = anchors.iter().map(misfit).collect();
                let squares =
                    misfits.iter().map(|misfit| (misfit - NEARBY).clamp(0.0, 6.0).powi(2)).sum::<f64>();
                let furthest = misfits.iter().copied().fold(0.0, f64::max);
                let shape = pose::oddness(&Placement::of(in_scan), self.middle, self.longest);
                let print = 0.25 * squares / misfits.len().max(1) as f64 + FURTHEST * furthest.powi(2);
                let score = seen - print - SHAPE * shape;
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, Outline { card, edges, variant, misfits, shape, depth }));
                }
            }
        }
        best.map(|(_, outline)| outline)
    }

    /// Whether a line of the view runs along the scan's own frame.
    fn is_frame(&self, line: [[f64; 2]; 2]) -> bool {
        let ends = line.map(|end| self.to_scan(end));
        let near = FRAME * self.frame.extent()[0] / f64::from(self.view.size()[0]);
        let along = |axis: usize, border: f64| ends.iter().all(|end| (end[axis] - border).abs() < near);
        (0..2).any(|axis| along(axis, 0.0) || along(axis, 2.0 * self.middle[axis]))
    }
}

/// Whether all four sides between these corners run along the axes.
fn runs_with_frame(corners: &[[f64; 2]; 4]) -> bool {
    (0..4).all(|index| {
        let [p, q] = [corners[index], corners[(index + 1) % 4]];
        let [across, down] = [0, 1].map(|axis| (q[axis] - p[axis]).abs());
        across.min(down) < SLOPE * across.max(down)
    })
}

impl Outline {
    /// Where the labels alone say that the card lies, if most of them agree.
    pub(super) fn of_labels(card: Placement, anchors: &[Anchor], labels: &[Label]) -> Option<Self> {
        let variant = anchor::variant(anchors, labels, |point| card.back(point));
        let misfit = |anchor: &Anchor| anchor::misfit(anchor, labels, variant, |point| card.back(point));
        let misfits: Vec<f64> = anchors.iter().map(misfit).collect();
        let agreeing = misfits.iter().filter(|misfit| **misfit <= OFF).count();
        let unseen = Edge { offsets: [0.0; 2], seen: 0.0, bow: 0.0 };
        (agreeing * 3 > labels.len() * 2).then_some(Self {
            card,
            edges: [unseen; 4],
            variant,
            misfits,
            shape: 0.0,
            depth: edge::DEPTHS[0],
        })
    }

    /// Whether this is no card at all: a form that has some of its words.
    pub(super) fn is_nothing(&self) -> bool {
        let off = self.misfits.iter().filter(|misfit| **misfit > OFF).count();
        self.misfits.len() < 3 || !self.is_seen() && off * 2 > self.misfits.len()
    }

    /// Whether all of its edges are seen: a single one may be faint if the others are clear, its shape is a card's and no label
    /// lies elsewhere.
    fn is_seen(&self) -> bool {
        let mut seen = self.edges.map(|edge| edge.seen);
        seen.sort_unstable_by(f64::total_cmp);
        let [least, others @ ..] = seen;
        let fits = self.shape < EXACT && self.misfits.iter().all(|misfit| *misfit <= OFF);
        least >= SEEN || least >= FAINT && fits && others.iter().all(|seen| *seen >= CLEAR)
    }

    /// Whether the labels know better: an edge is not seen, and some label lies elsewhere.
    pub(super) fn is_doubtful(&self) -> bool {
        self.is_nothing() || !self.is_seen() && self.misfits.iter().any(|misfit| *misfit > OFF)
    }

    /// Where edges and labels do not agree.
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let doubts = [
            (!self.is_seen(), Reason::Edges),
            (self.misfits.iter().any(|misfit| *misfit > OFF), Reason::Elsewhere),
            (self.edges.iter().any(|edge| edge.bow.abs() > BENT), Reason::Bent),
            (self.shape > ODD, Reason::OddShape),
        ];
        doubts.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect()
    }

    /// How far a field may lie from where the corners say, in parts of the card's width and height.
    pub(super) fn error(&self) -> [f64; 2] {
        let bow = self.edges.iter().map(|edge| edge.bow.abs()).fold(0.0, f64::max);
        // In steps of a quarter of a millimetre, so that two pictures that differ by a hair get the same masks.
        let broad = f64::from(self.depth - edge::DEPTHS[0]) / 2.0;
        let millimetres = (0.2 + (bow + broad) / WIDE * CARD[0]) * 4.0;
        CARD.map(|length| millimetres.ceil() / 4.0 / length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cut_out_lies_straight_either_way_round() {
        for (corners, straight) in [
            ([[0.0, 0.0], [674.0, 1.0], [674.0, 425.0], [1.0, 425.0]], true),
            ([[0.0, 674.0], [0.0, 0.0], [425.0, 0.0], [425.0, 674.0]], true),
            // One side is slanted; the whole is turned.
            ([[0.0, 0.0], [674.0, 0.0], [674.0, 416.0], [0.0, 428.0]], false),
            ([[43.0, 1116.0], [80.0, 106.0], [717.0, 129.0], [680.0, 1139.0]], false),
        ] {
            assert_eq!(runs_with_frame(&corners), straight, "{corners:?}");
        }
    }

    #[test]
    fn a_faint_edge_counts_only_where_nothing_else_leaves_a_doubt() {
        let edge = |seen: f64| Edge { offsets: [0.0; 2], seen, bow: 0.0 };
        let judged = |others: f64, seen: f64, shape: f64, misfit: f64| {
            let edges = [edge(0.9), edge(seen), edge(others), edge(0.9)];
            let card = Placement::new([[180, 180], [1180, 180], [1180, 811], [180, 811]]);
            Outline { card, edges, variant: 0.0, shape, depth: 3, misfits: vec![0.3, misfit, 0.2] }.reasons()
        };
        let reasons = |seen, shape, misfit| judged(0.9, seen, shape, misfit);
        assert_eq!(judged(0.8, 0.65, 0.005, 0.8), [Reason::Edges]);
        assert_eq!(reasons(0.75, 0.02, 2.0), []);
        assert_eq!(reasons(0.65, 0.005, 0.8), []);
        for [seen, shape, misfit] in [[0.55, 0.005, 0.8], [0.65, 0.02, 0.8], [0.65, 0.02, 2.0]] {
            assert_eq!(reasons(seen, shape, misfit), [Reason::Edges]);
        }
        assert_eq!(reasons(0.9, 0.04, 0.8), [Reason::OddShape]);
        assert_eq!(reasons(0.9, 0.005, 3.0), [Reason::Elsewhere]);
    }
}
