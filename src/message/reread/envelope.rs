//! Who sends the mail and to whom: one sender, the platform's address alone in To, plain mailboxes elsewhere.

use super::fields::Header;
use crate::facts::{self, MOST_CC, Recipient};
use crate::finding::Finding;

/// The addresses of a mail's header.
#[derive(Default)]
pub(super) struct Envelope {
    pub(super) from: String,
    pub(super) to: Vec<String>,
    pub(super) cc: Vec<String>,
    pub(super) bcc: Vec<String>,
}

impl Envelope {
    /// Reads From, To, Cc and Bcc, and looks at the fields that stand beside them.
    pub(super) fn read(header: &Header, findings: &mut Vec<Finding>) -> Self {
        let before = findings.len();
        let mut list = |name: &str| {
            let addresses = addresses(header.value(name).unwrap_or_default());
            addresses.unwrap_or_else(|| {
                findings.push(Finding::error(name, "reread-address-list"));
                Vec::new()
            })
        };
        let [from, to, cc, bcc] = ["From", "To", "Cc", "Bcc"].map(&mut list);
        let [sender, reply_to] = ["Sender", "Reply-To"].map(&mut list);
        let unread = |name: &str| findings[before..].iter().any(|finding| finding.field == name);
        let mut found = Vec::new();
        let envelope = Self { from: from.first().cloned().unwrap_or_default(), to, cc, bcc };
        if from.len() != 1 && !unread("From") {
            found.push(Finding::error("From", "reread-from").with("count", from.len()));
        }
        found.extend(check_sender(&envelope.from).filter(|_| from.len() == 1));
        if !unread("To") {
            found.extend(check_to(&envelope.to));
        }
        found.extend(check_copies("Cc", &envelope.cc, &envelope.to));
        found.extend(check_copies("Bcc", &envelope.bcc, &envelope.to));
        if envelope.cc.len() + envelope.bcc.len() > MOST_CC {
            found.push(Finding::error("Cc", "cc-too-many"));
        }
        if sender.iter().any(|sender| !sender.eq_ignore_ascii_case(&envelope.from)) {
            found.push(Finding::error("Sender", "reread-sender"));
        }
        for address in &reply_to {
            found.extend(facts::mailbox(address).err().map(|finding| finding.at("Reply-To")));
        }
        if reply_to.iter().any(|reply_to| !reply_to.eq_ignore_ascii_case(&envelope.from)) {
            found.push(Finding::warning("Reply-To", "reread-reply-to"));
        }
        findings.extend(found);
        envelope
    }
}

/// The official-recipient rule on a final envelope: one sender, who is not the platform; `to` is one address of the
/// platform's and nothing else; `copies` (Cc, Bcc and the sender's own) are plain mailboxes, at most 20 besides the
/// sender's, none of which is `to` again.
#[must_use]
pub fn check_recipients<T: AsRef<str>>(from: &str, to: &[T], copies: &[T]) -> Vec<Finding> {
    let own =
        |list: &[T]| -> Vec<String> { list.iter().map(|address| address.as_ref().to_owned()).collect() };
    let (to, copies) = (own(to), own(copies));
    let mut findings: Vec<Finding> = check_sender(from).into_iter().collect();
    findings.extend(check_to(&to));
    findings.extend(check_copies("Cc", &copies, &to));
    if copies.iter().filter(|copy| !copy.eq_ignore_ascii_case(from)).count() > MOST_CC {
        findings.push(Finding::error("Cc", "cc-too-many"));
    }
    findings
}

fn check_sender(from: &str) -> Option<Finding> {
    let finding = match facts::mailbox(from) {
        Ok(from) => Recipient::of(&from).ok().map(|_| Finding::error("", "from-platform")),
        Err(finding) => Some(finding),
    };
    finding.map(|finding| finding.at("From"))
}

fn check_to(to: &[String]) -> Option<Finding> {
    let finding = match to {
        [] => Finding::error("", "reread-to-missing"),
        [address] => match Recipient::of(address).err()? {
            foreign if foreign.code == "recipient-foreign" => Finding::error("", "reread-to-foreign"),
            finding => finding,
        },
        _ => Finding::error("", "reread-to-several").with("count", to.len()),
    };
    Some(finding.at("To"))
}

fn check_copies(field: &str, copies: &[String], to: &[String]) -> Vec<Finding> {
    let twice = |copy: &String| to.iter().any(|to| to.eq_ignore_ascii_case(copy));
    let found = copies.iter().filter_map(|copy| match facts::mailbox(copy) {
        Ok(_) => twice(copy).then(|| Finding::error(field, "reread-to-twice")),
        Err(finding) => Some(finding.at(field)),
    });
    found.collect()
}

