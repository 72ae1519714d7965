//! What the detector found twice: it gives a piece of the same print to two lines.

use super::{OVER, Row, Sorting};
use crate::evidence::find::part::{Part, covers, parts, shared};

impl Sorting<'_> {
    /// Whether a line of a single character is one of a label's, found once more.
    pub(super) fn is_of_label(&self, row: &Row<'_>, at: usize) -> bool {
        let [glyph] = &row.line.glyphs[..] else { return false };
        self.anchors.iter().filter(|anchor| anchor.line != row.index).any(|anchor| {
            let line = &self.lines[anchor.line];
            let same = |other: &usize| line.glyphs[*other].character == glyph.character;
            let is_there =
                |other: usize| shared(row.parts[at], parts(line, &self.outline.card)[other]) > OVER;
            anchor.glyphs.clone().filter(same).any(is_there)
        })
    }

    /// Whether a character that ends the line of a label is the beginning of another line that was read.
    pub(super) fn is_begun(&self, row: &Row<'_>, at: usize) -> bool {
        let [left, top, right, bottom] = row.parts[at];
        let is_last = at > 0 && at + 1 == row.parts.len();
        let is_behind = is_last && self.label(row.index, at - 1).is_some_and(|label| !label.is_number());
        let middle = [left.midpoint(right), top.midpoint(bottom)];
        is_behind
            && self
                .read
                .iter()
                .any(|other| covers(*other, middle) && other[0] > row.whole[0] && other[2] > right)
    }

    /// Whether all that is strange in a line is its first or last character, where its box and that of another line that was
    /// read lie over each other: the detector gives both of them a piece of the same print.
    pub(super) fn is_read_twice(&self, row: &Row<'_>) -> bool {
        let [left, top, right, bottom] = row.whole;
        let goes_on = |other: &Part| {
            let shared = bottom.min(other[3]) - top.max(other[1]);
            let same_row = shared * 2.0 > (bottom - top).min(other[3] - other[1]);
            let before = other[0] < left && left < other[2];
            let behind = other[0] < right && right < other[2];
            same_row
                && match row.strange[..] {
                    [0] => before,
                    [at] => at + 1 == row.parts.len() && behind,
                    _ => false,
                }
        };
        row.parts.len() > 1 && self.read.iter().any(goes_on)
    }
}
