//! What was done for a case so far, as a later letter tells it.

use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::channels::{Channel, span};
use super::context::{Bilingual, Context, Words, line};
use crate::facts::Facts;
use crate::texts::Value;

/// What was done for a case before a letter that follows, as the diary knows it.
pub struct History<'a> {
    /// Which letter of the case this is: 2 for the first that follows.
    pub number: u32,
    /// What was done, the first step first.
    pub steps: Vec<Step>,
    /// The published times that are over.
    pub overdue: Vec<Overdue<'a>>,
    /// When the letter is written.
    pub now: Timestamp,
}

/// One thing that was done, and when.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// What.
    pub done: Done,
}

/// What was done.
#[derive(Clone, PartialEq, Eq)]
pub enum Done {
    /// The urgent ticket was filed; its number, or an empty text.
    Ticket(String),
    /// A mail to this address, which our server accepted.
    Accepted(String),
    /// A mail, sent from a mail client.
    ByHand,
    /// The platform wrote, by mail or text message.
    Answered,
}

/// A published time that is over without the end of the case.
pub struct Overdue<'a> {
    /// Of which channel.
    pub channel: &'a Channel,
    /// When it ended.
    pub ended: Timestamp,
}

/// The context of a letter that follows: what every letter can say, and what was done.
#[derive(Clone, Serialize)]
pub(super) struct FollowUp {
    #[serde(flatten)]
    pub(super) case: Context,
    history: Past,
}

#[derive(Clone, Serialize)]
struct Past {
    number: u32,
    steps: Vec<PastStep>,
    overdue: Vec<PastDue>,
}

#[derive(Clone, Serialize)]
struct PastStep {
    /// On China's clocks.
    at: String,
    what: Words,
}

#[derive(Clone, Serialize)]
struct PastDue {
    /// The channel's name.
    name: Words,
    within: Words,
    /// The date of the source.
    dated: String,
    /// On China's clocks.
    ended: String,
    /// How long ago.
    by: Words,
}

/// The most steps that are told: the first, and the last of those that followed; a letter has one page.
const MOST_STEPS: usize = 6;

impl FollowUp {
    /// The context of a letter of this case.
    pub(super) fn new(mut case: Context, facts: &Facts, history: &History<'_>, texts: &Bilingual) -> Self {
        case.reference = format!("{}-{}", case.reference, history.number);
        // The ticket has its own line.
        let told = |step: &&Step| step.done != Done::Ticket(facts.freeze().ticket().to_owned());
        let mut steps: Vec<&Step> = history.steps.iter().filter(told).collect();
        if steps.len() > MOST_STEPS {
            steps.drain(1..=steps.len() - MOST_STEPS);
        }
        let to = facts.mail().as_ref().map_or("", |mail| mail.to().address());
        let cites = facts.mail().as_ref().is_some_and(|mail| *mail.cite());
        let overdue = history.overdue.iter().filter(|overdue| cites && overdue.channel.promised.is_some());
        Self {
            case,
            history: Past {
                number: history.number,
                steps: steps.into_iter().map(|step| PastStep::of(step, to, texts)).collect(),
                overdue: overdue.map(|overdue| PastDue::of(overdue, history.now, texts)).collect(),
            },
        }
    }

    /// A context with every list filled: the shape that templates are checked against.
    pub(super) fn sample() -> Self {
        let text = || "…".to_owned();
        let words = || Words { en: text(), zh: text() };
        let steps = vec![PastStep { at: text(), what: words() }];
        let overdue =
            vec![PastDue { name: words(), within: words(), dated: text(), ended: text(), by: words() }];
        Self { case: Context::sample(), history: Past { number: 2, steps, overdue } }
    }
}

impl PastStep {
    fn of(step: &Step, to: &str, texts: &Bilingual) -> Self {
        let (key, name, value) = match &step.done {
            Done::Ticket(number) => ("step-ticket", "number", number.as_str()),
            Done::Accepted(to) => ("step-accepted", "to", to.as_str()),
            Done::ByHand => ("step-by-hand", "to", to),
            Done::Answered => ("step-answered", "to", ""),
        };
        let args = [(name, Value::from(line(value)))];
        Self { at: shown(step.at), what: texts.words(|texts| texts.format(key, &args)) }
    }
}

impl PastDue {
    fn of(overdue: &Overdue<'_>, now: Timestamp, texts: &Bilingual) -> Self {
        let channel = overdue.channel;
        let ago = now.duration_since(overdue.ended).max(SignedDuration::ZERO);
        Self {
            name: texts.words(|texts| channel.text(texts.lang()).name.clone()),
            within: texts.words(|texts| channel.promised_words(texts)),
            dated: channel.dated.to_string(),
            ended: shown(overdue.ended),
            by: texts.words(|texts| span(ago, texts)),
        }
    }
}

/// A time on China's clocks: UTC+8 all year.
fn shown(at: Timestamp) -> String {
    at.to_zoned(TimeZone::fixed(Offset::constant(8))).strftime("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests;
