//! Edits that must not pass, each with what is said about it.

use unfreeze::finding::Finding;
use unfreeze::message::Reread;
use unfreeze::texts::{Lang, Texts};

use super::{THUNDERBIRD, findings};

const TO: &str = "To: Seller Support <seller-support@aliexpress.com>";
const CC: &str = "Cc: =?UTF-8?B?5p6X5bCP6bm/?= <ops@example.com>";
const FROM: &str = "From: \"Aurora, Lighting\" <shop@example.com>";
const SUBJECT: &str = "Subject: [URGENT-ACCOUNT FROZEN-1102345678]";
const PNG: &str = "Content-Type: image/png; name=\"01-freeze-notice.png\"";
const TEXT: &str = "账号被冻结，恳请尽快启动人工复核。";
const HTML: &str = "<html><head></head><body>";

/// What is replaced by what in Thunderbird's draft, and the findings.
type Edit = (&'static str, &'static str, &'static [&'static str]);

const ENVELOPES: [Edit; 37] = [
    (TO, "X-To: a@example.com", &["To reread-to-missing"]),
    (TO, "To: ", &["To reread-to-missing"]),
    (TO, "To: seller-support@aliexpress.com, x@example.com", &["To reread-to-several"]),
    (TO, "To: seller-support@aliexpress.com,\n seller-support@aliexpress.com", &["To reread-to-several"]),
    (TO, "To: x@example.com", &["To reread-to-foreign"]),
    (TO, "To: support@aliexpress.com", &["To reread-to-foreign"]),
    (TO, "To: \"seller-support@aliexpress.com\" <x@example.com>", &["To reread-to-foreign"]),
    (TO, "To: seller-support@a1iexpress.com", &["To address-lookalike"]),
    (TO, "To: seller-support@aliexpress.com.example.com", &["To address-lookalike"]),
    (
        TO,
        "To: Support: seller-support@aliexpress.com, x@example.com;",
        &["To reread-address-list", "To reread-ambiguous"],
    ),
    (
        TO,
        "To: seller-support@aliexpress.com (x@example.com)",
        &["To reread-address-list", "To reread-ambiguous"],
    ),
    (
        TO,
        "To: <@x.example.com:seller-support@aliexpress.com>",
        &["To reread-address-list", "To reread-ambiguous"],
    ),
    (TO, "To: seller-support@=?utf-8?q?aliexpress.com?=", &["To address-lookalike"]),
    (
        TO,
        "To: <seller-support@aliexpress.com> x@example.com",
        &["To reread-address-list", "To reread-ambiguous"],
    ),
    (
        TO,
        "To: seller-support@aliexpress.com\nTo: x@example.com",
        &["To reread-header-twice", "To reread-ambiguous"],
    ),
    (
        TO,
        "To: seller-support@aliexpress.com\nto: seller-support@aliexpress.com",
        &["To reread-header-twice", "To reread-ambiguous"],
    ),
    (
        TO,
        "To : seller-support@aliexpress.com",
        &["mail reread-header-line", "To reread-to-missing", "mail reread-ambiguous", "To reread-ambiguous"],
    ),
    (
        TO,
        "To: seller-support@aliexpress.com\n \nBcc: x@example.com",
        &["mail reread-header-line", "Bcc reread-header-twice", "Bcc reread-ambiguous"],
    ),
    (TO, "To: séller-support@aliexpress.com", &["To reread-header-8bit", "To address-ascii"]),
    (TO, "To: seller-support%x@aliexpress.com", &["To address-second"]),
    (CC, "Cc: x@aliexpres.com", &["Cc address-lookalike"]),
    (CC, "Cc: seller-support@aliexpress.com", &["Cc reread-to-twice"]),
    (CC, "Cc: x@localhost", &["Cc address-form"]),
    (CC, "Cc: a@example.com,,b@example.com", &["Cc reread-address-list", "Cc reread-ambiguous"]),
    (CC, "Cc: 11010519491231002x@example.com", &["Cc identity-number"]),
    (
        CC,
        "Cc: =?UTF-8?B?6Lqr5Lu96K+BIDExMDEwNSAxOTQ5MTIzMSAwMDJY?= <ops@example.com>",
        &["mail identity-number"],
    ),
    ("Bcc: archive@example.com", "Bcc: x@aIiexpress.com", &["Bcc address-lookalike"]),
    ("Bcc: archive@example.com", "Bcc: Seller-Support@AliExpress.com", &["Bcc reread-to-twice"]),
    (FROM, "X-From: a@example.com", &["From reread-from"]),
    (FROM, "From: a@example.com, b@example.com", &["From reread-from", "From reread-ambiguous"]),
    (FROM, "From: seller-support@aliexpress.com", &["From from-platform"]),
    (
        FROM,
        "From: shop@example.com\nFrom: b@example.com",
        &["From reread-header-twice", "From reread-ambiguous"],
    ),
    (FROM, "From: shop@example.com\nSender: b@example.com", &["Sender reread-sender"]),
    (
        FROM,
        "From: shop@example.com\nReply-To: <x@aliexpres.com>",
        &["Reply-To address-lookalike", "Reply-To reread-reply-to"],
    ),
    (
        FROM,
        "From: shop@example.com\nReceived: from a by b; Sat, 21 Nov 2026 18:02:11 +0800",
        &["mail reread-travelled"],
    ),
    (FROM, "From: shop@example.com\nResent-To: b@example.com", &["mail reread-travelled"]),
    (FROM, "From: shop@example.com\nno field", &["mail reread-header-line"]),
];

