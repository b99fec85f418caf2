//! What may stand where in a file: the fields of each record as a table, and the walk that compares JSON with it.
//!
//! serde stops at the first value that it cannot read and ignores fields that it does not know. An editor is to mend a file in
//! one go, so this walk names everything, and gives back what serde can read even so: then what depends on several fields is
//! looked at as well.

use crate::domain::{
    data_error::{DataError, WHOLE_FILE},
    date::When,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// The faults of one file.
#[derive(Debug)]
pub(crate) struct Faults {
    file: String,
    found: Vec<DataError>,
}

impl Faults {
    pub(crate) fn in_file(file: &str) -> Self {
        Self { file: file.to_owned(), found: Vec::new() }
    }

    /// Notes a fault.
    pub(crate) fn add(&mut self, path: &str, message: impl Into<String>) {
        let (file, path) = (self.file.clone(), path.to_owned());
        self.found.push(DataError { file, path, message: message.into() });
    }

    pub(crate) fn into_errors(self) -> Vec<DataError> {
        self.found
    }

    /// What was read, if nothing is wrong with it.
    pub(crate) fn none_in<T>(self, read: Option<T>) -> Result<T, Vec<DataError>> {
        read.filter(|_| self.found.is_empty()).ok_or(self.found)
    }
}

/// What may stand at a place.
#[derive(Debug)]
pub(crate) enum Shape {
    /// A text that is not empty.
    Text,
    /// A date, and what stands for one that cannot be read while the other faults are looked for.
    Date(&'static str),
    Number,
    /// A whole number from 0 on.
    Whole,
    Texts,
    /// Objects with these fields. In paths each is named by its id, or by its number where it has none.
    Objects(Vec<Field>),
    Object(Vec<Field>),
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct Field {
    name: &'static str,
    shape: Shape,
    /// Whether it may be missing or null, which mean the same.
    optional: bool,
}

/// A field that must be there.
pub(crate) fn field(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, optional: false }
}

/// A field that may be missing or null.
pub(crate) fn optional(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, optional: true }
}

/// Texts that must be there.
pub(crate) fn texts<const N: usize>(names: [&'static str; N]) -> [Field; N] {
    names.map(|name| field(name, Shape::Text))
}

/// Reads a file into its type and notes all faults of its shape. `root`: what the path of a fault begins with, for files that
/// are a list. `None` for what is no JSON.
pub(crate) fn read<T: DeserializeOwned>(
    json: &str,
    shape: &Shape,
    root: &str,
    faults: &mut Faults,
) -> Option<T> {
    typed(walk(json, shape, root, faults)?, faults)
}

/// Notes all faults of a file's shape, and returns what serde can read even so. `None` for what is no JSON.
pub(crate) fn walk(json: &str, shape: &Shape, root: &str, faults: &mut Faults) -> Option<Value> {
    let value: Value = match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => {
            faults.add(WHOLE_FILE, format!("is not JSON: {error}"));
            return None;
        }
    };
    if matches!(shape, Shape::Objects(_)) && !value.is_array() {
        faults.add(WHOLE_FILE, "must be a list: [ … ]");
        return Some(json!([]));
    }
    Some(shape.walk(&value, root, faults))
}

/// The record in JSON that has passed the walk.
pub(crate) fn typed<T: DeserializeOwned>(value: Value, faults: &mut Faults) -> Option<T> {
    // Fails only where a table of fields and the type of the record differ.
    serde_json::from_value(value).map_err(|error| faults.add(WHOLE_FILE, error.to_string())).ok()
}

/// What an object of a list is called in paths.
pub(crate) fn name(item: &Value, place: usize) -> String {
    let id = item.get("id").and_then(Value::as_str).filter(|id| !id.is_empty());
    id.map_or_else(|| (place + 1).to_string(), str::to_owned)
}

impl Shape {
    /// Notes what in a value has another shape, and returns the value without it.
    fn walk(&self, value: &Value, at: &str, faults: &mut Faults) -> Value {
        match (self, value) {
            (Self::Text, Value::String(text)) => {
                if text.trim().is_empty() {
                    faults.add(at, "is empty; write it, or use null where the format allows");
                }
                value.clone()
            }
            (Self::Date(otherwise), Value::String(text)) => match When::parse(text) {
                Ok(_) => value.clone(),
                Err(bad) => {
                    faults.add(at, bad.to_string());
                    json!(otherwise)
                }
            },
            (Self::Number, Value::Number(_)) => value.clone(),
            (Self::Whole, _) if value.as_u64().is_some_and(|n| u32::try_from(n).is_ok()) => {
                value.clone()
            }
            (Self::Texts, Value::Array(items)) => {
                let is_text = |item: &&Value| item.as_str().is_some_and(|t| !t.trim().is_empty());
                let texts: Vec<&Value> = items.iter().filter(is_text).collect();
                if texts.len() < items.len() {
                    faults.add(at, "must hold texts in quotation marks, none of them empty");
                }
                json!(texts)
            }
            (Self::Objects(fields), Value::Array(items)) => {
                let items = items.iter().enumerate().map(|(place, item)| {
                    object(fields, item, &[at, "/", &name(item, place)].concat(), faults)
                });
                items.collect()
            }
            (Self::Object(fields), _) => object(fields, value, at, faults),
            _ => {
                faults.add(at, self.remedy(value));
                self.stand_in()
            }
        }
    }

    /// What to do about a value of another kind.
    fn remedy(&self, value: &Value) -> &'static str {
        match self {
            Self::Text | Self::Date(_) if value.is_null() => "is missing; write it",
            Self::Text | Self::Date(_) => "must be a text in quotation marks",
            Self::Number if value.is_null() => {
                "is missing; give a number, or null for what it is part of"
            }
            Self::Number => "must be a number without quotation marks, for example 7200 or 0.5",
            Self::Whole => "must be a whole number, for example 7",
            Self::Texts | Self::Objects(_) => "must be a list; use [] where there is nothing",
            Self::Object(_) => "must be an object: { \"field\": value, … }",
        }
    }

    /// What serde reads in the place of a value of another kind.
    fn stand_in(&self) -> Value {
        match self {
            Self::Text => json!(""),
            Self::Date(otherwise) => json!(otherwise),
            Self::Number | Self::Whole => json!(0),
            Self::Texts | Self::Objects(_) => json!([]),
            Self::Object(fields) => {
                let needed = fields.iter().filter(|field| !field.optional);
                needed.map(|field| (field.name.to_owned(), field.shape.stand_in())).collect()
            }
        }
    }
}

