//! Names that every system can hold.

/// Names that Windows keeps for devices, whatever their extension (Microsoft, "Naming Files, Paths, and Namespaces").
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether a file or folder of this name can exist on Windows, macOS and Linux.
pub(super) fn holds_everywhere(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        stem.strip_prefix(device).is_some_and(|number| {
            matches!(number.chars().next(), Some('0'..='9' | '¹' | '²' | '³')) && number.chars().count() == 1
        })
    });
    !name.is_empty()
        && name.len() <= 200
        && !name.ends_with(['.', ' '])
        && !name.contains(|c: char| c.is_control() || r#"<>:"/\|?*"#.contains(c))
        && !numbered
        && !DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::holds_everywhere;

    #[test]
    fn windows_has_the_last_word() {
        for good in [
            "letter.txt",
            "01-freeze-notice.png",
            "1102345678",
            ".hidden",
            "解冻.txt",
            "console.log",
            "com10.txt",
        ] {
            assert!(holds_everywhere(good), "{good}");
        }
        for bad in [
            "",
            ".",
            "..",
            "a/b",
            r"a\b",
            "a:b",
            "nul",
            "NUL.txt",
            "com1.tar.gz",
            "LPT²",
            "aux .txt",
            "end.",
            "end ",
            "a\nb",
            "a?",
        ] {
            assert!(!holds_everywhere(bad), "{bad}");
        }
    }
}
