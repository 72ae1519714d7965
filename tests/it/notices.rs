//! Screenshots: what is read on them, what must not travel, and how it is covered.

use std::fs;
use std::path::Path;

use serde_json::Value;
use unfreeze::evidence::{Layout, Scan, Screen, Topic};

use crate::models::{models, with_reader};
use crate::reader::{check, codes, untouched};

fn screen(name: &str) -> Screen {
    let scan = Scan::read(&fs::read(Path::new("tests/notices").join(name)).unwrap()).unwrap();
    scan.screen(models(), Layout::named("cn-resident-id").unwrap())
}

/// What is said of a topic, from the top.
fn said(screen: &Screen) -> Vec<(Topic, &str)> {
    screen.shown().iter().map(|shown| (shown.topic(), shown.text())).collect()
}

#[test]
fn a_window_with_labels_tells_what_a_case_needs() {
    let screen = screen("window.png");
    assert_eq!(
        said(&screen),
        [
            (Topic::StoreId, "1102345678"),
            (Topic::NoticeNumber, "FN-20261120-000417"),
            (Topic::Frozen, "2026-11-20 09:30"),
            (Topic::Email, "shop@example.com"),
            (Topic::Tracking, "RB123456785CN"),
            (Topic::Order, "8190234455667788"),
            (Topic::Order, "8190234455667799"),
        ]
    );
    assert!(screen.says("1102345678") && !screen.says("110234567") && !screen.says("1109876543"));
}

#[test]
fn a_long_screenshot_is_read_to_its_end() {
    let screen = screen("phone.png");
    assert_eq!(
        said(&screen),
        [
            (Topic::StoreId, "1102345678"),
            (Topic::Frozen, "2026-11-20 09:30 +08:00"),
            (Topic::NoticeNumber, "FN-20261120-000417"),
            (Topic::IdentityNumber, ""),
            (Topic::Phone, "+8613800138001"),
            (Topic::Email, "someone@example.org"),
        ]
    );
    let places = format!("{screen:?}");
    assert!(!places.contains("someone") && !places.contains("138"), "{places}");
}

#[test]
fn small_letters_of_a_large_screen_are_read() {
    assert_eq!(
        said(&screen("screen.png")),
        [
            (Topic::StoreId, "1109876543"),
            (Topic::NoticeNumber, "77120034"),
            (Topic::Frozen, "2026-11-20 09:30 -08:00"),
            (Topic::Email, "seller-support@aliexpress.com"),
            (Topic::Order, "8190234455667788"),
            (Topic::Order, "8190234455667799"),
            (Topic::IdentityNumber, ""),
        ]
    );
}

#[test]
fn the_examples_show_their_own_stores_and_nothing_private() {
    let layout = Layout::named("cn-resident-id").unwrap();
    for (case, store) in [("aurora", "1102345678"), ("agency", "1109876543")] {
        let scan = Scan::read(&fs::read(format!("examples/{case}/notice.png")).unwrap()).unwrap();
        let screen = scan.screen(models(), layout);
        assert!(screen.says(store), "{case}: {:#?}", said(&screen));
        let kinds = [Topic::Card, Topic::IdentityNumber, Topic::Phone, Topic::Email];
        assert!(screen.shown().iter().all(|shown| !kinds.contains(&shown.topic())), "{:#?}", said(&screen));
    }
}

fn with_notice(name: &str) -> tempfile::TempDir {
    let folder = untouched();
    fs::copy(Path::new("tests/notices").join(name), folder.path().join("notice.png")).unwrap();
    folder
}

fn finding<'a>(report: &'a Value, code: &str) -> &'a Value {
    let findings = report["cases"][0]["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["code"] == code).unwrap()
}

/// The line that a mend holds between its backquotes, in a case file.
fn mended(report: &Value, codes: &[&str], case: &str) -> String {
    let mut case = case.to_owned();
    for code in codes {
        let mend = finding(report, code)["mend"].as_str().unwrap();
        let line = mend.split('`').find(|part| part.starts_with("cover = ")).unwrap();
        let without: Vec<&str> = case.lines().filter(|line| !line.starts_with("cover = ")).collect();
        case = without.join("\n").replacen("[freeze]\n", &format!("[freeze]\n{line}\n"), 1);
    }
    case
}

