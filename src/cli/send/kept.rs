//! Mails that the diary keeps: why one is not sent, and when one is tried again.

use std::time::Duration;

use jiff::Timestamp;
use unfreeze::finding::Finding;
use unfreeze::record::{Ended, Mail, RecordError};

use crate::cli::report::Failure;

/// Why a mail does not go to a server.
pub(super) enum Stop {
    /// It was accepted before, which is what was wanted.
    Done(Finding),
    /// Something is wrong.
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<RecordError> for Stop {
    fn from(error: RecordError) -> Self {
        let done = matches!(error, RecordError::AlreadyAccepted { .. });
        let failure = Failure::from(error);
        match failure.findings() {
            [finding] if done => Self::Done(finding.clone()),
            _ => Self::Failed(failure),
        }
    }
}

/// How long to wait before the next attempt, in seconds, by how many in a row were put off. A person who has mended
/// something tries at once; a server that says no again is given time (RFC 5321 §4.5.4.1 asks for half an hour).
const BACK_OFF: [u64; 5] = [0, 0, 60, 300, 1800];

/// How long it is until the mail's turn comes again.
pub(super) fn back_off(mail: &Mail, now: Timestamp) -> Duration {
    let failed = mail.attempts.iter().rev().take_while(|attempt| attempt.outcome == Some(Ended::Deferred));
    let step = failed.count().min(BACK_OFF.len() - 1);
    let last = mail.attempts.last().and_then(|attempt| attempt.ended);
    // A clock that was set back makes no wait longer than the whole.
    let gone = last.map_or(0, |last| now.duration_since(last).as_secs().max(0)).unsigned_abs();
    Duration::from_secs(BACK_OFF[step].saturating_sub(gone))
}
