//! The providers of `templates/providers.toml`.

use std::fmt;
use std::sync::LazyLock;
use std::time::Duration;

use serde::{Deserialize, Deserializer};

use super::replies::Rule;
use crate::delivery::smtp::Server;
use crate::texts::Lang;

/// Every provider that is known, and what their servers' refusals mean.
pub struct Providers {
    all: Vec<Provider>,
    pub(super) rules: Vec<Rule>,
}

/// One entrance of a mail provider.
///
/// What it says is as published on [`Provider::dated`]; whoever shows it shows that, and [`Provider::is_unverified`].
pub struct Provider {
    key: &'static str,
    name: Both<&'static str>,
    servers: Vec<Server>,
    domains: Vec<&'static str>,
    unverified: bool,
    shared: Shared,
}

/// What is asked for at login.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Password {
    /// A code for mail programs (授权码), which the mailbox's web page hands out.
    AuthorizationCode,
    /// A password for mail programs, which a company's administrator has to allow (客户端专用密码).
    ClientPassword,
    /// A password for one program, shown in groups for reading.
    AppPassword,
    /// The password of the mailbox itself.
    Account,
    /// No password at all: an OAuth2 access token.
    #[serde(rename = "token")]
    TokenOnly,
}

impl Password {
    /// The stable name: the catalogue says under `password-` and this what it is.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AuthorizationCode => "authorization-code",
            Self::ClientPassword => "client-password",
            Self::AppPassword => "app-password",
            Self::Account => "account",
            Self::TokenOnly => "token",
        }
    }
}

impl Providers {
    /// The shipped ones.
    ///
    /// # Panics
    /// Never: a test reads the shipped file.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Providers> =
            LazyLock::new(|| match toml::from_str::<File>(include_str!("../../templates/providers.toml")) {
                Ok(file) => file.into(),
                Err(error) => panic!("templates/providers.toml: {error}"),
            });
        &SHIPPED
    }

    /// All of them, in the file's order.
    pub fn all(&self) -> impl Iterator<Item = &Provider> {
        self.all.iter()
    }

    /// The one that is called `key`.
    #[must_use]
    pub fn named(&self, key: &str) -> Option<&Provider> {
        self.all().find(|provider| provider.key == key)
    }

    /// The one whose mail domain the address has. Of a company's own domain nothing is guessed.
    #[must_use]
    pub fn of(&self, address: &str) -> Option<&Provider> {
        self.all().find(|provider| provider.has_domain_of(address))
    }

    /// The one whose server it is; among several with the same server the one whose domain the address has.
    #[must_use]
    pub fn serving(&self, server: &Server, address: &str) -> Option<&Provider> {
        let serving =
            || self.all().filter(|provider| provider.servers.iter().any(|own| own.host() == server.host()));
        serving().find(|provider| provider.has_domain_of(address)).or_else(|| serving().next())
    }

    /// Those that a person may have a domain of their own with, in the file's order.
    pub fn for_own_domains(&self) -> impl Iterator<Item = &Provider> {
        self.all().filter(|provider| provider.domains.is_empty())
    }
}

impl Provider {
    /// What `--provider` calls it.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        self.name.text(lang)
    }

    /// The server that takes mail.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.servers[0]
    }

    /// Other ways to the same server, for networks that block the first.
    #[must_use]
    pub fn other_servers(&self) -> &[Server] {
        &self.servers[1..]
    }

    /// What is asked for at login.
    #[must_use]
    pub fn password(&self) -> Password {
        self.shared.password
    }

    /// Whether From has to be the address that logs in.
    #[must_use]
    pub fn login_must_be_from(&self) -> bool {
        self.shared.login_must_be_from
    }

    /// The time to leave between two mails.
    #[must_use]
    pub fn pace(&self) -> Duration {
        Duration::from_secs(self.shared.pace)
    }

    /// The largest mail that its server takes, in bytes, where that is known.
    #[must_use]
    pub fn size_limit(&self) -> Option<u64> {
        self.shared.size_limit
    }

    /// How a person gets what is asked for at login, step by step.
    #[must_use]
    pub fn steps(&self, lang: Lang) -> &[&'static str] {
        match lang {
            Lang::En => &self.shared.steps.en,
            Lang::ZhCn => &self.shared.steps.zh,
        }
    }

    /// Where this was read.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.shared.source
    }

    /// The source's date.
    #[must_use]
    pub fn dated(&self) -> &'static str {
        self.shared.dated
    }

    /// Whether it rests on a thin source or none.
    #[must_use]
    pub fn is_unverified(&self) -> bool {
        self.unverified
    }

    fn has_domain_of(&self, address: &str) -> bool {
        let domain = address.rsplit('@').next().unwrap_or_default();
        self.domains.iter().any(|own| own.eq_ignore_ascii_case(domain))
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Provider({})", self.key)
    }
}

/// The whole file; its texts are borrowed from the program itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "Entry: Deserialize<'de>, Rule: Deserialize<'de>"))]
struct File {
    provider: Vec<Entry>,
    reply: Vec<Rule>,
}

/// A provider as it is written: what its entrances have in common, and each of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    password: Password,
    login_must_be_from: bool,
    pace: u64,
    size_limit: Option<u64>,
    source: &'static str,
    dated: &'static str,
    #[serde(default)]
    unverified: bool,
    steps: Both<Vec<&'static str>>,
    node: Vec<Node>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Node {
    key: &'static str,
    name: Both<&'static str>,
    #[serde(deserialize_with = "servers")]
    servers: Vec<Server>,
    #[serde(default)]
    domains: Vec<&'static str>,
    #[serde(default)]
    unverified: bool,
}

#[derive(Clone)]
struct Shared {
    password: Password,
    login_must_be_from: bool,
    pace: u64,
    size_limit: Option<u64>,
    source: &'static str,
    dated: &'static str,
    steps: Both<Vec<&'static str>>,
}

/// The same in both languages.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both<T> {
    en: T,
    zh: T,
}

impl Both<&'static str> {
    fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::ZhCn => self.zh,
        }
    }
}

impl From<File> for Providers {
    fn from(file: File) -> Self {
        let nodes = |entry: Entry| {
            let Entry {
                password,
                login_must_be_from,
                pace,
                size_limit,
                source,
                dated,
                unverified,
                steps,
                node,
            } = entry;
            let shared = Shared { password, login_must_be_from, pace, size_limit, source, dated, steps };
            node.into_iter().map(move |node| Provider {
                key: node.key,
                name: node.name,
                servers: node.servers,
                domains: node.domains,
                unverified: unverified || node.unverified,
                shared: shared.clone(),
            })
        };
        Self { all: file.provider.into_iter().flat_map(nodes).collect(), rules: file.reply }
    }
}

/// At least one server.
fn servers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Server>, D::Error> {
    let urls: Vec<&str> = Deserialize::deserialize(deserializer)?;
    let servers = urls.iter().map(|url| url.parse()).collect::<Result<Vec<Server>, _>>();
    let servers = servers.map_err(serde::de::Error::custom)?;
    if servers.is_empty() { Err(serde::de::Error::invalid_length(0, &"a server")) } else { Ok(servers) }
}

#[cfg(test)]
mod tests;
