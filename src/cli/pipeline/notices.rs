//! The screenshots of the notice: what they show that must not travel, and whether they show the right store.

use std::collections::BTreeMap;
use std::path::Path;

use unfreeze::case::cover_line;
use unfreeze::evidence::{Digest, Evidence, Screen, Shown, Topic, Window};
use unfreeze::facts::{Facts, Standing, judge};
use unfreeze::finding::Finding;

use super::{Trouble, look, trouble};
use crate::cli::exit::Exit;
use crate::cli::reader::Reader;

/// A picture of fewer lines is no page that would name its store.
const PAGE: usize = 5;

/// A notice, ready to be attached; the file that it comes from, what became of it that a person should know, and what
/// it shows, if there is a reader.
pub(super) struct Cleaned {
    pub(super) scan: Digest,
    pub(super) parts: Vec<Evidence>,
    pub(super) said: Vec<Finding>,
    screen: Screen,
}

/// Covers, reads and cleans a screenshot.
pub(super) fn notice(
    folder: &Path,
    facts: &Facts,
    index: usize,
    budget: usize,
    reader: &Reader,
) -> Result<Cleaned, Trouble> {
    let field = field(index);
    let path = &facts.freeze().notices()[index];
    let opened = look(folder, &field, path)?;
    let scan = opened.digest();
    let mut said = Vec::new();
    if opened.has_more() {
        said.push(Finding::warning(&field, "picture-first-frame"));
    }
    let wrong = |code| trouble(&field, code, path);
    let opened = opened.cover(&facts.freeze().covers()[index]).map_err(|_| wrong("cover-outside"))?;
    let models = reader.models().map_err(|finding| (Exit::Findings, finding))?;
    let screen = models.map_or_else(Screen::default, |models| opened.screen(models, reader.layout()));
    let [width, _] = opened.size();
    let parts = opened.clean(budget).map_err(|error| wrong(error.code()))?;
    let narrowest = parts.iter().map(|part| part.size()[0]).min().unwrap_or(width);
    if narrowest < width {
        said.push(Finding::warning(&field, "picture-shrunk").with("from", width).with("to", narrowest));
    }
    Ok(Cleaned { scan, parts, said, screen })
}

fn field(index: usize) -> String {
    format!("freeze.notice[{index}]")
}

impl Cleaned {
    fn uncovered(&self) -> impl Iterator<Item = &Shown> {
        self.screen.shown().iter().filter(|shown| shown.topic().must_be_covered())
    }

    /// Whether it shows nothing that must not travel, as far as anybody can tell.
    pub(super) fn may_travel(&self) -> bool {
        self.uncovered().next().is_none()
    }
}

/// What is to be said of all notices together.
pub(super) fn judged(facts: &Facts, cleaned: &[Result<Cleaned, Trouble>]) -> Vec<Trouble> {
    let read: Vec<(usize, &Cleaned)> =
        cleaned.iter().enumerate().filter_map(|(at, cleaned)| Some((at, cleaned.as_ref().ok()?))).collect();
    let uncovered = read.iter().map(|(at, cleaned)| (*at, cleaned.uncovered().map(Shown::window).collect()));
    // One line for all of them: the case file has one place for it.
    let line = line(facts, uncovered);
    let mut found = Vec::new();
    for (at, cleaned) in &read {
        for shown in cleaned.screen.shown() {
            let (exit, finding) = match shown.topic() {
                Topic::Card => (Exit::Unvouched, Finding::error(field(*at), "notice-shows-card")),
                Topic::IdentityNumber => (Exit::Unvouched, Finding::error(field(*at), "notice-shows-number")),
                Topic::Phone if shown.text() != facts.contact().phone() => {
                    (Exit::Done, Finding::warning(field(*at), "notice-shows-phone"))
                }
                Topic::Email if !is_known(facts, shown.text()) => {
                    (Exit::Done, Finding::warning(field(*at), "notice-shows-email"))
                }
                _ => continue,
            };
            let own = self::line(facts, [(*at, vec![shown.window()])]);
            let line = if exit == Exit::Unvouched { line.clone() } else { own };
            found.push((exit, finding.with("place", shown.window().to_string()).with("line", line)));
        }
    }
    let lines: usize = read.iter().map(|(_, cleaned)| cleaned.screen.lines()).sum();
    let store = facts.store().id();
    // A picture of a card is no page; that is mended first.
    let pages = read.iter().all(|(_, cleaned)| cleaned.may_travel());
    if pages && lines >= PAGE && !read.iter().any(|(_, cleaned)| cleaned.screen.says(store)) {
        found.push((Exit::Done, Finding::warning("store.id", "store-id-unseen").with("id", store)));
    }
    found
}

/// The line of the case file that covers these rectangles on top of those that it covers already.
fn line(facts: &Facts, more: impl IntoIterator<Item = (usize, Vec<Window>)>) -> String {
    let freeze = facts.freeze();
    let mut cover: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let known = freeze.covers().iter().cloned().enumerate();
    for (at, windows) in known.chain(more).filter(|(_, windows)| !windows.is_empty()) {
        let name = freeze.notices()[at].display().to_string();
        let entry = cover.entry(name).or_default();
        for window in windows.iter().map(Window::to_string) {
            if !entry.contains(&window) {
                entry.push(window);
            }
        }
    }
    cover_line(&cover)
}

/// Whether an address is the case's own, or the platform's. The reader leaves out the space before it.
fn is_known(facts: &Facts, address: &str) -> bool {
    let mail = facts.mail().as_ref();
    let sender = mail.map(|mail| mail.from());
    let copies = mail.into_iter().flat_map(|mail| mail.cc().iter().map(String::as_str));
    let mut own = [facts.store().login(), facts.contact().email()].into_iter().chain(sender).chain(copies);
    own.any(|own| !own.is_empty() && address.ends_with(&own.to_ascii_lowercase()))
        || judge(address, &[]).iter().all(|judged| judged.standing != Standing::NotOfficial)
}
