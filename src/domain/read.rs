//! Reading `data/` field by field, so that every fault is found at once and named with its place.
//!
//! By hand on `serde_json::Value` rather than by derived readers: a derived reader stops at the first
//! fault and cannot say how to mend it, and the derived readers of our fifteen types weighed 30 kB of a
//! phone's first visit.

use serde_json::{Map, Value};
use std::{cell::RefCell, rc::Rc};

/// What is wrong in a file: where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field or block.
    pub field: String,
    /// What is wrong and how to mend it.
    pub mend: String,
}

/// The faults found so far; clones share one list.
#[derive(Clone, Debug, Default)]
pub struct Faults(Rc<RefCell<Vec<Fault>>>);

impl Faults {
    /// Notes a fault.
    pub fn add(&self, field: &str, mend: &str) {
        self.0.borrow_mut().push(Fault { field: field.to_owned(), mend: mend.to_owned() });
    }

    /// All faults, emptying the list.
    pub fn take(&self) -> Vec<Fault> {
        self.0.take()
    }
}

/// An object whose fields are being read. Each field is taken out as it is read, so that [`Fields::end`]
/// can name those that nobody asked for.
#[derive(Debug)]
pub struct Fields {
    at: String,
    map: Map<String, Value>,
    faults: Faults,
}

impl Fields {
    /// Reads a whole file, which must be one object.
    ///
    /// # Errors
    /// One fault when the text is not JSON or not an object.
    pub fn file(json: &str, faults: &Faults) -> Option<Self> {
        let value = file(json, faults)?;
        Some(Self::of(String::new(), value, faults))
    }

    /// The fields of a value, which must be an object; `at` names its place.
    pub fn of(at: String, value: Value, faults: &Faults) -> Self {
        let map = if let Value::Object(map) = value {
            map
        } else {
            faults.add(place(&at), "must be an object: { \"field\": value, … }");
            Map::new()
        };
        Self { at, map, faults: faults.clone() }
    }

    /// Where faults are noted.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The place of a field, for messages.
    pub fn at(&self, name: &str) -> String {
        if self.at.is_empty() { name.to_owned() } else { [&self.at, ".", name].concat() }
    }

    fn fault(&self, name: &str, mend: &str) {
        self.faults.add(&self.at(name), mend);
    }

    /// A value of any kind; a missing field counts as null.
    fn take(&mut self, name: &str) -> Value {
        self.map.remove(name).unwrap_or_default()
    }

    /// A text that must be there and must not be empty.
    pub fn text(&mut self, name: &str) -> String {
        if let Some(text) = self.maybe_text(name) {
            return text;
        }
        self.fault(name, "is missing; write it");
        String::new()
    }

    /// A text that may be null or missing, but not empty.
    pub fn maybe_text(&mut self, name: &str) -> Option<String> {
        match self.take(name) {
            Value::String(text) if !text.trim().is_empty() => return Some(text),
            Value::Null => {}
            Value::String(_) => {
                self.fault(name, "is empty; write it, or use null where the format allows");
                return Some(String::new());
            }
            _ => self.fault(name, "must be a text in quotation marks"),
        }
        None
    }

    /// A number that may be null or missing.
    pub fn maybe_number(&mut self, name: &str) -> Option<f64> {
        match self.take(name) {
            Value::Number(number) => number.as_f64(),
            Value::Null => None,
            _ => {
                self.fault(
                    name,
                    "must be a number without quotation marks, for example 7200 or 0.5",
                );
                None
            }
        }
    }

    /// A whole number that must be there.
    pub fn whole(&mut self, name: &str) -> u32 {
        let number = self.take(name).as_u64().and_then(|number| u32::try_from(number).ok());
        number.unwrap_or_else(|| {
            self.fault(name, "must be a whole number, for example 7");
            0
        })
    }

    /// A list that must be there, empty or not.
    pub fn list(&mut self, name: &str) -> Vec<Value> {
        if let Value::Array(list) = self.take(name) {
            return list;
        }
        self.fault(name, "must be a list; use [] where there is nothing");
        Vec::new()
    }

    /// A list of texts that must be there, empty or not.
    pub fn texts(&mut self, name: &str) -> Vec<String> {
        let at = self.at(name);
        texts(&at, self.list(name), &self.faults)
    }

    /// A list of objects that must be there, empty or not. An object is named in messages by its id,
    /// where it has one.
    pub fn objects(&mut self, name: &str) -> Vec<Self> {
        let at = self.at(name);
        objects(&at, self.list(name), &self.faults)
    }

    /// An object that must be there.
    #[must_use]
    pub fn object(&mut self, name: &str) -> Self {
        let value = self.take(name);
        Self::of(self.at(name), value, &self.faults)
    }

    /// Whether the field is an object.
    pub fn is_object(&self, name: &str) -> bool {
        self.map.get(name).is_some_and(Value::is_object)
    }

    /// A field that is to be null or missing here.
    pub fn nothing(&mut self, name: &str) {
        if !self.take(name).is_null() {
            self.fault(name, "must be an object, or null where nothing is known");
        }
    }

    /// Names every field that nobody asked for.
    pub fn end(self) {
        for name in self.map.keys() {
            self.fault(name, "is no field of the format; remove it, or correct its spelling");
        }
    }
}

/// A whole file of JSON.
pub fn file(json: &str, faults: &Faults) -> Option<Value> {
    match serde_json::from_str(json) {
        Ok(value) => Some(value),
        Err(error) => {
            faults.add("the whole file", &["is not JSON: ", &error.to_string()].concat());
            None
        }
    }
}

/// A whole file, which must be one list.
pub fn list(json: &str, faults: &Faults) -> Vec<Value> {
    match file(json, faults) {
        Some(Value::Array(list)) => list,
        Some(_) => {
            faults.add("the whole file", "must be a list: [ … ]");
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// The texts of a list.
pub fn texts(at: &str, list: Vec<Value>, faults: &Faults) -> Vec<String> {
    let mut out = Vec::new();
    for value in list {
        match value {
            Value::String(text) if !text.trim().is_empty() => out.push(text),
            _ => faults.add(at, "must hold texts in quotation marks, none of them empty"),
        }
    }
    out
}

/// The objects of a list, each named by its id or its number.
pub fn objects(at: &str, list: Vec<Value>, faults: &Faults) -> Vec<Fields> {
    let mut out = Vec::new();
    for (number, value) in list.into_iter().enumerate() {
        let name = match value.get("id").and_then(Value::as_str) {
            Some(id) => id.to_owned(),
            None => (number + 1).to_string(),
        };
        out.push(Fields::of([at, "/", &name].concat(), value, faults));
    }
    out
}

fn place(at: &str) -> &str {
    if at.is_empty() { "the whole file" } else { at }
}
