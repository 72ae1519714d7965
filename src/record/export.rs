//! A case as one JSON object.

use jiff::Zoned;
use serde_json::{Value, json};

use super::Record;
use super::error::RecordError;
use super::vocabulary::{AttemptView, CaseView, Mail, Noted};

impl Record {
    /// All that the diary knows of a case, but the mails' bytes: times, envelopes, replies, events, and the SHA-256 of
    /// each mail and each attachment.
    ///
    /// # Errors
    /// [`RecordError::NoCase`], [`RecordError::Storage`].
    pub fn export(&self, reference: &str) -> Result<Value, RecordError> {
        self.case(reference)?.map(|case| to_json(&case)).ok_or(RecordError::NoCase)
    }
}

fn to_json(case: &CaseView) -> Value {
    json!({
        "reference": case.case.reference,
        "store": case.case.store,
        "frozen": case.case.frozen.as_ref().map(moment),
        "opened": case.opened.to_string(),
        "closed": case.closed.map(|time| time.to_string()),
        "mails": case.mails.iter().map(mail).collect::<Vec<_>>(),
        "events": case.events.iter().map(event).collect::<Vec<_>>(),
    })
}

fn mail(mail: &Mail) -> Value {
    let attachment = |attached: &super::Attached| json!({ "name": attached.name, "sha256": attached.sha256.to_string(), "size": attached.size });
    json!({
        "reference": mail.reference,
        "kind": mail.kind.name(),
        "state": mail.state.name(),
        "composed": mail.composed_at.to_string(),
        "message_id": mail.message_id,
        "subject": mail.subject,
        "from": mail.from,
        "to": mail.to,
        "copies": mail.copies,
        "sha256": mail.sha256.to_string(),
        "content": mail.content,
        "attachments": mail.attachments.iter().map(attachment).collect::<Vec<_>>(),
        "attempts": mail.attempts.iter().map(attempt).collect::<Vec<_>>(),
    })
}

fn attempt(attempt: &AttemptView) -> Value {
    let reply = |code: &u16, text: &String| json!({ "code": code, "text": text });
    let refused = |(address, code, text): &(String, u16, String)| json!({ "address": address, "reply": reply(code, text) });
    json!({
        "account": attempt.account,
        "server": attempt.server,
        "started": attempt.started.to_string(),
        "ended": attempt.ended.map(|time| time.to_string()),
        "phase": attempt.phase.map(|phase| phase.name()),
        "outcome": attempt.outcome.map(|outcome| outcome.name()),
        "why": attempt.why,
        "reply": attempt.reply.as_ref().map(|(code, text)| reply(code, text)),
        "refused_copies": attempt.refused_copies.iter().map(refused).collect::<Vec<_>>(),
    })
}

fn event(noted: &Noted) -> Value {
    let event = &noted.event;
    json!({
        "kind": event.kind.name(),
        "at": moment(&event.at),
        "noted": noted.noted.to_string(),
        "number": event.number,
        "note": event.note,
    })
}

/// RFC 3339 with the offset that the time was given in.
fn moment(time: &Zoned) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
