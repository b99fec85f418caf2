//! Checks as text: kept on the phone, taken along as a file, and read again.
//!
//! Old versions open for ever; each has a kept fixture in `tests/fixtures/`. What cannot be read is told, so that the
//! text it stood in can be set aside: nothing is dropped silently.

use super::{
    calendar::Day,
    checklist::{
        answers::Answer,
        check::{Action, Check, Depth, MOST_ACTIONS, Manner, Pace, Seat, Setup, Stage},
        hands::Hands,
        shelf::{MOST_CHECKS, Shelf},
    },
    keyed::Keyed,
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
    let mut out = Out("{\"version\":".to_owned());
    out.0.push_str(VERSION);
    out.open("checks", '[');
    for known in checks {
        out.next();
        check(known, &mut out);
    }
    out.0.push_str("]}");
    out.0
}

fn check(check: &Check, out: &mut Out) {
    let setup = &check.setup;
    out.0.push('{');
    out.text("id", &check.id);
    out.maybe("name", &setup.name);
    out.maybe("stage", setup.stage.map(Stage::id).unwrap_or_default());
    out.text("depth", setup.depth.id());
    out.maybe("seat", setup.seat.map(Seat::id).unwrap_or_default());
    out.text("manner", setup.manner.id());
    out.text("pace", setup.pace.id());
    for (name, day) in
        [("started", check.started), ("changed", check.changed), ("again", check.again)]
    {
        out.maybe(name, &day.map(Day::written).unwrap_or_default());
    }
    out.maybe("at", &check.at);
    out.open("items", '{');
    for (id, answer) in check.answers.items.iter() {
        out.text(id, answer.id());
    }
    out.0.push('}');
    out.open("flags", '{');
    for (id, so) in check.answers.flags.iter() {
        out.bare(id, if *so { "true" } else { "false" });
    }
    out.0.push('}');
    out.open("why", '{');
    for (id, why) in check.why.iter() {
        out.text(id, why);
    }
    out.0.push('}');
    out.open("hands", '{');
    for (id, hands) in check.hands.iter() {
        out.open(id, '[');
        for count in hands.0 {
            out.next();
            out.0.push_str(&count.to_string());
        }
        out.0.push(']');
    }
    out.0.push('}');
    out.open("plan", '[');
    for action in &check.plan {
        out.next();
        out.0.push('{');
        out.maybe("text", &action.text);
        out.maybe("who", &action.who);
        out.maybe("by", &action.by);
        if action.done {
            out.bare("done", "true");
        }
        out.0.push('}');
    }
    out.0.push_str("]}");
}

/// JSON being written.
struct Out(String);

impl Out {
    /// Parts what comes from what stands before it.
    fn next(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    /// A field whose value is JSON already.
    fn bare(&mut self, name: &str, value: &str) {
        self.next();
        write_text(name, &mut self.0);
        self.0.push(':');
        self.0.push_str(value);
    }

    /// A field that is a list or an object, as far as its bracket.
    fn open(&mut self, name: &str, bracket: char) {
        self.bare(name, "");
        self.0.push(bracket);
    }

    fn text(&mut self, name: &str, value: &str) {
        self.bare(name, "");
        write_text(value, &mut self.0);
    }

    /// A text that is left out where it is empty.
    fn maybe(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.text(name, value);
        }
    }
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
    if checks.len() > MOST_CHECKS {
        lost.push("checks".to_owned());
    }
    let mut shelf = Shelf::default();
    for check in checks {
        shelf.add(check);
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
        self.read(name, typed).unwrap_or_default()
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
            why: self.map("why", typed),
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

/// A text that somebody typed. The fields of the screens take no longer ones.
fn typed(value: &Json<'_>) -> Option<String> {
    const LONGEST: usize = 1200;
    Some(said(value)?.to_owned()).filter(|text| text.len() <= LONGEST)
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

/// Writes a text as JSON has it (RFC 8259, section 7).
fn write_text(text: &str, out: &mut String) {
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
