//! From a case file to what the verbs work with: checked facts, and pictures that are evidence or wait for a person.

use std::path::{Path, PathBuf};
use std::thread;

use serde_json::{Value, json};
use unfreeze::case::{self, Case};
use unfreeze::evidence::{
    Acceptance, Attachment, Digest, Evidence, Kind, Last4, Layout, Mask, Media, Order, Quad, Reason,
    RedactError, Redacted, Scan, Side, file_names,
};
use unfreeze::facts::{CardScan, Facts, Placement, Redaction};
use unfreeze::finding::{Finding, Level};
use unfreeze::letter::ticket;

use super::clock;
use super::exit::Exit;
use super::input;
use super::report::{self, Failure};
use super::session::Session;

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
    /// What a reviewer may stumble over.
    pub(crate) warnings: Vec<Finding>,
}

/// A picture of a case.
pub(crate) enum Picture {
    /// A cleaned screenshot.
    Notice(Evidence),
    /// A redacted card, and the word that a person has given for it.
    Vouched(Evidence, Acceptance),
    /// A redacted card that a person must look at first.
    Unvouched(Redacted),
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
    let (pictures, found) = pictures(folder, &facts);
    let exit = found.iter().fold(Exit::Done, |exit, trouble| exit.merge(trouble.0));
    let mut warnings = facts.warnings().to_vec();
    warnings.extend(ticket::lint(&facts));
    warnings.extend(found.into_iter().map(|trouble| trouble.1.with("case", report::word(path))));
    if warnings.iter().any(|finding| finding.level == Level::Error) {
        return Err(Failure::new(exit.merge(Exit::Findings), warnings));
    }
    Ok(Prepared { path: path.to_owned(), text, facts, pictures, warnings })
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

/// Cleans the notices and redacts the cards, as many at once as there are.
fn pictures(folder: &Path, facts: &Facts) -> (Vec<Picture>, Vec<Trouble>) {
    let notices = facts.freeze().notices().iter().enumerate();
    let scans = facts.representative().scans();
    let last4 = facts.representative().last4().as_ref();
    let (cleaned, redacted): (Vec<_>, Vec<_>) = thread::scope(|scope| {
        let cards: Vec<_> =
            scans.iter().map(|scan| scope.spawn(move || card(folder, scan, last4, facts))).collect();
        let cleaned = notices.map(|(index, path)| notice(folder, index, path)).collect();
        // A panic there is a bug of ours, as it would be here.
        let join = |card: thread::ScopedJoinHandle<'_, _>| {
            card.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        (cleaned, cards.into_iter().map(join).collect())
    });
    let mut pictures = Vec::new();
    let mut found: Vec<Trouble> = Vec::new();
    if let [(_, Some(portrait), _), (_, Some(emblem), _)] = redacted.as_slice()
        && let (portrait, emblem) = (portrait.word(), emblem.word())
        && portrait
            .zip(emblem)
            .is_some_and(|(one, other)| one.scan == other.scan && one.corners.overlaps(&other.corners))
    {
        // The masks of one side hide next to nothing of the other.
        found.push((Exit::Findings, Finding::error(field_of("emblem"), "sides-are-one")));
    }
    let card_files: Vec<Digest> = redacted.iter().filter_map(|(digest, _, _)| *digest).collect();
    for (index, cleaned) in cleaned.into_iter().enumerate() {
        match cleaned {
            // The same file under two names: the card itself would travel as a notice.
            Ok((digest, _)) if card_files.contains(&digest) => {
                let field = format!("freeze.notice[{index}]");
                found.push((Exit::Findings, Finding::error(field, "notice-is-scan")));
            }
            Ok((_, parts)) => pictures.extend(parts.into_iter().map(Picture::Notice)),
            Err(trouble) => found.push(trouble),
        }
    }
    for (_, card, troubles) in redacted {
        pictures.extend(card);
        found.extend(troubles);
    }
    (pictures, found)
}

fn notice(folder: &Path, index: usize, path: &Path) -> Result<(Digest, Vec<Evidence>), Trouble> {
    let field = format!("freeze.notice[{index}]");
    let scan = look(folder, &field, path)?;
    let digest = scan.digest();
    scan.clean().map(|parts| (digest, parts)).map_err(|error| trouble(&field, error.code(), path))
}

/// The redacted card: evidence if a person has vouched for it, else a picture to look at.
fn card(
    folder: &Path,
    scan: &CardScan,
    last4: Option<&Last4>,
    facts: &Facts,
) -> (Option<Digest>, Option<Picture>, Vec<Trouble>) {
    let field = field_of(scan.side().name());
    let opened = match look(folder, &field, scan.path()) {
        Ok(opened) => opened,
        Err(trouble) => return (None, None, vec![trouble]),
    };
    let digest = opened.digest();
    let mut found = Vec::new();
    // `whole` says other corners than those that were vouched for, if they were told one by one then.
    let same_place = |acceptance: &Acceptance| {
        *scan.placement() != Placement::Whole || opened.whole() == Some(acceptance.corners)
    };
    let redacted = match scan.acceptance() {
        Some(acceptance) if acceptance.scan == digest && same_place(acceptance) => {
            opened.replay(acceptance, last4).map(|evidence| Picture::Vouched(evidence, acceptance.clone()))
        }
        lapsed => {
            if lapsed.is_some() {
                found.push((Exit::Unvouched, Finding::warning(&field, "accepted-lapsed")));
            }
            let redaction = facts.redaction();
            let whole = opened.whole();
            let corners = match (scan.placement(), whole) {
                (Placement::Corners(corners), _) => Some(*corners),
                (Placement::Whole, Some(whole)) => Some(whole),
                (Placement::Whole, None) => {
                    found.push(trouble(&field, "picture-whole-turned", scan.path()));
                    None
                }
                (Placement::Untold, _) => {
                    let untold = trouble(&field, "placement-untold", scan.path());
                    found.push((untold.0, untold.1.with("side", scan.side().name())));
                    None
                }
            };
            let Some(corners) = corners else { return (Some(digest), None, found) };
            redact(opened, *scan.side(), corners, redaction, last4)
        }
    };
    match redacted {
        Ok(picture) => (Some(digest), Some(picture), found),
        Err(error) => {
            found.push(trouble(&field, error.code(), scan.path()));
            (Some(digest), None, found)
        }
    }
}

fn redact(
    scan: Scan,
    side: Side,
    corners: Quad,
    redaction: &Redaction,
    last4: Option<&Last4>,
) -> Result<Picture, RedactError> {
    let layout = Layout::named("cn-resident-id").ok_or(RedactError::Malformed)?;
    let (preset, style) = (*redaction.preset(), *redaction.style());
    let order = Order { side, corners, layout, preset, style, tell: last4.cloned() };
    scan.redact(&order).map(Picture::Unvouched)
}

impl Picture {
    pub(crate) fn kind(&self) -> Kind {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, _) => evidence.kind(),
            Self::Unvouched(redacted) => Kind::IdCard(redacted.side()),
        }
    }

    pub(crate) fn media(&self) -> Media {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, _) => evidence.media(),
            Self::Unvouched(_) => Media::Jpeg,
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, _) => evidence.bytes(),
            Self::Unvouched(redacted) => redacted.bytes(),
        }
    }

    pub(crate) fn size(&self) -> [u32; 2] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, _) => evidence.size(),
            Self::Unvouched(redacted) => redacted.size(),
        }
    }

    pub(crate) fn masks(&self) -> &[Mask] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, _) => evidence.masks(),
            Self::Unvouched(redacted) => redacted.masks(),
        }
    }

    pub(crate) fn kept(&self) -> &[String] {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, _) => evidence.kept(),
            Self::Unvouched(redacted) => redacted.kept(),
        }
    }

    pub(crate) fn told(&self) -> Option<&Last4> {
        match self {
            Self::Notice(evidence) | Self::Vouched(evidence, _) => evidence.told(),
            Self::Unvouched(redacted) => redacted.told(),
        }
    }

    /// What was or would be vouched for.
    fn word(&self) -> Option<&Acceptance> {
        match self {
            Self::Notice(_) => None,
            Self::Vouched(_, word) => Some(word),
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

    /// The pictures as attachments.
    ///
    /// # Errors
    /// A finding for each picture that nobody has vouched for.
    pub(crate) fn attachments(&self) -> Result<Vec<Attachment>, Failure> {
        let unvouched = self.unvouched();
        if !unvouched.is_empty() {
            return Err(Failure::new(Exit::Unvouched, unvouched));
        }
        let ready = self.pictures.iter().filter_map(|picture| match picture {
            Picture::Notice(evidence) | Picture::Vouched(evidence, _) => Some(evidence.clone()),
            Picture::Unvouched(_) => None,
        });
        Ok(Attachment::number(ready.collect()))
    }

    /// The identity card's scans as programs read them.
    pub(crate) fn scans(&self) -> Value {
        let scans = self.facts.representative().scans();
        let input =
            |side| scans.iter().find(|scan| *scan.side() == side).map_or(Path::new(""), |scan| scan.path());
        let objects = self.pictures.iter().filter_map(|picture| match picture {
            Picture::Notice(_) => None,
            Picture::Vouched(evidence, word) => {
                Some(scan_json(input(word.side), None, "accepted", word, &[], evidence.digest()))
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
