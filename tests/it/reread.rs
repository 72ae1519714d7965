//! Mails as people hand them over: untouched, saved by mail clients, edited by hand, and hostile.

mod hostile;
mod mutations;

use std::time::Duration;

use mail_parser::{Message, MessageParser, MimeHeaders};
use unfreeze::evidence::Digest;
use unfreeze::facts::LetterLanguage;
use unfreeze::finding::Level;
use unfreeze::message::{Ready, Reread};

use crate::message::{Example, TOKEN, noon};

/// Field and code of every finding of a mail that is refused, and of the warnings of one that is not.
pub(crate) fn findings(mail: &[u8]) -> Result<Vec<String>, Vec<String>> {
    let told = |findings: &[unfreeze::finding::Finding]| -> Vec<String> {
        findings.iter().map(|finding| format!("{} {}", finding.field, finding.code)).collect()
    };
    match Reread::read(mail) {
        Ok(reread) => {
            assert!(reread.warnings().iter().all(|finding| finding.level == Level::Warning));
            Ok(told(reread.warnings()))
        }
        Err(problems) => Err(told(problems.findings())),
    }
}

fn ready(mail: &[u8]) -> Ready {
    Reread::read(mail).unwrap().ready(noon(), TOKEN).unwrap()
}

/// What a client shows of a mail, by a parser of others.
fn shown(mail: &Message<'_>) -> Vec<String> {
    let mut shown = vec![format!("{:?} {:?} {:?} {:?}", mail.from(), mail.to(), mail.cc(), mail.subject())];
    shown.extend([mail.body_text(0), mail.body_html(0)].into_iter().flatten().map(|text| text.into_owned()));
    shown.extend(
        mail.attachments()
            .map(|part| format!("{:?} {}", part.attachment_name(), Digest::of(part.contents()))),
    );
    shown
}

#[test]
fn a_draft_that_nobody_has_edited_reads_as_it_was_composed() {
    for (example, store, case) in [
        (Example::aurora(), "1102345678", "UF-1102345678-20261120"),
        (Example::agency(), "1109876543", "UF-1109876543-20261118"),
    ] {
        for language in [LetterLanguage::Zh, LetterLanguage::En, LetterLanguage::Both] {
            let draft = example.draft(language);
            let mail = example.facts.mail().as_ref().unwrap();
            let reread = Reread::read(draft.bytes()).unwrap();
            assert_eq!(reread.warnings(), []);
            assert_eq!(
                (reread.from(), reread.to()),
                (mail.from(), [mail.to().address().to_owned()].as_slice())
            );
            assert_eq!((reread.cc(), reread.bcc()), (mail.cc(), [].as_slice()));
            assert_eq!((reread.subject(), reread.store()), (draft.subject(), store));
            assert_eq!((reread.reference(), reread.in_reply_to()), (Some((case, case)), None));
            assert_eq!(reread.content(), draft.content());
            let attached = reread.attachments().iter();
            let attached =
                attached.map(|part| (part.name.as_str(), part.media_type.as_str(), part.size, part.sha256));
            let composed = example.attachments.iter().map(|attachment| {
                let evidence = attachment.evidence();
                let (name, media) = (attachment.file_name(), evidence.media().media_type());
                (name, media, evidence.bytes().len(), evidence.digest())
            });
            assert_eq!(attached.collect::<Vec<_>>(), composed.collect::<Vec<_>>());
        }
    }
}

#[test]
fn what_is_made_ready_is_the_same_mail_with_a_date_and_an_id() {
    for example in [Example::aurora(), Example::agency()] {
        let draft = example.draft(LetterLanguage::Both);
        let ready = ready(draft.bytes());
        let (before, after) =
            (MessageParser::default().parse(draft.bytes()), MessageParser::default().parse(ready.bytes()));
        let (before, after) = (before.unwrap(), after.unwrap());
        assert_eq!((shown(&before), shown(&before).len() > 5), (shown(&after), true));
        let names: Vec<_> = after.headers().iter().map(|header| header.name()).collect();
        assert!(!names.contains(&"X-Unsent"), "{names:?}");
        assert_eq!(after.header_raw("Date").map(str::trim), Some("Sun, 22 Nov 2026 10:00:00 +0000"));
        assert_eq!(format!("<{}>", after.message_id().unwrap()), ready.message_id());
        assert_eq!((ready.content(), ready.in_reply_to()), (draft.content(), None));
        // Ready once, ready for good: the bytes that were sent can be read and made ready again, with the same id.
        let again =
            Reread::read(ready.bytes()).unwrap().ready(noon() + Duration::from_secs(60), "other").unwrap();
        assert!(again.bytes() == ready.bytes());
        assert_eq!(again.message_id(), ready.message_id());
    }
}

