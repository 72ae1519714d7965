//! Data goes one way, and each outside crate has one home.
//!
//! The order is the order of the modules in `src/lib.rs`: a module may name those above it only.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What may be named in which modules only; `cli` stands for the binary.
const HOMES: [(&str, &[&str]); 43] = [
    ("fluent_bundle", &["texts"]),
    ("unic_langid", &["texts"]),
    ("strsim", &["finding", "facts"]),
    ("toml", &["case", "evidence", "letter", "account"]),
    ("toml_edit", &["case", "account"]),
    ("serde_ignored", &["case"]),
    ("serde_path_to_error", &["case"]),
    ("jiff", &["facts", "letter", "record", "cli"]),
    ("phonenumber", &["facts"]),
    ("email_address", &["facts"]),
    ("unicode_security", &["facts"]),
    ("image", &["evidence"]),
    ("heifer", &["evidence"]),
    ("jpeg_encoder", &["evidence"]),
    ("ab_glyph", &["evidence"]),
    ("fontdb", &["evidence"]),
    ("sha2", &["evidence"]),
    ("rayon", &["evidence"]),
    ("rten", &["evidence"]),
    ("rten_tensor", &["evidence"]),
    ("zip", &["evidence"]),
    ("handlebars", &["letter"]),
    ("lettre", &["message", "delivery"]),
    ("mail_parser", &["message"]),
    ("base64", &["review", "delivery", "cli"]),
    ("tempfile", &["delivery", "cli"]),
    ("rustls", &["delivery"]),
    ("rustls_platform_verifier", &["delivery"]),
    ("encoding_rs", &["delivery"]),
    ("secrecy", &["delivery", "cli"]),
    ("rusqlite", &["record"]),
    ("clap", &["cli"]),
    ("anstream", &["cli"]),
    ("unicode_width", &["cli"]),
    ("inquire", &["cli"]),
    ("opener", &["cli"]),
    ("ctrlc", &["cli"]),
    ("sys_locale", &["cli"]),
    ("etcetera", &["cli"]),
    ("uuid", &["cli"]),
    ("console", &["cli"]),
    ("indicatif", &["cli"]),
    ("keyring", &["cli"]),
];

/// Module to the text of its files, tests and comments left out.
fn modules() -> BTreeMap<String, String> {
    let mut modules: BTreeMap<String, String> = BTreeMap::new();
    for file in files(Path::new("src")) {
        if file.ends_with("tests.rs") || file.ends_with("sample.rs") {
            continue;
        }
        let inside = file.strip_prefix("src").unwrap();
        let module = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        let module = if module == "main" { "cli" } else { module };
        let source = fs::read_to_string(&file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        let code =
            code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        modules.entry(module.to_owned()).or_default().push_str(&(code + "\n"));
    }
    modules.remove("lib");
    modules
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn order() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    modules.map(str::to_owned).collect()
}

/// Whether the code names `word` as the beginning of a path.
fn names(code: &str, word: &str) -> bool {
    code.match_indices(&format!("{word}::")).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    }) || code.contains(&format!("use {word};"))
}

fn upward(modules: &BTreeMap<String, String>, order: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (place, module) in order.iter().enumerate() {
        let code = &modules[module];
        for later in &order[place + 1..] {
            let direct = format!("crate::{later}");
            let named = code.match_indices(&direct).any(|(at, _)| {
                !code[at + direct.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
            });
            if named {
                found.push(format!("`{module}` uses `{later}`, which lies below it"));
            }
        }
        if code.contains("use crate::{") {
            found.push(format!("`{module}` hides what it uses in `use crate::{{…}}`"));
        }
    }
    found
}

#[test]
fn every_module_is_in_the_order() {
    let mut known: Vec<String> = modules().into_keys().filter(|module| module != "cli").collect();
    let mut order = order();
    known.sort();
    order.sort();
    assert_eq!(known, order);
}

#[test]
fn no_stage_knows_a_later_one() {
    assert_eq!(upward(&modules(), &order()), Vec::<String>::new());
}

#[test]
fn a_step_back_would_be_seen() {
    let mut changed = modules();
    changed.get_mut("evidence").unwrap().push_str("use crate::letter::Letter;\n");
    assert_eq!(upward(&changed, &order()), ["`evidence` uses `letter`, which lies below it"]);
}

#[test]
fn each_outside_crate_has_its_home() {
    let mut strays = Vec::new();
    for (module, code) in modules() {
        for (name, homes) in HOMES {
            if names(&code, name) && !homes.contains(&module.as_str()) {
                strays.push(format!("`{module}` uses `{name}`, which belongs in {homes:?}"));
            }
        }
        let writes = ["fs::", "File::", "OpenOptions"].iter().any(|word| code.contains(word));
        if writes && !["delivery", "record", "cli"].contains(&module.as_str()) {
            strays.push(format!("`{module}` touches the disk"));
        }
    }
    assert_eq!(strays, Vec::<String>::new());
}

/// Every dependency is listed above or is a thing of the language that every module may use.
#[test]
fn every_dependency_has_a_home() {
    const EVERYWHERE: [&str; 5] = ["serde", "thiserror", "serde_json", "clap_complete", "clap_mangen"];
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let dependencies =
        manifest.split("[dependencies]").nth(1).unwrap().split("[dev-dependencies]").next().unwrap();
    for line in dependencies.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
        let name = line.split([' ', '=']).next().unwrap().replace('-', "_");
        let known = HOMES.iter().any(|(home, _)| *home == name) || EVERYWHERE.contains(&name.as_str());
        assert!(known, "`{name}` has no home");
    }
}
