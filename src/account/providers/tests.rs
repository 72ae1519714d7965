//! The shipped providers: every one that sellers use is there, and nothing in the file contradicts itself.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::*;
use crate::delivery::smtp::Security;
use crate::texts::Texts;

fn named(key: &str) -> &'static Provider {
    Providers::shipped().named(key).unwrap()
}

#[test]
fn the_servers_of_every_provider_that_sellers_use() {
    for (address, key, server, password, unverified) in [
        ("10000@qq.com", "qq", "smtps://smtp.qq.com", Password::AuthorizationCode, false),
        ("shop@VIP.qq.com", "qq", "smtps://smtp.qq.com", Password::AuthorizationCode, false),
        ("shop@foxmail.com", "foxmail", "smtps://smtp.qq.com", Password::AuthorizationCode, true),
        ("shop@163.com", "163", "smtps://smtp.163.com", Password::AuthorizationCode, false),
        ("shop@126.com", "126", "smtps://smtp.126.com", Password::AuthorizationCode, false),
        ("shop@yeah.net", "yeah", "smtps://smtp.yeah.net", Password::AuthorizationCode, false),
        ("shop@139.com", "139", "smtps://smtp.139.com", Password::AuthorizationCode, true),
        ("shop@sina.com", "sina", "smtps://smtp.sina.com", Password::AuthorizationCode, true),
        ("shop@sina.cn", "sina-cn", "smtps://smtp.sina.cn", Password::AuthorizationCode, true),
        ("shop@aliyun.com", "aliyun", "smtps://smtp.aliyun.com", Password::Account, true),
        ("shop@gmail.com", "gmail", "smtps://smtp.gmail.com", Password::AppPassword, false),
        ("shop@outlook.com", "outlook", "smtp://smtp-mail.outlook.com", Password::TokenOnly, false),
        ("shop@hotmail.com", "outlook", "smtp://smtp-mail.outlook.com", Password::TokenOnly, false),
        ("shop@yahoo.com", "yahoo", "smtps://smtp.mail.yahoo.com", Password::AppPassword, false),
        ("shop@icloud.com", "icloud", "smtp://smtp.mail.me.com", Password::AppPassword, false),
        ("shop@zoho.com", "zoho", "smtps://smtp.zoho.com", Password::AppPassword, false),
        ("shop@zohomail.eu", "zoho-eu", "smtps://smtp.zoho.eu", Password::AppPassword, true),
    ] {
        let provider = Providers::shipped().of(address).unwrap();
        let found =
            (provider.key(), provider.server().to_string(), provider.password(), provider.is_unverified());
        assert_eq!(found, (key, server.to_owned(), password, unverified), "{address}");
    }
}

#[test]
fn a_company_chooses_its_provider() {
    assert!(Providers::shipped().of("shop@example.com").is_none());
    for (key, server, password) in [
        ("exmail", "smtps://smtp.exmail.qq.com", Password::ClientPassword),
        ("exmail-overseas", "smtps://hwsmtp.exmail.qq.com", Password::ClientPassword),
        ("netease-enterprise", "smtps://smtp.qiye.163.com", Password::ClientPassword),
        ("netease-enterprise-hangzhou", "smtps://smtphz.qiye.163.com", Password::ClientPassword),
        ("netease-enterprise-overseas", "smtps://hwhzsmtp.qiye.163.com", Password::ClientPassword),
        ("alibaba-enterprise", "smtps://smtp.qiye.aliyun.com", Password::ClientPassword),
        ("alibaba-enterprise-mxhichina", "smtps://smtp.mxhichina.com", Password::ClientPassword),
        ("google-workspace", "smtps://smtp.gmail.com", Password::AppPassword),
        ("microsoft-365", "smtp://smtp.office365.com", Password::TokenOnly),
        ("zoho-company", "smtps://smtppro.zoho.com", Password::AppPassword),
        ("feishu", "smtps://smtp.feishu.cn", Password::ClientPassword),
    ] {
        let provider = named(key);
        assert_eq!(
            (provider.server().to_string(), provider.password()),
            (server.to_owned(), password),
            "{key}"
        );
        assert!(Providers::shipped().for_own_domains().any(|choice| choice.key() == key), "{key}");
    }
}

