//! The verb `man`: the manual, one page for the program and one a verb.

use std::io::{self, Write};

use clap::Command;
use clap_mangen::Man;
use unfreeze::delivery::{create_folder, write_new};
use unfreeze::texts::Texts;

use super::ManArgs;
use super::exit::Exit;
use super::help;
use super::output::overwrite;
use super::report::Failure;
use super::session::Session;

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

fn page(mut command: Command, texts: &Texts) -> Vec<u8> {
    let sections: [(&str, Section); 3] = [
        ("man-heading-name", Man::render_name_section),
        ("help-heading-usage", Man::render_synopsis_section),
        ("help-heading-examples", Man::render_extra_section),
    ];
    let [name, usage, examples] = sections.map(|(key, render)| (texts.get(key), render));
    let has_verbs = command.has_subcommands();
    let has_examples = command.get_after_help().is_some();
    if has_verbs {
        // `help` has no page of its own.
        command = command.mut_subcommand("help", |help| help.hide(true));
    }
    let man = Man::new(command);
    let mut page = rendered(&man, Man::render_title);
    page += &headed(&man, name);
    page += &headed(&man, usage);
    page += &rendered(&man, Man::render_options_section);
    if has_verbs {
        page += &rendered(&man, Man::render_subcommands_section);
    }
    if has_examples {
        page += &headed(&man, examples);
    }
    page.into_bytes()
}

type Section = fn(&Man, &mut dyn Write) -> io::Result<()>;

fn rendered(man: &Man, render: Section) -> String {
    let mut roff = Vec::new();
    // A vector takes every byte.
    let _ = render(man, &mut roff);
    String::from_utf8_lossy(&roff).into_owned()
}

/// A section under a heading of ours instead of the English one.
fn headed(man: &Man, (heading, render): (String, Section)) -> String {
    let roff = rendered(man, render);
    let lines = roff.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(_) => format!(".SH \"{heading}\"\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}
