//! The verb `new`: questions that end in a reviewed draft, a hand-off folder or a sent mail.
//!
//! The case file is the state: an answer is on disk before the next question is asked, so whatever ends the run, the same
//! command goes on.

mod apart;
mod ask;
mod clipboard;
mod complete;
mod draft;
mod ending;
mod lines;
mod outlines;
mod paths;
mod pictures;
mod place;
mod pose;
mod questions;
mod review;
mod screen;
mod seen;
mod vouch;

use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jiff::Timestamp;
use unfreeze::finding::Finding;
use unfreeze::letter::channels::Channels;
use unfreeze::texts::Args;

use super::args::NewArgs;
use super::clock;
use super::exit::Exit;
use super::pipeline::{self, Prepared};
use super::report::{self, Failure};
use super::secret;
use super::session::Session;
use super::wrap::wrap;
use ask::{Ask, Reply};
use draft::Draft;
use lines::Lines;
use questions::{Need, QUESTIONS, Question};
use screen::Screen;
use seen::Seen;

pub(crate) use questions::words;

pub(crate) fn run(args: &NewArgs, session: &Session) -> Result<Exit, Failure> {
    if !on_a_terminal() {
        return Err(Failure::new(Exit::Usage, [Finding::error("new", "new-no-terminal")]));
    }
    let now = clock::now()?;
    let (cases, pictures): (Vec<PathBuf>, Vec<PathBuf>) =
        args.files.iter().cloned().partition(|file| is_case(file));
    let draft = match cases.as_slice() {
        [] => Draft::begin(None, now),
        [case] if case.exists() => Draft::open(case, now)?,
        [case] => Draft::begin(Some(case.clone()), now),
        [_, second, ..] => {
            return Err(Failure::new(
                Exit::Usage,
                [Finding::error(second.display().to_string(), "new-one-case")],
            ));
        }
    };
    // Only the language may change while the dialogue goes on.
    let session = session.speaking(session.texts().lang());
    let ask: Box<dyn Ask> =
        if session.plain() || cannot_redraw() { Box::new(Lines) } else { Box::new(Screen) };
    let seen = Seen::new();
    let mut dialogue =
        Dialogue { session, ask, draft, pictures, now, prepared: None, seen, posed: Vec::new() };
    dialogue.session.interrupt().arm();
    dialogue.session.interrupt().say(dialogue.kept());
    let ended = dialogue.welcome().and_then(|()| dialogue.hold());
    if let Err(failure) = &ended
        && failure.exit() == Exit::Interrupted
    {
        dialogue.session.tell("")?;
        dialogue.tell(&dialogue.kept())?;
    }
    ended
}

/// Whether somebody is there to be asked.
pub(crate) fn on_a_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal() && io::stderr().is_terminal()
}

/// Whether a terminal can only write lines, or is too narrow for anything else.
fn cannot_redraw() -> bool {
    let dumb = cfg!(unix) && env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
    dumb || screen::size().is_some_and(|columns| columns < screen::NARROWEST)
}

