//! Asks with plain lines: for screen readers and for terminals that cannot redraw. Nothing is ever drawn twice.

use std::io::{self, BufRead};

use super::ask::{Ask, Asked, Choice, Line, Reply, left};
use crate::cli::report::Failure;
use crate::cli::session::Session;

/// What goes back, since Esc cannot be told apart from the beginning of a longer sequence here.
const BACK: &str = "<";

/// Reads answers from stdin, a line each.
pub(crate) struct Lines;

impl Ask for Lines {
    fn line(&self, line: &Line<'_>, session: &Session) -> Asked<String> {
        let texts = session.texts();
        session.tell(line.label)?;
        if !line.initial.is_empty() {
            session.tell(&texts.format("new-lines-kept", &[("value", line.initial.into())]))?;
        } else if !line.example.is_empty() {
            session.tell(&texts.format("new-lines-example", &[("value", line.example.into())]))?;
        }
        loop {
            let typed = read()?;
            let typed = if typed.is_empty() { line.initial.to_owned() } else { typed };
            if typed == BACK {
                return Ok(Reply::Back);
            }
            match (line.rule)(&typed) {
                Ok(()) => return Ok(Reply::Given(typed)),
                Err(wrong) => session.tell(&wrong)?,
            }
        }
    }

    fn choose(&self, choice: &Choice<'_>, session: &Session) -> Asked<usize> {
        let texts = session.texts();
        session.tell(choice.label)?;
        for (place, option) in choice.options.iter().enumerate() {
            session.tell(&format!("{}. {option}", place + 1))?;
        }
        loop {
            session.tell(&texts.format("new-lines-number", &[("start", (choice.start + 1).into())]))?;
            match read()?.as_str() {
                "" => return Ok(Reply::Given(choice.start)),
                BACK => return Ok(Reply::Back),
                typed => match typed.parse::<usize>() {
                    Ok(place) if (1..=choice.options.len()).contains(&place) => {
                        return Ok(Reply::Given(place - 1));
                    }
                    _ => session.tell(&texts.get("new-lines-wrong"))?,
                },
            }
        }
    }

    fn width(&self) -> Option<usize> {
        None
    }
}

/// One line, trimmed; the end of the input is a person who left.
fn read() -> Result<String, Failure> {
    let mut line = String::new();
    match io::stdin().lock().read_line(&mut line) {
        Ok(0) | Err(_) => Err(left()),
        Ok(_) => Ok(line.trim().to_owned()),
    }
}
