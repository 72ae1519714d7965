//! The review page: self-contained, inert whatever the case says, and true to what will be sent.

use unfreeze::evidence::{Side, Told};
use unfreeze::finding::Finding;
use unfreeze::review::{Card, Draft, Mail, Page, Picture, Shows, Verdict};
use unfreeze::texts::{Lang, Texts};

const LANGS: [Lang; 2] = [Lang::En, Lang::ZhCn];
const TEMPLATE: &str = include_str!("../../templates/review.html.hbs");

fn notice() -> Picture<'static> {
    Picture {
        file_name: "01-freeze-notice.png",
        media_type: "image/png",
        bytes: b"notice",
        size: [1080, 1920],
        shows: Shows::Notice,
    }
}

fn portrait(accepted: bool, told: Option<&Told>) -> Picture<'_> {
    Picture {
        file_name: "02-id-portrait-redacted.jpg",
        media_type: "image/jpeg",
        bytes: b"portrait",
        size: [1296, 816],
        shows: Shows::Card(Card {
            side: Side::Portrait,
            hidden: vec!["birth", "address", "address", "number"],
            told,
            kept: vec!["name"],
            accepted,
        }),
    }
}

fn emblem(accepted: bool) -> Picture<'static> {
    Picture {
        file_name: "03-id-emblem-redacted.jpg",
        media_type: "image/jpeg",
        bytes: b"emblem",
        size: [1296, 816],
        shows: Shows::Card(Card {
            side: Side::Emblem,
            hidden: vec![],
            told: None,
            kept: vec!["validity"],
            accepted,
        }),
    }
}

fn draft() -> Mail<'static> {
    Mail::Written(Draft {
        from: "shop@example.com",
        to: "seller-support@aliexpress.com",
        cc: &[],
        subject: "[URGENT-ACCOUNT FROZEN-1102345678]",
        letter: "2026-11-22 09:30",
    })
}

/// A page on which nothing is left to do.
fn ready<'a>(texts: &'a Texts, pictures: &'a [Picture<'a>]) -> Page<'a> {
    Page {
        texts,
        case: "case.toml",
        findings: &[],
        mail: draft(),
        ticket: "1102345678",
        pictures,
        candidates: Some(283_007),
    }
}

/// Pages that together show every part of the template.
fn every_part(lang: Lang) -> Vec<String> {
    let texts = Texts::new(lang);
    let last4: Told = "002X".parse().unwrap();
    let findings = [Finding::error("store.id", "a"), Finding::warning("store.login", "b")];
    let unseen = [notice(), portrait(false, Some(&last4)), emblem(true)];
    let seen = [notice(), portrait(true, None), emblem(true)];
    [
        ready(&texts, &seen),
        ready(&texts, &unseen),
        Page { findings: &findings, ..ready(&texts, &unseen) },
        Page { mail: Mail::NotVerified, ..ready(&texts, &seen) },
        Page { mail: Mail::NotYet, findings: &findings, ticket: "", ..ready(&texts, &[]) },
        ready(&texts, &[]),
    ]
    .iter()
    .map(|page| page.render().unwrap())
    .collect()
}

/// The texts of a piece of HTML, in order, without tags.
fn spoken(html: &str) -> Vec<&str> {
    html.split('<')
        .filter_map(|piece| Some(piece.split_once('>')?.1.trim()))
        .filter(|text| !text.is_empty())
        .collect()
}

fn has_han(text: &str) -> bool {
    text.chars().any(|character| ('\u{3000}'..='\u{9fff}').contains(&character) || character >= '\u{ff00}')
}

pub(crate) fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    html.split_once(start).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn a_page_loads_nothing_runs_nothing_and_tells_nobody() {
    for lang in LANGS {
        let title = Texts::new(lang).get("page-title");
        for html in every_part(lang) {
            assert!(html.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{}\">\n", lang.tag())));
            for once in [
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
                 img-src data:; base-uri 'none'; form-action 'none'\">",
                "<meta name=\"referrer\" content=\"no-referrer\">",
                "<meta name=\"robots\" content=\"noindex\">",
                &format!("<title>{title}</title>"),
            ] {
                assert_eq!(html.matches(once).count(), 1, "{once}");
            }
            for never in
                ["<script", "://", "href", "url(", "@import", "srcset", "<iframe", "<link", "<form", "onload"]
            {
                assert!(!html.contains(never), "{never}");
            }
            let sources = html.matches("src=").count();
            assert_eq!(html.matches("src=\"data:image/").count(), sources);
        }
    }
}

#[test]
fn every_sentence_of_a_page_is_in_the_catalogue() {
    for html in LANGS.into_iter().flat_map(every_part) {
        assert!(!html.contains("[page-"), "{}", between(&html, "[page-", "]"));
        assert!(!html.contains("/* review.css */"));
        assert!(!html.contains("{{"));
    }
}

