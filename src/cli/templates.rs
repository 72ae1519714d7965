//! The verb `templates`: the shipped templates as files, for whoever wants the letter in other words.

use unfreeze::delivery::{create_folder, write_new};
use unfreeze::letter::Templates;

use super::args::ExportArgs;
use super::exit::Exit;
use super::output::overwrite;
use super::report::Failure;
use super::session::Session;

pub(crate) fn export(args: &ExportArgs, session: &Session) -> Result<Exit, Failure> {
    create_folder(&args.out)?;
    for (name, content) in Templates::shipped() {
        let path = args.out.join(name);
        write_new(&path, content.as_bytes(), overwrite(args.force))?;
        session.tell(&path.display().to_string())?;
    }
    Ok(Exit::Done)
}
