//! What nobody should hand in: broken, huge and disguised pictures, case files that smuggle, and the slips of a hurry.

use std::io::Cursor;
use std::iter;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, RgbImage};
use jiff::Timestamp;
use unfreeze::case;
use unfreeze::evidence::Scan;
use unfreeze::facts::Facts;

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

// --- pictures --------------------------------------------------------------------------------------------------------

/// A small picture with some detail.
fn picture() -> RgbImage {
    RgbImage::from_fn(96, 64, |x, y| image::Rgb([(x * 2) as u8, (y * 4) as u8, ((x * y) % 251) as u8]))
}

fn jpeg() -> Vec<u8> {
    let mut bytes = Vec::new();
    picture().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 90)).unwrap();
    bytes
}

fn written(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn png() -> Vec<u8> {
    written(ImageFormat::Png)
}

/// A PNG chunk with its checksum (PNG specification, 5.3).
fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    let crc = !body.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1)))
    });
    [&(data.len() as u32).to_be_bytes(), body.as_slice(), &crc.to_be_bytes()].concat()
}

/// A PNG that claims a size and holds next to nothing.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    png_as(width, height, 8, 2)
}

fn png_as(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let header = [&width.to_be_bytes(), &height.to_be_bytes(), [depth, colour, 0, 0, 0].as_slice()].concat();
    let data = [0x78, 0x9C, 0x63, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01];
    [b"\x89PNG\r\n\x1A\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &data), chunk(b"IEND", &[])]
        .concat()
}

/// The JPEG with another size in its frame header (ITU-T T.81, B.2.2).
fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg();
    let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

fn first(bytes: &[u8], count: usize) -> Vec<u8> {
    bytes[..count].to_vec()
}

fn code(bytes: &[u8]) -> &'static str {
    match Scan::read(bytes) {
        Ok(_) => "a picture",
        Err(error) => error.code(),
    }
}

#[test]
fn a_picture_that_is_none_is_named_for_what_it_is() {
    let (jpeg, png, webp) = (jpeg(), png(), written(ImageFormat::WebP));
    for (name, bytes, expected) in [
        ("nothing", Vec::new(), "picture-empty"),
        ("one byte", vec![0xFF], "picture-not-a-picture"),
        ("a page named .jpg", b"<!doctype html><title>404</title>".to_vec(), "picture-not-a-picture"),
        ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), "picture-unsupported"),
        ("an archive", b"PK\x03\x04\x14\0\0\0\x08\0".to_vec(), "picture-not-a-picture"),
        ("a film", b"\0\0\0\x18ftypisom\0\0\x02\0".to_vec(), "picture-not-a-picture"),
        ("a program", b"MZ\x90\0\x03\0\0\0".to_vec(), "picture-not-a-picture"),
        ("noughts", vec![0; 4096], "picture-not-a-picture"),
        ("text before a JPEG", [b"\r\n".as_slice(), &jpeg].concat(), "picture-not-a-picture"),
        ("PDF", b"%PDF-1.7\n".to_vec(), "picture-pdf"),
        ("GIF", b"GIF89a\x01\0\x01\0\x80\0\0".to_vec(), "picture-truncated"),
        ("TIFF", b"II*\0\x08\0\0\0".to_vec(), "picture-truncated"),
        ("TIFF, big end first", b"MM\0*\0\0\0\x08".to_vec(), "picture-truncated"),
        ("BMP", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0".to_vec(), "picture-truncated"),
        ("AVIF", b"\0\0\0\x1Cftypavif\0\0\0\0".to_vec(), "picture-unsupported"),
        ("JPEG, its start only", first(&jpeg, 3), "picture-truncated"),
        ("JPEG, half", first(&jpeg, jpeg.len() / 2), "picture-truncated"),
        ("JPEG, no end", first(&jpeg, jpeg.len() - 2), "picture-truncated"),
        ("JPEG, start and end only", vec![0xFF, 0xD8, 0xFF, 0xD9], "picture-broken"),
        ("JPEG of 65,500 squared", jpeg_of(65_500, 65_500), "picture-too-many-pixels"),
        ("JPEG of no height", jpeg_of(96, 0), "picture-broken"),
        ("PNG, its signature only", first(&png, 8), "picture-truncated"),
        ("PNG, half", first(&png, png.len() / 2), "picture-truncated"),
        ("PNG of 50,000 squared", png_of(50_000, 50_000), "picture-too-many-pixels"),
        ("PNG of 2^31 - 1 squared", png_of(0x7FFF_FFFF, 0x7FFF_FFFF), "picture-too-many-pixels"),
        ("PNG of 16 bits that needs a gigabyte", png_as(8_000, 8_000, 16, 6), "picture-too-many-pixels"),
        ("PNG of no width", png_of(0, 64), "picture-broken"),
        ("PNG with too few pixels", png_of(64, 64), "picture-broken"),
        ("WebP, its signature only", first(&webp, 12), "picture-truncated"),
        ("WebP, half", first(&webp, webp.len() / 2), "picture-truncated"),
        ("HEIC, its signature only", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "picture-broken"),
        ("65 MiB", [jpeg.clone(), vec![0; 65 << 20]].concat(), "picture-too-large"),
        ("a good JPEG", jpeg, "a picture"),
        ("a good PNG", png, "a picture"),
        ("a good WebP", webp, "a picture"),
    ] {
        assert_eq!(code(&bytes), expected, "{name}");
    }
}