/// A mail as Thunderbird keeps it in its drafts: its notes in front, format=flowed, its own date and Message-ID.
pub(crate) const THUNDERBIRD: &str = "\
X-Mozilla-Status: 0001
X-Mozilla-Status2: 00800000
X-Mozilla-Keys:                                                                                 
FCC: mailbox://nobody@Local%20Folders/Sent
X-Identity-Key: id1
X-Account-Key: account1
Return-Path: <shop@example.com>
Message-ID: <0e6b4a3a-1d7c-4a55-9c5e-6f0c9d3b2a11@example.com>
Date: Sat, 21 Nov 2026 18:02:11 +0800
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
Content-Language: en-GB, zh-CN
To: Seller Support <seller-support@aliexpress.com>
Cc: =?UTF-8?B?5p6X5bCP6bm/?= <ops@example.com>
Bcc: archive@example.com
From: \"Aurora, Lighting\" <shop@example.com>
Subject: [URGENT-ACCOUNT FROZEN-1102345678]
X-Mozilla-Draft-Info: internal/draft; vcard=0; receipt=0; DSN=0; uuencode=0;
 attachmentreminder=0; deliveryformat=1
Content-Type: multipart/mixed; boundary=\"------------kQ7v0hJ3nUeX2yAbCdEfGhIj\"

This is a multi-part message in MIME format.
--------------kQ7v0hJ3nUeX2yAbCdEfGhIj
Content-Type: multipart/alternative;
 boundary=\"------------Zx9wVu8TsRqPoNmLkJiHgFeD\"

--------------Zx9wVu8TsRqPoNmLkJiHgFeD
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 8bit

本店（店铺ID 1102345678）账号被冻结，恳请尽快启动人工复核。 
Case reference: UF-1102345678-20261120

-- 
Aurora
--------------Zx9wVu8TsRqPoNmLkJiHgFeD
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: quoted-printable

<html><head></head><body><p>=E6=9C=AC=E5=BA=97, case UF-1102345678-=
20261120</p></body></html>
--------------Zx9wVu8TsRqPoNmLkJiHgFeD--
--------------kQ7v0hJ3nUeX2yAbCdEfGhIj
Content-Type: image/png; name=\"01-freeze-notice.png\"
Content-Disposition: attachment; filename=\"01-freeze-notice.png\"
Content-Transfer-Encoding: base64

iVBORw0KGgo=

--------------kQ7v0hJ3nUeX2yAbCdEfGhIj--
";

#[test]
fn a_draft_saved_by_thunderbird_loses_its_notes_and_nothing_else() {
    for (ends, mbox) in
        [("\n", ""), ("\r\n", ""), ("\n", "From - Sat Nov 21 18:02:11 2026\n"), ("\r\n", "\u{feff}")]
    {
        let saved = format!("{mbox}{THUNDERBIRD}").replace('\n', ends);
        let reread = Reread::read(saved.as_bytes()).unwrap();
        assert_eq!(reread.warnings(), []);
        assert_eq!((reread.from(), reread.store()), ("shop@example.com", "1102345678"));
        assert_eq!(reread.to(), ["seller-support@aliexpress.com"]);
        assert_eq!(
            (reread.cc(), reread.bcc()),
            (["ops@example.com".to_owned()].as_slice(), ["archive@example.com".to_owned()].as_slice())
        );
        assert_eq!(reread.reference(), Some(("UF-1102345678-20261120", "UF-1102345678-20261120")));
        let [notice] = reread.attachments() else { panic!("one attachment") };
        assert_eq!(
            (notice.name.as_str(), notice.media_type.as_str(), notice.size),
            ("01-freeze-notice.png", "image/png", 8)
        );
        let ready = reread.ready(noon(), TOKEN).unwrap();
        let whole = THUNDERBIRD.replace('\n', "\r\n");
        let (header, body) = whole.split_once("\r\n\r\n").unwrap();
        let notes = [
            "X-Mozilla-",
            "FCC:",
            "X-Identity-",
            "X-Account-",
            "Return-Path:",
            "Bcc:",
            " attachmentreminder",
        ];
        let kept: Vec<_> =
            header.lines().filter(|line| !notes.iter().any(|note| line.starts_with(note))).collect();
        let expected = format!("{}\r\n\r\n{body}", kept.join("\r\n"));
        assert_eq!(String::from_utf8_lossy(ready.bytes()), expected);
        assert_eq!(ready.message_id(), "<0e6b4a3a-1d7c-4a55-9c5e-6f0c9d3b2a11@example.com>");
    }
}

