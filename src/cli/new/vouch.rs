//! A person looks at the redacted pictures and vouches for them, or says what is wrong with them.

use unfreeze::evidence::{Redacted, Side};

use super::ask::{Choice, Reply};
use super::questions::{Form, QUESTIONS};
use super::{Dialogue, place};
use crate::cli::accept::{LookedAt, reasons, record};
use crate::cli::report::Failure;

/// How the looking ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Looked {
    /// Every picture is vouched for.
    Vouched,
    /// Not now, or not like this.
    Later,
    /// The person went back.
    Back,
}

/// What can be said of the pictures. The first does nothing, so that a hasty Enter vouches for nothing.
const WORDS: [&str; 5] = ["vouch-again", "vouch-yes", "vouch-place", "vouch-pictures", "vouch-later"];

/// Shows the review page and asks about what waits for a person.
///
/// # Errors
/// When the page or the case cannot be written, or the person left.
pub(super) fn look(dialogue: &mut Dialogue) -> Result<Looked, Failure> {
    loop {
        let Ok(prepared) = dialogue.prepare() else { return Ok(Looked::Later) };
        let waiting: Vec<&Redacted> =
            prepared.pictures.iter().filter_map(|picture| picture.unvouched()).collect();
        if waiting.is_empty() {
            return Ok(Looked::Vouched);
        }
        // A picture that the person has masked is taken as it is.
        let bars = dialogue.draft.case().representative.redacted_by_hand != Some(true);
        let wrong: Vec<Side> = waiting
            .iter()
            .filter(|redacted| bars && dialogue.contradicts(redacted.side(), &redacted.acceptance().corners))
            .map(|redacted| redacted.side())
            .collect();
        let session = &dialogue.session;
        let texts = session.texts();
        let page = LookedAt::open(&prepared.path, &prepared, session)?;
        for line in waiting.iter().flat_map(|redacted| reasons(redacted, session)) {
            dialogue.tell(&line)?;
        }
        let sides = waiting.iter().map(|redacted| texts.get(&format!("side-{}", redacted.side().name())));
        let sides = sides.collect::<Vec<_>>().join(&texts.get("list-comma"));
        dialogue.say("vouch-look", &[("sides", sides.into())])?;
        for side in &wrong {
            dialogue.say("seen-contradicts", &place::sides(dialogue, *side))?;
        }
        let label = texts.get("vouch-question");
        // Nobody vouches for bars that lie on the wrong side.
        let words: Vec<&str> =
            WORDS.into_iter().filter(|word| wrong.is_empty() || *word != "vouch-yes").collect();
        let options: Vec<String> = words.iter().map(|word| texts.get(word)).collect();
        let choice = Choice { label: &label, options: &options, start: 0 };
        let word = loop {
            match dialogue.ask.choose(&choice, session)? {
                Reply::Given(0) => page.show()?,
                Reply::Given(place) => break words[place],
                Reply::Back => return Ok(Looked::Back),
            }
        };
        drop(page);
        match word {
            "vouch-yes" => {
                record(&prepared.path, &prepared.text, &waiting)?;
                dialogue.draft.refresh()?;
            }
            "vouch-place" => {
                let sides: Vec<_> = waiting.iter().map(|redacted| redacted.side()).collect();
                for (at, question) in QUESTIONS.iter().enumerate() {
                    if matches!(question.form, Form::Card(side) if sides.contains(&side)) {
                        dialogue.pose(at)?;
                    }
                }
            }
            "vouch-pictures" => {
                if let Some(at) = QUESTIONS.iter().position(|question| question.form == Form::Pictures) {
                    dialogue.pose(at)?;
                }
            }
            _ => return Ok(Looked::Later),
        }
    }
}
