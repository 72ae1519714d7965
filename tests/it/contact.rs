//! The verb `contact`: what it says of numbers, addresses and sites, and what it never says.

use serde_json::Value;

use crate::run::{Outcome, Run};

#[test]
fn a_number_that_claims_to_be_official_is_not() {
    assert_eq!(
        Run::line("contact 400-822-1688").run(),
        Outcome::done(
            "\
400-822-1688: not an official channel
  400 and 800 numbers that claim to be seller support are not: there is no phone line.
  Do not call it, and pay nobody for a “human agent”.

AliExpress has had no phone line for sellers in mainland China, Hong Kong, Macau and Taiwan since 2023-07-01. Regional lines elsewhere, such as Mexico City or Dubai, are for sellers registered there, in Spanish or Arabic. In 2024-06 the page help.aliexpress.com/contact_us listed no number at all.
Of the 400, 0571 and mobile numbers that were passed off as official, 98.6 % could not be reached or were not the platform's; 83 % of the calls in its name led to phishing links or remote-control software. Nobody is authorised to take a fee for “human phone service”.
Official channels start in the seller backend: seller.aliexpress.com, Help, Contact Us; urgent mail goes to seller-support@aliexpress.com.
as published, source of 2026-03-01; the seller backend's Help page is the authority
"
        )
    );
}

#[test]
fn a_whole_message_is_judged_piece_by_piece() {
    let message = "【速卖通】请加 https://aliexpress-appeal.com 或致电0571-85022088，邮箱 seller-support@aliexpress.com";
    let outcome = Run::new(["contact", message, "--json"]).lang("zh").run();
    assert_eq!(outcome.status, 0);
    let judged: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let found: Vec<_> = judged["contacts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| (found["text"].as_str().unwrap(), found["standing"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("https://aliexpress-appeal.com", "not-official"),
            ("seller-support@aliexpress.com", "published"),
            ("0571-85022088", "not-official"),
        ]
    );
    assert_eq!(judged["telephone"]["dated"], "2026-03-01");
    assert!(outcome.stderr.contains("不是官方渠道"));
}

#[test]
fn after_a_call_it_says_what_to_do() {
    let outcome = Run::line("contact").lang("zh").run();
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
    let lines: Vec<_> = outcome.stdout.lines().collect();
    assert_eq!(lines[0], "有人打电话自称是速卖通的？");
    assert!(
        lines[1].starts_with("1. 挂断")
            && lines[2].contains("110")
            && lines[3].contains("seller.aliexpress.com")
    );
    assert!(lines.last().unwrap().contains("2026-03-01"));
}

/// Whatever is asked, nothing is called safe, and nothing said by a stranger acts on the terminal.
#[test]
fn it_never_says_safe() {
    for text in ["seller-support@aliexpress.com", "https://seller.aliexpress.com", "王经理", "a\u{1b}[2Jb"]
    {
        for (lang, safe) in [("en", "is safe"), ("zh", "安全的")] {
            let outcome = Run::new(["contact", text]).lang(lang).run();
            assert_eq!(outcome.status, 0);
            assert!(
                !outcome.stdout.contains(safe) && !outcome.stdout.contains('\u{1b}'),
                "{}",
                outcome.stdout
            );
        }
    }
}
