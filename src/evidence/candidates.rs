//! How many identity numbers are still possible from what stays visible on all pictures together.
//!
//! Masks leak jointly: an identity number (GB 11643-1999) is area, birth date, sequence number and check character, and
//! the rest of the card prints most of it a second time. So a number hidden on one picture is worth only what all of
//! them leave open:
//!
//! > areas × birth dates × sequence numbers, and one in eleven of them if the check character is told
//!
//! The check character (ISO 7064 MOD 11-2) spreads numbers over its eleven values so evenly that a plain division will
//! do; on average over all holders it errs on the low side. The figures, with their sources, are in
//! `templates/documents/candidates.toml`.
//!
//! The count is meant to be the smallest honest one. The attacker has the pictures, the list of China's areas and this
//! file. A name or a face tells the sex. The county of the authority or the address is taken for that of the number,
//! though people move. No program reads the validity here, so it is always that of the narrowest age band.
//!
//! It is a count of what is possible, not of what is likely. It leaves out what a name finds elsewhere, that populous
//! counties and low sequence numbers are more frequent, that some peoples live mostly in some provinces, that a first
//! card is often issued just after the sixteenth birthday, and that who is of age and still holds a child's card is not
//! much over it. [`Visible::LEAST`] keeps a distance for their sake.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Told;

/// What is typed over the mask of the identity number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing.
    Nothing,
    /// The sequence number and the check character.
    Last4,
    /// The first digit of the area and the check character.
    First1Last1,
}

/// What all pictures of one card show together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visible {
    name: bool,
    sex: bool,
    birth: bool,
    address: bool,
    number: bool,
    portrait: bool,
    authority: bool,
    validity: bool,
    /// A field that this model does not know; it is taken to tell everything.
    unknown: bool,
    told: Part,
}

impl From<Option<&Told>> for Part {
    fn from(told: Option<&Told>) -> Self {
        match told.map(|told| told.as_str().len()) {
            None => Self::Nothing,
            Some(2) => Self::First1Last1,
            Some(_) => Self::Last4,
        }
    }
}

/// What stays visible leaves fewer than [`Visible::LEAST`] identity numbers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub struct TooFew {
    /// How many identity numbers are left.
    pub candidates: u64,
    /// The catalogue's keys of what narrows them down, in the order of the number's parts.
    pub because: Vec<&'static str>,
}

impl TooFew {
    /// The finding's code: its sentence is the catalogue's `finding-<code>`, with the value `count`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "candidates-few"
    }
}

impl Visible {
    /// The fewest identity numbers that must be left.
    pub const LEAST: u64 = 100_000;

    /// From `kept`, the names of the visible fields of all pictures in any order, and what is told of the number.
    #[must_use]
    pub fn new<'a>(kept: impl IntoIterator<Item = &'a str>, told: Part) -> Self {
        let mut visible = Self {
            name: false,
            sex: false,
            birth: false,
            address: false,
            number: false,
            portrait: false,
            authority: false,
            validity: false,
            unknown: false,
            told,
        };
        for field in kept {
            match field {
                "name" => visible.name = true,
                "sex" => visible.sex = true,
                "ethnicity" => {} // a hint at most: every people lives in many provinces
                "birth" => visible.birth = true,
                "address" => visible.address = true,
                "number" => visible.number = true,
                "portrait" => visible.portrait = true,
                "authority" => visible.authority = true,
                "validity" => visible.validity = true,
                _ => visible.unknown = true,
            }
        }
        visible
    }

    /// How many identity numbers are still possible, rounded down; the true one always is.
    ///
    /// # Panics
    /// Never with the shipped figures: a test reads them.
    #[must_use]
    pub fn candidates(&self) -> u64 {
        Model::shipped().count(self)
    }

    /// The same count, if it is large enough.
    ///
    /// # Errors
    /// The count and what narrows it down, if it is below [`Visible::LEAST`].
    pub fn check(&self) -> Result<u64, TooFew> {
        match self.candidates() {
            candidates if candidates < Self::LEAST => Err(TooFew { candidates, because: self.because() }),
            candidates => Ok(candidates),
        }
    }

    fn because(&self) -> Vec<&'static str> {
        let age = !self.birth;
        let sequence = self.told != Part::Last4;
        [
            (self.unknown, "candidates-because-unknown"),
            (self.number, "candidates-because-number"),
            (self.address, "candidates-because-address"),
            (self.authority, "candidates-because-authority"),
            (self.birth, "candidates-because-birth"),
            (self.validity && age, "candidates-because-validity"),
            (self.portrait && (age || sequence), "candidates-because-portrait"),
            (self.sex && sequence, "candidates-because-sex"),
            (self.told == Part::Last4, "candidates-because-last4"),
            (self.told == Part::First1Last1, "candidates-because-first1-last1"),
        ]
        .into_iter()
        .filter_map(|(narrows, key)| narrows.then_some(key))
        .collect()
    }
}

/// How many values each part of a number can have.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Model {
    areas: Areas,
    years: Years,
    sequences: Sequences,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Areas {
    all: u64,
    first_digit: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Years {
    all: u64,
    validity: u64,
    face: u64,
    validity_and_face: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sequences {
    all: u64,
    one_sex: u64,
}

impl Model {
    /// The values of the check character: 0 to 9 and X.
    const CHECKS: u64 = 11;
    /// Leap days are left out.
    const DAYS: u64 = 365;

    fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Model> = LazyLock::new(|| {
            match toml::from_str(include_str!("../../templates/documents/candidates.toml")) {
                Ok(model) => model,
                Err(error) => panic!("templates/documents/candidates.toml: {error}"),
            }
        });
        &SHIPPED
    }

    fn count(&self, visible: &Visible) -> u64 {
        if visible.number || visible.unknown {
            return 1;
        }
        let checks = if visible.told == Part::Nothing { 1 } else { Self::CHECKS };
        (self.areas(visible) * self.dates(visible) * self.sequences(visible) / checks).max(1)
    }

    fn areas(&self, visible: &Visible) -> u64 {
        match visible.told {
            _ if visible.authority || visible.address => 1,
            Part::First1Last1 => self.areas.first_digit,
            Part::Nothing | Part::Last4 => self.areas.all,
        }
    }

    fn dates(&self, visible: &Visible) -> u64 {
        let years = match (visible.validity, visible.portrait) {
            _ if visible.birth => return 1,
            (true, true) => self.years.validity_and_face,
            (true, false) => self.years.validity,
            (false, true) => self.years.face,
            (false, false) => self.years.all,
        };
        years * Self::DAYS
    }

    fn sequences(&self, visible: &Visible) -> u64 {
        match visible.told {
            Part::Last4 => 1,
            _ if visible.sex || visible.portrait || visible.name => self.sequences.one_sex,
            Part::Nothing | Part::First1Last1 => self.sequences.all,
        }
    }
}

#[cfg(test)]
mod tests;
