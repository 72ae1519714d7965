//! The verb `status`: where each case stands, until when something was promised, and what to do next.

mod rows;
mod table;

use jiff::Timestamp;
use serde_json::{Value, json};
use unfreeze::letter::channels::Channels;
use unfreeze::record::{CaseView, Kind, Mail, State, Wait};
use unfreeze::texts::Texts;

use super::args::StatusArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;
use super::{clock, diary};

pub(crate) fn run(args: &StatusArgs, session: &Session) -> Result<Exit, Failure> {
    let now = clock::now()?;
    let cases = diary::open(now)?.cases(args.open)?;
    let (channels, texts) = (Channels::shipped(), session.texts());
    if session.json() {
        let cases: Vec<Value> = cases.iter().map(|case| to_json(case, &channels, now, texts)).collect();
        session.object(&json!({ "cases": cases }))?;
    } else if cases.is_empty() {
        session.tell(&texts.get(if args.open { "status-none-open" } else { "status-none" }))?;
    } else {
        let width = table::width();
        let mut text = String::new();
        for case in &cases {
            text += &table::draw(&rows::of(case, &channels, now, texts), width);
            text += "\n";
        }
        for published in published(&cases, &channels, texts) {
            text +=
                &table::line(&texts.format("status-published", &[("published", published.into())]), width);
        }
        session.coloured(&text)?;
    }
    Ok(Exit::Done)
}

/// The mails that are shown: no trials, none that another wording has replaced.
fn shown(case: &CaseView) -> impl Iterator<Item = &Mail> {
    case.mails.iter().filter(|mail| mail.kind != Kind::Trial && mail.state != State::Replaced)
}

/// What stands beside everything that is told of the channels, once for each date.
fn published(cases: &[CaseView], channels: &Channels, texts: &Texts) -> Vec<String> {
    let open = cases.iter().filter(|case| case.closed.is_none());
    let waits = open.flat_map(|case| case.waits(channels));
    let mut told: Vec<String> = waits.map(|wait| wait.route.channel(channels).published(texts)).collect();
    told.sort();
    told.dedup();
    told
}

fn to_json(case: &CaseView, channels: &Channels, now: Timestamp, texts: &Texts) -> Value {
    let next = case.next(channels, now);
    let moment = |time: Timestamp| time.to_string();
    json!({
        "reference": case.case.reference,
        "store": case.case.store,
        "frozen": case.case.frozen.as_ref().map(|at| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        "opened": moment(case.opened),
        "closed": case.closed.map(moment),
        "mails": shown(case).map(mail_json).collect::<Vec<_>>(),
        "channels": case.waits(channels).iter().map(|wait| wait_json(wait, channels, now, texts)).collect::<Vec<_>>(),
        "next": next.name(),
        "next_text": texts.get(&format!("next-{}", next.name())),
    })
}

fn mail_json(mail: &Mail) -> Value {
    let reply = mail.attempts.iter().rev().find_map(|attempt| attempt.reply.as_ref());
    json!({
        "reference": mail.reference,
        "kind": mail.kind.name(),
        "channel": mail.route().name(),
        "state": mail.state.name(),
        "phase": mail.phase().map(|phase| phase.name()),
        "message_id": mail.message_id,
        "attempts": mail.attempts.len(),
        "reply": reply.map(|(code, text)| json!({ "code": code, "text": text })),
    })
}

fn wait_json(wait: &Wait, channels: &Channels, now: Timestamp, texts: &Texts) -> Value {
    let moment = |time: Timestamp| time.to_string();
    json!({
        "channel": wait.route.name(),
        "since": moment(wait.since),
        "promised_seconds": wait.promised.map(|promised| promised.as_secs()),
        "deadline": wait.deadline().map(moment),
        "left_seconds": wait.left(now).map(|left| left.as_secs()),
        "overdue": wait.is_overdue(now),
        "answered": wait.answered.map(moment),
        "bounced": wait.bounced.map(moment),
        "published": wait.route.channel(channels).published(texts),
    })
}
