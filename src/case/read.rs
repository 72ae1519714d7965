//! Reads a case file: encoding, syntax, keys and types, each slip with its line, its column and its mend.

use super::Case;
use crate::finding::{Finding, Problems, nearest};
use crate::texts::Value;

/// The keys of a case file, for the suggestion at an unknown one.
const KEYS: [&str; 57] = [
    "store",
    "id",
    "name",
    "login",
    "verified",
    "business",
    "region",
    "licence",
    "company",
    "representative",
    "id_portrait",
    "id_emblem",
    "document",
    "redacted_by_hand",
    "last4",
    "first1",
    "portrait",
    "emblem",
    "accepted",
    "whole",
    "cover",
    "show",
    "corners",
    "side",
    "scan",
    "size",
    "masks",
    "layout",
    "told",
    "field",
    "box",
    "freeze",
    "notice",
    "at",
    "kind",
    "reason",
    "number",
    "ticket",
    "ticket_at",
    "statement",
    "orders",
    "contact",
    "email",
    "phone",
    "mail",
    "from",
    "to",
    "cc",
    "copy_to_self",
    "language",
    "brackets",
    "cite",
    "redaction",
    "preset",
    "style",
    "keep_number",
    "watermark",
];

/// The most unknown keys that are told.
const MOST_UNKNOWN: usize = 40;

/// Reads a case from the bytes of its file.
///
/// Unknown keys come with the case, in [`Case::unknown`], so that the check can tell them together with everything else.
///
/// # Errors
/// What keeps the file from being read at all: its encoding, its syntax, a wrong type.
pub fn read(bytes: &[u8]) -> Result<Case, Problems> {
    let text = decode(bytes)?;
    let document = toml::Deserializer::parse(text).map_err(|error| syntax(text, &error))?;
    sections(text)?;
    let mut unknown = Vec::new();
    let mut note = |path: serde_ignored::Path<'_>| unknown.push(path.to_string().replace(".?", ""));
    let case = serde_path_to_error::deserialize(serde_ignored::Deserializer::new(document, &mut note));
    // Each is looked for in the text; whoever has more than this has another problem.
    unknown.truncate(MOST_UNKNOWN);
    let mut unknown: Vec<_> = unknown.into_iter().map(|path| (key_offset(text, &path), path)).collect();
    unknown.sort();
    let mut findings: Vec<Finding> =
        unknown.into_iter().map(|(offset, path)| unknown_key(text, offset, path)).collect();
    match case {
        Ok(case) => Ok(Case { unknown: findings, ..case }),
        Err(error) => {
            findings.push(wrong_type(text, &error));
            Problems::raise(findings).map(|_| Case::default())
        }
    }
}

/// The text of the file: UTF-8, a byte order mark left out.
fn decode(bytes: &[u8]) -> Result<&str, Problems> {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if body.starts_with(b"\xFF\xFE") || body.starts_with(b"\xFE\xFF") || looks_like_utf16(body) {
        return Err(Finding::error("case", "case-utf16").into());
    }
    str::from_utf8(body).map_err(|error| {
        let line = 1 + body[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        let code = if looks_like_gbk(&body[error.valid_up_to()..]) { "case-gbk" } else { "case-not-utf8" };
        Finding::error("case", code).with("line", line).into()
    })
}

/// Every other byte of the beginning is zero: ASCII text in UTF-16 without its mark.
fn looks_like_utf16(body: &[u8]) -> bool {
    let pairs = || body.chunks_exact(2).take(16);
    body.len() >= 4 && (pairs().all(|pair| pair[0] == 0) || pairs().all(|pair| pair[1] == 0))
}

/// The bytes from the first bad one on begin with a GBK pair: lead 81-FE, trail 40-FE but 7F.
fn looks_like_gbk(rest: &[u8]) -> bool {
    matches!(rest, [0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE, ..])
}

/// The line and the column, both from 1, the column in characters.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(offset)];
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    (1 + before.matches('\n').count(), 1 + before[line_start..].chars().count())
}

