//! Puts a text on the clipboard: by the system's own command, or by asking the terminal (OSC 52, which also works over
//! SSH).

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::cli::session::Session;

/// Whether the text went somewhere; a terminal does not say whether it obeyed.
pub(super) fn copy(text: &str, session: &Session) -> bool {
    commands().iter().any(|line| run(line, text)) || terminal(text, session)
}

/// The commands that may be there, and make sense where we run.
fn commands() -> Vec<&'static [&'static str]> {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let mut commands: Vec<&'static [&'static str]> = Vec::new();
    if cfg!(windows) {
        commands.push(&["clip.exe"]);
    } else if cfg!(target_os = "macos") {
        commands.push(&["pbcopy"]);
    } else {
        if is_set("WAYLAND_DISPLAY") {
            commands.push(&["wl-copy"]);
        }
        if is_set("DISPLAY") {
            commands.push(&["xclip", "-selection", "clipboard"]);
            commands.push(&["xsel", "--clipboard", "--input"]);
        }
    }
    commands
}

fn run(line: &[&str], text: &str) -> bool {
    let Some((program, words)) = line.split_first() else { return false };
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // What is secret is nobody else's.
    command.env_remove("UNFREEZE_PASSWORD");
    let Ok(mut child) = command.spawn() else { return false };
    // `clip` takes the console's code page, unless a mark says UTF-16.
    let bytes = if cfg!(windows) {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    } else {
        text.as_bytes().to_vec()
    };
    let written = child.stdin.take().is_some_and(|mut stdin| stdin.write_all(&bytes).is_ok());
    child.wait().is_ok_and(|status| status.success()) && written
}

fn terminal(text: &str, session: &Session) -> bool {
    !session.plain() && session.bytes(format!("\x1b]52;c;{}\x07", STANDARD.encode(text)).as_bytes()).is_ok()
}
