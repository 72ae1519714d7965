//! Checked facts: everything a letter may say.
//!
//! [`Facts::check`] reads a [`Case`](crate::case::Case) and reports every finding at once. It is pure: the time is an
//! argument, and what a picture shows is found in [`crate::evidence`], not here.
//!
//! Facts come from the check only; nobody builds or changes them by hand:
//!
//! ```
//! use unfreeze::{case, facts::Facts};
//! fn checked(text: &[u8], now: jiff::Timestamp) -> Option<Facts> {
//!     Facts::check(case::read(text).ok()?, now).ok()
//! }
//! ```
//! ```compile_fail,E0451
//! use unfreeze::facts::Store;
//! fn renamed(store: Store) -> Store {
//!     Store { name: String::new(), ..store }
//! }
//! ```

use std::path::PathBuf;

use jiff::Zoned;

use crate::evidence::{Acceptance, Part, Preset, Quad, Side, Style, Told, WatermarkText, Window};
use crate::finding::Finding;

pub(crate) mod address;
mod check;
mod contacts;
mod frozen;
mod identity_number;
mod licence;
mod moment;
mod notices;
mod phone;
#[cfg(test)]
mod sample;
mod scans;
mod store_id;
mod text;

pub(crate) use address::mailbox;
pub(crate) use check::MOST_CC;
pub use check::REQUIRED;
pub use contacts::{Judged, Standing, judge};
pub(crate) use identity_number::is_in as holds_identity_number;
pub use moment::{happened, in_china};
pub(crate) use store_id::check as store_id;
pub use text::{line, paragraph};

/// A case whose every field has been checked.
pub struct Facts {
    store: Store,
    business: Business,
    representative: Representative,
    freeze: Freeze,
    contact: Contact,
    mail: Option<Mail>,
    language: LetterLanguage,
    redaction: Redaction,
    agent: Option<Agent>,
    warnings: Vec<Finding>,
}

/// The frozen store.
pub struct Store {
    /// 5 to 12 ASCII digits.
    pub(crate) id: String,
    pub(crate) name: String,
    /// The email address of the seller's login, or empty.
    pub(crate) login: String,
    /// Whether it has passed enterprise verification.
    pub(crate) verified: bool,
}

/// The business behind the store.
pub struct Business {
    pub(crate) region: Region,
    pub(crate) licence: String,
    pub(crate) company: String,
}

/// Where the business is registered; the licence's rules follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// Mainland China.
    Cn,
    /// Hong Kong.
    Hk,
    /// Macau.
    Mo,
    /// Taiwan.
    Tw,
    /// Anywhere else.
    Other,
}

/// The legal representative, and the scans of the identity card.
pub struct Representative {
    pub(crate) name: String,
    pub(crate) document: Document,
    /// What may be told of the identity number.
    pub(crate) told: Option<Told>,
    pub(crate) scans: [CardScan; 2],
}

/// What the scans show, from which follows what is hidden in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// A resident identity card of mainland China, as it is.
    CnResidentId,
    /// Any other document: everything is covered but the windows that a person draws.
    Other,
    /// Whatever it is, it has been masked already.
    MaskedByHand,
}

/// One side's scan, as the case tells it.
pub struct CardScan {
    pub(crate) side: Side,
    /// Relative to the case file.
    pub(crate) path: PathBuf,
    pub(crate) placement: Placement,
    pub(crate) cover: Vec<Window>,
    pub(crate) show: Vec<Window>,
    /// What a person vouched for, if the case still asks for the same.
    pub(crate) acceptance: Option<Acceptance>,
}

/// Where the card lies in its scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Nobody said.
    Untold,
    /// The picture is the card.
    Whole,
    /// At these corners.
    Corners(Quad),
}

/// What happened.
pub struct Freeze {
    /// The screenshots, relative to the case file; at least one.
    pub(crate) notices: Vec<PathBuf>,
    pub(crate) covers: Vec<Vec<Window>>,
    pub(crate) at: Zoned,
    pub(crate) kind: FreezeKind,
    pub(crate) reason: String,
    pub(crate) number: String,
    pub(crate) ticket: String,
    pub(crate) ticket_at: Option<Zoned>,
    pub(crate) statement: String,
    pub(crate) orders: Vec<String>,
}

/// The kind of freeze, which proposes the ticket's category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreezeKind {
    /// Identity or business verification.
    Identity,
    /// A suspicious login or a stolen account.
    Security,
    /// Funds held.
    Funds,
    /// An intellectual-property complaint.
    Ip,
    /// Orders, disputes, logistics.
    Orders,
    /// Anything else, or not stated.
    Other,
}

/// Whom the platform reaches.
pub struct Contact {
    pub(crate) name: String,
    pub(crate) email: String,
    /// E.164.
    pub(crate) phone: String,
}

