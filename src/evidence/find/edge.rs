//! The card's edges: straight lines where the colour changes, near where the print says that they are.

use rayon::prelude::*;

use crate::evidence::sample::View;

/// Steps along an edge; the rounded corners are left out.
const STEPS: usize = 128;
const FROM: f64 = 0.07;
/// Pixels on either side that are compared: few of them show where an edge lies, many show one against a pattern or noise.
pub(super) const DEPTHS: [i32; 3] = [3, 6, 10];
/// How many lines of each side are kept.
const KEPT: usize = 12;
/// Print keeps this far from the edges, in pixels.
const WITHIN: f64 = 40.0;

/// A straight line near one side of an upright rectangle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// Its offset outwards, in pixels, at the side's beginning and end (clockwise).
    pub(super) offsets: [f64; 2],
    /// How much of it is seen as a change of colour, from 0 to 1.
    pub(super) seen: f64,
    /// How far it bends away from the straight line, in pixels.
    pub(super) bow: f64,
}

/// A frame in a picture: the side's first corner, the way along it and the way outwards.
struct Side {
    start: [f64; 2],
    along: [f64; 2],
    out: [f64; 2],
}

impl Side {
    /// How far along the side a point lies, from 0 to 1, and how many pixels outwards.
    fn of(&self, point: [f64; 2]) -> [f64; 2] {
        let way = [0, 1].map(|axis| point[axis] - self.start[axis]);
        let dot = |p: [f64; 2], q: [f64; 2]| p[0] * q[0] + p[1] * q[1];
        [dot(way, self.along) / dot(self.along, self.along), dot(way, self.out)]
    }
}

/// Changes of colour across a side: for each step along it, for each offset from `-reach` to `reach`.
struct Changes {
    reach: i32,
    values: Vec<f32>,
    /// How clearly each is one, from 0 to 1.
    clear: Vec<f32>,
    /// What counts as nothing.
    floor: f32,
}

/// The best lines near the sides (top, right, bottom, left) of the rectangle from `corner` with `size`, the best first;
/// `inside` are points that lie well inside of all of them.
pub(super) fn edges(
    view: &View<'_>,
    corner: [f64; 2],
    size: [f64; 2],
    reach: i32,
    depth: i32,
    inside: &[[f64; 2]],
) -> [Vec<Edge>; 4] {
    let [left, top] = corner;
    let [right, bottom] = [left + size[0], top + size[1]];
    let sides = [
        Side { start: [left, top], along: [size[0], 0.0], out: [0.0, -1.0] },
        Side { start: [right, top], along: [0.0, size[1]], out: [1.0, 0.0] },
        Side { start: [right, bottom], along: [-size[0], 0.0], out: [0.0, 1.0] },
        Side { start: [left, bottom], along: [0.0, -size[1]], out: [-1.0, 0.0] },
    ];
    let mut edges = [const { Vec::new() }; 4];
    edges.par_iter_mut().zip(&sides).for_each(|(edges, side)| {
        let inside: Vec<_> = inside.iter().map(|point| side.of(*point)).collect();
        *edges = lines(&changes(view, side, reach, depth), &inside);
    });
    edges
}

