//! The mail as MIME bytes (RFC 5322, RFC 2045).
//!
//! `multipart/mixed` of `multipart/alternative` (plain text, HTML) and the attachments; ASCII on the wire; no line
//! longer than 998 characters. The draft, the mail that is sent, the trial and the later letter come from one builder, and
//! [`Reread`] reads back a file that a person may have edited. Only [`Evidence`](crate::evidence::Evidence) can be attached:
//!
//! ```
//! use unfreeze::evidence::{Attachment, Evidence};
//! fn attach(evidence: Vec<Evidence>) -> Vec<Attachment> {
//!     Attachment::number(evidence)
//! }
//! ```
//! ```compile_fail,E0308
//! use unfreeze::evidence::{Attachment, Scan};
//! fn attach(scans: Vec<Scan>) -> Vec<Attachment> {
//!     Attachment::number(scans)
//! }
//! ```
//!
//! And only a store with enterprise verification has the [`Mail`] that it takes to compose one:
//!
//! ```
//! use unfreeze::facts::{Facts, Mail};
//! fn permission(facts: &Facts) -> Option<&Mail> {
//!     facts.mail().as_ref()
//! }
//! ```
//! ```compile_fail,E0451
//! use unfreeze::facts::Mail;
//! fn forge(mail: Mail) -> Mail {
//!     Mail { cc: Vec::new(), ..mail }
//! }
//! ```

mod compose;
mod content;
mod reread;

use std::time::SystemTime;

pub use reread::{MailPart, Ready, Reread, check_recipients};

use crate::evidence::{Attachment, Digest, MAIL_BYTES};
use crate::facts::Mail;
use crate::letter::Letter;
use crate::texts::Texts;
use compose::Wording;

/// The most that a mail may weigh, in bytes as it travels; pictures are fitted to it as they become evidence.
pub const MOST_BYTES: usize = MAIL_BYTES;

/// What a mail holds besides its content, given from outside so that the same case gives the same bytes.
#[derive(Clone, Debug)]
pub struct Stamp {
    boundary: String,
    posted: Option<Posted>,
}

/// When a mail is sent, and the part of its Message-ID before the `@`.
#[derive(Clone, Debug)]
struct Posted {
    date: SystemTime,
    token: String,
}

impl Stamp {
    /// The stamp of a draft: a boundary that follows from the content, no date and no Message-ID, which the mail client
    /// sets when it sends.
    #[must_use]
    pub fn draft(letter: &Letter, attachments: &[Attachment]) -> Self {
        let mut content = format!("{}\n{}\n{}", letter.subject(), letter.text(), letter.html());
        for attachment in attachments {
            content.push_str(&format!("\n{} {}", attachment.file_name(), attachment.evidence().digest()));
        }
        let digest = Digest::of(content.as_bytes()).to_string();
        Self { boundary: digest[..32].to_owned(), posted: None }
    }

    /// The stamp of a mail that is sent: the draft's boundary, a date, and a token that no other mail has, of letters,
    /// digits and hyphens, which becomes the Message-ID `<token@domain of From>`.
    #[must_use]
    pub fn sent(letter: &Letter, attachments: &[Attachment], date: SystemTime, token: &str) -> Self {
        Self { posted: Some(Posted { date, token: token.to_owned() }), ..Self::draft(letter, attachments) }
    }
}

/// The mails that a letter follows, by their Message-IDs (RFC 5322 §3.6.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    references: Vec<String>,
}

impl Thread {
    /// A thread of these Message-IDs, the oldest first, with or without angle brackets; what is not a Message-ID is left
    /// out, and without any there is no thread.
    #[must_use]
    pub fn of<'a>(message_ids: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let references: Vec<String> = message_ids.into_iter().filter_map(compose::message_id).collect();
        (!references.is_empty()).then_some(Self { references })
    }

    /// The Message-ID of the mail that is answered, in angle brackets.
    #[must_use]
    pub fn in_reply_to(&self) -> &str {
        self.references.last().map_or("", String::as_str)
    }

    /// All Message-IDs, the oldest first, in angle brackets.
    #[must_use]
    pub fn references(&self) -> &[String] {
        &self.references
    }
}

/// A mail, ready to be written.
pub struct Message {
    bytes: Vec<u8>,
    message_id: Option<String>,
    subject: String,
    content: String,
}

impl Message {
    /// Composes a draft: `X-Unsent: 1`, no Date, no Message-ID, no Bcc.
    ///
    /// Thunderbird and Outlook open it for writing because of `X-Unsent`, and choose the account by `From`.
    ///
    /// # Errors
    /// [`ComposeError::TooLarge`] above [`MOST_BYTES`]; [`ComposeError::Unfit`] if the mail would not be ASCII with
    /// lines of at most 998 characters (RFC 5322 §2.1.1), which is a bug.
    pub fn draft(
        mail: &Mail,
        letter: &Letter,
        attachments: &[Attachment],
        stamp: &Stamp,
    ) -> Result<Self, ComposeError> {
        Self::follow_up(mail, letter, attachments, stamp, None)
    }

    /// Composes a draft that follows earlier mails: In-Reply-To and References, where there is a thread.
    ///
    /// # Errors
    /// As [`Message::draft`].
    pub fn follow_up(
        mail: &Mail,
        letter: &Letter,
        attachments: &[Attachment],
        stamp: &Stamp,
        thread: Option<&Thread>,
    ) -> Result<Self, ComposeError> {
        let stamp = Stamp { posted: None, ..stamp.clone() };
        compose::compose(&Wording::of(mail, letter), attachments, &stamp, thread)
    }

    /// Composes the mail that is sent: Date and Message-ID, In-Reply-To and References where there is a thread, never
    /// `X-Unsent` nor Bcc. Copies that nobody else is to see stand in the envelope alone.
    ///
    /// # Errors
    /// As [`Message::draft`]; [`ComposeError::Unfit`] also for a date outside the years 1970 to 9999, for another token
    /// than [`Stamp::sent`] asks for, and for the stamp of a draft.
    pub fn sent(
        mail: &Mail,
        letter: &Letter,
        attachments: &[Attachment],
        stamp: &Stamp,
        thread: Option<&Thread>,
    ) -> Result<Self, ComposeError> {
        compose::posted(&Wording::of(mail, letter), attachments, stamp, thread)
    }

    /// Composes a trial of that mail, to the sender alone: the subject and the first lines say so.
    ///
    /// # Errors
    /// As [`Message::sent`].
    pub fn trial(
        mail: &Mail,
        letter: &Letter,
        attachments: &[Attachment],
        stamp: &Stamp,
        texts: &Texts,
    ) -> Result<Self, ComposeError> {
        compose::posted(&Wording::of(mail, letter).trial(mail, texts), attachments, stamp, None)
    }

    /// The mail's bytes, with CRLF line ends.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The Message-ID in angle brackets; a draft has none.
    #[must_use]
    pub fn message_id(&self) -> Option<&str> {
        self.message_id.as_deref()
    }

    /// The subject, decoded.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The SHA-256 of what the mail says and to whom, in hexadecimal: the same for the same case composed at another
    /// time, because date, Message-ID, thread and boundary are left out.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }
}

/// Why a mail cannot be composed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// It weighs more than [`MOST_BYTES`].
    #[error("mail-too-large")]
    TooLarge {
        /// What it weighs.
        bytes: usize,
    },
    /// It breaks a rule of RFC 5322 that checked facts cannot break.
    #[error("mail-unfit")]
    Unfit,
}
