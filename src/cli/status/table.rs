//! A table of two columns: what it is about, and what there is to say, in as many lines as it takes.

use std::env;

use clap::builder::styling::{AnsiColor, Style};
use console::Term;

use crate::cli::report::visible;
use crate::cli::times::GLUE;
use crate::cli::wrap::{columns, wrap};

/// Wider lines are hard to read, narrower ones hold no word.
const WIDTHS: (usize, usize) = (40, 100);
/// The least room for the second column; with less, the first one gets a line of its own.
const ROOM: usize = 28;
const INDENT: &str = "  ";

/// What is said of a case.
pub(super) struct Rows {
    pub(super) head: String,
    pub(super) rows: Vec<Row>,
}

/// One thing that is said.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) lines: Vec<(Tone, String)>,
}

/// How a line is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    /// A person should look.
    Warn,
    /// What to do.
    Next,
}

impl Tone {
    fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Warn => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
            Self::Next => Style::new().fg_color(Some(AnsiColor::Cyan.into())),
        }
    }
}

/// The columns of the terminal: as `$COLUMNS` says, else as the terminal does, else 80.
pub(super) fn width() -> usize {
    let said = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = said.or_else(|| Term::stdout().size_checked().map(|(_, columns)| columns.into()));
    width.unwrap_or(80).clamp(WIDTHS.0, WIDTHS.1)
}

/// The rows of a case, with colours that the stream may strip.
pub(super) fn draw(rows: &Rows, width: usize) -> String {
    let bold = Style::new().bold();
    let mut text = String::new();
    for line in wrap(&visible(&rows.head), width) {
        text += &format!("{bold}{line}{bold:#}\n");
    }
    let label = rows.rows.iter().map(|row| columns(&row.label)).max().unwrap_or_default();
    let gap = INDENT.len() * 2 + label;
    let beside = width >= gap + ROOM;
    let margin = if beside { gap } else { INDENT.len() * 2 };
    for row in &rows.rows {
        let mut start = format!("{INDENT}{}", row.label);
        if !beside {
            text += &format!("{start}\n");
            start = String::new();
        }
        for (tone, line) in &row.lines {
            let style = tone.style();
            for line in wrap(&glued(&visible(line), width - margin), width - margin) {
                let line = line.replace(GLUE, " ");
                let blank = " ".repeat(margin - columns(&start));
                text += &format!("{start}{blank}{style}{line}{style:#}\n");
                start = String::new();
            }
        }
    }
    text
}

/// A text whose commands in backticks stay on one line where they fit.
fn glued(text: &str, width: usize) -> String {
    let parts = text.split('`').enumerate().map(|(place, part)| {
        let command = place % 2 == 1 && columns(part) + 2 <= width;
        if command { part.replace(' ', GLUE) } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
}

/// A sentence below the table.
pub(super) fn line(text: &str, width: usize) -> String {
    wrap(&visible(text), width).join("\n") + "\n"
}
