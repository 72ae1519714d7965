//! Where a single result goes.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use unfreeze::delivery::{Overwrite, Written, write_new};
use unfreeze::finding::Finding;

use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

/// A file, or stdout, which is typed `-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl From<OsString> for Output {
    fn from(typed: OsString) -> Self {
        if typed == "-" { Self::Stdout } else { Self::File(typed.into()) }
    }
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stdout => f.write_str("-"),
            Self::File(path) => write!(f, "{}", path.display()),
        }
    }
}

impl Output {
    /// Writes the bytes; stdout always counts as created.
    ///
    /// # Errors
    /// When the file exists with another content and `force` is not given, or cannot be written.
    pub(crate) fn write(&self, bytes: &[u8], force: bool, session: &Session) -> Result<Written, Failure> {
        match self {
            Self::Stdout => session.bytes(bytes).map(|()| Written::Created),
            Self::File(path) => Ok(write_new(path, bytes, overwrite(force))?),
        }
    }
}

/// Refuses to mix a letter or a page on stdout with the object of `--json`.
///
/// # Errors
/// When both are asked for.
pub(crate) fn not_with_json(output: Option<&Output>, session: &Session) -> Result<(), Failure> {
    if output == Some(&Output::Stdout) && session.json() {
        let finding = Finding::error("--output -", "usage-conflict").with("others", "--json");
        return Err(Failure::new(Exit::Usage, [finding]));
    }
    Ok(())
}

/// The sentence that tells what became of a file.
pub(crate) fn key(written: Written) -> &'static str {
    match written {
        Written::Created => "compose-created",
        Written::Same => "compose-same",
        Written::Replaced => "compose-replaced",
    }
}

/// `--force` in the words of delivery.
pub(crate) fn overwrite(force: bool) -> Overwrite {
    if force { Overwrite::Force } else { Overwrite::Refuse }
}

/// Refuses to write over a file that is being read: `--force` is never meant for that.
///
/// # Errors
/// When `output` is one of `inputs`, under whatever name.
pub(crate) fn not_an_input(output: &Path, inputs: &[impl AsRef<Path>]) -> Result<(), Failure> {
    let Ok(real) = fs::canonicalize(output) else { return Ok(()) };
    if inputs.iter().any(|input| fs::canonicalize(input.as_ref()).is_ok_and(|input| input == real)) {
        let finding = Finding::error(output.display().to_string(), "usage-output-is-input");
        return Err(Failure::new(Exit::Usage, [finding]));
    }
    Ok(())
}
