//! The review page's colours can be read (WCAG 2.2, 1.4.3).

use crate::review::between;

const STYLE: &str = include_str!("../../templates/review.css");

/// A contrast of at least 4.5 for text.
#[test]
fn every_colour_can_be_read_on_every_ground() {
    let schemes: Vec<&str> =
        STYLE.split(":root {").skip(1).filter(|rules| rules.contains("--soft:")).collect();
    assert_eq!(schemes.len(), 2, "light and dark");
    for scheme in schemes {
        let colour = |name: &str| luminance(between(scheme, &format!("--{name}: #"), ";"));
        for ink in ["ink", "soft", "good", "look", "bad"] {
            for ground in ["ground", "sheet"] {
                let (one, other) = (colour(ink), colour(ground));
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(contrast >= 4.5, "{ink} on {ground}: {contrast:.2}");
            }
        }
    }
}

/// The relative luminance of six hexadecimal digits, by WCAG 2.2.
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}
