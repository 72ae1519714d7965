//! Asks on a terminal that can redraw, in one style.

use std::{env, io};

use inquire::autocompletion::Autocomplete;
use inquire::error::CustomUserError;
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{InquireError, Select, Text};

use super::ask::{Ask, Asked, Choice, Line, Reply, left};
use super::complete;
use super::lines::Lines;
use crate::cli::session::Session;
use crate::cli::wrap::{cut, wrap};

/// The widest that texts are laid out.
const WIDEST: usize = 80;
/// What stands before a question or before what is wrong with its answer.
const MARK: usize = 2;
/// A narrower terminal is left to plain lines.
pub(crate) const NARROWEST: usize = 30;

/// Draws questions and redraws them as they are answered.
pub(crate) struct Screen;

impl Ask for Screen {
    fn line(&self, line: &Line<'_>, session: &Session) -> Asked<String> {
        let texts = session.texts();
        let help = texts.get(if line.files { "new-screen-files" } else { "new-screen-line" });
        let rule = |typed: &str| {
            Ok::<_, CustomUserError>(match (line.rule)(typed) {
                Ok(()) => Validation::Valid,
                Err(wrong) => Validation::Invalid(wrap(&wrong, columns() - MARK).join("\n  ").into()),
            })
        };
        let mut text = Text::new(line.label)
            .with_initial_value(line.initial)
            .with_placeholder(line.example)
            .with_help_message(&help)
            .with_page_size(5)
            .with_validator(rule)
            .with_render_config(style());
        if line.files {
            text = text.with_autocomplete(Files);
        }
        match text.prompt() {
            Err(error) if cannot_draw(&error) => Lines.line(line, session),
            answer => reply(answer),
        }
    }

    fn choose(&self, choice: &Choice<'_>, session: &Session) -> Asked<usize> {
        let help = session.texts().get("new-screen-choice");
        // A list is easier to walk when every entry keeps to its line.
        let options = choice.options.iter().map(|option| cut(option, columns() - MARK)).collect();
        let chosen = Select::new(choice.label, options)
            .with_starting_cursor(choice.start)
            .with_help_message(&help)
            .with_page_size(choice.options.len().min(14))
            .without_filtering()
            .with_render_config(style())
            .raw_prompt();
        match chosen {
            Err(error) if cannot_draw(&error) => Lines.choose(choice, session),
            chosen => reply(chosen.map(|option| option.index)),
        }
    }

    fn width(&self) -> Option<usize> {
        Some(columns())
    }
}

/// The columns of the terminal, without the last, in which some terminals break the line already.
fn columns() -> usize {
    (size().unwrap_or(WIDEST + 1) - 1).clamp(NARROWEST - 1, WIDEST)
}

/// The columns of the terminal, if it tells.
pub(super) fn size() -> Option<usize> {
    let (_, columns) = console::Term::stderr().size_checked()?;
    Some(usize::from(columns)).filter(|columns| *columns > 0)
}

/// Colours unless the person refuses them; a question that was left shows that one went back.
fn style() -> RenderConfig<'static> {
    let style = if env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty()) {
        RenderConfig::empty()
    } else {
        RenderConfig::default_colored()
    };
    style.with_canceled_prompt_indicator(Styled::new("<"))
}

/// Whether this terminal cannot be drawn on after all, as Windows consoles of old.
fn cannot_draw(error: &InquireError) -> bool {
    match error {
        InquireError::NotTTY => true,
        InquireError::IO(error) => error.kind() == io::ErrorKind::Unsupported,
        _ => false,
    }
}

fn reply<T>(answer: Result<T, InquireError>) -> Asked<T> {
    match answer {
        Ok(answer) => Ok(Reply::Given(answer)),
        Err(InquireError::OperationCanceled) => Ok(Reply::Back),
        // Ctrl-C, or a terminal that has gone.
        Err(_) => Err(left()),
    }
}

/// Completes the names of pictures.
#[derive(Clone)]
struct Files;

impl Autocomplete for Files {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        Ok(complete::suggestions(input))
    }

    fn get_completion(
        &mut self,
        input: &str,
        highlighted: Option<String>,
    ) -> Result<Option<String>, CustomUserError> {
        Ok(highlighted.or_else(|| complete::completion(input)))
    }
}
