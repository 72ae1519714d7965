//! The only door from a scan to something that can be attached.
//!
//! A [`Scan`] goes in as bytes and is used up: by [`Scan::redact`], which gives a [`Redacted`] picture that a person
//! must look at, and that becomes [`Evidence`] by their word for exactly this picture; or by [`Scan::clean`], which
//! re-encodes a screenshot without its metadata. Where [`Scan::find`] has found the card, the picture may also become
//! evidence without a person, by [`Redacted::prove`].
//!
//! Redaction is a promise about information, not about looks: the output is a function of the integer geometry and of
//! the decoded pixels outside the masks. For PNG, BMP, GIF, TIFF and JPEG it holds from file to file, since what a
//! JPEG block spreads is hidden with the field. WebP and HEIC predict every pixel from its neighbours and leave a trace that no padding
//! cures, which is a [`Reason`] for a person to know.
//!
//! # Gates
//!
//! Evidence comes out of this module only; nobody builds it by hand:
//!
//! ```
//! fn attach(_: unfreeze::evidence::Evidence) {}
//! ```
//! ```compile_fail,E0451
//! let forged = unfreeze::evidence::Evidence { bytes: Vec::new(), ..panic!() };
//! ```
//!
//! What a preset hides is not for a user of the library to say:
//!
//! ```
//! use unfreeze::evidence::Layout;
//! fn layout(_: &str) -> Option<&'static Layout> {
//!     Layout::named("cn-resident-id")
//! }
//! ```
//! ```compile_fail,E0277
//! use unfreeze::evidence::Layout;
//! fn layout(text: &str) -> Option<Layout> {
//!     toml::from_str(text).ok()
//! }
//! ```
//!
//! A redacted picture is not evidence until it is proved or a person's word is shown:
//!
//! ```
//! use unfreeze::evidence::{Acceptance, Evidence, Redacted};
//! fn attach(redacted: Redacted, words: &[Acceptance]) -> Option<Evidence> {
//!     redacted.accept(words).ok()
//! }
//! ```
//! ```compile_fail,E0308
//! use unfreeze::evidence::{Acceptance, Evidence, Redacted};
//! fn attach(redacted: Redacted, words: &[Acceptance]) -> Option<Evidence> {
//!     Some(redacted)
//! }
//! ```
//!
//! A scan is used up, and cannot be copied first:
//!
//! ```
//! use unfreeze::evidence::{Order, Scan};
//! fn once(scan: Scan, order: &Order) {
//!     let _ = scan.redact(order);
//! }
//! ```
//! ```compile_fail,E0382
//! use unfreeze::evidence::{Order, Scan};
//! fn twice(scan: Scan, order: &Order) {
//!     let _ = scan.redact(order);
//!     let _ = scan.redact(order);
//! }
//! ```
//! ```compile_fail,E0599
//! use unfreeze::evidence::{Order, Scan};
//! fn copied(scan: Scan, order: &Order) {
//!     let _ = scan.clone().redact(order);
//! }
//! ```

mod budget;
mod candidates;
mod find;
mod font;
mod frames;
mod hiding;
mod identity;
mod jpeg;
mod layout;
mod names;
mod notice;
mod paint;
mod proof;
mod prove;
mod quiet;
mod reader;
mod reasons;
mod redact;
mod sample;
mod scan;
mod typed;
mod typeset;
mod vocabulary;
mod warp;
mod watermark;
mod window;

use std::fmt;

pub use budget::{MAIL_BYTES, notice_bytes};
pub use candidates::{Part, TooFew, Visible};
pub use find::{Card, Screen, Shown, Topic};
pub use hiding::Hiding;
pub use identity::is_identity_number;
pub use layout::Layout;
pub use names::{Attachment, file_names};
pub use proof::{Media, ProofError, inspect};
pub use reader::{Member, ModelError, ModelFiles, Models, WHEEL, Wheel};
pub use reasons::{Reason, RedactError};
pub use redact::{Order, Redacted};
pub use scan::{Scan, ScanError};
pub use vocabulary::{Acceptance, Digest, Mask, Preset, Quad, Side, Style, Told};
pub use watermark::{Watermark, WatermarkError, WatermarkText, Wording};
pub use window::Window;

/// What a piece of evidence shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The page that tells of the freeze.
    Notice,
    /// A side of the legal representative's identity card, redacted.
    IdCard(Side),
}

/// A picture that may be attached: a cleaned notice, or a redacted card that a person has vouched for.
#[derive(Clone, PartialEq, Eq)]
pub struct Evidence {
    kind: Kind,
    bytes: Vec<u8>,
    media: Media,
    size: [u32; 2],
    masks: Vec<Mask>,
    kept: Vec<String>,
    told: Option<Told>,
}

impl Evidence {
    /// What it shows.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The file's bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file's format.
    #[must_use]
    pub fn media(&self) -> Media {
        self.media
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> [u32; 2] {
        self.size
    }

    /// What is hidden, in the picture's own pixels; empty for a notice.
    #[must_use]
    pub fn masks(&self) -> &[Mask] {
        &self.masks
    }

    /// The fields that stay visible, in the order of the card; empty for a notice.
    #[must_use]
    pub fn kept(&self) -> &[String] {
        &self.kept
    }

    /// What is told of the number, typed over its mask.
    #[must_use]
    pub fn told(&self) -> Option<&Told> {
        self.told.as_ref()
    }

    /// The digest of the file's bytes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes)
    }
}

/// Quiet on purpose: neither pixels nor digits.
impl fmt::Debug for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Evidence").field("kind", &self.kind).field("size", &self.size).finish_non_exhaustive()
    }
}
