//! Scraps: bits of print that the detector takes for a line of their own within a line that was read, or beside one.

use super::part::Part;
use super::pose::CARD;

/// Between two lines there is no room for more than a character, which tells nothing, up to so many millimetres.
const GAP: f64 = 3.5;
/// A line is found with some air around it, in millimetres, and a scrap of it may lie in that.
const AIR: f64 = 0.8;

/// What of a scrap no line that was read covers from above to below; nothing if they cover all of it, or all but a gap
/// between two of them.
pub(super) fn rest(scrap: Part, read: &[Part]) -> Option<Part> {
    let [across, down] = CARD.map(|length| AIR / length);
    let [mut left, top, mut right, bottom] = scrap;
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
    (left < right && !is_gap).then_some([left, top, right, bottom])
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
        ] {
            assert_eq!(rest(scrap, &read), left, "{scrap:?}");
        }
    }
}
