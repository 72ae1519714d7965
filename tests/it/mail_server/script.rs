//! What goes wrong, and where.

use unfreeze::delivery::smtp::Phase;

/// A fault at one step of one connection.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(super) phase: Phase,
    /// At the how many-th time of this step, from 1.
    pub(super) time: usize,
    pub(super) does: Does,
}

/// What the server does there instead of what is usual.
#[derive(Clone, Debug)]
pub(crate) enum Does {
    /// What is usual.
    Nothing,
    /// Writes this; goes on when it begins with the usual code.
    Says(Vec<u8>),
    /// Writes this and closes the connection.
    SaysThenDrops(Vec<u8>),
    /// Writes nothing, and keeps the connection open.
    Hangs,
    /// Closes the connection.
    Drops,
    /// Writes a reply that never ends, a byte at a time.
    Drips,
    /// At EHLO: leaves this keyword out.
    Strips(&'static str),
    /// At the dot: keeps the mail as accepted, then does that.
    Accepts(Box<Does>),
}

impl Fault {
    pub(crate) fn at(phase: Phase, does: Does) -> Self {
        Self { phase, time: 1, does }
    }

    /// The same one time later at its step: EHLO after TLS, the second recipient, the password of LOGIN.
    pub(crate) fn second(self) -> Self {
        Self { time: self.time + 1, ..self }
    }

    /// No fault, for a healthy connection before others.
    pub(crate) fn none() -> Self {
        Self::at(Phase::Quit, Does::Nothing)
    }
}

impl Does {
    /// Writes these lines, CRLF added.
    pub(crate) fn says(lines: &str) -> Self {
        Self::Says(format!("{lines}\r\n").into_bytes())
    }
}