#[test]
fn every_label_has_its_place_in_the_template() {
    let labels = between(include_str!("../../src/review/view.rs"), "const LABELS", "];");
    let mut count = 0;
    for label in labels.split('"').filter(|piece| piece.starts_with("page-")) {
        let name = label["page-".len()..].replace('-', "_");
        assert!(TEMPLATE.contains(&format!("{{{{t.{name}}}}}")), "{label}");
        count += 1;
    }
    assert!(count > 30);
}

#[test]
fn a_page_speaks_one_language() {
    for text in every_part(Lang::En).iter().flat_map(|html| spoken(between(html, "<body", "</body>"))) {
        assert!(!has_han(text), "{text}");
    }
    let data = |text: &str| {
        let nothing_to_say = text.bytes().all(|byte| byte.is_ascii_digit() || b" -:kMB".contains(&byte));
        let given =
            ["unfreeze ", "0", "[", "store.", "Thunderbird"].iter().any(|start| text.starts_with(start));
        nothing_to_say || given || text.contains('@')
    };
    for text in every_part(Lang::ZhCn).iter().flat_map(|html| spoken(between(html, "<body", "</body>"))) {
        assert!(has_han(text) || data(text), "{text}");
    }
}

#[test]
fn whatever_a_person_typed_stays_text() {
    let evil = "<script>\"'&{{title}}{{{css}}}</pre><img src=x onerror=alert(1)>";
    let tame =
        "&lt;script&gt;&quot;&#39;&amp;{{title}}{{{css}}}&lt;/pre&gt;&lt;img src=x onerror=alert(1)&gt;";
    for lang in LANGS {
        let texts = Texts::new(lang);
        let cc = [evil.to_owned()];
        let picture = Picture { file_name: evil, media_type: evil, ..notice() };
        let page = Page {
            texts: &texts,
            case: evil,
            findings: &[Finding::error(evil, "a")],
            mail: Mail::Written(Draft { from: evil, to: evil, cc: &cc, subject: evil, letter: evil }),
            ticket: evil,
            pictures: &[picture, portrait(false, None)],
            candidates: None,
        };
        let html = page.render().unwrap();
        // finding, four headers, letter, ticket, name and type of the picture, and three commands
        assert_eq!(html.matches(tame).count(), 12);
        assert!(!html.contains("<script"));
        assert_eq!(html.matches("<img").count(), 2);
    }
}

#[test]
fn the_verdict_is_the_gravest_thing_that_can_be_said() {
    let texts = Texts::new(Lang::En);
    let error =
        [Finding::error("store.id", "a"), Finding::error("store.name", "a"), Finding::warning("x", "a")];
    let warning = [Finding::warning("x", "a")];
    let seen = [notice(), portrait(true, None), emblem(true)];
    let unseen = [notice(), portrait(false, None), emblem(false)];
    assert_eq!(ready(&texts, &seen).verdict(), Verdict::Ready);
    assert_eq!(Page { findings: &warning, ..ready(&texts, &seen) }.verdict(), Verdict::Ready);
    assert_eq!(Page { mail: Mail::NotVerified, ..ready(&texts, &seen) }.verdict(), Verdict::TicketOnly);
    assert_eq!(ready(&texts, &unseen).verdict(), Verdict::Look(2));
    assert_eq!(Page { mail: Mail::NotVerified, ..ready(&texts, &unseen) }.verdict(), Verdict::Look(2));
    assert_eq!(Page { findings: &error, ..ready(&texts, &unseen) }.verdict(), Verdict::Findings(2));
    assert_eq!(Page { mail: Mail::NotYet, ..ready(&texts, &seen) }.verdict(), Verdict::Incomplete);
    assert_eq!(Page { ticket: "", ..ready(&texts, &seen) }.verdict(), Verdict::Incomplete);
    for missing in 0..3 {
        let mut pictures = vec![notice(), portrait(true, None), emblem(true)];
        pictures.remove(missing);
        assert_eq!(ready(&texts, &pictures).verdict(), Verdict::Incomplete);
    }
}

#[test]
fn the_banner_says_the_verdict() {
    let en =
        every_part(Lang::En).iter().map(|html| between(html, "<h1>", "</h1>").to_owned()).collect::<Vec<_>>();
    assert_eq!(
        en,
        [
            "Ready to send",
            "A person must look at the pictures",
            "One thing must be mended first",
            "Ready for the urgent ticket",
            "One thing must be mended first",
            "Something required is missing",
        ]
    );
}

#[test]
fn the_headers_are_those_of_the_mail() {
    let texts = Texts::new(Lang::En);
    let cc = ["a@example.com".to_owned(), "b@example.com".to_owned()];
    let draft =
        Draft { from: "f@example.com", to: "t@example.com", cc: &cc, subject: "s", letter: "one\n  two" };
    let html = Page { mail: Mail::Written(draft), ..ready(&texts, &[]) }.render().unwrap();
    assert_eq!(
        spoken(between(&html, "<dl class=\"card rows\">", "</dl>")),
        [
            "From",
            "f@example.com",
            "To",
            "t@example.com",
            "Cc",
            "a@example.com",
            "Cc",
            "b@example.com",
            "Subject",
            "s"
        ]
    );
    assert_eq!(between(&html, "<pre class=\"card text\">", "</pre>"), "one\n  two");
}

