//! Words in rising lines round rectangles, as print runs round a picture.
//!
//! Where a letter goes depends on the words, the letters' shapes and the rectangles only, in IEEE arithmetic in a fixed
//! order.

use ab_glyph::{Glyph, GlyphId, OutlinedGlyph, Point, PxScale, PxScaleFactor, Rect, point};

use super::font::Letters;

/// Cosine and sine of the angle by which lines rise, 23°: the right triangle 5, 12, 13 needs no library for them.
const RISE: [f32; 2] = [12.0 / 13.0, 5.0 / 13.0];
/// From one baseline to the next, in ems.
const PITCH: f32 = 2.0;
/// Between words, and before a text begins, in ems.
const SPACE: f32 = 0.4;
const PAUSE: f32 = 1.2;
/// How near ink may come to a rectangle or to the page's edge, in ems: a few pixels.
const MARGIN: f32 = 0.15;
/// How finely a free place is looked for, in ems.
const STEP: f32 = 0.125;
/// A longer word is broken, or it would find no place at all.
const WORD: usize = 12;

/// Letters that stay together, and the space before them in ems.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub(super) letters: Vec<char>,
    space: f32,
}

/// A text in words, as far as they can be told without a dictionary: most Chinese words have two characters.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut space = PAUSE;
    for letter in text.chars() {
        if letter.is_whitespace() {
            space = if words.is_empty() { PAUSE } else { SPACE };
            continue;
        }
        match words.last_mut().filter(|word| space == 0.0 && word.takes(letter)) {
            Some(word) => word.letters.push(letter),
            None => words.push(Word { letters: vec![letter], space }),
        }
        space = 0.0;
    }
    words
}

impl Word {
    /// Whether a letter that follows at once stays in the same word; punctuation does, if the word is not too long.
    fn takes(&self, letter: char) -> bool {
        let chinese = self.letters.iter().filter(|letter| is_ideograph(**letter)).count();
        let parts = match (is_ideograph(letter), letter.is_alphanumeric()) {
            (true, _) => chinese != 1 || chinese != self.letters.len(),
            (false, true) => chinese > 0,
            (false, false) => false,
        };
        !parts && self.letters.len() < WORD
    }
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A point of letters' space, y upwards, turned as the lines rise.
pub(super) fn turned(at: Point) -> Point {
    let [cosine, sine] = RISE;
    point(cosine * at.x - sine * at.y, sine * at.x + cosine * at.y)
}

/// A picture to be written on, in pixels.
pub(super) struct Page {
    size: Point,
    keep_outs: Vec<Rect>,
    em: f32,
}

impl Page {
    /// A page with rectangles to keep out of: left, top, width and height in pixels.
    pub(super) fn new((width, height): (u32, u32), keep_outs: &[[u32; 4]], em: f32) -> Self {
        let keep_outs = keep_outs.iter().map(|area| {
            let [left, top, width, height] = area.map(|value| value as f32);
            Rect { min: point(left, top), max: point(left + width, top + height) }
        });
        Self { size: point(width as f32, height as f32), keep_outs: keep_outs.collect(), em }
    }

    /// The words in their places, line by line from the top left and from the first again, and how often all are there.
    pub(super) fn set(&self, words: &[Word], letters: &Letters) -> (Vec<OutlinedGlyph>, usize) {
        let (mut set, mut placed) = (Vec::new(), 0);
        if words.is_empty() {
            return (set, placed);
        }
        let mut down = PITCH * self.em;
        while let Some((mut along, end)) = self.line(down) {
            let mut joined = false;
            while along < end {
                let word = &words[placed % words.len()];
                let start = if joined { along + word.space * self.em } else { along };
                joined = match self.word(word, letters, down, start) {
                    Some((mut glyphs, after)) => {
                        set.append(&mut glyphs);
                        placed += 1;
                        along = after;
                        true
                    }
                    None => {
                        along = start + STEP * self.em;
                        false
                    }
                };
            }
            down += PITCH * self.em;
        }
        (set, placed / words.len())
    }

