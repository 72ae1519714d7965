//! What the reader sees is offered, and never taken silently.

use std::fs;

use super::Desk;
use super::dialogue::{ANSWERS, EN, ZH};
use crate::models::files;

/// A screenshot without a zone, a portrait side that is called the emblem side, and an emblem side without a name.
fn desk() -> Desk {
    let desk = Desk::new();
    fs::copy("tests/notices/window.png", desk.path().join("notice.png")).unwrap();
    fs::copy("examples/aurora/scans/emblem.jpg", desk.path().join("IMG_3.jpg")).unwrap();
    desk
}

#[test]
fn the_screenshot_fills_in_what_the_person_keeps_or_changes() {
    let desk = desk();
    let mut person = desk.sit_down_with(files(), "new notice.png emblem.jpg IMG_3.jpg --ui-lang en", 80);
    let [id, verified, name, region, licence, _, at, kind, phone, from] = EN.questions;
    person.sees("The reader saw on the screenshot: 1102345678.");
    person.answers(id, "");
    person.answers(verified, "");
    person.answers(name, "Aurora");
    person.answers(region, "");
    person.answers(licence, ANSWERS[4]);
    person.answers("? emblem.jpg shows the portrait side. Take it for that?", "");
    person.sees("reader has found the card");
    person.sees("The screenshot says 2026-11-20 09:30. In which zone?");
    person.answers(at, "");
    person.sees("does not say its zone");
    person.answers(at, " +08:00");
    person.answers(kind, "");
    person.answers(phone, ANSWERS[8]);
    person.answers(from, ANSWERS[9]);
    person.sees("FN-20261120-000417");
    person.answers("? Number of the notice", "");
    person.sees("8190234455667788");
    person.sees("? Orders concerned");
    person.erases(17);
    person.answers("? Orders concerned", "");
    // Both cards are confirmed: nothing is to be looked at.
    person.sees(EN.review);
    person.leaves();
    person.ends();
    let case = desk.read("unfreeze-1102345678.toml");
    for line in [
        "id_portrait = \"emblem.jpg\"",
        "id_emblem = \"IMG_3.jpg\"",
        "at = \"2026-11-20 09:30 +08:00\"",
        "number = \"FN-20261120-000417\"",
        "orders = [\"8190234455667788\"]",
    ] {
        assert!(case.contains(line), "{line} in\n{case}");
    }
    assert!(!case.contains("corners") && !case.contains("whole") && !case.contains("accepted"), "{case}");
}

/// What must not travel is covered at the review, and then the case is ready.
#[test]
fn a_number_on_the_screenshot_is_painted_over() {
    let desk = desk();
    fs::copy("tests/notices/phone.png", desk.path().join("notice.png")).unwrap();
    let case = super::dialogue::CASE
        .replace("emblem = { whole = true }\n", "")
        .replace("portrait = { whole = true }\n", "");
    fs::write(desk.path().join("shop.toml"), case.replace("emblem.jpg", "IMG_3.jpg")).unwrap();
    let mut person = desk.sit_down_with(files(), "new shop.toml --ui-lang en", 100);
    // The notice's number is offered first.
    person.answers("? Number of the notice", "");
    person.sees("the screenshot shows an identity number");
    person.chooses("? What now?", 0);
    person.sees("phone number that is not the case's");
    person.leaves();
    person.ends();
    let case = desk.read("shop.toml");
    assert!(case.contains("cover = { \"notice.png\" = [\""), "{case}");
}

/// Without the reader a person picks an outline, too.
#[test]
fn an_outline_is_picked_by_its_number() {
    let desk = desk();
    let mut person = desk.sit_down("new notice.png --ui-lang zh", 80);
    let [id, verified, name, region, licence, pictures, at, ..] = ZH.questions;
    person.answers(id, ANSWERS[0]);
    person.answers(verified, "");
    person.answers(name, "极光");
    person.answers(region, "");
    person.answers(licence, ANSWERS[4]);
    person.answers(pictures, " portrait.jpg IMG_3.jpg");
    person.chooses("? 哪张是身份证国徽面", 0);
    person.chooses("? IMG_3.jpg：证件在哪里？", 6);
    let page = desk.path().join("unfreeze-outlines-emblem.html");
    person.sees("? 哪个外框与证件边缘重合？");
    let drawn = fs::read_to_string(&page).unwrap();
    assert!(drawn.contains("IMG_3.jpg\"") && (1..=5).contains(&drawn.matches("<figure>").count()), "{drawn}");
    person.chooses("? 哪个外框与证件边缘重合？", 0);
    person.chooses("? 证件的上边在哪一侧？", 0);
    person.sees(at);
    assert!(!page.exists());
    person.leaves();
    person.ends();
    let case = desk.read("unfreeze-1102345678.toml");
    assert!(case.contains("emblem = { corners = \""), "{case}");
}
