//! What a person has answered.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An answer on the evidence-anchored scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub enum Answer {
    /// 0 (not yet) to 3 (yes, we can show it).
    Degree(u8),
    /// "Don't know": unknown, never nought.
    Unknown,
    /// "Does not apply": left out.
    NotApplicable,
}

impl Answer {
    /// The id that stands in `checklist.json`, in saved answers and on the screen's controls.
    pub fn id(self) -> &'static str {
        match self {
            Self::Degree(0) => "0",
            Self::Degree(1) => "1",
            Self::Degree(2) => "2",
            Self::Degree(_) => "3",
            Self::Unknown => "?",
            Self::NotApplicable => "-",
        }
    }

    /// Whether one may ask why: nothing has been done, or only begun.
    pub fn is_low(self) -> bool {
        matches!(self, Self::Degree(0 | 1))
    }

    /// The answer with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "0" => Some(Self::Degree(0)),
            "1" => Some(Self::Degree(1)),
            "2" => Some(Self::Degree(2)),
            "3" => Some(Self::Degree(3)),
            "?" => Some(Self::Unknown),
            "-" => Some(Self::NotApplicable),
            _ => None,
        }
    }
}

impl From<Answer> for String {
    fn from(answer: Answer) -> Self {
        answer.id().to_owned()
    }
}

impl TryFrom<String> for Answer {
    type Error = &'static str;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        Self::from_id(&id).ok_or("is no answer of the scale")
    }
}

/// Everything answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Item id → answer.
    pub items: BTreeMap<String, Answer>,
    /// Red flag id → whether it is so.
    pub flags: BTreeMap<String, bool>,
}

impl Answers {
    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.flags.is_empty()
    }
}
