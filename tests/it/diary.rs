//! The verbs that read and write the diary.

use std::fs;
use std::path::Path;

use serde_json::Value;
use unfreeze::delivery::smtp::{Accepted, Journal, Phase, Reply, SmtpError, Why};
use unfreeze::record::{CaseKey, EventKind, Kind, NewMail, Record, Resend};
use unicode_width::UnicodeWidthStr;

use crate::record::{CASE, accepted, at, event, key, mail, open, send};
use crate::run::{Outcome, Run};

/// 2026-11-22T04:30:00Z, three hours after the freeze.
const NOW: &str = "1795321800";

struct Place {
    state: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { state: tempfile::tempdir().unwrap() }
    }

    fn record(&self) -> Record {
        open(self.state.path(), at(0))
    }

    fn command(&self, words: &[&str]) -> Run {
        let state = self.state.path().to_str().unwrap();
        let run = Run::new(words).dir("examples/aurora").env("UNFREEZE_STATE_DIR", state);
        run.env("SOURCE_DATE_EPOCH", NOW).env("TZ", "Asia/Shanghai").env("COLUMNS", "80")
    }

    fn run(&self, words: &[&str]) -> Outcome {
        self.command(words).run()
    }

    fn json(&self, words: &[&str]) -> Value {
        let outcome = self.run(&[words, &["--json"]].concat());
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|_| panic!("{outcome:?}"))
    }
}

/// Cases in every state that a person can meet.
fn cases() -> Place {
    let place = Place::new();
    let mut record = place.record();
    let id = record.compose(&mail("first"), at(10)).unwrap();
    send(&mut record, id, at(15));
    let mut ticket = event(EventKind::Ticket, "2026-11-22T09:40:00+08:00[+08:00]");
    (ticket.number, ticket.note) = ("T-20261122-1".into(), "filed by Li".into());
    record.log(CASE, &ticket, at(20)).unwrap();

    for (store, phase, why, code) in [
        ("2000000001", Phase::Dot, Why::Dropped, 0),
        ("2000000002", Phase::Rcpt, Why::Refused, 550),
        ("2000000003", Phase::Mail, Why::Later, 451),
    ] {
        let reference = format!("UF-{store}-20261122");
        let case = CaseKey { reference: reference.clone(), store: store.into(), frozen: None };
        let to = vec!["seller-support-legal@aliexpress.com".to_owned()];
        let new = NewMail { case, reference, to, ..mail("first") };
        let id = record.compose(&new, at(10)).unwrap();
        let mut attempt =
            record.begin(id, "shop", "smtps://smtp.example.com:465", Resend::Refuse, at(12)).unwrap();
        attempt.enter(phase).unwrap();
        let reply = (code > 0).then(|| Reply::new(code, "mailbox\nunavailable"));
        attempt.finish(Err(&SmtpError::new(phase, why, reply)), None, at(13)).unwrap();
    }

    let closed = CaseKey { reference: "UF-3000000001-20261101".into(), store: "3000000001".into(), ..key() };
    record.know(&closed, at(0)).unwrap();
    record
        .log(&closed.reference, &event(EventKind::Unfrozen, "2026-11-22T10:00:00+08:00[+08:00]"), at(40))
        .unwrap();
    place
}

