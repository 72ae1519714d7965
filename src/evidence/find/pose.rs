//! A robust fit of the card to points of its print.

use crate::evidence::warp::Placement;

/// A point of the card, 1 x 1, and where it was seen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub(super) card: [f64; 2],
    pub(super) seen: [f64; 2],
}

/// The card's proportions: 85.6 mm to 54.0 mm (ISO/IEC 7810 ID-1).
pub(super) const CARD: [f64; 2] = [85.6, 54.0];

/// Nobody knows the lens, nor how much of its picture is left: focal lengths over the longer side of the picture, from a
/// telephone's main lens to half of its picture, each so much longer than the one before.
const SHORTEST: f64 = 0.6;
const LONGER: f64 = 1.08;
const LENSES: i32 = 16;

/// The map that fits the points best, by least squares; `stiff` holds back the perspective where few points say
/// anything of it.
pub(super) fn fit(matches: &[Match], stiff: f64) -> Option<Placement> {
    let count = matches.len() as f64;
    let mean = |of: &dyn Fn(&Match) -> f64| matches.iter().map(of).sum::<f64>() / count;
    let middle = [0, 1].map(|axis| mean(&|m: &Match| m.seen[axis]));
    let spread = mean(&|m: &Match| (m.seen[0] - middle[0]).powi(2) + (m.seen[1] - middle[1]).powi(2)).sqrt();
    if matches.len() < 3 || spread < 1.0 {
        return None;
    }
    let mut equations = [[0.0; 9]; 8];
    let mut add = |row: [f64; 9]| {
        for (equation, factor) in equations.iter_mut().zip(row) {
            equation.iter_mut().zip(row).for_each(|(sum, value)| *sum += factor * value);
        }
    };
    for Match { card, seen } in matches {
        let [u, v] = [card[0] - 0.5, card[1] - 0.5];
        let [x, y] = [0, 1].map(|axis| (seen[axis] - middle[axis]) / spread);
        add([u, v, 1.0, 0.0, 0.0, 0.0, -x * u, -x * v, x]);
        add([0.0, 0.0, 0.0, u, v, 1.0, -y * u, -y * v, y]);
    }
    let hold = (stiff * count).sqrt();
    add([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, hold, 0.0, 0.0]);
    add([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, hold, 0.0]);
    let [a, b, c, d, e, f, g, h] = solve(equations)?;
    let corner = |u: f64, v: f64| {
        let w = g * u + h * v + 1.0;
        let [x, y] = [(a * u + b * v + c) / w, (d * u + e * v + f) / w];
        (w > 0.2).then(|| [x * spread + middle[0], y * spread + middle[1]])
    };
    sane([corner(-0.5, -0.5)?, corner(0.5, -0.5)?, corner(0.5, 0.5)?, corner(-0.5, 0.5)?])
}

/// The map that takes two points to two others, turned and scaled only.
fn similar(p: Match, q: Match) -> Option<Placement> {
    let [u, v] = [0, 1].map(|axis| (q.card[axis] - p.card[axis]) * CARD[axis]);
    let [x, y] = [0, 1].map(|axis| q.seen[axis] - p.seen[axis]);
    let square = u * u + v * v;
    if square < 1.0 {
        return None;
    }
    let [a, b] = [(u * x + v * y) / square, (u * y - v * x) / square];
    let corner = |card: [f64; 2]| {
        let [u, v] = [0, 1].map(|axis| (card[axis] - p.card[axis]) * CARD[axis]);
        [p.seen[0] + a * u - b * v, p.seen[1] + b * u + a * v]
    };
    sane([corner([0.0, 0.0]), corner([1.0, 0.0]), corner([1.0, 1.0]), corner([0.0, 1.0])])
}

/// A quadrilateral that a card can look like: clockwise, convex, and not seen from its edge.
fn sane(corners: [[f64; 2]; 4]) -> Option<Placement> {
    let length = |p: [f64; 2], q: [f64; 2]| ((p[0] - q[0]).powi(2) + (p[1] - q[1]).powi(2)).sqrt();
    let [a, b, c, d] = corners;
    let turns = (0..4).all(|index| {
        let [p, q, r] = [0, 1, 2].map(|step| corners[(index + step) % 4]);
        (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0]) > 1.0
    });
    let sides = [length(a, b), length(b, c), length(d, c), length(a, d)];
    let within = |one: f64, other: f64, most: f64| one < other * most && other < one * most;
    let plausible = within(sides[0], sides[2], 1.9)
        && within(sides[1], sides[3], 1.9)
        && within((sides[0] + sides[2]) / (sides[1] + sides[3]), CARD[0] / CARD[1], 1.8);
    (turns && plausible).then(|| Placement::of(corners))
}

