//! Which picture shows what: told by its name, by the case, by the reader, and at last by the person.

use unfreeze::case::Answer;
use unfreeze::evidence::Side;
use unfreeze::texts::Texts;

use super::Dialogue;
use super::ask::{Asked, Choice, Reply};
use super::pictures::{Look, Role};
use super::questions::PICTURES;
use crate::cli::report::Failure;

/// What the reader has seen of the card in a picture.
enum Shown {
    Nothing,
    One(Side),
    Both,
}

/// Finds out what each picture shows, asking where its name does not tell, and writes it into the case. A picture is
/// taken for a notice only when a name or a person says so: a notice travels as it is.
pub(super) fn tell_apart(dialogue: &mut Dialogue, mut looks: Vec<Look>) -> Asked<()> {
    let Reply::Given(mut shared) = seen(dialogue, &mut looks)? else { return Ok(Reply::Back) };
    let mut contended = [false; 2];
    if shared.is_some_and(|page| (0..looks.len()).any(|at| at != page && looks[at].is_card())) {
        // A page with both sides, and a side besides: the person knows which of them is meant.
        looks.iter_mut().filter(|look| look.is_card()).for_each(|look| look.role = None);
        (shared, contended) = (None, [true; 2]);
    }
    for (side, contended) in Side::BOTH.into_iter().zip(&mut contended) {
        let several = with(&looks, Some(Role::Card(side)));
        if several.len() > 1 {
            several.into_iter().for_each(|at| looks[at].role = None);
            *contended = true;
        }
    }
    for (side, contended) in Side::BOTH.into_iter().zip(contended) {
        let told = shared.is_some() || looks.iter().any(|look| look.role == Some(Role::Card(side)));
        if told || !contended && dialogue.draft.answer(key(side)).is_some() {
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
    let told = |looks: &[Look], role| looks.iter().any(|look| look.role == Some(role));
    let sides = shared.is_some() || Side::BOTH.iter().all(|side| told(&looks, Role::Card(*side)));
    let notice = told(&looks, Role::Notice) || dialogue.draft.answer(PICTURES[0]).is_some();
    let rest = with(&looks, None);
    for at in &rest {
        // Both sides are told, and one picture is left, on which nobody sees a card.
        if rest.len() == 1 && !notice && sides && matches!(looks[*at].shown(), Shown::Nothing) {
            looks[*at].role = Some(Role::Notice);
            continue;
        }
        let Reply::Given(role) = what_is(dialogue, &looks[*at])? else { return Ok(Reply::Back) };
        if let Some(Role::Card(side)) = role {
            // It stands in for the one that was taken for this side; of a page with both, the other side stays.
            let page = shared.take();
            for (other, look) in looks.iter_mut().enumerate() {
                let is_page = page == Some(other);
                if is_page {
                    look.role = Side::BOTH.into_iter().find(|other| *other != side).map(Role::Card);
                } else if look.role == role {
                    look.role = None;
                }
            }
        }
        looks[*at].role = role;
    }
    store(dialogue, &looks, shared)?;
    Ok(Reply::Given(()))
}

/// Takes what the reader sees, where that is not what a picture was called, only if the person agrees. The place of the
/// page with both sides, if there is one.
fn seen(dialogue: &Dialogue, looks: &mut [Look]) -> Asked<Option<usize>> {
    let mut shared = None;
    for (at, look) in looks.iter_mut().enumerate() {
        let stored = Some(Answer::Text(look.stored.clone()));
        let known = Side::BOTH.iter().all(|side| dialogue.draft.answer(key(*side)) == stored);
        let role = match look.shown() {
            Shown::One(side) if !known => Role::Card(side),
            // The first side stands for both.
            Shown::Both => Role::Card(Side::Portrait),
            _ if known => {
                shared = Some(at);
                continue;
            }
            _ => continue,
        };
        let both = matches!(look.shown(), Shown::Both);
        // What a name or the case says of it may be wrong, or the person knows better. A side that is called so may
        // stand on a page with the other.
        let called = if both { look.role.filter(|role| !role.is_card()) } else { look.role };
        if called.is_some_and(|called| called != role) {
            match is_shown(dialogue, look, role, both)? {
                Reply::Back => return Ok(Reply::Back),
                Reply::Given(false) => continue,
                Reply::Given(true) => {}
            }
        }
        look.role = Some(role);
        shared = if both { Some(at) } else { shared };
    }
    Ok(Reply::Given(shared))
}

fn key(side: Side) -> &'static str {
    PICTURES[1 + usize::from(side == Side::Emblem)]
}

/// The places of the pictures that show this, or of those that nobody has told yet.
fn with(looks: &[Look], role: Option<Role>) -> Vec<usize> {
    (0..looks.len()).filter(|at| looks[*at].role == role).collect()
}

/// Asks whether a picture is what the reader sees on it, rather than what it was called.
fn is_shown(dialogue: &Dialogue, look: &Look, role: Role, both: bool) -> Asked<bool> {
    let texts = dialogue.session.texts();
    let side = if role == Role::Card(Side::Emblem) { "side-emblem" } else { "side-portrait" };
    let side = texts.get(if both { "sides-both" } else { side });
    let label = texts.format("seen-side", &[("file", look.name.as_str().into()), ("side", side.into())]);
    let options = [texts.get("seen-side-take"), texts.get("seen-side-leave")];
    let choice = Choice { label: &label, options: &options, start: 0 };
    Ok(match dialogue.ask.choose(&choice, &dialogue.session)? {
        Reply::Given(place) => Reply::Given(place == 0),
        Reply::Back => Reply::Back,
    })
}

/// Asks what a picture is that nothing tells of; nothing, if it is to be left out.
fn what_is(dialogue: &Dialogue, look: &Look) -> Asked<Option<Role>> {
    const ROLES: [Option<Role>; 4] =
        [None, Some(Role::Notice), Some(Role::Card(Side::Portrait)), Some(Role::Card(Side::Emblem))];
    let texts = dialogue.session.texts();
    let label = texts.format("new-which-rest", &[("file", look.name.as_str().into())]);
    let options = ["new-rest-leave", "new-rest-notice", "new-rest-portrait", "new-rest-emblem"]
        .map(|key| texts.get(key));
    let choice = Choice { label: &label, options: &options, start: 0 };
    Ok(match dialogue.ask.choose(&choice, &dialogue.session)? {
        Reply::Given(place) => Reply::Given(ROLES[place]),
        Reply::Back => Reply::Back,
    })
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
    for (side, placement) in
        [(Side::Portrait, "representative.portrait"), (Side::Emblem, "representative.emblem")]
    {
        let own = looks.iter().find(|look| look.role == Some(Role::Card(side)));
        let before = case.answer(key(side));
        let Some(look) = own.or_else(|| shared.filter(|_| side == Side::Emblem).map(|at| &looks[at])) else {
            // What was taken for this side once and is something else now must not stay here.
            if looks.iter().any(|look| before == Some(Answer::Text(look.stored.clone()))) {
                answers.extend([(key(side), None), (placement, None)]);
            }
            continue;
        };
        let path = Some(Answer::Text(look.stored.clone()));
        let another = before != path;
        answers.push((key(side), path));
        if another {
            // Where the reader sees the other side, the bars of this one would lie on the wrong fields.
            let whole = look.has_card_shape() && shared.is_none() && matches!(look.shown(), Shown::Nothing);
            answers.push((placement, whole.then_some(Answer::Truth(true))));
        }
    }
    dialogue.draft.set(&answers)?;
    for (at, look) in looks.iter().enumerate() {
        dialogue.tell(&taken(look, shared == Some(at), dialogue.session.texts()))?;
    }
    Ok(())
}

impl Look {
    fn is_card(&self) -> bool {
        self.role.is_some_and(Role::is_card)
    }

    /// What the reader has seen in it.
    fn shown(&self) -> Shown {
        match Side::BOTH.map(|side| self.shows(side)) {
            [true, true] => Shown::Both,
            [true, false] => Shown::One(Side::Portrait),
            [false, true] => Shown::One(Side::Emblem),
            [false, false] => Shown::Nothing,
        }
    }

    /// Whether the reader has found this side in it.
    fn shows(&self, side: Side) -> bool {
        self.cards.as_ref().is_some_and(|cards| cards.iter().any(|(seen, _)| *seen == side))
    }

    /// Whether the picture has the proportions of a card (ISO/IEC 7810 ID-1, 85.60 mm by 53.98 mm), give or take what
    /// cutting by hand does.
    fn has_card_shape(&self) -> bool {
        let [width, height] = self.size.map(f64::from);
        (1.53..1.64).contains(&(width / height))
    }
}

impl Role {
    fn is_card(self) -> bool {
        matches!(self, Self::Card(_))
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
    let key = match (look.role, look.shown()) {
        (None, _) => "taken-nothing",
        (Some(Role::Notice), Shown::Nothing) => "taken-notice",
        (Some(Role::Notice), _) => "taken-notice-card",
        (Some(Role::Card(_)), Shown::Both) if shared => "taken-both-found",
        (Some(Role::Card(_)), _) if shared => "taken-both",
        (Some(Role::Card(Side::Portrait)), shown) => match shown {
            Shown::Both | Shown::One(Side::Portrait) => "taken-portrait-found",
            Shown::One(Side::Emblem) => "taken-portrait-other",
            Shown::Nothing if look.has_card_shape() => "taken-portrait-whole",
            Shown::Nothing => "taken-portrait",
        },
        (Some(Role::Card(Side::Emblem)), shown) => match shown {
            Shown::Both | Shown::One(Side::Emblem) => "taken-emblem-found",
            Shown::One(Side::Portrait) => "taken-emblem-other",
            Shown::Nothing if look.has_card_shape() => "taken-emblem-whole",
            Shown::Nothing => "taken-emblem",
        },
    };
    format!("{}{}{}", describe(look, texts), texts.get("report-colon"), texts.get(key))
}

#[cfg(test)]
mod tests {
    use super::*;

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
