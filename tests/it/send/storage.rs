//! When the diary cannot be kept, nothing is sent; and once it can, what was to be sent is sent once.

use std::fs;

use rusqlite::Connection;
use unfreeze::delivery::smtp::Phase;
use unfreeze::record::State;

use super::*;
use crate::mail_server::{Does, Fault};

/// Changes something in the diary behind the program's back.
fn meddle(desk: &Desk, sql: &str) {
    Connection::open(desk.path("state/unfreeze.db")).unwrap().execute_batch(sql).unwrap();
}

/// Lets the diary refuse a change of an attempt, as a disk does that is full just then.
fn refuse(desk: &Desk, what: &str) {
    let refusal = "BEGIN SELECT RAISE(ABORT, 'no'); END";
    meddle(desk, &format!("CREATE TRIGGER refusal BEFORE UPDATE ON attempts WHEN {what} {refusal}"));
}

/// Refused with this code, and nobody was even connected to.
fn stops(desk: &Desk, server: &MailServer, code: &str) {
    for (lang, words) in [("en", "draft.eml"), ("zh", "draft.eml --json"), ("en", "--resume")] {
        let outcome = desk.send(server, words).lang(lang).run();
        assert_eq!(status(&outcome), (73, false), "{code}: {}", outcome.stderr);
        assert!(outcome.stderr.contains(&format!("[{code}]")), "{code}: {}", outcome.stderr);
    }
    assert_eq!(server.transcript().len(), 0, "{code}");
}

#[test]
fn where_no_diary_can_be_nothing_is_sent() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    fs::rename(desk.path("state"), desk.path("kept")).unwrap();
    fs::write(desk.path("state"), "a file").unwrap();
    stops(&desk, &server, "record-not-folder");
    assert_eq!(fs::read(desk.path("state")).unwrap(), b"a file");
    fs::remove_file(desk.path("state")).unwrap();
    fs::create_dir_all(desk.path("state/unfreeze.db")).unwrap();
    stops(&desk, &server, "record-not-file");
    fs::remove_dir_all(desk.path("state")).unwrap();
    fs::rename(desk.path("kept"), desk.path("state")).unwrap();
    assert_eq!(desk.send(&server, "draft.eml").run().status, 0);
}

#[test]
fn a_damaged_diary_is_left_as_it_is() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(Damage, &str); 6] = [
        (
            |bytes| *bytes = b"not a database, but long enough to look like a file of some kind".repeat(99),
            "record-corrupt",
        ),
        (|bytes| bytes.truncate(bytes.len() / 2), "record-corrupt"),
        (|bytes| bytes.truncate(5000), "record-corrupt"),
        (|bytes| bytes[4096..8192].fill(0xA5), "record-corrupt"),
        // PRAGMA user_version
        (|bytes| bytes[60..64].copy_from_slice(&[0, 0, 0, 99]), "record-newer"),
        // PRAGMA application_id
        (|bytes| bytes[68..72].copy_from_slice(b"OTHR"), "record-foreign"),
    ];
    for (damage, code) in damages {
        let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
        let mut bytes = composed().diary.clone();
        damage(&mut bytes);
        fs::write(desk.path("state/unfreeze.db"), &bytes).unwrap();
        stops(&desk, &server, code);
        assert!(fs::read(desk.path("state/unfreeze.db")).unwrap() == bytes, "{code}");
    }
}

/// Whoever may do everything, as in many containers, is not held by permissions; a journal that cannot be made is the
/// same to SQLite.
#[test]
fn a_diary_that_can_only_be_read_sends_nothing() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    fs::create_dir(desk.path("state/unfreeze.db-journal")).unwrap();
    stops_composing(&desk, &server, "record-failed");
    fs::remove_dir(desk.path("state/unfreeze.db-journal")).unwrap();
    assert_eq!((desk.send(&server, "draft.eml").run().status, server.mails().len()), (0, 1));
}

/// As [`stops`], where the diary can be read: there is nothing to resume.
fn stops_composing(desk: &Desk, server: &MailServer, code: &str) {
    let outcome = desk.send(server, "draft.eml").run();
    assert_eq!(status(&outcome), (73, false), "{}", outcome.stderr);
    assert!(outcome.stderr.contains(&format!("[{code}]")), "{}", outcome.stderr);
    assert_eq!(server.transcript().len(), 0);
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_nothing_is_sent() {
    use std::process::{Command, Stdio};

    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    // Room for the diary as it is, but not for the mail, which has more than a megabyte.
    let line = format!("trap '' XFSZ; ulimit -f 300; exec \"$0\" send draft.eml --server {}", server.url());
    let output = Command::new("/bin/sh")
        .args(["-c", &line, env!("CARGO_BIN_EXE_unfreeze"), "--ui-lang", "en"])
        .current_dir(desk.folder.path())
        .env("UNFREEZE_STATE_DIR", desk.path("state"))
        .env("SOURCE_DATE_EPOCH", NOW)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(73), "{stderr}");
    assert!(stderr.contains("[record-full]") || stderr.contains("[record-failed]"), "{stderr}");
    assert_eq!(server.transcript().len(), 0);
    assert!(desk.kept().is_none());
    assert_eq!((desk.send(&server, "draft.eml").run().status, server.mails().len()), (0, 1));
}

