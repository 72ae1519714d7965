//! The dialogue up to the login, and its end.

use std::fmt;
use std::time::Duration;

use super::Timeouts;
use super::capabilities::Capabilities;
use super::command;
use super::deadline::Deadline;
use super::error::{SmtpError, Why};
use super::login::Login;
use super::phase::{Journal, Phase};
use super::reply::Reply;
use super::server::{Security, Server};
use super::trust::Trust;
use super::wire::Wire;

/// The longest wait for a farewell, which nobody needs.
const FAREWELL: Duration = Duration::from_secs(5);

/// A server that has greeted and, unless it is this machine, speaks TLS.
///
/// Dropping it closes the connection at once; a mail whose final dot was not written is then not delivered.
pub struct Connection {
    wire: Wire,
    security: Security,
    pub(super) offered: Capabilities,
    pub(super) timeouts: Timeouts,
    /// Whether the dialogue can go on.
    pub(super) usable: bool,
    /// Whether the server still holds the envelope of a mail that it has refused.
    pub(super) unfinished: bool,
}

impl Connection {
    /// Connects, hears the greeting, says EHLO and sees to TLS.
    ///
    /// # Errors
    /// Nothing was delivered, whatever it is.
    pub fn open(
        server: &Server,
        trust: &Trust,
        timeouts: &Timeouts,
        journal: &mut dyn Journal,
    ) -> Result<Self, SmtpError> {
        let secured = |wire: Wire, journal: &mut dyn Journal| {
            enter(journal, Phase::Tls)?;
            let until = Deadline::after(timeouts.command);
            wire.into_tls(server, trust, until).map_err(|why| SmtpError::at(Phase::Tls, why))
        };
        enter(journal, Phase::Connect)?;
        let mut wire =
            Wire::connect(server, timeouts.connect).map_err(|why| SmtpError::at(Phase::Connect, why))?;
        if server.security() == Security::Tls {
            wire = secured(wire, journal)?;
        }
        let mut connection = Self {
            wire,
            security: server.security(),
            offered: Capabilities::default(),
            timeouts: *timeouts,
            usable: true,
            unfinished: false,
        };
        enter(journal, Phase::Greeting)?;
        connection.wire.until(Deadline::after(timeouts.command));
        let greeting = connection.hear(Phase::Greeting)?;
        expect(greeting, &[220], Phase::Greeting)?;
        connection.say_ehlo(journal)?;
        if server.security() == Security::StartTls {
            connection.start_tls(journal)?;
            // RFC 3207 §4.2: whatever was heard before is forgotten.
            connection = Self { wire: secured(connection.wire, journal)?, ..connection };
            connection.say_ehlo(journal)?;
        }
        Ok(connection)
    }

    fn say_ehlo(&mut self, journal: &mut dyn Journal) -> Result<(), SmtpError> {
        enter(journal, Phase::Ehlo)?;
        let reply = self.command(Phase::Ehlo, &command::ehlo(), &[250])?;
        self.offered = Capabilities::of(&reply);
        Ok(())
    }

    fn start_tls(&mut self, journal: &mut dyn Journal) -> Result<(), SmtpError> {
        if !self.offered.start_tls {
            return Err(SmtpError::at(Phase::StartTls, Why::StartTlsMissing));
        }
        enter(journal, Phase::StartTls)?;
        self.command(Phase::StartTls, &command::start_tls(), &[220])?;
        match self.wire.has_spoken() {
            Ok(false) => Ok(()),
            Ok(true) => Err(SmtpError::at(Phase::StartTls, Why::Injected)),
            Err(why) => Err(SmtpError::at(Phase::StartTls, why)),
        }
    }

    /// Logs in; [`Login::None`] does nothing.
    ///
    /// # Errors
    /// Nothing was delivered. After an error the connection cannot be used any more.
    pub fn log_in(&mut self, login: &Login, journal: &mut dyn Journal) -> Result<(), SmtpError> {
        if matches!(login, Login::None) {
            return Ok(());
        }
        let done = self.authenticate(login, journal);
        self.usable &= done.is_ok();
        done
    }

    fn authenticate(&mut self, login: &Login, journal: &mut dyn Journal) -> Result<(), SmtpError> {
        const PHASE: Phase = Phase::Auth;
        if self.security == Security::Plain {
            return Err(SmtpError::at(PHASE, Why::PlainLogin));
        }
        let mechanism =
            login.mechanism(&self.offered).ok_or_else(|| SmtpError::at(PHASE, Why::NoMechanism))?;
        let token = matches!(login, Login::Token { .. });
        let refused = if token { Why::TokenRefused } else { Why::LoginRefused };
        let expect = |reply, code| {
            expect(reply, &[code], PHASE).map_err(|error| match error.why() {
                Why::Refused => SmtpError::new(PHASE, refused, error.reply().cloned()),
                _ => error,
            })
        };
        enter(journal, PHASE)?;
        let mut reply = self.whisper(&login.command(mechanism))?;
        for answer in login.answers(mechanism) {
            expect(reply, 334)?;
            reply = self.whisper(&answer)?;
        }
        if token && reply.code() == 334 {
            // The challenge only says what is wrong with the token; the refusal follows an empty answer.
            let reply = self.exchange(PHASE, "\r\n")?.without(&login.command(mechanism));
            return Err(SmtpError::new(PHASE, Why::TokenRefused, Some(reply)));
        }
        expect(reply, 235).map(drop)
    }

