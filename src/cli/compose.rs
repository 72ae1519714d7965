//! The verb `compose`: the hand-off folder of a case, or its draft alone.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use unfreeze::delivery::{Folder, Written, create_folder};
use unfreeze::evidence::Attachment;
use unfreeze::finding::Finding;
use unfreeze::letter::Letter;
use unfreeze::message::{Message, Stamp};

use super::args::ComposeArgs;
use super::diary;
use super::exit::Exit;
use super::output::{self, Output, not_an_input, not_with_json, overwrite};
use super::pipeline::{self, Prepared};
use super::report::{self, Failure};
use super::session::Session;
use super::writing::{self, Pen};

pub(crate) fn run(args: &ComposeArgs, session: &Session) -> Result<Exit, Failure> {
    if args.output.is_some() && args.cases.len() > 1 {
        return Err(Failure::new(Exit::Usage, [Finding::error("--output", "usage-one-output")]));
    }
    not_with_json(args.output.as_ref(), session)?;
    let pen = Pen::of(&args.letter)?;
    if let Some(folder) = &args.out_dir {
        create_folder(folder)?;
    }
    let mut done = Vec::new();
    let exit = session.each(&args.cases, |case| {
        let composed = compose(case, args, &pen, session);
        done.push(match &composed {
            Ok(composed) => composed.clone(),
            Err(failure) => report::case_json(case, failure, session.texts()),
        });
        composed.map(|_| Exit::Done)
    })?;
    session.object(&json!({ "cases": done }))?;
    Ok(exit)
}

/// A case composed: what goes into a draft or a hand-off folder.
pub(super) struct Composed {
    attachments: Vec<Attachment>,
    pub(super) written: writing::Written,
    /// None without enterprise verification.
    message: Option<Message>,
}

impl Composed {
    /// Composes the mail, the ticket and the attachments. Nothing is written.
    ///
    /// # Errors
    /// When a picture is not vouched for, or the mail would be too large.
    pub(super) fn of(prepared: &Prepared, pen: &Pen, session: &Session) -> Result<Self, Failure> {
        let attachments = prepared.attachments()?;
        let written = pen.write(prepared, session)?;
        let message = match (prepared.facts.mail(), &written.letter) {
            (Some(mail), Some(letter)) => {
                let stamp = Stamp::draft(letter, &attachments);
                Some(Message::draft(mail, letter, &attachments, &stamp)?)
            }
            _ => None,
        };
        Ok(Self { attachments, written, message })
    }

    /// Writes the draft alone.
    ///
    /// # Errors
    /// Without enterprise verification, and when it cannot be written there.
    pub(super) fn draft(
        &self,
        output: &Output,
        force: bool,
        prepared: &Prepared,
        session: &Session,
    ) -> Result<Written, Failure> {
        let message = self.message.as_ref().ok_or_else(|| Failure::new(Exit::Findings, [no_mail()]))?;
        if let Output::File(path) = output {
            not_an_input(path, &prepared.inputs())?;
        }
        let state = output.write(message.bytes(), force, session)?;
        diary::vouch(&prepared.facts, &self.attachments, session);
        Ok(state)
    }

    /// Writes the hand-off folder.
    ///
    /// # Errors
    /// When it cannot be written there.
    pub(super) fn folder(
        &self,
        folder: &Path,
        force: bool,
        prepared: &Prepared,
        session: &Session,
    ) -> Result<Written, Failure> {
        let page = writing::page(&prepared.path, prepared, &self.written, session)?;
        let mut contents = Folder::new();
        if let (Some(message), Some(letter)) = (&self.message, &self.written.letter) {
            contents.add(&draft_name(prepared), message.bytes().to_vec())?;
            contents.add("letter.txt", paste(prepared, letter, session).into_bytes())?;
        }
        contents.add("ticket.txt", self.written.ticket.guide().into())?;
        contents.add("review.html", page.into_bytes())?;
        for attachment in &self.attachments {
            let bytes = attachment.evidence().bytes().to_vec();
            contents.add(&format!("attachments/{}", attachment.file_name()), bytes)?;
        }
        let state = contents.write(folder, overwrite(force))?;
        if self.message.is_none() {
            session.notify(&[Finding { level: unfreeze::finding::Level::Warning, ..no_mail() }], "");
        }
        diary::vouch(&prepared.facts, &self.attachments, session);
        Ok(state)
    }
}

/// The name of a store's draft.
pub(super) fn draft_name(prepared: &Prepared) -> String {
    format!("URGENT-ACCOUNT-FROZEN-{}.eml", prepared.facts.store().id())
}

fn compose(case: &Path, args: &ComposeArgs, pen: &Pen, session: &Session) -> Result<Value, Failure> {
    let prepared = pipeline::prepare(case)?;
    let composed = Composed::of(&prepared, pen, session)?;
    session.notify(&prepared.warnings, &case.display().to_string());
    let (output, state) = match &args.output {
        Some(output) => (output.to_string(), composed.draft(output, args.force, &prepared, session)?),
        None => {
            let folder = folder_of(case, args.out_dir.as_deref(), &prepared);
            (folder.display().to_string(), composed.folder(&folder, args.force, &prepared, session)?)
        }
    };
    let Composed { attachments, written, .. } = &composed;
    if args.output != Some(Output::Stdout) {
        session.tell(&session.texts().format(output::key(state), &[("output", output.as_str().into())]))?;
        if args.output.is_none() {
            let next = if written.letter.is_some() { "compose-next" } else { "compose-next-ticket" };
            session.tell(&session.texts().get(next))?;
        }
    }
    Ok(json!({
        "case": case.display().to_string(),
        "store": prepared.facts.store().id(),
        "exit": 0,
        "output": output,
        "subject": written.letter.as_ref().map(Letter::subject),
        "reference": written.letter.as_ref().map(Letter::reference),
        "attachments": attachments.iter().map(attachment_json).collect::<Vec<_>>(),
        "findings": prepared.warnings.iter().map(|f| report::to_json(f, session.texts())).collect::<Vec<_>>(),
    }))
}

/// The store's folder, beside the case or where `--out-dir` says.
pub(super) fn folder_of(case: &Path, out_dir: Option<&Path>, prepared: &Prepared) -> PathBuf {
    let above = out_dir.or(case.parent()).unwrap_or(Path::new(""));
    above.join(prepared.facts.store().id())
}

/// What a person pastes where a client opens drafts for reading only.
pub(super) fn paste(prepared: &Prepared, letter: &Letter, session: &Session) -> String {
    let texts = session.texts();
    let to = prepared.facts.mail().as_ref().map_or("", |mail| mail.to().address());
    let cc = prepared.facts.mail().as_ref().map_or(String::new(), |mail| mail.cc().join(", "));
    let mut lines = vec![texts.format("paste-to", &[("value", to.into())])];
    if !cc.is_empty() {
        lines.push(texts.format("paste-cc", &[("value", cc.into())]));
    }
    lines.push(texts.format("paste-subject", &[("value", letter.subject().into())]));
    lines.push(texts.get("paste-attachments"));
    format!("{}\n\n{}", lines.join("\n"), letter.text())
}

pub(super) fn attachment_json(attachment: &Attachment) -> Value {
    let evidence = attachment.evidence();
    json!({
        "name": attachment.file_name(),
        "bytes": evidence.bytes().len(),
        "sha256": evidence.digest().to_string(),
    })
}

pub(super) fn no_mail() -> Finding {
    Finding::error("store.verified", "mail-not-verified")
}
