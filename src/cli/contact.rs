//! The verb `contact`: is this an official channel? Without a text: somebody called, and now?

use serde_json::{Value, json};
use unfreeze::facts::{Judged, judge};
use unfreeze::letter::contacts::Contacts;

use super::args::ContactArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;

pub(crate) fn run(args: &ContactArgs, session: &Session) -> Result<Exit, Failure> {
    let (contacts, texts) = (Contacts::shipped(), session.texts());
    let text = args.text.join(" ");
    let judged = if text.is_empty() { Vec::new() } else { judge(&text, &contacts.messengers) };
    let lang = texts.lang();
    for found in &judged {
        let standing = texts.get(&format!("contact-standing-{}", found.standing.name()));
        session.tell(&format!("{}{}{standing}", found.text, texts.get("report-colon")))?;
        session.tell(&format!("  {}", texts.get(&format!("contact-{}", found.code))))?;
        session.tell(&format!("  {}", texts.get(&format!("contact-{}.mend", found.code))))?;
        session.tell("")?;
    }
    if judged.is_empty() {
        for line in
            ["contact-called", "contact-called.hang-up", "contact-called.done", "contact-called.reach"]
        {
            session.tell(&texts.get(line))?;
        }
        session.tell("")?;
    }
    session.tell(contacts.telephone.told(lang))?;
    session.tell(contacts.calls.told(lang))?;
    session.tell(&texts.get("contact-channels"))?;
    session.tell(&contacts.telephone.published(texts))?;
    let source = |hearsay: &unfreeze::letter::contacts::Hearsay| {
        json!({
            "told": hearsay.told(lang),
            "source": hearsay.source,
            "dated": hearsay.dated.to_string(),
            "cites": hearsay.cites,
        })
    };
    session.object(&json!({
        "contacts": judged.iter().map(|found| to_json(found, session)).collect::<Vec<_>>(),
        "telephone": source(&contacts.telephone),
        "calls": source(&contacts.calls),
    }))?;
    Ok(Exit::Done)
}

fn to_json(found: &Judged, session: &Session) -> Value {
    let texts = session.texts();
    json!({
        "text": found.text,
        "standing": found.standing.name(),
        "code": found.code,
        "what": texts.get(&format!("contact-{}", found.code)),
        "mend": texts.get(&format!("contact-{}.mend", found.code)),
    })
}
