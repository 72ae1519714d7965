//! What can be typed after the verbs that ask and answer: `new`, `profile` and `contact`.

use clap::Args;

use super::ReportArgs;

#[derive(Args)]
pub(crate) struct ContactArgs {
    #[arg(value_name = "TEXT")]
    pub(crate) text: Vec<String>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}
