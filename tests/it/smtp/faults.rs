//! Every fault in the server's words, at every step: what it means, and that one copy arrives once the server is well.

use std::thread;

use unfreeze::delivery::smtp::{Outcome, Why};

use super::*;
use crate::mail_server::{Does, Fault, Mode};

/// Steps at which the server answers in words.
const SPOKEN: [Phase; 8] = [
    Phase::Greeting,
    Phase::Ehlo,
    Phase::StartTls,
    Phase::Auth,
    Phase::Mail,
    Phase::Rcpt,
    Phase::Data,
    Phase::Dot,
];

/// 错误：用户被锁定, in GBK.
const GBK: &[u8] = b"550 \xb4\xed\xce\xf3\xa3\xba\xd3\xc3\xbb\xa7\xb1\xbb\xcb\xf8\xb6\xa8\r\n";

/// One fault, its error, and then a healthy server: exactly one copy, unless only a person can tell.
fn meets(phase: Phase, does: Does, timeouts: Timeouts, mode: Mode) -> SmtpError {
    let context = format!("{phase:?} {does:?}");
    let server = MailServer::faulty(mode, [Fault::at(phase, does)]);
    let login = if mode == Mode::Plain { Login::None } else { password() };
    let mut journal = Notebook::default();
    let Err(error) = deliver(&server, timeouts, &login, MAIL, &mut journal) else {
        panic!("accepted in spite of {context}")
    };
    assert_eq!(error.phase(), phase, "{context}");
    assert_eq!(error.phase() == Phase::Dot, journal.entered.contains(&Phase::Dot), "{context}");
    if error.outcome() != Outcome::Unknown {
        assert_eq!(server.mails(), [], "{context}");
        deliver(&server, patient(), &login, MAIL, &mut Notebook::default()).unwrap();
        assert_eq!(server.mails().len(), 1, "{context}");
    }
    if mode != Mode::Plain {
        assert_nothing_leaked(&server);
    }
    error
}

/// `before` the dot, at `auth`, and `after` the dot.
fn outcome(phase: Phase, [before, auth, after]: [Outcome; 3]) -> Outcome {
    match phase {
        Phase::Dot => after,
        Phase::Auth => auth,
        _ => before,
    }
}

fn at_every_step(does: impl Fn() -> Does, why: Why, outcomes: [Outcome; 3]) {
    for phase in SPOKEN {
        let error = meets(phase, does(), patient(), Mode::StartTls);
        let why = if phase == Phase::Auth && why == Why::Refused { Why::LoginRefused } else { why };
        assert_eq!(error.why(), why, "{phase:?}");
        assert_eq!(error.outcome(), outcome(phase, outcomes), "{phase:?}");
    }
}

use Outcome::{Deferred, Login as NotIn, Refused, Unknown};

#[test]
fn not_now() {
    at_every_step(|| Does::says("451 4.3.0 try again later"), Why::Later, [Deferred; 3]);
}

#[test]
fn not_now_and_farewell() {
    let does = || Does::SaysThenDrops(b"421 4.3.2 shutting down\r\n".into());
    at_every_step(does, Why::Later, [Deferred; 3]);
}

#[test]
fn no() {
    at_every_step(|| Does::says("554-5.7.1 no\r\n554 5.7.1 never"), Why::Refused, [Refused, NotIn, Refused]);
}

#[test]
fn no_in_gbk() {
    at_every_step(|| Does::Says(GBK.into()), Why::Refused, [Refused, NotIn, Refused]);
    let error = meets(Phase::Mail, Does::Says(GBK.into()), patient(), Mode::Plain);
    assert_eq!(error.reply().unwrap().to_string(), "550 错误：用户被锁定");
}

#[test]
fn gone() {
    at_every_step(|| Does::Drops, Why::Dropped, [Deferred, Deferred, Unknown]);
}