const SUBJECTS: [Edit; 9] = [
    (SUBJECT, "X-Subject: x", &["Subject reread-subject-missing"]),
    (SUBJECT, "Subject:", &["Subject reread-subject-missing"]),
    (SUBJECT, "Subject: URGENT-ACCOUNT FROZEN-1102345678", &["Subject reread-subject"]),
    (SUBJECT, "Subject: [URGENT-ACCOUNT FROZEN-1102345678] please", &["Subject reread-subject"]),
    (SUBJECT, "Subject: [URGENT-ACCOUNT  FROZEN-1102345678]", &["Subject reread-subject"]),
    (SUBJECT, "Subject: [URGENT-ACCOUNT FROZEN-110]", &["Subject reread-subject"]),
    (SUBJECT, "Subject: Re: [URGENT-ACCOUNT FROZEN-1102345678]", &["Subject reread-subject-answer"]),
    (SUBJECT, "Subject: [URGENT-ACCOUNT FROZEN-1109876543]", &["Subject reread-store"]),
    (
        SUBJECT,
        "Subject: [URGENT-ACCOUNT FROZEN-1102345678]\nSubject: x",
        &["Subject reread-header-twice", "Subject reread-subject"],
    ),
];

const PARTS: [Edit; 29] = [
    (
        PNG,
        "Content-Type: message/rfc822",
        &["message/rfc822 reread-nested", "message/rfc822 reread-encoding"],
    ),
    (PNG, "Content-Type: message/external-body; access-type=x", &["message/external-body reread-nested"]),
    (PNG, "Content-Type: message/partial; id=x", &["message/partial reread-nested"]),
    (
        PNG,
        "Content-Type: multipart/digest; boundary=x",
        &[
            "multipart/digest reread-structure",
            "multipart/digest reread-charset",
            "Content-Type reread-ambiguous",
        ],
    ),
    (
        PNG,
        "Content-Type: image/png; name=\"11010519491231002X.png\"",
        &["Content-Disposition identity-number"],
    ),
    (
        "filename=\"01-freeze-notice.png\"",
        "filename=\"110105-19491231-002X.png\"",
        &["Content-Disposition identity-number"],
    ),
    ("iVBORw0KGgo=", "iVBORw0KGg", &["image/png reread-encoding"]),
    ("iVBORw0KGgo=", "iVBORw0KGgo=iVBORw0KGgo=", &["image/png reread-encoding"]),
    ("Encoding: base64", "Encoding: x-uuencode", &["image/png reread-encoding"]),
    (
        "multipart/mixed",
        "multipart/partial",
        &["multipart/partial reread-structure", "Content-Type reread-ambiguous"],
    ),
    (
        "boundary=\"------------kQ7v0hJ3nUeX2yAbCdEfGhIj\"",
        "boundary*0=\"------------kQ7v0hJ3nUeX2yAbCdEfGhIj\"",
        &["Content-Type reread-structure", "Content-Type reread-ambiguous"],
    ),
    (
        "--------------kQ7v0hJ3nUeX2yAbCdEfGhIj--\n",
        "",
        &["multipart/mixed reread-structure", "image/png reread-encoding", "Content-Type reread-ambiguous"],
    ),
    (
        "iVBORw0KGgo=\n",
        "iVBORw0KGgo=\n\n x --------------kQ7v0hJ3nUeX2yAbCdEfGhIj\n",
        &["image/png reread-encoding", "Content-Type reread-ambiguous"],
    ),
    (
        "Content-Type: text/html; charset=UTF-8",
        "Content-Type: text/html; charset=UTF-8\nContent-Type: text/plain",
        &["Content-Type reread-header-twice", "Content-Type reread-ambiguous"],
    ),
    ("text/plain; charset=UTF-8", "text/plain; charset=utf-7", &["text/plain reread-charset"]),
    ("=E6=9C=AC", "=FF=9C=AC", &["text/html reread-charset"]),
    ("=E6=9C=AC", "=XY=9C=AC", &["text/html reread-encoding", "text/html reread-charset"]),
    (TEXT, "身份证 110105 19491231 002X", &["text/plain identity-number"]),
    (TEXT, "身份证 １１０１０５１９４９１２３１００２Ｘ", &["text/plain identity-number"]),
    ("<p>", "<p>110105<b>19491231</b>002X", &["text/html identity-number"]),
    ("<p>", "<p><img src=3D\"data:image/jpeg;base64,/9j/4AAQ\">", &["text/html reread-html-data"]),
    ("<p>", "<p><img src=3D'\nDATA&#58; ;base64,/9j/4AAQ'>", &["text/html reread-html-data"]),
    ("<p>", "<!-- 11010519491231002X --><p>", &["text/html identity-number"]),
    ("This is a multi-part message", "11010519491231002X", &["mail identity-number"]),
    ("Aurora\n", "begin 644 scan.jpg\n", &["text/plain reread-uuencoded"]),
    ("UF-1102345678-20261120\n", "UF-1109876543-20261120\n", &["Subject reread-store"]),
    ("Aurora\n", "Aurora\n\0", &["mail reread-nul"]),
    ("Aurora\n", "Aurora\rx\n", &["mail reread-bare-cr"]),
    ("text/html; charset=UTF-8", "text/html; charset=iso-2022-cn", &["text/html reread-charset"]),
];

