//! Saved answers, as text: written, read again, and set aside when they cannot be read.
//!
//! Old versions open for ever; each has a kept fixture in `tests/fixtures/`.

use super::checklist::answers::{Answer, Answers};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name under which answers are kept on the phone.
pub const KEY: &str = "ashar.check";

/// The name under which unreadable answers are kept, until the person fetches or erases them.
pub const SET_ASIDE: &str = "ashar.check.set-aside";

#[derive(Deserialize, Serialize)]
struct SavedV1 {
    version: u32,
    items: BTreeMap<String, String>,
    flags: BTreeMap<String, bool>,
}

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

/// Writes the answers.
pub fn write(answers: &Answers) -> String {
    let saved = SavedV1 {
        version: 1,
        items: answers.items.iter().map(|(id, answer)| (id.clone(), answer.id().to_owned())).collect(),
        flags: answers.flags.clone(),
    };
    // Maps of text to text and to yes or no always serialise.
    serde_json::to_string(&saved).unwrap_or_default()
}

/// Reads what an earlier visit wrote.
pub fn read(text: &str) -> Read {
    let Ok(saved) = serde_json::from_str::<SavedV1>(text) else { return Read::Unreadable };
    if saved.version != 1 {
        return Read::Unreadable;
    }
    let count = saved.items.len();
    let items: BTreeMap<String, Answer> = saved
        .items
        .into_iter()
        .filter_map(|(id, answer)| Answer::from_id(&answer).map(|answer| (id, answer)))
        .collect();
    let whole = items.len() == count;
    let answers = Answers { items, flags: saved.flags };
    if whole { Read::Whole(answers) } else { Read::Partly(answers) }
}
