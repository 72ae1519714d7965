//! The mailboxes that a person sends from: which server takes their mail, how it is logged in to, and what its
//! refusals mean.
//!
//! No secret is ever here: an [`Account`] says where its password comes from, and the command line fetches it when it
//! is needed. Everything known about providers is data, in `templates/providers.toml`, and hearsay with a date.

mod file;
mod providers;
mod replies;

use std::fmt;

use crate::delivery::smtp::{Security, Server};
use crate::facts::address;
use crate::finding::Finding;

pub use file::Accounts;
pub use providers::{Password, Provider, Providers};
pub use replies::{Meaning, meaning};

/// The longest name of an account, in characters.
const LONGEST_NAME: usize = 100;

/// A mailbox that mail is sent from.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    name: String,
    address: String,
    user: Option<String>,
    server: Server,
    secret: SecretSource,
}

/// Where the password comes from each time.
#[derive(Clone, PartialEq, Eq)]
pub enum SecretSource {
    /// A person types it.
    Prompt,
    /// A command prints it.
    Command(String),
    /// A command prints an OAuth2 access token (XOAUTH2).
    TokenCommand(String),
    /// The system keeps it.
    Keyring,
}

impl SecretSource {
    /// The word for it in `accounts.toml`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Prompt => "prompt",
            Self::Command(_) => "command",
            Self::TokenCommand(_) => "token-command",
            Self::Keyring => "keyring",
        }
    }

    /// The command, where there is one.
    #[must_use]
    pub fn command(&self) -> Option<&str> {
        match self {
            Self::Command(command) | Self::TokenCommand(command) => Some(command),
            Self::Prompt | Self::Keyring => None,
        }
    }
}

impl Account {
    /// An account; without a user nobody logs in.
    ///
    /// # Errors
    /// What is wrong, its field named as in `accounts.toml`: a name that cannot be typed as one word, an address that is
    /// none, a user that nobody has, a login that would travel without TLS, a command that is empty or holds the secret
    /// itself.
    pub fn new(
        name: &str,
        address: &str,
        user: Option<&str>,
        server: Server,
        secret: SecretSource,
    ) -> Result<Self, Finding> {
        let fail = |field: &str, code| Err(Finding::error(field, code));
        if !is_name(name) {
            return fail("name", "account-name");
        }
        let address = address::mailbox(address).map_err(|finding| finding.at("address"))?;
        if let Some(user) = user {
            if user.is_empty() || user.len() > 254 || user.chars().any(char::is_control) {
                return fail("user", "account-user");
            }
            if server.security() == Security::Plain {
                return fail("user", "account-plain-login");
            }
        }
        if let Some(command) = secret.command() {
            if command.trim().is_empty() || command.chars().any(char::is_control) {
                return fail("command", "account-command");
            }
            if prints_itself(command) {
                return fail("command", "account-command-secret");
            }
        }
        let user = user.map(str::to_owned);
        Ok(Self { name: name.to_owned(), address, user, server, secret })
    }

    /// What a person calls it; by default its address.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The mailbox's address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Who logs in; mostly the address. None where nobody has to.
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// The server that takes its mail.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Where its password comes from.
    #[must_use]
    pub fn secret(&self) -> &SecretSource {
        &self.secret
    }

    /// The provider whose server it is, if that is a known one.
    #[must_use]
    pub fn provider(&self) -> Option<&'static Provider> {
        Providers::shipped().serving(&self.server, &self.address)
    }
}

/// One word, so that it can be typed after `--account`; letters of any script.
fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "-_.@+".contains(c);
    !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.starts_with('-')
        && name.chars().all(fits)
}

/// Whether a command only repeats its own words: then the secret stands in it, and would stand in the file.
fn prints_itself(command: &str) -> bool {
    let word = command.split_whitespace().next().unwrap_or_default();
    let program = word.rsplit(['/', '\\']).next().unwrap_or_default();
    ["echo", "printf"].contains(&program.trim_start_matches('@'))
        && !command.contains(['|', '$', '`', '<', '%', '&', ';'])
}

/// Quiet on purpose: name, address and user are personal.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account({}, {})", self.server, self.secret.name())
    }
}

/// Quiet on purpose: a command may name what only its writer should know.
impl fmt::Debug for SecretSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(
        name: &str,
        user: Option<&str>,
        server: &str,
        secret: SecretSource,
    ) -> Result<Account, Finding> {
        Account::new(name, "shop@example.com", user, server.parse().unwrap(), secret)
    }

    fn refused(made: Result<Account, Finding>) -> (String, &'static str) {
        made.map_err(|finding| (finding.field, finding.code)).unwrap_err()
    }

    #[test]
    fn what_cannot_be_an_account_is_refused_by_what_it_is() {
        let tls = "smtps://mail.example";
        let command = |text: &str| SecretSource::Command(text.to_owned());
        for name in ["", "-x", "a b", "a\"b", "a\nb", "a]", &"n".repeat(101)] {
            let made = account(name, None, tls, SecretSource::Prompt);
            assert_eq!(refused(made), ("name".into(), "account-name"), "{name:?}");
        }
        for user in ["", "a\0b", "a\r\nb"] {
            let made = account("a", Some(user), tls, SecretSource::Prompt);
            assert_eq!(refused(made), ("user".into(), "account-user"), "{user:?}");
        }
        for text in ["", "  ", "a\nb"] {
            let made = account("a", Some("u"), tls, command(text));
            assert_eq!(refused(made), ("command".into(), "account-command"), "{text:?}");
        }
        for text in ["echo hunter2", "/bin/echo -n hunter2", "printf '%.0shunter2'", "@echo hunter2"] {
            let made = account("a", Some("u"), tls, command(text));
            let expected = !text.contains('%');
            assert_eq!(made.is_err(), expected, "{text}");
        }
        let plain = account("a", Some("u"), "smtp+plain://localhost:1025", SecretSource::Prompt);
        assert_eq!(refused(plain), ("user".into(), "account-plain-login"));
        let address =
            Account::new("a", "a@b@c", None, "smtps://mail.example".parse().unwrap(), SecretSource::Prompt);
        assert_eq!(refused(address), ("address".into(), "address-second"));
    }

    #[test]
    fn a_command_that_looks_elsewhere_is_taken() {
        for text in ["pass show mail/shop", "echo $MAIL_CODE", "echo x | base64 -d", "cmd /C echo %CODE%"] {
            let made = account("店铺", Some("u"), "smtps://mail.example", SecretSource::Command(text.into()));
            assert!(made.is_ok(), "{text}");
        }
    }

    #[test]
    fn nothing_personal_in_debug() {
        let secret = SecretSource::Command("pass show hunter2".into());
        let made = account("shop", Some("shop-user"), "smtps://mail.example", secret).unwrap();
        assert_eq!(format!("{made:?}"), "Account(smtps://mail.example, command)");
        assert_eq!(format!("{:?}", made.secret()), "command");
    }
}
