//! The only door from a scan to something that can be attached.
//!
//! A [`Scan`] goes in as bytes and is used up: by [`Scan::redact`], which gives a [`Redacted`] picture that a person
//! must look at; by [`Scan::replay`], which repeats exactly what a person has vouched for and gives [`Evidence`]; or by
//! [`Scan::clean`], which re-encodes a screenshot without its metadata.
//!
//! Redaction is a promise about information, not about looks: the output is a function of the integer geometry and of
//! the decoded pixels outside the masks.

mod vocabulary;

pub use vocabulary::{Acceptance, Digest, Last4, Mask, Preset, Quad, Side, Style};
