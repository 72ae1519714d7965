//! How a person is made known to the server (RFC 4954).

use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lettre::transport::smtp::authentication::Mechanism;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use super::capabilities::Capabilities;

/// Who logs in, and with what.
#[derive(Clone, Default)]
pub enum Login {
    /// Nobody: a mail server on this machine.
    #[default]
    None,
    /// A user with a password, an authorization code or an app password.
    Password {
        /// The user, mostly the whole address.
        user: String,
        /// The secret.
        password: SecretString,
    },
    /// A user with an access token of OAuth 2.0 (XOAUTH2).
    Token {
        /// The user, mostly the whole address.
        user: String,
        /// The access token.
        token: SecretString,
    },
}

/// A line with a secret in it, wiped when it is dropped.
pub(super) type SecretLine = Zeroizing<String>;

impl Login {
    /// The way to log in that both sides know. PLAIN first: it takes one line where LOGIN takes three.
    pub(super) fn mechanism(&self, offered: &Capabilities) -> Option<Mechanism> {
        let ours: &[Mechanism] = match self {
            Self::None => &[],
            Self::Password { .. } => &[Mechanism::Plain, Mechanism::Login],
            Self::Token { .. } => &[Mechanism::Xoauth2],
        };
        ours.iter().copied().find(|mechanism| offered.mechanisms.contains(mechanism))
    }

    /// The AUTH line, with the initial response where the mechanism has one.
    pub(super) fn command(&self, mechanism: Mechanism) -> SecretLine {
        let response = match self {
            Self::Password { user, password } if mechanism == Mechanism::Plain => {
                joined(&["\0", user, "\0", password.expose_secret()])
            }
            Self::Token { user, token } => {
                joined(&["user=", user, "\x01auth=Bearer ", token.expose_secret(), "\x01\x01"])
            }
            Self::None | Self::Password { .. } => return joined(&["AUTH ", &mechanism.to_string(), "\r\n"]),
        };
        let encoded = encoded(&response);
        joined(&["AUTH ", &mechanism.to_string(), " ", &encoded, "\r\n"])
    }

    /// The lines that answer the server's challenges, in their order whatever these say: servers word them freely.
    pub(super) fn answers(&self, mechanism: Mechanism) -> Vec<SecretLine> {
        match self {
            Self::Password { user, password } if mechanism == Mechanism::Login => {
                [user, password.expose_secret()].map(|word| joined(&[&encoded(word), "\r\n"])).into()
            }
            _ => Vec::new(),
        }
    }
}

/// The pieces in one buffer of the right size: a buffer that grows leaves copies behind.
fn joined(pieces: &[&str]) -> SecretLine {
    let mut line = Zeroizing::new(String::with_capacity(pieces.iter().map(|piece| piece.len()).sum()));
    pieces.iter().for_each(|piece| line.push_str(piece));
    line
}

fn encoded(text: &str) -> SecretLine {
    let mut line = Zeroizing::new(String::with_capacity(text.len().div_ceil(3) * 4));
    BASE64_STANDARD.encode_string(text, &mut line);
    line
}

/// Quiet on purpose: neither the user nor the secret.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Password { .. } => "Password(..)",
            Self::Token { .. } => "Token(..)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password() -> Login {
        Login::Password { user: "shop@example.com".into(), password: "pass word".into() }
    }

    fn token() -> Login {
        Login::Token { user: "shop@example.com".into(), token: "ya29.x".into() }
    }

    #[test]
    fn the_lines_of_each_mechanism() {
        assert_eq!(
            password().command(Mechanism::Plain).as_str(),
            "AUTH PLAIN AHNob3BAZXhhbXBsZS5jb20AcGFzcyB3b3Jk\r\n"
        );
        assert_eq!(password().command(Mechanism::Login).as_str(), "AUTH LOGIN\r\n");
        assert_eq!(
            password().answers(Mechanism::Login).iter().map(|line| line.as_str()).collect::<Vec<_>>(),
            ["c2hvcEBleGFtcGxlLmNvbQ==\r\n", "cGFzcyB3b3Jk\r\n"]
        );
        assert_eq!(
            token().command(Mechanism::Xoauth2).as_str(),
            "AUTH XOAUTH2 dXNlcj1zaG9wQGV4YW1wbGUuY29tAWF1dGg9QmVhcmVyIHlhMjkueAEB\r\n"
        );
        assert!(
            password().answers(Mechanism::Plain).is_empty() && token().answers(Mechanism::Xoauth2).is_empty()
        );
    }

    #[test]
    fn the_first_mechanism_that_both_know() {
        let offered = |mechanisms: &[Mechanism]| Capabilities {
            mechanisms: mechanisms.to_vec(),
            ..Capabilities::default()
        };
        let all = offered(&[Mechanism::Login, Mechanism::Xoauth2, Mechanism::Plain]);
        assert_eq!(password().mechanism(&all), Some(Mechanism::Plain));
        assert_eq!(token().mechanism(&all), Some(Mechanism::Xoauth2));
        assert_eq!(Login::None.mechanism(&all), None);
        assert_eq!(password().mechanism(&offered(&[Mechanism::Login])), Some(Mechanism::Login));
        assert_eq!(password().mechanism(&offered(&[Mechanism::Xoauth2])), None);
        assert_eq!(token().mechanism(&offered(&[Mechanism::Plain])), None);
    }

    #[test]
    fn nothing_of_it_is_printed() {
        assert_eq!(
            format!("{:?} {:?} {:?}", Login::None, password(), token()),
            "None Password(..) Token(..)"
        );
    }
}
