//! Broken off by a person, or without anybody who listens: the status says where the mail stands.

use std::io;

use unfreeze::delivery::smtp::Phase;

use super::*;
use crate::mail_server::{Does, Fault};

/// Whoever pipes our words into `head` has not asked for fewer mails.
#[test]
fn a_closed_stdout_stops_no_mail_and_hides_no_failure() {
    let says = |phase, text| Fault::at(phase, Does::says(text));
    for (fault, exit) in [
        (Fault::none(), 0),
        (says(Phase::Auth, "535 5.7.8 no"), 77),
        (says(Phase::Rcpt, "550 5.1.1 no"), 69),
        (says(Phase::Data, "451 4.3.0 later"), 75),
        (Fault::at(Phase::Dot, Does::Drops), 76),
    ] {
        for words in ["draft.eml", "draft.eml --json"] {
            let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Tls, [fault.clone()]));
            let (reader, writer) = io::pipe().unwrap();
            drop(reader);
            let outcome = desk.send(&server, words).stdout(writer).run();
            assert_eq!((outcome.status, server.transcript().len()), (exit, 1), "{words}: {}", outcome.stderr);
            assert_eq!(server.mails().len(), usize::from(exit == 0), "{words}");
        }
    }
}

#[cfg(unix)]
mod by_a_signal {
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::Duration;

    use unfreeze::record::State;

    use super::*;

    /// Interrupts the program once the server has heard so much, and gives its status and its last words.
    fn interrupted(desk: &Desk, server: &MailServer, words: &str, heard: impl Fn() -> bool) -> (i32, String) {
        let child = Command::new(env!("CARGO_BIN_EXE_unfreeze"))
            .args(["--ui-lang", "en", "send", "draft.eml", "--server", &server.url()])
            .args(words.split_whitespace())
            .current_dir(desk.folder.path())
            .env("UNFREEZE_STATE_DIR", desk.path("state"))
            .env("SOURCE_DATE_EPOCH", NOW)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        while !heard() {
            thread::sleep(Duration::from_millis(5));
        }
        assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code().unwrap(), said.lines().last().unwrap_or_default().to_owned())
    }

    #[test]
    fn the_status_is_that_of_the_moment() {
        for (phase, exit, state) in [
            (Phase::Greeting, 75, State::Deferred),
            (Phase::Mail, 75, State::Deferred),
            (Phase::Data, 75, State::Deferred),
            (Phase::Dot, 76, State::Unknown),
        ] {
            let fault = Fault::at(phase, Does::Hangs);
            let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Plain, [fault]));
            let reached = || {
                let heard = server.transcript();
                let Some(heard) = heard.first() else { return false };
                let line = |start: &str| heard.texts().iter().any(|text| text.starts_with(start));
                match phase {
                    Phase::Greeting => true,
                    Phase::Mail => line("MAIL"),
                    Phase::Data => line("DATA"),
                    _ => heard.dot,
                }
            };
            let (found, said) = interrupted(&desk, &server, "", reached);
            assert_eq!(found, exit, "{phase:?}: {said}");
            assert_eq!(said.contains("unknown"), exit == 76, "{phase:?}: {said}");
            assert_eq!(desk.kept().unwrap().0.state, state, "{phase:?}");
            assert_eq!(server.mails().len(), 0);
        }
    }

    /// What nobody knew before, nobody knows when the second attempt is broken off early.
    #[test]
    fn a_doubt_is_not_forgotten() {
        let faults = [Fault::at(Phase::Dot, Does::Drops), Fault::at(Phase::Mail, Does::Hangs)];
        let (desk, server) = (Desk::new(), MailServer::faulty(Mode::Plain, faults));
        assert_eq!(desk.send(&server, "draft.eml").run().status, 76);
        let reached = || server.transcript().get(1).is_some_and(|heard| heard.texts().len() > 1);
        let (exit, said) = interrupted(&desk, &server, "--resend", reached);
        assert_eq!(exit, 76, "{said}");
        assert_eq!(desk.kept().unwrap().0.state, State::Unknown);
    }
}