#[test]
fn a_number_in_a_notice_is_unconfirmed_until_the_line_is_in_the_case() {
    let folder = with_notice("phone.png");
    let (status, report) = check(folder.path(), |case| case);
    let case = &report["cases"][0];
    assert_eq!((status, &case["verdict"]), (3, &Value::from("unconfirmed")), "{report:#}");
    assert_eq!(codes(case), ["notice-shows-number", "notice-shows-phone", "notice-shows-email"]);
    let (status, report) = check(folder.path(), |case| mended(&report, &["notice-shows-number"], &case));
    let case = &report["cases"][0];
    assert_eq!((status, codes(case)), (0, vec!["notice-shows-phone", "notice-shows-email"]), "{report:#}");
    // The lines of the warnings keep what is covered already.
    let (status, report) = check(folder.path(), |case| mended(&report, &["notice-shows-phone"], &case));
    assert_eq!((status, codes(&report["cases"][0])), (0, vec!["notice-shows-email"]), "{report:#}");
    let (status, report) = check(folder.path(), |case| mended(&report, &["notice-shows-email"], &case));
    assert_eq!((status, codes(&report["cases"][0])), (0, Vec::new()), "{report:#}");
}

#[test]
fn a_card_in_a_notice_is_covered_whole() {
    let folder = untouched();
    let notice = image::open("examples/aurora/scans/portrait.jpg").unwrap();
    notice.save(folder.path().join("notice.png")).unwrap();
    let (status, report) = check(folder.path(), |case| case);
    assert_eq!((status, codes(&report["cases"][0])), (3, vec!["notice-shows-card", "notice-shows-number"]));
    let (status, report) = check(folder.path(), |case| mended(&report, &["notice-shows-card"], &case));
    assert_eq!((status, codes(&report["cases"][0])), (0, Vec::new()), "{report:#}");
}

#[test]
fn another_stores_screenshot_and_a_slip_in_a_cover_are_told() {
    let folder = with_notice("screen.png");
    let cover = |line: &str| {
        let line = format!("[freeze]\n{line}\n");
        move |case: String| case.replacen("[freeze]\n", &line, 1)
    };
    let right = "cover = { \"notice.png\" = [\"2080,1380,300,50\"] }";
    let (status, report) = check(folder.path(), cover(right));
    assert_eq!((status, codes(&report["cases"][0])), (0, vec!["store-id-unseen"]), "{report:#}");
    for (wrong, code) in [
        ("cover = { \"notice.jpg\" = [\"1,2,3,4\"] }", "cover-no-notice"),
        ("cover = { \"notice.png\" = [\"1,2,3\"] }", "window-form"),
        ("cover = { \"notice.png\" = [\"2560,0,9,9\"] }", "cover-outside"),
    ] {
        let (status, report) = check(folder.path(), |case| case.replacen(right, wrong, 1));
        assert_eq!((status, codes(&report["cases"][0])), (65, vec![code]), "{report:#}");
        fs::write(folder.path().join("case.toml"), restored(folder.path(), wrong, right)).unwrap();
    }
}

fn restored(folder: &Path, wrong: &str, right: &str) -> String {
    fs::read_to_string(folder.join("case.toml")).unwrap().replacen(wrong, right, 1)
}

#[test]
fn people_are_told_why_a_picture_waits() {
    let folder = untouched();
    let path = folder.path().join("case.toml");
    let case = fs::read_to_string(&path).unwrap().replace("last4 = \"0611\"", "last4 = \"0612\"");
    fs::write(&path, case).unwrap();
    for (lang, reason, mend) in [
        (
            "en",
            "portrait side: the number on the card does not end as the case says",
            "hint: compare `last4`",
        ),
        ("zh", "人像面：证件号码的末几位与案件文件不一致", "提示："),
    ] {
        let run = with_reader("check case.toml")
            .lang(lang)
            .dir(folder.path())
            .env("SOURCE_DATE_EPOCH", "1795305600");
        let outcome = run.run();
        assert_eq!(outcome.status, 3);
        let told = format!("{}{}", outcome.stdout, outcome.stderr);
        let after = told.split_once(reason).map(|(_, after)| after).unwrap_or_else(|| panic!("{told}"));
        assert!(after.trim_start().starts_with(mend), "{told}");
    }
}
