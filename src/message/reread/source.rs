//! The bytes of a file as the lines of a mail.

use super::super::MOST_BYTES;
use crate::finding::Finding;

/// The longest line of a mail in bytes, without its end (RFC 5322 §2.1.1).
const MAX_LINE: usize = 998;

/// The mail's bytes with CRLF line ends, a last one among them, without what editors and mailboxes put in front: a byte
/// order mark, the `From ` line of an mbox (RFC 4155).
///
/// # Errors
/// What no mail may hold (RFC 5322 §2.1.1, §2.3; RFC 5321 §4.5.2): too many bytes, NUL, CR alone, too long a line.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<u8>, Vec<Finding>> {
    if bytes.len() > MOST_BYTES {
        return Err(vec![too_large(bytes.len())]);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = match bytes.strip_prefix(b"From ") {
        Some(rest) => rest.iter().position(|byte| *byte == b'\n').map_or(&[][..], |end| &rest[end + 1..]),
        None => bytes,
    };
    let mut findings = Vec::new();
    if bytes.contains(&0) {
        findings.push(Finding::error("mail", "reread-nul"));
    }
    let mut whole = Vec::with_capacity(bytes.len() + bytes.len() / 40);
    let mut long = None;
    for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.len() > MAX_LINE && long.is_none() {
            long = Some(number + 1);
        }
        whole.extend_from_slice(line);
        whole.extend_from_slice(b"\r\n");
    }
    if whole.windows(2).any(|pair| pair[0] == b'\r' && pair[1] != b'\n') {
        findings.push(Finding::error("mail", "reread-bare-cr"));
    }
    if let Some(line) = long {
        findings.push(Finding::error("mail", "reread-line-length").with("line", line));
    }
    if whole.len() > MOST_BYTES {
        findings.push(too_large(whole.len()));
    }
    if findings.is_empty() { Ok(whole) } else { Err(findings) }
}

fn too_large(bytes: usize) -> Finding {
    Finding::error("mail", "mail-too-large").with("megabytes", bytes.div_ceil(1_000_000))
}
