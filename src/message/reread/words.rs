//! What the words of a mail say: the subject's store, the case's reference, what must not stand there.

use std::collections::BTreeSet;

use crate::facts;
use crate::finding::Finding;

/// The store ID of a subject that is exactly as the platform asks for it, perhaps as an answer.
pub(super) fn store(subject: &str, answers: bool) -> Result<String, Finding> {
    let wrong = |code| Finding::error("Subject", code);
    if subject.is_empty() {
        return Err(wrong("reread-subject-missing"));
    }
    let bare = match subject.strip_prefix("Re: ") {
        Some(_) if !answers => return Err(wrong("reread-subject-answer")),
        Some(bare) => bare,
        None => subject,
    };
    let ascii = bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let inside = ascii.or_else(|| bare.strip_prefix('【').and_then(|rest| rest.strip_suffix('】')));
    let store = inside.and_then(|inside| inside.strip_prefix("URGENT-ACCOUNT FROZEN-"));
    let digits = store.filter(|store| store.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|store| facts::store_id(store).ok()).ok_or_else(|| wrong("reread-subject"))
}

/// A case's reference and what a mail of it is known by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reference {
    pub(super) store: String,
    /// `UF-<StoreID>-<yyyymmdd>`
    pub(super) case: String,
    /// The same, for a later letter with its number.
    pub(super) own: String,
}

/// Every reference in a text.
pub(super) fn references(text: &str) -> BTreeSet<Reference> {
    let starts = text
        .match_indices("UF-")
        .filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric()));
    starts.filter_map(|(at, _)| reference(&text[at + 3..])).collect()
}

fn reference(text: &str) -> Option<Reference> {
    let (store, rest) = digits(text, 5..=12)?;
    let (day, rest) = digits(rest.strip_prefix('-')?, 8..=8)?;
    let case = format!("UF-{store}-{day}");
    let own = match rest.strip_prefix('-').and_then(|rest| digits(rest, 1..=4)) {
        Some((number, _)) => format!("{case}-{number}"),
        None => case.clone(),
    };
    Some(Reference { store: store.to_owned(), case, own })
}

/// The digits that a text begins with, if they are as many as asked for, and the rest.
fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    count.contains(&end).then(|| text.split_at(end))
}

/// Whether an identity number stands in the words of a mail.
///
/// A letter sets other numbers side by side, which together may look like one: list separators and days written
/// `2026-11-22` part them; spaces, hyphens and line ends within a number do not.
pub(super) fn tell_identity(text: &str) -> bool {
    let day = |text: &str| {
        let text = text.as_bytes();
        text.len() >= 10
            && text.iter().take(10).enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            })
    };
    let mut parted = String::with_capacity(text.len());
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if skip > 0 {
            skip -= 1;
        } else if day(&text[at..]) {
            skip = 9;
            parted.push('_');
        } else {
            parted.push(if matches!(c, ',' | ';' | '，' | '；' | '、') { '_' } else { c });
        }
    }
    parted.split('_').any(facts::holds_identity_number)
}

/// Whether an HTML text carries a file within itself (RFC 2397), where no digest of an attachment tells of it.
pub(super) fn carries_data(html: &str) -> bool {
    let html: String = html.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let html = html.replace("&#58;", ":").replace("&#x3a;", ":").replace("&colon;", ":");
    let kinds = ["image/", "application/", "text/", "audio/", "video/", "font/", ";base64", ";charset", ","];
    html.split("data:").skip(1).any(|after| kinds.iter().any(|kind| after.starts_with(kind)))
}

/// What a client would run or fetch when it shows an HTML text.
pub(super) fn html_warnings(html: &str) -> Vec<Finding> {
    const ACTIVE: [&str; 8] = [
        "<script",
        "javascript:",
        "<iframe",
        "<object",
        "<embed",
        "<form",
        "<applet",
        "http-equiv=\"refresh\"",
    ];
    const FETCHED: [&str; 5] = ["src=", "background=", "url(", "@import", "<link"];
    let html: String = html.to_ascii_lowercase().split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let handler = html.split('<').any(|tag| {
        let tag = tag.split('>').next().unwrap_or_default();
        tag.split([' ', '/', '"', '\'']).any(|word| {
            let name = word.split('=').next().unwrap_or_default();
            word.contains('=')
                && name.len() > 3
                && name.starts_with("on")
                && name.bytes().all(|b| b.is_ascii_lowercase())
        })
    });
    let remote = FETCHED.iter().any(|word| {
        html.split(word).skip(1).any(|after| {
            let after = after.trim_start_matches([' ', '"', '\'', '(']);
            ["http:", "https:", "//", "ftp:", "rel=", "href="].iter().any(|start| after.starts_with(start))
        })
    });
    let active = handler || ACTIVE.iter().any(|word| html.contains(word));
    let mut warnings = Vec::new();
    if active {
        warnings.push(Finding::warning("text/html", "reread-html-active"));
    }
    if remote {
        warnings.push(Finding::warning("text/html", "reread-html-remote"));
    }
    warnings
}

/// Whether a plain text carries a file the way it was done before MIME, which some clients still take for one.
pub(super) fn uuencoded(text: &str) -> bool {
    text.lines().any(|line| {
        let mode = line.strip_prefix("begin ").and_then(|rest| rest.split_once(' ')).map(|(mode, _)| mode);
        mode.is_some_and(|mode| {
            (3..=4).contains(&mode.len()) && mode.bytes().all(|byte| (b'0'..=b'7').contains(&byte))
        })
    })
}
