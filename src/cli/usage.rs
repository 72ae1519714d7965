//! What clap finds wrong with a command line, in the words of the catalogue.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use unfreeze::finding::Finding;
use unfreeze::texts::{Texts, Value};

use super::exit::Exit;
use super::help;
use super::report::Failure;
use super::session::Session;

/// A value whose form is wrong; the catalogue has the sentence under `finding-` and this code.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Malformed(pub(crate) &'static str);

/// The verb that a command line names, with the program's name, for the hint where help is to be had. `help` itself is
/// not one to ask further.
pub(crate) fn verb(command: &Command, line: &[OsString]) -> String {
    let mut at = command;
    let mut path = vec![command.get_name().to_owned()];
    for word in line.iter().skip(1).filter(|word| *word != "help") {
        if let Some(sub) = at.get_subcommands().find(|sub| *word == *sub.get_name()) {
            path.push(sub.get_name().to_owned());
            at = sub;
        }
    }
    path.join(" ")
}

/// Shows help or version when that is what clap stopped for, which is silent success; else tells what is wrong.
pub(crate) fn failure(error: &Error, verb: &str, session: &Session) -> Failure {
    let asked = error.get(ContextKind::InvalidSubcommand).map(ToString::to_string).unwrap_or_default();
    if ["-h", "--help"].contains(&asked.as_str()) {
        // `unfreeze help --help`: what is wanted is clear.
        return help::show(session).err().unwrap_or_else(Failure::silent);
    }
    if error.use_stderr() {
        return Failure::new(Exit::Usage, findings(error, verb, session.texts()));
    }
    session.coloured(&error.render().ansi().to_string()).err().unwrap_or_else(Failure::silent)
}

fn findings(error: &Error, verb: &str, texts: &Texts) -> Vec<Finding> {
    let said = Said { error, texts };
    let about = |field: String, code| Finding::error(field, code).with("verb", verb);
    let arg = said.one(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            vec![about(arg, "usage-unknown-option").with("suggestion", said.first(ContextKind::SuggestedArg))]
        }
        ErrorKind::UnknownArgument => vec![about(arg, "usage-unexpected")],
        ErrorKind::InvalidSubcommand => {
            let verb = said.one(ContextKind::InvalidSubcommand);
            let suggestion = said.first(ContextKind::SuggestedSubcommand);
            vec![about(verb, "usage-unknown-verb").with("suggestion", suggestion)]
        }
        ErrorKind::MissingSubcommand => {
            let verbs = said.list(ContextKind::ValidSubcommand);
            vec![about(verb.to_owned(), "usage-missing-verb").with("values", verbs)]
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = said.several(ContextKind::InvalidArg);
            missing.into_iter().map(|arg| about(arg, "usage-missing")).collect()
        }
        ErrorKind::InvalidValue if said.one(ContextKind::InvalidValue).is_empty() => {
            let values = said.list(ContextKind::ValidValue);
            vec![about(arg, "usage-no-value").with("values", values)]
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let malformed = error.source().and_then(|source| source.downcast_ref::<Malformed>());
            let finding = about(arg, malformed.map_or("usage-bad-value", |malformed| malformed.0))
                .with("value", said.one(ContextKind::InvalidValue))
                .with("suggestion", said.first(ContextKind::SuggestedValue))
                .with("values", said.list(ContextKind::ValidValue));
            vec![finding]
        }
        ErrorKind::TooManyValues => {
            vec![about(arg, "usage-flag-value").with("value", said.one(ContextKind::InvalidValue))]
        }
        ErrorKind::ArgumentConflict => {
            let others = said.several(ContextKind::PriorArg);
            if others == [arg.as_str()] {
                vec![about(arg, "usage-twice")]
            } else {
                vec![about(arg, "usage-conflict").with("others", said.list(ContextKind::PriorArg))]
            }
        }
        ErrorKind::InvalidUtf8 => vec![about(String::new(), "usage-utf8")],
        _ => vec![about(arg, "usage-wrong")],
    }
}

/// What clap tells of an error.
struct Said<'a> {
    error: &'a Error,
    texts: &'a Texts,
}

impl Said<'_> {
    fn several(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn one(&self, kind: ContextKind) -> String {
        self.several(kind).into_iter().next().unwrap_or_default()
    }

    /// The first, or `none`, which the catalogue's sentences choose by.
    fn first(&self, kind: ContextKind) -> Value {
        self.several(kind).into_iter().next().unwrap_or_else(|| "none".to_owned()).into()
    }

    /// All of them in one text, or `none`.
    fn list(&self, kind: ContextKind) -> Value {
        match self.several(kind) {
            none if none.is_empty() => "none".into(),
            some => some.join(&self.texts.get("list-comma")).into(),
        }
    }
}
