//! Reads a mail back that a person may have edited in a mail client or by hand, and checks it as strictly as one that
//! is composed.
//!
//! Two readers look at it: [mail-parser](mail_parser), and one that only divides the bytes into fields and parts. Where
//! they differ, the platform's reader may differ, too, so nothing is sent.

mod envelope;
mod fields;
mod parts;
mod ready;
mod source;
mod structure;
mod words;

use std::fmt;

use mail_parser::MessageParser;

pub use envelope::check_recipients;
pub use ready::Ready;

use super::compose;
use super::content::Content;
use crate::evidence::Digest;
use crate::finding::{Finding, Problems};
use envelope::Envelope;
use fields::Header;
use parts::{Parts, disagreements};
use structure::Structure;
use words::Reference;

/// A mail read from a file, checked against the rules that a composed one keeps.
pub struct Reread {
    bytes: Vec<u8>,
    header: Header,
    envelope: Envelope,
    subject: String,
    store: String,
    reference: Option<Reference>,
    in_reply_to: Option<String>,
    attachments: Vec<MailPart>,
    content: String,
    warnings: Vec<Finding>,
}

/// Something that a mail carries besides its text.
#[derive(Clone, PartialEq, Eq)]
pub struct MailPart {
    /// Its name in the mail; empty if it has none.
    pub name: String,
    /// Its media type, in lower case, such as `image/jpeg`.
    pub media_type: String,
    /// How many bytes it has, decoded.
    pub size: usize,
    /// The SHA-256 of the decoded bytes.
    pub sha256: Digest,
}

/// Quiet on purpose: no names.
impl fmt::Debug for MailPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailPart").field("size", &self.size).finish_non_exhaustive()
    }
}

impl Reread {
    /// Reads an .eml, with CRLF or LF line ends.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once; each finding's field is the header field, the media type of the part,
    /// or `mail`.
    pub fn read(bytes: &[u8]) -> Result<Self, Problems> {
        let bytes = match source::lines(bytes) {
            Ok(bytes) => bytes,
            Err(findings) => return Err(problems(findings)),
        };
        let mut findings = Vec::new();
        let header = Header::read(&bytes, 0..bytes.len(), &mut findings);
        let message = MessageParser::default().parse(&bytes);
        let addressed = ["From", "To", "Subject"].iter().any(|name| header.all(name).next().is_some());
        let Some(message) = message.filter(|_| addressed) else {
            return Err(Finding::error("mail", "reread-not-mail").into());
        };
        let structure = Structure::read(&bytes, &header, &mut findings);
        let envelope = Envelope::read(&header, &mut findings);
        if ["Received", "Resent-From", "Resent-To"].iter().any(|name| header.all(name).next().is_some()) {
            findings.push(Finding::error("mail", "reread-travelled"));
        }
        let in_reply_to = header.value("In-Reply-To").and_then(|ids| ids.split_whitespace().next_back());
        let in_reply_to = in_reply_to.and_then(compose::message_id);
        let subject = message.subject().unwrap_or_default().trim().to_owned();
        let store = words::store(&subject, in_reply_to.is_some()).unwrap_or_else(|finding| {
            findings.push(finding);
            String::new()
        });
        let parts = Parts::read(&message, &mut findings);
        let around = structure.around.iter().map(|range| String::from_utf8_lossy(&bytes[range.clone()]));
        let around: String = around.collect();
        findings.extend(disagreements(&bytes, &header, &structure, &envelope, &message));
        findings.extend(check_words(&header, &message, &parts, &around));
        let mut references = words::references(&parts.plain);
        references.extend(words::references(&parts.html_words()));
        if let Some(other) = references.iter().find(|other| !store.is_empty() && other.store != store) {
            let finding = Finding::error("Subject", "reread-store");
            findings.push(finding.with("subject", store.as_str()).with("text", other.store.as_str()));
        }
        let reference = references.pop_first().filter(|_| references.is_empty());
        findings.dedup();
        let warnings = Problems::raise(findings)?;
        let files: Vec<_> = parts.attachments.iter().map(|part| (part.name.as_str(), part.sha256)).collect();
        let content = Content {
            from: &envelope.from,
            to: &envelope.to,
            cc: &envelope.cc,
            subject: &subject,
            texts: [&parts.plain, &parts.html],
            attachments: &files,
        };
        let content = content.digest();
        let attachments = parts.attachments;
        drop(message);
        Ok(Self {
            bytes,
            header,
            envelope,
            subject,
            store,
            reference,
            in_reply_to,
            attachments,
            content,
            warnings,
        })
    }

