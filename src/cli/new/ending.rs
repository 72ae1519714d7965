//! How the dialogue ends: in a hand-off folder, a draft or a sent mail, and what the person does with it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use unfreeze::delivery::Written;
use unfreeze::finding::Finding;

use super::Dialogue;
use super::ask::{Choice, Reply};
use super::clipboard;
use crate::cli::args::LetterArgs;
use crate::cli::compose::{self, Composed};
use crate::cli::exit::Exit;
use crate::cli::output::{self, Output};
use crate::cli::pipeline::Prepared;
use crate::cli::profile;
use crate::cli::report::Failure;
use crate::cli::session::Session;
use crate::cli::writing::Pen;
use crate::cli::{Cli, account};

/// What a reviewed case becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The hand-off folder.
    Folder,
    /// The draft alone.
    Draft,
    /// The mail, sent from here.
    Send,
}

impl Ending {
    pub(super) const ALL: [Self; 3] = [Self::Folder, Self::Draft, Self::Send];

    /// The key of its words; without enterprise verification the folder holds no mail.
    pub(super) fn key(self, verified: bool) -> &'static str {
        match self {
            Self::Folder if verified => "review-folder",
            Self::Folder => "review-folder-ticket",
            Self::Draft => "review-draft",
            Self::Send => "review-send",
        }
    }

    /// Whether it needs the permission to mail.
    pub(super) fn is_mail(self) -> bool {
        self != Self::Folder
    }
}

/// What can be done with what was written.
#[derive(Clone, Copy)]
enum After {
    Open,
    Ticket,
    Letter,
    Done,
}

/// Ends the dialogue with the status of the run; none when the person goes on instead, or nothing came of it.
pub(super) fn end(dialogue: &Dialogue, ending: Ending, prepared: &Prepared) -> Result<Option<Exit>, Failure> {
    let exit = if ending == Ending::Send {
        send(dialogue, prepared)?
    } else {
        hand_off(dialogue, ending, prepared)?
    };
    if exit.is_some() {
        dialogue.say("ending-closing", &[])?;
    }
    Ok(exit)
}

/// Sends the mail, after the mailbox has been set up if it is not known yet: the verbs `account add` and `send`.
fn send(dialogue: &Dialogue, prepared: &Prepared) -> Result<Option<Exit>, Failure> {
    let (session, texts) = (&dialogue.session, dialogue.session.texts());
    let Some(mail) = prepared.facts.mail() else { return Ok(None) };
    let values = [("from", mail.from().into()), ("to", mail.to().address().into())];
    let label = texts.format("ending-send", &values);
    let options = [texts.get("ending-send-no"), texts.get("ending-send-yes")];
    let choice = Choice { label: &label, options: &options, start: 0 };
    if dialogue.ask.choose(&choice, session)? != Reply::Given(1) {
        return Ok(None);
    }
    let sent = account(mail.from(), session).and_then(|()| {
        let case = prepared.path.clone().into_os_string();
        run(["send", "--yes", "--"].into_iter().map(OsString::from).chain([case]), session)
    });
    match sent {
        Ok(Exit::Done) => {
            report(remember(dialogue), session);
            Ok(Some(Exit::Done))
        }
        // Whether it arrived is not known: what is to be done now has been said, and nothing else may be.
        Ok(Exit::Unknown) => Ok(Some(Exit::Unknown)),
        Ok(_) => Ok(None),
        Err(failure) if failure.exit() == Exit::Interrupted => Err(failure),
        Err(failure) => {
            session.report(&failure);
            Ok(None)
        }
    }
}

/// Makes sure that there is an account for an address.
fn account(from: &str, session: &Session) -> Result<(), Failure> {
    if account::read()?.choose(None, Some(from)).is_ok() {
        return Ok(());
    }
    run(["account", "add", "--", from].map(OsString::from), session).map(drop)
}

/// Runs another verb within this run.
fn run(words: impl IntoIterator<Item = OsString>, session: &Session) -> Result<Exit, Failure> {
    let line = [OsString::from("unfreeze")].into_iter().chain(words).collect();
    Cli::read(line, session)?.run(session)
}

fn report<T>(done: Result<T, Failure>, session: &Session) {
    if let Err(failure) = done {
        session.report(&failure);
    }
}

