//! The proof after writing: what the reader finds on the finished picture.
//!
//! That the file, decoded, shows what was drawn, and its masks nothing of the scan, is proved by pixels before. What is left to
//! prove is that nothing worth hiding stands beside them, and that what is kept can still be read. A reader that finds
//! nothing proves little by itself; it is the last of several nets: layout, lines of text, edges against labels, strokes
//! that a mask would cut, pixels, and this.

use image::{RgbImage, imageops};

use super::find::{Reading, chinese, overprinted};
use super::layout::{Layout, Variant, is_chinese};
use super::reader::{Glyph, Line, Models};
use super::redact::Read;
use super::sample::{OUTSIDE, means, within};
use super::warp::Placement;
use super::{Evidence, Hiding, Mask, Media, Reason, Redacted, Side, inspect};

/// The longest side at which the picture is read: upright from near, and turned from farther away.
const NEAR: u32 = 768;
const FAR: u32 = 512;
/// The sides of the picture that is turned by half a right angle, and how much there is round the portrait in it, in parts of
/// the card's width.
const ASLANT: u32 = 480;
const ROUND: f64 = 0.11;
const PORTRAIT: &str = "portrait";
/// A character was read fairly surely from here on.
const FAIR: f32 = 0.6;
/// So many Chinese characters on a portrait are print, though each were found by itself.
const SINGLE: usize = 2;
/// So many characters of a hidden text in a row give it away.
const TELLTALE: usize = 3;
/// More digits than this are a number; where Chinese is read from the side, a few of its strokes look like digits.
const DIGITS: usize = 3;
const DIGITS_TURNED: usize = 5;
/// Latin letters, those with accents among them, come before this.
const LATIN_ENDS: char = '\u{180}';
/// Digits may be misread as these, and X is one of a number's.
const LIKE_DIGITS: &str = "OoIlXxªº";
/// A line that was read less surely than this is ornament.
const ORNAMENT: f32 = 0.75;

impl Redacted {
    /// Makes it evidence without a person: if nothing speaks against it, `written`, the file as it was read back, is the
    /// picture, and the reader finds nothing on it that should be hidden.
    ///
    /// # Errors
    /// The picture itself, with the reason, when a person has to look.
    pub fn prove(mut self, models: &Models, layout: &Layout, written: &[u8]) -> Result<Evidence, Box<Self>> {
        if self.reasons().is_empty() {
            match self.doubts(models, layout, written) {
                None => return Ok(self.into_evidence()),
                Some(reason) => self.doubt(reason),
            }
        }
        Err(Box::new(self))
    }

    /// The watermark only adds ink, so the picture is read as it is without it; a translucent text across every word
    /// would hide from the reader what a person still sees.
    fn doubts(&self, models: &Models, layout: &Layout, written: &[u8]) -> Option<Reason> {
        let Some(Read { reading, bare }) = self.read() else { return Some(Reason::Unseen) };
        let fields = Hiding::Fields(layout).label() == self.acceptance().layout;
        if !fields || written != self.bytes() || inspect(written) != Ok(Media::Jpeg) {
            return Some(Reason::StillThere);
        }
        // Print along the card's short sides is read when the picture is turned.
        let (lines, (turned, aslant)) = rayon::join(
            || models.look(bare, NEAR, true),
            || {
                let turned = models.look(&imageops::rotate90(bare), FAR, true);
                (turned, self.aslant(bare, reading, models, layout))
            },
        );
        let (Some(lines), Some(turned), Some(aslant)) = (lines, turned, aslant) else {
            return Some(Reason::StillThere);
        };
        let rest: Vec<Vec<&Glyph>> = lines.iter().map(|line| self.rest(line, reading, layout)).collect();
        let told = |(line, rest): (&Line, &Vec<&Glyph>)| !self.is_harmless(line, rest, reading, layout);
        let numbers: usize = rest.iter().map(|rest| digits(rest)).sum();
        if numbers > DIGITS || lines.iter().zip(&rest).any(told) {
            return Some(Reason::StillThere);
        }
        let height = f64::from(bare.height());
        let upright = |mut line: Line| {
            line.quad = line.quad.map(|[x, y]| [y, height - x]);
            line
        };
        let numbers = |line: Line| digits(&self.beside(&line)) > DIGITS_TURNED;
        let aslant: Vec<char> = aslant.iter().flat_map(|line| self.print(line, reading, layout)).collect();
        let chinese = aslant.iter().filter(|c| is_chinese(**c)).count();
        let told = chinese >= SINGLE || aslant.len() >= TELLTALE;
        if told || turned.into_iter().map(upright).any(numbers) {
            return Some(Reason::StillThere);
        }
        (!self.is_legible(&lines, reading, layout)).then_some(Reason::Unread)
    }

