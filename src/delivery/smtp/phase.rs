//! How far a dialogue has come, and who is told.

use std::io;
use std::str::FromStr;

/// A step of the dialogue, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// The name is looked up and a connection made.
    Connect,
    /// The TLS handshake; with STARTTLS it comes after [`Phase::StartTls`].
    Tls,
    /// The server's first words.
    Greeting,
    /// EHLO; with STARTTLS once more after TLS.
    Ehlo,
    /// STARTTLS.
    StartTls,
    /// AUTH.
    Auth,
    /// MAIL FROM, and RSET before it where an earlier mail was refused.
    Mail,
    /// RCPT TO.
    Rcpt,
    /// DATA.
    Data,
    /// The mail, without its final dot.
    Body,
    /// The final dot: from its first byte on the server may accept the mail.
    Dot,
    /// QUIT.
    Quit,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 12] = [
        Self::Connect,
        Self::Tls,
        Self::Greeting,
        Self::Ehlo,
        Self::StartTls,
        Self::Auth,
        Self::Mail,
        Self::Rcpt,
        Self::Data,
        Self::Body,
        Self::Dot,
        Self::Quit,
    ];

    /// The key of its name in the catalogue.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Connect => "smtp-phase-connect",
            Self::Tls => "smtp-phase-tls",
            Self::Greeting => "smtp-phase-greeting",
            Self::Ehlo => "smtp-phase-ehlo",
            Self::StartTls => "smtp-phase-starttls",
            Self::Auth => "smtp-phase-auth",
            Self::Mail => "smtp-phase-mail",
            Self::Rcpt => "smtp-phase-rcpt",
            Self::Data => "smtp-phase-data",
            Self::Body => "smtp-phase-body",
            Self::Dot => "smtp-phase-dot",
            Self::Quit => "smtp-phase-quit",
        }
    }

    /// The stable name for the diary and for programs, such as `starttls`.
    #[must_use]
    pub fn name(self) -> &'static str {
        &self.key()["smtp-phase-".len()..]
    }
}

/// A word that names no phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown phase")]
pub struct UnknownPhase;

impl FromStr for Phase {
    type Err = UnknownPhase;

    fn from_str(name: &str) -> Result<Self, UnknownPhase> {
        Self::ALL.into_iter().find(|phase| phase.name() == name).ok_or(UnknownPhase)
    }
}

/// Who is told of each phase before its first byte is written.
pub trait Journal {
    /// Keeps that `phase` begins; for [`Phase::Dot`] it returns only when that would survive a power cut.
    ///
    /// # Errors
    /// When it cannot be kept. The dialogue then ends there, and nothing further is written.
    fn enter(&mut self, phase: Phase) -> io::Result<()>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_phase() {
        for phase in Phase::ALL {
            assert_eq!(phase.name().parse(), Ok(phase));
        }
        assert_eq!("DOT".parse::<Phase>(), Err(UnknownPhase));
        assert!(Phase::ALL.is_sorted());
    }
}
