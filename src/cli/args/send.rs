//! What can be typed after `send`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use unfreeze::delivery::smtp::Server;
use unfreeze::evidence::Digest;

use super::account::{seconds, server};
use super::{LetterArgs, ReportArgs, digest};

#[derive(Args)]
pub(crate) struct SendArgs {
    #[arg(value_name = "CASE|FILE.eml", required_unless_present = "resume")]
    pub(crate) mails: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) way: WayArgs,
    #[arg(long, conflicts_with_all = ["resume", "resend"])]
    pub(crate) dry_run: bool,
    #[arg(long, conflicts_with_all = ["resume", "resend"])]
    pub(crate) to_self: bool,
    #[arg(long, conflicts_with = "resend")]
    pub(crate) resume: bool,
    #[arg(long)]
    pub(crate) resend: bool,
    #[arg(long, value_name = "SHA256", value_parser = digest)]
    pub(crate) attach: Vec<Digest>,
    #[arg(short, long)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) letter: LetterArgs,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// Through which mailbox, and how patiently.
#[derive(Args)]
pub(crate) struct WayArgs {
    #[arg(long, value_name = "NAME", conflicts_with_all = ["server", "user"])]
    pub(crate) account: Option<String>,
    #[arg(long, value_name = "URL", value_parser = server)]
    pub(crate) server: Option<Server>,
    #[arg(long, value_name = "USER", requires = "server")]
    pub(crate) user: Option<String>,
    #[arg(long, value_name = "CMD")]
    pub(crate) password_command: Option<String>,
    #[arg(long, value_name = "PEM")]
    pub(crate) ca_file: Option<PathBuf>,
    #[arg(long, value_name = "S", value_parser = seconds)]
    pub(crate) timeout: Option<Duration>,
    #[arg(long, value_name = "S", value_parser = seconds)]
    pub(crate) final_timeout: Option<Duration>,
}
