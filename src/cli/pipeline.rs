//! From a case file to what the verbs work with: checked facts, and pictures that are evidence or wait for a person.

mod notices;

use std::path::{Path, PathBuf};
use std::thread;

use serde_json::Value;
use unfreeze::case::{self, Case};
use unfreeze::evidence::{
    Acceptance, Attachment, Card, Redacted, Scan, Side, Visible, Watermark, file_names, inspect, notice_bytes,
};
use unfreeze::facts::{CardScan, Document, Facts};
use unfreeze::finding::{Finding, Level};
use unfreeze::letter::ticket;

use super::clock;
use super::exit::Exit;
use super::input;
use super::picture::{Picture, Voucher, scan_json};
use super::reader::Reader;
use super::report::{self, Failure};
use super::session::Session;
use notices::notice;

/// A case file is a page of text; whatever is larger is something else.
const CASE_LIMIT: usize = 1 << 20;

/// A case that can be worked with.
pub(crate) struct Prepared {
    /// Where the case file is, as it was typed.
    pub(crate) path: PathBuf,
    /// The case file's text as it was read.
    pub(crate) text: Vec<u8>,
    pub(crate) facts: Facts,
    /// In the order in which they are attached: notices, portrait side, emblem side.
    pub(crate) pictures: Vec<Picture>,
    /// How many identity numbers the pictures leave; nobody knows it of another document.
    pub(crate) candidates: Option<u64>,
    /// What a reviewer may stumble over.
    pub(crate) warnings: Vec<Finding>,
}

/// Reads the case, checks it and redacts its pictures. Nothing is written.
///
/// # Errors
/// Everything that is wrong with the case and with its pictures, at once.
pub(crate) fn prepare(path: &Path) -> Result<Prepared, Failure> {
    let text = input::read(path)?;
    if text.len() > CASE_LIMIT {
        return Err(Failure::new(Exit::Findings, [Finding::error("case", "case-too-large")]));
    }
    let case = case::read(&text).map_err(|problems| {
        // A picture in place of the case is a slip; what is wrong with it as a text would mislead.
        let picture = Scan::read(&text).is_ok();
        if picture {
            Failure::new(Exit::Findings, [Finding::error("case", "case-is-picture")])
        } else {
            problems.into()
        }
    })?;
    let named = named_pictures(&case);
    let folder = path.parent().unwrap_or(Path::new(""));
    let facts = match Facts::check(case, clock::now()?) {
        Ok(facts) => facts,
        Err(problems) => {
            // The facts are wrong, but what the pictures show is worth knowing in the same breath.
            let mut findings = problems.findings().to_vec();
            let mut exit = Exit::Findings;
            for (field, picture) in named {
                if findings.iter().all(|finding| finding.field != field)
                    && let Err(trouble) = look(folder, &field, &picture)
                {
                    exit = exit.merge(trouble.0);
                    findings.push(trouble.1);
                }
            }
            return Err(Failure::new(exit, findings));
        }
    };
    let Looked { pictures, found, candidates } = pictures(folder, &facts);
    // Each error of a picture tells its own exit status.
    let exit = found.iter().fold(Exit::Done, |exit, trouble| exit.merge(trouble.0));
    let mut warnings = facts.warnings().to_vec();
    warnings.extend(ticket::lint(&facts));
    warnings.extend(found.into_iter().map(|trouble| trouble.1.with("case", report::word(path))));
    if warnings.iter().any(|finding| finding.level == Level::Error) {
        return Err(Failure::new(exit, warnings));
    }
    Ok(Prepared { path: path.to_owned(), text, facts, pictures, candidates, warnings })
}

/// [`prepare`] for a verb that takes one case: a failure is its JSON object.
///
/// # Errors
/// As [`prepare`].
pub(crate) fn prepare_one(path: &Path, session: &Session) -> Result<Prepared, Failure> {
    let prepared = prepare(path);
    if let Err(failure) = &prepared {
        session.object(&report::case_json(path, failure, session.texts()))?;
    }
    prepared
}

/// What is wrong with a picture, and the exit status that it asks for.
type Trouble = (Exit, Finding);

/// The pictures that a case names, with their fields.
fn named_pictures(case: &Case) -> Vec<(String, PathBuf)> {
    let notices = case.freeze.notice.iter().enumerate();
    let notices = notices.map(|(index, notice)| (format!("freeze.notice[{index}]"), notice));
    let cards = [("portrait", &case.representative.id_portrait), ("emblem", &case.representative.id_emblem)];
    let cards = cards.into_iter().filter_map(|(side, path)| Some((field_of(side), path.as_ref()?)));
    notices.chain(cards).map(|(field, path)| (field, PathBuf::from(path))).collect()
}

fn field_of(side: &str) -> String {
    format!("representative.id_{side}")
}