    /// The sender.
    #[must_use]
    pub fn from(&self) -> &str {
        &self.envelope.from
    }

    /// The platform's address, alone.
    #[must_use]
    pub fn to(&self) -> &[String] {
        &self.envelope.to
    }

    /// Those who get a copy that everybody sees.
    #[must_use]
    pub fn cc(&self) -> &[String] {
        &self.envelope.cc
    }

    /// Those who get a copy that nobody sees: for the envelope alone.
    #[must_use]
    pub fn bcc(&self) -> &[String] {
        &self.envelope.bcc
    }

    /// The subject, decoded.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The store ID that the subject names.
    #[must_use]
    pub fn store(&self) -> &str {
        &self.store
    }

    /// The case `UF-<StoreID>-<yyyymmdd>` that the text names, and the mail's own reference, which for a later letter
    /// ends in its number; none if the text names no case or several.
    #[must_use]
    pub fn reference(&self) -> Option<(&str, &str)> {
        self.reference.as_ref().map(|reference| (reference.case.as_str(), reference.own.as_str()))
    }

    /// The Message-ID of the mail that is answered, in angle brackets.
    #[must_use]
    pub fn in_reply_to(&self) -> Option<&str> {
        self.in_reply_to.as_deref()
    }

    /// Everything but the text: whoever sends it decides by the digest what is evidence.
    #[must_use]
    pub fn attachments(&self) -> &[MailPart] {
        &self.attachments
    }

    /// The SHA-256 of what it says and to whom: a draft that nobody has edited has that of
    /// [`Message::content`](super::Message::content).
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    /// What a person should know before it is sent.
    #[must_use]
    pub fn warnings(&self) -> &[Finding] {
        &self.warnings
    }
}

/// Looks for what no text of a mail may hold, wherever a reader may see it.
fn check_words(
    header: &Header,
    message: &mail_parser::Message<'_>,
    parts: &Parts,
    around: &str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let html = parts.html_words();
    let plain_empty = parts.plain.trim().is_empty();
    if plain_empty && html.trim().is_empty() {
        findings.push(Finding::error("mail", "reread-no-text"));
    }
    if words::uuencoded(&parts.plain) {
        findings.push(Finding::error("text/plain", "reread-uuencoded"));
    }
    if words::carries_data(&parts.html) {
        findings.push(Finding::error("text/html", "reread-html-data"));
    }
    let mut look = |field: &str, text: &str| {
        if words::tell_identity(text) {
            findings.push(Finding::error(field, "identity-number"));
        }
    };
    look("text/plain", &parts.plain);
    look("text/html", &html);
    look("text/html", &parts.html);
    look("mail", around);
    look("Subject", message.subject().unwrap_or_default());
    for field in &header.fields {
        // Digits there are a program's.
        let made = ["Date", "Message-ID", "In-Reply-To", "References", "Content-Type"];
        if !made.iter().any(|name| field.name.eq_ignore_ascii_case(name)) {
            look(&field.name, &field.value);
        }
    }
    for list in message.headers().iter().filter_map(|header| header.value().as_address()) {
        list.iter().filter_map(|address| address.name()).for_each(|name| look("mail", name));
    }
    findings.extend(words::html_warnings(&parts.html));
    findings
}

fn problems(findings: Vec<Finding>) -> Problems {
    Problems::raise(findings).err().unwrap_or_else(|| Finding::error("mail", "reread-not-mail").into())
}
