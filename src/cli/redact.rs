//! The verb `redact`.

use unfreeze::finding::Finding;

use super::RedactArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(_args: &RedactArgs, _session: &Session) -> Result<Exit, Failure> {
    Err(Failure::new(Exit::Bug, [Finding::error("redact", "bug")]))
}
