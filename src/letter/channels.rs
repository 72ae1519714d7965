//! The platform's channels: who may use them and what was promised, as published on a date.
//!
//! All of it is data, in `templates/channels.toml`, and hearsay with a date: whoever shows a piece of it shows
//! [`Channel::published`] with it.

use jiff::SignedDuration;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

use crate::facts::FreezeKind;
use crate::texts::{Lang, Texts};

/// Every channel, and what to choose in the ticket form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Channels {
    /// The urgent ticket in the seller backend (加急工单).
    pub urgent_ticket: Channel,
    /// The urgent mail, for verified enterprises.
    pub urgent_mail: Channel,
    /// The mailbox shown to a verified enterprise.
    pub dedicated_mailbox: Channel,
    /// The ordinary ticket.
    pub ordinary_ticket: Channel,
    /// The assistant in the seller backend.
    pub ai_assistant: Channel,
    /// A certified service provider (金牌服务商).
    pub service_provider: Channel,
    categories: Categories,
}

/// One channel.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// The promised time from filing or receipt, if one was published.
    #[serde(default, deserialize_with = "duration")]
    pub promised: Option<SignedDuration>,
    /// Where all of this was read.
    pub source: String,
    /// The source's date.
    #[serde(deserialize_with = "date")]
    pub dated: Date,
    /// The document that the source cites.
    pub cites: String,
    en: ChannelText,
    zh: ChannelText,
}

/// A channel in the words of one language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelText {
    /// Its name.
    pub name: String,
    /// Who may use it.
    pub who: String,
    /// What was promised.
    pub promise: String,
    /// When it is open.
    pub hours: String,
    /// Its address, or the way there in the seller backend.
    pub path: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Categories {
    identity: Category,
    security: Category,
    funds: Category,
    ip: Category,
    orders: Category,
    other: Category,
}

/// What to choose in the ticket form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    en: String,
    zh: String,
    /// Words that speak of this kind of freeze, in lower case.
    words: Vec<String>,
}

impl Channels {
    /// The shipped facts.
    ///
    /// # Panics
    /// Never: a test reads the shipped file.
    #[must_use]
    pub fn shipped() -> Self {
        match toml::from_str(include_str!("../../templates/channels.toml")) {
            Ok(channels) => channels,
            Err(error) => panic!("templates/channels.toml: {error}"),
        }
    }

    /// All channels, the quickest way to a person first.
    #[must_use]
    pub fn all(&self) -> [&Channel; 6] {
        [
            &self.urgent_ticket,
            &self.urgent_mail,
            &self.dedicated_mailbox,
            &self.ordinary_ticket,
            &self.ai_assistant,
            &self.service_provider,
        ]
    }

    /// What to choose in the ticket form for a kind of freeze.
    #[must_use]
    pub fn category(&self, kind: FreezeKind) -> &Category {
        match kind {
            FreezeKind::Identity => &self.categories.identity,
            FreezeKind::Security => &self.categories.security,
            FreezeKind::Funds => &self.categories.funds,
            FreezeKind::Ip => &self.categories.ip,
            FreezeKind::Orders => &self.categories.orders,
            FreezeKind::Other => &self.categories.other,
        }
    }
}

impl Channel {
    /// The channel in a language's words.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &ChannelText {
        match lang {
            Lang::En => &self.en,
            Lang::ZhCn => &self.zh,
        }
    }

    /// The sentence that stands beside everything told of the channel: as published, when, and who is the authority.
    #[must_use]
    pub fn published(&self, texts: &Texts) -> String {
        texts.format("channel-published", &[("date", self.dated.to_string().into())])
    }

    /// The promised time in words, or an empty text.
    #[must_use]
    pub fn promised_words(&self, texts: &Texts) -> String {
        self.promised.map_or_else(String::new, |promised| {
            let minutes = promised.as_mins().unsigned_abs();
            match (minutes / 60, minutes % 60) {
                (hours, 0) => texts.format("duration-hours", &[("hours", hours.into())]),
                (0, minutes) => texts.format("duration-minutes", &[("minutes", minutes.into())]),
                (hours, minutes) => {
                    texts.format("duration-both", &[("hours", hours.into()), ("minutes", minutes.into())])
                }
            }
        })
    }
}

/// A span in its two largest units, whatever its sign: `3 days 4 hours`, `2 hours 18 minutes`, `5 minutes`.
#[must_use]
pub fn span(span: SignedDuration, texts: &Texts) -> String {
    let minutes = span.unsigned_abs().as_secs() / 60;
    let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let hours_words = || texts.format("duration-hours", &[("hours", hours.into())]);
    let minutes_words = || texts.format("duration-minutes", &[("minutes", minutes.into())]);
    match (days, hours, minutes) {
        (0, 0, _) => minutes_words(),
        (0, _, 0) => hours_words(),
        (0, ..) => texts.format("duration-both", &[("hours", hours.into()), ("minutes", minutes.into())]),
        (_, 0, _) => texts.format("duration-days", &[("days", days.into())]),
        _ => texts.format("duration-days-hours", &[("days", days.into()), ("hours", hours.into())]),
    }
}

impl Category {
    /// The entry's name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::ZhCn => &self.zh,
        }
    }

    /// The first word of this kind that `text` says.
    pub(super) fn word_in(&self, text: &str) -> Option<&str> {
        let text = text.to_lowercase();
        self.words.iter().map(String::as_str).find(|word| text.contains(word))
    }
}

fn duration<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<SignedDuration>, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_facts_are_read() {
        let channels = Channels::shipped();
        let promised = channels.all().map(|channel| channel.promised.map(|promised| promised.as_mins()));
        assert_eq!(promised, [Some(30), Some(120), Some(24 * 60), Some(138), None, None]);
        assert!(channels.all().iter().all(|channel| channel.dated == jiff::civil::date(2026, 3, 1)));
        assert_eq!(channels.urgent_mail.text(Lang::En).path, "seller-support@aliexpress.com");
        assert_eq!(channels.category(FreezeKind::Funds).name(Lang::ZhCn), "资金（资金冻结）");
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let good = include_str!("../../templates/channels.toml");
        for (from, to) in [
            ("[urgent-mail]", "[urgent-mail]\nphone = \"400\""),
            ("[urgent-mail.en]", "[urgent-mail.en]\nphone = \"400\""),
            ("[categories.other]", "[telephone]\n[categories.other]"),
            ("\"2h\"", "\"soon\""),
            ("\"2026-03-01\"", "\"2026-02-30\""),
        ] {
            assert!(toml::from_str::<Channels>(&good.replacen(from, to, 1)).is_err(), "{to}");
        }
    }

    #[test]
    fn a_promise_is_told_in_words() {
        let channels = Channels::shipped();
        let words = |lang| {
            let texts = Texts::new(lang);
            channels.all().map(|channel| channel.promised_words(&texts))
        };
        assert_eq!(words(Lang::En), ["30 minutes", "2 hours", "24 hours", "2 hours 18 minutes", "", ""]);
        assert_eq!(words(Lang::ZhCn), ["30分钟", "2小时", "24小时", "2小时18分钟", "", ""]);
    }
}
