//! A process that is killed in the middle of sending loses no mail and doubles none.

use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use unfreeze::record::State;

use super::*;
use crate::mail_server::{Heard, Setup};

const KILLS: usize = 100;

/// A server slow enough that a kill can come in between any two steps.
fn server() -> MailServer {
    Setup { pace: Duration::from_millis(15), ..Setup::new(Mode::Plain) }.start()
}

/// How many things the server has noticed: the connection, commands, the mail, its end, that it has it.
fn noticed(server: &MailServer) -> usize {
    let heard = server.transcript();
    let one =
        |heard: &Heard| 1 + heard.lines.len() + usize::from(!heard.body.is_empty()) + usize::from(heard.dot);
    heard.iter().map(one).sum::<usize>() + server.mails().len()
}

/// A xorshift generator (Marsaglia 2003), so that every run has the same moments.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
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
    let mut random = Random(7);
    // How often it was found not yet kept, put off, unknown, accepted.
    let mut found = [0; 4];
    for kill in 0..KILLS {
        let (desk, server) = (Desk::new(), server());
        let mut child = begin(&desk, &server);
        // Every tenth comes at once; the others at a random moment after one of the steps.
        let (step, later) = (kill % 10, random.next() % 15);
        while noticed(&server) < step && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_micros(200));
        }
        thread::sleep(Duration::from_millis(later));
        child.kill().unwrap();
        child.wait().unwrap();

        // The diary opens only when it is sound.
        let state = desk.kept().map(|(mail, _)| mail.state);
        // The server may still be at work on what it heard, so only a connection tells that it was called again.
        let (copies, connections) = (server.mails().len(), server.transcript().len());
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
                assert_eq!(
                    (again.status, server.transcript().len()),
                    (76, connections),
                    "kill {kill}: again"
                );
                // The person looks into the Sent folder, and finds it or not.
                if server.mails().is_empty() {
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