fn changes(view: &View<'_>, side: &Side, reach: i32, depth: i32) -> Changes {
    let limit = view.size().map(|length| length as i32 - 1);
    let mut values = Vec::with_capacity(STEPS * (2 * reach + 1) as usize);
    let mut strip = vec![[0.0f32; 3]; (2 * (reach + depth)) as usize];
    for step in 0..STEPS {
        let t = FROM + (1.0 - 2.0 * FROM) * (step as f64 + 0.5) / STEPS as f64;
        let at = [0, 1].map(|axis| side.start[axis] + side.along[axis] * t);
        for (index, colour) in strip.iter_mut().enumerate() {
            // The middles of the pixels, from inside to outside.
            let offset = index as f64 - f64::from(reach + depth) + 0.5;
            let place = [0, 1].map(|axis| at[axis] + side.out[axis] * offset);
            let mut sum = [0.0; 3];
            for beside in -1..=1 {
                let way = [side.out[1].abs() * f64::from(beside), side.out[0].abs() * f64::from(beside)];
                let [x, y] = [0, 1].map(|axis| ((place[axis] + way[axis]) as i32).clamp(0, limit[axis]));
                let pixel = view.pixel(x as u32, y as u32);
                sum = [0, 1, 2].map(|channel| sum[channel] + f32::from(pixel[channel]) / 3.0);
            }
            *colour = sum;
        }
        let depth = depth as usize;
        for from in 0..strip.len() - 2 * depth + 1 {
            let mean = |part: &[[f32; 3]], channel: usize| {
                part.iter().map(|colour| colour[channel]).sum::<f32>() / depth as f32
            };
            let (inside, outside) = (&strip[from..from + depth], &strip[from + depth..from + 2 * depth]);
            let change = |channel| mean(outside, channel) - mean(inside, channel);
            let most = [0, 1, 2].map(change).into_iter().max_by(|a, b| a.abs().total_cmp(&b.abs()));
            values.push(most.unwrap_or(0.0));
        }
    }
    let mut sizes: Vec<f32> = values.iter().map(|value| value.abs()).collect();
    let middle = sizes.len() / 2;
    let (_, median, _) = sizes.select_nth_unstable_by(middle, f32::total_cmp);
    let floor = median.max(2.0);
    let clear = values.iter().map(|value| value.abs() / (value.abs() + floor)).collect();
    Changes { reach, values, clear, floor }
}

impl Changes {
    fn index(&self, step: usize, offset: i32) -> Option<usize> {
        let width = 2 * self.reach + 1;
        (offset.abs() <= self.reach).then(|| step * width as usize + (offset + self.reach) as usize)
    }

    fn at(&self, step: usize, offset: i32) -> f32 {
        self.index(step, offset).map_or(0.0, |index| self.values[index])
    }

    /// How clearly a line is seen: at how many of its steps the colour changes, and whether always the same way.
    fn clear(&self, [from, to]: [f64; 2]) -> f64 {
        let (mut seen, mut sum) = (0.0, 0.0);
        for step in 0..STEPS {
            let t = (step as f64 + 0.5) / STEPS as f64;
            if let Some(index) = self.index(step, nearest(from + (to - from) * t)) {
                seen += self.clear[index];
                sum += self.values[index];
            }
        }
        let even = sum.abs() / STEPS as f32;
        f64::from(seen / STEPS as f32 * 0.6 + even / (even + self.floor * 0.5) * 0.4)
    }
}

/// The nearest whole offset. Not `round`, which is a call on processors that have no instruction for it.
fn nearest(offset: f64) -> i32 {
    const FAR: f64 = 1048576.0;
    (offset.clamp(-FAR, FAR) + FAR + 0.5) as i32 - FAR as i32
}

fn lines(changes: &Changes, inside: &[[f64; 2]]) -> Vec<Edge> {
    let reach = changes.reach;
    let slants = (-reach..=reach).step_by(4);
    let mut all: Vec<([f64; 2], f64)> = Vec::new();
    for slant in slants {
        for middle in -reach..=reach {
            let ends = [-1.0, 1.0].map(|way| f64::from(middle) + way * f64::from(slant) / 2.0);
            let far = |[along, out]: &[f64; 2]| {
                let t = (along - FROM) / (1.0 - 2.0 * FROM);
                ends[0] + (ends[1] - ends[0]) * t - out >= WITHIN
            };
            if ends.iter().all(|end| end.abs() <= f64::from(reach)) && inside.iter().all(far) {
                all.push((ends, changes.clear(ends)));
            }
        }
    }
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut kept: Vec<([f64; 2], f64)> = Vec::new();
    for (ends, clear) in all {
        let known = kept
            .iter()
            .any(|(other, _)| (ends[0] - other[0]).abs() < 9.0 && (ends[1] - other[1]).abs() < 9.0);
        if !known {
            kept.push((ends, clear));
        }
        if kept.len() == KEPT {
            break;
        }
    }
    let mut edges: Vec<Edge> = Vec::new();
    for edge in kept.into_iter().map(|(ends, _)| refine(changes, ends)) {
        let same = |other: &Edge| (0..2).all(|end| (edge.offsets[end] - other.offsets[end]).abs() < 2.0);
        if !edges.iter().any(same) {
            edges.push(edge);
        }
    }
    edges
}

