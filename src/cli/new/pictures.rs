//! The pictures, all at once: pasted, dropped or typed; looked at; and told apart.

use std::cell::RefCell;
use std::path::{self, Path, PathBuf};

use unfreeze::case::Answer;
use unfreeze::evidence::{Scan, Side};
use unfreeze::finding::Finding;
use unfreeze::texts::{Lang, Texts};

use super::Dialogue;
use super::apart::tell_apart;
use super::ask::{Asked, Line, Reply};
use super::paths;
use super::questions::{PICTURES, Question};
use super::seen::Cards;
use crate::cli::input;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Notice,
    Card(Side),
}

/// A picture that was looked at.
#[derive(Clone)]
pub(super) struct Look {
    /// As it stands in the case.
    pub(super) stored: String,
    pub(super) name: String,
    pub(super) format: &'static str,
    pub(super) size: [u32; 2],
    pub(super) role: Option<Role>,
    /// The cards that the reader has found in it; nothing without a reader.
    pub(super) cards: Option<Cards>,
}

/// Asks for the pictures, until each that was given has its place.
pub(super) fn ask(dialogue: &mut Dialogue, question: &Question) -> Asked<()> {
    let stored = stored(dialogue);
    ask_from(dialogue, question, stored)
}

/// Asks for another picture. What the case names already is not there to be erased first: a dropped file would be
/// added to it.
pub(super) fn ask_another(dialogue: &mut Dialogue, question: &Question) -> Asked<()> {
    ask_from(dialogue, question, String::new())
}

fn ask_from(dialogue: &mut Dialogue, question: &Question, mut initial: String) -> Asked<()> {
    let named = std::mem::take(&mut dialogue.pictures);
    let given = named.iter().map(|path| quoted(&path.display().to_string())).collect::<Vec<_>>().join(" ");
    // What was named on the command line is an answer already, unless something is wrong with it.
    if !given.is_empty() {
        match look(dialogue, &given) {
            Ok(looks) => {
                if tell_apart(dialogue, looks)? == Reply::Given(()) {
                    return Ok(Reply::Given(()));
                }
            }
            Err(wrong) => dialogue.tell(&wrong)?,
        }
        initial = given;
    }
    loop {
        let looked = RefCell::new(Vec::new());
        let rule = |typed: &str| -> Result<(), String> {
            *looked.borrow_mut() = look(dialogue, typed)?;
            Ok(())
        };
        dialogue.explain(question)?;
        let (label, example) = dialogue.labels(question);
        let line = Line { label: &label, example: &example, initial: &initial, rule: &rule, files: true };
        let typed = match dialogue.ask.line(&line, &dialogue.session)? {
            Reply::Back => return Ok(Reply::Back),
            Reply::Given(typed) => typed,
        };
        let looks = looked.into_inner();
        if tell_apart(dialogue, looks)? == Reply::Given(()) {
            return Ok(Reply::Given(()));
        }
        initial = typed;
    }
}

/// The pictures that the case names already, as one would type them.
fn stored(dialogue: &Dialogue) -> String {
    let case = dialogue.draft.case();
    let folder = dialogue.draft.path().and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
    let cards = [&case.representative.id_portrait, &case.representative.id_emblem];
    let all = case.freeze.notice.iter().chain(cards.into_iter().flatten());
    let mut words: Vec<String> =
        all.map(|stored| quoted(&folder.join(stored).display().to_string())).collect();
    words.dedup();
    words.join(" ")
}

fn quoted(path: &str) -> String {
    if path.contains(|c: char| c.is_whitespace() || "'\\".contains(c)) {
        format!("\"{path}\"")
    } else {
        path.to_owned()
    }
}

