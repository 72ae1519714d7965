//! Whole letters and tickets of invented cases.

use std::fs;
use std::path::Path;

use super::template::{Problem, TemplateError};
use super::*;
use crate::evidence::Side;
use crate::facts::{FreezeKind, Recipient};
use crate::finding::Level;
use crate::texts::{Lang, Texts};

pub(super) const LANGUAGES: [(LetterLanguage, &str); 3] =
    [(LetterLanguage::Zh, "zh"), (LetterLanguage::En, "en"), (LetterLanguage::Both, "both")];

pub(super) fn attached() -> Vec<Attached> {
    let card = |file: &str, kind, masked: &[&str], kept: &[&str], told| Attached {
        file_name: file.to_owned(),
        kind,
        masked: masked.iter().map(|&field| field.to_owned()).collect(),
        kept: kept.iter().map(|&field| field.to_owned()).collect(),
        told,
    };
    vec![
        card("01-freeze-notice.png", Kind::Notice, &[], &[], Part::Nothing),
        card(
            "02-id-portrait-redacted.jpg",
            Kind::IdCard(Side::Portrait),
            &["birth", "address", "number"],
            &["name", "sex", "ethnicity", "portrait"],
            Part::Last4,
        ),
        card(
            "03-id-emblem-redacted.jpg",
            Kind::IdCard(Side::Emblem),
            &["authority"],
            &["validity"],
            Part::Nothing,
        ),
    ]
}

fn letter(facts: &Facts, attached: &[Attached], language: LetterLanguage) -> Letter {
    Letter::render(facts, facts.mail().as_ref().unwrap(), attached, &Templates::default(), language).unwrap()
}

fn ticket(facts: &Facts, language: LetterLanguage, lang: Lang) -> Ticket {
    Ticket::render(facts, &attached(), &Templates::default(), language, lang).unwrap()
}

/// Compares with `tests/golden/letter/<name>`, in which `{zh field-birth}` stands for the catalogue's word. With
/// `UPDATE_GOLDEN` set, a file that is not there yet is written.
pub(super) fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/letter").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !path.exists() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let mut expected = fs::read_to_string(path).unwrap();
    for (tag, lang) in [("zh", Lang::ZhCn), ("en", Lang::En)] {
        let texts = Texts::new(lang);
        for field in
            ["birth", "address", "number", "name", "sex", "ethnicity", "portrait", "authority", "validity"]
        {
            expected =
                expected.replace(&format!("{{{tag} field-{field}}}"), &texts.get(&format!("field-{field}")));
        }
    }
    assert_eq!(text, expected, "{name}");
}

/// The text that a reader of the HTML sees, without white space.
pub(super) fn seen(html: &str) -> String {
    let mut seen = String::new();
    for piece in html.split('<').skip(1) {
        seen.push_str(piece.split_once('>').unwrap().1);
    }
    let seen = seen.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    bare(&seen.replace("&amp;", "&"))
}

pub(super) fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

pub(super) fn changed(change: impl Fn(&mut Facts)) -> Facts {
    let mut facts = Facts::sample();
    change(&mut facts);
    facts
}

#[test]
fn every_shipped_template_is_checked() {
    assert!(Templates::with_folder([]).is_ok());
    assert!(Templates::shipped().iter().all(|(_, source)| !source.contains('\r')));
}

#[test]
fn the_letters_are_as_agreed() {
    for (language, name) in LANGUAGES {
        golden(&format!("{name}.txt"), letter(&Facts::sample(), &attached(), language).text());
        golden(&format!("sparse.{name}.txt"), letter(&Facts::sparse_sample(), &attached(), language).text());
    }
}

