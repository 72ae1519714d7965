//! Pixels that hang together, and the smallest rectangle round them.

use std::collections::BTreeMap;

/// Pixels of a map that hang together.
pub(super) struct Region {
    /// How many there are.
    pub(super) area: f64,
    /// The mean of their values.
    pub(super) mean: f32,
    /// The smallest rectangle that holds them.
    pub(super) outline: Box,
}

/// A rectangle turned any way.
pub(super) struct Box {
    pub(super) middle: [f64; 2],
    /// The direction of its longer side, a unit vector.
    pub(super) along: [f64; 2],
    /// Half its length and half its height.
    pub(super) half: [f64; 2],
}

/// A region that fills less of its rectangle than this is several lines that touch, if they part where the map is higher
/// and are most of it together.
const FULL: f64 = 0.45;
const PARTING: f32 = 0.5;
const MOST: f64 = 0.8;

/// The regions of a map of `width` x `height` whose values reach `least`; pixels that touch at a corner hang together.
pub(super) fn regions(map: &[f32], size: [usize; 2], least: f32) -> Vec<Region> {
    let mut seen = vec![false; map.len()];
    let mut regions = Vec::new();
    for start in 0..map.len() {
        if seen[start] || map[start] < least {
            continue;
        }
        let pixels = flood(map, size, least, start, &mut seen);
        let region = Region::of(map, size, &pixels);
        let Box { half: [along, across], .. } = region.outline;
        if region.area >= FULL * along * across * 4.0 {
            regions.push(region);
            continue;
        }
        pixels.iter().for_each(|at| seen[*at] = false);
        let mut parts = Vec::new();
        for at in pixels.iter().copied() {
            if !seen[at] && map[at] >= PARTING {
                parts.push(Region::of(map, size, &flood(map, size, PARTING, at, &mut seen)));
            }
        }
        pixels.iter().for_each(|at| seen[*at] = true);
        let is_most = parts.iter().map(|part| part.area).sum::<f64>() >= MOST * region.area;
        if is_most && parts.len() > 1 { regions.extend(parts) } else { regions.push(region) }
    }
    regions
}

/// The pixels that hang together with `start` and reach `least`, which are marked as seen.
fn flood(
    map: &[f32],
    [width, height]: [usize; 2],
    least: f32,
    start: usize,
    seen: &mut [bool],
) -> Vec<usize> {
    seen[start] = true;
    let mut pixels = vec![start];
    let mut next = 0;
    while let Some(at) = pixels.get(next) {
        let [x, y] = [at % width, at / width];
        next += 1;
        for row in y.saturating_sub(1)..=(y + 1).min(height - 1) {
            for column in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                let at = row * width + column;
                if !seen[at] && map[at] >= least {
                    seen[at] = true;
                    pixels.push(at);
                }
            }
        }
    }
    pixels
}

impl Region {
    fn of(map: &[f32], [width, _]: [usize; 2], pixels: &[usize]) -> Self {
        // The outermost pixels of each row are enough for the hull.
        let mut rows: BTreeMap<usize, [usize; 2]> = BTreeMap::new();
        for at in pixels {
            let [x, y] = [at % width, at / width];
            let ends = rows.entry(y).or_insert([x, x]);
            *ends = [ends[0].min(x), ends[1].max(x)];
        }
        let corners = rows.iter().flat_map(|(row, [left, right])| {
            let [top, bottom] = [*row as f64, *row as f64 + 1.0];
            let [left, right] = [*left as f64, *right as f64 + 1.0];
            [[left, top], [right, top], [right, bottom], [left, bottom]]
        });
        let outline = smallest(&hull(corners.collect()));
        let area = pixels.len() as f64;
        Self { area, mean: pixels.iter().map(|at| map[*at]).sum::<f32>() / area as f32, outline }
    }
}

