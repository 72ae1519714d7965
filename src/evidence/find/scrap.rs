//! Scraps: bits of print that the detector takes for a line of their own within a line that was read, or beside one.

use super::part::{Part, common, grown, outside};
use super::pose::CARD;

/// Between two lines there is no room for more than a character, which tells nothing, up to so many millimetres.
pub(super) const GAP: f64 = 3.5;
/// A line is found with some air around it, in millimetres, and a scrap of it may lie in that.
const AIR: f64 = 0.8;
/// So much of a line's height is air above it, and below it.
const AROUND: f64 = 0.15;

/// What of a scrap no line that was read covers from above to below, or along its upper or lower edge; nothing if they cover
/// all of it, or all but a gap between two of them.
pub(super) fn rest(scrap: Part, read: &[Part]) -> Option<Part> {
    let [across, down] = CARD.map(|length| AIR / length);
    let [mut left, mut top, mut right, mut bottom] = scrap;
    let rows = read.iter().filter(|row| row[1] <= top + down && row[3] >= bottom - down);
    for row in rows {
        if row[0] <= left + across {
            left = left.max(row[2]);
        }
        if row[2] >= right - across {
            right = right.min(row[0]);
        }
    }
    let is_gap = scrap[0] < left && right < scrap[2] && (right - left) * CARD[0] < GAP;
    if left >= right || is_gap {
        return None;
    }
    for row in read.iter().filter(|row| row[0] <= left && row[2] >= right) {
        let print = print(*row);
        if row[1] <= top + down {
            top = top.max(print[3]);
        }
        if row[3] >= bottom - down {
            bottom = bottom.min(print[1]);
        }
    }
    (top < bottom).then_some([left, top, right, bottom])
}

/// What of a scrap lies beside all lines that were read.
pub(super) fn beside(scrap: Part, read: &[Part]) -> Vec<Part> {
    read.iter().map(|row| print(*row)).fold(vec![scrap], |pieces, row| {
        let cut = |piece: Part| match common(piece, row) {
            Some(shared) => outside(piece, shared).collect(),
            None => vec![piece],
        };
        pieces.into_iter().flat_map(cut).collect()
    })
}

/// A line that was read, without the air above and below.
fn print(row: Part) -> Part {
    grown(row, [0.0, AROUND * (row[1] - row[3])])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_line_covers_is_left_of_a_scrap() {
        let read = [[0.06, 0.12, 0.16, 0.2], [0.2, 0.12, 0.35, 0.2]];
        for (scrap, left) in [
            // Within a line, and from one to the next.
            ([0.21, 0.13, 0.23, 0.17], None),
            ([0.14, 0.13, 0.22, 0.19], None),
            // Below both, and from top to bottom through one.
            ([0.21, 0.23, 0.23, 0.27], Some([0.21, 0.23, 0.23, 0.27])),
            ([0.21, 0.02, 0.23, 0.4], Some([0.21, 0.02, 0.23, 0.4])),
            // Behind the end of one, however little: an address may end there.
            ([0.34, 0.13, 0.37, 0.19], Some([0.35, 0.13, 0.37, 0.19])),
            ([0.34, 0.13, 0.41, 0.19], Some([0.35, 0.13, 0.41, 0.19])),
            ([0.41, 0.13, 0.42, 0.19], Some([0.41, 0.13, 0.42, 0.19])),
            // Above the whole of one, which its lower edge lies in, and above a part of one.
            ([0.21, 0.02, 0.34, 0.19], Some([0.21, 0.02, 0.34, 0.132])),
            ([0.21, 0.02, 0.38, 0.19], Some([0.21, 0.02, 0.38, 0.19])),
        ] {
            let near = |a: Part, b: Part| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9);
            let found = rest(scrap, &read);
            assert!(found.is_some() == left.is_some(), "{scrap:?}");
            assert!(found.zip(left).is_none_or(|(found, left)| near(found, left)), "{found:?}");
        }
    }

    #[test]
    fn what_lies_beside_the_lines_is_all_but_their_print() {
        let read = [[0.06, 0.1, 0.16, 0.2], [0.2, 0.1, 0.35, 0.2], [0.3, 0.4, 0.9, 0.5]];
        let scrap = [0.1, 0.0, 0.5, 0.6];
        let pieces = beside(scrap, &read);
        let covers = |part: &Part, [u, v]: [f64; 2]| crate::evidence::find::part::covers(*part, [u, v]);
        for at in
            (0..60 * 40).map(|at| [0.105 + 0.01 * f64::from(at % 40), 0.003 + 0.01 * f64::from(at / 40)])
        {
            let is_read = read.iter().any(|row| covers(&print(*row), at));
            assert_eq!(pieces.iter().any(|piece| covers(piece, at)), !is_read, "{at:?}");
        }
    }
}