    /// The lines round a portrait that stays and was taken for print, of a picture that is turned by half a right angle: with a
    /// face behind it, slanted print was not found.
    fn aslant(
        &self,
        bare: &RgbImage,
        reading: &Reading,
        models: &Models,
        layout: &Layout,
    ) -> Option<Vec<Line>> {
        let stays = reading.face && self.kept().iter().any(|kept| kept == PORTRAIT);
        let place = layout.printed(self.side(), self.variant()).find(|(name, _)| *name == PORTRAIT);
        let Some((_, [left, top, right, bottom])) = place.filter(|_| stays) else { return Some(Vec::new()) };
        let [width, height] = self.size().map(f64::from);
        let [x, y] = [left.midpoint(right) * width, top.midpoint(bottom) * height];
        let long = ((right - left) * width + (bottom - top) * height) / 2.0 + ROUND * width;
        let frame = Placement::of([[x, y - long], [x + long, y], [x, y + long], [x - long, y]]);
        let picture = means([ASLANT; 2], [2; 2], &frame, &[], |at| within(bare, at, OUTSIDE));
        let mut lines = models.look(&picture, ASLANT, false)?;
        let back = |[x, y]: [f64; 2]| frame.at(x / f64::from(ASLANT), y / f64::from(ASLANT));
        lines.iter_mut().for_each(|line| line.quad = line.quad.map(back));
        Some(lines)
    }

    /// The Chinese characters and the digits of what is left of a line that were read fairly surely.
    fn print(&self, line: &Line, reading: &Reading, layout: &Layout) -> Vec<char> {
        let is_print = |c: char| is_chinese(c) || c.is_ascii_digit();
        let rest = self.rest(line, reading, layout).into_iter();
        let sure = rest.filter(|glyph| glyph.confidence > FAIR);
        sure.map(|glyph| glyph.character).filter(|c| is_print(*c)).collect()
    }

