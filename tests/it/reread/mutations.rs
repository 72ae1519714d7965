//! Thousands of mutilated mails: none ends in a panic, and none is made ready for anybody but the platform.

use unfreeze::facts::Recipient;
use unfreeze::message::{Reread, check_recipients};

use super::THUNDERBIRD;
use crate::message::{TOKEN, noon};

/// A sequence that is the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

const WORDS: [&str; 40] = [
    "\r\n",
    "\n",
    "\r",
    "\n\n",
    "\n ",
    "\n\t",
    " ",
    "\0",
    ":",
    ";",
    ",",
    "<",
    ">",
    "(",
    ")",
    "\"",
    "\\",
    "@",
    "=",
    "?=",
    "=?utf-8?q?",
    "To: x@example.com\n",
    "Bcc: x@example.com\n",
    "Cc: x@example.com,",
    "x@example.com",
    "From: ",
    "Subject: ",
    "Content-Type: ",
    "multipart/mixed",
    "message/rfc822",
    "boundary=",
    "--",
    "é",
    "\u{feff}",
    "UF-",
    "Content-Transfer-Encoding: base64\n",
    "seller-support@aliexpress.com",
    "<script>",
    "11010519491231002X",
    "\u{202e}",
];

fn mutilated(dice: &mut Dice) -> Vec<u8> {
    let mut mail = THUNDERBIRD.as_bytes().to_vec();
    // Most of the danger is in the header.
    let head = mail.windows(2).position(|pair| pair == b"\n\n").unwrap();
    for _ in 0..=dice.roll(3) {
        let reach = if dice.roll(3) > 0 { head } else { mail.len() }.min(mail.len());
        let at = dice.roll(reach.max(1));
        let end = (at + dice.roll(60)).min(mail.len());
        match dice.roll(5) {
            0 => mail.insert(at, dice.roll(256) as u8),
            1 => drop(mail.drain(at..end)),
            2 => drop(mail.splice(at..at, dice.pick(&WORDS).bytes())),
            3 => {
                let copy = mail[at..end].to_vec();
                let to = dice.roll(mail.len());
                drop(mail.splice(to..to, copy));
            }
            _ => mail.truncate(mail.len() - dice.roll(mail.len() / 8 + 1)),
        }
    }
    mail
}

#[test]
fn no_mutilated_mail_goes_to_anybody_else() {
    let mut dice = Dice(20_261_122);
    let (mut sent, mut refused) = (0, 0);
    for _ in 0..4_000 {
        let mail = mutilated(&mut dice);
        let Ok(reread) = Reread::read(&mail) else {
            refused += 1;
            continue;
        };
        let copies = [reread.cc(), reread.bcc()].concat();
        assert_eq!(check_recipients(reread.from(), reread.to(), &copies), []);
        let Ok(ready) = reread.ready(noon(), TOKEN) else { continue };
        sent += 1;
        // As simple a reader as there can be: the line that begins with `To:`, and those that go on.
        let text = String::from_utf8_lossy(ready.bytes()).replace("\r\n ", " ").replace("\r\n\t", " ");
        let header = text.split("\r\n\r\n").next().unwrap();
        let field = |name: &str| -> Vec<String> {
            let lines = header.split("\r\n").map(str::to_ascii_lowercase);
            lines.filter(|line| line.starts_with(&format!("{name}:"))).collect()
        };
        let [to] = field("to").try_into().unwrap();
        let address =
            to.trim_start_matches("to:").rsplit('<').next().unwrap().trim().trim_end_matches('>').trim();
        assert!(Recipient::of(address).is_ok(), "{to}");
        assert_eq!((field("bcc").len(), field("from").len(), field("subject").len()), (0, 1, 1));
        assert!(ready.bytes().ends_with(b"\r\n") && !ready.bytes().contains(&0));
    }
    assert!(sent > 300 && refused > 1_000, "{sent} sent, {refused} refused");
}
