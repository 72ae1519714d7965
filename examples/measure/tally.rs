//! What is counted of pictures, and the table that it becomes.

use std::collections::BTreeMap;

/// Of how many cards a person may be asked, in hundredths.
const TARGETS: [(&str, usize); 3] = [("flat", 1), ("photo", 4), ("hard", 20)];

/// What is done with a picture, one after the other.
pub(crate) const STAGES: [&str; 4] = ["decode", "find", "redact", "prove"];

/// The table's columns.
pub(crate) const HEAD: &str = "tier    pictures cards confirmed asks failed asked or failed leaks read no-card wrong  name validity last4  mean worst";

/// How often something stayed readable, of how often it was there.
#[derive(Clone, Copy, Default)]
pub(crate) struct Share(usize, usize);

impl Share {
    pub(crate) fn count(&mut self, readable: bool) {
        *self = Self(self.0 + usize::from(readable), self.1 + 1);
    }

    fn text(self) -> String {
        (self.0 * 100).checked_div(self.1).map_or("-".to_owned(), |share| format!("{share}%"))
    }
}

/// What came of one picture, or of all of a tier.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) pictures: usize,
    pub(crate) cards: usize,
    pub(crate) confirmed: usize,
    pub(crate) asks: usize,
    /// Cards that were not found.
    pub(crate) failed: usize,
    /// Pictures on which glyphs can be seen that should be hidden.
    pub(crate) leaks: usize,
    /// Pictures on which hidden text can be read.
    pub(crate) read: usize,
    /// Confirmed though there is no card.
    pub(crate) without: usize,
    /// Confirmed in a wrong place, on a wrong side, or where a person had to be asked.
    pub(crate) wrong: usize,
    pub(crate) name: Share,
    pub(crate) validity: Share,
    pub(crate) last4: Share,
    pub(crate) seconds: f64,
    /// The seconds of each of [`STAGES`].
    pub(crate) stages: [f64; 4],
    /// The most seconds.
    pub(crate) worst: f64,
    /// Why a person is asked, and how often.
    pub(crate) reasons: BTreeMap<String, usize>,
    /// What is said of each card.
    pub(crate) said: Vec<String>,
}

impl Tally {
    /// Adds what came of a picture.
    pub(crate) fn add(&mut self, other: &Self) {
        self.pictures += other.pictures;
        self.cards += other.cards;
        self.confirmed += other.confirmed;
        self.asks += other.asks;
        self.failed += other.failed;
        self.leaks += other.leaks;
        self.read += other.read;
        self.without += other.without;
        self.wrong += other.wrong;
        for (own, more) in [
            (&mut self.name, other.name),
            (&mut self.validity, other.validity),
            (&mut self.last4, other.last4),
        ] {
            *own = Share(own.0 + more.0, own.1 + more.1);
        }
        self.seconds += other.seconds;
        self.stages.iter_mut().zip(other.stages).for_each(|(sum, seconds)| *sum += seconds);
        self.worst = self.worst.max(other.seconds);
        for (reason, count) in &other.reasons {
            *self.reasons.entry(reason.clone()).or_default() += count;
        }
    }

    /// Whether anything happened that never may.
    pub(crate) fn is_bad(&self) -> bool {
        self.leaks + self.read + self.without + self.wrong > 0
    }

    /// A line of the table under [`HEAD`].
    pub(crate) fn row(&self, tier: &str) -> String {
        let asked = self.cards.saturating_sub(self.confirmed - self.without - self.wrong);
        let share = asked as f64 * 100.0 / self.cards.max(1) as f64;
        let target = TARGETS.iter().find(|(name, _)| *name == tier);
        let target = target.map_or(String::new(), |(_, most)| format!(" of {most}"));
        format!(
            "{tier:7} {:8} {:5} {:9} {:4} {:6} {share:5.1} %{target:6} {:5} {:4} {:7} {:5} {:>5} {:>8} {:>5} {:5.2} {:5.2}",
            self.pictures,
            self.cards,
            self.confirmed,
            self.asks,
            self.failed,
            self.leaks,
            self.read,
            self.without,
            self.wrong,
            self.name.text(),
            self.validity.text(),
            self.last4.text(),
            self.seconds / self.pictures.max(1) as f64,
            self.worst,
        )
    }

    /// Where the time goes, on the mean of the pictures.
    pub(crate) fn times(&self) -> String {
        let share = |(stage, seconds): (&&str, f64)| {
            format!("{stage} {:.2} s", seconds / self.pictures.max(1) as f64)
        };
        STAGES.iter().zip(self.stages).map(share).collect::<Vec<_>>().join(", ")
    }

    /// Why a person is asked, the most frequent reason first.
    pub(crate) fn reasons(&self) -> String {
        let mut reasons: Vec<_> = self.reasons.iter().collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let reasons: Vec<String> =
            reasons.iter().map(|(reason, count)| format!("{reason} {count}")).collect();
        reasons.join(", ")
    }
}
