//! The two sides of the card: called by each other's name, and both on one page.

use std::fs;

use serde_json::Value;

use super::dialogue::{CASE, EN, Words, ZH};
use super::{Desk, NOW, Person};
use crate::models::{files, with_reader};
use crate::reader::codes;

/// Everything but the card, so that nothing else is asked.
fn desk() -> Desk {
    let desk = Desk::new();
    fs::copy("examples/aurora/scans/emblem.jpg", desk.path().join("IMG_3.jpg")).unwrap();
    fs::copy("examples/aurora/scans/emblem.jpg", desk.path().join("portrait-side.jpg")).unwrap();
    fs::copy("tests/specimens/specimen_013_a4_both.jpg", desk.path().join("A4.jpg")).unwrap();
    let (before, rest) = CASE.split_once("[representative]").unwrap();
    let (_, after) = rest.split_once("[freeze]").unwrap();
    let case = format!("{before}[freeze]{after}").replace("kind =", "number = \"FN-1\"\nkind =");
    fs::write(desk.path().join("shop.toml"), case).unwrap();
    desk
}

fn begins(desk: &Desk, pictures: &str, words: &Words) -> Person {
    desk.sit_down_with(files(), &format!("new shop.toml {pictures} --ui-lang {}", words.lang), 80)
}

/// What the check says of the case, as it is on disk now.
fn check(desk: &Desk) -> (i32, Value) {
    let run = with_reader("check shop.toml --json").dir(desk.path()).env("SOURCE_DATE_EPOCH", NOW).run();
    let mut report: Value = serde_json::from_str(&run.stdout).unwrap();
    (run.status, report["cases"][0].take())
}

