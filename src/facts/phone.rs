//! The phone that the platform answers by SMS.

use phonenumber::country::Id;
use phonenumber::{Mode, Type};

use super::Region;
use super::text::narrow;
use crate::finding::Finding;

/// A phone number in E.164, and a warning when it is a landline, which gets no SMS.
///
/// A number without a country code is read as one of the business's region.
///
/// # Errors
/// `phone-form` when it cannot be read, `phone-impossible` when no such number exists.
pub(super) fn check(text: &str, region: Region) -> Result<(String, Option<Finding>), Finding> {
    let country = match region {
        Region::Cn => Some(Id::CN),
        Region::Hk => Some(Id::HK),
        Region::Mo => Some(Id::MO),
        Region::Tw => Some(Id::TW),
        Region::Other => None,
    };
    let text = narrow(text.trim());
    let dialled = |c: char| c.is_ascii_digit() || "+-() .".contains(c);
    if text.len() > 40 || !text.chars().all(dialled) {
        return Err(Finding::error("", "phone-form"));
    }
    let number = phonenumber::parse(country, &text).map_err(|_| Finding::error("", "phone-form"))?;
    if !phonenumber::is_valid(&number) {
        return Err(Finding::error("", "phone-impossible"));
    }
    let kind = number.number_type(&phonenumber::metadata::DATABASE);
    let landline = matches!(kind, Type::FixedLine | Type::TollFree | Type::PremiumRate | Type::SharedCost);
    let warning = landline.then(|| Finding::warning("", "phone-landline"));
    Ok((number.format().mode(Mode::E164).to_string(), warning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_e164() {
        for (text, region) in [
            ("138 0013 8000", Region::Cn),
            ("+86 138-0013-8000", Region::Other),
            ("＋８６ １３８００１３８０００", Region::Hk),
            ("008613800138000", Region::Cn),
        ] {
            let (number, warning) = check(text, region).ok().unwrap();
            assert_eq!((number.as_str(), warning), ("+8613800138000", None), "{text}");
        }
    }

    #[test]
    fn a_landline_gets_no_sms() {
        let (number, warning) = check("0571 8502 2088", Region::Cn).ok().unwrap();
        assert_eq!(number, "+8657185022088");
        assert_eq!(warning.map(|finding| finding.code), Some("phone-landline"));
    }

    #[test]
    fn what_nobody_can_dial_is_refused() {
        for (bad, code) in [
            ("", "phone-form"),
            ("call me", "phone-form"),
            ("13800138000\r\nX: y", "phone-form"),
            ("13800138000", "phone-form"),
            ("+86 1380013", "phone-impossible"),
        ] {
            let region = if bad == "13800138000" { Region::Other } else { Region::Cn };
            assert_eq!(check(bad, region).map_err(|finding| finding.code).err(), Some(code), "{bad}");
        }
    }
}
