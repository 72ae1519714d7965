//! The only clock.

use std::env;

use jiff::Timestamp;
use unfreeze::finding::Finding;

use super::exit::Exit;
use super::report::Failure;

/// Now; or the seconds of `SOURCE_DATE_EPOCH`, so that a build can repeat its output.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is not a count of seconds: guessing would break the promise it is set for
/// (reproducible-builds.org, "SOURCE_DATE_EPOCH specification").
#[expect(clippy::disallowed_methods, reason = "this is the place for it")]
pub(crate) fn now() -> Result<Timestamp, Failure> {
    match env::var_os("SOURCE_DATE_EPOCH") {
        None => Ok(Timestamp::now()),
        Some(text) => text
            .to_str()
            .and_then(at)
            .ok_or_else(|| Failure::new(Exit::Usage, [Finding::error("SOURCE_DATE_EPOCH", "clock-epoch")])),
    }
}

fn at(seconds: &str) -> Option<Timestamp> {
    Timestamp::from_second(seconds.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_epoch_is_a_count_of_seconds() {
        assert_eq!(at("1763805600").map(|time| time.to_string()).as_deref(), Some("2025-11-22T10:00:00Z"));
        for bad in ["", "now", "1.5", "99999999999999999"] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }
}
