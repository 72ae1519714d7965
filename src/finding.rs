//! What is wrong with a case, and what mends it.

use std::fmt;

use crate::texts::{Texts, Value};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Nothing can be written until it is mended.
    Error,
    /// It is written all the same, but a reviewer may stumble over it.
    Warning,
}

/// One thing that is wrong: where, what, how grave, and under which key the words for it stand.
///
/// `Debug` shows the field and the code, never what the person typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where: a case key such as `store.id`, or a file's name.
    pub field: String,
    /// The stable name of the rule. The sentence is the catalogue's `finding-<code>`, the mend its attribute `mend`.
    pub code: &'static str,
    /// How grave it is.
    pub level: Level,
    /// The values of the sentence.
    pub args: Vec<(&'static str, Value)>,
}

impl Finding {
    /// A finding that must be mended first.
    #[must_use]
    pub fn error(field: impl Into<String>, code: &'static str) -> Self {
        Self { field: field.into(), code, level: Level::Error, args: Vec::new() }
    }

    /// A finding that does not stop anything.
    #[must_use]
    pub fn warning(field: impl Into<String>, code: &'static str) -> Self {
        Self { level: Level::Warning, ..Self::error(field, code) }
    }

    /// Adds a value for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The same finding at a field: a rule knows what is wrong, its caller knows where.
    #[must_use]
    pub fn at(self, field: impl Into<String>) -> Self {
        Self { field: field.into(), ..self }
    }

    /// What is wrong, in the catalogue's language.
    #[must_use]
    pub fn what(&self, texts: &Texts) -> String {
        texts.format(&format!("finding-{}", self.code), &self.args)
    }

    /// What to do about it, in the catalogue's language.
    #[must_use]
    pub fn mend(&self, texts: &Texts) -> String {
        texts.format(&format!("finding-{}.mend", self.code), &self.args)
    }
}

/// Findings of which at least one is an error, in case-file order.
#[derive(Debug)]
pub struct Problems(Vec<Finding>);

impl Problems {
    /// The findings as problems when one of them is an error; otherwise the warnings, given back.
    ///
    /// # Errors
    /// The findings themselves, as [`Problems`], if there is an error among them.
    pub fn raise(findings: Vec<Finding>) -> Result<Vec<Finding>, Self> {
        if findings.iter().any(|finding| finding.level == Level::Error) {
            Err(Self(findings))
        } else {
            Ok(findings)
        }
    }

    /// All findings, errors and warnings, in case-file order.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.0
    }
}

/// Fields and codes only: the sentences are the catalogue's, in the language of whoever reads them.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found: Vec<String> =
            self.0.iter().map(|found| format!("{}: {}", found.field, found.code)).collect();
        f.write_str(&found.join(", "))
    }
}

impl std::error::Error for Problems {}

impl From<Finding> for Problems {
    /// One finding, raised to an error.
    fn from(finding: Finding) -> Self {
        Self(vec![Finding { level: Level::Error, ..finding }])
    }
}

/// The word among `known` that `word` was probably meant to be.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
