//! Strokes that the edge of a place cuts: print that reaches beyond where it will be hidden.
//!
//! It looks at pixels only and so knows nothing of what the networks have read, or have not.

use super::part::{Part, covers};
use super::pose::CARD;
use crate::evidence::sample::View;
use crate::evidence::warp::Placement;

/// Steps along an edge, and how far beyond it is looked; in millimetres.
const STEP: f64 = 0.1;
const BEYOND: [f64; 4] = [0.1, 0.22, 0.34, 0.46];
/// The paper is what most is within so many steps each way.
const NEAR: usize = 50;
/// A stroke is darker than the paper by this part of what the print inside is, and so many steps wide.
const DARK: f32 = 0.55;
const WIDE: usize = 2;
/// Print with less contrast than this, of 255, is none.
const FAINT: f32 = 14.0;

/// Whether dark strokes cross the edge of `place`, a part of `card` as it lies in `view`, but within `spared`, where
/// something else is printed.
pub(super) fn crosses(view: &View<'_>, card: &Placement, place: Part, spared: &[Part]) -> bool {
    let light = |u: f64, v: f64| {
        let [red, green, blue] = view.colour(card.at(u, v));
        0.3 * red + 0.59 * green + 0.11 * blue
    };
    let [left, top, right, bottom] = place;
    let [across, along] = [0, 1].map(|axis| STEP / CARD[axis]);
    let mut inside = Vec::new();
    let mut v = top;
    while v < bottom {
        let mut u = left;
        while u < right {
            inside.push(light(u, v));
            u += 3.0 * across;
        }
        v += 3.0 * along;
    }
    let contrast = quantile(&mut inside, 0.6) - quantile(&mut inside, 0.02);
    if contrast < FAINT {
        return false;
    }
    let sides = [
        ([left, top], [right, top], [0.0, -1.0]),
        ([right, top], [right, bottom], [1.0, 0.0]),
        ([left, bottom], [right, bottom], [0.0, 1.0]),
        ([left, top], [left, bottom], [-1.0, 0.0]),
    ];
    sides.into_iter().any(|(from, to, out)| {
        let length = ((to[0] - from[0]) * CARD[0]).hypot((to[1] - from[1]) * CARD[1]);
        let steps = (length / STEP) as usize;
        let at = |step: usize, beyond: f64| {
            let t = (step as f64 + 0.5) / steps as f64;
            [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * t + out[axis] * beyond / CARD[axis])
        };
        let band: Vec<[f32; 4]> = (0..steps)
            .map(|step| {
                BEYOND.map(|beyond| {
                    let [u, v] = at(step, beyond);
                    light(u, v)
                })
            })
            .collect();
        let stroke = |step: usize| {
            let free = |beyond: f64| {
                let point = at(step, beyond);
                point.iter().all(|value| (0.015..=0.985).contains(value))
                    && !spared.iter().any(|part| covers(*part, point))
            };
            let around = &band[step.saturating_sub(NEAR)..(step + NEAR).min(steps)];
            let paper = quantile(&mut around.iter().flatten().copied().collect::<Vec<_>>(), 0.6);
            BEYOND.into_iter().all(free) && band[step].iter().all(|value| paper - value > DARK * contrast)
        };
        let mut run = 0;
        (0..steps).any(|step| {
            run = if stroke(step) { run + 1 } else { 0 };
            run >= WIDE
        })
    })
}

fn quantile(values: &mut [f32], part: f64) -> f32 {
    let place = ((values.len() as f64 * part) as usize).min(values.len().saturating_sub(1));
    if values.is_empty() { 0.0 } else { *values.select_nth_unstable_by(place, f32::total_cmp).1 }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, imageops};

    use super::*;

    /// A card of 856 x 540 pixels with bars for digits, from `left` on, on paper with a faint pattern.
    fn print(left: i64, top: i64) -> RgbImage {
        let mut picture = RgbImage::from_fn(856, 540, |x, y| Rgb([200 + ((x * 3 + y * 5) % 11) as u8; 3]));
        for digit in 0..18 {
            let bar = RgbImage::from_pixel(5, 30, Rgb([40; 3]));
            imageops::replace(&mut picture, &bar, left + digit * 25, top);
        }
        picture
    }

    #[test]
    fn print_inside_its_place_is_whole_and_print_across_its_edge_is_cut() {
        let card = Placement::new([[0, 0], [856, 0], [856, 540], [0, 540]]);
        let place = [0.3, 0.8, 0.9, 0.92];
        let crosses = |left, top, spared: &[Part]| {
            let picture = print(left, top);
            crosses(&View::new(&picture, card.clone(), [856, 540]), &card, place, spared)
        };
        let cut = |left, top| crosses(left, top, &[]);
        assert!(!cut(280, 450), "inside");
        assert!(cut(280, 475), "below");
        assert!(cut(280, 410), "above");
        assert!(cut(252, 450), "before");
        assert!(cut(346, 450), "behind");
        // Where something else is known to be printed, nothing is cut.
        assert!(!crosses(252, 450, &[[0.28, 0.79, 0.31, 0.95]]));
    }
}
