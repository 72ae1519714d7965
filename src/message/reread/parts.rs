//! What mail-parser reads in a mail: its texts and what it carries; and whether that is what the bytes say.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::html::html_to_text;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, HeaderValue, Message, MessagePart, MimeHeaders, PartType};

use super::MailPart;
use super::envelope::Envelope;
use super::fields::Header;
use super::structure::Structure;
use super::words;
use crate::evidence::Digest;
use crate::finding::Finding;

/// Charsets that every reader of mail knows; in another one a number could hide.
const CHARSETS: [&str; 10] = [
    "utf-8",
    "us-ascii",
    "ascii",
    "gb2312",
    "gbk",
    "gb18030",
    "big5",
    "iso-8859-1",
    "iso-8859-15",
    "windows-1252",
];

/// The words of a mail, and everything else that it carries.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) plain: String,
    pub(super) html: String,
    pub(super) attachments: Vec<MailPart>,
}

impl Parts {
    /// Takes the parts apart; whatever is not a text to be shown is an attachment.
    pub(super) fn read(message: &Message<'_>, findings: &mut Vec<Finding>) -> Self {
        let mut parts = Self::default();
        for part in message.parts.iter().filter(|part| !part.is_multipart()) {
            let media_type = media_type(part);
            let (text, shown) = match &part.body {
                PartType::Text(text) | PartType::Html(text) => (text.as_ref(), shown(part, &media_type)),
                PartType::Message(_) => {
                    findings.push(Finding::error(&media_type, "reread-nested"));
                    continue;
                }
                _ => ("", false),
            };
            let charset = part.content_type().and_then(|value| value.attribute("charset")).unwrap_or("utf-8");
            let known = CHARSETS.contains(&charset.to_ascii_lowercase().as_str());
            if part.is_text() && (!known || text.contains('\u{FFFD}')) {
                findings.push(Finding::error(&media_type, "reread-charset"));
            }
            if names(part).any(words::tell_identity) {
                findings.push(Finding::error("Content-Disposition", "identity-number"));
            }
            if part.is_encoding_problem {
                findings.push(Finding::error(&media_type, "reread-encoding"));
            }
            if shown {
                let whole = if media_type == "text/html" { &mut parts.html } else { &mut parts.plain };
                whole.push_str(text);
                whole.push('\n');
            } else {
                if words::tell_identity(text) {
                    findings.push(Finding::error(&media_type, "identity-number"));
                }
                parts.attachments.push(MailPart::of(message, part, media_type));
            }
        }
        parts
    }

    /// The HTML text as a person reads it.
    pub(super) fn html_words(&self) -> String {
        html_to_text(&self.html)
    }
}

impl MailPart {
    fn of(message: &Message<'_>, part: &MessagePart<'_>, media_type: String) -> Self {
        let contents = contents(message, part);
        let name = part.attachment_name().unwrap_or_default().to_owned();
        Self { name, media_type, size: contents.len(), sha256: Digest::of(&contents) }
    }
}

/// What is attached, byte for byte: of a text, mail-parser itself gives the characters as UTF-8.
fn contents<'a>(message: &'a Message<'_>, part: &'a MessagePart<'_>) -> Cow<'a, [u8]> {
    if !part.is_text() {
        return part.contents().into();
    }
    let (start, end) = (part.raw_body_offset() as usize, part.raw_end_offset() as usize);
    let raw = message.raw_message().get(start..end).unwrap_or_default();
    let decoded = match part.encoding {
        Encoding::None => return raw.into(),
        Encoding::Base64 => base64_decode(raw),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
    };
    decoded.unwrap_or_default().into()
}

/// Every name that a client may show for a part, and whatever else is told of it.
fn names<'a>(part: &'a MessagePart<'_>) -> impl Iterator<Item = &'a str> {
    let told = [part.content_type(), part.content_disposition()].into_iter().flatten();
    let told = told.filter_map(|value| value.attributes()).flatten();
    told.filter(|told| !told.name.eq_ignore_ascii_case("boundary")).map(|told| told.value.as_ref())
}

/// Whether a client shows a text part as the mail's own words.
fn shown(part: &MessagePart<'_>, media_type: &str) -> bool {
    let attached = part.content_disposition().is_some_and(|value| !value.is_inline());
    ["text/plain", "text/html"].contains(&media_type) && !attached && part.attachment_name().is_none()
}

fn media_type(part: &MessagePart<'_>) -> String {
    part.content_type().map_or_else(
        || "text/plain".to_owned(),
        |value| format!("{}/{}", value.ctype(), value.subtype().unwrap_or_default()).to_ascii_lowercase(),
    )
}

/// Where mail-parser reads something else than the bytes say: another reader may do so, too.
pub(super) fn disagreements(
    bytes: &[u8],
    header: &Header,
    structure: &Structure,
    envelope: &Envelope,
    message: &Message<'_>,
) -> Vec<Finding> {
    let ambiguous = |field: &str| Finding::error(field, "reread-ambiguous");
    let mut findings = Vec::new();
    let (read, fields) = (message.headers(), &header.fields);
    let same =
        |at: usize| read.get(at).is_some_and(|read| read.name().eq_ignore_ascii_case(&fields[at].name));
    if read.len() != fields.len() || !(0..fields.len()).all(same) {
        findings.push(ambiguous("mail"));
    }
    let lists = [("To", &envelope.to), ("Cc", &envelope.cc), ("Bcc", &envelope.bcc)];
    let from = vec![envelope.from.clone()];
    for (name, list) in [("From", &from)].into_iter().chain(lists) {
        let parsed = message.headers().iter().filter(|read| read.name().eq_ignore_ascii_case(name));
        let parsed: Vec<String> = parsed.flat_map(|read| addresses(read.value())).collect();
        if !parsed.iter().eq(list.iter().filter(|address| !address.is_empty())) {
            findings.push(ambiguous(name));
        }
    }
    let leaves: Vec<&MessagePart<'_>> = message.parts.iter().filter(|part| !part.is_multipart()).collect();
    let alike = |at: usize| {
        let (leaf, part) = (&structure.leaves[at], leaves[at]);
        let body =
            bytes.get(part.raw_body_offset() as usize..part.raw_end_offset() as usize).unwrap_or_default();
        leaf.media_type == media_type(part)
            && leaf.body.start == part.raw_body_offset() as usize
            && bytes[leaf.body.clone()].trim_ascii_end() == body.trim_ascii_end()
    };
    if leaves.len() != structure.leaves.len() || !(0..leaves.len()).all(alike) {
        findings.push(ambiguous("Content-Type"));
    }
    findings
}

fn addresses(value: &HeaderValue<'_>) -> Vec<String> {
    let Some(address) = value.as_address() else { return Vec::new() };
    address.iter().map(|address| address.address().unwrap_or_default().to_owned()).collect()
}
