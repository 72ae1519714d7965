//! The dialogue with a mail server, each fault at each step.

mod faults;
mod happy;
mod journal;
mod limits;
mod login;
mod tls;

use std::io;
use std::time::Duration;

use unfreeze::delivery::smtp::{
    Accepted, Connection, Envelope, Journal, Login, Phase, Server, SmtpError, Timeouts, Trust,
};

use crate::mail_server::{MailServer, PASSWORD, TOKEN, USER};

const TO: &str = "desk@example.net";
const COPY: &str = "archive@example.org";

/// A mail with dots wherever they could hurt.
const MAIL: &[u8] = b"Subject: [URGENT]\r\n\r\n.\r\n..\r\n.a\r\na.\r\n\r\n.\r\nend\r\n";

/// A journal that remembers, and fails where it is told to.
#[derive(Default)]
struct Notebook {
    entered: Vec<Phase>,
    full_at: Option<Phase>,
}

impl Journal for Notebook {
    fn enter(&mut self, phase: Phase) -> io::Result<()> {
        self.entered.push(phase);
        if self.full_at == Some(phase) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

fn address(server: &MailServer) -> Server {
    server.url().parse().unwrap()
}

fn trust(server: &MailServer) -> Trust {
    Trust::with_pem(server.ca_pem().as_bytes()).unwrap()
}

/// Long enough for any machine that answers at all.
fn patient() -> Timeouts {
    within(Duration::from_secs(30))
}

fn within(time: Duration) -> Timeouts {
    Timeouts { connect: Duration::from_secs(30), command: time, final_reply: time }
}

fn password() -> Login {
    Login::Password { user: USER.into(), password: PASSWORD.into() }
}

fn token() -> Login {
    Login::Token { user: USER.into(), token: TOKEN.into() }
}

fn envelope() -> Envelope {
    Envelope::new(USER, &[TO.to_owned()], &[COPY.to_owned()]).unwrap()
}

fn open(server: &MailServer, timeouts: Timeouts, journal: &mut dyn Journal) -> Result<Connection, SmtpError> {
    Connection::open(&address(server), &trust(server), &timeouts, journal)
}

/// The whole dialogue.
fn deliver(
    server: &MailServer,
    timeouts: Timeouts,
    login: &Login,
    mail: &[u8],
    journal: &mut dyn Journal,
) -> Result<Accepted, SmtpError> {
    let mut connection = open(server, timeouts, journal)?;
    connection.log_in(login, journal)?;
    let accepted = connection.send(&envelope(), mail, journal)?;
    connection.quit();
    Ok(accepted)
}

/// A mail that no buffer of a system holds, with dots.
fn large() -> Vec<u8> {
    b".dots...\r\n..\r\nand some more text, as mails have it\r\n".repeat(320_000)
}

/// Whatever came without TLS says nothing.
fn assert_nothing_leaked(server: &MailServer) {
    for heard in server.transcript() {
        for line in heard.lines.iter().filter(|line| !line.secure) {
            assert!(["EHLO [127.0.0.1]", "STARTTLS"].contains(&line.text.as_str()), "{}", line.text);
        }
    }
}
