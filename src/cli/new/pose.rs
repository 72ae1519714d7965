//! One question: its words, its answer, and what follows from the answer.

use std::path::{Path, PathBuf};

use unfreeze::case::Answer;
use unfreeze::finding::Level;
use unfreeze::texts::{Lang, Texts};

use super::ask::{Asked, Choice, Line, Reply};
use super::draft::Draft;
use super::questions::{Form, QUESTIONS, Question};
use super::{Dialogue, pictures, place};
use crate::cli::profile;
use crate::cli::report::Failure;

const STORE: &str = "store.id";

impl Dialogue {
    /// Asks a question and writes its answer into the case.
    pub(super) fn pose(&mut self, at: usize) -> Asked<()> {
        let question = &QUESTIONS[at];
        self.posed.push(question.key);
        let reply = match question.form {
            Form::Pictures => pictures::ask(self, question)?,
            Form::Card(side) => place::ask(self, question, side)?,
            Form::Line | Form::List => self.line(question)?,
            Form::Choice(words) => {
                let options = words.iter().map(|word| option(question, word, self.session.texts())).collect();
                let start = match self.draft.answer(question.key) {
                    Some(Answer::Text(word)) => words.iter().position(|known| *known == word),
                    _ => None,
                };
                self.choice(question, options, start, |place| Answer::Text(words[place].to_owned()))?
            }
            Form::Truth => {
                let options = ["yes", "no"].map(|word| option(question, word, self.session.texts()));
                let start = match self.draft.answer(question.key) {
                    Some(Answer::Truth(truth)) => Some(usize::from(!truth)),
                    _ => None,
                };
                self.choice(question, options.into(), start, |place| Answer::Truth(place == 0))?
            }
        };
        if reply == Reply::Given(()) {
            self.remark(question)?;
        }
        Ok(reply)
    }

    /// What the question is for, and where its answer is to be found.
    pub(super) fn explain(&self, question: &Question) -> Result<(), Failure> {
        self.session.tell("")?;
        let (texts, words) = (self.session.texts(), question.words());
        self.tell(&texts.get(&format!("{words}.why")))?;
        let place = format!("{words}.where");
        if texts.has(&place) { self.tell(&texts.get(&place)) } else { Ok(()) }
    }

    /// The question itself, marked when it may be skipped, and an example.
    pub(super) fn labels(&self, question: &Question) -> (String, String) {
        let (texts, words) = (self.session.texts(), question.words());
        let label = texts.get(&words);
        let label = if question.need == super::Need::Optional {
            texts.format("new-optional", &[("label", label.into())])
        } else {
            label
        };
        let example = format!("{words}.example");
        let example = if texts.has(&example) {
            let today = self.now.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
            texts.format(&example, &[("today", today.into())])
        } else {
            String::new()
        };
        (label, example)
    }

    fn line(&mut self, question: &Question) -> Asked<()> {
        self.explain(question)?;
        let (label, example) = self.labels(question);
        let told = self.draft.answer(question.key);
        let offered = if told.is_none() { self.offered(question.key) } else { None };
        self.point_out(question, offered.as_ref())?;
        let initial = match told.or(offered).or_else(|| self.proposed(question)) {
            Some(Answer::Text(text)) => text.replace('\n', " "),
            Some(Answer::List(list)) => list.join(" "),
            _ => String::new(),
        };
        let names = question.key == STORE;
        let rule = |typed: &str| {
            if names && language(typed).is_some() {
                return Ok(());
            }
            let answer = question.read(typed);
            self.draft.wrong(question, answer.as_ref()).map_or(Ok(()), |finding| Err(self.wrong(&finding)))
        };
        let line = Line { label: &label, example: &example, initial: &initial, rule: &rule, files: false };
        let typed = match self.ask.line(&line, &self.session)? {
            Reply::Given(typed) => typed,
            Reply::Back => return Ok(Reply::Back),
        };
        if let Some(lang) = language(&typed).filter(|_| names) {
            self.session = self.session.speaking(lang);
            self.session.interrupt().say(self.kept());
            self.session.tell("")?;
            self.welcome()?;
            return self.line(question);
        }
        if names && self.draft.path().is_none() {
            return self.name(question, &typed);
        }
        self.draft.set(&[(question.key, question.read(&typed))])?;
        Ok(Reply::Given(()))
    }

    fn choice(
        &mut self,
        question: &Question,
        options: Vec<String>,
        start: Option<usize>,
        answer: impl Fn(usize) -> Answer,
    ) -> Asked<()> {
        self.explain(question)?;
        let (label, _) = self.labels(question);
        let choice = Choice { label: &label, options: &options, start: start.unwrap_or(0) };
        match self.ask.choose(&choice, &self.session)? {
            Reply::Given(place) => {
                self.draft.set(&[(question.key, Some(answer(place)))])?;
                Ok(Reply::Given(()))
            }
            Reply::Back => Ok(Reply::Back),
        }
    }

