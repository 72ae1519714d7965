//! What happens when Ctrl-C or a closed window ends the run between two questions.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process;
use std::sync::{Arc, Mutex, PoisonError};

use super::exit::Exit;

/// What is to be done then; one for the whole run.
#[derive(Clone, Default)]
pub(crate) struct Interrupt(Arc<Mutex<Last>>);

#[derive(Default)]
struct Last {
    armed: bool,
    /// A file that must not outlive the run.
    doomed: Option<PathBuf>,
    /// What the person is told.
    word: String,
    /// What is said instead, and how the run ends, while more is at stake than answers.
    answer: Option<Box<dyn Fn() -> Exit + Send>>,
}

impl Interrupt {
    /// From now on, a signal is answered here: no destructor would run otherwise.
    pub(crate) fn arm(&self) {
        if self.with(|last| std::mem::replace(&mut last.armed, true)) {
            return;
        }
        let shared = self.clone();
        let _ = ctrlc::set_handler(move || {
            let exit = shared.with(|last| {
                if let Some(doomed) = &last.doomed {
                    let _ = fs::remove_file(doomed);
                }
                match &last.answer {
                    Some(answer) => answer(),
                    None => {
                        if !last.word.is_empty() {
                            let _ = writeln!(io::stderr(), "\n{}", last.word);
                        }
                        Exit::Interrupted
                    }
                }
            });
            process::exit(exit as i32);
        });
    }

    /// The file that goes with the run; none, once it is gone.
    pub(crate) fn doom(&self, file: Option<PathBuf>) {
        self.with(|last| last.doomed = file);
    }

    /// From now on a signal is answered like this.
    pub(crate) fn answer(&self, answer: impl Fn() -> Exit + Send + 'static) {
        self.with(|last| last.answer = Some(Box::new(answer)));
        self.arm();
    }

    /// The last word to the person.
    pub(crate) fn say(&self, word: String) {
        self.with(|last| last.word = word);
    }

    fn with<T>(&self, work: impl FnOnce(&mut Last) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
