//! A mail goes out once: whatever is asked for twice, at the same time, or after a doubt.

use std::thread;

use unfreeze::delivery::smtp::Phase;
use unfreeze::record::State;

use super::*;
use crate::mail_server::{Does, Fault, Setup};

#[test]
fn a_draft_arrives_byte_for_byte_as_it_is_kept() {
    for mode in [Mode::Plain, Mode::StartTls, Mode::Tls] {
        let (desk, server) = (Desk::new(), MailServer::start(mode));
        let (exit, object) = desk.send_json(&server, "draft.eml");
        assert_eq!((exit, &object["mails"][0]["state"]), (0, &"accepted".into()), "{object}");
        let (mail, bytes) = desk.kept().unwrap();
        let delivered = server.mails();
        assert_eq!((mail.state, delivered.len()), (State::Accepted, 1));
        assert!(delivered[0].bytes == bytes, "{mode:?}");
        assert_eq!(delivered[0].from, "shop@example.com");
        assert_eq!(delivered[0].to, ["seller-support@aliexpress.com"]);
        let text = String::from_utf8(bytes).unwrap();
        let head = text.split("\r\n\r\n").next().unwrap();
        assert!(!head.contains("X-Unsent") && !head.contains("Bcc:"), "{head}");
        let id = head.split("\r\nMessage-ID: ").nth(1).unwrap();
        assert!(id.starts_with('<') && id.contains("@example.com>"), "{head}");
    }
}

#[test]
fn a_second_time_it_says_so_and_stops() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    assert_eq!(desk.send(&server, "draft.eml").run().status, 0);
    for words in ["draft.eml", "draft.eml --resume", "draft.eml --resend --yes"] {
        let (exit, object) = desk.send_json(&server, words);
        assert_eq!((exit, codes(&object)), (0, vec!["record-accepted"]), "{words}");
    }
    assert_eq!(server.mails().len(), 1);
    assert_eq!(server.transcript().len(), 1, "nobody was even connected to");
}

#[test]
fn a_case_and_its_draft_are_one_mail() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    assert_eq!(desk.send(&server, "draft.eml").run().status, 0);
    let case = std::env::current_dir().unwrap().join("examples/aurora/case.toml");
    let (exit, object) = desk.send_json(&server, case.to_str().unwrap());
    assert_eq!((exit, codes(&object)), (0, vec!["record-accepted"]));
    assert_eq!(server.mails().len(), 1);
}

#[test]
fn two_at_once_send_one() {
    for _ in 0..5 {
        let pace = std::time::Duration::from_millis(15);
        let (desk, server) = (Desk::new(), Setup { pace, ..Setup::new(Mode::Plain) }.start());
        let exits = thread::scope(|scope| {
            let one = scope.spawn(|| desk.send_json(&server, "draft.eml"));
            let other = scope.spawn(|| desk.send_json(&server, "draft.eml"));
            [one.join().unwrap(), other.join().unwrap()]
        });
        assert!(exits.iter().any(|(exit, _)| *exit == 0), "{exits:?}");
        for (exit, object) in &exits {
            // The slower one finds it being sent, or sent.
            let expected =
                if *exit == 0 { vec![vec![], vec!["record-accepted"]] } else { vec![vec!["record-busy"]] };
            assert!([0, 75].contains(exit) && expected.contains(&codes(object)), "{exits:?}");
        }
        assert_eq!(server.mails().len(), 1);
        assert_eq!(desk.kept().unwrap().0.state, State::Accepted);
    }
}

#[test]
fn after_the_dot_only_a_person_may_send_it_again() {
    for arrived in [false, true] {
        let does = if arrived { Does::Accepts(Box::new(Does::Drops)) } else { Does::Drops };
        let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Tls, [Fault::at(Phase::Dot, does)]));
        let outcome = desk.send(&server, "draft.eml").run();
        assert_eq!(outcome.status, 76, "{}", outcome.stderr);
        assert!(outcome.stderr.contains("Look in your Sent folder"), "{}", outcome.stderr);
        let copies = usize::from(arrived);
        for words in ["draft.eml", "draft.eml --resume", "--resume"] {
            let again = desk.send(&server, words).run();
            assert_eq!(again.status, if words == "--resume" { 0 } else { 76 }, "{words}: {}", again.stderr);
            assert_eq!(server.mails().len(), copies, "{words}");
        }
        let (mail, bytes) = desk.kept().unwrap();
        assert_eq!(mail.state, State::Unknown);
        assert_eq!(desk.send(&server, "draft.eml --resend --yes").run().status, 0);
        assert_eq!(server.mails().len(), copies + 1);
        assert!(server.mails().iter().all(|mail| mail.bytes == bytes), "the same bytes and Message-ID");
        assert_eq!(desk.kept().unwrap().0.state, State::Accepted);
    }
}

