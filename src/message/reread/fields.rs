//! Header fields as they stand in the bytes, read as strictly as RFC 5322 §2.2 writes them.
//!
//! Readers disagree about loose headers, and who reads another recipient than we did is the one to fear. So nothing is
//! repaired here, and what mail-parser reads has to agree.

use std::ops::Range;

use crate::finding::Finding;

/// A header field.
pub(super) struct Field {
    pub(super) name: String,
    /// The value on one line: unfolded (RFC 5322 §2.2.3), not decoded, without white space around.
    pub(super) value: String,
    /// Name, value and line ends in the mail's bytes.
    pub(super) raw: Range<usize>,
}

/// The header of a mail or of one of its parts.
pub(super) struct Header {
    pub(super) fields: Vec<Field>,
    /// Where what follows it begins.
    pub(super) end: usize,
}

/// Fields that stand once at most: RFC 5322 §3.6, and those of MIME.
const SINGLE: [&str; 15] = [
    "Date",
    "From",
    "Sender",
    "Reply-To",
    "To",
    "Cc",
    "Bcc",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Subject",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Content-Disposition",
];

impl Header {
    /// Reads the header at the beginning of `within`; `bytes` have CRLF line ends.
    pub(super) fn read(bytes: &[u8], within: Range<usize>, findings: &mut Vec<Finding>) -> Self {
        let mut header = Self { fields: Vec::new(), end: within.end };
        let mut at = within.start;
        let mut bad = None;
        while at < within.end {
            let length = bytes[at..within.end].iter().position(|byte| *byte == b'\n');
            let line = at..length.map_or(within.end, |length| at + length + 1);
            at = line.end;
            let text = bytes[line.clone()].trim_ascii_end();
            if bytes[line.clone()] == *b"\r\n" {
                header.end = at;
                break;
            }
            let known = match (text.first(), header.fields.last_mut()) {
                (Some(b' ' | b'\t'), Some(field)) => {
                    field.value.push(' ');
                    field.value.push_str(String::from_utf8_lossy(text).trim());
                    field.raw.end = at;
                    true
                }
                (Some(b' ' | b'\t') | None, _) => false,
                _ => header.begin(text, line.clone()),
            };
            if !known {
                bad = bad.or(Some(line.start));
            } else if text.iter().any(|byte| !matches!(byte, b'\t' | b' '..=b'~')) {
                let name = header.fields.last().map_or("", |field| &field.name);
                findings.push(Finding::error(name, "reread-header-8bit"));
            }
        }
        // The first of them alone: a file that is no mail has nothing else.
        findings.extend(
            bad.map(|at| Finding::error("mail", "reread-header-line").with("line", number(bytes, at))),
        );
        for name in SINGLE {
            if header.all(name).count() > 1 {
                findings.push(Finding::error(name, "reread-header-twice"));
            }
        }
        header
    }

    fn begin(&mut self, text: &[u8], raw: Range<usize>) -> bool {
        let Some(colon) = text.iter().position(|byte| *byte == b':') else { return false };
        let (name, value) = (&text[..colon], &text[colon + 1..]);
        if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            return false;
        }
        let value = String::from_utf8_lossy(value).trim().to_owned();
        self.fields.push(Field { name: String::from_utf8_lossy(name).into_owned(), value, raw });
        true
    }

    /// Every field of this name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(move |field| field.name.eq_ignore_ascii_case(name))
    }

    /// The value of the first field of this name, if it says anything.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name))?;
        Some(field.value.as_str()).filter(|value| !value.is_empty())
    }
}

/// The number of a line, from 1.
fn number(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The media type of a Content-Type in lower case, and its boundary if it is written plainly (RFC 2045 §5.1).
pub(super) fn media_type(value: &str) -> Option<(String, Option<String>)> {
    let (media, mut rest) = value.split_once(';').unwrap_or((value, ""));
    let media = media.trim().to_ascii_lowercase();
    let token = |text: &str| {
        !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?=".contains(&byte))
    };
    let (kind, sub) = media.split_once('/')?;
    if !token(kind) || !token(sub) {
        return None;
    }
    let mut boundary = None;
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let (value, next) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => after.find(';').map_or((after, ""), |end| after.split_at(end)),
        };
        if value.contains('\\') {
            return None;
        }
        if name.trim().to_ascii_lowercase().starts_with("boundary") {
            if !name.trim().eq_ignore_ascii_case("boundary") || boundary.is_some() {
                return None;
            }
            boundary = Some(value.trim_end().to_owned());
        }
        rest = match next.trim_start() {
            "" => "",
            next => next.strip_prefix(';')?,
        };
    }
    rest.trim().is_empty().then_some((media, boundary))
}
