//! A draft that was edited by hand: who gets it, what it carries, and which of its wordings goes out.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use unfreeze::delivery::smtp::Phase;
use unfreeze::evidence::Digest;
use unfreeze::record::State;

use super::*;
use crate::mail_server::{Does, Fault};

/// The draft with one text replaced by another; that it stood there is asserted.
fn edited(from: &str, to: &str) -> Vec<u8> {
    let draft = String::from_utf8(composed().draft.clone()).unwrap();
    assert!(draft.contains(from), "{from}");
    draft.replacen(from, to, 1).into_bytes()
}

/// The draft of another case of the same store.
fn of_another_case() -> Vec<u8> {
    let other = "UF-1102345678-20261119";
    let draft = String::from_utf8(composed().draft.clone()).unwrap().replace(REFERENCE, other);
    let (head, rest) = draft.split_once("base64\r\n").unwrap();
    let (blank, rest) = rest.split_at(rest.find(|c: char| c.is_ascii_alphanumeric()).unwrap());
    let (body, rest) = rest.split_once("\r\n--").unwrap();
    let text = BASE64_STANDARD.decode(body.split_whitespace().collect::<String>()).unwrap();
    let text = String::from_utf8(text).unwrap().replace(REFERENCE, other);
    let lines: Vec<u8> = BASE64_STANDARD.encode(text).into_bytes();
    let lines: Vec<&str> = lines.chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
    format!("{head}base64\r\n{blank}{}\r\n--{rest}", lines.join("\r\n")).into_bytes()
}

const TO: &str = "To: seller-support@aliexpress.com";

#[test]
fn what_must_not_go_out_does_not() {
    let data = "<img src=3D\"data:image/jpeg;base64,/9j/4AAQ\">";
    for (from, to, exit, code) in [
        (TO, "To: x@example.com", 65, "reread-to-foreign"),
        (TO, "To: seller-support@aliexpress.com, x@example.com", 65, "reread-to-several"),
        (TO, "To: seller-support@a1iexpress.com", 65, "address-lookalike"),
        (TO, "To: =?utf-8?q?seller-support=40aliexpress=2Ecom?= <x@example.com>", 65, "reread-to-foreign"),
        (TO, "To: Support: seller-support@aliexpress.com, x@example.com;", 65, "reread-address-list"),
        (TO, "To: seller-support@aliexpress.com\r\nTo: x@example.com", 65, "reread-header-twice"),
        (TO, "To: seller-support@aliexpress.com\r\nResent-To: x@example.com", 65, "reread-travelled"),
        (TO, "X: y", 65, "reread-to-missing"),
        ("Subject: [URGENT-ACCOUNT FROZEN-", "Subject: [urgent-account frozen-", 65, "reread-subject"),
        (
            "Subject: [URGENT-ACCOUNT FROZEN-1102345678]",
            "Subject: [URGENT-ACCOUNT FROZEN-1109876543]",
            65,
            "reread-store",
        ),
        ("</body>", &format!("{data}</body>"), 65, "reread-html-data"),
    ] {
        let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
        fs::write(desk.path("draft.eml"), edited(from, to)).unwrap();
        let (found, object) = desk.send_json(&server, "draft.eml");
        assert_eq!(found, exit, "{to}: {object}");
        assert!(codes(&object).contains(&code), "{to}: {object}");
        assert_eq!((server.transcript().len(), desk.kept().is_none()), (0, true), "{to}");
    }
}

#[test]
fn an_attachment_from_elsewhere_needs_the_persons_word() {
    let draft = String::from_utf8(composed().draft.clone()).unwrap();
    let boundary = draft.split("boundary=\"").nth(1).unwrap().split('"').next().unwrap();
    let scan = b"\xff\xd8\xff\xe0 a raw scan";
    for disposition in [
        "Content-Disposition: attachment; filename=\"02-id-portrait-redacted.jpg\"\r\n",
        "Content-Disposition: inline\r\nContent-ID: <scan@example.com>\r\n",
        "",
    ] {
        let part = format!(
            "--{boundary}\r\n{disposition}Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--{boundary}--",
            BASE64_STANDARD.encode(scan)
        );
        let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
        fs::write(desk.path("draft.eml"), edited(&format!("--{boundary}--"), &part)).unwrap();
        let (exit, object) = desk.send_json(&server, "draft.eml");
        assert_eq!((exit, codes(&object)), (3, vec!["send-stranger"]), "{disposition}: {object}");
        let (other, own) = (Digest::of(b"another"), Digest::of(scan));
        assert_eq!(desk.send(&server, &format!("draft.eml --attach {other}")).run().status, 3);
        assert_eq!((server.transcript().len(), desk.kept().is_none()), (0, true));
        let outcome = desk.send(&server, &format!("draft.eml --attach {own}")).run();
        assert_eq!((outcome.status, server.mails().len()), (0, 1), "{}", outcome.stderr);
    }
}

