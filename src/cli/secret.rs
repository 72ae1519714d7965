//! The secret of a login, fetched at the last moment and never put where others see it: not in an argument, not in a
//! child's environment, not in a message.

mod command;
mod keyring;

use std::env;

use inquire::ui::RenderConfig;
use inquire::{InquireError, Password as Question, PasswordDisplayMode};
use secrecy::{ExposeSecret, SecretString};
use unfreeze::account::{Account, Password, SecretSource};
use unfreeze::delivery::smtp::Login;
use unfreeze::finding::Finding;

use super::exit::Exit;
use super::question;
use super::report::Failure;
use super::session::Session;

pub(crate) use keyring::{BUILT_IN as KEYRING, forget, keep};

/// The variable that may hold the secret of a run.
const VARIABLE: &str = "UNFREEZE_PASSWORD";

/// Whether the secret stands in our environment, which every child inherits unless it is taken out.
pub(crate) fn is_in_environment() -> bool {
    env::var_os(VARIABLE).is_some_and(|value| !value.is_empty())
}

/// How to log in to an account: by `--password-command`, else by `$UNFREEZE_PASSWORD`, else by what the account says.
/// An account that logs in by a token takes the variable for one.
///
/// # Errors
/// When there is no secret to be had; what was had is never repeated.
pub(crate) fn fetch(
    account: &Account,
    password_command: Option<&str>,
    session: &Session,
) -> Result<Login, Failure> {
    let Some(user) = account.user().map(str::to_owned) else { return Ok(Login::None) };
    if let Some(command) = password_command {
        let password = tidy(command::first_line(command)?, account);
        return Ok(Login::Password { user, password });
    }
    let secret = match (in_environment()?, account.secret()) {
        (Some(secret), _) => secret,
        (None, SecretSource::Prompt) => ask(account, session)?,
        (None, SecretSource::Keyring) => keyring::kept(account.name())?,
        (None, SecretSource::Command(command) | SecretSource::TokenCommand(command)) => {
            command::first_line(command)?
        }
    };
    match account.secret() {
        SecretSource::TokenCommand(_) => Ok(Login::Token { user, token: secret }),
        _ => Ok(Login::Password { user, password: tidy(secret, account) }),
    }
}

/// The secret that a person types, or that stands in the environment, to be kept for later.
///
/// # Errors
/// As [`fetch`].
pub(crate) fn to_keep(account: &Account, session: &Session) -> Result<SecretString, Failure> {
    let secret = match in_environment()? {
        Some(secret) => secret,
        None => ask(account, session)?,
    };
    Ok(tidy(secret, account))
}

fn in_environment() -> Result<Option<SecretString>, Failure> {
    match env::var(VARIABLE) {
        Ok(secret) => {
            Ok(Some(SecretString::from(secret)).filter(|secret| !secret.expose_secret().is_empty()))
        }
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(failure(VARIABLE, "secret-not-text")),
    }
}

/// Asks on the terminal, without showing what is typed.
fn ask(account: &Account, session: &Session) -> Result<SecretString, Failure> {
    if !question::somebody() {
        return Err(failure(account.name(), "secret-no-terminal"));
    }
    let texts = session.texts();
    let kind = account.provider().map_or(Password::Account, |provider| provider.password());
    let question = texts.format(
        &format!("secret-ask-{}", kind.name()),
        &[("address", account.address().into()), ("host", account.server().host().into())],
    );
    let help = texts.get("secret-ask-help");
    let answer = Question::new(&question)
        .with_display_mode(PasswordDisplayMode::Hidden)
        .without_confirmation()
        .with_help_message(&help)
        .with_render_config(RenderConfig::empty())
        .prompt();
    match answer.map(SecretString::from) {
        Ok(secret) if secret.expose_secret().trim().is_empty() => {
            Err(failure(account.name(), "secret-empty"))
        }
        Ok(secret) => Ok(secret),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            Err(Failure::new(Exit::Interrupted, []))
        }
        Err(_) => Err(failure(account.name(), "secret-no-terminal")),
    }
}

/// What people copy along with a code, taken away: spaces around a code of the provider's making, and those between the
/// groups of an app password. A password that a person chose may have them, so it stays as it is.
fn tidy(secret: SecretString, account: &Account) -> SecretString {
    let typed = secret.expose_secret();
    match account.provider().map(|provider| provider.password()) {
        Some(Password::AppPassword) => typed.split_whitespace().collect::<String>().into(),
        Some(Password::AuthorizationCode | Password::ClientPassword) => typed.trim().into(),
        Some(Password::Account | Password::TokenOnly) | None => secret,
    }
}

fn failure(field: &str, code: &'static str) -> Failure {
    Failure::new(Exit::Login, [Finding::error(field, code)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(server: &str, typed: &str) -> String {
        let account =
            Account::new("a", "shop@example.com", Some("u"), server.parse().unwrap(), SecretSource::Prompt);
        tidy(typed.into(), &account.unwrap()).expose_secret().to_owned()
    }

    #[test]
    fn only_what_a_provider_made_is_tidied() {
        let typed = " abcd efgh\u{a0}ijkl mnop\n";
        assert_eq!(tidied("smtps://smtp.gmail.com", typed), "abcdefghijklmnop");
        assert_eq!(tidied("smtps://smtp.qq.com", typed), "abcd efgh\u{a0}ijkl mnop");
        assert_eq!(tidied("smtps://smtp.aliyun.com", typed), typed);
        assert_eq!(tidied("smtps://mail.example", typed), typed);
    }
}
