//! What can be typed after the verbs that read and write the diary: `status`, `log`, `follow-up` and `record`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use unfreeze::record::EventKind;

use super::{ReportArgs, named};
use crate::cli::output::Output;

#[derive(Args)]
pub(crate) struct StatusArgs {
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct LogArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    #[arg(value_name = "EVENT", value_parser = named::<EventKind>(EventKind::ALL.iter().map(|kind| kind.name()).collect()))]
    pub(crate) event: EventKind,
    #[arg(value_name = "NO")]
    pub(crate) number: Option<String>,
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Subcommand)]
pub(crate) enum RecordVerb {
    Export(RecordExportArgs),
    Forget(RecordForgetArgs),
}

#[derive(Args)]
pub(crate) struct RecordExportArgs {
    #[arg(value_name = "CASE")]
    pub(crate) cases: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: Output,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args)]
pub(crate) struct RecordForgetArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    #[arg(long)]
    pub(crate) yes: bool,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}
