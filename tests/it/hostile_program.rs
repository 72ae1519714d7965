//! What the program says of every hostile picture, in both languages, and that nothing is written.

use std::fs;

use unfreeze::texts::{Lang, Texts};

use crate::hostile_pictures::{broken_formats, no_pictures};
use crate::run::{Outcome, Run};

/// The status, what is wrong with which file, how to mend it, and an empty folder.
#[test]
fn every_hostile_picture_gets_a_clear_message_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = no_pictures()
        .into_iter()
        .chain(broken_formats())
        .filter(|(_, _, code)| *code != "a picture")
        .collect();
    assert!(files.len() >= 60, "{}", files.len());
    let catalogues = [("en", Texts::new(Lang::En)), ("zh", Texts::new(Lang::ZhCn))];
    for (index, (name, bytes, code)) in files.into_iter().enumerate() {
        let file = format!("scan{index}.jpg");
        fs::write(folder.path().join(&file), bytes).unwrap();
        for (tag, texts) in &catalogues {
            let run = Run::line(&format!("redact {file} --out out --side portrait --whole --no-watermark"));
            let Outcome { status, stdout, stderr } = run.lang(tag).dir(folder.path()).run();
            assert_eq!((status, stdout.as_str()), (65, ""), "{name}: {stderr}");
            let what = texts.get(&format!("finding-{code}"));
            let mend = texts.get(&format!("finding-{code}.mend"));
            for part in [file.as_str(), &what, &mend, &format!("[{code}]")] {
                assert!(stderr.contains(part), "{name}: {part}: {stderr}");
            }
            assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 0, "{name}");
        }
    }
}

#[test]
fn a_missing_picture_is_told_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for (tag, lang) in [("en", Lang::En), ("zh", Lang::ZhCn)] {
        let run = Run::line("redact none.jpg --out out --side portrait --whole").lang(tag).dir(folder.path());
        let Outcome { status, stderr, .. } = run.run();
        let mend = Texts::new(lang).get("finding-file-missing.mend");
        assert!(status == 66 && stderr.contains("none.jpg") && stderr.contains(&mend), "{stderr}");
    }
}
