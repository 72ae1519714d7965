//! A scan becomes a redacted picture, and a person's word makes it evidence.

use std::fmt;

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::budget::CARD_BYTES;
use super::find::Reading;
use super::layout::GRID;
use super::paint::paint;
use super::warp::{Covered, Placement};
use super::{
    Acceptance, Card, Digest, Evidence, Hiding, Kind, Mask, Media, Preset, Quad, Reason, RedactError, Scan,
    Side, Style, Told, Watermark, Window, hiding, inspect, proof, typed,
};

/// Sizes of a redacted picture, on the grid and within 0.2 % of the card's 85.6 to 54.
const SIZES: [[u32; 2]; 4] = [[864, 544], [1104, 696], [1408, 888], [1712, 1080]];
const ASPECT: f64 = 85.6 / 54.0;
/// From good to good enough; small print stays sharp in all of them, as chroma is never halved.
const QUALITIES: [u8; 4] = [90, 85, 78, 70];

/// How a card is to be redacted.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// The side that the scan shows.
    pub side: Side,
    /// Where the card lies, in oriented pixels.
    pub corners: Quad,
    /// What is hidden.
    pub hiding: Hiding<'a>,
    /// What is hidden on top of that.
    pub cover: &'a [Window],
    /// How much of a known document is hidden.
    pub preset: Preset,
    /// How a mask is drawn.
    pub style: Style,
    /// What to type over the number's mask, if the preset tells anything of it; otherwise it is not used.
    pub tell: Option<Told>,
    /// What is drawn across it.
    pub watermark: Option<&'a Watermark>,
    /// The card as the reader found it; without it, a person has to look.
    pub found: Option<&'a Card>,
    /// Masks that a person has vouched for, to be drawn again as they were.
    pub vouched: &'a [Mask],
}

/// A redacted card that nobody has looked at yet.
#[derive(Clone)]
pub struct Redacted {
    bytes: Vec<u8>,
    acceptance: Acceptance,
    kept: Vec<String>,
    reasons: Vec<Reason>,
    /// What the reader needs for its proof; nothing if it has not found the card.
    read: Option<Read>,
}

/// What was read on a card before it was redacted, and the picture as it is without the watermark.
#[derive(Clone)]
pub(super) struct Read {
    pub(super) reading: Reading,
    pub(super) bare: RgbImage,
}

impl Scan {
    /// Cuts the document out, straightens it, and hides what is to be hidden.
    ///
    /// # Errors
    /// Corners or windows that cannot be right, or a picture that fails its own proof; see [`RedactError`].
    pub fn redact(self, order: &Order<'_>) -> Result<Redacted, RedactError> {
        let Order { side, corners, hiding, cover, preset, style, ref tell, watermark, found, vouched } =
            *order;
        let found = found
            .filter(|card| card.scan() == self.digest() && card.corners() == corners && card.side() == side);
        let reading = found.map(|card| card.reading().clone());
        let (extent, mut reasons) = self.measure(corners, hiding)?;
        if let Some(card) = found {
            let read = card.tell(tell.as_ref().into());
            let differs = read.is_some_and(|read| tell.as_ref() != Some(&read));
            reasons.retain(|reason| *reason != Reason::Unseen);
            reasons.extend_from_slice(card.reasons());
            reasons.extend(differs.then_some(Reason::NumberDiffers));
        }
        let size = match hiding {
            Hiding::Fields(_) => {
                let wide = extent[0].max(extent[1] * ASPECT);
                SIZES.into_iter().find(|size| f64::from(size[0]) >= wide).unwrap_or(SIZES[SIZES.len() - 1])
            }
            Hiding::AllBut(_) | Hiding::MaskedByHand => fitting(extent),
        };
        let shown = Placement::new(corners.corners());
        let mut masks = hiding.masks(side, preset, cover, &shown, size)?;
        if let (Some(reading), Hiding::Fields(layout)) = (&reading, hiding) {
            hiding::fit(&mut masks, layout, side, reading, size);
        }
        hiding::repeat(&mut masks, vouched);
        let told = tell.clone().filter(|_| hiding.tells(side, preset));
        let (scan, layout, kept) = (self.digest(), hiding.label(), hiding.kept(side, preset));
        let name = watermark.map_or_else(String::new, |watermark| watermark.name().to_owned());
        let word =
            Acceptance { side, scan, corners, size, masks, layout, preset, style, told, watermark: name };
        let keep_outs = hiding.keep_outs(side, &word.masks, size);
        let mut bare = None;
        let bytes = self.draw(&word, |picture| {
            bare = reading.as_ref().map(|_| picture.clone());
            watermark.map(|watermark| watermark.draw(picture, &keep_outs));
        })?;
        let reading = reading.zip(bare).map(|(reading, bare)| Read { reading, bare });
        Ok(Redacted { bytes, acceptance: word, kept, reasons, read: reading })
    }

