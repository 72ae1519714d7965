//! `account check` against a server.

use std::fs;

use serde_json::{Value, json};
use unfreeze::delivery::smtp::Phase;

use super::Home;
use crate::mail_server::{Certificate, Does, Fault, MailServer, Mode, PASSWORD, Setup, TOKEN, USER};
use crate::run::{Outcome, Run};

/// A home whose only account is at this server.
fn at(server: &MailServer, more: &str) -> Home {
    let home = Home::with(&format!("[shop]\naddress = '{USER}'\nserver = '{}'\n{more}\n", server.url()));
    fs::write(home.path("ca.pem"), server.ca_pem()).unwrap();
    home
}

fn check(home: &Home, more: &str) -> Run {
    home.line(&format!("check --ca-file {} --timeout 30 {more}", home.path("ca.pem")))
}

/// Says this instead of what is usual.
fn says(phase: Phase, reply: &str) -> MailServer {
    MailServer::faulty(Mode::Tls, [Fault::at(phase, Does::says(reply))])
}

#[test]
fn it_logs_in_and_sends_nothing() {
    for mode in [Mode::Tls, Mode::StartTls] {
        let server = MailServer::start(mode);
        let home = at(&server, "");
        let url = server.url();
        let en = format!(
            "shop: connecting to {url}\nshop: the server accepted the login; nothing was sent\nIt takes mails of up to 73 MB.\n"
        );
        assert_eq!(check(&home, "").env("UNFREEZE_PASSWORD", PASSWORD).run(), Outcome::done(&en));
        let zh =
            format!("shop：正在连接 {url}\nshop：服务器已接受登录；没有发送任何邮件\n单封邮件最大 73 MB。\n");
        let said = check(&home, "").lang("zh").env("UNFREEZE_PASSWORD", PASSWORD).run();
        assert_eq!(said, Outcome::done(&zh));
        assert_eq!(server.mails(), []);
        for heard in server.transcript() {
            let verbs: Vec<_> =
                heard.texts().iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
            let expected: &[&str] = match mode {
                Mode::StartTls => &["EHLO", "STARTTLS", "EHLO", "AUTH", "QUIT"],
                _ => &["EHLO", "AUTH", "QUIT"],
            };
            assert_eq!(verbs, expected);
            assert!(heard.lines.iter().filter(|line| line.text.starts_with("AUTH")).all(|line| line.secure));
        }
    }
}

#[test]
fn what_it_found_is_one_object() {
    let server = MailServer::start(Mode::Tls);
    let outcome = check(&at(&server, ""), "--json").env("UNFREEZE_PASSWORD", PASSWORD).run();
    assert_eq!(outcome.status, 0);
    assert_eq!(
        serde_json::from_str::<Value>(&outcome.stdout).unwrap(),
        json!({
            "account": {
                "name": "shop", "address": USER, "user": USER, "server": server.url(), "secret": "prompt",
                "provider": null,
            },
            "logged_in": true,
            "size_limit": 73_400_320,
        })
    );
}

#[test]
fn a_server_of_this_machine_asks_for_no_login() {
    let server = MailServer::start(Mode::Plain);
    let home = at(&server, "user = ''");
    let outcome = home.line("check").run();
    let said = format!(
        "shop: connecting to {}\nshop: the server answers, and asks for no login; nothing was sent\nIt takes mails of up to 73 MB.\n",
        server.url()
    );
    assert_eq!(outcome, Outcome::done(&said));
    assert!(!server.transcript()[0].texts().iter().any(|line| line.starts_with("AUTH")));
}

