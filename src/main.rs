//! The command line: parse, run, report once.

mod cli;

use std::ffi::OsString;
use std::process::ExitCode;

use cli::session::Session;
use cli::{Cli, panics, window};

fn main() -> ExitCode {
    let line: Vec<OsString> = std::env::args_os().collect();
    let session = Session::of(&line);
    let ours = window::is_ours(&line);
    let outcome = panics::caught(|| Cli::read(line, &session)?.run(&session));
    let exit = session.conclude(outcome);
    if ours {
        window::wait(&session);
    }
    exit.into()
}
