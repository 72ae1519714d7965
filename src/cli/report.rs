//! What is said when something is wrong: `error:` and `hint:` lines, and the same as JSON.

use std::borrow::Cow;
use std::path::Path;

use clap::builder::styling::{AnsiColor, Style};
use serde_json::{Value, json};
use unfreeze::delivery::DeliveryError;
use unfreeze::facts::REQUIRED;
use unfreeze::finding::{Finding, Level, Problems};
use unfreeze::message::ComposeError;
use unfreeze::texts::Texts;

use super::exit::Exit;

/// Why a verb stopped: what is wrong, of which file, and the exit status.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    /// The case among several; empty when there is only one.
    of: String,
    findings: Vec<Finding>,
}

impl Failure {
    /// A failure for these reasons.
    pub(crate) fn new(exit: Exit, findings: impl Into<Vec<Finding>>) -> Self {
        Self { exit, of: String::new(), findings: findings.into() }
    }

    /// The end of the run without anything to say: the reader of our output went away, or help was shown.
    pub(crate) fn silent() -> Self {
        Self::new(Exit::Done, [])
    }

    /// Names the case that it happened to, once several are worked on.
    pub(crate) fn of(self, case: &Path) -> Self {
        Self { of: case.display().to_string(), ..self }
    }

    /// The exit status.
    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }

    /// What is wrong.
    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Whether nothing is left to do or to say.
    pub(crate) fn is_silent(&self) -> bool {
        self.exit == Exit::Done && self.findings.is_empty()
    }

    /// The lines for a terminal, with colours that the stream may strip.
    pub(crate) fn lines(&self, texts: &Texts) -> String {
        lines(&self.findings, &self.of, texts)
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::new(Exit::Findings, problems.findings())
    }
}

impl From<DeliveryError> for Failure {
    fn from(error: DeliveryError) -> Self {
        let finding = Finding::error(error.path().display().to_string(), error.code())
            .with("names", error.names().join(", "))
            .with("count", error.names().len());
        Self::new(Exit::CannotWrite, [finding])
    }
}

impl From<ComposeError> for Failure {
    fn from(error: ComposeError) -> Self {
        match error {
            ComposeError::TooLarge { bytes } => {
                let megabytes = bytes.div_ceil(1_000_000);
                let finding = Finding::error("mail", "mail-too-large").with("megabytes", megabytes);
                Self::new(Exit::Findings, [finding])
            }
            ComposeError::Unfit => Self::new(Exit::Bug, [Finding::error("mail", "mail-unfit")]),
        }
    }
}

/// Findings as people read them; `of` names the case among several.
pub(crate) fn lines(findings: &[Finding], of: &str, texts: &Texts) -> String {
    let colon = texts.get("report-colon");
    let mut lines = String::new();
    for finding in findings {
        let (label, colour) = match finding.level {
            Level::Error => ("report-error", AnsiColor::Red),
            Level::Warning => ("report-warning", AnsiColor::Yellow),
        };
        lines += &labelled(label, colour, texts);
        let case = if of == finding.field { "" } else { of };
        for place in [case, &finding.field].into_iter().filter(|place| !place.is_empty()) {
            lines += &visible(place);
            lines += &colon;
        }
        lines += &format!("{} [{}]\n", visible(&finding.what(texts)), finding.code);
        lines += &labelled("report-hint", AnsiColor::Cyan, texts);
        lines += &format!("{}\n", visible(&finding.mend(texts)));
    }
    lines
}

fn labelled(key: &'static str, colour: AnsiColor, texts: &Texts) -> String {
    let style = Style::new().fg_color(Some(colour.into())).bold();
    format!("{style}{}{style:#}{}", texts.get(key), texts.get("report-colon"))
}

/// A finding as programs read it, its sentences in the language of `texts`.
pub(crate) fn to_json(finding: &Finding, texts: &Texts) -> Value {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    json!({
        "field": finding.field,
        "code": finding.code,
        "level": level,
        "what": finding.what(texts),
        "mend": finding.mend(texts),
    })
}

