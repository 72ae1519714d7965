//! Outlines that may be a card's, for a person to pick from: four straight changes of colour with a card's proportions.
//! Nothing is read, so this needs no networks, and nothing is ever taken without a person.
//!
//! Lines by the Hough transform, each pixel voting for the direction of its own gradient (R. Duda, P. Hart, "Use of the
//! Hough Transformation to Detect Lines and Curves in Pictures", 1972; F. O'Gorman, M. Clowes, "Finding Picture Edges
//! through Collinearity of Feature Points", 1976).

use image::RgbImage;

use super::pyramid::Pyramid;
use crate::evidence::{Quad, Scan};

/// The longest side at which edges are looked for: print is too small to be seen.
const LOOK: u32 = 400;
const LINES: usize = 18;
const MOST: usize = 5;
/// The votes of a pixel lie within so many degrees of its gradient.
const SPREAD: i32 = 3;
/// So much of a side, from 0 to 1, has to be seen, and of all four on average.
const SEEN: [f64; 2] = [0.45, 0.6];

/// A line by the angle of its normal in degrees, from 0 to 180, and its distance from the origin.
#[derive(Clone, Copy)]
struct Straight {
    angle: i32,
    distance: f64,
}

/// How steeply the colour changes at each pixel, and in which direction.
struct Slopes {
    size: [usize; 2],
    /// Across and down, of the channel that changes most.
    slopes: Vec<[f32; 2]>,
    /// What counts as an edge.
    edge: f32,
}

impl Scan {
    /// Up to five outlines that may be a card's, the likeliest first; the longer sides are taken for top and bottom.
    #[must_use]
    pub fn outlines(&self) -> Vec<Quad> {
        let (picture, scale) = Pyramid::of(self).overview(LOOK);
        let slopes = Slopes::of(&picture);
        let mut found = quadrilaterals(&slopes, &lines(&slopes));
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        let apart = |a: &[[f64; 2]; 4], b: &[[f64; 2]; 4]| {
            a.iter().zip(b).map(|(p, q)| (p[0] - q[0]).hypot(p[1] - q[1])).fold(0.0, f64::max)
        };
        let mut kept: Vec<[[f64; 2]; 4]> = Vec::new();
        for (corners, _) in found {
            if kept.len() < MOST && kept.iter().all(|other| apart(other, &corners) > f64::from(LOOK) * 0.06) {
                kept.push(corners);
            }
        }
        let whole = |corners: [[f64; 2]; 4]| {
            Quad::new(corners.map(|corner| corner.map(|value| (value * scale).round() as i32)))
        };
        kept.into_iter().filter_map(whole).collect()
    }
}

impl Slopes {
    fn of(picture: &RgbImage) -> Self {
        let size = [picture.width() as usize, picture.height() as usize];
        let at = |x: usize, y: usize| {
            let [x, y] = [x.min(size[0] - 1), y.min(size[1] - 1)];
            picture.get_pixel(x as u32, y as u32).0.map(f32::from)
        };
        let slope = |x: usize, y: usize| {
            let [left, above] = [x.saturating_sub(1), y.saturating_sub(1)];
            let [mut across, mut down] = [[0.0; 3]; 2];
            for (step, weight) in [(0, 1.0), (1, 2.0), (2, 1.0)] {
                let [before, after] = [at(left, above + step), at(x + 1, above + step)];
                let [over, under] = [at(left + step, above), at(left + step, y + 1)];
                for channel in 0..3 {
                    across[channel] += weight * (after[channel] - before[channel]);
                    down[channel] += weight * (under[channel] - over[channel]);
                }
            }
            let slopes = (0..3).map(|channel| [across[channel], down[channel]]);
            slopes.max_by(|a, b| a[0].hypot(a[1]).total_cmp(&b[0].hypot(b[1]))).unwrap_or_default()
        };
        let places = (0..size[1]).flat_map(|y| (0..size[0]).map(move |x| (x, y)));
        let slopes: Vec<[f32; 2]> = places.map(|(x, y)| slope(x, y)).collect();
        let mut steep: Vec<f32> = slopes.iter().map(|slope| slope[0].hypot(slope[1])).collect();
        let place = steep.len() * 85 / 100; // a picture has at least one pixel
        let (_, edge, _) = steep.select_nth_unstable_by(place, f32::total_cmp);
        let edge = edge.max(24.0);
        Self { size, slopes, edge }
    }

    /// Whether the colour changes near a point, across a line with this normal.
    fn crosses(&self, [x, y]: [f64; 2], [a, b]: [f64; 2]) -> bool {
        (-2..=2).any(|offset| {
            let place = [x + a * f64::from(offset), y + b * f64::from(offset)];
            let inside = (0..2).all(|axis| place[axis] >= 0.0 && place[axis] < self.size[axis] as f64);
            inside && {
                let [across, down] = self.slopes[place[1] as usize * self.size[0] + place[0] as usize];
                (across * a as f32 + down * b as f32).abs() > self.edge
            }
        })
    }
}