fn golden(name: &str, found: &str) {
    let path = Path::new("tests/golden/status").join(name);
    if std::env::var_os("UNFREEZE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(path).unwrap(), "{name}");
}

#[test]
fn status_tells_where_each_case_stands() {
    let place = cases();
    for lang in ["en", "zh"] {
        for columns in ["80", "50"] {
            let outcome = place.command(&["status"]).lang(lang).env("COLUMNS", columns).run();
            assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
            let wide: Vec<_> =
                outcome.stdout.lines().filter(|line| line.width() > columns.parse().unwrap()).collect();
            assert_eq!(wide, [""; 0]);
            golden(&format!("{lang}.{columns}.txt"), &outcome.stdout);
        }
    }
}

#[test]
fn on_another_clock_the_time_in_china_stands_beside() {
    let place = cases();
    let outcome = place.command(&["status"]).env("TZ", "America/Los_Angeles").run();
    assert!(
        outcome.stdout.contains("frozen         2026-11-21 17:30 UTC-08:00 (11-22 09:30 in China)"),
        "{outcome:?}"
    );
}

#[test]
fn status_for_programs() {
    let place = cases();
    let found = place.json(&["status", "--open"]);
    let cases = found["cases"].as_array().unwrap();
    let next: Vec<_> =
        cases.iter().map(|case| (case["store"].as_str().unwrap(), case["next"].as_str().unwrap())).collect();
    let expected = [
        ("1102345678", "follow-up"),
        ("2000000001", "look-in-sent"),
        ("2000000002", "mend-and-send"),
        ("2000000003", "resume"),
    ];
    assert_eq!(next, expected);
    golden("aurora.json", &format!("{:#}\n", cases[0]));
    assert_eq!(place.json(&["status"])["cases"].as_array().unwrap().len(), 5);
}

#[test]
fn an_empty_diary_says_so() {
    let place = Place::new();
    assert_eq!(place.run(&["status"]), Outcome::done("nothing has been recorded yet\n"));
    assert_eq!(place.run(&["status", "--open"]), Outcome::done("no case is open\n"));
    assert_eq!(place.command(&["status"]).lang("zh").run(), Outcome::done("还没有任何记录\n"));
    assert_eq!(place.json(&["status"]), serde_json::json!({ "cases": [] }));
}

/// `compose` writes its folder beside the case, and names it after the store.
#[test]
fn the_folder_of_a_store_does_not_stand_for_its_case() {
    let place = Place::new();
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy("examples/aurora/case.toml", folder.path().join("case.toml")).unwrap();
    std::fs::create_dir(folder.path().join("1102345678")).unwrap();
    let run = |words: &[&str]| place.command(words).dir(folder.path()).run();
    let unknown = run(&["log", "1102345678", "sms"]);
    assert!(unknown.stderr.contains("[record-no-case]"), "{unknown:?}");
    assert_eq!(run(&["log", "case.toml", "ticket", "T-1"]).status, 0);
    let noted = run(&["log", "1102345678", "sms", "--at", "2026-11-22 10:00 +08:00"]);
    assert_eq!(noted.status, 0, "{noted:?}");
}

/// A case is named by its file, by its reference, or by its store.
#[test]
fn what_happened_is_noted_in_the_case_that_is_meant() {
    let place = Place::new();
    let noted = "noted in UF-1102345678-20261120: urgent ticket filed, 2026-11-22 12:30 UTC+08:00\n";
    assert_eq!(place.run(&["log", "case.toml", "ticket", "T-1"]), Outcome::done(noted));
    for (name, time, shown) in [
        ("1102345678", "2026-11-22 10:00 +08:00", "2026-11-22 10:00 UTC+08:00"),
        ("uf-1102345678-20261120", "2026-11-21T18:05:00-08:00", "2026-11-22 10:05 UTC+08:00"),
    ] {
        let noted = format!("noted in UF-1102345678-20261120: text message came, {shown}\n");
        assert_eq!(place.run(&["log", name, "sms", "--at", time, "--note", "审核中"]), Outcome::done(&noted));
    }
    let noted = place.json(&["log", "1102345678", "unfrozen", "--at", "2026-11-22 11:00 +08:00"]);
    let expected = serde_json::json!({
        "reference": "UF-1102345678-20261120",
        "event": "unfrozen",
        "at": "2026-11-22T11:00:00+08:00",
        "number": "",
        "note": "",
    });
    assert_eq!(noted, expected);
    let case = place.record().case("UF-1102345678-20261120").unwrap().unwrap();
    assert_eq!(case.case.frozen.unwrap().strftime("%H:%M %:z").to_string(), "09:30 +08:00");
    let times: Vec<_> =
        case.events.iter().map(|noted| noted.event.at.strftime("%H:%M %:z").to_string()).collect();
    assert_eq!(times, ["12:30 +08:00", "10:00 +08:00", "18:05 -08:00", "11:00 +08:00"]);
    assert!(case.closed.is_some());
}

#[test]
fn what_cannot_be_noted_is_told_at_once_and_leaves_nothing() {
    let place = Place::new();
    let words =
        ["log", "case.toml", "sms", "--at", "2026-11-23 10:00 +08:00", "--note", "110105 19491231 002X"];
    let en = "error: --note: this text holds an identity card number [identity-number]\n\
              hint: remove it; the number must not travel by mail and is never needed here\n\
              error: --at: the time lies in the future [time-future]\n\
              hint: check the date and the zone\n";
    assert_eq!(place.run(&words), Outcome::failed(65, en));
    for (words, status, code) in [
        (&["log", "case.toml", "ticket"][..], 64, "usage-missing"),
        (&["log", "case.toml", "sms", "7"], 64, "usage-unexpected"),
        (&["log", "case.toml", "frozen"], 64, "usage-bad-value"),
        (&["log", "case.toml", "sms", "--at", "2026-11-22 10:00"], 65, "time-no-zone"),
        (&["log", "case.toml", "ticket", "110105-19491231-002X"], 65, "identity-number"),
        (&["log", "none.toml", "sms"], 66, "file-missing"),
        (&["log", "1102345678", "sms"], 66, "record-no-case"),
        (&["log", "scans", "sms"], 66, "file-folder"),
        (&["record", "forget", "case.toml", "--yes"], 66, "record-no-case"),
        (&["record", "export", "UF-7-20261122"], 66, "record-no-case"),
    ] {
        let outcome = place.run(words);
        assert_eq!((outcome.status, outcome.stdout.as_str()), (status, ""), "{words:?}");
        assert!(outcome.stderr.contains(&format!("[{code}]")), "{words:?}: {}", outcome.stderr);
    }
    assert_eq!(place.run(&["status"]), Outcome::done("nothing has been recorded yet\n"));
}

/// The ticket is the first step; a case need not be finished for it.
#[test]
fn an_unfinished_case_can_be_noted_in() {
    let place = Place::new();
    let case = place.state.path().join("new.toml");
    fs::write(&case, "[store]\nid = \"2000000009\"\n[freeze]\nat = 2026-11-22T09:30:00+08:00\n").unwrap();
    let outcome = place.run(&["log", case.to_str().unwrap(), "ticket", "T-1"]);
    assert_eq!(
        outcome.stdout,
        "noted in UF-2000000009-20261122: urgent ticket filed, 2026-11-22 12:30 UTC+08:00\n"
    );
    fs::write(&case, "[store]\nid = \"2000000009\"\n").unwrap();
    let outcome = place.run(&["log", case.to_str().unwrap(), "sms"]);
    assert_eq!((outcome.status, outcome.stderr.contains("freeze.at")), (65, true), "{outcome:?}");
}

#[test]
fn of_several_cases_of_a_store_the_open_one_is_meant_or_a_person_is_asked() {
    let place = Place::new();
    let mut record = place.record();
    let case = |day: u8| CaseKey { reference: format!("UF-1102345678-202611{day}"), ..key() };
    for day in [20, 21, 22] {
        record.know(&case(day), at(0)).unwrap();
    }
    let outcome = place.run(&["log", "1102345678", "sms"]);
    let references = "UF-1102345678-20261120, UF-1102345678-20261121, UF-1102345678-20261122";
    let several = format!(
        "error: 1102345678: the record knows several cases of this store: {references} [record-several]\n\
         hint: name one of them by its reference\n"
    );
    assert_eq!(outcome, Outcome::failed(65, &several));
    let unfrozen = event(EventKind::Unfrozen, "2026-11-22T10:00:00+08:00[+08:00]");
    for day in [20, 22] {
        record.log(&case(day).reference, &unfrozen, at(40)).unwrap();
    }
    assert!(place.run(&["log", "1102345678", "sms"]).stdout.starts_with("noted in UF-1102345678-20261121: "));
}

#[test]
fn a_case_is_exported_and_forgotten() {
    let place = cases();
    let file = place.state.path().join("export.json");
    let path = file.to_str().unwrap();
    let outcome = place.run(&["record", "export", "1102345678", CASE, "-o", path]);
    assert_eq!(outcome, Outcome::done(&format!("2 cases written: {path}\n")));
    let exported: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(exported["cases"][0], place.record().export(CASE).unwrap());
    let all: Value = serde_json::from_str(&place.run(&["record", "export"]).stdout).unwrap();
    assert_eq!(all["cases"].as_array().unwrap().len(), 5);
    assert_eq!(place.run(&["record", "export", "-o", path]).status, 73, "another content is not replaced");

    let outcome = place.run(&["record", "forget", CASE]);
    let nobody = format!(
        "error: there is nobody to ask: this is not a terminal [record-forget-no-terminal]\n\
         hint: if it is to be removed for good, add `--yes`: `unfreeze record forget {CASE} --yes`\n"
    );
    assert_eq!(outcome, Outcome::failed(64, &nobody));
    assert_eq!(
        place.run(&["record", "forget", "1102345678", "--yes"]),
        Outcome::done(&format!("forgotten: {CASE}\n"))
    );
    assert!(place.record().case(CASE).unwrap().is_none());
    let outcome = place.run(&["record", "forget", "2000000001", "--yes"]);
    assert_eq!((outcome.status, outcome.stderr.contains("[record-unsettled]")), (65, true));
    assert_eq!(
        place.json(&["record", "forget", "2000000001", "--yes", "--force"])["forgotten"],
        "UF-2000000001-20261122"
    );
}

/// Every reason of the diary, in both languages, with its exit status.
#[test]
fn a_diary_that_cannot_be_used_says_so_and_what_to_do() {
    let place = cases();
    let file = place.state.path().join("unfreeze.db");
    let shown = file.display();
    fs::write(&file, b"garbage, and more of it than a header has bytes".repeat(9)).unwrap();
    let en = format!(
        "error: {shown}: the record is damaged [record-corrupt]\n\
         hint: keep the file: move it aside, with the `-journal` file beside it if there is one, under another name; the \
         next run begins a new record. What is lost is what this program knew of mails already sent, so look into the \
         Sent folder of the mailbox before anything is sent again\n"
    );
    assert_eq!(place.run(&["status"]), Outcome::failed(73, &en));
    let zh = place.command(&["log", "case.toml", "sms"]).lang("zh").run();
    assert_eq!(
        (zh.status, zh.stderr.starts_with(&format!("错误：{shown}：记录已损坏 [record-corrupt]\n"))),
        (73, true)
    );
    assert_eq!(place.json(&["status"])["findings"][0]["code"], "record-corrupt");

    let outcome = place.command(&["status"]).env("UNFREEZE_STATE_DIR", file.to_str().unwrap()).run();
    assert_eq!((outcome.status, outcome.stderr.contains("[record-not-folder]")), (73, true), "{outcome:?}");
}

#[test]
fn every_reason_of_the_diary_has_its_words() {
    let texts = [unfreeze::texts::Lang::En, unfreeze::texts::Lang::ZhCn].map(unfreeze::texts::Texts::new);
    let source = fs::read_to_string("src/record/error.rs").unwrap();
    let codes: Vec<_> = source.split('"').filter(|word| word.starts_with("record-")).collect();
    assert_eq!(codes.len(), 20);
    for code in codes {
        for texts in &texts {
            assert!(
                texts.has(&format!("finding-{code}")) && texts.has(&format!("finding-{code}.mend")),
                "{code}"
            );
        }
    }
}

/// What comes from outside cannot move the cursor or colour anything.
#[test]
fn a_hostile_reply_does_nothing_to_the_terminal() {
    let place = Place::new();
    let mut record = place.record();
    let id = record.compose(&NewMail { kind: Kind::Urgent, ..mail("first") }, at(0)).unwrap();
    let mut attempt =
        record.begin(id, "shop", "smtps://smtp.example.com:465", Resend::Refuse, at(1)).unwrap();
    attempt.enter(Phase::Dot).unwrap();
    let reply = Reply::new(250, "\u{1b}[31mred\u{202e}\r\nsecond");
    attempt.finish(Ok(&Accepted::new(reply, vec![])), None, at(2)).unwrap();
    let outcome = place.run(&["status"]);
    assert!(!outcome.stdout.contains(['\u{1b}', '\u{202e}', '\r']), "{outcome:?}");
    assert!(outcome.stdout.contains("red") && accepted().refused_copies().len() == 1);
}