    /// The card's extent in the scan, and what is doubtful about where it lies.
    fn measure(&self, corners: Quad, hiding: Hiding<'_>) -> Result<([f64; 2], Vec<Reason>), RedactError> {
        let card = matches!(hiding, Hiding::Fields(_));
        let size = self.size().map(|length| length as i32);
        let beyond = corners.corners().map(|corner| {
            [0, 1]
                .map(|axis| (-corner[axis]).max(corner[axis] - size[axis]))
                .into_iter()
                .max()
                .unwrap_or_default()
        });
        let furthest = beyond.into_iter().max().unwrap_or_default();
        if furthest > size[0].max(size[1]) / 4 {
            return Err(RedactError::CornersOutside);
        }
        let extent = Placement::new(corners.corners()).extent();
        if card && extent[0] < extent[1] {
            let whole = corners == self.whole();
            return Err(if whole { RedactError::WholeTurned } else { RedactError::CornersTurned });
        }
        let proportion = extent[0] / extent[1];
        if card && proportion > 3.0 {
            return Err(RedactError::CornersShape);
        }
        let width = if card { extent[0].min(extent[1] * ASPECT) } else { extent[0].max(extent[1]) };
        if width < 160.0 {
            return Err(RedactError::TooSmall);
        }
        let doubts = [
            (true, Reason::Unseen),
            (width < 400.0, Reason::Small),
            (furthest > 2, Reason::CutOff),
            (card && !(1.2..=2.1).contains(&proportion), Reason::OddShape),
            (matches!(hiding, Hiding::AllBut(_)), Reason::UnknownDocument),
            (matches!(hiding, Hiding::MaskedByHand), Reason::MaskedByHand),
            (self.trace.everywhere, Reason::Traces),
            (self.has_more(), Reason::FirstFrame),
        ];
        Ok((extent, doubts.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect()))
    }

    /// Draws the redacted picture and proves it.
    ///
    /// What is hidden is painted over in the scan before anything is sampled, with all that its block of the coded file
    /// shares with it and in the card's own colour; so no interpolation reads a hidden pixel. Then the masks are painted on the picture itself.
    fn draw(mut self, word: &Acceptance, mark: impl FnOnce(&mut RgbImage)) -> Result<Vec<u8>, RedactError> {
        let Acceptance { corners, size, ref masks, style, ref told, .. } = *word;
        let placement = Placement::of(corners.corners().map(|corner| self.stored(corner.map(f64::from))));
        let outlines: Vec<_> = masks.iter().map(|mask| placement.outline(mask.area, size)).collect();
        let covered = Covered::by(&outlines, self.trace, self.pixels.dimensions().into());
        let tint = placement.tint(&self.pixels, &covered);
        covered.paint(&mut self.pixels, tint);
        let areas: Vec<[u32; 4]> = masks.iter().map(|mask| mask.area).collect();
        let mut picture = placement.straighten(&self.pixels, size, &areas);
        let mut blank = RgbImage::from_pixel(size[0], size[1], tint);
        for canvas in [&mut picture, &mut blank] {
            for mask in masks {
                paint(canvas, mask.area, style, tint);
            }
            if let (Some(told), Some(mask)) = (told, masks.iter().find(|mask| mask.field == "number")) {
                typed::told(canvas, mask.area, told, style);
            }
        }
        mark(&mut picture);
        let best = || encode(&blank, QUALITIES[0]);
        let (encoded, blank_at_best) = rayon::join(|| encode_small(&picture), best);
        let (bytes, quality) = encoded?;
        let blank = if quality == QUALITIES[0] { blank_at_best? } else { encode(&blank, quality)? };
        let proved = inspect(&bytes) == Ok(Media::Jpeg) && proof::shows(&bytes, &picture, &blank, masks);
        if proved { Ok(bytes) } else { Err(RedactError::Unproved) }
    }
}

