//! Composes the draft of a case with the library alone: `cargo run --example draft -- CASE.toml DRAFT.eml`.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use unfreeze::case;
use unfreeze::delivery::{Overwrite, write_new};
use unfreeze::evidence::{Attachment, Scan, Watermark, notice_bytes};
use unfreeze::facts::Facts;
use unfreeze::letter::{Attached, Letter, Templates};
use unfreeze::message::{Message, Stamp};

fn main() -> Result<(), Box<dyn Error>> {
    let [path, draft] =
        env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "CASE.toml DRAFT.eml")?;
    let folder = Path::new(&path).parent().unwrap_or(Path::new(""));
    let facts = Facts::check(case::read(&fs::read(&path)?)?, "2026-11-22T12:00:00Z".parse()?)?;
    let mail = facts.mail().as_ref().ok_or("no mail without enterprise verification")?;
    let watermark = facts.redaction().watermark().as_ref().map(Watermark::new).transpose()?;
    let mut evidence = Vec::new();
    let budget = notice_bytes(facts.freeze().notices().len());
    for notice in facts.freeze().notices() {
        evidence.extend(Scan::read(&fs::read(folder.join(notice))?)?.clean(budget)?);
    }
    for scan in facts.representative().scans() {
        let picture = Scan::read(&fs::read(folder.join(scan.path()))?)?;
        let order = facts
            .order(scan, &picture, None, watermark.as_ref())
            .ok_or("nobody knows where the card lies")?;
        let words = scan.acceptance().as_slice();
        evidence.push(picture.redact(&order)?.accept(words).map_err(|_| "nobody has vouched for this scan")?);
    }
    let attachments = Attachment::number(evidence);
    let attached: Vec<_> = attachments.iter().map(Attached::from).collect();
    let letter = Letter::render(&facts, mail, &attached, &Templates::default(), *facts.language())?;
    let message = Message::draft(mail, &letter, &attachments, &Stamp::draft(&letter, &attachments))?;
    write_new(Path::new(&draft), message.bytes(), Overwrite::Refuse)?;
    Ok(())
}