#[test]
fn the_html_says_the_same() {
    for (language, name) in LANGUAGES {
        for facts in [Facts::sample(), Facts::sparse_sample()] {
            let letter = letter(&facts, &attached(), language);
            assert_eq!(seen(letter.html()), bare(letter.text()), "{name}");
        }
        let html = letter(&Facts::sample(), &attached(), language).html().to_owned();
        for foreign in ["<script", "<style", "<link", "<img", "src=", "href=", "url(", "http", "{{"] {
            assert!(!html.contains(foreign), "{name}: {foreign}");
        }
    }
}

#[test]
fn a_letter_has_one_page() {
    for (language, name) in LANGUAGES {
        let most = if language == LetterLanguage::Both { 34 } else { 30 };
        for facts in [Facts::sample(), Facts::sparse_sample()] {
            let letter = letter(&facts, &attached(), language);
            assert!(letter.text().lines().count() <= most, "{name}: {}", letter.text().lines().count());
            assert!(!letter.text().contains("\n\n\n") && !letter.text().starts_with('\n'), "{name}");
            assert!(!letter.text().ends_with("\n\n") && letter.text().ends_with('\n'), "{name}");
            assert!(letter.text().lines().all(|line| line == line.trim()), "{name}");
            assert!(letter.text().lines().last().unwrap().contains(letter.reference()), "{name}");
        }
    }
}

#[test]
fn the_subject_is_exact() {
    let subject = |facts: &Facts| letter(facts, &[], LetterLanguage::En).subject().to_owned();
    assert_eq!(subject(&Facts::sample()), "[URGENT-ACCOUNT FROZEN-1102345678]");
    let cjk = changed(|facts| facts.mail_mut().brackets = Brackets::Cjk);
    assert_eq!(subject(&cjk), "【URGENT-ACCOUNT FROZEN-1102345678】");
}

#[test]
fn the_reference_takes_the_day_in_china() {
    assert_eq!(letter(&Facts::sample(), &[], LetterLanguage::Zh).reference(), "UF-1102345678-20261122");
}

#[test]
fn the_published_time_is_cited_only_where_it_holds() {
    let line = |facts: &Facts, language| {
        let letter = letter(facts, &attached(), language);
        letter.text().lines().rev().nth(1).unwrap().to_owned()
    };
    let dedicated = changed(|facts| {
        facts.mail_mut().to = Recipient::Dedicated("seller-support-eu@aliexpress.com".into())
    });
    let quiet = changed(|facts| facts.mail_mut().cite = false);
    assert_eq!(
        line(&dedicated, LetterLanguage::Zh),
        "据已公布的说明（2026-03-01 资料），企业专属邮箱于24小时内答复，烦请安排。谨致谢意！"
    );
    assert_eq!(
        line(&dedicated, LetterLanguage::En),
        "As published (source of 2026-03-01), mails to the dedicated mailbox are answered within 24 hours; \
         we would be grateful for your help. Thank you."
    );
    assert_eq!(line(&quiet, LetterLanguage::Zh), "谨致谢意！");
    assert_eq!(line(&quiet, LetterLanguage::En), "Thank you.");
}

#[test]
fn a_value_is_told_literally() {
    let facts = changed(|facts| {
        facts.store_mut().name = "{{store.id}} <script>alert(1)</script> & O'Brien".to_owned();
        facts.freeze_mut().reason = "a\r\nBcc: x\n{{#if}}".to_owned();
    });
    for (language, name) in LANGUAGES {
        let letter = letter(&facts, &attached(), language);
        assert!(letter.text().contains("{{store.id}} <script>alert(1)</script> & O'Brien\n"), "{name}");
        assert!(letter.text().contains("a Bcc: x {{#if}}\n"), "{name}");
        assert!(
            letter.html().contains("{{store.id}} &lt;script&gt;alert(1)&lt;/script&gt; &amp; O&#39;Brien<"),
            "{name}"
        );
        assert_eq!(seen(letter.html()), bare(letter.text()), "{name}");
    }
}

