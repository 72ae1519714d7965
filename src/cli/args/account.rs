//! What can be typed after `account`.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args, Subcommand};
use unfreeze::account::{Provider, Providers};
use unfreeze::delivery::smtp::{Server, ServerError};

use super::ReportArgs;
use crate::cli::usage::Malformed;

#[derive(Subcommand)]
pub(crate) enum AccountVerb {
    Add(AccountAddArgs),
    List(AccountListArgs),
    Check(AccountCheckArgs),
    Remove(AccountRemoveArgs),
}

#[derive(Args)]
#[command(group = ArgGroup::new("secret"))]
pub(crate) struct AccountAddArgs {
    #[arg(value_name = "ADDRESS")]
    pub(crate) address: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = providers())]
    pub(crate) provider: Option<String>,
    #[arg(long, value_name = "URL", value_parser = server, conflicts_with = "provider")]
    pub(crate) server: Option<Server>,
    #[arg(long, value_name = "USER")]
    pub(crate) user: Option<String>,
    #[arg(long, value_name = "CMD", group = "secret")]
    pub(crate) password_command: Option<String>,
    #[arg(long, value_name = "CMD", group = "secret")]
    pub(crate) token_command: Option<String>,
    #[arg(long, group = "secret")]
    pub(crate) keyring: bool,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct AccountListArgs {
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct AccountCheckArgs {
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "CMD")]
    pub(crate) password_command: Option<String>,
    #[arg(long, value_name = "PEM")]
    pub(crate) ca_file: Option<PathBuf>,
    #[arg(long, value_name = "S", value_parser = seconds)]
    pub(crate) timeout: Option<Duration>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct AccountRemoveArgs {
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

fn providers() -> PossibleValuesParser {
    PossibleValuesParser::new(Providers::shipped().all().map(Provider::key))
}

pub(super) fn server(text: &str) -> Result<Server, Malformed> {
    text.parse().map_err(|error: ServerError| Malformed(error.code()))
}

/// Whole seconds, from one to a day.
pub(super) fn seconds(text: &str) -> Result<Duration, Malformed> {
    let seconds = text.parse().ok().filter(|seconds| (1..=86_400).contains(seconds));
    seconds.map(Duration::from_secs).ok_or(Malformed("usage-seconds"))
}
