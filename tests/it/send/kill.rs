//! A process that is killed in the middle of sending loses no mail and doubles none.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use unfreeze::record::State;

use super::*;
use crate::mail_server::Setup;

const KILLS: u32 = 100;

/// A server slow enough that a kill can come in between any two steps.
fn server() -> MailServer {
    Setup { pace: Duration::from_millis(6), ..Setup::new(Mode::Plain) }.start()
}

fn begin(desk: &Desk, server: &MailServer) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_unfreeze"))
        .args(["send", "draft.eml", "--server", &server.url()])
        .current_dir(desk.folder.path())
        .env("UNFREEZE_STATE_DIR", desk.path("state"))
        .env("SOURCE_DATE_EPOCH", NOW)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn killed_at_a_hundred_moments_nothing_is_lost_and_nothing_doubled() {
    let whole = {
        let (desk, server) = (Desk::new(), server());
        let start = Instant::now();
        assert!(begin(&desk, &server).wait().unwrap().success());
        start.elapsed()
    };
    // How often it was found not yet kept, put off, unknown, accepted.
    let mut found = [0; 4];
    for kill in 0..KILLS {
        let (desk, server) = (Desk::new(), server());
        let mut child = begin(&desk, &server);
        thread::sleep(whole * kill / KILLS);
        child.kill().unwrap();
        child.wait().unwrap();

        // The diary opens only when it is sound.
        let state = desk.kept().map(|(mail, _)| mail.state);
        let copies = server.mails().len();
        let again = desk.send(&server, "draft.eml").run();
        match state {
            None => {
                found[0] += 1;
                assert_eq!((copies, again.status), (0, 0), "kill {kill}: {}", again.stderr);
            }
            Some(State::Composed | State::Deferred) => {
                found[1] += 1;
                assert_eq!((copies, again.status), (0, 0), "kill {kill}: {}", again.stderr);
            }
            Some(State::Unknown) => {
                found[2] += 1;
                assert_eq!((again.status, server.mails().len()), (76, copies), "kill {kill}: doubled");
                // The person looks into the Sent folder, and finds it or not.
                if copies == 0 {
                    assert_eq!(desk.send(&server, "draft.eml --resend --yes").run().status, 0);
                }
            }
            Some(State::Accepted) => {
                found[3] += 1;
                assert_eq!((copies, again.status), (1, 0), "kill {kill}: {}", again.stderr);
            }
            other => panic!("kill {kill}: {:?}", other.map(State::name)),
        }
        let mails = server.mails();
        assert_eq!(mails.len(), 1, "kill {kill}");
        assert!(mails[0].bytes == desk.kept().unwrap().1, "kill {kill}");
    }
    assert!(
        found.iter().filter(|count| **count > 0).count() >= 3,
        "the kills all came at one step: {found:?}"
    );
}
