//! The verb `completions`: a script that teaches a shell the command line.

use super::args::CompletionsArgs;
use super::exit::Exit;
use super::help;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(args: &CompletionsArgs, session: &Session) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(session.texts()), "unfreeze", &mut script);
    session.bytes(&script)?;
    Ok(Exit::Done)
}