/// The addresses of a list of mailboxes (RFC 5322 §3.4): `local@domain`, or a name and `<local@domain>`.
///
/// None for what a person's client does not write and readers disagree about: groups, comments, routes, empty entries.
fn addresses(value: &str) -> Option<Vec<String>> {
    if value.is_empty() {
        return Some(Vec::new());
    }
    let (mut found, mut name, mut address) = (Vec::new(), String::new(), None::<String>);
    let (mut quoted, mut angled, mut escaped) = (false, false, false);
    for c in value.chars().chain([',']) {
        if quoted {
            (quoted, escaped) = (escaped || c != '"', !escaped && c == '\\');
            continue;
        }
        match c {
            '"' if !angled && address.is_none() => {
                quoted = true;
                name.push('"');
            }
            ',' if !angled => {
                // What stands before `<` is a name, and an address only if nothing follows.
                let bare = || (!name.contains('"')).then(|| name.trim().to_owned());
                found.push(address.take().or_else(bare)?);
                name.clear();
            }
            '<' if !angled && address.is_none() => {
                angled = true;
                address = Some(String::new());
            }
            '>' if angled => angled = false,
            '"' | '<' | '>' | '(' | ')' | ':' | ';' | ',' => return None,
            c => match &mut address {
                Some(address) if angled => address.push(c),
                Some(_) if !c.is_whitespace() => return None,
                Some(_) => {}
                None => name.push(c),
            },
        }
    }
    let whole = !quoted && !angled && found.iter().all(|address| address.contains('@'));
    whole.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_as_clients_write_them() {
        for (value, expected) in [
            ("", Vec::new()),
            ("a@example.com", vec!["a@example.com"]),
            ("<a@example.com>", vec!["a@example.com"]),
            ("Lin, a@example.com", Vec::new()),
            (
                "\"Lin, Lu\" <a@example.com>, =?utf-8?b?5p6X?= <b@example.com>",
                vec!["a@example.com", "b@example.com"],
            ),
            ("\"a\\\" <x@example.com>\" <a@example.com>", vec!["a@example.com"]),
        ] {
            let found = addresses(value);
            assert_eq!(found.unwrap_or_default(), expected, "{value}");
        }
    }

    #[test]
    fn what_readers_disagree_about_is_no_list() {
        for value in [
            "Support: a@example.com, b@example.com;",
            "a@example.com (b@example.com)",
            "<@relay.example,@b.example:a@example.com>",
            "<<a@example.com>>",
            "<a@example.com> b@example.com",
            "<a@example.com",
            "\"a@example.com",
            "a@example.com,",
            "a@example.com,,b@example.com",
            "\"a\"@example.com",
            "a",
        ] {
            assert_eq!(addresses(value), None, "{value}");
        }
    }

    #[test]
    fn an_envelope_goes_to_the_platform_alone() {
        let check = |from, to: &[&str], copies: &[&str]| -> Vec<(String, &'static str)> {
            check_recipients(from, to, copies)
                .into_iter()
                .map(|finding| (finding.field, finding.code))
                .collect()
        };
        let (shop, official) = ("shop@example.com", "seller-support@aliexpress.com");
        assert_eq!(check(shop, &[official], &[shop, "ops@example.com"]), []);
        assert_eq!(check(shop, &["seller-support-hk@aliexpress.com"], &[official]), []);
        for (from, to, copies, field, code) in [
            (shop, vec![], vec![], "To", "reread-to-missing"),
            (shop, vec![official, official], vec![], "To", "reread-to-several"),
            (shop, vec!["x@example.com"], vec![], "To", "reread-to-foreign"),
            (shop, vec!["seller-support@a1iexpress.com"], vec![], "To", "address-lookalike"),
            (shop, vec![official], vec!["SELLER-support@aliexpress.com"], "Cc", "reread-to-twice"),
            (shop, vec![official], vec!["x@aliexpres.com"], "Cc", "address-lookalike"),
            (official, vec![official], vec![], "From", "from-platform"),
            ("", vec![official], vec![], "From", "address-form"),
            (shop, vec![official], vec!["x@example.com"; 21], "Cc", "cc-too-many"),
        ] {
            assert_eq!(check(from, &to, &copies), [(field.to_owned(), code)], "{to:?} {copies:?}");
        }
    }
}
