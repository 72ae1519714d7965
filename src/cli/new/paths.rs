//! The paths in what a person pasted or dropped: as terminals, file managers and shells write them.

use std::path::{Path, PathBuf};

/// The paths of a text, in its order.
///
/// Several stand on one line, divided by blanks, or on lines of their own; each bare, in quotes, with a backslash before
/// a blank (Unix terminals), as `C:\…` or `\\server\…`, as a `file://` address, or with `~` for `home`. A line that is
/// one existing path as it stands is taken so, blanks and all.
pub(crate) fn parse(text: &str, home: Option<&Path>, exists: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let whole = resolve(line, home);
        if exists(&whole) {
            paths.push(whole);
            continue;
        }
        // PowerShell writes its call operator before what is dropped.
        let words = words(line).into_iter().filter(|word| word != "&");
        paths.extend(words.map(|word| resolve(&word, home)));
    }
    paths
}

/// The words of a line, without the quotes and escapes round them.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut chars = line.chars().peekable();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(end), _) if c == end => quote = None,
            // Within quotes a backslash is one; only a shell's double quotes escape a quote.
            (Some('"'), '\\') if chars.peek() == Some(&'"') && !windows(word.as_deref()) => {
                word.get_or_insert_default().extend(chars.next());
            }
            (Some(_), _) => word.get_or_insert_default().push(c),
            (None, _) if closing(c, word.is_none()).is_some() => {
                quote = closing(c, word.is_none());
                word.get_or_insert_default();
            }
            (None, '\\') if escapes(word.as_deref(), chars.peek().copied()) => {
                word.get_or_insert_default().extend(chars.next());
            }
            (None, _) if c.is_whitespace() => words.extend(word.take()),
            (None, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words.retain(|word| !word.is_empty());
    words
}

/// The quote that ends what this one begins. An apostrophe within a word is one, except after an escape that a shell
/// writes as `'\''`, where the word goes on.
fn closing(c: char, at_start: bool) -> Option<char> {
    match c {
        '"' => Some('"'),
        '\'' => Some('\''),
        '“' if at_start => Some('”'),
        '‘' if at_start => Some('’'),
        '「' if at_start => Some('」'),
        _ => None,
    }
}

/// Whether a backslash takes away the meaning of what follows. In Windows paths it divides folders.
fn escapes(before: Option<&str>, next: Option<char>) -> bool {
    let Some(next) = next else { return false };
    // A share begins with two.
    if before.is_none() && next == '\\' {
        return false;
    }
    !windows(before) && (next.is_whitespace() || next.is_ascii_punctuation() && !"_.-".contains(next))
}

/// Whether what stands before is the beginning of a Windows path: `C:` or a share's two backslashes.
fn windows(before: Option<&str>) -> bool {
    let before = before.unwrap_or_default();
    let mut chars = before.chars();
    before.starts_with('\\')
        || (chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':'))
}

/// A word as a path.
fn resolve(word: &str, home: Option<&Path>) -> PathBuf {
    if let Some(url) = strip_scheme(word) {
        return of_url(url);
    }
    match (word.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_owned(),
        (Some(rest), Some(home)) if rest.starts_with(['/', '\\']) => home.join(&rest[1..]),
        _ => PathBuf::from(word),
    }
}

fn strip_scheme(word: &str) -> Option<&str> {
    let (scheme, rest) = word.split_at_checked(7)?;
    scheme.eq_ignore_ascii_case("file://").then_some(rest)
}

/// The path of a `file:` address without its scheme (RFC 8089): on this computer, on a Windows drive, or on a share.
fn of_url(rest: &str) -> PathBuf {
    let rest = percent_decoded(rest);
    let (host, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest.as_str(), ""),
    };
    let drive = path.strip_prefix('/').filter(|path| path.len() > 1 && windows(Some(path)));
    match (host, drive) {
        ("" | "localhost", Some(drive)) => PathBuf::from(drive),
        ("" | "localhost", None) => PathBuf::from(path),
        (host, _) => PathBuf::from(format!("\\\\{host}{}", path.replace('/', "\\"))),
    }
}