#[test]
fn a_refused_login_is_explained_in_both_languages() {
    // `请使用授权码登录` as QQ has sent it: GBK.
    let gbk = b"535 Error: \xc7\xeb\xca\xb9\xd3\xc3\xca\xda\xc8\xa8\xc2\xeb\xb5\xc7\xc2\xbc\r\n".to_vec();
    let server = MailServer::faulty(
        Mode::Tls,
        [Fault::at(Phase::Auth, Does::Says(gbk.clone())), Fault::at(Phase::Auth, Does::Says(gbk))],
    );
    let (home, url) = (at(&server, ""), server.url());
    let failed = |lang| check(&home, "").lang(lang).env("UNFREEZE_PASSWORD", "wrong").run();
    let en = format!(
        "error: {url}: the server wants the authorization code, not the password of the mailbox (535 Error: 请使用授权码登录) [reply-authorization-code]\n\
         hint: `unfreeze account add ADDRESS` tells how to get one; if the code is right, wait half an hour: some servers refuse right codes for a while\n"
    );
    let outcome = failed("en");
    assert_eq!((outcome.status, outcome.stderr), (77, en));
    let zh = format!(
        "错误：{url}：服务器要的是授权码，不是邮箱登录密码（535 Error: 请使用授权码登录） [reply-authorization-code]\n\
         提示：取得方法见 `unfreeze account add ADDRESS`；授权码没错的话请等半小时，有的服务器会暂时拒绝正确的授权码\n"
    );
    let outcome = failed("zh");
    assert_eq!((outcome.status, outcome.stderr), (77, zh));
}

#[test]
fn every_way_to_be_refused_has_its_status() {
    for (reply, status, code) in [
        ("526 Authentication failure[0]", 77, "reply-client-password"),
        ("526 Authentication failure[1]", 77, "reply-too-many-logins"),
        ("550 User has no permission", 77, "reply-service-off"),
        (
            "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
            77,
            "reply-no-password",
        ),
        (
            "534-5.7.9 Application-specific password required.\r\n534 5.7.9 Learn more",
            77,
            "reply-app-password",
        ),
        ("535 5.7.8 Error: authentication failed", 77, "reply-login"),
        ("535 ERR.LOGIN.IPDENY", 77, "reply-network-denied"),
        ("451 auth error", 75, "reply-login-later"),
        ("421 HL:ICC 163 smtp1", 75, "reply-pace"),
        ("454 4.7.0 Temporary authentication failure", 75, "smtp-later"),
    ] {
        let server = says(Phase::Auth, reply);
        let outcome = check(&at(&server, ""), "--json").env("UNFREEZE_PASSWORD", "wrong").run();
        let object: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let found = (outcome.status, object["findings"][0]["code"].as_str());
        assert_eq!(found, (status, Some(code)), "{reply}");
        assert_eq!(object["exit"], json!(status), "{reply}");
    }
}

#[test]
fn a_token_is_another_way_to_log_in() {
    let server = MailServer::start(Mode::Tls);
    let token = |line: &str| format!("secret = 'token-command'\ncommand = 'printf {line}'");
    // `printf` that looks elsewhere than at its own words is a command like any other.
    let home = at(&server, &token("%s ${FAKE_TOKEN}"));
    let outcome = check(&home, "").env("FAKE_TOKEN", TOKEN).run();
    assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
    assert!(server.transcript()[0].texts()[1].starts_with("AUTH XOAUTH2 "));
    let outcome = check(&home, "").env("FAKE_TOKEN", "stale").run();
    assert_eq!(outcome.status, 77);
    assert!(outcome.stderr.contains("[smtp-token-refused]"), "{}", outcome.stderr);
}

#[test]
fn the_server_has_to_be_the_right_one() {
    let setup = Setup { certificate: Certificate::Expired, ..Setup::new(Mode::Tls) };
    let server = setup.start();
    let outcome = check(&at(&server, ""), "").env("UNFREEZE_PASSWORD", PASSWORD).run();
    assert_eq!(outcome.status, 75);
    assert!(outcome.stderr.contains("[smtp-certificate-expired]"), "{}", outcome.stderr);

    let server = MailServer::start(Mode::Tls);
    let home = at(&server, "");
    let outcome = home.line("check").env("UNFREEZE_PASSWORD", PASSWORD).run();
    assert!(outcome.stderr.contains("[smtp-certificate-issuer]"), "{}", outcome.stderr);
    assert_eq!(server.transcript()[0].texts(), [""; 0], "nothing was said to a stranger");
    fs::write(home.path("ca.pem"), "not a certificate").unwrap();
    let outcome = check(&home, "").env("UNFREEZE_PASSWORD", PASSWORD).run();
    assert_eq!(outcome.status, 65);
    assert!(outcome.stderr.ends_with("[smtp-ca-file]\n") || outcome.stderr.contains("[smtp-ca-file]"));
    let outcome = home.line("check --ca-file none.pem").env("UNFREEZE_PASSWORD", PASSWORD).run();
    assert_eq!(outcome.status, 66);
}
