//! The verb `account`: the mailboxes that mail is sent from.

mod add;
mod check;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use unfreeze::account::{Account, Accounts, Meaning, Password, Provider, SecretSource};
use unfreeze::delivery::smtp::{Server, SmtpError, Trust};
use unfreeze::delivery::{Overwrite, create_folder, write_new};
use unfreeze::finding::Finding;
use unfreeze::texts::Texts;

use super::args::{AccountRemoveArgs, AccountVerb};
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;
use super::{folders, input, secret};

const FILE: &str = "accounts.toml";

pub(crate) fn run(verb: &AccountVerb, session: &Session) -> Result<Exit, Failure> {
    match verb {
        AccountVerb::Add(args) => add::run(args, session),
        AccountVerb::List(_) => list(session),
        AccountVerb::Check(args) => check::run(args, session),
        AccountVerb::Remove(args) => remove(args, session),
    }
}

/// The accounts of this person; none at first.
///
/// # Errors
/// When the file cannot be read, or everything that is wrong with it.
pub(crate) fn read() -> Result<Accounts, Failure> {
    let path = path()?;
    let bytes = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        _ => input::read(&path)?,
    };
    Accounts::read(&bytes).map_err(|problems| Failure::from(problems).of(&path))
}

/// The system's certificates, and those in a file.
///
/// # Errors
/// When the file cannot be read, or holds none.
pub(crate) fn trust(ca_file: Option<&Path>) -> Result<Trust, Failure> {
    let Some(path) = ca_file else { return Ok(Trust::system()) };
    let wrong = |error: SmtpError| {
        Failure::new(Exit::Findings, [Finding::error(path.display().to_string(), error.code())])
    };
    Trust::with_pem(&input::read(path)?).map_err(wrong)
}

/// What a dialogue that failed means to a person, and how the run ends.
pub(crate) fn refusal(error: &SmtpError, server: &Server) -> Failure {
    let meaning = Meaning::of(error, server);
    let finding = meaning.map_or_else(|| error.finding(server), |meaning| meaning.finding(error, server));
    let outcome = meaning.and_then(|meaning| meaning.outcome).unwrap_or_else(|| error.outcome());
    Failure::new(outcome.into(), [finding])
}

fn list(session: &Session) -> Result<Exit, Failure> {
    let accounts = read()?;
    let texts = session.texts();
    if accounts.iter().next().is_none() {
        session.tell(&texts.get("account-list-empty"))?;
    }
    for account in accounts.iter() {
        let values = [
            ("name", account.name().into()),
            ("address", account.address().into()),
            ("server", account.server().to_string().into()),
            ("secret", texts.get(&format!("account-secret-{}", account.secret().name())).into()),
        ];
        session.tell(&texts.format("account-row", &values))?;
    }
    session.object(&json!({ "accounts": accounts.iter().map(to_json).collect::<Vec<_>>() }))?;
    Ok(Exit::Done)
}

fn remove(args: &AccountRemoveArgs, session: &Session) -> Result<Exit, Failure> {
    let mut accounts = read()?;
    accounts.choose(Some(&args.name), None).map_err(usage)?;
    let removed = accounts.remove(&args.name);
    // Before the file: once the account is gone, nobody would know that a secret is still kept.
    if removed.as_ref().is_some_and(|account| *account.secret() == SecretSource::Keyring) {
        secret::forget(&args.name)?;
    }
    write(&accounts)?;
    session.tell(&session.texts().format("account-removed", &[("name", args.name.as_str().into())]))?;
    session.object(&json!({ "removed": args.name }))?;
    Ok(Exit::Done)
}

fn path() -> Result<PathBuf, Failure> {
    Ok(folders::config()?.join(FILE))
}

/// Writes the accounts back; the file may be a link to where the person keeps it.
fn write(accounts: &Accounts) -> Result<PathBuf, Failure> {
    let path = path()?;
    create_folder(&folders::config()?)?;
    let target = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
    write_new(&target, accounts.to_text().as_bytes(), Overwrite::Force)?;
    Ok(path)
}

fn usage(finding: Finding) -> Failure {
    Failure::new(Exit::Usage, [finding])
}

fn to_json(account: &Account) -> Value {
    json!({
        "name": account.name(),
        "address": account.address(),
        "user": account.user(),
        "server": account.server().to_string(),
        "secret": account.secret().name(),
        "provider": account.provider().map(Provider::key),
    })
}

/// What a provider asks for at login and how to get it, as published on a date.
fn how_to(provider: &Provider, texts: &Texts) -> Vec<String> {
    let name = provider.name(texts.lang());
    let wanted = texts.get(&format!("password-{}", provider.password().name()));
    let values = [("provider", name.into()), ("wanted", wanted.into()), ("date", provider.dated().into())];
    let token = provider.password() == Password::TokenOnly;
    let mut lines = vec![texts.format(if token { "account-how-token" } else { "account-how" }, &values)];
    let steps = provider.steps(texts.lang()).iter().zip(1_usize..);
    lines.extend(steps.map(|(step, number)| {
        texts.format("account-step", &[("number", number.into()), ("step", (*step).into())])
    }));
    lines.push(
        texts.format(
            if provider.is_unverified() { "account-unverified" } else { "account-published" },
            &values,
        ),
    );
    lines
}
