//! What a case waits for and what to do next.

use unfreeze::letter::channels::Channels;
use unfreeze::record::{CaseView, Next, Route, Wait};

use super::*;

/// The case after these steps, each at its minute.
fn case(steps: &[(i64, &str)]) -> CaseView {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    record.know(&key(), at(0)).unwrap();
    for (minute, step) in steps {
        let now = at(*minute);
        match *step {
            "composed" => drop(record.compose(&mail("first"), now).unwrap()),
            "trial" => drop(record.compose(&NewMail { kind: Kind::Trial, ..mail("trial") }, now).unwrap()),
            "accepted" => drop(attempt(&mut record, now, None)),
            "deferred" => drop(attempt(&mut record, now, Some(failed(Phase::Mail, Why::Later, 451)))),
            "refused" => drop(attempt(&mut record, now, Some(failed(Phase::Mail, Why::Refused, 550)))),
            "unknown" => drop(attempt(&mut record, now, Some(failed(Phase::Dot, Why::Dropped, 250)))),
            kind => {
                let event =
                    Event { at: now.to_zoned(jiff::tz::TimeZone::UTC), ..event(kind.parse().unwrap(), TIME) };
                record.log(CASE, &event, now).unwrap();
            }
        }
    }
    record.case(CASE).unwrap().unwrap()
}

const TIME: &str = "2026-11-22T09:30:00+08:00[+08:00]";

fn attempt(record: &mut Record, now: Timestamp, error: Option<SmtpError>) -> State {
    let id = record.compose(&mail("first"), now).unwrap();
    match error {
        None => send(record, id, now),
        Some(error) => fail(record, id, &error, None, now),
    }
}

#[test]
fn each_state_of_a_case_has_its_next_step() {
    let channels = Channels::shipped();
    for (steps, minute, next) in [
        (&[][..], 1, Next::FileTicket),
        (&[(0, "composed")], 1, Next::Send),
        (&[(0, "trial")], 1, Next::FileTicket),
        (&[(0, "deferred")], 1, Next::Resume),
        (&[(0, "refused")], 1, Next::MendAndSend),
        (&[(0, "unknown")], 1, Next::LookInSent),
        (&[(0, "unknown"), (5, "mailed")], 6, Next::FileTicket),
        (&[(0, "accepted")], 1, Next::FileTicket),
        (&[(0, "accepted")], 120, Next::FollowUp),
        (&[(0, "ticket")], 29, Next::Wait),
        (&[(0, "ticket")], 30, Next::MailToo),
        (&[(0, "accepted"), (1, "ticket")], 2, Next::Wait),
        (&[(0, "accepted"), (1, "ticket"), (20, "sms")], 300, Next::ReadAnswer),
        (&[(0, "accepted"), (1, "ticket"), (20, "answered"), (30, "ticket")], 61, Next::ReadAnswer),
        (&[(0, "accepted"), (1, "ticket"), (20, "answered"), (30, "ticket")], 141, Next::FollowUp),
        (&[(0, "ticket"), (20, "accepted")], 61, Next::Wait),
        (&[(0, "accepted"), (1, "ticket"), (20, "bounced")], 21, Next::CheckAddress),
        (&[(0, "accepted"), (1, "ticket"), (20, "bounced"), (25, "mailed")], 26, Next::Wait),
        (&[(0, "mailed")], 1, Next::FileTicket),
        (&[(0, "deferred"), (1, "mailed"), (1, "ticket")], 2, Next::Wait),
        (&[(0, "unknown"), (1, "unfrozen")], 2, Next::Closed),
    ] {
        assert_eq!(case(steps).next(&channels, at(minute)), next, "{steps:?} at {minute}");
    }
}

#[test]
fn a_wait_begins_when_the_platform_can_have_it_and_ends_with_its_answer() {
    let channels = Channels::shipped();
    let waits =
        case(&[(0, "composed"), (5, "accepted"), (7, "ticket"), (9, "ticket"), (60, "sms")]).waits(&channels);
    let wait = |route, since, minutes| Wait {
        route,
        since: at(since),
        promised: Some(SignedDuration::from_mins(minutes)),
        answered: Some(at(60)),
        bounced: None,
    };
    assert_eq!(waits, [wait(Route::UrgentTicket, 9, 30), wait(Route::UrgentMail, 5, 120)]);
    assert_eq!(case(&[(0, "composed"), (1, "deferred")]).waits(&channels), []);
    assert_eq!(case(&[(4, "unknown")]).waits(&channels)[0].since, at(4));
}

#[test]
fn a_countdown_is_right_whatever_the_clock_says() {
    let channels = Channels::shipped();
    let left = |case: &CaseView, now| case.waits(&channels)[0].left(now).map(|left| left.as_mins());
    let open = case(&[(0, "ticket")]);
    assert_eq!(
        [0, 10, 30, 45].map(|minute| left(&open, at(minute))),
        [Some(30), Some(20), Some(0), Some(-15)]
    );
    assert_eq!(left(&open, at(-999_999)), Some(30));
    for end in [Timestamp::MIN, Timestamp::MAX] {
        let _ = (left(&open, end), open.next(&channels, end));
    }
    assert_eq!(left(&case(&[(0, "ticket"), (5, "answered")]), at(99)), None);
}

/// People tell times to the minute: an answer in the minute of the mail comes after it.
#[test]
fn an_answer_in_the_same_minute_counts() {
    let waits = case(&[(10, "ticket"), (10, "answered")]).waits(&Channels::shipped());
    assert_eq!(waits[0].answered, Some(at(10)));
    let waits = case(&[(10, "answered"), (12, "ticket")]).waits(&Channels::shipped());
    assert_eq!(waits[0].answered, None);
}

#[test]
fn what_was_sent_by_hand_waits_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = open(folder.path(), at(0));
    let first = record.compose(&mail("first"), at(0)).unwrap();
    let waiting = |record: &Record| -> Vec<MailId> {
        record.waiting().unwrap().into_iter().map(|mail| mail.id).collect()
    };
    assert_eq!(waiting(&record), [first]);
    record.log(CASE, &event(EventKind::Mailed, TIME), at(5)).unwrap();
    assert_eq!(waiting(&record), []);
    let second =
        record.compose(&NewMail { reference: format!("{CASE}-2"), ..mail("second") }, at(9)).unwrap();
    assert_eq!(waiting(&record), [second]);
    record.log(CASE, &event(EventKind::Unfrozen, TIME), at(10)).unwrap();
    assert_eq!(waiting(&record), []);
}
