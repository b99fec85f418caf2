//! Version 2: any number of checks, each with its setup, answers and plan.
//!
//! Names and ids in it never change: older versions of the app and the files of partners hold them.

use super::{
    super::{
        answers::{Answer, Answers},
        assessment::{Action, Assessment, MOST_ACTIONS},
        options::{AnswerMode, Depth, QuestionLayout, RespondentRole, Setup, Stage},
        step::Step,
        votes::VoteCounts,
    },
    lenient,
};
use crate::domain::calendar::Day;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{collections::BTreeMap, ops::Not};

/// What stands in `version`.
pub(super) const VERSION: u64 = 2;

/// The whole text. `C`: a check as [`AssessmentV2`], or as JSON while each is still to be read by itself.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SavedV2<C> {
    version: u64,
    checks: Vec<C>,
}

/// One check.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AssessmentV2 {
    id: Text,
    #[serde(skip_serializing_if = "Text::is_empty")]
    name: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<Stage>,
    depth: Depth,
    #[serde(skip_serializing_if = "Option::is_none")]
    seat: Option<RespondentRole>,
    manner: AnswerMode,
    pace: QuestionLayout,
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
    hands: BTreeMap<String, VoteCounts>,
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

impl SavedV2<AssessmentV2> {
    /// The text that holds these checks.
    pub(super) fn of<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Self {
        Self { version: VERSION, checks: assessments.into_iter().map(AssessmentV2::of).collect() }
    }
}

impl SavedV2<Value> {
    /// The checks. `lost`: takes the paths of what is not understood.
    pub(super) fn into_assessments(self, lost: &mut Vec<String>) -> Vec<Assessment> {
        let mut assessments = Vec::new();
        for (number, assessment) in self.checks.into_iter().enumerate() {
            let path = ["checks.", &number.to_string()].concat();
            if let Some(mut assessment) = lenient::read::<AssessmentV2>(assessment, &path, lost) {
                if assessment.plan.len() > MOST_ACTIONS {
                    assessment.plan.truncate(MOST_ACTIONS);
                    lost.push([&path, ".plan"].concat());
                }
                assessments.push(assessment.into_assessment());
            }
        }
        assessments
    }
}

impl AssessmentV2 {
    fn of(assessment: &Assessment) -> Self {
        let setup = &assessment.setup;
        let text = |text: &String| Text(text.clone());
        Self {
            id: text(&assessment.id),
            name: text(&setup.name),
            stage: setup.stage,
            depth: setup.depth,
            seat: setup.role,
            manner: setup.mode,
            pace: setup.layout,
            started: assessment.started,
            changed: assessment.changed,
            again: assessment.again,
            at: assessment.at.clone().map(StepId),
            items: assessment.answers.items.clone(),
            flags: assessment.answers.flags.clone(),
            why: assessment.why.iter().map(|(id, why)| (id.clone(), text(why))).collect(),
            hands: assessment.votes.clone(),
            plan: assessment.plan.iter().map(ActionV2::of).collect(),
        }
    }

    fn into_assessment(self) -> Assessment {
        Assessment {
            id: self.id.0,
            setup: Setup {
                name: self.name.0,
                stage: self.stage,
                depth: self.depth,
                role: self.seat,
                mode: self.manner,
                layout: self.pace,
            },
            started: self.started,
            changed: self.changed,
            again: self.again,
            // An id that is empty says no more than none.
            at: self.at.map(|at| at.0).filter(|step| *step != Step::Start),
            answers: Answers { items: self.items, flags: self.flags },
            why: self.why.into_iter().map(|(id, why)| (id, why.0)).collect(),
            votes: self.hands,
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
