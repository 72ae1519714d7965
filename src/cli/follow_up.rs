//! The verb `follow-up`: the next letter of a case, as a draft beside it.

use std::path::PathBuf;

use serde_json::json;
use unfreeze::finding::Finding;
use unfreeze::letter::channels::Channels;
use unfreeze::message::{Message, Stamp, Thread};
use unfreeze::record::{CaseView, NotYet, Record};

use super::args::FollowUpArgs;
use super::compose::{attachment_json, no_mail};
use super::exit::Exit;
use super::output::{self, Output, not_an_input, not_with_json};
use super::pipeline::{self, Prepared};
use super::report::{self, Failure};
use super::session::Session;
use super::writing::Pen;
use super::{clock, diary, folders, times};

pub(crate) fn run(args: &FollowUpArgs, session: &Session) -> Result<Exit, Failure> {
    not_with_json(args.output.as_ref(), session)?;
    let pen = Pen::of(&args.letter)?;
    let prepared = pipeline::prepare_one(&args.case, session)?;
    let mail = prepared.facts.mail().as_ref().ok_or_else(|| Failure::new(Exit::Findings, [no_mail()]))?;
    // What the diary says comes first: nobody should vouch for pictures of a case that is closed.
    let view = case(&prepared)?.ok_or_else(|| refused(&NotYet::NothingSent))?;
    let channels = Channels::shipped();
    let next = view.follow_up(&channels, clock::now()?).map_err(|why| refused(&why))?;
    let attachments = prepared.attachments()?;
    let letter = pen.follow_up(&prepared, mail, &next.history)?;
    let stamp = Stamp::draft(&letter, &attachments);
    let message = Message::follow_up(mail, &letter, &attachments, &stamp, next.thread.as_ref())?;
    session.notify(&prepared.warnings, "");
    let output = args.output.clone().unwrap_or_else(|| beside(args, &prepared, next.history.number));
    if let Output::File(path) = &output {
        not_an_input(path, &prepared.inputs())?;
    }
    let state = output.write(message.bytes(), args.force, session)?;
    diary::vouch(&prepared.facts, &attachments, session);
    if let Output::File(path) = &output {
        let (texts, written) = (session.texts(), output.to_string());
        session.tell(&texts.format(output::key(state), &[("output", written.into())]))?;
        session.tell(&texts.format("follow-up-next", &[("output", report::word(path).into())]))?;
    }
    session.object(&json!({
        "case": args.case.display().to_string(),
        "store": prepared.facts.store().id(),
        "exit": 0,
        "output": output.to_string(),
        "subject": letter.subject(),
        "reference": letter.reference(),
        "in_reply_to": next.thread.as_ref().map(Thread::in_reply_to),
        "attachments": attachments.iter().map(attachment_json).collect::<Vec<_>>(),
        "findings": prepared.warnings.iter().map(|f| report::to_json(f, session.texts())).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}

/// The case in the diary; no diary is made for the question alone.
fn case(prepared: &Prepared) -> Result<Option<CaseView>, Failure> {
    if !Record::exists(&folders::state()?) {
        return Ok(None);
    }
    Ok(diary::open(clock::now()?)?.case(&diary::case_key(&prepared.facts).reference)?)
}

fn refused(why: &NotYet) -> Failure {
    let finding = Finding::error("", why.code());
    match why {
        NotYet::Early { until } => Failure::new(Exit::Later, [finding.with("when", times::here(*until))]),
        _ => Failure::new(Exit::Findings, [finding]),
    }
}

/// `URGENT-ACCOUNT-FROZEN-<StoreID>-2.eml` beside the case.
fn beside(args: &FollowUpArgs, prepared: &Prepared, number: u32) -> Output {
    let folder = args.case.parent().map_or_else(PathBuf::new, PathBuf::from);
    Output::File(folder.join(format!("URGENT-ACCOUNT-FROZEN-{}-{number}.eml", prepared.facts.store().id())))
}
