//! Checks as text: kept on the phone, taken along as a file, and read again.
//!
//! Old versions open for ever; each has a kept fixture in `tests/fixtures/`. What cannot be read is told, so that the
//! text it stood in can be set aside: nothing is dropped silently.

use super::{
    calendar::Day,
    checklist::{
        answers::Answer,
        check::{Action, Check, Depth, MOST_ACTIONS, Manner, Pace, Seat, Setup, Shelf, Stage},
        hands::Hands,
    },
    keyed::Keyed,
    node::write_text,
};
use hifijson::{
    SliceLexer,
    token::Lex as _,
    value::{self, Value},
};
use std::borrow::Cow;

/// The name under which checks are kept on the phone.
pub const KEY: &str = "ashar.check";

/// The name under which unreadable checks are kept, until the person fetches or erases them.
pub const SET_ASIDE: &str = "ashar.check.set-aside";

/// The version that [`write()`] writes.
const VERSION: &str = "2";

/// The id of the one check that version 1 knew.
const FIRST: &str = "1";

/// How deep our own format is nested; what is deeper is not ours.
const DEPTH: usize = 6;

/// What reading a text gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What was understood.
    pub shelf: Shelf,
    /// Where something stood that was not, as `checks.0.items.trust-1`; the text should be set aside.
    pub lost: Vec<String>,
}

/// Why nothing of a text could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no JSON, or cut off.
    Broken,
    /// It is JSON of something else.
    Foreign,
    /// A version of this app wrote it that is newer than this one.
    Newer,
}

/// Writes checks.
pub fn write<'a>(checks: impl IntoIterator<Item = &'a Check>) -> String {
    let checks = list(checks.into_iter().map(check));
    object([("version", VERSION.to_owned()), ("checks", checks)])
}

fn check(check: &Check) -> String {
    let Check { setup, .. } = check;
    let day = |day: Option<Day>| maybe(&day.map(Day::written).unwrap_or_default());
    let items = check.answers.items.iter().map(|(id, answer)| (id, text(answer.id())));
    let flags = check.answers.flags.iter().map(|(id, so)| (id, truth(*so)));
    let why = check.why.iter().map(|(id, why)| (id, text(why)));
    let counts = |hands: &Hands| list(hands.0.iter().map(ToString::to_string));
    let hands = check.hands.iter().map(|(id, hands)| (id, counts(hands)));
    let action = |action: &Action| {
        let done = if action.done { truth(true) } else { String::new() };
        let (what, who, by) = (maybe(&action.text), maybe(&action.who), maybe(&action.by));
        object([("text", what), ("who", who), ("by", by), ("done", done)])
    };
    object([
        ("id", text(&check.id)),
        ("name", maybe(&setup.name)),
        ("stage", maybe(setup.stage.map(Stage::id).unwrap_or_default())),
        ("depth", text(setup.depth.id())),
        ("seat", maybe(setup.seat.map(Seat::id).unwrap_or_default())),
        ("manner", text(setup.manner.id())),
        ("pace", text(setup.pace.id())),
        ("started", day(check.started)),
        ("changed", day(check.changed)),
        ("again", day(check.again)),
        ("at", maybe(&check.at)),
        ("items", object(items)),
        ("flags", object(flags)),
        ("why", object(why)),
        ("hands", object(hands)),
        ("plan", list(check.plan.iter().map(action))),
    ])
}

/// A text as JSON.
fn text(text: &str) -> String {
    let mut out = String::new();
    write_text(text, &mut out);
    out
}

/// A text as JSON, or nothing for an empty one.
fn maybe(value: &str) -> String {
    if value.is_empty() { String::new() } else { text(value) }
}

fn truth(so: bool) -> String {
    if so { "true" } else { "false" }.to_owned()
}

/// A list of values that are JSON already.
fn list(values: impl Iterator<Item = String>) -> String {
    ["[", &values.collect::<Vec<_>>().join(","), "]"].concat()
}

/// An object of values that are JSON already; those that are empty are left out.
fn object<'a>(fields: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let fields = fields.map(|(name, value)| [text(name), value].join(":"));
    ["{", &fields.collect::<Vec<_>>().join(","), "}"].concat()
}

/// Reads what an earlier visit, or another phone, wrote.
///
/// # Errors
/// When nothing of it can be used.
pub fn read(text: &str) -> Result<Read, Unreadable> {
    let saved = SliceLexer::new(text.as_bytes())
        .exactly_one(SliceLexer::ws_peek, |next, lexer| value::parse_bounded(DEPTH, next, lexer));
    let Ok(saved) = saved else { return Err(Unreadable::Broken) };
    let Value::Object(saved) = saved else { return Err(Unreadable::Foreign) };
    let mut lost = Vec::new();
    let mut file = Fields { at: String::new(), left: saved, lost: &mut lost };
    let checks = match file.take("version") {
        Some(Value::Number(("1", _))) if file.has("items") && file.has("flags") => {
            let answered = file.check(FIRST);
            // What is kept of nothing is nothing.
            if answered.answers.is_empty() { Vec::new() } else { vec![answered] }
        }
        Some(Value::Number((VERSION, _))) => {
            let Some(Value::Array(checks)) = file.take("checks") else {
                return Err(Unreadable::Foreign);
            };
            file.each("checks", checks, |fields| {
                let id = fields.text("id");
                fields.check(&id)
            })
        }
        Some(Value::Number((version, _))) if version.parse().is_ok_and(|known: u32| known > 2) => {
            return Err(Unreadable::Newer);
        }
        _ => return Err(Unreadable::Foreign),
    };
    file.end();
    let mut shelf = Shelf::default();
    for check in checks {
        shelf.adopt(check);
    }
    Ok(Read { shelf, lost })
}

