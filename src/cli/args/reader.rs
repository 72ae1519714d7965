//! What can be typed after `reader`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::ReportArgs;

#[derive(Subcommand)]
pub(crate) enum ReaderVerb {
    Install(ReaderInstallArgs),
    Status(ReaderStatusArgs),
}

#[derive(Args)]
pub(crate) struct ReaderInstallArgs {
    #[arg(long, value_name = "WHEEL")]
    pub(crate) from: Option<PathBuf>,
    #[command(flatten)]
    report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct ReaderStatusArgs {
    #[command(flatten)]
    report: ReportArgs,
}
