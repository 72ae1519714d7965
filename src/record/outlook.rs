//! What a case waits for, until when, and what to do next: a function of the diary, the channels and the time.

use jiff::{SignedDuration, Timestamp};

use super::vocabulary::{CaseView, EventKind, Kind, Mail, State};
use crate::facts::Recipient;
use crate::letter::channels::{Channel, Channels};

/// A way to the platform that the diary can tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// The urgent ticket in the seller backend.
    UrgentTicket,
    /// The mail to the urgent mailbox.
    UrgentMail,
    /// The mail to the mailbox shown to a verified enterprise.
    DedicatedMailbox,
}

impl Route {
    /// The stable name, as in `channels.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::UrgentTicket => "urgent-ticket",
            Self::UrgentMail => "urgent-mail",
            Self::DedicatedMailbox => "dedicated-mailbox",
        }
    }

    /// What was published about it.
    #[must_use]
    pub fn channel(self, channels: &Channels) -> &Channel {
        match self {
            Self::UrgentTicket => &channels.urgent_ticket,
            Self::UrgentMail => &channels.urgent_mail,
            Self::DedicatedMailbox => &channels.dedicated_mailbox,
        }
    }
}

/// A route that was taken, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The route.
    pub route: Route,
    /// Since when the platform has it, as far as anybody here can know; the last time, if there were several.
    pub since: Timestamp,
    /// The promised time, as published.
    pub promised: Option<SignedDuration>,
    /// When the platform first reacted after that: an answer or a text message.
    pub answered: Option<Timestamp>,
    /// When the mail came back.
    pub bounced: Option<Timestamp>,
}

impl Wait {
    /// When the promised time ends.
    #[must_use]
    pub fn deadline(&self) -> Option<Timestamp> {
        self.promised.and_then(|promised| self.since.checked_add(promised).ok())
    }

    /// What is left of the promised time, negative once it is over; none when nothing is promised or the wait has
    /// ended. Never more than was promised, even if the clock was set back.
    #[must_use]
    pub fn left(&self, now: Timestamp) -> Option<SignedDuration> {
        if self.answered.is_some() || self.bounced.is_some() {
            return None;
        }
        let promised = self.promised?;
        Some(self.deadline()?.duration_since(now).min(promised))
    }

    /// Whether the promised time is over and nothing came.
    #[must_use]
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.left(now).is_some_and(|left| left <= SignedDuration::ZERO)
    }
}

/// What a person can do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing: the case is closed.
    Closed,
    /// Look into the mailbox's Sent folder: nobody knows whether the mail went out.
    LookInSent,
    /// Let the process that is sending finish.
    Sending,
    /// Check the address of the mail that came back.
    CheckAddress,
    /// Read the server's reply, mend what it says, send again.
    MendAndSend,
    /// Resume.
    Resume,
    /// Send the mail that is ready.
    Send,
    /// Write a follow-up: a promised time is over.
    FollowUp,
    /// Send the mail as well: the ticket's time is over.
    MailToo,
    /// File the urgent ticket.
    FileTicket,
    /// Read what the platform says and do it.
    ReadAnswer,
    /// Wait.
    Wait,
}

impl Next {
    /// The stable name; the catalogue has the sentence under `next-` and this.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::LookInSent => "look-in-sent",
            Self::Sending => "sending",
            Self::CheckAddress => "check-address",
            Self::MendAndSend => "mend-and-send",
            Self::Resume => "resume",
            Self::Send => "send",
            Self::FollowUp => "follow-up",
            Self::MailToo => "mail-too",
            Self::FileTicket => "file-ticket",
            Self::ReadAnswer => "read-answer",
            Self::Wait => "wait",
        }
    }
}

impl Mail {
    /// The route that it takes.
    #[must_use]
    pub fn route(&self) -> Route {
        let urgent = self.to.iter().any(|to| to.eq_ignore_ascii_case(Recipient::Urgent.address()));
        if urgent { Route::UrgentMail } else { Route::DedicatedMailbox }
    }

    /// Since when the server has it, surely or possibly.
    #[must_use]
    pub fn handed_over(&self) -> Option<Timestamp> {
        match self.state {
            State::Accepted => self.accepted().map(|attempt| attempt.ended.unwrap_or(attempt.started)),
            State::Unknown => self.unknown().map(|attempt| attempt.started),
            _ => None,
        }
    }
}

