//! Where the program keeps its settings and its diary.
//!
//! The system's own places: on Windows `%APPDATA%` and `%LOCALAPPDATA%`, elsewhere `$XDG_CONFIG_HOME` and
//! `$XDG_STATE_HOME` with their defaults (XDG Base Directory Specification), which is also what people expect of a
//! command line on macOS.

use std::env;
use std::path::{self, PathBuf};

use etcetera::BaseStrategy;
use unfreeze::finding::Finding;

use super::exit::Exit;
use super::report::Failure;

const NAME: &str = "unfreeze";

/// Settings: accounts and the profile. `$UNFREEZE_CONFIG_DIR` names another folder.
///
/// # Errors
/// When the system does not say where the person's home is.
pub(crate) fn config() -> Result<PathBuf, Failure> {
    place("UNFREEZE_CONFIG_DIR", |system| system.config_dir())
}

/// The diary of the cases. `$UNFREEZE_STATE_DIR` names another folder.
///
/// # Errors
/// When the system does not say where the person's home is.
pub(crate) fn state() -> Result<PathBuf, Failure> {
    // Windows has no place for state; the cache's is the one that stays on this machine, where a diary belongs.
    place("UNFREEZE_STATE_DIR", |system| system.state_dir().unwrap_or_else(|| system.cache_dir()))
}

/// The folder that a variable names, or ours below the system's.
fn place(variable: &'static str, system: impl Fn(&dyn BaseStrategy) -> PathBuf) -> Result<PathBuf, Failure> {
    if let Some(named) = env::var_os(variable).filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        return Ok(path::absolute(&named).unwrap_or(named));
    }
    match etcetera::choose_base_strategy() {
        Ok(strategy) => Ok(system(&strategy).join(NAME)),
        Err(_) => Err(Failure::new(Exit::NoInput, [Finding::error(variable, "folder-no-home")])),
    }
}
