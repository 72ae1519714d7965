//! What is removed, when, and that it is gone from the file.

use std::fs;

use unfreeze::record::Forget;

use super::*;

const DAY: i64 = 24 * 60;

fn closed(folder: &Path) -> MailId {
    let mut record = open(folder, at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    assert_eq!(send(&mut record, id, at(1)), State::Accepted);
    record.log(CASE, &event(EventKind::Unfrozen, "2026-11-22T10:00:00+08:00[+08:00]"), at(30)).unwrap();
    id
}

/// Whether the bytes are still there after each of these looks, in minutes since the case was closed.
fn kept(looks: &[i64]) -> Vec<bool> {
    let folder = tempfile::tempdir().unwrap();
    let id = closed(folder.path());
    let look = |minutes: &i64| open(folder.path(), at(30 + minutes)).bytes(id).unwrap().is_some();
    looks.iter().map(look).collect()
}

#[test]
fn bytes_go_thirty_days_after_the_case_was_closed_and_seen_so_twice() {
    assert_eq!(kept(&[0, 30 * DAY - 1, 60 * DAY - 1]), [true, true, true]);
    assert_eq!(kept(&[30 * DAY, 31 * DAY - 1, 31 * DAY]), [true, true, false]);
    assert_eq!(kept(&[900 * DAY, 901 * DAY]), [true, false]);
}

#[test]
fn a_jump_of_the_clock_removes_nothing() {
    // Forward, and mended.
    assert_eq!(kept(&[900 * DAY, DAY, 900 * DAY, 2 * DAY, 40 * DAY]), [true; 5]);
    // Back, when the time had come already.
    assert_eq!(kept(&[30 * DAY, -900 * DAY, 31 * DAY, 31 * DAY + 9]), [true; 4]);
    assert_eq!(kept(&[30 * DAY, -900 * DAY, 31 * DAY, 32 * DAY]), [true, true, true, false]);
}

#[test]
fn after_that_the_hashes_and_the_story_are_left() {
    let folder = tempfile::tempdir().unwrap();
    let id = closed(folder.path());
    let before = open(folder.path(), at(40)).export(CASE).unwrap();
    open(folder.path(), at(40 * DAY));
    let mut record = open(folder.path(), at(42 * DAY));
    assert_eq!(record.export(CASE).unwrap(), before);
    assert_eq!(record.bytes(id).unwrap(), None);
    assert!(!holds(folder.path(), b"\r\n\r\nfirst"));
    let again = record.begin(id, "shop", SERVER, Resend::Allow, at(42 * DAY));
    assert_eq!(stopped(again).code(), "record-accepted");
}

#[test]
fn an_open_case_keeps_its_bytes_and_a_new_mail_opens_a_closed_one() {
    let folder = tempfile::tempdir().unwrap();
    closed(folder.path());
    let mut record = open(folder.path(), at(40 * DAY));
    assert!(record.cases(true).unwrap().is_empty());
    let id =
        record.compose(&NewMail { reference: format!("{CASE}-2"), ..mail("second") }, at(40 * DAY)).unwrap();
    assert_eq!(record.cases(true).unwrap().len(), 1);
    open(folder.path(), at(80 * DAY));
    assert!(open(folder.path(), at(90 * DAY)).bytes(id).unwrap().is_some());
}

/// Any of the bytes, in any file of the folder.
fn holds(folder: &Path, what: &[u8]) -> bool {
    let files =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files.into_iter().any(|file| fs::read(file).unwrap().windows(what.len()).any(|window| window == what))
}

/// Cases of every size, written in turns so that their rows share pages; then some are forgotten.
#[test]
fn a_forgotten_case_leaves_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let secret = |number: usize| format!("secret{number:04}");
    let case = |number: usize| CaseKey { reference: format!("UF-{}", secret(number)), ..key() };
    for round in 0..3 {
        for number in 0..40 {
            let word = secret(number);
            let new = NewMail {
                case: case(number),
                reference: format!("UF-{word}-{round}"),
                from: format!("{word}@example.com"),
                to: vec![format!("to-{word}@example.com")],
                copies: vec![format!("copy-{word}@example.com")],
                message_id: format!("<{word}@example.com>"),
                subject: format!("subject {word}"),
                bytes: format!("body {word} ").repeat(1 + number * number * 4).into_bytes(),
                attachments: vec![Attached { name: word.clone(), sha256: Digest::of(b"x"), size: 1 }],
                ..mail("first")
            };
            let id = record.compose(&new, at(round)).unwrap();
            let reply = Reply::new(250, &format!("queued {word}"));
            let refused = vec![(format!("copy-{word}@example.com"), Reply::new(550, &word))];
            let mut attempt = record.begin(id, "shop", SERVER, Resend::Refuse, at(round)).unwrap();
            attempt.enter(Phase::Dot).unwrap();
            attempt.finish(Ok(&Accepted::new(reply, refused)), None, at(round)).unwrap();
            let told = Event {
                number: word.clone(),
                note: format!("note {word} ").repeat(number * 9),
                ..event(EventKind::Ticket, "2026-11-22T10:00:00+08:00[+08:00]")
            };
            record.log(&case(number).reference, &told, at(round)).unwrap();
            record.vouch(&case(number), &[(Digest::of(word.as_bytes()), &word)], at(round)).unwrap();
        }
    }
    let (gone, left): (Vec<usize>, Vec<usize>) = (0..40).partition(|number| number % 3 != 0);
    for number in &gone {
        assert!(holds(folder.path(), secret(*number).as_bytes()));
        record.forget(&case(*number).reference, Forget::Settled, at(9)).unwrap();
    }
    for number in &gone {
        assert!(!holds(folder.path(), secret(*number).as_bytes()), "case {number}");
        assert!(!holds(folder.path(), Digest::of(secret(*number).as_bytes()).to_string().as_bytes()));
        assert!(record.case(&case(*number).reference).unwrap().is_none());
    }
    for number in left {
        assert!(holds(folder.path(), secret(number).as_bytes()));
        assert_eq!(record.case(&case(number).reference).unwrap().unwrap().mails.len(), 3);
    }
    let locks = fs::read_dir(folder.path().join("locks")).unwrap().count();
    assert_eq!(locks, 3 * 14, "the locks of forgotten mails are gone");
}

