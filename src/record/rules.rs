//! The rules of a mail's states, without a database.

use super::error::RecordError;
use super::vocabulary::{Ended, Mail, State};
use crate::delivery::smtp::Phase;

/// Whether a mail of unknown fate may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resend {
    /// No: a second copy could arrive.
    Refuse,
    /// Yes: a person has looked, and gave their word.
    Allow,
}

/// How an attempt ended whose owner died: before the final dot nothing was delivered (RFC 5321 §4.1.1.4); from the
/// moment that the dot may have been written, nobody knows.
pub(super) fn broken_off(phase: Option<Phase>) -> Ended {
    if phase >= Some(Phase::Dot) { Ended::Unknown } else { Ended::Deferred }
}

/// Where a mail stands after an attempt. Once its fate was unknown, only an acceptance makes it known: that a second
/// attempt failed says nothing about the first.
pub(super) fn after(ended: Ended, doubtful: bool) -> State {
    match ended {
        Ended::Accepted => State::Accepted,
        _ if doubtful => State::Unknown,
        Ended::Deferred | Ended::Login => State::Deferred,
        Ended::Refused => State::Refused,
        Ended::Unknown => State::Unknown,
    }
}

/// Whether an earlier attempt ended without anybody knowing how.
pub(super) fn doubtful(mail: &Mail) -> bool {
    mail.unknown().is_some()
}

/// Whether an attempt may begin. The mail's lock is held, and nothing of it is left `sending`.
///
/// # Errors
/// Why it must not be sent.
pub(super) fn may_begin(mail: &Mail, resend: Resend) -> Result<(), RecordError> {
    match mail.state {
        State::Composed | State::Deferred | State::Refused => Ok(()),
        State::Unknown if resend == Resend::Allow => Ok(()),
        State::Unknown => Err(unknown(mail)),
        State::Accepted => Err(accepted(mail)),
        State::Sending => Err(RecordError::Busy),
        State::Replaced => Err(RecordError::Replaced),
    }
}

/// Whether another wording may take a mail's place: only as long as nothing of it can have been delivered.
///
/// # Errors
/// Why it may not.
pub(super) fn may_replace(mail: &Mail) -> Result<(), RecordError> {
    match mail.state {
        State::Composed | State::Deferred | State::Refused | State::Replaced => Ok(()),
        State::Unknown => Err(unknown(mail)),
        State::Accepted => Err(accepted(mail)),
        State::Sending => Err(RecordError::Busy),
    }
}

fn accepted(mail: &Mail) -> RecordError {
    let attempt = mail.accepted();
    let when = attempt.and_then(|attempt| attempt.ended).unwrap_or(mail.composed_at);
    let reply = attempt.and_then(|attempt| attempt.reply.as_ref());
    let reply = reply.map(|(code, text)| format!("{code} {text}")).unwrap_or_default();
    RecordError::AlreadyAccepted { when, reply }
}

fn unknown(mail: &Mail) -> RecordError {
    RecordError::Unknown { since: mail.unknown().map_or(mail.composed_at, |attempt| attempt.started) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_the_dot_on_nobody_knows() {
        for phase in Phase::ALL {
            let expected = if phase < Phase::Dot { Ended::Deferred } else { Ended::Unknown };
            assert_eq!(broken_off(Some(phase)), expected, "{phase:?}");
        }
        assert_eq!(broken_off(None), Ended::Deferred);
    }

    #[test]
    fn doubt_stays_until_an_acceptance() {
        for (ended, fresh, doubted) in [
            (Ended::Accepted, State::Accepted, State::Accepted),
            (Ended::Deferred, State::Deferred, State::Unknown),
            (Ended::Refused, State::Refused, State::Unknown),
            (Ended::Login, State::Deferred, State::Unknown),
            (Ended::Unknown, State::Unknown, State::Unknown),
        ] {
            assert_eq!((after(ended, false), after(ended, true)), (fresh, doubted), "{ended}");
        }
    }
}
