//! What Ctrl-C means at each moment.

use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

use unfreeze::texts::Texts;

use crate::cli::exit::Exit;
use crate::cli::session::Session;

/// How far the run has come.
#[derive(Clone, Copy)]
#[repr(u8)]
pub(super) enum Moment {
    /// Nothing of any mail has left.
    Ashore,
    /// A mail is on its way, and nothing of it is delivered.
    UnderWay,
    /// The final dot may have been written, now or at an earlier attempt.
    BeyondDot,
    /// What became of a mail has been told, and the next is not on its way.
    Between,
    /// Somebody has broken off.
    Stopped,
}

static MOMENT: AtomicU8 = AtomicU8::new(Moment::Ashore as u8);

/// From now on it is this moment. Once somebody has broken off nothing goes further, so that what they are told about
/// the moment stays true while it is being told.
pub(super) fn reach(moment: Moment) {
    let on = |now| (now != Moment::Stopped as u8).then_some(moment as u8);
    if MOMENT.fetch_update(Ordering::SeqCst, Ordering::SeqCst, on).is_err() {
        loop {
            thread::park();
        }
    }
}

/// From now on Ctrl-C and a closed window end the run with the status that fits the moment. The diary needs no
/// farewell: it has every step already.
pub(super) fn watch(session: &Session) {
    let lang = session.texts().lang();
    session.interrupt().answer(move || {
        let moment = MOMENT.swap(Moment::Stopped as u8, Ordering::SeqCst);
        let is = |other: Moment| moment == other as u8;
        let (exit, key) = if is(Moment::Ashore) {
            (Exit::Interrupted, "send-stopped-ashore")
        } else if is(Moment::Between) {
            (Exit::Interrupted, "send-stopped-between")
        } else if is(Moment::UnderWay) {
            (Exit::Later, "send-stopped-under-way")
        } else {
            (Exit::Unknown, "send-stopped-beyond-dot")
        };
        Session::last_words(&Texts::new(lang).get(key));
        exit
    });
}
