//! Changes the text of a case file without disturbing anything else in it: comments, order, line ends and mark stay.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

use super::Case;

/// Why a case file could not be changed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum EditError {
    /// The text is not a case file.
    #[error("case-syntax")]
    Syntax,
    /// The place is taken by something else than what belongs there.
    #[error("accepted-form")]
    Form,
}

/// The text after a change.
pub(super) fn edit(
    text: &str,
    change: impl FnOnce(&mut DocumentMut) -> Result<(), EditError>,
) -> Result<String, EditError> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let crlf = body.contains("\r\n");
    let mut document: DocumentMut = body.parse().map_err(|_| EditError::Syntax)?;
    change(&mut document)?;
    let mut written = document.to_string();
    if crlf {
        written = written.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    if body.len() < text.len() {
        written.insert(0, '\u{feff}');
    }
    Ok(written)
}

/// What stands at one key of a case.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// A text; for a scan's placement, its four corners.
    Text(String),
    /// Yes or no; for a scan's placement, that the picture is the card.
    Truth(bool),
    /// Several texts.
    List(Vec<String>),
}

/// Quiet on purpose: what a person typed.
impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answer(..)")
    }
}

/// The sections of a new case file, in the order of the case.
const SECTIONS: [&str; 6] = ["store", "business", "representative", "freeze", "contact", "mail"];

/// The text of a case in which nothing is told yet.
#[must_use]
pub fn blank() -> String {
    SECTIONS.map(|section| format!("[{section}]\n")).join("\n")
}

/// The text of the case with this answer at a key such as `store.id`; `None` takes the key away.
///
/// The keys `representative.portrait` and `representative.emblem` are tables; of these, only where the card lies is
/// changed.
///
/// # Errors
/// [`EditError::Syntax`] when `text` is not TOML, [`EditError::Form`] when the place is taken by something else.
pub fn write_answer(text: &str, key: &str, answer: Option<&Answer>) -> Result<String, EditError> {
    edit(text, |document| {
        let (title, name) = key.split_once('.').ok_or(EditError::Form)?;
        let entry = document.entry(title);
        let section = match answer {
            None => match entry {
                toml_edit::Entry::Occupied(occupied) => occupied.into_mut(),
                toml_edit::Entry::Vacant(_) => return Ok(()),
            },
            Some(_) => entry.or_insert_with(|| Item::Table(Table::new())),
        };
        let section = section.as_table_like_mut().ok_or(EditError::Form)?;
        if ["portrait", "emblem"].contains(&name) {
            place(section, name, answer)
        } else {
            put(section, name, answer.map(to_value));
            // Of a section that may be missing, the mere heading already tells something.
            if section.is_empty() && !SECTIONS.contains(&title) {
                document.remove(title);
            }
            Ok(())
        }
    })
}

/// The line of `[freeze]` that covers these rectangles in these screenshots: `cover = { "notice.png" = ["1,2,30,40"] }`.
#[must_use]
pub fn cover_line(cover: &BTreeMap<String, Vec<String>>) -> String {
    format!("cover = {}", covers(cover))
}

/// The text of the case with that line in place of the one that it has.
///
/// # Errors
/// As [`write_answer`].
pub fn write_cover(text: &str, cover: &BTreeMap<String, Vec<String>>) -> Result<String, EditError> {
    edit(text, |document| {
        let section = document.entry("freeze").or_insert_with(|| Item::Table(Table::new()));
        let section = section.as_table_like_mut().ok_or(EditError::Form)?;
        put(section, "cover", Some(covers(cover).into()));
        Ok(())
    })
}

fn covers(cover: &BTreeMap<String, Vec<String>>) -> InlineTable {
    let list = |windows: &[String]| windows.iter().map(String::as_str).collect::<toml_edit::Array>();
    cover.iter().map(|(notice, windows)| (notice, Value::from(list(windows)))).collect()
}

