//! The two scans of the identity card, and what a person has vouched for.

use super::check::{Sheet, file};
use super::{CardScan, Placement, Redaction};
use crate::case::{self, Accepted, AcceptedMask};
use crate::evidence::{Acceptance, Mask, Quad, Side};

/// Both scans, portrait side first.
pub(super) fn check(sheet: &mut Sheet, typed: &case::Representative, redaction: &Redaction) -> [CardScan; 2] {
    sheet.choice("representative.document", typed.document.as_deref(), &[("cn-resident-id", ())]);
    if typed.redacted_by_hand == Some(true) {
        sheet.error("representative.redacted_by_hand", "redacted-by-hand");
    }
    let accepted = acceptances(sheet, &typed.accepted);
    Side::BOTH.map(|side| {
        let (path, placed, missing) = match side {
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
        let placement = placed.as_ref().map_or(Placement::Untold, |placed| placement(sheet, side, placed));
        // A person vouched for this picture: other masks or another place of the card make it another picture.
        let acceptance = accepted.iter().find(|accepted| accepted.side == side).filter(|accepted| {
            let same_place = match placement {
                Placement::Corners(corners) => corners == accepted.corners,
                Placement::Untold | Placement::Whole => true,
            };
            same_place && accepted.preset == redaction.preset && accepted.style == redaction.style
        });
        CardScan { side, path, placement, acceptance: acceptance.cloned() }
    })
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
        }
    }
}