    /// A line of the login and its reply, which is not let repeat the secret.
    fn whisper(&mut self, line: &str) -> Result<Reply, SmtpError> {
        let reply = self.exchange(Phase::Auth, line).map_err(|error| error.without(line))?;
        Ok(reply.without(line))
    }

    /// Whether the server still waits for us: one that has taken leave meanwhile, or has gone, does not.
    #[must_use]
    pub fn is_waiting(&mut self) -> bool {
        self.usable && self.wire.has_spoken() == Ok(false)
    }

    /// The largest mail that the server takes, in bytes; none when it did not say.
    #[must_use]
    pub fn size_limit(&self) -> Option<u64> {
        self.offered.limit
    }

    /// Whether another mail may follow on this connection.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.usable
    }

    /// Says farewell; what becomes of it changes nothing, so nothing is told.
    pub fn quit(mut self) {
        if self.usable {
            self.wire.until(Deadline::after(self.timeouts.command.min(FAREWELL)));
            if self.wire.write(command::quit().as_bytes()).is_ok() {
                let _ = Reply::read(&mut self.wire);
            }
        }
    }

    /// A command whose reply has one of these codes.
    pub(super) fn command(&mut self, phase: Phase, line: &str, codes: &[u16]) -> Result<Reply, SmtpError> {
        let reply = self.exchange(phase, line)?;
        expect(reply, codes, phase)
    }

    /// A command and its reply, whatever it is, within the time of a command.
    pub(super) fn exchange(&mut self, phase: Phase, line: &str) -> Result<Reply, SmtpError> {
        self.wire.until(Deadline::after(self.timeouts.command));
        self.listen(phase)?;
        self.write(phase, line.as_bytes())?;
        self.hear(phase)
    }

    /// Makes sure that the server waits for us; one that takes leave (421) or refuses out of turn is understood.
    pub(super) fn listen(&mut self, phase: Phase) -> Result<(), SmtpError> {
        match self.wire.has_spoken() {
            Ok(false) => Ok(()),
            Ok(true) => {
                self.usable = false;
                let reply = self.hear(phase)?;
                Err(refusal(&reply).map_or_else(
                    || SmtpError::at(phase, Why::OutOfTurn),
                    |why| SmtpError::new(phase, why, Some(reply.clone())),
                ))
            }
            Err(why) => Err(self.broken(phase, why)),
        }
    }

    /// Writes; a server that has closed the connection may have said why.
    pub(super) fn write(&mut self, phase: Phase, bytes: &[u8]) -> Result<(), SmtpError> {
        let Err(why) = self.wire.write(bytes) else { return Ok(()) };
        let error = self.broken(phase, why);
        if why == Why::Dropped
            && let Ok(reply) = Reply::read(&mut self.wire)
            && let Some(why) = refusal(&reply)
        {
            return Err(SmtpError::new(phase, why, Some(reply)));
        }
        Err(error)
    }

    /// One reply.
    pub(super) fn hear(&mut self, phase: Phase) -> Result<Reply, SmtpError> {
        Reply::read(&mut self.wire).map_err(|why| self.broken(phase, why))
    }

    /// From now on every wait ends after this time.
    pub(super) fn within(&mut self, time: Duration) {
        self.wire.until(Deadline::after(time));
    }

    fn broken(&mut self, phase: Phase, why: Why) -> SmtpError {
        self.usable = false;
        SmtpError::at(phase, why)
    }
}

/// Quiet on purpose: what was said on it is personal.
impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Connection(..)")
    }
}

/// Tells the journal.
pub(super) fn enter(journal: &mut dyn Journal, phase: Phase) -> Result<(), SmtpError> {
    journal.enter(phase).map_err(|_| SmtpError::at(phase, Why::Journal))
}

/// The reply, if its code is one of these; other positive codes are not taken for success.
pub(super) fn expect(reply: Reply, codes: &[u16], phase: Phase) -> Result<Reply, SmtpError> {
    if codes.contains(&reply.code()) {
        return Ok(reply);
    }
    Err(SmtpError::new(phase, refusal(&reply).unwrap_or(Why::Unexpected), Some(reply)))
}

/// What a negative reply means.
fn refusal(reply: &Reply) -> Option<Why> {
    match reply.code() / 100 {
        4 => Some(Why::Later),
        5 => Some(Why::Refused),
        _ => None,
    }
}
