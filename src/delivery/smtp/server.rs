//! Which server, and how it is reached.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

/// How the way to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (RFC 8314 §3.3).
    Tls,
    /// TLS after STARTTLS (RFC 3207), which is required: a server that does not offer it is refused.
    StartTls,
    /// None; only to this machine, and without a login.
    Plain,
}

impl Security {
    /// The scheme in front of the host.
    fn scheme(self) -> &'static str {
        match self {
            Self::Tls => "smtps",
            Self::StartTls => "smtp",
            Self::Plain => "smtp+plain",
        }
    }

    /// The port of the service: 465 and 587 for submission (RFC 8314 §7.3), 25 within the machine.
    #[must_use]
    pub fn port(self) -> u16 {
        match self {
            Self::Tls => 465,
            Self::StartTls => 587,
            Self::Plain => 25,
        }
    }
}

/// A mail server: `smtps://HOST[:465]`, `smtp://HOST[:587]` with STARTTLS, or `smtp+plain://LOOPBACK[:25]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    host: String,
    port: u16,
    security: Security,
}

/// What is wrong with the address of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum ServerError {
    /// It does not begin with one of the three schemes.
    Scheme,
    /// A user or a password stands in it; there it would be seen by everybody who sees the command line.
    Secret,
    /// A path, a query or a fragment follows the host.
    Extra,
    /// No host, or one that cannot exist.
    Host,
    /// Not a port.
    Port,
    /// Without TLS only this machine may be spoken to.
    NotLoopback,
}

impl ServerError {
    /// The stable name: the catalogue has the sentence under `finding-` and this.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Scheme => "smtp-server-scheme",
            Self::Secret => "smtp-server-secret",
            Self::Extra => "smtp-server-extra",
            Self::Host => "smtp-server-host",
            Self::Port => "smtp-server-port",
            Self::NotLoopback => "smtp-server-not-loopback",
        }
    }
}

impl Server {
    /// A server by its host (a name or an IP address, IPv6 without brackets), port and protection.
    ///
    /// # Errors
    /// When the host cannot exist, the port is 0, or a machine other than this would be spoken to without TLS.
    pub fn new(host: &str, port: u16, security: Security) -> Result<Self, ServerError> {
        let host = host.to_ascii_lowercase();
        if host.parse::<IpAddr>().is_err() && !is_name(&host) {
            return Err(ServerError::Host);
        }
        if port == 0 {
            return Err(ServerError::Port);
        }
        let loopback =
            host.parse::<IpAddr>().map_or_else(|_| host == "localhost", |address| address.is_loopback());
        if security == Security::Plain && !loopback {
            return Err(ServerError::NotLoopback);
        }
        Ok(Self { host, port, security })
    }

    /// The host, in lower case; an IPv6 address without brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// How the way to it is protected.
    #[must_use]
    pub fn security(&self) -> Security {
        self.security
    }
}

/// Letters, digits, hyphens and underscores between single dots (RFC 1123 §2.1, and what resolvers take besides).
fn is_name(host: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let numeric = host.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    host.len() <= 253 && !numeric && host.split('.').all(label)
}

impl FromStr for Server {
    type Err = ServerError;

    fn from_str(text: &str) -> Result<Self, ServerError> {
        let (scheme, rest) = text.trim().split_once("://").ok_or(ServerError::Scheme)?;
        let security = [Security::Tls, Security::StartTls, Security::Plain]
            .into_iter()
            .find(|security| security.scheme().eq_ignore_ascii_case(scheme))
            .ok_or(ServerError::Scheme)?;
        if rest.contains('@') {
            return Err(ServerError::Secret);
        }
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains(['/', '?', '#', '\\']) {
            return Err(ServerError::Extra);
        }
        let (host, port) = match rest.strip_prefix('[') {
            Some(rest) => {
                let (address, port) = rest.split_once(']').ok_or(ServerError::Host)?;
                address.parse::<Ipv6Addr>().map_err(|_| ServerError::Host)?;
                let port = if port.is_empty() { None } else { port.strip_prefix(':').or(Some("")) };
                (address, port)
            }
            None => match rest.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (rest, None),
            },
        };
        let port = match port {
            None => security.port(),
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().map_err(|_| ServerError::Port)?
            }
            Some(_) => return Err(ServerError::Port),
        };
        Self::new(host, port, security)
    }
}

/// As it is read; the port is left out where it is the usual one.
impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://", self.security.scheme())?;
        if self.host.contains(':') {
            write!(f, "[{}]", self.host)?
        } else {
            f.write_str(&self.host)?
        }
        if self.port == self.security.port() { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written() {
        for (text, host, port, security, written) in [
            ("smtps://smtp.qq.com", "smtp.qq.com", 465, Security::Tls, "smtps://smtp.qq.com"),
            ("SMTPS://SMTP.qq.com:465/", "smtp.qq.com", 465, Security::Tls, "smtps://smtp.qq.com"),
            (
                "smtp://mail.example:2525",
                "mail.example",
                2525,
                Security::StartTls,
                "smtp://mail.example:2525",
            ),
            ("smtp+plain://localhost", "localhost", 25, Security::Plain, "smtp+plain://localhost"),
            (
                "smtp+plain://127.0.0.9:1025",
                "127.0.0.9",
                1025,
                Security::Plain,
                "smtp+plain://127.0.0.9:1025",
            ),
            ("smtp+plain://[::1]:1025", "::1", 1025, Security::Plain, "smtp+plain://[::1]:1025"),
            ("smtps://[2001:db8::1]", "2001:db8::1", 465, Security::Tls, "smtps://[2001:db8::1]"),
        ] {
            let server: Server = text.parse().unwrap();
            assert_eq!((server.host(), server.port(), server.security()), (host, port, security), "{text}");
            assert_eq!(server.to_string(), written);
            assert_eq!(written.parse(), Ok(server));
        }
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        for (text, error) in [
            ("smtp.qq.com:465", ServerError::Scheme),
            ("https://smtp.qq.com", ServerError::Scheme),
            ("smtps://shop:secret@smtp.qq.com", ServerError::Secret),
            ("smtps://smtp.qq.com/inbox", ServerError::Extra),
            ("smtps://smtp.qq.com?tls=no", ServerError::Extra),
            ("smtps://", ServerError::Host),
            ("smtps://smtp..qq.com", ServerError::Host),
            ("smtps://邮箱.example", ServerError::Host),
            ("smtps://a b", ServerError::Host),
            ("smtps://999.1.1.1", ServerError::Host),
            ("smtps://[::1", ServerError::Host),
            ("smtps://[smtp.qq.com]", ServerError::Host),
            ("smtps://smtp.qq.com:", ServerError::Port),
            ("smtps://smtp.qq.com:0", ServerError::Port),
            ("smtps://smtp.qq.com:+465", ServerError::Port),
            ("smtps://smtp.qq.com:65536", ServerError::Port),
            ("smtps://[::1]465", ServerError::Port),
            ("smtp+plain://smtp.qq.com", ServerError::NotLoopback),
            ("smtp+plain://192.0.2.1", ServerError::NotLoopback),
            ("smtp+plain://localhost.example", ServerError::NotLoopback),
        ] {
            assert_eq!(text.parse::<Server>(), Err(error), "{text}");
        }
    }
}
