//! A case as a person types it, against the rules: each finding at its field, all of them at once.

use jiff::Timestamp;
use unfreeze::case;
use unfreeze::facts::{Facts, Recipient};
use unfreeze::finding::{Finding, Level};

const GOOD: &str = r#"
[store]
id = "1102345678"
name = "Aurora Lighting Official Store"
login = "shop@example.com"
verified = true
[business]
region = "cn"
licence = "91350100M000100Y43"
[representative]
id_portrait = 'scans/portrait.jpg'
id_emblem = 'scans/emblem.jpg'
last4 = "002X"
[freeze]
notice = ["notice.png"]
at = 2026-11-22T09:30:00+08:00
kind = "identity"
ticket = "T20261122001"
[contact]
phone = "+86 138 0013 8000"
[mail]
"#;

fn check(text: &str) -> Result<Facts, Vec<Finding>> {
    let now: Timestamp = "2026-11-22T04:00:00Z".parse().unwrap();
    let case = case::read(text.as_bytes()).map_err(|problems| problems.findings().to_vec())?;
    Facts::check(case, now).map_err(|problems| problems.findings().to_vec())
}

fn found(text: &str) -> Vec<(String, &'static str)> {
    match check(text) {
        Ok(facts) => facts.warnings().iter().map(|finding| (finding.field.clone(), finding.code)).collect(),
        Err(findings) => findings.into_iter().map(|finding| (finding.field, finding.code)).collect(),
    }
}

#[test]
fn a_good_case_has_no_finding() {
    let facts = check(GOOD).ok().unwrap();
    assert!(facts.warnings().is_empty());
    assert_eq!(facts.store().id(), "1102345678");
    assert_eq!(facts.contact().phone(), "+8613800138000");
    let mail = facts.mail().as_ref().unwrap();
    assert_eq!(mail.from(), "shop@example.com");
    assert!(matches!(mail.to(), Recipient::Urgent));
}