/// Fits the line to the strongest changes round it.
fn refine(changes: &Changes, mut ends: [f64; 2]) -> Edge {
    let mut bow = 0.0;
    for _ in 0..3 {
        let mut points: Vec<[f64; 3]> = Vec::new();
        for step in 0..STEPS {
            let t = (step as f64 + 0.5) / STEPS as f64;
            let near = nearest(ends[0] + (ends[1] - ends[0]) * t);
            let strength = |offset: i32| changes.at(step, offset).abs();
            let Some(peak) = (near - 5..=near + 5).max_by(|a, b| strength(*a).total_cmp(&strength(*b)))
            else {
                continue;
            };
            // A parabola through the peak and its neighbours.
            let [before, at, after] = [-1, 0, 1].map(|way| f64::from(strength(peak + way)));
            let dip = before - 2.0 * at + after;
            let shift = if dip < -1e-6 { ((before - after) / (2.0 * dip)).clamp(-0.5, 0.5) } else { 0.0 };
            let weight = at / (at + f64::from(changes.floor) * 2.0);
            points.push([t, f64::from(peak) + shift, weight * weight]);
        }
        let Some(line) = straight(&points) else { break };
        points.retain(|[t, offset, _]| (line[0] + (line[1] - line[0]) * t - offset).abs() < 3.0);
        let Some(line) = straight(&points) else { break };
        ends = line;
        let part = |from: f64, to: f64| {
            let inside = points.iter().filter(|[t, ..]| (from..to).contains(t));
            let (sum, weight) = inside.fold((0.0, 1e-9), |(sum, weight), [t, offset, w]| {
                (sum + (offset - line[0] - (line[1] - line[0]) * t) * w, weight + w)
            });
            sum / weight
        };
        bow = part(0.3, 0.7) - (part(0.0, 0.2) + part(0.8, 1.0)) / 2.0;
    }
    let seen = (0..STEPS).filter(|step| {
        let t = (*step as f64 + 0.5) / STEPS as f64;
        let near = nearest(ends[0] + (ends[1] - ends[0]) * t);
        let most = (near - 2..=near + 2).map(|offset| changes.at(*step, offset).abs()).fold(0.0, f32::max);
        most > changes.floor * 1.5
    });
    let seen = seen.count() as f64 / STEPS as f64;
    // The line was seen between the rounded corners; its ends lie at the corners themselves.
    let slope = (ends[1] - ends[0]) / (1.0 - 2.0 * FROM);
    let offsets = [ends[0] - slope * FROM, ends[1] + slope * FROM];
    Edge { offsets, seen: seen * 0.5 + changes.clear(ends) * 0.5, bow }
}

/// The line through points (place along, offset, weight), by its offsets at 0 and 1.
fn straight(points: &[[f64; 3]]) -> Option<[f64; 2]> {
    let sums = points.iter().fold([0.0; 5], |[w, wt, wtt, wo, wto], [t, o, weight]| {
        [w + weight, wt + weight * t, wtt + weight * t * t, wo + weight * o, wto + weight * t * o]
    });
    let [w, wt, wtt, wo, wto] = sums;
    let determinant = w * wtt - wt * wt;
    if determinant.abs() < 1e-9 || points.len() < STEPS / 8 {
        return None;
    }
    let start = (wtt * wo - wt * wto) / determinant;
    let slope = (w * wto - wt * wo) / determinant;
    Some([start, start + slope])
}

/// The sides of a rectangle that have been moved, clockwise from the top, by two points of each.
pub(super) fn sides(corner: [f64; 2], size: [f64; 2], edges: &[Edge; 4]) -> [[[f64; 2]; 2]; 4] {
    let [left, top] = corner;
    let [right, bottom] = [left + size[0], top + size[1]];
    let [above, beyond, below, before] = edges.each_ref().map(|edge| edge.offsets);
    [
        [[left, top - above[0]], [right, top - above[1]]],
        [[right + beyond[0], top], [right + beyond[1], bottom]],
        [[right, bottom + below[0]], [left, bottom + below[1]]],
        [[left - before[0], bottom], [left - before[1], top]],
    ]
}

