//! Nobody sees the password or the token but the server, and that under TLS only.

use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use unfreeze::delivery::smtp::Phase;

use super::*;
use crate::mail_server::{Does, Fault, Setup, TOKEN};

/// A secret in every form that it has on the way.
fn forms(secret: &str) -> Vec<String> {
    let plain = BASE64_STANDARD.encode(format!("\0{USER}\0{secret}"));
    let token = BASE64_STANDARD.encode(format!("user={USER}\x01auth=Bearer {secret}\x01\x01"));
    vec![secret.to_owned(), BASE64_STANDARD.encode(secret), plain, token]
}

/// Every place where a secret stands: what was said, and every file and name below a folder.
fn places(secret: &str, folder: &Path, outcome: &Outcome) -> Vec<String> {
    let forms = forms(secret);
    let holds = |bytes: &[u8]| {
        forms.iter().any(|form| bytes.windows(form.len()).any(|window| window == form.as_bytes()))
    };
    let mut found = Vec::new();
    for (name, said) in [("stdout", &outcome.stdout), ("stderr", &outcome.stderr)] {
        if holds(said.as_bytes()) {
            found.push(name.to_owned());
        }
    }
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() {
                folders.push(path);
            } else if holds(&fs::read(&path).unwrap()) || holds(name.as_bytes()) {
                found.push(name);
            }
        }
    }
    found.sort();
    found
}

/// Ends of every kind; servers that repeat the line which they were told among them.
fn ends(offer: &str, secret: &str) -> Vec<(Fault, i32)> {
    let [_, word, plain, token] = <[String; 4]>::try_from(forms(secret)).unwrap();
    let says = |phase, text: &str| Fault::at(phase, Does::says(text));
    let told = match offer {
        "AUTH LOGIN" => word,
        "AUTH PLAIN" => plain,
        _ => token,
    };
    // The password of LOGIN comes third, after the word itself and the user.
    let last = |fault: Fault| if offer == "AUTH LOGIN" { fault.second().second() } else { fault };
    vec![
        (Fault::none(), 0),
        (last(says(Phase::Auth, "535 5.7.8 no")), 77),
        (last(says(Phase::Auth, &format!("502 5.5.2 unknown: AUTH PLAIN {told}"))), 77),
        (last(says(Phase::Auth, &format!("500 unknown '{}...'", &told[..20]))), 77),
        (last(says(Phase::Auth, &format!("454 4.7.0 later: {told}"))), 75),
        (last(Fault::at(Phase::Auth, Does::Drops)), 75),
        (last(Fault::at(Phase::Auth, Does::Hangs)), 75),
        (Fault::at(Phase::Dot, Does::Drops), 76),
        (says(Phase::Dot, "554 5.7.1 no"), 69),
    ]
}

/// Who logs in by what: the offers of the server, and a folder outside of what is searched, which has the token.
fn sends(offer: &'static str, token: Option<&Path>, secret: &str) {
    for (fault, exit) in ends(offer, secret) {
        let name = format!("{offer}: {fault:?}");
        let setup =
            Setup { offers: vec![offer], faults: vec![fault.clone(), fault], ..Setup::new(Mode::Tls) };
        let (desk, server) = (Desk::new(), setup.start());
        let run = |words: &str| match token {
            None => desk.send(&server, words),
            Some(folder) => {
                let (url, from) = (server.url(), folder.join("token"));
                fs::create_dir_all(desk.path("config")).unwrap();
                let command = format!("cat {}", from.display());
                let account = format!(
                    "[shop]\naddress = \"{USER}\"\nserver = \"{url}\"\nsecret = \"token-command\"\ncommand = \"{command}\"\n"
                );
                fs::write(desk.path("config/accounts.toml"), account).unwrap();
                fs::write(desk.path("ca.pem"), server.ca_pem()).unwrap();
                let words = format!("send --ca-file ca.pem {words}");
                desk.run(words.split_whitespace().map(str::to_owned))
                    .env("UNFREEZE_CONFIG_DIR", desk.path("config").to_str().unwrap())
                    .env("PATH", "/usr/bin:/bin")
            }
        };
        // Each fault is met twice where it is met at all: with and without JSON.
        let outcome = run("draft.eml --dry-run --json").run();
        assert_eq!((outcome.status, places(secret, desk.folder.path(), &outcome)), (0, vec![]), "{name}");
        let outcome = run("draft.eml --json --timeout 3 --final-timeout 3").run();
        assert_eq!(outcome.status, exit, "{name}: {}", outcome.stderr);
        assert_eq!(places(secret, desk.folder.path(), &outcome), [""; 0], "{name}");
        let outcome = run("draft.eml --timeout 3 --final-timeout 3").lang("zh").run();
        assert_eq!(places(secret, desk.folder.path(), &outcome), [""; 0], "{name}");
        assert!(!status(&outcome).1, "{name}");
        let spoken: Vec<String> =
            server.transcript().iter().flat_map(|heard| heard.texts()).map(str::to_owned).collect();
        let forms = forms(secret);
        assert!(spoken.iter().any(|line| forms.iter().any(|form| line.contains(form))), "{name}: never used");
    }
}

