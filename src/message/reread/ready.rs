//! From a mail that was read back to the bytes that are sent.

use std::time::{Duration, SystemTime};

use mail_parser::DateTime;

use super::super::compose::{self, dated};
use super::fields::Field;
use super::{Problems, Reread};
use crate::finding::Finding;

/// The bytes that may be sent, and what they are known by.
pub struct Ready {
    pub(super) bytes: Vec<u8>,
    pub(super) message_id: String,
    pub(super) in_reply_to: Option<String>,
    pub(super) content: String,
}

impl Ready {
    /// The mail with CRLF line ends. Its body is as it was in the file; if that is not ASCII, the server has to offer
    /// 8BITMIME (RFC 6152).
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The Message-ID in angle brackets.
    #[must_use]
    pub fn message_id(&self) -> &str {
        &self.message_id
    }

    /// The Message-ID of the mail that is answered, in angle brackets.
    #[must_use]
    pub fn in_reply_to(&self) -> Option<&str> {
        self.in_reply_to.as_deref()
    }

    /// The SHA-256 of what it says and to whom, as [`Message::content`](crate::message::Message::content).
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }
}

/// What clients note in drafts and mailboxes; it is nobody else's business.
const NOTES: [&str; 14] = [
    "Bcc",
    "X-Unsent",
    "Return-Path",
    "X-Account-Key",
    "X-Identity-Key",
    "Fcc",
    "FCC",
    "X-FCC",
    "X-UIDL",
    "Status",
    "X-Status",
    "Content-Length",
    "Lines",
    "X-Uniform-Type-Identifier",
];
const NOTES_OF: [&str; 6] =
    ["X-Mozilla-", "X-Mutt-", "X-Apple-", "X-Evolution-", "X-KMail-", "X-Universally-Unique-"];

fn is_note(name: &str) -> bool {
    let begins = |start: &&str| name.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    NOTES.iter().any(|note| note.eq_ignore_ascii_case(name)) || NOTES_OF.iter().any(begins)
}

/// How old a date may be that a client set when it saved the mail; a mail much older than its arrival looks forged.
const OLDEST: Duration = Duration::from_secs(30 * 86_400);
const AHEAD: Duration = Duration::from_secs(86_400);

/// Whether a client's date may stay: written as RFC 5322 §3.3 asks, and about now.
fn is_sound(date: &str, now: SystemTime) -> bool {
    let plain = date.len() <= 64
        && date.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" ,:+-()".contains(&byte));
    let read = DateTime::parse_rfc822(date).filter(|date| plain && date.is_valid());
    let seconds = read.and_then(|read| u64::try_from(read.to_timestamp()).ok());
    let Some(at) =
        seconds.and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)))
    else {
        return false;
    };
    match now.duration_since(at) {
        Ok(age) => age <= OLDEST,
        Err(ahead) => ahead.duration() <= AHEAD,
    }
}

impl Reread {
    /// The bytes to send: without Bcc and the client's own notes, with a sound Date and Message-ID, which are made of
    /// `date` and `token` where the file has none. The body stays as it is.
    ///
    /// # Errors
    /// `mail-unfit` if the result would not read as the same mail again, for a date outside the years 1970 to 9999, or
    /// for a token of other characters than letters, digits and hyphens; `mail-too-large`.
    pub fn ready(&self, date: SystemTime, token: &str) -> Result<Ready, Problems> {
        self.made_ready(date, token).ok_or_else(|| Finding::error("mail", "mail-unfit").into())
    }

    fn made_ready(&self, date: SystemTime, token: &str) -> Option<Ready> {
        let kept_date = self.header.value("Date").filter(|kept| is_sound(kept, date));
        let kept_id = self.header.value("Message-ID").and_then(compose::message_id);
        let stays = |field: &&Field| {
            let is = |name: &str| field.name.eq_ignore_ascii_case(name);
            let replaced = is("Date") && kept_date.is_none() || is("Message-ID") && kept_id.is_none();
            // An empty list of addresses is none (RFC 5322 §3.6.3).
            !is_note(&field.name) && !replaced && !field.value.is_empty()
        };
        let mut bytes = Vec::with_capacity(self.bytes.len() + 200);
        if kept_date.is_none() {
            bytes.extend(format!("Date: {}\r\n", compose::date(dated(date)?)).bytes());
        }
        for field in self.header.fields.iter().filter(stays) {
            bytes.extend_from_slice(&self.bytes[field.raw.clone()]);
        }
        let message_id = match kept_id {
            Some(id) => id,
            None => {
                let id = compose::own_message_id(token, &self.envelope.from)?;
                bytes.extend(format!("Message-ID: {id}\r\n").bytes());
                id
            }
        };
        if self.header.value("MIME-Version").is_none() {
            bytes.extend(b"MIME-Version: 1.0\r\n");
        }
        bytes.extend(b"\r\n");
        bytes.extend_from_slice(&self.bytes[self.header.end..]);
        let again = Self::read(&bytes).ok()?;
        let same = again.says_the_same(self) && again.bytes == bytes;
        same.then(|| Ready {
            bytes,
            message_id,
            in_reply_to: self.in_reply_to.clone(),
            content: self.content.clone(),
        })
    }

    /// Whether two files hold the same mail, Bcc left out.
    fn says_the_same(&self, other: &Self) -> bool {
        self.content == other.content
            && self.envelope.bcc.is_empty()
            && self.store == other.store
            && self.reference() == other.reference()
            && self.in_reply_to == other.in_reply_to
            && self.attachments == other.attachments
            && self.bytes[self.header.end..] == other.bytes[other.header.end..]
    }
}
