//! What a line says: connectionist temporal classification.
//!
//! A. Graves et al., "Connectionist Temporal Classification", ICML 2006: the network names a character, or none, for
//! each step along the line; repeats without a gap are one.

use image::RgbImage;
use rten::ValueOrView;
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::sample::planes;
use super::{Glyph, Line, Models};

/// The network's input is this high.
const HEIGHT: usize = 48;
/// It was trained on lines of at least this width.
const LEAST: usize = 320;
const MOST: usize = 2400;

/// Reads the line inside `quad`; one that is degenerate has no characters.
pub(super) fn line(models: &Models, picture: &RgbImage, quad: [[f64; 2]; 4], upright: bool) -> Line {
    let quad = forwards(quad, upright);
    // What cannot be read is a line all the same.
    let read = |quad| read(models, picture, quad).unwrap_or(Line { quad, glyphs: Vec::new() });
    let there = read(quad);
    if upright {
        return there;
    }
    // Digits can be read upside down, Chinese cannot.
    let chinese = there.glyphs.iter().filter(|glyph| glyph.character >= '\u{3400}').count();
    if chinese > 2 && there.confidence() > 0.95 {
        return there;
    }
    let [a, b, c, d] = quad;
    let back = read([c, d, a, b]);
    let weight = |line: &Line| line.confidence() * (line.glyphs.len() as f32 + 1.0).ln();
    if weight(&back) > weight(&there) { back } else { there }
}

/// The quadrilateral with its top left first, as it is read in a picture whose rows are upright; of a picture that may
/// lie any way, along the longer side.
fn forwards(quad: [[f64; 2]; 4], upright: bool) -> [[f64; 2]; 4] {
    let [a, b, c, d] = quad;
    if !upright {
        return quad;
    }
    let turns = [[a, b, c, d], [b, c, d, a], [c, d, a, b], [d, a, b, c]];
    let slant = |quad: &[[f64; 2]; 4]| {
        let way = [quad[1][0] - quad[0][0], quad[1][1] - quad[0][1]];
        way[1].atan2(way[0]).abs()
    };
    turns.into_iter().min_by(|p, q| slant(p).total_cmp(&slant(q))).unwrap_or(quad)
}

fn read(models: &Models, picture: &RgbImage, quad: [[f64; 2]; 4]) -> Option<Line> {
    let [a, b, _, d] = quad;
    let span = |p: [f64; 2], q: [f64; 2]| ((p[0] - q[0]).powi(2) + (p[1] - q[1]).powi(2)).sqrt();
    let [length, height] = [span(a, b), span(a, d)];
    if length < 2.0 || height < 2.0 {
        return None;
    }
    let width = ((length / height * HEIGHT as f64).ceil() as usize).clamp(8, MOST);
    let padded = width.max(LEAST).next_multiple_of(8);
    let points = ((height / HEIGHT as f64).round() as u32).clamp(1, 3);
    let line = Line { quad, glyphs: Vec::new() };
    let pixels = planes(
        picture,
        [width, HEIGHT],
        points,
        |x, y| line.point(x / width as f64, y / HEIGHT as f64),
        |_, value| value / 127.5 - 1.0,
    );
    let mut input = vec![0.0; 3 * HEIGHT * padded];
    for (from, to) in pixels.chunks_exact(width).zip(input.chunks_exact_mut(padded)) {
        to[..width].copy_from_slice(from);
    }
    let input = NdTensor::from_data([1, 3, HEIGHT, padded], input);
    let output = models.recogniser.run_one(ValueOrView::from(input), None).ok()?;
    let steps: NdTensor<f32, 3> = output.try_into().ok()?;
    let [_, count, classes] = steps.shape();
    if classes != models.alphabet.len() + 1 || count == 0 {
        return None;
    }
    let steps = steps.to_vec();
    let best = steps.chunks_exact(classes).map(|step| {
        let most = step.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        most.map_or((0, 0.0), |(class, value)| (class, *value))
    });
    let part = padded as f64 / (count * width) as f64;
    let glyphs = collapse(best, &models.alphabet, part);
    Some(Line { glyphs, ..line })
}

/// The characters of the steps; `part` is how much of the line a step is.
fn collapse(steps: impl Iterator<Item = (usize, f32)>, alphabet: &[char], part: f64) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (at, (class, confidence)) in steps.enumerate() {
        match run {
            Some((same, start)) if same == class => {
                if let Some(glyph) = glyphs.last_mut().filter(|_| class > 0) {
                    glyph.at = ((start + at) as f64 / 2.0 + 0.5) * part;
                    glyph.confidence = glyph.confidence.max(confidence);
                }
            }
            _ => {
                run = Some((class, at));
                let character = class.checked_sub(1).and_then(|class| alphabet.get(class));
                if let Some(character) = character {
                    glyphs.push(Glyph { character: *character, at: (at as f64 + 0.5) * part, confidence });
                }
            }
        }
    }
    // What is read in the padding behind a short line is nothing.
    glyphs.retain(|glyph| !matches!(glyph.character, ' ' | '\u{3000}') && glyph.at <= 1.0 + part.min(0.5));
    glyphs.iter_mut().for_each(|glyph| glyph.at = glyph.at.min(1.0));
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_one_character_unless_a_gap_parts_them() {
        let steps = [0, 1, 1, 0, 1, 2, 2, 3, 0].map(|class| (class, 0.5));
        let glyphs = collapse(steps.into_iter(), &['a', 'b', ' '], 0.1);
        let read: Vec<(char, f64)> = glyphs.iter().map(|glyph| (glyph.character, glyph.at)).collect();
        assert_eq!(read.iter().map(|(c, _)| *c).collect::<String>(), "aab");
        for ((_, at), wanted) in read.iter().zip([0.2, 0.45, 0.6]) {
            assert!((at - wanted).abs() < 1e-9, "{at} {wanted}");
        }
    }

    #[test]
    fn a_line_in_an_upright_picture_begins_at_its_left() {
        let quad = [[9.0, 1.0], [9.0, 5.0], [1.0, 5.0], [1.0, 1.0]];
        assert_eq!(forwards(quad, true), [[1.0, 1.0], [9.0, 1.0], [9.0, 5.0], [1.0, 5.0]]);
        assert_eq!(forwards(quad, false), quad);
    }
}
