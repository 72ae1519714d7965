//! `account check`: logs in, says what the server said, and sends nothing.

use std::io;

use serde_json::json;
use unfreeze::delivery::smtp::{Connection, Journal, Login, Phase, Timeouts};

use super::{read, refusal, to_json, trust, usage};
use crate::cli::args::AccountCheckArgs;
use crate::cli::exit::Exit;
use crate::cli::report::Failure;
use crate::cli::secret;
use crate::cli::session::Session;

/// Nothing is delivered, so nothing is kept.
struct NoJournal;

impl Journal for NoJournal {
    fn enter(&mut self, _phase: Phase) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn run(args: &AccountCheckArgs, session: &Session) -> Result<Exit, Failure> {
    let accounts = read()?;
    let account = accounts.choose(args.name.as_deref(), None).map_err(usage)?;
    let server = account.server();
    let trust = trust(args.ca_file.as_deref())?;
    let mut timeouts = Timeouts::default();
    if let Some(timeout) = args.timeout {
        timeouts = Timeouts { connect: timeout, command: timeout, ..timeouts };
    }
    let login = secret::fetch(account, args.password_command.as_deref(), session)?;
    let texts = session.texts();
    let values = [("name", account.name().into()), ("server", server.to_string().into())];
    session.tell(&texts.format("account-connecting", &values))?;
    let mut connection = Connection::open(server, &trust, &timeouts, &mut NoJournal)
        .map_err(|error| refusal(&error, server))?;
    connection.log_in(&login, &mut NoJournal).map_err(|error| refusal(&error, server))?;
    let limit = connection.size_limit();
    connection.quit();
    let key = if matches!(login, Login::None) { "account-reached" } else { "account-logged-in" };
    session.tell(&texts.format(key, &values))?;
    if let Some(limit) = limit {
        session.tell(&texts.format("account-size-limit", &[("megabytes", (limit / 1_000_000).into())]))?;
    }
    session.object(&json!({
        "account": to_json(account),
        "logged_in": !matches!(login, Login::None),
        "size_limit": limit,
    }))?;
    Ok(Exit::Done)
}
