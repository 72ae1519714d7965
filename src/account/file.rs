//! `accounts.toml`: one table an account, written so that a person's comments and order stay.

use toml_edit::{DocumentMut, Item, Table, value};

use super::{Account, SecretSource};
use crate::delivery::smtp::ServerError;
use crate::delivery::{Overwrite, Written};
use crate::finding::{Finding, Problems, nearest};
use crate::texts::Value;

const KEYS: [&str; 5] = ["address", "user", "server", "secret", "command"];
const SOURCES: [&str; 4] = ["prompt", "command", "token-command", "keyring"];
/// What a new file begins with.
const HEADER: &str = include_str!("../../templates/accounts.toml");

/// The accounts of a person.
pub struct Accounts {
    document: DocumentMut,
    accounts: Vec<Account>,
    /// A file that was written on Windows stays one.
    crlf: bool,
}

impl Accounts {
    /// Reads the bytes of the file; those of a file that does not exist are none.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with the account and the key; one unknown key and the whole file is
    /// refused, because what was meant by it would not happen.
    pub fn read(bytes: &[u8]) -> Result<Self, Problems> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = str::from_utf8(bytes).map_err(|_| Finding::error("", "account-not-utf8"))?;
        let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
            let before = &text[..error.span().map_or(0, |span| text.floor_char_boundary(span.start))];
            Finding::error("", "account-syntax").with("line", 1 + before.matches('\n').count())
        })?;
        let mut findings = Vec::new();
        let read = document.iter().filter_map(|(name, item)| match item.as_table() {
            Some(table) => account(name, table).map_err(|found| findings.extend(found)).ok(),
            None => {
                findings.push(Finding::error(name, "account-not-a-table"));
                None
            }
        });
        let accounts = read.collect();
        Problems::raise(findings)?;
        Ok(Self { document, accounts, crlf: text.contains("\r\n") })
    }

    /// The file's new text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let text = self.document.to_string().replace("\r\n", "\n");
        if self.crlf { text.replace('\n', "\r\n") } else { text }
    }

    /// All of them, in the file's order.
    pub fn iter(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter()
    }

    /// The account that is meant: the named one; else the one with this sender's address; else the only one.
    ///
    /// # Errors
    /// `account-none`, `account-unknown` with a suggestion, or `account-which` with the names.
    pub fn choose(&self, name: Option<&str>, from: Option<&str>) -> Result<&Account, Finding> {
        let names = || self.accounts.iter().map(Account::name);
        if let Some(name) = name {
            return self.get(name).ok_or_else(|| {
                let suggestion = nearest(name, names()).unwrap_or("none");
                Finding::error(name, "account-unknown").with("suggestion", suggestion)
            });
        }
        let of = |from: &str| self.iter().find(|account| account.address().eq_ignore_ascii_case(from));
        match (from.and_then(of), self.accounts.as_slice()) {
            (Some(account), _) | (None, [account]) => Ok(account),
            (None, []) => Err(Finding::error("", "account-none")),
            (None, _) => {
                Err(Finding::error("", "account-which").with("names", names().collect::<Vec<_>>().join(" ")))
            }
        }
    }

    /// The account of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Account> {
        self.iter().find(|account| account.name() == name)
    }

    /// Puts an account in, in the place of one of the same name if that is wanted.
    ///
    /// # Errors
    /// `account-exists`, when another one has the name and `overwrite` is [`Overwrite::Refuse`].
    pub fn put(&mut self, account: Account, overwrite: Overwrite) -> Result<Written, Finding> {
        let place = self.accounts.iter().position(|known| known.name() == account.name());
        let written = match place {
            Some(place) if self.accounts[place] == account => return Ok(Written::Same),
            Some(_) if overwrite == Overwrite::Refuse => {
                return Err(Finding::error(account.name(), "account-exists"));
            }
            Some(_) => Written::Replaced,
            None => Written::Created,
        };
        if self.document.is_empty()
            && self.document.trailing().as_str().is_none_or(|text| text.trim().is_empty())
        {
            self.document.set_trailing("");
            self.document.decor_mut().set_prefix(HEADER);
        }
        let table = self.document.entry(account.name()).or_insert_with(|| {
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            Item::Table(table)
        });
        if let Some(table) = table.as_table_mut() {
            fill(table, &account);
        }
        match place {
            Some(place) => self.accounts[place] = account,
            None => self.accounts.push(account),
        }
        Ok(written)
    }

    /// Takes an account out; none if there is no such one.
    pub fn remove(&mut self, name: &str) -> Option<Account> {
        let place = self.accounts.iter().position(|account| account.name() == name)?;
        self.document.remove(name);
        Some(self.accounts.remove(place))
    }
}

