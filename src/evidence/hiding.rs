//! What is to be hidden in a picture, as rectangles of its own pixels.

use super::find::Reading;
use super::layout::GRID;
use super::warp::Placement;
use super::{Layout, Mask, Preset, RedactError, Side, Window};

/// The names of masks that are no field's: over print that nobody knows, and where a person said so.
const PRINT: &str = "print";
const COVER: &str = "cover";

/// What decides the masks of a picture.
#[derive(Clone, Copy, Debug)]
pub enum Hiding<'a> {
    /// The fields of a known document.
    Fields(&'a Layout),
    /// Everything but these windows, of a document that nobody knows.
    AllBut(&'a [Window]),
    /// Nothing: the picture has been masked already.
    MaskedByHand,
}

impl Hiding<'_> {
    /// Name and version, such as `cn-resident-id/1`.
    pub(super) fn label(self) -> String {
        match self {
            Self::Fields(layout) => layout.label(),
            Self::AllBut(_) => "other/1".to_owned(),
            Self::MaskedByHand => "masked-by-hand/1".to_owned(),
        }
    }

    /// What stays visible, as field names.
    pub(super) fn kept(self, side: Side, preset: Preset) -> Vec<String> {
        match self {
            Self::Fields(layout) => layout.kept(side, preset).into_iter().map(str::to_owned).collect(),
            Self::AllBut([]) => Vec::new(),
            Self::AllBut(_) => vec!["window".to_owned()],
            Self::MaskedByHand => vec!["by-hand".to_owned()],
        }
    }

    /// Whether anything of the number is told.
    pub(super) fn tells(self, side: Side, preset: Preset) -> bool {
        matches!(self, Self::Fields(layout) if layout.tells(side, preset))
    }

    /// What a watermark must not touch: the masks, with all that is typed over them, a card's name and its term of validity.
    pub(super) fn keep_outs(self, side: Side, masks: &[Mask], size: [u32; 2]) -> Vec<[u32; 4]> {
        let place = |field: &&str| match self {
            Self::Fields(layout) => layout.place(side, field, size),
            Self::AllBut(_) | Self::MaskedByHand => None,
        };
        masks.iter().map(|mask| mask.area).chain(["name", "validity"].iter().filter_map(place)).collect()
    }

    /// The masks of a picture of `size`, on the grid of its blocks; `cover` comes on top. `placement` takes the
    /// document to oriented pixels.
    ///
    /// # Errors
    /// [`RedactError::WindowOutside`] for a window that does not lie along the document, or not on it.
    pub(super) fn masks(
        self,
        side: Side,
        preset: Preset,
        cover: &[Window],
        placement: &Placement,
        size: [u32; 2],
    ) -> Result<Vec<Mask>, RedactError> {
        let mut masks = match self {
            Self::Fields(layout) => layout.masks(side, preset, size),
            Self::AllBut(windows) => {
                let seen: Option<Vec<_>> =
                    windows.iter().map(|window| inner(*window, placement, size)).collect();
                let rest = complement(&seen.ok_or(RedactError::WindowOutside)?, size);
                rest.into_iter().map(|area| Mask { field: "rest".to_owned(), area }).collect()
            }
            Self::MaskedByHand => Vec::new(),
        };
        for window in cover {
            let area = outer(*window, placement, size).ok_or(RedactError::WindowOutside)?;
            masks.push(Mask { field: COVER.to_owned(), area });
        }
        Ok(masks)
    }
}

/// Puts masks where the card that was read has its fields, widened by the tolerance and by the error of the fit, and adds
/// one over each print that nobody knows.
pub(super) fn fit(masks: &mut Vec<Mask>, layout: &Layout, side: Side, reading: &Reading, size: [u32; 2]) {
    let around = [0, 1].map(|axis| layout.tolerance()[axis] + reading.error[axis]);
    for (name, place) in layout.printed(side, reading.variant) {
        let edges = [0, 1, 2, 3].map(|edge| {
            let way = if edge < 2 { -around[edge] } else { around[edge - 2] };
            (place[edge] + way) * f64::from(size[edge % 2])
        });
        for mask in masks.iter_mut().filter(|mask| mask.field == name) {
            mask.area = on_grid(edges, size);
        }
    }
    for part in &reading.strange {
        let edges = [0, 1, 2, 3].map(|edge| part[edge] * f64::from(size[edge % 2]));
        let area = on_grid(edges, size);
        if area[2] > 0 && area[3] > 0 && !masks.iter().any(|mask| holds(mask.area, area)) {
            masks.push(Mask { field: PRINT.to_owned(), area });
        }
    }
}

/// Draws the reader's masks as they were drawn before: a field's, if it is no smaller than now, and those over print.
pub(super) fn repeat(masks: &mut Vec<Mask>, drawn: &[Mask]) {
    for old in drawn {
        if old.field == PRINT {
            masks.push(old.clone());
        } else if let Some(mask) =
            masks.iter_mut().find(|mask| mask.field == old.field && mask.field != COVER)
            && holds(old.area, mask.area)
        {
            mask.area = old.area;
        }
    }
}

fn holds(outer: [u32; 4], inner: [u32; 4]) -> bool {
    let ends = |area: [u32; 4]| [area[0] + area[2], area[1] + area[3]];
    let (a, b) = (ends(outer), ends(inner));
    outer[0] <= inner[0] && outer[1] <= inner[1] && a[0] >= b[0] && a[1] >= b[1]
}

