//! What nobody should hand in: case files that smuggle, and the slips of a hurry.

use jiff::Timestamp;
use unfreeze::case;
use unfreeze::facts::Facts;

use crate::hostile_pictures::jpeg;

const AURORA: &str = include_str!("../../examples/aurora/case.toml");
const AGENCY: &str = include_str!("../../examples/agency/case.toml");
const FINDINGS: &str = include_str!("../../examples/findings/case.toml");

/// Field and code of every finding, warnings too; an hour after the examples' freeze.
fn found(bytes: &[u8]) -> Vec<(String, &'static str)> {
    let now: Timestamp = "2026-11-20T02:30:00Z".parse().unwrap();
    let findings = match case::read(bytes).and_then(|case| Facts::check(case, now)) {
        Ok(facts) => facts.warnings().clone(),
        Err(problems) => problems.findings().to_vec(),
    };
    findings.into_iter().map(|finding| (finding.field, finding.code)).collect()
}

/// The complete example, without its statement of several lines, with a key's line replaced.
fn with(key: &str, value: &str) -> String {
    let (table, key) = key.split_once('.').unwrap();
    let (before, rest) = AURORA.split_once("statement = \"\"\"").unwrap();
    let aurora = format!("{before}{}", rest.split_once("\"\"\"\n").unwrap().1);
    let (before, rest) = aurora.split_once(&format!("[{table}]\n")).unwrap_or((&aurora, ""));
    let kept =
        rest.lines().filter(|line| line.split(['=', ' ']).next() != Some(key) || line.starts_with('['));
    let rest: String = kept.flat_map(|line| [line, "\n"]).collect();
    format!("{before}[{table}]\n{key} = {value}\n{rest}")
}

#[test]
fn the_examples_are_what_they_say() {
    assert_eq!(found(AURORA.as_bytes()), []);
    assert_eq!(found(AGENCY.as_bytes()), []);
    let findings = found(FINDINGS.as_bytes());
    let findings: Vec<_> = findings.iter().map(|(field, code)| (field.as_str(), *code)).collect();
    assert_eq!(
        findings,
        [
            ("store.id", "store-id-fullwidth"),
            ("store.name", "store-name-missing"),
            ("store.login", "address-form"),
            ("business.licence", "licence-check"),
            ("representative.id_emblem", "scan-missing-emblem"),
            ("representative.last4", "last4-form"),
            ("freeze.notice[0]", "notice-is-scan"),
            ("freeze.at", "time-no-zone"),
            ("freeze.kind", "choice"),
            ("freeze.ticket", "ticket-missing"),
            ("freeze.statement", "identity-number"),
            ("contact.phone", "phone-impossible"),
            ("mail.to", "address-lookalike"),
        ]
    );
}

/// Every field that reaches a header, a letter or a file name.
const TEXTS: [&str; 16] = [
    "store.id",
    "store.name",
    "store.login",
    "business.licence",
    "business.company",
    "representative.name",
    "freeze.reason",
    "freeze.number",
    "freeze.ticket",
    "contact.name",
    "contact.email",
    "contact.phone",
    "mail.from",
    "mail.to",
    "agent.name",
    "agent.reference",
];

fn with_text(key: &str, text: &str) -> String {
    if key == "agent.reference" {
        return format!("{AURORA}\n[agent]\nname = \"Agency\"\nreference = {text}\n");
    }
    with(key, text)
}

#[test]
fn nothing_is_smuggled_through_any_field() {
    let smuggled = [
        r"a\r\nBcc: x@example.net",
        r"a\nX-Header: 1",
        r"a\rb",
        r"a\u0000b",
        r"a\u0085b",
        r"a\u001b[31mb",
        r"a\u2028b",
        r"a\u2029b",
        r"a\u202eb",
        r"a\u2066b",
        r"a\u200bb",
        r"a\u00adb",
        r"a\ufeffb",
        r"a\U000E0041b",
    ];
    for key in TEXTS {
        for text in smuggled {
            let findings = found(with_text(key, &format!("\"{text}\"")).as_bytes());
            let mut fields: Vec<_> = findings.iter().map(|(field, _)| field.as_str()).collect();
            fields.dedup();
            assert_eq!(fields, [key], "{text}: {findings:?}");
        }
    }
}

#[test]
fn markup_and_templates_are_a_text_like_any_other() {
    for text in
        ["{{store.id}}", "{{#if}}", "{{{x}}}", "<script>alert(1)</script>", "<b>&amp;\\u0022'", "=1+1"]
    {
        for key in ["store.name", "business.company", "representative.name", "freeze.reason", "contact.name"]
        {
            assert_eq!(found(with_text(key, &format!("\"{text}\"")).as_bytes()), [], "{key} {text}");
        }
    }
}

