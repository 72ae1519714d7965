//! The journal hears of each step before the server does.

use std::thread;

use unfreeze::delivery::smtp::{Outcome, Why};

use super::*;
use crate::mail_server::Mode;

/// A journal that looks, at each step, at what the server has heard by then.
struct Witness<'a> {
    server: &'a MailServer,
    seen: Vec<(Phase, usize, bool)>,
}

impl Journal for Witness<'_> {
    fn enter(&mut self, phase: Phase) -> io::Result<()> {
        // Whatever was written too early shall have the time to arrive.
        thread::sleep(Duration::from_millis(30));
        let heard = self.server.transcript();
        let (lines, dot) = heard.last().map_or((0, false), |heard| (heard.lines.len(), heard.dot));
        self.seen.push((phase, lines, dot));
        Ok(())
    }
}

#[test]
fn each_phase_is_kept_before_its_first_byte() {
    let server = MailServer::start(Mode::StartTls);
    let mut witness = Witness { server: &server, seen: Vec::new() };
    deliver(&server, patient(), &password(), MAIL, &mut witness).unwrap();
    assert_eq!(
        witness.seen,
        [
            (Phase::Connect, 0, false),
            (Phase::Greeting, 0, false),
            (Phase::Ehlo, 0, false),
            (Phase::StartTls, 1, false),
            (Phase::Tls, 2, false),
            (Phase::Ehlo, 2, false),
            (Phase::Auth, 3, false),
            (Phase::Mail, 4, false),
            (Phase::Rcpt, 5, false),
            (Phase::Data, 7, false),
            (Phase::Body, 8, false),
            (Phase::Dot, 8, false),
        ]
    );
    assert!(server.transcript()[0].dot);
}

/// The whole mail is with the server while the journal keeps the dot, and the dot is not.
#[test]
fn the_dot_waits_for_the_journal() {
    struct Dot<'a>(&'a MailServer, usize);
    impl Journal for Dot<'_> {
        fn enter(&mut self, phase: Phase) -> io::Result<()> {
            if phase == Phase::Dot {
                while self.0.transcript()[0].body.len() < self.1 {
                    thread::sleep(Duration::from_millis(5));
                }
                thread::sleep(Duration::from_millis(100));
                assert!(!self.0.transcript()[0].dot, "the dot came before it was kept");
                assert_eq!(self.0.mails(), []);
            }
            Ok(())
        }
    }
    for mode in [Mode::Plain, Mode::Tls] {
        let server = MailServer::start(mode);
        let login = if mode == Mode::Plain { Login::None } else { password() };
        let mail = b"no dots at all\r\n".repeat(5000);
        deliver(&server, patient(), &login, &mail, &mut Dot(&server, mail.len())).unwrap();
        assert_eq!(server.mails().len(), 1);
    }
}

#[test]
fn what_cannot_be_kept_is_not_begun() {
    use Phase::{Auth, Body, Connect, Data, Dot, Ehlo, Greeting, Mail, Rcpt, StartTls, Tls};
    for (phase, lines) in [
        (Connect, 0),
        (Greeting, 0),
        (Ehlo, 0),
        (StartTls, 1),
        (Tls, 2),
        (Auth, 3),
        (Mail, 4),
        (Rcpt, 5),
        (Data, 7),
        (Body, 8),
        (Dot, 8),
    ] {
        let server = MailServer::start(Mode::StartTls);
        let mut journal = Notebook { full_at: Some(phase), ..Notebook::default() };
        let error = deliver(&server, patient(), &password(), MAIL, &mut journal).unwrap_err();
        assert_eq!((error.phase(), error.why()), (phase, Why::Journal));
        assert_eq!((error.outcome(), error.code()), (Outcome::Deferred, "smtp-journal"));
        assert_eq!(journal.entered.last(), Some(&phase));
        thread::sleep(Duration::from_millis(30));
        let heard = server.transcript().into_iter().next().unwrap_or_default();
        assert_eq!((heard.lines.len(), heard.dot), (lines, false), "{phase:?}");
        assert_eq!(server.mails(), []);
    }
}
