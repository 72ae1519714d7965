//! The review: all answers in one table with what was found, and what to do with them.

use unfreeze::case::Answer;
use unfreeze::finding::{Finding, Level};
use unfreeze::texts::Value;

use super::ask::{Choice, Reply};
use super::ending::{self, Ending};
use super::questions::{Form, Need, QUESTIONS, Question};
use super::{Dialogue, pose, vouch};
use crate::cli::accept::LookedAt;
use crate::cli::args::LetterArgs;
use crate::cli::exit::Exit;
use crate::cli::report::{Failure, lines};
use crate::cli::writing::Pen;

/// What can be done at the review.
enum Step {
    /// Answer the question that a finding is about.
    Mend(usize),
    /// Paint over what a screenshot must not show, by this line of the case file.
    Cover(String),
    /// Look at the redacted pictures.
    Look,
    End(Ending),
    /// Change any answer, or tell more.
    Change,
    Letter,
    Page,
    Leave,
}

/// Shows everything, until the person ends it one way or another.
pub(super) fn review(dialogue: &mut Dialogue) -> Result<Exit, Failure> {
    let mut changed = true;
    loop {
        let prepared = dialogue.prepare();
        let findings = match &prepared {
            Ok(prepared) => prepared.warnings.iter().cloned().chain(prepared.unvouched()).collect(),
            Err(failure) => failure.findings().to_vec(),
        };
        // What was just read, or said of a failure, must not be pushed off the screen.
        if std::mem::take(&mut changed) {
            table(dialogue, &findings)?;
        }
        let steps = steps(dialogue, &findings, prepared.is_ok());
        let texts = dialogue.session.texts();
        let label = texts.get("review-question");
        let options: Vec<String> = steps.iter().map(|step| step.words(dialogue)).collect();
        let choice = Choice { label: &label, options: &options, start: 0 };
        let Reply::Given(place) = dialogue.ask.choose(&choice, &dialogue.session)? else { continue };
        match (&steps[place], prepared) {
            (Step::Mend(at), _) => {
                dialogue.pose(*at)?;
                changed = true;
            }
            (Step::Cover(line), _) => {
                dialogue.draft.cover(line)?;
                changed = true;
            }
            (Step::Look, _) => {
                vouch::look(dialogue)?;
                changed = true;
            }
            (Step::Change, _) => {
                change(dialogue)?;
                changed = true;
            }
            (Step::End(ending), Ok(prepared)) => {
                if let Some(exit) = ending::end(dialogue, *ending, &prepared)? {
                    return Ok(exit);
                }
            }
            (Step::Letter, Ok(prepared)) => {
                let pen = Pen::of(&LetterArgs { lang: None, templates: None })?;
                let written = pen.write(&prepared, &dialogue.session)?;
                dialogue.session.tell("")?;
                let text = written.letter.as_ref().map_or(written.ticket.text(), |letter| letter.text());
                dialogue.tell(text)?;
            }
            (Step::Page, Ok(prepared)) => {
                let page = LookedAt::open(&prepared.path, &prepared, &dialogue.session)?;
                let texts = dialogue.session.texts();
                let (label, options) = (texts.get("review-page-open"), [texts.get("review-page-done")]);
                dialogue
                    .ask
                    .choose(&Choice { label: &label, options: &options, start: 0 }, &dialogue.session)?;
                drop(page);
            }
            (Step::End(_) | Step::Letter | Step::Page, Err(_)) => {}
            (Step::Leave, _) => {
                dialogue.tell(&dialogue.kept())?;
                return Ok(Exit::Done);
            }
        }
    }
}

/// What can be done now, the likeliest first.
fn steps(dialogue: &Dialogue, findings: &[Finding], whole: bool) -> Vec<Step> {
    let vouched = findings.iter().all(|finding| finding.code != "unvouched");
    let mut steps = Vec::new();
    if !whole {
        steps.extend(findings.iter().find_map(cover).map(Step::Cover));
        let errors = findings.iter().filter(|finding| finding.level == Level::Error);
        let mut questions: Vec<usize> = errors.filter_map(of).collect();
        questions.sort_unstable();
        questions.dedup();
        steps.extend(questions.into_iter().map(Step::Mend));
    } else if vouched {
        let verified = dialogue.draft.case().store.verified == Some(true);
        let endings = Ending::ALL.into_iter().filter(|ending| verified || !ending.is_mail());
        steps.extend(endings.map(Step::End));
    } else {
        steps.push(Step::Look);
    }
    steps.push(Step::Change);
    if whole {
        steps.extend([Step::Letter, Step::Page]);
    }
    steps.push(Step::Leave);
    steps
}