#[test]
fn nothing_in_the_file_contradicts_itself() {
    let all: Vec<_> = Providers::shipped().all().collect();
    let keys: BTreeSet<_> = all.iter().map(|provider| provider.key()).collect();
    assert_eq!(keys.len(), all.len(), "a key stands twice");
    let mut domains = BTreeSet::new();
    for provider in all {
        let key = provider.key();
        assert!(key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{key}");
        assert!(provider.dated().parse::<Date>().is_ok(), "{key}: the date of {}", provider.source());
        assert!(provider.source().len() > 8, "{key}");
        assert!((1..=120).contains(&provider.pace().as_secs()), "{key}");
        for server in [provider.server()].into_iter().chain(provider.other_servers()) {
            assert_ne!(server.security(), Security::Plain, "{key}");
            assert_eq!(server.host(), provider.server().host(), "{key}");
        }
        for domain in &provider.domains {
            assert_eq!(*domain, domain.to_lowercase());
            assert!(domains.insert(*domain), "{domain} has two providers");
        }
        for lang in [Lang::En, Lang::ZhCn] {
            let steps = provider.steps(lang);
            assert!((2..=4).contains(&steps.len()), "{key}");
            assert!(!provider.name(lang).is_empty(), "{key}");
            assert!(steps.iter().all(|step| !step.ends_with(['.', '。'])), "{key}");
            assert!(Texts::new(lang).has(&format!("password-{}", provider.password().name())), "{key}");
        }
        assert_eq!(provider.steps(Lang::En).len(), provider.steps(Lang::ZhCn).len(), "{key}");
        assert!(provider.steps(Lang::En).iter().all(|step| step.is_ascii()), "{key}");
        // Where no password works, the draft and the token are named as what does.
        let offers = |word| [Lang::En, Lang::ZhCn].map(|lang| provider.steps(lang).join(" ").contains(word));
        if provider.password() == Password::TokenOnly {
            assert_eq!([offers("`unfreeze compose`"), offers("--token-command")], [[true; 2]; 2], "{key}");
        }
    }
}

#[test]
fn a_server_leads_back_to_its_provider() {
    let serving = |server: &str, address: &str| {
        Providers::shipped().serving(&server.parse().unwrap(), address).map(Provider::key)
    };
    assert_eq!(serving("smtp://smtp.qq.com", "shop@foxmail.com"), Some("foxmail"));
    assert_eq!(serving("smtps://smtp.qq.com:465", "shop@example.com"), Some("qq"));
    assert_eq!(serving("smtp://smtp.exmail.qq.com", "shop@qq.com"), Some("exmail"));
    assert_eq!(serving("smtps://mail.example.com", "shop@qq.com"), None);
}

#[test]
fn a_slip_in_the_file_is_refused() {
    let shipped = include_str!("../../../templates/providers.toml");
    let read = |text: String| toml::from_str::<File>(Box::leak(text.into_boxed_str())).is_ok();
    assert!(read(shipped.to_owned()));
    for (right, wrong) in [
        ("login_must_be_from = true", "login_must_be_form = true"),
        ("password = \"token\"", "password = \"tokens\""),
        ("smtps://smtp.163.com", "smtp.163.com:465"),
        ("servers = [\"smtps://smtp.163.com\"]", "servers = []"),
        ("outcome = \"login\"", "outcome = \"unknown\""),
        ("phases = [\"auth\"]", "phases = [\"AUTH\"]"),
        ("key = \"qq\"\n", ""),
    ] {
        assert!(shipped.contains(right), "{right}");
        assert!(!read(shipped.replace(right, wrong)), "{wrong}");
    }
}
