//! The verbs `profile show` and `profile forget`, and what the prompts remember between cases.
//!
//! The profile is a case file in the folder of the settings that tells only what does not change from case to case:
//! never a scan, a number of a card, a statement or a password.

use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value, json};
use unfreeze::case::{self, Answer, Case, blank, write_answer};
use unfreeze::delivery::{Overwrite, create_folder, write_new};
use unfreeze::finding::Finding;

use super::args::ProfileArgs;
use super::exit::Exit;
use super::folders;
use super::input;
use super::new::words;
use super::report::Failure;
use super::session::Session;

/// What is remembered, as keys of a case.
pub(crate) const REMEMBERED: [&str; 13] = [
    "store.id",
    "store.name",
    "store.login",
    "store.verified",
    "business.region",
    "business.licence",
    "business.company",
    "contact.name",
    "contact.email",
    "contact.phone",
    "mail.from",
    "agent.name",
    "mail.language",
];

pub(crate) fn show(_: &ProfileArgs, session: &Session) -> Result<Exit, Failure> {
    let (path, texts) = (place()?, session.texts());
    let known = read()?;
    let mut remembered = Map::new();
    match &known {
        None => session.tell(&texts.get("profile-none"))?,
        Some(case) => {
            for key in REMEMBERED {
                let Some(answer) = case.answer(key) else { continue };
                let (value, object) = match answer {
                    Answer::Text(text) => (text.clone(), Value::String(text)),
                    Answer::Truth(truth) => {
                        let word =
                            if truth { "option-store-verified-yes" } else { "option-store-verified-no" };
                        (texts.get(word), Value::Bool(truth))
                    }
                    Answer::List(list) => (list.join(" "), json!(list)),
                };
                session.tell(&format!("{}{}{value}", texts.get(&words(key)), texts.get("report-colon")))?;
                remembered.insert(key.to_owned(), object);
            }
            let file = path.display().to_string();
            session.tell(&texts.format("profile-at", &[("file", file.into())]))?;
        }
    }
    session.object(&json!({ "file": path.display().to_string(), "profile": known.map(|_| remembered) }))?;
    Ok(Exit::Done)
}

pub(crate) fn forget(_: &ProfileArgs, session: &Session) -> Result<Exit, Failure> {
    let path = place()?;
    let forgotten = match fs::remove_file(&path) {
        Ok(()) => true,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(_) => {
            let finding = Finding::error(path.display().to_string(), "write-denied");
            return Err(Failure::new(Exit::CannotWrite, [finding]));
        }
    };
    session.tell(&session.texts().get(if forgotten { "profile-forgotten" } else { "profile-none" }))?;
    session.object(&json!({ "file": path.display().to_string(), "forgotten": forgotten }))?;
    Ok(Exit::Done)
}

/// What is remembered; a profile that cannot be read is told and passed over, since nothing depends on it.
pub(crate) fn recall(session: &Session) -> Result<Option<Case>, Failure> {
    Ok(read().unwrap_or_else(|failure| {
        session.report(&failure);
        None
    }))
}

/// Remembers what does not change of a case, and gives the file where it stands.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn remember(case: &Case) -> Result<PathBuf, Failure> {
    let path = place()?;
    let mut text = blank();
    for key in REMEMBERED {
        let written = write_answer(&text, key, case.answer(key).as_ref());
        text = written.map_err(|_| Failure::new(Exit::Bug, [Finding::error(key, "case-syntax")]))?;
    }
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    write_new(&path, text.as_bytes(), Overwrite::Force)?;
    Ok(path)
}

fn place() -> Result<PathBuf, Failure> {
    Ok(folders::config()?.join("profile.toml"))
}

fn read() -> Result<Option<Case>, Failure> {
    let path = place()?;
    if !path.exists() {
        return Ok(None);
    }
    let of = |failure: Failure| failure.of(&path);
    let bytes = input::read(&path).map_err(|unread| of(unread.into()))?;
    case::read(&bytes).map(Some).map_err(|problems| of(problems.into()))
}
