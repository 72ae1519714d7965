//! The mail in its four forms: draft, sent, trial, later letter; each read back by another parser.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use mail_parser::{Message as Parsed, MessageParser, MimeHeaders};
use unfreeze::case;
use unfreeze::evidence::{Attachment, Scan, Watermark, notice_bytes};
use unfreeze::facts::{Facts, LetterLanguage};
use unfreeze::letter::{Attached, Letter, Templates};
use unfreeze::message::{ComposeError, Message, Reread, Stamp, Thread};
use unfreeze::texts::{Lang, Texts};

pub(crate) const TOKEN: &str = "2f1c9a54-9d0e-4a57-8d0b-1f2e3d4c5b6a";

/// An example, ready to be composed: done once, because pictures take their time.
pub(crate) struct Example {
    pub(crate) facts: Facts,
    pub(crate) attachments: Vec<Attachment>,
}

impl Example {
    fn read(name: &str) -> Self {
        let folder = Path::new("examples").join(name);
        let text = fs::read(folder.join("case.toml")).unwrap();
        let now = "2026-11-22T12:00:00Z".parse().unwrap();
        let facts = Facts::check(case::read(&text).unwrap(), now).unwrap();
        let watermark = facts.redaction().watermark().as_ref().map(|text| Watermark::new(text).unwrap());
        let mut evidence = Vec::new();
        for notice in facts.freeze().notices() {
            let scan = Scan::read(&fs::read(folder.join(notice)).unwrap()).unwrap();
            evidence.extend(scan.clean(notice_bytes(facts.freeze().notices().len())).unwrap());
        }
        for card in facts.representative().scans() {
            let scan = Scan::read(&fs::read(folder.join(card.path())).unwrap()).unwrap();
            let order = facts.order(card, &scan, watermark.as_ref()).unwrap();
            evidence.push(scan.redact(&order).unwrap().accept(card.acceptance().as_slice()).unwrap());
        }
        Self { facts, attachments: Attachment::number(evidence) }
    }

    pub(crate) fn aurora() -> &'static Self {
        static AURORA: OnceLock<Example> = OnceLock::new();
        AURORA.get_or_init(|| Self::read("aurora"))
    }

    pub(crate) fn agency() -> &'static Self {
        static AGENCY: OnceLock<Example> = OnceLock::new();
        AGENCY.get_or_init(|| Self::read("agency"))
    }

    pub(crate) fn attached(&self) -> Vec<Attached> {
        self.attachments.iter().map(Attached::from).collect()
    }

    pub(crate) fn letter(&self, language: LetterLanguage) -> Letter {
        let mail = self.facts.mail().as_ref().unwrap();
        Letter::render(&self.facts, mail, &self.attached(), &Templates::default(), language).unwrap()
    }

    pub(crate) fn draft(&self, language: LetterLanguage) -> Message {
        let letter = self.letter(language);
        let stamp = Stamp::draft(&letter, &self.attachments);
        Message::draft(self.facts.mail().as_ref().unwrap(), &letter, &self.attachments, &stamp).unwrap()
    }

    fn sent(&self, date: SystemTime, token: &str, thread: Option<&Thread>) -> Result<Message, ComposeError> {
        let letter = self.letter(LetterLanguage::Both);
        let stamp = Stamp::sent(&letter, &self.attachments, date, token);
        Message::sent(self.facts.mail().as_ref().unwrap(), &letter, &self.attachments, &stamp, thread)
    }
}

/// 2026-11-22T10:00:00Z.
pub(crate) fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_341_600)
}

fn parsed(message: &Message) -> Parsed<'_> {
    MessageParser::default().parse(message.bytes()).unwrap()
}

fn names(mail: &Parsed<'_>) -> Vec<String> {
    mail.headers().iter().map(|header| header.name().to_owned()).collect()
}

fn attached(mail: &Parsed<'_>) -> Vec<(String, Vec<u8>)> {
    let name = |part: &mail_parser::MessagePart<'_>| part.attachment_name().unwrap().to_owned();
    mail.attachments().map(|part| (name(part), part.contents().to_vec())).collect()
}

#[test]
fn what_is_sent_is_the_draft_with_a_date_and_an_id() {
    let example = Example::aurora();
    let sent = example.sent(noon(), TOKEN, None).unwrap();
    let mail = parsed(&sent);
    assert_eq!(names(&mail), ["Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"]);
    assert_eq!(mail.header_raw("Date").map(str::trim), Some("Sun, 22 Nov 2026 10:00:00 +0000"));
    assert_eq!(mail.header_raw("Message-ID").map(str::trim), Some(format!("<{TOKEN}@example.com>").as_str()));
    assert_eq!(sent.message_id(), Some(format!("<{TOKEN}@example.com>").as_str()));
    assert_eq!(sent.subject(), "[URGENT-ACCOUNT FROZEN-1102345678]");
    let draft = example.draft(LetterLanguage::Both);
    assert_eq!((draft.message_id(), draft.content()), (None, sent.content()));
    // From the first boundary on, both are the same bytes.
    let body = |message: &Message| {
        let text = String::from_utf8(message.bytes().to_vec()).unwrap();
        text[text.find("MIME-Version").unwrap()..].to_owned()
    };
    assert_eq!(body(&sent), body(&draft));
}

