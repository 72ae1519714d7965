//! How questions are asked, whatever the terminal can do.

use crate::cli::exit::Exit;
use crate::cli::report::Failure;
use crate::cli::session::Session;

/// What a person did with a question.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reply<T> {
    /// They answered it.
    Given(T),
    /// They went back.
    Back,
}

/// An answer, or that the person left: [`Exit::Interrupted`].
pub(crate) type Asked<T> = Result<Reply<T>, Failure>;

/// A question that is answered with a line of text.
pub(crate) struct Line<'a> {
    pub(crate) label: &'a str,
    /// What the line may look like.
    pub(crate) example: &'a str,
    /// What stands there already, to be kept or changed.
    pub(crate) initial: &'a str,
    /// Why a line is not an answer, in the person's language.
    pub(crate) rule: &'a dyn Fn(&str) -> Result<(), String>,
    /// Whether files are to be completed.
    pub(crate) files: bool,
}

/// A question that is answered by choosing.
pub(crate) struct Choice<'a> {
    pub(crate) label: &'a str,
    pub(crate) options: &'a [String],
    /// Where the choice begins.
    pub(crate) start: usize,
}

/// Somebody who asks.
pub(crate) trait Ask {
    /// Asks for a line.
    fn line(&self, line: &Line<'_>, session: &Session) -> Asked<String>;
    /// Asks for one of several, and gives its place.
    fn choose(&self, choice: &Choice<'_>, session: &Session) -> Asked<usize>;
    /// The columns that texts are laid out in; none where the terminal does it better.
    fn width(&self) -> Option<usize>;
}

/// The person left: Ctrl-C, or the end of the input.
pub(crate) fn left() -> Failure {
    Failure::new(Exit::Interrupted, [])
}
