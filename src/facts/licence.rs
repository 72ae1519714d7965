//! The number on the business licence.

use super::{Region, text};
use crate::finding::Finding;

/// The licence number: for mainland China the unified social credit code (GB 32100-2015, 18 characters) or the
/// registration number (GS 15-2006, 15 digits), check character verified; elsewhere a line of at most 60 characters.
///
/// # Errors
/// `licence-fullwidth`, `licence-letter`, `licence-form`, `licence-length` or `licence-check`; elsewhere as a text line.
pub(super) fn check(number: &str, region: Region) -> Result<String, Finding> {
    if region != Region::Cn {
        return text::line(number, 60);
    }
    let number: String = number.trim().to_uppercase().chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let narrowed = text::narrow(&number);
    if narrowed != number {
        return Err(Finding::error("", "licence-fullwidth").with("ascii", narrowed));
    }
    if let Some(bad) = number.chars().find(|c| !c.is_ascii_alphanumeric()) {
        return Err(Finding::error("", "licence-form").with("char", text::code_point(bad)));
    }
    let good = match number.len() {
        18 => {
            if let Some(bad) = number.chars().find(|c| matches!(c, 'I' | 'O' | 'S' | 'V' | 'Z')) {
                return Err(Finding::error("", "licence-letter").with("letter", bad.to_string()));
            }
            credit_code_check(&number[..17]) == number.chars().last()
        }
        15 if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            registration_check(&number[..14]) == number.chars().last()
        }
        15 => return Err(Finding::error("", "licence-form").with("char", "A-Z")),
        length => return Err(Finding::error("", "licence-length").with("length", length)),
    };
    if good { Ok(number) } else { Err(Finding::error("", "licence-check")) }
}

/// The check character of a credit code: GB 32100-2015, weights 3^i mod 31.
fn credit_code_check(code: &str) -> Option<char> {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut sum = 0;
    let mut weight = 1;
    for c in code.chars() {
        sum += ALPHABET.find(c)? * weight;
        weight = weight * 3 % 31;
    }
    ALPHABET.chars().nth((31 - sum % 31) % 31)
}

/// The check digit of a registration number: GS 15-2006, ISO 7064 hybrid MOD 11,10.
fn registration_check(number: &str) -> Option<char> {
    let mut rest = 10;
    for c in number.chars() {
        let sum = (rest + c.to_digit(10)?) % 10;
        rest = (if sum == 0 { 10 } else { sum }) * 2 % 11;
    }
    char::from_digit((11 - rest) % 10, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_examples_hold() {
        // GB 32100-2015 computes the 18th character of 91350100M000100Y4 as 3.
        assert_eq!(check("91350100M000100Y43", Region::Cn), Ok("91350100M000100Y43".into()));
        assert_eq!(check(" 91350100m000100y4-3 ", Region::Cn), Ok("91350100M000100Y43".into()));
        // GS 15-2006: 11000001300000 has the check digit that makes the hybrid sum end in 1.
        let digit = registration_check("11000001300000").unwrap();
        assert!(check(&format!("11000001300000{digit}"), Region::Cn).is_ok());
    }

    #[test]
    fn one_wrong_or_swapped_character_is_seen() {
        for number in [
            "91350100M000100Y43".to_owned(),
            format!("11000001300000{}", registration_check("11000001300000").unwrap()),
        ] {
            for index in 0..number.len() {
                for other in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars() {
                    let mut changed: Vec<char> = number.chars().collect();
                    if changed[index] == other || (number.len() == 15 && !other.is_ascii_digit()) {
                        continue;
                    }
                    changed[index] = other;
                    let changed: String = changed.into_iter().collect();
                    assert_eq!(
                        check(&changed, Region::Cn).map_err(|f| f.code),
                        Err("licence-check"),
                        "{changed}"
                    );
                }
            }
        }
    }

    #[test]
    fn each_slip_has_its_own_word() {
        for (bad, code) in [
            ("９１350100M000100Y43", "licence-fullwidth"),
            ("91350100M000100YO3", "licence-letter"),
            ("91350100M000100Y4", "licence-length"),
            ("91350100M000100Y4?", "licence-form"),
            ("11000001300000A", "licence-form"),
        ] {
            assert_eq!(check(bad, Region::Cn).map_err(|finding| finding.code), Err(code), "{bad}");
        }
        assert_eq!(check("CR 1234567", Region::Hk), Ok("CR 1234567".into()));
    }
}