/// One line replaced in the good case, and the one finding that must come of it.
#[test]
fn each_rule_speaks_at_its_field() {
    let many = format!("[mail]\ncc = [{}]", "\"a@example.com\", ".repeat(21));
    let long = format!("name = \"{}\"", "长".repeat(121));
    let statement = format!("kind = \"identity\"\nstatement = \"{}\"", "a".repeat(501));
    for (old, new, field, code) in [
        ("id = \"1102345678\"", "id = \"１１０２３４５６７８\"", "store.id", "store-id-fullwidth"),
        ("id = \"1102345678\"", "", "store.id", "store-id-missing"),
        ("id = \"1102345678\"", "id = \"1102345678]\\r\\nBcc: a@example.com\"", "store.id", "store-id-form"),
        ("name = \"Aurora Lighting Official Store\"", "", "store.name", "store-name-missing"),
        ("name = \"Aurora Lighting Official Store\"", "name = \"a\\nBcc: b\"", "store.name", "text-control"),
        ("name = \"Aurora Lighting Official Store\"", "name = \"a\\u202Eb\"", "store.name", "text-invisible"),
        ("name = \"Aurora Lighting Official Store\"", &long, "store.name", "text-length"),
        (
            "name = \"Aurora Lighting Official Store\"",
            "name = \"11010519491231002X\"",
            "store.name",
            "identity-number",
        ),
        ("verified = true", "", "store.verified", "verified-missing"),
        ("region = \"cn\"", "region = \"uk\"", "business.region", "choice"),
        (
            "licence = \"91350100M000100Y43\"",
            "licence = \"91350100M000100Y34\"",
            "business.licence",
            "licence-check",
        ),
        ("licence = \"91350100M000100Y43\"", "licence = \" \"", "business.licence", "licence-missing"),
        ("id_portrait = 'scans/portrait.jpg'", "", "representative.id_portrait", "scan-missing-portrait"),
        (
            "id_emblem = 'scans/emblem.jpg'",
            "id_emblem = \"C:\\new\\b.jpg\"",
            "representative.id_emblem",
            "path-control",
        ),
        ("id_emblem = 'scans/emblem.jpg'", "id_emblem = \"\"", "representative.id_emblem", "path-empty"),
        ("last4 = \"002X\"", "last4 = \"02X\"", "representative.last4", "last4-form"),
        ("last4 = \"002X\"", "document = \"passport\"", "representative.document", "choice"),
        ("last4 = \"002X\"", "portrait = { corners = \"1,2\" }", "representative.portrait", "corners-form"),
        (
            "last4 = \"002X\"",
            "emblem = { whole = true, corners = \"0,0 9,0 9,6 0,6\" }",
            "representative.emblem",
            "placement-twice",
        ),
        ("notice = [\"notice.png\"]", "", "freeze.notice", "notice-missing"),
        ("notice = [\"notice.png\"]", "notice = ['scans/emblem.jpg']", "freeze.notice[0]", "notice-is-scan"),
        ("at = 2026-11-22T09:30:00+08:00", "", "freeze.at", "time-missing"),
        ("at = 2026-11-22T09:30:00+08:00", "at = 2026-11-22T09:30:00", "freeze.at", "time-no-zone"),
        ("at = 2026-11-22T09:30:00+08:00", "at = \"soon\"", "freeze.at", "time-form"),
        ("at = 2026-11-22T09:30:00+08:00", "at = 2026-11-23T09:30:00+08:00", "freeze.at", "time-future"),
        ("at = 2026-11-22T09:30:00+08:00", "at = 2026-10-01T09:30:00+08:00", "freeze.at", "time-old"),
        ("kind = \"identity\"", "", "freeze.kind", "kind-missing"),
        ("kind = \"identity\"", "kind = \"idenity\"", "freeze.kind", "choice"),
        ("kind = \"identity\"", &statement, "freeze.statement", "text-length"),
        (
            "kind = \"identity\"",
            "kind = \"identity\"\norders = [\"81234\"]",
            "freeze.orders[0]",
            "order-form",
        ),
        ("ticket = \"T20261122001\"", "", "freeze.ticket", "ticket-missing"),
        (
            "ticket = \"T20261122001\"",
            "ticket = \"1\"\nticket_at = 2026-11-22T08:30:00+08:00",
            "freeze.ticket_at",
            "ticket-before-freeze",
        ),
        ("phone = \"+86 138 0013 8000\"", "", "contact.phone", "phone-missing"),
        ("phone = \"+86 138 0013 8000\"", "phone = \"+86 1380013\"", "contact.phone", "phone-impossible"),
        ("phone = \"+86 138 0013 8000\"", "phone = \"0571 8502 2088\"", "contact.phone", "phone-landline"),
        (
            "[mail]",
            "[mail]\nto = \"seller-support@aliexpress.com.example.com\"",
            "mail.to",
            "address-lookalike",
        ),
        ("[mail]", "[mail]\nto = \"help@example.com\"", "mail.to", "recipient-foreign"),
        (
            "[mail]",
            "[mail]\nto = \"seller-support@aliexpress.com, x@example.com\"",
            "mail.to",
            "address-second",
        ),
        ("[mail]", "[mail]\nfrom = \"a b@example.com\"", "mail.from", "address-form"),
        (
            "[mail]",
            "[mail]\ncc = [\"ok@example.com\", \"x@a1iexpress.com\"]",
            "mail.cc[1]",
            "address-lookalike",
        ),
        ("[mail]", "[mail]\nfrom = \"seller-support@aliexpress.com\"", "mail.from", "from-platform"),
        ("[mail]", &many, "mail.cc", "cc-too-many"),
        ("[mail]", "[mail]\nbrackets = \"round\"", "mail.brackets", "choice"),
        ("[mail]", "[mail]\nlanguage = \"fr\"", "mail.language", "choice"),
        ("[mail]", "[redaction]\npreset = \"none\"", "redaction.preset", "choice"),
        (
            "[mail]",
            "[redaction]\npreset = \"strict\"\nkeep_number = \"last4\"",
            "redaction.keep_number",
            "keep-number-preset",
        ),
        ("[mail]", "[redaction]\nwatermark = \"{{x}}\"", "redaction.watermark", "picture-watermark-text"),
        (
            "last4 = \"002X\"",
            "portrait = { cover = [\"1,2,3\"] }",
            "representative.portrait.cover[0]",
            "window-form",
        ),
        (
            "last4 = \"002X\"",
            "emblem = { show = [\"1,2,3,4\"] }",
            "representative.emblem.show",
            "show-needs-other",
        ),
        ("[mail]", "[mail]\nlangauge = \"zh\"", "mail.langauge", "case-unknown-key-near"),
        ("[mail]", "[agent]", "agent.name", "agent-name-missing"),
    ] {
        assert!(GOOD.contains(old), "{old} is not in the case");
        let text = GOOD.replacen(old, new, 1);
        assert_eq!(found(&text), [(field.to_owned(), code)], "{new}");
    }
}

