//! Replies as servers have written them, and what each means.

use super::*;
use crate::texts::{Lang, Texts};

const LOGIN: Option<Outcome> = Some(Outcome::Login);
const REFUSED: Option<Outcome> = Some(Outcome::Refused);
const DEFERRED: Option<Outcome> = Some(Outcome::Deferred);

fn meant(code: u16, text: &str, phase: Phase, host: &str) -> Option<(&'static str, Option<Outcome>)> {
    meaning(&Reply::new(code, text), phase, host).map(|meaning| (meaning.code, meaning.outcome))
}

#[test]
fn every_reply_that_was_seen_has_its_meaning() {
    use Phase::{Auth, Dot, Greeting, Mail, Rcpt};
    let qq_help = "http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256";
    let gmail = "5.7.8 Username and Password not accepted. For more information, go to\n5.7.8 https://support.google.com/mail/?p=BadCredentials x-20 - gsmtp";
    for (code, text, phase, host, means, outcome) in [
        (
            535,
            &*format!(
                "Login Fail. Please enter your authorization code to login. More information in {qq_help}"
            ),
            Auth,
            "smtp.qq.com",
            "reply-authorization-code",
            LOGIN,
        ),
        (
            535,
            &format!("Error: 请使用授权码登录。详情请看: {qq_help}"),
            Auth,
            "smtp.qq.com",
            "reply-authorization-code",
            LOGIN,
        ),
        (
            535,
            "Error: authentication failed, system busy",
            Auth,
            "smtp.exmail.qq.com",
            "reply-client-password",
            LOGIN,
        ),
        (
            535,
            "Error: authentication failed, system busy",
            Auth,
            "hwsmtp.exmail.qq.com",
            "reply-client-password",
            LOGIN,
        ),
        (
            535,
            "Error: authentication failed, system busy",
            Auth,
            "smtp.feishu.cn",
            "reply-client-password",
            LOGIN,
        ),
        (
            501,
            "mail from address must be same as authorization user",
            Mail,
            "smtp.exmail.qq.com",
            "reply-sender",
            REFUSED,
        ),
        (
            501,
            "Mail from address must be same as authorization user.",
            Mail,
            "smtp.qq.com",
            "reply-sender",
            REFUSED,
        ),
        (535, "Error: authentication failed", Auth, "smtp.163.com", "reply-authorization-code", LOGIN),
        (535, "Error: authentication failed", Auth, "smtp.126.com", "reply-authorization-code", LOGIN),
        (535, "Error: authentication failed", Auth, "smtp.qiye.163.com", "reply-client-password", LOGIN),
        (550, "User has no permission", Auth, "smtp.163.com", "reply-service-off", LOGIN),
        (
            554,
            "DT:SPM 163 smtp14,EsCowABX please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1",
            Dot,
            "smtp.163.com",
            "reply-spam",
            REFUSED,
        ),
        (
            421,
            "HL:REP 163 smtp1 please see http://mail.163.com/help",
            Greeting,
            "smtp.163.com",
            "reply-pace",
            DEFERRED,
        ),
        (421, "HL:ICC 163 smtp1", Greeting, "smtp.163.com", "reply-pace", DEFERRED),
        (421, "HL:IFC 163 smtp1", Greeting, "smtp.163.com", "reply-pace", DEFERRED),
        (421, "HL:MEP 163 smtp1", Greeting, "smtp.163.com", "reply-pace", DEFERRED),
        (450, "MI:CEL 163 smtp1", Mail, "smtp.163.com", "reply-pace", DEFERRED),
        (450, "MI:DMC 163 smtp1", Mail, "smtp.163.com", "reply-pace", DEFERRED),
        (450, "RP:DRC 163 smtp1", Rcpt, "smtp.163.com", "reply-pace", DEFERRED),
        (451, "DT:SPM ,please try again", Dot, "smtp.163.com", "reply-pace", DEFERRED),
        (553, "Mail from must equal authorized user", Mail, "smtp.163.com", "reply-sender", REFUSED),
        (550, "用户被锁定", Auth, "smtp.163.com", "reply-locked", LOGIN),
        (526, "Authentication failure[0]", Auth, "smtp.qiye.aliyun.com", "reply-client-password", LOGIN),
        (526, "Authentication failure[1]", Auth, "smtp.mxhichina.com", "reply-too-many-logins", LOGIN),
        (
            440,
            "mail from account doesn't conform with authentication (Auth Account:a@example.com|Mail Account:b@example.com)",
            Dot,
            "smtp.qiye.aliyun.com",
            "reply-sender",
            REFUSED,
        ),
        (
            510,
            "The size of DATA content exceeds the threshold",
            Dot,
            "smtp.qiye.aliyun.com",
            "reply-too-large",
            REFUSED,
        ),
        (554, "Reject by content spam", Dot, "smtp.qiye.aliyun.com", "reply-spam", REFUSED),
        (454, "Transient reject by behaviour spam", Mail, "smtp.qiye.aliyun.com", "reply-pace", DEFERRED),
        (551, "auth error", Auth, "smtp.sina.com", "reply-authorization-code", LOGIN),
        (451, "auth error", Auth, "smtp.sina.com", "reply-login-later", DEFERRED),
        (552, "message is too long", Dot, "smtp.sina.com", "reply-too-large", REFUSED),
        (554, "attachment is too long", Dot, "smtp.sina.com", "reply-too-large", REFUSED),
        (
            535,
            "Error: authentication failed, ERR.LOGIN.IPDENY",
            Auth,
            "smtp.qiye.163.com",
            "reply-network-denied",
            LOGIN,
        ),
        (535, "ERR.LOGIN.DOMAINNOTEXIST", Auth, "smtp.qiye.163.com", "reply-wrong-node", LOGIN),
        (
            534,
            "5.7.9 Application-specific password required. Learn more at\n5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor",
            Auth,
            "smtp.gmail.com",
            "reply-app-password",
            LOGIN,
        ),
        (535, gmail, Auth, "smtp.gmail.com", "reply-app-password", LOGIN),
        (
            334,
            "eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=",
            Auth,
            "smtp.gmail.com",
            "reply-token",
            LOGIN,
        ),
        (
            535,
            "5.7.139 Authentication unsuccessful, basic authentication is disabled. [BL1P222CA0027.NAMP222.PROD.OUTLOOK.COM]",
            Auth,
            "smtp-mail.outlook.com",
            "reply-no-password",
            LOGIN,
        ),
        (
            550,
            "5.7.30 Basic authentication is not supported for Client Submission.",
            Auth,
            "smtp.office365.com",
            "reply-no-password",
            LOGIN,
        ),
        (
            535,
            "5.7.0 (#AUTH005) Too many bad auth attempts.",
            Auth,
            "smtp.mail.yahoo.com",
            "reply-too-many-logins",
            LOGIN,
        ),
        (
            454,
            "4.7.0 Too many login attempts, please try again later. - gsmtp",
            Auth,
            "smtp.gmail.com",
            "reply-too-many-logins",
            LOGIN,
        ),
        (535, "Authentication Failed", Auth, "smtp.zoho.com", "reply-app-password", LOGIN),
        (553, "Relaying disallowed as shop@example.com", Dot, "smtppro.zoho.com", "reply-sender", REFUSED),
        (
            550,
            "5.1.1 <seller-support-hk@aliexpress.com>: Recipient address rejected",
            Rcpt,
            "mail.example.com",
            "reply-recipient-unknown",
            REFUSED,
        ),
        (550, "No such user here", Rcpt, "mail.example.com", "reply-recipient-unknown", REFUSED),
        (
            552,
            "5.2.2 The email account that you tried to reach is over quota",
            Rcpt,
            "mail.example.com",
            "reply-recipient-full",
            None,
        ),
        (452, "4.2.2 Mailbox full", Rcpt, "mail.example.com", "reply-recipient-full", None),
        (552, "5.3.4 Message size exceeds fixed limit", Mail, "mail.example.com", "reply-too-large", REFUSED),
        (554, "5.3.4 Message too big", Dot, "mail.example.com", "reply-too-large", REFUSED),
        (
            535,
            "5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
            Auth,
            "mail.example.com",
            "reply-login",
            LOGIN,
        ),
        (530, "5.7.0 Authentication required", Mail, "mail.example.com", "reply-login-missing", LOGIN),
    ] {
        assert_eq!(meant(code, text, phase, host), Some((means, outcome)), "{host}: {code} {text}");
    }
}