#[test]
fn what_was_put_off_goes_on_with_the_same_bytes() {
    for words in ["draft.eml", "draft.eml --resume", "--resume", "UF-1102345678-20261120 --resume"] {
        let does = Does::says("451 4.7.1 later");
        let (desk, server) =
            (Desk::new(), MailServer::faulty(Mode::StartTls, [Fault::at(Phase::Mail, does)]));
        assert_eq!(desk.send(&server, "draft.eml").run().status, 75);
        let (before, bytes) = desk.kept().unwrap();
        assert_eq!((before.state, server.mails().len()), (State::Deferred, 0));
        let outcome = desk.send(&server, words).run();
        assert_eq!(outcome.status, 0, "{words}: {}", outcome.stderr);
        let after = desk.kept().unwrap().0;
        assert_eq!(
            (after.state, after.attempts.len(), &after.message_id),
            (State::Accepted, 2, &before.message_id)
        );
        assert!(server.mails().len() == 1 && server.mails()[0].bytes == bytes, "{words}");
    }
}

#[test]
fn several_go_over_one_connection_and_each_has_its_outcome() {
    let server = MailServer::start(Mode::Tls);
    let desk = Desk::new();
    std::fs::write(desk.path("broken.eml"), "Subject: hello\r\n\r\nhello\r\n").unwrap();
    let (exit, object) = desk.send_json(&server, "draft.eml broken.eml draft.eml none.eml");
    let mails = object["mails"].as_array().unwrap();
    let told = |name: &str| {
        mails
            .iter()
            .filter(|mail| mail["mail"] == name)
            .map(|mail| mail["exit"].as_i64().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!((exit, told("draft.eml"), told("none.eml")), (66, vec![0], vec![66]), "{object}");
    assert_eq!(told("broken.eml"), [65], "{object}");
    assert_eq!((server.mails().len(), server.transcript().len()), (1, 1));
}

#[test]
fn a_trial_goes_to_the_sender_only_and_is_in_nobodys_way() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Plain));
    let case = std::env::current_dir().unwrap().join("examples/aurora/case.toml");
    let (exit, object) = desk.send_json(&server, &format!("{} --to-self", case.display()));
    assert_eq!((exit, &object["mails"][0]["kind"]), (0, &"trial".into()), "{object}");
    assert_eq!(server.mails()[0].to, ["shop@example.com"]);
    let text = String::from_utf8(server.mails()[0].bytes.clone()).unwrap();
    assert!(text.contains("Subject: [TRIAL]") && !text.contains("To: seller-support"), "{text:.900}");
    assert_eq!(desk.send(&server, "draft.eml").run().status, 0);
    assert_eq!(server.mails()[1].to, ["seller-support@aliexpress.com"]);
}

#[test]
fn a_dry_run_connects_to_nobody_and_keeps_nothing() {
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Tls));
    let outcome = desk.send(&server, "draft.eml --dry-run").run();
    assert_eq!(status(&outcome), (0, false), "{}", outcome.stderr);
    assert!(outcome.stdout.contains("C: RCPT TO:<seller-support@aliexpress.com>"), "{}", outcome.stdout);
    assert!(!outcome.stdout.contains(PASSWORD));
    assert!(desk.kept().is_none());
    assert_eq!(server.transcript().len(), 0);
}

/// QQ refuses mail from any other address than the one that logs in; better said before connecting.
#[test]
fn a_sender_that_the_provider_refuses_is_told_before_connecting() {
    let desk = Desk::new();
    let run = |line: &str| {
        let config = desk.path("config");
        let words = line.split_whitespace().map(str::to_owned);
        desk.run(words.collect::<Vec<_>>()).env("UNFREEZE_CONFIG_DIR", config.to_str().unwrap()).run()
    };
    assert_eq!(run("account add 10000@qq.com --password-command false").status, 0);
    let outcome = run("send draft.eml --account 10000@qq.com");
    assert_eq!(outcome.status, 65, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("[send-from-not-login]"), "{}", outcome.stderr);
    assert_eq!(run("send draft.eml --account nobody").status, 64);
}
