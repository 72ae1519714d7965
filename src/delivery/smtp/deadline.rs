//! The end of a wait.

use std::time::{Duration, Instant};

/// A moment until which the other side may take its time.
#[derive(Clone, Copy)]
pub(super) struct Deadline {
    whole: Duration,
    /// None when it lies beyond what the system can count.
    end: Option<Instant>,
}

impl Deadline {
    /// `whole` from now.
    pub(super) fn after(whole: Duration) -> Self {
        Self { whole, end: now().checked_add(whole) }
    }

    /// How long is left; none when it is over.
    pub(super) fn left(self) -> Option<Duration> {
        match self.end {
            Some(end) => end.checked_duration_since(now()).filter(|left| !left.is_zero()),
            None => Some(Duration::MAX),
        }
    }

    /// How long it was from its beginning.
    pub(super) fn whole(self) -> Duration {
        self.whole
    }
}

#[expect(clippy::disallowed_methods, reason = "a wait has to end, and nothing that is written depends on it")]
fn now() -> Instant {
    Instant::now()
}
