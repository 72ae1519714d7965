//! The whole dialogue, in both languages: wrong answers first, back and forth, to a draft that the other verbs agree
//! with.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use super::{Desk, NOW, Person};
use crate::run::Run;

/// The words of one language that a person waits for.
pub(super) struct Words {
    pub(super) lang: &'static str,
    pub(super) questions: [&'static str; 10],
    pub(super) vouch: &'static str,
    pub(super) review: &'static str,
    after: &'static str,
    end: &'static str,
}

pub(super) const EN: Words = Words {
    lang: "en",
    questions: [
        "? Store ID",
        "? Enterprise verification",
        "? Store name",
        "? Registered in",
        "? Business licence number",
        "? Pictures",
        "? Time of the freeze",
        "? Kind of freeze",
        "? Mobile number",
        "? Your mailbox",
    ],
    vouch: "? Do you vouch for this?",
    review: "? What now?",
    after: "? And now?",
    end: "there is no phone line",
};

pub(super) const ZH: Words = Words {
    lang: "zh",
    questions: [
        "? 店铺 ID",
        "? 企业认证",
        "? 店铺名称",
        "? 企业注册地",
        "? 营业执照编号",
        "? 图片",
        "? 冻结时间",
        "? 冻结类型",
        "? 手机号",
        "? 您的邮箱",
    ],
    vouch: "? 您确认吗？",
    review: "? 接下来做什么？",
    after: "? 接下来？",
    end: "没有电话客服",
};

/// What is answered, question by question; choices keep what they begin at.
pub(super) const ANSWERS: [&str; 10] = [
    "1102345678",
    "",
    "极光灯饰旗舰店",
    "",
    "91990000MA0DEM005D",
    "notice.png portrait.jpg emblem.jpg",
    "2026-11-20 09:30 +08:00",
    "",
    "+86 138 0013 8000",
    "shop@example.com",
];

/// The case file that these answers make, before a person has vouched for the pictures.
pub(super) const CASE: &str = r#"[store]
id = "1102345678"
verified = true
name = "极光灯饰旗舰店"

[business]
region = "cn"
licence = "91990000MA0DEM005D"

[representative]
id_portrait = "portrait.jpg"
portrait = { whole = true }
id_emblem = "emblem.jpg"
emblem = { whole = true }

[freeze]
notice = ["notice.png"]
at = "2026-11-20 09:30 +08:00"
kind = "identity"

[contact]
phone = "+86 138 0013 8000"

[mail]
from = "shop@example.com"
"#;

/// The case file without what was vouched for, which is tested elsewhere.
fn told(case: &str) -> String {
    let mut lines = Vec::new();
    let mut skipping = false;
    for line in case.lines() {
        skipping = line == "[[representative.accepted]]" || skipping && !line.starts_with('[');
        if !skipping {
            lines.push(line);
        }
    }
    let told = lines.join("\n") + "\n";
    told.replace("\n\n\n", "\n\n")
}

impl Person {
    /// Vouches for the pictures.
    pub(super) fn vouches(&mut self, words: &Words) {
        self.chooses(words.vouch, 1);
    }