/// The least rectangle on the grid round left, top, right and bottom, cut to the picture.
fn on_grid(edges: [f64; 4], size: [u32; 2]) -> [u32; 4] {
    let grid = f64::from(GRID);
    let clamp = |value: f64, axis: usize| value.clamp(0.0, f64::from(size[axis])) as u32;
    let [left, top] = [0, 1].map(|axis| clamp((edges[axis] / grid).floor() * grid, axis));
    let [right, bottom] = [0, 1].map(|axis| clamp((edges[axis + 2] / grid).ceil() * grid, axis));
    [left, top, right.saturating_sub(left), bottom.saturating_sub(top)]
}

/// A window's corners in the picture's pixels.
fn corners(window: Window, placement: &Placement, size: [u32; 2]) -> [[f64; 2]; 4] {
    window.corners().map(|corner| {
        let [u, v] = placement.back(corner);
        [u * f64::from(size[0]), v * f64::from(size[1])]
    })
}

/// The least rectangle on the grid that holds the whole window, cut to the picture.
fn outer(window: Window, placement: &Placement, size: [u32; 2]) -> Option<[u32; 4]> {
    let corners = corners(window, placement, size);
    let [columns, rows] = [0, 1].map(|axis| {
        let values = corners.map(|corner| corner[axis]);
        let limit = f64::from(size[axis]);
        let (least, most) = values.iter().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
        let grid = f64::from(GRID);
        [(least / grid).floor() * grid, (most / grid).ceil() * grid]
            .map(|value| value.clamp(0.0, limit) as u32)
    });
    area(columns, rows)
}

/// A rectangle on the grid that lies wholly inside the window.
fn inner(window: Window, placement: &Placement, size: [u32; 2]) -> Option<[u32; 4]> {
    let corners = corners(window, placement, size);
    let [columns, rows] = [0, 1].map(|axis| {
        let mut values = corners.map(|corner| corner[axis]);
        values.sort_by(f64::total_cmp);
        let limit = f64::from(size[axis]);
        let grid = f64::from(GRID);
        [(values[1] / grid).ceil() * grid, (values[2] / grid).floor() * grid]
            .map(|value| value.clamp(0.0, limit) as u32)
    });
    let area = area(columns, rows)?;
    // A window that lies askew on the document has no such rectangle; then nothing may be shown.
    let [[left, top], _, [right, bottom], _] = window.corners();
    let within = placement
        .outline(area, size)
        .iter()
        .all(|[x, y]| (left - 0.01..=right + 0.01).contains(x) && (top - 0.01..=bottom + 0.01).contains(y));
    within.then_some(area)
}

fn area([left, right]: [u32; 2], [top, bottom]: [u32; 2]) -> Option<[u32; 4]> {
    (left < right && top < bottom).then(|| [left, top, right - left, bottom - top])
}

/// What is left of a picture outside some rectangles, as rectangles that do not overlap: bands between all upper and
/// lower edges, cut by the rectangles that cross them.
fn complement(windows: &[[u32; 4]], size: [u32; 2]) -> Vec<[u32; 4]> {
    let mut edges: Vec<u32> = windows.iter().flat_map(|[_, top, _, height]| [*top, top + height]).collect();
    edges.extend([0, size[1]]);
    edges.sort_unstable();
    edges.dedup();
    let mut rest = Vec::new();
    for band in edges.windows(2) {
        let mut spans: Vec<[u32; 2]> = windows
            .iter()
            .filter(|[_, top, _, height]| *top <= band[0] && top + height >= band[1])
            .map(|[left, _, width, _]| [*left, left + width])
            .collect();
        spans.sort_unstable();
        spans.push([size[0], size[0]]);
        let mut from = 0;
        for [left, right] in spans {
            rest.extend(area([from, left.max(from)], [band[0], band[1]]));
            from = from.max(right);
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_complement_and_the_windows_make_the_whole() {
        let size = [96, 64];
        for windows in [
            vec![],
            vec![[8, 8, 16, 16]],
            vec![[0, 0, 96, 64]],
            vec![[8, 8, 32, 16], [24, 16, 40, 24], [80, 0, 16, 64]],
        ] {
            let mut seen = vec![0; 96 * 64];
            let mut count = |[left, top, width, height]: [u32; 4], by: i32| {
                for y in top..top + height {
                    for x in left..left + width {
                        seen[(y * 96 + x) as usize] += by;
                    }
                }
            };
            complement(&windows, size).into_iter().for_each(|area| count(area, 1));
            windows.iter().for_each(|area| count(*area, 100));
            // Hidden exactly once, or in a window and not hidden.
            assert!(
                seen.iter().all(|value| *value == 1 || (*value >= 100 && value % 100 == 0)),
                "{windows:?}"
            );
        }
    }

    #[test]
    fn a_cover_takes_more_and_a_window_shows_less_than_was_drawn() {
        // The document fills a picture of twice its size and is turned by a quarter.
        let placement = Placement::new([[200, 0], [200, 400], [0, 400], [0, 0]]);
        let size = [400, 200];
        let window: Window = "21,43,50,100".parse().unwrap();
        assert_eq!(outer(window, &placement, size), Some([40, 128, 104, 56]));
        assert_eq!(inner(window, &placement, size), Some([48, 136, 88, 40]));
        let askew = Placement::new([[100, 0], [200, 100], [100, 200], [0, 100]]);
        assert_eq!(inner("60,60,80,80".parse().unwrap(), &askew, [400, 200]), None);
        assert_eq!(outer("500,500,10,10".parse().unwrap(), &placement, size), None);
    }
}
