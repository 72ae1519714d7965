//! Words that are drawn across cards or their copies and say nothing of the holder.

/// So many letters of a word in a row vouch for a misread one beside them.
const VOUCH: usize = 4;

/// Which characters of a text are pieces of known words, which repeat across a card; two in a row at least. Nothing beside
/// a piece goes along with it but a single letter, misread: an address may stand behind the word. Within one, a single
/// character may be misread for one of its own script.
pub(in crate::evidence) fn overprinted<'a>(
    text: &[char],
    words: impl IntoIterator<Item = &'a str>,
) -> Vec<bool> {
    let fold = |c: char| c.to_uppercase().next().unwrap_or(c);
    let text: Vec<char> = text.iter().map(|c| fold(*c)).collect();
    let mut pieces = vec![false; text.len()];
    for word in words {
        let word: Vec<char> = word.repeat(2).chars().map(fold).collect();
        for start in 0..text.len() {
            let longest = (0..word.len()).map(|begin| run(&text[start..], &word[begin..])).max().unwrap_or(0);
            if longest < 2 {
                continue;
            }
            let piece = start..start + longest;
            pieces[piece.clone()].fill(true);
            let beside = [piece.start.checked_sub(1), Some(piece.end)].into_iter().flatten();
            for at in beside.filter(|_| longest >= VOUCH) {
                if text.get(at).is_some_and(char::is_ascii_alphabetic) {
                    pieces[at] = true;
                }
            }
        }
    }
    pieces
}

/// How many characters a text begins with as a word does; a single one may differ where the word goes on behind it, but a
/// digit is none of its own.
fn run(text: &[char], word: &[char]) -> usize {
    let same: Vec<bool> = text.iter().zip(word).map(|(a, b)| a == b).collect();
    let alike = |a: char, b: char| a.is_ascii() == b.is_ascii() && !a.is_ascii_digit();
    let goes_on = |at: usize| {
        same[at]
            || at >= VOUCH && same[at - 1] && alike(text[at], word[at]) && same.get(at + 1) == Some(&true)
    };
    (0..same.len()).take_while(|at| goes_on(*at)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let text: Vec<char> = text.chars().collect();
        let pieces = overprinted(&text, ["SPECIMEN样本", "复印无效"]);
        text.iter().zip(pieces).filter(|(_, piece)| !piece).map(|(c, _)| *c).collect()
    }

    #[test]
    fn only_the_known_words_are_forgiven() {
        for (text, rest) in [
            ("ECIMEN", ""),
            ("SPECIMEN样本SPECI", ""),
            ("样本", ""),
            ("SPEOIMEN样本", ""),
            ("SPEO样本", "O"),
            ("SPECIMEN祥本", ""),
            ("SPECI柳EN样本", "柳"),
            ("SPEC1MEN样本", "1"),
            ("SPECIMEN栋号样本", "栋号"),
            ("SPECIMEN栋本号", "号"),
            ("RECIMEN7栋", "7栋"),
            ("SPECIMEN样本北京海淀区", "北京海淀区"),
            ("河松省橡青市", "河松省橡青市"),
            ("样", "样"),
            ("19990228", "19990228"),
            ("", ""),
        ] {
            assert_eq!(left(text), rest, "{text}");
        }
    }
}
