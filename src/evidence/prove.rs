//! The proof after writing: what the reader finds on the finished picture.
//!
//! That the masks lie where they were drawn, and show nothing of the scan, is proved by pixels before. What is left to
//! prove is that nothing worth hiding stands beside them. A reader that finds nothing proves little by itself; it is the
//! last of several nets: layout, lines of text, edges against labels, pixels, and this.

use super::find::{Reading, familiar};
use super::layout::{Label, Layout};
use super::reader::{Line, Models};
use super::redact::Read;
use super::{Evidence, Hiding, Mask, Media, Reason, Redacted, Side, inspect};

/// The longest side at which the picture is read.
const LOOK: u32 = 1024;
/// So many characters of a hidden text in a row give it away.
const TELLTALE: usize = 3;
/// A line that was read less surely than this is ornament.
const ORNAMENT: f32 = 0.6;

impl Redacted {
    /// Makes it evidence without a person: if nothing speaks against it, `written`, the file as it was read back, is the
    /// picture, and the reader finds nothing on it that should be hidden.
    ///
    /// # Errors
    /// The picture itself, with the reason, when a person has to look.
    pub fn prove(mut self, models: &Models, layout: &Layout, written: &[u8]) -> Result<Evidence, Box<Self>> {
        if !self.reasons().is_empty() {
            return Err(Box::new(self));
        }
        if self.is_clear(models, layout, written) {
            return Ok(self.into_evidence());
        }
        self.doubt(Reason::StillThere);
        Err(Box::new(self))
    }

    /// The watermark only adds ink, so the picture is read as it is without it; a translucent text across every word
    /// would hide from the reader what a person still sees.
    fn is_clear(&self, models: &Models, layout: &Layout, written: &[u8]) -> bool {
        let Some(Read { reading, bare }) = self.read() else { return false };
        let fields = Hiding::Fields(layout).label() == self.acceptance().layout;
        if !fields || written != self.bytes() || inspect(written) != Ok(Media::Jpeg) {
            return false;
        }
        let lines = models.lines(bare, LOOK, true);
        !lines.is_empty() && lines.iter().all(|line| self.is_harmless(line, reading, layout))
    }

    /// Whether what can be read of a line beside the masks tells nothing that is hidden.
    fn is_harmless(&self, line: &Line, reading: &Reading, layout: &Layout) -> bool {
        let beside = |point: [f64; 2]| !self.masks().iter().any(|mask| covers(mask, point));
        let read: Vec<_> = line.glyphs.iter().filter(|glyph| beside(line.point(glyph.at, 0.5))).collect();
        let text: String = read.iter().map(|glyph| glyph.character).collect();
        let sure = read.iter().map(|glyph| glyph.confidence).sum::<f32>() / read.len().max(1) as f32;
        let chars: Vec<char> = text.chars().collect();
        let digits = chars.iter().filter(|c| c.is_ascii_digit()).count();
        let (side, size) = (self.side(), self.size());
        let within = |name: &str| {
            let place = layout.places(side).find(|(field, _)| *field == name).map(|(_, place)| place);
            place.is_some_and(|[left, top, right, bottom]| {
                let [x, y] = line.point(0.5, 0.5);
                let [u, v] = [x / f64::from(size[0]), y / f64::from(size[1])];
                (left - 0.2..=right).contains(&u) && (top..=bottom).contains(&v)
            })
        };
        let hidden = |part: &[char]| self.is_hidden_text(part, reading, layout);
        if chars.len() < 2 {
            return true;
        }
        if familiar(&text, layout.overprints()) {
            return true;
        }
        let validity = side == Side::Emblem && within("validity");
        if digits > 3 && !validity {
            return false;
        }
        if !validity && chars.windows(TELLTALE).any(hidden) {
            return false;
        }
        // A label that a mask cuts, or that was misread, is still one: nothing else is printed there.
        let on_card = |along: f64| {
            let [x, y] = line.point(along, 0.5);
            [x / f64::from(size[0]), y / f64::from(size[1])]
        };
        let ends = [on_card(0.1), on_card(0.9)];
        let labels = layout.labels(side).iter().filter(|label| !label.is_number()).any(|label| {
            let at = |variant: usize| {
                let [first, last, row] = label.at(variant);
                ends.iter().all(|[u, v]| (first - 0.04..=last + 0.04).contains(u) && (v - row).abs() < 0.05)
            };
            chars.len() <= label.text().chars().count() && (0..Label::VARIANTS).any(at)
                || text.contains(label.text())
        });
        let kept = self.kept().iter().any(|name| within(name));
        labels || kept || sure < ORNAMENT
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
}

fn covers(mask: &Mask, [x, y]: [f64; 2]) -> bool {
    let [left, top, width, height] = mask.area.map(f64::from);
    (left..=left + width).contains(&x) && (top..=top + height).contains(&y)
}
