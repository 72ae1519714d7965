//! The letter: checked facts and what was masked in, subject, text and HTML out; also the urgent ticket's text.
//!
//! A reviewer must be able to act in ten seconds, so every letter is one page, in one order: who and what happened
//! when; the request; the required facts; the seller's own statement and the orders; the attachments with what was
//! hidden and kept as it really was; one polite line. The wordings are the templates under `templates/letter/`.

pub mod channels;
pub mod contacts;
mod context;
mod history;
pub mod template;
mod templates;
pub mod ticket;

pub use context::reference;
pub use history::{Done, History, Overdue, Step};
pub use templates::Templates;
pub use ticket::Ticket;

use channels::Channels;
use context::{Bilingual, Context};
use history::FollowUp;
use template::TemplateError;

use crate::evidence::{Attachment, Kind, Mask, Part, Told};
use crate::facts::{Brackets, Facts, LetterLanguage, Mail};

/// An attached picture as the letter tells it.
#[derive(Clone, PartialEq, Eq)]
pub struct Attached {
    /// The name that the file has in the mail.
    pub file_name: String,
    /// What it shows.
    pub kind: Kind,
    /// The fields that are really hidden, by their names in the layout, such as `birth`.
    pub masked: Vec<String>,
    /// The fields that can really be read.
    pub kept: Vec<String>,
    /// What is told of the identity number over its mask.
    pub told: Part,
}

impl Attached {
    /// A picture as the letter tells it, from what was really masked, kept and told.
    #[must_use]
    pub fn new(file_name: &str, kind: Kind, masks: &[Mask], kept: &[String], told: Option<&Told>) -> Self {
        Self {
            file_name: file_name.to_owned(),
            kind,
            masked: masks.iter().map(|mask| mask.field.clone()).collect(),
            kept: kept.to_vec(),
            told: told.into(),
        }
    }
}

impl From<&Attachment> for Attached {
    fn from(attachment: &Attachment) -> Self {
        let evidence = attachment.evidence();
        let (masks, kept, told) = (evidence.masks(), evidence.kept(), evidence.told());
        Self::new(attachment.file_name(), evidence.kind(), masks, kept, told)
    }
}

/// A letter, ready to be put into a mail.
pub struct Letter {
    subject: String,
    text: String,
    html: String,
    reference: String,
}

impl Letter {
    /// Writes the letter of a case that may send one, in the language asked for.
    ///
    /// # Errors
    /// None with templates from [`Templates`], all of which are checked against what a letter can say.
    pub fn render(
        facts: &Facts,
        mail: &Mail,
        attached: &[Attached],
        templates: &Templates,
        language: LetterLanguage,
    ) -> Result<Self, TemplateError> {
        let context = Context::new(facts, attached, &Channels::shipped(), &Bilingual::new());
        let (text, html) = match language {
            LetterLanguage::Zh => ("letter.zh.txt.hbs", "letter.zh.html.hbs"),
            LetterLanguage::En => ("letter.en.txt.hbs", "letter.en.html.hbs"),
            LetterLanguage::Both => ("letter.both.txt.hbs", "letter.both.html.hbs"),
        };
        Ok(Self {
            subject: subject(facts, *mail.brackets()),
            text: fold(&templates.letter(text, &context)?),
            html: templates.letter(html, &context)?,
            reference: context.reference,
        })
    }

    /// Writes the next letter of a case whose earlier ones have had no outcome; the subject stays the same, and the
    /// reference ends in the letter's number.
    ///
    /// # Errors
    /// As [`Letter::render`].
    pub fn follow_up(
        facts: &Facts,
        mail: &Mail,
        attached: &[Attached],
        history: &History<'_>,
        templates: &Templates,
        language: LetterLanguage,
    ) -> Result<Self, TemplateError> {
        let texts = Bilingual::new();
        let case = Context::new(facts, attached, &Channels::shipped(), &texts);
        let context = FollowUp::new(case, facts, history, &texts);
        let (text, html) = match language {
            LetterLanguage::Zh => ("follow-up.zh.txt.hbs", "follow-up.zh.html.hbs"),
            LetterLanguage::En => ("follow-up.en.txt.hbs", "follow-up.en.html.hbs"),
            LetterLanguage::Both => ("follow-up.both.txt.hbs", "follow-up.both.html.hbs"),
        };
        Ok(Self {
            subject: subject(facts, *mail.brackets()),
            text: fold(&templates.follow_up(text, &context)?),
            html: templates.follow_up(html, &context)?,
            reference: context.case.reference,
        })
    }

    /// The subject, exactly as the platform asks for it.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The plain text, lines of at most 998 bytes that end in `\n`.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same in HTML: one document without scripts, style sheets or remote resources.
    #[must_use]
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The case reference that the letter names and a later letter can quote.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.reference
    }
}

fn subject(facts: &Facts, brackets: Brackets) -> String {
    let id = facts.store().id();
    match brackets {
        Brackets::Ascii => format!("[URGENT-ACCOUNT FROZEN-{id}]"),
        Brackets::Cjk => format!("【URGENT-ACCOUNT FROZEN-{id}】"),
    }
}

/// The longest line of a mail in bytes, without its end (RFC 5322 section 2.1.1).
const MAX_LINE: usize = 998;

/// Breaks lines that no mail may have: after the last space or full-width mark that fits, else where it must be.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for mut line in text.lines() {
        while line.len() > MAX_LINE {
            let limit = line.floor_char_boundary(MAX_LINE);
            let good = line[..limit]
                .char_indices()
                .filter(|(_, character)| matches!(character, ' ' | '，' | '。' | '；' | '、' | '！' | '？'))
                .map(|(index, character)| index + character.len_utf8())
                .next_back()
                .unwrap_or(limit);
            folded.push_str(line[..good].trim_end());
            folded.push('\n');
            line = &line[good..];
        }
        folded.push_str(line);
        folded.push('\n');
    }
    folded
}

#[cfg(test)]
mod tests;
