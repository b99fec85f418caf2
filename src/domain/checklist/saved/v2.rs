//! Version 2: any number of checks, each with its setup, answers and plan.
//!
//! Names and ids in it never change: older versions of the app and the files of partners hold them.

use super::{
    super::{
        answers::{Answer, Answers},
        check::{Action, Check, MOST_ACTIONS},
        hands::Hands,
        options::{Depth, Manner, Pace, Seat, Setup, Stage},
        step::Step,
    },
    lenient,
};
use crate::domain::calendar::Day;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{collections::BTreeMap, ops::Not};

/// What stands in `version`.
pub(super) const VERSION: u64 = 2;

/// The whole text. `C`: a check as [`CheckV2`], or as JSON while each is still to be read by itself.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SavedV2<C> {
    version: u64,
    checks: Vec<C>,
}

/// One check.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CheckV2 {
    id: Text,
    #[serde(skip_serializing_if = "Text::is_empty")]
    name: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    depth: Depth,
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<Seat>,
    manner: Manner,
    pace: Pace,
    #[serde(skip_serializing_if = "Option::is_none")]
    started: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    again: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<StepId>,
    items: BTreeMap<String, Answer>,
    flags: BTreeMap<String, bool>,
    why: BTreeMap<String, Text>,
    hands: BTreeMap<String, Hands>,
    #[serde(deserialize_with = "lenient::objects")]
    plan: Vec<ActionV2>,
}

/// One line of the plan.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
struct ActionV2 {
    #[serde(skip_serializing_if = "Text::is_empty")]
    text: Text,
    #[serde(skip_serializing_if = "Text::is_empty")]
    who: Text,
    #[serde(skip_serializing_if = "Text::is_empty")]
    by: Text,
    #[serde(skip_serializing_if = "Not::not")]
    done: bool,
}

/// A text that somebody typed. A longer one than the fields of the screens take did not come from them, and is refused.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(try_from = "String")]
struct Text(String);

impl Text {
    /// In bytes.
    const LONGEST: usize = 1200;

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl TryFrom<String> for Text {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len() <= Self::LONGEST { Ok(Self(text)) } else { Err("is too long") }
    }
}

/// A step by its id.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
struct StepId(Step);

impl From<StepId> for String {
    fn from(step: StepId) -> Self {
        step.0.id()
    }
}

impl TryFrom<String> for StepId {
    type Error = &'static str;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        Step::from_id(&id).map(Self).ok_or("is no step of the check")
    }
}

impl SavedV2<CheckV2> {
    /// The text that holds these checks.
    pub(super) fn of<'a>(checks: impl IntoIterator<Item = &'a Check>) -> Self {
        Self { version: VERSION, checks: checks.into_iter().map(CheckV2::of).collect() }
    }
}

impl SavedV2<Value> {
    /// The checks. `lost`: takes the paths of what is not understood.
    pub(super) fn into_checks(self, lost: &mut Vec<String>) -> Vec<Check> {
        let mut checks = Vec::new();
        for (number, check) in self.checks.into_iter().enumerate() {
            let path = ["checks.", &number.to_string()].concat();
            if let Some(mut check) = lenient::read::<CheckV2>(check, &path, lost) {
                if check.plan.len() > MOST_ACTIONS {
                    check.plan.truncate(MOST_ACTIONS);
                    lost.push([&path, ".plan"].concat());
                }
                checks.push(check.into_check());
            }
        }
        checks
    }
}

impl CheckV2 {
    fn of(check: &Check) -> Self {
        let setup = &check.setup;
        let text = |text: &String| Text(text.clone());
        Self {
            id: text(&check.id),
            name: text(&setup.name),
            stage: setup.stage,
            depth: setup.depth,
            seat: setup.seat,
            manner: setup.manner,
            pace: setup.pace,
            started: check.started,
            changed: check.changed,
            again: check.again,
            at: check.at.clone().map(StepId),
            items: check.answers.items.clone(),
            flags: check.answers.flags.clone(),
            why: check.why.iter().map(|(id, why)| (id.clone(), text(why))).collect(),
            hands: check.hands.clone(),
            plan: check.plan.iter().map(ActionV2::of).collect(),
        }
    }

    fn into_check(self) -> Check {
        Check {
            id: self.id.0,
            setup: Setup {
                name: self.name.0,
                stage: self.stage,
                depth: self.depth,
                seat: self.seat,
                manner: self.manner,
                pace: self.pace,
            },
            started: self.started,
            changed: self.changed,
            again: self.again,
            // An id that is empty says no more than none.
            at: self.at.map(|at| at.0).filter(|step| *step != Step::Start),
            answers: Answers { items: self.items, flags: self.flags },
            why: self.why.into_iter().map(|(id, why)| (id, why.0)).collect(),
            hands: self.hands,
            plan: self.plan.into_iter().map(ActionV2::into_action).collect(),
        }
    }
}

impl ActionV2 {
    fn of(action: &Action) -> Self {
        let text = |text: &String| Text(text.clone());
        Self {
            text: text(&action.text),
            who: text(&action.who),
            by: text(&action.by),
            done: action.done,
        }
    }

    fn into_action(self) -> Action {
        Action { text: self.text.0, who: self.who.0, by: self.by.0, done: self.done }
    }
}
