//! One connection: the usual replies, and the fault among them.

use std::collections::BTreeMap;
use std::io;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use rustls::ServerConfig;
use unfreeze::delivery::smtp::Phase;

use super::stream::Stream;
use super::{Delivered, Does, Fault, Heard, Line, Mode, Notes, PASSWORD, Setup, TOKEN, USER};

pub(super) struct Session<'a> {
    stream: Stream,
    setup: &'a Setup,
    fault: Fault,
    times: BTreeMap<Phase, usize>,
    notes: &'a Notes,
    at: usize,
    from: String,
    to: Vec<String>,
    body: Vec<u8>,
}

impl Session<'_> {
    pub(super) fn run(
        socket: TcpStream,
        setup: &Setup,
        tls: Arc<ServerConfig>,
        fault: Fault,
        notes: &Notes,
        at: usize,
    ) -> io::Result<()> {
        let mut session = Session {
            stream: Stream::new(socket),
            setup,
            fault,
            times: BTreeMap::new(),
            notes,
            at,
            from: String::new(),
            to: Vec::new(),
            body: Vec::new(),
        };
        if setup.mode == Mode::Tls {
            session.secure(&tls)?;
        }
        session.reply(Phase::Greeting, "220 mail.example ESMTP")?;
        loop {
            let command = session.hear()?;
            let verb = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => session.ehlo()?,
                "STARTTLS" if session.reply(Phase::StartTls, "220 go ahead")? => session.secure(&tls)?,
                "STARTTLS" => {}
                "AUTH" => session.auth(&command)?,
                "MAIL" => session.mail(&command)?,
                "RCPT" => session.rcpt(&command)?,
                "DATA" => session.data()?,
                "RSET" => session.stream.write(b"250 reset\r\n")?,
                "QUIT" => {
                    session.reply(Phase::Quit, "221 bye")?;
                    return Ok(());
                }
                _ => session.stream.write(b"500 what?\r\n")?,
            }
        }
    }

    fn note(&self, change: impl FnOnce(&mut Heard)) {
        change(&mut self.notes.heard.lock().unwrap()[self.at]);
    }

    fn hear(&mut self) -> io::Result<String> {
        let line = self.stream.line()?;
        let text = String::from_utf8_lossy(line.strip_suffix(b"\r\n").unwrap_or(&line)).into_owned();
        let secure = self.stream.is_secure();
        self.note(|heard| heard.lines.push(Line { text: text.clone(), secure }));
        Ok(text)
    }

    /// What the script wants at this step.
    fn does(&mut self, phase: Phase) -> Does {
        let time = self.times.entry(phase).or_default();
        *time += 1;
        let hit = self.fault.phase == phase && self.fault.time == *time;
        if hit { self.fault.does.clone() } else { Does::Nothing }
    }

    /// The usual reply or the fault; whether the dialogue goes on as after the usual one.
    fn reply(&mut self, phase: Phase, usual: &str) -> io::Result<bool> {
        let does = self.does(phase);
        self.act(does, usual)
    }

    fn act(&mut self, does: Does, usual: &str) -> io::Result<bool> {
        thread::sleep(self.setup.pace);
        match does {
            Does::Nothing | Does::Strips(_) => {
                self.stream.write(format!("{usual}\r\n").as_bytes()).map(|()| true)
            }
            Does::Says(bytes) => self
                .stream
                .write(&bytes)
                .map(|()| !usual.is_empty() && bytes.starts_with(&usual.as_bytes()[..3])),
            Does::SaysThenDrops(bytes) => {
                self.stream.write(&bytes)?;
                Err(io::ErrorKind::ConnectionAborted.into())
            }
            Does::Drops => Err(io::ErrorKind::ConnectionAborted.into()),
            Does::Hangs => loop {
                self.stream.line()?;
            },
            Does::Drips => {
                // Without a usual reply it is the handshake: the head of a TLS record that is never full.
                let begins =
                    usual.as_bytes().first_chunk::<3>().map_or(&b"\x16\x03\x03\x3f\xff"[..], |code| code);
                self.stream.write(begins)?;
                loop {
                    self.stream.write(b"-")?;
                    thread::sleep(Duration::from_millis(20));
                }
            }
            Does::Accepts(then) => {
                self.keep();
                self.act(*then, usual)
            }
        }
    }

    /// The TLS handshake.
    fn secure(&mut self, tls: &Arc<ServerConfig>) -> io::Result<()> {
        match self.does(Phase::Tls) {
            Does::Nothing => {}
            does => {
                // Bytes before the client's first would be an injection, which is another fault.
                self.stream.wait()?;
                self.act(does, "")?;
            }
        }
        self.stream.secure(Arc::clone(tls))
    }

    fn ehlo(&mut self) -> io::Result<()> {
        let does = self.does(Phase::Ehlo);
        let secure = self.stream.is_secure();
        let mut offers: Vec<&str> = self.setup.offers.clone();
        if self.setup.mode == Mode::StartTls && !secure {
            offers.insert(0, "STARTTLS");
        }
        offers.retain(|offer| secure || !offer.to_ascii_uppercase().starts_with("AUTH"));
        if let Does::Strips(keyword) = does {
            offers.retain(|offer| !offer.starts_with(keyword));
        }
        let mut said = vec!["mail.example".to_owned()];
        said.extend(offers.into_iter().map(str::to_owned));
        let last = said.len() - 1;
        let lines: Vec<String> = said
            .into_iter()
            .enumerate()
            .map(|(at, text)| format!("250{}{text}", if at == last { ' ' } else { '-' }))
            .collect();
        self.act(does, &lines.join("\r\n"))?;
        Ok(())
    }

    fn auth(&mut self, command: &str) -> io::Result<()> {
        let mut words = command.split(' ').skip(1);
        let (mechanism, response) = (words.next().unwrap_or_default(), words.next().map(decode));
        let right = match mechanism {
            "PLAIN" => response == Some(format!("\0{USER}\0{PASSWORD}")),
            "XOAUTH2" => {
                let right = response == Some(format!("user={USER}\x01auth=Bearer {TOKEN}\x01\x01"));
                if !right {
                    if !self.reply(Phase::Auth, "334 eyJzdGF0dXMiOiI0MDAifQ==")? {
                        return Ok(());
                    }
                    self.hear()?;
                }
                right
            }
            "LOGIN" => {
                let mut answers = [String::new(), String::new()];
                for (answer, challenge) in answers.iter_mut().zip(["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"]) {
                    if !self.reply(Phase::Auth, challenge)? {
                        return Ok(());
                    }
                    *answer = decode(&self.hear()?);
                }
                answers == [USER, PASSWORD]
            }
            _ => return self.stream.write(b"504 5.5.4 unknown mechanism\r\n"),
        };
        let usual = if right { "235 2.7.0 welcome" } else { "535 5.7.8 Error: authentication failed" };
        self.reply(Phase::Auth, usual)?;
        Ok(())
    }

    fn mail(&mut self, command: &str) -> io::Result<()> {
        if self.reply(Phase::Mail, "250 2.1.0 ok")? {
            (self.from, self.to) = (address(command), Vec::new());
        }
        Ok(())
    }

    fn rcpt(&mut self, command: &str) -> io::Result<()> {
        if self.reply(Phase::Rcpt, "250 2.1.5 ok")? {
            self.to.push(address(command));
        }
        Ok(())
    }

    fn data(&mut self) -> io::Result<()> {
        if self.to.is_empty() {
            return self.stream.write(b"503 5.5.1 no recipient\r\n");
        }
        if !self.reply(Phase::Data, "354 go on")? {
            return Ok(());
        }
        self.body.clear();
        match self.does(Phase::Body) {
            Does::Nothing => {}
            // Whoever does not read lets the other side wait.
            Does::Hangs => {
                while !self.notes.stop.load(Ordering::SeqCst) {
                    thread::sleep(Duration::from_millis(20));
                }
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            does => {
                self.body_line()?;
                self.act(does, "")?;
            }
        }
        while self.body_line()? {}
        self.note(|heard| heard.dot = true);
        let does = self.does(Phase::Dot);
        // A mail is kept before anybody is told: who hears `250` finds it there.
        match &does {
            Does::Nothing => self.keep(),
            Does::Says(said) | Does::SaysThenDrops(said) if said.starts_with(b"250 ") => self.keep(),
            _ => {}
        }
        self.act(does, "250 2.0.0 queued as 4711")?;
        Ok(())
    }

    /// A line of the mail; whether it was not the final dot.
    fn body_line(&mut self) -> io::Result<bool> {
        let line = self.stream.line()?;
        if line == b".\r\n" {
            return Ok(false);
        }
        self.body.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        self.note(|heard| heard.body.extend(line));
        Ok(true)
    }

    /// Takes the mail over.
    fn keep(&self) {
        let mail = Delivered { from: self.from.clone(), to: self.to.clone(), bytes: self.body.clone() };
        self.notes.mails.lock().unwrap().push(mail);
    }
}

fn decode(text: &str) -> String {
    String::from_utf8(BASE64_STANDARD.decode(text).unwrap_or_default()).unwrap_or_default()
}

/// What stands in angle brackets.
fn address(command: &str) -> String {
    let inside = command.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(address, _)| address.to_owned()).unwrap_or_default()
}
