//! The verb `accept`: a person looks at the redacted pictures and vouches for them.

use std::io::{self, IsTerminal};
use std::path::{self, Path, PathBuf};
use std::{env, fs, process};

use inquire::ui::{RenderConfig, Styled};
use inquire::{Confirm, InquireError};
use serde_json::json;
use unfreeze::case::{EditError, Accepted, write_acceptance};
use unfreeze::delivery::{Overwrite, write_new};
use unfreeze::evidence::{Digest, Reason, Redacted};
use unfreeze::finding::Finding;

use super::args::{AcceptArgs, LetterArgs};
use super::exit::Exit;
use super::input;
use super::pipeline::{self, Prepared};
use super::report::{self, Failure};
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
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(nobody(&args.case));
    }
    let pen = Pen::of(&LetterArgs { lang: None, templates: None })?;
    let written = pen.write(prepared, session)?;
    let page = LookedAt::write(&args.case, &writing::page(&args.case, prepared, &written, session)?)?;
    let texts = session.texts();
    let shown = opener::open_browser(&page.0).is_ok();
    let key = if shown { "accept-shown" } else { "accept-open-yourself" };
    session.tell(&texts.format(key, &[("file", page.0.display().to_string().into())]))?;
    let mut vouched = Vec::new();
    for redacted in waiting {
        let side = texts.get(&format!("side-{}", redacted.side().name()));
        // That nobody has looked yet is why the person is asked.
        for reason in redacted.reasons().iter().filter(|reason| **reason != Reason::Unseen) {
            let colon = texts.get("report-colon");
            session.tell(&format!("{side}{colon}{}", texts.get(reason.code())))?;
            let mend = texts.get(&format!("{}.mend", reason.code()));
            session.tell(&format!("{}{colon}{mend}", texts.get("report-hint")))?;
        }
        let question = texts.format("accept-question", &[("side", side.into())]);
        if confirm(&question, &args.case, session)? {
            vouched.push(*redacted);
        }
    }
    Ok(vouched)
}

fn nobody(case: &Path) -> Failure {
    let finding = Finding::error("accept", "accept-no-terminal").with("case", report::word(case));
    Failure::new(Exit::Usage, [finding])
}

/// Asks until it is answered; Enter, Esc and the end of the input are a no.
fn confirm(question: &str, case: &Path, session: &Session) -> Result<bool, Failure> {
    let texts = session.texts();
    let (help, wrong) = (texts.get("accept-question.help"), texts.get("accept-question.wrong"));
    if session.plain() {
        loop {
            session.tell(&format!("{question} [y/N]"))?;
            let mut answer = String::new();
            io::stdin().read_line(&mut answer).map_err(|_| nobody(case))?;
            match answer.trim().to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "" | "n" | "no" => return Ok(false),
                _ => session.tell(&wrong)?,
            }
        }
    }
    let said = |yes| texts.get(if yes { "accept-question.yes" } else { "accept-question.no" });
    let colours = if env::var_os("NO_COLOR").is_some() {
        RenderConfig::empty()
    } else {
        RenderConfig::default_colored()
    };
    let answer = Confirm::new(question)
        .with_default(false)
        .with_default_value_formatter(&|_| "y/N".to_owned())
        .with_formatter(&said)
        .with_help_message(&help)
        .with_error_message(&wrong)
        .with_render_config(colours.with_canceled_prompt_indicator(Styled::new("n")))
        .prompt();
    match answer {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationCanceled) => Ok(false),
        Err(InquireError::OperationInterrupted) => Err(Failure::new(Exit::Interrupted, [])),
        Err(_) => Err(nobody(case)),
    }
}

/// The review page on disk; it holds personal pictures, so it goes when the looking ends, however it ends.
struct LookedAt(PathBuf);

impl LookedAt {
    /// Writes the page under a name of its own, so that a page of `preview` stays; what stands there was left behind by
    /// a run that could not tidy up.
    fn write(case: &Path, page: &str) -> Result<Self, Failure> {
        let path = case.with_extension("accept.html");
        let shown = Self(path::absolute(&path).unwrap_or(path));
        let doomed = shown.0.clone();
        // Between questions Ctrl-C is a signal, and so is a closed window; neither would run a destructor.
        let _ = ctrlc::set_handler(move || {
            let _ = fs::remove_file(&doomed);
            process::exit(Exit::Interrupted as i32);
        });
        write_new(&shown.0, page.as_bytes(), Overwrite::Force)?;
        Ok(shown)
    }
}

impl Drop for LookedAt {
    fn drop(&mut self) {
        // Nobody is left to tell; the page itself asks the reader to delete it.
        let _ = fs::remove_file(&self.0);
    }
}

/// Writes what was vouched for into the case file, if that is still the file that was read.
fn record(case: &Path, read: &[u8], vouched: &[&Redacted]) -> Result<(), Failure> {
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
