//! From wording and evidence to MIME: the one place that knows lettre.

use std::borrow::Cow;
use std::slice;
use std::time::{Duration, SystemTime};

use lettre::Address;
use lettre::message::header::{ContentType, Date, HeaderName, HeaderValue, Headers};
use lettre::message::{Attachment as Part, Mailbox, MultiPart, SinglePart};

use super::content::Content;
use super::{ComposeError, MOST_BYTES, Message, Stamp, Thread};
use crate::evidence::Attachment;
use crate::facts::Mail;
use crate::letter::Letter;
use crate::texts::Texts;

/// What a mail says in words, and to whom.
pub(super) struct Wording<'a> {
    from: &'a str,
    to: &'a str,
    cc: &'a [String],
    subject: Cow<'a, str>,
    text: Cow<'a, str>,
    html: Cow<'a, str>,
}

impl<'a> Wording<'a> {
    /// The letter as it is, to whom the case says.
    pub(super) fn of(mail: &'a Mail, letter: &'a Letter) -> Self {
        Self {
            from: mail.from(),
            to: mail.to().address(),
            cc: mail.cc(),
            subject: letter.subject().into(),
            text: letter.text().into(),
            html: letter.html().into(),
        }
    }

    /// The same as a trial, to the sender alone, with a mark in the subject and a word on top.
    pub(super) fn trial(self, mail: &'a Mail, texts: &Texts) -> Self {
        let word = texts.get("mail-trial");
        let paragraph = format!("<p><b>{}</b></p>\n", escape(&word));
        let html = match body_start(&self.html) {
            Some(at) => format!("{}\n{paragraph}{}", &self.html[..at], self.html[at..].trim_start()),
            None => format!("{paragraph}{}", self.html),
        };
        Self {
            to: mail.from(),
            cc: &[],
            subject: format!("{} {}", texts.get("mail-trial-subject"), self.subject).into(),
            text: format!("{word}\n\n{}", self.text).into(),
            html: html.into(),
            ..self
        }
    }
}

/// Where the content of an HTML document's body begins.
fn body_start(html: &str) -> Option<usize> {
    let tag = html.to_ascii_lowercase().find("<body")?;
    Some(tag + html[tag..].find('>')? + 1)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Composes a mail with Date and Message-ID.
pub(super) fn posted(
    wording: &Wording<'_>,
    attachments: &[Attachment],
    stamp: &Stamp,
    thread: Option<&Thread>,
) -> Result<Message, ComposeError> {
    if stamp.posted.is_none() {
        return Err(ComposeError::Unfit);
    }
    compose(wording, attachments, stamp, thread)
}

/// Composes a mail: a draft if the stamp has no date.
pub(super) fn compose(
    wording: &Wording<'_>,
    attachments: &[Attachment],
    stamp: &Stamp,
    thread: Option<&Thread>,
) -> Result<Message, ComposeError> {
    let mut message_id = None;
    let mut builder = lettre::Message::builder();
    if let Some(posted) = &stamp.posted {
        builder = builder.date(dated(posted.date).ok_or(ComposeError::Unfit)?);
        message_id = Some(own_message_id(&posted.token, wording.from).ok_or(ComposeError::Unfit)?);
    }
    builder = builder.from(mailbox(wording.from)?).to(mailbox(wording.to)?).subject(wording.subject.as_ref());
    builder = match &message_id {
        Some(id) => builder.message_id(Some(id.clone())),
        None => {
            builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("X-Unsent"), "1".to_owned()))
        }
    };
    for cc in wording.cc {
        builder = builder.cc(mailbox(cc)?);
    }
    if let Some(thread) = thread {
        builder =
            builder.in_reply_to(thread.in_reply_to().to_owned()).references(thread.references().join(" "));
    }
    let text = MultiPart::alternative()
        .boundary(format!("=_alternative-{}", stamp.boundary))
        .singlepart(SinglePart::plain(wording.text.replace('\n', "\r\n")))
        .singlepart(SinglePart::html(wording.html.replace('\n', "\r\n")));
    let mut mixed = MultiPart::mixed().boundary(format!("=_mixed-{}", stamp.boundary)).multipart(text);
    for attachment in attachments {
        mixed = mixed.singlepart(part(attachment)?);
    }
    let mut message = builder.multipart(mixed).map_err(|_| ComposeError::Unfit)?;
    if stamp.posted.is_none() {
        message.headers_mut().remove::<Date>();
    }
    let bytes = message.formatted();
    if bytes.len() > MOST_BYTES {
        return Err(ComposeError::TooLarge { bytes: bytes.len() });
    }
    let fits = bytes.is_ascii() && bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 999);
    if !fits {
        return Err(ComposeError::Unfit);
    }
    let files = attachments.iter().map(|file| (file.file_name(), file.evidence().digest()));
    let content = Content {
        from: wording.from,
        to: slice::from_ref(&wording.to),
        cc: wording.cc,
        subject: &wording.subject,
        texts: [&wording.text, &wording.html],
        attachments: &files.collect::<Vec<_>>(),
    };
    Ok(Message { bytes, message_id, subject: wording.subject.to_string(), content: content.digest() })
}

/// The time as lettre takes it: without panic, from 1970 to 9999.
pub(super) fn dated(date: SystemTime) -> Option<SystemTime> {
    const YEAR_10000: u64 = 253_402_300_800;
    let since = date.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    (since < Duration::from_secs(YEAR_10000)).then_some(date)
}

/// A date as it stands in a mail (RFC 5322 §3.3).
pub(super) fn date(date: SystemTime) -> String {
    let mut headers = Headers::new();
    headers.set(Date::new(date));
    headers.get_raw("Date").unwrap_or_default().to_owned()
}

/// The Message-ID of a mail from `from`: `<token@domain>` (RFC 5322 §3.6.4).
pub(super) fn own_message_id(token: &str, from: &str) -> Option<String> {
    let plain = token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let domain = from.rsplit('@').next().filter(|domain| !domain.is_empty())?;
    (plain && (1..=64).contains(&token.len())).then(|| message_id(&format!("{token}@{domain}")))?
}

/// A Message-ID in angle brackets: `dot-atom@dot-atom` or with an address literal (RFC 5322 §3.6.4, no obsolete forms).
pub(super) fn message_id(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = match text.strip_prefix('<') {
        Some(rest) => rest.strip_suffix('>')?,
        None => text,
    };
    let (left, right) = bare.split_once('@')?;
    let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte);
    let dotted = |text: &str| !text.is_empty() && text.split('.').all(|atoms| !atoms.is_empty());
    let literal = right.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let right = literal.unwrap_or(right);
    let letters =
        left.bytes().all(atom) && right.bytes().all(|byte| atom(byte) || (literal.is_some() && byte == b':'));
    let good = letters && dotted(left) && dotted(right) && bare.len() <= 250;
    good.then(|| format!("<{bare}>"))
}

/// Facts hold checked ASCII addresses, which lettre takes without exception.
fn mailbox(address: &str) -> Result<Mailbox, ComposeError> {
    let address: Address = address.parse().map_err(|_| ComposeError::Unfit)?;
    Ok(Mailbox::new(None, address))
}

/// The name stands in Content-Type too: some clients of Outlook's and QQ's family take it from there.
fn part(attachment: &Attachment) -> Result<SinglePart, ComposeError> {
    let evidence = attachment.evidence();
    let media = format!("{}; name=\"{}\"", evidence.media().media_type(), attachment.file_name());
    let media = ContentType::parse(&media).map_err(|_| ComposeError::Unfit)?;
    Ok(Part::new(attachment.file_name().to_owned()).body(evidence.bytes().to_vec(), media))
}