/// `%E5%9B%BE` as the bytes that it stands for; what is no such sequence, or no UTF-8, stays.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let (mut decoded, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, ..) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// A path as it stands in a case file of `folder`: relative to it where that is possible, with `/` between steps.
///
/// Both are absolute.
pub(crate) fn relative(path: &Path, folder: &Path) -> String {
    let (mut to, mut from) = (path.components().peekable(), folder.components().peekable());
    let mut shared = 0;
    while to.peek().is_some() && to.peek() == from.peek() {
        to.next();
        from.next();
        shared += 1;
    }
    // Nothing but the root in common: whoever moves the case would not move the picture with it.
    if shared < 2 {
        return path.display().to_string();
    }
    let up = from.map(|_| "..".to_owned());
    let down = to.map(|step| step.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Vec<String> {
        let paths = parse(text, Some(Path::new("/home/lu")), |path| {
            ["/tmp/a b c.jpg", "it's.png"].iter().any(|known| path == Path::new(known))
        });
        paths.iter().map(|path| path.display().to_string()).collect()
    }

    #[test]
    fn one_path_in_every_way_of_writing() {
        for (text, path) in [
            ("notice.png", "notice.png"),
            ("  scans/portrait.jpg  ", "scans/portrait.jpg"),
            // Terminals on Linux and macOS, when a file is dropped on them.
            ("'/home/lu/my scans/a.jpg'", "/home/lu/my scans/a.jpg"),
            ("\"/home/lu/my scans/a.jpg\"", "/home/lu/my scans/a.jpg"),
            ("/home/lu/my\\ scans/a\\(1\\).jpg", "/home/lu/my scans/a(1).jpg"),
            ("/home/lu/O\\'Brien.jpg", "/home/lu/O'Brien.jpg"),
            ("'/home/lu/O'\\''Brien.jpg'", "/home/lu/O'Brien.jpg"),
            ("/home/lu/图片\\ 1.png ", "/home/lu/图片 1.png"),
            ("/home/lu/a\\&b\\$c.png", "/home/lu/a&b$c.png"),
            ("/tmp/a b c.jpg", "/tmp/a b c.jpg"),
            ("it's.png", "it's.png"),
            ("“/home/lu/截图 1.png”", "/home/lu/截图 1.png"),
            ("‘截图 1.png’", "截图 1.png"),
            ("「截图 1.png」", "截图 1.png"),
            // Windows: Explorer, PowerShell, a share, relative.
            ("C:\\Users\\lu\\scans\\a.jpg", "C:\\Users\\lu\\scans\\a.jpg"),
            ("\"C:\\Users\\lu\\my scans\\a.jpg\"", "C:\\Users\\lu\\my scans\\a.jpg"),
            ("& 'C:\\Users\\lu\\my scans\\a.jpg'", "C:\\Users\\lu\\my scans\\a.jpg"),
            ("d:\\(1)\\[2]\\a.jpg", "d:\\(1)\\[2]\\a.jpg"),
            ("\\\\server\\share\\a.jpg", "\\\\server\\share\\a.jpg"),
            ("\"\\\\server\\my share\\a.jpg\"", "\\\\server\\my share\\a.jpg"),
            ("scans\\a.jpg", "scans\\a.jpg"),
            ("\"C:\\a\\\"", "C:\\a\\"),
            // Addresses.
            ("file:///home/lu/my%20scans/%E5%9B%BE.png", "/home/lu/my scans/图.png"),
            ("file://localhost/tmp/a.png", "/tmp/a.png"),
            ("FILE:///C:/Users/lu/a%20b.jpg", "C:/Users/lu/a b.jpg"),
            ("file://server/share/a.jpg", "\\\\server\\share\\a.jpg"),
            ("file:///tmp/100%.png", "/tmp/100%.png"),
            ("file:///tmp/%FF.png", "/tmp/%FF.png"),
            // The home folder.
            ("~/scans/a.jpg", "/home/lu/scans/a.jpg"),
            ("~", "/home/lu"),
            ("~other/a.jpg", "~other/a.jpg"),
        ] {
            assert_eq!(parsed(text), [path], "{text}");
        }
    }

    #[test]
    fn several_at_once() {
        for text in [
            "a.png scans/b.jpg '/tmp/c d.jpg'",
            "a.png\nscans/b.jpg\n'/tmp/c d.jpg'\n",
            "a.png\r\nscans/b.jpg\r\n\r\n/tmp/c\\ d.jpg",
            "  'a.png' \"scans/b.jpg\"   file:///tmp/c%20d.jpg",
            "'a.png' scans/b.jpg\n\t/tmp/c\\ d.jpg",
        ] {
            assert_eq!(parsed(text), ["a.png", "scans/b.jpg", "/tmp/c d.jpg"], "{text}");
        }
        assert_eq!(
            parsed("\"C:\\my scans\\a.jpg\" C:\\b.jpg \\\\nas\\c.jpg"),
            ["C:\\my scans\\a.jpg", "C:\\b.jpg", "\\\\nas\\c.jpg"]
        );
    }

    #[test]
    fn nothing_is_nothing_and_a_slip_does_not_panic() {
        for text in ["", "  \n\t", "''", "\"\" ''", "&"] {
            assert_eq!(parsed(text), [""; 0], "{text}");
        }
        assert_eq!(parsed("'/tmp/never closed.jpg"), ["/tmp/never closed.jpg"]);
        assert_eq!(parsed("a\\"), ["a\\"]);
        assert_eq!(parsed("%"), ["%"]);
        assert_eq!(parsed("file://"), [""]);
    }

    #[cfg(unix)]
    #[test]
    fn a_case_names_its_pictures_from_its_own_folder() {
        let folder = Path::new("/home/lu/case");
        for (path, stored) in [
            ("/home/lu/case/notice.png", "notice.png"),
            ("/home/lu/case/scans/a.jpg", "scans/a.jpg"),
            ("/home/lu/a.jpg", "../a.jpg"),
            ("/home/lu/photos/a.jpg", "../photos/a.jpg"),
            ("/mnt/a.jpg", "/mnt/a.jpg"),
        ] {
            assert_eq!(relative(Path::new(path), folder), stored);
        }
    }
}
