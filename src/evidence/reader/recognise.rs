//! What a line says: connectionist temporal classification.
//!
//! A. Graves et al., "Connectionist Temporal Classification", ICML 2006: the network names a character, or none, for
//! each step along the line; repeats without a gap are one.

use image::RgbImage;
use rayon::prelude::*;
use rten::ValueOrView;
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;

use super::planes::planes;
use super::{Glyph, Line, Models};
use crate::evidence::sample::{colour, means};
use crate::evidence::warp::Placement;

/// The network's input is this high.
const HEIGHT: usize = 48;
/// Shorter lines are padded to this width: half of what it was trained on, which reads the drawn cards as well.
const LEAST: usize = 160;
const MOST: usize = 2400;
/// A line was read without a doubt from this mean confidence on.
const SURE: f32 = 0.95;
/// And from here on, if it runs as the lines do that were; what is upside down is read less surely.
const LIKELY: f32 = 0.85;
/// Lines run the same way if the cosine of the angle between them is larger.
const ALONG: f64 = 0.9;

/// Reads the lines inside `quads`, each along its longer side; one that is degenerate has no characters.
///
/// In a picture that is not `upright`, a line is read the other way, too, unless its own Chinese or that of all others
/// says that it stands right.
pub(super) fn lines(
    models: &Models,
    picture: &RgbImage,
    quads: Vec<[[f64; 2]; 4]>,
    upright: bool,
) -> Vec<Line> {
    // What cannot be read is a line all the same.
    let read = |quad| read(models, picture, quad).unwrap_or(Line { quad, glyphs: Vec::new() });
    let there: Vec<Line> = quads.into_par_iter().map(|quad| read(forwards(quad, upright))).collect();
    if upright {
        return there;
    }
    let way = way(&there);
    let either = |there: Line| {
        let along = way.is_some_and(|way| cosine(way, direction(&there)) > ALONG);
        if stands(&there) || along && there.confidence() > LIKELY {
            return there;
        }
        let [a, b, c, d] = there.quad;
        let back = read([c, d, a, b]);
        let weight = |line: &Line| line.confidence() * (line.glyphs.len() as f32 + 1.0).ln();
        if weight(&back) > weight(&there) { back } else { there }
    };
    there.into_par_iter().map(either).collect()
}

/// Whether a line was surely not read upside down: digits can be, Chinese cannot.
fn stands(line: &Line) -> bool {
    let chinese = line.glyphs.iter().filter(|glyph| glyph.character >= '\u{3400}').count();
    chinese > 2 && line.confidence() > SURE
}

/// The way in which all lines run that surely stand right, if they agree.
fn way(lines: &[Line]) -> Option<[f64; 2]> {
    let mut ways = lines.iter().filter(|line| stands(line)).map(direction);
    let way = ways.next()?;
    ways.all(|other| cosine(way, other) > ALONG).then_some(way)
}

fn direction(line: &Line) -> [f64; 2] {
    let [a, b, ..] = line.quad;
    [b[0] - a[0], b[1] - a[1]]
}

fn cosine(p: [f64; 2], q: [f64; 2]) -> f64 {
    (p[0] * q[0] + p[1] * q[1]) / (p[0].hypot(p[1]) * q[0].hypot(q[1])).max(1e-9)
}

/// The quadrilateral with its top left first, as it is read in a picture whose rows are upright; in a picture that may
/// lie any way, along the longer side, from left to right.
fn forwards(quad: [[f64; 2]; 4], upright: bool) -> [[f64; 2]; 4] {
    let [a, b, c, d] = quad;
    if !upright {
        return if b[0] < a[0] { [c, d, a, b] } else { quad };
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
    let straight = means([width as u32, HEIGHT as u32], [points; 2], &Placement::of(quad), &[], |at| {
        colour(picture, at)
    });
    let input = planes(&straight, padded, |_, value| value / 127.5 - 1.0);
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
    Some(Line { quad, glyphs })
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
    fn lines_say_which_way_they_run_only_if_they_agree() {
        let line = |[x, y]: [f64; 2], text: &str, confidence: f32| {
            let glyphs = text.chars().map(|character| Glyph { character, at: 0.5, confidence }).collect();
            Line { quad: [[0.0, 0.0], [x, y], [x - y, y + x], [-y, x]], glyphs }
        };
        let right = line([9.0, 1.0], "公民身份号码", 0.99);
        assert!(way(&[line([9.0, 0.0], "11010119", 0.99), line([9.0, 0.0], "姓名", 0.99)]).is_none());
        assert!(way(&[line([9.0, 0.0], "居民身份证", 0.9)]).is_none());
        assert_eq!(way(&[right.clone(), line([9.0, 0.0], "签发机关", 0.98)]), Some([9.0, 1.0]));
        assert_eq!(way(&[right, line([-9.0, 0.0], "签发机关", 0.98)]), None);
    }

    #[test]
    fn a_line_in_an_upright_picture_begins_at_its_left() {
        let quad = [[9.0, 1.0], [9.0, 5.0], [1.0, 5.0], [1.0, 1.0]];
        assert_eq!(forwards(quad, true), [[1.0, 1.0], [9.0, 1.0], [9.0, 5.0], [1.0, 5.0]]);
        assert_eq!(forwards(quad, false), quad);
        let back = [quad[2], quad[3], quad[0], quad[1]];
        assert_eq!(forwards([[9.0, 5.0], [1.0, 5.0], [1.0, 1.0], [9.0, 1.0]], false), forwards(quad, true));
        assert_eq!(forwards(back, false), back);
    }
}
