//! Where the card lies in a scan, told without coordinates as long as the person does not ask for them.

use unfreeze::case::Answer;
use unfreeze::evidence::{Quad, Scan, Side};
use unfreeze::texts::Value;

use super::Dialogue;
use super::ask::{Asked, Choice, Line, Reply};
use super::questions::{QUESTIONS, Question};
use super::{outlines, pictures};
use crate::cli::input;

/// What can be said of a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// The picture is the card; its top points up, to the right, down or to the left.
    Whole(u8),
    /// Show the picture.
    Open,
    /// It is masked already.
    ByHand,
    /// Another picture.
    Retake,
    /// Another picture, because this one shows the other side.
    Other,
    /// Four corners, typed.
    Corners,
    /// One of the outlines that may be the card's.
    Outlines,
}

impl Way {
    fn key(self) -> &'static str {
        match self {
            Self::Whole(0) => "place-whole",
            Self::Whole(1) => "place-right",
            Self::Whole(2) => "place-down",
            Self::Whole(_) => "place-left",
            Self::Open => "place-open",
            Self::ByHand => "place-by-hand",
            Self::Retake => "place-retake",
            Self::Other => "place-other",
            Self::Corners => "place-corners",
            Self::Outlines => "place-outlines",
        }
    }
}

/// Asks where the card lies in the scan of a side.
pub(super) fn ask(dialogue: &mut Dialogue, question: &Question, side: Side) -> Asked<()> {
    let Some(path) = pictures::scan_of(dialogue, side) else { return Ok(Reply::Back) };
    let scan = input::read(&path).ok().and_then(|bytes| Scan::read(&bytes).ok());
    let Some(scan) = scan else { return retake(dialogue) };
    let ([width, height], outlines) = (scan.size(), scan.outlines());
    drop(scan);
    // A picture that is taller than wide cannot be an upright card.
    let whole = if width < height { [1, 3] } else { [0, 2] };
    // A page with both sides is filled by neither.
    let shared = Side::BOTH.iter().all(|side| pictures::scan_of(dialogue, *side).as_ref() == Some(&path));
    let whole = whole.map(Way::Whole).into_iter().filter(|_| !shared);
    let mut ways: Vec<Way> = whole.collect();
    ways.extend([Way::Retake, Way::Open, Way::ByHand, Way::Corners]);
    let cards = dialogue.seen.cards(&path);
    if !outlines.is_empty() {
        // Where the reader has looked and is not sure, the person is shown what may be meant.
        ways.insert(if cards.is_some() { 0 } else { ways.len() }, Way::Outlines);
    }
    dialogue.explain(question)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if let Some(cards) = cards
        && !dialogue.found(side)
    {
        let [side, other] = sides(dialogue, side);
        let name = ("file", file.as_str().into());
        if cards.is_empty() {
            dialogue.say("seen-no-card", &[name])?;
        } else {
            dialogue.say("seen-other-side", &[name, side, other])?;
            ways.retain(|way| *way != Way::Retake);
            ways.insert(0, Way::Other);
        }
    }
    loop {
        let texts = dialogue.session.texts();
        let label = texts.format("new-place", &[("file", file.as_str().into())]);
        let options: Vec<String> = ways.iter().map(|way| texts.get(way.key())).collect();
        let choice = Choice { label: &label, options: &options, start: 0 };
        let way = match dialogue.ask.choose(&choice, &dialogue.session)? {
            Reply::Given(place) => ways[place],
            Reply::Back => return Ok(Reply::Back),
        };
        let answer = match way {
            Way::Whole(turn) => Answer::Text(turned(turn, [width, height])),
            Way::Open => {
                dialogue.open(&path)?;
                continue;
            }
            Way::ByHand => {
                dialogue.draft.set(&[("representative.redacted_by_hand", Some(Answer::Truth(true)))])?;
                return Ok(Reply::Given(()));
            }
            Way::Retake | Way::Other => return retake(dialogue),
            Way::Outlines => match outlines::pick(dialogue, &path, [width, height], &outlines, side)? {
                Reply::Given(quad) => Answer::Text(quad.corners().map(|[x, y]| format!("{x},{y}")).join(" ")),
                Reply::Back => continue,
            },
            Way::Corners => match corners(dialogue, question)? {
                Reply::Given(corners) => Answer::Text(corners),
                Reply::Back => continue,
            },
        };
        let placed = match &answer {
            Answer::Text(corners) => corners.parse().ok(),
            _ => None,
        };
        if placed.is_some_and(|placed: Quad| dialogue.contradicts(side, &placed)) {
            dialogue.say("seen-contradicts", &sides(dialogue, side))?;
            continue;
        }
        let answer = if way == Way::Whole(0) { Answer::Truth(true) } else { answer };
        dialogue.draft.set(&[(question.key, Some(answer))])?;
        return Ok(Reply::Given(()));
    }
}

/// A side and the other one, as values of a sentence.
pub(super) fn sides(dialogue: &Dialogue, side: Side) -> [(&'static str, Value); 2] {
    let name = |side: Side| dialogue.session.texts().get(&format!("side-{}", side.name())).into();
    let other = if side == Side::Portrait { Side::Emblem } else { Side::Portrait };
    [("side", name(side)), ("other", name(other))]
}

/// Asks for the pictures again.
fn retake(dialogue: &mut Dialogue) -> Asked<()> {
    dialogue.say("new-retake", &[])?;
    match QUESTIONS.iter().find(|question| question.keys().len() > 1) {
        Some(question) => pictures::ask_another(dialogue, question),
        None => Ok(Reply::Back),
    }
}

fn corners(dialogue: &Dialogue, question: &Question) -> Asked<String> {
    let label = dialogue.session.texts().get("new-corners");
    let initial = match dialogue.draft.answer(question.key) {
        Some(Answer::Text(corners)) => corners,
        _ => String::new(),
    };
    let rule = |typed: &str| {
        let answer = Answer::Text(typed.trim().to_owned());
        dialogue.draft.wrong(question, Some(&answer)).map_or(Ok(()), |finding| Err(dialogue.wrong(&finding)))
    };
    let example = "80,60 1080,66 1078,702 78,696";
    let line = Line { label: &label, example, initial: &initial, rule: &rule, files: false };
    dialogue.ask.line(&line, &dialogue.session)
}

/// The card's own top-left, top-right, bottom-right and bottom-left corner when it fills a picture of this size, turned
/// clockwise by so many quarters.
fn turned(quarters: u8, [width, height]: [u32; 2]) -> String {
    let mut frame = [[0, 0], [width, 0], [width, height], [0, height]];
    frame.rotate_left(usize::from(quarters % 4));
    frame.map(|[x, y]| format!("{x},{y}")).join(" ")
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn a_turned_card_keeps_its_own_corners() {
        assert_eq!(turned(0, [30, 20]), "0,0 30,0 30,20 0,20");
        assert_eq!(turned(1, [20, 30]), "20,0 20,30 0,30 0,0");
        assert_eq!(turned(2, [30, 20]), "30,20 0,20 0,0 30,0");
        assert_eq!(turned(3, [20, 30]), "0,30 0,0 20,0 20,30");
    }
}
