//! Writes an acceptance into a case file without disturbing anything else in it.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, value};

use super::Accepted;
use super::edit::{EditError, edit};

/// The text of the case with the acceptances in it; an older one of the same side is replaced, comments stay.
///
/// # Errors
/// [`EditError::Syntax`] when `text` is not TOML, [`EditError::Form`] when the place is taken by something else.
pub fn write_acceptance(text: &str, accepted: &[Accepted]) -> Result<String, EditError> {
    edit(text, |document| {
        let representative = document
            .entry("representative")
            .or_insert_with(|| Item::Table(Table::new()))
            .as_table_mut()
            .ok_or(EditError::Form)?;
        let list = representative
            .entry("accepted")
            .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()))
            .as_array_of_tables_mut()
            .ok_or(EditError::Form)?;
        for acceptance in accepted {
            list.retain(|table| table.get("side").and_then(Item::as_str) != Some(&acceptance.side));
            list.push(table(acceptance));
        }
        Ok(())
    })
}

fn table(accepted: &Accepted) -> Table {
    let pairs = accepted.corners.iter().map(|[x, y]| Array::from_iter([i64::from(*x), i64::from(*y)]));
    let masks = accepted.masks.iter().map(|mask| {
        let mut entry = InlineTable::new();
        entry.insert("field", mask.field.as_str().into());
        entry.insert("box", Array::from_iter(mask.area.map(i64::from)).into());
        entry
    });
    let mut masks = Array::from_iter(masks);
    // One mask a line: a person reads this list.
    masks.iter_mut().for_each(|mask| mask.decor_mut().set_prefix("\n  "));
    masks.set_trailing("\n");
    masks.set_trailing_comma(true);
    let mut table = Table::new();
    table.insert("side", value(accepted.side.as_str()));
    table.insert("scan", value(accepted.scan.as_str()));
    table.insert("corners", value(Array::from_iter(pairs)));
    table.insert("size", value(Array::from_iter(accepted.size.map(i64::from))));
    table.insert("masks", value(masks));
    table.insert("layout", value(accepted.layout.as_str()));
    table.insert("preset", value(accepted.preset.as_str()));
    table.insert("style", value(accepted.style.as_str()));
    for (key, text) in [("told", &accepted.told), ("watermark", &accepted.watermark)] {
        if let Some(text) = text {
            table.insert(key, value(text));
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{AcceptedMask, read};

    fn accepted(side: &str) -> Accepted {
        Accepted {
            side: side.into(),
            scan: "ab".repeat(32),
            corners: [[1, 2], [300, 4], [305, 206], [0, 201]],
            size: [1712, 1080],
            masks: vec![
                AcceptedMask { field: "birth".into(), area: [280, 400, 768, 128] },
                AcceptedMask { field: "number".into(), area: [512, 840, 1088, 160] },
            ],
            layout: "cn-resident-id/1".into(),
            preset: "standard".into(),
            style: "fill".into(),
            told: Some("002X".into()),
            watermark: None,
        }
    }

    const CASE: &str = "# my case\n[store] # the shop\nid = \"1102345678\"\n\n[representative]\n# scans\nid_portrait = 'a.jpg'\n\n[freeze]\nnotice = [] # none yet\n";

    #[test]
    fn comments_and_order_stay() {
        let written = write_acceptance(CASE, &[accepted("portrait"), accepted("emblem")]).unwrap();
        for line in CASE.lines() {
            assert!(written.contains(line), "{line} is gone from\n{written}");
        }
        let case = read(written.as_bytes()).ok().unwrap();
        assert_eq!(case.representative.accepted.len(), 2);
        assert_eq!(case.representative.accepted[0].masks[1].area, [512, 840, 1088, 160]);
        assert_eq!(case.representative.accepted[0].corners[2], [305, 206]);
    }

    #[test]
    fn a_second_acceptance_of_a_side_replaces_the_first() {
        let once = write_acceptance(CASE, &[accepted("portrait")]).unwrap();
        let twice = write_acceptance(&once, &[accepted("portrait")]).unwrap();
        assert_eq!(once, twice);
    }

    #[test]
    fn line_ends_and_mark_stay_as_they_were() {
        let windows = format!("\u{feff}{}", CASE.replace('\n', "\r\n"));
        let written = write_acceptance(&windows, &[accepted("emblem")]).unwrap();
        assert!(written.starts_with('\u{feff}'));
        assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
        assert!(read(written.as_bytes()).is_ok());
    }

    #[test]
    fn a_place_that_is_taken_is_refused() {
        assert_eq!(write_acceptance("representative = 1", &[accepted("emblem")]), Err(EditError::Form));
        assert_eq!(write_acceptance("[x", &[accepted("emblem")]), Err(EditError::Syntax));
    }
}