/// Writes the folder or the draft.
fn hand_off(dialogue: &Dialogue, ending: Ending, prepared: &Prepared) -> Result<Option<Exit>, Failure> {
    let session = &dialogue.session;
    let pen = Pen::of(&LetterArgs { lang: None, templates: None })?;
    let composed = match Composed::of(prepared, &pen, session) {
        Ok(composed) => composed,
        Err(failure) => {
            session.report(&failure);
            return Ok(None);
        }
    };
    let target = target(dialogue, ending, prepared);
    let state = match write(dialogue, ending, &target, false, prepared, &composed) {
        Err(failure) if failure.findings().iter().any(stands_in_the_way) => {
            session.report(&failure);
            if !replace(dialogue, &target)? {
                return Ok(None);
            }
            write(dialogue, ending, &target, true, prepared, &composed)
        }
        state => state,
    };
    let state = match state {
        Ok(state) => state,
        Err(failure) => {
            session.report(&failure);
            return Ok(None);
        }
    };
    session.tell("")?;
    dialogue.say(output::key(state), &[("output", target.display().to_string().into())])?;
    report(remember(dialogue), session);
    afterwards(dialogue, ending, &target, prepared, &composed)?;
    Ok(Some(Exit::Done))
}

fn target(dialogue: &Dialogue, ending: Ending, prepared: &Prepared) -> PathBuf {
    let case = dialogue.draft.path().unwrap_or(Path::new(""));
    if ending == Ending::Folder {
        compose::folder_of(case, None, prepared)
    } else {
        case.with_file_name(compose::draft_name(prepared))
    }
}

fn write(
    dialogue: &Dialogue,
    ending: Ending,
    target: &Path,
    force: bool,
    prepared: &Prepared,
    composed: &Composed,
) -> Result<Written, Failure> {
    let session = &dialogue.session;
    if ending == Ending::Folder {
        composed.folder(target, force, prepared, session)
    } else {
        composed.draft(&Output::File(target.to_owned()), force, prepared, session)
    }
}

fn stands_in_the_way(finding: &Finding) -> bool {
    ["write-differs", "write-exists"].contains(&finding.code)
}

fn replace(dialogue: &Dialogue, target: &Path) -> Result<bool, Failure> {
    let texts = dialogue.session.texts();
    let label = texts.format("ending-exists", &[("output", target.display().to_string().into())]);
    let options = [texts.get("ending-keep"), texts.get("ending-replace")];
    let choice = Choice { label: &label, options: &options, start: 0 };
    Ok(dialogue.ask.choose(&choice, &dialogue.session)? == Reply::Given(1))
}

fn remember(dialogue: &Dialogue) -> Result<(), Failure> {
    profile::remember(&dialogue.draft.case())?;
    dialogue.say("ending-remembered", &[])
}

/// Opens the draft, copies texts, until the person is done.
fn afterwards(
    dialogue: &Dialogue,
    ending: Ending,
    target: &Path,
    prepared: &Prepared,
    composed: &Composed,
) -> Result<(), Failure> {
    let session = &dialogue.session;
    let texts = session.texts();
    let letter = composed.written.letter.as_ref();
    let draft =
        if ending == Ending::Folder { target.join(compose::draft_name(prepared)) } else { target.to_owned() };
    let mut steps = vec![(After::Ticket, "after-ticket")];
    if letter.is_some() {
        dialogue.say("after-how", &[("folder", target.display().to_string().into())])?;
        steps.extend([(After::Open, "after-open"), (After::Letter, "after-letter")]);
    }
    steps.push((After::Done, "after-done"));
    let options: Vec<String> = steps.iter().map(|(_, key)| texts.get(key)).collect();
    let label = texts.get("after-question");
    loop {
        let choice = Choice { label: &label, options: &options, start: 0 };
        let Reply::Given(place) = dialogue.ask.choose(&choice, session)? else { return Ok(()) };
        let text = match steps[place].0 {
            After::Done => return Ok(()),
            After::Open => {
                dialogue.open(&draft)?;
                continue;
            }
            After::Ticket => composed.written.ticket.text().to_owned(),
            After::Letter => {
                letter.map(|letter| compose::paste(prepared, letter, session)).unwrap_or_default()
            }
        };
        if clipboard::copy(&text, session) {
            dialogue.say("after-copied", &[])?;
        } else {
            dialogue.tell(&text)?;
        }
    }
}