/// Where the card lies: `{ whole = true }` or `{ corners = "…" }`, and never both.
fn place(section: &mut dyn TableLike, side: &str, answer: Option<&Answer>) -> Result<(), EditError> {
    if section.get(side).is_none() {
        if answer.is_none() {
            return Ok(());
        }
        section.insert(side, value(InlineTable::new()));
    }
    let table = section.get_mut(side).and_then(Item::as_table_like_mut).ok_or(EditError::Form)?;
    let (whole, corners) = match answer {
        Some(Answer::Text(corners)) => (None, Some(corners.as_str().into())),
        Some(Answer::Truth(whole)) => (Some((*whole).into()), None),
        _ => (None, None),
    };
    put(table, "whole", whole);
    put(table, "corners", corners);
    if table.is_empty() {
        section.remove(side);
    }
    Ok(())
}

/// Puts a value where it belongs; a comment behind the old one stays behind the new one.
fn put(table: &mut dyn TableLike, name: &str, new: Option<Value>) {
    let Some(mut new) = new else {
        table.remove(name);
        return;
    };
    if let Some(old) = table.get(name).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    match table.get_mut(name) {
        Some(item) => *item = Item::Value(new),
        None => {
            table.insert(name, Item::Value(new));
        }
    }
}

fn to_value(answer: &Answer) -> Value {
    match answer {
        Answer::Text(text) => text.as_str().into(),
        Answer::Truth(truth) => (*truth).into(),
        Answer::List(list) => list.iter().map(String::as_str).collect(),
    }
}

