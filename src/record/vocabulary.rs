//! What the diary speaks of: cases, mails, attempts and events.

use std::fmt;
use std::str::FromStr;

use jiff::{Timestamp, Zoned};

use super::error::RecordError;
use super::rules::{self, Resend};
use crate::delivery::smtp::Phase;
use crate::evidence::Digest;

/// Which case: the frozen store and when it was frozen.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseKey {
    /// `UF-<StoreID>-<yyyymmdd>`, as [`crate::letter::Letter::reference`] makes it.
    pub reference: String,
    /// The store ID.
    pub store: String,
    /// When it was frozen, if that is known, in the zone it was told in.
    pub frozen: Option<Zoned>,
}

/// What a mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The urgent mail of the case.
    Urgent,
    /// A later letter of the case.
    FollowUp,
    /// A marked trial to the sender only; it never stands in the way of a real one.
    Trial,
}

/// Where a mail stands.
///
/// ```text
///                    ┌────────── again ───────────┐
/// composed ─► sending ─► accepted                 │
///    │           ├─► deferred ──┬─────────────────┤
///    │           ├─► refused ───┤                 │
///    │           └─► unknown ───┼─ with the person's word
///    └────────────── replaced ◄─┘  (deferred and refused only)
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Kept, and nothing sent yet.
    Composed,
    /// A process is sending it, or was broken off doing so.
    Sending,
    /// The server took it over. That is not the same as received.
    Accepted,
    /// Not now: nothing was delivered, and it can be tried again.
    Deferred,
    /// Refused for good: nothing was delivered.
    Refused,
    /// Nobody knows whether it was delivered.
    Unknown,
    /// Another wording took its place before anything was delivered.
    Replaced,
}

/// A mail of the diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MailId(pub(super) i64);

/// A mail before it is kept.
pub struct NewMail {
    /// The case it belongs to; the diary makes a page for it if there is none.
    pub case: CaseKey,
    /// The mail's own reference: the case's for the urgent mail, with `-2`, `-3` … for later ones.
    pub reference: String,
    /// What it is for.
    pub kind: Kind,
    /// The address in `MAIL FROM`.
    pub from: String,
    /// The addresses that must all be accepted.
    pub to: Vec<String>,
    /// The addresses that may be refused.
    pub copies: Vec<String>,
    /// Its Message-ID.
    pub message_id: String,
    /// Its subject.
    pub subject: String,
    /// The bytes that will be sent.
    pub bytes: Vec<u8>,
    /// The SHA-256 of what it says, without date and identifiers, as hexadecimal digits.
    pub content: String,
    /// What is attached.
    pub attachments: Vec<Attached>,
}

/// An attachment: not its bytes, which stand in the mail.
#[derive(Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its file name.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// Its size in bytes.
    pub size: u64,
}

/// A mail as the diary has it; its bytes are read with [`super::Record::bytes`].
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its number in the diary; a later mail has a greater one.
    pub id: MailId,
    /// The reference of its case.
    pub case: String,
    /// Its own reference.
    pub reference: String,
    /// What it is for.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// When it was composed.
    pub composed_at: Timestamp,
    /// Its Message-ID.
    pub message_id: String,
    /// Its subject.
    pub subject: String,
    /// The address in `MAIL FROM`.
    pub from: String,
    /// The addresses that must all be accepted.
    pub to: Vec<String>,
    /// The addresses that may be refused.
    pub copies: Vec<String>,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// The SHA-256 of what it says.
    pub content: String,
    /// What is attached.
    pub attachments: Vec<Attached>,
    /// The attempts to send it, the first one first.
    pub attempts: Vec<AttemptView>,
}

impl Mail {
    /// How far the last attempt came.
    #[must_use]
    pub fn phase(&self) -> Option<Phase> {
        self.attempts.last().and_then(|attempt| attempt.phase)
    }