/// Writes what an account says over what stood there; comments beside the keys stay.
fn fill(table: &mut Table, account: &Account) {
    let values = [
        ("address", Some(account.address())),
        ("user", account.user().filter(|user| *user != account.address())),
        ("server", Some(&*account.server().to_string())),
        ("secret", Some(account.secret().name())),
        ("command", account.secret().command()),
    ];
    // Who need not log in says so by an empty user.
    let nobody = account.user().is_none().then_some("");
    for (key, text) in values {
        let Some(text) = text.or(nobody.filter(|_| key == "user")) else {
            table.remove(key);
            continue;
        };
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(known) => {
                let decor = known.decor().clone();
                *known = text.into();
                *known.decor_mut() = decor;
            }
            None => table[key] = value(text),
        }
    }
}

/// The account of a table, or everything that is wrong with it.
fn account(name: &str, table: &Table) -> Result<Account, Vec<Finding>> {
    let at = |key: &str| format!("{name}.{key}");
    let mut findings = Vec::new();
    for (key, _) in table.iter().filter(|(key, _)| !KEYS.contains(key)) {
        findings.push(unknown(key).at(at(key)));
    }
    let mut text = |key: &str| match table.get(key) {
        None => None,
        Some(item) => item.as_str().or_else(|| {
            findings.push(Finding::error(at(key), "account-not-a-text"));
            None
        }),
    };
    let [address, user, server, secret, command] = KEYS.map(&mut text);
    for (key, found) in [("address", address), ("server", server)] {
        if found.is_none() && !table.contains_key(key) {
            findings.push(Finding::error(at(key), "account-missing"));
        }
    }
    let server = server.map(str::parse).transpose();
    let server = server.unwrap_or_else(|error: ServerError| {
        findings.push(Finding::error(at("server"), error.code()));
        None
    });
    let secret = source(secret.unwrap_or("prompt"), command);
    let secret =
        secret.map_err(|finding| findings.push(Finding { field: at(&finding.field), ..finding })).ok();
    if let (Some(address), Some(server), Some(secret), true) = (address, server, secret, findings.is_empty())
    {
        let user = Some(user.unwrap_or(address)).filter(|user| !user.is_empty());
        match Account::new(name, address, user, server, secret) {
            Ok(account) => return Ok(account),
            Err(finding) if finding.field == "name" => findings.push(finding.at(name)),
            Err(finding) => findings.push(Finding { field: at(&finding.field), ..finding }),
        }
    }
    Err(findings)
}

/// A key that does not belong there; the most likely one deserves its own words.
fn unknown(key: &str) -> Finding {
    let lower = key.to_lowercase();
    if ["pass", "token", "code"].iter().any(|word| lower.contains(word)) {
        return Finding::error(key, "account-password-in-file");
    }
    let suggestion = nearest(key, KEYS).unwrap_or("none");
    Finding::error(key, "account-unknown-key").with("suggestion", suggestion).with("known", KEYS.join(" "))
}

/// Where the secret comes from: `secret` and, where that is a command, `command`.
fn source(secret: &str, command: Option<&str>) -> Result<SecretSource, Finding> {
    match (secret, command) {
        ("prompt", None) => Ok(SecretSource::Prompt),
        ("keyring", None) => Ok(SecretSource::Keyring),
        ("command", Some(command)) => Ok(SecretSource::Command(command.to_owned())),
        ("token-command", Some(command)) => Ok(SecretSource::TokenCommand(command.to_owned())),
        ("command" | "token-command", None) => Err(Finding::error("command", "account-missing")),
        ("prompt" | "keyring", Some(_)) => Err(Finding::error("command", "account-command-unused")),
        // The value may be the secret itself, so it is not repeated.
        _ => Err(Finding::error("secret", "account-secret").with("known", Value::from(SOURCES.join(" ")))),
    }
}

#[cfg(test)]
mod tests;
