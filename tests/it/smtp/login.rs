//! Every way to log in, and every way in which that fails.

use unfreeze::delivery::smtp::{Outcome, Why};

use super::*;
use crate::mail_server::{Does, Fault, Mode, Setup};

/// A server that offers this, and how the login went.
fn log_in(
    offers: Vec<&'static str>,
    faults: Vec<Fault>,
    login: &Login,
) -> (MailServer, Result<(), SmtpError>) {
    let server = Setup { offers, faults, ..Setup::new(Mode::Tls) }.start();
    let mut journal = Notebook::default();
    let mut connection = open(&server, patient(), &mut journal).unwrap();
    let done = connection.log_in(login, &mut journal);
    assert_eq!(connection.is_usable(), done.is_ok());
    (server, done)
}

/// What the server heard after EHLO.
fn heard(server: &MailServer) -> Vec<String> {
    server.transcript()[0].texts()[1..].iter().map(|&line| line.to_owned()).collect()
}

const PLAIN: &str = "AUTH PLAIN AHNob3BAZXhhbXBsZS5jb20AZmFrZS1jb2RlLXF6eHctNDcxMQ==";

#[test]
fn plain_is_preferred() {
    let (server, done) = log_in(vec!["AUTH LOGIN PLAIN XOAUTH2"], vec![], &password());
    assert_eq!(done, Ok(()));
    assert_eq!(heard(&server), [PLAIN]);
}

#[test]
fn login_where_there_is_no_plain() {
    for offers in [vec!["auth login"], vec!["AUTH=LOGIN"], vec!["AUTH CRAM-MD5", "AUTH=login"]] {
        let (server, done) = log_in(offers, vec![], &password());
        assert_eq!(done, Ok(()));
        assert_eq!(
            heard(&server),
            ["AUTH LOGIN", "c2hvcEBleGFtcGxlLmNvbQ==", "ZmFrZS1jb2RlLXF6eHctNDcxMQ=="]
        );
    }
}

#[test]
fn a_token() {
    let (server, done) = log_in(vec!["AUTH PLAIN XOAUTH2"], vec![], &token());
    assert_eq!(done, Ok(()));
    assert_eq!(heard(&server).len(), 1);
    assert!(heard(&server)[0].starts_with("AUTH XOAUTH2 "));
}

#[test]
fn a_wrong_password_is_a_refused_login() {
    let wrong = Login::Password { user: USER.into(), password: "wrong".into() };
    for offers in [vec!["AUTH PLAIN"], vec!["AUTH LOGIN"]] {
        let error = log_in(offers, vec![], &wrong).1.unwrap_err();
        assert_eq!((error.phase(), error.why()), (Phase::Auth, Why::LoginRefused));
        assert_eq!((error.outcome(), error.code()), (Outcome::Login, "smtp-login-refused"));
        assert_eq!(error.reply().unwrap().to_string(), "535 5.7.8 Error: authentication failed");
    }
}

#[test]
fn an_expired_token_is_answered_with_an_empty_line() {
    let wrong = Login::Token { user: USER.into(), token: "old".into() };
    let (server, done) = log_in(vec!["AUTH XOAUTH2"], vec![], &wrong);
    let error = done.unwrap_err();
    assert_eq!((error.why(), error.outcome()), (Why::TokenRefused, Outcome::Login));
    assert_eq!(error.code(), "smtp-token-refused");
    assert_eq!(error.reply().unwrap().code(), 535);
    assert_eq!(heard(&server)[1..], [""]);
}

#[test]
fn a_token_may_be_refused_at_once() {
    let says = Fault::at(Phase::Auth, Does::says("535 5.7.3 Authentication unsuccessful"));
    let error = log_in(vec!["AUTH XOAUTH2"], vec![says], &token()).1.unwrap_err();
    assert_eq!((error.why(), error.outcome()), (Why::TokenRefused, Outcome::Login));
}

#[test]
fn no_common_way() {
    for (offers, login) in [
        (vec![], password()),
        (vec!["AUTH CRAM-MD5 XOAUTH2"], password()),
        (vec!["AUTH PLAIN LOGIN"], token()),
    ] {
        let (server, done) = log_in(offers, vec![], &login);
        let error = done.unwrap_err();
        assert_eq!((error.why(), error.outcome()), (Why::NoMechanism, Outcome::Login));
        assert_eq!(error.code(), "smtp-no-mechanism");
        assert_eq!(heard(&server), Vec::<String>::new());
    }
}

#[test]
fn every_fault_of_the_second_challenge() {
    for (said, why, outcome) in [
        ("535 no", Why::LoginRefused, Outcome::Login),
        ("526 Authentication failure[0]", Why::LoginRefused, Outcome::Login),
        ("454 4.7.0 later", Why::Later, Outcome::Deferred),
        ("235 so soon", Why::Unexpected, Outcome::Login),
        ("hello", Why::Garbage, Outcome::Login),
    ] {
        let fault = Fault::at(Phase::Auth, Does::says(said)).second();
        let (server, done) = log_in(vec!["AUTH LOGIN"], vec![fault], &password());
        let error = done.unwrap_err();
        assert_eq!((error.why(), error.outcome()), (why, outcome), "{said}");
        assert_eq!(heard(&server).len(), 2, "the password followed {said}");
    }
}

#[test]
fn no_login_without_tls() {
    let server = MailServer::start(Mode::Plain);
    let error = deliver(&server, patient(), &password(), MAIL, &mut Notebook::default()).unwrap_err();
    assert_eq!((error.phase(), error.why()), (Phase::Auth, Why::PlainLogin));
    assert_eq!((error.outcome(), error.code()), (Outcome::Login, "smtp-plain-login"));
    assert_eq!(server.transcript()[0].texts(), ["EHLO [127.0.0.1]"]);
}

#[test]
fn after_a_refused_login_nothing_is_sent() {
    let server = MailServer::start(Mode::Tls);
    let mut journal = Notebook::default();
    let mut connection = open(&server, patient(), &mut journal).unwrap();
    let wrong = Login::Password { user: USER.into(), password: "wrong".into() };
    connection.log_in(&wrong, &mut journal).unwrap_err();
    let error = connection.send(&envelope(), MAIL, &mut journal).unwrap_err();
    assert_eq!((error.phase(), error.why()), (Phase::Mail, Why::Dropped));
    assert_eq!(server.transcript()[0].lines.len(), 2);
}
