//! What the server offers in its reply to EHLO (RFC 5321 §4.1.1.1), in any case of letters.

use lettre::transport::smtp::authentication::Mechanism;

use super::reply::Reply;

/// What a server offers, as far as it matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Capabilities {
    /// STARTTLS (RFC 3207).
    pub(super) start_tls: bool,
    /// 8BITMIME (RFC 6152).
    pub(super) eight_bit: bool,
    /// Whether it takes SIZE with MAIL (RFC 1870).
    pub(super) size: bool,
    /// The largest mail it takes, in bytes; none when it does not say.
    pub(super) limit: Option<u64>,
    /// The ways to log in (RFC 4954) that are spoken here.
    pub(super) mechanisms: Vec<Mechanism>,
}

impl Capabilities {
    /// Reads them; the first line is the server's name for itself.
    pub(super) fn of(reply: &Reply) -> Self {
        let mut offered = Self::default();
        for line in reply.text().lines().skip(1) {
            let line = line.to_ascii_uppercase();
            // `AUTH=LOGIN` is how it was written before RFC 2554, and some servers still do.
            let mut words = line.split([' ', '\t', '=']).filter(|word| !word.is_empty());
            match words.next() {
                Some("STARTTLS") => offered.start_tls = true,
                Some("8BITMIME") => offered.eight_bit = true,
                Some("SIZE") => {
                    offered.size = true;
                    offered.limit =
                        words.next().and_then(|limit| limit.parse().ok()).filter(|&limit| limit > 0);
                }
                Some("AUTH") => {
                    for mechanism in words.filter_map(mechanism) {
                        if !offered.mechanisms.contains(&mechanism) {
                            offered.mechanisms.push(mechanism);
                        }
                    }
                }
                _ => {}
            }
        }
        offered
    }
}

fn mechanism(word: &str) -> Option<Mechanism> {
    [Mechanism::Plain, Mechanism::Login, Mechanism::Xoauth2]
        .into_iter()
        .find(|mechanism| mechanism.to_string() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_in_any_form() {
        let said =
            "mx.example\nsize 35882577\nauth plain\nAUTH=LOGIN  XOAuth2 plain\nStartTLS\n8bitmime\nSMTPUTF8";
        assert_eq!(
            Capabilities::of(&Reply::new(250, said)),
            Capabilities {
                start_tls: true,
                eight_bit: true,
                size: true,
                limit: Some(35_882_577),
                mechanisms: vec![Mechanism::Plain, Mechanism::Login, Mechanism::Xoauth2],
            }
        );
    }

    #[test]
    fn the_first_line_offers_nothing() {
        assert_eq!(Capabilities::of(&Reply::new(250, "STARTTLS")), Capabilities::default());
        assert_eq!(Capabilities::of(&Reply::new(250, "x\n\nAUTHX PLAIN\nAUTH")), Capabilities::default());
    }

    #[test]
    fn no_limit_is_written_in_three_ways() {
        for size in ["SIZE", "SIZE 0", "SIZE much"] {
            let offered = Capabilities::of(&Reply::new(250, &format!("mx\n{size}")));
            assert_eq!((offered.size, offered.limit), (true, None), "{size}");
        }
    }
}