#[test]
fn no_line_is_too_long_for_a_mail() {
    let facts = changed(|facts| {
        facts.freeze_mut().statement = format!("{}。{}", "说明".repeat(150), "字".repeat(199));
        facts.freeze_mut().orders = (0..200).map(|order| format!("81902344556{order:05}")).collect();
    });
    let full = letter(&facts, &attached(), LetterLanguage::Zh);
    assert!(full.text().lines().all(|line| line.len() <= 998));
    assert!(full.text().contains("说明。\n字字"), "a line breaks after a mark");
    assert_eq!(seen(full.html()), bare(full.text()));
    let joined: Vec<&str> = full.text().lines().collect();
    assert!(joined.concat().contains(&"字".repeat(199)));
}

#[test]
fn a_long_list_of_lines_runs_on() {
    let facts = changed(|facts| facts.freeze_mut().statement = "a\n\nb\nc\nd\ne\n".to_owned());
    assert!(letter(&facts, &[], LetterLanguage::En).text().contains("Our statement: a b c d e\n"));
}

#[test]
fn only_what_was_really_done_is_told() {
    let mut pictures = attached();
    pictures[1].told = Part::Nothing;
    pictures[1].masked.push("portrait".to_owned());
    pictures[1].kept.clear();
    let text = letter(&Facts::sample(), &pictures, LetterLanguage::Zh).text().to_owned();
    let line = text.lines().find(|line| line.starts_with("2. 0")).unwrap();
    let texts = Texts::new(Lang::ZhCn);
    let words = ["birth", "address", "number", "portrait"].map(|field| texts.get(&format!("field-{field}")));
    assert_eq!(
        line,
        format!(
            "2. 02-id-portrait-redacted.jpg：法定代表人身份证人像面（已打码）；已遮盖：{}",
            words.join("、")
        )
    );
    let notice = letter(&Facts::sample(), &attached()[..1], LetterLanguage::En).text().to_owned();
    assert!(!notice.contains("originals"));
}

#[test]
fn a_persons_own_template_is_used_and_checked() {
    let own = |name: &str, source: &str| Templates::with_folder([(name.to_owned(), source.to_owned())]);
    let facts = Facts::sample();
    let templates = own("letter.en.txt.hbs", "Store {{store.id}}\r\n").unwrap();
    let letter =
        Letter::render(&facts, facts.mail().as_ref().unwrap(), &[], &templates, LetterLanguage::En).unwrap();
    assert_eq!(letter.text(), "Store 1102345678\n");
    assert!(letter.html().contains("Aurora"));

    let told = |templates: Result<Templates, Vec<TemplateError>>, lang| {
        let texts = Texts::new(lang);
        let errors = templates.err().unwrap();
        errors.iter().map(|error| error.finding().what(&texts)).collect::<Vec<_>>()
    };
    let typo = || own("letter.en.txt.hbs", "Store\n{{#if stor.login}}x{{/if}}");
    assert_eq!(told(typo(), Lang::En), ["line 2: a letter knows no `stor.login`; did you mean `store`"]);
    assert_eq!(
        told(own("letter.zh.txt.hbs", "{{secret}}"), Lang::ZhCn),
        ["第 1 行：申诉信里没有 `secret` 这个名称"]
    );
    assert_eq!(
        told(own("letter.en.text.hbs", ""), Lang::En),
        ["there is no template of this name; did you mean `letter.en.txt.hbs`"]
    );
    assert_eq!(told(own("notes.md", ""), Lang::ZhCn), ["没有这个名称的模板"]);
}

