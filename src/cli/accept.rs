//! The verb `accept`.

use unfreeze::finding::Finding;

use super::AcceptArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(_args: &AcceptArgs, _session: &Session) -> Result<Exit, Failure> {
    Err(Failure::new(Exit::Bug, [Finding::error("accept", "bug")]))
}