/// What rides along in a file beside its pixels stays behind.
#[test]
fn only_pixels_pass_the_door() {
    const RIDER: &[u8] = b"<script>997439199612090611</script>";
    let (jpeg, png) = (jpeg(), png());
    let comment = [&[0xFF, 0xFE], &(RIDER.len() as u16 + 2).to_be_bytes()[..], RIDER].concat();
    let text = chunk(b"tEXt", &[b"Comment\0", RIDER].concat());
    for (name, bytes) in [
        ("after a JPEG's end", [jpeg.as_slice(), RIDER].concat()),
        ("a second JPEG after the first", [jpeg.as_slice(), &jpeg, RIDER].concat()),
        ("in a JPEG's comment", [&jpeg[..2], &comment, &jpeg[2..]].concat()),
        ("after a PNG's end", [png.as_slice(), RIDER].concat()),
        ("in a PNG's text", [&png[..33], &text, &png[33..]].concat()),
    ] {
        let parts = Scan::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}")).clean().unwrap();
        assert_eq!(parts.len(), 1, "{name}");
        let kept = parts[0].bytes();
        assert!(!kept.windows(RIDER.len()).any(|window| window == RIDER), "{name}");
        assert_eq!(image::load_from_memory(kept).unwrap().into_rgb8().dimensions(), (96, 64), "{name}");
    }
}

/// A pseudo-random sequence (xorshift), the same in every run.
fn noise(seed: u64) -> impl Iterator<Item = u64> {
    iter::successors(Some(seed | 1), |state| {
        let state = state ^ (state << 13);
        let state = state ^ (state >> 7);
        Some(state ^ (state << 17))
    })
    .skip(8)
}

/// Damaged anywhere, a picture is read or refused, and the program goes on.
#[test]
fn no_damage_breaks_the_program() {
    for (kind, good) in [jpeg(), png(), written(ImageFormat::WebP)].into_iter().enumerate() {
        for seed in 0..300 {
            let mut bytes = good.clone();
            let mut noise = noise(seed * 3 + kind as u64 + 1);
            for (place, value) in
                iter::from_fn(|| Some((noise.next()?, noise.next()?))).take(1 + seed as usize % 6)
            {
                let place = place as usize % bytes.len();
                bytes[place] = value as u8;
            }
            if let Ok(scan) = Scan::read(&bytes) {
                let _ = scan.clean();
            }
        }
    }
}