#[test]
fn every_template_error_has_words() {
    let name = || "x".to_owned();
    for problem in [
        Problem::UnknownFile { near: name() },
        Problem::TooLong,
        Problem::Syntax,
        Problem::TooDeep,
        Problem::UnknownName { name: name(), near: name() },
        Problem::UnknownHelper { name: name() },
        Problem::NotAValue { name: name() },
        Problem::NotAList { name: name() },
        Problem::NotAGroup { name: name() },
        Problem::NotAllowed,
        Problem::Render,
    ] {
        let finding = TemplateError { template: name(), line: 3, problem }.finding();
        for lang in [Lang::En, Lang::ZhCn] {
            let texts = Texts::new(lang);
            for sentence in [finding.what(&texts), finding.mend(&texts)] {
                assert!(!sentence.is_empty() && !sentence.contains(['[', '$']), "{sentence}");
            }
        }
    }
}

#[test]
fn the_tickets_are_as_agreed() {
    golden("ticket.zh.txt", ticket(&Facts::sample(), LetterLanguage::Zh, Lang::ZhCn).guide());
    golden("ticket.en.txt", ticket(&Facts::sample(), LetterLanguage::En, Lang::En).guide());
    let both = ticket(&Facts::sample(), LetterLanguage::Both, Lang::En);
    let [zh, en] =
        [LetterLanguage::Zh, LetterLanguage::En].map(|language| ticket(&Facts::sample(), language, Lang::En));
    assert_eq!(both.text(), format!("{}\n{}", zh.text(), en.text()));
    assert_eq!(
        both.title(),
        "【加急】店铺1102345678账号冻结（身份或企业认证），请求人工复核，UF-1102345678-20261122"
    );
}

#[test]
fn a_ticket_needs_no_verification() {
    let facts = changed(|facts| *facts.mail_slot() = None);
    golden("ticket.unverified.txt", ticket(&facts, LetterLanguage::En, Lang::En).guide());
    let zh = ticket(&facts, LetterLanguage::Zh, Lang::ZhCn);
    assert!(zh.guide().contains("紧急邮件不适用") && !zh.guide().contains("填入案件文件"));
}

#[test]
fn what_makes_a_ticket_slow_is_told() {
    let codes = |facts: &Facts| ticket::lint(facts).iter().map(|finding| finding.code).collect::<Vec<_>>();
    assert_eq!(codes(&Facts::sample()), [""; 0]);
    assert_eq!(
        codes(&Facts::sparse_sample()),
        ["ticket-kind-other", "ticket-no-reason", "ticket-no-notice-number"]
    );
    let kind = |kind, reason: &str| {
        changed(|facts| {
            facts.freeze_mut().kind = kind;
            facts.freeze_mut().reason = reason.to_owned();
            facts.freeze_mut().statement.clear();
            facts.freeze_mut().orders.clear();
        })
    };
    assert_eq!(codes(&kind(FreezeKind::Security, "物流纠纷过多，账号已冻结")), ["ticket-kind-mismatch"]);
    assert_eq!(codes(&kind(FreezeKind::Security, "Suspicious login and a logistics dispute")), [""; 0]);
    assert_eq!(codes(&kind(FreezeKind::Other, "Trademark complaint")), ["ticket-kind-mismatch"]);
    assert_eq!(codes(&kind(FreezeKind::Orders, "纠纷")), ["ticket-no-order"]);
    assert_eq!(codes(&kind(FreezeKind::Funds, "放款")), ["ticket-no-order"]);

    let finding = &ticket::lint(&kind(FreezeKind::Security, "物流纠纷过多"))[0];
    assert_eq!((finding.field.as_str(), finding.level), ("freeze.kind", Level::Warning));
    assert_eq!(
        finding.what(&Texts::new(Lang::ZhCn)),
        "文字中的「物流」属于「订单、纠纷或物流」，而所选类型是「账号安全」：类型选错的工单会转到错误的团队"
    );
    for lang in [Lang::En, Lang::ZhCn] {
        let texts = Texts::new(lang);
        for code in ["kind-other", "kind-mismatch", "no-reason", "no-notice-number", "no-order"]
            .map(|code| format!("finding-ticket-{code}"))
        {
            assert!(texts.has(&code) && texts.has(&format!("{code}.mend")), "{code}");
        }
    }
}
