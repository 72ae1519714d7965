//! Why a picture is not evidence: what a person has to look at, and what cannot be done.

/// Why a redacted picture is not evidence yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nobody has looked at it.
    Unseen,
    /// The card is less than 400 pixels wide in the scan.
    Small,
    /// A corner of the card lies outside the scan.
    CutOff,
    /// The four corners do not have the proportions of a card.
    OddShape,
    /// The scan's format carries a trace of every pixel over the whole frame.
    Traces,
    /// The file holds more frames or pages, and only the first was read.
    FirstFrame,
    /// Nobody knows the document: a person has drawn what may be seen.
    UnknownDocument,
    /// It was masked before it came here.
    MaskedByHand,
    /// The card's edges are not seen, or lie on another card.
    Edges,
    /// Labels and edges do not agree: the print lies elsewhere than on this document.
    Elsewhere,
    /// The card is bent.
    Bent,
    /// Some of the printed labels could not be read.
    Labels,
    /// The number could not be read, or its check character is wrong.
    Number,
    /// What is to stay visible could not be read.
    Unread,
    /// Print that should be hidden reaches beyond where it will be.
    Cut,
    /// There is print that this document does not have, over what is to stay visible or too much of it.
    Strange,
    /// The scan shows this side of several cards.
    SeveralCards,
    /// The number ends otherwise than the person said.
    NumberDiffers,
    /// Something that should be hidden was read on the finished picture.
    StillThere,
}

impl Reason {
    /// The key of its sentence in the catalogue, such as `reason-unseen`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unseen => "reason-unseen",
            Self::Small => "reason-small",
            Self::CutOff => "reason-cut-off",
            Self::OddShape => "reason-odd-shape",
            Self::Traces => "reason-traces",
            Self::FirstFrame => "reason-first-frame",
            Self::UnknownDocument => "reason-unknown-document",
            Self::MaskedByHand => "reason-masked-by-hand",
            Self::Edges => "reason-edges",
            Self::Elsewhere => "reason-elsewhere",
            Self::Bent => "reason-bent",
            Self::Labels => "reason-labels",
            Self::Number => "reason-number",
            Self::Unread => "reason-unread",
            Self::Cut => "reason-cut",
            Self::Strange => "reason-strange",
            Self::SeveralCards => "reason-several-cards",
            Self::NumberDiffers => "reason-number-differs",
            Self::StillThere => "reason-still-there",
        }
    }
}

/// Why a scan cannot be redacted or cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum RedactError {
    /// The whole picture was said to be the card, but it is taller than wide.
    WholeTurned,
    /// A corner lies further outside the picture than a quarter of its longer side.
    CornersOutside,
    /// The card's top edge is shorter than its side: the corners are told from another corner on.
    CornersTurned,
    /// The card is more than three times as wide as tall.
    CornersShape,
    /// The card is less than 160 pixels wide in the scan.
    TooSmall,
    /// A window to cover or to show does not lie on the document, or not along its edges.
    WindowOutside,
    /// The finished picture failed its own proof.
    Unproved,
    /// A notice that is too long to be split into readable parts.
    TooLong,
    /// A notice that cannot be made small enough for a mail while it stays legible.
    TooHeavy,
}

impl RedactError {
    /// The finding's code: its sentence is the catalogue's `finding-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WholeTurned => "picture-whole-turned",
            Self::CornersOutside => "picture-corners-outside",
            Self::CornersTurned => "picture-corners-turned",
            Self::CornersShape => "picture-corners-shape",
            Self::TooSmall => "picture-too-small",
            Self::WindowOutside => "picture-window-outside",
            Self::Unproved => "picture-unproved",
            Self::TooLong => "picture-too-long",
            Self::TooHeavy => "picture-too-heavy",
        }
    }
}
