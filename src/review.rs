//! The review page: one self-contained HTML file on which a person sees what will leave the house, before it does.
//!
//! It holds no script and names no remote resource, and its content security policy allows nothing but its own style
//! and the pictures inside it. Its title is neutral, for a title ends up in histories and task bars. The page shows
//! what it is given and decides nothing but the [`Verdict`].

mod view;

use crate::evidence::{Side, Told};
use crate::finding::{Finding, Level};
use crate::letter::template::{Escape, Schema, Template, TemplateError};
use crate::texts::Texts;
use view::View;

/// What is shown for review; the sentences round it come from the catalogue.
pub struct Page<'a> {
    /// The language of the page.
    pub texts: &'a Texts,
    /// The case file, as it is named in a command.
    pub case: &'a str,
    /// Errors and warnings, in case-file order.
    pub findings: &'a [Finding],
    /// The mail, or why there is none.
    pub mail: Mail<'a>,
    /// The text for the urgent ticket, or an empty text as long as there is none.
    pub ticket: &'a str,
    /// The pictures, in the order in which they are attached.
    pub pictures: &'a [Picture<'a>],
    /// How many identity numbers are possible after all that the pictures show; none if nobody knows.
    pub candidates: Option<u64>,
}

/// The mail of a case.
pub enum Mail<'a> {
    /// It is written.
    Written(Draft<'a>),
    /// None is written, because the store has not passed enterprise verification.
    NotVerified,
    /// None is written as long as the findings stand.
    NotYet,
}

/// A mail as it will be sent.
pub struct Draft<'a> {
    /// The sender.
    pub from: &'a str,
    /// The recipient.
    pub to: &'a str,
    /// Who gets a copy.
    pub cc: &'a [String],
    /// The subject.
    pub subject: &'a str,
    /// The letter as plain text.
    pub letter: &'a str,
}

/// A picture as it will be attached.
pub struct Picture<'a> {
    /// The name that the attachment will have.
    pub file_name: &'a str,
    /// Its media type, such as `image/jpeg`.
    pub media_type: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// What it shows.
    pub shows: Shows<'a>,
}

/// What a picture shows.
pub enum Shows<'a> {
    /// A freeze notice.
    Notice,
    /// A side of the identity card, redacted.
    Card(Card<'a>),
}

/// A redacted side of the identity card. A field's words are the catalogue's `field-<name>`.
pub struct Card<'a> {
    /// The side.
    pub side: Side,
    /// The names of the fields under the bars; a name that comes twice is shown once.
    pub hidden: Vec<&'a str>,
    /// What is typed over the bar on the number.
    pub told: Option<&'a Told>,
    /// The names of the fields that can be read.
    pub kept: Vec<&'a str>,
    /// Whether a person has vouched for it.
    pub accepted: bool,
}

/// What the page says first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is missing, and every card is vouched for: the mail can be sent.
    Ready,
    /// The same, but by the ticket alone.
    TicketOnly,
    /// So many cards are not vouched for.
    Look(usize),
    /// The freeze notice, a side of the card or the text is missing.
    Incomplete,
    /// So many errors must be mended.
    Findings(usize),
}

impl Page<'_> {
    /// The gravest thing that can be said of the case.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let errors = self.findings.iter().filter(|finding| finding.level == Level::Error).count();
        let shows =
            |wanted: fn(&Shows<'_>) -> bool| self.pictures.iter().any(|picture| wanted(&picture.shows));
        let complete = shows(|shows| matches!(shows, Shows::Notice))
            && shows(|shows| matches!(shows, Shows::Card(Card { side: Side::Portrait, .. })))
            && shows(|shows| matches!(shows, Shows::Card(Card { side: Side::Emblem, .. })))
            && !self.ticket.is_empty();
        match (errors, self.unseen(), &self.mail) {
            (1.., _, _) => Verdict::Findings(errors),
            (_, _, Mail::NotYet) => Verdict::Incomplete,
            _ if !complete => Verdict::Incomplete,
            (_, unseen @ 1.., _) => Verdict::Look(unseen),
            (_, _, Mail::NotVerified) => Verdict::TicketOnly,
            (_, _, Mail::Written(_)) => Verdict::Ready,
        }
    }

    /// The page as HTML.
    ///
    /// # Errors
    /// Never with the shipped template: a test renders every part of it.
    pub fn render(&self) -> Result<String, TemplateError> {
        // The style is a file of its own, so that an editor knows what it is; unescaped values do not exist here.
        let source = include_str!("../templates/review.html.hbs")
            .replace("/* review.css */", include_str!("../templates/review.css"));
        let schema = Schema::of(&View::sample(self.texts));
        Template::parse("review.html", &source, Escape::Html, &schema)?.render(&View::of(self))
    }

    /// How many cards nobody has vouched for.
    fn unseen(&self) -> usize {
        let unseen = |picture: &&Picture<'_>| matches!(&picture.shows, Shows::Card(card) if !card.accepted);
        self.pictures.iter().filter(unseen).count()
    }
}
