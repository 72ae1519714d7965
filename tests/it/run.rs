//! Runs the program as a person would, in a clean environment, and keeps everything it says.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

/// A command line to be run; without further words in English, without colours, in the folder of the tests.
pub(crate) struct Run {
    command: Command,
    lang: Option<&'static str>,
    words: Vec<OsString>,
}

/// How it ended and what it said.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// `unfreeze` with these words.
    pub(crate) fn new<W: AsRef<OsStr>>(words: impl IntoIterator<Item = W>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unfreeze"));
        command.env_clear().stdin(Stdio::null()).stdout(Stdio::piped());
        // What the person running the tests has installed is none of their business.
        command.env("UNFREEZE_READER_DIR", "no-such-folder");
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
        // Never the diary and the settings of whoever runs the tests.
        let own = concat!(env!("CARGO_TARGET_TMPDIR"), "/own");
        command.env("UNFREEZE_STATE_DIR", own).env("UNFREEZE_CONFIG_DIR", own);
        let words = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
        Self { command, lang: Some("en"), words }
    }

    /// `unfreeze` with the words of one line, which are divided by spaces.
    pub(crate) fn line(line: &str) -> Self {
        Self::new(line.split_whitespace())
    }

    /// Speaks `en` or `zh`.
    pub(crate) fn lang(self, lang: &'static str) -> Self {
        Self { lang: Some(lang), ..self }
    }

    /// Speaks whatever the environment or the words ask for.
    pub(crate) fn system_lang(self) -> Self {
        Self { lang: None, ..self }
    }

    /// Runs in this folder.
    pub(crate) fn dir(mut self, dir: impl AsRef<Path>) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// Sets a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Further words.
    pub(crate) fn words(mut self, words: impl IntoIterator<Item = String>) -> Self {
        self.words.extend(words.into_iter().map(OsString::from));
        self
    }

    /// Sends stdout elsewhere; [`Outcome::stdout`] stays empty.
    pub(crate) fn stdout(mut self, stdout: impl Into<Stdio>) -> Self {
        self.command.stdout(stdout);
        self
    }

    /// Runs it to its end; stdout as it came, bytes that are not UTF-8 replaced.
    pub(crate) fn run(mut self) -> Outcome {
        if let Some(lang) = self.lang {
            self.command.args(["--ui-lang", lang]);
        }
        let output = self
            .command
            .args(&self.words)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        Outcome {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

impl Outcome {
    /// An ending with nothing on stdout.
    pub(crate) fn failed(status: i32, stderr: &str) -> Self {
        Self { status, stdout: String::new(), stderr: stderr.to_owned() }
    }

    /// Success, with nothing on stderr.
    pub(crate) fn done(stdout: &str) -> Self {
        Self { status: 0, stdout: stdout.to_owned(), stderr: String::new() }
    }
}
