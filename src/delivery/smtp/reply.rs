//! What the server said (RFC 5321 §4.2).

use std::fmt;

use encoding_rs::GBK;

use super::error::Why;
use super::wire::Wire;

/// More than twice what RFC 5321 §4.5.3.1.5 allows in a line.
const LONGEST_LINE: usize = 2048;
/// More lines than any greeting or EHLO has.
const MOST_LINES: usize = 100;
/// Characters of a reply that are kept.
const LONGEST_TEXT: usize = 2000;

/// A reply: its code, and its text for people.
///
/// `Debug` shows the code only: servers repeat addresses.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    code: u16,
    text: String,
    enhanced: Option<String>,
}

impl Reply {
    /// A reply with this code; control characters of the text are spelt out, and it is cut after 2000 characters.
    #[must_use]
    pub fn new(code: u16, text: &str) -> Self {
        let mut kept = String::new();
        for (at, c) in text.chars().enumerate() {
            if at == LONGEST_TEXT {
                kept.push('…');
                break;
            }
            if c.is_control() && c != '\n' { kept.extend(c.escape_default()) } else { kept.push(c) }
        }
        Self { code, enhanced: enhanced(code, text), text: kept }
    }

    /// The three digits.
    #[must_use]
    pub fn code(&self) -> u16 {
        self.code
    }

    /// The text, its lines divided by `\n`, without the code in front of each.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The enhanced status code such as `5.7.8` (RFC 3463), where the text begins with one.
    #[must_use]
    pub fn enhanced(&self) -> Option<&str> {
        self.enhanced.as_deref()
    }

    /// The reply without what it repeats of a line with a secret: its text is shown and kept. Some servers repeat a
    /// command that they do not take, whole or its beginning.
    pub(super) fn without(self, line: &str) -> Self {
        /// Shorter pieces are words such as `PLAIN`.
        const SHORTEST: usize = 8;
        let coded = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
        let mut kept = String::new();
        let mut rest = self.text.as_str();
        while let Some(begin) = rest.find(coded) {
            let piece = rest[begin..].split(|c| !coded(c)).next().unwrap_or_default();
            kept.push_str(&rest[..begin]);
            kept.push_str(if piece.len() >= SHORTEST && line.contains(piece) { "***" } else { piece });
            rest = &rest[begin + piece.len()..];
        }
        kept.push_str(rest);
        Self { text: kept, ..self }
    }

    /// Reads one reply, of one line or several.
    pub(super) fn read(wire: &mut Wire) -> Result<Self, Why> {
        let mut said = Vec::new();
        let mut first = None;
        for _ in 0..MOST_LINES {
            let line = wire.line(LONGEST_LINE)?;
            let (code, more, text) = parse(&line).ok_or(Why::Garbage)?;
            if *first.get_or_insert(code) != code {
                return Err(Why::Garbage);
            }
            if !said.is_empty() {
                said.push(b'\n');
            }
            said.extend_from_slice(text);
            if !more {
                return Ok(Self::new(code, &decode(&said)));
            }
        }
        Err(Why::TooLong)
    }
}

/// The code, whether more lines follow, and the text of a line.
fn parse(line: &[u8]) -> Option<(u16, bool, &[u8])> {
    let (digits, rest) = line.split_at_checked(3)?;
    if !digits.iter().all(u8::is_ascii_digit) || !(b'2'..=b'5').contains(&digits[0]) {
        return None;
    }
    let code = digits.iter().fold(0, |code, digit| code * 10 + u16::from(digit - b'0'));
    match rest {
        [] => Some((code, false, rest)),
        [b' ', text @ ..] => Some((code, false, text)),
        [b'-', text @ ..] => Some((code, true, text)),
        _ => None,
    }
}

/// UTF-8, else GBK: mailboxes in China answer in either.
fn decode(text: &[u8]) -> String {
    match str::from_utf8(text) {
        Ok(text) => text.to_owned(),
        Err(_) => GBK.decode_without_bom_handling(text).0.into_owned(),
    }
}

/// Class, subject and detail in front of the text; the class has to be that of the code.
fn enhanced(code: u16, text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?;
    let parts: Vec<&str> = word.split('.').collect();
    let number =
        |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let known = parts.len() == 3 && parts.iter().all(number) && parts[0] == (code / 100).to_string();
    known.then(|| word.to_owned())
}

/// On one line: the code and the text.
impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        self.text.split('\n').filter(|line| !line.is_empty()).try_for_each(|line| write!(f, " {line}"))
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reply({})", self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_code_a_sign_and_a_text() {
        assert_eq!(parse(b"250 ok"), Some((250, false, &b"ok"[..])));
        assert_eq!(parse(b"250-ok"), Some((250, true, &b"ok"[..])));
        assert_eq!(parse(b"354"), Some((354, false, &b""[..])));
        assert_eq!(parse(b"526 Authentication failure[0]").map(|line| line.0), Some(526));
        for garbage in
            [&b""[..], b"25", b"2x0 ok", b"150 ok", b"650 ok", b"250ok", b"+OK", b" 250 ok", b"2500"]
        {
            assert_eq!(parse(garbage), None, "{}", garbage.escape_ascii());
        }
    }

    #[test]
    fn a_reply_may_be_gbk() {
        assert_eq!(decode("错误 ok".as_bytes()), "错误 ok");
        assert_eq!(decode(&[0xb4, 0xed, 0xce, 0xf3, b' ', b'o', b'k']), "错误 ok");
        assert_eq!(decode(&[0xff, b'a']), "\u{fffd}a");
    }

    #[test]
    fn nothing_of_a_reply_moves_the_cursor() {
        let reply = Reply::new(550, "5.7.1 a\x1b[2J\tb\nc\u{9b}");
        assert_eq!(reply.text(), "5.7.1 a\\u{1b}[2J\\tb\nc\\u{9b}");
        assert_eq!(reply.to_string(), "550 5.7.1 a\\u{1b}[2J\\tb c\\u{9b}");
        assert_eq!(Reply::new(250, &"é".repeat(3000)).text(), format!("{}…", "é".repeat(2000)));
        assert_eq!(format!("{:?}", Reply::new(550, "no shop@example.com")), "Reply(550)");
    }

    #[test]
    fn what_is_repeated_of_a_secret_is_left_out() {
        let line = "AUTH PLAIN AHNob3BAZXhhbXBsZS5jb20AcGFzcyB3b3Jk\r\n";
        for (text, kept) in [
            ("5.5.2 AUTH PLAIN AHNob3BAZXhhbXBsZS5jb20AcGFzcyB3b3Jk?", "5.5.2 AUTH PLAIN ***?"),
            ("unknown 'AHNob3BAZXh...'\nno", "unknown '***...'\nno"),
            ("AHNob3BAZXhhbXBsZS5jb20AcGFzcyB3b3Jk", "***"),
            ("authentication failed 错误", "authentication failed 错误"),
            ("", ""),
        ] {
            assert_eq!(Reply::new(500, text).without(line).text(), kept);
        }
    }

    #[test]
    fn the_enhanced_code_stands_in_front() {
        for (code, text, enhanced) in [
            (535, "5.7.139 Authentication unsuccessful", Some("5.7.139")),
            (250, "2.0.0\nok", Some("2.0.0")),
            (550, "2.0.0 ok", None),
            (550, "User 5.1.1 unknown", None),
            (550, "5.1 unknown", None),
            (550, "5.1.1111", None),
            (550, "5.1.x", None),
            (550, "", None),
        ] {
            assert_eq!(Reply::new(code, text).enhanced(), enhanced, "{text}");
        }
    }
}
