//! Strict templates: what a template names exists, or the template is refused when it is read.
//!
//! The engine's own strict mode is not enough: `{{#if typo}}` silently drops a paragraph, `{{#unless typo}}` silently
//! prints one, `../` beyond the root silently stays there, and an absent value prints as nothing. So every template is
//! checked against the shape of the context that it will be rendered with ([`Schema`]), and only a small language is
//! allowed: values, `if`, `unless`, `each` and `with`, their `else`, `this`, `../`, `@index`, `@first` and `@last`.

mod lint;
mod schema;

use std::fmt;
use std::marker::PhantomData;

use handlebars::{Handlebars, no_escape};
use serde::Serialize;

use crate::finding::Finding;
pub(super) use lint::nearest;
pub use schema::Schema;

/// What happens to the values that a template prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escape {
    /// They are printed as they are: for plain text.
    None,
    /// What HTML gives a meaning to is escaped.
    Html,
}

/// A checked template for contexts of type `C`.
///
/// A value is data: `{{x}}` or `<script>` inside one comes out as these characters.
pub struct Template<C> {
    name: String,
    engine: Handlebars<'static>,
    context: PhantomData<fn(&C)>,
}

/// The longest template that is read, in bytes.
const MAX_SOURCE: usize = 64 << 10;

impl<C: Serialize> Template<C> {
    /// Reads a template, with line ends of either kind, and checks every name in it against the context's shape.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line.
    pub fn parse(
        name: &str,
        source: &str,
        escape: Escape,
        schema: &Schema<C>,
    ) -> Result<Self, TemplateError> {
        let fault = |(line, problem)| TemplateError { template: name.to_owned(), line, problem };
        if source.len() > MAX_SOURCE {
            return Err(fault((1, Problem::TooLong)));
        }
        let source = source.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        lint::guard(&source).map_err(fault)?;
        let parsed = handlebars::Template::compile(&source)
            .map_err(|error| fault((error.pos().map_or(1, |(line, _)| line), Problem::Syntax)))?;
        lint::check(&parsed, schema.root()).map_err(fault)?;

        let mut engine = Handlebars::new();
        engine.set_strict_mode(true);
        match escape {
            Escape::None => engine.register_escape_fn(no_escape),
            Escape::Html => engine.register_escape_fn(escape_html),
        }
        engine.register_template(name, parsed);
        Ok(Self { name: name.to_owned(), engine, context: PhantomData })
    }

    /// The template filled in.
    ///
    /// # Errors
    /// Only when the context does not have the shape that the template was checked against.
    pub fn render(&self, context: &C) -> Result<String, TemplateError> {
        self.engine.render(&self.name, context).map_err(|error| TemplateError {
            template: self.name.clone(),
            line: error.line_no.unwrap_or(1),
            problem: Problem::Render,
        })
    }
}

/// The five characters that HTML gives a meaning to in text and in quoted attributes.
fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The template's name.
    pub template: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a template. It holds words of the template only, never a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No template has this name.
    UnknownFile {
        /// The template name most like it, or an empty text.
        near: String,
    },
    /// Longer than any letter.
    TooLong,
    /// Not a template at all: a tag or a block is not closed.
    Syntax,
    /// Blocks within blocks beyond all need.
    TooDeep,
    /// The context has no such value.
    UnknownName {
        /// The name as written.
        name: String,
        /// The name most like it, or an empty text.
        near: String,
    },
    /// There is no such block or helper.
    UnknownHelper {
        /// The name as written.
        name: String,
    },
    /// A list or a group is printed as if it were a value.
    NotAValue {
        /// The name as written.
        name: String,
    },
    /// `each` wants a list.
    NotAList {
        /// The name as written.
        name: String,
    },
    /// `with` wants a group.
    NotAGroup {
        /// The name as written.
        name: String,
    },
    /// Partials, decorators, unescaped output, subexpressions, literals, named arguments and block parameters.
    NotAllowed,
    /// The context has another shape than the one that was checked.
    Render,
}

impl TemplateError {
    /// The stable name of what is wrong.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.problem {
            Problem::UnknownFile { .. } => "template-unknown-file",
            Problem::TooLong => "template-too-long",
            Problem::Syntax => "template-syntax",
            Problem::TooDeep => "template-too-deep",
            Problem::UnknownName { .. } => "template-unknown-name",
            Problem::UnknownHelper { .. } => "template-unknown-helper",
            Problem::NotAValue { .. } => "template-not-a-value",
            Problem::NotAList { .. } => "template-not-a-list",
            Problem::NotAGroup { .. } => "template-not-a-group",
            Problem::NotAllowed => "template-not-allowed",
            Problem::Render => "template-render",
        }
    }

    /// The same as a finding: its sentence is the catalogue's `finding-<code>`.
    #[must_use]
    pub fn finding(&self) -> Finding {
        let finding = Finding::error(&self.template, self.code()).with("line", self.line);
        match &self.problem {
            Problem::UnknownFile { near } => suggest(finding, &self.template, near),
            Problem::UnknownName { name, near } => suggest(finding, name, near),
            Problem::UnknownHelper { name }
            | Problem::NotAValue { name }
            | Problem::NotAList { name }
            | Problem::NotAGroup { name } => finding.with("name", name.as_str()),
            _ => finding,
        }
    }
}

/// `suggested` is 1 if there is a name to suggest, else 0.
fn suggest(finding: Finding, name: &str, near: &str) -> Finding {
    finding.with("name", name).with("near", near).with("suggested", usize::from(!near.is_empty()))
}

impl fmt::Display for TemplateError {
    /// Place and code; the sentence for a person is in the catalogue.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.template, self.line, self.code())
    }
}

impl std::error::Error for TemplateError {}
