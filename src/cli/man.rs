//! The verb `man`: the manual, one page for the program and one a verb.

use std::iter;

use clap::Command;
use clap_mangen::Man;
use unfreeze::delivery::{create_folder, write_new};
use unfreeze::texts::Texts;

use super::args::ManArgs;
use super::exit::Exit;
use super::help;
use super::output::overwrite;
use super::report::Failure;
use super::session::Session;
use super::wrap::breaks;

pub(crate) fn run(args: &ManArgs, session: &Session) -> Result<Exit, Failure> {
    let texts = session.texts();
    let command = help::command(texts);

    // Without a folder, the program's own page, ready for a pipe into `man -l -`.
    let Some(out) = &args.out else {
        session.bytes(&page(command, texts))?;
        return Ok(Exit::Done);
    };

    // With one, every page.
    create_folder(out)?;
    let mut pages = vec![];
    collect(command, &mut pages);
    for command in pages {
        let path = out.join(Man::new(command.clone()).get_filename());
        write_new(&path, &page(command, texts), overwrite(args.force))?;
        session.tell(&path.display().to_string())?;
    }
    Ok(Exit::Done)
}

fn collect(command: Command, pages: &mut Vec<Command>) {
    pages.push(command.clone());
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        collect(sub.clone(), pages);
    }
}

/// The headings that clap_mangen writes in English, and their keys.
const HEADINGS: [(&str, &str); 5] = [
    ("NAME", "man-heading-name"),
    ("SYNOPSIS", "help-heading-usage"),
    ("DESCRIPTION", "man-heading-description"),
    ("EXTRA", "help-heading-examples"),
    ("VERSION", "man-heading-version"),
];

fn page(command: Command, texts: &Texts) -> Vec<u8> {
    // `help` has no page of its own.
    let hide = |sub: Command| if sub.get_name() == "help" { sub.hide(true) } else { sub };
    let mut roff = Vec::new();
    // A vector takes every byte.
    let _ = Man::new(command.mut_subcommands(hide))
        .source(concat!("unfreeze ", env!("CARGO_PKG_VERSION")))
        .manual(texts.get("man-manual"))
        .render(&mut roff);
    let lines = String::from_utf8_lossy(&roff);
    lines.lines().map(|line| breakable(&section(line, texts))).collect::<String>().into_bytes()
}

/// Chinese has no spaces to break a line at, so every place where a line may end is marked for roff.
fn breakable(line: &str) -> String {
    if [".SH", ".TH"].iter().any(|heading| line.contains(heading)) {
        return line.to_owned();
    }
    let mut marked = String::new();
    for (before, c) in iter::once(' ').chain(line.chars()).zip(line.chars()) {
        if before != ' ' && c != ' ' && c != '\n' && breaks(before, c) {
            marked += "\\:";
        }
        marked.push(c);
    }
    marked
}

/// A line of a page; a heading in our words. Examples keep their lines (`.nf`) until the next section fills them again.
fn section(line: &str, texts: &Texts) -> String {
    if line.starts_with(".TH ") {
        // The date, which is left out, still needs its place.
        return format!("{}\n", line.replacen("  \"", " \"\" \"", 1));
    }
    let Some(heading) = line.strip_prefix(".SH ") else { return format!("{line}\n") };
    let ours = HEADINGS.iter().find(|(theirs, _)| *theirs == heading);
    let words = ours.map_or(heading.to_owned(), |(_, key)| texts.get(key)).to_uppercase();
    let keep = if heading == "EXTRA" { ".nf\n" } else { "" };
    // Left-aligned and unhyphenated: spread Chinese and torn option names are hard to read.
    format!(".fi\n.ad l\n.nh\n.SH {words}\n{keep}")
}