fn normal(angle: i32) -> [f64; 2] {
    let angle = f64::from(angle).to_radians();
    [angle.cos(), angle.sin()]
}

/// The clearest straight edges.
fn lines(slopes: &Slopes) -> Vec<Straight> {
    let [width, height] = slopes.size;
    let reach = (width as f64).hypot(height as f64).ceil() as usize + 1;
    let normals: Vec<[f64; 2]> = (0..180).map(normal).collect();
    // Two pixels to a bin, distances from -reach on.
    let mut votes = vec![0.0f32; 180 * (reach + 1)];
    for (at, [across, down]) in slopes.slopes.iter().enumerate() {
        let steep = across.hypot(*down);
        if steep <= slopes.edge {
            continue;
        }
        let own = f64::from(*down).atan2(f64::from(*across)).to_degrees().round() as i32;
        for angle in (own - SPREAD..=own + SPREAD).map(|angle| angle.rem_euclid(180)) {
            let [a, b] = normals[angle as usize];
            let distance = (at % width) as f64 * a + (at / width) as f64 * b;
            let bin = ((distance + reach as f64) / 2.0).round() as usize;
            votes[angle as usize * (reach + 1) + bin.min(reach)] += (steep / slopes.edge).min(3.0);
        }
    }
    let mut found = Vec::new();
    while found.len() < LINES {
        let best = (0..votes.len()).max_by(|a, b| votes[*a].total_cmp(&votes[*b]));
        let Some(best) = best.filter(|best| votes[*best] > 0.0) else { break };
        let (angle, bin) = ((best / (reach + 1)) as i32, best % (reach + 1));
        found.push(Straight { angle, distance: bin as f64 * 2.0 - reach as f64 });
        for turn in -6..=6 {
            // Half a turn on, the distance changes its sign.
            let turned = angle + turn;
            let bin = if (0..180).contains(&turned) { bin } else { reach - bin };
            let row = turned.rem_euclid(180) as usize * (reach + 1);
            votes[row + bin.saturating_sub(4)..=row + (bin + 4).min(reach)].fill(0.0);
        }
    }
    found
}

/// The degrees between two lines, at most 90.
fn between(a: Straight, b: Straight) -> i32 {
    let turn = (a.angle - b.angle).rem_euclid(180);
    turn.min(180 - turn)
}

fn meet(a: Straight, b: Straight) -> Option<[f64; 2]> {
    let ([p, q], [r, s]) = (normal(a.angle), normal(b.angle));
    let determinant = p * s - q * r;
    (determinant.abs() > 0.2).then(|| {
        [(a.distance * s - b.distance * q) / determinant, (b.distance * p - a.distance * r) / determinant]
    })
}

/// Four lines each that make a card's outline, with how clearly it is seen.
fn quadrilaterals(slopes: &Slopes, lines: &[Straight]) -> Vec<([[f64; 2]; 4], f64)> {
    let pairs: Vec<[Straight; 2]> = (0..lines.len())
        .flat_map(|a| (a + 1..lines.len()).map(move |b| [lines[a], lines[b]]))
        .filter(|[a, b]| between(*a, *b) < 20)
        .collect();
    let mut found = Vec::new();
    for (at, [a, b]) in pairs.iter().enumerate() {
        for [c, d] in pairs[at + 1..].iter().filter(|[c, _]| between(*a, *c) > 60) {
            let corners = [meet(*a, *c), meet(*c, *b), meet(*b, *d), meet(*d, *a)];
            let [Some(p), Some(q), Some(r), Some(s)] = corners else { continue };
            if let Some(corners) = like_a_card([p, q, r, s], slopes.size)
                && let Some(clear) = clear(slopes, corners)
            {
                found.push((corners, clear));
            }
        }
    }
    found
}

