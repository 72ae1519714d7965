//! The meter: how a redacted picture compares with what is known to be true of its scan.
//!
//! It looks at pixels and knows nothing of how the masks came about.

use std::path::Path;

use image::RgbImage;
use serde::Deserialize;

/// What is known of a picture; points are in oriented pixels.
#[derive(Deserialize)]
pub(crate) struct Truth {
    pub(crate) file: String,
    pub(crate) tier: String,
    pub(crate) kind: String,
    pub(crate) tags: Vec<String>,
    pub(crate) cards: Vec<Card>,
    #[serde(default)]
    pub(crate) pages: Vec<Card>,
}

#[derive(Deserialize)]
pub(crate) struct Card {
    pub(crate) side: String,
    pub(crate) corners: [[f64; 2]; 4],
    pub(crate) fields: std::collections::BTreeMap<String, Field>,
}

#[derive(Deserialize)]
pub(crate) struct Field {
    #[serde(default)]
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) chars: Vec<Char>,
}

#[derive(Deserialize)]
pub(crate) struct Char {
    pub(crate) c: String,
    pub(crate) polygon: Vec<[f64; 2]>,
    #[serde(default = "whole")]
    pub(crate) visible: f64,
}

fn whole() -> f64 {
    1.0
}

impl Truth {
    pub(crate) fn read(path: &Path) -> Self {
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }
}

/// What must not be seen of a card in the standard preset.
pub(crate) const HIDDEN: [&str; 4] = ["birth", "address", "number", "authority"];
/// The colour of a plain mask, and how far a pixel of a JPEG file may be from it.
const FILL: i32 = 32;
const NEAR: i32 = 14;

/// How much of a glyph may show: of the card, a rim of rounding; of what lies beside it, also what the cut leaves at the
/// picture's edge, too little to be read.
const SHOWN: f64 = 0.02;
const SLIVER: f64 = 0.12;

/// The map from a quadrilateral to a picture of this size.
pub(crate) fn straighten(corners: [[f64; 2]; 4], size: [u32; 2]) -> impl Fn([f64; 2]) -> [f64; 2] {
    let [w, h] = size.map(f64::from);
    projective(corners, [[0.0, 0.0], [w, 0.0], [w, h], [0.0, h]])
}

/// The map from one quadrilateral to another: eight equations, solved by elimination.
pub(crate) fn projective(from: [[f64; 2]; 4], to: [[f64; 2]; 4]) -> impl Fn([f64; 2]) -> [f64; 2] {
    let mut rows = Vec::new();
    for ([x, y], [u, v]) in from.into_iter().zip(to) {
        rows.push([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u]);
        rows.push([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v]);
    }
    for pivot in 0..8 {
        let most = (pivot..8).max_by(|a, b| rows[*a][pivot].abs().total_cmp(&rows[*b][pivot].abs())).unwrap();
        rows.swap(pivot, most);
        let scale = rows[pivot][pivot];
        rows[pivot].iter_mut().for_each(|value| *value /= scale);
        let row = rows[pivot];
        for (_, other) in rows.iter_mut().enumerate().filter(|(index, _)| *index != pivot) {
            let times = other[pivot];
            other.iter_mut().zip(row).for_each(|(value, of)| *value -= times * of);
        }
    }
    let m: Vec<f64> = rows.iter().map(|row| row[8]).collect();
    move |[x, y]| {
        let w = m[6] * x + m[7] * y + 1.0;
        [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w]
    }
}

/// The glyphs that can still be seen, in whole or in part, though they should be hidden: of the card itself, and of
/// numbers elsewhere on the page. `corners` are those that the picture was cut out along; `typed` is where the program
/// typed something itself.
pub(crate) fn leaks(
    truth: &Truth,
    side: &str,
    picture: &RgbImage,
    corners: [[f64; 2]; 4],
    typed: Option<[u32; 4]>,
) -> Vec<String> {
    let to = straighten(corners, [picture.width(), picture.height()]);
    let own = truth.cards.iter().filter(|card| card.side == side).map(|card| (card, SHOWN));
    let pages = truth.pages.iter().map(|page| (page, SLIVER));
    let fields = own.chain(pages).flat_map(|(card, most)| card.fields.iter().map(move |field| (field, most)));
    let hidden = fields.filter(|((name, _), _)| HIDDEN.contains(&name.as_str()));
    let mut leaks = Vec::new();
    for ((name, field), most) in hidden {
        for glyph in field.chars.iter().filter(|glyph| glyph.visible > 0.05) {
            let outline: Vec<[f64; 2]> = glyph.polygon.iter().map(|point| to(*point)).collect();
            let shown = bare(picture, &outline, typed);
            if shown > most {
                leaks.push(format!("{name} {} {:.0} %", glyph.c, shown * 100.0));
            }
        }
    }
    leaks
}

