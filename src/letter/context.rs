//! What a letter's template can say: plain texts in both languages, nothing absent.

use jiff::Zoned;
use jiff::tz::{Offset, TimeZone};
use serde::Serialize;

use super::channels::{Channel, Channels};
use super::{Attached, Part};
use crate::evidence::{Kind, Side};
use crate::facts::{Facts, Recipient};
use crate::texts::{Lang, Texts};

/// The context of a letter or of a ticket's text. What a case does not tell is an empty text or an empty list.
#[derive(Clone, Serialize)]
pub(super) struct Context {
    pub(super) reference: String,
    store: Store,
    freeze: Freeze,
    business: Business,
    contact: Contact,
    /// The seller's own words, line by line.
    statement: Vec<String>,
    orders: Vec<String>,
    attachments: Vec<Attachment>,
    /// Whether an identity card is among the attachments.
    card: bool,
    review: Review,
    agent: Agent,
}

/// The same in both languages.
#[derive(Clone, Default, Serialize)]
pub(super) struct Words {
    pub(super) en: String,
    pub(super) zh: String,
}

/// A time to the minute, such as `2026-11-22 09:30`.
#[derive(Clone, Default, Serialize)]
struct Time {
    /// In China.
    china: String,
    /// At the seller's place; empty where the clocks show the same as in China.
    local: String,
    /// That place's offset, such as `UTC-08:00`; empty likewise.
    offset: String,
}

#[derive(Clone, Serialize)]
struct Store {
    id: String,
    name: String,
    login: String,
}

#[derive(Clone, Serialize)]
struct Freeze {
    at: Time,
    reason: String,
    number: String,
    ticket: String,
    filed: Time,
}

#[derive(Clone, Serialize)]
struct Business {
    licence: String,
    company: String,
    representative: String,
}

#[derive(Clone, Serialize)]
struct Contact {
    name: String,
    email: String,
    phone: String,
}

#[derive(Clone, Serialize)]
struct Attachment {
    number: usize,
    file: String,
    what: Words,
    masked: Words,
    kept: Words,
    /// What is told of the number, as a clause; empty texts if nothing is.
    told: Words,
}

/// The published review time that the letter may cite.
#[derive(Clone, Serialize)]
struct Review {
    cited: bool,
    /// Whether the mail goes to a dedicated mailbox.
    dedicated: bool,
    within: Words,
    /// The date of the source.
    dated: String,
}

#[derive(Clone, Serialize)]
struct Agent {
    name: String,
    reference: String,
}

/// The catalogue in both languages.
pub(super) struct Bilingual {
    pub(super) en: Texts,
    pub(super) zh: Texts,
}

impl Bilingual {
    pub(super) fn new() -> Self {
        Self { en: Texts::new(Lang::En), zh: Texts::new(Lang::ZhCn) }
    }

    pub(super) fn words(&self, words: impl Fn(&Texts) -> String) -> Words {
        Words { en: words(&self.en), zh: words(&self.zh) }
    }
}

/// A reference that a later letter can quote: the store and the day of the freeze in China.
#[must_use]
pub fn reference(store: &str, frozen: &Zoned) -> String {
    format!("UF-{store}-{}", in_china(frozen).strftime("%Y%m%d"))
}

impl Context {
    pub(super) fn new(facts: &Facts, attached: &[Attached], channels: &Channels, texts: &Bilingual) -> Self {
        let (store, freeze, business) = (facts.store(), facts.freeze(), facts.business());
        let contact = facts.contact();
        let agent = facts.agent().as_ref();
        Self {
            reference: reference(store.id(), freeze.at()),
            store: Store { id: line(store.id()), name: line(store.name()), login: line(store.login()) },
            freeze: Freeze {
                at: Time::of(freeze.at()),
                reason: line(freeze.reason()),
                number: line(freeze.number()),
                ticket: line(freeze.ticket()),
                filed: freeze.ticket_at().as_ref().map(Time::of).unwrap_or_default(),
            },
            business: Business {
                licence: line(business.licence()),
                company: line(business.company()),
                representative: line(facts.representative().name()),
            },
            contact: Contact {
                name: line(contact.name()),
                email: line(contact.email()),
                phone: line(contact.phone()),
            },
            statement: paragraphs(freeze.statement()),
            orders: freeze.orders().iter().map(|order| line(order)).collect(),
            attachments: attached
                .iter()
                .zip(1..)
                .map(|(attached, number)| Attachment::of(attached, number, texts))
                .collect(),
            card: attached.iter().any(|attached| attached.kind != Kind::Notice),
            review: Review::of(facts, channels, texts),
            agent: Agent {
                name: agent.map(|agent| line(agent.name())).unwrap_or_default(),
                reference: agent.map(|agent| line(agent.reference())).unwrap_or_default(),
            },
        }
    }

