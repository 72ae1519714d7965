//! The verbs on real cases: what they say, what they write, and how they end.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::run::{Outcome, Run};

/// 2026-11-22, so that no example grows old.
const NOW: &str = "1795305600";

/// A copy of an example in a folder of its own.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn of(example: &str) -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        copy(&Path::new("examples").join(example), place.folder.path());
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn case(&self) -> String {
        fs::read_to_string(self.path("case.toml")).unwrap()
    }

    /// Changes the case file.
    fn edit(&self, change: impl Fn(&str) -> String) {
        fs::write(self.path("case.toml"), change(&self.case())).unwrap();
    }

    /// Takes back what a person has vouched for.
    fn forget(&self) {
        self.edit(|case| {
            let begin = case.find("[[representative.accepted]]").unwrap();
            let end = begin + case[begin..].find("[freeze]").unwrap();
            format!("{}{}", &case[..begin], &case[end..])
        });
    }

    fn run(&self, line: &str) -> Outcome {
        Run::line(line).dir(self.folder.path()).env("SOURCE_DATE_EPOCH", NOW).run()
    }

    fn json(&self, line: &str) -> (i32, Value) {
        let outcome = self.run(&format!("{line} --json"));
        (outcome.status, serde_json::from_str(&outcome.stdout).unwrap())
    }

    fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            // Hand-off folders of an earlier run do not belong to the example.
            if !entry.file_name().to_str().unwrap().starts_with(|c: char| c.is_ascii_digit()) {
                fs::create_dir(&target).unwrap();
                copy(&entry.path(), &target);
            }
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_ready_case_says_so_in_one_line() {
    let place = Place::of("aurora");
    assert_eq!(place.run("check case.toml"), Outcome::done("5 of 5 required items, ready\n"));
    let (status, checked) = place.json("check case.toml");
    let case = &checked["cases"][0];
    assert_eq!((status, &case["verdict"], &case["store"]), (0, &"ready".into(), &"1102345678".into()));
    assert_eq!(case["scans"][0]["verdict"], "accepted");
    assert_eq!(case["items"]["present"], 5);
    assert_eq!(place.files(), ["case.toml", "notice.png", "scans"]);
}

#[test]
fn nothing_is_written_until_a_person_has_looked() {
    let place = Place::of("aurora");
    place.forget();
    let before = place.case();
    for verb in ["check case.toml", "compose case.toml", "compose case.toml -o draft.eml"] {
        let outcome = place.run(verb);
        assert_eq!(outcome.status, 3, "{verb}: {}", outcome.stderr);
    }
    assert_eq!(place.files(), ["case.toml", "notice.png", "scans"]);

    let (status, checked) = place.json("check case.toml");
    let scans = checked["cases"][0]["scans"].as_array().unwrap().clone();
    assert_eq!((status, scans.len()), (3, 2));
    let digests: Vec<&str> = scans.iter().map(|scan| scan["sha256"].as_str().unwrap()).collect();
    assert!(
        scans.iter().all(|scan| scan["verdict"] == "unconfirmed" && scan["reasons"][0] == "reason-unseen")
    );

    let stranger = place.run(&format!("accept case.toml --yes {}", "0".repeat(64)));
    assert_eq!(stranger.status, 65);
    let nobody = place.run("accept case.toml");
    assert_eq!(nobody.status, 64);
    assert_eq!(place.case(), before);

    let one = place.run(&format!("accept case.toml --yes {}", digests[0]));
    assert_eq!((one.status, one.stdout.as_str()), (3, "vouched for: 1; still waiting: 1\n"));
    assert_eq!(place.run("compose case.toml").status, 3);
    let two = place.run(&format!("accept case.toml --yes {} --yes {}", digests[0], digests[1]));
    assert_eq!(
        (two.status, two.stdout.as_str()),
        (0, "vouched for: 1; still waiting: 0\nnext: `unfreeze compose case.toml`\n")
    );
    assert_eq!(place.run("compose case.toml").status, 0);
    assert!(before.lines().all(|line| place.case().contains(line)), "a line of the case is gone");
    assert_eq!(place.files(), ["1102345678", "case.toml", "notice.png", "scans"]);
}

