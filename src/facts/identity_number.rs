//! Finds resident identity numbers (GB 11643-1999) where none may stand.

use super::text::narrow;

/// Whether a text holds an identity number: 17 digits and a digit or `X` with a right ISO 7064 MOD 11-2 check
/// character and a birth date that can exist, also when it is grouped with anything but letters (spaces, hyphens and
/// dashes of every kind, line breaks), written in full-width digits, or part of a longer run.
///
/// The region is not asked for: one in eleven random strings passes the check character, and the date is enough to
/// keep order numbers apart. When in doubt this says yes.
pub(crate) fn is_in(text: &str) -> bool {
    let mut run: Vec<u8> = Vec::new();
    for c in narrow(text).chars() {
        match c {
            '0'..='9' => run.push(c as u8),
            'x' | 'X' if run.len() >= 17 => run.push(b'X'),
            _ if !c.is_alphanumeric() => {}
            _ if run.windows(18).any(is_identity_number) => return true,
            _ => run.clear(),
        }
    }
    run.windows(18).any(is_identity_number)
}

fn is_identity_number(number: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &[u8; 11] = b"10X98765432";
    let (digits, check) = number.split_at(17);
    if !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let value = |range: std::ops::Range<usize>| {
        digits[range].iter().fold(0i16, |value, digit| value * 10 + i16::from(digit - b'0'))
    };
    CHECK[(sum % 11) as usize] == check[0]
        && (1850..2100).contains(&value(6..10))
        && jiff::civil::Date::new(value(6..10), value(10..12) as i8, value(12..14) as i8).is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_in;

    #[test]
    fn the_standards_example_is_found_however_it_is_written() {
        for text in [
            "11010519491231002X",
            "11010519491231002x",
            "No 110105 1949 1231 002X!",
            "110105-19491231-002X",
            "１１０１０５１９４９１２３１００２Ｘ",
            "身份证11010519491231002X号",
            "00011010519491231002X",
            "110105/19491231/002X",
            "110105–19491231–002X",
            "110105\u{2011}1949\u{2009}1231：002X",
            "110105\n19491231002X",
            "110105\u{FE0F}19491231002X",
            "11010519491231002x@example.com",
        ] {
            assert!(is_in(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in ["110105194912310021", "11010519491331002X", "8012345678901234", "+86 138 0013 8000", ""]
        {
            assert!(!is_in(text), "{text}");
        }
    }
}