    /// Whether it may be sent as far as this copy of it knows; [`super::Record::begin`] asks again under the lock.
    ///
    /// # Errors
    /// Why it must not be sent.
    pub fn may_be_sent(&self, resend: Resend) -> Result<(), RecordError> {
        rules::may_begin(self, resend)
    }

    /// The attempt that the server accepted.
    #[must_use]
    pub fn accepted(&self) -> Option<&AttemptView> {
        self.attempts.iter().find(|attempt| attempt.outcome == Some(Ended::Accepted))
    }

    /// The first attempt of which nobody knows whether it delivered the mail.
    #[must_use]
    pub fn unknown(&self) -> Option<&AttemptView> {
        self.attempts.iter().find(|attempt| attempt.outcome == Some(Ended::Unknown))
    }
}

/// One attempt to send a mail.
#[derive(Clone, PartialEq, Eq)]
pub struct AttemptView {
    /// The account's name.
    pub account: String,
    /// The server, as a URL without a secret.
    pub server: String,
    /// When it began.
    pub started: Timestamp,
    /// When it ended or was found broken off; none while it runs.
    pub ended: Option<Timestamp>,
    /// The last phase whose first byte may have been written.
    pub phase: Option<Phase>,
    /// How it ended.
    pub outcome: Option<Ended>,
    /// The code of what went wrong.
    pub why: Option<String>,
    /// The last reply: its code, and its text.
    pub reply: Option<(u16, String)>,
    /// The copies that the server did not take: address, code and text.
    pub refused_copies: Vec<(String, u16, String)>,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The server accepted the mail.
    Accepted,
    /// Not now.
    Deferred,
    /// Refused for good.
    Refused,
    /// The login was refused.
    Login,
    /// Nobody knows.
    Unknown,
}

/// Something that happened outside of the program.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// What.
    pub kind: EventKind,
    /// When, in the zone it was told in.
    pub at: Zoned,
    /// The ticket's number; else empty.
    pub number: String,
    /// The person's own words, or an empty text.
    pub note: String,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The urgent ticket was filed.
    Ticket,
    /// The mail was sent by hand, from a mail client.
    Mailed,
    /// A text message of the platform came.
    Sms,
    /// The platform answered.
    Answered,
    /// The mail came back.
    Bounced,
    /// The store is open again, which closes the case.
    Unfrozen,
}

/// An event and when it was noted.
#[derive(Clone, PartialEq, Eq)]
pub struct Noted {
    /// What happened.
    pub event: Event,
    /// When it was noted.
    pub noted: Timestamp,
}

/// A case with all that the diary knows of it.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseView {
    /// Which case.
    pub case: CaseKey,
    /// When the diary first heard of it.
    pub opened: Timestamp,
    /// When it was closed.
    pub closed: Option<Timestamp>,
    /// Its mails, the first one first; trials and replaced ones, too.
    pub mails: Vec<Mail>,
    /// What happened outside, in the order it was noted in.
    pub events: Vec<Noted>,
}

/// Names for a closed set of words, the same in the database, in JSON and on the command line.
macro_rules! named {
    ($type:ident { $($variant:ident = $name:literal),* $(,)? }) => {
        impl $type {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stable name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }

        impl FromStr for $type {
            type Err = ();

            fn from_str(name: &str) -> Result<Self, ()> {
                match name { $($name => Ok(Self::$variant),)* _ => Err(()) }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

named!(Kind { Urgent = "urgent", FollowUp = "follow-up", Trial = "trial" });
named!(State {
    Composed = "composed",
    Sending = "sending",
    Accepted = "accepted",
    Deferred = "deferred",
    Refused = "refused",
    Unknown = "unknown",
    Replaced = "replaced",
});
named!(Ended {
    Accepted = "accepted",
    Deferred = "deferred",
    Refused = "refused",
    Login = "login",
    Unknown = "unknown",
});
named!(EventKind {
    Ticket = "ticket",
    Mailed = "mailed",
    Sms = "sms",
    Answered = "answered",
    Bounced = "bounced",
    Unfrozen = "unfrozen",
});
