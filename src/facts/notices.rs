//! The screenshots of the notice, and what is painted over in them.

use std::path::PathBuf;

use super::Representative;
use super::check::{Sheet, file};
use crate::case;
use crate::evidence::Window;

/// The screenshots, and for each the rectangles that are to be covered.
pub(super) fn check(
    sheet: &mut Sheet,
    typed: &case::Freeze,
    representative: &Representative,
) -> (Vec<PathBuf>, Vec<Vec<Window>>) {
    let (mut notices, mut covers) = (Vec::new(), Vec::new());
    for (index, notice) in typed.notice.iter().enumerate() {
        let field = format!("freeze.notice[{index}]");
        let path = sheet.take(field.as_str(), file(notice));
        if !path.as_os_str().is_empty() && representative.scans.iter().any(|scan| scan.path == path) {
            sheet.error(field, "notice-is-scan");
        }
        notices.push(path);
        let windows = typed.cover.get(notice).map_or(&[][..], Vec::as_slice);
        let read = windows.iter().filter_map(|window| {
            let window = window.parse().ok();
            if window.is_none() {
                sheet.error("freeze.cover", "window-form");
            }
            window
        });
        covers.push(read.collect());
    }
    if notices.is_empty() {
        sheet.error("freeze.notice", "notice-missing");
    }
    // A name with a slip would leave open what was meant to be covered.
    if typed.cover.keys().any(|name| !typed.notice.contains(name)) {
        sheet.error("freeze.cover", "cover-no-notice");
    }
    (notices, covers)
}