fn placed(finding: Finding, text: &str, offset: usize) -> Finding {
    let (line, column) = position(text, offset);
    finding.with("line", line).with("column", column)
}

/// Every section is a table. A list would be taken for one too, its values for the keys by their order.
fn sections(text: &str) -> Result<(), Problems> {
    let root = toml::de::DeTable::parse(text).map_err(|error| syntax(text, &error))?;
    let sections = root.get_ref().iter().map(|(key, value)| (key.get_ref().to_string(), value));
    let scans = root.get_ref().get("representative").and_then(|section| section.get_ref().as_table());
    let scans = scans.into_iter().flat_map(|section| {
        let placed =
            section.iter().filter(|(key, _)| matches!(key.get_ref().as_ref(), "portrait" | "emblem"));
        placed.map(|(key, value)| (format!("representative.{}", key.get_ref()), value))
    });
    let lists: Vec<_> = sections.chain(scans).filter(|(_, value)| value.get_ref().is_array()).collect();
    let findings = lists.into_iter().map(|(path, value)| {
        let finding = Finding::error(path, "case-type").with("expected", Value::Key("type-table"));
        placed(finding, text, value.span().start)
    });
    Problems::raise(findings.collect()).map(drop)
}

/// What the parser found, told by the slips that people make; its own words are English only and stay out.
fn syntax(text: &str, error: &toml::de::Error) -> Problems {
    let span = error.span().unwrap_or(0..0);
    let message = error.message();
    let (line, _) = position(text, span.start);
    let source_line = text.lines().nth(line - 1).unwrap_or_default();
    let code = if message.contains("duplicate key") {
        "case-duplicate"
    } else if message.contains("escape") || message.contains("unicode value") {
        "case-backslash"
    } else if source_line.contains(['“', '”', '‘', '’', '＂']) {
        "case-curly-quotes"
    } else if message.contains("invalid date") || message.contains("invalid time") {
        "case-datetime"
    } else if message.contains("must be quoted") {
        "case-unquoted"
    } else {
        "case-syntax"
    };
    placed(Finding::error("case", code), text, span.start).into()
}

fn unknown_key(text: &str, offset: usize, path: String) -> Finding {
    let key = path.rsplit('.').next().unwrap_or_default();
    let finding = match nearest(key, KEYS) {
        Some(known) => Finding::error(path.clone(), "case-unknown-key-near").with("known", known),
        None => Finding::error(path.clone(), "case-unknown-key"),
    };
    placed(finding.with("key", key), text, offset)
}

/// Where the key of a dotted path stands: its first appearance as a key behind the header of its table.
fn key_offset(text: &str, path: &str) -> usize {
    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
    let table = table.split('.').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join(".");
    let start = if table.is_empty() { 0 } else { text.find(&format!("[{table}")).unwrap_or(0) };
    let bounded = |offset: usize| {
        let before = text[..offset].chars().next_back();
        let after = text[offset + key.len()..].chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || "_-".contains(c))
            && !after.is_some_and(|c| c.is_alphanumeric() || "_-".contains(c))
    };
    text[start..]
        .match_indices(key)
        .map(|(offset, _)| start + offset)
        .find(|offset| bounded(*offset))
        .unwrap_or(start)
}

