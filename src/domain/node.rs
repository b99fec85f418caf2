//! A value of `data/` before it is known what it means: from a file of JSON, or from the bundle.

use super::read::Fault;
use std::borrow::Cow;

/// A value as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Node {
    /// Null, or a field that is left out: the two mean the same.
    #[default]
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// A number as it is written: digits, perhaps a point and a minus.
    Number(Cow<'static, str>),
    /// A list.
    List(Vec<Node>),
    /// Fields in their order.
    Object(Vec<(Cow<'static, str>, Node)>),
    /// True or false, which no field of the format is.
    Other,
}

impl Node {
    /// Reads a file of JSON.
    ///
    /// # Errors
    /// One fault when the text is not JSON.
    pub fn from_json(json: &str) -> Result<Self, Vec<Fault>> {
        serde_json::from_str(json).map(Self::of).map_err(|error| {
            let mend = ["is not JSON: ", &error.to_string()].concat();
            vec![Fault { field: "the whole file".to_owned(), mend }]
        })
    }

    fn of(value: serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(_) => Self::Other,
            Value::Number(number) => Self::Number(number.to_string().into()),
            Value::String(text) => Self::Text(text.into()),
            Value::Array(items) => Self::List(items.into_iter().map(Self::of).collect()),
            Value::Object(fields) => Self::Object(
                fields.into_iter().map(|(name, value)| (name.into(), Self::of(value))).collect(),
            ),
        }
    }

    /// The value with what another part of the data says of it besides: fields are put together by their names, the items of
    /// lists by their places.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        match (self, more) {
            (Self::Object(mut fields), Self::Object(more)) => {
                for (name, value) in more {
                    match fields.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, known)) => *known = std::mem::take(known).and(value),
                        None => fields.push((name, value)),
                    }
                }
                Self::Object(fields)
            }
            (Self::List(items), Self::List(more)) => {
                Self::List(items.into_iter().zip(more).map(|(item, more)| item.and(more)).collect())
            }
            (known, Self::Nothing) => known,
            (_, more) => more,
        }
    }

    /// A field of an object that is a text; empty where it is not.
    pub fn field(&self, name: &str) -> String {
        let Self::Object(fields) = self else { return String::new() };
        let text = fields.iter().find_map(|(known, value)| match value {
            Self::Text(text) if known == name => Some(text.as_ref()),
            _ => None,
        });
        text.unwrap_or_default().to_owned()
    }

    /// Writes the value as JSON, without what it says nothing about.
    pub fn write_json(&self, out: &mut String) {
        match self {
            Self::Nothing | Self::Other => out.push_str("null"),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => {
                let mut before = '[';
                for item in items {
                    out.push(before);
                    before = ',';
                    item.write_json(out);
                }
                out.push_str(if before == '[' { "[]" } else { "]" });
            }
            Self::Object(fields) => {
                let mut before = '{';
                for (name, value) in fields {
                    out.push(before);
                    before = ',';
                    write_text(name, out);
                    out.push(':');
                    value.write_json(out);
                }
                out.push_str(if before == '{' { "{}" } else { "}" });
            }
        }
    }
}

/// Writes a text as JSON has it (RFC 8259, section 7).
pub(crate) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\0'..' ' => {
                let code = u32::from(letter);
                let digit = |value| char::from_digit(value, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(code / 16), digit(code % 16)]);
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