/// The convex hull, by A. M. Andrew's monotone chain (1979).
fn hull(mut points: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    points.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    points.dedup();
    let turn =
        |a: [f64; 2], b: [f64; 2], c: [f64; 2]| (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    let chain = |points: &mut dyn Iterator<Item = [f64; 2]>| {
        let mut chain: Vec<[f64; 2]> = Vec::new();
        for point in points {
            while chain.len() > 1 && turn(chain[chain.len() - 2], chain[chain.len() - 1], point) <= 0.0 {
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut lower = chain(&mut points.iter().copied());
    lower.extend(chain(&mut points.iter().rev().copied()));
    lower
}

/// The smallest rectangle round a convex figure: one of its sides lies along one of the figure's.
fn smallest(hull: &[[f64; 2]]) -> Box {
    let mut best = Box { middle: [0.0; 2], along: [1.0, 0.0], half: [f64::MAX; 2] };
    for (index, p) in hull.iter().enumerate() {
        let q = hull[(index + 1) % hull.len()];
        let length = ((q[0] - p[0]).powi(2) + (q[1] - p[1]).powi(2)).sqrt();
        if length < 1e-9 {
            continue;
        }
        let along = [(q[0] - p[0]) / length, (q[1] - p[1]) / length];
        let across = [-along[1], along[0]];
        let [x, y] = [along, across].map(|axis| {
            let values = hull.iter().map(|point| point[0] * axis[0] + point[1] * axis[1]);
            values.fold([f64::MAX, f64::MIN], |[least, most], value| [least.min(value), most.max(value)])
        });
        let half = [(x[1] - x[0]) / 2.0, (y[1] - y[0]) / 2.0];
        if half[0] * half[1] < best.half[0] * best.half[1] {
            let [u, v] = [(x[0] + x[1]) / 2.0, (y[0] + y[1]) / 2.0];
            let middle = [u * along[0] + v * across[0], u * along[1] + v * across[1]];
            best = if half[0] >= half[1] {
                Box { middle, along, half }
            } else {
                Box { middle, along: across, half: [half[1], half[0]] }
            };
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_bar_gets_a_turned_box() {
        let size = [120, 90];
        let (middle, along) = ([60.0, 44.0], [0.8, 0.6]);
        let inside = |x: f64, y: f64| {
            let [dx, dy] = [x - middle[0], y - middle[1]];
            (dx * along[0] + dy * along[1]).abs() < 40.0 && (dy * along[0] - dx * along[1]).abs() < 8.0
        };
        let map: Vec<f32> = (0..size[0] * size[1])
            .map(|at| if inside((at % 120) as f64 + 0.5, (at / 120) as f64 + 0.5) { 0.9 } else { 0.0 })
            .collect();
        let found = regions(&map, size, 0.2);
        assert_eq!(found.len(), 1);
        let Box { middle: at, along: way, half } = &found[0].outline;
        assert!((at[0] - 60.0).abs() < 0.5 && (at[1] - 44.0).abs() < 0.5, "{at:?}");
        assert!((way[0].abs() - 0.8).abs() < 0.02 && (way[0] * way[1] - 0.48).abs() < 0.02, "{way:?}");
        assert!((half[0] - 40.0).abs() < 1.0 && (half[1] - 8.0).abs() < 1.0, "{half:?}");
        assert!((found[0].mean - 0.9).abs() < 1e-3);
    }

    #[test]
    fn lines_that_touch_weakly_are_parted() {
        let size = [64, 64];
        // A slanting line through the beginnings of two straight ones; `bridge` is how surely it is seen.
        let map = |bridge: f32| -> Vec<f32> {
            let value = |x: usize, y: usize| {
                let line = (8..12).contains(&y) || (50..54).contains(&y);
                let slant = (12..50).contains(&y) && (2..5).contains(&x);
                if line {
                    0.9
                } else if slant {
                    bridge
                } else {
                    0.0
                }
            };
            (0..64 * 64).map(|at| value(at % 64, at / 64)).collect()
        };
        let found = |bridge| regions(&map(bridge), size, 0.2).len();
        assert_eq!(found(0.3), 2);
        // What is print itself, or more than a bridge, is not left out.
        assert_eq!(found(0.9), 1);
        let faint: Vec<f32> =
            map(0.3).iter().enumerate().map(|(at, v)| if at / 64 > 30 { v / 2.5 } else { *v }).collect();
        assert_eq!(regions(&faint, size, 0.1).len(), 1);
    }

    #[test]
    fn regions_apart_stay_apart_and_a_single_pixel_has_a_box() {
        let mut map = vec![0.0; 64];
        map[9] = 1.0;
        map[45] = 1.0;
        map[54] = 1.0;
        let found = regions(&map, [8, 8], 0.5);
        assert_eq!(found.iter().map(|region| region.area).collect::<Vec<_>>(), [1.0, 2.0]);
        assert_eq!(found[0].outline.half, [0.5, 0.5]);
    }
}
