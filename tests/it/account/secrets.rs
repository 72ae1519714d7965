//! Where a password comes from, and where it never is.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use super::Home;
use crate::mail_server::{MailServer, Mode, PASSWORD, USER};
use crate::run::{Outcome, Run};

/// A server, and a home whose only account is there.
fn place(more: &str) -> (MailServer, Home) {
    let server = MailServer::start(Mode::Tls);
    let home = Home::with(&format!("[shop]\naddress = '{USER}'\nserver = '{}'\n{more}\n", server.url()));
    fs::write(home.path("ca.pem"), server.ca_pem()).unwrap();
    (server, home)
}

fn check<'a>(home: &'a Home, words: &[&'a str]) -> Run {
    home.words(&[&["check", "--ca-file", &home.path("ca.pem")], words].concat())
}

/// The passwords that a server was given, in order.
fn given(server: &MailServer) -> Vec<String> {
    let transcript = server.transcript();
    let lines = transcript.iter().flat_map(|heard| heard.texts());
    let responses = lines.filter_map(|line| line.strip_prefix("AUTH PLAIN "));
    let decoded = responses.map(|text| String::from_utf8(BASE64_STANDARD.decode(text).unwrap()).unwrap());
    decoded.map(|text| text.rsplit('\0').next().unwrap().to_owned()).collect()
}

#[cfg(unix)]
#[test]
fn the_option_comes_before_the_variable_before_the_account() {
    let (server, home) = place("secret = 'command'\ncommand = 'printf \"%s\" $KEPT'");
    for (option, variable, expected) in [
        (true, Some("from-variable"), "from-option"),
        (true, None, "from-option"),
        (false, Some("from-variable"), "from-variable"),
        (false, Some(""), "from-account"),
        (false, None, "from-account"),
    ] {
        let words: &[&str] = if option { &["--password-command", "echo from-option"] } else { &[] };
        let run = check(&home, words).env("KEPT", "from-account");
        let run = variable.into_iter().fold(run, |run, value| run.env("UNFREEZE_PASSWORD", value));
        assert_eq!(run.run().status, 77);
        assert_eq!(given(&server).pop().unwrap(), expected);
    }
}

#[cfg(unix)]
#[test]
fn a_child_does_not_inherit_the_password() {
    let (server, home) = place("");
    let (dump, kept) = (home.path("env.txt"), home.path("kept.txt"));
    fs::write(&kept, PASSWORD).unwrap();
    let command = format!("env > '{dump}'; cat '{kept}'");
    let run =
        check(&home, &["--password-command", &command]).env("UNFREEZE_PASSWORD", "hunter2-from-variable");
    assert_eq!(run.run().status, 0);
    let inherited = fs::read_to_string(&dump).unwrap();
    assert!(inherited.contains("UNFREEZE_CONFIG_DIR="), "the dump is broken: {inherited}");
    assert!(!inherited.contains("UNFREEZE_PASSWORD") && !inherited.contains("hunter2"), "{inherited}");
    assert_eq!(given(&server), [PASSWORD]);
}

/// Every way to have a password, with a right and a wrong one: nothing of it is said or written.
#[cfg(unix)]
#[test]
fn the_password_is_nowhere_to_be_seen() {
    let secret = "hunter2-Zx9-geheim";
    let forms = [
        secret.to_owned(),
        BASE64_STANDARD.encode(secret),
        BASE64_STANDARD.encode(format!("\0{USER}\0{secret}")),
    ];
    for account in [
        "",
        "secret = 'command'\ncommand = 'cat \"$KEPT\"'",
        "secret = 'token-command'\ncommand = 'cat \"$KEPT\"'",
    ] {
        let (server, home) = place(account);
        let kept = home.path("kept.txt");
        fs::write(&kept, secret).unwrap();
        let by_command = format!("cat '{kept}'");
        for words in [
            &[][..],
            &["--json"],
            &["--password-command", &by_command],
            &["--password-command", "cat \"$KEPT\"; exit 3"],
            &["--password-command", "cat \"$KEPT\" \"$KEPT\"; echo; cat \"$KEPT\""],
        ] {
            for variable in [None, Some(secret)] {
                for lang in ["en", "zh"] {
                    let run = check(&home, words).lang(lang).env("KEPT", &kept);
                    let run =
                        variable.into_iter().fold(run, |run, value| run.env("UNFREEZE_PASSWORD", value));
                    let outcome = run.run();
                    assert_eq!(outcome.status, 77);
                    let all = format!("{}{}{}", outcome.stdout, outcome.stderr, home.text());
                    for form in &forms {
                        assert!(!all.contains(form), "{account} {words:?}: {all}");
                    }
                }
            }
        }
        assert!(!server.transcript().is_empty());
    }
}

