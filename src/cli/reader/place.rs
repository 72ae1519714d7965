//! Where the reader's files may be: in the program, in the folder that a variable names, in the person's data folder, or
//! beside the program.

use std::path::{Path, PathBuf};
use std::{env, fmt};

use unfreeze::evidence::{Member, ModelFiles};
use unfreeze::finding::Finding;

use super::wrong;
use crate::cli::exit::Exit;
use crate::cli::report::Failure;
use crate::cli::{folders, input};

/// Where the files were found.
pub(super) enum Place {
    /// In the program itself.
    #[cfg(feature = "embed-reader")]
    Program,
    /// In a folder.
    #[cfg_attr(feature = "embed-reader", expect(dead_code, reason = "the files are in the program"))]
    Folder(PathBuf),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            #[cfg(feature = "embed-reader")]
            Self::Program => f.write_str("unfreeze"),
            Self::Folder(folder) => write!(f, "{}", folder.display()),
        }
    }
}

/// The proved files, from the first place that has any of them.
///
/// # Errors
/// When that place lacks one, or holds another file under its name.
pub(super) fn find() -> Result<Option<(Place, ModelFiles)>, Failure> {
    #[cfg(feature = "embed-reader")]
    {
        let files = ModelFiles::new(EMBEDDED.map(<[u8]>::to_vec));
        return files.map(|files| Some((Place::Program, files))).map_err(|error| wrong("unfreeze", error));
    }
    #[cfg(not(feature = "embed-reader"))]
    {
        for folder in folders() {
            if let Some(files) = files(&folder)? {
                return Ok(Some((Place::Folder(folder), files)));
            }
        }
        Ok(None)
    }
}

/// The folders to look in; the one that a variable names, and then no other.
#[cfg_attr(feature = "embed-reader", expect(dead_code, reason = "the files are in the program"))]
fn folders() -> Vec<PathBuf> {
    if env::var_os(folders::READER).is_some_and(|named| !named.is_empty()) {
        return folders::reader().into_iter().collect();
    }
    let beside = env::current_exe().ok().and_then(|program| Some(program.parent()?.join("reader")));
    folders::reader().ok().into_iter().chain(beside).collect()
}

/// The files of a folder; nothing if it has none of them.
#[cfg_attr(feature = "embed-reader", expect(dead_code, reason = "the files are in the program"))]
fn files(folder: &Path) -> Result<Option<ModelFiles>, Failure> {
    let paths = Member::ALL.map(|member| folder.join(member.name()));
    if !paths.iter().any(|path| path.exists()) {
        return Ok(None);
    }
    let mut files = [Vec::new(), Vec::new(), Vec::new()];
    for ((member, path), file) in Member::ALL.into_iter().zip(&paths).zip(&mut files) {
        *file = input::read(path).map_err(|_| {
            let finding = Finding::error(folder.display().to_string(), "reader-incomplete");
            Failure::new(Exit::NoInput, [finding.with("file", member.name())])
        })?;
    }
    ModelFiles::new(files).map(Some).map_err(|error| wrong(&folder.display().to_string(), error))
}

/// The files as they were when the program was built, from the folder that the variable named then.
#[cfg(feature = "embed-reader")]
const EMBEDDED: [&[u8]; 3] = [
    include_bytes!(concat!(env!("UNFREEZE_EMBED_READER"), "/ppocrv6-tiny-det.onnx")),
    include_bytes!(concat!(env!("UNFREEZE_EMBED_READER"), "/ppocrv6-tiny-rec.onnx")),
    include_bytes!(concat!(env!("UNFREEZE_EMBED_READER"), "/ppocrv6-tiny-dict.txt")),
];
