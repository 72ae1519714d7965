//! The questions, as data: asking, going back, going on, the review and the check all use this one list.

use unfreeze::case::Answer;
use unfreeze::evidence::Side;
use unfreeze::finding::Finding;

/// One question: a key of the case file, and how it is asked. Its words are the catalogue's `ask-<key>`, with `.why`,
/// `.example` and, where there is something to look up, `.where`.
#[derive(Debug)]
pub(crate) struct Question {
    /// Such as `store.id`; the pictures, which are asked for together, go by the first of theirs.
    pub(crate) key: &'static str,
    pub(crate) form: Form,
    pub(crate) need: Need,
}

/// How a question is answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A line of text.
    Line,
    /// Several words on one line.
    List,
    /// One of these.
    Choice(&'static [&'static str]),
    /// Yes or no.
    Truth,
    /// The pictures, all at once.
    Pictures,
    /// Where the card lies in the scan of a side.
    Card(Side),
}

/// Whether a question must be answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Nothing can be written without it.
    Always,
    /// Nothing can be mailed without it.
    ForMail,
    /// It is asked only at the review, of whoever wants to tell more.
    Optional,
}

const fn ask(key: &'static str, form: Form, need: Need) -> Question {
    Question { key, form, need }
}

/// All questions, in the order in which they are asked: first what decides about the others, the pictures before what is
/// read off them, and at the end what may be left out.
pub(crate) const QUESTIONS: [Question; 28] = [
    ask("store.id", Form::Line, Need::Always),
    ask("store.verified", Form::Truth, Need::Always),
    ask("store.name", Form::Line, Need::Always),
    ask("business.region", Form::Choice(&["cn", "hk", "mo", "tw", "other"]), Need::Always),
    ask("business.licence", Form::Line, Need::Always),
    ask(PICTURES[0], Form::Pictures, Need::Always),
    ask("representative.portrait", Form::Card(Side::Portrait), Need::Always),
    ask("representative.emblem", Form::Card(Side::Emblem), Need::Always),
    ask("freeze.at", Form::Line, Need::Always),
    ask(
        "freeze.kind",
        Form::Choice(&["identity", "security", "funds", "ip", "orders", "other"]),
        Need::Always,
    ),
    ask("contact.phone", Form::Line, Need::Always),
    ask("mail.from", Form::Line, Need::ForMail),
    ask("freeze.ticket", Form::Line, Need::Optional),
    ask("freeze.ticket_at", Form::Line, Need::Optional),
    ask("freeze.reason", Form::Line, Need::Optional),
    ask("freeze.number", Form::Line, Need::Optional),
    ask("freeze.orders", Form::List, Need::Optional),
    ask("freeze.statement", Form::Line, Need::Optional),
    ask("store.login", Form::Line, Need::Optional),
    ask("business.company", Form::Line, Need::Optional),
    ask("representative.name", Form::Line, Need::Optional),
    ask("representative.last4", Form::Line, Need::Optional),
    ask("contact.name", Form::Line, Need::Optional),
    ask("contact.email", Form::Line, Need::Optional),
    ask("mail.cc", Form::List, Need::Optional),
    ask("mail.language", Form::Choice(&["both", "zh", "en"]), Need::Optional),
    ask("agent.name", Form::Line, Need::Optional),
    ask("agent.reference", Form::Line, Need::Optional),
];

/// The keys of the pictures.
pub(crate) const PICTURES: [&str; 3] =
    ["freeze.notice", "representative.id_portrait", "representative.id_emblem"];

impl Question {
    /// The keys of the case file that its answer fills.
    pub(crate) fn keys(&self) -> &[&'static str] {
        match self.form {
            Form::Pictures => &PICTURES,
            _ => std::slice::from_ref(&self.key),
        }
    }

    /// The key of its words.
    pub(crate) fn words(&self) -> String {
        match self.form {
            Form::Pictures => "ask-pictures".to_owned(),
            _ => words(self.key),
        }
    }

