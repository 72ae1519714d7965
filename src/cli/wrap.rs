//! Lines of a given width, for a script with spaces between words and for one without.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Marks that may not begin a line.
const CLOSING: &str = "，。；：！？、）」』》】…";
/// Marks that may not end one.
const OPENING: &str = "（「『《【";

/// The columns that a text takes in a terminal.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// Breaks a text into lines of at most `width` columns: at spaces, and next to wide characters. A word that is longer
/// than a line keeps its own.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (spaced, piece) in pieces(text) {
        let last = lines.last_mut().filter(|line| !line.is_empty());
        match last {
            Some(line) if line.width() + usize::from(spaced) + piece.width() <= width => {
                if spaced {
                    line.push(' ');
                }
                *line += &piece;
            }
            Some(_) => lines.push(piece),
            None => lines = vec![piece],
        }
    }
    lines
}

/// A text cut to `width` columns, with an ellipsis where something is left out.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if kept.width() + c.width().unwrap_or(0) >= width {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

/// What may not be broken, each with whether a space stands before it.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        match pieces.last_mut() {
            _ if c == ' ' => {}
            Some((_, piece)) if before != ' ' && !breaks(before, c) => piece.push(c),
            _ => pieces.push((before == ' ', c.to_string())),
        }
        before = c;
    }
    pieces
}

/// Whether a line may end between two characters that no space divides.
pub(crate) fn breaks(before: char, after: char) -> bool {
    let wide = |c: char| c.width() == Some(2);
    (wide(before) || wide(after)) && !CLOSING.contains(after) && !OPENING.contains(before)
}

#[cfg(test)]
mod tests {
    use super::{cut, wrap};

    #[test]
    fn english_breaks_at_spaces() {
        assert_eq!(wrap("write the letter as a draft", 10), ["write the", "letter as", "a draft"]);
        assert_eq!(wrap("unbreakable --option", 5), ["unbreakable", "--option"]);
        assert_eq!(wrap("", 5), [""]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_next_to_marks() {
        assert_eq!(wrap("把信写成草稿，不发送", 12), ["把信写成草", "稿，不发送"]);
        assert_eq!(wrap("写入文件（默认）", 10), ["写入文件", "（默认）"]);
        assert_eq!(wrap("写入 FILE 文件", 9), ["写入 FILE", "文件"]);
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(cut("compose", 7), "compose");
        assert_eq!(cut("compose", 6), "compo…");
        assert_eq!(cut("打码后的图片", 7), "打码后…");
        assert_eq!(cut("打码后的图片", 8), "打码后…");
    }
}
