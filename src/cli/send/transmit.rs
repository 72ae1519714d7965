//! Sends kept mails one after another, over one connection for each account.

use std::time::Duration;

use unfreeze::account::{Account, Meaning, Provider};
use unfreeze::delivery::smtp::{Accepted, Connection, Login, SmtpError, Why};
use unfreeze::finding::Finding;
use unfreeze::record::{MailId, Record, RecordError, Resend, State};

use super::interrupt::{self, Moment};
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
    /// Accounts that cannot be used any more in this run, and why.
    shut: Vec<(Account, Exit, Vec<Finding>)>,
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
        Self { ways, resend, logins: Vec::new(), open: None, shut: Vec::new() }
    }

    /// Fetches the login of an account, once for all its mails and before any of them is begun: nobody types a password
    /// while a server waits. Where there is none to be had, the mails of other accounts go out all the same.
    ///
    /// # Errors
    /// When the person breaks off.
    pub(super) fn unlock(&mut self, account: &Account, session: &Session) -> Result<(), Failure> {
        if self.logins.iter().any(|(known, _)| known == account) || self.why_shut(account).is_some() {
            return Ok(());
        }
        match self.ways.login(account, session) {
            Ok(login) => self.logins.push((account.clone(), login)),
            Err(failure) if failure.exit() == Exit::Interrupted => return Err(failure),
            Err(failure) => self.shut.push((account.clone(), failure.exit(), failure.findings().to_vec())),
        }
        Ok(())
    }

    fn why_shut(&self, account: &Account) -> Option<Failure> {
        let (_, exit, findings) = self.shut.iter().find(|(shut, ..)| shut == account)?;
        Some(Failure::new(*exit, findings.clone()))
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
        if let Some(failure) = self.why_shut(account) {
            return Err(failure.into());
        }
        let mail = record.mail_of(id)?;
        let envelope = parcel::envelope_kept(&mail)?;
        self.keep_pace(account, progress);
        let server = account.server();
        let mut attempt =
            record.begin(id, account.name(), &server.to_string(), self.resend, clock::now()?)?;
        // A mail whose fate is unknown stays so until a server has accepted it.
        let doubtful = mail.state == State::Unknown;
        interrupt::reach(if doubtful { Moment::BeyondDot } else { Moment::UnderWay });
        let bytes = attempt.bytes().to_vec();
        let mut watched = Watched::new(&mut attempt, progress);
        let result = self
            .connection(account, &mut watched)
            .and_then(|connection| connection.send(&envelope, &bytes, &mut watched));
        self.open = self.open.take().filter(|(_, connection)| connection.is_usable());
        let meaning = result.as_ref().err().and_then(|error| Meaning::of(error, server));
        let meant = meaning.and_then(|meaning| meaning.outcome);
        let state = attempt.finish(result.as_ref(), meant, clock::now()?);
        let (error, state) = match (result, state) {
            (Ok(accepted), Ok(state)) => return Ok(Sent { result: Ok(accepted), state }),
            (Ok(accepted), Err(unkept)) => return Err(untold(unkept, &accepted, progress).into()),
            (Err(error), Err(unkept)) if error.why() == Why::Journal => return Err(unkept.into()),
            (Err(error), state) => (error, state),
        };
        let undelivered = undelivered(error, meaning, account);
        if undelivered.exit == Exit::Login {
            // Trying again and again gets mailboxes locked.
            self.shut.push((account.clone(), Exit::Login, vec![undelivered.finding.clone()]));
        }
        match state {
            Ok(state) => Ok(Sent { result: Err(undelivered.in_state(state)), state }),
            Err(unkept) => Err(undelivered.unkept(unkept).into()),
        }
    }

    /// The open connection of this account, or a new one.
    fn connection(
        &mut self,
        account: &Account,
        journal: &mut Watched<'_, '_, '_>,
    ) -> Result<&mut Connection, SmtpError> {
        let open = self.open.take().filter(|(of, _)| of == account).map(|(_, connection)| connection);
        // Servers hang up on who is silent for long, as between two mails.
        let connection = match open.and_then(|mut open| open.is_waiting().then_some(open)) {
            Some(open) => open,
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

impl Undelivered {
    /// The status that follows from where the mail stands now: what was unknown before is unknown still.
    fn in_state(self, state: State) -> Self {
        if state == State::Unknown { Self { exit: Exit::Unknown, ..self } } else { self }
    }

    /// It was not taken over, and the diary could not be told: both are said.
    fn unkept(self, unkept: RecordError) -> Failure {
        let failure = Failure::from(unkept);
        let findings: Vec<Finding> = [self.finding].into_iter().chain(failure.findings().to_vec()).collect();
        Failure::new(self.exit.merge(failure.exit()), findings)
    }
}

/// The reply's meaning where it is known, else what the dialogue says; and the status that follows.
fn undelivered(error: SmtpError, meaning: Option<Meaning>, account: &Account) -> Undelivered {
    let server = account.server();
    let finding = meaning.map_or_else(|| error.finding(server), |meaning| meaning.finding(&error, server));
    let meant = meaning.and_then(|meaning| meaning.outcome).unwrap_or_else(|| error.outcome());
    let exit = if error.why() == Why::Journal { Exit::CannotWrite } else { meant.into() };
    Undelivered { exit, finding, error }
}

/// The server has it and the diary does not know, and will call it unknown. Why it does not know is no reason to run
/// it again, so its mend is not told.
fn untold(unkept: RecordError, accepted: &Accepted, progress: &Progress<'_>) -> Failure {
    let failure = Failure::from(unkept);
    let why = failure.findings().iter().map(|finding| finding.what(progress.texts()));
    let finding = Finding::warning("", "send-accepted-unkept").with("reply", accepted.reply().to_string());
    Failure::new(Exit::CannotWrite, [finding.with("why", why.collect::<Vec<_>>().join(" "))])
}