/// Opens every picture of a line; what is wrong with the first that cannot be used.
fn look(dialogue: &Dialogue, typed: &str) -> Result<Vec<Look>, String> {
    let home = etcetera::home_dir().ok();
    let given = paths::parse(typed, home.as_deref(), |path| path.is_file());
    if given.is_empty() {
        return Err(dialogue.session.texts().get("new-pictures-none"));
    }
    let mut looks: Vec<Look> = Vec::new();
    for path in given {
        let look = open(dialogue, &path).map_err(|finding| {
            let colon = dialogue.session.texts().get("report-colon");
            format!("{}{colon}{}", path.display(), dialogue.wrong(&finding))
        })?;
        if looks.iter().all(|other| other.stored != look.stored) {
            looks.push(look);
        }
    }
    Ok(looks)
}

fn open(dialogue: &Dialogue, path: &Path) -> Result<Look, Finding> {
    let bytes = input::read(path).map_err(|unread| unread.finding(""))?;
    let scan = Scan::read(&bytes).map_err(|error| Finding::error("", error.code()))?;
    let absolute = path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let stored = paths::relative(&absolute, &dialogue.draft.folder());
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let role = known(dialogue, &stored).or_else(|| by_name(&name));
    let cards = dialogue.seen.cards(&absolute);
    Ok(Look { stored, name, format: scan.format(), size: scan.size(), role, cards })
}

/// Whether a picture's name says that it is a notice.
pub(super) fn is_called_notice(path: &Path) -> bool {
    path.file_name().is_some_and(|name| by_name(&name.to_string_lossy()) == Some(Role::Notice))
}

/// What the case says that a picture shows.
fn known(dialogue: &Dialogue, stored: &str) -> Option<Role> {
    let case = dialogue.draft.case();
    let card =
        |side: Side, path: &Option<String>| (path.as_deref() == Some(stored)).then_some(Role::Card(side));
    let notice = case.freeze.notice.iter().any(|notice| notice == stored);
    notice
        .then_some(Role::Notice)
        .or_else(|| card(Side::Portrait, &case.representative.id_portrait))
        .or_else(|| card(Side::Emblem, &case.representative.id_emblem))
}

/// What a name says, in either language, if it speaks of one thing only.
fn by_name(name: &str) -> Option<Role> {
    let name = name.to_lowercase();
    let catalogues = [Lang::En, Lang::ZhCn].map(Texts::new);
    let says =
        |key: &str| catalogues.iter().any(|texts| texts.get(key).split(' ').any(|word| name.contains(word)));
    let roles = [
        (Role::Notice, "names-notice"),
        (Role::Card(Side::Portrait), "names-portrait"),
        (Role::Card(Side::Emblem), "names-emblem"),
    ];
    let mut said = roles.into_iter().filter(|(_, key)| says(key)).map(|(role, _)| role);
    let role = said.next()?;
    said.next().is_none().then_some(role)
}

/// The scan of a side, as a file that can be opened.
pub(super) fn scan_of(dialogue: &Dialogue, side: Side) -> Option<PathBuf> {
    match dialogue.draft.answer(PICTURES[1 + usize::from(side == Side::Emblem)])? {
        Answer::Text(stored) => Some(dialogue.draft.folder().join(stored)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_one_thing_or_nothing() {
        for (name, role) in [
            ("notice.png", Some(Role::Notice)),
            ("Screenshot_2026.PNG", Some(Role::Notice)),
            ("冻结通知截图.jpg", Some(Role::Notice)),
            ("Portrait.jpg", Some(Role::Card(Side::Portrait))),
            ("身份证人像面.jpg", Some(Role::Card(Side::Portrait))),
            ("emblem-side.heic", Some(Role::Card(Side::Emblem))),
            ("身份证国徽面.jpg", Some(Role::Card(Side::Emblem))),
            // In law the emblem side is the front, to most people the other one.
            ("front.jpg", None),
            ("正面.jpg", None),
            ("IMG_1234.jpg", None),
            ("portrait-and-emblem.jpg", None),
            ("身份证人像面截图.jpg", None),
        ] {
            assert_eq!(by_name(name), role, "{name}");
        }
    }
}
