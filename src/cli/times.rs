//! Times and spans of time as people read them.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use unfreeze::facts::in_china;
pub(crate) use unfreeze::letter::channels::span;
use unfreeze::texts::Texts;

/// An instant on the clocks of this place, with their offset: `2026-11-22 09:30 UTC+08:00`; the same in both
/// languages.
pub(crate) fn here(time: Timestamp) -> String {
    stamp(&time.to_zoned(TimeZone::system()))
}

/// An instant on the clocks of this place, and of China where those differ; for a table, which keeps what is joined by
/// [`GLUE`] on one line and shows a space for it.
pub(crate) fn both(time: Timestamp, texts: &Texts) -> String {
    let glued = |text: String| text.replace(' ', GLUE);
    let here = time.to_zoned(TimeZone::system());
    let china = in_china(&here);
    if here.offset() == china.offset() {
        return glued(stamp(&here));
    }
    let china = glued(china.strftime("%m-%d %H:%M").to_string());
    texts.format("time-both", &[("here", glued(stamp(&here)).into()), ("china", china.into())])
}

/// No-break space.
pub(crate) const GLUE: &str = "\u{a0}";

fn stamp(time: &Zoned) -> String {
    time.strftime("%Y-%m-%d %H:%M UTC%:z").to_string()
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use unfreeze::texts::Lang;

    use super::*;

    #[test]
    fn a_span_has_two_units_at_most() {
        let words = |lang, minutes| span(SignedDuration::from_mins(minutes), &Texts::new(lang));
        let spans = [0, 1, 60, 138, -138, 1440, 1470, 3 * 1440 + 245];
        assert_eq!(
            spans.map(|minutes| words(Lang::En, minutes)),
            [
                "0 minutes",
                "1 minute",
                "1 hour",
                "2 hours 18 minutes",
                "2 hours 18 minutes",
                "1 day",
                "1 day",
                "3 days 4 hours"
            ]
        );
        assert_eq!(
            spans.map(|minutes| words(Lang::ZhCn, minutes)),
            ["0分钟", "1分钟", "1小时", "2小时18分钟", "2小时18分钟", "1天", "1天", "3天4小时"]
        );
    }
}