#[test]
fn the_same_case_a_minute_later_says_the_same() {
    let example = Example::aurora();
    let one = example.sent(noon(), TOKEN, None).unwrap();
    let thread = Thread::of(["a@example.com"]);
    let later = example.sent(noon() + Duration::from_secs(60), "other", thread.as_ref()).unwrap();
    assert_eq!(one.content(), later.content());
    assert_ne!(one.bytes(), later.bytes());
    let english = example.draft(LetterLanguage::En);
    let other = Example::agency().draft(LetterLanguage::Both);
    assert!(one.content() != english.content() && one.content() != other.content());
    assert_eq!(one.content().len(), 64);
}

#[test]
fn a_later_letter_stands_in_the_thread() {
    let thread =
        Thread::of(["<1@example.com>", "2@example.com", "no id", "<3@example.com>\r\nBcc: x@example.com"]);
    let thread = thread.unwrap();
    assert_eq!(thread.references(), ["<1@example.com>", "<2@example.com>"]);
    let sent = Example::aurora().sent(noon(), TOKEN, Some(&thread)).unwrap();
    let mail = parsed(&sent);
    assert_eq!(mail.header_raw("In-Reply-To").map(str::trim), Some("<2@example.com>"));
    assert_eq!(mail.header_raw("References").map(str::trim), Some("<1@example.com> <2@example.com>"));
    assert!(!names(&mail).contains(&"Bcc".to_owned()));
    assert_eq!(Thread::of(["", "x", "<>", "a@b c"]), None);
}

#[test]
fn a_trial_goes_to_the_sender_alone_and_says_so() {
    let example = Example::agency();
    let letter = example.letter(LetterLanguage::En);
    let stamp = Stamp::sent(&letter, &example.attachments, noon(), TOKEN);
    for (lang, mark, word) in [
        (Lang::En, "[TRIAL]", "This is a trial: it was sent to its own sender only, and to nobody else."),
        (Lang::ZhCn, "【试发】", "这是一封试发邮件，只发给了发件人自己，没有发给其他任何人。"),
    ] {
        let mail = example.facts.mail().as_ref().unwrap();
        let trial = Message::trial(mail, &letter, &example.attachments, &stamp, &Texts::new(lang)).unwrap();
        let mail = parsed(&trial);
        assert!(mail.cc().is_none() && mail.bcc().is_none());
        let to = mail.to().unwrap().first().unwrap().address();
        assert_eq!((to, trial.bytes().is_ascii()), (Some("cases@agency.example"), true));
        assert_eq!(mail.subject(), Some(format!("{mark} [URGENT-ACCOUNT FROZEN-1109876543]").as_str()));
        assert_eq!(mail.body_text(0).unwrap().lines().next(), Some(word));
        let html = mail.body_html(0).unwrap();
        assert!(
            html.split("<body>").nth(1).unwrap().trim_start().starts_with(&format!("<p><b>{word}</b></p>"))
        );
        let sent = Message::sent(
            example.facts.mail().as_ref().unwrap(),
            &letter,
            &example.attachments,
            &stamp,
            None,
        );
        let sent = sent.unwrap();
        assert_ne!(sent.content(), trial.content());
        assert_eq!(attached(&parsed(&sent)), attached(&mail));
        // A trial that is read back from the mailbox is no urgent mail.
        let codes = Reread::read(trial.bytes()).err().unwrap();
        let codes: Vec<_> = codes.findings().iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["reread-to-foreign", "reread-subject"]);
    }
}

#[test]
fn nothing_is_sent_without_a_sound_stamp() {
    let example = Example::aurora();
    let unfit = |date, token: &str| example.sent(date, token, None).err();
    let year_10000 = SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_800);
    assert_eq!(unfit(SystemTime::UNIX_EPOCH - Duration::from_secs(1), TOKEN), Some(ComposeError::Unfit));
    assert_eq!(unfit(year_10000, TOKEN), Some(ComposeError::Unfit));
    for token in ["", "a b", "a@b", "a>\r\nBcc: x", "é", &"a".repeat(65)] {
        assert_eq!(unfit(noon(), token), Some(ComposeError::Unfit), "{token:?}");
    }
    assert_eq!(unfit(year_10000 - Duration::from_secs(1), &"a".repeat(64)), None);
    let letter = example.letter(LetterLanguage::Both);
    let stamp = Stamp::draft(&letter, &[]);
    let sent = Message::sent(example.facts.mail().as_ref().unwrap(), &letter, &[], &stamp, None);
    assert_eq!(sent.err(), Some(ComposeError::Unfit));
}
