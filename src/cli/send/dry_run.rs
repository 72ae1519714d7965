//! `--dry-run`: the dialogue as it would be held. Nothing is kept, and nobody is connected to.

use serde_json::{Value, json};
use unfreeze::account::Account;
use unfreeze::delivery::smtp::{Login, Written, rehearse};
use unfreeze::evidence::Digest;
use unfreeze::record::{NewMail, Record};

use super::parcel;
use super::sender::Ways;
use crate::cli::args::SendArgs;
use crate::cli::exit::Exit;
use crate::cli::report::Failure;
use crate::cli::session::Session;
use crate::cli::writing::Pen;
use crate::cli::{clock, folders};

pub(super) fn run(args: &SendArgs, ways: &Ways<'_>, pen: &Pen, session: &Session) -> Result<Exit, Failure> {
    let now = clock::now()?;
    let state = folders::state()?;
    // Only to know which attachments were made here; a diary that does not exist is not begun.
    let record = if Record::exists(&state) { Some(Record::open(&state, now)?) } else { None };
    let mut answers = Vec::new();
    let exit = session.each(&args.mails, |what| {
        let mail = parcel::compose(what, args, pen, record.as_ref(), now, session)?;
        let account = ways.of_mail(&mail.from)?;
        answers.push(rehearsal(&what.display().to_string(), &mail, &account, session)?);
        Ok(Exit::Done)
    })?;
    session.object(&json!({ "dry_run": answers }))?;
    Ok(exit)
}

fn rehearsal(what: &str, mail: &NewMail, account: &Account, session: &Session) -> Result<Value, Failure> {
    let texts = session.texts();
    let login = match account.user() {
        None => Login::None,
        Some(user) => Login::Password { user: user.to_owned(), password: String::new().into() },
    };
    let steps = rehearse(account.server(), &login, &parcel::envelope_of(mail)?, &mail.bytes);
    let server = account.server().to_string();
    let head = [("mail", what.into()), ("server", server.as_str().into())];
    session.tell(&texts.format("send-dry-run", &head))?;
    let mut lines = Vec::new();
    for step in &steps {
        let written = match &step.written {
            Written::Nothing => {
                texts.format("send-dry-step", &[("phase", texts.get(step.phase.key()).into())])
            }
            Written::Line(line) => format!("C: {line}"),
            Written::Mail(size) => texts.format("send-dry-mail", &[("bytes", (*size).into())]),
        };
        let expected = step.expected.iter().map(ToString::to_string).collect::<Vec<_>>();
        lines.push(json!({ "phase": step.phase.name(), "written": written, "expected": step.expected }));
        session.tell(&format!("  {written}"))?;
        if !expected.is_empty() {
            session.tell(&format!("  S: {}", expected.join(" / ")))?;
        }
    }
    session.tell(&texts.get("send-dry-nothing"))?;
    Ok(json!({
        "mail": what,
        "reference": mail.reference,
        "server": server,
        "from": mail.from,
        "to": mail.to,
        "copies": mail.copies,
        "bytes": mail.bytes.len(),
        "sha256": Digest::of(&mail.bytes).to_string(),
        "dialogue": lines,
    }))
}
