//! Nothing but EHLO and STARTTLS is written before a TLS that can be trusted.

use std::thread;

use unfreeze::delivery::smtp::{Certificate as Bad, Outcome, Why};

use super::*;
use crate::mail_server::{Authority, Certificate, Does, Fault, Mode, Setup};

fn fails(server: &MailServer, timeouts: Timeouts) -> SmtpError {
    let error = deliver(server, timeouts, &password(), MAIL, &mut Notebook::default()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::Deferred);
    assert!(server.mails().is_empty());
    assert_nothing_leaked(server);
    assert!(
        !server.transcript().iter().any(|heard| heard.texts().iter().any(|line| line.starts_with("AUTH")))
    );
    error
}

#[test]
fn each_bad_certificate_has_its_reason() {
    for (certificate, bad, code) in [
        (Certificate::WrongName, Bad::WrongName, "smtp-certificate-name"),
        (Certificate::Expired, Bad::Expired, "smtp-certificate-expired"),
        (Certificate::NotYetValid, Bad::NotYetValid, "smtp-certificate-early"),
        (Certificate::SelfSigned, Bad::UnknownIssuer, "smtp-certificate-issuer"),
        (Certificate::OtherAuthority, Bad::UnknownIssuer, "smtp-certificate-issuer"),
    ] {
        for mode in [Mode::Tls, Mode::StartTls] {
            let error = fails(&Setup { certificate, ..Setup::new(mode) }.start(), patient());
            assert_eq!((error.phase(), error.why()), (Phase::Tls, Why::Certificate(bad)), "{certificate:?}");
            assert_eq!(error.code(), code);
        }
    }
}

#[test]
fn another_authority_is_not_trusted() {
    let server = MailServer::start(Mode::Tls);
    let other = Trust::with_pem(Authority::new("Other authority").pem().as_bytes()).unwrap();
    let opened = Connection::open(&address(&server), &other, &patient(), &mut Notebook::default());
    assert_eq!(opened.err().unwrap().why(), Why::Certificate(Bad::UnknownIssuer));
}

#[test]
fn a_stripped_starttls_is_refused() {
    let strips = Fault::at(Phase::Ehlo, Does::Strips("STARTTLS"));
    let server = MailServer::faulty(Mode::StartTls, [strips]);
    let error = fails(&server, patient());
    assert_eq!((error.phase(), error.why()), (Phase::StartTls, Why::StartTlsMissing));
    assert_eq!(error.code(), "smtp-starttls-missing");
    assert_eq!(server.transcript()[0].texts(), ["EHLO [127.0.0.1]"]);
}

/// CVE-2011-0411: what somebody writes behind the reply must not be taken for the server's words under TLS.
#[test]
fn what_is_injected_behind_starttls_is_refused() {
    for injected in ["250 AUTH PLAIN\r\n", "x", "\r\n", "220 go ahead\r\n"] {
        let says = Does::Says(format!("220 go ahead\r\n{injected}").into_bytes());
        let server = MailServer::faulty(Mode::StartTls, [Fault::at(Phase::StartTls, says)]);
        let mut journal = Notebook::default();
        let error =
            deliver(&server, patient(), &password(), MAIL, &mut journal).expect_err("it was not noticed");
        assert_eq!((error.phase(), error.why()), (Phase::StartTls, Why::Injected), "{injected:?}");
        assert_eq!((error.outcome(), error.code()), (Outcome::Deferred, "smtp-injected"));
        assert!(!journal.entered.contains(&Phase::Tls), "the handshake was begun");
        assert_eq!(server.transcript()[0].texts(), ["EHLO [127.0.0.1]", "STARTTLS"]);
    }
}

#[test]
fn what_was_offered_before_tls_counts_for_nothing() {
    let offers = Does::says("250-mail.example\r\n250-STARTTLS\r\n250-SIZE 1\r\n250 AUTH PLAIN");
    let server = Setup {
        offers: vec!["AUTH LOGIN"],
        faults: vec![Fault::at(Phase::Ehlo, offers)],
        ..Setup::new(Mode::StartTls)
    };
    let server = server.start();
    deliver(&server, patient(), &password(), MAIL, &mut Notebook::default()).unwrap();
    let heard = &server.transcript()[0];
    assert_eq!(heard.texts()[3..5], ["AUTH LOGIN", "c2hvcEBleGFtcGxlLmNvbQ=="]);
}

#[test]
fn the_wrong_kind_of_port_is_noticed() {
    let plain = MailServer::start(Mode::Plain);
    let url = plain.url().replace("smtp+plain", "smtps").parse().unwrap();
    let opened = Connection::open(&url, &trust(&plain), &patient(), &mut Notebook::default());
    let error = opened.err().unwrap();
    assert_eq!((error.phase(), error.why(), error.code()), (Phase::Tls, Why::NotTls, "smtp-not-tls"));

    let secure = MailServer::start(Mode::Tls);
    let url = secure.url().replace("smtps", "smtp").parse().unwrap();
    let short = Duration::from_millis(300);
    let opened = Connection::open(&url, &trust(&secure), &within(short), &mut Notebook::default());
    let error = opened.err().unwrap();
    assert_eq!((error.phase(), error.why()), (Phase::Greeting, Why::Timeout(short)));
    assert_eq!(error.code(), "smtp-timeout-greeting");
}

#[test]
fn each_fault_of_the_handshake() {
    let short = Duration::from_secs(3);
    let faults = [
        (Does::Drops, Why::Dropped, patient()),
        (Does::Hangs, Why::Timeout(short), within(short)),
        (Does::Drips, Why::Timeout(short), within(short)),
        (Does::says("hello, this is not TLS"), Why::NotTls, patient()),
    ];
    thread::scope(|scope| {
        for (does, why, timeouts) in &faults {
            for mode in [Mode::Tls, Mode::StartTls] {
                scope.spawn(move || {
                    let server = MailServer::faulty(mode, [Fault::at(Phase::Tls, does.clone())]);
                    let error = fails(&server, *timeouts);
                    assert_eq!((error.phase(), error.why()), (Phase::Tls, *why), "{mode:?} {does:?}");
                });
            }
        }
    });
}

#[test]
fn nobody_listens() {
    let server = MailServer::start(Mode::Tls);
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("smtps://127.0.0.1:{closed}").parse().unwrap();
    let opened = Connection::open(&url, &trust(&server), &patient(), &mut Notebook::default());
    let error = opened.err().unwrap();
    assert_eq!((error.phase(), error.why()), (Phase::Connect, Why::NotListening));
    assert_eq!((error.outcome(), error.code()), (Outcome::Deferred, "smtp-not-listening"));
}

/// RFC 6761 §6.4: nothing has a name under `.invalid`. A resolver without a network may keep silent instead.
#[test]
fn no_such_name() {
    let timeouts = Timeouts { connect: Duration::from_secs(2), ..patient() };
    let url = "smtps://mail.invalid".parse().unwrap();
    let opened = Connection::open(&url, &Trust::system(), &timeouts, &mut Notebook::default());
    let error = opened.err().unwrap();
    assert_eq!(error.phase(), Phase::Connect);
    assert!(matches!(error.why(), Why::Dns | Why::Timeout(_)), "{error:?}");
}
