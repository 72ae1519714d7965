//! The next letter: when it may be written, what it stands on, and the draft that the verb writes.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use mail_parser::MessageParser;
use tempfile::TempDir;
use unfreeze::letter::channels::Channels;
use unfreeze::letter::{Done, Step};
use unfreeze::message::{Reread, Thread};
use unfreeze::record::{CaseKey, Event, EventKind, Kind, NewMail, NotYet, Record};

use crate::record::{mail, open};
use crate::run::{Outcome, Run};

const CASE: &str = "UF-1102345678-20261120";
const EARLY: &str = "1795143600"; // 2026-11-20T03:00:00Z
const LATER: &str = "1795150800"; // 2026-11-20T05:00:00Z

fn at(time: &str) -> Timestamp {
    format!("2026-11-20T{time}:00Z").parse().unwrap()
}

/// A mail of the case, sent or not.
fn new(reference: &str, id: &str) -> NewMail {
    let case = CaseKey { reference: CASE.into(), store: "1102345678".into(), frozen: None };
    let kind = if reference == CASE { Kind::Urgent } else { Kind::FollowUp };
    NewMail { case, reference: reference.into(), kind, message_id: format!("<{id}@example.com>"), ..mail(id) }
}

fn send(record: &mut Record, mail: &NewMail, now: Timestamp) {
    let id = record.compose(mail, now).unwrap();
    crate::record::send(record, id, now);
}

fn log(record: &mut Record, kind: EventKind, time: &str) {
    let at = at(time).to_zoned(jiff::tz::TimeZone::UTC);
    let number = if kind == EventKind::Ticket { "T-1".into() } else { String::new() };
    record.log(CASE, &Event { kind, at, number, note: String::new() }, self::at(time)).unwrap();
}

/// What the next letter would be at a time: its number, its thread, its steps, the channels that are overdue.
fn next(record: &Record, time: &str) -> Result<(u32, Option<Thread>, Vec<Step>, usize), NotYet> {
    let channels = Channels::shipped();
    let view = record.case(CASE).unwrap().unwrap();
    let next = view.follow_up(&channels, at(time))?;
    Ok((next.history.number, next.thread, next.history.steps, next.history.overdue.len()))
}

fn step(time: &str, done: Done) -> Step {
    Step { at: at(time), done }
}

fn to_platform() -> Done {
    Done::Accepted("seller-support@aliexpress.com".into())
}

fn why(record: &Record, time: &str) -> Option<NotYet> {
    next(record, time).err()
}

#[test]
fn a_letter_follows_once_the_published_time_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at("01:40"));
    let urgent = new(CASE, "one");
    record.compose(&urgent, at("01:50")).unwrap();
    log(&mut record, EventKind::Ticket, "01:52");
    assert_eq!(why(&record, "09:00"), Some(NotYet::NothingSent));
    send(&mut record, &urgent, at("02:05"));
    assert_eq!(why(&record, "04:04"), Some(NotYet::Early { until: at("04:05") }));
    let (number, thread, steps, overdue) = next(&record, "04:05").ok().unwrap();
    assert_eq!((number, overdue), (2, 2));
    assert_eq!(thread, Thread::of(["<one@example.com>"]));
    assert!(steps == [step("01:52", Done::Ticket("T-1".into())), step("02:05", to_platform())]);

    // What the platform writes deserves as much patience as the mail did.
    log(&mut record, EventKind::Sms, "05:00");
    assert_eq!(why(&record, "06:59"), Some(NotYet::Early { until: at("07:00") }));
    let (_, _, steps, overdue) = next(&record, "07:00").ok().unwrap();
    assert_eq!((steps.len(), overdue), (3, 0));

    // The letter after the next one follows both, and waits for its own time.
    send(&mut record, &new(&format!("{CASE}-2"), "two"), at("07:10"));
    assert_eq!(why(&record, "09:09"), Some(NotYet::Early { until: at("09:10") }));
    let (number, thread, ..) = next(&record, "09:10").ok().unwrap();
    assert_eq!((number, thread), (3, Thread::of(["<one@example.com>", "<two@example.com>"])));

    log(&mut record, EventKind::Unfrozen, "09:30");
    assert_eq!(why(&record, "20:00"), Some(NotYet::Closed));
}

