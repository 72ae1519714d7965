//! The catalogue: every sentence that a person reads, in English and in Chinese.
//!
//! The sentences live under `templates/texts/` as Fluent files, one folder a language, the same file names in both.
//! Code names a sentence by its key; `tests/it/texts.rs` fails on a key that one language lacks, on a key that nobody
//! uses, and on a sentence that stands in the code instead.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    En,
    /// Chinese as written in mainland China.
    ZhCn,
}

impl Lang {
    /// The language that a locale name such as `zh_CN.UTF-8` or `en-GB` asks for: Chinese for every `zh`, else English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let primary = locale.split(['_', '-', '.']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") { Self::ZhCn } else { Self::En }
    }

    /// The BCP 47 tag: `en` or `zh-CN`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhCn => "zh-CN",
        }
    }

    fn sources(self) -> [&'static str; 8] {
        macro_rules! folder {
            ($tag:literal) => {
                [
                    include_str!(concat!("../templates/texts/", $tag, "/findings.ftl")),
                    include_str!(concat!("../templates/texts/", $tag, "/pictures.ftl")),
                    include_str!(concat!("../templates/texts/", $tag, "/letter.ftl")),
                    include_str!(concat!("../templates/texts/", $tag, "/page.ftl")),
                    include_str!(concat!("../templates/texts/", $tag, "/cli.ftl")),
                    include_str!(concat!("../templates/texts/", $tag, "/mailing.ftl")),
                    include_str!(concat!("../templates/texts/", $tag, "/diary.ftl")),
                    include_str!(concat!("../templates/texts/", $tag, "/prompts.ftl")),
                ]
            };
        }
        match self {
            Self::En => folder!("en"),
            Self::ZhCn => folder!("zh-CN"),
        }
    }
}

/// The values that a sentence takes, by name.
pub type Args = [(&'static str, Value)];

/// A value inside a sentence: a text as it is, or a number that may choose a plural.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, shown as it is.
    Text(String),
    /// A count.
    Number(u64),
    /// The key of another sentence of the catalogue, shown in the same language.
    Key(&'static str),
}

/// Quiet on purpose: a value may be something that a person typed.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text(..)",
            Self::Number(_) => "Number(..)",
            Self::Key(key) => key,
        })
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// The sentences of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the shipped catalogue of a language.
    ///
    /// # Panics
    /// Never with the shipped files: a test reads all of them.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new(lang.tag().parse::<LanguageIdentifier>().into_iter().collect());
        // The isolation marks of right-to-left scripts are noise in a terminal, and nobody writes such a script here.
        bundle.set_use_isolating(false);
        for source in lang.sources() {
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) => resource,
                Err((_, errors)) => panic!("templates/texts/{}: {errors:?}", lang.tag()),
            };
            if let Err(errors) = bundle.add_resource(resource) {
                panic!("templates/texts/{}: {errors:?}", lang.tag());
            }
        }
        Self { lang, bundle }
    }

    /// The language of these sentences.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the catalogue has `key`, which is `message` or `message.attribute`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = split(key);
        self.bundle.get_message(id).is_some_and(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).is_some(),
            None => message.value().is_some(),
        })
    }

    /// The sentence `key` without values.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The sentence `key` with its values; a key that does not exist comes back in brackets, so that a slip is seen.
    #[must_use]
    pub fn format(&self, key: &str, args: &Args) -> String {
        let (id, attribute) = split(key);
        let Some(message) = self.bundle.get_message(id) else { return format!("[{key}]") };
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let Some(pattern) = pattern else { return format!("[{key}]") };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            let value: FluentValue<'_> = match value {
                Value::Text(text) => text.as_str().into(),
                Value::Number(number) => (*number as f64).into(),
                Value::Key(key) => self.get(key).into(),
            };
            values.set(*name, value);
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }
}

fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}
