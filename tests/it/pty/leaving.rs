//! Leaving at any question, and going on.

use super::Desk;
use super::dialogue::{ANSWERS, CASE, EN, Words, ZH};

fn kept(words: &Words) -> &'static str {
    if words.lang == "en" { "Your answers are kept" } else { "您的回答都已保存" }
}

#[test]
fn ctrl_c_at_every_question_loses_nothing() {
    for words in [&EN, &ZH] {
        let desk = Desk::new();
        let lang = format!("--ui-lang {}", words.lang);
        // Before anything is answered there is nothing to keep.
        let person = desk.sit_down(&lang, 80);
        person.sees(words.questions[0]);
        person.leaves();
        let (status, screens) = person.ends();
        assert_eq!(status, 130);
        assert!(screens.last().unwrap().contains("unfreeze new"), "{screens:#?}");
        assert!(!desk.path().join("unfreeze-1102345678.toml").exists());

        for (at, answer) in ANSWERS.iter().enumerate() {
            let line = if at == 0 { lang.clone() } else { format!("new unfreeze-1102345678.toml {lang}") };
            let mut person = desk.sit_down(&line, 80);
            // The first missing one is asked first; it is answered, and the person leaves at the next.
            person.answers(words.questions[at], answer);
            person.sees(words.questions.get(at + 1).unwrap_or(&if words.lang == "en" {
                "? Do you"
            } else {
                "? 您确认"
            }));
            person.types("abc");
            person.leaves();
            let (status, screens) = person.ends();
            assert_eq!(status, 130, "{}", words.questions[at]);
            let last = screens.last().unwrap();
            assert!(
                last.contains(kept(words)) && last.contains("unfreeze new unfreeze-1102345678.toml"),
                "{last}"
            );
        }
        assert_eq!(desk.read("unfreeze-1102345678.toml"), CASE);
        // The page with the pictures went with the person.
        assert!(!desk.path().join("unfreeze-1102345678.accept.html").exists());
    }
}

/// A case file of the person's own keeps their words; what they changed by hand in between is not lost either.
#[test]
fn a_case_written_by_hand_keeps_its_comments() {
    let desk = Desk::new();
    let typed =
        "# my shop\n[store]\nid = '1102345678' # from the backend\nverified = true\n\n[freeze] # today\n";
    std::fs::write(desk.path().join("shop.toml"), typed).unwrap();
    let mut person = desk.sit_down("new shop.toml --ui-lang en", 80);
    person.sees("? Store name");
    std::fs::write(desk.path().join("shop.toml"), format!("{typed}reason = 'as it is' # by hand\n")).unwrap();
    person.answers("? Store name", "Aurora");
    person.sees("? Registered in");
    person.leaves();
    assert_eq!(person.ends().0, 130);
    let written = desk.read("shop.toml");
    let expected = format!("{typed}reason = 'as it is' # by hand\n")
        .replace("verified = true\n", "verified = true\nname = \"Aurora\"\n");
    assert_eq!(written, expected);
}

#[test]
fn a_case_that_was_begun_is_gone_on_with() {
    let desk = Desk::new();
    std::fs::write(desk.path().join("unfreeze-1102345678.toml"), "[store]\nid = '1102345678'\nname = 'A'\n")
        .unwrap();
    let mut person = desk.sit_down("new --ui-lang en", 80);
    person.answers("? Store ID", "https://www.aliexpress.com/store/1102345678?spm=1.2");
    person.chooses("? unfreeze-1102345678.toml was begun before", 1);
    person.sees("Saved in unfreeze-1102345678-2.toml");
    person.sees("? Enterprise verification");
    person.leaves();
    assert_eq!(person.ends().0, 130);
    assert!(desk.read("unfreeze-1102345678-2.toml").contains("id = \"1102345678\""));
}
