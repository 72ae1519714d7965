//! Why a dialogue ended before the mail was accepted, and what that means for the mail.

use std::fmt;
use std::time::Duration;

use super::phase::Phase;
use super::reply::Reply;
use super::server::Server;
use crate::finding::Finding;
use crate::texts::Value;

/// A dialogue that ended before the mail was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpError {
    phase: Phase,
    why: Why,
    reply: Option<Reply>,
}

/// Why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The host's name leads nowhere.
    Dns,
    /// Nobody listens at the port.
    NotListening,
    /// No way to the host, or another trouble of the network.
    Network,
    /// Nothing, or not all of it, came within this time.
    Timeout(Duration),
    /// The connection was closed.
    Dropped,
    /// The server's certificate does not vouch for it.
    Certificate(Certificate),
    /// What came in answer to the TLS handshake is not TLS.
    NotTls,
    /// No agreement about TLS.
    TlsFailed,
    /// The system has no certificates to trust.
    NoRoots,
    /// The file of certificates to trust besides holds none.
    CaFile,
    /// The server does not offer STARTTLS, or somebody on the way took the offer out.
    StartTlsMissing,
    /// Something stood behind the reply to STARTTLS: somebody on the way may have put it there (CVE-2011-0411).
    Injected,
    /// The server spoke without being asked.
    OutOfTurn,
    /// Not a reply of SMTP.
    Garbage,
    /// A reply longer than any that is meant seriously.
    TooLong,
    /// A positive reply, but not one that this command can have.
    Unexpected,
    /// 4xx: not now.
    Later,
    /// 5xx: no.
    Refused,
    /// 5xx to the login.
    LoginRefused,
    /// The access token is not, or no longer, valid.
    TokenRefused,
    /// The server takes none of the ways to log in that fit.
    NoMechanism,
    /// A login would have travelled without TLS.
    PlainLogin,
    /// The mail is larger than the server takes (RFC 1870); both in bytes.
    TooLarge {
        /// The mail's.
        size: u64,
        /// The server's.
        limit: u64,
    },
    /// The mail holds bytes above 127, and the server does not offer 8BITMIME (RFC 6152).
    EightBit,
    /// The mail's lines do not all end in CRLF, or one has more than 998 bytes (RFC 5321 §2.3.8, RFC 5322 §2.1.1).
    Malformed,
    /// The phase could not be kept in the journal, so it was not begun.
    Journal,
}

/// What is wrong with the server's certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certificate {
    /// It is for another host.
    WrongName,
    /// It is no longer valid, or this machine's clock is fast.
    Expired,
    /// It is not valid yet, or this machine's clock is slow.
    NotYetValid,
    /// Nobody whom the system trusts has issued it.
    UnknownIssuer,
    /// Anything else.
    Invalid,
}

/// What it means for the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was delivered, and it may be tried again.
    Deferred,
    /// Nothing was delivered, and it will not be as it is.
    Refused,
    /// Nothing was delivered, because the login was not accepted; not to be tried again without a person.
    Login,
    /// It may have been delivered: a person has to look.
    Unknown,
}

impl SmtpError {
    /// An end in this phase.
    #[must_use]
    pub fn new(phase: Phase, why: Why, reply: Option<Reply>) -> Self {
        Self { phase, why, reply }
    }

    /// An end in this phase, without a reply.
    pub(super) fn at(phase: Phase, why: Why) -> Self {
        Self::new(phase, why, None)
    }

    /// The phase in which it ended.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Why.
    #[must_use]
    pub fn why(&self) -> Why {
        self.why
    }

    /// The server's reply, where there was one.
    #[must_use]
    pub fn reply(&self) -> Option<&Reply> {
        self.reply.as_ref()
    }

    /// The same, with nothing in its reply of a line with a secret.
    pub(super) fn without(self, line: &str) -> Self {
        Self { reply: self.reply.map(|reply| reply.without(line)), ..self }
    }

