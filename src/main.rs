//! The command line: parse, run, report once.

mod cli;

use std::ffi::OsString;
use std::process::ExitCode;

use cli::session::Session;
use cli::{Cli, panics};

fn main() -> ExitCode {
    let line: Vec<OsString> = std::env::args_os().collect();
    let session = Session::of(&line);
    let outcome = panics::caught(|| Cli::read(line, &session)?.run(&session));
    session.conclude(outcome).into()
}