fn is_case(file: &Path) -> bool {
    file.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// The dialogue with one person about one case.
struct Dialogue {
    session: Session,
    ask: Box<dyn Ask>,
    draft: Draft,
    /// Pictures named on the command line that have no place yet.
    pictures: Vec<PathBuf>,
    now: Timestamp,
    /// What the case was last prepared as, and from which text.
    prepared: Option<(Vec<u8>, Outcome)>,
    /// What the reader has seen on the pictures.
    seen: Seen,
    /// The keys of the questions that were asked.
    posed: Vec<&'static str>,
}

/// A prepared case, or what is wrong with it.
type Outcome = Result<Rc<Prepared>, Rc<Failure>>;

impl Dialogue {
    /// The first screen: what to do in which order.
    fn welcome(&self) -> Result<(), Failure> {
        let (channels, texts) = (Channels::shipped(), self.session.texts());
        let (ticket, mail) = (&channels.urgent_ticket, &channels.urgent_mail);
        let lang = texts.lang();
        self.say("new-welcome", &[])?;
        let values = [
            ("path", ticket.text(lang).path.clone().into()),
            ("promise", ticket.text(lang).promise.clone().into()),
        ];
        self.say("new-welcome.ticket", &values)?;
        self.say("new-welcome.mail", &[("promise", mail.text(lang).promise.clone().into())])?;
        self.say("new-welcome.published", &[("published", ticket.published(texts).into())])?;
        self.say("new-welcome.ready", &[])?;
        if self.draft.path().is_none() {
            return Ok(());
        }
        self.say("new-goes-on", &[("case", self.draft.word().into())])
    }

    /// Asks what is missing, lets the person look at everything, and ends as they choose.
    fn hold(&mut self) -> Result<Exit, Failure> {
        let mut again = None;
        loop {
            self.fill(again)?;
            match vouch::look(self)? {
                vouch::Looked::Back => again = Some(self.before(QUESTIONS.len())),
                vouch::Looked::Vouched | vouch::Looked::Later => return review::review(self),
            }
        }
    }

    /// Asks every question that is needed and has no good answer, and `again` whatever it has. Going back asks the one
    /// before.
    fn fill(&mut self, mut again: Option<usize>) -> Result<(), Failure> {
        while let Some(at) = again.take().or_else(|| self.next()) {
            if self.pose(at)? == Reply::Back {
                again = Some(self.before(at));
            }
        }
        Ok(())
    }

    fn next(&self) -> Option<usize> {
        QUESTIONS.iter().position(|question| self.is_needed(question) && !self.draft.settled(question))
    }

    /// The needed question before this one; the first has none.
    fn before(&self, at: usize) -> usize {
        (0..at).rev().find(|at| self.is_needed(&QUESTIONS[*at])).unwrap_or(0)
    }

    fn is_needed(&self, question: &Question) -> bool {
        let case = self.draft.case();
        match (&question.need, &question.form) {
            // What the screenshot offers is shown once, to be kept or emptied.
            (Need::Optional, _) => {
                !self.posed.contains(&question.key) && self.offered(question.key).is_some()
            }
            (Need::ForMail, _) => case.store.verified == Some(true),
            // A card that fills its picture, or that the reader has found, was not asked about in the first place.
            (Need::Always, questions::Form::Card(side)) => {
                !self.draft.settled(question) && !self.found(*side)
            }
            (Need::Always, _) => true,
        }
    }

    /// The case as the other verbs see it: checked, its pictures redacted. Nothing is done twice for the same text.
    fn prepare(&mut self) -> Outcome {
        self.draft.refresh().map_err(Rc::new)?;
        let text = self.draft.text().as_bytes().to_vec();
        if let Some((of, outcome)) = &self.prepared
            && *of == text
        {
            return outcome.clone();
        }
        let _ = self.say("new-redacting", &[]);
        let path = self.draft.path().unwrap_or(Path::new("")).to_owned();
        let outcome = pipeline::prepare(&path).map(Rc::new).map_err(Rc::new);
        self.prepared = Some((text, outcome.clone()));
        outcome
    }

    /// Says a sentence of the catalogue, laid out for the terminal.
    fn say(&self, key: &str, values: &Args) -> Result<(), Failure> {
        self.tell(&self.session.texts().format(key, values))
    }

    /// Says a text, laid out for the terminal.
    fn tell(&self, text: &str) -> Result<(), Failure> {
        for line in text.lines() {
            let visible = report::visible(line);
            let words = visible.trim_start_matches(' ');
            let indent = " ".repeat(visible.len() - words.len());
            match self.ask.width() {
                Some(width) => {
                    for line in wrap(words, width.saturating_sub(indent.len())) {
                        self.session.tell(&format!("{indent}{line}"))?;
                    }
                }
                None => self.session.tell(line)?,
            }
        }
        Ok(())
    }

    /// What is wrong with an answer, and what mends it, in a person's words rather than a file's.
    fn wrong(&self, finding: &Finding) -> String {
        let texts = self.session.texts();
        let what = finding.what(texts);
        if finding.code.ends_with("-missing") {
            return what;
        }
        let asked = format!("finding-{}.ask", finding.code);
        let mend = if texts.has(&asked) { texts.format(&asked, &finding.args) } else { finding.mend(texts) };
        texts.format("new-wrong", &[("what", what.into()), ("mend", mend.into())])
    }

    /// Opens a file in the program that the person has for it, or asks them to. A program would inherit a password that
    /// stands in our environment.
    fn open(&self, file: &Path) -> Result<(), Failure> {
        if !secret::is_in_environment() && opener::open(file).is_ok() {
            return Ok(());
        }
        self.say("new-open-yourself", &[("file", file.display().to_string().into())])
    }

    /// The last word to whoever leaves: that nothing is lost, and how to go on.
    fn kept(&self) -> String {
        match self.draft.path() {
            Some(path) if path.exists() => {
                self.session.texts().format("new-kept", &[("case", self.draft.word().into())])
            }
            _ => self.session.texts().get("new-nothing-kept"),
        }
    }
}