#[test]
fn one_stores_pictures_are_strangers_in_anothers_mail() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    let diary = rusqlite::Connection::open(desk.path("state/unfreeze.db")).unwrap();
    diary.execute("UPDATE cases SET store = '1109876543', reference = 'UF-1109876543-20261120'", []).unwrap();
    drop(diary);
    let (exit, object) = desk.send_json(&server, "draft.eml");
    assert_eq!((exit, codes(&object)), (3, vec!["send-stranger"; 3]), "{object}");
    assert_eq!(server.transcript().len(), 0);
}

#[test]
fn a_hidden_copy_that_was_taken_out_is_not_sent() {
    let does = Does::says("451 4.7.1 later");
    let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Plain, [Fault::at(Phase::Mail, does)]));
    fs::write(desk.path("draft.eml"), edited(TO, &format!("{TO}\r\nBcc: wrong@example.com"))).unwrap();
    assert_eq!(desk.send(&server, "draft.eml").run().status, 75);
    fs::write(desk.path("draft.eml"), &composed().draft).unwrap();
    assert_eq!(desk.send(&server, "draft.eml").run().status, 0);
    assert_eq!(server.mails()[0].to, ["seller-support@aliexpress.com"]);
}

#[test]
fn another_wording_than_the_accepted_one_is_no_success() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    assert_eq!(desk.send(&server, "draft.eml").run().status, 0);
    fs::write(desk.path("draft.eml"), edited("Case reference", "Case number")).unwrap();
    for words in ["draft.eml", "draft.eml --resend --yes"] {
        let (exit, object) = desk.send_json(&server, words);
        assert_eq!((exit, codes(&object)), (65, vec!["send-other-accepted"]), "{words}: {object}");
    }
    assert_eq!(server.mails().len(), 1);
}

#[test]
fn a_mail_of_unknown_fate_goes_again_as_it_was_and_that_is_said() {
    let fault = Fault::at(Phase::Dot, Does::Drops);
    let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Plain, [fault]));
    assert_eq!(desk.send(&server, "draft.eml").run().status, 76);
    let (mail, bytes) = desk.kept().unwrap();
    fs::write(desk.path("draft.eml"), edited("Case reference", "Case number")).unwrap();
    assert_eq!(desk.send(&server, "draft.eml").run().status, 76);
    let outcome = desk.send(&server, "draft.eml --resend --yes").run();
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("[send-again-as-it-was]"), "{}", outcome.stderr);
    assert!(server.mails()[0].bytes == bytes);
    assert_eq!(desk.kept().unwrap().0.id, mail.id);
}

#[test]
fn a_refused_login_is_not_tried_again_for_the_next_mail() {
    let refused = || Fault::at(Phase::Auth, Does::says("535 5.7.8 no"));
    let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Tls, [refused(), refused()]));
    fs::write(desk.path("other.eml"), of_another_case()).unwrap();
    let (exit, object) = desk.send_json(&server, "draft.eml other.eml");
    assert_eq!((exit, server.transcript().len()), (77, 1), "{object}");
    let told: Vec<_> = object["mails"].as_array().unwrap().iter().map(|mail| mail["exit"].clone()).collect();
    assert_eq!(told, [77, 77], "{object}");
    let server = MailServer::start(Mode::Tls);
    let outcome = desk.send(&server, "--resume").run();
    assert_eq!((outcome.status, server.mails().len()), (0, 2), "{}", outcome.stderr);
}

#[test]
fn a_server_that_hangs_up_between_two_mails_is_called_again() {
    let leave = Does::says("250 2.0.0 queued\r\n421 4.4.2 idle for too long");
    let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Tls, [Fault::at(Phase::Dot, leave)]));
    fs::write(desk.path("other.eml"), of_another_case()).unwrap();
    let outcome = desk.send(&server, "draft.eml other.eml").run();
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    assert_eq!((server.mails().len(), server.transcript().len()), (2, 2));
    assert_eq!(desk.kept().unwrap().0.state, State::Accepted);
}

#[test]
fn a_file_that_is_no_mail_at_all_is_soon_told() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    let lines = [&b"From: shop@example.com\r\n"[..], &b"x\r\n".repeat(2_000_000)].concat();
    fs::write(desk.path("draft.eml"), lines).unwrap();
    let (exit, object) = desk.send_json(&server, "draft.eml");
    assert_eq!(exit, 65);
    assert_eq!(codes(&object).iter().filter(|code| **code == "reread-header-line").count(), 1, "{object}");
}
