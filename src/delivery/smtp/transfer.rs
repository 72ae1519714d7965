//! One mail: its envelope, its bytes, and the dot after which it may be delivered.

use std::borrow::Cow;
use std::fmt;

use super::command;
use super::connection::{Connection, enter, expect};
use super::envelope::Envelope;
use super::error::{SmtpError, Why};
use super::phase::{Journal, Phase};
use super::reply::Reply;

/// How much of a mail is written under one deadline, in bytes.
const BLOCK: usize = 16 * 1024;
/// The longest line without its CRLF, in bytes (RFC 5321 §4.5.3.1.6, RFC 5322 §2.1.1).
const LONGEST_LINE: usize = 998;

/// A mail that the server has taken over.
#[derive(Clone, PartialEq, Eq)]
pub struct Accepted {
    reply: Reply,
    refused_copies: Vec<(String, Reply)>,
}

impl Accepted {
    /// A mail that was accepted with this reply; copies that were refused, with their replies.
    #[must_use]
    pub fn new(reply: Reply, refused_copies: Vec<(String, Reply)>) -> Self {
        Self { reply, refused_copies }
    }

    /// The reply to the final dot; often it holds the server's number for the mail.
    #[must_use]
    pub fn reply(&self) -> &Reply {
        &self.reply
    }

    /// The copies that will not arrive, with the replies to them.
    #[must_use]
    pub fn refused_copies(&self) -> &[(String, Reply)] {
        &self.refused_copies
    }
}

/// Quiet on purpose: addresses are personal.
impl fmt::Debug for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Accepted({:?}, {} refused copies)", self.reply, self.refused_copies.len())
    }
}

impl Connection {
    /// Hands a mail over, byte for byte.
    ///
    /// # Errors
    /// Before [`Phase::Dot`] nothing was delivered; afterwards [`SmtpError::outcome`] tells whether that is known.
    /// After a refusal another mail may follow, as [`Connection::is_usable`] says.
    pub fn send(
        &mut self,
        envelope: &Envelope,
        mail: &[u8],
        journal: &mut dyn Journal,
    ) -> Result<Accepted, SmtpError> {
        let problem = if self.usable { self.problem(mail) } else { Some(Why::Dropped) };
        if let Some(why) = problem {
            return Err(SmtpError::at(Phase::Mail, why));
        }
        let done = self.transact(envelope, mail, journal);
        self.unfinished = done.is_err();
        self.usable &= done.as_ref().err().is_none_or(may_go_on);
        done
    }

    /// What the server need not be asked about.
    fn problem(&self, mail: &[u8]) -> Option<Why> {
        let size = mail.len() as u64;
        match self.offered.limit {
            _ if !is_well_formed(mail) => Some(Why::Malformed),
            _ if !mail.is_ascii() && !self.offered.eight_bit => Some(Why::EightBit),
            Some(limit) if size > limit => Some(Why::TooLarge { size, limit }),
            _ => None,
        }
    }

    fn transact(
        &mut self,
        envelope: &Envelope,
        mail: &[u8],
        journal: &mut dyn Journal,
    ) -> Result<Accepted, SmtpError> {
        enter(journal, Phase::Mail)?;
        if self.unfinished {
            self.command(Phase::Mail, &command::rset(), &[250])?;
        }
        self.command(Phase::Mail, &command::mail(envelope, mail, &self.offered), &[250])?;

        enter(journal, Phase::Rcpt)?;
        let mut refused_copies = Vec::new();
        for (address, is_copy) in envelope.recipients() {
            let Err(error) = self.command(Phase::Rcpt, &command::rcpt(address), &[250, 251]) else {
                continue;
            };
            match error.reply() {
                Some(reply) if is_copy && self.usable && may_go_on(&error) => {
                    refused_copies.push((address.to_string(), reply.clone()));
                }
                _ => return Err(error),
            }
        }

        enter(journal, Phase::Data)?;
        self.command(Phase::Data, &command::data(), &[354])?;

        enter(journal, Phase::Body)?;
        for block in dot_stuffed(mail).chunks(BLOCK) {
            self.within(self.timeouts.command);
            self.write(Phase::Body, block)?;
        }
        self.listen(Phase::Body)?;

        // The journal has kept it when this returns, and only then is the dot written: a crash before it loses nothing,
        // a crash after it is known to be one of unknown outcome.
        enter(journal, Phase::Dot)?;
        self.within(self.timeouts.final_reply);
        self.write(Phase::Dot, b".\r\n")?;
        let reply = self.hear(Phase::Dot)?;
        let reply = expect(reply, &[250], Phase::Dot)?;
        Ok(Accepted::new(reply, refused_copies))
    }
}

/// Whether the server waits for the next mail although it has refused this one.
fn may_go_on(error: &SmtpError) -> bool {
    let refused = matches!(error.why(), Why::Later | Why::Refused);
    refused && error.phase() != Phase::Body && error.reply().is_some_and(|reply| reply.code() != 421)
}

/// Lines that end in CRLF, the last one too, none of them too long; no CR or LF elsewhere (RFC 5321 §2.3.8): what one
/// server takes for the end of a mail is not the end to another.
fn is_well_formed(mail: &[u8]) -> bool {
    mail.ends_with(b"\r\n")
        && mail.split_inclusive(|&byte| byte == b'\n').all(|line| {
            line.strip_suffix(b"\r\n")
                .is_some_and(|line| line.len() <= LONGEST_LINE && !line.contains(&b'\r'))
        })
}

/// The mail with a second dot before each line that begins with one (RFC 5321 §4.5.2).
fn dot_stuffed(mail: &[u8]) -> Cow<'_, [u8]> {
    let begins = |(at, &byte): (usize, &u8)| byte == b'.' && (at == 0 || mail[at - 1] == b'\n');
    let dots: Vec<usize> = mail.iter().enumerate().filter(|&byte| begins(byte)).map(|(at, _)| at).collect();
    if dots.is_empty() {
        return mail.into();
    }
    let mut stuffed = Vec::with_capacity(mail.len() + dots.len());
    let mut done = 0;
    for dot in dots {
        stuffed.extend_from_slice(&mail[done..dot]);
        stuffed.push(b'.');
        done = dot;
    }
    stuffed.extend_from_slice(&mail[done..]);
    stuffed.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_at_the_beginning_of_a_line_is_doubled() {
        for (mail, stuffed) in [
            ("a.\r\nb\r\n", "a.\r\nb\r\n"),
            (".\r\n", "..\r\n"),
            (".a\r\n..\r\n\r\n.\r\n", "..a\r\n...\r\n\r\n..\r\n"),
        ] {
            assert_eq!(dot_stuffed(mail.as_bytes()), stuffed.as_bytes(), "{mail:?}");
        }
    }

    #[test]
    fn lines_end_in_crlf_only() {
        let long = format!("{}\r\n", "a".repeat(998));
        for good in ["\r\n", "a\r\n\r\n", &long] {
            assert!(is_well_formed(good.as_bytes()), "{good:?}");
        }
        let longer = format!("{}\r\n", "a".repeat(999));
        for bad in ["", "a", "a\n", "a\r", "a\r\nb", "a\nb\r\n", "a\rb\r\n", "a\r\r\n", "\r\n.\n", &longer] {
            assert!(!is_well_formed(bad.as_bytes()), "{bad:?}");
        }
    }
}
