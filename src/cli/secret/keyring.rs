//! Secrets that the system keeps: Keychain on macOS, the Credential Manager on Windows, the Secret Service elsewhere.
//!
//! Only with the cargo feature `keyring`. Without it, and where no such service runs, that is an error; nothing else is
//! ever written in its place.

use secrecy::SecretString;
use unfreeze::finding::Finding;

use crate::cli::exit::Exit;
use crate::cli::report::Failure;

/// Whether this program was built with it.
pub(crate) const BUILT_IN: bool = cfg!(feature = "keyring");

/// The secret that is kept for an account.
///
/// # Errors
/// When none is, or the service cannot be asked.
pub(super) fn kept(account: &str) -> Result<SecretString, Failure> {
    service::get(account).map_err(|code| failure(account, code))
}

/// Keeps a secret for an account.
///
/// # Errors
/// When the service cannot be asked, or refuses.
pub(crate) fn keep(account: &str, secret: &SecretString) -> Result<(), Failure> {
    service::set(account, secret).map_err(|code| failure(account, code))
}

/// Forgets the secret of an account; one that is not kept is forgotten already.
///
/// # Errors
/// When the service cannot be asked, or refuses.
pub(crate) fn forget(account: &str) -> Result<(), Failure> {
    match service::delete(account) {
        Err("keyring-missing") => Ok(()),
        done => done.map_err(|code| failure(account, code)),
    }
}

fn failure(account: &str, code: &'static str) -> Failure {
    Failure::new(Exit::Login, [Finding::error(account, code)])
}

#[cfg(feature = "keyring")]
mod service {
    use keyring::{Entry, Error};
    use secrecy::{ExposeSecret, SecretString};

    /// What our entries are filed under.
    const SERVICE: &str = "unfreeze";

    pub(super) fn get(account: &str) -> Result<SecretString, &'static str> {
        entry(account)?.get_password().map(SecretString::from).map_err(code)
    }

    pub(super) fn set(account: &str, secret: &SecretString) -> Result<(), &'static str> {
        entry(account)?.set_password(secret.expose_secret()).map_err(code)
    }

    pub(super) fn delete(account: &str) -> Result<(), &'static str> {
        entry(account)?.delete_credential().map_err(code)
    }

    fn entry(account: &str) -> Result<Entry, &'static str> {
        Entry::new(SERVICE, account).map_err(code)
    }

    /// The error itself may hold the secret (`BadEncoding`), so only its kind goes on.
    fn code(error: Error) -> &'static str {
        match error {
            Error::NoEntry => "keyring-missing",
            Error::NoDefaultStore | Error::NoStorageAccess(_) => "keyring-unavailable",
            _ => "keyring-failed",
        }
    }
}

#[cfg(not(feature = "keyring"))]
mod service {
    use secrecy::SecretString;

    pub(super) fn get(_account: &str) -> Result<SecretString, &'static str> {
        Err("keyring-absent")
    }

    pub(super) fn set(_account: &str, _secret: &SecretString) -> Result<(), &'static str> {
        Err("keyring-absent")
    }

    pub(super) fn delete(_account: &str) -> Result<(), &'static str> {
        Err("keyring-absent")
    }
}