/// A test that is true in both languages.
fn in_both(test: impl Fn(&Words, &dyn Fn(&'static str, &'static str) -> &'static str)) {
    test(&EN, &|en, _| en);
    test(&ZH, &|_, zh| zh);
}

/// The picture that was called the emblem side fills its frame, and is the portrait side all the same: nothing is guessed
/// of it, no word of the person makes its number visible, and another picture is taken.
#[test]
fn whoever_will_not_have_the_sides_exchanged_gives_another_picture() {
    in_both(|words, say| {
        let desk = desk();
        let mut person = begins(&desk, "portrait.jpg emblem.jpg", words);
        person.chooses(say("? emblem.jpg shows the portrait side", "? emblem.jpg 拍的是人像面"), 1);
        let place = say("? emblem.jpg: where is the card?", "? emblem.jpg：证件在哪里？");
        let screen = person.sees(place);
        let other = say("the portrait side, so where the card lies", "程序看到的是人像面");
        assert!(screen.contains(other), "{screen}");
        let case = desk.read("shop.toml");
        assert!(case.contains("id_emblem = \"emblem.jpg\"") && !case.contains("whole"), "{case}");
        let (status, report) = check(&desk);
        assert!(status == 65 && codes(&report).contains(&"side-swapped"), "{report:#}");

        person.chooses(place, 1);
        person.sees(say("this cannot be taken", "不能这样用"));
        person.chooses(place, 0);
        // The line is empty: what is dropped there would be added to what stands there.
        person.answers(words.questions[5], "IMG_3.jpg");
        person.sees(words.review);
        let case = desk.read("shop.toml");
        for line in ["id_portrait = \"portrait.jpg\"", "id_emblem = \"IMG_3.jpg\""] {
            assert!(case.contains(line), "{line} in\n{case}");
        }
        assert!(!case.contains("whole") && !case.contains("corners"), "{case}");
        person.leaves();
        person.ends();
    });
}

/// A photograph of the emblem side that is called the portrait side: an outline of the other side is not taken; one that
/// the person points out elsewhere is, and waits for their eyes.
#[test]
fn whoever_will_not_have_the_sides_exchanged_points_the_card_out() {
    in_both(|words, say| {
        let desk = desk();
        let mut person = begins(&desk, "portrait-side.jpg IMG_3.jpg", words);
        person
            .chooses(say("? portrait-side.jpg shows the emblem side", "? portrait-side.jpg 拍的是国徽面"), 1);
        let place = say("? portrait-side.jpg: where is the card?", "? portrait-side.jpg：证件在哪里？");
        person.sees(place);
        let page = desk.path().join("unfreeze-outlines-portrait.html");
        person.chooses(place, 1);
        person.chooses(say("? Which outline", "? 哪个外框"), 0);
        person.chooses(say("? Where is the card's top?", "? 证件的上边在哪一侧？"), 0);
        person.sees(say("this cannot be taken", "不能这样用"));
        assert!(!page.exists());
        person.chooses(place, 6);
        person.answers(say("? The card's own corners", "? 证件自身四角"), "10,10 410,10 410,262 10,262");
        person.sees(words.vouch);
        let case = desk.read("shop.toml");
        assert!(case.contains("portrait = { corners = \"10,10 410,10 410,262 10,262\" }"), "{case}");
        person.leaves();
        person.ends();
        assert!(!desk.read("shop.toml").contains("accepted"));
    });
}

/// A case that somebody has written by hand: the bars of the one side on the other. Nobody can vouch for that.
#[test]
fn bars_on_the_wrong_side_cannot_be_vouched_for() {
    in_both(|words, say| {
        let desk = desk();
        fs::write(desk.path().join("shop.toml"), CASE.replace("kind =", "number = \"FN-1\"\nkind ="))
            .unwrap();
        let person = begins(&desk, "", words);
        let screen = person.sees(words.vouch);
        assert!(screen.contains(say("this cannot be taken", "不能这样用")), "{screen}");
        assert!(!screen.contains(say("attach them", "作为附件")), "{screen}");
        person.leaves();
        person.ends();
    });
}

/// The usual scan: one page, given once.
#[test]
fn both_sides_are_found_on_one_page() {
    in_both(|words, say| {
        let desk = desk();
        let mut person = begins(&desk, "A4.jpg", words);
        let screen = person.sees(words.review);
        assert!(
            screen.contains(say("Pictures: notice.png, A4.jpg\n", "图片：notice.png、A4.jpg\n")),
            "{screen}"
        );
        let case = desk.read("shop.toml");
        for line in ["id_portrait = \"A4.jpg\"", "id_emblem = \"A4.jpg\""] {
            assert!(case.contains(line), "{line} in\n{case}");
        }
        assert!(!case.contains("whole") && !case.contains("corners"), "{case}");
        if words.lang == "en" {
            // The reader takes its time; what follows is the same in both.
            person.leaves();
            person.ends();
            return;
        }
        let (status, report) = check(&desk);
        assert_eq!((status, &report["verdict"]), (0, &"ready".into()), "{report:#}");
        let of =
            |name: &str| report["scans"].as_array().unwrap().iter().map(|scan| scan[name].clone()).collect();
        let [sides, verdicts]: [Vec<Value>; 2] = ["side", "verdict"].map(of);
        assert_eq!(
            (sides, verdicts),
            (vec!["portrait".into(), "emblem".into()], vec!["confirmed".into(); 2])
        );
        person.finishes(words, 3);
        assert_eq!(person.ends().0, 0);
        let attachments: Vec<_> =
            fs::read_dir(desk.path().join("1102345678/attachments")).unwrap().map(Result::unwrap).collect();
        assert_eq!(attachments.len(), 3, "{attachments:?}");
    });
}

/// A page with both sides, and a side besides: the person says which is which.
#[test]
fn a_page_and_a_picture_of_one_side_are_told_apart_by_the_person() {
    let desk = desk();
    let mut person = begins(&desk, "A4.jpg IMG_3.jpg", &EN);
    person.chooses("? Which picture shows the portrait side", 0);
    person.chooses("? Which picture shows the emblem side", 0);
    person.sees(EN.review);
    person.leaves();
    person.ends();
    let case = desk.read("shop.toml");
    assert!(
        case.contains("id_portrait = \"A4.jpg\"") && case.contains("id_emblem = \"IMG_3.jpg\""),
        "{case}"
    );
}
