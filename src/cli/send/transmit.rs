//! Sends kept mails one after another, over one connection for each account.

use std::time::Duration;

use unfreeze::account::{Account, Meaning, Provider};
use unfreeze::delivery::smtp::{Accepted, Connection, Login, Outcome, SmtpError, Why};
use unfreeze::finding::Finding;
use unfreeze::record::{MailId, Record, RecordError, Resend, State};

use super::kept::Stop;
use super::parcel;
use super::progress::{Progress, Watched};
use super::sender::Ways;
use crate::cli::clock;
use crate::cli::exit::Exit;
use crate::cli::report::Failure;
use crate::cli::session::Session;

/// The post of one run: the ways out, their logins, and the connection that is open.
pub(super) struct Post<'a> {
    ways: &'a Ways<'a>,
    resend: Resend,
    logins: Vec<(Account, Login)>,
    open: Option<(Account, Connection)>,
}

/// A mail that went to a server.
pub(super) struct Sent {
    pub(super) result: Result<Accepted, Undelivered>,
    /// Where the diary has it now.
    pub(super) state: State,
}

/// Why a mail was not taken over, or may not have been.
pub(super) struct Undelivered {
    pub(super) exit: Exit,
    pub(super) finding: Finding,
    pub(super) error: SmtpError,
}

impl<'a> Post<'a> {
    pub(super) fn new(ways: &'a Ways<'a>, resend: Resend) -> Self {
        Self { ways, resend, logins: Vec::new(), open: None }
    }

    /// Fetches the login of an account, once for all its mails and before any of them is begun: nobody types a password
    /// while a server waits.
    pub(super) fn unlock(&mut self, account: &Account, session: &Session) -> Result<(), Failure> {
        if !self.logins.iter().any(|(known, _)| known == account) {
            self.logins.push((account.clone(), self.ways.login(account, session)?));
        }
        Ok(())
    }

    /// Sends one mail, if the diary allows it.
    ///
    /// # Errors
    /// When no server was asked: the diary says no, or cannot be written. And when a server has accepted the mail, but
    /// the diary could not be told.
    pub(super) fn send(
        &mut self,
        record: &mut Record,
        id: MailId,
        account: &Account,
        progress: &Progress<'_>,
    ) -> Result<Sent, Stop> {
        let envelope = parcel::envelope(&record.mail_of(id)?)?;
        self.keep_pace(account, progress);
        let server = account.server();
        let mut attempt =
            record.begin(id, account.name(), &server.to_string(), self.resend, clock::now()?)?;
        let bytes = attempt.bytes().to_vec();
        let mut watched = Watched::new(&mut attempt, progress);
        let result = self
            .connection(account, &mut watched)
            .and_then(|connection| connection.send(&envelope, &bytes, &mut watched));
        drop(watched);
        self.open = self.open.take().filter(|(_, connection)| connection.is_usable());
        let meaning = result.as_ref().err().and_then(|error| Meaning::of(error, server));
        let meant = meaning.and_then(|meaning| meaning.outcome);
        match (attempt.finish(result.as_ref(), meant, clock::now()?), result) {
            (Ok(state), Ok(accepted)) => Ok(Sent { result: Ok(accepted), state }),
            (Ok(state), Err(error)) => {
                Ok(Sent { result: Err(undelivered(error, meaning, account, state)), state })
            }
            (Err(unkept), Ok(accepted)) => Err(untold(unkept, &accepted).into()),
            (Err(unkept), Err(_)) => Err(unkept.into()),
        }
    }

    /// The open connection of this account, or a new one.
    fn connection(
        &mut self,
        account: &Account,
        journal: &mut Watched<'_, '_, '_>,
    ) -> Result<&mut Connection, SmtpError> {
        let connection = match self.open.take().filter(|(of, _)| of == account) {
            Some((_, connection)) => connection,
            None => {
                let Ways { trust, timeouts, .. } = self.ways;
                let mut connection = Connection::open(account.server(), trust, timeouts, journal)?;
                if let Some((_, login)) = self.logins.iter().find(|(known, _)| known == account) {
                    connection.log_in(login, journal)?;
                }
                connection
            }
        };
        Ok(&mut self.open.insert((account.clone(), connection)).1)
    }

    /// Providers lock mailboxes that send too fast.
    fn keep_pace(&self, account: &Account, progress: &Progress<'_>) {
        let again = self.open.as_ref().is_some_and(|(of, _)| of == account);
        let pace = account.provider().map_or(Duration::ZERO, Provider::pace);
        if again {
            progress.wait("send-pace", pace);
        }
    }

    /// Takes leave of the server.
    pub(super) fn close(self) {
        if let Some((_, connection)) = self.open {
            connection.quit();
        }
    }
}

/// The reply's meaning where it is known, else what the dialogue says; and the status that follows from where the mail
/// stands now.
fn undelivered(error: SmtpError, meaning: Option<Meaning>, account: &Account, state: State) -> Undelivered {
    let server = account.server();
    let finding = meaning.map_or_else(|| error.finding(server), |meaning| meaning.finding(&error, server));
    let meant = meaning.and_then(|meaning| meaning.outcome).unwrap_or_else(|| error.outcome());
    let exit = match meant {
        _ if error.why() == Why::Journal => Exit::CannotWrite,
        _ if state == State::Unknown => Exit::Unknown,
        Outcome::Deferred => Exit::Later,
        Outcome::Refused => Exit::Refused,
        Outcome::Login => Exit::Login,
        Outcome::Unknown => Exit::Unknown,
    };
    Undelivered { exit, finding, error }
}

/// The server has it and the diary does not know: both are said, because the diary will call it unknown.
fn untold(unkept: RecordError, accepted: &Accepted) -> Failure {
    let accepted = Finding::warning("", "send-accepted-unkept").with("reply", accepted.reply().to_string());
    let failure = Failure::from(unkept);
    let findings: Vec<Finding> = [accepted].into_iter().chain(failure.findings().iter().cloned()).collect();
    Failure::new(failure.exit(), findings)
}