#[test]
fn what_fits_nothing_is_told_by_its_code() {
    for (code, text, phase, host) in [
        (250, "ok", Phase::Dot, "smtp.163.com"),
        (421, "4.3.2 Service shutting down", Phase::Greeting, "mail.example.com"),
        (450, "4.2.1 greylisted", Phase::Rcpt, "mail.example.com"),
        (550, "5.7.1 Client host [185.1.1.5] blocked", Phase::Rcpt, "mail.example.com"),
        (554, "5.7.1 Message rejected", Phase::Dot, "mail.example.com"),
        // The same words at another host or in another phase do not mean the same.
        (551, "User not local", Phase::Rcpt, "smtp.sina.com"),
        (551, "auth error", Phase::Auth, "mail.example.com"),
        (550, "5.1.1 no", Phase::Mail, "mail.example.com"),
        (334, "VXNlcm5hbWU6", Phase::Auth, "smtp.qq.com"),
    ] {
        assert_eq!(meant(code, text, phase, host), None, "{code} {text}");
    }
    let login = |host| meant(535, "no", Phase::Auth, host).unwrap().0;
    assert_eq!(login("evilqq.com"), "reply-login");
    assert_eq!(login("qq.com"), "reply-authorization-code");
}

#[test]
fn every_meaning_has_its_words_and_its_mend() {
    for lang in [Lang::En, Lang::ZhCn] {
        let texts = Texts::new(lang);
        for rule in &Providers::shipped().rules {
            for key in [format!("finding-{}", rule.meaning), format!("finding-{}.mend", rule.meaning)] {
                assert!(texts.has(&key), "{key} in {}", lang.tag());
            }
            assert!(rule.contains.iter().all(|words| *words == words.to_lowercase()), "{}", rule.meaning);
        }
    }
}