#[test]
fn all_findings_come_at_once_in_case_order() {
    let fields: Vec<_> =
        found("[freeze]\nat = 2026-11-22T09:30:00").into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            "store.id",
            "store.name",
            "store.verified",
            "business.licence",
            "representative.id_portrait",
            "representative.id_emblem",
            "freeze.notice",
            "freeze.at",
            "freeze.kind",
            "freeze.ticket",
            "contact.phone",
        ]
    );
}

#[test]
fn without_enterprise_verification_there_is_no_permission_to_mail() {
    let facts = check(&GOOD.replace("verified = true", "verified = false")).ok().unwrap();
    assert!(facts.mail().is_none());
}

#[test]
fn an_acceptance_is_read_once_for_a_side() {
    let accepted = r#"
[[representative.accepted]]
side = "portrait"
scan = "abababababababababababababababababababababababababababababababab"
corners = [[0, 0], [1712, 0], [1712, 1080], [0, 1080]]
size = [1712, 1080]
masks = [{ field = "birth", box = [280, 400, 768, 128] }]
layout = "cn-resident-id/1"
preset = "standard"
style = "fill"
"#;
    let text = format!("{GOOD}{accepted}");
    assert!(check(&text).ok().unwrap().representative().scans()[0].acceptance().is_some());
    assert_eq!(
        found(&format!("{text}{accepted}")),
        [("representative.accepted[1]".to_owned(), "accepted-twice")]
    );
    for (old, new) in [
        ("side = \"portrait\"", "side = \"back\""),
        ("abab", "xyxy"),
        ("style = \"fill\"", "style = \"ink\""),
    ] {
        let damaged = text.replace(old, new);
        assert_eq!(found(&damaged), [("representative.accepted[0]".to_owned(), "accepted-form")], "{new}");
    }
}

#[test]
fn another_document_shows_what_a_person_says_and_nothing_else() {
    let other = GOOD.replace("last4 = \"002X\"", "document = \"other\"");
    let missing = |side: &str| (format!("representative.{side}.show"), "show-missing");
    assert_eq!(found(&other), [missing("portrait"), missing("emblem")]);
    let windows =
        "document = \"other\"\nportrait = { show = [\"1,2,3,4\"] }\nemblem = { show = [\"5,6,7,8\"] }";
    assert_eq!(found(&GOOD.replace("last4 = \"002X\"", windows)), []);
    assert_eq!(found(&GOOD.replace("last4 = \"002X\"", "redacted_by_hand = true")), []);
}

#[test]
fn warnings_stop_nothing() {
    let warned = check(&GOOD.replace("ticket = \"T20261122001\"", "")).ok().unwrap();
    assert_eq!(warned.warnings()[0].level, Level::Warning);
}

/// `Debug` of what goes through the program must not tell what a person typed.
#[test]
fn debug_is_quiet() {
    let text =
        GOOD.replace("Aurora Lighting Official Store", "secret-name\\u202E").replace("002X", "secret-last4");
    let findings = check(&text).err().unwrap();
    assert!(!format!("{findings:?}").contains("secret"), "{findings:?}");
}