impl Redacted {
    /// The picture as a JPEG file, already redacted: for a person to look at.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The digest of the picture's file.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes)
    }

    /// The side that it shows.
    #[must_use]
    pub fn side(&self) -> Side {
        self.acceptance.side
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> [u32; 2] {
        self.acceptance.size
    }

    /// What is hidden, in the picture's own pixels.
    #[must_use]
    pub fn masks(&self) -> &[Mask] {
        &self.acceptance.masks
    }

    /// The fields that stay visible, in the order of the card.
    #[must_use]
    pub fn kept(&self) -> &[String] {
        &self.kept
    }

    /// What is told of the number, typed over its mask.
    #[must_use]
    pub fn told(&self) -> Option<&Told> {
        self.acceptance.told.as_ref()
    }

    /// What a person vouches for by accepting this picture.
    #[must_use]
    pub fn acceptance(&self) -> &Acceptance {
        &self.acceptance
    }

    /// Why it is not evidence yet; empty for one that only waits for [`Redacted::prove`].
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// Evidence, if one of the words that people have given is about exactly this picture.
    ///
    /// # Errors
    /// The picture itself, when none is.
    pub fn accept(self, words: &[Acceptance]) -> Result<Evidence, Box<Self>> {
        if words.contains(&self.acceptance) { Ok(self.into_evidence()) } else { Err(Box::new(self)) }
    }

    /// What the reader needs for its proof.
    pub(super) fn read(&self) -> Option<&Read> {
        self.read.as_ref()
    }

    /// Notes that a person has to look after all.
    pub(super) fn doubt(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    pub(super) fn into_evidence(self) -> Evidence {
        let Acceptance { side, size, masks, told, .. } = self.acceptance;
        let (bytes, kept) = (self.bytes, self.kept);
        Evidence { kind: Kind::IdCard(side), bytes, media: Media::Jpeg, size, masks, kept, told }
    }
}

/// Quiet on purpose: neither pixels nor digits.
impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut picture = f.debug_struct("Redacted");
        picture.field("side", &self.side()).field("size", &self.size()).field("reasons", &self.reasons);
        picture.finish_non_exhaustive()
    }
}

/// A size for a document of any shape: as fine as the scan, at most 1712 pixels long, on the grid.
fn fitting(extent: [f64; 2]) -> [u32; 2] {
    const LONGEST: f64 = 1712.0;
    let scale = (LONGEST / extent[0].max(extent[1])).min(1.0);
    let grid = f64::from(GRID);
    extent.map(|length| ((length * scale / grid).round().max(1.0) * grid) as u32)
}

/// A JPEG file in the best quality that stays small, or in the least; and that quality.
fn encode_small(picture: &RgbImage) -> Result<(Vec<u8>, u8), RedactError> {
    let mut smallest = (Vec::new(), 0);
    for quality in QUALITIES {
        smallest = (encode(picture, quality)?, quality);
        if smallest.0.len() <= CARD_BYTES {
            break;
        }
    }
    Ok(smallest)
}

/// A baseline JPEG file without subsampling and without metadata.
pub(super) fn encode(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, RedactError> {
    let mut bytes = Vec::new();
    let size = [picture.width(), picture.height()].map(u16::try_from);
    let [Ok(width), Ok(height)] = size else { return Err(RedactError::Unproved) };
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    let encoded = encoder.encode(picture.as_raw(), width, height, ColorType::Rgb);
    encoded.map_err(|_| RedactError::Unproved)?;
    Ok(bytes)
}
