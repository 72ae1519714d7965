//! The verb `send`: kept first, then delivered, once.

mod dry_run;
mod interrupt;
mod kept;
mod parcel;
mod progress;
mod sender;
mod told;
mod transmit;

use std::path::Path;

use serde_json::{Value, json};
use unfreeze::account::Account;
use unfreeze::finding::Finding;
use unfreeze::record::{Kind, Mail, NewMail, Record, RecordError, Resend, State};

use super::args::SendArgs;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;
use super::writing::Pen;
use super::{clock, diary, question};
use interrupt::Moment;
use kept::Stop;
use progress::Progress;
use sender::Ways;
use told::Told;
use transmit::Post;

/// A mail of this run.
struct Parcel {
    /// What the person named it.
    what: String,
    mail: Mail,
    account: Account,
}

pub(crate) fn run(args: &SendArgs, session: &Session) -> Result<Exit, Failure> {
    let ways = Ways::of(&args.way)?;
    let pen = Pen::of(&args.letter)?;
    if args.dry_run {
        return dry_run::run(args, &ways, &pen, session);
    }
    let mut record = diary::open(clock::now()?)?;
    let mut run = Run { args, record: &mut record, session, answers: Vec::new(), exit: Exit::Done };
    let parcels = run.gather(&ways, &pen)?;
    run.deliver(&parcels, &ways)?;
    let answered = session.object(&json!({ "mails": run.answers }));
    run.said(answered);
    Ok(run.exit)
}

/// One run, and what came of it so far.
struct Run<'a> {
    args: &'a SendArgs,
    record: &'a mut Record,
    session: &'a Session,
    answers: Vec<Value>,
    exit: Exit,
}

impl Run<'_> {
    /// Keeps every mail that is asked for. One that cannot be kept does not stop the others.
    fn gather(&mut self, ways: &Ways<'_>, pen: &Pen) -> Result<Vec<Parcel>, Failure> {
        let mut parcels: Vec<Parcel> = Vec::new();
        if self.args.mails.is_empty() {
            for mail in self.record.waiting()? {
                match ways.of_mail(&mail.from) {
                    Ok(account) => parcels.push(Parcel { what: mail.reference.clone(), mail, account }),
                    Err(failure) => self.stopped(&mail.reference, failure.into()),
                }
            }
            if parcels.is_empty() && self.answers.is_empty() {
                let nothing = self.session.tell(&self.session.texts().get("send-nothing-waits"));
                self.said(nothing);
            }
            return Ok(parcels);
        }
        for what in &self.args.mails {
            let name = what.display().to_string();
            let parcel = self.keep(what, pen).and_then(|mail| {
                mail.may_be_sent(self.resend())?;
                let account = ways.of_mail(&mail.from)?;
                Ok(Parcel { what: name.clone(), mail, account })
            });
            match parcel {
                // A case and its draft are one mail.
                Ok(parcel) if parcels.iter().any(|known| known.mail.id == parcel.mail.id) => {}
                Ok(parcel) => parcels.push(parcel),
                Err(stop) => self.stopped(&name, stop),
            }
        }
        Ok(parcels)
    }

    /// The mail as the diary has it: the one that is named, or the one that is composed now.
    fn keep(&mut self, what: &Path, pen: &Pen) -> Result<Mail, Stop> {
        let now = clock::now()?;
        if self.args.resume {
            return Ok(diary::mail_meant(what, self.record, now)?);
        }
        let composed = parcel::compose(what, self.args, pen, Some(self.record), now, self.session)?;
        let NewMail { reference, .. } = &composed;
        match self.record.compose(&composed, now) {
            Ok(id) => Ok(self.record.mail_of(id)?),
            // The person's word is about the mail whose fate is unknown: that one goes again, byte for byte.
            Err(RecordError::Unknown { .. }) if self.args.resend => {
                let older = Finding::warning(what.display().to_string(), "send-again-as-it-was");
                self.session.notify(&[older], "");
                Ok(self.record.mail(reference)?.ok_or(RecordError::NoMail)?)
            }
            // What was accepted says something else: this one does not go out, which is no success.
            Err(error @ RecordError::AlreadyAccepted { .. }) => {
                let findings = Failure::from(error).findings().to_vec().into_iter();
                let other = |finding| Finding { code: "send-other-accepted", ..finding };
                Err(Failure::new(Exit::Findings, findings.map(other).collect::<Vec<_>>()).into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The person's word about a mail whose fate is unknown.
    fn resend(&self) -> Resend {
        if self.args.resend { Resend::Allow } else { Resend::Refuse }
    }

    fn deliver(&mut self, parcels: &[Parcel], ways: &Ways<'_>) -> Result<(), Failure> {
        let session = self.session;
        if parcels.is_empty() || !self.agreed(parcels)? {
            return Ok(());
        }
        let mut post = Post::new(ways, self.resend());
        for parcel in parcels {
            post.unlock(&parcel.account, session)?;
        }
        interrupt::watch(session);
        let mut progress = Progress::new(parcels.len(), ways.timeouts.final_reply, session);
        for parcel in parcels {
            progress.about(&parcel.what);
            if self.args.resume {
                progress.wait("send-back-off", kept::back_off(&parcel.mail, clock::now()?));
            }
            let sent = post.send(self.record, parcel.mail.id, &parcel.account, &progress);
            progress.aside(|| match sent {
                Ok(sent) => {
                    let several = parcels.len() > 1;
                    self.told(told::outcome(parcel, &sent, several, session));
                }
                Err(stop) => self.stopped(&parcel.what, stop),
            });
            interrupt::reach(Moment::Between);
            progress.done();
        }
        drop(progress);
        post.close();
        Ok(())
    }

    /// Tells why a mail does not go to a server.
    fn stopped(&mut self, what: &str, stop: Stop) {
        let several = self.args.mails.len() != 1;
        self.told(told::stopped(what, &stop, several, self.session));
    }

    fn told(&mut self, told: Told) {
        self.exit = self.exit.merge(told.exit);
        self.answers.push(told.answer);
        self.said(told.said);
    }

    /// What cannot be said on stdout, because its reader has left or its disk is full, stops no mail, and makes none of
    /// them a success.
    fn said(&mut self, said: Result<(), Failure>) {
        if let Err(failure) = said {
            self.exit = self.exit.merge(self.session.report(&failure));
        }
    }

    /// Shows what would be sent and asks once for all; a script's command line is its word.
    fn agreed(&mut self, parcels: &[Parcel]) -> Result<bool, Failure> {
        for parcel in parcels {
            self.said(told::summary(parcel, self.session));
        }
        if self.args.yes || !question::somebody() {
            return Ok(true);
        }
        let all = |test: fn(&Mail) -> bool| parcels.iter().all(|parcel| test(&parcel.mail));
        let key = if self.args.resend && !all(|mail| mail.state != State::Unknown) {
            "send-question-again"
        } else if all(|mail| mail.kind == Kind::Trial) {
            "send-question-trial"
        } else {
            "send-question"
        };
        let asked = self.session.texts().format(key, &[("count", parcels.len().into())]);
        let nobody = || Failure::new(Exit::Usage, [Finding::error("--yes", "send-no-terminal")]);
        let agreed = question::confirm(&asked, key, nobody, self.session);
        // Who is asked on a stdout that nobody reads was not asked.
        let agreed = agreed.map_err(|failure| if failure.is_silent() { nobody() } else { failure })?;
        if !agreed {
            let not_now = self.session.tell(&self.session.texts().get("send-not-now"));
            self.said(not_now);
        }
        Ok(agreed)
    }
}