/// Opens a picture.
fn look(folder: &Path, field: &str, picture: &Path) -> Result<Scan, Trouble> {
    let bytes =
        input::read(&folder.join(picture)).map_err(|unread| (unread.exit(), unread.finding(field)))?;
    Scan::read(&bytes).map_err(|error| trouble(field, error.code(), picture))
}

fn trouble(field: &str, code: &'static str, picture: &Path) -> Trouble {
    (Exit::Findings, Finding::error(field, code).with("file", picture.display().to_string()))
}

/// What is known of the pictures: themselves, what is wrong, and how many identity numbers they leave.
struct Looked {
    pictures: Vec<Picture>,
    found: Vec<Trouble>,
    candidates: Option<u64>,
}

/// Cleans the notices and redacts the cards, as many at once as there are.
fn pictures(folder: &Path, facts: &Facts) -> Looked {
    let mut looked = Looked { pictures: Vec::new(), found: Vec::new(), candidates: None };
    let watermark = match facts.redaction().watermark().as_ref().map(Watermark::new).transpose() {
        Ok(watermark) => watermark,
        Err(error) => {
            looked.found.push((Exit::Findings, Finding::error("redaction.watermark", error.code())));
            return looked;
        }
    };
    if let Some(code) = watermark.as_ref().and_then(|watermark| watermark.wording().code()) {
        looked.found.push((Exit::Done, Finding::warning("redaction.watermark", code)));
    }
    let notices = 0..facts.freeze().notices().len();
    let budget = notice_bytes(notices.len());
    let scans = facts.representative().scans();
    let watermark = watermark.as_ref();
    let Some(reader) = &Reader::new() else { return looked };
    let (cleaned, cards): (Vec<_>, Vec<_>) = thread::scope(|scope| {
        let cards: Vec<_> = scans
            .iter()
            .map(|scan| scope.spawn(move || card(folder, scan, facts, reader, watermark)))
            .collect();
        let cleaned = notices.map(|index| notice(folder, facts, index, budget, reader)).collect();
        // A panic there is a bug of ours, as it would be here.
        let join = |card: thread::ScopedJoinHandle<'_, _>| {
            card.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        (cleaned, cards.into_iter().map(join).collect())
    });
    let words: Vec<&Acceptance> = cards.iter().flatten().filter_map(|(card, _)| card.word()).collect();
    let known = *facts.representative().document() == Document::CnResidentId;
    if let [one, other] = words.as_slice()
        && known
        && one.scan == other.scan
        && one.corners.overlaps(&other.corners)
    {
        // The masks of one side hide next to nothing of the other.
        looked.found.push((Exit::Findings, Finding::error(field_of("emblem"), "sides-are-one")));
    }
    let judged = notices::judged(facts, &cleaned);
    for (index, cleaned) in cleaned.into_iter().enumerate() {
        match cleaned {
            // The same file under two names: the card itself would travel as a notice.
            Ok(cleaned) if words.iter().any(|word| word.scan == cleaned.scan) => {
                let field = format!("freeze.notice[{index}]");
                looked.found.push((Exit::Findings, Finding::error(field, "notice-is-scan")));
            }
            Ok(cleaned) => {
                if cleaned.may_travel() {
                    looked.pictures.extend(cleaned.parts.into_iter().map(Picture::Notice));
                }
                looked.found.extend(cleaned.said.into_iter().map(|finding| (Exit::Done, finding)));
            }
            Err(trouble) => looked.found.push(trouble),
        }
    }
    looked.found.extend(judged);
    for card in cards {
        match card {
            Ok((card, lapsed)) => {
                looked.pictures.push(card);
                looked.found.extend(lapsed.map(|finding| (Exit::Unvouched, finding)));
            }
            Err(trouble) => looked.found.push(trouble),
        }
    }
    count(facts, &mut looked);
    looked
}

/// Counts what all pictures together leave of identity numbers; of another document nobody knows what it shows.
fn count(facts: &Facts, looked: &mut Looked) {
    if *facts.representative().document() != Document::CnResidentId {
        return;
    }
    let told = looked.pictures.iter().find_map(|picture| picture.told());
    let kept = looked.pictures.iter().flat_map(|picture| picture.kept()).map(String::as_str);
    match Visible::new(kept, told.into()).check() {
        Ok(candidates) => looked.candidates = Some(candidates),
        Err(few) => {
            let finding = Finding::error("redaction", few.code()).with("count", few.candidates);
            looked.found.push((Exit::Findings, finding));
        }
    }
}

