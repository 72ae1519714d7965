//! The case file: what the person typed, nothing checked but its form.
//!
//! TOML, in UTF-8 with or without a byte order mark. Every unknown key is named; a duplicate key, a wrong type or a
//! slip in the syntax is named with line and column. Paths are relative to the case file.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::finding::Finding;

mod accept;
mod edit;
mod read;

pub use accept::write_acceptance;
pub use edit::{Answer, EditError, blank, cover_line, write_answer, write_cover};
pub use read::read;

/// A case as typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Case {
    /// The frozen store.
    pub store: Store,
    /// The business behind it.
    pub business: Business,
    /// The legal representative and the scans of the identity card.
    pub representative: Representative,
    /// What happened.
    pub freeze: Freeze,
    /// Whom the platform reaches.
    pub contact: Contact,
    /// The mail.
    pub mail: Mail,
    /// What is hidden in the pictures.
    pub redaction: Redaction,
    /// A service provider who acts for the seller.
    pub agent: Option<Agent>,
    /// Keys that no case has; each is an error, told together with all others.
    #[serde(skip)]
    pub unknown: Vec<Finding>,
}

/// `[store]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Store {
    /// The store ID, digits, or the store's address.
    pub id: Option<String>,
    /// The store's name as buyers see it.
    pub name: Option<String>,
    /// The email address of the seller's login.
    pub login: Option<String>,
    /// Whether the store has passed enterprise verification (企业认证).
    pub verified: Option<bool>,
}

/// `[business]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Business {
    /// `cn`, `hk`, `mo`, `tw` or `other`.
    pub region: Option<String>,
    /// The number on the business licence.
    pub licence: Option<String>,
    /// The registered name.
    pub company: Option<String>,
}

/// `[representative]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Representative {
    /// The legal representative's name.
    pub name: Option<String>,
    /// The scan of the portrait side (人像面).
    pub id_portrait: Option<String>,
    /// The scan of the emblem side (国徽面).
    pub id_emblem: Option<String>,
    /// The kind of document.
    pub document: Option<String>,
    /// Whether the scans are masked already.
    pub redacted_by_hand: Option<bool>,
    /// The last four characters of the number, to be typed over the mask.
    pub last4: Option<String>,
    /// The first digit of the number, for `first1-last1`.
    pub first1: Option<String>,
    /// Where the card lies in the scan of the portrait side.
    pub portrait: Option<Placement>,
    /// Where the card lies in the scan of the emblem side.
    pub emblem: Option<Placement>,
    /// What a person has looked at and vouched for.
    pub accepted: Vec<Accepted>,
}

/// What a person tells of a scan by hand: where the card lies, `{ whole = true }` or `{ corners = "x,y x,y x,y x,y" }`,
/// and rectangles `"x,y,w,h"` to cover or to show; all in oriented pixels.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Placement {
    /// The picture is the card, edge to edge.
    pub whole: Option<bool>,
    /// The card's own top-left, top-right, bottom-right and bottom-left.
    pub corners: Option<String>,
    /// What is to be covered besides the layout's fields.
    pub cover: Vec<String>,
    /// What of an unknown document may be seen.
    pub show: Vec<String>,
}

/// `[[representative.accepted]]`, as `unfreeze accept` writes it.
#[derive(Clone, Deserialize)]
pub struct Accepted {
    /// `portrait` or `emblem`.
    pub side: String,
    /// The SHA-256 of the scan's bytes, in hexadecimal.
    pub scan: String,
    /// The card's corners, in oriented pixels of the scan.
    pub corners: [[i32; 2]; 4],
    /// Width and height of the redacted picture.
    pub size: [u32; 2],
    /// What is hidden, in pixels of the redacted picture.
    pub masks: Vec<AcceptedMask>,
    /// Name and version of the layout that the masks come from.
    pub layout: String,
    /// The preset that the masks come from.
    pub preset: String,
    /// How the masks are drawn.
    pub style: String,
    /// The last four of the number, if they are told.
    pub told: Option<String>,
    /// What the watermark says.
    pub watermark: Option<String>,
}

/// One hidden field of an acceptance.
#[derive(Clone, Deserialize)]
pub struct AcceptedMask {
    /// The field's name in the layout.
    pub field: String,
    /// Left, top, width and height.
    #[serde(rename = "box")]
    pub area: [u32; 4],
}

/// `[freeze]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Freeze {
    /// The screenshots of the freeze notice.
    pub notice: Vec<String>,
    /// Rectangles `"x,y,w,h"` to be painted over in them, by the screenshot's name as it stands in `notice`; in
    /// oriented pixels.
    pub cover: BTreeMap<String, Vec<String>>,
    /// When the store was frozen.
    pub at: Option<Moment>,
    /// The kind of freeze; the ticket's category follows from it.
    pub kind: Option<String>,
    /// The reason as the page states it.
    pub reason: Option<String>,
    /// The number of the notice.
    pub number: Option<String>,
    /// The number of the urgent ticket.
    pub ticket: Option<String>,
    /// When the urgent ticket was filed.
    pub ticket_at: Option<Moment>,
    /// The seller's own words.
    pub statement: Option<String>,
    /// The orders concerned.
    pub orders: Vec<String>,
}

/// A time as typed: a TOML date-time or the same in quotes.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum Moment {
    /// A TOML date-time.
    Toml(toml::value::Datetime),
    /// A text in quotes.
    Text(String),
}

/// `[contact]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// The person to ask.
    pub name: Option<String>,
    /// Their email address.
    pub email: Option<String>,
    /// The phone that the platform answers by SMS.
    pub phone: Option<String>,
}

/// `[mail]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Mail {
    /// The sender.
    pub from: Option<String>,
    /// The platform's address.
    pub to: Option<String>,
    /// Further recipients.
    pub cc: Vec<String>,
    /// Whether the sender gets a copy.
    pub copy_to_self: Option<bool>,
    /// `en`, `zh` or `both`.
    pub language: Option<String>,
    /// `ascii` for `[…]` round the subject, `cjk` for `【…】`.
    pub brackets: Option<String>,
    /// Whether the letter cites the published review time.
    pub cite: Option<bool>,
}

/// `[redaction]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Redaction {
    /// `light`, `standard` or `strict`.
    pub preset: Option<String>,
    /// `fill`, `blur` or `mosaic`.
    pub style: Option<String>,
    /// What is told of the number.
    pub keep_number: Option<String>,
    /// The wording of the watermark.
    pub watermark: Option<String>,
}

/// `[agent]`
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Agent {
    /// The service provider's name.
    pub name: Option<String>,
    /// The service provider's own reference.
    pub reference: Option<String>,
}
