//! Email addresses, and which of them belong to the platform.

use std::str::FromStr;

use email_address::EmailAddress;
use unicode_security::confusable_detection::skeleton;

use super::{Recipient, identity_number};
use crate::finding::Finding;

/// The platform's address for urgent mail.
pub(super) const URGENT: &str = "seller-support@aliexpress.com";
/// The platform's own domain.
pub(super) const DOMAIN: &str = "aliexpress.com";

/// A plain mailbox, `local@domain` in ASCII: a dot-atom local part and a host name (RFC 5321 §4.1.2), no display name,
/// no quoting, no address literal.
///
/// # Errors
/// `address-second` for more than one address, `address-ascii`, `address-form`, `identity-number`, or
/// `address-lookalike` for a domain that imitates the platform's.
pub(crate) fn mailbox(text: &str) -> Result<String, Finding> {
    let text = text.trim();
    if text.matches('@').count() > 1 || text.contains([',', ';', '\n', '\r', '<', '>', '%', '!']) {
        return Err(Finding::error("", "address-second"));
    }
    if imitates_platform(text) {
        return Err(Finding::error("", "address-lookalike"));
    }
    if !text.is_ascii() {
        return Err(Finding::error("", "address-ascii"));
    }
    if identity_number::is_in(text) {
        return Err(Finding::error("", "identity-number"));
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$&'*+-/=?^_`{|}~@".contains(&byte);
    let domain = text.rsplit('@').next().unwrap_or_default();
    let good = text.bytes().all(plain)
        && EmailAddress::from_str(text).is_ok()
        && domain.contains('.')
        && domain.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    if good { Ok(text.to_owned()) } else { Err(Finding::error("", "address-form")) }
}

/// The recipient: the urgent mailbox, or a dedicated `seller-support-…@aliexpress.com`.
///
/// # Errors
/// As [`mailbox`], and `recipient-foreign` for any other address.
pub(super) fn recipient(text: &str) -> Result<Recipient, Finding> {
    let address = mailbox(text)?.to_ascii_lowercase();
    if address == URGENT {
        return Ok(Recipient::Urgent);
    }
    let name = address.strip_prefix("seller-support-").and_then(|rest| rest.strip_suffix("@aliexpress.com"));
    match name {
        Some(name)
            if (1..=40).contains(&name.len())
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') =>
        {
            Ok(Recipient::Dedicated(address))
        }
        _ => Err(Finding::error("", "recipient-foreign")),
    }
}

/// Whether the domain looks like the platform's without being it: other letters of the same shape (UTS 39 skeletons),
/// a longer name that contains it, a dot too many, or a letter or two off.
pub(super) fn imitates_platform(address: &str) -> bool {
    let domain = address.rsplit('@').next().unwrap_or_default();
    let lower = domain.to_lowercase();
    if lower == DOMAIN {
        return false;
    }
    let shape = |text: &str| -> String {
        // A reader takes l, 1 and i for one another; the skeleton alone keeps i apart.
        let folded: String = skeleton(text).flat_map(char::to_lowercase).collect();
        folded.replace(['i', '1', '|'], "l").replace('0', "o").replace("rn", "m")
    };
    lower.contains("aliexpress")
        || shape(&lower).contains(&shape("aliexpress"))
        || strsim::damerau_levenshtein(&shape(&lower), &shape(DOMAIN)) <= 2
}

impl Recipient {
    /// The platform's address that a text is, wherever it was typed.
    ///
    /// # Errors
    /// The finding that tells what it is instead, without a field.
    pub fn of(text: &str) -> Result<Self, Finding> {
        recipient(text)
    }

    /// The address itself.
    #[must_use]
    pub fn address(&self) -> &str {
        match self {
            Self::Urgent => URGENT,
            Self::Dedicated(address) => address,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn official_recipients() {
        for good in ["seller-support@aliexpress.com", " Seller-Support@AliExpress.com "] {
            assert!(matches!(recipient(good), Ok(Recipient::Urgent)), "{good}");
        }
        let dedicated = recipient("seller-support-hk@aliexpress.com").ok().unwrap();
        assert_eq!(dedicated.address(), "seller-support-hk@aliexpress.com");
    }

    #[test]
    fn everything_else_is_refused_by_what_it_is() {
        for (bad, code) in [
            ("seller-support@aliexpress.com.", "address-lookalike"),
            ("seller-support@aliexpress.com.example.com", "address-lookalike"),
            ("seller-support@mail.aliexpress.com", "address-lookalike"),
            ("seller-support@aliexpress-support.com", "address-lookalike"),
            ("seller-support@aliexpress.co", "address-lookalike"),
            ("seller-support@aIiexpress.com", "address-lookalike"),
            ("seller-support@a1iexpress.com", "address-lookalike"),
            ("seller-support@allexpress.com", "address-lookalike"),
            ("seller-support@aliexpres.com", "address-lookalike"),
            ("seller-support@аliexpress.com", "address-lookalike"), // Cyrillic а
            ("seller-support@aliexpress。com", "address-lookalike"),
            ("seller-support@ａｌｉｅｘｐｒｅｓｓ.com", "address-lookalike"),
            ("seller-support@aliexpress.com, x@example.com", "address-second"),
            ("x@example.com seller-support@aliexpress.com", "address-second"),
            ("seller-support@aliexpress.com\r\nBcc: x@example.com", "address-second"),
            ("<seller-support@aliexpress.com>", "address-second"),
            ("seller-support%example.com@aliexpress.com", "address-second"),
            ("ѕeller-support@aliexpress.com", "address-ascii"), // Cyrillic ѕ
            ("seller-support\0@aliexpress.com", "address-form"),
            ("seller-support @aliexpress.com", "address-form"),
            ("support@aliexpress.com", "recipient-foreign"),
            ("seller-support-@aliexpress.com", "recipient-foreign"),
            ("help@example.com", "recipient-foreign"),
            ("seller-support", "address-form"),
            ("", "address-form"),
        ] {
            assert_eq!(recipient(bad).map_err(|finding| finding.code).err(), Some(code), "{bad}");
        }
    }

    #[test]
    fn ordinary_mailboxes() {
        for good in ["shop@example.com", "a.b+c@sub.example.co.uk", "10000@qq.com"] {
            assert_eq!(mailbox(good), Ok(good.into()));
        }
        for bad in [
            "a@b",
            "\"a b\"@example.com",
            "a@[127.0.0.1]",
            "a..b@example.com",
            "店@example.com",
            "a@exa_mple.com",
        ] {
            assert!(mailbox(bad).is_err(), "{bad}");
        }
        let numbered = mailbox("11010519491231002x@example.com");
        assert_eq!(numbered.map_err(|finding| finding.code), Err("identity-number"));
    }
}