fn edited((from, to, _): &Edit) -> String {
    let mail = THUNDERBIRD.replacen(from, to, 1);
    assert_ne!(mail, THUNDERBIRD, "{from} is not in the mail");
    mail
}

#[test]
fn each_edit_is_refused_for_what_it_is() {
    let mut others = Vec::new();
    for edit in ENVELOPES.iter().chain(&SUBJECTS).chain(&PARTS) {
        let found = findings(edited(edit).as_bytes());
        if found != Err(edit.2.iter().map(|told| (*told).to_owned()).collect()) {
            others.push(format!("{:?} -> {:?}: {found:?}", edit.0, edit.1));
        }
    }
    assert!(others.is_empty(), "{}", others.join("\n"));
}

/// They can be sent, and a person is told.
#[test]
fn what_is_only_told() {
    for (from, to, told) in [
        ("<p>", "<p onclick=3D\"x()\">", "text/html reread-html-active"),
        (HTML, "<html><head><script>x</script></head><body>", "text/html reread-html-active"),
        ("<p>", "<p><a href=3D\"javascript:x\">x</a>", "text/html reread-html-active"),
        ("<p>", "<p><img src=3D\"https://example.com/x.png\">", "text/html reread-html-remote"),
        ("<p>", "<p style=3D\"background:url('//example.com/x')\">", "text/html reread-html-remote"),
        (FROM, "From: shop@example.com\nReply-To: ops@example.com", "Reply-To reread-reply-to"),
    ] {
        let mail = THUNDERBIRD.replacen(from, to, 1);
        assert_ne!(mail, THUNDERBIRD);
        assert_eq!(findings(mail.as_bytes()), Ok(vec![told.to_owned()]), "{to}");
    }
    for harmless in
        ["<p><a href=3D\"https://example.com/\">x</a>", "<p><img src=3D\"cid:1\">", "<p lang=3Den>"]
    {
        assert_eq!(findings(THUNDERBIRD.replacen("<p>", harmless, 1).as_bytes()), Ok(vec![]), "{harmless}");
    }
}

