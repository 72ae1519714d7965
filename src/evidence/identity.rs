//! What makes 18 characters an identity number (GB 11643-1999).

/// Whether 17 digits and a digit or `X` have a right check character (ISO 7064 MOD 11-2) and a birth date that can be.
///
/// The region is not asked for: codes are abolished and made, and holders keep theirs.
#[must_use]
pub fn is_identity_number(number: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &[u8; 11] = b"10X98765432";
    let Some((check, digits)) = number.split_last() else { return false };
    if digits.len() != WEIGHTS.len() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let value = |range: std::ops::Range<usize>| {
        digits[range].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'))
    };
    CHECK[(sum % 11) as usize] == *check && is_date(value(6..10), value(10..12), value(12..14))
}

/// Whether there is such a day in the Gregorian calendar, between 1850 and 2099.
fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1850..2100).contains(&year) && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_example_is_a_number_and_its_neighbours_are_not() {
        assert!(is_identity_number(b"11010519491231002X"));
        for wrong in [
            &b"110105194912310021"[..],
            b"11010519491331002X",
            b"1101051949123100X",
            b"",
            b"1101051949123100211",
        ] {
            assert!(!is_identity_number(wrong));
        }
    }

    #[test]
    fn february_has_its_days() {
        assert!(
            is_date(2000, 2, 29) && !is_date(1900, 2, 29) && is_date(2024, 2, 29) && !is_date(2023, 2, 29)
        );
        assert!(
            !is_date(1849, 1, 1) && !is_date(2000, 4, 31) && !is_date(2000, 0, 1) && !is_date(2000, 1, 0)
        );
    }
}