/// The distance between where a point is and where it should be, in millimetres of the card.
pub(super) fn distance(placement: &Placement, point: &Match) -> f64 {
    let [u, v] = placement.back(point.seen);
    (((u - point.card[0]) * CARD[0]).powi(2) + ((v - point.card[1]) * CARD[1]).powi(2)).sqrt()
}

/// By how much the shape that is seen differs from a card's, through the lens that explains it best: the length of the
/// logarithm of its proportions and the cosine of its angles. The picture's middle and longer side are in pixels.
pub(super) fn oddness(seen: &Placement, middle: [f64; 2], longest: f64) -> f64 {
    let lenses = (0..LENSES).map(|step| SHORTEST * LONGER.powi(step));
    let differs = |lens: f64| {
        let [proportion, slant] = seen.sides(middle, lens * longest);
        (proportion / (CARD[0] / CARD[1])).ln().hypot(slant)
    };
    lenses.map(differs).fold(f64::INFINITY, f64::min)
}

/// What most of the words agree on.
pub(super) struct Consensus {
    pub(super) placement: Placement,
    /// Which words do.
    pub(super) chosen: Vec<usize>,
    /// How far their points lie from their places, on average, in millimetres.
    pub(super) error: f64,
}

/// The map that most of some words agree on; each word is a group of points, and all of them must lie `within` so many
/// millimetres of their places.
///
/// M. Fischler, R. Bolles, "Random Sample Consensus", 1981; with so few points every sample is tried.
pub(super) fn consensus(groups: &[Vec<Match>], within: f64) -> Option<Consensus> {
    let agreeing = |placement: &Placement, within: f64| -> Vec<usize> {
        let near = |group: &&[Match]| group.iter().all(|point| distance(placement, point) < within);
        let groups = groups.iter().map(Vec::as_slice).enumerate();
        groups.filter(|(_, group)| near(group)).map(|(index, _)| index).collect()
    };
    let points = |chosen: &[usize]| -> Vec<Match> {
        chosen.iter().flat_map(|index| groups[*index].iter().copied()).collect()
    };
    let mut best: Option<(Placement, Vec<usize>, f64)> = None;
    let mut weigh = |placement: Placement| {
        let chosen = agreeing(&placement, within);
        let error: f64 = points(&chosen).iter().map(|point| distance(&placement, point)).sum();
        let better = best.as_ref().is_none_or(|(_, other, least)| {
            chosen.len() > other.len() || chosen.len() == other.len() && error < *least
        });
        if better && chosen.len() > 1 {
            best = Some((placement, chosen, error));
        }
    };
    for (one, group) in groups.iter().enumerate() {
        for (two, other) in groups.iter().enumerate().skip(one + 1) {
            let pairs = group.iter().flat_map(|p| other.iter().map(move |q| (*p, *q)));
            pairs.filter_map(|(p, q)| similar(p, q)).for_each(&mut weigh);
            for third in groups.iter().skip(two + 1) {
                let three: Vec<Match> = [group, other, third].into_iter().flatten().copied().collect();
                fit(&three, 0.05).into_iter().for_each(&mut weigh);
            }
        }
    }
    let (mut placement, mut chosen, _) = best?;
    for _ in 0..4 {
        let stiff = if chosen.len() > 3 { 0.03 } else { 0.1 };
        let Some(refined) = fit(&points(&chosen), stiff) else { break };
        let again = agreeing(&refined, within);
        if again.len() < chosen.len() {
            break;
        }
        let settled = again == chosen;
        (placement, chosen) = (refined, again);
        if settled {
            break;
        }
    }
    let points = points(&chosen);
    let error = points.iter().map(|point| distance(&placement, point)).sum::<f64>() / points.len() as f64;
    Some(Consensus { placement, chosen, error })
}

