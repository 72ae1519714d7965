//! The exit status: what a script may rely on.

use std::process::ExitCode;

use unfreeze::delivery::smtp::Outcome;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// Done.
    Done = 0,
    /// A redaction is not vouched for: a person must look.
    Unvouched = 3,
    /// The command line is wrong.
    Usage = 64,
    /// The case or a file has findings.
    Findings = 65,
    /// A file is missing or cannot be read.
    NoInput = 66,
    /// Refused for good by the server.
    Refused = 69,
    /// A bug of ours.
    Bug = 70,
    /// A file cannot be written.
    CannotWrite = 73,
    /// Not now; kept, resumable.
    Later = 75,
    /// Whether the mail arrived is unknown.
    Unknown = 76,
    /// The server refused the login.
    Login = 77,
    /// Ctrl-C.
    Interrupted = 130,
}

impl Exit {
    /// The gravest first. A bug and Ctrl-C end a run at once, so they meet no other status of weight.
    const ORDER: [Self; 12] = [
        Self::Interrupted,
        Self::Bug,
        Self::Unknown,
        Self::Login,
        Self::Refused,
        Self::Later,
        Self::CannotWrite,
        Self::NoInput,
        Self::Findings,
        Self::Unvouched,
        Self::Usage,
        Self::Done,
    ];

    /// The status of two pieces of work together: the graver one.
    pub(crate) fn merge(self, other: Self) -> Self {
        Self::ORDER.into_iter().find(|exit| [self, other].contains(exit)).unwrap_or(self)
    }
}

impl From<Outcome> for Exit {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Deferred => Self::Later,
            Outcome::Refused => Self::Refused,
            Outcome::Login => Self::Login,
            Outcome::Unknown => Self::Unknown,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::Exit;

    #[test]
    fn the_graver_status_wins_whatever_the_order() {
        let rule = [76, 77, 69, 75, 73, 66, 65, 3, 64, 0];
        let exits = rule.map(|code| Exit::ORDER.into_iter().find(|exit| *exit as u8 == code).unwrap());
        for (place, graver) in exits.into_iter().enumerate() {
            for lesser in exits.into_iter().skip(place) {
                assert_eq!(graver.merge(lesser), graver);
                assert_eq!(lesser.merge(graver), graver);
            }
        }
    }
}