/// How much of a convex outline shows anything but a plain mask; what is beyond the picture shows nothing.
fn bare(picture: &RgbImage, outline: &[[f64; 2]], typed: Option<[u32; 4]>) -> f64 {
    let ends = |axis: usize, limit: u32| {
        let values = outline.iter().map(|point| point[axis]);
        let [least, most] = values.fold([f64::MAX, f64::MIN], |[a, b], value| [a.min(value), b.max(value)]);
        least.max(0.0) as u32..(most.ceil().max(0.0) as u32).min(limit)
    };
    let (mut all, mut shown) = (0, 0);
    let rows = ends(1, picture.height());
    for y in rows {
        for x in ends(0, picture.width()) {
            let [px, py] = [f64::from(x) + 0.5, f64::from(y) + 0.5];
            let turn = |index: usize| {
                let (p, q) = (outline[index], outline[(index + 1) % outline.len()]);
                (q[0] - p[0]) * (py - p[1]) - (q[1] - p[1]) * (px - p[0])
            };
            let turns: Vec<f64> = (0..outline.len()).map(turn).collect();
            if turns.iter().any(|turn| *turn < 0.0) && turns.iter().any(|turn| *turn > 0.0) {
                continue;
            }
            all += 1_u32;
            let own = typed.is_some_and(|[left, top, width, height]| {
                (left..left + width).contains(&x) && (top..top + height).contains(&y)
            });
            let plain =
                picture.get_pixel(x, y).0.iter().all(|value| (i32::from(*value) - FILL).abs() <= NEAR);
            shown += u32::from(!own && !plain);
        }
    }
    let area = (0..outline.len()).map(|index| {
        let (p, q) = (outline[index], outline[(index + 1) % outline.len()]);
        (p[0] * q[1] - q[0] * p[1]) / 2.0
    });
    let whole = area.sum::<f64>().abs().max(f64::from(all));
    if all == 0 { 0.0 } else { f64::from(shown) / whole }
}

/// How far the corners are from the truth, in parts of the card's width; corners in another order are far off.
pub(crate) fn misplaced(card: &Card, corners: [[f64; 2]; 4]) -> f64 {
    let apart = |p: [f64; 2], q: [f64; 2]| (p[0] - q[0]).hypot(p[1] - q[1]);
    let width = apart(card.corners[0], card.corners[1]);
    card.corners.iter().zip(corners).map(|(p, q)| apart(*p, q) / width).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, imageops};

    use super::*;

    /// A card that lies straight in its picture, with one line of each field; what a redactor made of it is the second.
    fn scene(masks: &[[u32; 4]]) -> (Truth, RgbImage) {
        let fields = [("birth", 100), ("address", 200), ("number", 400), ("name", 40)].map(|(name, top)| {
            let chars = (0..6).map(|index| {
                let [left, top] = [150.0 + 30.0 * f64::from(index), f64::from(top)];
                let polygon =
                    vec![[left, top], [left + 20.0, top], [left + 20.0, top + 24.0], [left, top + 24.0]];
                Char { c: index.to_string(), polygon, visible: 1.0 }
            });
            (name.to_owned(), Field { text: "012345".to_owned(), chars: chars.collect() })
        });
        let corners = [[0.0, 0.0], [864.0, 0.0], [864.0, 544.0], [0.0, 544.0]];
        let card = Card { side: "portrait".to_owned(), corners, fields: fields.into() };
        let mut picture =
            RgbImage::from_fn(864, 544, |x, y| Rgb([if (x / 5 + y / 5) % 2 == 0 { 40 } else { 220 }; 3]));
        for [left, top, width, height] in masks {
            let mask = RgbImage::from_pixel(*width, *height, Rgb([32; 3]));
            imageops::replace(&mut picture, &mask, i64::from(*left), i64::from(*top));
        }
        let [file, tier, kind] = ["", "", ""].map(str::to_owned);
        (Truth { file, tier, kind, tags: Vec::new(), cards: vec![card], pages: Vec::new() }, picture)
    }

    const RIGHT: [[u32; 4]; 3] = [[140, 90, 240, 40], [140, 190, 240, 40], [140, 390, 240, 40]];

    fn found(truth: &Truth, picture: &RgbImage) -> usize {
        leaks(truth, "portrait", picture, truth.cards[0].corners, None).len()
    }

    #[test]
    fn right_masks_leave_nothing() {
        let (truth, picture) = scene(&RIGHT);
        assert_eq!(found(&truth, &picture), 0);
    }

    #[test]
    fn a_forgotten_address_is_seen() {
        let (truth, picture) = scene(&[RIGHT[0], RIGHT[2]]);
        assert_eq!(found(&truth, &picture), 6);
    }

    #[test]
    fn shifted_masks_are_seen() {
        let (truth, picture) =
            scene(&RIGHT.map(|[left, top, width, height]| [left, top + 20, width, height]));
        assert_eq!(found(&truth, &picture), 18);
        let (truth, picture) =
            scene(&RIGHT.map(|[left, top, width, height]| [left + 40, top, width - 40, height]));
        assert_eq!(found(&truth, &picture), 3);
    }

    #[test]
    fn a_blur_is_no_mask() {
        let (truth, picture) = scene(&[]);
        assert_eq!(found(&truth, &imageops::blur(&picture, 3.0)), 18);
        assert_eq!(found(&truth, &imageops::blur(&picture, 12.0)), 18);
    }

    #[test]
    fn corners_in_another_order_are_misplaced() {
        let (truth, _) = scene(&[]);
        let [a, b, c, d] = truth.cards[0].corners;
        assert_eq!(misplaced(&truth.cards[0], [a, b, c, d]), 0.0);
        assert!(misplaced(&truth.cards[0], [c, d, a, b]) > 1.0);
    }
}
