//! A person at a terminal: what they see and what they type.

mod dialogue;
mod languages;
mod leaving;
mod plain;
mod seen;
mod sending;
mod sides;

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use pty_process::Size;
use pty_process::blocking::{Command, Pty};

/// 2026-11-22, so that no example grows old.
pub(crate) const NOW: &str = "1795305600";
/// Nobody waits longer for a line; it is reached only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(300);

/// The folder that a person works in, with the pictures of the example.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A notice, and two scans that the card fills.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (from, name) in [
            ("examples/aurora/notice.png", "notice.png"),
            ("tests/specimens/specimen_p000_crop_a.jpg", "portrait.jpg"),
            ("tests/specimens/specimen_p000_crop_b.jpg", "emblem.jpg"),
            ("tests/specimens/specimen_p000_crop_a.jpg", "IMG_1.jpg"),
            ("tests/specimens/specimen_p000_crop_b.jpg", "IMG_2.jpg"),
            ("examples/aurora/scans/portrait.jpg", "photo portrait.jpg"),
        ] {
            fs::copy(from, folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// `unfreeze` with these words, on a terminal of this many columns; without the reader.
    pub(crate) fn sit_down(&self, words: &str, columns: u16) -> Person {
        self.sit_down_with(Path::new("no-such-folder"), words, columns)
    }

    /// The same with the reader of a folder.
    pub(crate) fn sit_down_with(&self, reader: &Path, words: &str, columns: u16) -> Person {
        let (pty, pts) = pty_process::blocking::open().unwrap();
        pty.resize(Size::new(24, columns)).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_unfreeze"))
            .args(words.split_whitespace())
            .current_dir(self.path())
            .env_clear()
            .env("TERM", "xterm-256color")
            .env("SOURCE_DATE_EPOCH", NOW)
            .env("UNFREEZE_CONFIG_DIR", self.path().join("settings"))
            .env("UNFREEZE_STATE_DIR", self.path().join("state"))
            .env("UNFREEZE_READER_DIR", reader)
            .spawn(pts)
            .unwrap();
        let pty = Arc::new(pty);
        let shown = Arc::new((Mutex::new(Shown::new(columns)), Condvar::new()));
        let (reader, screen) = (Arc::clone(&pty), Arc::clone(&shown));
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            // A terminal whose program has ended cannot be read any more.
            while let Ok(count) = (&*reader).read(&mut buffer) {
                if count == 0 {
                    break;
                }
                screen.0.lock().unwrap().take(&buffer[..count]);
                screen.1.notify_all();
            }
            screen.0.lock().unwrap().ended = true;
            screen.1.notify_all();
        });
        Person { pty, shown, child, answers: 0 }
    }
}

/// What the terminal shows, and what it has shown.
struct Shown {
    parser: vt100::Parser,
    /// Every screen as it stood before the person typed something.
    screens: Vec<String>,
    ended: bool,
}

impl Shown {
    fn new(columns: u16) -> Self {
        let [rows, columns] = [24, columns].map(|count| NonZero::new(count).unwrap());
        Self { parser: vt100::Parser::new(rows, columns, 400), screens: Vec::new(), ended: false }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
    }

    fn screen(&self) -> String {
        self.parser.screen().contents()
    }
}

/// Somebody who answers.
pub(crate) struct Person {
    pty: Arc<Pty>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    child: std::process::Child,
    /// How often they pressed Enter.
    pub(crate) answers: usize,
}

impl Person {
    /// Waits until the screen shows a text. What is asked right now begins with `? `.
    pub(crate) fn sees(&self, text: &str) -> String {
        let (lock, changed) = &*self.shown;
        let shown = lock.lock().unwrap();
        let (shown, waited) = changed
            .wait_timeout_while(shown, PATIENCE, |shown| !shown.screen().contains(text) && !shown.ended)
            .unwrap();
        let screen = shown.screen();
        assert!(screen.contains(text), "waited for `{text}` ({waited:?}):\n{screen}");
        screen
    }

    /// Types, without Enter.
    pub(crate) fn types(&self, text: &str) {
        let mut shown = self.shown.0.lock().unwrap();
        let screen = shown.screen();
        shown.screens.push(screen);
        drop(shown);
        (&*self.pty).write_all(text.as_bytes()).unwrap();
    }

    /// Waits for a question and answers it.
    pub(crate) fn answers(&mut self, question: &str, answer: &str) {
        self.sees(question);
        self.types(answer);
        self.types("\r");
        self.answers += 1;
    }

    /// Waits for a question and chooses the option so many below the one it begins at.
    pub(crate) fn chooses(&mut self, question: &str, below: usize) {
        self.sees(question);
        for _ in 0..below {
            self.types("\x1b[B");
        }
        self.types("\r");
        self.answers += 1;
    }

    /// Empties the line.
    pub(crate) fn erases(&self, count: usize) {
        self.types(&"\x7f".repeat(count));
    }

    pub(crate) fn goes_back(&self) {
        self.types("\x1b");
    }

    pub(crate) fn leaves(&self) {
        self.types("\x03");
    }

    /// Waits for the end: the exit status, and every screen there was.
    pub(crate) fn ends(mut self) -> (i32, Vec<String>) {
        let status = self.child.wait().unwrap().code().unwrap_or(-1);
        let (lock, changed) = &*self.shown;
        let shown = lock.lock().unwrap();
        let (mut shown, _) = changed.wait_timeout_while(shown, PATIENCE, |shown| !shown.ended).unwrap();
        let last = shown.screen();
        let mut screens = std::mem::take(&mut shown.screens);
        screens.push(last);
        (status, screens)
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        // A failed test leaves nobody behind.
        let _ = self.child.kill();
    }
}
