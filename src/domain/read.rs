//! Reading `data/` field by field, so that every fault is found at once and named with its place.
//!
//! By hand rather than by derived readers: a derived reader stops at the first fault and cannot say how to mend
//! it. On a phone nothing is checked (`CHECKED`); the reading is the same.

use super::{node::Node, number};
use std::{borrow::Cow, cell::RefCell, rc::Rc};

/// Whether faults are looked for. Not on a phone: what is bundled there has passed the tests, and the sentences
/// that help an editor would be a good part of what it downloads.
pub(crate) const CHECKED: bool = cfg!(not(target_arch = "wasm32"));

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
pub struct Faults {
    found: Rc<RefCell<Vec<Fault>>>,
    /// Whether nothing is noted, because what is read is only a part.
    deaf: bool,
}

impl Faults {
    /// A list that notes nothing, for records of which only a part is there.
    pub fn deaf() -> Self {
        Self { deaf: true, ..Self::default() }
    }

    /// Notes a fault.
    pub fn add(&self, field: &str, mend: &str) {
        if CHECKED && !self.deaf {
            self.found.borrow_mut().push(Fault { field: field.to_owned(), mend: mend.to_owned() });
        }
    }

    /// Looks for faults where they are looked for; `look` must do nothing else, because a phone leaves it out.
    pub fn check(&self, look: impl FnOnce(&Self)) {
        if CHECKED && !self.deaf {
            look(self);
        }
    }

    /// The result, if no fault was found since the last one.
    ///
    /// # Errors
    /// All faults, emptying the list.
    pub fn none_in<T>(&self, result: T) -> Result<T, Vec<Fault>> {
        let faults = if CHECKED { self.found.take() } else { Vec::new() };
        if faults.is_empty() { Ok(result) } else { Err(faults) }
    }
}

/// An object whose fields are being read. Each field is taken out as it is read, so that [`Fields::end`]
/// can name those that nobody asked for.
#[derive(Debug)]
pub struct Fields {
    at: String,
    left: Vec<(Cow<'static, str>, Node)>,
    faults: Faults,
}

impl Fields {
    /// The fields of a whole file, which must be one object.
    pub fn file(file: Node, faults: &Faults) -> Self {
        Self::of(String::new(), file, faults)
    }

    /// The fields of a value, which must be an object; `at` names its place.
    pub fn of(at: String, value: Node, faults: &Faults) -> Self {
        let left = if let Node::Object(fields) = value {
            fields
        } else {
            faults.add(place(&at), "must be an object: { \"field\": value, … }");
            Vec::new()
        };
        Self { at, left, faults: faults.clone() }
    }

    /// Where faults are noted.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The place of a field, for messages.
    pub fn at(&self, name: &str) -> String {
        if !CHECKED {
            String::new()
        } else if self.at.is_empty() {
            name.to_owned()
        } else {
            [&self.at, ".", name].concat()
        }
    }

    /// Notes a fault of a field.
    pub fn fault(&self, name: &str, mend: &str) {
        self.faults.check(|faults| faults.add(&self.at(name), mend));
    }

    /// A value of any kind; a missing field counts as null.
    pub fn take(&mut self, name: &str) -> Node {
        let at = self.left.iter().position(|(known, _)| known == name);
        at.map(|at| self.left.remove(at).1).unwrap_or_default()
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
            Node::Text(text) => {
                if CHECKED && text.trim().is_empty() {
                    self.fault(name, "is empty; write it, or use null where the format allows");
                }
                return Some(text.into_owned());
            }
            Node::Nothing => {}
            _ => self.fault(name, "must be a text in quotation marks"),
        }
        None
    }

    /// A number that may be null or missing.
    pub fn maybe_number(&mut self, name: &str) -> Option<f64> {
        let number = match self.take(name) {
            Node::Nothing => return None,
            Node::Number(number) => number::parse(&number),
            _ => None,
        };
        if number.is_none() {
            self.fault(name, "must be a number without quotation marks, for example 7200 or 0.5");
        }
        number
    }

    /// A whole number that must be there.
    pub fn whole(&mut self, name: &str) -> u32 {
        let number = match self.take(name) {
            Node::Number(number) => number.parse().ok(),
            _ => None,
        };
        number.unwrap_or_else(|| {
            self.fault(name, "must be a whole number, for example 7");
            0
        })
    }

    /// A list that must be there, empty or not.
    pub fn list(&mut self, name: &str) -> Vec<Node> {
        if let Node::List(list) = self.take(name) {
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

    /// Whether the field is there.
    pub fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(known, _)| known == name)
    }

    /// Whether the field is an object.
    pub fn is_object(&self, name: &str) -> bool {
        self.left.iter().any(|(known, node)| known == name && matches!(node, Node::Object(_)))
    }

    /// A field that is to be null or missing here.
    pub fn nothing(&mut self, name: &str) {
        if !matches!(self.take(name), Node::Nothing) {
            self.fault(name, "must be an object, or null where nothing is known");
        }
    }

    /// Names every field that nobody asked for.
    pub fn end(self) {
        self.faults.check(|_| {
            for (name, _) in &self.left {
                self.fault(name, "is no field of the format; remove it, or correct its spelling");
            }
        });
    }
}

/// A whole file, which must be one list.
pub fn list(file: Node, faults: &Faults) -> Vec<Node> {
    if let Node::List(list) = file {
        return list;
    }
    faults.add("the whole file", "must be a list: [ … ]");
    Vec::new()
}

/// The texts of a list.
pub fn texts(at: &str, list: Vec<Node>, faults: &Faults) -> Vec<String> {
    let mut out = Vec::new();
    for value in list {
        match value {
            Node::Text(text) if !CHECKED || !text.trim().is_empty() => out.push(text.into_owned()),
            _ => faults.add(at, "must hold texts in quotation marks, none of them empty"),
        }
    }
    out
}

/// The objects of a list, each named by its id or its number.
pub fn objects(at: &str, list: Vec<Node>, faults: &Faults) -> Vec<Fields> {
    let mut out = Vec::new();
    for (number, value) in list.into_iter().enumerate() {
        let at = if CHECKED {
            let id = value.field("id");
            let name = if id.is_empty() { (number + 1).to_string() } else { id };
            [at, "/", &name].concat()
        } else {
            String::new()
        };
        out.push(Fields::of(at, value, faults));
    }
    out
}

fn place(at: &str) -> &str {
    if at.is_empty() { "the whole file" } else { at }
}
