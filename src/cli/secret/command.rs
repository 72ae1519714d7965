//! A command that prints a secret.

use std::io::Read;
use std::process::{Command, Stdio};

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use unfreeze::finding::Finding;

use super::VARIABLE;
use crate::cli::exit::Exit;
use crate::cli::report::Failure;

/// The longest output that is read, in bytes. Access tokens take a few thousand.
const LONGEST: u64 = 16 * 1024;

/// The one line that a command prints. It runs in the system's shell, without our secret in its environment and with
/// nothing to read; what it writes to stderr is shown.
///
/// # Errors
/// When it cannot be started, fails, or prints nothing, more than one line, or no text. The output is not repeated.
pub(super) fn first_line(command: &str) -> Result<SecretString, Failure> {
    let mut child = shell(command)
        .env_remove(VARIABLE)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|_| failure("secret-command-start"))?;
    // The buffer never grows: growing would leave a copy of the secret behind.
    let mut output = Zeroizing::new(Vec::with_capacity(LONGEST as usize + 1));
    let read = match child.stdout.take() {
        Some(stdout) => stdout.take(LONGEST + 1).read_to_end(&mut output),
        None => Ok(0),
    };
    if output.len() as u64 > LONGEST {
        // It may go on for ever.
        let _ = child.kill();
        let _ = child.wait();
        return Err(failure("secret-command-long"));
    }
    let status = child.wait().map_err(|_| failure("secret-command-start"))?;
    if !status.success() {
        let status = status.code().map_or_else(|| "-".to_owned(), |code| code.to_string());
        return Err(Failure::new(Exit::Login, [finding("secret-command-failed").with("status", status)]));
    }
    if read.is_err() {
        return Err(failure("secret-command-start"));
    }
    line(&output).map(SecretString::from).map_err(failure)
}

/// The only line of an output.
fn line(output: &[u8]) -> Result<&str, &'static str> {
    let text = str::from_utf8(output).map_err(|_| "secret-not-text")?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_end_matches(['\r', '\n']);
    match text {
        _ if text.trim().is_empty() => Err("secret-command-empty"),
        _ if text.contains('\n') => Err("secret-command-lines"),
        _ if text.chars().any(char::is_control) => Err("secret-not-text"),
        _ => Ok(text),
    }
}

#[cfg(not(windows))]
fn shell(command: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(command);
    shell
}

/// `cmd` has rules of its own for quotes, so the command goes to it as it was typed.
#[cfg(windows)]
fn shell(command: &str) -> Command {
    use std::os::windows::process::CommandExt;
    let mut shell = Command::new("cmd");
    shell.arg("/D").arg("/S").arg("/C").raw_arg(format!("\"{command}\""));
    shell
}

fn failure(code: &'static str) -> Failure {
    Failure::new(Exit::Login, [finding(code)])
}

/// The command itself is not shown: it may name what only its writer should know.
fn finding(code: &'static str) -> Finding {
    Finding::error("", code)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn one_line_of_text_and_nothing_else() {
        for (output, expected) in [
            (&b"hunter2"[..], Ok("hunter2")),
            (b"hunter2\n", Ok("hunter2")),
            (b"hunter2\r\n\r\n", Ok("hunter2")),
            (b"\xef\xbb\xbf hunter 2 \n", Ok(" hunter 2 ")),
            (b"", Err("secret-command-empty")),
            (b" \n\n", Err("secret-command-empty")),
            (b"hunter2\nuser: shop\n", Err("secret-command-lines")),
            (b"\nhunter2\n", Err("secret-command-lines")),
            (b"hun\0ter2\n", Err("secret-not-text")),
            (b"hun\xffter2\n", Err("secret-not-text")),
        ] {
            assert_eq!(line(output), expected, "{}", output.escape_ascii());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_command_runs_in_the_shell_and_reads_nothing() {
        let secret = |command| first_line(command).map(|secret| secret.expose_secret().to_owned());
        let code = |command| secret(command).unwrap_err().findings()[0].code;
        assert_eq!(secret("printf '%s-%s' hunter $((1 + 1))").unwrap(), "hunter-2");
        assert_eq!(code("cat"), "secret-command-empty");
        assert_eq!(code("printf hunter2; exit 3"), "secret-command-failed");
        assert_eq!(code("no-such-program-here 2> /dev/null"), "secret-command-failed");
        assert_eq!(code("yes"), "secret-command-long");
    }
}