/// The corners of a rectangle whose sides have been moved: where neighbouring ones meet.
pub(super) fn corners([upper, right, lower, left]: [[[f64; 2]; 2]; 4]) -> Option<[[f64; 2]; 4]> {
    let meet = |one: [[f64; 2]; 2], two: [[f64; 2]; 2]| {
        let way = |[p, q]: [[f64; 2]; 2]| [q[0] - p[0], q[1] - p[1]];
        let (a, b) = (way(one), way(two));
        let determinant = a[0] * b[1] - a[1] * b[0];
        let from = [two[0][0] - one[0][0], two[0][1] - one[0][1]];
        let t = (from[0] * b[1] - from[1] * b[0]) / determinant;
        (determinant.abs() > 1e-6).then(|| [one[0][0] + a[0] * t, one[0][1] + a[1] * t])
    };
    Some([meet(left, upper)?, meet(upper, right)?, meet(right, lower)?, meet(lower, left)?])
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;
    use crate::evidence::warp::Placement;

    fn best(picture: &RgbImage, depth: i32) -> [Vec<Edge>; 4] {
        let whole = Placement::new([[0, 0], [400, 0], [400, 300], [0, 300]]);
        edges(&View::new(picture, whole, [400, 300]), [50.0, 50.0], [300.0, 190.0], 30, depth, &[])
    }

    /// A light rectangle, a little turned, on a darker ground.
    fn picture(corners: [[f64; 2]; 4], ground: u8) -> RgbImage {
        RgbImage::from_fn(400, 300, |x, y| {
            let [x, y] = [f64::from(x) + 0.5, f64::from(y) + 0.5];
            let inside = (0..4).all(|index| {
                let [p, q] = [corners[index], corners[(index + 1) % 4]];
                (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]) > 0.0
            });
            let grain = ((x * 7.0 + y * 13.0) as u32 % 5) as u8;
            image::Rgb([if inside { 220 + grain } else { ground + grain }; 3])
        })
    }

    #[test]
    fn the_edges_of_a_turned_card_meet_at_its_corners() {
        let truth = [[60.0, 46.0], [346.0, 58.0], [339.0, 247.0], [52.0, 236.0]];
        for ground in [60, 205] {
            let found = best(&picture(truth, ground), DEPTHS[0]);
            let best = found.map(|lines| lines[0]);
            let corners = corners(sides([50.0, 50.0], [300.0, 190.0], &best)).unwrap();
            for (found, wanted) in corners.iter().flatten().zip(truth.iter().flatten()) {
                assert!((found - wanted).abs() < 1.0, "{corners:?}");
            }
            assert!(best.iter().all(|edge| edge.seen > 0.8 && edge.bow.abs() < 1.0), "{best:?}");
        }
    }

    #[test]
    fn a_pale_card_under_a_pattern_is_seen_broadly() {
        let picture = RgbImage::from_fn(400, 300, |x, y| {
            let inside = (52..347).contains(&x) && (47..244).contains(&y);
            let wave = (f64::from(x + y) * 0.9).sin() + (f64::from(x) * 0.8 - f64::from(y) * 1.1).sin();
            image::Rgb([if inside { (207.0 + 9.0 * wave) as u8 } else { 200 }; 3])
        });
        let [sharp, _, broad] = DEPTHS.map(|depth| best(&picture, depth).map(|lines| lines[0]));
        assert!(sharp.iter().all(|edge| edge.seen < 0.75), "{sharp:?}");
        assert!(broad.iter().all(|edge| edge.seen > 0.8), "{broad:?}");
        let wanted = [[52.0, 47.0], [347.0, 47.0], [347.0, 244.0], [52.0, 244.0]];
        let found = corners(sides([50.0, 50.0], [300.0, 190.0], &broad)).unwrap();
        for (found, wanted) in found.iter().flatten().zip(wanted.iter().flatten()) {
            assert!((found - wanted).abs() < 2.0, "{found:?}");
        }
    }

    #[test]
    fn where_nothing_changes_nothing_is_seen() {
        let plain = RgbImage::from_pixel(400, 300, image::Rgb([200; 3]));
        let found = DEPTHS.map(|depth| best(&plain, depth));
        assert!(found.iter().flatten().flatten().all(|edge| edge.seen < 0.2), "{found:?}");
    }
}