/// A case that failed as programs read it.
pub(crate) fn case_json(case: &Path, failure: &Failure, texts: &Texts) -> Value {
    let required = REQUIRED.len();
    json!({
        "case": case.display().to_string(),
        "exit": failure.exit as u8,
        "verdict": if failure.exit == Exit::Unvouched { "unconfirmed" } else { "findings" },
        "items": { "present": present(&failure.findings), "required": required },
        "findings": failure.findings.iter().map(|finding| to_json(finding, texts)).collect::<Vec<_>>(),
    })
}

/// How many of the required items nothing is wrong with; none when the case file itself cannot be read.
pub(crate) fn present(findings: &[Finding]) -> usize {
    let errors = || findings.iter().filter(|finding| finding.level == Level::Error);
    let named =
        |finding: &Finding| ["freeze.", "representative."].iter().any(|part| finding.field.starts_with(part));
    if errors()
        .any(|finding| finding.field == "case" || (finding.code.starts_with("file-") && !named(finding)))
    {
        return 0;
    }
    REQUIRED.iter().filter(|item| !errors().any(|finding| finding.field.starts_with(**item))).count()
}

/// A path as one word of a command line that a person can copy: in quotes where a shell would split it.
pub(crate) fn word(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "._-/\\:".contains(c);
    if path.chars().all(plain) { path } else { format!("\"{path}\"") }
}

/// A text from outside on one line of a terminal: whatever would move the cursor, colour, hide or reorder is spelt out.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return text.into();
    }
    let spell = |c: char| if acts(c) { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(spell).collect::<String>().into()
}

/// Control characters, line separators, bidirectional controls (Unicode UAX 9), and characters without any width.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use anstream::adapter::strip_str;
    use unfreeze::texts::Lang;

    use super::*;

    #[test]
    fn a_finding_is_an_error_line_and_a_hint_line() {
        let finding = Finding::error("a\u{202e}.png\n", "file-missing");
        let failure = Failure::new(Exit::NoInput, [finding]).of(Path::new("shop.toml"));
        assert_eq!(
            strip_str(&failure.lines(&Texts::new(Lang::En))).to_string(),
            "error: shop.toml: a\\u{202e}.png\\n: there is no such file [file-missing]\n\
             hint: check the name; a path in a case is relative to the case file\n"
        );
        assert_eq!(
            strip_str(&failure.lines(&Texts::new(Lang::ZhCn))).to_string(),
            "错误：shop.toml：a\\u{202e}.png\\n：没有这个文件 [file-missing]\n\
             提示：请检查文件名；案件文件里写的路径，从案件文件所在的文件夹算起\n"
        );
    }

    #[test]
    fn every_reason_has_its_words() {
        let files = ["missing", "denied", "folder", "special", "too-large", "unreadable"];
        let writes = [
            "exists",
            "differs",
            "symlink",
            "is-folder",
            "not-folder",
            "special",
            "no-folder",
            "name",
            "foreign",
            "denied",
            "full",
            "read-back",
            "failed",
            "stdout",
        ];
        let others = ["bug", "clock-epoch", "usage-wrong", "usage-output-is-input"].map(str::to_owned);
        let codes = files.map(|code| format!("file-{code}")).into_iter();
        let codes = codes.chain(writes.map(|code| format!("write-{code}"))).chain(others);
        for code in codes {
            for lang in [Lang::En, Lang::ZhCn] {
                let texts = Texts::new(lang);
                assert!(texts.has(&format!("finding-{code}")), "{code}");
                assert!(texts.has(&format!("finding-{code}.mend")), "{code}");
            }
        }
    }

    #[test]
    fn nothing_acts_on_a_terminal() {
        assert_eq!(visible("名称 – É ✓"), "名称 – É ✓");
        assert_eq!(
            visible("\x1b[2J\u{9b}\t\u{200b}\u{2066}\u{feff}\u{7f}\r"),
            "\\u{1b}[2J\\u{9b}\\t\\u{200b}\\u{2066}\\u{feff}\\u{7f}\\r"
        );
    }
}
