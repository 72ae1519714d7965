//! The pictures, all at once: pasted, dropped or typed; looked at; and told apart.

use std::cell::RefCell;
use std::path::{self, Path, PathBuf};
use std::rc::Rc;

use unfreeze::case::Answer;
use unfreeze::evidence::{Scan, Side};
use unfreeze::finding::Finding;
use unfreeze::texts::{Lang, Texts};

use super::Dialogue;
use super::ask::{Asked, Choice, Line, Reply};
use super::paths;
use super::questions::{PICTURES, Question};
use crate::cli::input;
use crate::cli::report::Failure;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Notice,
    Card(Side),
}

/// A picture that was looked at.
#[derive(Clone)]
struct Look {
    /// As it stands in the case.
    stored: String,
    name: String,
    format: &'static str,
    size: [u32; 2],
    role: Option<Role>,
    /// The sides that the reader has found in it; nothing without a reader.
    cards: Option<Rc<[Side]>>,
}

/// Asks for the pictures, until each that was given has its place.
pub(super) fn ask(dialogue: &mut Dialogue, question: &Question) -> Asked<()> {
    let named = std::mem::take(&mut dialogue.pictures);
    let mut given =
        named.iter().map(|path| quoted(&path.display().to_string())).collect::<Vec<_>>().join(" ");
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
    }
    loop {
        let looked = RefCell::new(Vec::new());
        let rule = |typed: &str| -> Result<(), String> {
            *looked.borrow_mut() = look(dialogue, typed)?;
            Ok(())
        };
        let initial = if given.is_empty() { stored(dialogue) } else { std::mem::take(&mut given) };
        dialogue.explain(question)?;
        let (label, example) = dialogue.labels(question);
        let line = Line { label: &label, example: &example, initial: &initial, rule: &rule, files: true };
        given = match dialogue.ask.line(&line, &dialogue.session)? {
            Reply::Back => return Ok(Reply::Back),
            Reply::Given(typed) => typed,
        };
        let looks = looked.into_inner();
        if tell_apart(dialogue, looks)? == Reply::Given(()) {
            return Ok(Reply::Given(()));
        }
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

/// Finds out what each picture shows, asking where its name does not tell, and writes it into the case. A picture is
/// taken for a notice only when a name or a person says so: a notice travels as it is.
fn tell_apart(dialogue: &mut Dialogue, mut looks: Vec<Look>) -> Asked<()> {
    let mut shared = None;
    for (at, look) in looks.iter_mut().enumerate() {
        let cards = look.cards.clone();
        // What a name or the case says of it may be wrong, or the person knows better.
        if let Some(&[side]) = cards.as_deref()
            && look.role != Some(Role::Card(side))
            && (look.role.is_none() || is_shown(dialogue, look, side)?)
        {
            look.role = Some(Role::Card(side));
        }
        if matches!(cards.as_deref(), Some([one, other]) if one != other) && look.role != Some(Role::Notice) {
            look.role = Some(Role::Card(Side::Portrait));
            shared = Some(at);
        }
    }
    for side in Side::BOTH {
        let role = Some(Role::Card(side));
        if looks.iter().filter(|look| look.role == role).count() > 1 {
            looks.iter_mut().filter(|look| look.role == role).for_each(|look| look.role = None);
        }
    }
    for side in Side::BOTH {
        if shared.is_some() {
            break;
        }
        let told = looks.iter().any(|look| look.role == Some(Role::Card(side)));
        if told || dialogue.draft.answer(PICTURES[1 + usize::from(side == Side::Emblem)]).is_some() {
            continue;
        }
        let unknown = with(&looks, None);
        if unknown.is_empty() {
            continue;
        }
        let texts = dialogue.session.texts();
        let both = |at: usize| {
            let picture = describe(&looks[at], texts);
            texts.format("new-which-both", &[("picture", picture.into())])
        };
        let mut options: Vec<String> = unknown.iter().map(|at| describe(&looks[*at], texts)).collect();
        // One page may show both sides.
        let portrait = with(&looks, Some(Role::Card(Side::Portrait)));
        options.extend(portrait.iter().map(|at| both(*at)));
        let candidates = [unknown, portrait].concat();
        options.push(texts.get("new-which-none"));
        let label = texts.get(&format!("new-which-{}", side.name()));
        let choice = Choice { label: &label, options: &options, start: 0 };
        match dialogue.ask.choose(&choice, &dialogue.session)? {
            Reply::Back => return Ok(Reply::Back),
            Reply::Given(place) => match candidates.get(place) {
                Some(at) if looks[*at].role.is_none() => looks[*at].role = Some(Role::Card(side)),
                Some(at) => shared = Some(*at),
                None => {}
            },
        }
    }
    let sides = Side::BOTH.map(|side| looks.iter().any(|look| look.role == Some(Role::Card(side))));
    let rest = with(&looks, None);
    let notices = looks.iter().any(|look| look.role == Some(Role::Notice));
    for at in &rest {
        // Both sides are told, and one picture is left.
        let clear = rest.len() == 1 && !notices && (sides == [true, true] || shared.is_some());
        if clear || is_notice(dialogue, &looks[*at])? {
            looks[*at].role = Some(Role::Notice);
        }
    }
    store(dialogue, &looks, shared)?;
    Ok(Reply::Given(()))
}

/// The places of the pictures that show this, or of those that nobody has told yet.
fn with(looks: &[Look], role: Option<Role>) -> Vec<usize> {
    (0..looks.len()).filter(|at| looks[*at].role == role).collect()
}

/// Asks whether a picture is what the reader sees on it, rather than what it was called.
fn is_shown(dialogue: &Dialogue, look: &Look, side: Side) -> Result<bool, Failure> {
    let texts = dialogue.session.texts();
    let side = texts.get(&format!("side-{}", side.name()));
    let label = texts.format("seen-side", &[("file", look.name.as_str().into()), ("side", side.into())]);
    let options = [texts.get("seen-side-take"), texts.get("seen-side-leave")];
    let choice = Choice { label: &label, options: &options, start: 0 };
    Ok(matches!(dialogue.ask.choose(&choice, &dialogue.session)?, Reply::Given(0)))
}

fn is_notice(dialogue: &Dialogue, look: &Look) -> Result<bool, Failure> {
    let texts = dialogue.session.texts();
    let label = texts.format("new-which-rest", &[("file", look.name.as_str().into())]);
    let options = [texts.get("new-rest-leave"), texts.get("new-rest-notice")];
    let choice = Choice { label: &label, options: &options, start: 0 };
    Ok(matches!(dialogue.ask.choose(&choice, &dialogue.session)?, Reply::Given(1)))
}

/// Writes the pictures into the case and says what each was taken for.
fn store(dialogue: &mut Dialogue, looks: &[Look], shared: Option<usize>) -> Result<(), Failure> {
    let notices: Vec<String> =
        looks.iter().filter(|look| look.role == Some(Role::Notice)).map(|look| look.stored.clone()).collect();
    let mut answers = Vec::new();
    if !notices.is_empty() {
        answers.push((PICTURES[0], Some(Answer::List(notices))));
    }
    let case = dialogue.draft.case();
    for (side, key, placement) in [
        (Side::Portrait, PICTURES[1], "representative.portrait"),
        (Side::Emblem, PICTURES[2], "representative.emblem"),
    ] {
        let own = looks.iter().find(|look| look.role == Some(Role::Card(side)));
        let Some(look) = own.or_else(|| shared.filter(|_| side == Side::Emblem).map(|at| &looks[at])) else {
            continue;
        };
        let path = Some(Answer::Text(look.stored.clone()));
        let another = case.answer(key) != path;
        answers.push((key, path));
        if another {
            let whole = look.has_card_shape() && shared.is_none() && !look.shows(side);
            answers.push((placement, whole.then_some(Answer::Truth(true))));
        }
    }
    dialogue.draft.set(&answers)?;
    for look in looks {
        dialogue.tell(&taken(look, shared.is_some(), dialogue.session.texts()))?;
    }
    Ok(())
}

impl Look {
    /// Whether the reader has found this side in it.
    fn shows(&self, side: Side) -> bool {
        self.cards.as_ref().is_some_and(|cards| cards.contains(&side))
    }

    /// Whether the picture has the proportions of a card (ISO/IEC 7810 ID-1, 85.60 mm by 53.98 mm), give or take what
    /// cutting by hand does.
    fn has_card_shape(&self) -> bool {
        let [width, height] = self.size.map(f64::from);
        (1.53..1.64).contains(&(width / height))
    }
}

/// `IMG_1.jpg, JPEG, 3024 × 4032 pixels`
fn describe(look: &Look, texts: &Texts) -> String {
    let [width, height] = look.size;
    texts.format(
        "new-picture",
        &[
            ("file", look.name.as_str().into()),
            ("format", look.format.into()),
            ("width", width.to_string().into()),
            ("height", height.to_string().into()),
        ],
    )
}

/// What a picture was taken for.
fn taken(look: &Look, shared: bool, texts: &Texts) -> String {
    let key = match look.role {
        None => "taken-nothing",
        Some(Role::Notice) => "taken-notice",
        Some(Role::Card(_)) if shared && Side::BOTH.iter().all(|side| look.shows(*side)) => {
            "taken-both-found"
        }
        Some(Role::Card(_)) if shared => "taken-both",
        Some(Role::Card(Side::Portrait)) if look.shows(Side::Portrait) => "taken-portrait-found",
        Some(Role::Card(Side::Emblem)) if look.shows(Side::Emblem) => "taken-emblem-found",
        Some(Role::Card(Side::Portrait)) if look.has_card_shape() => "taken-portrait-whole",
        Some(Role::Card(Side::Portrait)) => "taken-portrait",
        Some(Role::Card(Side::Emblem)) if look.has_card_shape() => "taken-emblem-whole",
        Some(Role::Card(Side::Emblem)) => "taken-emblem",
    };
    format!("{}{}{}", describe(look, texts), texts.get("report-colon"), texts.get(key))
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

    #[test]
    fn a_card_has_its_shape_and_photographs_have_not() {
        let shape = |size| {
            Look { stored: String::new(), name: String::new(), format: "", size, role: None, cards: None }
                .has_card_shape()
        };
        for card in [[1096, 691], [1712, 1080], [501, 316], [1292, 815]] {
            assert!(shape(card), "{card:?}");
        }
        for other in [[4032, 3024], [3000, 2000], [1920, 1080], [691, 1096], [800, 800]] {
            assert!(!shape(other), "{other:?}");
        }
    }
}
