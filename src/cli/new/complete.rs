//! Completes the last path of a line: folders and pictures.

use std::fs;
use std::path::{MAIN_SEPARATOR, Path};

/// What a picture's name may end in.
const PICTURES: [&str; 11] =
    ["jpg", "jpeg", "png", "webp", "heic", "heif", "tif", "tiff", "bmp", "gif", "jfif"];
/// More would push the question off a small screen.
const MOST: usize = 20;

/// The lines that `input` may become.
pub(crate) fn suggestions(input: &str) -> Vec<String> {
    let at = input.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let (before, word) = input.split_at(at);
    // Whoever quotes or escapes has pasted.
    if word.is_empty() || word.contains(['"', '\'', '\\', '~', ':']) && MAIN_SEPARATOR == '/' {
        return Vec::new();
    }
    let cut = word.rfind(['/', MAIN_SEPARATOR]).map_or(0, |at| at + 1);
    let (folder, begun) = word.split_at(cut);
    let Ok(entries) = fs::read_dir(if folder.is_empty() { Path::new(".") } else { Path::new(folder) }) else {
        return Vec::new();
    };
    let mut lines: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let is_folder = entry.path().is_dir();
            let fits = is_folder || is_picture(&name);
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let plain = !name.contains(char::is_whitespace);
            let end = if is_folder { "/" } else { "" };
            (fits && !hidden && plain && name.starts_with(begun))
                .then(|| format!("{before}{folder}{name}{end}"))
        })
        .collect();
    lines.sort();
    lines.truncate(MOST);
    // A name that is there already needs no suggestion.
    lines.retain(|line| line != input);
    lines
}

/// What Tab makes of `input`: as much as all suggestions have in common.
pub(crate) fn completion(input: &str) -> Option<String> {
    let mut lines = suggestions(input).into_iter();
    let first = lines.next()?;
    let common = lines.fold(first, |common, line| {
        let same = common.chars().zip(line.chars()).take_while(|(a, b)| a == b);
        same.map(|(c, _)| c).collect()
    });
    (common.len() > input.len()).then_some(common)
}

fn is_picture(name: &str) -> bool {
    let end = Path::new(name).extension().and_then(|end| end.to_str()).unwrap_or_default();
    PICTURES.iter().any(|known| known.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_and_pictures_are_completed() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["notice.png", "notes.txt", "portrait.JPG", "a b.png"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        fs::create_dir(folder.path().join("nested")).unwrap();
        let base = folder.path().display().to_string();
        let found = |line: &str| suggestions(&line.replace("BASE", &base));
        assert_eq!(found("x BASE/n"), [format!("x {base}/nested/"), format!("x {base}/notice.png")]);
        assert_eq!(found("BASE/po"), [format!("{base}/portrait.JPG")]);
        assert_eq!(found("BASE/portrait.JPG"), [""; 0]);
        assert_eq!(found(""), [""; 0]);
        assert_eq!(found("/no/such/folder/x"), [""; 0]);
        assert_eq!(completion(&format!("{base}/no")), Some(format!("{base}/notice.png")));
        assert_eq!(completion(&format!("{base}/n")), None);
    }
}
