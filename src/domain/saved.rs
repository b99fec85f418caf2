//! Saved answers, as text: written, read again, and set aside when they cannot be read.
//!
//! Old versions open for ever; each has a kept fixture in `tests/fixtures/`.

use super::checklist::answers::{Answer, Answers};
use super::node::write_text;
use hifijson::{
    SliceLexer,
    token::Lex as _,
    value::{self, Value},
};

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
const VERSION: &str = "1";

/// How deep our own format is nested; what is deeper is not ours.
const DEPTH: usize = 3;

/// Writes the answers.
pub fn write(answers: &Answers) -> String {
    let mut out = String::from("{\"flags\":");
    write_fields(
        answers.flags.iter().map(|(id, so)| (id, if *so { "true" } else { "false" })),
        &mut out,
    );
    out.push_str(",\"items\":");
    let items = answers.items.iter().map(|(id, answer)| (id, ["\"", answer.id(), "\""].concat()));
    write_fields(items, &mut out);
    out.extend([",\"version\":", VERSION, "}"]);
    out
}

/// Writes an object whose values are JSON already.
fn write_fields<'a>(fields: impl Iterator<Item = (&'a String, impl AsRef<str>)>, out: &mut String) {
    out.push('{');
    for (number, (name, value)) in fields.enumerate() {
        if number > 0 {
            out.push(',');
        }
        write_text(name, out);
        out.push(':');
        out.push_str(value.as_ref());
    }
    out.push('}');
}

/// Reads what an earlier visit wrote.
pub fn read(text: &str) -> Read {
    let saved = SliceLexer::new(text.as_bytes())
        .exactly_one(SliceLexer::ws_peek, |next, lexer| value::parse_bounded(DEPTH, next, lexer));
    let Ok(Value::Object(saved)) = saved else { return Read::Unreadable };
    let field = |name: &str| saved.iter().find(|(known, _)| known == name).map(|(_, value)| value);
    let (Some(Value::Number((VERSION, _))), Some(Value::Object(items)), Some(Value::Object(flags))) =
        (field("version"), field("items"), field("flags"))
    else {
        return Read::Unreadable;
    };
    let mut answers = Answers::default();
    for (id, answer) in items {
        if let Value::String(answer) = answer
            && let Some(answer) = Answer::from_id(answer)
        {
            answers.items.insert(id.to_string(), answer);
        }
    }
    for (id, so) in flags {
        if let Value::Bool(so) = so {
            answers.flags.insert(id.to_string(), *so);
        }
    }
    let whole = answers.items.len() == items.len() && answers.flags.len() == flags.len();
    if whole { Read::Whole(answers) } else { Read::Partly(answers) }
}