#[test]
fn a_password_in_the_address_of_a_server_is_not_repeated() {
    let home = Home::new();
    for (line, status) in [
        ("add shop@example.com --server smtps://shop:hunter2@mail.example.com", 64),
        ("add shop@example.com --server smtps://mail.example.com --password-command", 64),
        ("add shop@example.com --password hunter2", 64),
    ] {
        for line in [line.to_owned(), format!("{line} --json")] {
            let outcome = home.run(home.line(&line));
            assert_eq!(outcome.status, status, "{line}");
            assert!(!format!("{outcome:?}").contains("hunter2"), "{outcome:?}");
        }
    }
    let words = ["add", "shop@qq.com", "--password-command", "echo hunter2"];
    let said = "error: --password-command: this command holds the password itself, and would put it into a file [account-command-secret]\n\
                hint: let the command read it from where it is kept, or leave it out and be asked each time\n";
    assert_eq!(home.run(home.words(&words)), Outcome::failed(64, said));
    assert!(!home.file().exists());
}

#[cfg(unix)]
#[test]
fn a_command_that_gives_no_password_is_explained() {
    let (server, home) = place("");
    for (command, en, zh) in [
        (
            "exit 3",
            "error: the command for the password failed with status 3 [secret-command-failed]\n\
             hint: run it in a shell by itself; what it says of its failure stands above\n",
            "错误：输出密码的命令失败，状态码 3 [secret-command-failed]\n\
             提示：请在终端里单独运行它；失败原因见上方它自己的输出\n",
        ),
        (
            "echo why >&2; kill -9 $$",
            "why\nerror: the command for the password failed with status - [secret-command-failed]\n\
             hint: run it in a shell by itself; what it says of its failure stands above\n",
            "why\n错误：输出密码的命令失败，状态码 - [secret-command-failed]\n\
             提示：请在终端里单独运行它；失败原因见上方它自己的输出\n",
        ),
        (
            "true",
            "error: the command for the password printed nothing [secret-command-empty]\n\
             hint: it has to print the password on one line\n",
            "错误：输出密码的命令什么也没有输出 [secret-command-empty]\n\
             提示：命令应输出一行密码\n",
        ),
        (
            "echo hunter2; echo shop",
            "error: the command for the password printed more than one line [secret-command-lines]\n\
             hint: it has to print the password and nothing else, for example with `| head -n 1`\n",
            "错误：输出密码的命令输出了不止一行 [secret-command-lines]\n\
             提示：命令应只输出密码，可加 `| head -n 1`\n",
        ),
        (
            "yes hunter2",
            "error: the command for the password printed more than any password has [secret-command-long]\n\
             hint: it has to print the password on one line and nothing else\n",
            "错误：输出密码的命令输出太长，不可能是密码 [secret-command-long]\n\
             提示：命令应只输出一行密码\n",
        ),
        (
            "printf 'hunter2\\377'",
            "error: the password is not plain text [secret-not-text]\n\
             hint: it has to be one line of UTF-8 without control characters\n",
            "错误：密码不是纯文本 [secret-not-text]\n\
             提示：应为一行 UTF-8 文字，不含控制字符\n",
        ),
    ] {
        let words = ["--password-command", command];
        assert_eq!(check(&home, &words).run(), Outcome::failed(77, en), "{command}");
        assert_eq!(check(&home, &words).lang("zh").run(), Outcome::failed(77, zh), "{command}");
    }
    assert_eq!(server.transcript(), [], "nobody was called without a password at hand");
}

#[test]
fn without_a_terminal_nobody_is_asked() {
    let (server, home) = place("");
    let en = "\
error: shop: there is nobody to ask for the password: this is not a terminal [secret-no-terminal]
hint: give `--password-command CMD`, or set UNFREEZE_PASSWORD
";
    assert_eq!(check(&home, &[]).run(), Outcome::failed(77, en));
    let zh = "\
错误：shop：不在终端里，无法询问密码 [secret-no-terminal]
提示：请用 `--password-command CMD`，或设置 UNFREEZE_PASSWORD
";
    assert_eq!(check(&home, &[]).lang("zh").run(), Outcome::failed(77, zh));
    assert_eq!(server.transcript(), []);
}

/// Nothing is written in the keyring's place.
#[cfg(not(feature = "keyring"))]
#[test]
fn without_the_keyring_nothing_is_kept() {
    let home = Home::new();
    let en = "\
error: shop@qq.com: this program was built without the system's keyring [keyring-absent]
hint: be asked each time, use `--password-command`, or build it with `--features keyring`
";
    let outcome = home.run(home.line("add shop@qq.com --keyring").env("UNFREEZE_PASSWORD", "hunter2"));
    assert_eq!((outcome.status, outcome.stderr.as_str()), (77, en));
    assert!(!home.file().exists());
    let home =
        Home::with("[shop]\naddress = 'shop@qq.com'\nserver = 'smtps://smtp.qq.com'\nsecret = 'keyring'\n");
    let kept = home.text();
    for line in ["check", "remove shop"] {
        let outcome = home.run(home.line(line).lang("zh"));
        assert_eq!(outcome.status, 77, "{line}");
        let zh = "错误：shop：这个程序在编译时没有加入系统钥匙串 [keyring-absent]\n";
        assert!(outcome.stderr.starts_with(zh), "{line}: {}", outcome.stderr);
    }
    assert_eq!(home.text(), kept);
}