type Json<'a> = Value<&'a str, Cow<'a, str>>;

/// An object being read. What is not understood is noted.
struct Fields<'a, 'l> {
    /// Where it stands.
    at: String,
    /// What nobody has asked for yet.
    left: Vec<(Cow<'a, str>, Json<'a>)>,
    lost: &'l mut Vec<String>,
}

impl<'a> Fields<'a, '_> {
    fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(known, _)| known == name)
    }

    fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let place = self.left.iter().position(|(known, _)| known == name)?;
        Some(self.left.swap_remove(place).1)
    }

    fn lose(&mut self, name: &str) {
        self.lost.push(self.place(name));
    }

    /// Where a field stands.
    fn place(&self, name: &str) -> String {
        if self.at.is_empty() { name.to_owned() } else { [&self.at, ".", name].concat() }
    }

    /// A field in a form that is understood; nothing where it is absent.
    fn read<T>(&mut self, name: &str, read: impl FnOnce(&Json<'a>) -> Option<T>) -> Option<T> {
        let value = self.take(name)?;
        let read = read(&value);
        if read.is_none() {
            self.lose(name);
        }
        read
    }

    fn text(&mut self, name: &str) -> String {
        let text = |value: &Json<'a>| Some(said(value)?.to_owned());
        self.read(name, text).unwrap_or_default()
    }

    /// A field whose text stands for something.
    fn known<T>(&mut self, name: &str, known: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        self.read(name, |value| known(said(value)?))
    }

    /// Every field of an object that is understood.
    fn map<T>(&mut self, name: &str, read: impl Fn(&Json<'a>) -> Option<T>) -> Keyed<T> {
        let mut map = Keyed::default();
        match self.take(name) {
            None => {}
            Some(Value::Object(fields)) => {
                for (id, value) in fields {
                    match read(&value) {
                        Some(value) => map.put(id.into_owned(), value),
                        None => self.lose(&[name, ".", &id].concat()),
                    }
                }
            }
            Some(_) => self.lose(name),
        }
        map
    }

    /// Every object of a list.
    fn each<T>(
        &mut self,
        name: &str,
        values: Vec<Json<'a>>,
        read: impl Fn(&mut Fields<'a, '_>) -> T,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for (number, value) in values.into_iter().enumerate() {
            let name = [name, ".", &number.to_string()].concat();
            match value {
                Value::Object(left) => {
                    let at = self.place(&name);
                    let mut fields = Fields { at, left, lost: &mut *self.lost };
                    found.push(read(&mut fields));
                    fields.end();
                }
                _ => self.lose(&name),
            }
        }
        found
    }

    fn check(&mut self, id: &str) -> Check {
        let hands = |value: &Json<'a>| {
            let Value::Array(counts) = value else { return None };
            let count = |value: &Json<'a>| match value {
                Value::Number((digits, _)) => digits.parse().ok(),
                _ => None,
            };
            let counts: Option<Vec<u16>> = counts.iter().map(count).collect();
            Some(Hands(counts?.try_into().ok()?))
        };
        let default = Setup::default();
        let mut check = Check {
            id: id.to_owned(),
            setup: Setup {
                name: self.text("name"),
                stage: self.known("stage", Stage::from_id),
                depth: self.known("depth", Depth::from_id).unwrap_or(default.depth),
                seat: self.known("seat", Seat::from_id),
                manner: self.known("manner", Manner::from_id).unwrap_or(default.manner),
                pace: self.known("pace", Pace::from_id).unwrap_or(default.pace),
            },
            started: self.known("started", Day::parse),
            changed: self.known("changed", Day::parse),
            again: self.known("again", Day::parse),
            at: self.text("at"),
            why: self.map("why", |why| Some(said(why)?.to_owned())),
            hands: self.map("hands", hands),
            ..Check::default()
        };
        check.answers.items = self.map("items", |answer| Answer::from_id(said(answer)?));
        check.answers.flags = self.map("flags", truly);
        match self.take("plan") {
            None => {}
            Some(Value::Array(plan)) => {
                check.plan = self.each("plan", plan, |fields| Action {
                    text: fields.text("text"),
                    who: fields.text("who"),
                    by: fields.text("by"),
                    done: fields.read("done", truly).unwrap_or_default(),
                });
                if check.plan.len() > MOST_ACTIONS {
                    check.plan.truncate(MOST_ACTIONS);
                    self.lose("plan");
                }
            }
            Some(_) => self.lose("plan"),
        }
        check
    }

    /// Notes every field that nobody asked for.
    fn end(&mut self) {
        for (name, _) in std::mem::take(&mut self.left) {
            self.lose(&name);
        }
    }
}

fn said<'v>(value: &'v Json<'_>) -> Option<&'v str> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn truly(value: &Json<'_>) -> Option<bool> {
    match value {
        Value::Bool(so) => Some(*so),
        _ => None,
    }
}