fn wrong_type(text: &str, error: &serde_path_to_error::Error<toml::de::Error>) -> Finding {
    let message = error.inner().message();
    let expected = match message.rsplit_once("expected ").map_or("", |(_, expected)| expected) {
        "a string" => "type-text",
        "a boolean" => "type-boolean",
        "a sequence" => "type-list",
        expected if expected.starts_with("struct") => "type-table",
        _ if message.contains("Moment") => "type-time",
        _ => "type-other",
    };
    let finding =
        Finding::error(error.path().to_string(), "case-type").with("expected", Value::Key(expected));
    placed(finding, text, error.inner().span().unwrap_or(0..0).start)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Found = (String, &'static str, Vec<(&'static str, Value)>);

    fn codes(bytes: &[u8]) -> Vec<Found> {
        let findings = read(bytes).map_or_else(|problems| problems.findings().to_vec(), |case| case.unknown);
        findings.into_iter().map(|finding| (finding.field, finding.code, finding.args)).collect()
    }

    fn at(line: u64, column: u64) -> Vec<(&'static str, Value)> {
        vec![("line", Value::Number(line)), ("column", Value::Number(column))]
    }

    #[test]
    fn a_byte_order_mark_is_no_slip() {
        let case = read("\u{feff}[store]\nname = '店'\n".as_bytes()).ok().unwrap();
        assert_eq!(case.store.name.as_deref(), Some("店"));
    }

    #[test]
    fn encodings_get_their_mend() {
        let utf16: Vec<u8> = "[store]\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(codes(&utf16)[0].1, "case-utf16");
        assert_eq!(codes(&[b"\xFF\xFE".as_slice(), &utf16].concat())[0].1, "case-utf16");
        let gbk = [b"[store]\nname = \"".as_slice(), &[0xB5, 0xEA], b"\""].concat();
        assert_eq!(codes(&gbk), [("case".into(), "case-gbk", vec![("line", Value::Number(2))])]);
        assert_eq!(codes(b"[store]\nname = \"\xFF\"")[0].1, "case-not-utf8");
    }

    #[test]
    fn slips_of_the_syntax_are_named_by_what_people_do() {
        for (text, code, line, column) in [
            ("[store]\nid = \"1\"\nid = \"2\"", "case-duplicate", 3, 1),
            ("[store]\n\n[store]\n", "case-duplicate", 3, 2),
            ("[representative]\nid_portrait = \"C:\\Users\\me\\a.jpg\"", "case-backslash", 2, 20),
            ("[representative]\nid_portrait = \"D:\\scans\\a.jpg\"", "case-backslash", 2, 19),
            ("[store]\nname = “店”", "case-curly-quotes", 2, 8),
            ("[store]\nname = Aurora", "case-unquoted", 2, 8),
            ("[freeze]\nat = 2026-13-01", "case-datetime", 2, 6),
            ("[store\n", "case-syntax", 1, 7),
        ] {
            assert_eq!(codes(text.as_bytes()), [("case".into(), code, at(line, column))], "{text}");
        }
    }

    #[test]
    fn every_unknown_key_is_named_at_once_with_what_was_meant() {
        let found = codes(b"[store]\nnmae = \"x\"\nzzz = 1\n[busines]\nlicense = \"y\"\n");
        let fields: Vec<_> = found.iter().map(|(field, code, _)| (field.as_str(), *code)).collect();
        assert_eq!(
            fields,
            [
                ("store.nmae", "case-unknown-key-near"),
                ("store.zzz", "case-unknown-key"),
                ("busines", "case-unknown-key-near"),
            ]
        );
        assert_eq!(found[0].2[2..], at(2, 1));
    }

    #[test]
    fn a_wrong_type_names_key_and_type() {
        for (text, field, expected, line, column) in [
            ("[store]\nid = 1102345678", "store.id", "type-text", 2, 6),
            ("[store]\nverified = \"yes\"", "store.verified", "type-boolean", 2, 12),
            ("[freeze]\nnotice = \"a.png\"", "freeze.notice", "type-list", 2, 10),
            ("[freeze]\nat = 5", "freeze.at", "type-time", 2, 6),
            ("store = 1", "store", "type-table", 1, 9),
            ("store = [\"1102345678\"]", "store", "type-table", 1, 9),
            ("[representative]\nportrait = [true]", "representative.portrait", "type-table", 2, 12),
        ] {
            let mut args = vec![("expected", Value::Key(expected))];
            args.extend(at(line, column));
            assert_eq!(codes(text.as_bytes()), [(field.into(), "case-type", args)], "{text}");
        }
    }
}
