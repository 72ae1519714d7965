//! What a screenshot must not show: an identity card, or an identity number.

use super::{COARSE, LOOKS, fit, overview};
use crate::evidence::layout::Layout;
use crate::evidence::reader::{Line, Models};
use crate::evidence::{Scan, Side, is_identity_number};

/// So many labels of a card in their places are a card.
const LABELS: usize = 3;

/// Something private in a screenshot, and where it lies: left, top, width and height in oriented pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A resident identity card.
    Card([i32; 4]),
    /// An identity number.
    Number([i32; 4]),
}

impl Scan {
    /// The first private thing that the picture shows, if the reader sees one.
    #[must_use]
    pub fn shows(&self, models: &Models, layout: &Layout) -> Option<Shown> {
        let (picture, scale) = overview::overview(self, LOOKS[1]);
        let lines = models.lines(&picture, LOOKS[1], false);
        let window = |points: &[[f64; 2]]| {
            let ends = |axis: usize| {
                let values = points.iter().map(|point| point[axis] * scale);
                values.fold([f64::MAX, f64::MIN], |[least, most], value| [least.min(value), most.max(value)])
            };
            let ([left, right], [top, bottom]) = (ends(0), ends(1));
            [left, top, right - left, bottom - top].map(|value| value.round() as i32)
        };
        let card = Side::BOTH.into_iter().find_map(|side| {
            let (card, anchors) = fit(&lines, layout, side, COARSE)?;
            (anchors.len() >= LABELS).then(|| Shown::Card(window(&card.corners())))
        });
        card.or_else(|| {
            lines.iter().find(|line| has_number(line)).map(|line| Shown::Number(window(&line.quad)))
        })
    }
}

/// Whether a line holds an identity number, also as part of a longer run or in groups.
fn has_number(line: &Line) -> bool {
    let text = line.text().to_ascii_uppercase();
    let run: Vec<u8> = text.bytes().filter(|byte| byte.is_ascii_digit() || *byte == b'X').collect();
    run.windows(18).any(is_identity_number)
}
