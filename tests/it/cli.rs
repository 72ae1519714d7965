//! The command line: what is typed, what is answered, and with which exit status.

use std::fs;

use crate::run::{Outcome, Run};

/// A command line, what is wrong with it in English, and in Chinese.
const WRONG: [(&str, &str, &str); 21] = [
    (
        "chek shop.toml",
        "error: chek: there is no such command [usage-unknown-verb]\n\
         hint: did you mean `check`? `unfreeze --help` lists the commands\n",
        "错误：chek：没有这个命令 [usage-unknown-verb]\n\
         提示：是不是 `check`？运行 `unfreeze --help` 查看全部命令\n",
    ),
    (
        "frobnicate",
        "error: frobnicate: there is no such command [usage-unknown-verb]\n\
         hint: `unfreeze --help` lists the commands\n",
        "错误：frobnicate：没有这个命令 [usage-unknown-verb]\n\
         提示：运行 `unfreeze --help` 查看全部命令\n",
    ),
    (
        "templates",
        "error: unfreeze templates: a command has to follow [usage-missing-verb]\n\
         hint: one of: export\n",
        "错误：unfreeze templates：后面还要写一个命令 [usage-missing-verb]\n\
         提示：可选：export\n",
    ),
    (
        "help chek",
        "error: chek: there is no such command [usage-unknown-verb]\n\
         hint: `unfreeze --help` lists the commands\n",
        "错误：chek：没有这个命令 [usage-unknown-verb]\n\
         提示：运行 `unfreeze --help` 查看全部命令\n",
    ),
    (
        "check --jsno shop.toml",
        "error: --jsno: there is no such option [usage-unknown-option]\n\
         hint: did you mean `--json`? `unfreeze check --help` lists the options\n",
        "错误：--jsno：没有这个选项 [usage-unknown-option]\n\
         提示：是不是 `--json`？运行 `unfreeze check --help` 查看全部选项\n",
    ),
    (
        "check -x shop.toml",
        "error: -x: there is no such option [usage-unknown-option]\n\
         hint: `unfreeze check --help` lists the options\n",
        "错误：-x：没有这个选项 [usage-unknown-option]\n\
         提示：运行 `unfreeze check --help` 查看全部选项\n",
    ),
    (
        "accept shop.toml two.toml",
        "error: two.toml: nothing like this is expected here [usage-unexpected]\n\
         hint: `unfreeze accept --help` shows what is; a name with spaces needs quotes\n",
        "错误：two.toml：多了这一项 [usage-unexpected]\n\
         提示：运行 `unfreeze accept --help` 查看用法；名称里有空格时要加引号\n",
    ),
    (
        "redact",
        "error: --out <DIR>: this is missing [usage-missing]\n\
         hint: `unfreeze redact --help` shows what it is for, with an example\n\
         error: <IMAGE>...: this is missing [usage-missing]\n\
         hint: `unfreeze redact --help` shows what it is for, with an example\n",
        "错误：--out <DIR>：缺少这一项 [usage-missing]\n\
         提示：运行 `unfreeze redact --help` 查看说明和示例\n\
         错误：<IMAGE>...：缺少这一项 [usage-missing]\n\
         提示：运行 `unfreeze redact --help` 查看说明和示例\n",
    ),
    (
        "redact a.jpg --out",
        "error: --out <DIR>: a value has to follow [usage-no-value]\n\
         hint: `unfreeze redact --help` shows what it may be\n",
        "错误：--out <DIR>：后面还要写一个值 [usage-no-value]\n\
         提示：运行 `unfreeze redact --help` 查看可以写什么\n",
    ),
    (
        "redact a.jpg --out b --side",
        "error: --side <SIDE>: a value has to follow [usage-no-value]\n\
         hint: one of: portrait, emblem\n",
        "错误：--side <SIDE>：后面还要写一个值 [usage-no-value]\n\
         提示：可选：portrait、emblem\n",
    ),
    (
        "redact a.jpg --out b --side front",
        "error: --side <SIDE>: `front` is not a value for it [usage-bad-value]\n\
         hint: one of: portrait, emblem\n",
        "错误：--side <SIDE>：不能写 `front` [usage-bad-value]\n\
         提示：可选：portrait、emblem\n",
    ),
    (
        "redact a.jpg --out b --preset strikt",
        "error: --preset <PRESET>: `strikt` is not a value for it [usage-bad-value]\n\
         hint: did you mean `strict`? it is one of: light, standard, strict\n",
        "错误：--preset <PRESET>：不能写 `strikt` [usage-bad-value]\n\
         提示：是不是 `strict`？可选：light、standard、strict\n",
    ),
    (
        "redact a.jpg --out b --corners 1,2",
        "error: --corners <X,Y X,Y X,Y X,Y>: `1,2` is not four corners [usage-corners]\n\
         hint: give four points in pixels, clockwise as one reads the card, beginning at its top left: \
         \"80,60 1080,66 1078,702 78,696\"\n",
        "错误：--corners <X,Y X,Y X,Y X,Y>：`1,2` 不是四个角 [usage-corners]\n\
         提示：请写四个点的像素坐标，从证件自身的左上角起顺时针：`\"80,60 1080,66 1078,702 78,696\"`\n",
    ),
    (
        "accept shop.toml --yes 12ab",
        "error: --yes <SHA256>: `12ab` is not a SHA-256 digest [usage-digest]\n\
         hint: it has 64 characters, 0 to 9 and a to f; copy `sha256` from `unfreeze check CASE --json`\n",
        "错误：--yes <SHA256>：`12ab` 不是 SHA-256 摘要 [usage-digest]\n\
         提示：摘要共 64 个字符，由 0 至 9 和 a 至 f 组成；请从 `unfreeze check CASE --json` 里复制 `sha256`\n",
    ),
    (
        "check shop.toml --json=yes",
        "error: --json: it takes no value, and `yes` was given [usage-flag-value]\n\
         hint: leave the value out\n",
        "错误：--json：这个选项不带值，却写了 `yes` [usage-flag-value]\n\
         提示：请去掉这个值\n",
    ),
    (
        "compose shop.toml -o a.eml --out-dir b",
        "error: --output <FILE>: it cannot go together with --out-dir <DIR> [usage-conflict]\n\
         hint: keep one of them\n",
        "错误：--output <FILE>：不能与 --out-dir <DIR> 同时使用 [usage-conflict]\n\
         提示：请只保留其一\n",
    ),
    (
        "man --out a --out b",
        "error: --out <DIR>: it was given twice [usage-twice]\n\
         hint: keep one of them\n",
        "错误：--out <DIR>：写了两次 [usage-twice]\n\
         提示：请只保留一次\n",
    ),
    (
        "compose a.toml b.toml -o c.eml",
        "error: --output: one file cannot hold several letters [usage-one-output]\n\
         hint: use `--out-dir DIR`, or give one case at a time\n",
        "错误：--output：一个文件放不下多封邮件 [usage-one-output]\n\
         提示：请改用 `--out-dir DIR`，或每次只写一个案件\n",
    ),
    (
        "completions tcsh",
        "error: <SHELL>: `tcsh` is not a value for it [usage-bad-value]\n\
         hint: did you mean `zsh`? it is one of: bash, elvish, fish, powershell, zsh\n",
        "错误：<SHELL>：不能写 `tcsh` [usage-bad-value]\n\
         提示：是不是 `zsh`？可选：bash、elvish、fish、powershell、zsh\n",
    ),
    (
        "man --force",
        "error: --out <DIR>: this is missing [usage-missing]\n\
         hint: `unfreeze man --help` shows what it is for, with an example\n",
        "错误：--out <DIR>：缺少这一项 [usage-missing]\n\
         提示：运行 `unfreeze man --help` 查看说明和示例\n",
    ),
    (
        "check \u{1b}[2J\u{202e}.toml --\u{7}",
        "error: --\\u{7}: there is no such option [usage-unknown-option]\n\
         hint: `unfreeze check --help` lists the options\n",
        "错误：--\\u{7}：没有这个选项 [usage-unknown-option]\n\
         提示：运行 `unfreeze check --help` 查看全部选项\n",
    ),
];

