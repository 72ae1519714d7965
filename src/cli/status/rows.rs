//! A case in words.

use jiff::Timestamp;
use unfreeze::letter::channels::Channels;
use unfreeze::record::{CaseView, Event, EventKind, Mail, Next, Route, State, Wait};
use unfreeze::texts::Texts;

use super::shown;
use super::table::{Row, Rows, Tone};
use crate::cli::{diary, times};

/// Everything that there is to say about a case.
pub(super) fn of(case: &CaseView, channels: &Channels, now: Timestamp, texts: &Texts) -> Rows {
    let words = Words { case, channels, now, texts };
    let key = &case.case;
    let values = [("reference", key.reference.clone().into()), ("store", key.store.clone().into())];
    let mut rows = Vec::new();
    if let Some(frozen) = &key.frozen {
        rows.push(words.row("status-frozen", [(Tone::Plain, words.time(frozen.timestamp()))]));
    }
    rows.extend(
        [Route::UrgentTicket, Route::UrgentMail, Route::DedicatedMailbox]
            .map(|route| words.route(route))
            .into_iter()
            .flatten(),
    );
    rows.extend(words.noted());
    rows.push(words.next());
    Rows { head: texts.format("status-head", &values), rows }
}

struct Words<'a> {
    case: &'a CaseView,
    channels: &'a Channels,
    now: Timestamp,
    texts: &'a Texts,
}

impl Words<'_> {
    /// What was done on a route and what came of it; nothing where nothing was done.
    fn route(&self, route: Route) -> Option<Row> {
        let mut lines = Vec::new();
        if route != Route::UrgentTicket {
            lines.extend(
                shown(self.case).filter(|mail| mail.route() == route).flat_map(|mail| self.mail(mail)),
            );
        }
        let wait = self.case.waits(self.channels).into_iter().find(|wait| wait.route == route);
        let by_hand = if route == Route::UrgentTicket { EventKind::Ticket } else { EventKind::Mailed };
        if let Some(wait) = &wait {
            lines.extend(self.events(&[by_hand]).map(|event| (Tone::Plain, self.event(event))));
            lines.extend(self.wait(wait));
        }
        let label = route.channel(self.channels).text(self.texts.lang()).name.clone();
        (!lines.is_empty()).then_some(Row { label, lines })
    }

    /// Where a mail stands, and the last reply to it.
    fn mail(&self, mail: &Mail) -> Vec<(Tone, String)> {
        let last = mail.attempts.last().map(|attempt| attempt.ended.unwrap_or(attempt.started));
        let time = mail.handed_over().or(last).unwrap_or(mail.composed_at);
        let state = self.texts.format(&format!("state-{}", mail.state), &[("time", self.time(time).into())]);
        // A later letter of the case is told apart by its own reference.
        let state = if mail.reference == self.case.case.reference {
            state
        } else {
            format!("{}{}{state}", mail.reference, self.texts.get("report-colon"))
        };
        let tone = match mail.state {
            State::Unknown | State::Refused => Tone::Warn,
            _ => Tone::Plain,
        };
        let reply = mail.attempts.iter().rev().find_map(|attempt| attempt.reply.as_ref());
        let reply = reply.map(|(code, text)| {
            let reply = format!("{code} {}", diary::one_line(text));
            (Tone::Plain, self.texts.format("status-reply", &[("reply", reply.into())]))
        });
        [(tone, state)].into_iter().chain(reply).collect()
    }

    /// What was promised, and what is left of it; or what came.
    fn wait(&self, wait: &Wait) -> Option<(Tone, String)> {
        let text = wait.route.channel(self.channels).text(self.texts.lang());
        let (key, time) = match (wait.bounced, wait.answered, wait.deadline()) {
            _ if self.case.closed.is_some() => return None,
            (Some(bounced), ..) => ("status-bounced", bounced),
            (None, Some(answered), _) => ("status-answered", answered),
            (None, None, Some(deadline)) if wait.is_overdue(self.now) => ("status-overdue", deadline),
            (None, None, Some(deadline)) => ("status-left", deadline),
            (None, None, None) => return None,
        };
        let span = wait.left(self.now).map(|left| times::span(left, self.texts)).unwrap_or_default();
        let values = [
            ("time", self.time(time).into()),
            ("span", span.into()),
            ("promise", text.promise.clone().into()),
            ("hours", text.hours.clone().into()),
        ];
        let warn = ["status-bounced", "status-overdue"].contains(&key);
        Some((if warn { Tone::Warn } else { Tone::Plain }, self.texts.format(key, &values)))
    }

    /// What else was noted.
    fn noted(&self) -> Option<Row> {
        let kinds = [EventKind::Sms, EventKind::Answered, EventKind::Bounced, EventKind::Unfrozen];
        let lines: Vec<_> = self.events(&kinds).map(|event| (Tone::Plain, self.event(event))).collect();
        (!lines.is_empty()).then(|| self.row("status-noted", lines))
    }

    fn next(&self) -> Row {
        let next = self.case.next(self.channels, self.now);
        let tone = if [Next::Closed, Next::Wait].contains(&next) { Tone::Plain } else { Tone::Next };
        self.row("status-next", [(tone, self.texts.get(&format!("next-{}", next.name())))])
    }

    fn events<'a>(&'a self, kinds: &'a [EventKind]) -> impl Iterator<Item = &'a Event> {
        self.case.events.iter().map(|noted| &noted.event).filter(|event| kinds.contains(&event.kind))
    }

    /// `the urgent ticket was filed T-1, 2026-11-22 09:45 UTC+08:00 (by phone)`
    fn event(&self, event: &Event) -> String {
        let values = [
            ("what", self.texts.get(&format!("event-{}", event.kind)).into()),
            ("time", self.time(event.at.timestamp()).into()),
            ("number", if event.number.is_empty() { "none" } else { &event.number }.into()),
            (
                "note",
                if event.note.is_empty() { "none".to_owned() } else { diary::one_line(&event.note) }.into(),
            ),
        ];
        self.texts.format("status-event", &values)
    }

    fn time(&self, time: Timestamp) -> String {
        times::both(time, self.texts)
    }

    fn row(&self, label: &'static str, lines: impl IntoIterator<Item = (Tone, String)>) -> Row {
        Row { label: self.texts.get(label), lines: lines.into_iter().collect() }
    }
}
