//! Times on a screen, with their zone if one is written there. The reader leaves spaces out.

use super::Topic;
use super::rules::{Term, Words};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// The west coast's standard and summer time, which the platform's pages use, as an offset in hours.
const COAST: [(&str, &str); 2] = [("pst", "-08:00"), ("pdt", "-07:00")];

/// All times of a text that has a date and a time of day.
pub(super) fn all(text: &[char]) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match read(text, at) {
            Some(term) => {
                at = term.range.end;
                found.push(term);
            }
            None => at += 1,
        }
    }
    found
}

/// The first of them.
pub(super) fn first(text: &[char]) -> Option<Term> {
    (0..text.len()).find_map(|at| read(text, at))
}

/// A reading position.
#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn skip(&mut self, any: &[char]) -> bool {
        let before = self.at;
        while self.peek().is_some_and(|c| any.contains(&c)) {
            self.at += 1;
        }
        self.at > before
    }

    /// A number of exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<u32> {
        let part = self.text.get(self.at..self.at + digits)?;
        let value = part.iter().try_fold(0, |value, c| Some(value * 10 + c.to_digit(10)?))?;
        self.at += digits;
        Some(value)
    }

    fn word(&mut self, word: &str) -> bool {
        let length = word.chars().count();
        let there = self
            .text
            .get(self.at..self.at + length)
            .is_some_and(|part| part.iter().copied().eq(word.chars()));
        self.at += if there { length } else { 0 };
        there
    }

    /// A month's name, also cut to its first three letters.
    fn month(&mut self) -> Option<u32> {
        let mut place = 0;
        while !self.word(MONTHS.get(place)?) {
            place += 1;
        }
        while self.peek().is_some_and(|c| c.is_ascii_lowercase() || c == '.') {
            self.at += 1;
        }
        Some(place as u32 + 1)
    }
}

