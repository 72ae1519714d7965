//! Several at once: threads with a diary each, as processes have.

use std::sync::{Arc, Barrier};
use std::thread;

use super::*;

/// Runs the work in so many threads that begin together, each with its number.
fn together<T: Send + 'static>(count: usize, work: impl Fn(usize) -> T + Send + Sync + 'static) -> Vec<T> {
    let (start, work) = (Arc::new(Barrier::new(count)), Arc::new(work));
    let spawn = |number| {
        let (start, work) = (start.clone(), work.clone());
        thread::spawn(move || {
            start.wait();
            work(number)
        })
    };
    let threads: Vec<_> = (0..count).map(spawn).collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}

/// Everybody composes the same and sends it: one mail, sent once, and everybody else is told why not.
#[test]
fn whoever_sends_the_same_at_once_sends_it_once() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_owned();
        let ends = together(4, move |number| {
            let mut record = open(&path, at(0));
            let new = NewMail { message_id: format!("<{number}@example.com>"), ..mail("first") };
            let id = record.compose(&new, at(0)).unwrap();
            match record.begin(id, "shop", SERVER, Resend::Refuse, at(1)) {
                Ok(mut attempt) => {
                    [Phase::Auth, Phase::Dot].iter().for_each(|phase| attempt.enter(*phase).unwrap());
                    attempt.finish(Ok(&accepted()), None, at(2)).map(|_| (id, "sent")).unwrap()
                }
                Err(error) => (id, error.code()),
            }
        });
        assert!(ends.iter().all(|(id, _)| *id == ends[0].0));
        assert_eq!(ends.iter().filter(|(_, end)| *end == "sent").count(), 1, "{ends:?}");
        assert!(
            ends.iter().all(|(_, end)| ["sent", "record-busy", "record-accepted"].contains(end)),
            "{ends:?}"
        );
        let record = open(folder.path(), at(3));
        assert_eq!(record.case(CASE).unwrap().unwrap().mails.len(), 1);
        let sent = latest(&record);
        assert_eq!((sent.state, sent.attempts.len()), (State::Accepted, 1));
    }
}

/// Everybody composes something else: at most one of them is sent.
#[test]
fn of_several_wordings_at_once_one_is_sent() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_owned();
        let sent = together(4, move |number| {
            let mut record = open(&path, at(0));
            let Ok(id) = record.compose(&mail(&format!("wording {number}")), at(0)) else { return false };
            let Ok(mut attempt) = record.begin(id, "shop", SERVER, Resend::Refuse, at(1)) else {
                return false;
            };
            attempt.enter(Phase::Dot).unwrap();
            attempt.finish(Ok(&accepted()), None, at(2)).unwrap() == State::Accepted
        });
        assert!(sent.iter().filter(|sent| **sent).count() <= 1, "{sent:?}");
        let case = open(folder.path(), at(3)).case(CASE).unwrap().unwrap();
        let live = case.mails.iter().filter(|mail| mail.state != State::Replaced).count();
        assert_eq!(live, 1);
    }
}

#[test]
fn a_new_diary_may_be_begun_by_several() {
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state");
        let opened = together(4, move |_| Record::open(&path, at(0)).map(drop).map_err(|error| error.code()));
        assert_eq!(opened, [Ok(()); 4]);
    }
}

#[test]
fn whoever_looks_while_a_mail_is_sent_leaves_it_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    let mut attempt = enter(&mut record, id, Some(Phase::Body), at(1));
    let other = open(folder.path(), at(2));
    assert_eq!(other.mail_of(id).unwrap().state, State::Sending);
    attempt.enter(Phase::Dot).unwrap();
    assert_eq!(attempt.finish(Ok(&accepted()), None, at(3)).unwrap(), State::Accepted);
}