    /// A word set from a place on, and where it ends; nothing if its ink would lie where none may.
    fn word(
        &self,
        word: &Word,
        letters: &Letters,
        down: f32,
        mut along: f32,
    ) -> Option<(Vec<OutlinedGlyph>, f32)> {
        let factor = PxScaleFactor { horizontal: self.em, vertical: self.em };
        let mut glyphs = Vec::with_capacity(word.letters.len());
        for letter in &word.letters {
            let letter = letters.get(letter)?;
            let position = self.point(down, along);
            if !self.is_free(letter.outline.px_bounds(factor, position)) {
                return None;
            }
            let glyph = Glyph { id: GlyphId(0), scale: PxScale::from(self.em), position };
            glyphs.push(OutlinedGlyph::new(glyph, letter.outline.clone(), factor));
            along += letter.advance * self.em;
        }
        Some((glyphs, along))
    }

    fn is_free(&self, ink: Rect) -> bool {
        let margin = (MARGIN * self.em).ceil();
        let meets = |area: &Rect| {
            ink.min.x < area.max.x + margin
                && ink.max.x > area.min.x - margin
                && ink.min.y < area.max.y + margin
                && ink.max.y > area.min.y - margin
        };
        let on_page = ink.min.x >= margin
            && ink.min.y >= margin
            && ink.max.x <= self.size.x - margin
            && ink.max.y <= self.size.y - margin;
        on_page && !self.keep_outs.iter().any(meets)
    }

    /// From where to where the baseline that runs `down` pixels below the top-left corner, square to the lines, lies on
    /// the page; nothing below the bottom-right corner.
    fn line(&self, down: f32) -> Option<(f32, f32)> {
        let [cosine, sine] = RISE;
        let from = (-sine * down / cosine).max((cosine * down - self.size.y) / sine);
        let to = ((self.size.x - sine * down) / cosine).min(cosine * down / sine);
        (from < to).then_some((from, to))
    }

    /// The point of the page that lies so far down, square to the lines, and so far along them.
    fn point(&self, down: f32, along: f32) -> Point {
        let [cosine, sine] = RISE;
        point(sine * down + cosine * along, cosine * down - sine * along)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        words(text).iter().map(|word| word.letters.iter().collect()).collect()
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(
            told("仅供AliExpress店铺1102345678解冻申诉使用 2026-11-22 他用无效"),
            [
                "仅供",
                "AliExpress",
                "店铺",
                "1102345678",
                "解冻",
                "申诉",
                "使用",
                "2026-11-22",
                "他用",
                "无效"
            ]
        );
        assert_eq!(told("仅供，平台审核。for X only"), ["仅供，", "平台", "审核。", "for", "X", "only"]);
        assert_eq!(told("aaaaaaaaaaaaaaaa"), ["aaaaaaaaaaaa", "aaaa"]);
        assert_eq!(told("  "), [""; 0]);
    }

    #[test]
    fn spaces_stand_where_they_were_typed() {
        let spaces: Vec<f32> = words(" 供AB店 x  y").iter().map(|word| word.space).collect();
        assert_eq!(spaces, [PAUSE, 0.0, 0.0, SPACE, SPACE]);
    }

    #[test]
    fn lines_rise_by_20_to_35_degrees_and_end_at_the_page() {
        let page = Page::new((440, 280), &[], 10.0);
        let [start, end] = [0.0, 100.0].map(|along| page.point(50.0, along));
        let angle = (start.y - end.y).atan2(end.x - start.x).to_degrees();
        assert!((20.0..=35.0).contains(&angle), "{angle}");
        let length = (end.x - start.x).hypot(end.y - start.y);
        assert!((length - 100.0).abs() < 1e-3, "{length}");
        let (from, to) = page.line(150.0).unwrap();
        for (along, on) in [(from, true), (to, true), (from - 1.0, false), (to + 1.0, false)] {
            let at = page.point(150.0, along);
            let inside = (-0.01..=440.01).contains(&at.x) && (-0.01..=280.01).contains(&at.y);
            assert_eq!(inside, on, "{along}");
        }
        assert_eq!(page.line(440.0 + 280.0), None);
    }
}