#[test]
fn an_identity_number_is_found_however_it_is_typed() {
    let typed = [
        "997439199612090611",
        "号码997439199612090611。",
        "997439 19961209 0611",
        "997439-19961209-0611",
        "９９７４３９１９９６１２０９０６１１",
        "11010519491231002x",
        "11010519491231002Ｘ",
    ];
    for key in ["store.name", "business.company", "representative.name", "freeze.reason", "freeze.statement"]
    {
        for text in typed {
            let findings = found(with_text(key, &format!("\"{text}\"")).as_bytes());
            assert!(findings.contains(&(key.to_owned(), "identity-number")), "{key} {text}: {findings:?}");
        }
    }
}

#[test]
fn a_mail_goes_to_the_platform_or_nowhere() {
    for recipient in [
        "seller-support@a1iexpress.com",
        "seller-support@aliexpress.co",
        "seller-support@aliexpress.com.cn",
        "seller-support@aliexpress.com.example.net",
        "seller-support@aliexpress-com.example",
        "seller-support@mail.aliexpress.com",
        "seller-support@xn--aliexpres-9za.com",
        "seller-support@аliexpress.com",
        "seller-support@aliexpress.com@example.net",
        "seller-support@aliexpress.com,x@example.net",
        "seller-support@aliexpress.com;x@example.net",
        "seller-support@aliexpress.com x@example.net",
        "seller-support@aliexpress.com?cc=x@example.net",
        "Support <seller-support@aliexpress.com>",
        "seller-support@example.net <seller-support@aliexpress.com>",
        "seller-supp0rt@aliexpress.com",
        "seller.support@aliexpress.com",
        "seller-support-@aliexpress.com",
        "seller-support+x@aliexpress.com",
        "seller-support@[127.0.0.1]",
        "seller-support@aliexpress.com.",
        "postmaster@aliexpress.com",
    ] {
        let findings = found(with("mail.to", &format!("\"{recipient}\"")).as_bytes());
        assert_eq!(
            findings.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(),
            ["mail.to"],
            "{recipient}"
        );
    }
}

#[test]
fn a_case_file_that_is_none_is_named_for_what_it_is() {
    let utf16: Vec<u8> = AURORA.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16_be: Vec<u8> = AURORA.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let gbk = b"[store]\nname = \"\xB5\xEA\xC6\xCC\xC3\xFB\xB3\xC6\"\n";
    let key = |bytes: &[u8]| bytes.to_vec();
    for (name, bytes, expected) in [
        ("UTF-16", [b"\xFF\xFE".as_slice(), &utf16].concat(), "case-utf16"),
        ("UTF-16, no mark", utf16, "case-utf16"),
        ("UTF-16, big end first", [b"\xFE\xFF".as_slice(), &utf16_be].concat(), "case-utf16"),
        ("GBK", key(gbk), "case-gbk"),
        ("a photograph", jpeg(), "case-not-utf8"),
        ("a NUL", key(b"[store]\nid = \"1\0\"\n"), "case-syntax"),
        ("JSON", key(b"{\"store\": {\"id\": \"1\"}}"), "case-syntax"),
        ("a key twice", key(b"[store]\nid = \"1\"\nid = \"2\"\n"), "case-duplicate"),
        ("a table twice", key(b"[store]\n[store]\n"), "case-duplicate"),
        ("a number for a text", key(b"[store]\nid = 1102345678\n"), "case-type"),
        ("a text for a list", key(b"[freeze]\nnotice = \"a.png\"\n"), "case-type"),
        ("a number for a table", key(b"store = 1\n"), "case-type"),
        ("a table for a list", key(b"[freeze.notice]\n"), "case-type"),
        ("deep lists", [b"x = ".to_vec(), vec![b'['; 100_000]].concat(), "case-syntax"),
        ("deep tables", [b"x = ".to_vec(), b"{a=".repeat(100_000)].concat(), "case-syntax"),
        ("deep keys", [b"a.".repeat(100_000), b"a = 1".to_vec()].concat(), "case-syntax"),
        (
            "a name of five megabytes",
            [b"[store]\nname = \"".to_vec(), vec![b'x'; 5 << 20], b"\"".to_vec()].concat(),
            "text-length",
        ),
    ] {
        let codes: Vec<_> = found(&bytes).into_iter().map(|(_, code)| code).collect();
        assert!(codes.contains(&expected), "{name}: {codes:?}");
    }
}

#[test]
fn a_mark_before_the_text_and_windows_line_ends_are_no_finding() {
    let text = format!("\u{FEFF}{}", AURORA.replace('\n', "\r\n"));
    assert_eq!(found(text.as_bytes()), []);
}
