//! How the dialogue ends: in a hand-off folder or a draft, and what the person does with it.

use std::path::{Path, PathBuf};

use unfreeze::delivery::Written;
use unfreeze::finding::Finding;

use super::Dialogue;
use super::ask::{Choice, Reply};
use super::clipboard;
use crate::cli::args::LetterArgs;
use crate::cli::compose::{self, Composed};
use crate::cli::output::{self, Output};
use crate::cli::pipeline::Prepared;
use crate::cli::profile;
use crate::cli::report::Failure;
use crate::cli::writing::Pen;

/// What a reviewed case becomes. Whatever else can be done with it joins here: an entry, its words, and an arm in
/// [`write`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The hand-off folder.
    Folder,
    /// The draft alone.
    Draft,
}

impl Ending {
    pub(super) const ALL: [Self; 2] = [Self::Folder, Self::Draft];

    /// The key of its words; without enterprise verification the folder holds no mail.
    pub(super) fn key(self, verified: bool) -> &'static str {
        match self {
            Self::Folder if verified => "review-folder",
            Self::Folder => "review-folder-ticket",
            Self::Draft => "review-draft",
        }
    }

    /// Whether it needs the permission to mail.
    pub(super) fn is_mail(self) -> bool {
        self == Self::Draft
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

/// Ends the dialogue; `false` when the person wants to go on instead, or it could not be written.
pub(super) fn end(dialogue: &Dialogue, ending: Ending, prepared: &Prepared) -> Result<bool, Failure> {
    let session = &dialogue.session;
    let pen = Pen::of(&LetterArgs { lang: None, templates: None })?;
    let composed = match Composed::of(prepared, &pen, session) {
        Ok(composed) => composed,
        Err(failure) => {
            session.report(&failure);
            return Ok(false);
        }
    };
    let target = target(dialogue, ending, prepared);
    let state = match write(dialogue, ending, &target, false, prepared, &composed) {
        Err(failure) if failure.findings().iter().any(stands_in_the_way) => {
            session.report(&failure);
            if !replace(dialogue, &target)? {
                return Ok(false);
            }
            write(dialogue, ending, &target, true, prepared, &composed)
        }
        state => state,
    };
    let state = match state {
        Ok(state) => state,
        Err(failure) => {
            session.report(&failure);
            return Ok(false);
        }
    };
    session.tell("")?;
    dialogue.say(output::key(state), &[("output", target.display().to_string().into())])?;
    if let Err(failure) = remember(dialogue) {
        session.report(&failure);
    }
    afterwards(dialogue, ending, &target, prepared, &composed)?;
    dialogue.say("ending-closing", &[])?;
    Ok(true)
}

fn target(dialogue: &Dialogue, ending: Ending, prepared: &Prepared) -> PathBuf {
    let case = dialogue.draft.path().unwrap_or(Path::new(""));
    match ending {
        Ending::Folder => compose::folder_of(case, None, prepared),
        Ending::Draft => case.with_file_name(compose::draft_name(prepared)),
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
    match ending {
        Ending::Folder => composed.folder(target, force, prepared, session),
        Ending::Draft => composed.draft(&Output::File(target.to_owned()), force, prepared, session),
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
    let draft = match ending {
        Ending::Folder => target.join(compose::draft_name(prepared)),
        Ending::Draft => target.to_owned(),
    };
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
