//! Help texts: whole, in the person's language, within 80 columns.

use unicode_width::UnicodeWidthStr;

use crate::run::{Outcome, Run};

const VERBS: [&str; 18] = [
    "new",
    "check",
    "redact",
    "accept",
    "preview",
    "compose",
    "ticket",
    "contact",
    "profile",
    "send",
    "status",
    "log",
    "follow-up",
    "account",
    "record",
    "templates",
    "completions",
    "man",
];

/// The help of every verb, in one language.
fn helps(lang: &'static str) -> Vec<(String, String)> {
    let mut lines = vec!["--help".to_owned(), "help help".to_owned(), "templates export --help".to_owned()];
    lines.extend(["add", "list", "check", "remove"].map(|verb| format!("account {verb} --help")));
    lines.extend(["record export --help", "record forget --help"].map(str::to_owned));
    lines.extend(VERBS.map(|verb| format!("{verb} --help")));
    let help = |line: String| {
        let outcome = Run::line(&line).lang(lang).run();
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""), "{line}");
        (line, outcome.stdout)
    };
    lines.into_iter().map(help).collect()
}

#[test]
fn help_is_whole_and_in_the_persons_language() {
    let en = "\
Shows what to paste and to upload for the urgent ticket in the seller backend

Usage: unfreeze ticket [OPTIONS] <CASE>

Arguments
  <CASE>                  The case file

Options
      --lang <LANG>       Language of the letter; without it, what the case says
                          [one of: en, zh, both]
      --templates <DIR>   Take the letter's templates from this folder instead
                          of the built-in ones
      --json              Write one JSON object to stdout; words for people go
                          to stderr
      --ui-lang <LANG>    Language of the program: its messages and this help;
                          without it, that of the system [one of: en, zh]
      --plain             No colours and no redraws
  -h, --help              Show this help

Examples
  unfreeze ticket shop.toml
  unfreeze ticket shop.toml --lang zh
";
    let zh = "\
显示在卖家后台提交加急工单时要粘贴的文字和要上传的文件

用法：unfreeze ticket [选项] <CASE>

参数
  <CASE>                  案件文件

选项
      --lang <LANG>       申诉信的语言；不写则以案件文件为准（可选：en、zh、
                          both）
      --templates <DIR>   改用此文件夹里的申诉信模板，不用内置模板
      --json              向标准输出写一个 JSON 对象；给人看的文字写到标准错误
      --ui-lang <LANG>    程序界面的语言，包括提示和本帮助；不写则随系统（可选：
                          en、zh）
      --plain             不用颜色，不重绘屏幕
  -h, --help              显示本帮助

示例
  unfreeze ticket shop.toml
  unfreeze ticket shop.toml --lang zh
";
    for line in ["ticket --help", "ticket -h", "help ticket"] {
        assert_eq!(Run::line(line).run(), Outcome::done(en));
        assert_eq!(Run::line(line).lang("zh").run(), Outcome::done(zh));
    }
}

#[test]
fn help_fits_eighty_columns_and_lists_every_verb() {
    for lang in ["en", "zh"] {
        for (line, help) in helps(lang) {
            let wide: Vec<_> = help.lines().filter(|row| row.width() > 80).collect();
            assert_eq!(wide, [""; 0], "{line}");
            assert!(!help.contains("[help-"), "{line}: a text is missing\n{help}");
        }
        let help = Run::line("--help").lang(lang).run();
        let listed = help.stdout.lines().filter_map(|row| row.strip_prefix("  ")?.split(' ').next());
        let listed = listed.filter(|verb| !verb.is_empty());
        let listed: Vec<_> = listed.take_while(|verb| *verb != "help").collect();
        assert_eq!(listed, VERBS);
        assert_eq!(Run::new([""; 0]).lang(lang).run(), help);
    }
}

/// Whether a row of Chinese help has Chinese in it, or only what is typed: flags, placeholders, examples.
fn is_chinese(row: &str) -> bool {
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c) || "）、".contains(c));
    let typed = row.trim_start();
    row.is_empty() || han(row) || typed.starts_with("unfreeze ") || typed.starts_with('-')
}

/// Two English words in a row, of which neither is typed.
fn phrase(row: &str) -> Option<String> {
    let word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let words: Vec<_> = row.split(' ').collect();
    let pair = words.windows(2).find(|pair| pair.iter().all(word) && pair[0] != "unfreeze");
    pair.map(|pair| pair.join(" "))
}

#[test]
fn no_english_is_left_in_chinese() {
    for (line, help) in helps("zh") {
        for row in help
            .lines()
            .filter(|row| !row.trim_start().starts_with("unfreeze ") && !row.starts_with("用法："))
        {
            assert!(is_chinese(row), "{line}: {row}");
            assert_eq!(phrase(row), None, "{line}: {row}");
        }
    }
    assert!(!is_chinese("Options:") && phrase("  -h, --help  Print help").is_some());
}