#[test]
fn a_mail_that_never_arrived_is_no_mail_to_follow() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at("01:40"));
    send(&mut record, &new(CASE, "one"), at("02:05"));
    log(&mut record, EventKind::Bounced, "02:06");
    assert_eq!(why(&record, "09:00"), Some(NotYet::Bounced));
}

#[test]
fn what_was_sent_by_hand_counts_without_a_thread() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at("01:40"));
    record.know(&new(CASE, "one").case, at("01:40")).unwrap();
    log(&mut record, EventKind::Mailed, "02:05");
    let (number, thread, steps, overdue) = next(&record, "05:00").ok().unwrap();
    assert_eq!((number, thread, overdue), (2, None, 1));
    assert!(steps == [step("02:05", Done::ByHand)]);
    log(&mut record, EventKind::Mailed, "05:05");
    assert_eq!(next(&record, "08:00").ok().unwrap().0, 3);
}

#[test]
fn nobody_follows_up_a_mail_whose_fate_is_unknown() {
    use unfreeze::delivery::smtp::{Journal, Phase};
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at("01:40"));
    let id = record.compose(&new(CASE, "one"), at("02:00")).unwrap();
    let mut attempt = record.begin(
        id,
        "shop",
        "smtps://smtp.example.com:465",
        unfreeze::record::Resend::Refuse,
        at("02:05"),
    );
    // Broken off after the dot may have been written.
    Phase::ALL.into_iter().take_while(|phase| *phase <= Phase::Dot).for_each(|phase| {
        attempt.as_mut().ok().unwrap().enter(phase).unwrap();
    });
    drop(attempt);
    let mut record = open(folder.path(), at("03:00"));
    assert_eq!(why(&record, "09:00"), Some(NotYet::Unknown));
    // They looked, and it is in their Sent folder.
    log(&mut record, EventKind::Mailed, "03:05");
    let (number, thread, ..) = next(&record, "09:00").ok().unwrap();
    assert_eq!((number, thread), (2, None));
}

/// A copy of an example with a diary in which its mail was accepted at 02:05 UTC.
fn sent_case() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("scans")).unwrap();
    for name in ["case.toml", "notice.png", "scans/portrait.jpg", "scans/emblem.jpg"] {
        fs::copy(Path::new("examples/aurora").join(name), folder.path().join(name)).unwrap();
    }
    let mut record = open(&folder.path().join("diary"), at("01:40"));
    send(&mut record, &new(CASE, "one"), at("02:05"));
    folder
}

fn run(folder: &Path, line: &str, now: &str, lang: &'static str) -> Outcome {
    let diary = folder.join("diary");
    let run = Run::line(line).dir(folder).lang(lang).env("SOURCE_DATE_EPOCH", now).env("TZ", "UTC");
    run.env("UNFREEZE_STATE_DIR", diary.to_str().unwrap()).run()
}