#[test]
fn a_wrong_command_line_is_answered_in_the_persons_language() {
    for (line, en, zh) in WRONG {
        assert_eq!(Run::line(line).run(), Outcome::failed(64, en), "{line}");
        assert_eq!(Run::line(line).lang("zh").run(), Outcome::failed(64, zh), "{line}");
    }
}

#[test]
fn a_script_gets_its_one_object_of_a_wrong_command_line_too() {
    let run = Run::line("compose shop.toml -o - --json").run();
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (
            64,
            "{\"exit\":64,\"findings\":[{\"code\":\"usage-conflict\",\"field\":\"--output -\",\"level\":\"error\",\
             \"mend\":\"keep one of them\",\"what\":\"it cannot go together with --json\"}]}\n"
        )
    );
    for line in ["check --json", "accept --jsno x --json", "preview x.toml --templates nowhere --json"] {
        assert_eq!(Run::line(line).run().stdout.matches("\"exit\":").count(), 1, "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_word_that_is_not_utf8_is_answered() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let words = || [OsStr::new("redact"), OsStr::new("a"), OsStr::new("--side"), OsStr::from_bytes(b"\xff")];
    let en = "error: a word of the command line is not UTF-8 [usage-utf8]\n\
              hint: rename the file, or type the option again\n";
    let zh = "错误：命令行里有一个词不是 UTF-8 [usage-utf8]\n提示：请给文件改名，或重新输入选项\n";
    assert_eq!(Run::new(words()).run(), Outcome::failed(64, en));
    assert_eq!(Run::new(words()).lang("zh").run(), Outcome::failed(64, zh));
}

#[test]
fn the_language_is_asked_for_or_the_systems() {
    let speaks_chinese = |run: Run| run.system_lang().run().stderr.starts_with("错误：");
    let run = |line: &str| Run::line(line);
    assert!(speaks_chinese(run("--nope --ui-lang zh")));
    assert!(speaks_chinese(run("check --ui-lang=zh")));
    assert!(speaks_chinese(run("check --ui-lang en --ui-lang zh")));
    assert!(!speaks_chinese(run("check -x -- --ui-lang zh")));
    assert!(!speaks_chinese(run("check")));
}

#[cfg(target_os = "linux")]
#[test]
fn the_systems_language_is_that_of_its_messages() {
    let lang = |vars: &[(&str, &str)]| {
        let run =
            vars.iter().fold(Run::line("check").system_lang(), |run, (name, value)| run.env(name, value));
        run.run().stderr.chars().next().unwrap()
    };
    assert_eq!(lang(&[("LANG", "zh_CN.UTF-8")]), '错');
    assert_eq!(lang(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "zh_TW.UTF-8")]), '错');
    assert_eq!(lang(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")]), 'e');
    assert_eq!(lang(&[("LANG", "de_DE.UTF-8")]), 'e');
    let asked = Run::line("check --ui-lang en").system_lang().env("LC_ALL", "zh_CN.UTF-8").run();
    assert!(asked.stderr.starts_with("error: "));
    let unknown = Run::line("check --ui-lang fr").system_lang().env("LC_ALL", "zh_CN.UTF-8").run();
    assert!(unknown.stderr.starts_with("错误：--ui-lang <LANG>：不能写 `fr`"), "{}", unknown.stderr);
}

#[test]
fn colours_are_only_for_who_wants_them() {
    let coloured = |run: Run| run.run().stderr.contains('\u{1b}');
    let forced = |line: &str| Run::line(line).env("CLICOLOR_FORCE", "1");
    assert!(!coloured(Run::line("--nope")), "not to a pipe");
    assert!(coloured(forced("--nope")));
    assert!(!coloured(forced("--nope --plain")));
    assert!(!coloured(forced("--nope").env("NO_COLOR", "1")));
    assert!(forced("--help").run().stdout.contains("\u{1b}["));
    assert!(!forced("--help --plain").run().stdout.contains('\u{1b}'));
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    for line in ["--help", "completions bash", "man", "--version"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        assert_eq!(Run::line(line).stdout(writer).run(), Outcome::done(""), "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_stdout_is_told() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let told = "error: the output could not be written [write-stdout]\n\
                hint: check where it goes: is there space left?\n";
    assert_eq!(Run::line("completions bash").stdout(full).run(), Outcome::failed(73, told));
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = Outcome::done(concat!("unfreeze ", env!("CARGO_PKG_VERSION"), "\n"));
    assert_eq!(Run::line("--version").run(), version);
    assert_eq!(Run::line("-V").lang("zh").run(), version);
}

#[test]
fn the_manual_is_written_once_and_not_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let man = |line: &str, lang| Run::line(line).lang(lang).dir(folder.path()).run();
    let path = |page: &str| format!("man{}{page}\n", std::path::MAIN_SEPARATOR);
    let pages = [
        "unfreeze.1",
        "unfreeze-new.1",
        "unfreeze-check.1",
        "unfreeze-redact.1",
        "unfreeze-accept.1",
        "unfreeze-preview.1",
        "unfreeze-compose.1",
        "unfreeze-ticket.1",
        "unfreeze-contact.1",
        "unfreeze-profile.1",
        "unfreeze-profile-show.1",
        "unfreeze-profile-forget.1",
        "unfreeze-send.1",
        "unfreeze-status.1",
        "unfreeze-log.1",
        "unfreeze-follow-up.1",
        "unfreeze-account.1",
        "unfreeze-account-add.1",
        "unfreeze-account-list.1",
        "unfreeze-account-check.1",
        "unfreeze-account-remove.1",
        "unfreeze-record.1",
        "unfreeze-record-export.1",
        "unfreeze-record-forget.1",
        "unfreeze-templates.1",
        "unfreeze-templates-export.1",
        "unfreeze-completions.1",
        "unfreeze-man.1",
    ];
    let all = Outcome::done(&pages.map(path).concat());
    assert_eq!(man("man --out man", "en"), all);
    assert_eq!(man("man --out man", "en"), all);
    let refused = format!(
        "错误：{}：文件已存在，内容不同 [write-exists]\n提示：请换一个名字，或加 `--force` 覆盖\n",
        path("unfreeze.1").trim_end()
    );
    assert_eq!(man("man --out man", "zh"), Outcome::failed(73, &refused));
    assert_eq!(man("man --out man --force", "zh"), all);
    let page = fs::read_to_string(folder.path().join("man/unfreeze-redact.1")).unwrap();
    let headings: Vec<_> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    assert_eq!(headings, ["名称", "用法", "说明", "参数", "选项", "示例"]);
    assert_eq!(
        Run::line("man").lang("zh").run().stdout,
        fs::read_to_string(folder.path().join("man/unfreeze.1")).unwrap()
    );
}

#[test]
fn completions_speak_the_persons_language() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let outcome = Run::new(["completions", shell]).lang("zh").run();
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
        assert!(shell == "bash" || outcome.stdout.contains("列出案件的全部问题"), "{shell}");
        assert!(!outcome.stdout.contains("Print help") && !outcome.stdout.contains("[help-"), "{shell}");
    }
}
