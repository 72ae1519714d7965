//! The verb `accept`: a person looks at the redacted pictures and vouches for them.

use std::fs;
use std::path::{self, Path, PathBuf};

use serde_json::json;
use unfreeze::case::{Accepted, EditError, write_acceptance};
use unfreeze::delivery::{Overwrite, write_new};
use unfreeze::evidence::{Digest, Reason, Redacted};
use unfreeze::finding::Finding;

use super::args::{AcceptArgs, LetterArgs};
use super::exit::Exit;
use super::input;
use super::pipeline::{self, Prepared};
use super::question;
use super::report::{self, Failure};
use super::secret;
use super::session::Session;
use super::writing::{self, Pen};

pub(crate) fn run(args: &AcceptArgs, session: &Session) -> Result<Exit, Failure> {
    let prepared = pipeline::prepare_one(&args.case, session)?;
    session.notify(&prepared.warnings, "");
    let waiting: Vec<&Redacted> =
        prepared.pictures.iter().filter_map(|picture| picture.unvouched()).collect();
    let vouched: Vec<&Redacted> = if args.yes.is_empty() {
        if waiting.is_empty() { Vec::new() } else { ask(args, &prepared, &waiting, session)? }
    } else {
        named(args, &waiting, &prepared)?
    };
    if !vouched.is_empty() {
        record(&args.case, &prepared.text, &vouched)?;
    }
    let left = waiting.len() - vouched.len();
    let values = [("count", vouched.len().into()), ("left", left.into())];
    let key = if waiting.is_empty() { "accept-nothing" } else { "accept-done" };
    session.tell(&session.texts().format(key, &values))?;
    if left == 0 {
        let case = report::word(&args.case);
        session.tell(&session.texts().format("accept-next", &[("case", case.into())]))?;
    }
    session.object(&json!({
        "case": args.case.display().to_string(),
        "accepted": vouched.iter().map(|redacted| redacted.digest().to_string()).collect::<Vec<_>>(),
        "scans": prepared.scans(),
    }))?;
    Ok(if left == 0 { Exit::Done } else { Exit::Unvouched })
}

/// The pictures that a script vouches for by their digests, which nobody knows without having made the pictures.
fn named<'a>(
    args: &AcceptArgs,
    waiting: &[&'a Redacted],
    prepared: &Prepared,
) -> Result<Vec<&'a Redacted>, Failure> {
    let known =
        |digest: &Digest| prepared.pictures.iter().any(|picture| Digest::of(picture.bytes()) == *digest);
    let stranger = |digest: &Digest| {
        let finding = Finding::error("--yes", "accept-stranger").with("digest", digest.to_string());
        finding.with("case", report::word(&args.case))
    };
    let strangers: Vec<Finding> = args.yes.iter().filter(|digest| !known(digest)).map(stranger).collect();
    if !strangers.is_empty() {
        return Err(Failure::new(Exit::Findings, strangers));
    }
    Ok(waiting.iter().copied().filter(|redacted| args.yes.contains(&redacted.digest())).collect())
}

/// Shows the review page and asks for each picture.
fn ask<'a>(
    args: &AcceptArgs,
    prepared: &Prepared,
    waiting: &[&'a Redacted],
    session: &Session,
) -> Result<Vec<&'a Redacted>, Failure> {
    if !question::somebody() {
        return Err(nobody(&args.case));
    }
    let _page = LookedAt::open(&args.case, prepared, session)?;
    let texts = session.texts();
    let mut vouched = Vec::new();
    for redacted in waiting {
        let side = texts.get(&format!("side-{}", redacted.side().name()));
        for line in reasons(redacted, session) {
            session.tell(&line)?;
        }
        let asked = texts.format("accept-question", &[("side", side.into())]);
        if question::confirm(&asked, "accept-question", || nobody(&args.case), session)? {
            vouched.push(*redacted);
        }
    }
    Ok(vouched)
}

fn nobody(case: &Path) -> Failure {
    let finding = Finding::error("accept", "accept-no-terminal").with("case", report::word(case));
    Failure::new(Exit::Usage, [finding])
}

/// Why a picture waits for a person, with what mends it, line by line; that nobody has looked yet is why they are asked.
pub(super) fn reasons(redacted: &Redacted, session: &Session) -> Vec<String> {
    let texts = session.texts();
    let (colon, hint) = (texts.get("report-colon"), texts.get("report-hint"));
    let side = texts.get(&format!("side-{}", redacted.side().name()));
    let worth = redacted.reasons().iter().filter(|reason| **reason != Reason::Unseen);
    let lines = worth.flat_map(|reason| {
        let mend = texts.get(&format!("{}.mend", reason.code()));
        [format!("{side}{colon}{}", texts.get(reason.code())), format!("{hint}{colon}{mend}")]
    });
    lines.collect()
}

/// The review page on disk; it holds personal pictures, so it goes when the looking ends, however it ends.
pub(super) struct LookedAt<'a> {
    path: PathBuf,
    session: &'a Session,
}

impl<'a> LookedAt<'a> {
    /// Writes the page under a name of its own, so that a page of `preview` stays, and shows it; what stands there was
    /// left behind by a run that could not tidy up.
    pub(super) fn open(case: &Path, prepared: &Prepared, session: &'a Session) -> Result<Self, Failure> {
        let pen = Pen::of(&LetterArgs { lang: None, templates: None })?;
        let page = writing::page(case, prepared, &pen.write(prepared, session)?, session)?;
        let path = case.with_extension("accept.html");
        let shown = Self { path: path::absolute(&path).unwrap_or(path), session };
        session.interrupt().arm();
        session.interrupt().doom(Some(shown.path.clone()));
        write_new(&shown.path, page.as_bytes(), Overwrite::Force)?;
        shown.show()?;
        Ok(shown)
    }

    /// Opens the page in the person's browser, or says where it is.
    pub(super) fn show(&self) -> Result<(), Failure> {
        // A browser would inherit the password, and its own children from it; there is no way to open one without.
        let key = match secret::is_in_environment() {
            true => "accept-not-opened",
            false if opener::open_browser(&self.path).is_ok() => "accept-shown",
            false => "accept-open-yourself",
        };
        let file = self.path.display().to_string();
        self.session.tell(&self.session.texts().format(key, &[("file", file.into())]))
    }
}

impl Drop for LookedAt<'_> {
    fn drop(&mut self) {
        // Nobody is left to tell; the page itself asks the reader to delete it.
        let _ = fs::remove_file(&self.path);
        self.session.interrupt().doom(None);
    }
}

/// Writes what was vouched for into the case file, if that is still the file that was read.
pub(super) fn record(case: &Path, read: &[u8], vouched: &[&Redacted]) -> Result<(), Failure> {
    let name = case.display().to_string();
    let changed = |code| {
        let finding = Finding::error(name.clone(), code).with("case", report::word(case));
        Failure::new(Exit::Findings, [finding])
    };
    if input::read(case)? != read {
        return Err(changed("accept-case-changed"));
    }
    let text = str::from_utf8(read).map_err(|_| changed("accept-case-changed"))?;
    let accepted: Vec<Accepted> = vouched.iter().map(|redacted| redacted.acceptance().into()).collect();
    let written = write_acceptance(text, &accepted).map_err(|error| match error {
        EditError::Syntax => changed("accept-case-changed"),
        EditError::Form => changed("accepted-form"),
    })?;
    // The case may be a link to where the person keeps it.
    let target = fs::canonicalize(case).unwrap_or_else(|_| case.to_owned());
    write_new(&target, written.as_bytes(), Overwrite::Force)?;
    Ok(())
}
