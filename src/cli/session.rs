//! One run of the program: its language and its streams.

use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use serde_json::{Value, json};
use unfreeze::finding::Finding;
use unfreeze::texts::{Lang, Texts};

use super::exit::Exit;
use super::interrupt::Interrupt;
use super::report::{self, Failure};

/// What every verb needs to speak: the catalogue, and where words go.
pub(crate) struct Session {
    texts: Texts,
    plain: bool,
    json: bool,
    /// Whether the one object of `--json` has been written.
    answered: Cell<bool>,
    interrupt: Interrupt,
}

impl Session {
    /// Looks for `--ui-lang`, `--plain` and `--json` in a command line that may be wrong in every other way, because
    /// what is wrong with it has to be told in a language and in a colour, too.
    pub(crate) fn of(line: &[OsString]) -> Self {
        let words: Vec<&str> = line.iter().skip(1).filter_map(|word| word.to_str()).collect();
        let words = words.split(|word| *word == "--").next().unwrap_or_default();
        let said = words.iter().enumerate().rev().find_map(|(place, word)| {
            match word.strip_prefix("--ui-lang")? {
                "" => words.get(place + 1).copied(),
                glued => glued.strip_prefix('='),
            }
        });
        let said = said.filter(|tag| ["en", "zh"].contains(tag)).map(str::to_owned);
        let lang = Lang::of_locale(&said.or_else(sys_locale::get_locale).unwrap_or_default());
        let (plain, json) = (words.contains(&"--plain"), words.contains(&"--json"));
        Self {
            texts: Texts::new(lang),
            plain,
            json,
            answered: Cell::new(false),
            interrupt: Interrupt::default(),
        }
    }

    /// The same run in another language.
    pub(crate) fn speaking(&self, lang: Lang) -> Self {
        let (plain, json, answered) = (self.plain, self.json, self.answered.clone());
        Self { texts: Texts::new(lang), plain, json, answered, interrupt: self.interrupt.clone() }
    }

    /// What happens when Ctrl-C ends the run between two questions.
    pub(crate) fn interrupt(&self) -> &Interrupt {
        &self.interrupt
    }

    /// The catalogue in the language of the run.
    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Whether one JSON object is asked for on stdout.
    pub(crate) fn json(&self) -> bool {
        self.json
    }

    /// Whether redraws and colours are off.
    pub(crate) fn plain(&self) -> bool {
        self.plain
    }

    /// Says one line to a person: on stdout, or on stderr when stdout belongs to JSON. Controls in it are spelt out.
    ///
    /// # Errors
    /// When stdout cannot be written.
    pub(crate) fn tell(&self, line: &str) -> Result<(), Failure> {
        let line = format!("{}\n", report::visible(line));
        if self.json {
            self.murmur(&line);
            return Ok(());
        }
        self.bytes(line.as_bytes())
    }

    /// Writes the one JSON object of a verb, if it was asked for.
    ///
    /// # Errors
    /// When stdout cannot be written.
    pub(crate) fn object(&self, object: &Value) -> Result<(), Failure> {
        if !self.json {
            return Ok(());
        }
        self.answered.set(true);
        self.bytes(format!("{object}\n").as_bytes())
    }

    /// Writes bytes as they are to stdout.
    ///
    /// # Errors
    /// When stdout cannot be written; silently when its reader has gone, which is how `… | head` ends.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes).and_then(|()| stdout.flush()).map_err(stdout_failure)
    }

    /// Writes a text with colours to stdout, where a terminal shows them.
    ///
    /// # Errors
    /// When stdout cannot be written.
    pub(crate) fn coloured(&self, text: &str) -> Result<(), Failure> {
        let mut stdout =
            AutoStream::new(io::stdout().lock(), self.colours(AutoStream::choice(&io::stdout())));
        stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()).map_err(stdout_failure)
    }

    /// Shows findings that do not stop the verb, on stderr; `of` names the case among several.
    pub(crate) fn notify(&self, findings: &[Finding], of: &str) {
        self.murmur(&report::lines(findings, of, &self.texts));
    }

    /// Shows a failure on stderr and gives its exit status.
    pub(crate) fn report(&self, failure: &Failure) -> Exit {
        self.murmur(&failure.lines(&self.texts));
        failure.exit()
    }

    /// Does the same for each case. One that fails is reported, by name when there are several, and does not stop the
    /// others; the status is the gravest.
    ///
    /// # Errors
    /// Silently, when the reader of stdout has gone.
    pub(crate) fn each(
        &self,
        cases: &[PathBuf],
        mut work: impl FnMut(&Path) -> Result<Exit, Failure>,
    ) -> Result<Exit, Failure> {
        let mut status = Exit::Done;
        for case in cases {
            status = status.merge(match work(case) {
                Ok(exit) => exit,
                Err(failure) if failure.is_silent() => return Err(failure),
                Err(failure) if cases.len() > 1 => self.report(&failure.of(case)),
                Err(failure) => self.report(&failure),
            });
        }
        Ok(status)
    }

    /// The exit status of the whole run. A script that asked for an object gets one of a failure, too.
    pub(crate) fn conclude(&self, outcome: Result<Exit, Failure>) -> Exit {
        let failure = match outcome {
            Ok(exit) => return exit,
            Err(failure) => failure,
        };
        if !failure.is_silent() && !self.answered.get() {
            let findings = failure.findings().iter().map(|finding| report::to_json(finding, &self.texts));
            let findings: Vec<Value> = findings.collect();
            // Whoever cannot be answered is told on stderr.
            let _ = self.object(&json!({ "exit": failure.exit() as u8, "findings": findings }));
        }
        self.report(&failure)
    }

    /// Says one line on stderr, whatever stdout is for: what a person should know, and no script has to read.
    pub(crate) fn whisper(&self, line: &str) {
        self.murmur(&format!("{}\n", report::visible(line)));
    }

    /// The last line of a run that is broken off from outside, where no session is at hand.
    pub(crate) fn last_words(line: &str) {
        let _ = writeln!(io::stderr().lock(), "\n{line}");
    }

    /// Writes to stderr; when even that fails, nobody is left to be told.
    fn murmur(&self, text: &str) {
        let mut stderr =
            AutoStream::new(io::stderr().lock(), self.colours(AutoStream::choice(&io::stderr())));
        let _ = stderr.write_all(text.as_bytes());
    }

    fn colours(&self, choice: ColorChoice) -> ColorChoice {
        if self.plain { ColorChoice::Never } else { choice }
    }
}

fn stdout_failure(error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Failure::silent();
    }
    Failure::new(Exit::CannotWrite, [Finding::error("", "write-stdout")])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_case_does_not_stop_the_others() {
        let session = Session::of(&[]);
        let cases = ["3", "66", "0", "65"].map(PathBuf::from);
        let mut seen = Vec::new();
        let status = session.each(&cases, |case| {
            seen.push(case.to_owned());
            match case.to_str() {
                Some("3") => Ok(Exit::Unvouched),
                Some("66") => Err(Failure::new(Exit::NoInput, [])),
                Some("65") => Err(Failure::new(Exit::Findings, [])),
                _ => Ok(Exit::Done),
            }
        });
        assert_eq!(status.unwrap(), Exit::NoInput);
        assert_eq!(seen, cases);
    }

    #[test]
    fn nobody_writes_on_for_a_reader_who_has_left() {
        let cases = ["a", "b"].map(PathBuf::from);
        let failure = Session::of(&[]).each(&cases, |case| {
            assert_eq!(case, Path::new("a"));
            Err(Failure::silent())
        });
        assert_eq!(failure.unwrap_err().exit(), Exit::Done);
    }
}