#[test]
fn a_changed_scan_needs_another_look() {
    let place = Place::of("aurora");
    let another = Path::new("examples/agency/scans/both-sides.jpg");
    fs::copy(another, place.path("scans/portrait.jpg")).unwrap();
    let outcome = place.run("compose case.toml");
    assert_eq!(outcome.status, 3, "{}", outcome.stderr);
    assert!(outcome.stderr.contains("[unvouched]"), "{}", outcome.stderr);
}

#[test]
fn without_enterprise_verification_there_are_the_ticket_and_the_pictures_but_no_mail() {
    let place = Place::of("aurora");
    place.edit(|case| case.replace("verified = true ", "verified = false"));
    let check = place.run("check case.toml");
    assert_eq!(check.status, 0, "{}", check.stderr);
    let compose = place.run("compose case.toml");
    assert_eq!(compose.status, 0, "{}", compose.stderr);
    assert!(compose.stderr.contains("[mail-not-verified]"));
    let folder = fs::read_dir(place.path("1102345678")).unwrap();
    let mut names: Vec<_> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["attachments", "review.html", "ticket.txt"]);
    let alone = place.run("compose case.toml -o draft.eml");
    assert_eq!(alone.status, 65, "{}", alone.stderr);
    assert!(!place.path("draft.eml").exists());
}

#[test]
fn one_bad_case_does_not_stop_the_others() {
    let place = Place::of("aurora");
    fs::write(place.path("bad.toml"), "[store]\nid = 1\n").unwrap();
    let (status, composed) = place.json("compose bad.toml none.toml case.toml --out-dir out");
    assert_eq!(status, 66);
    let cases = composed["cases"].as_array().unwrap();
    let exits: Vec<_> = cases.iter().map(|case| case["exit"].as_i64().unwrap()).collect();
    assert_eq!(exits, [65, 66, 0]);
    assert!(place.path("out/1102345678/ticket.txt").exists());
}

#[test]
fn another_content_is_not_overwritten_without_force() {
    let place = Place::of("aurora");
    assert_eq!(place.run("compose case.toml").status, 0);
    place.edit(|case| case.replace("林小鹿", "林大鹿"));
    let letter = fs::read(place.path("1102345678/letter.txt")).unwrap();
    let refused = place.run("compose case.toml");
    assert_eq!(refused.status, 73, "{}", refused.stderr);
    assert_eq!(fs::read(place.path("1102345678/letter.txt")).unwrap(), letter);
    assert_eq!(place.run("compose case.toml --force").status, 0);
    assert_ne!(fs::read(place.path("1102345678/letter.txt")).unwrap(), letter);
    // A file that is being read is never an output.
    let onto_itself = place.run("compose case.toml -o case.toml --force");
    assert_eq!(onto_itself.status, 64, "{}", onto_itself.stderr);
}

#[test]
fn every_file_is_closed_to_other_users() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let place = Place::of("aurora");
        assert_eq!(place.run("compose case.toml").status, 0);
        assert_eq!(place.run("preview case.toml").status, 0);
        let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("1102345678"), 0o700);
        let files =
            ["URGENT-ACCOUNT-FROZEN-1102345678.eml", "letter.txt", "attachments/02-id-portrait-redacted.jpg"];
        for file in files {
            assert_eq!(mode(&format!("1102345678/{file}")), 0o600, "{file}");
        }
        assert_eq!(mode("case.review.html"), 0o600);
    }
}

#[test]
fn a_case_with_findings_names_them_in_both_languages() {
    for (lang, count) in [("en", "things to mend first"), ("zh", "处需要先改")] {
        let run = Run::line("check examples/findings/case.toml").lang(lang).env("SOURCE_DATE_EPOCH", NOW);
        let outcome = run.run();
        assert_eq!(outcome.status, 65);
        assert!(outcome.stdout.contains(count), "{}", outcome.stdout);
        assert_eq!(outcome.stderr.lines().count() % 2, 0, "a finding without its mend: {}", outcome.stderr);
        assert!(outcome.stderr.lines().count() > 16);
    }
}

