//! The verb `send` from outside: the program, a server that follows a script, and the diary between them.

mod broken_off;
mod edited;
mod faults;
mod kill;
mod once;
mod secrets;
mod storage;

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use jiff::Timestamp;
use serde_json::Value;
use unfreeze::record::{Mail, Record};

use crate::mail_server::{MailServer, Mode, PASSWORD, USER};
use crate::run::{Outcome, Run};

/// 2026-11-22, so that no example grows old.
const NOW: &str = "1795305600";
/// The reference of the example's case.
const REFERENCE: &str = "UF-1102345678-20261120";

/// A draft and the diary that knows its attachments, made once by `compose`.
struct Composed {
    draft: Vec<u8>,
    diary: Vec<u8>,
}

fn composed() -> &'static Composed {
    static COMPOSED: OnceLock<Composed> = OnceLock::new();
    COMPOSED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("draft.eml");
        let state = folder.path().join("state");
        let outcome = Run::new(["compose", "examples/aurora/case.toml", "-o", draft.to_str().unwrap()])
            .env("SOURCE_DATE_EPOCH", NOW)
            .env("UNFREEZE_STATE_DIR", state.to_str().unwrap())
            .run();
        assert_eq!(outcome.status, 0, "{}", outcome.stderr);
        Composed { draft: fs::read(draft).unwrap(), diary: fs::read(state.join("unfreeze.db")).unwrap() }
    })
}

/// A folder in memory where there is one: every step of every mail is synced, and a disk takes its time.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}

/// A person's desk: a draft, a diary of their own, and a password.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: folder() };
        fs::create_dir(desk.path("state")).unwrap();
        fs::write(desk.path("state/unfreeze.db"), &composed().diary).unwrap();
        fs::write(desk.path("draft.eml"), &composed().draft).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// `unfreeze send` with these words, in this folder, through this server.
    fn send(&self, server: &MailServer, words: &str) -> Run {
        fs::write(self.path("ca.pem"), server.ca_pem()).unwrap();
        let mut line: Vec<String> = vec!["send".into(), "--server".into(), server.url()];
        if server.mode() != Mode::Plain {
            line.extend(["--user", USER, "--ca-file", "ca.pem"].map(str::to_owned));
        }
        line.extend(words.split_whitespace().map(str::to_owned));
        self.run(line).env("UNFREEZE_PASSWORD", PASSWORD)
    }

    fn run(&self, words: impl IntoIterator<Item = String>) -> Run {
        Run::new(words)
            .dir(self.folder.path())
            .env("UNFREEZE_STATE_DIR", self.path("state").to_str().unwrap())
            .env("SOURCE_DATE_EPOCH", NOW)
    }

    /// The same, and its JSON.
    fn send_json(&self, server: &MailServer, words: &str) -> (i32, Value) {
        let outcome = self.send(server, &format!("{words} --json")).run();
        let object = serde_json::from_str(&outcome.stdout);
        (outcome.status, object.unwrap_or_else(|_| panic!("{outcome:?}")))
    }

    /// The case's mail as the diary has it, after its check of itself.
    fn kept(&self) -> Option<(Mail, Vec<u8>)> {
        let record = Record::open(&self.path("state"), now()).unwrap();
        let mail = record.mail(REFERENCE).unwrap()?;
        let bytes = record.bytes(mail.id).unwrap().unwrap();
        Some((mail, bytes))
    }
}

fn now() -> Timestamp {
    Timestamp::from_second(NOW.parse().unwrap()).unwrap()
}

/// The codes of the findings of the one mail of a run.
fn codes(object: &Value) -> Vec<&str> {
    object["mails"][0]["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect()
}

fn status(outcome: &Outcome) -> (i32, bool) {
    (outcome.status, outcome.stderr.contains("panicked"))
}
