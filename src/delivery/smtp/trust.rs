//! Whose certificates are believed.

use std::fmt;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{CertificateError, ClientConfig};
use rustls_platform_verifier::Verifier;

use super::error::{Certificate, SmtpError, Why};
use super::phase::Phase;

/// The certificates that the system trusts, and perhaps more.
#[derive(Clone, Default)]
pub struct Trust {
    more: Vec<CertificateDer<'static>>,
}

impl Trust {
    /// What the system trusts.
    #[must_use]
    pub fn system() -> Self {
        Self::default()
    }

    /// What the system trusts, and the certificates of a PEM file: a company's own, or a server's for itself.
    ///
    /// # Errors
    /// [`Why::CaFile`] when there is no certificate in it, or something else is wrong with it.
    pub fn with_pem(pem: &[u8]) -> Result<Self, SmtpError> {
        let wrong = || SmtpError::at(Phase::Tls, Why::CaFile);
        let more: Vec<_> =
            CertificateDer::pem_slice_iter(pem).collect::<Result<_, _>>().map_err(|_| wrong())?;
        // The verifier alone knows whether these bytes are a certificate at all.
        let mut roots = rustls::RootCertStore::empty();
        let sound = more.iter().all(|certificate| roots.add(certificate.clone()).is_ok());
        if sound && !more.is_empty() { Ok(Self { more }) } else { Err(wrong()) }
    }

    /// TLS 1.2 or 1.3 with this trust. The system is asked each time, because its certificates may have changed.
    pub(super) fn config(&self) -> Result<Arc<ClientConfig>, Why> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = Verifier::new_with_extra_roots(self.more.iter().cloned(), Arc::clone(&provider))
            .map_err(|_| Why::NoRoots)?;
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|_| Why::TlsFailed)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        Ok(Arc::new(config))
    }
}

/// What a failed handshake means.
pub(super) fn tls_failure(error: &rustls::Error) -> Why {
    use CertificateError as Bad;
    match error {
        rustls::Error::InvalidCertificate(bad) => Why::Certificate(match bad {
            Bad::NotValidForName | Bad::NotValidForNameContext { .. } => Certificate::WrongName,
            Bad::Expired | Bad::ExpiredContext { .. } => Certificate::Expired,
            Bad::NotValidYet | Bad::NotValidYetContext { .. } => Certificate::NotYetValid,
            Bad::UnknownIssuer => Certificate::UnknownIssuer,
            _ => Certificate::Invalid,
        }),
        rustls::Error::InvalidMessage(_) => Why::NotTls,
        _ => Why::TlsFailed,
    }
}

impl fmt::Debug for Trust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Trust(system and {} more)", self.more.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_certificates_is_refused() {
        let rubbish = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for pem in [&b""[..], b"hello", rubbish, b"-----BEGIN CERTIFICATE-----\nAAAA\n"] {
            let error = Trust::with_pem(pem).unwrap_err();
            assert_eq!(error, SmtpError::at(Phase::Tls, Why::CaFile), "{}", pem.escape_ascii());
        }
    }
}