    /// The store ID names a new case. One that was begun before is gone on with, unless the person begins another.
    fn name(&mut self, question: &Question, typed: &str) -> Asked<()> {
        let mut draft = Draft::begin(None, self.now);
        let answer = question.read(typed);
        draft.set(&[(question.key, answer.clone())])?;
        let id = draft.store().unwrap_or_default();
        let free = free(&id);
        let begun = PathBuf::from(format!("unfreeze-{id}.toml"));
        if begun.exists() {
            let texts = self.session.texts();
            let label = texts.format("new-begun", &[("case", begun.display().to_string().into())]);
            let options = [texts.get("new-begun-go-on"), texts.get("new-begun-another")];
            let choice = Choice { label: &label, options: &options, start: 0 };
            match self.ask.choose(&choice, &self.session)? {
                Reply::Given(0) => {
                    self.draft = Draft::open(&begun, self.now)?;
                    self.session.interrupt().say(self.kept());
                    return Ok(Reply::Given(()));
                }
                Reply::Given(_) => {}
                Reply::Back => return self.line(question),
            }
        }
        self.draft.settle(free);
        self.draft.set(&[(question.key, Some(Answer::Text(id.clone())))])?;
        self.session.interrupt().say(self.kept());
        self.say("new-saved", &[("case", self.draft.word().into())])?;
        self.recall(&id)?;
        Ok(Reply::Given(()))
    }

    /// Fills in what the profile remembers of this store, or of any.
    fn recall(&mut self, id: &str) -> Result<(), Failure> {
        let Some(known) = profile::recall(&self.session)? else { return Ok(()) };
        let same = known.store.id.as_deref() == Some(id);
        let fits = |key: &str| {
            key != STORE && (same || !(key.starts_with("store.") || key.starts_with("business.")))
        };
        let answers: Vec<(&str, Option<Answer>)> = profile::REMEMBERED
            .into_iter()
            .filter(|key| fits(key))
            .filter_map(|key| Some((key, Some(known.answer(key)?))))
            .collect();
        if answers.is_empty() {
            return Ok(());
        }
        self.draft.set(&answers)?;
        let texts = self.session.texts();
        let labels: Vec<_> = answers.iter().map(|(key, _)| texts.get(&super::words(key))).collect();
        self.say("new-recalled", &[("labels", labels.join(&texts.get("list-comma")).into())])
    }

    /// Says what stands on the screenshot; of a time, whether its zone stands there, too.
    fn point_out(&self, question: &Question, offered: Option<&Answer>) -> Result<(), Failure> {
        let comma = self.session.texts().get("list-comma");
        let value = match offered {
            Some(Answer::Text(text)) => text.clone(),
            Some(Answer::List(list)) => list.join(&comma),
            _ if question.key == "freeze.statement" => {
                let parcels = self.parcels();
                if parcels.is_empty() {
                    return Ok(());
                }
                return self.say("seen-parcels", &[("value", parcels.join(&comma).into())]);
            }
            _ => return Ok(()),
        };
        // Date, time, and the zone if it is known.
        let zoneless = question.key == "freeze.at" && value.split(' ').count() < 3;
        let key = if zoneless { "seen-time" } else { "seen-value" };
        self.say(key, &[("value", value.into())])
    }

    /// What the profile proposes for an answer that must still be given: the store, or its business.
    fn proposed(&self, question: &Question) -> Option<Answer> {
        if question.key != STORE && !question.key.starts_with("business.") {
            return None;
        }
        profile::recall(&self.session).ok()??.answer(question.key)
    }

    /// What is worth a look about an answer that may stand.
    fn remark(&self, question: &Question) -> Result<(), Failure> {
        for finding in self.draft.findings() {
            let missing = finding.code.ends_with("-missing");
            if finding.level == Level::Warning && question.concerns(&finding) && !missing {
                let line = self.wrong(&finding);
                self.tell(&format!(
                    "{}{}{line}",
                    self.session.texts().get("report-warning"),
                    self.session.texts().get("report-colon")
                ))?;
            }
        }
        Ok(())
    }
}

/// The words of one of several answers.
pub(super) fn option(question: &Question, word: &str, texts: &Texts) -> String {
    let key = question.words().replacen("ask-", "", 1);
    texts.get(&format!("option-{key}-{word}"))
}

/// The language that somebody asks for instead of answering.
fn language(typed: &str) -> Option<Lang> {
    let typed = typed.trim().to_lowercase();
    [Lang::En, Lang::ZhCn]
        .into_iter()
        .find(|lang| Texts::new(*lang).get("new-language-words").split(' ').any(|word| word == typed))
}

/// A name for a new case that nothing has yet, in the folder where we are.
fn free(id: &str) -> PathBuf {
    let names = (1..).map(|count| match count {
        1 => format!("unfreeze-{id}.toml"),
        count => format!("unfreeze-{id}-{count}.toml"),
    });
    names.map(PathBuf::from).find(|name| !Path::new(name).exists()).unwrap_or_default()
}
