//! The dialogue as it would be held, without any network.

use std::fmt;

use lettre::transport::smtp::authentication::Mechanism;

use super::capabilities::Capabilities;
use super::command;
use super::envelope::Envelope;
use super::login::Login;
use super::phase::Phase;
use super::server::{Security, Server};

/// What stands for a secret.
const HIDDEN: &str = "***";

/// One step: what is written, and which replies let it go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The phase.
    pub phase: Phase,
    /// What is written.
    pub written: Written,
    /// The codes that let it go on; none where the server does not reply in words.
    pub expected: &'static [u16],
}

/// What is written in a step.
#[derive(Clone, PartialEq, Eq)]
pub enum Written {
    /// Nothing that could be read: a connection, a handshake, or only a wait.
    Nothing,
    /// A line, without its end; secrets are shown as `***`.
    Line(String),
    /// The mail, of this many bytes.
    Mail(usize),
}

/// Quiet on purpose: lines hold addresses.
impl fmt::Debug for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("Nothing"),
            Self::Line(_) => f.write_str("Line(..)"),
            Self::Mail(size) => write!(f, "Mail({size})"),
        }
    }
}

/// Every step with a server that offers SIZE and the usual login, and says yes to everything.
#[must_use]
pub fn rehearse(server: &Server, login: &Login, envelope: &Envelope, mail: &[u8]) -> Vec<Step> {
    let offered = Capabilities {
        size: true,
        mechanisms: vec![Mechanism::Plain, Mechanism::Xoauth2],
        ..Capabilities::default()
    };
    let mut steps = Vec::new();
    let mut step = |phase, written, expected| steps.push(Step { phase, written, expected });
    let line = |text: String| Written::Line(text.trim_end().to_owned());

    step(Phase::Connect, Written::Nothing, &[]);
    if server.security() == Security::Tls {
        step(Phase::Tls, Written::Nothing, &[]);
    }
    step(Phase::Greeting, Written::Nothing, &[220]);
    step(Phase::Ehlo, line(command::ehlo()), &[250]);
    if server.security() == Security::StartTls {
        step(Phase::StartTls, line(command::start_tls()), &[220]);
        step(Phase::Tls, Written::Nothing, &[]);
        step(Phase::Ehlo, line(command::ehlo()), &[250]);
    }
    if let Some(mechanism) = login.mechanism(&offered) {
        step(Phase::Auth, Written::Line(format!("AUTH {mechanism} {HIDDEN}")), &[235]);
    }
    step(Phase::Mail, line(command::mail(envelope, mail, &offered)), &[250]);
    for (address, _) in envelope.recipients() {
        step(Phase::Rcpt, line(command::rcpt(address)), &[250, 251]);
    }
    step(Phase::Data, line(command::data()), &[354]);
    step(Phase::Body, Written::Mail(mail.len()), &[]);
    step(Phase::Dot, Written::Line(".".to_owned()), &[250]);
    step(Phase::Quit, line(command::quit()), &[221]);
    steps
}
