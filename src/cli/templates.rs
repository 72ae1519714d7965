//! The verb `templates`: the shipped templates as files, for whoever wants the letter in other words.

use unfreeze::delivery::{create_folder, write_new};

use super::ExportArgs;
use super::exit::Exit;
use super::output::overwrite;
use super::report::Failure;
use super::session::Session;

pub(crate) fn export(args: &ExportArgs, session: &Session) -> Result<Exit, Failure> {
    create_folder(&args.out)?;
    for (name, content) in shipped() {
        let path = args.out.join(name);
        write_new(&path, content.as_bytes(), overwrite(args.force))?;
        session.tell(&path.display().to_string())?;
    }
    Ok(Exit::Done)
}

/// The shipped templates: file name and content.
fn shipped() -> &'static [(&'static str, &'static str)] {
    &[]
}