#[test]
fn a_meaning_keeps_what_the_server_said() {
    let server: Server = "smtps://smtp.qiye.aliyun.com".parse().unwrap();
    let reply = Reply::new(440, "mail from account doesn't conform");
    let error = SmtpError::new(Phase::Mail, Why::Later, Some(reply));
    let meaning = Meaning::of(&error, &server).unwrap();
    assert_eq!((error.outcome(), meaning.outcome), (Outcome::Deferred, REFUSED));
    let finding = meaning.finding(&error, &server);
    assert_eq!((finding.field.as_str(), finding.code), ("smtps://smtp.qiye.aliyun.com", "reply-sender"));
    assert_eq!(
        finding.what(&Texts::new(Lang::En)),
        "From has to be the address that logs in (440 mail from account doesn't conform)"
    );
}

#[test]
fn the_table_is_silent_about_tokens_and_the_unknown() {
    let server: Server = "smtps://smtp.gmail.com".parse().unwrap();
    let of = |phase, why| {
        let error =
            SmtpError::new(phase, why, Some(Reply::new(535, "5.7.8 Username and Password not accepted")));
        Meaning::of(&error, &server).map(|meaning| meaning.code)
    };
    assert_eq!(of(Phase::Auth, Why::LoginRefused), Some("reply-app-password"));
    assert_eq!(of(Phase::Auth, Why::TokenRefused), None);
    assert_eq!(of(Phase::Dot, Why::Unexpected), None);
    assert_eq!(Meaning::of(&SmtpError::new(Phase::Connect, Why::Dns, None), &server), None);
}
