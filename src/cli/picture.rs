//! A picture of a case: a notice, or a card with or without a person's word; and how programs read it.

use std::path::Path;

use serde_json::{Value, json};
use unfreeze::evidence::{Acceptance, Digest, Evidence, Kind, Mask, Media, Reason, Redacted, Told};

/// A picture of a case.
pub(crate) enum Picture {
    /// A cleaned screenshot.
    Notice(Evidence),
    /// A redacted card that may be attached, what it is, and who says so.
    Vouched(Evidence, Acceptance, Voucher),
    /// A redacted card that a person must look at first.
    Unvouched(Redacted),
}

impl Picture {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, ..) => evidence.kind(),
            Self::Unvouched(redacted) => Kind::IdCard(redacted.side()),
        }
    }

    pub(crate) fn media(&self) -> Media {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, ..) => evidence.media(),
            Self::Unvouched(_) => Media::Jpeg,
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, ..) => evidence.bytes(),
            Self::Unvouched(redacted) => redacted.bytes(),
        }
    }

    pub(crate) fn size(&self) -> [u32; 2] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, ..) => evidence.size(),
            Self::Unvouched(redacted) => redacted.size(),
        }
    }

    pub(crate) fn masks(&self) -> &[Mask] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, ..) => evidence.masks(),
            Self::Unvouched(redacted) => redacted.masks(),
        }
    }

    pub(crate) fn kept(&self) -> &[String] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, ..) => evidence.kept(),
            Self::Unvouched(redacted) => redacted.kept(),
        }
    }

    pub(crate) fn told(&self) -> Option<&Told> {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, ..) => evidence.told(),
            Self::Unvouched(redacted) => redacted.told(),
        }
    }

    /// What was or would be vouched for.
    pub(crate) fn word(&self) -> Option<&Acceptance> {
        match self {
            Self::Notice(_) => None,
            Self::Vouched(_, word, _) => Some(word),
            Self::Unvouched(redacted) => Some(redacted.acceptance()),
        }
    }

    pub(crate) fn unvouched(&self) -> Option<&Redacted> {
        match self {
            Self::Notice(_) | Self::Vouched(..) => None,
            Self::Unvouched(redacted) => Some(redacted),
        }
    }
}

/// Who vouches for a redacted card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voucher {
    /// A person has looked at it.
    Person,
    /// The reader found it, and proved what was made of it.
    Proof,
}

impl Voucher {
    /// How programs read it.
    pub(crate) fn verdict(self) -> &'static str {
        match self {
            Self::Person => "accepted",
            Self::Proof => "confirmed",
        }
    }
}

/// A scan as programs read it: `card` in oriented input pixels, `size` and `masked` in output pixels; `sha256` is the
/// redacted picture's, `scan_sha256` the scan's.
pub(crate) fn scan_json(
    input: &Path,
    output: Option<&Path>,
    verdict: &'static str,
    word: &Acceptance,
    reasons: &[Reason],
    digest: Digest,
) -> Value {
    let masked = word.masks.iter().map(|mask| json!({ "field": mask.field, "box": mask.area }));
    json!({
        "input": input.display().to_string(),
        "side": word.side.name(),
        "output": output.map(|output| output.display().to_string()),
        "verdict": verdict,
        "card": word.corners.corners(),
        "size": word.size,
        "masked": masked.collect::<Vec<_>>(),
        "reasons": reasons.iter().map(|reason| reason.code()).collect::<Vec<_>>(),
        "sha256": digest.to_string(),
        "scan_sha256": word.scan.to_string(),
    })
}
