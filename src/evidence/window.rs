//! Rectangles of a picture, as people give them and as the program names them.

use std::fmt;
use std::str::FromStr;

/// A rectangle in oriented input pixels: left, top, width and height; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window([i32; 4]);

impl Window {
    /// Left, top, width and height, unless it is empty or lies beyond ±100,000.
    pub(super) fn new(window: [i32; 4]) -> Option<Self> {
        let sane = window.iter().all(|value: &i32| value.abs() <= 100_000);
        (sane && window[2] > 0 && window[3] > 0).then_some(Self(window))
    }

    /// Left, top, right and bottom.
    pub(super) fn edges(self) -> [i32; 4] {
        let [left, top, width, height] = self.0;
        [left, top, left + width, top + height]
    }

    /// Whether two rectangles share some of the picture.
    pub(super) fn overlaps(self, other: Self) -> bool {
        let (a, b) = (self.edges(), other.edges());
        a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
    }

    /// The least rectangle that holds both.
    pub(super) fn around(self, other: Self) -> Self {
        let (a, b) = (self.edges(), other.edges());
        let [left, top] = [0, 1].map(|edge| a[edge].min(b[edge]));
        Self([left, top, a[2].max(b[2]) - left, a[3].max(b[3]) - top])
    }

    /// Its corners, clockwise from the top left.
    pub(super) fn corners(self) -> [[f64; 2]; 4] {
        let [left, top, width, height] = self.0.map(f64::from);
        [[left, top], [left + width, top], [left + width, top + height], [left, top + height]]
    }
}

impl FromStr for Window {
    type Err = ();

    /// Reads `x,y,w,h`, whole numbers.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut window = [0; 4];
        let mut numbers = text.split(',');
        for number in &mut window {
            *number = numbers.next().and_then(|number| number.trim().parse().ok()).ok_or(())?;
        }
        if numbers.next().is_some() { Err(()) } else { Self::new(window).ok_or(()) }
    }
}

/// `x,y,w,h`, as it is read.
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [left, top, width, height] = self.0;
        write!(f, "{left},{top},{width},{height}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_never_empty() {
        assert_eq!("10, 20,30,40".parse(), Ok(Window([10, 20, 30, 40])));
        for bad in ["", "1,2,3", "1,2,3,4,5", "1,2,0,4", "1,2,3,-4", "1,2,3,x", "1,2,3,200000"] {
            assert!(bad.parse::<Window>().is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let window = |text: &str| text.parse::<Window>().unwrap();
        let (a, b) = (window("10,20,30,40"), window("39,0,5,21"));
        assert_eq!(a.to_string(), "10,20,30,40");
        assert!(a.overlaps(b) && b.overlaps(a) && !a.overlaps(window("40,0,5,21")));
        assert_eq!(a.around(b), window("10,0,34,60"));
    }
}