#[test]
fn half_a_reply() {
    for half in [&b"2"[..], b"250 o", b"250-ok\r\n", b"235 2.7", b"354"] {
        let error = meets(Phase::Dot, Does::SaysThenDrops(half.into()), patient(), Mode::Plain);
        assert_eq!((error.why(), error.outcome()), (Why::Dropped, Unknown));
    }
    let does = || Does::SaysThenDrops(b"250-ok\r\n".into());
    at_every_step(does, Why::Dropped, [Deferred, Deferred, Unknown]);
}

#[test]
fn not_a_reply() {
    for garbage in ["hello", "HTTP/1.1 400 Bad Request", "25", "150 wait", "999 x", "250ok", "250-a\r\n251 b"]
    {
        let error = meets(Phase::Dot, Does::says(garbage), patient(), Mode::Plain);
        assert_eq!((error.why(), error.outcome()), (Why::Garbage, Unknown), "{garbage}");
    }
    at_every_step(|| Does::says("hello"), Why::Garbage, [Deferred, NotIn, Unknown]);
}

#[test]
fn a_line_without_end() {
    let does = || Does::says(&format!("250 {}", "a".repeat(5000)));
    at_every_step(does, Why::TooLong, [Deferred, NotIn, Unknown]);
}

#[test]
fn lines_without_end() {
    let does = || Does::says(&format!("{}250 end", "250-more\r\n".repeat(100)));
    at_every_step(does, Why::TooLong, [Deferred, NotIn, Unknown]);
}

#[test]
fn a_yes_to_something_else() {
    for other in ["252 perhaps", "200 fine", "354 go on"] {
        let error = meets(Phase::Dot, Does::says(other), patient(), Mode::Plain);
        assert_eq!((error.why(), error.outcome()), (Why::Unexpected, Unknown), "{other}");
    }
    at_every_step(|| Does::says("299 fine"), Why::Unexpected, [Deferred, NotIn, Unknown]);
}

#[test]
fn silence() {
    // The handshake takes its time too, so the wait at the steps around it is longer.
    let wait = |phase| match phase {
        Phase::StartTls | Phase::Auth => (Duration::from_secs(2), Mode::StartTls),
        _ => (Duration::from_millis(500), Mode::Plain),
    };
    thread::scope(|scope| {
        for does in [Does::Hangs, Does::Drips] {
            for phase in SPOKEN {
                let does = does.clone();
                scope.spawn(move || {
                    let (time, mode) = wait(phase);
                    let error = meets(phase, does, within(time), mode);
                    assert_eq!(error.why(), Why::Timeout(time), "{phase:?}");
                    assert_eq!(error.outcome(), outcome(phase, [Deferred, Deferred, Unknown]), "{phase:?}");
                });
            }
        }
    });
}

#[test]
fn the_final_reply_has_its_own_time() {
    let timeouts = Timeouts { final_reply: Duration::from_millis(200), ..within(Duration::from_secs(30)) };
    let error = meets(Phase::Dot, Does::Hangs, timeouts, Mode::Plain);
    assert_eq!(error.why(), Why::Timeout(Duration::from_millis(200)));
    assert_eq!(error.code(), "smtp-unknown-timeout");
}

#[test]
fn accepted_but_not_told() {
    let timeouts = Timeouts { final_reply: Duration::from_millis(300), ..patient() };
    for (does, code) in [
        (Does::Drops, "smtp-unknown-dropped"),
        (Does::Hangs, "smtp-unknown-timeout"),
        (Does::Drips, "smtp-unknown-timeout"),
        (Does::says("queued"), "smtp-unknown-reply"),
        (Does::SaysThenDrops(b"250 2.0.0 que".into()), "smtp-unknown-dropped"),
    ] {
        let server =
            MailServer::faulty(Mode::Plain, [Fault::at(Phase::Dot, Does::Accepts(Box::new(does.clone())))]);
        let error = deliver(&server, timeouts, &Login::None, MAIL, &mut Notebook::default()).unwrap_err();
        assert_eq!((error.outcome(), error.code()), (Unknown, code), "{does:?}");
        assert_eq!(server.mails().len(), 1);
    }
}

