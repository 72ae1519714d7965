//! What can be typed: clap's types and nothing else.
//!
//! No help stands here: [`help`] takes every sentence from the catalogue, named after verb and argument.

pub(crate) mod clock;
pub(crate) mod exit;
pub(crate) mod input;
pub(crate) mod output;
pub(crate) mod panics;
pub(crate) mod picture;
pub(crate) mod pipeline;
pub(crate) mod report;
pub(crate) mod session;
pub(crate) mod writing;

mod accept;
mod check;
mod completions;
mod compose;
mod help;
mod man;
mod preview;
mod redact;
mod templates;
mod ticket;
mod usage;
mod wrap;

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use unfreeze::evidence::{Digest, Preset, Quad, Side, Style, Window};

use exit::Exit;
use output::Output;
use report::Failure;
use session::Session;
use usage::Malformed;

#[derive(Parser)]
#[command(name = "unfreeze", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
    #[arg(long, global = true, value_name = "LANG", value_parser = ["en", "zh"])]
    ui_lang: Option<String>,
    #[arg(long, global = true)]
    plain: bool,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    Check(CheckArgs),
    Redact(RedactArgs),
    Accept(AcceptArgs),
    Preview(PreviewArgs),
    Compose(ComposeArgs),
    Ticket(TicketArgs),
    #[command(subcommand, disable_help_subcommand = true, arg_required_else_help = false)]
    Templates(TemplatesVerb),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

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

/// How a verb reports; like `--ui-lang` and `--plain` it is read by [`Session::of`], before clap can fail.
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

impl Cli {
    /// Reads a command line.
    ///
    /// # Errors
    /// What is wrong with it; or, with [`Exit::Done`], nothing at all once help or version has been shown.
    pub(crate) fn read(line: Vec<OsString>, session: &Session) -> Result<Self, Failure> {
        let mut command = help::command(session.texts());
        let verb = usage::verb(&command, &line);
        let read =
            command.try_get_matches_from_mut(line).and_then(|matches| Self::from_arg_matches(&matches));
        read.map_err(|error| usage::failure(&error, &verb, session))
    }

    /// Runs the verb; without one, shows the help.
    pub(crate) fn run(self, session: &Session) -> Result<Exit, Failure> {
        match &self.verb {
            None => help::show(session),
            Some(Verb::Check(args)) => check::run(args, session),
            Some(Verb::Redact(args)) => redact::run(args, session),
            Some(Verb::Accept(args)) => accept::run(args, session),
            Some(Verb::Preview(args)) => preview::run(args, session),
            Some(Verb::Compose(args)) => compose::run(args, session),
            Some(Verb::Ticket(args)) => ticket::run(args, session),
            Some(Verb::Templates(TemplatesVerb::Export(args))) => templates::export(args, session),
            Some(Verb::Completions(args)) => completions::run(args, session),
            Some(Verb::Man(args)) => man::run(args, session),
        }
    }
}