#[test]
fn the_verb_writes_the_next_letter_beside_the_case() {
    let folder = sent_case();
    let told = "error: the published time still runs [follow-up-early]\n\
                hint: wait until 2026-11-20 04:05 UTC+00:00; asking earlier makes nothing faster\n";
    let early = run(folder.path(), "follow-up case.toml", EARLY, "en");
    assert_eq!(early, Outcome::failed(75, told));
    let name = "URGENT-ACCOUNT-FROZEN-1102345678-2.eml";
    let told = format!(
        "written: {name}\nnext: `unfreeze send {name}`, or open it in your mail client and send it\n"
    );
    let later = || run(folder.path(), "follow-up case.toml", LATER, "en");
    assert_eq!(later(), Outcome::done(&told));
    assert_eq!(later(), Outcome::done(&told.replace("written", "already there, nothing changed")));

    let draft = fs::read(folder.path().join(name)).unwrap();
    let mail = MessageParser::default().parse(&draft).unwrap();
    let names: Vec<_> = mail.headers().iter().map(|header| header.name()).collect();
    let expected =
        ["From", "To", "Subject", "X-Unsent", "In-Reply-To", "References", "MIME-Version", "Content-Type"];
    assert_eq!(names, expected);
    assert_eq!(mail.header_raw("In-Reply-To").map(str::trim), Some("<one@example.com>"));
    assert_eq!(mail.subject(), Some("[URGENT-ACCOUNT FROZEN-1102345678]"));
    let reread = Reread::read(&draft).unwrap();
    assert_eq!(reread.reference(), Some((CASE, "UF-1102345678-20261120-2")));
    assert_eq!((reread.in_reply_to(), reread.attachments().len()), (Some("<one@example.com>"), 3));
    // `send` takes the pictures, because they came through the door.
    let record = open(&folder.path().join("diary"), at("06:00"));
    assert!(reread.attachments().iter().all(|part| record.vouched(reread.store(), part.sha256).unwrap()));
    let text = mail.body_text(0).unwrap().replace("\r\n", "\n");
    assert!(text.contains(
        "\n2026-11-20 10:05 邮件发往 seller-support@aliexpress.com，我方邮件服务器已接收 / \
         mail to seller-support@aliexpress.com, accepted by our mail server\n"
    ));
    assert!(text.contains("紧急邮件的时限为2小时，已于北京时间 2026-11-20 12:05 届满，至今已过55分钟。"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777, 0o600);
    }

    // Another wording is another content.
    let english = run(folder.path(), "follow-up case.toml --lang en", LATER, "en");
    assert_eq!(english.status, 73, "{}", english.stderr);
    let forced = run(folder.path(), "follow-up case.toml --lang en --force", LATER, "zh");
    assert_eq!(
        forced,
        Outcome::done(&format!("已覆盖：{name}\n下一步：`unfreeze send {name}`，或用邮件客户端打开后发送\n"))
    );
    let stdout = run(folder.path(), "follow-up case.toml --lang en -o -", LATER, "en");
    assert_eq!(stdout.status, 0);
    assert!(stdout.stdout.as_bytes() == fs::read(folder.path().join(name)).unwrap());
    let json = run(folder.path(), "follow-up case.toml --lang en --json", LATER, "en");
    let object: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(object["reference"], "UF-1102345678-20261120-2");
    assert_eq!((&object["in_reply_to"], &object["exit"]), (&"<one@example.com>".into(), &0.into()));
}

#[test]
fn the_verb_refuses_what_cannot_be_followed() {
    let folder = sent_case();
    let mut record = open(&folder.path().join("diary"), at("02:30"));
    log(&mut record, EventKind::Unfrozen, "02:30");
    drop(record);
    let closed = run(folder.path(), "follow-up case.toml", LATER, "zh");
    let told =
        "错误：案件已结束：店铺已恢复 [follow-up-closed]\n提示：如果再次被冻结，请用新的冻结时间另建案件\n";
    assert_eq!(closed, Outcome::failed(65, told));
    fs::remove_dir_all(folder.path().join("diary")).unwrap();
    let nothing = run(folder.path(), "follow-up case.toml --json", LATER, "en");
    assert_eq!(nothing.status, 65);
    let object: serde_json::Value = serde_json::from_str(&nothing.stdout).unwrap();
    assert_eq!(object["findings"][0]["code"], "follow-up-nothing-sent");
    assert!(!folder.path().join("diary").exists(), "a question makes no diary");
    assert!(!folder.path().join("URGENT-ACCOUNT-FROZEN-1102345678-2.eml").exists());
}