    /// Writes the folder and is done.
    pub(super) fn finishes(&mut self, words: &Words, last: usize) {
        self.chooses(words.review, 0);
        let count = self.answers;
        self.chooses(words.after, last);
        self.sees(words.end);
        // What follows the draft is no answer any more.
        self.answers = count;
    }
}

/// The whole dialogue in a language; it takes its time, so it is held once.
pub(super) fn once(words: &'static Words) -> &'static (Desk, Vec<String>) {
    static HELD: [OnceLock<(Desk, Vec<String>)>; 2] = [OnceLock::new(), OnceLock::new()];
    HELD[usize::from(words.lang == "zh")].get_or_init(|| whole(words))
}

/// Answers all questions, slip by slip, and gives every screen.
fn whole(words: &Words) -> (Desk, Vec<String>) {
    let desk = Desk::new();
    let english = words.lang == "en";
    let in_words = |en: &'static str, zh: &'static str| if english { en } else { zh };
    let mut person = desk.sit_down(&format!("--ui-lang {}", in_words("zh", "en")), 80);
    // The other language first.
    person.answers(in_words("? 店铺 ID", "? Store ID"), words.lang);
    let [id, verified, name, region, licence, pictures, at, kind, phone, from] = words.questions;

    person.answers(id, "１１０２３４５６７８");
    person.sees(in_words("full-width", "全角"));
    person.erases(10);
    person.answers(id, ANSWERS[0]);

    // Changed by going back: the choice begins where it was left.
    person.chooses(verified, 1);
    person.sees(name);
    person.goes_back();
    person.sees(verified);
    person.types("\x1b[A");
    person.answers(verified, "");
    person.answers(name, "极光灯饰");
    person.sees(region);
    person.goes_back();
    person.answers(name, "旗舰店");
    person.answers(region, "");

    person.answers(licence, "9199000OMA0DEM005D");
    person.sees(in_words("the letter O", "字母 O"));
    person.erases(18);
    person.answers(licence, ANSWERS[4]);

    person.answers(pictures, "none.png");
    person.sees(in_words("no such file", "没有这个文件"));
    person.erases(8);
    // Pasted, on several lines and in quotes; which is which, names do not tell.
    person.answers(pictures, "\x1b[200~'notice.png'\nIMG_2.jpg \"IMG_1.jpg\"\n\x1b[201~");
    person.chooses(in_words("? Which picture shows the portrait side", "? 哪张是身份证人像面"), 1);
    person.chooses(in_words("? Which picture shows the emblem side", "? 哪张是身份证国徽面"), 0);
    person.sees(at);
    person.goes_back();
    person.sees(pictures);
    person.erases(40);
    person.answers(pictures, ANSWERS[5]);

    person.answers(at, "2026-11-20 09:30");
    person.sees(in_words("does not say its zone", "没有注明时区"));
    person.answers(at, " +08:00");
    person.answers(kind, "");
    person.answers(phone, "13800138000x");
    person.sees(in_words("not a phone number", "不是电话号码"));
    person.erases(12);
    person.answers(phone, ANSWERS[8]);
    person.answers(from, "seller-support@aliexpress.com");
    person.sees(in_words("own address", "平台自己的地址"));
    person.erases(29);
    person.answers(from, ANSWERS[9]);

    // Back from the pictures to the last question, and forth again; then a bar is said to lie wrong.
    person.sees(words.vouch);
    person.goes_back();
    person.answers(from, "");
    person.chooses(words.vouch, 2);
    let place = |file| in_words_of(file, english);
    person.chooses(&place("portrait.jpg"), 0);
    person.chooses(&place("emblem.jpg"), 0);
    person.vouches(words);

    // At the review: an answer is changed, one is added, one is wrong at first and then taken back.
    let change = in_words("? Which one?", "? 哪一项？");
    person.chooses(words.review, 3);
    person.chooses(change, 3);
    person.erases(7);
    person.answers(name, "Aurora 灯饰");
    person.chooses(words.review, 3);
    person.chooses(change, 13);
    person.answers(in_words("? Number of the urgent ticket", "? 加急工单编号"), "UT2026112000083");
    person.chooses(words.review, 3);
    person.chooses(change, 17);
    let orders = in_words("? Orders concerned", "? 涉及的订单");
    person.answers(orders, "12");
    person.sees(in_words("6 to 24 digits", "6 到 24 位"));
    person.erases(2);
    person.answers(orders, "");
    person.chooses(words.review, 4);
    person.sees("UF-1102345678-20261120");
    person.finishes(words, 3);
    let (status, screens) = person.ends();
    assert_eq!(status, 0, "{screens:#?}");
    (desk, screens)
}

fn in_words_of(file: &str, english: bool) -> String {
    if english { format!("? {file}: where is the card?") } else { format!("? {file}：证件在哪里？") }
}

/// The files of a folder and of those in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.insert(entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn slips_and_all_it_ends_in_the_case_and_the_draft_that_the_answers_make() {
    for words in [&EN, &ZH] {
        let (desk, _) = once(words);
        let expected = CASE
            .replace("极光灯饰旗舰店", "Aurora 灯饰")
            .replace("kind = \"identity\"\n", "kind = \"identity\"\nticket = \"UT2026112000083\"\n");
        assert_eq!(told(&desk.read("unfreeze-1102345678.toml")), expected, "{}", words.lang);
        // What was written is what `compose` writes of this case, and the case is ready.
        let run = |line: &str| {
            let state = desk.path().join("state");
            let run = Run::line(line).lang(words.lang).dir(desk.path()).env("SOURCE_DATE_EPOCH", NOW);
            run.env("UNFREEZE_STATE_DIR", state.to_str().unwrap()).run()
        };
        let check = run("check unfreeze-1102345678.toml --json");
        assert_eq!(check.status, 0, "{}", check.stdout);
        assert_eq!(run("compose unfreeze-1102345678.toml --out-dir again").status, 0);
        assert_eq!(files(&desk.path().join("1102345678")), files(&desk.path().join("again/1102345678")));
        let left: Vec<_> = fs::read_dir(desk.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".html"))
            .collect();
        assert_eq!(left, [""; 0], "the page that was looked at is still there");
    }
}

