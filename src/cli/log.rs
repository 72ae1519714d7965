//! The verb `log`: what happened outside of the program.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;
use unfreeze::facts::{self, happened};
use unfreeze::finding::Finding;
use unfreeze::record::{Event, EventKind};

use super::args::LogArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;
use super::{clock, diary, times};

/// The most characters of a ticket's number, as in a case file.
const NUMBER: usize = 60;
/// The most characters of a note.
const NOTE: usize = 500;

pub(crate) fn run(args: &LogArgs, session: &Session) -> Result<Exit, Failure> {
    let now = clock::now()?;
    let event = event(args, now)?;
    let mut record = diary::open(now)?;
    let case = diary::meant(&args.case, &record, now)?;
    record.know(&case, now)?;
    record.log(&case.reference, &event, now)?;
    let texts = session.texts();
    let values = [
        ("reference", case.reference.clone().into()),
        ("what", texts.get(&format!("event-{}", event.kind)).into()),
        ("time", times::here(event.at.timestamp()).into()),
    ];
    session.tell(&texts.format("log-noted", &values))?;
    session.object(&json!({
        "reference": case.reference,
        "event": event.kind.name(),
        "at": event.at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        "number": event.number,
        "note": event.note,
    }))?;
    Ok(Exit::Done)
}

/// What was typed, checked; everything that is wrong with it at once.
fn event(args: &LogArgs, now: Timestamp) -> Result<Event, Failure> {
    let mut usage = Vec::new();
    let mut findings = Vec::new();
    let about = |field: &str, code| Finding::error(field, code).with("verb", "unfreeze log");
    match (&args.number, args.event) {
        (None, EventKind::Ticket) => usage.push(about("<NO>", "usage-missing")),
        (Some(number), kind) if kind != EventKind::Ticket => usage.push(about(number, "usage-unexpected")),
        _ => {}
    }
    let mut take = |field: &str, checked: Result<String, Finding>| {
        checked.unwrap_or_else(|finding| {
            findings.push(finding.at(field));
            String::new()
        })
    };
    let number = args.number.as_deref().map_or_else(|| Ok(String::new()), |text| facts::line(text, NUMBER));
    let number = take("<NO>", number);
    let note = args.note.as_deref().map_or_else(|| Ok(String::new()), |text| facts::paragraph(text, NOTE));
    let note = take("--note", note);
    let at = match &args.at {
        None => now.to_zoned(TimeZone::system()),
        Some(text) => happened(text, now).unwrap_or_else(|finding| {
            findings.push(finding.at("--at"));
            now.to_zoned(TimeZone::UTC)
        }),
    };
    let exit = if usage.is_empty() { Exit::Findings } else { Exit::Usage };
    usage.extend(findings);
    if usage.is_empty() {
        Ok(Event { kind: args.event, at, number, note })
    } else {
        Err(Failure::new(exit, usage))
    }
}
