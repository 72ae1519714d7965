//! What a person sees while a mail is on its way.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use unfreeze::delivery::smtp::{Journal, Phase};
use unfreeze::record::Attempt;
use unfreeze::texts::Texts;

use super::interrupt::{self, Moment};
use crate::cli::session::Session;

/// A line that tells the step of the moment: redrawn on a terminal, else written only when the wait may be long.
pub(super) struct Progress<'a> {
    session: &'a Session,
    bar: ProgressBar,
    label: String,
    final_seconds: u64,
}

impl<'a> Progress<'a> {
    /// Progress of `count` mails.
    pub(super) fn new(count: usize, final_reply: Duration, session: &'a Session) -> Self {
        let shown = io::stderr().is_terminal() && !session.plain();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(count as u64), target);
        let form = if count > 1 {
            "{spinner} {pos}/{len} [{elapsed}] {wide_msg}"
        } else {
            "{spinner} [{elapsed}] {wide_msg}"
        };
        bar.set_style(
            ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_spinner()),
        );
        if shown {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Self { session, bar, label: String::new(), final_seconds: final_reply.as_secs() }
    }

    /// From now on it is about this mail.
    pub(super) fn about(&mut self, label: &str) {
        self.label = label.to_owned();
        self.bar.set_message(self.label.clone());
    }

    /// The catalogue of the run.
    pub(super) fn texts(&self) -> &'a Texts {
        self.session.texts()
    }

    /// One more is done, whatever became of it.
    pub(super) fn done(&self) {
        self.bar.inc(1);
    }

    /// Says a line without tearing the redrawn one.
    pub(super) fn aside<T>(&self, say: impl FnOnce() -> T) -> T {
        self.bar.suspend(say)
    }

    /// Waits, second by second, in sight of the person.
    pub(super) fn wait(&self, key: &'static str, wait: Duration) {
        let texts = self.session.texts();
        let line =
            |left: u64| texts.format(key, &[("seconds", left.into()), ("mail", self.label.as_str().into())]);
        let whole = wait.as_secs();
        if self.bar.is_hidden() && whole > 0 {
            self.session.whisper(&line(whole));
        }
        for gone in 0..whole {
            self.bar.set_message(line(whole - gone));
            std::thread::sleep(Duration::from_secs(1));
        }
        std::thread::sleep(Duration::from_nanos(wait.subsec_nanos().into()));
    }

    fn enter(&self, phase: Phase) {
        let texts = self.session.texts();
        if phase != Phase::Dot {
            let phase = texts.get(phase.key());
            self.bar.set_message(format!("{}{}{phase}", self.label, texts.get("report-colon")));
            return;
        }
        let line = texts.format(
            "send-final-wait",
            &[("seconds", self.final_seconds.into()), ("mail", self.label.as_str().into())],
        );
        self.bar.set_message(line.clone());
        if self.bar.is_hidden() {
            self.session.whisper(&line);
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// The journal of an attempt, with a person looking on.
pub(super) struct Watched<'a, 'r, 's> {
    attempt: &'a mut Attempt<'r>,
    progress: &'a Progress<'s>,
}

impl<'a, 'r, 's> Watched<'a, 'r, 's> {
    pub(super) fn new(attempt: &'a mut Attempt<'r>, progress: &'a Progress<'s>) -> Self {
        Self { attempt, progress }
    }
}

impl Journal for Watched<'_, '_, '_> {
    fn enter(&mut self, phase: Phase) -> io::Result<()> {
        self.progress.enter(phase);
        if phase >= Phase::Dot {
            // Before the diary has it: whoever breaks off in between is told the graver of the two.
            interrupt::reach(Moment::BeyondDot);
        }
        self.attempt.enter(phase)
    }
}
