//! A connection as the server sees it, before and after TLS.

use std::io::{self, Read, Write};
use std::mem;
use std::net::TcpStream;
use std::sync::Arc;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

pub(super) struct Stream {
    inner: Inner,
    heard: Vec<u8>,
    /// How much of it has been given out.
    read: usize,
}

enum Inner {
    /// Between the two.
    Closed,
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

impl Stream {
    pub(super) fn new(socket: TcpStream) -> Self {
        Self { inner: Inner::Plain(socket), heard: Vec::new(), read: 0 }
    }

    pub(super) fn is_secure(&self) -> bool {
        matches!(self.inner, Inner::Tls(_))
    }

    /// The handshake.
    pub(super) fn secure(&mut self, config: Arc<ServerConfig>) -> io::Result<()> {
        let Inner::Plain(mut socket) = mem::replace(&mut self.inner, Inner::Closed) else {
            return Err(io::ErrorKind::NotConnected.into());
        };
        let mut session = ServerConnection::new(config).map_err(io::Error::other)?;
        while session.is_handshaking() {
            session.complete_io(&mut socket)?;
        }
        self.inner = Inner::Tls(Box::new(StreamOwned::new(session, socket)));
        Ok(())
    }

    /// Waits until something comes, and leaves it there; without TLS only.
    pub(super) fn wait(&self) -> io::Result<()> {
        match &self.inner {
            Inner::Plain(socket) => socket.peek(&mut [0]).map(drop),
            _ => Ok(()),
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.inner {
            Inner::Closed => Err(io::ErrorKind::NotConnected.into()),
            Inner::Plain(socket) => socket.write_all(bytes),
            Inner::Tls(tls) => tls.write_all(bytes).and_then(|()| tls.flush()),
        }
    }

    /// The next line with its end.
    pub(super) fn line(&mut self) -> io::Result<Vec<u8>> {
        loop {
            let fresh = &self.heard[self.read..];
            if let Some(end) = fresh.iter().position(|&byte| byte == b'\n') {
                self.read += end + 1;
                return Ok(fresh[..=end].to_vec());
            }
            self.heard.drain(..self.read);
            self.read = 0;
            let mut block = [0; 65536];
            let count = match &mut self.inner {
                Inner::Closed => return Err(io::ErrorKind::NotConnected.into()),
                Inner::Plain(socket) => socket.read(&mut block)?,
                Inner::Tls(tls) => tls.read(&mut block)?,
            };
            if count == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.heard.extend_from_slice(&block[..count]);
        }
    }
}
