//! What a server's refusal means: the table of replies in `templates/providers.toml`.

use serde::{Deserialize, Deserializer};

use super::Providers;
use crate::delivery::smtp::{Outcome, Phase, Reply, Server, SmtpError, Why};
use crate::finding::Finding;

/// What a reply means beyond its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The stable name: the catalogue has the sentence under `finding-` and this.
    pub code: &'static str,
    /// What it means for the mail, where the reply's code says something else or nothing.
    pub outcome: Option<Outcome>,
}

impl Meaning {
    /// What a failed dialogue means, if its reply is one of the table. Where the outcome is unknown no reply tells more,
    /// and of a token the table does not speak: its entries about logins are about passwords.
    #[must_use]
    pub fn of(error: &SmtpError, server: &Server) -> Option<Self> {
        let silent = error.outcome() == Outcome::Unknown || error.why() == Why::TokenRefused;
        if silent { None } else { meaning(error.reply()?, error.phase(), server.host()) }
    }

    /// It as a finding, with the values of the error's own.
    #[must_use]
    pub fn finding(self, error: &SmtpError, server: &Server) -> Finding {
        Finding { code: self.code, ..error.finding(server) }
    }
}

/// What a reply in this phase means when `host` says it: the first entry of the table that fits.
#[must_use]
pub fn meaning(reply: &Reply, phase: Phase, host: &str) -> Option<Meaning> {
    let text = reply.text().to_lowercase();
    let rule = Providers::shipped().rules.iter().find(|rule| rule.fits(reply, &text, phase, host))?;
    Some(Meaning { code: rule.meaning, outcome: rule.outcome })
}

/// One entry of the table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    #[serde(default)]
    codes: Vec<u16>,
    #[serde(default)]
    contains: Vec<&'static str>,
    #[serde(default)]
    enhanced: Vec<&'static str>,
    #[serde(default)]
    hosts: Vec<&'static str>,
    #[serde(default, deserialize_with = "phases")]
    phases: Vec<Phase>,
    meaning: &'static str,
    #[serde(default, deserialize_with = "outcome")]
    outcome: Option<Outcome>,
    #[expect(dead_code, reason = "for whoever has to check the table")]
    source: &'static str,
}

impl Rule {
    /// `text` is the reply's in lower case.
    fn fits(&self, reply: &Reply, text: &str, phase: Phase, host: &str) -> bool {
        let says = || self.contains.iter().any(|words| text.contains(words));
        let enhanced = || reply.enhanced().is_some_and(|code| self.enhanced.contains(&code));
        (self.codes.is_empty() || self.codes.contains(&reply.code()))
            && (self.contains.is_empty() && self.enhanced.is_empty() || says() || enhanced())
            && (self.hosts.is_empty() || self.hosts.iter().any(|end| is_within(host, end)))
            && (self.phases.is_empty() || self.phases.contains(&phase))
    }
}

/// Whether a host is `domain` or below it.
fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn phases<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Phase>, D::Error> {
    let names: Vec<&str> = Deserialize::deserialize(deserializer)?;
    names.iter().map(|name| name.parse().map_err(serde::de::Error::custom)).collect()
}

fn outcome<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Outcome>, D::Error> {
    match Deserialize::deserialize(deserializer)? {
        "login" => Ok(Some(Outcome::Login)),
        "refused" => Ok(Some(Outcome::Refused)),
        "deferred" => Ok(Some(Outcome::Deferred)),
        other => Err(serde::de::Error::unknown_variant(other, &["login", "refused", "deferred"])),
    }
}

#[cfg(test)]
mod tests;
