//! A fault at every step, through the whole program: the documented status, the finding with its mend, and once the
//! server is well exactly one copy; but where nobody can know, a person decides.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use unfreeze::delivery::smtp::Phase;
use unfreeze::record::State;

use super::*;
use crate::mail_server::{Certificate, Does, Fault, Setup};

/// What a server does, at which step of which kind of connection, and what the program says to it.
struct Meets {
    name: String,
    setup: Setup,
    exit: i32,
    code: &'static str,
}

/// 错误, in GBK.
const GBK: &[u8] = b"\xb4\xed\xce\xf3\r\n";
const STEPS: [Phase; 8] = [
    Phase::Greeting,
    Phase::Ehlo,
    Phase::StartTls,
    Phase::Auth,
    Phase::Mail,
    Phase::Rcpt,
    Phase::Data,
    Phase::Dot,
];

fn gbk(code: &str) -> Does {
    Does::Says([code.as_bytes(), b" ", GBK].concat())
}

/// Every kind of fault at every step: its status and code before the login, at it, after it, and after the dot.
fn grid() -> Vec<Meets> {
    type Ends = [(i32, &'static str); 4];
    let same = |code| [(75, code), (75, code), (75, code)];
    let [dropped, hung] = [same("smtp-dropped"), same("smtp-timeout")];
    let after = |[a, b, c]: [(i32, &'static str); 3], unknown| [a, b, c, (76, unknown)];
    let no: Ends =
        [(69, "smtp-refused"), (77, "smtp-login-refused"), (69, "smtp-refused"), (69, "smtp-refused-mail")];
    let unclear = |code| [(75, code), (77, code), (75, code), (76, "smtp-unknown-reply")];
    let later: Ends = [(75, "smtp-later"); 4];
    let kinds: [(&str, Does, Ends); 9] = [
        ("not now", Does::says("451 4.3.0 come back later"), later),
        ("not now, and gone", Does::SaysThenDrops(b"421 4.3.2 shutting down\r\n".into()), later),
        ("no", Does::says("554 5.5.0 no"), no),
        ("no in GBK", gbk("550"), no),
        ("gone", Does::Drops, after(dropped, "smtp-unknown-dropped")),
        ("hung", Does::Hangs, after(hung, "smtp-unknown-timeout")),
        ("garbage", Does::says("hello?"), unclear("smtp-garbage")),
        ("another yes", Does::says("299 fine"), unclear("smtp-unexpected")),
        ("without end", Does::says(&format!("250 {}", "a".repeat(5000))), unclear("smtp-reply-too-long")),
    ];
    let mut grid = Vec::new();
    for (kind, does, ends) in kinds {
        for step in STEPS {
            let at = match step {
                Phase::Auth => 1,
                Phase::Dot => 3,
                Phase::Mail | Phase::Rcpt | Phase::Data => 2,
                _ => 0,
            };
            let (exit, code) = ends[at];
            let code = match (code, step) {
                ("smtp-refused", Phase::Mail) => "smtp-refused-sender",
                ("smtp-refused", Phase::Rcpt) => "smtp-refused-recipient",
                ("smtp-refused", Phase::Data) => "smtp-refused-mail",
                ("smtp-timeout", Phase::Greeting) => "smtp-timeout-greeting",
                _ => code,
            };
            let setup = Setup { faults: vec![Fault::at(step, does.clone())], ..Setup::new(Mode::StartTls) };
            grid.push(Meets { name: format!("{kind} at {}", step.name()), setup, exit, code });
        }
    }
    grid
}

/// Faults that have their own place.
fn others() -> Vec<Meets> {
    let mut others = Vec::new();
    let mut at = |name: &str, mode, faults: Vec<Fault>, exit, code| {
        let setup = Setup { faults, ..Setup::new(mode) };
        others.push(Meets { name: name.to_owned(), setup, exit, code });
    };
    let dot = |does| vec![Fault::at(Phase::Dot, Does::Accepts(Box::new(does)))];
    at("accepted, then gone", Mode::Tls, dot(Does::Drops), 76, "smtp-unknown-dropped");
    at("accepted, then hung", Mode::Tls, dot(Does::Hangs), 76, "smtp-unknown-timeout");
    at("accepted, then dripping", Mode::Tls, dot(Does::Drips), 76, "smtp-unknown-timeout");
    at("accepted, then garbage", Mode::Tls, dot(gbk("2")), 76, "smtp-unknown-reply");
    at(
        "accepted, half a reply",
        Mode::Tls,
        dot(Does::SaysThenDrops(b"250 2.0".into())),
        76,
        "smtp-unknown-dropped",
    );
    let tls = |does| vec![Fault::at(Phase::Tls, does)];
    at("no TLS at all", Mode::Tls, tls(Does::says("220 hello")), 75, "smtp-not-tls");
    at("gone within the handshake", Mode::Tls, tls(Does::Drops), 75, "smtp-dropped");
    at("hung within the handshake", Mode::Tls, tls(Does::Hangs), 75, "smtp-timeout");
    let strips = |keyword| vec![Fault::at(Phase::Ehlo, Does::Strips(keyword))];
    at("STARTTLS stripped", Mode::StartTls, strips("STARTTLS"), 75, "smtp-starttls-missing");
    at("no login offered", Mode::Tls, strips("AUTH"), 77, "smtp-no-mechanism");
    let starttls = vec![Fault::at(Phase::StartTls, Does::says("220 go\r\n250 AUTH PLAIN"))];
    at("injected behind STARTTLS", Mode::StartTls, starttls, 75, "smtp-injected");
    let words = |phase, text: &str| vec![Fault::at(phase, Does::says(text))];
    let size = words(Phase::Ehlo, "250-mail.example\r\n250-AUTH PLAIN\r\n250 SIZE 100000");
    at("too small a limit", Mode::Tls, size, 69, "smtp-too-large");
    let early = words(Phase::Data, "354 go\r\n552 5.3.4 too large");
    at("refused while it is told", Mode::Tls, early, 69, "reply-too-large");
    for (certificate, code) in [
        (Certificate::WrongName, "smtp-certificate-name"),
        (Certificate::Expired, "smtp-certificate-expired"),
        (Certificate::NotYetValid, "smtp-certificate-early"),
        (Certificate::SelfSigned, "smtp-certificate-issuer"),
        (Certificate::OtherAuthority, "smtp-certificate-issuer"),
    ] {
        let setup = Setup { certificate, ..Setup::new(Mode::Tls) };
        others.push(Meets { name: format!("certificate {certificate:?}"), setup, exit: 75, code });
    }
    others
}

/// Meets the fault, then a server that is well.
fn meet(meets: Meets) {
    let Meets { name, setup, exit, code } = meets;
    let bad_certificate = setup.certificate != Certificate::Good;
    let (desk, server) = (Desk::new(), setup.start());
    let waits = "--timeout 3 --final-timeout 3";
    let outcome = desk.send(&server, &format!("draft.eml {waits}")).run();
    assert_eq!(outcome.status, exit, "{name}: {}", outcome.stderr);
    assert!(outcome.stderr.contains(&format!("[{code}]\nhint: ")), "{name}: {}", outcome.stderr);
    assert!(!outcome.stderr.contains("[finding-"), "{name}: {}", outcome.stderr);
    let (kept, bytes) = desk.kept().unwrap();
    let arrived = server.mails().len();
    if exit == 76 {
        assert_eq!(kept.state, State::Unknown, "{name}");
        let again = desk.send(&server, &format!("draft.eml {waits}")).run();
        assert_eq!((again.status, server.mails().len()), (76, arrived), "{name}: {}", again.stderr);
        // A person has looked into the Sent folder.
        if arrived == 0 {
            let again = desk.send(&server, "draft.eml --resend --yes").run();
            assert_eq!(again.status, 0, "{name}: {}", again.stderr);
        }
    } else {
        let state = if exit == 69 { State::Refused } else { State::Deferred };
        assert_eq!((kept.state, arrived), (state, 0), "{name}");
        let well = bad_certificate.then(|| MailServer::start(Mode::Tls));
        let server = well.as_ref().unwrap_or(&server);
        let again = desk.send(server, "draft.eml").run();
        assert_eq!(again.status, 0, "{name}: {}", again.stderr);
        assert_eq!(server.mails().len(), 1, "{name}");
        assert!(server.mails()[0].bytes == bytes, "{name}: other bytes");
        return;
    }
    assert_eq!(server.mails().len(), 1, "{name}");
    assert!(server.mails()[0].bytes == bytes, "{name}: other bytes");
}

#[test]
fn every_fault_has_its_status_and_ends_in_one_copy() {
    let all: Vec<Meets> = grid().into_iter().chain(others()).collect();
    let count = all.len();
    assert!(count >= 60, "{count}");
    // Most of them only wait, so several are met at once.
    let (left, met) = (Mutex::new(all), AtomicUsize::new(0));
    let next = || left.lock().unwrap().pop();
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                while let Some(fault) = next() {
                    meet(fault);
                    met.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!(met.load(Ordering::SeqCst), count);
}

/// What a provider is known to mean is told instead of what its code says.
#[test]
fn a_providers_own_words_have_their_meaning() {
    for (phase, said, exit) in [
        (Phase::Auth, "535 Login Fail. Please enter your authorization code to login.", 77),
        (Phase::Auth, "526 Authentication failure[0]", 77),
        (Phase::Auth, "550 User has no permission", 77),
        (
            Phase::Mail,
            "440 mail from account doesn't conform with authentication (Auth Account:a|Mail Account:b)",
            69,
        ),
        (Phase::Rcpt, "550 5.1.1 <seller-support@aliexpress.com>: user unknown", 69),
        (Phase::Dot, "554 DT:SPM 163 smtp14,xyz please see http://mail.163.com/help/help_spam_16.htm", 69),
    ] {
        let server = MailServer::faulty(Mode::Tls, [Fault::at(phase, Does::says(said))]);
        let desk = Desk::new();
        let outcome = desk.send(&server, "draft.eml").run();
        assert_eq!(outcome.status, exit, "{said}: {}", outcome.stderr);
        assert!(outcome.stderr.contains("[reply-"), "{said}: {}", outcome.stderr);
        let again = desk.send(&server, "draft.eml").lang("zh").run();
        assert_eq!((again.status, server.mails().len()), (0, 1), "{said}: {}", again.stderr);
    }
}