/// The permission to write a mail: sender and recipients, checked, of a store with enterprise verification.
pub struct Mail {
    pub(crate) from: String,
    pub(crate) to: Recipient,
    pub(crate) cc: Vec<String>,
    pub(crate) copy_to_self: bool,
    pub(crate) brackets: Brackets,
    pub(crate) cite: bool,
}

/// An address of the platform that a mail may go to.
#[derive(Clone, PartialEq, Eq)]
pub enum Recipient {
    /// `seller-support@aliexpress.com`.
    Urgent,
    /// The mailbox shown to a verified enterprise, `seller-support-…@aliexpress.com`.
    Dedicated(String),
}

/// The brackets round the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brackets {
    /// `[…]`
    Ascii,
    /// `【…】`
    Cjk,
}

/// The letter's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterLanguage {
    /// English.
    En,
    /// Chinese.
    Zh,
    /// Chinese first, then English.
    Both,
}

/// What is hidden in the pictures, and how.
pub struct Redaction {
    pub(crate) preset: Preset,
    pub(crate) style: Style,
    /// What is told of the number, if it is known.
    pub(crate) keep: Part,
    pub(crate) watermark: Option<WatermarkText>,
}

/// A service provider who acts for the seller.
pub struct Agent {
    pub(crate) name: String,
    pub(crate) reference: String,
}

macro_rules! getters {
    ($type:ty { $($(#[doc = $doc:literal])* $field:ident: $result:ty),* $(,)? }) => {
        impl $type {
            $($(#[doc = $doc])* #[must_use] pub fn $field(&self) -> &$result { &self.$field })*
        }
    };
}

getters!(Facts {
    /// The frozen store.
    store: Store,
    /// The business behind it.
    business: Business,
    /// The legal representative and the scans.
    representative: Representative,
    /// What happened.
    freeze: Freeze,
    /// Whom the platform reaches.
    contact: Contact,
    /// The permission to write a mail; none without enterprise verification.
    mail: Option<Mail>,
    /// The letter's language.
    language: LetterLanguage,
    /// What is hidden in the pictures.
    redaction: Redaction,
    /// A service provider who acts for the seller.
    agent: Option<Agent>,
    /// What a reviewer may stumble over.
    warnings: Vec<Finding>,
});
getters!(Store {
    /// The store ID, 5 to 12 ASCII digits.
    id: str,
    /// The store's name.
    name: str,
    /// The email address of the login, or an empty text.
    login: str,
    /// Whether the store has passed enterprise verification.
    verified: bool,
});
getters!(Business {
    /// Where it is registered.
    region: Region,
    /// The number on the licence.
    licence: str,
    /// The registered name, or an empty text.
    company: str,
});
getters!(Representative {
    /// The name, or an empty text.
    name: str,
    /// What the scans show.
    document: Document,
    /// What is told of the identity number.
    told: Option<Told>,
    /// The scans: portrait side, emblem side.
    scans: [CardScan; 2],
});
getters!(CardScan {
    /// The side it shows.
    side: Side,
    /// The file, relative to the case file.
    path: PathBuf,
    /// Where the card lies in it.
    placement: Placement,
    /// What is to be covered besides the layout's fields.
    cover: [Window],
    /// What of an unknown document may be seen.
    show: [Window],
    /// What a person vouched for, if the case still asks for the same.
    acceptance: Option<Acceptance>,
});
getters!(Freeze {
    /// The screenshots, relative to the case file; at least one.
    notices: [PathBuf],
    /// What is painted over in each of them, in oriented pixels.
    covers: [Vec<Window>],
    /// When the store was frozen.
    at: Zoned,
    /// The kind of freeze.
    kind: FreezeKind,
    /// The reason as the page states it, or an empty text.
    reason: str,
    /// The notice's number, or an empty text.
    number: str,
    /// The urgent ticket's number, or an empty text.
    ticket: str,
    /// When the urgent ticket was filed.
    ticket_at: Option<Zoned>,
    /// The seller's own words, at most 500 characters, or an empty text.
    statement: str,
    /// The orders concerned.
    orders: [String],
});
getters!(Contact {
    /// The person to ask.
    name: str,
    /// Their email address.
    email: str,
    /// Their phone, E.164.
    phone: str,
});
getters!(Mail {
    /// The sender.
    from: str,
    /// The platform's address.
    to: Recipient,
    /// Further recipients.
    cc: [String],
    /// Whether the sender gets a copy.
    copy_to_self: bool,
    /// The brackets round the subject.
    brackets: Brackets,
    /// Whether the letter cites the published review time.
    cite: bool,
});
getters!(Redaction {
    /// How much is hidden.
    preset: Preset,
    /// How it is drawn.
    style: Style,
    /// What is told of the number, if it is known.
    keep: Part,
    /// What is drawn across the cards.
    watermark: Option<WatermarkText>,
});
getters!(Agent {
    /// The name.
    name: str,
    /// Their own reference, or an empty text.
    reference: str,
});
