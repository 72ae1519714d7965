//! The store ID.

use super::text::{code_point, narrow};
use crate::finding::Finding;

/// The store ID: 5 to 12 ASCII digits, or taken from the store's address.
///
/// # Errors
/// `store-id-fullwidth` (explained, not silently changed), `store-id-url`, `store-id-form` or `store-id-length`.
pub(crate) fn check(text: &str) -> Result<String, Finding> {
    let text = text.trim();
    let id = if text.contains('/') {
        of_url(text).ok_or_else(|| Finding::error("", "store-id-url"))?
    } else {
        text
    };
    let narrowed = narrow(id);
    if narrowed != id && narrowed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Finding::error("", "store-id-fullwidth").with("ascii", narrowed));
    }
    if let Some(bad) = id.chars().find(|c| !c.is_ascii_digit()) {
        return Err(Finding::error("", "store-id-form").with("char", code_point(bad)));
    }
    if !(5..=12).contains(&id.len()) {
        return Err(Finding::error("", "store-id-length").with("length", id.len()));
    }
    Ok(id.to_owned())
}

/// The digits behind `/store/` in an address on one of the platform's domains.
fn of_url(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let (host, path) = rest.split_once('/')?;
    let on_platform = ["aliexpress.com", "aliexpress.ru", "aliexpress.us"]
        .iter()
        .any(|domain| host == *domain || host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.')));
    let id = path.strip_prefix("store/")?.split(['?', '#', '/']).next()?;
    let id = id.strip_suffix(".html").unwrap_or(id);
    (on_platform && !id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn ids_and_addresses() {
        for good in [
            "1102345678",
            " 1102345678 ",
            "https://www.aliexpress.com/store/1102345678",
            "https://es.aliexpress.com/store/1102345678?spm=a2g0o.detail",
            "aliexpress.ru/store/1102345678.html#top",
        ] {
            assert_eq!(check(good), Ok("1102345678".into()), "{good}");
        }
        for (bad, code) in [
            ("１１０２３４５６７８", "store-id-fullwidth"),
            ("1234", "store-id-length"),
            ("1234567890123", "store-id-length"),
            ("", "store-id-length"),
            ("11023x5678", "store-id-form"),
            ("1102345678]", "store-id-form"),
            ("1102345678\r\nBcc: a@example.com", "store-id-form"),
            ("https://aliexpress.com.example.com/store/1102345678", "store-id-url"),
            ("https://evilaliexpress.com/store/1102345678", "store-id-url"),
            ("https://www.aliexpress.com/item/1102345678", "store-id-url"),
        ] {
            assert_eq!(check(bad).map_err(|finding| finding.code), Err(code), "{bad}");
        }
    }
}
