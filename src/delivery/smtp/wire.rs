//! Bytes to and from the server, each wait with its end.

use std::io::{self, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};

use super::deadline::Deadline;
use super::error::Why;
use super::server::{Security, Server};
use super::trust::{Trust, tls_failure};

/// The connection, and what was heard but not yet read.
pub(super) struct Wire {
    stream: Stream,
    heard: Vec<u8>,
}

enum Stream {
    Plain(Socket),
    Tls(Box<StreamOwned<ClientConnection, Socket>>),
}

/// A socket on which every wait ends at one moment, however few bytes trickle in.
struct Socket {
    inner: TcpStream,
    until: Deadline,
}

impl Wire {
    /// Connects to the first address of `server` that answers.
    pub(super) fn connect(server: &Server, timeout: Duration) -> Result<Self, Why> {
        let mut why = Why::Dns;
        for address in addresses(server, timeout)? {
            // Connecting within no time at all is an error of the caller to the system, not a timeout.
            match TcpStream::connect_timeout(&address, timeout.max(Duration::from_millis(1))) {
                Ok(inner) => {
                    let _ = inner.set_nodelay(true);
                    let socket = Socket { inner, until: Deadline::after(timeout) };
                    return Ok(Self { stream: Stream::Plain(socket), heard: Vec::new() });
                }
                Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => why = Why::NotListening,
                Err(error) => why = self::why(&error, timeout),
            }
        }
        Err(why)
    }

    /// The same connection under TLS. What was heard before is forgotten with the plain stream.
    pub(super) fn into_tls(self, server: &Server, trust: &Trust, until: Deadline) -> Result<Self, Why> {
        let Stream::Plain(mut socket) = self.stream else { return Err(Why::TlsFailed) };
        let name = ServerName::try_from(server.host().to_owned()).map_err(|_| Why::TlsFailed)?;
        let mut session =
            ClientConnection::new(trust.config()?, name).map_err(|error| tls_failure(&error))?;
        socket.until = until;
        while session.is_handshaking() {
            session.complete_io(&mut socket).map_err(|error| why(&error, until.whole()))?;
        }
        Ok(Self { stream: Stream::Tls(Box::new(StreamOwned::new(session, socket))), heard: Vec::new() })
    }

    /// From now on every wait ends at this moment.
    pub(super) fn until(&mut self, until: Deadline) {
        self.socket().until = until;
    }

    /// Writes all of it, through every buffer of ours.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Why> {
        let written = match &mut self.stream {
            Stream::Plain(socket) => socket.write_all(bytes),
            Stream::Tls(tls) => tls.write_all(bytes).and_then(|()| tls.flush()),
        };
        let whole = self.socket().until.whole();
        written.map_err(|error| why(&error, whole))
    }

    /// The next line without its end; a lone LF ends it too.
    pub(super) fn line(&mut self, longest: usize) -> Result<Vec<u8>, Why> {
        let mut searched = 0;
        loop {
            if let Some(end) = self.heard[searched..].iter().position(|&byte| byte == b'\n') {
                let mut line: Vec<u8> = self.heard.drain(..=searched + end).collect();
                line.pop();
                if line.last() == Some(&b'\r') {
                    line.pop();
                }
                return if line.len() > longest { Err(Why::TooLong) } else { Ok(line) };
            }
            searched = self.heard.len();
            if searched > longest + 1 {
                return Err(Why::TooLong);
            }
            let heard = self.hear();
            let whole = self.socket().until.whole();
            match heard {
                Ok(0) => return Err(Why::Dropped),
                Ok(_) => {}
                Err(error) => return Err(why(&error, whole)),
            }
        }
    }

    /// Whether the server has said something that nobody read yet; does not wait for it.
    pub(super) fn has_spoken(&mut self) -> Result<bool, Why> {
        if self.heard.is_empty() {
            let before = self.socket().inner.set_nonblocking(true);
            let heard = self.hear();
            let after = self.socket().inner.set_nonblocking(false);
            match before.and(heard).and_then(|count| after.map(|()| count)) {
                Ok(0) => return Err(Why::Dropped),
                Ok(_) => {}
                Err(error) if is_timeout(&error) => {}
                Err(error) => return Err(why(&error, Duration::ZERO)),
            }
        }
        Ok(!self.heard.is_empty())
    }

    fn hear(&mut self) -> io::Result<usize> {
        let mut block = [0; 4096];
        let count = loop {
            let read = match &mut self.stream {
                Stream::Plain(socket) => socket.read(&mut block),
                Stream::Tls(tls) => tls.read(&mut block),
            };
            match read {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.heard.extend_from_slice(&block[..count]);
        Ok(count)
    }

    fn socket(&mut self) -> &mut Socket {
        match &mut self.stream {
            Stream::Plain(socket) => socket,
            Stream::Tls(tls) => &mut tls.sock,
        }
    }
}

impl Socket {
    fn left(&self) -> io::Result<Option<Duration>> {
        self.until.left().map(Some).ok_or_else(|| io::ErrorKind::TimedOut.into())
    }
}

impl Read for Socket {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.inner.set_read_timeout(self.left()?)?;
        self.inner.read(into)
    }
}

impl Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.set_write_timeout(self.left()?)?;
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// The addresses of a server. The system's look-up knows no deadline, so it runs beside and may be left behind.
fn addresses(server: &Server, timeout: Duration) -> Result<Vec<SocketAddr>, Why> {
    let port = server.port();
    if let Ok(address) = server.host().parse::<IpAddr>() {
        return Ok(vec![(address, port).into()]);
    }
    let (tell, told) = mpsc::channel();
    let host = server.host().to_owned();
    thread::spawn(move || {
        let found = (host.as_str(), port).to_socket_addrs().map(Iterator::collect::<Vec<_>>);
        let _ = tell.send(found);
    });
    let mut found = match told.recv_timeout(timeout) {
        Ok(found) => found.map_err(|_| Why::Dns)?,
        Err(_) => return Err(Why::Timeout(timeout)),
    };
    // Whatever the system believes `localhost` to be: without TLS nothing leaves this machine.
    if server.security() == Security::Plain {
        found.retain(|address| address.ip().is_loopback());
    }
    Ok(found)
}

/// A blocking read that took too long is either of these, by the system.
fn is_timeout(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

fn why(error: &io::Error, whole: Duration) -> Why {
    use io::ErrorKind as Kind;
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return tls_failure(error);
    }
    match error.kind() {
        _ if is_timeout(error) => Why::Timeout(whole),
        Kind::UnexpectedEof
        | Kind::ConnectionReset
        | Kind::ConnectionAborted
        | Kind::BrokenPipe
        | Kind::WriteZero => Why::Dropped,
        _ => Why::Network,
    }
}
