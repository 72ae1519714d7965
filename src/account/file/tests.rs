//! `accounts.toml`, read, changed and written.

use super::*;

const FILE: &str = "\
# mine
[shop] # the first
address = \"shop@qq.com\" # 店铺
server = \"smtps://smtp.qq.com\"

['two@example.com']
address = 'two@example.com'
user = 'two'
server = 'smtp://mail.example.com:2525'
secret = 'command'
command = 'pass show mail/two'

# the smart host of this machine
[local]
address = \"ops@example.com\"
user = \"\"
server = \"smtp+plain://localhost\"
";

fn read(text: &str) -> Accounts {
    Accounts::read(text.as_bytes()).unwrap()
}

fn codes(text: &str) -> Vec<(String, &'static str)> {
    let problems = Accounts::read(text.as_bytes()).err().unwrap();
    problems.findings().iter().map(|finding| (finding.field.clone(), finding.code)).collect()
}

fn account(name: &str, address: &str, secret: SecretSource) -> Account {
    let server = "smtps://mail.example.com".parse().unwrap();
    Account::new(name, address, Some(address), server, secret).unwrap()
}

#[test]
fn accounts_are_read() {
    let accounts = read(FILE);
    let found: Vec<_> = accounts
        .iter()
        .map(|account| {
            (
                account.name(),
                account.address(),
                account.user(),
                account.server().to_string(),
                account.secret().clone(),
            )
        })
        .collect();
    let command = SecretSource::Command("pass show mail/two".into());
    assert_eq!(
        found,
        [
            ("shop", "shop@qq.com", Some("shop@qq.com"), "smtps://smtp.qq.com".into(), SecretSource::Prompt),
            (
                "two@example.com",
                "two@example.com",
                Some("two"),
                "smtp://mail.example.com:2525".into(),
                command
            ),
            ("local", "ops@example.com", None, "smtp+plain://localhost".into(), SecretSource::Prompt),
        ]
    );
    assert_eq!(accounts.to_text(), FILE);
    assert_eq!(read("").iter().count(), 0);
}

#[test]
fn the_account_that_is_meant() {
    let accounts = read(FILE);
    let choose = |name, from| accounts.choose(name, from).map(Account::name).map_err(|finding| finding.code);
    assert_eq!(choose(Some("local"), Some("shop@qq.com")), Ok("local"));
    assert_eq!(choose(None, Some("SHOP@qq.com")), Ok("shop"));
    assert_eq!(choose(None, Some("else@example.com")), Err("account-which"));
    assert_eq!(choose(None, None), Err("account-which"));
    let unknown = accounts.choose(Some("shpo"), None).unwrap_err();
    assert_eq!(unknown, Finding::error("shpo", "account-unknown").with("suggestion", "shop"));
    assert_eq!(read("").choose(None, None).unwrap_err().code, "account-none");
    let one = read("[a]\naddress='a@example.com'\nserver='smtps://mail.example.com'\n");
    assert_eq!(one.choose(None, Some("else@example.com")).map(Account::name), Ok("a"));
}