/// Gaussian elimination with pivots.
fn solve(mut rows: [[f64; 9]; 8]) -> Option<[f64; 8]> {
    for pivot in 0..8 {
        let most = (pivot..8).max_by(|a, b| rows[*a][pivot].abs().total_cmp(&rows[*b][pivot].abs()))?;
        rows.swap(pivot, most);
        if rows[pivot][pivot].abs() < 1e-12 {
            return None;
        }
        let scale = rows[pivot][pivot];
        rows[pivot].iter_mut().for_each(|value| *value /= scale);
        let row = rows[pivot];
        for (index, other) in rows.iter_mut().enumerate() {
            if index != pivot {
                let times = other[pivot];
                other.iter_mut().zip(row).for_each(|(value, of)| *value -= times * of);
            }
        }
    }
    Some(rows.map(|row| row[8]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: [[f64; 2]; 4], b: [[f64; 2]; 4], within: f64) -> bool {
        a.iter().flatten().zip(b.iter().flatten()).all(|(p, q)| (p - q).abs() < within)
    }

    const CORNERS: [[f64; 2]; 4] = [[900.0, 200.0], [1000.0, 1150.0], [420.0, 1180.0], [380.0, 260.0]];

    fn word(placement: &Placement, card: [f64; 2], length: f64) -> Vec<Match> {
        [0.0, length]
            .map(|step| [card[0] + step, card[1]])
            .map(|card| Match { card, seen: placement.at(card[0], card[1]) })
            .into()
    }

    #[test]
    fn true_points_give_the_true_corners() {
        let truth = Placement::of(CORNERS);
        let words = [[0.08, 0.14], [0.31, 0.27], [0.08, 0.51], [0.36, 0.86], [0.8, 0.1]];
        let points: Vec<Match> = words.iter().flat_map(|card| word(&truth, *card, 0.1)).collect();
        let found = fit(&points, 0.0).unwrap();
        assert!(near(found.corners(), CORNERS, 1e-3), "{:?}", found.corners());
    }

    #[test]
    fn a_word_that_lies_elsewhere_is_outvoted() {
        let truth = Placement::of(CORNERS);
        let words = [[0.08, 0.14], [0.08, 0.27], [0.08, 0.51], [0.09, 0.86], [0.36, 0.861]];
        let mut groups: Vec<Vec<Match>> = words.iter().map(|card| word(&truth, *card, 0.1)).collect();
        groups[4] = word(&truth, [0.36, 0.861], 0.53);
        let mut stray = word(&truth, [0.08, 0.39], 0.05);
        stray.iter_mut().for_each(|point| point.seen[0] += 300.0);
        groups.insert(2, stray);
        let Consensus { placement: found, chosen, .. } = consensus(&groups, 3.0).unwrap();
        assert_eq!(chosen, [0, 1, 3, 4, 5]);
        assert!(near(found.corners(), CORNERS, 60.0), "{:?}", found.corners());
    }

    /// A card seen through a lens (in parts of a picture of 4000 pixels), tilted round a slanted axis.
    fn photo(lens: f64, tilt: f64) -> [[f64; 2]; 4] {
        let (sin, cos) = tilt.to_radians().sin_cos();
        let [x, y] = [0.6, 0.8];
        [[-42.8, -27.0], [42.8, -27.0], [42.8, 27.0], [-42.8, 27.0]].map(|[u, v]: [f64; 2]| {
            let along = u * x + v * y;
            let beside = v * x - u * y;
            let [p, q] = [along * x - beside * cos * y, along * y + beside * cos * x];
            let scale = lens * 4000.0 / (150.0 * lens + beside * sin);
            [2000.0 + p * scale, 1500.0 + q * scale]
        })
    }

    #[test]
    fn a_card_has_its_shape_through_any_lens_and_one_with_a_wrong_edge_has_it_not() {
        let oddness = |corners| oddness(&Placement::of(corners), [2000.0, 1500.0], 4000.0);
        for lens in [0.65, 0.75, 1.0, 1.3, 1.7] {
            for tilt in [0.0, 15.0, 40.0] {
                let corners = photo(lens, tilt);
                assert!(oddness(corners) < 0.02, "{lens} {tilt}: {}", oddness(corners));
            }
        }
        // On a scan no lens explains three millimetres and a half.
        let mut wrong = photo(1.0, 0.0);
        wrong[1][1] += 90.0;
        assert!(oddness(wrong) > 0.03, "{}", oddness(wrong));
    }

    #[test]
    fn a_mirrored_card_is_none() {
        let truth = Placement::of([CORNERS[1], CORNERS[0], CORNERS[3], CORNERS[2]]);
        let words = [[0.08, 0.14], [0.31, 0.27], [0.08, 0.51], [0.36, 0.86], [0.8, 0.1]];
        let points: Vec<Match> = words.iter().flat_map(|card| word(&truth, *card, 0.1)).collect();
        assert!(fit(&points, 0.0).is_none());
    }
}
