//! Who sends and who receives, as the server is told (RFC 5321 §2.3.1).

use std::fmt;

use lettre::Address;

/// The sender, the recipients that must all be accepted, and the copies that may be refused.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    from: Address,
    to: Vec<Address>,
    copies: Vec<Address>,
}

/// Why there is no envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum EnvelopeError {
    /// Something that is not an address, or one with other letters than ASCII, which few servers take (RFC 6531).
    Address,
    /// Nobody to send to.
    NoRecipient,
}

impl EnvelopeError {
    /// The stable name: the catalogue has the sentence under `finding-` and this.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Address => "smtp-address",
            Self::NoRecipient => "smtp-no-recipient",
        }
    }
}

impl Envelope {
    /// An envelope; nobody is named twice.
    ///
    /// # Errors
    /// When something is not an ASCII address, or `to` is empty.
    pub fn new(from: &str, to: &[String], copies: &[String]) -> Result<Self, EnvelopeError> {
        let mut seen: Vec<Address> = Vec::new();
        let mut all = |texts: &[String]| {
            let mut addresses = Vec::new();
            for text in texts {
                let address = address(text)?;
                if !seen.contains(&address) {
                    seen.push(address.clone());
                    addresses.push(address);
                }
            }
            Ok(addresses)
        };
        let (to, copies) = (all(to)?, all(copies)?);
        if to.is_empty() {
            return Err(EnvelopeError::NoRecipient);
        }
        Ok(Self { from: address(from)?, to, copies })
    }

    /// The sender.
    #[must_use]
    pub fn from(&self) -> &str {
        self.from.as_ref()
    }

    /// The recipients that must all be accepted.
    pub fn to(&self) -> impl Iterator<Item = &str> {
        self.to.iter().map(AsRef::as_ref)
    }

    /// The copies; a refused one is told, and does not stop the mail.
    pub fn copies(&self) -> impl Iterator<Item = &str> {
        self.copies.iter().map(AsRef::as_ref)
    }

    pub(super) fn sender(&self) -> &Address {
        &self.from
    }

    /// Everyone it goes to, and whether they may be refused.
    pub(super) fn recipients(&self) -> impl Iterator<Item = (&Address, bool)> {
        let to = self.to.iter().map(|address| (address, false));
        to.chain(self.copies.iter().map(|address| (address, true)))
    }
}

fn address(text: &str) -> Result<Address, EnvelopeError> {
    let printable = text.bytes().all(|byte| byte.is_ascii_graphic());
    match text.parse() {
        Ok(address) if printable && !text.contains(['<', '>']) => Ok(address),
        _ => Err(EnvelopeError::Address),
    }
}

/// Quiet on purpose: addresses are personal.
impl fmt::Debug for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Envelope({} to, {} copies)", self.to.len(), self.copies.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|&text| text.to_owned()).collect()
    }

    #[test]
    fn nobody_is_named_twice() {
        let to = texts(&["a@example.com", "b@example.com", "a@example.com"]);
        let envelope =
            Envelope::new("shop@example.com", &to, &texts(&["b@example.com", "shop@example.com"])).unwrap();
        assert_eq!(envelope.from(), "shop@example.com");
        assert_eq!(envelope.to().collect::<Vec<_>>(), ["a@example.com", "b@example.com"]);
        assert_eq!(envelope.copies().collect::<Vec<_>>(), ["shop@example.com"]);
        assert_eq!(format!("{envelope:?}"), "Envelope(2 to, 1 copies)");
    }

    #[test]
    fn only_ascii_addresses() {
        let good = texts(&["a@example.com"]);
        assert_eq!(Envelope::new("a@example.com", &[], &good), Err(EnvelopeError::NoRecipient));
        for bad in ["", "a", "a@", "店@example.com", "a@例子.com", "a@b.c>\r\nDATA", "a b@c.d", "a@b.c\r\n"]
        {
            assert_eq!(Envelope::new(bad, &good, &[]), Err(EnvelopeError::Address), "{bad:?}");
            assert_eq!(Envelope::new("a@b.c", &texts(&[bad]), &[]), Err(EnvelopeError::Address), "{bad:?}");
            assert_eq!(Envelope::new("a@b.c", &good, &texts(&[bad])), Err(EnvelopeError::Address), "{bad:?}");
        }
    }
}
