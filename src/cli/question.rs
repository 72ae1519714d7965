//! A question that is answered by yes or no.

use std::env;
use std::io::{self, IsTerminal};

use inquire::ui::{RenderConfig, Styled};
use inquire::{Confirm, InquireError};

use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

/// Whether somebody is there to be asked.
pub(crate) fn somebody() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks until it is answered; Enter, Esc and the end of the input are a no. `nobody` is the failure when the terminal
/// goes away.
///
/// The catalogue has the help line under `<key>.help`, and what the answers mean under `.yes` and `.no`.
///
/// # Errors
/// `nobody`, and Ctrl-C.
pub(crate) fn confirm(
    question: &str,
    key: &'static str,
    nobody: impl Fn() -> Failure,
    session: &Session,
) -> Result<bool, Failure> {
    let texts = session.texts();
    let (help, wrong) = (texts.get(&format!("{key}.help")), texts.get("question-wrong"));
    if session.plain() {
        loop {
            session.tell(&format!("{question} [y/N]"))?;
            let mut answer = String::new();
            io::stdin().read_line(&mut answer).map_err(|_| nobody())?;
            match answer.trim().to_lowercase().as_str() {
                "y" | "yes" => return Ok(true),
                "" | "n" | "no" => return Ok(false),
                _ => session.tell(&wrong)?,
            }
        }
    }
    let said = |yes| texts.get(&format!("{key}.{}", if yes { "yes" } else { "no" }));
    let answer = Confirm::new(question)
        .with_default(false)
        .with_default_value_formatter(&|_| "y/N".to_owned())
        .with_formatter(&said)
        .with_help_message(&help)
        .with_error_message(&wrong)
        .with_render_config(colours().with_canceled_prompt_indicator(Styled::new("n")))
        .prompt();
    match answer {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationCanceled) => Ok(false),
        Err(InquireError::OperationInterrupted) => Err(Failure::new(Exit::Interrupted, [])),
        Err(_) => Err(nobody()),
    }
}

/// The colours of a question, or none where none are wanted.
pub(crate) fn colours() -> RenderConfig<'static> {
    if env::var_os("NO_COLOR").is_some() { RenderConfig::empty() } else { RenderConfig::default_colored() }
}
