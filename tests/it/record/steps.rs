//! From composed to the end, every way there is.

use unfreeze::record::Ended;

use super::*;

/// A mail brought into a state by the ways there are.
fn in_state(state: State) -> (tempfile::TempDir, Record, MailId) {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    let reached = match state {
        State::Composed => State::Composed,
        State::Accepted => send(&mut record, id, at(1)),
        State::Deferred => fail(&mut record, id, &failed(Phase::Rcpt, Why::Later, 451), None, at(1)),
        State::Refused => fail(&mut record, id, &failed(Phase::Rcpt, Why::Refused, 550), None, at(1)),
        State::Unknown => fail(&mut record, id, &failed(Phase::Dot, Why::Dropped, 250), None, at(1)),
        State::Replaced => {
            record.compose(&mail("second"), at(1)).unwrap();
            record.mail_of(id).unwrap().state
        }
        State::Sending => {
            // A sender that lives on elsewhere: its lock is held for as long as the test's process lives.
            let mut other = open(folder.path(), at(0));
            std::mem::forget(other.begin(id, "shop", SERVER, Resend::Refuse, at(1)).unwrap());
            record.mail_of(id).unwrap().state
        }
    };
    assert_eq!(reached, state);
    assert_eq!(record.mail_of(id).unwrap().state, state);
    (folder, record, id)
}

fn word<T>(result: Result<T, RecordError>) -> &'static str {
    result.map_or_else(|error| error.code(), |_| "ok")
}

#[test]
fn what_may_be_sent_depends_on_the_state_and_on_the_persons_word() {
    for (state, refuse, allow) in [
        (State::Composed, "ok", "ok"),
        (State::Sending, "record-busy", "record-busy"),
        (State::Accepted, "record-accepted", "record-accepted"),
        (State::Deferred, "ok", "ok"),
        (State::Refused, "ok", "ok"),
        (State::Unknown, "record-unknown", "ok"),
        (State::Replaced, "record-replaced", "record-replaced"),
    ] {
        let (_folder, mut record, id) = in_state(state);
        assert_eq!(word(record.begin(id, "shop", SERVER, Resend::Refuse, at(2))), refuse, "{state}");
        let (_folder, mut record, id) = in_state(state);
        assert_eq!(word(record.begin(id, "shop", SERVER, Resend::Allow, at(2))), allow, "{state}");
    }
}

#[test]
fn another_wording_takes_the_place_of_what_was_not_delivered_only() {
    for (state, code) in [
        (State::Composed, "ok"),
        (State::Sending, "record-busy"),
        (State::Accepted, "record-accepted"),
        (State::Deferred, "ok"),
        (State::Refused, "ok"),
        (State::Unknown, "record-unknown"),
    ] {
        let (_folder, mut record, id) = in_state(state);
        assert_eq!(word(record.compose(&mail("other"), at(2))), code, "{state}");
        let now = if code == "ok" { State::Replaced } else { state };
        assert_eq!(record.mail_of(id).unwrap().state, now, "{state}");
        let text = if code == "ok" { "other" } else { "first" };
        assert_eq!(latest(&record).message_id, format!("<{text}@example.com>"), "{state}");
    }
}

#[test]
fn the_same_wording_is_the_same_mail_whatever_its_state() {
    for state in State::ALL.iter().filter(|state| **state != State::Replaced) {
        let (_folder, mut record, id) = in_state(*state);
        let again = NewMail {
            message_id: "<again@example.com>".into(),
            bytes: b"Date: later\r\n\r\nfirst\r\n".to_vec(),
            ..mail("first")
        };
        assert_eq!(record.compose(&again, at(2)).map_err(|error| error.code()), Ok(id), "{state}");
        assert_eq!(latest(&record).message_id, "<first@example.com>");
        assert_eq!(record.bytes(id).unwrap().unwrap(), mail("first").bytes);
    }
}

