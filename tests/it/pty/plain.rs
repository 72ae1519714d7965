//! Plain lines: for screen readers, and for terminals that cannot redraw.

use super::Desk;
use super::dialogue::{ANSWERS, EN, Words, ZH};

/// The question as a plain line, without the mark of what is drawn.
fn asked(question: &'static str) -> &'static str {
    question.trim_start_matches("? ")
}

fn back(words: &Words) -> &'static str {
    if words.lang == "en" { "< goes back" } else { "输入 < 返回" }
}

#[test]
fn the_same_questions_end_in_the_same_draft() {
    for words in [&EN, &ZH] {
        let desk = Desk::new();
        let mut person = desk.sit_down(&format!("new --plain --ui-lang {}", words.lang), 100);
        for (at, (question, answer)) in words.questions.iter().zip(ANSWERS).enumerate() {
            person.sees(asked(question));
            person.sees(back(words));
            if at == 2 {
                person.answers(asked(question), "<");
                person.answers(asked(words.questions[1]), "9");
                person.answers(
                    if words.lang == "en" {
                        "Type one of the numbers"
                    } else {
                        "请输入上面的一个序号"
                    },
                    "1",
                );
            }
            person.answers(asked(question), answer);
        }
        person.answers(if words.lang == "en" { "Do you vouch" } else { "您确认吗" }, "2");
        person.answers(if words.lang == "en" { "What now?" } else { "接下来做什么？" }, "2");
        person.answers(if words.lang == "en" { "And now?" } else { "接下来？\n" }, "4");
        let (status, screens) = person.ends();
        assert_eq!(status, 0, "{screens:#?}");
        // Nothing is drawn, moved or coloured.
        assert!(desk.path().join("URGENT-ACCOUNT-FROZEN-1102345678.eml").exists());
    }
}

#[test]
fn the_end_of_the_input_leaves() {
    let desk = Desk::new();
    let mut person = desk.sit_down("new --plain --ui-lang en", 80);
    person.answers("Store ID", "1102345678");
    person.sees("Enterprise verification\n");
    person.types("\x04");
    let (status, screens) = person.ends();
    assert_eq!(status, 130);
    assert!(screens.last().unwrap().contains("Your answers are kept"), "{screens:#?}");

    // Ctrl-C is a signal here.
    let person = desk.sit_down("new unfreeze-1102345678.toml --plain --ui-lang en", 80);
    person.sees("Enterprise verification\n");
    person.leaves();
    let (status, screens) = person.ends();
    assert_eq!(status, 130);
    assert!(screens.last().unwrap().contains("Your answers are kept"), "{screens:#?}");
}

/// A terminal of 25 columns is too narrow to redraw, and one of 50 is not.
#[test]
fn a_narrow_terminal_gets_what_fits() {
    let desk = Desk::new();
    let person = desk.sit_down("new --ui-lang en", 25);
    person.sees("< goes back");
    person.leaves();
    assert_eq!(person.ends().0, 130);
    for words in [&EN, &ZH] {
        let mut person = desk.sit_down(&format!("new --ui-lang {}", words.lang), 50);
        person.sees(words.questions[0]);
        person.answers(words.questions[0], "x");
        person.sees(if words.lang == "en" { "write its digits only" } else { "只填数字" });
        person.sees(&format!("{} x", words.questions[0]));
        person.leaves();
        assert_eq!(person.ends().0, 130);
    }
}
