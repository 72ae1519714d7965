//! Each dialogue speaks one language: no English is left in the Chinese one, no Chinese in the English one, and the
//! punctuation is the language's own.

use super::dialogue::{EN, ZH, once};

/// What a person typed, what is typed at a shell, and names of programs and files.
const NAMES: [&str; 10] = [
    "For English, type en",
    "Outlook 经典版和 Thunderbird",
    "unfreeze profile show",
    "unfreeze profile forget",
    "unfreeze new unfreeze-1102345678.toml",
    "unfreeze contact",
    "Aurora 灯饰",
    "极光灯饰旗舰店",
    "极光灯饰",
    "中文请输入 zh",
];

fn han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// The lines of all screens, without what was typed.
fn lines(screens: &[String], skip: &[&str]) -> Vec<String> {
    let mut lines: Vec<String> =
        screens.iter().flat_map(|screen| screen.lines()).map(str::to_owned).collect();
    lines.sort();
    lines.dedup();
    let shown = lines.into_iter().map(|line| NAMES.iter().fold(line, |line, name| line.replace(name, "")));
    shown.filter(|line| !skip.iter().any(|part| line.contains(part))).collect()
}

#[test]
fn no_chinese_is_left_in_the_english_dialogue() {
    let (_, screens) = once(&EN);
    // The first screen was in the other language, until the person asked for this one.
    let start = screens.iter().position(|screen| screen.contains("? Store ID")).unwrap();
    let switched: Vec<String> =
        screens[start..].iter().map(|screen| after(screen, "Your store is frozen?")).collect();
    // The letter of this case is in both languages.
    let letter = |screen: &String| screen.contains("UF-1102345678-20261120");
    let switched: Vec<String> = switched.into_iter().filter(|screen| !letter(screen)).collect();
    let strays: Vec<_> = lines(&switched, &[])
        .into_iter()
        .filter(|line| line.chars().any(|c| han(c) || "，。；：！？（）、".contains(c)))
        .collect();
    assert_eq!(strays, [""; 0]);
}

/// What stands on a screen from a text on; all of it, once that has scrolled away.
fn after(screen: &str, text: &str) -> String {
    screen.find(text).map_or_else(|| screen.to_owned(), |at| screen[at..].to_owned())
}

#[test]
fn no_english_is_left_in_the_chinese_dialogue() {
    let (_, screens) = once(&ZH);
    let start = screens.iter().position(|screen| screen.contains("? 店铺 ID")).unwrap();
    let switched: Vec<String> =
        screens[start..].iter().map(|screen| after(screen, "店铺被冻结了？")).collect();
    let letter = |screen: &String| screen.contains("UF-1102345678-20261120");
    let switched: Vec<String> = switched.into_iter().filter(|screen| !letter(screen)).collect();
    for line in lines(&switched, &["> 图片", "? 图片", ".toml", ".html", ".png", "@"]) {
        let words: Vec<&str> = line.split(|c: char| c.is_whitespace() || han(c)).collect();
        let word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
        let phrase = words.windows(2).find(|pair| pair.iter().all(word));
        assert_eq!(phrase, None, "{line}");
        let letters: Vec<char> = line.chars().collect();
        let slip = letters.windows(2).find(|pair| han(pair[0]) && ",;:?!()".contains(pair[1]));
        assert_eq!(slip, None, "{line}");
    }
}
