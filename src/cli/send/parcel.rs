//! From a case or an `.eml` to a mail that may be sent: composed or read again, and checked once more as a whole.

use std::path::Path;
use std::time::SystemTime;

use jiff::Timestamp;
use unfreeze::delivery::smtp::{Envelope, EnvelopeError};
use unfreeze::evidence::{Attachment, Digest};
use unfreeze::finding::{Finding, Level};
use unfreeze::message::{Message, Reread, Stamp, check_recipients};
use unfreeze::record::{Attached, CaseKey, Kind, Mail, NewMail, Record};
use uuid::Uuid;

use crate::cli::args::SendArgs;
use crate::cli::exit::Exit;
use crate::cli::pipeline;
use crate::cli::report::Failure;
use crate::cli::session::Session;
use crate::cli::writing::Pen;
use crate::cli::{diary, input};

/// The mail of a case or a file, not yet kept.
pub(super) fn compose(
    what: &Path,
    args: &SendArgs,
    pen: &Pen,
    record: Option<&Record>,
    now: Timestamp,
    session: &Session,
) -> Result<NewMail, Failure> {
    let mail = if diary::is_draft(what) {
        of_file(what, args, record, now, session)?
    } else {
        of_case(what, args, pen, now, session)?
    };
    envelope_of(&mail)?;
    Ok(mail)
}

fn of_case(
    case: &Path,
    args: &SendArgs,
    pen: &Pen,
    now: Timestamp,
    session: &Session,
) -> Result<NewMail, Failure> {
    let prepared = pipeline::prepare(case)?;
    let attachments = prepared.attachments()?;
    let written = pen.write(&prepared, session)?;
    let (Some(mail), Some(letter)) = (prepared.facts.mail(), &written.letter) else {
        return Err(Failure::new(Exit::Findings, [Finding::error("store.verified", "mail-not-verified")]));
    };
    session.notify(&prepared.warnings, &case.display().to_string());
    let stamp = Stamp::sent(letter, &attachments, now.into(), &token());
    let message = if args.to_self {
        Message::trial(mail, letter, &attachments, &stamp, session.texts())?
    } else {
        Message::sent(mail, letter, &attachments, &stamp, None)?
    };
    let (kind, to, copies) = if args.to_self {
        (Kind::Trial, mail.from().to_owned(), Vec::new())
    } else {
        let own = mail.copy_to_self().then(|| mail.from().to_owned());
        (Kind::Urgent, mail.to().address().to_owned(), mail.cc().iter().cloned().chain(own).collect())
    };
    Ok(NewMail {
        case: diary::case_key(&prepared.facts),
        reference: letter.reference().to_owned(),
        kind,
        from: mail.from().to_owned(),
        to: vec![to],
        copies,
        message_id: message.message_id().unwrap_or_default().to_owned(),
        subject: message.subject().to_owned(),
        content: message.content().to_owned(),
        attachments: attachments.iter().map(attached).collect(),
        bytes: message.bytes().to_vec(),
    })
}

fn attached(attachment: &Attachment) -> Attached {
    let evidence = attachment.evidence();
    Attached {
        name: attachment.file_name().to_owned(),
        sha256: evidence.digest(),
        size: evidence.bytes().len() as u64,
    }
}

/// An `.eml` may have been edited by hand, so nothing of it is taken on trust.
fn of_file(
    file: &Path,
    args: &SendArgs,
    record: Option<&Record>,
    now: Timestamp,
    session: &Session,
) -> Result<NewMail, Failure> {
    if args.to_self {
        return Err(Failure::new(Exit::Usage, [Finding::error("--to-self", "send-trial-of-file")]));
    }
    let reread = Reread::read(&input::read(file)?)?;
    let strangers = strangers(&reread, &args.attach, record)?;
    if !strangers.is_empty() {
        return Err(Failure::new(Exit::Unvouched, strangers));
    }
    let ready = reread.ready(SystemTime::from(now), &token())?;
    session.notify(reread.warnings(), &file.display().to_string());
    let (case, reference) = diary::references(&reread, record)?;
    let attachments = reread.attachments().iter();
    Ok(NewMail {
        kind: if case == reference { Kind::Urgent } else { Kind::FollowUp },
        case: CaseKey { reference: case, store: reread.store().to_owned(), frozen: None },
        reference,
        from: reread.from().to_owned(),
        to: reread.to().to_vec(),
        copies: reread.cc().iter().chain(reread.bcc()).cloned().collect(),
        message_id: ready.message_id().to_owned(),
        subject: reread.subject().to_owned(),
        content: ready.content().to_owned(),
        attachments: attachments
            .map(|part| Attached { name: part.name.clone(), sha256: part.sha256, size: part.size as u64 })
            .collect(),
        bytes: ready.bytes().to_vec(),
    })
}

/// A finding for each attachment that neither this program made nor the person vouched for.
fn strangers(reread: &Reread, attach: &[Digest], record: Option<&Record>) -> Result<Vec<Finding>, Failure> {
    let mut strangers = Vec::new();
    for part in reread.attachments() {
        let made =
            record.map(|record| record.vouched(reread.store(), part.sha256)).transpose()?.unwrap_or(false);
        if !made && !attach.contains(&part.sha256) {
            let finding = Finding::error(part.name.clone(), "send-stranger");
            strangers.push(finding.with("digest", part.sha256.to_string()));
        }
    }
    Ok(strangers)
}

/// The envelope of a mail that is composed.
pub(super) fn envelope_of(mail: &NewMail) -> Result<Envelope, Failure> {
    envelope(mail.kind, &mail.from, &mail.to, &mail.copies)
}

/// The envelope of a mail that is kept, looked at as if nobody had done so before.
pub(super) fn envelope_kept(mail: &Mail) -> Result<Envelope, Failure> {
    envelope(mail.kind, &mail.from, &mail.to, &mail.copies)
}

/// The last look at who gets it, whatever composed it.
fn envelope(kind: Kind, from: &str, to: &[String], copies: &[String]) -> Result<Envelope, Failure> {
    let mut findings = if kind == Kind::Trial {
        let own = to == [from] && copies.is_empty();
        if own { Vec::new() } else { vec![Finding::error("to", "send-trial-to-others")] }
    } else {
        check_recipients(from, to, copies)
    };
    findings.retain(|finding| finding.level == Level::Error);
    if !findings.is_empty() {
        return Err(Failure::new(Exit::Findings, findings));
    }
    Envelope::new(from, to, copies).map_err(unaddressed)
}

fn unaddressed(error: EnvelopeError) -> Failure {
    Failure::new(Exit::Findings, [Finding::error("to", error.code())])
}

/// The part of a Message-ID before the `@`: random, so that it tells nothing.
fn token() -> String {
    Uuid::new_v4().to_string()
}