#[test]
fn what_is_no_mail_at_all() {
    let refused = |told: &str| Err(vec![told.to_owned()]);
    assert_eq!(findings(b""), refused("mail reread-not-mail"));
    assert_eq!(findings(b"\r\n\r\n"), refused("mail reread-not-mail"));
    assert_eq!(findings(b"[store]\nid = \"1102345678\"\n"), refused("mail reread-not-mail"));
    assert_eq!(findings(b"\xFF\xD8\xFF\xE0"), refused("mail reread-not-mail"));
    assert_eq!(findings(&vec![b'a'; 10_000_001]), refused("mail mail-too-large"));
    let long = THUNDERBIRD.replace("Aurora\n", &format!("{}\n", "a".repeat(999)));
    assert_eq!(findings(long.as_bytes()), refused("mail reread-line-length"));
    // Below the limit in the file, above it with the line ends that a mail has.
    let lines = format!("{THUNDERBIRD}{}", "\n".repeat(9_000_000));
    assert_eq!(findings(lines.as_bytes()), refused("mail mail-too-large"));
}

#[test]
fn everything_is_said_at_once() {
    let mail = "From: a@example.com, b@example.com\nTo: x@example.com\nSubject: help\n\n \n";
    let told = [
        "From reread-from",
        "To reread-to-foreign",
        "Subject reread-subject",
        "From reread-ambiguous",
        "mail reread-no-text",
    ];
    assert_eq!(findings(mail.as_bytes()), Err(told.map(str::to_owned).to_vec()));
}

/// Numbers that a letter sets side by side are no identity number, though their digits together could be one.
#[test]
fn numbers_in_a_row_are_not_taken_for_an_identity_number() {
    for row in [
        "T-110105（2026-11-20 09:52",
        "8190110105194912, 31002X5544",
        "110105；1949-12-31 002X",
        "filed 2026-11-20 09:52",
    ] {
        assert_eq!(findings(THUNDERBIRD.replace(TEXT, row).as_bytes()), Ok(vec![]), "{row}");
    }
}

#[test]
fn every_finding_has_its_words_in_both_languages() {
    let mut told = 0;
    for edit in ENVELOPES.iter().chain(&SUBJECTS).chain(&PARTS) {
        let problems = Reread::read(edited(edit).as_bytes()).err().unwrap();
        for lang in [Lang::En, Lang::ZhCn] {
            let texts = Texts::new(lang);
            for words in problems
                .findings()
                .iter()
                .flat_map(|finding: &Finding| [finding.what(&texts), finding.mend(&texts)])
            {
                assert!(!words.starts_with('[') && !words.contains("{$"), "{words}");
                told += 1;
            }
        }
    }
    assert!(told > 300, "{told}");
}
