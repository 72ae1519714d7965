//! On a terminal: what is asked, what is not shown, and what a browser does not inherit.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::Home;
use crate::mail_server::{MailServer, Mode, PASSWORD, USER};

/// The program on a terminal of its own, which `script` of util-linux makes.
struct Terminal {
    child: Child,
    keys: ChildStdin,
    screen: Receiver<u8>,
    seen: Vec<u8>,
}

impl Terminal {
    fn open(home: &Home, folder: &Path, line: &str, env: &[(&str, &str)]) -> Self {
        let command = format!("stty cols 200; exec '{}' {line}", env!("CARGO_BIN_EXE_unfreeze"));
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &command, "/dev/null"]).current_dir(folder);
        script
            .env_clear()
            .env("TERM", "xterm")
            .env("SHELL", "/bin/sh")
            .env("UNFREEZE_CONFIG_DIR", home.config());
        script.env("PATH", std::env::var("PATH").unwrap()).envs(env.iter().copied());
        let mut child =
            script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let (keys, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (tell, screen) = mpsc::channel();
        thread::spawn(move || {
            let mut byte = [0];
            while output.read(&mut byte).is_ok_and(|count| count == 1) && tell.send(byte[0]).is_ok() {}
        });
        Self { child, keys, screen, seen: Vec::new() }
    }

    /// Waits until this is on the screen.
    fn expect(&mut self, text: &str) {
        while !self.text().contains(text) {
            match self.screen.recv_timeout(Duration::from_secs(120)) {
                Ok(byte) => self.seen.push(byte),
                Err(_) => panic!("{text:?} did not come:\n{}", self.text()),
            }
        }
    }

    /// Presses these keys.
    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits for the end: the status and everything that was shown.
    fn end(mut self) -> (i32, String) {
        self.seen.extend(self.screen.iter());
        (self.child.wait().unwrap().code().unwrap(), self.text())
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen).into_owned()
    }
}

fn place() -> (MailServer, Home) {
    let server = MailServer::start(Mode::Tls);
    let home = Home::with(&format!("[shop]\naddress = '{USER}'\nserver = '{}'\n", server.url()));
    fs::write(home.path("ca.pem"), server.ca_pem()).unwrap();
    (server, home)
}

#[test]
fn a_password_is_asked_for_and_not_shown() {
    for (lang, question, done) in [
        ("en", "Password of shop@example.com at 127.0.0.1:", "the server accepted the login"),
        ("zh", "shop@example.com 在 127.0.0.1 的密码：", "服务器已接受登录"),
    ] {
        let (server, home) = place();
        let line = format!("account check --ui-lang {lang} --ca-file {}", home.path("ca.pem"));
        let mut terminal = Terminal::open(&home, home.folder.path(), &line, &[]);
        terminal.expect(question);
        terminal.press(&format!("{PASSWORD}\r"));
        let (status, seen) = terminal.end();
        assert_eq!(status, 0, "{seen}");
        assert!(seen.contains(done), "{seen}");
        assert!(!seen.contains(PASSWORD) && !seen.contains(&PASSWORD[..6]), "{seen}");
        assert_eq!(server.transcript().len(), 1);
    }
}

#[test]
fn breaking_off_at_the_question_calls_nobody() {
    for keys in ["\x1b", "\x03"] {
        let (server, home) = place();
        let mut terminal = Terminal::open(&home, home.folder.path(), "account check --ui-lang en", &[]);
        terminal.expect("Password of");
        terminal.press(keys);
        let (status, seen) = terminal.end();
        assert_eq!(status, 130, "{seen}");
        assert_eq!(server.transcript(), []);
    }
    let (_server, home) = place();
    let mut terminal = Terminal::open(&home, home.folder.path(), "account check --ui-lang en", &[]);
    terminal.expect("Password of");
    terminal.press("\r");
    let (status, seen) = terminal.end();
    assert_eq!(status, 77);
    assert!(seen.contains("nothing was typed [secret-empty]"), "{seen}");
}

#[test]
fn a_company_chooses_its_provider_from_a_list() {
    let home = Home::new();
    let line = "account add shop@example.com --ui-lang zh";
    let mut terminal = Terminal::open(&home, home.folder.path(), line, &[]);
    terminal.expect("example.com 的邮箱在哪家服务商？");
    terminal.expect("阿里企业邮箱");
    terminal.press("腾讯\r");
    let (status, seen) = terminal.end();
    assert_eq!(status, 0, "{seen}");
    assert!(seen.contains("已添加账号：shop@example.com"), "{seen}");
    assert!(home.text().contains("server = \"smtps://smtp.exmail.qq.com\""), "{}", home.text());
}

/// What the review page's browser is started with.
#[test]
fn a_browser_does_not_inherit_the_password() {
    let home = Home::new();
    let (dump, browser) = (home.path("env.txt"), home.path("browser"));
    fs::write(&browser, format!("#!/bin/sh\nenv > '{dump}.new'; mv '{dump}.new' '{dump}'\n")).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let case = waiting_case(&home);
    let folder = case.parent().unwrap();
    let line = "accept case.toml --ui-lang en";
    let open = |env: &[(&str, &str)]| {
        let env = [&[("BROWSER", browser.as_str()), ("SOURCE_DATE_EPOCH", "1795305600")], env].concat();
        let mut terminal = Terminal::open(&home, folder, line, &env);
        terminal.expect("do you vouch");
        terminal
    };

    let mut terminal = open(&[("UNFREEZE_PASSWORD", "hunter2")]);
    terminal.press("\x1b");
    let (_, seen) = terminal.end();
    assert!(seen.contains("because UNFREEZE_PASSWORD is set and the browser would inherit it"), "{seen}");
    assert!(!seen.contains("hunter2"), "{seen}");
    let mut terminal = open(&[]);
    // The browser is nobody's child, so only its trace tells that it ran; and it would die with the terminal.
    for _ in 0..600 {
        if Path::new(&dump).exists() {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    terminal.press("\x1b");
    let (_, seen) = terminal.end();
    assert!(seen.contains("open in your browser"), "{seen}");
    let inherited = fs::read_to_string(&dump).unwrap();
    assert!(inherited.contains("BROWSER=") && !inherited.contains("UNFREEZE_PASSWORD"), "{inherited}");
}

/// The shipped example, one of whose pictures nobody has vouched for.
fn waiting_case(home: &Home) -> std::path::PathBuf {
    let folder = home.folder.path().join("aurora");
    fs::create_dir_all(folder.join("scans")).unwrap();
    for file in ["case.toml", "notice.png", "scans/portrait.jpg", "scans/emblem.jpg"] {
        fs::copy(Path::new("examples/aurora").join(file), folder.join(file)).unwrap();
    }
    let case = folder.join("case.toml");
    let text = fs::read_to_string(&case).unwrap();
    let begin = text.rfind("[[representative.accepted]]").unwrap();
    let end = begin + text[begin..].find("[freeze]").unwrap();
    fs::write(&case, format!("{}{}", &text[..begin], &text[end..])).unwrap();
    case
}
