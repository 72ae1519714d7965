//! What can be typed after the verbs that ask and answer: `new`, `profile` and `contact`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::ReportArgs;

#[derive(Args)]
pub(crate) struct ContactArgs {
    #[arg(value_name = "TEXT")]
    pub(crate) text: Vec<String>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct NewArgs {
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum ProfileVerb {
    Show(ProfileArgs),
    Forget(ProfileArgs),
}

#[derive(Args)]
pub(crate) struct ProfileArgs {
    #[command(flatten)]
    report: ReportArgs,
}
