//! The verb `check`.

use unfreeze::finding::Finding;

use super::CheckArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(_args: &CheckArgs, _session: &Session) -> Result<Exit, Failure> {
    Err(Failure::new(Exit::Bug, [Finding::error("check", "bug")]))
}
