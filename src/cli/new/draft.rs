//! The case file while it is being filled in. It is the saved state: every answer is on disk before the next question.

use std::fs;
use std::path::{self, Path, PathBuf};

use jiff::Timestamp;
use unfreeze::case::{self, Answer, Case, EditError, blank, write_answer, write_cover};
use unfreeze::delivery::{Overwrite, write_new};
use unfreeze::facts::Facts;
use unfreeze::finding::{Finding, Level};

use super::questions::{Form, Question};
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::report::{self, Failure};

/// A case file, or what will become one as soon as the store ID gives it its name.
pub(crate) struct Draft {
    path: Option<PathBuf>,
    text: String,
    now: Timestamp,
}

impl Draft {
    /// A case in which nothing is told yet; without a path it is not on disk.
    pub(crate) fn begin(path: Option<PathBuf>, now: Timestamp) -> Self {
        Self { path, text: blank(), now }
    }

    /// A case file that a person goes on with.
    ///
    /// # Errors
    /// When it cannot be read, or is no case file.
    pub(crate) fn open(path: &Path, now: Timestamp) -> Result<Self, Failure> {
        let mut draft = Self { path: Some(path.to_owned()), text: String::new(), now };
        draft.refresh()?;
        Ok(draft)
    }

    /// Reads the file again: it may have been changed by hand, or by the person's word for a picture.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(crate) fn refresh(&mut self) -> Result<(), Failure> {
        let Some(path) = &self.path else { return Ok(()) };
        let bytes = input::read(path)?;
        let case = case::read(&bytes)?;
        if !case.unknown.is_empty() {
            return Err(Failure::new(Exit::Findings, case.unknown));
        }
        self.text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(())
    }

    /// Where the case is.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Gives a new case its place.
    pub(crate) fn settle(&mut self, path: PathBuf) {
        self.path = Some(path);
    }

    /// The folder that paths in the case start from, absolute.
    pub(crate) fn folder(&self) -> PathBuf {
        let above = self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        path::absolute(if above.as_os_str().is_empty() { Path::new(".") } else { above })
            .unwrap_or_else(|_| above.to_owned())
    }

    /// The case as it stands.
    pub(crate) fn case(&self) -> Case {
        // It was read before it was changed, and every change is read, too.
        case::read(self.text.as_bytes()).unwrap_or_default()
    }

    /// The case file's text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The store ID as the check reads it, also out of a store's address.
    pub(crate) fn store(&self) -> Option<String> {
        let typed = self.case().store.id?;
        let id = typed.rsplit_once("/store/").map_or(typed.trim(), |(_, id)| id);
        Some(id.chars().take_while(char::is_ascii_digit).collect())
    }

    /// What stands at a key.
    pub(crate) fn answer(&self, key: &str) -> Option<Answer> {
        self.case().answer(key)
    }

    /// Writes answers into the case, and the case to disk.
    ///
    /// # Errors
    /// When the file cannot be written, or somebody has made something else of it.
    pub(crate) fn set(&mut self, answers: &[(&str, Option<Answer>)]) -> Result<(), Failure> {
        if self.path.as_deref().is_some_and(Path::exists) {
            self.refresh()?;
        }
        for (key, answer) in answers {
            self.text = write_answer(&self.text, key, answer.as_ref()).map_err(|error| unfit(key, &error))?;
        }
        self.save()
    }

    /// Covers what a line of the case file says, such as a mend proposes.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub(crate) fn cover(&mut self, line: &str) -> Result<(), Failure> {
        self.refresh()?;
        let told = case::read(format!("[freeze]\n{line}\n").as_bytes())?;
        let written = write_cover(&self.text, &told.freeze.cover);
        self.text = written.map_err(|error| unfit("freeze.cover", &error))?;
        self.save()
    }

    fn save(&self) -> Result<(), Failure> {
        let Some(path) = &self.path else { return Ok(()) };
        // The case may be a link to where the person keeps it.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        write_new(&target, self.text.as_bytes(), Overwrite::Force)?;
        Ok(())
    }

    /// Everything that the check finds in the case as it stands, pictures not looked at.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        findings(self.case(), self.now)
    }

    /// What the check would find wrong at a key with this answer: the very rule, on the very case.
    pub(crate) fn wrong(&self, question: &Question, answer: Option<&Answer>) -> Option<Finding> {
        let text = write_answer(&self.text, question.key, answer).ok()?;
        let case = match case::read(text.as_bytes()) {
            Ok(case) => case,
            Err(problems) => return problems.findings().first().cloned(),
        };
        findings(case, self.now)
            .into_iter()
            .find(|finding| finding.level == Level::Error && question.concerns(finding))
    }

    /// Whether a question has an answer, and the check finds nothing wrong with it.
    pub(crate) fn settled(&self, question: &Question) -> bool {
        let case = self.case();
        let told = match question.form {
            Form::Card(side) => {
                let representative = &case.representative;
                let known = representative.document.as_deref().is_none_or(|word| word == "cn-resident-id");
                !known
                    || representative.redacted_by_hand == Some(true)
                    || case.answer(question.key).is_some()
                    || representative.accepted.iter().any(|accepted| accepted.side == side.name())
            }
            _ => question.keys().iter().all(|key| case.answer(key).is_some()),
        };
        let wrong = |finding: &Finding| finding.level == Level::Error && question.concerns(finding);
        told && !findings(case, self.now).iter().any(wrong)
    }

    /// The command that goes on with this case.
    pub(crate) fn word(&self) -> String {
        self.path.as_deref().map(report::word).unwrap_or_default()
    }
}

fn unfit(key: &str, error: &EditError) -> Failure {
    let code = match error {
        EditError::Syntax => "case-syntax",
        EditError::Form => "accepted-form",
    };
    Failure::new(Exit::Findings, [Finding::error(key, code)])
}

fn findings(case: Case, now: Timestamp) -> Vec<Finding> {
    match Facts::check(case, now) {
        Ok(facts) => facts.warnings().to_vec(),
        Err(problems) => problems.findings().to_vec(),
    }
}
