//! A window that opened for this program alone, as after a double click, closes with it; so it waits to be read.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};

use super::session::Session;

/// Whether the window is probably ours: on Windows, without any argument, and not begun from `cmd`, which sets `PROMPT`.
/// Elsewhere terminals keep their window.
pub(crate) fn is_ours(line: &[OsString]) -> bool {
    cfg!(windows) && line.len() < 2 && env::var_os("PROMPT").is_none() && io::stdin().is_terminal()
}

/// Waits for Enter.
pub(crate) fn wait(session: &Session) {
    // Whoever cannot be told or asked is not there.
    if session.tell(&session.texts().get("window-close")).is_ok() {
        let _ = io::stdin().read_line(&mut String::new());
    }
}
