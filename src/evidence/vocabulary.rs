//! The words that evidence is told with: sides, corners, masks, digests, and what a person vouched for.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

/// A side of an identity card.
///
/// In law the emblem side is the 正面, in common speech the portrait side is "the front"; so neither word is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// 人像面, with the portrait, the name and the number.
    Portrait,
    /// 国徽面, with the emblem, the issuing authority and the validity.
    Emblem,
}

impl Side {
    /// Both sides, in the order in which they are attached.
    pub const BOTH: [Self; 2] = [Self::Portrait, Self::Emblem];

    /// `portrait` or `emblem`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Portrait => "portrait",
            Self::Emblem => "emblem",
        }
    }
}

impl FromStr for Side {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::BOTH.into_iter().find(|side| side.name() == text).ok_or(())
    }
}

/// A SHA-256 digest, written in lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut digest = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(());
        }
        for (index, byte) in digest.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).map_err(drop)?;
        }
        Ok(Self(digest))
    }
}

/// Four corners of a card in oriented input pixels: the card's own top-left, top-right, bottom-right, bottom-left.
///
/// Continuous coordinates, kept as integers: the pixel in column `i` and row `j` covers `i..i+1` and `j..j+1`. The
/// corners go clockwise as one reads the card and make a convex figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quad([[i32; 2]; 4]);

impl Quad {
    /// The four corners, if they go clockwise round a convex figure and lie within ±100,000.
    #[must_use]
    pub fn new(corners: [[i32; 2]; 4]) -> Option<Self> {
        let sane = corners.iter().flatten().all(|value| value.abs() <= 100_000);
        let turns_right = (0..4).all(|index| {
            let [a, b, c] = [0, 1, 2].map(|step| corners[(index + step) % 4].map(i64::from));
            (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0
        });
        (sane && turns_right).then_some(Self(corners))
    }

    /// The corners of a picture of this width and height.
    pub(super) fn of_frame([width, height]: [i32; 2]) -> Self {
        Self([[0, 0], [width, 0], [width, height], [0, height]])
    }

    /// The corners: top-left, top-right, bottom-right, bottom-left.
    #[must_use]
    pub fn corners(&self) -> [[i32; 2]; 4] {
        self.0
    }

    /// Whether two cards of the same scan share some of it, beyond their edges.
    ///
    /// Two convex figures are apart if a straight line is between them, and then one of their edges is such a line.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let parts = |one: &Self, other: &Self| {
            (0..4).any(|index| {
                let [a, b] = [0, 1].map(|step| one.0[(index + step) % 4].map(i64::from));
                other.0.iter().map(|corner| corner.map(i64::from)).all(|corner| {
                    (b[0] - a[0]) * (corner[1] - a[1]) - (b[1] - a[1]) * (corner[0] - a[0]) <= 0
                })
            })
        };
        !parts(self, other) && !parts(other, self)
    }
}

impl FromStr for Quad {
    type Err = ();

    /// Reads `x,y x,y x,y x,y`, whole numbers.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut corners = [[0; 2]; 4];
        let mut points = text.split_whitespace();
        for corner in &mut corners {
            let (x, y) = points.next().and_then(|point| point.split_once(',')).ok_or(())?;
            *corner = [x.parse().map_err(drop)?, y.parse().map_err(drop)?];
        }
        if points.next().is_some() { Err(()) } else { Self::new(corners).ok_or(()) }
    }
}

/// What is told of an identity number, typed over its mask: the last four characters, such as `002X`, or the first and
/// the last, such as `1X`. Never shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Told(String);

impl Told {
    /// The first and the last character of a number of which the first and the last four are known.
    #[must_use]
    pub fn first1_last1(first: char, last4: &Self) -> Option<Self> {
        let last = last4.0.chars().next_back()?;
        format!("{first}{last}").parse().ok()
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The 18 places of the number, those that are told filled in.
    pub(super) fn places(&self) -> [Option<char>; 18] {
        let mut places = [None; 18];
        let told: Vec<char> = self.0.chars().collect();
        match told.as_slice() {
            [first, last] => (places[0], places[17]) = (Some(*first), Some(*last)),
            last => {
                let free = places.len() - last.len();
                places[free..].iter_mut().zip(last).for_each(|(place, c)| *place = Some(*c));
            }
        }
        places
    }
}

impl fmt::Debug for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Told(..)")
    }
}

