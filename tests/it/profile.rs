//! What the prompts remember: shown, forgotten, and never more than it should be.

use std::fs;

use serde_json::{Value, json};

use crate::run::{Outcome, Run};

const PROFILE: &str = "[store]\nid = \"1102345678\"\nname = \"极光\"\nverified = true\n\n[contact]\nphone = \"+86 138 0013 8000\"\n";

fn run(folder: &std::path::Path, line: &str) -> Outcome {
    Run::line(line).env("UNFREEZE_CONFIG_DIR", folder.to_str().unwrap()).run()
}

#[test]
fn it_is_shown_and_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("profile.toml");
    assert_eq!(run(folder.path(), "profile show"), Outcome::done("nothing is remembered\n"));
    fs::write(&file, PROFILE).unwrap();
    assert_eq!(
        run(folder.path(), "profile show"),
        Outcome::done(&format!(
            "Store ID: 1102345678\nStore name: 极光\nEnterprise verification: passed\n\
             Mobile number: +86 138 0013 8000\nremembered in {}; `unfreeze profile forget` removes it\n",
            file.display()
        ))
    );
    let object: Value = serde_json::from_str(&run(folder.path(), "profile show --json").stdout).unwrap();
    assert_eq!(
        object,
        json!({
            "file": file,
            "profile": {
                "store.id": "1102345678",
                "store.name": "极光",
                "store.verified": true,
                "contact.phone": "+86 138 0013 8000",
            },
        })
    );
    assert_eq!(run(folder.path(), "profile forget"), Outcome::done("forgotten\n"));
    assert!(!file.exists());
    assert_eq!(run(folder.path(), "profile forget"), Outcome::done("nothing is remembered\n"));
}

#[test]
fn a_damaged_one_is_told_and_can_be_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("profile.toml"), "[store\n").unwrap();
    let shown = run(folder.path(), "profile show");
    assert_eq!(shown.status, 65);
    assert!(
        shown.stderr.contains("profile.toml") && shown.stderr.contains("[case-syntax]"),
        "{}",
        shown.stderr
    );
    assert_eq!(run(folder.path(), "profile forget").status, 0);
}
