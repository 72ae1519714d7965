//! Composes the urgent email that an AliExpress seller sends when the store is frozen, with the identity card
//! redacted so that what is hidden cannot be recovered.
//!
//! # Architecture
//!
//! Data goes one way; no stage knows a later one, and a test holds that order and gives each outside crate one home.
//!
//! ```text
//! case  ─►  facts  ─►  letter ─►  message ─►  review, delivery ─►  record
//!              scan  ─►  evidence ──┘
//! ```
//!
//! | stage | turns | into |
//! |---|---|---|
//! | [`case`] | a TOML file | [`case::Case`]: what the person typed, nothing checked |
//! | [`facts`] | a case and the time | [`facts::Facts`], or every [`finding::Finding`] at once |
//! | [`evidence`] | the bytes of a picture | [`evidence::Evidence`]: the only thing that can be attached |
//! | [`letter`] | facts and what was masked | subject, text and HTML; the ticket's text |
//! | [`message`] | mail facts, letter, evidence and a stamp | MIME bytes |
//! | [`review`] | all of these | one self-contained page for a person to look at |
//! | [`delivery`] | bytes | files, written beside and renamed; a mail handed to a server |
//! | [`account`] | an address | the server that takes its mail, its login, and what its refusals mean |
//! | [`record`] | what was sent and what happened | the diary of each case |
//!
//! Two modules serve all stages: [`texts`], the catalogue of every sentence in both languages, and [`finding`], what is
//! wrong and what mends it.
//!
//! The core is pure: the time, the identifiers and the MIME boundary are arguments, so the same case gives the same
//! bytes. Only [`delivery`] and [`record`] have side effects; only the command line reads the clock.
//!
//! # Promises held by types
//!
//! * Only [`evidence`] makes [`evidence::Evidence`], and only evidence can be attached.
//! * [`evidence::Scan`] cannot be copied and gives no pixels out.
//! * [`facts::Facts`] come only from [`facts::Facts::check`].
//! * [`record::Attempt`], the right to send a mail now, exists only while its lock is held and its bytes are kept; it is
//!   the [`delivery::smtp::Journal`] that the dialogue asks before each step.
//! * [`facts::Mail`], the permission to write a mail at all, exists only for a store with enterprise verification.

pub mod texts;
pub mod finding;
pub mod case;
pub mod evidence;
pub mod facts;
pub mod letter;
pub mod message;
pub mod review;
pub mod delivery;
pub mod account;
pub mod record;