#[test]
fn a_mail_on_its_way_or_of_unknown_fate_is_not_forgotten_by_the_way() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    let mut other = open(folder.path(), at(0));
    let mut attempt = enter(&mut other, id, Some(Phase::Data), at(1));
    assert_eq!(stopped(record.forget(CASE, Forget::Settled, at(2))).code(), "record-unsettled");
    record.forget(CASE, Forget::Anyway, at(2)).unwrap();
    // What nobody keeps, nobody sends: the sender is stopped before the dot.
    assert!(attempt.enter(Phase::Dot).is_err());
    assert_eq!(stopped(attempt.finish(Ok(&accepted()), None, at(3))).code(), "record-no-mail");

    let id = record.compose(&mail("first"), at(4)).unwrap();
    fail(&mut record, id, &failed(Phase::Dot, Why::Dropped, 250), None, at(5));
    assert_eq!(stopped(record.forget(CASE, Forget::Settled, at(6))).code(), "record-unsettled");
    record.forget(CASE, Forget::Anyway, at(6)).unwrap();
    assert_eq!(stopped(record.forget(CASE, Forget::Anyway, at(7))).code(), "record-no-case");
    assert_eq!(stopped(record.begin(id, "shop", SERVER, Resend::Allow, at(7))).code(), "record-no-mail");
}

#[test]
fn a_number_is_never_given_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let first = record.compose(&mail("first"), at(0)).unwrap();
    record.forget(CASE, Forget::Settled, at(1)).unwrap();
    assert!(record.compose(&mail("first"), at(2)).unwrap() > first);
}

#[test]
fn what_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    fail(&mut record, id, &failed(Phase::Auth, Why::LoginRefused, 535), None, at(1));
    assert_eq!(send(&mut record, id, at(2)), State::Accepted);
    let ticket = Event {
        number: "T-1".into(),
        note: "by phone".into(),
        ..event(EventKind::Ticket, "2026-11-22T09:45:00+08:00[+08:00]")
    };
    record.log(CASE, &ticket, at(20)).unwrap();
    let exported = serde_json::to_string_pretty(&record.export(CASE).unwrap()).unwrap() + "\n";
    assert_eq!(exported, include_str!("../../golden/record.json"));
    assert_eq!(stopped(record.export("UF-1-20261122")).code(), "record-no-case");
}