#[test]
fn a_date_or_an_id_that_is_not_sound_is_replaced() {
    let dated = |date: &str| {
        let mail = THUNDERBIRD.replace("Sat, 21 Nov 2026 18:02:11 +0800", date);
        let ready = ready(mail.as_bytes());
        let mail = String::from_utf8(ready.bytes().to_vec()).unwrap();
        mail.lines().find_map(|line| line.strip_prefix("Date: ")).unwrap().to_owned()
    };
    for sound in
        ["Sat, 21 Nov 2026 18:02:11 +0800", "21 Nov 2026 10:02 +0000", "Fri, 23 Oct 2026 10:00:01 +0000"]
    {
        assert_eq!(dated(sound), sound);
    }
    for bad in [
        "",
        "yesterday",
        "Sat, 21 Nov 2020 18:02:11 +0800",
        "Fri, 4 Dec 2026 10:00:00 +0000",
        "Sat, 41 Foo 2026",
    ] {
        assert_eq!(dated(bad), "Sun, 22 Nov 2026 10:00:00 +0000", "{bad}");
    }
    for bad in ["", "<a b@example.com>", "<a@>", "nothing", "<a@b> <c@d>"] {
        let mail = THUNDERBIRD.replace("<0e6b4a3a-1d7c-4a55-9c5e-6f0c9d3b2a11@example.com>", bad);
        assert_eq!(ready(mail.as_bytes()).message_id(), format!("<{TOKEN}@example.com>"), "{bad}");
    }
    let reread = Reread::read(THUNDERBIRD.replace("Message-ID", "X-Id").as_bytes()).unwrap();
    assert!(reread.ready(noon(), "a b").is_err());
}

#[test]
fn an_answer_may_say_so_in_the_subject() {
    let answer = THUNDERBIRD
        .replace("Subject: ", "In-Reply-To: <1@example.com>\nReferences: <1@example.com>\nSubject: Re: ");
    let reread = Reread::read(answer.as_bytes()).unwrap();
    assert_eq!((reread.store(), reread.in_reply_to()), ("1102345678", Some("<1@example.com>")));
    assert_eq!(reread.ready(noon(), TOKEN).unwrap().in_reply_to(), Some("<1@example.com>"));
    let encoded = "=?utf-8?B?44CQVVJHRU5ULUFDQ09VTlQgRlJPWkVOLTExMDIzNDU2Nzjjgd8=?=";
    let cjk = "=?utf-8?B?44CQVVJHRU5ULUFDQ09VTlQgRlJPWkVOLTExMDIzNDU2NzjjgJE=?=";
    let subject = |subject: &str| {
        findings(THUNDERBIRD.replace("[URGENT-ACCOUNT FROZEN-1102345678]", subject).as_bytes())
    };
    assert_eq!(subject(cjk), Ok(vec![]));
    assert_eq!(subject(encoded), Err(vec!["Subject reread-subject".to_owned()]));
}