    /// The characters of a line that no mask covers.
    fn beside<'a>(&self, line: &'a Line) -> Vec<&'a Glyph> {
        let bare = |point: [f64; 2]| !self.masks().iter().any(|mask| covers(mask, point));
        line.glyphs.iter().filter(|glyph| bare(line.point(glyph.at, 0.5))).collect()
    }

    /// What is left of a line beside the masks, the labels, what is kept, and words that are drawn across cards.
    fn rest<'a>(&self, line: &'a Line, reading: &Reading, layout: &Layout) -> Vec<&'a Glyph> {
        let read = self.beside(line);
        let text: Vec<char> = read.iter().map(|glyph| glyph.character).collect();
        let drawn = overprinted(&text, layout.overprints());
        let kept: Vec<(&str, [f64; 4])> = layout
            .printed(self.side(), self.variant())
            .filter(|(name, _)| *name != "portrait" && self.kept().iter().any(|kept| kept == name))
            .collect();
        let stays = |glyph: &Glyph| {
            let [u, v] = self.on_card(line, glyph.at);
            kept.iter().any(|(name, [left, top, right, bottom])| {
                let inside =
                    (left - 0.01..=right + 0.01).contains(&u) && (top - 0.02..=bottom + 0.02).contains(&v);
                inside && layout.may_hold(name, glyph.character)
            })
        };
        let labels = layout.labels(self.side());
        let labelled = |glyph: &Glyph| {
            let [u, v] = self.on_card(line, glyph.at);
            labels.iter().filter(|label| label.text().contains(glyph.character)).any(|label| {
                let [first, last, row] = label.at(self.variant());
                (first - 0.04..=last + 0.04).contains(&u) && (v - row).abs() < 0.05
            })
        };
        let rest = read.into_iter().zip(drawn);
        let known = |glyph: &Glyph| reading.knows(glyph.character, self.on_card(line, glyph.at));
        let rest = rest.filter(|(glyph, drawn)| !drawn && !known(glyph) && !stays(glyph) && !labelled(glyph));
        rest.map(|(glyph, _)| glyph).collect()
    }

    /// Whether what is left of a line tells nothing that is hidden.
    fn is_harmless(&self, line: &Line, rest: &[&Glyph], reading: &Reading, layout: &Layout) -> bool {
        let chars: Vec<char> = rest.iter().map(|glyph| glyph.character).collect();
        let text: String = chars.iter().collect();
        let sure = rest.iter().map(|glyph| glyph.confidence).sum::<f32>() / rest.len().max(1) as f32;
        let hidden = |part: &[char]| self.is_hidden_text(part, reading, layout);
        if chars.windows(TELLTALE).any(hidden) {
            return false;
        }
        // What is hidden is not written in Latin letters; a few are left of a word that is drawn across the card.
        let is_scrap = chars.len() < TELLTALE && chars.iter().all(|c| is_latin(*c));
        chars.len() < 2 || is_scrap || self.is_label(&text, line, layout) || sure < ORNAMENT
    }

    /// Whether a line is a printed label. One that a mask cuts, or that was misread, is still one: nothing else is
    /// printed there.
    fn is_label(&self, text: &str, line: &Line, layout: &Layout) -> bool {
        let variant = self.variant();
        let ends = [0.1, 0.9].map(|along| self.on_card(line, along));
        layout.labels(self.side()).iter().filter(|label| !label.is_number()).any(|label| {
            let at = |variant| {
                let [first, last, row] = label.at(variant);
                ends.iter().all(|[u, v]| (first - 0.04..=last + 0.04).contains(u) && (v - row).abs() < 0.05)
            };
            let short = text.chars().count() <= label.text().chars().count() + 1;
            short && (at(variant) || text.contains(label.text()))
        })
    }

    /// Whether some characters in a row stood in a line whose place is masked now.
    fn is_hidden_text(&self, part: &[char], reading: &Reading, layout: &Layout) -> bool {
        let size = self.size().map(f64::from);
        reading.lines.iter().any(|([left, top, right, bottom], text)| {
            let middle = [(left + right) / 2.0 * size[0], (top + bottom) / 2.0 * size[1]];
            let masked = self.masks().iter().any(|mask| covers(mask, middle));
            let mut text = text.clone();
            for label in layout.labels(self.side()).iter().filter(|label| !label.is_number()) {
                text = text.replace(label.text(), "");
            }
            let text: Vec<char> = text.chars().collect();
            masked && text.windows(part.len()).any(|window| window == part)
        })
    }

    /// Whether the one thing that a reviewer needs of this side can be read: what a small scan's blocks take away with
    /// their neighbours is no use to anybody.
    fn is_legible(&self, lines: &[Line], reading: &Reading, layout: &Layout) -> bool {
        let read = |name: &str| -> String {
            let place = layout.printed(self.side(), self.variant()).find(|(field, _)| *field == name);
            let Some((_, [left, top, right, bottom])) = place else { return String::new() };
            let inside = |line: &Line, glyph: &&Glyph| {
                let [u, v] = self.on_card(line, glyph.at);
                (left..=right).contains(&u) && (top..=bottom).contains(&v)
            };
            let of = |line| self.beside(line).into_iter().filter(move |glyph| inside(line, glyph));
            lines.iter().flat_map(of).map(|glyph| glyph.character).collect()
        };
        match self.side() {
            Side::Portrait => chinese(&read("name")) >= reading.name,
            Side::Emblem => layout.is_validity(&read("validity")),
        }
    }

    fn variant(&self) -> Variant {
        self.read().map_or(0.0, |read| read.reading.variant)
    }

    /// Where the middle of a line's height lies on the card, 1 x 1.
    fn on_card(&self, line: &Line, along: f64) -> [f64; 2] {
        let ([x, y], size) = (line.point(along, 0.5), self.size());
        [x / f64::from(size[0]), y / f64::from(size[1])]
    }
}

/// Whether a character is a letter of the Latin alphabet, with an accent or without, and not one that may be a digit.
fn is_latin(character: char) -> bool {
    character.is_alphabetic() && character < LATIN_ENDS && !LIKE_DIGITS.contains(character)
}

fn digits(glyphs: &[&Glyph]) -> usize {
    glyphs.iter().filter(|glyph| glyph.character.is_ascii_digit()).count()
}

fn covers(mask: &Mask, [x, y]: [f64; 2]) -> bool {
    let [left, top, width, height] = mask.area.map(f64::from);
    (left..=left + width).contains(&x) && (top..=top + height).contains(&y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_latin_and_digits_and_chinese_are_not() {
        assert!(['N', 'e', 'É'].into_iter().all(is_latin));
        assert!(!['7', '区', 'д', '·', '-', 'O', 'l', 'X'].into_iter().any(is_latin));
    }
}
