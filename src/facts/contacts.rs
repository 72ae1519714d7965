//! Whether a phone number, an address or a site that somebody gave is an official channel.
//!
//! What can be said offline is said: there is no phone line for these sellers, official addresses lie on the platform's
//! own domain, and many names imitate it. Nothing is ever called safe: the sender of a mail can be forged, and a page of
//! the platform's domain can be shown by somebody else's.

use super::address::{self, DOMAIN};
use super::text::narrow;
use super::{Recipient, identity_number};

/// Domains of store fronts: the platform's, but no seller support was published there.
const STORE_FRONTS: [&str; 2] = ["aliexpress.ru", "aliexpress.us"];

/// How something stands to the platform, as far as anybody can tell offline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Published as an official channel.
    Published,
    /// On the platform's own domain, without having been published as a channel.
    OnDomain,
    /// Not an official channel.
    NotOfficial,
    /// Nothing can be said.
    Unknown,
}

impl Standing {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::OnDomain => "on-domain",
            Self::NotOfficial => "not-official",
            Self::Unknown => "unknown",
        }
    }
}

/// One contact found in a text, and what is to be said of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Judged {
    /// As it was written.
    pub text: String,
    /// The stable name of the rule: the catalogue's sentence is `contact-<code>`, its `.mend` says what to do.
    pub code: &'static str,
    /// How it stands to the platform.
    pub standing: Standing,
}

/// Quiet on purpose: somebody's number or address.
impl std::fmt::Debug for Judged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

/// Judges every address, site and phone number of a text, in this order; the text itself when it holds none.
/// `messengers` are the names, in lower case, of what chats: an account there is no official channel.
#[must_use]
pub fn judge(text: &str, messengers: &[String]) -> Vec<Judged> {
    let text = narrow(text);
    let mut judged = Vec::new();
    // What is left for phone numbers, whose parts may be words of their own.
    let mut rest = text.clone();
    for word in words(&text) {
        if let Some((code, standing)) = word.contains('@').then(|| mailbox(word)).or_else(|| site(word)) {
            judged.push(Judged { text: word.to_owned(), code, standing });
            rest = rest.replacen(word, ";", 1);
        }
    }
    let not_official = |text: String, code| Judged { text, code, standing: Standing::NotOfficial };
    let lower = rest.to_lowercase();
    let messenger = messengers.iter().find(|name| lower.contains(name.as_str()));
    judged.extend(messenger.map(|name| not_official(name.clone(), "messenger")));
    // The number behind a messenger's name is an account there.
    let phones = if messenger.is_some() { Vec::new() } else { phones(&rest) };
    judged.extend(phones.into_iter().map(|phone| {
        let code = phone_code(&phone);
        not_official(phone, code)
    }));
    if judged.is_empty() {
        judged.push(Judged { text, code: "unknown", standing: Standing::Unknown });
    }
    judged.dedup();
    judged
}

/// The words of a text: what stands between blanks, brackets, quotes and Chinese characters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let divides = |c: char| {
        c.is_whitespace() || "，；、：！？（）《》「」『』【】“”‘’\"'<>()[]{},;".contains(c) || han(c)
    };
    text.split(divides)
        .map(|word| word.trim_matches(['.', '。', '!', '?', ':']))
        .filter(|word| !word.is_empty())
}

fn han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn mailbox(word: &str) -> (&'static str, Standing) {
    // A link may carry a name in front of its host, to look like another.
    if word.contains("://") {
        return site(word).unwrap_or(("site-foreign", Standing::NotOfficial));
    }
    let address = word.strip_prefix("mailto:").unwrap_or(word);
    match address::recipient(address) {
        Ok(Recipient::Urgent) => ("address-urgent", Standing::Published),
        Ok(Recipient::Dedicated(_)) => ("address-dedicated", Standing::OnDomain),
        Err(finding) if finding.code == "address-lookalike" => ("address-lookalike", Standing::NotOfficial),
        Err(finding) if finding.code == "recipient-foreign" && on(DOMAIN, host_of(address)) => {
            ("address-platform", Standing::OnDomain)
        }
        Err(_) => ("address-foreign", Standing::NotOfficial),
    }
}

fn host_of(address: &str) -> &str {
    address.rsplit('@').next().unwrap_or_default()
}

/// A site's standing, if the word is one: `https://…`, or a name with dots that ends in letters.
fn site(word: &str) -> Option<(&'static str, Standing)> {
    let scheme = word.split_once("://").map(|(_, rest)| rest);
    let authority = scheme.unwrap_or(word).split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = host_of(authority).split(':').next().unwrap_or_default().to_lowercase();
    let last = host.rsplit(['.', '。']).next().unwrap_or_default();
    let named =
        host.contains(['.', '。']) && last.chars().count() >= 2 && last.chars().any(char::is_alphabetic);
    if !named && scheme.is_none() {
        return None;
    }
    Some(if on(DOMAIN, &host) && host_of(authority) == authority {
        ("site-platform", Standing::OnDomain)
    } else if STORE_FRONTS.iter().any(|domain| on(domain, &host)) && host_of(authority) == authority {
        ("site-store-front", Standing::OnDomain)
    } else if address::imitates_platform(&host) || word.to_lowercase().contains("aliexpress") {
        ("site-lookalike", Standing::NotOfficial)
    } else {
        ("site-foreign", Standing::NotOfficial)
    })
}

