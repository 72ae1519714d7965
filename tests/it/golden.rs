//! What the examples become, whole: every letter template in every example as a mail, every ticket with its guide.
//!
//! `UNFREEZE_BLESS=1 cargo test golden` writes the expected files anew; look at the difference before you commit it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use mail_parser::{MessageParser, MimeHeaders, PartType};

use crate::run::{Outcome, Run};

const EXAMPLES: [(&str, &str); 2] = [("aurora", "1102345678"), ("agency", "1109876543")];
/// 2026-11-22, so that no example grows old.
const NOW: &str = "1795305600";

fn draft(example: &str, lang: &str) -> String {
    let case = format!("examples/{example}/case.toml");
    let outcome = Run::new(["compose", &case, "-o", "-", "--lang", lang]).env("SOURCE_DATE_EPOCH", NOW).run();
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""), "{example} {lang}");
    outcome.stdout
}

fn matches_golden(name: &str, found: &str) {
    let path = Path::new("tests/golden").join(name);
    if std::env::var_os("UNFREEZE_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected, "{}", path.display());
}

/// The mail with its headers as they are, its texts decoded, and its pictures left out: their bytes may differ between
/// families of processors, and so may the boundary that follows from them.
fn readable(mail: &str) -> String {
    let message = MessageParser::default().parse(mail.as_bytes()).unwrap();
    let mut shown = String::new();
    for part in &message.parts {
        shown.push_str(&mail[part.offset_header as usize..part.offset_body as usize]);
        match &part.body {
            PartType::Text(text) | PartType::Html(text) => shown.push_str(text),
            PartType::Binary(_) => shown.push_str("(a picture)\n"),
            _ => {}
        }
        shown.push('\n');
    }
    let boundary = mail.split("=_mixed-").nth(1).unwrap().split('"').next().unwrap();
    shown.replace("\r\n", "\n").replace(boundary, "(boundary)")
}

#[test]
fn drafts_are_as_agreed() {
    for (example, _) in EXAMPLES {
        for lang in ["zh", "en", "both"] {
            matches_golden(&format!("{example}.{lang}.eml.txt"), &readable(&draft(example, lang)));
        }
    }
}

#[test]
fn tickets_are_as_agreed() {
    for (example, _) in EXAMPLES {
        for lang in ["zh", "en"] {
            let case = format!("examples/{example}/case.toml");
            let run = Run::new(["ticket", &case, "--lang", lang]).lang(lang).env("SOURCE_DATE_EPOCH", NOW);
            let outcome = run.run();
            assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
            matches_golden(&format!("{example}.{lang}.ticket.txt"), &outcome.stdout);
        }
    }
}

#[test]
fn on_the_wire_a_draft_is_ascii_with_short_lines_and_no_header_too_many() {
    for (example, id) in EXAMPLES {
        let mail = draft(example, "both");
        assert!(mail.is_ascii());
        assert!(mail.split("\r\n").all(|line| line.len() <= 998 && !line.contains('\n')));
        let message = MessageParser::default().parse(mail.as_bytes()).unwrap();
        let names: Vec<_> = message.headers().iter().map(|header| header.name().to_owned()).collect();
        let mut allowed = vec!["From", "To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"];
        if example == "agency" {
            allowed.insert(2, "Cc");
        }
        names.iter().for_each(|name| assert!(allowed.contains(&name.as_str()), "{name}"));
        assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
        assert_eq!(message.subject(), Some(format!("[URGENT-ACCOUNT FROZEN-{id}]").as_str()));
        assert!(message.date().is_none() && message.message_id().is_none());
    }
}

#[test]
fn the_folder_holds_what_the_mail_holds() {
    let folder = tempfile::tempdir().unwrap();
    for (example, id) in EXAMPLES {
        let case = format!("examples/{example}/case.toml");
        let out = folder.path().to_str().unwrap();
        let compose = || Run::new(["compose", &case, "--out-dir", out]).env("SOURCE_DATE_EPOCH", NOW).run();
        assert_eq!(compose().status, 0);
        let folder = folder.path().join(id);
        let mail = fs::read(folder.join(format!("URGENT-ACCOUNT-FROZEN-{id}.eml"))).unwrap();
        assert_eq!(mail, draft(example, if example == "agency" { "en" } else { "both" }).as_bytes());
        let message = MessageParser::default().parse(&mail).unwrap();
        let attached: BTreeMap<String, Vec<u8>> = message
            .attachments()
            .map(|part| (part.attachment_name().unwrap().to_owned(), part.contents().to_vec()))
            .collect();
        let files = fs::read_dir(folder.join("attachments")).unwrap().map(|entry| entry.unwrap().path());
        let files: BTreeMap<String, Vec<u8>> = files
            .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
            .collect();
        assert_eq!(attached, files);
        assert!(attached.len() >= 3);
        let text = message.body_text(0).unwrap().replace("\r\n", "\n");
        assert!(fs::read_to_string(folder.join("letter.txt")).unwrap().ends_with(text.as_str()));
        // Again: the same content is success and touches nothing.
        let touched = fs::metadata(folder.join("review.html")).unwrap().modified().unwrap();
        assert_eq!(compose().status, 0);
        assert_eq!(fs::metadata(folder.join("review.html")).unwrap().modified().unwrap(), touched);
    }
}

/// The library's example writes the same bytes as the program.
#[test]
fn no_verb_writes_over_what_the_case_is_made_of() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("scans")).unwrap();
    for name in ["case.toml", "notice.png", "scans/portrait.jpg", "scans/emblem.jpg"] {
        fs::copy(Path::new("examples/aurora").join(name), folder.path().join(name)).unwrap();
    }
    for line in ["compose case.toml -o scans/portrait.jpg --force", "preview case.toml -o notice.png --force"]
    {
        let written = Path::new(line.split(' ').nth(3).unwrap());
        let run = Run::line(line).dir(folder.path()).env("SOURCE_DATE_EPOCH", NOW).run();
        let told = format!(
            "error: {}: the case is read from this file, so it is not written over [usage-output-is-input]\n\
             hint: give another name for the output\n",
            written.display()
        );
        assert_eq!(run, Outcome::failed(64, &told));
        let kept = fs::read(folder.path().join(written)).unwrap();
        assert!(kept == fs::read(Path::new("examples/aurora").join(written)).unwrap(), "{line}");
    }
}

#[test]
fn the_draft_example_agrees_with_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let draft_file = folder.path().join("draft.eml");
    let example = Path::new(env!("CARGO_BIN_EXE_unfreeze"))
        .with_file_name("examples")
        .join(format!("draft{}", std::env::consts::EXE_SUFFIX));
    let done = std::process::Command::new(example).arg("examples/aurora/case.toml").arg(&draft_file).status();
    assert!(done.unwrap().success());
    assert_eq!(fs::read_to_string(draft_file).unwrap(), draft("aurora", "both"));
}
