use super::*;
use crate::facts::LetterLanguage;
use crate::letter::channels::Channels;
use crate::letter::tests::{LANGUAGES, attached, bare, changed, golden, seen};
use crate::letter::{Letter, Templates};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn step(time: &str, done: Done) -> Step {
    Step { at: at(time), done }
}

fn history(channels: &Channels) -> History<'_> {
    History {
        number: 2,
        steps: vec![
            step("2026-11-22T02:10:00Z", Done::Ticket("T-90000001".to_owned())),
            step("2026-11-22T02:20:41Z", Done::Accepted("seller-support@aliexpress.com".to_owned())),
            step("2026-11-22T03:00:00Z", Done::Answered),
            step("2026-11-22T04:20:00Z", Done::ByHand),
        ],
        overdue: vec![
            Overdue { channel: &channels.urgent_ticket, ended: at("2026-11-22T02:40:00Z") },
            Overdue { channel: &channels.urgent_mail, ended: at("2026-11-22T06:20:00Z") },
        ],
        now: at("2026-11-24T05:40:59Z"),
    }
}

fn letter(facts: &Facts, history: &History<'_>, language: LetterLanguage) -> Letter {
    let mail = facts.mail().as_ref().unwrap();
    Letter::follow_up(facts, mail, &attached(), history, &Templates::default(), language).unwrap()
}

#[test]
fn the_letters_are_as_agreed() {
    let channels = Channels::shipped();
    for (language, name) in LANGUAGES {
        let full = letter(&Facts::sample(), &history(&channels), language);
        golden(&format!("follow-up.{name}.txt"), full.text());
        let first = step("2026-11-22T02:20:41Z", Done::ByHand);
        let short = History { steps: vec![first], overdue: Vec::new(), ..history(&channels) };
        let sparse = letter(&Facts::sparse_sample(), &short, language);
        golden(&format!("follow-up.sparse.{name}.txt"), sparse.text());
        for letter in [full, sparse] {
            let lines: Vec<&str> = letter.text().lines().collect();
            assert!(lines.len() <= 38, "{name}: {}", lines.len());
            assert!(
                !letter.text().contains("\n\n\n") && lines.iter().all(|line| *line == line.trim()),
                "{name}"
            );
            assert_eq!(seen(letter.html()), bare(letter.text()), "{name}");
            for foreign in ["<script", "<style", "<link", "<img", "src=", "href=", "url(", "http", "{{"] {
                assert!(!letter.html().contains(foreign), "{name}: {foreign}");
            }
        }
    }
}

/// So that the mail is filed under it when it is read back.
#[test]
fn a_letter_names_its_own_reference_and_no_other() {
    let channels = Channels::shipped();
    for (language, _) in LANGUAGES {
        let letter = letter(&Facts::sample(), &History { number: 12, ..history(&channels) }, language);
        assert_eq!(letter.reference(), "UF-1102345678-20261122-12");
        assert_eq!(letter.subject(), "[URGENT-ACCOUNT FROZEN-1102345678]");
        let named = letter.text().matches("UF-").count();
        assert_eq!((named, letter.text().matches(letter.reference()).count()), (2, 2));
    }
}

#[test]
fn a_ticket_that_the_case_names_is_told_once() {
    let channels = Channels::shipped();
    let facts = changed(|facts| facts.freeze_mut().ticket = "T-90000001".to_owned());
    let text = letter(&facts, &history(&channels), LetterLanguage::Both).text().to_owned();
    assert_eq!(text.matches("T-90000001").count(), 1);
}

#[test]
fn no_published_time_is_held_against_the_platform_where_the_case_does_not_cite_it() {
    let channels = Channels::shipped();
    let quiet = changed(|facts| facts.mail_mut().cite = false);
    let text = letter(&quiet, &history(&channels), LetterLanguage::Both).text().to_owned();
    assert!(!text.contains("2026-03-01") && text.contains("T-90000001"));
    let ordinary = Overdue { channel: &channels.ai_assistant, ended: at("2026-11-22T02:40:00Z") };
    let history = History { overdue: vec![ordinary], ..history(&channels) };
    assert!(!letter(&Facts::sample(), &history, LetterLanguage::En).text().contains("As published"));
}

#[test]
fn a_long_history_keeps_its_beginning_and_its_end() {
    let channels = Channels::shipped();
    let ticket =
        |minute: u8| step(&format!("2026-11-22T02:{minute:02}:00Z"), Done::Ticket(format!("T-{minute}")));
    let history = History { steps: (10..30).map(ticket).collect(), ..history(&channels) };
    let text = letter(&Facts::sample(), &history, LetterLanguage::En).text().to_owned();
    let told: Vec<&str> = text.lines().filter(|line| line.contains("urgent ticket T-")).collect();
    assert_eq!(told.len(), MOST_STEPS);
    assert_eq!(told[0], "2026-11-22 10:10 urgent ticket T-10 filed");
    assert_eq!(
        (told[1], told[5]),
        ("2026-11-22 10:25 urgent ticket T-25 filed", "2026-11-22 10:29 urgent ticket T-29 filed",)
    );
}

#[test]
fn a_number_with_line_breaks_stays_on_its_line() {
    let channels = Channels::shipped();
    let odd = step("2026-11-22T02:10:00Z", Done::Ticket("T-1\r\n\r\n{{store.id}} <b>".to_owned()));
    let letter =
        letter(&Facts::sample(), &History { steps: vec![odd], ..history(&channels) }, LetterLanguage::En);
    assert!(letter.text().contains("urgent ticket T-1 {{store.id}} <b> filed\n"));
    assert!(letter.html().contains("urgent ticket T-1 {{store.id}} &lt;b&gt; filed"));
}
