//! Help texts: clap knows the arguments, the catalogue has the words, this lays them out in 80 columns.
//!
//! Sentences are named after verb and argument: `help-compose` with its `.examples`, `help-compose-out-dir`; what means
//! the same under every verb is named `help-any-force`.

use clap::builder::styling::{AnsiColor, Style};
use clap::{Arg, Command, CommandFactory};
use unfreeze::texts::Texts;

use super::Cli;
use super::exit::Exit;
use super::report::Failure;
use super::session::Session;
use super::wrap::{columns, wrap};

const WIDTH: usize = 80;
/// Where explanations begin.
const INDENT: usize = 26;

/// The command line with every text in the catalogue's language.
pub(crate) fn command(texts: &Texts) -> Command {
    let mut command = Cli::command();
    // Only after this do the arguments that clap adds by itself exist, whose English must go, too.
    command.build();
    localise(command, "", texts)
}

/// Shows the help of the whole program.
///
/// # Errors
/// When stdout cannot be written.
pub(crate) fn show(session: &Session) -> Result<Exit, Failure> {
    session.coloured(&command(session.texts()).render_help().ansi().to_string())?;
    Ok(Exit::Done)
}

/// Gives a command and those below it their texts; `path` is `-compose` for `unfreeze compose`.
fn localise(command: Command, path: &str, texts: &Texts) -> Command {
    let below = |sub: Command| {
        // What stands below `help` only repeats the verbs, for completions.
        let path = path.strip_suffix("-help").unwrap_or(path);
        let path = format!("{path}-{}", sub.get_name());
        localise(sub, &path, texts)
    };
    let usage = usage(&command, texts);
    let command = command
        .about(texts.get(&about_key(path)))
        .override_usage(usage)
        .subcommand_help_heading(texts.get("help-heading-commands"))
        .mut_args(|arg| explained(arg, path, texts))
        .mut_subcommands(below);
    let examples = format!("{}.examples", about_key(path));
    let command = if texts.has(&examples) { command.after_help(texts.get(&examples)) } else { command };
    let help = page(&command, texts);
    command.override_help(help)
}

fn about_key(path: &str) -> String {
    if path.is_empty() { "help-unfreeze".to_owned() } else { format!("help{path}") }
}

/// The key of an argument's sentence: the verb's own, else the one for every verb.
fn key(arg: &Arg, path: &str, texts: &Texts) -> String {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("{}-{name}", about_key(path));
    if texts.has(&own) { own } else { format!("help-any-{name}") }
}

fn explained(arg: Arg, path: &str, texts: &Texts) -> Arg {
    let mut help = texts.get(&key(&arg, path, texts));
    let values: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if arg.get_action().takes_values() && values.len() > 1 {
        let values = values.join(&texts.get("list-comma"));
        help += &texts.format("help-values", &[("values", values.into())]);
    }
    let default = arg.get_default_values().first().filter(|_| arg.get_action().takes_values());
    if let Some(default) = default {
        help += &texts.format("help-default", &[("value", default.to_string_lossy().into_owned().into())]);
    }
    let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
    arg.help(help).help_heading(texts.get(heading)).hide_possible_values(true).hide_default_value(true)
}

/// `unfreeze redact --out <DIR> [OPTIONS] <IMAGE>...`
fn usage(command: &Command, texts: &Texts) -> String {
    let mut words = vec![command.get_bin_name().unwrap_or("unfreeze").to_owned()];
    let required = |arg: &&Arg| arg.is_required_set() && !arg.is_positional();
    words.extend(command.get_arguments().filter(required).map(ToString::to_string));
    words.push(texts.get("help-placeholder-options"));
    words.extend(command.get_positionals().map(ToString::to_string));
    if command.has_subcommands() {
        words.push(texts.get("help-placeholder-command"));
    }
    words.join(" ")
}

fn page(command: &Command, texts: &Texts) -> String {
    let text = |text: Option<&clap::builder::StyledStr>| text.map(ToString::to_string).unwrap_or_default();
    let about = wrap(&text(command.get_about()), WIDTH).join("\n");
    let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    let colon = texts.get("report-colon");
    let head = heading(&texts.get("help-heading-usage"));
    let mut page = format!("{about}\n\n{head}{colon}{usage}\n");
    let commands = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let commands = commands.map(|sub| (sub.get_name().to_owned(), text(sub.get_about())));
    let arguments = command.get_positionals().map(|arg| (arg.to_string(), text(arg.get_help())));
    let options = command.get_arguments().filter(|arg| !arg.is_positional());
    let options = options.map(|arg| (switch(arg), text(arg.get_help())));
    section(&mut page, &texts.get("help-heading-commands"), commands.collect());
    section(&mut page, &texts.get("help-heading-arguments"), arguments.collect());
    section(&mut page, &texts.get("help-heading-options"), options.collect());
    if let Some(examples) = command.get_after_help() {
        page += &format!("\n{}\n", heading(&texts.get("help-heading-examples")));
        for line in examples.to_string().lines() {
            page += &format!("  {line}\n");
        }
    }
    page
}

/// `-o, --output <FILE>`
fn switch(arg: &Arg) -> String {
    let long = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    let value = arg.get_value_names().filter(|_| arg.get_action().takes_values());
    let value = value.map(|names| format!(" <{}>", names.join("> <"))).unwrap_or_default();
    let short = arg.get_short().map_or("    ".to_owned(), |short| format!("-{short}, "));
    format!("{short}{long}{value}")
}

fn section(page: &mut String, title: &str, rows: Vec<(String, String)>) {
    if rows.is_empty() {
        return;
    }
    *page += &format!("\n{}\n", heading(title));
    for (name, explanation) in rows {
        let mut lines = wrap(&explanation, WIDTH - INDENT).into_iter();
        let bold = Style::new().bold();
        *page += &format!("  {bold}{name}{bold:#}");
        let taken = columns(&name) + 2;
        if taken + 2 <= INDENT {
            *page += &" ".repeat(INDENT - taken);
            *page += &lines.next().unwrap_or_default();
        }
        *page += "\n";
        for line in lines {
            *page += &format!("{}{line}\n", " ".repeat(INDENT));
        }
    }
}

fn heading(title: &str) -> String {
    let style = Style::new().bold().fg_color(Some(AnsiColor::Cyan.into()));
    format!("{style}{title}{style:#}")
}

#[cfg(test)]
mod tests {
    use unfreeze::texts::Lang;

    use super::*;

    fn every(command: &Command, path: &str, look: &mut impl FnMut(&Command, &str)) {
        look(command, path);
        for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
            every(sub, &format!("{path}-{}", sub.get_name()), look);
        }
    }

    #[test]
    fn every_verb_and_argument_has_its_words_in_both_languages() {
        for lang in [Lang::En, Lang::ZhCn] {
            let texts = Texts::new(lang);
            let mut missing = Vec::new();
            every(&command(&texts), "", &mut |command, path| {
                let keys = command.get_arguments().map(|arg| key(arg, path, &texts));
                let keys = keys.chain([about_key(path), format!("{}.examples", about_key(path))]);
                missing.extend(keys.filter(|key| !texts.has(key)));
            });
            assert_eq!(missing, [""; 0], "{lang:?}");
        }
    }

    #[test]
    fn clap_finds_no_contradiction() {
        Cli::command().debug_assert();
    }
}
