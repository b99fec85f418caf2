//! `data/` as the build script packed it (`src/build/pack.rs`): one bundle for each part of the app that is fetched by itself.
//!
//! The values of all fields with one name stand in one column, one to a line, in the order in which the data has
//! them. The shape of the data says which column comes next. An empty line is nothing; a list begins with its
//! length, an object with a 1. A single capital letter repeats a value of the column: A the last one, B the one
//! before, and so on.

use super::node::Node;
use std::borrow::Cow;

/// What stands at a place of the data, and in which column.
#[derive(Debug)]
enum Shape {
    Text(u8),
    Number(u8),
    List(u8, &'static Shape),
    Object(u8, &'static [(&'static str, Shape)]),
}

/// A part of the data.
#[derive(Clone, Copy, Debug)]
pub struct Bundle {
    shape: &'static Shape,
    columns: &'static str,
}

/// What the app begins with: the lists, and of the cases what stands on their cards and what filters look at.
pub(crate) const CORE: Bundle = Bundle {
    shape: &include!(concat!(env!("OUT_DIR"), "/core.rs")),
    columns: include_str!(concat!(env!("OUT_DIR"), "/core.txt")),
};

/// The rest of the cases, and what explains their words.
pub(crate) const CASES: Bundle = Bundle {
    shape: &include!(concat!(env!("OUT_DIR"), "/cases.rs")),
    columns: include_str!(concat!(env!("OUT_DIR"), "/cases.txt")),
};

/// The readiness check.
pub(crate) const CHECK: Bundle = Bundle {
    shape: &include!(concat!(env!("OUT_DIR"), "/check.rs")),
    columns: include_str!(concat!(env!("OUT_DIR"), "/check.txt")),
};

/// What the fields of the data mean.
pub(crate) const GUIDE: Bundle = Bundle {
    shape: &include!(concat!(env!("OUT_DIR"), "/guide.rs")),
    columns: include_str!(concat!(env!("OUT_DIR"), "/guide.txt")),
};

/// A column being read.
struct Column {
    lines: std::str::Split<'static, char>,
    /// The values met so far, the latest last, each once.
    met: Vec<&'static str>,
}

impl Column {
    /// The value on the next line.
    fn next(&mut self) -> &'static str {
        let line = self.lines.next().unwrap_or_default();
        let value = match line.as_bytes() {
            [letter @ b'A'..=b'Z'] => {
                let back = usize::from(letter - b'A') + 1;
                let at = self.met.len().saturating_sub(back);
                if at < self.met.len() { self.met.remove(at) } else { line }
            }
            _ => line,
        };
        if value.len() > 3 {
            self.met.push(value);
        }
        value
    }
}

impl Bundle {
    /// What is in it, as one object with a field for each kind of data.
    pub(crate) fn read(self) -> Node {
        let column = |text: &'static str| Column { lines: text.split('\n'), met: Vec::new() };
        let mut columns: Vec<Column> = self.columns.split('\0').map(column).collect();
        node(self.shape, &mut columns)
    }
}

fn node(shape: &Shape, columns: &mut [Column]) -> Node {
    let (Shape::Text(at) | Shape::Number(at) | Shape::List(at, _) | Shape::Object(at, _)) = shape;
    let value = columns.get_mut(usize::from(*at)).map(Column::next).unwrap_or_default();
    if value.is_empty() {
        return Node::Nothing;
    }
    match shape {
        Shape::Text(_) => Node::Text(Cow::Borrowed(value)),
        Shape::Number(_) => Node::Number(Cow::Borrowed(value)),
        Shape::List(_, item) => {
            let length = value.parse().unwrap_or(0_u16);
            Node::List((0..length).map(|_| node(item, columns)).collect())
        }
        Shape::Object(_, shapes) => {
            let mut fields = Vec::new();
            for (name, shape) in *shapes {
                let value = node(shape, columns);
                if !matches!(value, Node::Nothing) {
                    fields.push((Cow::Borrowed(*name), value));
                }
            }
            Node::Object(fields)
        }
    }
}
