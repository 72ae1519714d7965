//! What the reader sees on the pictures: which side of a card, and what the notice tells. Without it, nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use unfreeze::case::Answer;
use unfreeze::evidence::{Quad, Scan, Screen, Side, Topic};

use super::Dialogue;
use super::pictures;
use super::questions::PICTURES;
use crate::cli::input;
use crate::cli::reader::Reader;

/// What is offered as orders; a longer list is the page's, not the freeze's.
const MOST_ORDERS: usize = 10;

/// The cards in a picture: the side that each shows, and where it lies.
pub(super) type Cards = Rc<[(Side, Quad)]>;

/// The reader of a dialogue, and what it has seen so far.
pub(super) struct Seen {
    reader: Option<Reader>,
    cards: RefCell<BTreeMap<PathBuf, Cards>>,
    screens: RefCell<BTreeMap<PathBuf, Rc<Screen>>>,
}

impl Seen {
    pub(super) fn new() -> Self {
        Self { reader: Reader::new(), cards: RefCell::default(), screens: RefCell::default() }
    }

    /// The cards in a picture, from the top; nothing without a reader.
    pub(super) fn cards(&self, path: &Path) -> Option<Cards> {
        self.look(path, &self.cards, |scan, reader| {
            let models = reader.models().ok()??;
            let cards = scan.find(models, reader.layout());
            Some(cards.iter().map(|card| (card.side(), card.corners())).collect())
        })
    }

    /// What a screenshot says; nothing without a reader.
    fn screen(&self, path: &Path) -> Option<Rc<Screen>> {
        self.look(path, &self.screens, |scan, reader| {
            let models = reader.models().ok()??;
            Some(Rc::new(scan.screen(models, reader.layout())))
        })
    }

    /// Looks at a picture once.
    fn look<T: Clone>(
        &self,
        path: &Path,
        known: &RefCell<BTreeMap<PathBuf, T>>,
        look: impl FnOnce(&Scan, &Reader) -> Option<T>,
    ) -> Option<T> {
        if let Some(seen) = known.borrow().get(path) {
            return Some(seen.clone());
        }
        let reader = self.reader.as_ref()?;
        // Without the reader's files there is nothing to open the picture for.
        reader.models().ok()??;
        let scan = input::read(path).ok().and_then(|bytes| Scan::read(&bytes).ok())?;
        let seen = look(&scan, reader)?;
        known.borrow_mut().insert(path.to_owned(), seen.clone());
        Some(seen)
    }
}

impl Dialogue {
    /// Whether the reader has found this side of the card in the scan that the case names for it.
    pub(super) fn found(&self, side: Side) -> bool {
        let cards = pictures::scan_of(self, side).and_then(|path| self.seen.cards(&path));
        cards.is_some_and(|cards| cards.iter().any(|(seen, _)| *seen == side))
    }

    /// Whether the reader sees the other side of the card, and not this one, where this one is said to lie: the bars
    /// would miss what they are meant for.
    pub(super) fn contradicts(&self, side: Side, placed: &Quad) -> bool {
        let cards = pictures::scan_of(self, side).and_then(|path| self.seen.cards(&path));
        let there = |side: Side| {
            let mut cards = cards.iter().flat_map(|cards| cards.iter());
            cards.any(|(seen, corners)| *seen == side && corners.overlaps(placed))
        };
        Side::BOTH.into_iter().any(|other| other != side && there(other)) && !there(side)
    }

    /// What the screenshots say, as far as they are known: those of the case, else those of the command line that are
    /// called so.
    fn screens(&self) -> Vec<Rc<Screen>> {
        let paths: Vec<PathBuf> = match self.draft.answer(PICTURES[0]) {
            Some(Answer::List(notices)) => {
                notices.iter().map(|name| self.draft.folder().join(name)).collect()
            }
            _ => self.pictures.iter().filter(|path| pictures::is_called_notice(path)).cloned().collect(),
        };
        paths.iter().filter_map(|path| self.seen.screen(path)).collect()
    }

    /// What the screenshots offer as the answer at a key: something to be kept or changed, never taken by itself.
    pub(super) fn offered(&self, key: &str) -> Option<Answer> {
        let screens = match key {
            "store.id" | "freeze.at" | "freeze.number" | "freeze.orders" => self.screens(),
            _ => return None,
        };
        let said = |topic: Topic| {
            let shown = screens.iter().flat_map(|screen| screen.shown());
            let mut said: Vec<String> =
                shown.filter(|shown| shown.topic() == topic).map(|shown| shown.text().to_owned()).collect();
            let mut known = Vec::new();
            said.retain(|text| {
                !known.contains(text) && {
                    known.push(text.clone());
                    true
                }
            });
            said
        };
        // Two different ones are no offer, but for orders.
        let only = |topic: Topic| <[String; 1]>::try_from(said(topic)).ok().map(|[text]| Answer::Text(text));
        match key {
            "store.id" => only(Topic::StoreId),
            "freeze.at" => only(Topic::Frozen).or_else(|| only(Topic::Time)),
            "freeze.number" => only(Topic::NoticeNumber),
            _ => Some(said(Topic::Order))
                .filter(|orders| (1..=MOST_ORDERS).contains(&orders.len()))
                .map(Answer::List),
        }
    }

    /// The numbers of parcels that the screenshots show; no key takes them.
    pub(super) fn parcels(&self) -> Vec<String> {
        let screens = self.screens();
        let shown = screens.iter().flat_map(|screen| screen.shown());
        let parcels = shown.filter(|shown| shown.topic() == Topic::Tracking);
        parcels.map(|shown| shown.text().to_owned()).take(MOST_ORDERS).collect()
    }
}
