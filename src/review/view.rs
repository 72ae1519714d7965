//! What the page's template sees: words and flags only, every sentence already in the page's language.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::{Card, Draft, Mail, Page, Picture, Shows, Verdict};
use crate::evidence::{Part, Side};
use crate::finding::{Finding, Level};
use crate::letter::channels::Channels;
use crate::texts::{Lang, Texts, Value};

/// The sentences that the template names itself: `page-step-mail` is `t.step_mail` there.
const LABELS: [&str; 37] = [
    "page-title",
    "page-findings",
    "page-mail",
    "page-not-verified",
    "page-not-verified-detail",
    "page-letter",
    "page-letter-detail",
    "page-pictures",
    "page-pictures-detail",
    "page-check-under",
    "page-check-fields",
    "page-check-upright",
    "page-check-number",
    "page-vouch",
    "page-vouch-not",
    "page-steps",
    "page-step-mend",
    "page-step-mend-detail",
    "page-step-vouch",
    "page-step-vouch-detail",
    "page-step-ticket",
    "page-step-ticket-detail",
    "page-step-mail",
    "page-step-mail-detail",
    "page-step-mail-open",
    "page-step-after",
    "page-step-after-detail",
    "page-step-after-ticket",
    "page-step-after-ticket-detail",
    "page-programs",
    "page-programs-folder",
    "page-as-published",
    "page-delete",
    "page-delete-detail",
    "page-no-phone",
    "page-no-phone-detail",
    "page-private",
];

/// The mail programs, the most helpful first.
const PROGRAMS: [&str; 5] = [
    "page-program-outlook-classic",
    "page-program-thunderbird",
    "page-program-outlook-new",
    "page-program-apple-mail",
    "page-program-others",
];

/// The context of `review.html.hbs`.
#[derive(Serialize)]
pub(super) struct View {
    lang: &'static str,
    t: BTreeMap<String, String>,
    verdict: VerdictView,
    findings: Vec<FindingView>,
    errors: bool,
    not_verified: bool,
    headers: Vec<Row<String>>,
    letter: String,
    pictures: Vec<PictureView>,
    cards: bool,
    /// How many identity numbers are left, as a sentence; empty if nobody knows.
    candidates: String,
    unseen: bool,
    ticket: String,
    programs: Vec<Program>,
    command: Commands,
}

#[derive(Serialize)]
struct VerdictView {
    /// `good`, `look` or `bad`: the colour.
    kind: &'static str,
    sentence: String,
    detail: String,
}

#[derive(Serialize)]
struct FindingView {
    kind: &'static str,
    field: String,
    level: String,
    what: String,
    mend: String,
}

/// A label and what stands beside it.
#[derive(Serialize)]
struct Row<V> {
    label: String,
    value: V,
}

#[derive(Serialize)]
struct PictureView {
    name: String,
    notice: bool,
    accepted: bool,
    /// What a person has said of it; empty for a picture that asks for no word.
    status: String,
    file_name: String,
    dimensions: String,
    weight: String,
    media_type: String,
    base64: String,
    width: u32,
    height: u32,
    alt: String,
    rows: Vec<Row<Vec<String>>>,
}

#[derive(Serialize)]
struct Program {
    name: String,
    behaviour: String,
    advice: String,
}

#[derive(Serialize)]
struct Commands {
    check: String,
    accept: String,
    compose: String,
}

impl View {
    /// What the template sees of a page.
    pub(super) fn of(page: &Page<'_>) -> Self {
        let texts = page.texts;
        let verdict = page.verdict();
        let (headers, letter) = match &page.mail {
            Mail::Written(draft) => (headers(draft, texts), draft.letter.to_owned()),
            Mail::NotVerified | Mail::NotYet => (Vec::new(), String::new()),
        };
        Self {
            lang: texts.lang().tag(),
            t: labels(page),
            verdict: VerdictView::of(verdict, texts),
            findings: page.findings.iter().map(|finding| FindingView::of(finding, texts)).collect(),
            errors: matches!(verdict, Verdict::Findings(_)),
            not_verified: matches!(page.mail, Mail::NotVerified),
            headers,
            letter,
            pictures: page.pictures.iter().map(|picture| PictureView::of(picture, texts)).collect(),
            cards: page.pictures.iter().any(|picture| matches!(picture.shows, Shows::Card(_))),
            candidates: page.candidates.map_or_else(String::new, |count| {
                texts.format("page-candidates", &[("count", grouped(count, texts.lang()).into())])
            }),
            unseen: page.unseen() > 0,
            ticket: page.ticket.to_owned(),
            programs: PROGRAMS.into_iter().map(|key| Program::of(key, texts)).collect(),
            command: Commands::on(page.case),
        }
    }

