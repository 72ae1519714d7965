//! Every sentence exists in both languages, is used, takes the same values, and stands under `templates/` only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use unfreeze::texts::{Lang, Texts};

/// Key to the names of its values, over all files of a language.
fn catalogue(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for file in files(&Path::new("templates/texts").join(tag), "ftl") {
        let (mut message, mut key) = (String::new(), String::new());
        for line in fs::read_to_string(&file).unwrap().lines() {
            if line.starts_with('#') {
                continue;
            }
            let trimmed = line.trim_start();
            let head = trimmed.split_once('=').map(|(head, _)| head.trim_end());
            match head {
                Some(head) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    message = head.to_owned();
                    key.clone_from(&message);
                    assert!(
                        keys.insert(key.clone(), BTreeSet::new()).is_none(),
                        "{key} stands twice in {tag}"
                    );
                }
                Some(head) if trimmed.starts_with('.') && !head.contains(' ') => {
                    key = format!("{message}{head}");
                    assert!(
                        keys.insert(key.clone(), BTreeSet::new()).is_none(),
                        "{key} stands twice in {tag}"
                    );
                }
                _ => {}
            }
            let values = line.split('$').skip(1);
            let names = values
                .map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap().to_owned());
            keys.entry(key.clone()).or_default().extend(names);
        }
    }
    keys.remove("");
    keys
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_values() {
    let (en, zh) = (catalogue("en"), catalogue("zh-CN"));
    let missing: Vec<_> = en.keys().filter(|key| !zh.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in Chinese: {missing:?}");
    let missing: Vec<_> = zh.keys().filter(|key| !en.contains_key(*key)).collect();
    assert!(missing.is_empty(), "not in English: {missing:?}");
    for (key, values) in &en {
        assert_eq!(values, &zh[key], "the values of {key}");
    }
}

#[test]
fn both_catalogues_are_read_whole() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::ZhCn, "zh-CN")] {
        let texts = Texts::new(lang);
        for key in catalogue(tag).keys() {
            assert!(texts.has(key), "{key} in {tag} does not parse");
        }
    }
}

/// Every literal `"a-b-c"` of the code that could be a key.
fn words_of_the_code() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let sources = files(Path::new("src"), "rs").into_iter().chain(files(Path::new("templates"), "hbs"));
    for file in sources.chain(files(Path::new("templates"), "toml")) {
        let source = fs::read_to_string(file).unwrap();
        words.extend(
            source
                .split(|c: char| !(c.is_ascii_alphanumeric() || "-_.{}".contains(c)))
                .map(|word| word.trim_matches('.').to_owned()),
        );
    }
    words
}

#[test]
fn every_code_has_its_sentence_and_its_mend() {
    let keys = catalogue("en");
    let mut codes = 0;
    for file in files(Path::new("src"), "rs") {
        let source = fs::read_to_string(&file).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        for call in ["Finding::error(", "Finding::warning(", ".error("] {
            for (at, _) in source.match_indices(call) {
                let arguments = &source[at + call.len()..];
                let arguments = &arguments[..arguments.find([')', ';']).unwrap_or(arguments.len())];
                let Some(code) = arguments.rsplit(", \"").next().and_then(|rest| rest.strip_suffix('"'))
                else {
                    continue;
                };
                // An empty code is a shape for the lint of templates, never shown.
                if arguments.contains(", \"") && !code.is_empty() {
                    codes += 1;
                    let key = format!("finding-{code}");
                    assert!(keys.contains_key(&key), "{key}, used in {}", file.display());
                }
            }
        }
    }
    assert!(codes > 50, "only {codes} codes were found: the search is broken");
    for key in keys.keys().filter(|key| key.starts_with("finding-") && !key.contains('.')) {
        assert!(keys.contains_key(&format!("{key}.mend")), "{key} has no mend");
    }
}

#[test]
fn every_key_is_used() {
    let words = words_of_the_code();
    let attributes: BTreeSet<&str> =
        words.iter().filter_map(|word| word.split_once('.')).map(|two| two.0).collect();
    let used = |key: &str| {
        let bare = key.strip_prefix("finding-").unwrap_or(key);
        words.contains(bare) || words.contains(key) || attributes.contains(key)
            // `help-<verb>-<argument>`: the tests of the help walk every verb and argument.
            || key.starts_with("help-")
            // Families whose last part is data, such as `field-{name}`.
            || (1..key.len()).filter(|at| key.as_bytes()[at - 1] == b'-').any(|at| words.contains(&format!("{}{{}}", &key[..at]))
                || words.iter().any(|word| word.starts_with(&format!("{}{{", &key[..at]))))
    };
    let unused: Vec<_> = catalogue("en").into_keys().filter(|key| !key.contains('.') && !used(key)).collect();
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

/// A sentence in the code would be missing in the other language.
#[test]
fn no_sentence_stands_in_the_code() {
    let mut sentences = Vec::new();
    for file in files(Path::new("src"), "rs") {
        if file.ends_with("tests.rs") || file.ends_with("sample.rs") {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        for line in source.lines() {
            let code = line.trim_start();
            // What a programmer reads, not a person: comments and the reasons of lints.
            if code.starts_with("//") || code.contains("reason = \"") {
                continue;
            }
            for literal in code.split('"').skip(1).step_by(2) {
                let words = literal
                    .split(' ')
                    .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()));
                // What SQLite reads.
                if ["SELECT ", "INSERT ", "UPDATE ", "DELETE "].iter().any(|verb| literal.starts_with(verb)) {
                    continue;
                }
                let chinese = literal.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
                // A statement of SQL begins with its verb.
                let statement =
                    ["SELECT ", "INSERT ", "UPDATE ", "DELETE "].iter().any(|verb| literal.starts_with(verb));
                if words.count() > 3 && !statement || chinese {
                    sentences.push(format!("{}: {literal}", file.display()));
                }
            }
        }
    }
    assert!(sentences.is_empty(), "{sentences:#?}");
}

/// Half-width punctuation between Chinese characters, or full-width punctuation in English, is a slip of the keyboard.
#[test]
fn punctuation_fits_the_language() {
    let chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    for file in files(Path::new("templates/texts/zh-CN"), "ftl") {
        for line in fs::read_to_string(&file).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let letters: Vec<char> = line.chars().collect();
            for three in letters.windows(3) {
                let slip = chinese(three[0])
                    && ",;:?!()".contains(three[1])
                    && (chinese(three[2]) || three[2] == ' ');
                assert!(!slip, "{}: {line}", file.display());
            }
        }
    }
    for file in files(Path::new("templates/texts/en"), "ftl") {
        for line in fs::read_to_string(&file).unwrap().lines() {
            assert!(!line.contains(['，', '。', '；', '：', '？', '！']), "{}: {line}", file.display());
        }
    }
}
