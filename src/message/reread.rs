//! Reads a mail that a person may have edited.

use std::fmt;
use std::time::SystemTime;

use crate::evidence::Digest;
use crate::finding::{Finding, Problems};

/// A mail read from a file, checked against the rules that a composed one keeps.
pub struct Reread {
    from: String,
    to: Vec<String>,
    cc: Vec<String>,
    bcc: Vec<String>,
    subject: String,
    store: String,
    reference: Option<(String, String)>,
    attachments: Vec<MailPart>,
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

/// The bytes that may be sent, and what they are known by.
pub struct Ready {
    /// The mail with CRLF line ends.
    pub bytes: Vec<u8>,
    /// The Message-ID in angle brackets.
    pub message_id: String,
    /// The Message-ID of the mail that is answered, in angle brackets.
    pub in_reply_to: Option<String>,
    /// The SHA-256 of what it says and to whom, as [`Message::content`](super::Message::content).
    pub content: String,
}

impl Reread {
    /// Reads an .eml.
    ///
    /// # Errors
    /// Everything that is wrong with it, at once.
    pub fn read(_bytes: &[u8]) -> Result<Self, Problems> {
        Err(Finding::error("mail", "reread-not-mail").into())
    }

    /// The bytes to send.
    ///
    /// # Errors
    /// What keeps it from being sent.
    pub fn ready(&self, _date: SystemTime, _token: &str) -> Result<Ready, Problems> {
        Err(Finding::error("mail", "reread-not-mail").into())
    }

    /// The sender.
    #[must_use]
    pub fn from(&self) -> &str {
        &self.from
    }

    /// The platform's address, alone.
    #[must_use]
    pub fn to(&self) -> &[String] {
        &self.to
    }

    /// Those who get a copy that everybody sees.
    #[must_use]
    pub fn cc(&self) -> &[String] {
        &self.cc
    }

    /// Those who get a copy that nobody sees: for the envelope alone.
    #[must_use]
    pub fn bcc(&self) -> &[String] {
        &self.bcc
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
    /// ends in its number.
    #[must_use]
    pub fn reference(&self) -> Option<(&str, &str)> {
        self.reference.as_ref().map(|(case, own)| (case.as_str(), own.as_str()))
    }

    /// Everything but the text: whoever sends it decides by the digest what is evidence.
    #[must_use]
    pub fn attachments(&self) -> &[MailPart] {
        &self.attachments
    }

    /// What a person should know before it is sent.
    #[must_use]
    pub fn warnings(&self) -> &[Finding] {
        &self.warnings
    }
}

/// Quiet on purpose: neither words nor names.
impl fmt::Debug for MailPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailPart").field("size", &self.size).finish_non_exhaustive()
    }
}

/// The official-recipient rule on a final envelope: `to` is the platform's address alone; `copies` are plain mailboxes,
/// at most 20, none of them the platform's.
#[must_use]
pub fn check_recipients<T: AsRef<str>>(_from: &str, _to: &[T], _copies: &[T]) -> Vec<Finding> {
    vec![Finding::error("To", "recipient-foreign")]
}
