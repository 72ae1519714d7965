//! Chance that repeats itself: the same seed gives the same throws.

/// Vigna's SplitMix64: also neighbouring seeds give unlike pictures.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice for one picture of a series.
    pub(crate) fn new(seed: u64, index: u64) -> Self {
        let mut dice = Self(seed ^ index.wrapping_mul(0xD1B5_4A32_D192_ED03));
        dice.next();
        dice
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let value = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        value ^ (value >> 31)
    }

    /// A number at least the first and less than the second.
    pub(crate) fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// As far as this to either side of zero.
    pub(crate) fn around(&mut self, most: f64) -> f64 {
        self.between(-most, most)
    }

    /// A whole number from the first to the second, both included.
    pub(crate) fn whole(&mut self, least: u64, most: u64) -> u64 {
        least + self.next() % (most - least + 1)
    }

    pub(crate) fn chance(&mut self, of_one: f64) -> bool {
        self.between(0.0, 1.0) < of_one
    }

    pub(crate) fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[(self.next() % all.len() as u64) as usize]
    }

    /// A character of a text.
    pub(crate) fn letter(&mut self, of: &str) -> char {
        let all: Vec<char> = of.chars().collect();
        *self.of(&all)
    }

    pub(crate) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + (self.next() % 10) as u8)).collect()
    }

    /// A colour as things of every day have it: seldom a bright one.
    pub(crate) fn dull(&mut self, least: f64, most: f64) -> [f64; 3] {
        let (light, bright) = (self.between(least, most), if self.chance(0.15) { 80.0 } else { 16.0 });
        let warm = self.around(bright);
        [light + warm, light + self.around(bright / 2.0), light - warm].map(|value| value.clamp(0.0, 255.0))
    }

    /// A colour whose channels lie between two values.
    pub(crate) fn colour(&mut self, least: f64, most: f64) -> [u8; 3] {
        [0; 3].map(|_| self.between(least, most) as u8)
    }
}
