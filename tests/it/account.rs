//! The verb `account`: what it keeps, what it says, and what it never shows.

mod check;
mod secrets;
#[cfg(target_os = "linux")]
mod terminal;

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::run::{Outcome, Run};

/// A person's own folder for settings.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// One with these accounts.
    fn with(accounts: &str) -> Self {
        let home = Self::new();
        fs::create_dir(home.config()).unwrap();
        fs::write(home.file(), accounts).unwrap();
        home
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("config")
    }

    fn file(&self) -> PathBuf {
        self.config().join("accounts.toml")
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// `unfreeze account` with the words of a line.
    fn line(&self, line: &str) -> Run {
        self.words(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// The system's programs are at hand, as for a person.
    fn words(&self, words: &[&str]) -> Run {
        let path = std::env::var("PATH").unwrap();
        Run::new([&["account"], words].concat())
            .env("UNFREEZE_CONFIG_DIR", self.config().to_str().unwrap())
            .env("PATH", &path)
    }

    /// What was said, the file's own path shortened.
    fn run(&self, run: Run) -> Outcome {
        let outcome = run.run();
        let short = |text: String| text.replace(self.file().to_str().unwrap(), "accounts.toml");
        Outcome { stdout: short(outcome.stdout), stderr: short(outcome.stderr), ..outcome }
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }
}

#[test]
fn an_address_is_enough_for_a_known_provider() {
    let home = Home::new();
    let en = "\
QQ Mail asks for an authorization code, not the password of the mailbox. How to get it:
1. open mail.qq.com, then Settings > Account
2. at POP3/IMAP/SMTP, turn on the SMTP service and confirm by the SMS that it asks for
3. choose Generate authorization code: 16 letters; a new QQ password makes old codes void
As published, 2026-03-12; the provider's own pages are the authority.
account added: 10000@qq.com (accounts.toml, without a password)
next: `unfreeze account check 10000@qq.com`
";
    assert_eq!(home.run(home.line("add 10000@qq.com")), Outcome::done(en));
    let file = "\
# The mailboxes that `unfreeze` sends from. No password belongs in here.
# `unfreeze` 用来发信的邮箱。这里不写密码。

[\"10000@qq.com\"]
address = \"10000@qq.com\"
server = \"smtps://smtp.qq.com\"
secret = \"prompt\"
";
    assert_eq!(home.text(), file);
    let zh = "\
QQ 邮箱：登录时要用授权码，不是邮箱登录密码。取得方法：
1. 网页登录 mail.qq.com，打开「设置 - 账号」
2. 在「POP3/IMAP/SMTP 服务」里开启 SMTP 服务，按提示发短信验证
3. 点「生成授权码」，得到 16 位字母；修改 QQ 密码后旧授权码会失效
以上据 2026-03-12 公开的资料，以服务商页面为准。
已有这个账号，没有变化：10000@qq.com
下一步：`unfreeze account check 10000@qq.com`
";
    assert_eq!(home.run(home.line("add 10000@qq.com").lang("zh")), Outcome::done(zh));
    assert_eq!(home.text(), file);
    let object: Value = serde_json::from_str(&home.line("add s@sina.cn --json").run().stdout).unwrap();
    assert_eq!(
        object,
        json!({
            "account": {
                "name": "s@sina.cn", "address": "s@sina.cn", "user": "s@sina.cn", "server": "smtps://smtp.sina.cn",
                "secret": "prompt", "provider": "sina-cn",
            },
            "file": home.file().to_str().unwrap(),
            "steps": [
                "open mail.sina.com.cn, then Settings > Client POP/IMAP/SMTP",
                "turn on the SMTP service and make a client authorization code there",
            ],
            "unverified": true,
        })
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(fs::metadata(home.file()).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(home.config()).unwrap().mode() & 0o777, 0o700);
    }
}

#[test]
fn a_thin_source_is_not_hidden() {
    let home = Home::new();
    let said = |lang| home.run(home.line("add shop@139.com --force").lang(lang)).stdout;
    let en = "Not verified (2026-11-22): the provider's own pages are the authority; try it with `unfreeze account check`.";
    assert!(said("en").contains(en));
    assert!(
        said("zh")
            .contains("未经核实（2026-11-22），以服务商页面为准；请用 `unfreeze account check` 试登录。")
    );
}

#[test]
fn a_company_names_its_provider_or_its_server() {
    let home = Home::new();
    let keys = "alibaba-enterprise, alibaba-enterprise-mxhichina, exmail, exmail-overseas, netease-enterprise, \
                netease-enterprise-hangzhou, netease-enterprise-overseas, google-workspace, microsoft-365, \
                zoho-company, feishu";
    let en = format!(
        "error: <ADDRESS>: it is not known where example.com has its mail [account-domain]\n\
         hint: add `--provider` with one of: {keys}; or `--server smtps://HOST`\n"
    );
    assert_eq!(home.run(home.line("add shop@example.com")), Outcome::failed(64, &en));
    let zh = format!(
        "错误：<ADDRESS>：不知道 example.com 的邮箱在哪家服务商 [account-domain]\n\
         提示：请加 `--provider`，可选：{}；或写 `--server smtps://HOST`\n",
        keys.replace(", ", "、")
    );
    assert_eq!(home.run(home.line("add shop@example.com").lang("zh")), Outcome::failed(64, &zh));
    assert!(!home.file().exists());

    assert_eq!(home.run(home.line("add shop@example.com --provider exmail-overseas")).status, 0);
    let own = [
        "add",
        "shop@example.org",
        "--name",
        "own",
        "--user",
        "shop",
        "--server",
        "smtp://mail.example.org",
        "--password-command",
        "pass show mail",
    ];
    let said = "account added: own (accounts.toml, without a password)\nnext: `unfreeze account check own`\n";
    assert_eq!(home.run(home.words(&own)), Outcome::done(said));
    assert_eq!(home.run(home.line("add ops@example.org --server smtp+plain://localhost:1025")).status, 0);
    let list = "\
shop@example.com: shop@example.com, smtps://hwsmtp.exmail.qq.com, asks for the password
own: shop@example.org, smtp://mail.example.org, password from a command
ops@example.org: ops@example.org, smtp+plain://localhost:1025, asks for the password
";
    assert_eq!(home.run(home.line("list")), Outcome::done(list));
    let zh = "\
shop@example.com：shop@example.com，smtps://hwsmtp.exmail.qq.com，每次询问密码
own：shop@example.org，smtp://mail.example.org，由命令输出密码
ops@example.org：ops@example.org，smtp+plain://localhost:1025，每次询问密码
";
    assert_eq!(home.run(home.line("list").lang("zh")), Outcome::done(zh));
    let file = "\
# The mailboxes that `unfreeze` sends from. No password belongs in here.
# `unfreeze` 用来发信的邮箱。这里不写密码。

[\"shop@example.com\"]
address = \"shop@example.com\"
server = \"smtps://hwsmtp.exmail.qq.com\"
secret = \"prompt\"

[own]
address = \"shop@example.org\"
user = \"shop\"
server = \"smtp://mail.example.org\"
secret = \"command\"
command = \"pass show mail\"

[\"ops@example.org\"]
address = \"ops@example.org\"
user = \"\"
server = \"smtp+plain://localhost:1025\"
secret = \"prompt\"
";
    assert_eq!(home.text(), file);
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn settings_are_where_the_system_keeps_them() {
    let home = tempfile::tempdir().unwrap();
    let add = |variables: &[(&str, &str)]| {
        let run = Run::line("account add shop@qq.com --force").env("HOME", home.path().to_str().unwrap());
        let run = variables.iter().fold(run, |run, (name, value)| run.env(name, value)).dir(home.path());
        assert_eq!(run.run().status, 0, "{variables:?}");
    };
    let is_there = |path: &str| home.path().join(path).join("accounts.toml").is_file();
    add(&[("UNFREEZE_CONFIG_DIR", "")]);
    assert!(is_there(".config/unfreeze"));
    // The XDG specification wants an absolute path; ours is a person's word, so it may be relative.
    add(&[("XDG_CONFIG_HOME", home.path().join("xdg").to_str().unwrap()), ("UNFREEZE_CONFIG_DIR", "")]);
    assert!(is_there("xdg/unfreeze"));
    add(&[("XDG_CONFIG_HOME", "relative"), ("UNFREEZE_CONFIG_DIR", "own")]);
    assert!(is_there("own") && !home.path().join("relative").exists());
}

#[test]
fn no_password_path_is_promised_at_microsoft() {
    let home = Home::new();
    let en = "\
error: Outlook.com: no way by password is promised here: since 16 September 2024 Outlook.com and Hotmail take no password from mail programs, app passwords neither [account-token-only]
hint: `unfreeze compose` writes the draft: open it in your mail client and send it there, or give a command that prints an OAuth2 access token: --token-command
";
    assert_eq!(home.run(home.line("add boss@hotmail.com")), Outcome::failed(64, en));
    let zh = "\
错误：Microsoft 365：这里不保证能用密码登录：微软将于 2026 年 12 月底默认关闭密码登录，许多企业已经提前关闭 [account-token-only]
提示：请用 `unfreeze compose` 生成草稿，在邮件客户端里打开发送；或提供一条输出 OAuth2 访问令牌的命令：--token-command
";
    let company = "add boss@example.com --provider microsoft-365";
    assert_eq!(home.run(home.line(company).lang("zh")), Outcome::failed(64, zh));
    for other in ["--password-command pass", "--keyring"] {
        assert_eq!(home.run(home.line(&format!("{company} {other}"))).status, 64, "{other}");
    }
    assert!(!home.file().exists());
    assert_eq!(home.run(home.line(&format!("{company} --token-command oauth"))).status, 0);
    // Whoever names the server has chosen the way, and is told all the same.
    let own = home.run(home.line("add boss@example.org --server smtp://smtp.office365.com"));
    assert_eq!(own.status, 0);
    assert!(
        own.stderr.starts_with("warning: Microsoft 365: no way by password is promised here"),
        "{}",
        own.stderr
    );
}

#[test]
fn what_cannot_be_is_told_before_anything_is_written() {
    let home = Home::new();
    for (line, said) in [
        ("add shop", "error: <ADDRESS>: this is not an email address [address-form]"),
        ("add a@qq.com --name -x", "error: -x: there is no such option [usage-unknown-option]"),
        ("add a@qq.com --name a/b", "error: --name: this cannot be the name of an account [account-name]"),
        (
            "add a@qq.com --server smtp.qq.com",
            "error: --server <URL>: the address of a mail server begins with",
        ),
        ("add a@qq.com --provider tencent", "error: --provider <KEY>: `tencent` is not a value for it"),
        (
            "add a@qq.com --provider qq --server smtps://a.example",
            "error: --provider <KEY>: it cannot go together",
        ),
        ("add a@qq.com --keyring --token-command x", "error: --keyring: it cannot go together"),
        (
            "add a@example.com --server smtp+plain://localhost --user u",
            "error: --user: a login is never sent without TLS",
        ),
        ("check --timeout 0", "error: --timeout <S>: `0` is not a time [usage-seconds]"),
        ("check", "error: there is no account yet [account-none]"),
        ("check nobody", "error: nobody: there is no such account [account-unknown]"),
        ("remove nobody", "error: nobody: there is no such account [account-unknown]"),
    ] {
        let outcome = home.run(home.line(line));
        assert_eq!((outcome.status, outcome.stdout.as_str()), (64, ""), "{line}");
        assert!(outcome.stderr.starts_with(said), "{line}: {}", outcome.stderr);
    }
    assert!(!home.config().exists());
    let empty = "no account yet; add one: `unfreeze account add ADDRESS`\n";
    assert_eq!(home.run(home.line("list")), Outcome::done(empty));
}

#[test]
fn another_account_is_not_replaced_unasked() {
    let home =
        Home::with("# mine\n[shop] # the first\naddress = 'shop@163.com'\nserver = 'smtps://smtp.163.com'\n");
    let said = "error: shop: there is another account of this name [account-exists]\n\
                hint: give another one with `--name`, or replace it with `--force`\n";
    let outcome = home.run(home.line("add shop@126.com --name shop"));
    assert_eq!((outcome.status, outcome.stderr.as_str()), (64, said));
    assert_eq!(home.run(home.line("add shop@126.com --name shop --force")).status, 0);
    let replaced = "# mine\n[shop] # the first\naddress = \"shop@126.com\"\nserver = \"smtps://smtp.126.com\"\nsecret = \"prompt\"\n";
    assert_eq!(home.text(), replaced);
    assert_eq!(home.run(home.line("remove shop")), Outcome::done("account removed: shop\n"));
    assert_eq!(home.run(home.line("list --json")).stdout, "{\"accounts\":[]}\n");
}

#[test]
fn a_file_with_a_slip_is_refused_and_left_alone() {
    let slip = "[shop]\naddress = 'shop@163.com'\nserver = 'smtps://smtp.163.com'\npassword = 'hunter2'\nsecrte = 'prompt'\n";
    let home = Home::with(slip);
    let en = "\
error: accounts.toml: shop.password: no password belongs into this file [account-password-in-file]
hint: take the line out; use `secret = \"prompt\"`, `\"command\"` or `\"keyring\"`
error: accounts.toml: shop.secrte: there is no such key [account-unknown-key]
hint: did you mean `secret`? known are: address user server secret command
";
    let zh = "\
错误：accounts.toml：shop.password：密码不能写在这个文件里 [account-password-in-file]
提示：请删掉这一行，改用 `secret = \"prompt\"`、`\"command\"` 或 `\"keyring\"`
错误：accounts.toml：shop.secrte：没有这个栏目 [account-unknown-key]
提示：是不是 `secret`？可用的有：address user server secret command
";
    for line in ["list", "check", "remove shop", "add a@qq.com"] {
        assert_eq!(home.run(home.line(line)), Outcome::failed(65, en), "{line}");
        assert_eq!(home.run(home.line(line).lang("zh")), Outcome::failed(65, zh), "{line}");
    }
    assert_eq!(home.text(), slip);
}
