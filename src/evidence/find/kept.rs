//! What is a name, so that nothing else stays visible with it.

use super::overprint::overprinted;
use super::part::{Part, covers};
use crate::evidence::layout::{Layout, is_chinese};
use crate::evidence::reader::{Glyph, Line};
use crate::evidence::warp::Placement;

/// The steps between the characters of a name differ by no more than this.
const APART: f64 = 2.2;

/// Whether a text in the name's place is more than a name, such as a piece of an address or a date; `places` and `dates` are
/// characters that those have and names hardly ever have two or three of. A name has up to five
/// characters, or dots between its parts.
pub(super) fn is_more_than_a_name(text: &str, [places, dates]: [&str; 2]) -> bool {
    let count = |of: &dyn Fn(char) -> bool| text.chars().filter(|c| of(*c)).count();
    let chinese = count(&is_chinese);
    let dotted = text.contains(['·', '•', '．']);
    count(&|c| c.is_ascii_digit()) > 1
        || count(&|c| places.contains(c)) > 1
        || count(&|c| dates.contains(c)) > 2
        || !dotted && chinese > 5
}

/// The row of the name in its place, from 0 to 1 down the card: that of the line with the most Chinese characters there, but
/// for words that are drawn across cards.
pub(super) fn row(lines: &[Line], card: &Placement, place: Part, layout: &Layout) -> Option<f64> {
    let chinese = |line: &&Line| {
        let text: Vec<char> = line.glyphs.iter().map(|glyph| glyph.character).collect();
        let drawn = overprinted(&text, layout.overprints());
        let own = |(glyph, drawn): &(&Glyph, bool)| {
            !drawn && is_chinese(glyph.character) && covers(place, card.back(line.point(glyph.at, 0.5)))
        };
        line.glyphs.iter().zip(drawn).filter(own).map(|(glyph, _)| glyph.confidence).sum::<f32>()
    };
    let line = lines.iter().max_by(|a, b| chinese(a).total_cmp(&chinese(b)))?;
    Some(card.back(line.point(0.5, 0.5))[1])
}

/// Whether characters stand apart that are read as one name: what follows a gap is something else. `at` is where their
/// middles are along the line.
pub(super) fn is_apart(at: &[f64]) -> bool {
    let steps = || at.windows(2).map(|pair| pair[1] - pair[0]);
    steps().fold(0.0, f64::max) > APART * steps().fold(f64::MAX, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_of_the_name_is_that_of_its_characters() {
        let line = |text: &str, top: f64| {
            let count = text.chars().count() as f64;
            let glyph = |(at, character)| Glyph { character, at: (at as f64 + 0.5) / count, confidence: 0.9 };
            Line {
                quad: [[100.0, top], [400.0, top], [400.0, top + 40.0], [100.0, top + 40.0]],
                glyphs: text.chars().enumerate().map(glyph).collect(),
            }
        };
        let card = Placement::new([[0, 0], [1000, 0], [1000, 600], [0, 600]]);
        let layout = Layout::named("cn-resident-id").unwrap();
        let lines = [line("SPECIMEN样本", 30.0), line("李四", 80.0), line("北京市海淀区", 300.0)];
        let found = row(&lines, &card, [0.0, 0.0, 1.0, 0.3], layout);
        assert!(found.is_some_and(|row| (row - 100.0 / 600.0).abs() < 1e-9), "{found:?}");
        assert_eq!(row(&[], &card, [0.0, 0.0, 1.0, 0.3], layout), None);
    }

    #[test]
    fn what_stands_apart_is_not_the_name() {
        assert!(!is_apart(&[0.1, 0.2, 0.31]));
        assert!(!is_apart(&[0.1, 0.4]));
        assert!(!is_apart(&[0.1]));
        assert!(is_apart(&[0.1, 0.2, 0.45, 0.55]));
    }

    #[test]
    fn a_name_is_a_name() {
        let words = Layout::named("cn-resident-id").unwrap().of_no_name();
        for name in ["李四", "欧阳静艳", "提白玛·吉逊古卓", "王路", "区市长", "一丁"] {
            assert_eq!(is_more_than_a_name(name, words), name == "区市长", "{name}");
        }
        for more in ["李四北京市海淀区", "一九八九年三月", "王五19890312", "张三李四王五六"]
        {
            assert!(is_more_than_a_name(more, words), "{more}");
        }
    }
}