impl Case {
    /// What stands at a key such as `store.id`; nothing when it is not told.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<Answer> {
        let text = |text: &Option<String>| text.clone().map(Answer::Text);
        let list = |list: &[String]| (!list.is_empty()).then(|| Answer::List(list.to_vec()));
        let truth = |truth: Option<bool>| truth.map(Answer::Truth);
        let time = |time: &Option<super::Moment>| {
            time.as_ref().map(|time| match time {
                super::Moment::Toml(time) => Answer::Text(time.to_string()),
                super::Moment::Text(time) => Answer::Text(time.clone()),
            })
        };
        let placed = |placed: &Option<super::Placement>| {
            let placed = placed.as_ref()?;
            text(&placed.corners).or(truth(placed.whole))
        };
        let agent = self.agent.as_ref();
        match key {
            "store.id" => text(&self.store.id),
            "store.name" => text(&self.store.name),
            "store.login" => text(&self.store.login),
            "store.verified" => truth(self.store.verified),
            "business.region" => text(&self.business.region),
            "business.licence" => text(&self.business.licence),
            "business.company" => text(&self.business.company),
            "representative.name" => text(&self.representative.name),
            "representative.id_portrait" => text(&self.representative.id_portrait),
            "representative.id_emblem" => text(&self.representative.id_emblem),
            "representative.portrait" => placed(&self.representative.portrait),
            "representative.emblem" => placed(&self.representative.emblem),
            "representative.redacted_by_hand" => truth(self.representative.redacted_by_hand),
            "representative.last4" => text(&self.representative.last4),
            "freeze.notice" => list(&self.freeze.notice),
            "freeze.at" => time(&self.freeze.at),
            "freeze.kind" => text(&self.freeze.kind),
            "freeze.reason" => text(&self.freeze.reason),
            "freeze.number" => text(&self.freeze.number),
            "freeze.ticket" => text(&self.freeze.ticket),
            "freeze.ticket_at" => time(&self.freeze.ticket_at),
            "freeze.statement" => text(&self.freeze.statement),
            "freeze.orders" => list(&self.freeze.orders),
            "contact.name" => text(&self.contact.name),
            "contact.email" => text(&self.contact.email),
            "contact.phone" => text(&self.contact.phone),
            "mail.from" => text(&self.mail.from),
            "mail.to" => text(&self.mail.to),
            "mail.cc" => list(&self.mail.cc),
            "mail.language" => text(&self.mail.language),
            "agent.name" => agent.and_then(|agent| text(&agent.name)),
            "agent.reference" => agent.and_then(|agent| text(&agent.reference)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::read;

    fn text(text: &str) -> Answer {
        Answer::Text(text.to_owned())
    }

    #[test]
    fn what_was_written_is_read_again() {
        let answers = [
            ("store.name", text("极光\"灯饰\"\\ 'x'")),
            ("store.verified", Answer::Truth(true)),
            ("freeze.at", text("2026-11-22 09:30 +08:00")),
            ("freeze.notice", Answer::List(vec!["a.png".to_owned(), "截图 2.png".to_owned()])),
            ("representative.portrait", Answer::Truth(true)),
            ("representative.emblem", text("1,2 30,4 30,20 0,20")),
            ("agent.name", text("启航")),
        ];
        let mut written = blank();
        for (key, answer) in &answers {
            written = write_answer(&written, key, Some(answer)).unwrap();
        }
        let case = read(written.as_bytes()).ok().unwrap();
        for (key, answer) in &answers {
            assert!(case.answer(key) == Some(answer.clone()), "{key} in\n{written}");
        }
        for (key, _) in &answers {
            written = write_answer(&written, key, None).unwrap();
        }
        let case = read(written.as_bytes()).ok().unwrap();
        assert!(
            answers.iter().all(|(key, _)| case.answer(key).is_none()) && case.agent.is_none(),
            "{written}"
        );
    }

    #[test]
    fn the_line_of_a_cover_is_read_again_whatever_the_name() {
        let windows = |all: &[&str]| all.iter().map(|window| (*window).to_owned()).collect::<Vec<_>>();
        let cover = BTreeMap::from([
            ("notice.png".to_owned(), windows(&["1,2,30,40", "5,6,7,8"])),
            ("截图 \"2\"\\a.png".to_owned(), windows(&["0,0,9,9"])),
        ]);
        let line = cover_line(&cover);
        assert!(line.starts_with("cover = { \"notice.png\" = [\"1,2,30,40\", \"5,6,7,8\"], "), "{line}");
        let case = read(format!("[freeze]\n{line}\n").as_bytes()).ok().unwrap();
        assert!(case.freeze.cover == cover && case.unknown.is_empty());
        let typed = "[freeze]\nnotice = [\"a.png\"]\ncover = {} # mine\n";
        assert_eq!(write_cover(typed, &cover), Ok(typed.replace("cover = {}", &line)));
    }

    #[test]
    fn comments_and_line_ends_stay() {
        let typed = "\u{feff}# mine\r\n[store] # the shop\r\nid = \"1\" # old\r\n# end\r\n";
        let written = write_answer(typed, "store.id", Some(&text("1102345678"))).unwrap();
        assert_eq!(written, typed.replace("\"1\"", "\"1102345678\""));
        let inline = "store = { id = \"1\", name = \"x\" }\n";
        let written = write_answer(inline, "store.id", Some(&text("2"))).unwrap();
        assert_eq!(written, "store = { id = \"2\", name = \"x\" }\n");
    }

    #[test]
    fn a_placement_is_one_of_two_and_windows_stay() {
        let typed = "[representative]\nportrait = { whole = true, cover = [\"1,2,3,4\"] }\n";
        let written = write_answer(typed, "representative.portrait", Some(&text("1,2 3,4 5,6 7,8"))).unwrap();
        assert!(written.contains("cover") && written.contains("corners") && !written.contains("whole"));
        let gone = write_answer(&written, "representative.portrait", None).unwrap();
        assert!(gone.contains("cover") && !gone.contains("corners"));
    }

    #[test]
    fn a_place_that_is_taken_is_refused() {
        assert_eq!(write_answer("store = 1", "store.id", Some(&text("1"))), Err(EditError::Form));
        assert_eq!(write_answer("[x", "store.id", Some(&text("1"))), Err(EditError::Syntax));
    }
}
