//! What a text on a screen is, by its form and by the word before it. No pictures here.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Topic;
use super::times;
use crate::evidence::is_identity_number;

/// A part of a text that is something, by the places of its characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) topic: Topic,
    pub(super) range: Range<usize>,
    /// What it says, in plain form.
    pub(super) text: String,
}

/// The words of `templates/notice.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    store: Vec<String>,
    frozen: Vec<String>,
    notice: Vec<String>,
    order: Vec<String>,
    tracking: Vec<String>,
    identity: Vec<String>,
    pub(super) china: Vec<String>,
}

impl Words {
    /// The shipped ones; a test reads them.
    pub(super) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Words> =
            LazyLock::new(|| match toml::from_str(include_str!("../../../../templates/notice.toml")) {
                Ok(words) => words,
                Err(error) => panic!("templates/notice.toml: {error}"),
            });
        &SHIPPED
    }

    fn topics(&self) -> [(Topic, &[String]); 6] {
        [
            (Topic::StoreId, &self.store),
            (Topic::Frozen, &self.frozen),
            (Topic::NoticeNumber, &self.notice),
            (Topic::Order, &self.order),
            (Topic::Tracking, &self.tracking),
            (Topic::IdentityNumber, &self.identity),
        ]
    }
}

/// The text as the rules read it, character for character: full-width forms made plain, letters small.
pub(super) fn plain(text: impl IntoIterator<Item = char>) -> Vec<char> {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '−' => '-',
        _ => c,
    };
    text.into_iter().map(|c| narrow(c).to_ascii_lowercase()).collect()
}

/// Where a word of `words` stands in the text: the one that ends last, and of those the longest.
pub(super) fn last_of(words: &[String], text: &[char]) -> Option<Range<usize>> {
    let places = words.iter().filter_map(|word| {
        let word: Vec<char> = word.chars().collect();
        let start = text.windows(word.len()).rposition(|window| window == word)?;
        Some(start..start + word.len())
    });
    places.max_by_key(|place| (place.end, place.len()))
}

/// The last word of the text that names a topic, and where it ends.
pub(super) fn label(text: &[char]) -> Option<(Topic, usize)> {
    let topics = Words::shipped().topics();
    let found = topics.iter().filter_map(|(topic, words)| Some((*topic, last_of(words, text)?)));
    found.max_by_key(|(_, place)| (place.end, place.len())).map(|(topic, place)| (topic, place.end))
}

/// What stands between a word and what it names.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || ":;.,#=()[]|/、，：；。（）【】".contains(c)
}

/// The first value of a topic from the beginning of a text on, after colons and the like; `from` is where it begins in
/// the whole.
pub(super) fn value(topic: Topic, text: &[char], from: usize) -> Option<Term> {
    let start = from + text[from..].iter().position(|c| !is_gap(*c))?;
    let rest = &text[start..];
    let length = match topic {
        Topic::StoreId => digits(rest).filter(|length| (5..=12).contains(length))?,
        // Without spaces, the next word follows at once.
        Topic::Order => rest.iter().take_while(|c| c.is_ascii_digit()).count(),
        Topic::IdentityNumber => return identity_value(text, start),
        Topic::Frozen => {
            let term = times::first(rest).filter(|term| term.range.start == 0)?;
            let range = start..start + term.range.end;
            return Some(Term { topic, range, ..term });
        }
        Topic::NoticeNumber | Topic::Tracking => {
            let token = rest.iter().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(**c)).count();
            let figures = rest[..token].iter().filter(|c| c.is_ascii_digit()).count();
            // A time is no number.
            let timed = times::first(rest).is_some_and(|term| term.range.start == 0);
            Some(token).filter(|token| (6..=40).contains(token) && figures >= 4 && !timed)?
        }
        Topic::Card | Topic::Phone | Topic::Email | Topic::Time => return None,
    };
    if topic == Topic::Order && !(12..=24).contains(&length) {
        return None;
    }
    let text = rest[..length].iter().collect::<String>().to_ascii_uppercase();
    Some(Term { topic, range: start..start + length, text })
}

