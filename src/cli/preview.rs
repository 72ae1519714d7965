//! The verb `preview`.

use unfreeze::finding::Finding;

use super::PreviewArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(_args: &PreviewArgs, _session: &Session) -> Result<Exit, Failure> {
    Err(Failure::new(Exit::Bug, [Finding::error("preview", "bug")]))
}