/// From nothing to a draft, and again with what is remembered: how often a person presses Enter.
#[test]
fn a_draft_takes_twelve_answers_and_six_with_a_profile() {
    for words in [&EN, &ZH] {
        let desk = Desk::new();
        let start = format!("new --ui-lang {}", words.lang);
        let mut person = desk.sit_down(&start, 80);
        for (question, answer) in words.questions.iter().zip(ANSWERS) {
            person.answers(question, answer);
        }
        person.vouches(words);
        person.finishes(words, 3);
        assert_eq!(person.answers, 12);
        assert_eq!(person.ends().0, 0);
        assert_eq!(told(&desk.read("unfreeze-1102345678.toml")), CASE);
        assert!(desk.path().join("1102345678/URGENT-ACCOUNT-FROZEN-1102345678.eml").exists());

        // The next case of the same store; the pictures stand on the command line.
        let profile = desk.read("settings/profile.toml");
        assert!(profile.contains("91990000MA0DEM005D") && !profile.contains(".jpg"), "{profile}");
        fs::remove_dir_all(desk.path().join("1102345678")).unwrap();
        fs::remove_file(desk.path().join("unfreeze-1102345678.toml")).unwrap();
        let mut person = desk.sit_down(&start, 80);
        person.answers(words.questions[0], "");
        for at in [5, 6, 7] {
            person.answers(words.questions[at], ANSWERS[at]);
        }
        person.vouches(words);
        person.finishes(words, 3);
        assert_eq!(person.answers, 6);
        assert_eq!(person.ends().0, 0);
        assert!(desk.path().join("1102345678/URGENT-ACCOUNT-FROZEN-1102345678.eml").exists());
    }
}

/// Photographs in which the card lies askew, for somebody who knows its corners; and a store that may not mail yet.
#[test]
fn photographs_are_placed_by_corners_and_without_verification_there_is_the_ticket() {
    let desk = Desk::new();
    fs::copy("examples/aurora/scans/emblem.jpg", desk.path().join("photo emblem.jpg")).unwrap();
    let mut person = desk.sit_down("new notice.png --ui-lang en", 80);
    let [id, verified, name, region, licence, pictures, at, kind, phone, _] = EN.questions;
    person.answers(id, ANSWERS[0]);
    person.chooses(verified, 1);
    person.answers(name, ANSWERS[2]);
    person.chooses(region, 1);
    person.answers(licence, "00990099-000-11-26-0");
    // The notice stood on the command line; the rest is asked for.
    person.sees("notice.png, PNG, 1280 × 800 pixels: freeze notice");
    person.answers(pictures, " \"photo portrait.jpg\" 'photo emblem.jpg'");
    for (file, corners) in [
        ("photo portrait.jpg", "1044,473 1215,1501 591,1673 346,608"),
        ("photo emblem.jpg", "747,1473 507,293 1240,122 1513,1315"),
    ] {
        person.chooses(&in_words_of(file, true), 5);
        person.answers("? The card's own corners in pixels", "1,2");
        person.sees("not the four corners");
        person.erases(3);
        person.answers("? The card's own corners in pixels", corners);
    }
    person.answers(at, ANSWERS[6]);
    person.chooses(kind, 2);
    person.answers(phone, ANSWERS[8]);
    person.vouches(&EN);
    person.finishes(&EN, 1);
    let (status, screens) = person.ends();
    assert_eq!(status, 0, "{screens:#?}");
    let case = desk.read("unfreeze-1102345678.toml");
    for line in [
        "region = \"hk\"",
        "id_portrait = \"photo portrait.jpg\"",
        "portrait = { corners = \"1044,473 1215,1501 591,1673 346,608\" }",
        "emblem = { corners = \"747,1473 507,293 1240,122 1513,1315\" }",
        "kind = \"funds\"",
    ] {
        assert!(case.contains(line), "{line} in\n{case}");
    }
    let folder = fs::read_dir(desk.path().join("1102345678")).unwrap();
    let mut names: Vec<_> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["attachments", "review.html", "ticket.txt"]);
}