impl FromStr for Told {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let upper = text.to_ascii_uppercase();
        let (last, digits) = upper.as_bytes().split_last().ok_or(())?;
        let good = matches!(digits.len(), 1 | 3)
            && digits.iter().all(u8::is_ascii_digit)
            && (last.is_ascii_digit() || *last == b'X');
        if good { Ok(Self(upper)) } else { Err(()) }
    }
}

/// How much is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Birth, address and the number, of which nothing is told.
    Light,
    /// Birth, address, issuing authority and the number, of which the last four may be told.
    Standard,
    /// Also sex, ethnicity and portrait; nothing is told of the number.
    Strict,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 3] = [Self::Light, Self::Standard, Self::Strict];

    /// `light`, `standard` or `strict`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Standard => "standard",
            Self::Strict => "strict",
        }
    }
}

impl FromStr for Preset {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|preset| preset.name() == text).ok_or(())
    }
}

/// How a mask is drawn. No style reads the pixels that it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One opaque colour.
    Fill,
    /// Made-up print, blurred.
    Blur,
    /// Made-up print, in tiles.
    Mosaic,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 3] = [Self::Fill, Self::Blur, Self::Mosaic];

    /// `fill`, `blur` or `mosaic`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fill => "fill",
            Self::Blur => "blur",
            Self::Mosaic => "mosaic",
        }
    }
}

impl FromStr for Style {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|style| style.name() == text).ok_or(())
    }
}

/// A hidden rectangle of the redacted picture, with the field that it hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    /// The field's name in the layout, such as `number`.
    pub field: String,
    /// Left, top, width and height in output pixels.
    pub area: [u32; 4],
}

/// What a person has looked at and vouched for; it lapses when the scan, or anything that is asked of it, changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The side that the picture shows.
    pub side: Side,
    /// The digest of the scan's bytes.
    pub scan: Digest,
    /// Where the card lies in the scan.
    pub corners: Quad,
    /// Width and height of the redacted picture.
    pub size: [u32; 2],
    /// What is hidden.
    pub masks: Vec<Mask>,
    /// Name and version of the layout that the masks came from, such as `cn-resident-id/1`.
    pub layout: String,
    /// The preset that the masks came from.
    pub preset: Preset,
    /// How they are drawn.
    pub style: Style,
    /// What is told of the number.
    pub told: Option<Told>,
    /// What the watermark says, by its name; empty without one.
    pub watermark: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quad_goes_clockwise_round_a_convex_figure() {
        assert!("0,0 10,0 10,6 0,6".parse::<Quad>().is_ok());
        for bad in [
            "0,0 0,6 10,6 10,0",
            "0,0 10,0 0,6 10,6",
            "0,0 10,0 10,6",
            "0,0 10,0 10,6 0,6 1,1",
            "a,b c,d e,f g,h",
            "",
        ] {
            assert!(bad.parse::<Quad>().is_err(), "{bad}");
        }
    }

    #[test]
    fn cards_side_by_side_do_not_overlap() {
        let quad = |text: &str| text.parse::<Quad>().unwrap();
        let card = quad("0,0 10,0 10,6 0,6");
        for (other, overlaps) in [
            ("0,0 10,0 10,6 0,6", true),
            ("9,5 19,5 19,11 9,11", true),
            ("2,2 4,2 4,3 2,3", true),
            ("10,6 0,6 0,0 10,0", true),
            ("10,0 20,0 20,6 10,6", false),
            ("0,7 10,7 10,13 0,13", false),
            ("13,4 21,9 16,16 8,10", false),
        ] {
            assert_eq!(card.overlaps(&quad(other)), overlaps, "{other}");
            assert_eq!(quad(other).overlaps(&card), overlaps, "{other}");
        }
    }

    #[test]
    fn the_last_four_are_quiet_and_strict() {
        let last4: Told = "002x".parse().unwrap();
        assert_eq!(last4.as_str(), "002X");
        assert_eq!(format!("{last4:?}"), "Told(..)");
        let ends = Told::first1_last1('1', &last4).unwrap();
        assert_eq!((ends.as_str(), ends.places()[0], ends.places()[17]), ("1X", Some('1'), Some('X')));
        assert_eq!(last4.places()[13..], [None, Some('0'), Some('0'), Some('2'), Some('X')]);
        for bad in ["", "1", "X1", "123", "12345", "X123", "12X4", "１２３４"] {
            assert!(bad.parse::<Told>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_digest_reads_what_it_writes() {
        let digest = Digest::of(b"abc");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert!("ab".parse::<Digest>().is_err());
    }
}