/// How many digits a text begins with, if no letter follows.
fn digits(text: &[char]) -> Option<usize> {
    let length = text.iter().take_while(|c| c.is_ascii_digit()).count();
    let ends = text.get(length).is_none_or(|c| !c.is_ascii_alphanumeric() && !"*-@".contains(*c));
    (length > 0 && ends).then_some(length)
}

/// All that can be told by its form alone.
pub(super) fn terms(text: &[char]) -> Vec<Term> {
    let mut found = identity_numbers(text);
    found.extend(emails(text));
    found.extend(times::all(text));
    found.extend(store_addresses(text));
    found.extend(postal_numbers(text));
    let taken: Vec<Range<usize>> = found.iter().map(|term| term.range.clone()).collect();
    found.extend(phones(text).into_iter().filter(|phone| !taken.iter().any(|t| overlap(t, &phone.range))));
    found
}

pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// A character of a number, with what is often read in its place.
fn figure(c: char, inside: bool) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8),
        'o' if inside => Some(b'0'),
        'l' | 'i' if inside => Some(b'1'),
        _ => None,
    }
}

/// Identity numbers (GB 11643-1999), also in groups and within longer runs.
///
/// The region is not asked for: foreigners' cards and those of abolished counties have others, and of 12,000 runs of 18
/// random digits one passes the check character and the date. The older number of 15 digits has no check character and
/// is as long as an order's, so it counts only behind a word that names it; see [`value`].
fn identity_numbers(text: &[char]) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    let mut run: Vec<(u8, usize)> = Vec::new();
    for at in 0..=text.len() {
        let c = text.get(at).copied().unwrap_or('a');
        let next = text.get(at + 1).is_some_and(char::is_ascii_digit);
        match figure(c, !run.is_empty() && (next || run.len() >= 17)) {
            Some(digit) => run.push((digit, at)),
            None if "x×х".contains(c) && run.len() >= 17 => run.push((b'X', at)),
            None if !c.is_alphanumeric() => {}
            None => {
                for window in run.windows(18) {
                    let number: Vec<u8> = window.iter().map(|(digit, _)| *digit).collect();
                    if is_identity_number(&number) {
                        let range = window[0].1..window[17].1 + 1;
                        let text = String::from_utf8_lossy(&number).into_owned();
                        found.push(Term { topic: Topic::IdentityNumber, range, text });
                    }
                }
                run.clear();
            }
        }
    }
    found
}

/// What stands behind a word for an identity number: about 18 characters even if one was misread, or 15 with a date.
fn identity_value(text: &[char], start: usize) -> Option<Term> {
    let mut number = String::new();
    let mut end = start;
    for (at, c) in text.iter().enumerate().skip(start) {
        match figure(*c, !number.is_empty()) {
            Some(digit) => number.push(char::from(digit)),
            None if "x×х".contains(*c) && number.len() >= 14 => number.push('X'),
            None if !c.is_alphanumeric() && *c != '*' => continue,
            None => break,
        }
        end = at + 1;
    }
    let part = |range: Range<usize>| number.get(range).and_then(|part| part.parse::<u32>().ok());
    let old = || {
        let [region, month, day] = [part(0..2), part(8..10), part(10..12)];
        region.is_some_and(|region| (11..=91).contains(&region))
            && month.is_some_and(|month| (1..=12).contains(&month))
            && day.is_some_and(|day| (1..=31).contains(&day))
    };
    let counts = match number.len() {
        17..=19 => true,
        15 => old(),
        _ => false,
    };
    counts.then_some(Term { topic: Topic::IdentityNumber, range: start..end, text: number })
}

