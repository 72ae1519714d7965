//! A mail server on this machine that follows a script: which fault at which step, one connection at a time.
//!
//! Connections beyond the script are healthy. It keeps every mail that it has accepted, and everything it has heard.

mod certificates;
mod script;
mod session;
mod stream;

use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub(crate) use certificates::{Authority, Certificate};
pub(crate) use script::{Does, Fault};
use session::Session;

/// Who may log in.
pub(crate) const USER: &str = "shop@example.com";
/// With what; PLAIN and LOGIN.
pub(crate) const PASSWORD: &str = "fake-code-qzxw-4711";
/// Or with what; XOAUTH2.
pub(crate) const TOKEN: &str = "ya29.fake-token-4711";

/// How the server is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Plain,
    StartTls,
    Tls,
}

/// What a server is like.
pub(crate) struct Setup {
    pub(crate) mode: Mode,
    pub(crate) certificate: Certificate,
    /// Keywords after EHLO. STARTTLS is added where it belongs; AUTH is left out where there is no TLS.
    pub(crate) offers: Vec<&'static str>,
    /// The first fault is for the first connection, and so on.
    pub(crate) faults: Vec<Fault>,
    /// A pause before each reply, for those who want to come in between.
    pub(crate) pace: Duration,
}

impl Setup {
    pub(crate) fn new(mode: Mode) -> Self {
        Self {
            mode,
            certificate: Certificate::Good,
            offers: vec!["PIPELINING", "SIZE 73400320", "AUTH LOGIN PLAIN XOAUTH2", "AUTH=LOGIN", "8BITMIME"],
            faults: Vec::new(),
            pace: Duration::ZERO,
        }
    }

    pub(crate) fn start(self) -> MailServer {
        MailServer::run(self)
    }
}

/// A mail that the server has taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Delivered {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) bytes: Vec<u8>,
}

/// A line that the server has heard, without its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) secure: bool,
}

/// What the server has heard on one connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heard {
    /// Commands and answers to challenges.
    pub(crate) lines: Vec<Line>,
    /// The mails as they came, dots and all, without the final one.
    pub(crate) body: Vec<u8>,
    /// Whether a final dot came.
    pub(crate) dot: bool,
}

impl Heard {
    /// The commands and answers, without their protection.
    pub(crate) fn texts(&self) -> Vec<&str> {
        self.lines.iter().map(|line| line.text.as_str()).collect()
    }
}

/// What everyone who holds the server sees.
#[derive(Default)]
struct Notes {
    mails: Mutex<Vec<Delivered>>,
    heard: Mutex<Vec<Heard>>,
    stop: AtomicBool,
}

/// A server that runs until it is dropped.
pub(crate) struct MailServer {
    mode: Mode,
    port: u16,
    authority: Authority,
    notes: Arc<Notes>,
}

impl MailServer {
    /// A healthy one.
    pub(crate) fn start(mode: Mode) -> Self {
        Setup::new(mode).start()
    }

    /// One with a fault for each of the first connections.
    pub(crate) fn faulty(mode: Mode, faults: impl Into<Vec<Fault>>) -> Self {
        Setup { faults: faults.into(), ..Setup::new(mode) }.start()
    }

    fn run(setup: Setup) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (authority, tls) = certificates::make(setup.certificate);
        let notes = Arc::new(Notes::default());
        let (mode, shared) = (setup.mode, Arc::clone(&notes));
        thread::spawn(move || {
            let (setup, next) = (Arc::new(setup), AtomicUsize::new(0));
            for socket in listener.incoming().map_while(Result::ok) {
                if shared.stop.load(Ordering::SeqCst) {
                    break;
                }
                let at = next.fetch_add(1, Ordering::SeqCst);
                shared.heard.lock().unwrap().push(Heard::default());
                let (setup, notes, tls) = (Arc::clone(&setup), Arc::clone(&shared), Arc::clone(&tls));
                thread::spawn(move || {
                    let _ = socket.set_read_timeout(Some(Duration::from_secs(60)));
                    let fault = setup.faults.get(at).cloned().unwrap_or_else(Fault::none);
                    // It ends with an error when either side has had enough.
                    let _ = Session::run(socket, &setup, tls, fault, &notes, at);
                });
            }
        });
        Self { mode, port, authority, notes }
    }

    /// Its address, as `--server` takes it.
    pub(crate) fn url(&self) -> String {
        let scheme = match self.mode {
            Mode::Plain => "smtp+plain",
            Mode::StartTls => "smtp",
            Mode::Tls => "smtps",
        };
        format!("{scheme}://127.0.0.1:{}", self.port)
    }

    /// How it is reached.
    pub(crate) fn mode(&self) -> Mode {
        self.mode
    }

    /// The certificate of the authority that has issued the server's, as `--ca-file` takes it.
    pub(crate) fn ca_pem(&self) -> &str {
        self.authority.pem()
    }

    /// Every mail that was accepted, whether or not anybody was told.
    pub(crate) fn mails(&self) -> Vec<Delivered> {
        self.notes.mails.lock().unwrap().clone()
    }

    /// What was heard on each connection so far.
    pub(crate) fn transcript(&self) -> Vec<Heard> {
        self.notes.heard.lock().unwrap().clone()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.notes.stop.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}
