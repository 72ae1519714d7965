//! The reader's files, for the tests that need them.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use unfreeze::evidence::{Member, ModelFiles, Models};

use crate::run::Run;

/// A folder with the reader's files, fetched once by the installer itself; no test passes without them.
pub(crate) fn files() -> &'static Path {
    static FILES: OnceLock<PathBuf> = OnceLock::new();
    FILES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reader");
        let path = std::env::var("PATH").unwrap();
        let run =
            |words| Run::line(words).env("UNFREEZE_READER_DIR", folder.to_str().unwrap()).env("PATH", &path);
        if run("reader status").run().status != 0 {
            let mut install = run("reader install");
            // The person's own settings of pip count, and lie in their home.
            let own = |name: &str| {
                let names = ["HOME", "SSL_CERT_FILE", "https_proxy", "HTTPS_PROXY"];
                names.contains(&name) || name.starts_with("PIP_")
            };
            for (name, value) in std::env::vars().filter(|(name, _)| own(name)) {
                install = install.env(&name, &value);
            }
            let installed = install.run();
            assert_eq!(installed.status, 0, "{}", installed.stderr);
        }
        folder
    })
}

/// A command line whose program has the reader.
pub(crate) fn with_reader(line: &str) -> Run {
    Run::line(line).env("UNFREEZE_READER_DIR", files().to_str().unwrap())
}

/// The networks themselves.
pub(crate) fn models() -> &'static Models {
    static MODELS: OnceLock<Models> = OnceLock::new();
    MODELS.get_or_init(|| {
        let read = |member: Member| std::fs::read(files().join(member.name())).unwrap();
        Models::load(ModelFiles::new(Member::ALL.map(read)).unwrap()).unwrap()
    })
}