/// Mobile numbers of mainland China, and international numbers with a plus (ITU-T E.164).
fn phones(text: &[char]) -> Vec<Term> {
    let goes_on = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit() || "(- ".contains(*c));
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let plus = text[at] == '+';
        let mut run: Vec<(char, usize)> = Vec::new();
        let mut end = at + usize::from(plus);
        while let Some(c) = text.get(end) {
            match c {
                '0'..='9' => run.push((*c, end)),
                // Groups of three and four, as people write them.
                '-' | ' ' | '(' | ')' if !run.is_empty() && goes_on(text.get(end + 1)) => {}
                _ => break,
            }
            end += 1;
        }
        if run.is_empty() {
            at += 1;
            continue;
        }
        let number: String = run.iter().map(|(c, _)| *c).collect();
        let alone = at.checked_sub(1).is_none_or(|before| match text[before] {
            c if c.is_ascii_alphabetic() => !has_code_before(text, at),
            c => !"*-_.@/".contains(c),
        });
        let after = text.get(end).is_none_or(|c| !c.is_ascii_alphabetic() && !"*@_".contains(*c));
        let bare = ["0086", "86"]
            .into_iter()
            .find_map(|code| number.strip_prefix(code))
            .filter(|rest| rest.len() == 11);
        let bare = bare.unwrap_or(&number);
        let mobile = bare.len() == 11 && bare.starts_with('1') && matches!(bare.as_bytes()[1], b'3'..=b'9');
        let abroad = plus && (8..=15).contains(&number.len()) && !number.starts_with('0');
        if alone && after && (mobile || abroad) {
            let plain = if mobile { format!("+86{bare}") } else { format!("+{number}") };
            found.push(Term { topic: Topic::Phone, range: at..end, text: plain });
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether digits continue a code of letters such as `FN` or `LP`, rather than following a word such as `Tel`.
fn has_code_before(text: &[char], at: usize) -> bool {
    let letters = text[..at].iter().rev().take_while(|c| c.is_ascii_alphabetic()).count();
    letters < 3
}

/// Email addresses that are not masked.
fn emails(text: &[char]) -> Vec<Term> {
    let local = |c: &char| c.is_ascii_alphanumeric() || "._%+-*".contains(*c);
    let domain = |c: &char| c.is_ascii_alphanumeric() || ".-".contains(*c);
    let signs = text.iter().enumerate().filter(|(_, c)| **c == '@').map(|(at, _)| at);
    let term = |at: usize| {
        let start = at - text[..at].iter().rev().take_while(|c| local(c)).count();
        let end = at + 1 + text[at + 1..].iter().take_while(|c| domain(c)).count();
        let address: String = text[start..end].iter().collect();
        let address = address.trim_end_matches(['.', '-']);
        let (name, host) = address.split_once('@')?;
        let top = host.rsplit_once('.')?.1;
        let good = !name.is_empty() && !address.contains('*') && top.len() >= 2 && host.len() > top.len() + 1;
        let range = start..start + address.chars().count();
        good.then(|| Term { topic: Topic::Email, range, text: address.to_owned() })
    };
    signs.filter_map(term).collect()
}

/// The digits of a store's address.
fn store_addresses(text: &[char]) -> Vec<Term> {
    let word: Vec<char> = "/store/".chars().collect();
    let starts = text.windows(word.len()).enumerate().filter(|(_, window)| *window == word);
    let term = |(at, _): (usize, &[char])| {
        let start = at + word.len();
        let length = text[start..].iter().take_while(|c| c.is_ascii_digit()).count();
        let text = text[start..start + length].iter().collect();
        (5..=12).contains(&length).then_some(Term {
            topic: Topic::StoreId,
            range: start..start + length,
            text,
        })
    };
    starts.filter_map(term).collect()
}

/// Identifiers of postal items (UPU S10): two letters, nine digits, two letters.
fn postal_numbers(text: &[char]) -> Vec<Term> {
    let form = |window: &[char]| {
        let letters = |part: &[char]| part.iter().all(char::is_ascii_lowercase);
        letters(&window[..2]) && window[2..11].iter().all(char::is_ascii_digit) && letters(&window[11..])
    };
    let found = text.windows(13).enumerate().filter(|(at, window)| {
        let alone = |c: Option<&char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
        form(window) && alone(text.get(at + 13)) && alone(at.checked_sub(1).and_then(|at| text.get(at)))
    });
    let upper = |window: &[char]| window.iter().collect::<String>().to_ascii_uppercase();
    found
        .map(|(at, window)| Term { topic: Topic::Tracking, range: at..at + 13, text: upper(window) })
        .collect()
}

#[cfg(test)]
mod tests;