/// The time that a text shows from `at` on. One whose digits can be divided in two ways is none.
fn read(text: &[char], at: usize) -> Option<Term> {
    let begins = at.checked_sub(1).is_none_or(|before| !text[before].is_ascii_digit());
    if !begins || !text[at].is_ascii_alphanumeric() {
        return None;
    }
    let start = Reader { text, at };
    let mut readings: Vec<(Reader<'_>, String)> = Vec::new();
    for digits in [[2, 2], [2, 1], [1, 2], [1, 1]] {
        for (reader, [year, month, day]) in dates(start, digits) {
            let good = (2000..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
            let clocks = [2, 1].into_iter().filter(|_| good).filter_map(|hour| clock(reader, hour));
            readings.extend(clocks.map(|(end, clock)| (end, format!("{year}-{month:02}-{day:02} {clock}"))));
        }
    }
    readings.dedup_by(|a, b| a.1 == b.1);
    let [(mut end, time)] = <[_; 1]>::try_from(readings).ok()?;
    let zone = zone(&mut end).or_else(|| china_before(&text[..at]));
    let text = zone.map_or_else(|| time.clone(), |zone| format!("{time} {zone}"));
    Some(Term { topic: Topic::Time, range: at..end.at, text })
}

/// Year, month and day, in the orders that are written; with so many digits for the month and the day.
fn dates(start: Reader<'_>, [month, day]: [usize; 2]) -> Vec<(Reader<'_>, [u32; 3])> {
    let mut found = Vec::new();
    found.extend(numeric(start, month, day));
    // A month's name has no digits, so these are read once.
    if month == 2 {
        found.extend(month_first(start, day));
        found.extend(day_first(start, day));
    }
    found
}

/// `2026-11-20`, `2026/11/20`, `2026年11月20日`.
fn numeric(mut reader: Reader<'_>, month: usize, day: usize) -> Option<(Reader<'_>, [u32; 3])> {
    let year = reader.number(4)?;
    if !reader.skip(&['-', '/', '.', '年']) {
        return None;
    }
    let month = reader.number(month)?;
    if !reader.skip(&['-', '/', '.', '月']) {
        return None;
    }
    let day = reader.number(day)?;
    reader.skip(&['日']);
    Some((reader, [year, month, day]))
}

/// `Nov 20, 2026`.
fn month_first(mut reader: Reader<'_>, day: usize) -> Option<(Reader<'_>, [u32; 3])> {
    let month = reader.month()?;
    let day = reader.number(day)?;
    if !reader.skip(&[',']) {
        return None;
    }
    let year = reader.number(4)?;
    Some((reader, [year, month, day]))
}

/// `20 November 2026`.
fn day_first(mut reader: Reader<'_>, day: usize) -> Option<(Reader<'_>, [u32; 3])> {
    let day = reader.number(day)?;
    let month = reader.month()?;
    reader.skip(&[',']);
    let year = reader.number(4)?;
    Some((reader, [year, month, day]))
}

/// Hour and minute, maybe the second, of 24 hours or of 12.
fn clock(mut reader: Reader<'_>, hour_digits: usize) -> Option<(Reader<'_>, String)> {
    reader.skip(&['t', ',', '-']);
    let hour = reader.number(hour_digits)?;
    let minute = reader.skip(&[':']).then(|| reader.number(2))??;
    let mut seconds = reader;
    let second = seconds.skip(&[':']).then(|| seconds.number(2)).flatten().filter(|second| *second < 60);
    if second.is_some() {
        reader = seconds;
    }
    if reader.peek().is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let mut half = reader;
    let hour = match (half.word("am"), half.word("pm")) {
        (true, _) => Some(hour % 12).filter(|_| hour <= 12),
        (_, true) => Some(hour % 12 + 12).filter(|_| hour <= 12),
        _ => Some(hour),
    }?;
    if half.at > reader.at && half.text[half.at - 1] == 'm' {
        reader = half;
    }
    let shown = second.map_or_else(String::new, |second| format!(":{second:02}"));
    (hour < 24 && minute < 60).then(|| (reader, format!("{hour:02}:{minute:02}{shown}")))
}

/// The zone that follows a time: an offset, or a name that stands for one.
fn zone(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    ahead.skip(&['(', '[', ',']);
    let named = ["utc", "gmt"].into_iter().any(|name| ahead.word(name));
    let offset = offset(&mut ahead);
    let zone = if let Some(offset) = offset {
        offset
    } else if named {
        "+00:00".to_owned()
    } else if let Some((_, offset)) = COAST.into_iter().find(|(name, _)| ahead.word(name)) {
        offset.to_owned()
    } else if Words::shipped().china.iter().any(|name| ahead.word(name)) {
        "+08:00".to_owned()
    } else {
        return None;
    };
    ahead.skip(&[')', ']']);
    *reader = ahead;
    Some(zone)
}

/// `+8`, `+08`, `+0800` or `+08:00`.
fn offset(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    let sign = ahead.peek().filter(|c| "+-".contains(*c))?;
    ahead.at += 1;
    let digits = ahead.text[ahead.at..].iter().take_while(|c| c.is_ascii_digit()).count();
    let (hours, minutes) = match digits {
        1 | 2 => {
            let hours = ahead.number(digits)?;
            let minutes = if ahead.skip(&[':']) { ahead.number(2)? } else { 0 };
            (hours, minutes)
        }
        4 => (ahead.number(2)?, ahead.number(2)?),
        _ => return None,
    };
    *reader = ahead;
    (hours <= 14 && minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

/// A text that ends in the name of China's time, maybe followed by a colon.
fn china_before(text: &[char]) -> Option<String> {
    let end = text.len() - text.iter().rev().take_while(|c| ":(".contains(**c)).count();
    let names =
        |name: &String| text[..end].iter().rev().copied().take(name.chars().count()).eq(name.chars().rev());
    Words::shipped().china.iter().any(names).then(|| "+08:00".to_owned())
}