    /// Whether a finding is about its answer. What is wrong with a scan's placement is found at the scan.
    pub(crate) fn concerns(&self, finding: &Finding) -> bool {
        let placed = PLACED.contains(&finding.code);
        match self.form {
            Form::Card(side) if placed => finding.field == format!("representative.id_{}", side.name()),
            Form::Pictures if placed => false,
            _ => self.keys().iter().any(|key| concerns(key, finding)),
        }
    }

    /// What a person typed as an answer; nothing when the line is empty and may be.
    pub(crate) fn read(&self, typed: &str) -> Option<Answer> {
        let typed = typed.trim();
        match self.form {
            _ if typed.is_empty() && self.need == Need::Optional => None,
            Form::List => {
                let words = typed.split(|c: char| c.is_whitespace() || ",;，；、".contains(c));
                Some(Answer::List(words.filter(|word| !word.is_empty()).map(str::to_owned).collect()))
            }
            _ => Some(Answer::Text(typed.to_owned())),
        }
    }
}

/// What is wrong with where the card is said to lie.
const PLACED: [&str; 6] = [
    "placement-untold",
    "picture-whole-turned",
    "picture-corners-outside",
    "picture-corners-turned",
    "picture-corners-shape",
    "sides-are-one",
];

/// The key of the words for a key of the case file.
pub(crate) fn words(key: &str) -> String {
    format!("ask-{}", key.replace(['.', '_'], "-"))
}

/// Whether a finding is about a key, or about one entry of it.
pub(crate) fn concerns(key: &str, finding: &Finding) -> bool {
    finding.field == key || finding.field.strip_prefix(key).is_some_and(|rest| rest.starts_with(['[', '.']))
}

#[cfg(test)]
mod tests {
    use unfreeze::case::{blank, read, write_answer};
    use unfreeze::texts::{Lang, Texts};

    use super::*;

    #[test]
    fn every_question_has_its_words_in_both_languages() {
        for lang in [Lang::En, Lang::ZhCn] {
            let texts = Texts::new(lang);
            for question in &QUESTIONS {
                let words = question.words();
                for key in [words.clone(), format!("{words}.why")] {
                    assert!(texts.has(&key), "{key}");
                }
                let example = texts.has(&format!("{words}.example"));
                assert_eq!(
                    example,
                    matches!(question.form, Form::Line | Form::List | Form::Pictures),
                    "{words}"
                );
                if let Form::Choice(options) = question.form {
                    for option in options {
                        let key = words.replacen("ask-", "option-", 1);
                        assert!(texts.has(&format!("{key}-{option}")), "{key}-{option}");
                    }
                }
            }
        }
    }

    /// What a question writes is what the case file reads back under its key.
    #[test]
    fn every_key_is_one_of_the_case_file() {
        for question in &QUESTIONS {
            let answer = match question.form {
                Form::Truth => Answer::Truth(true),
                Form::List | Form::Pictures => Answer::List(vec!["x".to_owned()]),
                _ => Answer::Text("x".to_owned()),
            };
            let text = write_answer(&blank(), question.key, Some(&answer)).unwrap();
            let case = read(text.as_bytes()).ok().unwrap();
            assert!(case.unknown.is_empty() && case.answer(question.key) == Some(answer), "{}", question.key);
        }
    }

    #[test]
    fn a_finding_belongs_to_one_question() {
        for (field, code, key) in [
            ("store.id", "store-id-form", "store.id"),
            ("freeze.notice[1]", "picture-broken", "freeze.notice"),
            ("representative.id_emblem", "file-missing", "freeze.notice"),
            ("representative.id_emblem", "placement-untold", "representative.emblem"),
            ("representative.portrait", "corners-form", "representative.portrait"),
            ("freeze.at", "time-form", "freeze.at"),
            ("freeze.ticket_at", "time-form", "freeze.ticket_at"),
        ] {
            let finding = Finding::error(field, code);
            let found = QUESTIONS.iter().filter(|question| question.concerns(&finding));
            assert_eq!(found.map(|question| question.key).collect::<Vec<_>>(), [key], "{field} {code}");
        }
    }
}
