//! Times with their zone.

use jiff::{
    Timestamp, Zoned,
    fmt::temporal::Pieces,
    tz::{Offset, TimeZone},
};

use crate::case::Moment;
use crate::finding::{Finding, Level};

/// China's time, without daylight saving since 1991; a fixed offset needs no time zone database.
#[must_use]
pub fn in_china(time: &Zoned) -> Zoned {
    time.with_time_zone(TimeZone::fixed(Offset::constant(8)))
}

/// A time that says which zone it was read in.
///
/// # Errors
/// `time-no-zone` when the zone is missing, `time-form` when it is no time at all.
pub(super) fn check(moment: &Moment) -> Result<Zoned, Finding> {
    let text = match moment {
        Moment::Toml(datetime) => datetime.to_string(),
        Moment::Text(text) => text.trim().to_owned(),
    };
    // People leave a blank before the offset and write one digit for the hour.
    let text = match text.rsplit_once(' ') {
        Some((time, offset)) if offset.starts_with(['+', '-', '[']) => format!("{time}{offset}"),
        _ => text,
    };
    let wrong = || Finding::error("", "time-form");
    let pieces = Pieces::parse(text.as_bytes()).map_err(|_| wrong())?;
    let time = pieces.time().ok_or_else(wrong)?;
    if pieces.time_zone_annotation().is_some() {
        return text.parse().map_err(|_| wrong());
    }
    let offset = pieces.to_numeric_offset().ok_or_else(|| Finding::error("", "time-no-zone"))?;
    let zoned = pieces.date().to_datetime(time).to_zoned(TimeZone::fixed(offset));
    zoned.map_err(|_| wrong())
}

/// How a time stands to now: an error in the future, a warning after 30 days.
pub(super) fn age(time: &Zoned, now: Timestamp) -> Option<Finding> {
    // A clock may be a little off, and a freeze is read off a page at once.
    const SLACK_SECONDS: i64 = 600;
    const DAY: i64 = 86_400;
    match now.as_second() - time.timestamp().as_second() {
        age if age < -SLACK_SECONDS => Some(Finding::error("", "time-future")),
        age if age > 30 * DAY => Some(Finding::warning("", "time-old").with("days", (age / DAY) as u64)),
        _ => None,
    }
}

/// A time at which something happened, as a person tells it on a command line: as in a case file, with its zone.
///
/// # Errors
/// `time-no-zone`, `time-form`, or `time-future`.
pub fn happened(text: &str, now: Timestamp) -> Result<Zoned, Finding> {
    let time = check(&Moment::Text(text.to_owned()))?;
    match age(&time, now).filter(|finding| finding.level == Level::Error) {
        Some(finding) => Err(finding),
        None => Ok(time),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, &'static str> {
        check(&Moment::Text(text.into()))
            .map(|time| time.timestamp().to_string())
            .map_err(|finding| finding.code)
    }

    #[test]
    fn a_zone_must_be_said() {
        for good in [
            "2026-11-22T09:30:00+08:00",
            "2026-11-22 09:30 +08:00",
            "2026-11-22 09:30:00+0800",
            "2026-11-22T01:30:00Z",
            "2026-11-21T17:30:00-08:00",
        ] {
            assert_eq!(read(good).as_deref(), Ok("2026-11-22T01:30:00Z"), "{good}");
        }
        for (bad, code) in [
            ("2026-11-22 09:30", "time-no-zone"),
            ("2026-11-22", "time-form"),
            ("yesterday", "time-form"),
            ("2026-13-22T09:30:00Z", "time-form"),
        ] {
            assert_eq!(read(bad), Err(code), "{bad}");
        }
    }

    #[test]
    fn the_future_is_an_error_and_a_month_ago_a_warning() {
        let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
        let at = |text: &str| {
            age(&check(&Moment::Text(text.into())).ok().unwrap(), now).map(|finding| finding.code)
        };
        assert_eq!(at("2026-11-22T02:05:00Z"), None);
        assert_eq!(at("2026-11-22T02:20:00Z"), Some("time-future"));
        assert_eq!(at("2026-10-23T03:00:00Z"), None);
        assert_eq!(at("2026-10-22T01:00:00Z"), Some("time-old"));
    }

    #[test]
    fn what_happened_long_ago_may_be_told_but_not_what_will() {
        let now: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
        let told = |text| happened(text, now).map(|time| time.to_string()).map_err(|finding| finding.code);
        assert_eq!(told("2025-11-22 09:30 +08:00").as_deref(), Ok("2025-11-22T09:30:00+08:00[+08:00]"));
        assert_eq!(told("2026-11-22 12:30 +08:00"), Err("time-future"));
        assert_eq!(told("2026-11-22 09:30"), Err("time-no-zone"));
    }

    #[test]
    fn china_needs_no_time_zone_database() {
        let time: Zoned = "2026-11-21T17:30:00-08:00[-08:00]".parse().unwrap();
        assert_eq!(in_china(&time).strftime("%Y-%m-%d %H:%M %:z").to_string(), "2026-11-22 09:30 +08:00");
    }
}
