//! Names and other one-line texts, and the seller's statement.

use crate::facts::identity_number;
use crate::finding::Finding;

/// A text of one line, trimmed: 1 to `most` characters, nothing invisible, no identity number.
///
/// Stricter than what it flows into: lettre panics on a line break in a display name.
///
/// # Errors
/// `text-control`, `text-invisible`, `text-length` or `identity-number`.
pub fn line(text: &str, most: usize) -> Result<String, Finding> {
    let text = text.trim();
    if let Some(bad) = text.chars().find(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Err(Finding::error("", "text-control").with("char", code_point(bad)));
    }
    printable(text, most)
}

/// The seller's own words: lines of text, trimmed, at most `most` characters in all.
///
/// # Errors
/// As [`line()`], but line breaks are welcome.
pub fn paragraph(text: &str, most: usize) -> Result<String, Finding> {
    let text = text.trim().replace("\r\n", "\n");
    if let Some(bad) = text.chars().find(|c| c.is_control() && *c != '\n') {
        return Err(Finding::error("", "text-control").with("char", code_point(bad)));
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    printable(&lines.join("\n"), most)
}

fn printable(text: &str, most: usize) -> Result<String, Finding> {
    if let Some(bad) = text.chars().find(|c| is_invisible(*c)) {
        return Err(Finding::error("", "text-invisible").with("char", code_point(bad)));
    }
    let length = text.chars().count();
    if length > most {
        return Err(Finding::error("", "text-length").with("length", length).with("most", most));
    }
    if identity_number::is_in(text) {
        return Err(Finding::error("", "identity-number"));
    }
    Ok(text.to_owned())
}

/// Characters that change how others are shown, or that nobody can see: bidi controls (UAX 9), zero-width spaces and
/// joiners, fillers and blanks, tags, the byte order mark, private use. Variation selectors stay: names and emoji have
/// them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{17B4}'..='\u{17B5}' | '\u{2800}' | '\u{1D173}'..='\u{1D17A}' | '\u{115F}'..='\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E007F}' | '\u{F0000}'..)
}

/// The code point as `U+202E`: the character itself must not be shown.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The ASCII form of full-width letters, digits and punctuation; other characters stay.
pub(super) fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_visible_line() {
        assert_eq!(line("  欧若拉灯饰 O'Brien ", 120), Ok("欧若拉灯饰 O'Brien".into()));
        for (bad, code) in [
            ("a\nb", "text-control"),
            ("a\r\nBcc: x@example.com", "text-control"),
            ("a\0", "text-control"),
            ("a\u{2028}b", "text-control"),
            ("a\u{202E}b", "text-invisible"),
            ("a\u{200B}b", "text-invisible"),
            ("a\u{034F}b", "text-invisible"),
            ("a\u{2800}b", "text-invisible"),
            ("x 11010519491231002X", "identity-number"),
        ] {
            assert_eq!(line(bad, 120).map_err(|finding| finding.code), Err(code), "{bad:?}");
        }
        assert_eq!(line(&"长".repeat(120), 120).map(|text| text.chars().count()), Ok(120));
        assert_eq!(line(&"长".repeat(121), 120).map_err(|finding| finding.code), Err("text-length"));
    }

    #[test]
    fn a_statement_keeps_its_lines_but_no_gaps() {
        assert_eq!(paragraph("one \r\n\r\n\r\ntwo\n", 500), Ok("one\ntwo".into()));
        assert_eq!(paragraph("a\tb", 500).map_err(|finding| finding.code), Err("text-control"));
    }
}