#[test]
fn comments_and_order_stay() {
    let mut accounts = read(FILE);
    let moved = Account::new(
        "shop",
        "shop@example.com",
        Some("shop"),
        "smtp://smtp.qq.com".parse().unwrap(),
        SecretSource::Keyring,
    );
    let moved = moved.unwrap();
    assert_eq!(accounts.put(moved.clone(), Overwrite::Refuse).unwrap_err().code, "account-exists");
    assert_eq!(accounts.to_text(), FILE);
    assert_eq!(accounts.put(moved.clone(), Overwrite::Force), Ok(Written::Replaced));
    assert_eq!(accounts.put(moved, Overwrite::Refuse), Ok(Written::Same));
    accounts.remove("two@example.com").unwrap();
    accounts
        .put(account("new@example.com", "new@example.com", SecretSource::Prompt), Overwrite::Refuse)
        .unwrap();
    let expected = "\
# mine
[shop] # the first
address = \"shop@example.com\" # 店铺
server = \"smtp://smtp.qq.com\"
user = \"shop\"
secret = \"keyring\"

# the smart host of this machine
[local]
address = \"ops@example.com\"
user = \"\"
server = \"smtp+plain://localhost\"

[\"new@example.com\"]
address = \"new@example.com\"
server = \"smtps://mail.example.com\"
secret = \"prompt\"
";
    assert_eq!(accounts.to_text(), expected);
    let again = read(expected);
    assert!(accounts.iter().eq(again.iter()), "what was written is not what was meant");
}

#[test]
fn a_new_file_says_what_does_not_belong_into_it() {
    let mut accounts = read("");
    accounts.put(account("a", "a@example.com", SecretSource::Prompt), Overwrite::Refuse).unwrap();
    let expected = "\
# The mailboxes that `unfreeze` sends from. No password belongs in here.
# `unfreeze` 用来发信的邮箱。这里不写密码。

[a]
address = \"a@example.com\"
server = \"smtps://mail.example.com\"
secret = \"prompt\"
";
    assert_eq!(accounts.to_text(), expected);
    accounts.remove("a").unwrap();
    assert_eq!(accounts.remove("a"), None);
    assert_eq!(read(&accounts.to_text()).iter().count(), 0);
}

#[test]
fn line_ends_stay_as_they_were() {
    let mut accounts = Accounts::read(format!("\u{feff}{}", FILE.replace('\n', "\r\n")).as_bytes()).unwrap();
    accounts.put(account("a", "a@example.com", SecretSource::Prompt), Overwrite::Refuse).unwrap();
    let text = accounts.to_text();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(read(&text).iter().count(), 4);
}

#[test]
fn a_slip_refuses_the_whole_file() {
    let good = "[a]\naddress = 'a@example.com'\nserver = 'smtps://mail.example.com'\n";
    assert!(Accounts::read(good.as_bytes()).is_ok());
    for (more, field, code) in [
        ("adress = 'x'", "a.adress", "account-unknown-key"),
        ("password = 'hunter2'", "a.password", "account-password-in-file"),
        ("Pass = 'hunter2'", "a.Pass", "account-password-in-file"),
        ("secret = 'hunter2'", "a.secret", "account-secret"),
        ("secret = 'command'", "a.command", "account-missing"),
        ("secret = 'prompt'\ncommand = 'x'", "a.command", "account-command-unused"),
        ("secret = 'command'\ncommand = 'echo hunter2'", "a.command", "account-command-secret"),
        ("user = 3", "a.user", "account-not-a-text"),
        ("secret = ['prompt']", "a.secret", "account-not-a-text"),
        ("[a.b]", "a.b", "account-unknown-key"),
        ("[b]\nserver = 'smtps://mail.example.com'", "b.address", "account-missing"),
        ("[b]\naddress = 'x@example.com'", "b.server", "account-missing"),
        ("[b]\naddress = 'x@example.com'\nserver = 'mail.example.com'", "b.server", "smtp-server-scheme"),
        (
            "[b]\naddress = 'x@example.com'\nserver = 'smtps://u:p@mail.example.com'",
            "b.server",
            "smtp-server-secret",
        ),
        ("[b]\naddress = 'x'\nserver = 'smtps://mail.example.com'", "b.address", "address-form"),
        ("['b c']\naddress = 'x@example.com'\nserver = 'smtps://mail.example.com'", "b c", "account-name"),
        (
            "[b]\naddress = 'x@example.com'\nserver = 'smtp+plain://localhost'\nuser = 'u'",
            "b.user",
            "account-plain-login",
        ),
    ] {
        assert_eq!(codes(&format!("{good}{more}\n")), [(field.to_owned(), code)], "{more}");
    }
    assert_eq!(codes("a = 1"), [("a".into(), "account-not-a-table")]);
    assert_eq!(codes("[a"), [(String::new(), "account-syntax")]);
    let two = codes("[a]\nx = 1\n[b]\npass = 2\n");
    let fields: Vec<_> = two.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["a.x", "a.address", "a.server", "b.pass", "b.address", "b.server"]);
    let gbk = Accounts::read(b"[a]\n# \xb5\xea\n").err().unwrap();
    assert_eq!(gbk.findings()[0].code, "account-not-utf8");
}

#[test]
fn a_plain_server_needs_its_empty_user_told() {
    // The default user is the address, so a file that leaves it out would log in without TLS.
    let text = "[a]\naddress = 'a@example.com'\nserver = 'smtp+plain://localhost'\n";
    assert_eq!(codes(text), [("a.user".into(), "account-plain-login")]);
    let mut accounts = read("");
    let server = "smtp+plain://localhost".parse().unwrap();
    let local = Account::new("a", "a@example.com", None, server, SecretSource::Prompt).unwrap();
    accounts.put(local.clone(), Overwrite::Refuse).unwrap();
    assert!(read(&accounts.to_text()).get("a") == Some(&local));
}

#[test]
fn no_bytes_break_it() {
    for length in 0..FILE.len() {
        let _ = Accounts::read(&FILE.as_bytes()[..length]);
        let mut torn = FILE.as_bytes().to_vec();
        torn[length] ^= 0x5a;
        let _ = Accounts::read(&torn);
    }
}