#[test]
fn an_accepted_mail_says_when_and_what_the_server_said() {
    let (_folder, mut record, id) = in_state(State::Accepted);
    let error = stopped(record.begin(id, "shop", SERVER, Resend::Refuse, at(9)));
    let reply = "250 Ok: queued as 12345".to_owned();
    assert!(error == RecordError::AlreadyAccepted { when: at(1), reply });
    let attempt = &record.mail_of(id).unwrap().attempts[0];
    assert_eq!((attempt.account.as_str(), attempt.server.as_str()), ("shop", SERVER));
    assert_eq!((attempt.started, attempt.ended), (at(1), Some(at(1))));
    assert_eq!(
        (attempt.phase, attempt.outcome, &attempt.why),
        (Some(Phase::Dot), Some(Ended::Accepted), &None)
    );
    assert_eq!(attempt.refused_copies, [("shop@example.com".to_owned(), 550, "no such user".to_owned())]);
}

/// Every phase at which a sender can die, and what is made of the mail it leaves.
#[test]
fn whoever_is_broken_off_leaves_what_the_phase_says() {
    for phase in [None].into_iter().chain(Phase::ALL.map(Some)) {
        let folder = tempfile::tempdir().unwrap();
        let mut record = open(folder.path(), at(0));
        let id = record.compose(&mail("first"), at(0)).unwrap();
        drop(enter(&mut record, id, phase, at(1)));
        drop(record);
        let record = open(folder.path(), at(5));
        let found = record.mail_of(id).unwrap();
        let delivered = phase >= Some(Phase::Dot);
        let state = if delivered { State::Unknown } else { State::Deferred };
        let ended = if delivered { Ended::Unknown } else { Ended::Deferred };
        assert_eq!((found.state, found.phase()), (state, phase));
        let attempt = &found.attempts[0];
        assert_eq!((attempt.ended, attempt.outcome), (Some(at(5)), Some(ended)));
        assert_eq!(attempt.why.as_deref(), Some("broken-off"));
    }
}

/// The same without another opening: the next attempt looks, too.
#[test]
fn the_next_attempt_settles_what_was_broken_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let id = record.compose(&mail("first"), at(0)).unwrap();
    drop(enter(&mut record, id, Some(Phase::Dot), at(1)));
    assert_eq!(record.mail_of(id).unwrap().state, State::Sending);
    let error = stopped(record.begin(id, "shop", SERVER, Resend::Refuse, at(7)));
    assert!(error == RecordError::Unknown { since: at(1) });
    // What was found out is not lost with the refusal.
    assert_eq!(word(record.compose(&mail("other"), at(8))), "record-unknown");
    assert_eq!(record.mail_of(id).unwrap().state, State::Unknown);
}

#[test]
fn once_unknown_only_an_acceptance_makes_it_known() {
    for why in [Why::Later, Why::Refused, Why::LoginRefused, Why::Journal] {
        let (_folder, mut record, id) = in_state(State::Unknown);
        assert_eq!(fail(&mut record, id, &failed(Phase::Auth, why, 535), None, at(2)), State::Unknown);
        let error = stopped(record.begin(id, "shop", SERVER, Resend::Refuse, at(3)));
        assert!(error == RecordError::Unknown { since: at(1) });
    }
    let (folder, mut record, id) = in_state(State::Unknown);
    drop(enter(&mut record, id, Some(Phase::Ehlo), at(2)));
    assert_eq!(open(folder.path(), at(3)).mail_of(id).unwrap().state, State::Unknown);
    assert_eq!(send(&mut record, id, at(4)), State::Accepted);
}

#[test]
fn the_provider_may_mean_something_else_but_nothing_makes_the_unknown_known() {
    for (error, meant, state) in [
        (failed(Phase::Mail, Why::Refused, 550), Some(Outcome::Deferred), State::Deferred),
        (failed(Phase::Mail, Why::Later, 440), Some(Outcome::Refused), State::Refused),
        (failed(Phase::Auth, Why::Refused, 526), Some(Outcome::Login), State::Deferred),
        (failed(Phase::Dot, Why::Refused, 554), Some(Outcome::Deferred), State::Deferred),
        (failed(Phase::Dot, Why::Dropped, 250), Some(Outcome::Deferred), State::Unknown),
    ] {
        let (_folder, mut record, id) = in_state(State::Composed);
        assert_eq!(fail(&mut record, id, &error, meant, at(1)), state, "{error:?}");
    }
}