/// Walks through the fields of an object.
fn object(fields: &[Field], value: &Value, at: &str, faults: &mut Faults) -> Value {
    let Value::Object(given) = value else {
        let at = if at.is_empty() { WHOLE_FILE } else { at };
        let shape = "must be an object: { \"field\": value, … }";
        faults.add(at, if value.is_null() { "is missing; write it as an object" } else { shape });
        let needed = fields.iter().filter(|field| !field.optional);
        return needed.map(|field| (field.name.to_owned(), field.shape.stand_in())).collect();
    };
    let path = |name: &str| match at {
        "" => name.to_owned(),
        at => [at, ".", name].concat(),
    };
    let mut read = Map::new();
    for Field { name, shape, optional } in fields {
        let value = given.get(*name).unwrap_or(&Value::Null);
        let at = path(name);
        let mended = match (shape, value) {
            (_, Value::Null) if *optional => continue,
            (Shape::Object(_), value) if *optional && !value.is_object() => {
                faults.add(&at, "must be an object, or null where nothing is known");
                continue;
            }
            _ => shape.walk(value, &at, faults),
        };
        read.insert((*name).to_owned(), mended);
    }
    for name in given.keys().filter(|name| fields.iter().all(|field| field.name != *name)) {
        faults.add(&path(name), "is no field of the format; remove it, or correct its spelling");
    }
    Value::Object(read)
}
