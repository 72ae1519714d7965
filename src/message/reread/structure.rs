//! The parts of a mail, found by the lines of its boundaries (RFC 2046 §5.1).

use std::ops::Range;

use super::fields::{Header, media_type};
use crate::finding::Finding;

/// A part that holds no parts.
pub(super) struct Leaf {
    /// The media type, in lower case.
    pub(super) media_type: String,
    /// Its content in the mail's bytes, as it travels.
    pub(super) body: Range<usize>,
}

/// The parts of a mail, and what stands around them, which no client shows.
pub(super) struct Structure {
    pub(super) leaves: Vec<Leaf>,
    pub(super) around: Vec<Range<usize>>,
}

/// Deeper than any client nests.
const MOST_LEVELS: usize = 8;
const MOST_LEAVES: usize = 100;
/// Clients put one line in front of the first part; more hides something.
const MOST_AROUND: usize = 200;

impl Structure {
    /// Finds the parts of a mail with this header.
    pub(super) fn read(bytes: &[u8], header: &Header, findings: &mut Vec<Finding>) -> Self {
        let mut structure = Self { leaves: Vec::new(), around: Vec::new() };
        structure.part(bytes, header, header.end..bytes.len(), 0, findings);
        let around: usize =
            structure.around.iter().map(|range| bytes[range.clone()].trim_ascii().len()).sum();
        if around > MOST_AROUND {
            findings.push(Finding::error("mail", "reread-around"));
        }
        if structure.leaves.len() > MOST_LEAVES {
            findings.push(Finding::error("mail", "reread-structure"));
        }
        structure
    }

    fn part(
        &mut self,
        bytes: &[u8],
        header: &Header,
        body: Range<usize>,
        level: usize,
        findings: &mut Vec<Finding>,
    ) {
        let media =
            header.value("Content-Type").map_or_else(|| Some(("text/plain".to_owned(), None)), media_type);
        let Some((media_type, boundary)) = media else {
            findings.push(Finding::error("Content-Type", "reread-structure"));
            return;
        };
        let encoding = header.value("Content-Transfer-Encoding").unwrap_or("7bit").to_ascii_lowercase();
        if media_type.starts_with("message/") {
            findings.push(Finding::error(&media_type, "reread-nested"));
        }
        if !media_type.starts_with("multipart/") {
            if !travels(&bytes[body.clone()], &encoding) {
                findings.push(Finding::error(&media_type, "reread-encoding"));
            }
            self.leaves.push(Leaf { media_type, body });
            return;
        }
        let known =
            ["multipart/mixed", "multipart/alternative", "multipart/related"].contains(&media_type.as_str());
        let plain = ["7bit", "8bit"].contains(&encoding.as_str());
        let parts =
            boundary.filter(|_| known && plain && level < MOST_LEVELS && self.leaves.len() <= MOST_LEAVES);
        let Some(parts) = parts.and_then(|boundary| self.divide(bytes, body, &boundary)) else {
            findings.push(Finding::error(&media_type, "reread-structure"));
            return;
        };
        for part in parts {
            let header = Header::read(bytes, part.clone(), findings);
            // The line end before a boundary belongs to the boundary.
            let end = part.end.saturating_sub(2).max(header.end);
            self.part(bytes, &header, header.end..end, level + 1, findings);
        }
    }

    /// The parts between the lines of a boundary; none without its last line.
    fn divide(&mut self, bytes: &[u8], body: Range<usize>, boundary: &str) -> Option<Vec<Range<usize>>> {
        let (delimiter, last) = (format!("--{boundary}"), format!("--{boundary}--"));
        let (mut parts, mut begun, mut at) = (Vec::new(), None, body.start);
        while at < body.end {
            let length = bytes[at..body.end].iter().position(|byte| *byte == b'\n');
            let next = length.map_or(body.end, |length| at + length + 1);
            let line = bytes[at..next].trim_ascii_end();
            let closes = line == last.as_bytes();
            if closes || line == delimiter.as_bytes() {
                match begun {
                    Some(begin) => parts.push(begin..at),
                    None => self.around.push(body.start..at),
                }
                begun = Some(next);
            }
            at = next;
            if closes {
                self.around.push(at..body.end);
                return (!parts.is_empty() && !boundary.is_empty()).then_some(parts);
            }
        }
        None
    }
}

/// Whether every reader decodes these bytes alike: a known encoding (RFC 2045 §6), without what it cannot hold.
fn travels(body: &[u8], encoding: &str) -> bool {
    match encoding {
        "7bit" | "8bit" => true,
        "base64" => {
            let data: Vec<u8> = body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
            let padding = data.iter().rev().take_while(|byte| **byte == b'=').count();
            let digits = &data[..data.len() - padding];
            let digit = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/".contains(byte);
            data.len().is_multiple_of(4) && padding <= 2 && digits.iter().all(digit)
        }
        "quoted-printable" => {
            let body = String::from_utf8_lossy(body);
            let hex =
                |text: &str| text.len() >= 2 && text.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
            body.is_ascii()
                && body.split('=').skip(1).all(|after| {
                    hex(after) || after.trim_start_matches([' ', '\t']).starts_with('\r') || after.is_empty()
                })
        }
        _ => false,
    }
}