#[test]
fn a_lone_lf_ends_a_line_too() {
    let server = MailServer::faulty(
        Mode::Plain,
        [Fault::at(Phase::Dot, Does::Says(b"250-2.0.0 ok\n250 queued\n".into()))],
    );
    let accepted = deliver(&server, patient(), &Login::None, MAIL, &mut Notebook::default()).unwrap();
    assert_eq!(accepted.reply().text(), "2.0.0 ok\nqueued");
}

#[test]
fn trouble_at_the_farewell_is_no_trouble() {
    let short = within(Duration::from_millis(500));
    for does in [Does::Drops, Does::Hangs, Does::Drips, Does::says("500 no"), Does::says("hello")] {
        let server = MailServer::faulty(Mode::Plain, [Fault::at(Phase::Quit, does)]);
        deliver(&server, short, &Login::None, MAIL, &mut Notebook::default()).unwrap();
        assert_eq!(server.mails().len(), 1);
    }
}

#[test]
fn who_speaks_out_of_turn_is_not_believed() {
    for (phase, said, noticed) in [
        (Phase::Greeting, "220 hello\r\n250 ok\r\n", Phase::Ehlo),
        (Phase::Mail, "250 ok\r\n250 ok\r\n", Phase::Rcpt),
        (Phase::Rcpt, "250 ok\r\n250 ok\r\n", Phase::Rcpt),
        (Phase::Data, "354 go on\r\n250 queued\r\n", Phase::Body),
    ] {
        let server = MailServer::faulty(Mode::Plain, [Fault::at(phase, Does::Says(said.into()))]);
        let mut journal = Notebook::default();
        let error = deliver(&server, patient(), &Login::None, MAIL, &mut journal).unwrap_err();
        assert_eq!((error.phase(), error.why()), (noticed, Why::OutOfTurn));
        assert_eq!((error.outcome(), error.code()), (Deferred, "smtp-out-of-turn"));
        assert!(!journal.entered.contains(&Phase::Dot));
        assert_eq!(server.mails(), []);
    }
}

#[test]
fn a_refusal_out_of_turn_is_understood() {
    for (said, why) in [
        ("354 go on\r\n552 5.3.4 too large\r\n", Why::Refused),
        ("354 go on\r\n421 4.3.2 shutting down\r\n", Why::Later),
    ] {
        let server = MailServer::faulty(Mode::Plain, [Fault::at(Phase::Data, Does::Says(said.into()))]);
        let error = deliver(&server, patient(), &Login::None, MAIL, &mut Notebook::default()).unwrap_err();
        assert_eq!((error.phase(), error.why()), (Phase::Body, why));
        assert_eq!(server.mails(), []);
    }
}

#[test]
fn trouble_within_the_mail() {
    let (mail, short) = (large(), Duration::from_millis(500));
    for (does, why) in [(Does::Drops, Why::Dropped), (Does::Hangs, Why::Timeout(short))] {
        for mode in [Mode::Plain, Mode::Tls] {
            let server = MailServer::faulty(mode, [Fault::at(Phase::Body, does.clone())]);
            let login = if mode == Mode::Plain { Login::None } else { password() };
            // The other steps of TLS may take longer than the wait that is looked at here.
            let mut journal = Notebook::default();
            let mut connection = open(&server, within(short * 4), &mut journal).unwrap();
            connection.log_in(&login, &mut journal).unwrap();
            let error = connection.send(&envelope(), &mail, &mut journal).unwrap_err();
            let why = if let Why::Timeout(_) = why { Why::Timeout(short * 4) } else { why };
            assert_eq!((error.phase(), error.why(), error.outcome()), (Phase::Body, why, Deferred));
            assert!(!connection.is_usable() && !journal.entered.contains(&Phase::Dot));
            assert_eq!(server.mails(), []);
        }
    }
}
