//! The two scans of the identity card, and what a person has vouched for.

use super::check::{Sheet, file};
use super::{CardScan, Document, Facts, Placement, Redaction};
use crate::case::{self, Accepted, AcceptedMask};
use crate::evidence::{Acceptance, Card, Hiding, Layout, Mask, Order, Quad, Scan, Side, Watermark, Window};

/// What the scans show, and both of them, portrait side first.
pub(super) fn check(sheet: &mut Sheet, typed: &case::Representative) -> (Document, [CardScan; 2]) {
    const DOCUMENTS: [(&str, Document); 2] =
        [("cn-resident-id", Document::CnResidentId), ("other", Document::Other)];
    let document = sheet.choice("representative.document", typed.document.as_deref(), &DOCUMENTS);
    let document = match typed.redacted_by_hand {
        Some(true) => Document::MaskedByHand,
        _ => document.unwrap_or(Document::CnResidentId),
    };
    let accepted = acceptances(sheet, &typed.accepted);
    let scans = Side::BOTH.map(|side| {
        let (path, told, missing) = match side {
            Side::Portrait => (&typed.id_portrait, &typed.portrait, "scan-missing-portrait"),
            Side::Emblem => (&typed.id_emblem, &typed.emblem, "scan-missing-emblem"),
        };
        let field = format!("representative.id_{}", side.name());
        let path = match path {
            Some(path) => sheet.take(field, file(path)),
            None => {
                sheet.error(field, missing);
                Default::default()
            }
        };
        let told = told.clone().unwrap_or_default();
        let placement = placement(sheet, side, &told);
        let cover = windows(sheet, side, "cover", &told.cover);
        let show = windows(sheet, side, "show", &told.show);
        let field = format!("representative.{}.show", side.name());
        match document {
            Document::Other if told.show.is_empty() => sheet.error(field, "show-missing"),
            Document::CnResidentId | Document::MaskedByHand if !told.show.is_empty() => {
                sheet.error(field, "show-needs-other");
            }
            _ => {}
        }
        let acceptance = accepted.iter().find(|accepted| accepted.side == side).cloned();
        CardScan { side, path, placement, cover, show, acceptance }
    });
    (document, scans)
}

fn windows(sheet: &mut Sheet, side: Side, key: &str, typed: &[String]) -> Vec<Window> {
    let read = |(index, window): (usize, &String)| match window.parse() {
        Ok(window) => Some(window),
        Err(()) => {
            sheet.error(format!("representative.{}.{key}[{index}]", side.name()), "window-form");
            None
        }
    };
    typed.iter().enumerate().filter_map(read).collect()
}

impl Facts {
    /// How a scan of the identity card is to be redacted; `None` as long as nobody knows where the card lies in it.
    ///
    /// What was told by hand goes before what was vouched for, and that before what the reader `found`; any other document
    /// is taken to fill its picture.
    #[must_use]
    pub fn order<'a>(
        &'a self,
        scan: &'a CardScan,
        picture: &Scan,
        found: Option<&'a Card>,
        watermark: Option<&'a Watermark>,
    ) -> Option<Order<'a>> {
        let document = self.representative.document;
        let vouched = scan.acceptance.as_ref().filter(|word| word.scan == picture.digest());
        let corners = match (scan.placement, vouched, document) {
            (Placement::Corners(corners), ..) => corners,
            (Placement::Whole, ..) => picture.whole(),
            (Placement::Untold, Some(word), _) => word.corners,
            (Placement::Untold, None, Document::CnResidentId) => found?.corners(),
            (Placement::Untold, None, Document::Other | Document::MaskedByHand) => picture.whole(),
        };
        let hiding = match document {
            Document::CnResidentId => Hiding::Fields(Layout::named("cn-resident-id")?),
            Document::Other => Hiding::AllBut(&scan.show),
            Document::MaskedByHand => Hiding::MaskedByHand,
        };
        let Redaction { preset, style, .. } = self.redaction;
        // What a person vouched for is drawn again as it was, whoever found it.
        let placed = vouched.filter(|word| word.corners == corners);
        let typed = self.representative.told.clone();
        let read = || found.and_then(|card| card.tell(self.redaction.keep));
        let tell = typed.or_else(|| placed.and_then(|word| word.told.clone())).or_else(read);
        let vouched = placed.map_or(&[][..], |word| &word.masks);
        let (side, cover) = (scan.side, &scan.cover[..]);
        Some(Order { side, corners, hiding, cover, preset, style, tell, watermark, found, vouched })
    }
}

fn placement(sheet: &mut Sheet, side: Side, placed: &case::Placement) -> Placement {
    let field = format!("representative.{}", side.name());
    match (placed.whole, placed.corners.as_deref()) {
        (Some(true), Some(_)) => sheet.error(field, "placement-twice"),
        (Some(true), None) => return Placement::Whole,
        (_, Some(corners)) => match corners.parse() {
            Ok(corners) => return Placement::Corners(corners),
            Err(()) => sheet.error(field, "corners-form"),
        },
        (_, None) => {}
    }
    Placement::Untold
}

fn acceptances(sheet: &mut Sheet, typed: &[Accepted]) -> Vec<Acceptance> {
    let mut accepted: Vec<Acceptance> = Vec::new();
    for (index, typed) in typed.iter().enumerate() {
        let field = format!("representative.accepted[{index}]");
        match Acceptance::try_from(typed) {
            Ok(new) if accepted.iter().any(|old| old.side == new.side) => {
                sheet.error(field, "accepted-twice")
            }
            Ok(new) => accepted.push(new),
            Err(()) => sheet.error(field, "accepted-form"),
        }
    }
    accepted
}

impl TryFrom<&Accepted> for Acceptance {
    type Error = ();

    fn try_from(typed: &Accepted) -> Result<Self, ()> {
        let masks =
            typed.masks.iter().map(|mask| Mask { field: mask.field.clone(), area: mask.area }).collect();
        Ok(Self {
            side: typed.side.parse()?,
            scan: typed.scan.parse()?,
            corners: Quad::new(typed.corners).ok_or(())?,
            size: typed.size,
            masks,
            layout: typed.layout.clone(),
            preset: typed.preset.parse()?,
            style: typed.style.parse()?,
            told: typed.told.as_deref().map(str::parse).transpose()?,
            watermark: typed.watermark.clone().unwrap_or_default(),
        })
    }
}

impl From<&Acceptance> for Accepted {
    fn from(acceptance: &Acceptance) -> Self {
        let masks = acceptance.masks.iter();
        Self {
            side: acceptance.side.name().to_owned(),
            scan: acceptance.scan.to_string(),
            corners: acceptance.corners.corners(),
            size: acceptance.size,
            masks: masks.map(|mask| AcceptedMask { field: mask.field.clone(), area: mask.area }).collect(),
            layout: acceptance.layout.clone(),
            preset: acceptance.preset.name().to_owned(),
            style: acceptance.style.name().to_owned(),
            told: acceptance.told.as_ref().map(|told| told.as_str().to_owned()),
            watermark: Some(acceptance.watermark.clone()).filter(|watermark| !watermark.is_empty()),
        }
    }
}