#[test]
fn after_the_dot_no_earlier_phase_is_taken() {
    let (_folder, mut record, id) = in_state(State::Composed);
    let mut attempt = enter(&mut record, id, Some(Phase::Dot), at(1));
    for phase in Phase::ALL.into_iter().filter(|phase| *phase < Phase::Quit) {
        assert!(attempt.enter(phase).is_err(), "{phase:?}");
    }
    assert!(attempt.enter(Phase::Quit).is_ok());
    drop(attempt);
    assert_eq!(record.mail_of(id).unwrap().phase(), Some(Phase::Quit));
}

/// STARTTLS comes back to EHLO, and a reconnection to the beginning.
#[test]
fn before_the_dot_phases_may_come_again() {
    let (_folder, mut record, id) = in_state(State::Composed);
    let mut attempt = enter(&mut record, id, Some(Phase::StartTls), at(1));
    attempt.enter(Phase::Ehlo).unwrap();
    drop(attempt);
    assert_eq!(record.mail_of(id).unwrap().phase(), Some(Phase::Ehlo));
}

#[test]
fn trials_stand_apart() {
    let (_folder, mut record, id) = in_state(State::Composed);
    let trial = NewMail { kind: Kind::Trial, ..mail("trial") };
    let first = record.compose(&trial, at(1)).unwrap();
    let second = record.compose(&trial, at(1)).unwrap();
    assert_ne!(first, second);
    assert_eq!(send(&mut record, first, at(2)), State::Accepted);
    assert_eq!(latest(&record).id, id);
    assert_eq!(word(record.compose(&mail("other"), at(3))), "ok");
    assert_eq!(record.mail_of(second).unwrap().state, State::Composed);
    let waiting: Vec<_> = record.waiting().unwrap().into_iter().map(|mail| mail.message_id).collect();
    assert_eq!(waiting, ["<other@example.com>"]);
}

#[test]
fn the_bytes_are_those_that_were_composed() {
    let (_folder, mut record, id) = in_state(State::Composed);
    let attempt = enter(&mut record, id, None, at(1));
    assert_eq!((attempt.mail(), attempt.bytes()), (id, mail("first").bytes.as_slice()));
}

#[test]
fn what_evidence_made_is_remembered() {
    let (_folder, mut record, _) = in_state(State::Composed);
    let (ours, strange) = (Digest::of(b"ours"), Digest::of(b"strange"));
    for _ in 0..2 {
        record.vouch(&key(), &[(ours, "01-freeze-notice.png")], at(1)).unwrap();
    }
    let store = key().store;
    assert_eq!([ours, strange].map(|sha256| record.vouched(&store, sha256).unwrap()), [true, false]);
    assert!(!record.vouched("1109876543", ours).unwrap(), "another store's papers");
}

#[test]
fn a_copy_that_was_taken_out_gets_none() {
    let (_folder, mut record, id) = in_state(State::Deferred);
    let copied = |copies: &[&str]| NewMail {
        copies: copies.iter().map(|&to| to.to_owned()).collect(),
        ..mail("first")
    };
    let own = copied(&["Ops@example.com", "boss@example.com"]);
    let first = record.compose(&own, at(2)).unwrap();
    assert_eq!(record.compose(&copied(&["boss@example.com", "ops@example.com"]), at(2)), Ok(first));
    let second = record.compose(&copied(&["boss@example.com"]), at(3)).unwrap();
    assert_eq!(record.mail_of(second).unwrap().copies, ["boss@example.com"]);
    for replaced in [id, first] {
        assert_eq!(record.mail_of(replaced).unwrap().state, State::Replaced);
    }
    assert_eq!(send(&mut record, second, at(4)), State::Accepted);
    assert_eq!(record.compose(&own, at(5)), Ok(second), "it is the same mail, and was sent");
}
