//! Saved answers, as text: written, read again, and set aside when they cannot be read.
//!
//! Old versions open for ever; each has a kept fixture in `tests/fixtures/`.

use super::checklist::answers::{Answer, Answers};
use serde_json::{Map, Value};

/// The name under which answers are kept on the phone.
pub const KEY: &str = "ashar.check";

/// The name under which unreadable answers are kept, until the person fetches or erases them.
pub const SET_ASIDE: &str = "ashar.check.set-aside";

/// What reading saved answers gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// All of it was understood.
    Whole(Answers),
    /// Some answers were not understood and are left out; the text should be set aside.
    Partly(Answers),
    /// Nothing was understood; the text should be set aside.
    Unreadable,
}

/// The version that [`write()`] writes.
const VERSION: u64 = 1;

/// Writes the answers.
pub fn write(answers: &Answers) -> String {
    let mut items = Map::new();
    for (id, answer) in &answers.items {
        items.insert(id.clone(), Value::from(answer.id()));
    }
    let mut flags = Map::new();
    for (id, so) in &answers.flags {
        flags.insert(id.clone(), Value::Bool(*so));
    }
    let mut saved = Map::new();
    saved.insert("version".to_owned(), Value::from(VERSION));
    saved.insert("items".to_owned(), Value::Object(items));
    saved.insert("flags".to_owned(), Value::Object(flags));
    Value::Object(saved).to_string()
}

/// Reads what an earlier visit wrote.
pub fn read(text: &str) -> Read {
    let saved: Value = serde_json::from_str(text).unwrap_or_default();
    let field = |name: &str| saved.get(name).and_then(Value::as_object);
    let version = saved.get("version").and_then(Value::as_u64);
    let (Some(VERSION), Some(items), Some(flags)) = (version, field("items"), field("flags"))
    else {
        return Read::Unreadable;
    };
    let mut answers = Answers::default();
    for (id, answer) in items {
        if let Some(answer) = answer.as_str().and_then(Answer::from_id) {
            answers.items.insert(id.clone(), answer);
        }
    }
    for (id, so) in flags {
        if let Some(so) = so.as_bool() {
            answers.flags.insert(id.clone(), so);
        }
    }
    let whole = answers.items.len() == items.len() && answers.flags.len() == flags.len();
    if whole { Read::Whole(answers) } else { Read::Partly(answers) }
}