    /// A view of which every list has an element: the shape that the template is checked against.
    pub(super) fn sample(texts: &Texts) -> Self {
        let card = Card {
            side: Side::Portrait,
            hidden: vec!["number"],
            told: None,
            kept: vec!["name"],
            accepted: false,
        };
        Self::of(&Page {
            texts,
            case: "",
            findings: &[Finding::error("", "")],
            mail: Mail::Written(Draft { from: "", to: "", cc: &[], subject: "", letter: "" }),
            ticket: "",
            pictures: &[Picture {
                file_name: "",
                media_type: "",
                bytes: &[],
                size: [0; 2],
                shows: Shows::Card(card),
            }],
            candidates: Some(0),
        })
    }
}

/// The template's own sentences; what they tell of channels is what `channels.toml` says.
fn labels(page: &Page<'_>) -> BTreeMap<String, String> {
    let (texts, channels) = (page.texts, Channels::shipped());
    let lang = texts.lang();
    let mail = match &page.mail {
        Mail::Written(draft) if draft.to != channels.urgent_mail.text(lang).path => {
            &channels.dedicated_mailbox
        }
        _ => &channels.urgent_mail,
    };
    let ticket = &channels.urgent_ticket;
    let values: [(&'static str, Value); 4] = [
        ("path", ticket.text(lang).path.as_str().into()),
        ("ticket", ticket.text(lang).promise.as_str().into()),
        ("mail", mail.text(lang).promise.as_str().into()),
        ("dated", ticket.dated.to_string().into()),
    ];
    LABELS.into_iter().map(|key| (name_of(key), texts.format(key, &values))).collect()
}

/// A large number as it is read: in thousands, or in Chinese in units of 万.
fn grouped(count: u64, lang: Lang) -> String {
    if lang == Lang::ZhCn && count >= 10_000 {
        return Texts::new(lang).format("page-ten-thousands", &[("count", (count / 10_000).into())]);
    }
    let digits = count.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join(",")
}

/// The name that a label has in the template, where a hyphen would be no name.
fn name_of(key: &str) -> String {
    key.trim_start_matches("page-").replace('-', "_")
}

fn headers(draft: &Draft<'_>, texts: &Texts) -> Vec<Row<String>> {
    let row = |key, value: &str| Row { label: texts.get(key), value: value.to_owned() };
    let mut rows = vec![row("page-from", draft.from), row("page-to", draft.to)];
    rows.extend(draft.cc.iter().map(|address| row("page-cc", address)));
    rows.push(row("page-subject", draft.subject));
    rows
}

impl VerdictView {
    fn of(verdict: Verdict, texts: &Texts) -> Self {
        let (kind, key, count) = match verdict {
            Verdict::Ready => ("good", "page-verdict-ready", 0),
            Verdict::TicketOnly => ("good", "page-verdict-ticket", 0),
            Verdict::Look(count) => ("look", "page-verdict-look", count),
            Verdict::Incomplete => ("bad", "page-verdict-incomplete", 0),
            Verdict::Findings(count) => ("bad", "page-verdict-findings", count),
        };
        let args = [("count", count.into())];
        Self {
            kind,
            sentence: texts.format(key, &args),
            detail: texts.format(&format!("{key}.detail"), &args),
        }
    }
}

impl FindingView {
    fn of(finding: &Finding, texts: &Texts) -> Self {
        let (kind, level) = match finding.level {
            Level::Error => ("bad", "page-level-error"),
            Level::Warning => ("look", "page-level-warning"),
        };
        Self {
            kind,
            field: finding.field.clone(),
            level: texts.get(level),
            what: finding.what(texts),
            mend: finding.mend(texts),
        }
    }
}

impl PictureView {
    fn of(picture: &Picture<'_>, texts: &Texts) -> Self {
        let [width, height] = picture.size;
        let (name, alt) = match &picture.shows {
            Shows::Notice => ("page-picture-notice", "page-alt-notice"),
            Shows::Card(Card { side: Side::Portrait, .. }) => ("page-picture-portrait", "page-alt-portrait"),
            Shows::Card(Card { side: Side::Emblem, .. }) => ("page-picture-emblem", "page-alt-emblem"),
        };
        let (accepted, status, rows) = match &picture.shows {
            Shows::Notice => (true, String::new(), Vec::new()),
            Shows::Card(card) if card.accepted => {
                (true, texts.get("page-status-accepted"), card_rows(card, texts))
            }
            Shows::Card(card) => (false, texts.get("page-status-unseen"), card_rows(card, texts)),
        };
        Self {
            name: texts.get(name),
            notice: matches!(picture.shows, Shows::Notice),
            accepted,
            status,
            file_name: picture.file_name.to_owned(),
            dimensions: texts
                .format("page-dimensions", &[("width", width.into()), ("height", height.into())]),
            weight: weight(picture.bytes.len(), texts),
            media_type: picture.media_type.to_owned(),
            base64: STANDARD.encode(picture.bytes),
            width,
            height,
            alt: texts.get(alt),
            rows,
        }
    }
}

/// What is hidden, told and kept, each row with at least one item. Nothing can be told of a side without the number.
fn card_rows(card: &Card<'_>, texts: &Texts) -> Vec<Row<Vec<String>>> {
    let key = match Part::from(card.told) {
        Part::First1Last1 => "page-told-first1-last1",
        Part::Last4 | Part::Nothing => "page-told-last4",
    };
    let told = card.told.map(|told| texts.format(key, &[("told", told.as_str().into())]));
    let row = |key, items: Vec<String>| {
        let value = if items.is_empty() { vec![texts.get("page-nothing")] } else { items };
        Row { label: texts.get(key), value }
    };
    let mut rows = vec![row("page-hidden", fields(&card.hidden, texts))];
    if told.is_some() || card.hidden.contains(&"number") {
        rows.push(row("page-told", told.into_iter().collect()));
    }
    rows.push(row("page-kept", fields(&card.kept, texts)));
    rows
}

/// The words for some fields, each once: a field may lie under several bars.
fn fields(names: &[&str], texts: &Texts) -> Vec<String> {
    let mut words = Vec::new();
    for name in names {
        let word = texts.get(&format!("field-{name}"));
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// The size of a file, rounded as a person would say it.
fn weight(bytes: usize, texts: &Texts) -> String {
    match bytes {
        0..1_000 => texts.format("page-bytes", &[("count", bytes.into())]),
        1_000..999_500 => texts.format("page-kilobytes", &[("count", ((bytes + 500) / 1_000).into())]),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            texts.format("page-megabytes", &[("count", format!("{}.{}", tenths / 10, tenths % 10).into())])
        }
    }
}

impl Program {
    fn of(key: &str, texts: &Texts) -> Self {
        Self {
            name: texts.get(key),
            behaviour: texts.get(&format!("{key}.behaviour")),
            advice: texts.get(&format!("{key}.advice")),
        }
    }
}

impl Commands {
    /// The commands on a case, its name in quotes where a shell would split it.
    fn on(case: &str) -> Self {
        let plain = |character: char| character.is_alphanumeric() || "._-/\\:".contains(character);
        let case = if case.chars().all(plain) { case.to_owned() } else { format!("\"{case}\"") };
        let command = |verb| format!("unfreeze {verb} {case}");
        Self { check: command("check"), accept: command("accept"), compose: command("compose") }
    }
}