/// Whether a host is the domain or below it.
fn on(domain: &str, host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    host == domain || host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.'))
}

/// Runs of 5 to 15 digits with what people write between them.
fn phones(text: &str) -> Vec<String> {
    let between = |c: char| c.is_ascii_digit() || "+-–—. ".contains(c);
    let runs = text.split(|c: char| !between(c)).map(|run| run.trim_matches([' ', '.', '-', '–', '—']));
    let count = |run: &str| run.bytes().filter(u8::is_ascii_digit).count();
    let phones = runs.filter(|run| (5..=15).contains(&count(run)) && !identity_number::is_in(run));
    phones.map(|run| run.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn phone_code(phone: &str) -> &'static str {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let dialled_out = phone.starts_with('+') || digits.starts_with("00");
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    let (home, national) = match digits.strip_prefix("86") {
        Some(national) if dialled_out || digits.len() == 13 => (true, national),
        _ => (!dialled_out, digits),
    };
    let area = national.strip_prefix('0').unwrap_or(national);
    match national.len() {
        _ if !home => "phone-abroad",
        10 if national.starts_with("400") || national.starts_with("800") => "phone-400",
        11 if national.starts_with('1') => "phone-mobile",
        _ if area.starts_with("571") && national.len() > 9 => "phone-hangzhou",
        _ => "phone-other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(text: &str) -> Vec<Judged> {
        super::judge(text, &["微信".to_owned(), "qq".to_owned()])
    }

    fn codes(text: &str) -> Vec<&'static str> {
        judge(text).into_iter().map(|judged| judged.code).collect()
    }

    #[test]
    fn no_phone_number_is_an_official_channel() {
        for (text, code) in [
            ("400-822-1688", "phone-400"),
            ("４００－８２２－１６８８", "phone-400"),
            ("0571-85022088", "phone-hangzhou"),
            ("+86 571 8502 2088", "phone-hangzhou"),
            ("客服电话：138 0013 8000（微 x）", "phone-mobile"),
            ("8613800138000", "phone-mobile"),
            ("+52 55 1234 5678", "phone-abroad"),
            ("0097141234567", "phone-abroad"),
            ("95188", "phone-other"),
            ("010-62345678", "phone-other"),
        ] {
            let judged = judge(text);
            assert_eq!(codes(text), [code], "{text}");
            assert_eq!(judged[0].standing, Standing::NotOfficial, "{text}");
        }
    }

    #[test]
    fn addresses_lie_on_the_platforms_domain_or_are_not_its_own() {
        for (text, code, standing) in [
            ("seller-support@aliexpress.com", "address-urgent", Standing::Published),
            ("mailto:Seller-Support@AliExpress.com", "address-urgent", Standing::Published),
            ("seller-support-hk@aliexpress.com", "address-dedicated", Standing::OnDomain),
            ("noreply@aliexpress.com", "address-platform", Standing::OnDomain),
            ("seller-support@aliexpress-help.com", "address-lookalike", Standing::NotOfficial),
            ("seller-support@aIiexpress.com", "address-lookalike", Standing::NotOfficial),
            ("发到 seller-support@аliexpress.com。", "address-lookalike", Standing::NotOfficial),
            ("kefu@example.com", "address-foreign", Standing::NotOfficial),
        ] {
            assert_eq!(codes(text), [code], "{text}");
            assert_eq!(judge(text)[0].standing, standing, "{text}");
        }
    }

    #[test]
    fn sites_are_judged_by_their_host() {
        for (text, code) in [
            ("https://seller.aliexpress.com/help", "site-platform"),
            ("help.aliexpress.com", "site-platform"),
            ("HTTPS://WWW.ALIEXPRESS.COM:443/x?y=z@example.com", "site-platform"),
            ("aliexpress.ru/store/1102345678", "site-store-front"),
            ("https://aliexpress.com@example.com/", "site-lookalike"),
            ("https://aliexpress.com.example.com/", "site-lookalike"),
            ("allexpress.com", "site-lookalike"),
            ("https://example.com/aliexpress.com", "site-lookalike"),
            ("https://example.com/login", "site-foreign"),
            ("http://192.0.2.1/", "site-foreign"),
        ] {
            assert_eq!(codes(text), [code], "{text}");
        }
    }

    #[test]
    fn a_message_is_taken_apart() {
        let text = "【速卖通】店铺异常，请点击https://example.com/unfreeze，或致电400-822-1688、13800138000";
        assert_eq!(codes(text), ["site-foreign", "phone-400", "phone-mobile"]);
        assert_eq!(codes("加微信 aliexpress_kf 或 QQ 800012345"), ["messenger"]);
        assert_eq!(codes("王经理"), ["unknown"]);
        assert_eq!(codes(""), ["unknown"]);
        // An identity number is nobody's phone.
        assert_eq!(codes("11010519491231002X"), ["unknown"]);
    }
}
