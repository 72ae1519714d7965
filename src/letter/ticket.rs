//! The urgent ticket in the seller backend: what to choose, what to paste, what to upload; and what makes one slow.

use serde::Serialize;

use super::channels::Channels;
use super::context::{Bilingual, Context, reference};
use super::template::TemplateError;
use super::{Attached, Templates};
use crate::facts::{Facts, FreezeKind, LetterLanguage};
use crate::finding::Finding;
use crate::texts::{Lang, Texts, Value};

/// The urgent ticket, ready to be typed into the seller backend. Open to every frozen store, verified or not.
pub struct Ticket {
    title: String,
    text: String,
    guide: String,
}

/// What the guide round a ticket can say, in the language of the person who files it.
#[derive(Clone, Serialize)]
pub(super) struct Guide {
    store: String,
    path: String,
    category: String,
    title: String,
    files: Vec<String>,
    /// The ticket's text, line by line.
    text: Vec<String>,
    promise: String,
    published: String,
    /// Whether the store may also send the urgent mail.
    mail: bool,
}

impl Guide {
    /// A guide with every list filled: the shape that templates are checked against.
    pub(super) fn sample() -> Self {
        let text = || "…".to_owned();
        Self {
            store: text(),
            path: text(),
            category: text(),
            title: text(),
            files: vec![text()],
            text: vec![text()],
            promise: text(),
            published: text(),
            mail: true,
        }
    }
}

impl Ticket {
    /// Writes the ticket in the letter's language, and the guide in the language of the person who files it. In both
    /// languages, the Chinese text comes first.
    ///
    /// # Errors
    /// None with templates from [`Templates`], all of which are checked against what a ticket can say.
    pub fn render(
        facts: &Facts,
        attached: &[Attached],
        templates: &Templates,
        language: LetterLanguage,
        lang: Lang,
    ) -> Result<Self, TemplateError> {
        let (channels, texts) = (Channels::shipped(), Bilingual::new());
        let context = Context::new(facts, attached, &channels, &texts);
        let text = match language {
            LetterLanguage::Zh => templates.letter("ticket.zh.txt.hbs", &context)?,
            LetterLanguage::En => templates.letter("ticket.en.txt.hbs", &context)?,
            LetterLanguage::Both => {
                let english = templates.letter("ticket.en.txt.hbs", &context)?;
                format!("{}\n{english}", templates.letter("ticket.zh.txt.hbs", &context)?)
            }
        };
        let title_texts = if language == LetterLanguage::En { &texts.en } else { &texts.zh };
        let title = title(facts, title_texts);
        let (guide_texts, guide_name) = match lang {
            Lang::En => (&texts.en, "guide.en.txt.hbs"),
            Lang::ZhCn => (&texts.zh, "guide.zh.txt.hbs"),
        };
        let channel = &channels.urgent_ticket;
        let guide = Guide {
            store: facts.store().id().to_owned(),
            path: channel.text(lang).path.clone(),
            category: channels.category(*facts.freeze().kind()).name(lang).to_owned(),
            title: title.clone(),
            files: attached.iter().map(|attached| attached.file_name.clone()).collect(),
            text: text.lines().map(str::to_owned).collect(),
            promise: channel.text(lang).promise.clone(),
            published: channel.published(guide_texts),
            mail: facts.mail().is_some(),
        };
        Ok(Self { title, text, guide: templates.guide(guide_name, &guide)? })
    }

    /// The ticket's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The text to paste.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All a person needs to file the ticket: the way, the type, title, files, and the text.
    #[must_use]
    pub fn guide(&self) -> &str {
        &self.guide
    }
}

fn title(facts: &Facts, texts: &Texts) -> String {
    texts.format(
        "ticket-title",
        &[
            ("store", facts.store().id().into()),
            ("kind", Value::Key(kind_key(*facts.freeze().kind()))),
            ("reference", reference(facts.store().id(), facts.freeze().at()).into()),
        ],
    )
}

fn kind_key(kind: FreezeKind) -> &'static str {
    match kind {
        FreezeKind::Identity => "freeze-kind-identity",
        FreezeKind::Security => "freeze-kind-security",
        FreezeKind::Funds => "freeze-kind-funds",
        FreezeKind::Ip => "freeze-kind-ip",
        FreezeKind::Orders => "freeze-kind-orders",
        FreezeKind::Other => "freeze-kind-other",
    }
}

/// The kinds of freeze that have words of their own.
const NAMED: [FreezeKind; 5] =
    [FreezeKind::Identity, FreezeKind::Security, FreezeKind::Funds, FreezeKind::Ip, FreezeKind::Orders];

/// What would make the ticket slow, as warnings: nothing for the team to look up, or the wrong team.
#[must_use]
pub fn lint(facts: &Facts) -> Vec<Finding> {
    let (freeze, channels) = (facts.freeze(), Channels::shipped());
    let kind = *freeze.kind();
    let mut findings = Vec::new();

    // The wrong category: what the page and the seller say is of another kind than the one chosen.
    let told = format!("{}\n{}", freeze.reason(), freeze.statement());
    let word_of = |kind| channels.category(kind).word_in(&told);
    let other =
        NAMED.into_iter().filter(|named| *named != kind).find_map(|named| Some((named, word_of(named)?)));
    match (kind, word_of(kind), other) {
        (FreezeKind::Other, _, None) => findings.push(Finding::warning("freeze.kind", "ticket-kind-other")),
        (_, None, Some((other, word))) => findings.push(
            Finding::warning("freeze.kind", "ticket-kind-mismatch")
                .with("word", word)
                .with("chosen", Value::Key(kind_key(kind)))
                .with("other", Value::Key(kind_key(other))),
        ),
        _ => {}
    }

    // Nothing to look up.
    if freeze.reason().trim().is_empty() {
        findings.push(Finding::warning("freeze.reason", "ticket-no-reason"));
    }
    if freeze.number().trim().is_empty() {
        findings.push(Finding::warning("freeze.number", "ticket-no-notice-number"));
    }
    if matches!(kind, FreezeKind::Orders | FreezeKind::Funds) && freeze.orders().is_empty() {
        findings.push(
            Finding::warning("freeze.orders", "ticket-no-order").with("kind", Value::Key(kind_key(kind))),
        );
    }
    findings
}
