//! The integration tests, one crate: each module looks at the whole from one side.
#![allow(clippy::unwrap_used)]

mod attack;
mod cli;
mod contact;
mod contrast;
mod evidence;
mod facts;
mod golden;
mod help;
mod hostile;
mod hostile_pictures;
mod hostile_program;
mod layers;
mod letter;
mod new;
mod pictures;
mod profile;
mod promise;
#[cfg(unix)]
mod pty;
mod review;
mod run;
mod texts;
mod verbs;