#[test]
fn a_phase_that_cannot_be_kept_is_not_begun() {
    let mode = Mode::StartTls;
    for phase in Phase::ALL.into_iter().filter(|phase| *phase < Phase::Quit) {
        let (desk, server) = (Desk::new(), MailServer::start(mode));
        refuse(&desk, &format!("NEW.phase = '{}'", phase.name()));
        let (exit, object) = desk.send_json(&server, "draft.eml");
        assert_eq!((exit, codes(&object)), (73, vec!["smtp-journal"]), "{phase:?}");
        let heard = server.transcript();
        assert!(server.mails().is_empty() && heard.iter().all(|heard| !heard.dot), "{phase:?}");
        assert!(phase >= Phase::Body || heard.iter().all(|heard| heard.body.is_empty()), "{phase:?}");
        meddle(&desk, "DROP TRIGGER refusal");
        assert_eq!(desk.kept().unwrap().0.state, State::Deferred, "{phase:?}");
        assert_eq!((desk.send(&server, "draft.eml").run().status, server.mails().len()), (0, 1), "{phase:?}");
    }
}

#[test]
fn an_end_that_cannot_be_kept_is_told_and_doubles_nothing() {
    let dot = |does| Fault::at(Phase::Dot, does);
    for (fault, exit, code, arrived) in [
        (Fault::none(), 73, "send-accepted-unkept", 1),
        (dot(Does::Drops), 76, "smtp-unknown-dropped", 0),
        (dot(Does::Accepts(Box::new(Does::Drops))), 76, "smtp-unknown-dropped", 1),
        (dot(Does::says("554 5.7.1 no")), 69, "smtp-refused-mail", 0),
    ] {
        let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Plain, [fault.clone()]));
        refuse(&desk, "NEW.ended IS NOT NULL");
        let (found, object) = desk.send_json(&server, "draft.eml");
        assert_eq!((found, codes(&object)[0]), (exit, code), "{fault:?}");
        meddle(&desk, "DROP TRIGGER refusal");
        // All that is on the disk is that the dot was near.
        assert_eq!(desk.kept().unwrap().0.state, State::Unknown, "{fault:?}");
        assert_eq!(desk.send(&server, "draft.eml").run().status, 76, "{fault:?}");
        assert_eq!(server.mails().len(), arrived, "{fault:?}");
    }
}

#[test]
fn recipients_that_were_changed_in_the_diary_are_refused() {
    for change in ["recipients = 'x@example.com'", "copies = 'seller-support@a1iexpress.com'", "sender = ''"]
    {
        let does = Does::says("451 4.7.1 later");
        let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Plain, [Fault::at(Phase::Mail, does)]));
        assert_eq!(desk.send(&server, "draft.eml").run().status, 75);
        meddle(&desk, &format!("UPDATE mails SET {change}"));
        let outcome = desk.send(&server, &format!("{REFERENCE} --resume")).run();
        assert!([64, 65].contains(&outcome.status), "{change}: {}", outcome.stderr);
        assert_eq!((server.mails().len(), server.transcript().len()), (0, 1), "{change}");
    }
}

#[test]
fn a_clock_that_was_set_back_doubles_nothing() {
    let does = Does::says("451 4.7.1 later");
    let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Plain, [Fault::at(Phase::Mail, does)]));
    assert_eq!(desk.send(&server, "draft.eml").run().status, 75);
    for (epoch, words) in
        [("1700000000", "--resume"), ("1600000000", "draft.eml"), ("4102444800", "draft.eml")]
    {
        let outcome = desk.send(&server, words).env("SOURCE_DATE_EPOCH", epoch).run();
        assert_eq!((outcome.status, server.mails().len()), (0, 1), "{epoch}: {}", outcome.stderr);
    }
}

#[test]
fn a_clock_that_shows_nonsense_is_refused() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    for epoch in ["", "soon", "1.5", "99999999999999999", "0x1"] {
        let outcome = desk.send(&server, "draft.eml").env("SOURCE_DATE_EPOCH", epoch).run();
        assert_eq!(outcome.status, 64, "{epoch}: {}", outcome.stderr);
        assert!(outcome.stderr.contains("SOURCE_DATE_EPOCH") && outcome.stderr.contains("[clock-epoch]"));
    }
    for epoch in ["-99999999999", "253402207200", "-1"] {
        let outcome = desk.send(&server, "draft.eml").env("SOURCE_DATE_EPOCH", epoch).run();
        assert!([0, 65].contains(&outcome.status), "{epoch}: {}", outcome.stderr);
    }
    assert!(server.mails().len() <= 1);
}