#[test]
fn a_store_without_verification_reads_why_and_gets_the_ticket() {
    let texts = Texts::new(Lang::En);
    let pictures = [notice(), portrait(true, None), emblem(true)];
    let html = Page { mail: Mail::NotVerified, ..ready(&texts, &pictures) }.render().unwrap();
    assert!(html.contains(&texts.get("page-not-verified-detail")));
    assert_eq!(between(&html, "<pre class=\"card text\">", "</pre>"), "1102345678");
    for absent in ["page-letter", "page-subject", "page-step-mail", "page-programs"] {
        assert!(!html.contains(&format!(">{}<", texts.get(absent))), "{absent}");
    }
    assert!(!html.contains("unfreeze compose"));
}

#[test]
fn a_picture_is_the_attachment_itself() {
    let texts = Texts::new(Lang::En);
    let last4: Told = "002X".parse().unwrap();
    let html = ready(&texts, &[notice(), portrait(false, Some(&last4)), emblem(true)]).render().unwrap();
    let figures: Vec<&str> =
        html.split("<figure").skip(1).map(|rest| rest.split_once("</figure>").unwrap().0).collect();
    assert_eq!(figures.len(), 3);
    assert!(
        figures[0]
            .contains("<img src=\"data:image/png;base64,bm90aWNl\" width=\"1080\" height=\"1920\" alt=\"")
    );
    assert!(
        figures[1].contains(
            "<img src=\"data:image/jpeg;base64,cG9ydHJhaXQ=\" width=\"1296\" height=\"816\" alt=\""
        )
    );
    assert!(
        figures[2]
            .contains("<img src=\"data:image/jpeg;base64,ZW1ibGVt\" width=\"1296\" height=\"816\" alt=\"")
    );

    let field = |name: &str| texts.get(&format!("field-{name}"));
    assert_eq!(spoken(figures[0]), ["Freeze notice", "01-freeze-notice.png", "1080 × 1920 pixels", "6 B"]);
    assert_eq!(
        spoken(figures[1]),
        [
            "Identity card, portrait side",
            "not looked at yet",
            "02-id-portrait-redacted.jpg",
            "1296 × 816 pixels",
            "8 B",
            "Hidden",
            &field("birth"),
            &field("address"),
            &field("number"),
            "Typed over the bar",
            "the last four characters of the number: 002X",
            "Kept",
            &field("name"),
        ]
    );
    assert_eq!(
        spoken(figures[2]),
        [
            "Identity card, emblem side",
            "accepted by you",
            "03-id-emblem-redacted.jpg",
            "1296 × 816 pixels",
            "6 B",
            "Hidden",
            "nothing",
            "Kept",
            &field("validity"),
        ]
    );
}

#[test]
fn a_number_of_which_nothing_is_told_says_so() {
    let texts = Texts::new(Lang::En);
    let html = ready(&texts, &[portrait(true, None)]).render().unwrap();
    assert!(html.contains("<dt>Typed over the bar</dt><dd><ul><li>nothing</li></ul></dd>"));
}

#[test]
fn file_sizes_are_rounded_as_people_say_them() {
    let texts = Texts::new(Lang::En);
    for (bytes, said) in [
        (999, "999 B"),
        (1_000, "1 kB"),
        (1_499, "1 kB"),
        (1_500, "2 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_250_000, "1.3 MB"),
    ] {
        let bytes = vec![0; bytes];
        let html = ready(&texts, &[Picture { bytes: &bytes, ..notice() }]).render().unwrap();
        assert_eq!(between(&html, "pixels</span><span>", "</span>"), said);
    }
}

#[test]
fn what_is_not_vouched_for_comes_with_the_command() {
    let texts = Texts::new(Lang::En);
    let commands = |case, pictures: &[Picture<'_>]| {
        let html = Page { case, ..ready(&texts, pictures) }.render().unwrap();
        let commands = html.split("<pre class=\"command\">").skip(1);
        commands.map(|rest| rest.split_once("</pre>").unwrap().0.to_owned()).collect::<Vec<_>>()
    };
    let unseen = [notice(), portrait(true, None), emblem(false)];
    let seen = [notice(), portrait(true, None), emblem(true)];
    assert_eq!(
        commands("店铺/case-1.toml", &unseen),
        ["unfreeze accept 店铺/case-1.toml", "unfreeze compose 店铺/case-1.toml"]
    );
    assert_eq!(commands("my shop.toml", &seen), ["unfreeze compose &quot;my shop.toml&quot;"]);
}