#[test]
fn a_reference_is_known_if_the_text_names_one() {
    let of = |text: &str| {
        let mail = THUNDERBIRD.replace("Case reference: UF-1102345678-20261120", text);
        let mail = mail.replace("UF-1102345678-=\n20261120", "");
        let reread = Reread::read(mail.as_bytes()).unwrap();
        reread.reference().map(|(case, own)| format!("{case} {own}"))
    };
    assert_eq!(
        of("UF-1102345678-20261120").as_deref(),
        Some("UF-1102345678-20261120 UF-1102345678-20261120")
    );
    assert_eq!(
        of("(UF-1102345678-20261120-2)").as_deref(),
        Some("UF-1102345678-20261120 UF-1102345678-20261120-2")
    );
    for none in [
        "",
        "UF-1102345678-20261120, UF-1102345678-20261121",
        "XUF-1102345678-20261120",
        "UF-110-20261120",
        "UF-1102345678-2026112",
        "UF-1102345678-20261120 UF-1102345678-20261120-2",
    ] {
        assert_eq!(of(none), None, "{none}");
    }
}

#[test]
fn whatever_is_not_the_mails_own_words_is_an_attachment() {
    let gbk =
        "Content-Type: text/plain; charset=gbk; name=\"a.txt\"\nContent-Transfer-Encoding: base64\n\nt6I=\n";
    let cid = "Content-Type: image/gif\nContent-Disposition: inline\nContent-ID: <1>\n\nGIF89a\n";
    let qp = "Content-Type: text/html; name=b.html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E5=\n=8F=91\n";
    let end = "--------------kQ7v0hJ3nUeX2yAbCdEfGhIj";
    let more = format!("{end}\n{gbk}{end}\n{cid}{end}\n{qp}{end}--\n");
    let mail = THUNDERBIRD.replacen(&format!("{end}--\n"), &more, 1);
    let reread = Reread::read(mail.as_bytes()).unwrap();
    let parts = reread.attachments().iter().skip(1);
    let parts = parts.map(|part| (part.name.as_str(), part.media_type.as_str(), part.size, part.sha256));
    // The bytes of the file, not its characters: 发 has two in GBK and three in UTF-8.
    let expected = [
        ("a.txt", "text/plain", 2, Digest::of(b"\xB7\xA2")),
        ("", "image/gif", 6, Digest::of(b"GIF89a")),
        ("b.html", "text/html", 6, Digest::of("<p>发".as_bytes())),
    ];
    assert_eq!(parts.collect::<Vec<_>>(), expected);
}

/// As Foxmail and QQ write them: names and texts in GB 18030, where an identity number is still seen.
#[test]
fn a_mail_in_gbk_is_read_as_well() {
    let mail = |text: &[u8]| {
        let head = "From: =?gb18030?B?wdbQocK5?= <shop@qq.com>\r\nTo: seller-support@aliexpress.com\r\n\
            Subject: =?gb18030?B?W1VSR0VOVC1BQ0NPVU5UIEZST1pFTi0xMTAyMzQ1Njc4XQ==?=\r\n\
            MIME-Version: 1.0\r\nContent-Type: text/plain; charset=\"gb18030\"\r\n\
            Content-Transfer-Encoding: 8bit\r\n\r\n";
        [head.as_bytes(), text, b"\r\n"].concat()
    };
    // 账号被冻结
    let letter = mail(b"\xD5\xCB\xBA\xC5\xB1\xBB\xB6\xB3\xBD\xE1");
    let ready = ready(&letter);
    assert_eq!(
        MessageParser::default().parse(ready.bytes()).unwrap().body_text(0).unwrap(),
        "账号被冻结\r\n"
    );
    assert_eq!(Reread::read(&letter).unwrap().subject(), "[URGENT-ACCOUNT FROZEN-1102345678]");
    // 证号 １１０１０５１９４９１２３１００２Ｘ in full-width digits
    let digits = b"\xA3\xB1\xA3\xB1\xA3\xB0\xA3\xB1\xA3\xB0\xA3\xB5\xA3\xB1\xA3\xB9\xA3\xB4\xA3\xB9\xA3\xB1\xA3\xB2\xA3\xB3\xA3\xB1\xA3\xB0\xA3\xB0\xA3\xB2\xA3\xD8";
    assert_eq!(findings(&mail(digits)), Err(vec!["text/plain identity-number".to_owned()]));
    assert_eq!(findings(&mail(b"\xFF\xFF")), Err(vec!["text/plain reread-charset".to_owned()]));
}