#[test]
fn redact_writes_for_looking_at_only() {
    let place = Place::of("aurora");
    let untold = place.run("redact scans/portrait.jpg --out out --whole");
    assert_eq!(untold.status, 64, "{}", untold.stderr);
    let unplaced = place.run("redact scans/portrait.jpg --out out --side portrait");
    assert_eq!(unplaced.status, 65, "{}", unplaced.stderr);
    assert!(unplaced.stderr.contains("placement-untold"));
    fs::copy(place.path("scans/portrait.jpg"), place.path("scans/11010519491231002X.jpg")).unwrap();
    let words = [
        "redact",
        "scans/portrait.jpg",
        "scans/11010519491231002X.jpg",
        "--out",
        "out",
        "--side",
        "portrait",
    ];
    let corners = ["--corners", "1044,473 1215,1501 591,1673 346,608", "--json"];
    let outcome = Run::new(words.into_iter().chain(corners)).dir(place.folder.path()).run();
    let redacted: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(outcome.status, 3);
    assert_eq!(redacted["scans"][0]["verdict"], "unconfirmed");
    assert_eq!(redacted["scans"][0]["card"][2], serde_json::json!([591, 1673]));
    let mut names: Vec<_> = fs::read_dir(place.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["portrait.unconfirmed.jpg", "scan-2.unconfirmed.jpg"]);
}

#[test]
fn templates_of_ones_own_are_checked_and_used() {
    let place = Place::of("aurora");
    assert_eq!(place.run("templates export --out mine").status, 0);
    assert_eq!(place.run("compose case.toml --templates mine").status, 0);
    let template = place.path("mine/letter.both.txt.hbs");
    let source = fs::read_to_string(&template).unwrap();
    fs::write(&template, format!("{source}\nKind regards from {{{{store.name}}}}\n")).unwrap();
    let changed = place.run("compose case.toml --templates mine -o draft.eml");
    assert_eq!(changed.status, 0, "{}", changed.stderr);
    fs::write(&template, "{{#if stroe.name}}x{{/if}}").unwrap();
    for verb in ["compose case.toml -o other.eml", "check case.toml", "preview case.toml", "ticket case.toml"]
    {
        let refused = place.run(&format!("{verb} --templates mine"));
        assert_eq!(refused.status, 65, "{verb}");
        assert!(refused.stderr.contains("[template-unknown-name]"), "{verb}: {}", refused.stderr);
    }
    assert!(!place.path("other.eml").exists());
}

/// What is no regular file is refused before it is opened: a pipe would wait for ever.
#[cfg(unix)]
#[test]
fn pipes_folders_and_loops_are_not_opened() {
    let place = Place::of("aurora");
    let made = std::process::Command::new("mkfifo").arg(place.path("pipe.png")).status().unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink("loop.png", place.path("loop.png")).unwrap();
    fs::create_dir(place.path("folder.png")).unwrap();
    let before = place.files();
    for (file, code) in [
        ("pipe.png", "file-special"),
        ("folder.png", "file-folder"),
        ("loop.png", "file-unreadable"),
        ("none.png", "file-missing"),
        ("case.toml/none.png", "file-missing"),
    ] {
        let case = place.case().replace("notice = [\"notice.png\"]", &format!("notice = ['{file}']"));
        fs::write(place.path("case.toml"), &case).unwrap();
        for lang in ["en", "zh"] {
            let run = Run::line("compose case.toml").lang(lang).dir(place.folder.path());
            let outcome = run.env("SOURCE_DATE_EPOCH", NOW).run();
            assert_eq!(outcome.status, 66, "{file}: {}", outcome.stderr);
            assert!(
                outcome.stderr.contains("freeze.notice[0]") && outcome.stderr.contains(&format!("[{code}]"))
            );
        }
        place.edit(|case| case.replace(&format!("notice = ['{file}']"), "notice = [\"notice.png\"]"));
        assert_eq!(place.run(&format!("check {file}")).status, 66, "{file} as a case");
    }
    assert_eq!(place.files(), before);
}
