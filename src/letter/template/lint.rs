//! The walk over a template: every name in it against the shape of the context.

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use serde_json::Value;

use super::Problem;

/// A problem and its line.
type Fault = (usize, Problem);

/// Blocks within blocks; no letter needs more.
const MAX_DEPTH: usize = 16;

/// Refuses what the engine's parser would recurse on without a limit, and would be refused anyway: literals,
/// subexpressions, raw blocks and blocks within blocks beyond all need.
pub(super) fn guard(source: &str) -> Result<(), Fault> {
    let mut depth = 0_usize;
    let mut rest = source;
    while let Some(start) = rest.find("{{") {
        let line = 1 + source[..source.len() - rest.len() + start].matches('\n').count();
        let tag = &rest[start + 2..];
        let comment = tag.starts_with('!');
        let close = if tag.starts_with("!--") { "--}}" } else { "}}" };
        let end = tag.find(close).ok_or((line, Problem::Syntax))?;
        let inner = &tag[..end];
        if !comment && inner.contains(['(', '[', '{', '"', '\'', '&', '>', '*', '|', '=']) {
            return Err((line, Problem::NotAllowed));
        }
        match inner.trim_start_matches('~').bytes().next() {
            Some(b'#') => depth += 1,
            Some(b'/') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err((line, Problem::TooDeep));
        }
        rest = &tag[end + close.len()..];
    }
    Ok(())
}

/// Checks a parsed template against the sample of its context.
pub(super) fn check(template: &handlebars::Template, root: &Value) -> Result<(), Fault> {
    elements(template, 1, &mut Scopes { values: vec![root], loops: 0 })
}

/// Where the walk stands: the root, then the value of each `each` or `with` that is open.
struct Scopes<'a> {
    values: Vec<&'a Value>,
    /// How many of them are `each`.
    loops: usize,
}

fn elements(template: &handlebars::Template, line: usize, scopes: &mut Scopes<'_>) -> Result<(), Fault> {
    for (index, element) in template.elements.iter().enumerate() {
        // An `else if` has no place of its own: its block's line stands for it.
        let line = template.mapping.get(index).map_or(line, |place| place.0);
        match element {
            TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
            TemplateElement::Expression(expression) => {
                printed(expression, scopes).map_err(|problem| (line, problem))?
            }
            TemplateElement::HelperBlock(block) => block_of(block, line, scopes)?,
            _ => return Err((line, Problem::NotAllowed)),
        }
    }
    Ok(())
}

fn printed(expression: &HelperTemplate, scopes: &Scopes<'_>) -> Result<(), Problem> {
    let name = expression.name.as_name().ok_or(Problem::NotAllowed)?.to_owned();
    if !expression.params.is_empty() || !expression.hash.is_empty() {
        return Err(Problem::UnknownHelper { name });
    }
    match scopes.value(&name)? {
        Some(Value::Array(_) | Value::Object(_)) => Err(Problem::NotAValue { name }),
        _ => Ok(()),
    }
}

fn block_of(block: &HelperTemplate, line: usize, scopes: &mut Scopes<'_>) -> Result<(), Fault> {
    let at = |problem| (line, problem);
    let helper = block.name.as_name().unwrap_or_default().to_owned();
    let [Parameter::Path(_)] = block.params.as_slice() else {
        return Err(at(Problem::UnknownHelper { name: helper }));
    };
    let name = block.params[0].as_name().unwrap_or_default().to_owned();
    if !block.hash.is_empty() || block.block_param.is_some() {
        return Err(at(Problem::NotAllowed));
    }
    let value = scopes.value(&name).map_err(at)?;
    let inner = match (helper.as_str(), value) {
        ("if" | "unless", _) => None,
        ("each", Some(Value::Array(list))) => list.first(),
        ("each", _) => return Err(at(Problem::NotAList { name })),
        ("with", Some(group @ Value::Object(_))) => Some(group),
        ("with", _) => return Err(at(Problem::NotAGroup { name })),
        _ => return Err(at(Problem::UnknownHelper { name: helper })),
    };
    if let Some(template) = &block.template {
        let looped = usize::from(helper == "each");
        scopes.loops += looped;
        scopes.values.extend(inner);
        elements(template, line, scopes)?;
        scopes.loops -= looped;
        if inner.is_some() {
            scopes.values.pop();
        }
    }
    // An `else` is rendered outside of what its block opens.
    block.inverse.as_ref().map_or(Ok(()), |inverse| elements(inverse, line, scopes))
}

impl<'a> Scopes<'a> {
    /// The sample of the value that `name` means here; none for the loop's own variables.
    ///
    /// The engine's other spellings of a path (`a/b`, `a.[b]`, `@root`) are not part of the language.
    fn value(&self, name: &str) -> Result<Option<&'a Value>, Problem> {
        if let "@index" | "@first" | "@last" = name {
            return if self.loops > 0 { Ok(None) } else { Err(self.unknown(name)) };
        }
        let mut path = name;
        let mut scopes = self.values.iter().rev();
        let mut value: &'a Value = match scopes.next() {
            Some(value) => value,
            None => return Err(self.unknown(name)),
        };
        while let Some(rest) = path.strip_prefix("../") {
            path = rest;
            value = scopes.next().ok_or_else(|| self.unknown(name))?;
        }
        if path == "this" {
            return Ok(Some(value));
        }
        for (index, step) in path.split('.').enumerate() {
            if index == 0 && step == "this" {
                continue;
            }
            let Value::Object(group) = value else { return Err(self.unknown(name)) };
            let prefix = &name[..name.len() - path.len() + offset(path, index)];
            value = group.get(step).ok_or_else(|| {
                let known: Vec<String> = group.keys().map(|key| format!("{prefix}{key}")).collect();
                let near = nearest(&format!("{prefix}{step}"), known.iter().map(String::as_str));
                if near.is_empty() {
                    self.unknown(name)
                } else {
                    Problem::UnknownName { name: name.to_owned(), near }
                }
            })?;
        }
        Ok(Some(value))
    }

    /// The name is unknown; the one most like it comes from what is in scope.
    fn unknown(&self, name: &str) -> Problem {
        let names: Vec<String> = (self.values.iter().rev().enumerate())
            .filter_map(|(level, value)| Some((level, value.as_object()?)))
            .flat_map(|(level, group)| group.keys().map(move |key| format!("{}{key}", "../".repeat(level))))
            .collect();
        Problem::UnknownName { name: name.to_owned(), near: nearest(name, names.iter().map(String::as_str)) }
    }
}

/// Where the step number `index` of a dotted path begins.
fn offset(path: &str, index: usize) -> usize {
    path.split('.').take(index).map(|step| step.len() + 1).sum()
}

/// The name that takes the fewest edits, if they are few for its length; else an empty text. A wrong number of `../`
/// is no edit.
pub(in crate::letter) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let bare = |name: &'a str| name.trim_start_matches("../");
    known
        .map(|candidate| (edits(name.trim_start_matches("../"), bare(candidate)), candidate))
        .filter(|(edits, candidate)| *edits <= 1 + bare(candidate).len() / 4)
        .min()
        .map_or_else(String::new, |(_, candidate)| candidate.to_owned())
}

/// Levenshtein's distance.
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.chars().enumerate() {
            let substituted = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