    /// What it means for the mail.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self.why {
            Why::Journal => Outcome::Deferred,
            Why::Later => Outcome::Deferred,
            Why::Refused => Outcome::Refused,
            _ if self.phase >= Phase::Dot => Outcome::Unknown,
            Why::TooLarge { .. } | Why::EightBit | Why::Malformed => Outcome::Refused,
            Why::LoginRefused | Why::TokenRefused | Why::NoMechanism | Why::PlainLogin => Outcome::Login,
            // Who cannot be understood here has most likely refused; trying again and again gets accounts locked.
            Why::Garbage | Why::TooLong | Why::Unexpected | Why::OutOfTurn if self.phase == Phase::Auth => {
                Outcome::Login
            }
            _ => Outcome::Deferred,
        }
    }

    /// The stable name: the catalogue has the sentence under `finding-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        if self.outcome() == Outcome::Unknown {
            return match self.why {
                Why::Timeout(_) => "smtp-unknown-timeout",
                Why::Garbage | Why::TooLong | Why::Unexpected | Why::OutOfTurn => "smtp-unknown-reply",
                _ => "smtp-unknown-dropped",
            };
        }
        match self.why {
            Why::Dns => "smtp-dns",
            Why::NotListening => "smtp-not-listening",
            Why::Network => "smtp-network",
            Why::Timeout(_) if self.phase == Phase::Connect => "smtp-timeout-connect",
            Why::Timeout(_) if self.phase == Phase::Greeting => "smtp-timeout-greeting",
            Why::Timeout(_) => "smtp-timeout",
            Why::Dropped => "smtp-dropped",
            Why::Certificate(Certificate::WrongName) => "smtp-certificate-name",
            Why::Certificate(Certificate::Expired) => "smtp-certificate-expired",
            Why::Certificate(Certificate::NotYetValid) => "smtp-certificate-early",
            Why::Certificate(Certificate::UnknownIssuer) => "smtp-certificate-issuer",
            Why::Certificate(Certificate::Invalid) => "smtp-certificate-invalid",
            Why::NotTls => "smtp-not-tls",
            Why::TlsFailed => "smtp-tls-failed",
            Why::NoRoots => "smtp-no-roots",
            Why::CaFile => "smtp-ca-file",
            Why::StartTlsMissing => "smtp-starttls-missing",
            Why::Injected => "smtp-injected",
            Why::OutOfTurn => "smtp-out-of-turn",
            Why::Garbage => "smtp-garbage",
            Why::TooLong => "smtp-reply-too-long",
            Why::Unexpected => "smtp-unexpected",
            Why::Later => "smtp-later",
            Why::Refused => match self.phase {
                Phase::Mail => "smtp-refused-sender",
                Phase::Rcpt => "smtp-refused-recipient",
                Phase::Data | Phase::Body | Phase::Dot => "smtp-refused-mail",
                _ => "smtp-refused",
            },
            Why::LoginRefused => "smtp-login-refused",
            Why::TokenRefused => "smtp-token-refused",
            Why::NoMechanism => "smtp-no-mechanism",
            Why::PlainLogin => "smtp-plain-login",
            Why::TooLarge { .. } => "smtp-too-large",
            Why::EightBit => "smtp-eight-bit",
            Why::Malformed => "smtp-malformed",
            Why::Journal => "smtp-journal",
        }
    }

    /// It as a finding about `server`: the values are `host`, `port`, `phase`, `reply` on one line, `seconds`, and
    /// `size` and `limit` in kilobytes.
    #[must_use]
    pub fn finding(&self, server: &Server) -> Finding {
        let finding = Finding::error(server.to_string(), self.code())
            .with("host", server.host())
            .with("port", u32::from(server.port()))
            .with("phase", Value::Key(self.phase.key()))
            .with("reply", self.reply.as_ref().map_or_else(String::new, Reply::to_string));
        match self.why {
            Why::Timeout(time) => finding.with("seconds", time.as_secs_f64().ceil() as u64),
            Why::TooLarge { size, limit } => {
                finding.with("size", size.div_ceil(1000)).with("limit", limit / 1000)
            }
            _ => finding,
        }
    }
}

