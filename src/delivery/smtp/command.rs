//! The lines that are written, as lettre words them; both the dialogue and its rehearsal take them from here.

use std::net::Ipv4Addr;

use lettre::Address;
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Quit, Rcpt, Rset, Starttls};
use lettre::transport::smtp::extension::{ClientId, MailBodyParameter, MailParameter};

use super::capabilities::Capabilities;
use super::envelope::Envelope;

/// EHLO with an address literal: the name of the computer is nobody's business, and may not be ASCII.
pub(super) fn ehlo() -> String {
    Ehlo::new(ClientId::Ipv4(Ipv4Addr::LOCALHOST)).to_string()
}

pub(super) fn start_tls() -> String {
    Starttls.to_string()
}

/// MAIL FROM with what the server takes besides: the size (RFC 1870), and 8BITMIME where the mail needs it.
pub(super) fn mail(envelope: &Envelope, mail: &[u8], offered: &Capabilities) -> String {
    let mut parameters = Vec::new();
    if offered.size {
        parameters.push(MailParameter::Size(mail.len()));
    }
    if !mail.is_ascii() {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    Mail::new(Some(envelope.sender().clone()), parameters).to_string()
}

pub(super) fn rcpt(address: &Address) -> String {
    Rcpt::new(address.clone(), Vec::new()).to_string()
}

pub(super) fn data() -> String {
    Data.to_string()
}

pub(super) fn rset() -> String {
    Rset.to_string()
}

pub(super) fn quit() -> String {
    Quit.to_string()
}
