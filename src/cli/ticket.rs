//! The verb `ticket`.

use unfreeze::finding::Finding;

use super::TicketArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(_args: &TicketArgs, _session: &Session) -> Result<Exit, Failure> {
    Err(Failure::new(Exit::Bug, [Finding::error("ticket", "bug")]))
}
