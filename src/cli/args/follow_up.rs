//! What can be typed after `follow-up`.

use std::path::PathBuf;

use clap::Args;

use super::{LetterArgs, ReportArgs};
use crate::cli::output::Output;

#[derive(Args)]
pub(crate) struct FollowUpArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<Output>,
    #[command(flatten)]
    pub(crate) letter: LetterArgs,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}
