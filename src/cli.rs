//! The command line: the verbs, and what each is run by.
//!
//! What can be typed after a verb is in [`args`]; no help stands there or here: [`help`] takes every sentence from the
//! catalogue, named after verb and argument.

pub(crate) mod args;
pub(crate) mod clock;
pub(crate) mod diary;
pub(crate) mod exit;
pub(crate) mod folders;
pub(crate) mod input;
pub(crate) mod interrupt;
pub(crate) mod output;
pub(crate) mod panics;
pub(crate) mod picture;
pub(crate) mod pipeline;
pub(crate) mod record;
pub(crate) mod question;
pub(crate) mod report;
pub(crate) mod secret;
pub(crate) mod session;
pub(crate) mod times;
pub(crate) mod writing;

mod accept;
pub(crate) mod account;
mod check;
mod completions;
mod compose;
mod contact;
mod follow_up;
mod help;
mod log;
mod man;
mod new;
mod preview;
mod profile;
mod redact;
mod send;
mod status;
mod templates;
mod ticket;
mod usage;
pub(crate) mod window;
mod wrap;

use std::ffi::OsString;

use clap::{FromArgMatches, Parser, Subcommand};

use args::*;
use exit::Exit;
use report::Failure;
use session::Session;

#[derive(Parser)]
#[command(name = "unfreeze", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "zh"])]
    ui_lang: Option<String>,
    #[arg(long, global = true)]
    plain: bool,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    New(NewArgs),
    Check(CheckArgs),
    Redact(RedactArgs),
    Accept(AcceptArgs),
    Preview(PreviewArgs),
    Compose(ComposeArgs),
    Ticket(TicketArgs),
    Contact(ContactArgs),
    #[command(subcommand, disable_help_subcommand = true, arg_required_else_help = false)]
    Profile(ProfileVerb),
    Send(SendArgs),
    Status(StatusArgs),
    Log(LogArgs),
    FollowUp(FollowUpArgs),
    #[command(subcommand, disable_help_subcommand = true, arg_required_else_help = false)]
    Account(AccountVerb),
    #[command(subcommand, disable_help_subcommand = true, arg_required_else_help = false)]
    Record(RecordVerb),
    #[command(subcommand, disable_help_subcommand = true, arg_required_else_help = false)]
    Templates(TemplatesVerb),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

impl Cli {
    /// Reads a command line.
    ///
    /// # Errors
    /// What is wrong with it; or, with [`Exit::Done`], nothing at all once help or version has been shown.
    pub(crate) fn read(line: Vec<OsString>, session: &Session) -> Result<Self, Failure> {
        let mut command = help::command(session.texts());
        let verb = usage::verb(&command, &line);
        let read =
            command.try_get_matches_from_mut(line).and_then(|matches| Self::from_arg_matches(&matches));
        read.map_err(|error| usage::failure(&error, &verb, session))
    }

    /// Runs the verb; without one, shows the help.
    pub(crate) fn run(self, session: &Session) -> Result<Exit, Failure> {
        match &self.verb {
            None if new::on_a_terminal() => new::run(&NewArgs { files: Vec::new() }, session),
            None => help::show(session),
            Some(Verb::New(args)) => new::run(args, session),
            Some(Verb::Check(args)) => check::run(args, session),
            Some(Verb::Redact(args)) => redact::run(args, session),
            Some(Verb::Accept(args)) => accept::run(args, session),
            Some(Verb::Preview(args)) => preview::run(args, session),
            Some(Verb::Compose(args)) => compose::run(args, session),
            Some(Verb::Ticket(args)) => ticket::run(args, session),
            Some(Verb::Contact(args)) => contact::run(args, session),
            Some(Verb::Profile(ProfileVerb::Show(args))) => profile::show(args, session),
            Some(Verb::Profile(ProfileVerb::Forget(args))) => profile::forget(args, session),
            Some(Verb::Send(args)) => send::run(args, session),
            Some(Verb::FollowUp(args)) => follow_up::run(args, session),
            Some(Verb::Account(verb)) => account::run(verb, session),
            Some(Verb::Log(args)) => log::run(args, session),
            Some(Verb::Status(args)) => status::run(args, session),
            Some(Verb::Record(RecordVerb::Export(args))) => record::export(args, session),
            Some(Verb::Record(RecordVerb::Forget(args))) => record::forget(args, session),
            Some(Verb::Templates(TemplatesVerb::Export(args))) => templates::export(args, session),
            Some(Verb::Completions(args)) => completions::run(args, session),
            Some(Verb::Man(args)) => man::run(args, session),
        }
    }
}