/// The line that covers what a screenshot must not show; the same for all of them.
fn cover(finding: &Finding) -> Option<String> {
    let lines = finding.args.iter().filter(|(name, _)| *name == "line" && finding.level == Level::Error);
    lines.map(|(_, line)| line.clone()).find_map(|line| match line {
        Value::Text(line) => Some(line),
        Value::Number(_) | Value::Key(_) => None,
    })
}

/// The question that a finding is about.
fn of(finding: &Finding) -> Option<usize> {
    QUESTIONS.iter().position(|question| question.concerns(finding))
}

impl Step {
    fn words(&self, dialogue: &Dialogue) -> String {
        let texts = dialogue.session.texts();
        let verified = dialogue.draft.case().store.verified == Some(true);
        match self {
            Self::Mend(at) => {
                texts.format("review-mend", &[("label", texts.get(&QUESTIONS[*at].words()).into())])
            }
            Self::Cover(_) => texts.get("review-cover"),
            Self::Look => texts.get("review-look"),
            Self::End(ending) => texts.get(ending.key(verified)),
            Self::Change => texts.get("review-change"),
            Self::Letter => texts.get(if verified { "review-letter" } else { "review-ticket" }),
            Self::Page => texts.get("review-page"),
            Self::Leave => texts.get("review-leave"),
        }
    }
}

/// All answers, each with what was found about it; what belongs to no question stands below.
fn table(dialogue: &Dialogue, findings: &[Finding]) -> Result<(), Failure> {
    let texts = dialogue.session.texts();
    let colon = texts.get("report-colon");
    dialogue.session.tell("")?;
    dialogue.say("review-title", &[("case", dialogue.draft.word().into())])?;
    for question in &QUESTIONS {
        let own = findings.iter().filter(|finding| question.concerns(finding));
        let own: Vec<&Finding> = own.collect();
        let value = value(dialogue, question);
        let needed = question.need == Need::Always || !own.is_empty();
        if value.is_empty() && (!needed || matches!(question.form, Form::Card(_)) && own.is_empty()) {
            continue;
        }
        let label = texts.get(&question.words());
        // What is missing stands where the answer would.
        let mut own = own.into_iter();
        let shown = if value.is_empty() {
            own.next().map(|finding| finding.what(texts)).unwrap_or_default()
        } else {
            value
        };
        dialogue.tell(&format!("{label}{colon}{shown}"))?;
        for finding in own {
            let error = finding.level == Level::Error;
            let level = texts.get(if error { "report-error" } else { "report-hint" });
            let what = if error { dialogue.wrong(finding) } else { finding.what(texts) };
            dialogue.tell(&format!("  {level}{colon}{what}"))?;
        }
    }
    let rest: Vec<Finding> = findings.iter().filter(|finding| of(finding).is_none()).cloned().collect();
    dialogue.tell(&anstream::adapter::strip_str(&lines(&rest, "", texts)).to_string())
}

/// The answer to a question, as a person reads it.
fn value(dialogue: &Dialogue, question: &Question) -> String {
    let texts = dialogue.session.texts();
    let shown = |answer: Option<Answer>| match (answer, &question.form) {
        (None, _) => String::new(),
        (Some(Answer::Text(word)), Form::Choice(_)) => pose::option(question, &word, texts),
        (Some(Answer::Truth(_)), Form::Card(_)) => texts.get("place-whole"),
        (Some(Answer::Truth(true)), _) => pose::option(question, "yes", texts),
        (Some(Answer::Truth(false)), _) => pose::option(question, "no", texts),
        (Some(Answer::Text(text)), _) => text.replace('\n', " "),
        (Some(Answer::List(list)), _) => list.join(&texts.get("list-comma")),
    };
    let values = question.keys().iter().map(|key| shown(dialogue.draft.answer(key)));
    let mut values: Vec<String> = values.filter(|value| !value.is_empty()).collect();
    // One page may hold both sides.
    values.dedup();
    values.join(&texts.get("list-comma"))
}

/// Lets the person change any answer, or give one that may be left out.
fn change(dialogue: &mut Dialogue) -> Result<(), Failure> {
    let texts = dialogue.session.texts();
    let colon = texts.get("report-colon");
    let mut options: Vec<String> = QUESTIONS
        .iter()
        .map(|question| format!("{}{colon}{}", texts.get(&question.words()), value(dialogue, question)))
        .collect();
    options.insert(0, texts.get("review-change-none"));
    let label = texts.get("review-change-which");
    let choice = Choice { label: &label, options: &options, start: 0 };
    match dialogue.ask.choose(&choice, &dialogue.session)? {
        Reply::Back | Reply::Given(0) => Ok(()),
        Reply::Given(place) => dialogue.pose(place - 1).map(drop),
    }
}
