//! A panic is a bug of ours: told in one line, with the place in the code and nothing of what was worked on.

use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::Path;
use std::sync::Mutex;

use unfreeze::finding::Finding;

use super::exit::Exit;
use super::report::Failure;

static PLACE: Mutex<String> = Mutex::new(String::new());

/// Runs the program; a panic becomes a failure.
///
/// The hook only remembers where, and prints nothing: the payload may quote a person's data, and a decoder's panic that
/// the evidence stage catches is not the end.
///
/// # Errors
/// What `work` fails with, or the panic.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let before = panic::take_hook();
    panic::set_hook(Box::new(remember));
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(before);
    outcome.unwrap_or_else(|_payload| {
        let place = PLACE.lock().map(|place| place.clone()).unwrap_or_default();
        Err(Failure::new(Exit::Bug, [Finding::error(place, "bug")]))
    })
}

fn remember(info: &PanicHookInfo<'_>) {
    let Some(location) = info.location() else { return };
    if let Ok(mut place) = PLACE.lock() {
        *place = format!("{}:{}", short(location.file()), location.line());
    }
}

/// The last three steps of a path: the whole one may begin with somebody's home.
fn short(file: &str) -> String {
    let steps: Vec<_> = Path::new(file).iter().map(|step| step.to_string_lossy()).collect();
    steps[steps.len().saturating_sub(3)..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_failure_without_its_payload() {
        let failure = caught::<()>(|| panic!("11010519491231002X")).unwrap_err();
        assert_eq!(failure.exit(), Exit::Bug);
        let [finding] = failure.findings() else { panic!("one finding") };
        assert_eq!(finding.code, "bug");
        assert!(finding.field.starts_with("src/cli/panics.rs:"), "{}", finding.field);
        assert!(finding.args.is_empty());
    }

    #[test]
    fn a_home_folder_is_not_told() {
        assert_eq!(short("/home/wang/.cargo/registry/src/x/png-1/src/text.rs"), "png-1/src/text.rs");
    }
}