impl CaseView {
    /// The latest mail that counts: no trial, not replaced.
    #[must_use]
    pub fn latest_mail(&self) -> Option<&Mail> {
        self.mails.iter().rev().find(|mail| mail.kind != Kind::Trial && mail.state != State::Replaced)
    }

    /// The routes that were taken, the quickest first.
    #[must_use]
    pub fn waits(&self, channels: &Channels) -> Vec<Wait> {
        let mails = self.mails.iter().filter(|mail| mail.kind != Kind::Trial);
        let by_program = mails.filter_map(|mail| Some((mail.route(), mail.handed_over()?)));
        let route_by_hand = self.latest_mail().map_or(Route::UrgentMail, Mail::route);
        let by_hand = self.events.iter().filter_map(|noted| {
            let route = match noted.event.kind {
                EventKind::Ticket => Route::UrgentTicket,
                EventKind::Mailed => route_by_hand,
                _ => return None,
            };
            Some((route, noted.event.at.timestamp()))
        });
        let taken: Vec<(Route, Timestamp)> = by_program.chain(by_hand).collect();
        let mut waits = Vec::new();
        for route in [Route::UrgentTicket, Route::UrgentMail, Route::DedicatedMailbox] {
            let times = taken.iter().filter(|(taken, _)| *taken == route).map(|(_, since)| *since);
            let Some(since) = times.max() else { continue };
            let mail = route != Route::UrgentTicket;
            waits.push(Wait {
                route,
                since,
                promised: route.channel(channels).promised,
                answered: self.first_after(since, &[EventKind::Sms, EventKind::Answered]),
                bounced: self.first_after(since, &[EventKind::Bounced]).filter(|_| mail),
            });
        }
        waits
    }

    /// What to do next.
    #[must_use]
    pub fn next(&self, channels: &Channels, now: Timestamp) -> Next {
        let waits = self.waits(channels);
        let mails = || self.mails.iter().filter(|mail| mail.kind != Kind::Trial && !self.sent_by_hand(mail));
        let state = |state| mails().any(|mail| mail.state == state);
        let overdue = waits.iter().any(|wait| wait.is_overdue(now));
        let latest = self.latest_mail().filter(|mail| !self.sent_by_hand(mail)).map(|mail| mail.state);
        match latest {
            _ if self.closed.is_some() => Next::Closed,
            _ if state(State::Unknown) => Next::LookInSent,
            _ if state(State::Sending) => Next::Sending,
            _ if waits.iter().any(|wait| wait.bounced.is_some()) => Next::CheckAddress,
            Some(State::Refused) => Next::MendAndSend,
            Some(State::Deferred) => Next::Resume,
            Some(State::Composed) => Next::Send,
            // The same judgement as the verb's, so that nobody is sent to be refused.
            _ if overdue && self.follow_up(channels, now).is_ok() => Next::FollowUp,
            _ if overdue && waits.iter().all(|wait| wait.route == Route::UrgentTicket) => Next::MailToo,
            _ if !waits.iter().any(|wait| wait.route == Route::UrgentTicket) => Next::FileTicket,
            _ if waits.iter().any(|wait| wait.answered.is_some()) => Next::ReadAnswer,
            _ => Next::Wait,
        }
    }

    /// Whether a person noted, after the mail was composed, that it went out by hand, or was found in the Sent folder:
    /// then there is nothing left to send, nor to doubt.
    #[must_use]
    pub fn sent_by_hand(&self, mail: &Mail) -> bool {
        let mailed = self.events.iter().filter(|noted| noted.event.kind == EventKind::Mailed);
        mailed.map(|noted| noted.noted).any(|noted| noted >= mail.composed_at)
    }

    /// When one of these first happened, not before `since`. People tell times to the minute.
    fn first_after(&self, since: Timestamp, kinds: &[EventKind]) -> Option<Timestamp> {
        const MINUTE: SignedDuration = SignedDuration::from_secs(60);
        let events = self.events.iter().map(|noted| &noted.event);
        let times = events.filter(|event| kinds.contains(&event.kind)).map(|event| event.at.timestamp());
        times.filter(|time| since.duration_since(*time) < MINUTE).min()
    }
}