/// The phase and the code only: the sentence is the catalogue's.
impl fmt::Display for SmtpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.phase.name(), self.code())
    }
}

impl std::error::Error for SmtpError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, Texts};

    const WHYS: [Why; 33] = [
        Why::Dns,
        Why::NotListening,
        Why::Network,
        Why::Timeout(Duration::from_millis(1500)),
        Why::Dropped,
        Why::Certificate(Certificate::WrongName),
        Why::Certificate(Certificate::Expired),
        Why::Certificate(Certificate::NotYetValid),
        Why::Certificate(Certificate::UnknownIssuer),
        Why::Certificate(Certificate::Invalid),
        Why::NotTls,
        Why::TlsFailed,
        Why::NoRoots,
        Why::CaFile,
        Why::StartTlsMissing,
        Why::Injected,
        Why::OutOfTurn,
        Why::Garbage,
        Why::TooLong,
        Why::Unexpected,
        Why::Later,
        Why::Refused,
        Why::LoginRefused,
        Why::TokenRefused,
        Why::NoMechanism,
        Why::PlainLogin,
        Why::TooLarge { size: 1_000_001, limit: 999_999 },
        Why::EightBit,
        Why::Malformed,
        Why::Journal,
        Why::Timeout(Duration::ZERO),
        Why::Timeout(Duration::MAX),
        Why::TooLarge { size: u64::MAX, limit: 0 },
    ];

    #[test]
    fn every_end_has_its_words() {
        let server: Server = "smtps://mail.example".parse().unwrap();
        for lang in [Lang::En, Lang::ZhCn] {
            let texts = Texts::new(lang);
            for (why, phase) in WHYS.into_iter().flat_map(|why| Phase::ALL.map(|phase| (why, phase))) {
                let error = SmtpError::new(phase, why, Some(Reply::new(550, "no")));
                let finding = error.finding(&server);
                for words in [finding.what(&texts), finding.mend(&texts)] {
                    assert!(!words.contains(['[', '{', '$']), "{why:?} {phase:?}: {words}");
                }
            }
        }
    }

    #[test]
    fn the_words_say_what_happened() {
        let server: Server = "smtp://mail.example:2525".parse().unwrap();
        let texts = Texts::new(Lang::En);
        for (phase, why, what) in [
            (Phase::Rcpt, WHYS[3], "no complete answer at the recipient within 2 seconds"),
            (Phase::Connect, Why::NotListening, "`mail.example` does not answer at port 2525"),
            (Phase::Mail, WHYS[26], "the mail has 1001 kB, and the server takes 999 kB at most"),
            (Phase::Auth, Why::LoginRefused, "the server refused the login: 535 5.7.8 no such luck"),
        ] {
            let error = SmtpError::new(phase, why, Some(Reply::new(535, "5.7.8 no\nsuch luck")));
            assert_eq!(error.finding(&server).what(&texts), what);
            assert_eq!(error.finding(&server).field, "smtp://mail.example:2525");
        }
    }

    /// The boundary that everything hangs on.
    #[test]
    fn only_what_comes_after_the_dot_can_be_unknown() {
        for (why, phase) in WHYS.into_iter().flat_map(|why| Phase::ALL.map(|phase| (why, phase))) {
            let unknown = SmtpError::at(phase, why).outcome() == Outcome::Unknown;
            let told = matches!(why, Why::Later | Why::Refused | Why::Journal);
            assert_eq!(unknown, phase >= Phase::Dot && !told, "{why:?} {phase:?}");
        }
    }

    #[test]
    fn nobody_is_named() {
        let error = SmtpError::new(Phase::Rcpt, Why::Refused, Some(Reply::new(550, "no a@example.com")));
        assert!(!format!("{error} {error:?}").contains("example"));
    }
}
