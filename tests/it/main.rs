//! The integration tests, one crate: each module looks at the whole from one side.
#![allow(clippy::unwrap_used)]

mod account;
mod attack;
mod cli;
mod contact;
mod contrast;
mod copied;
mod diary;
mod evidence;
mod facts;
mod follow_up;
mod golden;
mod help;
mod hostile;
mod hostile_pictures;
mod hostile_program;
mod layers;
mod letter;
#[allow(dead_code, reason = "the example `measure` uses the rest")]
mod meter;
mod new;
mod mail_server;
mod message;
mod models;
mod notices;
mod pictures;
mod profile;
mod promise;
#[cfg(unix)]
mod pty;
mod reread;
mod record;
mod reader;
mod review;
mod run;
mod send;
mod smtp;
mod texts;
mod verbs;