    /// A context with every list filled: the shape that templates are checked against.
    pub(super) fn sample() -> Self {
        let text = || "…".to_owned();
        let words = || Words { en: text(), zh: text() };
        let time = || Time { china: text(), local: text(), offset: text() };
        Self {
            reference: text(),
            store: Store { id: text(), name: text(), login: text() },
            freeze: Freeze { at: time(), reason: text(), number: text(), ticket: text(), filed: time() },
            business: Business { licence: text(), company: text(), representative: text() },
            contact: Contact { name: text(), email: text(), phone: text() },
            statement: vec![text()],
            orders: vec![text()],
            attachments: vec![Attachment {
                number: 1,
                file: text(),
                what: words(),
                masked: words(),
                kept: words(),
                told: Words::default(),
            }],
            card: true,
            review: Review { cited: true, dedicated: true, within: words(), dated: text() },
            agent: Agent { name: text(), reference: text() },
        }
    }
}

impl Time {
    fn of(at: &Zoned) -> Self {
        let china = in_china(at);
        let shown = |at: &Zoned| at.strftime("%Y-%m-%d %H:%M").to_string();
        let mut time = Self { china: shown(&china), ..Self::default() };
        if at.offset() != china.offset() {
            time.local = shown(at);
            time.offset = at.strftime("UTC%:z").to_string();
        }
        time
    }
}

/// The same instant on China's clocks: UTC+8 all year since 1992, so no time-zone database is asked.
fn in_china(at: &Zoned) -> Zoned {
    at.with_time_zone(TimeZone::fixed(Offset::constant(8)))
}

impl Attachment {
    fn of(attached: &Attached, number: usize, texts: &Bilingual) -> Self {
        let what = match attached.kind {
            Kind::Notice => "attached-notice",
            Kind::IdCard(Side::Portrait) => "attached-portrait",
            Kind::IdCard(Side::Emblem) => "attached-emblem",
        };
        Self {
            number,
            file: attached.file_name.clone(),
            what: texts.words(|texts| texts.get(what)),
            masked: texts.words(|texts| fields(&attached.masked, texts)),
            kept: texts.words(|texts| fields(&attached.kept, texts)),
            told: match attached.told {
                Part::Nothing => Words::default(),
                Part::Last4 => texts.words(|texts| texts.get("attached-told-last4")),
                Part::First1Last1 => texts.words(|texts| texts.get("attached-told-first1-last1")),
            },
        }
    }
}

/// The names of a card's fields as one reads them in a sentence.
fn fields(names: &[String], texts: &Texts) -> String {
    let names: Vec<String> = names.iter().map(|name| texts.get(&format!("field-{name}"))).collect();
    names.join(&texts.get("list-separator"))
}

impl Review {
    fn of(facts: &Facts, channels: &Channels, texts: &Bilingual) -> Self {
        let mail = facts.mail().as_ref();
        let dedicated = mail.is_some_and(|mail| matches!(mail.to(), Recipient::Dedicated(_)));
        let channel: &Channel = if dedicated { &channels.dedicated_mailbox } else { &channels.urgent_mail };
        Self {
            cited: mail.is_some_and(|mail| *mail.cite()) && channel.promised.is_some(),
            dedicated,
            within: texts.words(|texts| channel.promised_words(texts)),
            dated: channel.dated.to_string(),
        }
    }
}

/// A value on one line, whatever white space it was typed with.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The most lines that a statement keeps; a longer one runs on, or the letter would not fit on a page.
const STATEMENT_LINES: usize = 4;

/// A text's lines that say something.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<String> = text.lines().map(line).filter(|line| !line.is_empty()).collect();
    if lines.len() > STATEMENT_LINES { vec![lines.join(" ")] } else { lines }
}
