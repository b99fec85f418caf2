//! Version 1: the answers of the one quick check that there was.

use super::super::{
    answers::{Answer, Answers},
    assessment::Assessment,
};
use serde::{Deserialize, de::IgnoredAny};
use std::collections::BTreeMap;

/// The id that the check has today.
const ID: &str = "1";

/// The whole text.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SavedV1 {
    #[serde(rename = "version")]
    _version: IgnoredAny,
    /// Item id → answer.
    items: BTreeMap<String, Answer>,
    /// Red flag id → whether it is so.
    flags: BTreeMap<String, bool>,
}

impl SavedV1 {
    /// The check; `None` where nothing was answered.
    pub(super) fn into_assessment(self) -> Option<Assessment> {
        let answers = Answers { items: self.items, flags: self.flags };
        let assessment = Assessment { id: ID.to_owned(), answers, ..Assessment::default() };
        (!assessment.answers.is_empty()).then_some(assessment)
    }
}
