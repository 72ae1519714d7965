//! From the review to the server, without another command.

use std::fs;

use super::Desk;
use super::dialogue::{CASE, EN};
use crate::mail_server::{MailServer, Mode};

#[test]
fn the_mail_is_sent_from_the_review_and_once() {
    let server = MailServer::start(Mode::Plain);
    let desk = Desk::new();
    fs::create_dir(desk.path().join("settings")).unwrap();
    let account =
        format!("[shop]\naddress = \"shop@example.com\"\nserver = \"{}\"\nuser = \"\"\n", server.url());
    fs::write(desk.path().join("settings/accounts.toml"), account).unwrap();
    fs::write(desk.path().join("case.toml"), CASE).unwrap();

    let mut person = desk.sit_down("new case.toml --ui-lang en", 80);
    person.vouches(&EN);
    // A hasty Enter sends nothing.
    person.chooses(EN.review, 2);
    person.chooses("? Send it from shop@example.com to seller-support@aliexpress.com?", 0);
    person.sees(EN.review);
    assert_eq!(server.mails().len(), 0);
    person.chooses(EN.review, 2);
    person.chooses("? Send it from shop@example.com to seller-support@aliexpress.com?", 1);
    person.sees("there is no phone line");
    let (status, screens) = person.ends();
    assert_eq!(status, 0, "{screens:#?}");
    assert_eq!(server.mails().len(), 1);

    // Sent is sent: the same case again says so, and nothing goes out.
    let mut person = desk.sit_down("new case.toml --ui-lang en", 80);
    person.chooses(EN.review, 2);
    person.chooses("? Send it from shop@example.com to seller-support@aliexpress.com?", 1);
    person.sees("already accepted by your mail server");
    assert_eq!(person.ends().0, 0);
    assert_eq!(server.mails().len(), 1);
}
