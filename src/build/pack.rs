//! Writes what the app bundles: all of `data/` as one text and the shape it has; `domain::bundle` reads it.
//!
//! All values of fields with one name stand below each other, one to a line: alike things side by side pack better, and
//! no name is written twice. A value that stood in its column a moment ago is written as one letter. Together that
//! saves a phone a tenth of the data, beside the reader of JSON.

use serde_json::Value;
use std::fmt::Write as _;

/// What is known of the values at one place of the data.
#[derive(Clone, Debug, PartialEq)]
enum Shape {
    /// Nothing yet: the field was null, or the list empty, wherever it stood.
    Unknown,
    Text,
    Number,
    List(Box<Shape>),
    /// The fields in the order in which they were met.
    Object(Vec<(String, Shape)>),
}

/// The values of all fields with one name, and those met last in it, the latest first.
#[derive(Debug, Default)]
struct Column {
    name: String,
    lines: String,
    recent: Vec<String>,
}

/// All of the data, being packed.
#[derive(Debug)]
pub(crate) struct Pack {
    shape: Shape,
    columns: Vec<Column>,
}

/// The letters that stand for a value met before, and how short a value is not worth one.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SHORT: usize = 3;

impl Pack {
    /// Packs an object that holds everything.
    ///
    /// # Errors
    /// The place of a value that cannot be packed, and how to mend it.
    pub(crate) fn of(everything: &Value) -> Result<Self, String> {
        let mut pack = Self { shape: Shape::Unknown, columns: Vec::new() };
        let mut shape = Shape::Unknown;
        learn(&mut shape, everything, "")?;
        pack.write("", everything, &shape)?;
        // The longest texts first: what comes later finds its words in them.
        pack.columns.sort_by_key(|column| std::cmp::Reverse(column.lines.len()));
        pack.shape = shape;
        Ok(pack)
    }

    /// The columns, one after another.
    pub(crate) fn text(&self) -> String {
        let columns: Vec<&str> = self.columns.iter().map(|column| column.lines.as_str()).collect();
        columns.join("\0")
    }

    /// The shape as a constant of Rust.
    pub(crate) fn shape(&self) -> String {
        let mut out = String::new();
        self.shape_of(&self.shape, self.place(""), &mut out);
        out
    }

    fn shape_of(&self, shape: &Shape, column: usize, out: &mut String) {
        let done = match shape {
            Shape::Unknown | Shape::Text => write!(out, "Shape::Text({column})"),
            Shape::Number => write!(out, "Shape::Number({column})"),
            Shape::List(item) => {
                write!(out, "Shape::List({column}, &").expect("strings grow");
                self.shape_of(item, column, out);
                write!(out, ")")
            }
            Shape::Object(fields) => {
                write!(out, "Shape::Object({column}, &[").expect("strings grow");
                for (name, shape) in fields.iter().filter(|(_, shape)| *shape != Shape::Unknown) {
                    write!(out, "({name:?}, ").expect("strings grow");
                    self.shape_of(shape, self.place(name), out);
                    write!(out, "), ").expect("strings grow");
                }
                write!(out, "])")
            }
        };
        done.expect("strings grow");
    }

    fn place(&self, name: &str) -> usize {
        self.columns.iter().position(|column| column.name == name).expect("every name has a column")
    }

    fn line(&mut self, column: &str, value: &str) {
        let at = self.columns.iter().position(|known| known.name == column).unwrap_or_else(|| {
            self.columns.push(Column { name: column.to_owned(), ..Column::default() });
            self.columns.len() - 1
        });
        let Some(column) = self.columns.get_mut(at) else { return };
        match column.recent.iter().position(|recent| recent == value) {
            Some(place) => {
                column.recent.remove(place);
                let letter = LETTERS
                    .chars()
                    .nth(place)
                    .expect("as many values are kept as there are letters");
                column.lines.push(letter);
            }
            None => column.lines.push_str(value),
        }
        if value.len() > SHORT {
            column.recent.insert(0, value.to_owned());
            column.recent.truncate(LETTERS.len());
        }
        column.lines.push('\n');
    }

    fn write(&mut self, column: &str, value: &Value, shape: &Shape) -> Result<(), String> {
        match (shape, value) {
            (_, Value::Null) => self.line(column, ""),
            (_, Value::String(text)) => self.line(column, text),
            (_, Value::Number(number)) => self.line(column, &number.to_string()),
            (Shape::List(shape), Value::Array(items)) => {
                self.line(column, &items.len().to_string());
                for item in items {
                    self.write(column, item, shape)?;
                }
            }
            (Shape::Object(shapes), Value::Object(fields)) => {
                self.line(column, "1");
                for (name, shape) in shapes.iter().filter(|(_, shape)| *shape != Shape::Unknown) {
                    self.write(name, fields.get(name).unwrap_or(&Value::Null), shape)?;
                }
            }
            _ => return Err(format!("{column}: cannot be packed")),
        }
        Ok(())
    }
}

/// Adds what a value shows of the shape at its place.
fn learn(shape: &mut Shape, value: &Value, at: &str) -> Result<(), String> {
    let met = match value {
        Value::Null => return Ok(()),
        Value::String(text) => {
            lay(text).map_err(|mend| format!("{at}: {mend}"))?;
            Shape::Text
        }
        Value::Number(_) => Shape::Number,
        Value::Array(_) => Shape::List(Box::new(Shape::Unknown)),
        Value::Object(_) => Shape::Object(Vec::new()),
        Value::Bool(_) => return Err(format!("{at}: true and false are no values of the format")),
    };
    if *shape == Shape::Unknown {
        *shape = met.clone();
    }
    match (shape, value) {
        (Shape::Text, Value::String(_)) | (Shape::Number, Value::Number(_)) => {}
        (Shape::List(item), Value::Array(items)) => {
            for (number, value) in items.iter().enumerate() {
                let name = ["slug", "id"].into_iter().find_map(|name| value.get(name)?.as_str());
                let name = name.map_or_else(|| (number + 1).to_string(), ToOwned::to_owned);
                learn(item, value, &format!("{at}/{name}"))?;
            }
        }
        (Shape::Object(known), Value::Object(fields)) => {
            for (name, value) in fields {
                let place =
                    known.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
                        known.push((name.clone(), Shape::Unknown));
                        known.len() - 1
                    });
                if let Some((_, shape)) = known.get_mut(place) {
                    let dot = if at.is_empty() { "" } else { "." };
                    learn(shape, value, &[at, dot, name].concat())?;
                }
            }
        }
        _ => return Err(format!("{at}: is of another kind than elsewhere; make them the same")),
    }
    Ok(())
}

/// Whether a text can stand on a line of its own and be told from an empty line, a count and a repeat.
fn lay(text: &str) -> Result<(), &'static str> {
    let mut bytes = text.bytes();
    if text.trim().is_empty() {
        return Err("is empty; write it, or use null where the format allows");
    }
    if bytes.any(|byte| byte < b' ') {
        return Err("has a line break or another control character; write it in one line");
    }
    if text.len() == 1 && LETTERS.contains(text) {
        return Err("is a single capital letter; write a longer text");
    }
    Ok(())
}
