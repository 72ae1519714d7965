//! The mail as MIME bytes (RFC 5322, RFC 2045).
//!
//! `multipart/mixed` of `multipart/alternative` (plain text, HTML) and the attachments; ASCII on the wire; no line
//! longer than 998 characters. Only [`Evidence`](crate::evidence::Evidence) can be attached:
//!
//! ```
//! use unfreeze::evidence::{Attachment, Evidence};
//! fn attach(evidence: Vec<Evidence>) -> Vec<Attachment> {
//!     Attachment::number(evidence)
//! }
//! ```
//! ```compile_fail,E0308
//! use unfreeze::evidence::{Attachment, Scan};
//! fn attach(scans: Vec<Scan>) -> Vec<Attachment> {
//!     Attachment::number(scans)
//! }
//! ```
//!
//! And only a store with enterprise verification has the [`Mail`] that it takes to compose one:
//!
//! ```
//! use unfreeze::facts::{Facts, Mail};
//! fn permission(facts: &Facts) -> Option<&Mail> {
//!     facts.mail().as_ref()
//! }
//! ```
//! ```compile_fail,E0451
//! use unfreeze::facts::Mail;
//! fn forge(mail: Mail) -> Mail {
//!     Mail { cc: Vec::new(), ..mail }
//! }
//! ```

use lettre::Address;
use lettre::message::header::{ContentType, Date, HeaderName, HeaderValue};
use lettre::message::{Attachment as Part, Mailbox, MultiPart, SinglePart};

use crate::evidence::{Attachment, Digest, MAIL_BYTES};
use crate::facts::Mail;
use crate::letter::Letter;

/// The most that a mail may weigh, in bytes as it travels; pictures are fitted to it as they become evidence.
pub const MOST_BYTES: usize = MAIL_BYTES;

/// What a mail holds besides its content, given from outside so that the same case gives the same bytes.
#[derive(Clone, Debug)]
pub struct Stamp {
    boundary: String,
}

impl Stamp {
    /// The stamp of a draft: a boundary that follows from the content, no date and no Message-ID, which the mail client
    /// sets when it sends.
    #[must_use]
    pub fn draft(letter: &Letter, attachments: &[Attachment]) -> Self {
        let mut content = format!("{}\n{}\n{}", letter.subject(), letter.text(), letter.html());
        for attachment in attachments {
            content.push_str(&format!("\n{} {}", attachment.file_name(), attachment.evidence().digest()));
        }
        let digest = Digest::of(content.as_bytes()).to_string();
        Self { boundary: digest[..32].to_owned() }
    }
}

/// A mail, ready to be written.
pub struct Message {
    bytes: Vec<u8>,
}

impl Message {
    /// Composes a draft: `X-Unsent: 1`, no Date, no Message-ID, no Bcc.
    ///
    /// Thunderbird and Outlook open it for writing because of `X-Unsent`, and choose the account by `From`.
    ///
    /// # Errors
    /// [`ComposeError::TooLarge`] above [`MOST_BYTES`]; [`ComposeError::Unfit`] if the mail would not be ASCII with
    /// lines of at most 998 characters (RFC 5322 §2.1.1), which is a bug.
    pub fn draft(
        mail: &Mail,
        letter: &Letter,
        attachments: &[Attachment],
        stamp: &Stamp,
    ) -> Result<Self, ComposeError> {
        let mut builder = lettre::Message::builder()
            .from(mailbox(mail.from())?)
            .to(mailbox(mail.to().address())?)
            .subject(letter.subject())
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("X-Unsent"), "1".to_owned()));
        for cc in mail.cc() {
            builder = builder.cc(mailbox(cc)?);
        }
        let text = MultiPart::alternative()
            .boundary(format!("=_alternative-{}", stamp.boundary))
            .singlepart(SinglePart::plain(letter.text().replace('\n', "\r\n")))
            .singlepart(SinglePart::html(letter.html().replace('\n', "\r\n")));
        let mut mixed = MultiPart::mixed().boundary(format!("=_mixed-{}", stamp.boundary)).multipart(text);
        for attachment in attachments {
            mixed = mixed.singlepart(part(attachment)?);
        }
        let mut message = builder.multipart(mixed).map_err(|_| ComposeError::Unfit)?;
        message.headers_mut().remove::<Date>();
        let bytes = message.formatted();
        if bytes.len() > MOST_BYTES {
            return Err(ComposeError::TooLarge { bytes: bytes.len() });
        }
        let fits = bytes.is_ascii() && bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 999);
        if fits { Ok(Self { bytes }) } else { Err(ComposeError::Unfit) }
    }

    /// The mail's bytes, with CRLF line ends.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Why a mail cannot be composed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// It weighs more than [`MOST_BYTES`].
    #[error("mail-too-large")]
    TooLarge {
        /// What it weighs.
        bytes: usize,
    },
    /// It breaks a rule of RFC 5322 that checked facts cannot break.
    #[error("mail-unfit")]
    Unfit,
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
