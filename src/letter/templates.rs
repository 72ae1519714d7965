//! The templates: the shipped ones, and a person's own in their place.

use std::collections::BTreeMap;

use super::context::Context;
use super::history::FollowUp;
use super::template::{Escape, Problem, Schema, Template, TemplateError, nearest};
use super::ticket::Guide;

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../templates/letter/", $name)))),*]
    };
}

const SHIPPED: [(&str, &str); 16] = shipped![
    "follow-up.both.html.hbs",
    "follow-up.both.txt.hbs",
    "follow-up.en.html.hbs",
    "follow-up.en.txt.hbs",
    "follow-up.zh.html.hbs",
    "follow-up.zh.txt.hbs",
    "guide.en.txt.hbs",
    "guide.zh.txt.hbs",
    "letter.both.html.hbs",
    "letter.both.txt.hbs",
    "letter.en.html.hbs",
    "letter.en.txt.hbs",
    "letter.zh.html.hbs",
    "letter.zh.txt.hbs",
    "ticket.en.txt.hbs",
    "ticket.zh.txt.hbs",
];

/// A full set of checked templates.
pub struct Templates {
    letters: BTreeMap<&'static str, Template<Context>>,
    follow_ups: BTreeMap<&'static str, Template<FollowUp>>,
    guides: BTreeMap<&'static str, Template<Guide>>,
}

impl Templates {
    /// The names and contents of the shipped templates.
    #[must_use]
    pub fn shipped() -> &'static [(&'static str, &'static str)] {
        &SHIPPED
    }

    /// The shipped templates, with the given files, by name and content, in place of those of the same name.
    ///
    /// # Errors
    /// Everything that is wrong with the files: a name that is not among the shipped ones, or a template that names
    /// what no letter can say.
    pub fn with_folder(
        files: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<TemplateError>> {
        let mut errors = Vec::new();
        let mut sources: BTreeMap<&'static str, String> =
            SHIPPED.map(|(name, source)| (name, source.to_owned())).into();
        for (name, source) in files {
            match sources.iter_mut().find(|(known, _)| **known == name) {
                Some((_, shipped)) => *shipped = source,
                None => {
                    let near = nearest(&name, SHIPPED.iter().map(|(known, _)| *known));
                    errors.push(TemplateError {
                        template: name,
                        line: 1,
                        problem: Problem::UnknownFile { near },
                    });
                }
            }
        }
        let (letter, guide) = (Schema::of(&Context::sample()), Schema::of(&Guide::sample()));
        let follow_up = Schema::of(&FollowUp::sample());
        let (mut letters, mut follow_ups, mut guides) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for (name, source) in &sources {
            let escape = if name.ends_with(".html.hbs") { Escape::Html } else { Escape::None };
            if name.starts_with("guide.") {
                keep(&mut guides, name, Template::parse(name, source, escape, &guide), &mut errors);
            } else if name.starts_with("follow-up.") {
                keep(&mut follow_ups, name, Template::parse(name, source, escape, &follow_up), &mut errors);
            } else {
                keep(&mut letters, name, Template::parse(name, source, escape, &letter), &mut errors);
            }
        }
        if errors.is_empty() { Ok(Self { letters, follow_ups, guides }) } else { Err(errors) }
    }

    pub(super) fn letter(&self, name: &str, context: &Context) -> Result<String, TemplateError> {
        self.letters.get(name).map_or_else(|| Err(missing(name)), |template| template.render(context))
    }

    pub(super) fn follow_up(&self, name: &str, context: &FollowUp) -> Result<String, TemplateError> {
        self.follow_ups.get(name).map_or_else(|| Err(missing(name)), |template| template.render(context))
    }

    pub(super) fn guide(&self, name: &str, guide: &Guide) -> Result<String, TemplateError> {
        self.guides.get(name).map_or_else(|| Err(missing(name)), |template| template.render(guide))
    }
}

impl Default for Templates {
    /// The shipped templates.
    ///
    /// # Panics
    /// Never: a test reads every shipped template.
    fn default() -> Self {
        match Self::with_folder([]) {
            Ok(templates) => templates,
            Err(errors) => panic!("templates/letter: {errors:?}"),
        }
    }
}

fn keep<C>(
    checked: &mut BTreeMap<&'static str, Template<C>>,
    name: &'static str,
    template: Result<Template<C>, TemplateError>,
    errors: &mut Vec<TemplateError>,
) {
    match template {
        Ok(template) => drop(checked.insert(name, template)),
        Err(error) => errors.push(error),
    }
}

fn missing(name: &str) -> TemplateError {
    TemplateError {
        template: name.to_owned(),
        line: 1,
        problem: Problem::UnknownFile { near: String::new() },
    }
}
