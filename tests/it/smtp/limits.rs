//! What is refused before the server is asked, and recipients that the server refuses.

use unfreeze::delivery::smtp::{Outcome, Why};

use super::*;
use crate::mail_server::{Does, Fault, Mode, Setup};

/// Sends over a connection that stays open.
fn sends(server: &MailServer, envelope: &Envelope, mail: &[u8]) -> (Connection, Result<Accepted, SmtpError>) {
    let mut journal = Notebook::default();
    let mut connection = open(server, patient(), &mut journal).unwrap();
    let done = connection.send(envelope, mail, &mut journal);
    (connection, done)
}

#[test]
fn a_mail_that_is_too_large_is_not_begun() {
    let server = Setup { offers: vec!["size 46"], ..Setup::new(Mode::Plain) }.start();
    let (mut connection, done) =
        sends(&server, &envelope(), b"012345678901234567890123456789012345678901234\r\n");
    let error = done.unwrap_err();
    assert_eq!((error.phase(), error.why()), (Phase::Mail, Why::TooLarge { size: 47, limit: 46 }));
    assert_eq!((error.outcome(), error.code()), (Outcome::Refused, "smtp-too-large"));
    assert_eq!(server.transcript()[0].texts(), ["EHLO [127.0.0.1]"]);
    assert_eq!(connection.size_limit(), Some(46));

    // Dots that are doubled on the way do not count.
    assert_eq!(MAIL.len(), 46);
    connection.send(&envelope(), MAIL, &mut Notebook::default()).unwrap();
    assert_eq!(server.mails().len(), 1);
}

#[test]
fn a_limit_of_zero_is_none() {
    let server = Setup { offers: vec!["SIZE 0"], ..Setup::new(Mode::Plain) }.start();
    let (connection, done) = sends(&server, &envelope(), MAIL);
    done.unwrap();
    assert_eq!(connection.size_limit(), None);
    assert_eq!(server.transcript()[0].texts()[1], format!("MAIL FROM:<{USER}> SIZE=46"));
}

#[test]
fn what_could_end_a_mail_early_is_not_sent() {
    let server = Setup { offers: vec![], ..Setup::new(Mode::Plain) }.start();
    for (mail, why, code) in [
        (&b"a\r\n.\n\r\nMAIL FROM:<x@example.com>\r\n"[..], Why::Malformed, "smtp-malformed"),
        (b"a\r.\r\n", Why::Malformed, "smtp-malformed"),
        (b"no end", Why::Malformed, "smtp-malformed"),
        (b"", Why::Malformed, "smtp-malformed"),
        (b"\xff\r\n", Why::EightBit, "smtp-eight-bit"),
    ] {
        let (connection, done) = sends(&server, &envelope(), mail);
        let error = done.unwrap_err();
        assert_eq!((error.why(), error.outcome(), error.code()), (why, Outcome::Refused, code));
        assert!(connection.is_usable());
    }
    assert!(server.transcript().iter().all(|heard| heard.texts() == ["EHLO [127.0.0.1]"]));
}

#[test]
fn a_refused_copy_is_only_told() {
    for said in ["550 5.1.1 no such user", "451 4.7.1 greylisted"] {
        let server = MailServer::faulty(Mode::Plain, [Fault::at(Phase::Rcpt, Does::says(said)).second()]);
        let accepted = sends(&server, &envelope(), MAIL).1.unwrap();
        let refused: Vec<_> = accepted
            .refused_copies()
            .iter()
            .map(|(address, reply)| (address.as_str(), reply.to_string()))
            .collect();
        assert_eq!(refused, [(COPY, said.to_owned())]);
        assert_eq!(server.mails()[0].to, [TO]);
    }
}

#[test]
fn a_farewell_at_a_copy_ends_it() {
    let server =
        MailServer::faulty(Mode::Plain, [Fault::at(Phase::Rcpt, Does::says("421 4.3.2 bye")).second()]);
    let (connection, done) = sends(&server, &envelope(), MAIL);
    let error = done.unwrap_err();
    assert_eq!((error.phase(), error.why(), error.outcome()), (Phase::Rcpt, Why::Later, Outcome::Deferred));
    assert!(!connection.is_usable());
}

#[test]
fn all_recipients_proper_must_be_accepted() {
    let both = Envelope::new(USER, &[TO.to_owned(), COPY.to_owned()], &[]).unwrap();
    let server =
        MailServer::faulty(Mode::Plain, [Fault::at(Phase::Rcpt, Does::says("550 5.1.1 no")).second()]);
    let (mut connection, done) = sends(&server, &both, MAIL);
    let error = done.unwrap_err();
    assert_eq!(
        (error.phase(), error.why(), error.code()),
        (Phase::Rcpt, Why::Refused, "smtp-refused-recipient")
    );

    // The next mail does not inherit the envelope of the refused one.
    assert!(connection.is_usable());
    connection.send(&both, MAIL, &mut Notebook::default()).unwrap();
    assert_eq!(server.mails()[0].to, [TO, COPY]);
    assert_eq!(
        server.transcript()[0].texts(),
        [
            "EHLO [127.0.0.1]",
            "MAIL FROM:<shop@example.com> SIZE=46",
            "RCPT TO:<desk@example.net>",
            "RCPT TO:<archive@example.org>",
            "RSET",
            "MAIL FROM:<shop@example.com> SIZE=46",
            "RCPT TO:<desk@example.net>",
            "RCPT TO:<archive@example.org>",
            "DATA",
        ]
    );
}

#[test]
fn after_a_refused_mail_another_may_follow() {
    let refused = Fault::at(Phase::Dot, Does::says("554 DT:SPM 163 smtp14"));
    let server = MailServer::faulty(Mode::Plain, [refused]);
    let (mut connection, done) = sends(&server, &envelope(), MAIL);
    let error = done.unwrap_err();
    assert_eq!((error.outcome(), error.code()), (Outcome::Refused, "smtp-refused-mail"));
    assert!(connection.is_usable());
    connection.send(&envelope(), b"other\r\n", &mut Notebook::default()).unwrap();
    assert_eq!(server.mails().len(), 1);
}

#[test]
fn a_forwarded_recipient_is_accepted() {
    let server = MailServer::faulty(
        Mode::Plain,
        [Fault::at(Phase::Rcpt, Does::says("251 2.1.5 not local, will forward"))],
    );
    // The scripted server does not count it as a recipient; the copy is there.
    sends(&server, &envelope(), MAIL).1.unwrap();
    assert_eq!(server.mails()[0].to, [COPY]);
}