#[test]
fn a_password_is_seen_by_nobody_however_it_ends() {
    sends("AUTH PLAIN", None, PASSWORD);
    sends("AUTH LOGIN", None, PASSWORD);
}

#[cfg(unix)]
#[test]
fn a_token_is_seen_by_nobody_however_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("token"), TOKEN).unwrap();
    sends("AUTH XOAUTH2", Some(folder.path()), TOKEN);
}

/// What finds nothing above finds what is there.
#[test]
fn the_search_finds_each_form_in_each_place() {
    for form in forms(PASSWORD) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("state")).unwrap();
        fs::write(folder.path().join("state/note"), format!("..{form}..")).unwrap();
        let outcome = Outcome { status: 0, stdout: format!("a{form}"), stderr: format!("{form}b") };
        assert_eq!(places(PASSWORD, folder.path(), &outcome), ["note", "stderr", "stdout"]);
    }
}

#[test]
fn nothing_of_a_login_or_a_mail_goes_before_tls() {
    for (mode, fault) in [
        (Mode::StartTls, Fault::none()),
        (Mode::StartTls, Fault::at(Phase::Ehlo, Does::Strips("STARTTLS"))),
        (Mode::StartTls, Fault::at(Phase::StartTls, Does::says("220 go\r\n250 AUTH PLAIN"))),
        (Mode::StartTls, Fault::at(Phase::StartTls, Does::says("454 not now"))),
        (Mode::Tls, Fault::none()),
    ] {
        let (desk, server) = (Desk::new(), MailServer::faulty(mode, [fault.clone()]));
        let outcome = desk.send(&server, "draft.eml --timeout 5").run();
        let heard = &server.transcript()[0];
        let bare: Vec<&str> =
            heard.lines.iter().filter(|line| !line.secure).map(|line| line.text.as_str()).collect();
        assert!(bare.iter().all(|line| ["EHLO [127.0.0.1]", "STARTTLS"].contains(line)), "{bare:?}");
        let secure = heard.lines.iter().any(|line| line.secure && line.text.starts_with("AUTH "));
        assert_eq!((secure, !heard.body.is_empty()), (outcome.status == 0, outcome.status == 0), "{fault:?}");
    }
}

#[test]
fn a_password_in_the_address_of_a_server_is_not_repeated() {
    for url in
        ["smtps://shop:hunter2@mail.example", "smtps://hunter2@mail.example", "smtp://a:hunter2@[::1]:587/"]
    {
        for line in [
            vec!["send", "x.eml", "--server", url],
            vec!["account", "add", "shop@example.com", "--server", url],
        ] {
            for json in [false, true] {
                for lang in ["en", "zh"] {
                    let words = line.iter().copied().chain(json.then_some("--json"));
                    let outcome = Run::new(words).lang(lang).run();
                    assert_eq!(outcome.status, 64, "{line:?}: {outcome:?}");
                    assert!(outcome.stderr.contains("[smtp-server-secret]"), "{}", outcome.stderr);
                    assert!(!format!("{outcome:?}").contains("hunter2"), "{outcome:?}");
                }
            }
        }
    }
}

/// A command that prints the password inherits neither another password nor the arguments' secrets, and nobody who
/// lists the processes sees one.
#[cfg(target_os = "linux")]
#[test]
fn a_child_and_the_list_of_processes_know_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (seen, secret) = (folder.path().join("seen"), folder.path().join("secret"));
    fs::write(&secret, PASSWORD).unwrap();
    let script = folder.path().join("password.sh");
    let list = "p=$(cut -d' ' -f4 /proc/$PPID/stat); tr '\\0' ' ' < /proc/$PPID/cmdline; tr '\\0' ' ' < /proc/$p/cmdline";
    let seen_by = format!("{{ env; {list}; }}");
    fs::write(&script, format!("{seen_by} > {}\ncat {}\n", seen.display(), secret.display())).unwrap();
    let (desk, server) = (Desk::new(), MailServer::start(Mode::Tls));
    let outcome = desk
        .send(&server, "draft.eml")
        .env("PATH", "/usr/bin:/bin")
        .env("UNFREEZE_PASSWORD", "another-secret")
        .words(["--password-command".to_owned(), format!("sh {}", script.display())])
        .run();
    assert_eq!((outcome.status, server.mails().len()), (0, 1), "{}", outcome.stderr);
    let seen = fs::read_to_string(seen).unwrap();
    assert!(seen.contains("SOURCE_DATE_EPOCH=") && seen.contains("--password-command"), "{seen}");
    for secret in ["another-secret", PASSWORD] {
        assert!(!seen.contains(secret), "{seen}");
    }
}
