//! The shape of a context, read off a sample of it, so that the two cannot drift apart.

use std::marker::PhantomData;

use serde::Serialize;
use serde_json::Value;

/// The shape of contexts of type `C`.
pub struct Schema<C> {
    sample: Value,
    context: PhantomData<fn(&C)>,
}

impl<C: Serialize> Schema<C> {
    /// The shape of a sample in which every list has an element. `C` is a struct without `Option`s, skipped or
    /// flattened maps: every context then has the sample's names.
    ///
    /// # Panics
    /// If the sample has an empty list, a null or an unusual name: a slip in the program, which any test finds.
    #[must_use]
    pub fn of(sample: &C) -> Self {
        let sample = serde_json::to_value(sample).unwrap_or(Value::Null);
        if let Some(place) = gap(&sample, "this") {
            panic!("no shape: {place}");
        }
        Self { sample, context: PhantomData }
    }

    pub(super) fn root(&self) -> &Value {
        &self.sample
    }
}

/// Helpers that the engine would call instead of printing a value of their name.
const RESERVED: [&str; 24] = [
    "and", "each", "else", "eq", "gt", "gte", "if", "inc", "len", "log", "lookup", "lt", "lte", "ne", "not",
    "null", "or", "raw", "this", "true", "false", "unless", "with", "as",
];

/// The first place of a sample that tells no shape.
fn gap(value: &Value, place: &str) -> Option<String> {
    match value {
        Value::Null => Some(place.to_owned()),
        Value::Array(list) => match list.first() {
            Some(first) => gap(first, &format!("{place}[0]")),
            None => Some(place.to_owned()),
        },
        Value::Object(group) => group.iter().find_map(|(name, value)| {
            let place = format!("{place}.{name}");
            let plain = name.starts_with(|first: char| first.is_ascii_lowercase())
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
                && !RESERVED.contains(&name.as_str());
            if plain { gap(value, &place) } else { Some(place) }
        }),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}
