//! What can be typed after a verb: clap's types and nothing else.

mod diary;
mod follow_up;
mod account;
mod prompts;
mod send;

pub(crate) use account::*;
pub(crate) use follow_up::*;
pub(crate) use send::*;

pub(crate) use diary::*;

use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand, ValueEnum};
use unfreeze::evidence::{Digest, Preset, Quad, Side, Style, Window};

pub(crate) use prompts::*;

use super::output::Output;
use super::usage::Malformed;

#[derive(Args)]
pub(crate) struct CheckArgs {
    #[arg(value_name = "CASE", required = true)]
    pub(crate) cases: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct RedactArgs {
    #[arg(value_name = "IMAGE", required = true)]
    pub(crate) images: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    #[arg(long, value_parser = named::<Side>(Side::BOTH.map(Side::name).into()))]
    pub(crate) side: Option<Side>,
    #[arg(long, default_value = "standard", value_parser = named::<Preset>(Preset::ALL.map(Preset::name).into()))]
    pub(crate) preset: Preset,
    #[arg(long, default_value = "fill", value_parser = named::<Style>(Style::ALL.map(Style::name).into()))]
    pub(crate) style: Style,
    #[arg(long, value_enum, value_name = "PART", default_value_t = KeepNumber::None)]
    pub(crate) keep_number: KeepNumber,
    #[arg(long, value_enum, value_name = "KIND", default_value_t = Document::CnResidentId)]
    pub(crate) document: Document,
    #[arg(long, conflicts_with = "corners")]
    pub(crate) whole: bool,
    #[arg(long, value_name = "X,Y X,Y X,Y X,Y", allow_hyphen_values = true, value_parser = corners)]
    pub(crate) corners: Option<Quad>,
    #[arg(long, value_name = "X,Y,W,H", allow_hyphen_values = true, value_parser = window)]
    pub(crate) cover: Vec<Window>,
    #[arg(long, value_name = "X,Y,W,H", allow_hyphen_values = true, value_parser = window)]
    pub(crate) show: Vec<Window>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) watermark: Option<String>,
    #[arg(long, conflicts_with = "watermark")]
    pub(crate) no_watermark: bool,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// What is told of the identity number: nothing, as long as nobody reads or types it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum KeepNumber {
    None,
}

/// The kind of document whose layout is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    CnResidentId,
    Other,
}

#[derive(Args)]
pub(crate) struct AcceptArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    #[arg(long, value_name = "SHA256", value_parser = digest)]
    pub(crate) yes: Vec<Digest>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct PreviewArgs {
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

#[derive(Args)]
pub(crate) struct ComposeArgs {
    #[arg(value_name = "CASE", required = true)]
    pub(crate) cases: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub(crate) output: Option<Output>,
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) letter: LetterArgs,
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Args)]
pub(crate) struct TicketArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: PathBuf,
    #[command(flatten)]
    pub(crate) letter: LetterArgs,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// How a verb reports; like `--ui-lang` and `--plain` it is read by [`Session::of`](super::session::Session::of), before clap can fail.
#[derive(Args)]
pub(crate) struct ReportArgs {
    #[arg(long)]
    json: bool,
}

/// What a letter is written with.
#[derive(Args)]
pub(crate) struct LetterArgs {
    #[arg(long, value_name = "LANG", value_parser = ["en", "zh", "both"])]
    pub(crate) lang: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum TemplatesVerb {
    Export(ExportArgs),
}

#[derive(Args)]
pub(crate) struct ExportArgs {
    #[arg(long, value_name = "DIR", default_value = "templates")]
    pub(crate) out: PathBuf,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args)]
pub(crate) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Args)]
pub(crate) struct ManArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    pub(crate) force: bool,
}

/// A value of the library that is typed by its name.
fn named<T>(names: Vec<&'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = ()> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|name| name.parse().map_err(|()| Malformed("usage-bad-value")))
}

fn corners(text: &str) -> Result<Quad, Malformed> {
    text.parse().map_err(|()| Malformed("usage-corners"))
}

fn window(text: &str) -> Result<Window, Malformed> {
    text.parse().map_err(|()| Malformed("usage-window"))
}

fn digest(text: &str) -> Result<Digest, Malformed> {
    text.parse().map_err(|()| Malformed("usage-digest"))
}
