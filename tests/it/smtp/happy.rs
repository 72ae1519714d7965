//! Mails arrive byte for byte, in every way to the server; and the rehearsal tells what is written.

use unfreeze::delivery::smtp::{Login, Phase, Step, Written, rehearse};

use super::*;
use crate::mail_server::{Delivered, Mode, Setup};

fn delivered(mail: &[u8]) -> Delivered {
    Delivered { from: USER.into(), to: vec![TO.into(), COPY.into()], bytes: mail.into() }
}

fn login_for(mode: Mode) -> Login {
    if mode == Mode::Plain { Login::None } else { password() }
}

#[test]
fn a_mail_arrives_byte_for_byte() {
    let large = large();
    for mode in [Mode::Plain, Mode::StartTls, Mode::Tls] {
        let server = MailServer::start(mode);
        for mail in [MAIL, &large] {
            let accepted =
                deliver(&server, patient(), &login_for(mode), mail, &mut Notebook::default()).unwrap();
            assert_eq!(accepted.reply().to_string(), "250 2.0.0 queued as 4711");
            assert_eq!(accepted.reply().enhanced(), Some("2.0.0"));
            assert_eq!(accepted.refused_copies(), []);
        }
        assert!(server.mails() == [delivered(MAIL), delivered(&large)], "{mode:?}");
        if mode != Mode::Plain {
            assert_nothing_leaked(&server);
        }
    }
}

#[test]
fn dots_are_doubled_on_the_wire() {
    let server = MailServer::start(Mode::Plain);
    deliver(&server, patient(), &Login::None, MAIL, &mut Notebook::default()).unwrap();
    let heard = &server.transcript()[0];
    assert_eq!(
        heard.body.escape_ascii().to_string(),
        b"Subject: [URGENT]\r\n\r\n..\r\n...\r\n..a\r\na.\r\n\r\n..\r\nend\r\n".escape_ascii().to_string()
    );
    assert!(heard.dot);
}

#[test]
fn a_name_may_have_several_addresses() {
    let server = MailServer::start(Mode::Plain);
    let url = server.url().replace("127.0.0.1", "localhost");
    let mut journal = Notebook::default();
    let mut connection =
        Connection::open(&url.parse().unwrap(), &Trust::system(), &patient(), &mut journal).unwrap();
    connection.send(&envelope(), MAIL, &mut journal).unwrap();
    assert_eq!(server.mails(), [delivered(MAIL)]);
}

#[test]
fn several_mails_go_over_one_connection() {
    let server = MailServer::start(Mode::Tls);
    let mut journal = Notebook::default();
    let mut connection = open(&server, patient(), &mut journal).unwrap();
    connection.log_in(&password(), &mut journal).unwrap();
    for mail in [&b"one\r\n"[..], b"two\r\n"] {
        connection.send(&envelope(), mail, &mut journal).unwrap();
        assert!(connection.is_usable());
    }
    connection.quit();
    assert_eq!(server.mails(), [delivered(b"one\r\n"), delivered(b"two\r\n")]);
    assert_eq!(server.transcript().len(), 1);
}

#[test]
fn bytes_above_127_are_announced() {
    let server = MailServer::start(Mode::Plain);
    let mail = "Grüße\r\n".as_bytes();
    deliver(&server, patient(), &Login::None, mail, &mut Notebook::default()).unwrap();
    assert_eq!(server.mails(), [delivered(mail)]);
    assert_eq!(
        server.transcript()[0].texts()[1],
        format!("MAIL FROM:<{USER}> SIZE={} BODY=8BITMIME", mail.len())
    );
}

#[test]
fn a_server_without_extensions_is_told_nothing_of_them() {
    let server = Setup { offers: vec![], ..Setup::new(Mode::Plain) }.start();
    deliver(&server, patient(), &Login::None, MAIL, &mut Notebook::default()).unwrap();
    assert_eq!(server.transcript()[0].texts()[1], format!("MAIL FROM:<{USER}>"));
}

/// The lines of a rehearsal.
fn lines(steps: &[Step]) -> Vec<&str> {
    let line = |step: &'_ Step| matches!(step.written, Written::Line(_));
    steps
        .iter()
        .filter(|step| line(step))
        .map(|step| match &step.written {
            Written::Line(line) => line.as_str(),
            _ => "",
        })
        .collect()
}

#[test]
fn a_rehearsal_is_what_a_dialogue_writes() {
    for (mode, login) in [
        (Mode::Plain, Login::None),
        (Mode::StartTls, password()),
        (Mode::Tls, password()),
        (Mode::Tls, token()),
        (Mode::StartTls, Login::None),
    ] {
        let server = MailServer::start(mode);
        let mut journal = Notebook::default();
        deliver(&server, patient(), &login, MAIL, &mut journal).unwrap();
        let steps = rehearse(&address(&server), &login, &envelope(), MAIL);

        let heard = &server.transcript()[0];
        let mut real: Vec<String> = heard.texts().iter().map(|line| hide(line)).collect();
        real.insert(real.len() - 1, ".".into());
        assert_eq!(lines(&steps), real);

        let mut phases: Vec<Phase> = steps.iter().map(|step| step.phase).collect();
        phases.dedup();
        assert_eq!(phases, [&journal.entered[..], &[Phase::Quit]].concat());
        assert!(steps.iter().any(|step| step.written == Written::Mail(MAIL.len())));
    }
}

fn hide(line: &str) -> String {
    match line.strip_prefix("AUTH ").and_then(|rest| rest.split_once(' ')) {
        Some((mechanism, _)) => format!("AUTH {mechanism} ***"),
        None => line.to_owned(),
    }
}

#[test]
fn a_rehearsal_in_full() {
    let server = "smtp://mail.example".parse().unwrap();
    let written = |phase, text: &str, expected| Step { phase, written: Written::Line(text.into()), expected };
    let silent = |phase, expected| Step { phase, written: Written::Nothing, expected };
    assert!(
        rehearse(&server, &password(), &envelope(), MAIL)
            == [
                silent(Phase::Connect, &[]),
                silent(Phase::Greeting, &[220]),
                written(Phase::Ehlo, "EHLO [127.0.0.1]", &[250]),
                written(Phase::StartTls, "STARTTLS", &[220]),
                silent(Phase::Tls, &[]),
                written(Phase::Ehlo, "EHLO [127.0.0.1]", &[250]),
                written(Phase::Auth, "AUTH PLAIN ***", &[235]),
                written(Phase::Mail, "MAIL FROM:<shop@example.com> SIZE=46", &[250]),
                written(Phase::Rcpt, "RCPT TO:<desk@example.net>", &[250, 251]),
                written(Phase::Rcpt, "RCPT TO:<archive@example.org>", &[250, 251]),
                written(Phase::Data, "DATA", &[354]),
                Step { phase: Phase::Body, written: Written::Mail(46), expected: &[] },
                written(Phase::Dot, ".", &[250]),
                written(Phase::Quit, "QUIT", &[221]),
            ]
    );
}
