//! Whether the next letter of a case may be written, and what it can tell.

use jiff::Timestamp;

use super::outlook::Route;
use super::vocabulary::{CaseView, EventKind, Kind, Mail, State};
use crate::letter::channels::Channels;
use crate::letter::{Done, History, Overdue, Step};
use crate::message::Thread;

/// What the diary gives to the next letter.
pub struct FollowUp<'a> {
    /// What was done so far.
    pub history: History<'a>,
    /// The mails that it follows; none if they were sent by hand.
    pub thread: Option<Thread>,
}

/// Why no letter follows now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// The case is closed.
    #[error("follow-up-closed")]
    Closed,
    /// No mail of the case was sent.
    #[error("follow-up-nothing-sent")]
    NothingSent,
    /// Nobody knows whether the mail went out.
    #[error("follow-up-unknown")]
    Unknown,
    /// The mail came back, so the platform never had it.
    #[error("follow-up-bounced")]
    Bounced,
    /// The published time still runs.
    #[error("follow-up-early")]
    Early {
        /// When it ends.
        until: Timestamp,
    },
}

impl NotYet {
    /// The stable name: the catalogue has the sentence under `finding-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Closed => "follow-up-closed",
            Self::NothingSent => "follow-up-nothing-sent",
            Self::Unknown => "follow-up-unknown",
            Self::Bounced => "follow-up-bounced",
            Self::Early { .. } => "follow-up-early",
        }
    }
}

impl CaseView {
    /// What the next letter tells, once the published time of the last mail's channel is over. An answer of the
    /// platform begins that time anew: it deserves as much patience as the mail did.
    ///
    /// # Errors
    /// Why it is not yet time, or no longer.
    pub fn follow_up<'a>(&self, channels: &'a Channels, now: Timestamp) -> Result<FollowUp<'a>, NotYet> {
        if self.closed.is_some() {
            return Err(NotYet::Closed);
        }
        if self.mails.iter().any(|mail| self.is_unsettled(mail)) {
            return Err(NotYet::Unknown);
        }
        let waits = self.waits(channels);
        let mailed = waits.iter().filter(|wait| wait.route != Route::UrgentTicket);
        let wait = mailed.max_by_key(|wait| wait.since).ok_or(NotYet::NothingSent)?;
        if wait.bounced.is_some() {
            return Err(NotYet::Bounced);
        }
        let answers = self.times(&[EventKind::Sms, EventKind::Answered]);
        let since = answers.chain([wait.since]).max().unwrap_or(wait.since);
        let until = wait.promised.and_then(|promised| since.checked_add(promised).ok()).unwrap_or(since);
        if now < until {
            return Err(NotYet::Early { until });
        }
        let overdue = waits.iter().filter(|wait| wait.is_overdue(now)).filter_map(|wait| {
            Some(Overdue { channel: wait.route.channel(channels), ended: wait.deadline()? })
        });
        let overdue = overdue.collect();
        let history = History { number: self.next_number(), steps: self.steps(), overdue, now };
        Ok(FollowUp { history, thread: Thread::of(self.sent().map(|mail| mail.message_id.as_str())) })
    }

    /// The mails that a server accepted.
    fn sent(&self) -> impl Iterator<Item = &Mail> {
        self.mails.iter().filter(|mail| mail.kind != Kind::Trial && mail.state == State::Accepted)
    }

    /// Whether nobody knows what became of a mail; whoever found it in their Sent folder has noted that since.
    fn is_unsettled(&self, mail: &Mail) -> bool {
        let since = mail.handed_over();
        let noted = self.events.iter().filter(|noted| noted.event.kind == EventKind::Mailed);
        let found = || noted.into_iter().any(|noted| Some(noted.noted) >= since);
        mail.kind != Kind::Trial && mail.state == State::Unknown && !found()
    }

    /// When something of these kinds happened.
    fn times(&self, kinds: &[EventKind]) -> impl Iterator<Item = Timestamp> {
        let events = self.events.iter().map(|noted| &noted.event);
        events.filter(move |event| kinds.contains(&event.kind)).map(|event| event.at.timestamp())
    }

    /// The number of the next letter: after every letter that was sent, by the program or by hand.
    fn next_number(&self) -> u32 {
        let number = |mail: &Mail| {
            let own = mail.reference.strip_prefix(self.case.reference.as_str()).unwrap_or_default();
            own.trim_start_matches('-').parse().unwrap_or(1)
        };
        let highest = self.sent().map(number).max().unwrap_or(1);
        let letters = self.sent().count() + self.times(&[EventKind::Mailed]).count();
        highest.max(u32::try_from(letters).unwrap_or(u32::MAX)).saturating_add(1)
    }

    fn steps(&self) -> Vec<Step> {
        let mails = self.sent().filter_map(|mail| {
            let to = mail.to.first().cloned().unwrap_or_default();
            Some(Step { at: mail.handed_over()?, done: Done::Accepted(to) })
        });
        let events = self.events.iter().filter_map(|noted| {
            let done = match noted.event.kind {
                EventKind::Ticket => Done::Ticket(noted.event.number.clone()),
                EventKind::Mailed => Done::ByHand,
                EventKind::Sms | EventKind::Answered => Done::Answered,
                EventKind::Bounced | EventKind::Unfrozen => return None,
            };
            Some(Step { at: noted.event.at.timestamp(), done })
        });
        let mut steps: Vec<Step> = mails.chain(events).collect();
        steps.sort_by_key(|step| step.at);
        steps
    }
}
