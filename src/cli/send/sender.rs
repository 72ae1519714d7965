//! Through which mailbox a mail goes out: the accounts, or the one server of the command line.

use unfreeze::account::{Account, Accounts, Provider, SecretSource};
use unfreeze::delivery::smtp::{Login, Timeouts, Trust};
use unfreeze::finding::Finding;

use crate::cli::args::WayArgs;
use crate::cli::exit::Exit;
use crate::cli::report::Failure;
use crate::cli::session::Session;
use crate::cli::{account, secret};

/// The ways out of this run.
pub(super) struct Ways<'a> {
    args: &'a WayArgs,
    accounts: Accounts,
    pub(super) trust: Trust,
    pub(super) timeouts: Timeouts,
}

impl<'a> Ways<'a> {
    /// Reads the accounts, and the certificates that are asked for.
    pub(super) fn of(args: &'a WayArgs) -> Result<Self, Failure> {
        let trust = account::trust(args.ca_file.as_deref())?;
        let usual = Timeouts::default();
        let timeouts = Timeouts {
            connect: args.timeout.unwrap_or(usual.connect).min(usual.connect),
            command: args.timeout.unwrap_or(usual.command),
            final_reply: args.final_timeout.unwrap_or(usual.final_reply),
        };
        let accounts = if args.server.is_some() { Accounts::read(b"")? } else { account::read()? };
        Ok(Self { args, accounts, trust, timeouts })
    }

    /// The way out for mail from this address: what the command line names, else the account of that address, else
    /// the only one.
    pub(super) fn of_mail(&self, from: &str) -> Result<Account, Failure> {
        let WayArgs { server, user, .. } = self.args;
        let account = match server {
            Some(server) => {
                let named =
                    |name| Account::new(name, from, user.as_deref(), server.clone(), SecretSource::Prompt);
                // Not every address is a word, as names are.
                named(from)
                    .or_else(|finding| if finding.field == "name" { named("server") } else { Err(finding) })
            }
            None => self.accounts.choose(self.args.account.as_deref(), Some(from)).cloned(),
        };
        let account = account.map_err(|finding| Failure::new(Exit::Usage, [finding]))?;
        may_write_as(&account, from)?;
        Ok(account)
    }

    /// Fetches the password or token.
    pub(super) fn login(&self, account: &Account, session: &Session) -> Result<Login, Failure> {
        secret::fetch(account, self.args.password_command.as_deref(), session)
    }
}

/// Providers that take mail only from the address that logs in refuse any other; better said before connecting.
fn may_write_as(account: &Account, from: &str) -> Result<(), Failure> {
    let strict = account.provider().is_some_and(Provider::login_must_be_from);
    match account.user() {
        Some(user) if strict && user.contains('@') && !user.eq_ignore_ascii_case(from) => {
            let finding = Finding::error("mail.from", "send-from-not-login");
            let finding = finding.with("user", user).with("host", account.server().host());
            Err(Failure::new(Exit::Findings, [finding]))
        }
        _ => Ok(()),
    }
}
