//! What was published about phone lines and calls in the platform's name.
//!
//! All of it is data, in `templates/contacts.toml`, and hearsay with a date: whoever shows a piece of it shows
//! [`Hearsay::published`] with it.

use jiff::civil::Date;
use serde::Deserialize;

use super::channels::date;
use crate::texts::{Lang, Texts};

/// What to know before one answers a call.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    /// Names of what chats, in lower case: none of them was published as a channel.
    pub messengers: Vec<String>,
    /// Whom a phone line serves.
    pub telephone: Hearsay,
    /// What calls in the platform's name turned out to be.
    pub calls: Hearsay,
}

/// Something published, and where.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hearsay {
    /// Where it was read.
    pub source: String,
    /// The source's date.
    #[serde(deserialize_with = "date")]
    pub dated: Date,
    /// The document that the source cites.
    pub cites: String,
    en: Told,
    zh: Told,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    told: String,
}

impl Contacts {
    /// The shipped facts.
    ///
    /// # Panics
    /// Never: a test reads the shipped file.
    #[must_use]
    pub fn shipped() -> Self {
        match toml::from_str(include_str!("../../templates/contacts.toml")) {
            Ok(contacts) => contacts,
            Err(error) => panic!("templates/contacts.toml: {error}"),
        }
    }
}

impl Hearsay {
    /// What was published, in a language's words.
    #[must_use]
    pub fn told(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en.told,
            Lang::ZhCn => &self.zh.told,
        }
    }

    /// The sentence that stands beside it: as published, when, and who is the authority.
    #[must_use]
    pub fn published(&self, texts: &Texts) -> String {
        texts.format("channel-published", &[("date", self.dated.to_string().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_facts_are_read() {
        let contacts = Contacts::shipped();
        for hearsay in [&contacts.telephone, &contacts.calls] {
            assert_eq!(hearsay.dated, jiff::civil::date(2026, 3, 1));
            assert!(hearsay.told(Lang::En).is_ascii() || hearsay.told(Lang::En).contains('“'));
            assert!(hearsay.told(Lang::ZhCn).ends_with('。'));
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let good = include_str!("../../templates/contacts.toml");
        let bad = good.replacen("[telephone.en]", "[telephone.en]\nhotline = \"400\"", 1);
        assert!(toml::from_str::<Contacts>(&bad).is_err());
    }
}