/// The corners clockwise from the top left of an upright card, if they have its proportions and lie in the picture.
fn like_a_card(mut corners: [[f64; 2]; 4], size: [usize; 2]) -> Option<[[f64; 2]; 4]> {
    let area = |corners: &[[f64; 2]; 4]| {
        let cross = |at: usize| {
            let ([x, y], [u, v]) = (corners[at], corners[(at + 1) % 4]);
            x * v - y * u
        };
        (0..4).map(cross).sum::<f64>() / 2.0
    };
    if area(&corners) < 0.0 {
        corners.reverse();
    }
    let length = |at: usize| {
        let ([x, y], [u, v]) = (corners[at], corners[(at + 1) % 4]);
        (u - x).hypot(v - y)
    };
    let [wide, high] = [length(0) + length(2), length(1) + length(3)];
    let inside = corners.iter().all(|corner| {
        (0..2).all(|axis| {
            let limit = size[axis] as f64;
            (-0.03 * limit..1.03 * limit).contains(&corner[axis])
        })
    });
    let part = area(&corners) / (size[0] * size[1]) as f64;
    let proportion = wide.max(high) / wide.min(high);
    if !inside || !(0.03..0.97).contains(&part) || !(1.25..2.0).contains(&proportion) {
        return None;
    }
    // The longer sides are top and bottom; the upper one, or the left one, is the top.
    corners.rotate_left(usize::from(wide < high));
    let middle = |a: usize, b: usize| [0, 1].map(|axis| corners[a][axis] + corners[b][axis]);
    let (top, bottom) = (middle(0, 1), middle(2, 3));
    let [across, down] = [0, 1].map(|axis| bottom[axis] - top[axis]);
    let turned = if down.abs() >= across.abs() { down < 0.0 } else { across < 0.0 };
    corners.rotate_left(if turned { 2 } else { 0 });
    Some(corners)
}

/// How clearly an outline is seen, if all of its sides are.
fn clear(slopes: &Slopes, corners: [[f64; 2]; 4]) -> Option<f64> {
    const STEPS: usize = 40;
    let sides = [0, 1, 2, 3].map(|at| {
        let ([x, y], [u, v]) = (corners[at], corners[(at + 1) % 4]);
        let length = (u - x).hypot(v - y).max(1.0);
        let normal = [(y - v) / length, (u - x) / length];
        let seen = (0..STEPS).filter(|step| {
            let t = 0.06 + 0.88 * (*step as f64 + 0.5) / STEPS as f64;
            slopes.crosses([x + (u - x) * t, y + (v - y) * t], normal)
        });
        seen.count() as f64 / STEPS as f64
    });
    let (least, mean) = (sides.iter().copied().fold(1.0, f64::min), sides.iter().sum::<f64>() / 4.0);
    (least >= SEEN[0] && mean >= SEEN[1]).then_some(least + mean)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(corners: &[[[f64; 2]; 4]], size: [u32; 2]) -> Scan {
        let picture = RgbImage::from_fn(size[0], size[1], |x, y| {
            let [x, y] = [f64::from(x) + 0.5, f64::from(y) + 0.5];
            let holds = |corners: &&[[f64; 2]; 4]| {
                (0..4).all(|at| {
                    let ([p, q], [r, s]) = (corners[at], corners[(at + 1) % 4]);
                    (r - p) * (y - q) - (s - q) * (x - p) > 0.0
                })
            };
            let grain = ((x * 7.0 + y * 13.0) as u32 % 7) as u8;
            let card = corners.iter().any(|corners| holds(&corners));
            image::Rgb(if card { [225, 230, 235] } else { [120, 96, 80] }.map(|value: u8| value + grain))
        });
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        Scan::read(bytes.get_ref()).unwrap()
    }

    fn apart(found: &Quad, truth: &[[f64; 2]; 4]) -> f64 {
        let corners = found.corners().map(|corner| corner.map(f64::from));
        corners.iter().zip(truth).map(|(p, q)| (p[0] - q[0]).hypot(p[1] - q[1])).fold(0.0, f64::max)
    }

    #[test]
    fn cards_lying_any_way_are_outlined() {
        for truth in [
            [[200.0, 150.0], [1000.0, 180.0], [980.0, 690.0], [190.0, 650.0]],
            // On its side: the left edge is taken for the top.
            [[420.0, 740.0], [400.0, 100.0], [800.0, 90.0], [815.0, 750.0]],
            [[300.0, 400.0], [850.0, 120.0], [1030.0, 470.0], [480.0, 750.0]],
        ] {
            let found = scan(&[truth], [1200, 850]).outlines();
            assert!(found.first().is_some_and(|first| apart(first, &truth) < 16.0), "{found:?}");
        }
    }

    #[test]
    fn both_cards_of_a_page_are_offered_and_an_empty_one_offers_nothing() {
        let cards = [
            [[200.0, 100.0], [800.0, 100.0], [800.0, 480.0], [200.0, 480.0]],
            [[210.0, 700.0], [810.0, 705.0], [808.0, 1085.0], [207.0, 1080.0]],
        ];
        let found = scan(&cards, [1000, 1400]).outlines();
        assert!(found.len() <= MOST);
        assert!(cards.iter().all(|card| found.iter().any(|found| apart(found, card) < 16.0)), "{found:?}");
        assert_eq!(scan(&[], [1000, 700]).outlines(), []);
    }
}
