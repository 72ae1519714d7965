//! The verb `compose`.

use unfreeze::finding::Finding;

use super::ComposeArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(args: &ComposeArgs, _session: &Session) -> Result<Exit, Failure> {
    if args.output.is_some() && args.cases.len() > 1 {
        return Err(Failure::new(Exit::Usage, [Finding::error("--output", "usage-one-output")]));
    }
    Err(Failure::new(Exit::Bug, [Finding::error("compose", "bug")]))
}
