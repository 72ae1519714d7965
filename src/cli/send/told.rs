//! What a person and a script are told of a mail: before it goes, and of what became of it.

use serde_json::{Value, json};
use unfreeze::finding::Finding;
use unfreeze::letter::channels::Channels;
use unfreeze::record::{Kind, State};

use super::Parcel;
use super::kept::Stop;
use super::transmit::Sent;
use crate::cli::exit::Exit;
use crate::cli::report::{self, Failure};
use crate::cli::session::Session;

/// Who writes to whom about what, with what, through which server.
pub(super) fn summary(parcel: &Parcel, session: &Session) -> Result<(), Failure> {
    let texts = session.texts();
    let mail = &parcel.mail;
    let comma = texts.get("list-comma");
    let row = |key, value: String| session.tell(&texts.format(key, &[("value", value.into())]));
    row("send-row-from", mail.from.clone())?;
    row("send-row-to", mail.to.join(&comma))?;
    if !mail.copies.is_empty() {
        row("send-row-copies", mail.copies.join(&comma))?;
    }
    row("send-row-subject", mail.subject.clone())?;
    for attached in &mail.attachments {
        let size = texts.format("send-size", &[("kilobytes", attached.size.div_ceil(1000).into())]);
        row("send-row-attachment", format!("{}{size}", attached.name))?;
    }
    row("send-row-server", parcel.account.server().to_string())
}

/// What became of a mail, and whether it could be said on stdout. The one does not hang on the other.
pub(super) struct Told {
    pub(super) exit: Exit,
    pub(super) answer: Value,
    pub(super) said: Result<(), Failure>,
}

/// The outcome of an attempt, told and as an object; `several` is whether the run has other mails.
pub(super) fn outcome(parcel: &Parcel, sent: &Sent, several: bool, session: &Session) -> Told {
    let texts = session.texts();
    let Parcel { what, mail, account } = parcel;
    let of = if several { what.as_str() } else { "" };
    let mut said = Ok(());
    let (exit, phase, reply, findings) = match &sent.result {
        Ok(accepted) => {
            let reply = accepted.reply();
            let key = if mail.kind == Kind::Trial { "send-accepted-trial" } else { "send-accepted" };
            let values = [
                ("mail", what.as_str().into()),
                ("host", account.server().host().into()),
                ("reply", reply.to_string().into()),
            ];
            said = session.tell(&texts.format(key, &values));
            let refused = accepted.refused_copies().iter().map(|(address, reply)| {
                Finding::warning(address.as_str(), "send-copy-refused").with("reply", reply.to_string())
            });
            let refused: Vec<Finding> = refused.collect();
            session.notify(&refused, of);
            if mail.kind != Kind::Trial {
                said = said.and_then(|()| what_now(session));
            }
            (Exit::Done, None, Some(reply), refused)
        }
        Err(undelivered) => {
            session.notify(std::slice::from_ref(&undelivered.finding), of);
            let key = match sent.state {
                State::Unknown => "send-left-unknown",
                State::Refused => "send-left-refused",
                _ => "send-left-deferred",
            };
            if mail.kind != Kind::Trial {
                session.whisper(&texts.format(key, &[("mail", mail.reference.as_str().into())]));
            }
            let error = &undelivered.error;
            (undelivered.exit, Some(error.phase()), error.reply(), vec![undelivered.finding.clone()])
        }
    };
    let answer = json!({
        "mail": what,
        "reference": mail.reference,
        "kind": mail.kind.name(),
        "message_id": mail.message_id,
        "state": sent.state.name(),
        "phase": phase.map(|phase| phase.name()),
        "code": reply.map(|reply| reply.code()),
        "reply": reply.map(|reply| reply.text()),
        "exit": exit as u8,
        "findings": findings.iter().map(|finding| report::to_json(finding, texts)).collect::<Vec<_>>(),
    });
    Told { exit, answer, said }
}

/// What an acceptance means, what comes now, and on whose authority.
fn what_now(session: &Session) -> Result<(), Failure> {
    let texts = session.texts();
    let channel = Channels::shipped().urgent_mail;
    let promise = channel.promised_words(texts);
    session.tell(&texts.format("send-accepted-means", &[("promise", promise.into())]))?;
    session.tell(&channel.published(texts))?;
    session.tell(&texts.get("send-accepted-next"))
}

/// A mail that did not go to a server, told and as an object.
pub(super) fn stopped(what: &str, stop: &Stop, several: bool, session: &Session) -> Told {
    let texts = session.texts();
    let mut said = Ok(());
    let (exit, state, findings) = match stop {
        Stop::Done(finding) => {
            let colon = texts.get("report-colon");
            said = session.tell(&format!("{what}{colon}{}", finding.what(texts)));
            let mend = format!("{}{colon}{}", texts.get("report-hint"), finding.mend(texts));
            said = said.and_then(|()| session.tell(&mend));
            (Exit::Done, Some(State::Accepted), std::slice::from_ref(finding))
        }
        Stop::Failed(failure) => {
            session.notify(failure.findings(), if several { what } else { "" });
            (failure.exit(), None, failure.findings())
        }
    };
    let answer = json!({
        "mail": what,
        "state": state.map(State::name),
        "exit": exit as u8,
        "findings": findings.iter().map(|finding| report::to_json(finding, texts)).collect::<Vec<_>>(),
    });
    Told { exit, answer, said }
}
