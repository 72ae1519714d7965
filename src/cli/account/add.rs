//! `account add`: an address in, settings out.

use inquire::{InquireError, Select};
use serde_json::json;
use unfreeze::account::{Account, Password, Provider, Providers, SecretSource};
use unfreeze::delivery::Written;
use unfreeze::delivery::smtp::{Security, Server};
use unfreeze::finding::{Finding, Level};

use super::{how_to, read, to_json, usage, write};
use crate::cli::args::AccountAddArgs;
use crate::cli::exit::Exit;
use crate::cli::output::overwrite;
use crate::cli::question;
use crate::cli::report::Failure;
use crate::cli::secret;
use crate::cli::session::Session;

/// The argument, as clap writes it.
const ADDRESS: &str = "<ADDRESS>";

pub(super) fn run(args: &AccountAddArgs, session: &Session) -> Result<Exit, Failure> {
    let texts = session.texts();
    let name = args.name.as_deref().unwrap_or(&args.address);
    // What is wrong is told before anything is asked.
    let placeholder = Server::new("localhost", Security::Tls.port(), Security::Tls);
    if let Ok(server) = placeholder {
        Account::new(name, &args.address, args.user.as_deref(), server, source(args)).map_err(named)?;
    }
    read()?;

    let server = server(args, session)?;
    let user = match args.user.as_deref() {
        None if server.security() == Security::Plain => None,
        None => Some(args.address.as_str()),
        Some(user) => Some(user).filter(|user| !user.is_empty()),
    };
    let account = Account::new(name, &args.address, user, server, source(args)).map_err(named)?;
    let provider = account.provider();
    no_password_path(args, provider, session)?;
    if let Some(provider) = provider {
        for line in how_to(provider, texts) {
            session.tell(&line)?;
        }
    }
    let account = with_keyring(args, account, session)?;

    // Read again: questions take their time.
    let mut accounts = read()?;
    let written = accounts.put(account.clone(), overwrite(args.force)).map_err(usage)?;
    if *account.secret() == SecretSource::Keyring {
        secret::keep(account.name(), &secret::to_keep(&account, session)?)?;
    }
    let path = write(&accounts)?;
    let key = match written {
        Written::Created => "account-added",
        Written::Same => "account-same",
        Written::Replaced => "account-replaced",
    };
    let values = [("name", account.name().into()), ("file", path.display().to_string().into())];
    session.tell(&texts.format(key, &values))?;
    session.tell(&texts.format("account-next", &values))?;
    session.object(&json!({
        "account": to_json(&account),
        "file": path.display().to_string(),
        "steps": provider.map_or(&[][..], |provider| provider.steps(texts.lang())),
        "unverified": provider.map(Provider::is_unverified),
    }))?;
    Ok(Exit::Done)
}

/// A finding about an account at the option that it came from.
fn named(finding: Finding) -> Failure {
    let option = match finding.field.as_str() {
        "address" => ADDRESS.to_owned(),
        "command" => "--password-command".to_owned(),
        field => format!("--{field}"),
    };
    usage(finding.at(option))
}

fn source(args: &AccountAddArgs) -> SecretSource {
    match (&args.password_command, &args.token_command, args.keyring) {
        (Some(command), _, _) => SecretSource::Command(command.clone()),
        (_, Some(command), _) => SecretSource::TokenCommand(command.clone()),
        (_, _, true) => SecretSource::Keyring,
        _ => SecretSource::Prompt,
    }
}

/// The server: as told, else the provider's as told, else that of the address's domain; else the person chooses.
fn server(args: &AccountAddArgs, session: &Session) -> Result<Server, Failure> {
    let known = Providers::shipped();
    if let Some(server) = &args.server {
        return Ok(server.clone());
    }
    let provider = args.provider.as_deref().map_or_else(|| known.of(&args.address), |key| known.named(key));
    let provider = provider.map_or_else(|| choose(args, session), Ok)?;
    Ok(provider.server().clone())
}

fn choose(args: &AccountAddArgs, session: &Session) -> Result<&'static Provider, Failure> {
    let texts = session.texts();
    let domain = args.address.rsplit('@').next().unwrap_or_default();
    let choices: Vec<&Provider> = Providers::shipped().for_own_domains().collect();
    let keys =
        choices.iter().map(|provider| provider.key()).collect::<Vec<_>>().join(&texts.get("list-comma"));
    let unknown = || {
        let finding = Finding::error(ADDRESS, "account-domain").with("domain", domain);
        usage(finding.with("keys", keys.as_str()))
    };
    if !question::somebody() || session.plain() {
        return Err(unknown());
    }
    let names: Vec<&str> = choices.iter().map(|provider| provider.name(texts.lang())).collect();
    let question = texts.format("account-ask-provider", &[("domain", domain.into())]);
    let (help, other) = (texts.get("account-ask-provider.help"), texts.get("account-ask-provider.other"));
    let options: Vec<&str> = names.iter().copied().chain([other.as_str()]).collect();
    let answer = Select::new(&question, options)
        .with_help_message(&help)
        .with_render_config(question::colours())
        .raw_prompt();
    let answer = answer.map_err(|error| broken_off(&error, unknown))?;
    choices.get(answer.index).copied().ok_or_else(unknown)
}

/// Where the provider takes no password, that is said, with the date and with what works. With `--server` the person
/// has chosen the way, so it is only said.
fn no_password_path(
    args: &AccountAddArgs,
    provider: Option<&Provider>,
    session: &Session,
) -> Result<(), Failure> {
    let Some(provider) = provider.filter(|provider| provider.password() == Password::TokenOnly) else {
        return Ok(());
    };
    if args.token_command.is_some() {
        return Ok(());
    }
    let texts = session.texts();
    let steps = provider.steps(texts.lang());
    let finding = Finding::error(provider.name(texts.lang()), "account-token-only")
        .with("why", steps.first().copied().unwrap_or_default())
        .with("mend", steps.get(1..).unwrap_or_default().join(&texts.get("account-or")));
    if args.server.is_none() {
        return Err(usage(finding));
    }
    session.notify(&[Finding { level: Level::Warning, ..finding }], "");
    Ok(())
}

/// On a terminal, a password that nobody said how to keep may go to the system's keyring.
fn with_keyring(args: &AccountAddArgs, account: Account, session: &Session) -> Result<Account, Failure> {
    let said = args.password_command.is_some() || args.token_command.is_some() || args.keyring;
    if said || !secret::KEYRING || account.user().is_none() || !question::somebody() {
        return Ok(account);
    }
    let texts = session.texts();
    let nobody = || Failure::new(Exit::Interrupted, []);
    if !question::confirm(&texts.get("account-ask-keyring"), "account-ask-keyring", nobody, session)? {
        return Ok(account);
    }
    let (name, address, server) = (account.name(), account.address(), account.server().clone());
    Account::new(name, address, account.user(), server, SecretSource::Keyring).map_err(named)
}

fn broken_off(error: &InquireError, otherwise: impl FnOnce() -> Failure) -> Failure {
    match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => {
            Failure::new(Exit::Interrupted, [])
        }
        _ => otherwise(),
    }
}