/// The redacted card: evidence if a person has vouched for exactly this picture, else one to look at; and that what
/// they vouched for was another one.
fn card(
    folder: &Path,
    scan: &CardScan,
    facts: &Facts,
    reader: &Reader,
    watermark: Option<&Watermark>,
) -> Result<(Picture, Option<Finding>), Trouble> {
    let field = field_of(scan.side().name());
    let opened = look(folder, &field, scan.path())?;
    let unplaced = |code| {
        let (exit, finding) = trouble(&field, code, scan.path());
        (exit, finding.with("side", scan.side().name()))
    };
    let mut found = None;
    if facts.order(scan, &opened, None, watermark).is_none() {
        let models = reader.models().map_err(|finding| (Exit::Findings, finding))?;
        let models = models.ok_or_else(|| unplaced("placement-untold"))?;
        found =
            Some((models, nearest(opened.find(models, reader.layout()), *scan.side()).map_err(unplaced)?));
    }
    let order = facts.order(scan, &opened, found.as_ref().map(|(_, card)| card), watermark);
    let order = order.ok_or_else(|| unplaced("placement-untold"))?;
    let redacted = opened.redact(&order).map_err(|error| trouble(&field, error.code(), scan.path()))?;
    if let Some((models, _)) = found {
        let (word, bytes) = (redacted.acceptance().clone(), redacted.bytes().to_vec());
        return Ok(match redacted.prove(models, reader.layout(), &bytes) {
            Ok(evidence) => (Picture::Vouched(evidence, word, Voucher::Proof), None),
            Err(redacted) => (Picture::Unvouched(*redacted), None),
        });
    }
    let Some(word) = scan.acceptance() else { return Ok((Picture::Unvouched(redacted), None)) };
    Ok(match redacted.accept(std::slice::from_ref(word)) {
        Ok(evidence) => (Picture::Vouched(evidence, word.clone(), Voucher::Person), None),
        Err(redacted) => (Picture::Unvouched(*redacted), Some(Finding::warning(&field, "accepted-lapsed"))),
    })
}

/// The card of a side among those that were found.
fn nearest(cards: Vec<Card>, side: Side) -> Result<Card, &'static str> {
    let none = if cards.is_empty() { "card-not-found" } else { "side-swapped" };
    cards.into_iter().find(|card| card.side() == side).ok_or(none)
}

/// Looks once more at the bytes that will travel: no metadata, nothing behind the end of the picture.
fn prove(attachments: &[Attachment]) -> Result<(), Failure> {
    let bad = attachments.iter().find(|attachment| {
        inspect(attachment.evidence().bytes()).ok() != Some(attachment.evidence().media())
    });
    bad.map_or(Ok(()), |attachment| {
        Err(Failure::new(Exit::Bug, [Finding::error(attachment.file_name(), "picture-unproved")]))
    })
}

impl Prepared {
    /// Every file that the case is made of, itself among them: none of them may be written over.
    pub(crate) fn inputs(&self) -> Vec<PathBuf> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let scans = self.facts.representative().scans().iter().map(CardScan::path);
        let notices = self.facts.freeze().notices().iter();
        let pictures = scans.map(|path| folder.join(path)).chain(notices.map(|path| folder.join(path)));
        pictures.chain([self.path.clone()]).collect()
    }

    /// The names that the pictures have or will have in the mail.
    pub(crate) fn file_names(&self) -> Vec<String> {
        file_names(self.pictures.iter().map(|picture| (picture.kind(), picture.media())))
    }

    /// The pictures as attachments, whose bytes have been looked at once more.
    ///
    /// # Errors
    /// A finding for each picture that nobody has vouched for.
    pub(crate) fn attachments(&self) -> Result<Vec<Attachment>, Failure> {
        let unvouched = self.unvouched();
        if !unvouched.is_empty() {
            return Err(Failure::new(Exit::Unvouched, unvouched));
        }
        let ready = self.pictures.iter().filter_map(|picture| match picture {
            Picture::Notice(evidence) | Picture::Vouched(evidence, ..) => Some(evidence.clone()),
            Picture::Unvouched(_) => None,
        });
        let attachments = Attachment::number(ready.collect());
        prove(&attachments)?;
        Ok(attachments)
    }

    /// The identity card's scans as programs read them.
    pub(crate) fn scans(&self) -> Value {
        let scans = self.facts.representative().scans();
        let input =
            |side| scans.iter().find(|scan| *scan.side() == side).map_or(Path::new(""), |scan| scan.path());
        let objects = self.pictures.iter().filter_map(|picture| match picture {
            Picture::Notice(_) => None,
            Picture::Vouched(evidence, word, by) => {
                Some(scan_json(input(word.side), None, by.verdict(), word, &[], evidence.digest()))
            }
            Picture::Unvouched(redacted) => {
                let word = redacted.acceptance();
                Some(scan_json(
                    input(word.side),
                    None,
                    "unconfirmed",
                    word,
                    redacted.reasons(),
                    redacted.digest(),
                ))
            }
        });
        objects.collect()
    }

    /// A finding for each picture that nobody has vouched for.
    pub(crate) fn unvouched(&self) -> Vec<Finding> {
        let waiting = self.pictures.iter().filter_map(Picture::unvouched);
        let unvouched = |redacted: &Redacted| Finding::error(field_of(redacted.side().name()), "unvouched");
        waiting.map(|redacted| unvouched(redacted).with("case", report::word(&self.path))).collect()
    }
}
