//! One mail over SMTP, step by step, so that it is always known what the server can have seen.
//!
//! The dialogue is our own over rustls. It tells the phase in which something failed, reads replies in any encoding,
//! gives each command one deadline for its whole reply, and takes exactly the codes of RFC 5321 §4.3.2. Nothing of a
//! login or a mail is written before TLS, and nothing that was heard before TLS counts after it.
//!
//! The promise to the diary: a [`Journal`] is told of each [`Phase`] before its first byte is written. Until it has
//! kept [`Phase::Dot`] no byte of the final dot is on the wire, so nothing was delivered (RFC 5321 §4.1.1.4).

mod capabilities;
mod command;
mod connection;
mod deadline;
mod envelope;
mod error;
mod login;
mod phase;
mod rehearse;
mod reply;
mod server;
mod transfer;
mod trust;
mod wire;

use std::time::Duration;

pub use connection::Connection;
pub use envelope::{Envelope, EnvelopeError};
pub use error::{Certificate, Outcome, SmtpError, Why};
pub use login::Login;
pub use phase::{Journal, Phase, UnknownPhase};
pub use rehearse::{Step, Written, rehearse};
pub use reply::Reply;
pub use server::{Security, Server, ServerError};
pub use transfer::Accepted;
pub use trust::Trust;

/// How long the other side may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// For finding the server's addresses, and for connecting to each of them.
    pub connect: Duration,
    /// For the TLS handshake, for each command with its whole reply, and for each block of the mail.
    pub command: Duration,
    /// For the reply to the final dot. RFC 5321 §4.5.3.2.6 asks for 10 minutes: whoever gives up sooner sends twice.
    pub final_reply: Duration,
}

impl Default for Timeouts {
    /// 20 s, 60 s and 10 min.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(20),
            command: Duration::from_secs(60),
            final_reply: Duration::from_secs(600),
        }
    }
}
