//! An assessment: the readiness check as somebody has begun to answer it, with all that is kept of it.

use super::{
    answers::{Answer, Answers},
    definition::{Checklist, Dimension, Item},
    options::{Depth, Setup},
    step::Step,
    votes::VoteCounts,
};
use crate::domain::calendar::Day;
use std::collections::BTreeMap;

/// More actions than this are a wish list.
pub const MOST_ACTIONS: usize = 3;

/// Something that was agreed to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub text: String,
    /// Who sees to it: an office or a role.
    pub who: String,
    /// Until when, as it was entered; a day once it is one.
    pub by: String,
    /// Whether it is done.
    pub done: bool,
}

impl Action {
    /// Until when, if that is a day.
    pub fn day(&self) -> Option<Day> {
        Day::parse(&self.by)
    }

    /// Whether what was entered as the day is none.
    pub fn day_is_none(&self) -> bool {
        !self.by.trim().is_empty() && self.day().is_none()
    }

    /// Whether nothing has been entered: a tick alone says nothing.
    pub fn is_empty(&self) -> bool {
        [&self.text, &self.who, &self.by].iter().all(|part| part.trim().is_empty())
    }
}

/// An assessment, as far as it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Tells it from others on this phone.
    pub id: String,
    /// What was settled before the first item.
    pub setup: Setup,
    /// The day it was begun.
    pub started: Option<Day>,
    /// The day of the last answer.
    pub changed: Option<Day>,
    /// The answers.
    pub answers: Answers,
    /// Item id → why the answer is low.
    pub why: BTreeMap<String, String>,
    /// Item id → raised hands, in a hall.
    pub votes: BTreeMap<String, VoteCounts>,
    /// What was agreed to be done, at most [`MOST_ACTIONS`].
    pub plan: Vec<Action>,
    /// When to look again, where the person has changed the day that is proposed.
    pub again: Option<Day>,
    /// The screen that was shown last, so that the check can be resumed.
    pub at: Option<Step>,
}

impl Assessment {
    /// The items that are asked, with their dimensions, in order.
    pub fn items<'a>(&self, list: &'a Checklist) -> Vec<(&'a Dimension, &'a Item)> {
        list.asked(self.setup.depth)
    }

    /// How many of them have an answer.
    pub fn answered(&self, list: &Checklist) -> usize {
        let has = |(_, item): &&(&Dimension, &Item)| self.answers.items.contains_key(&item.id);
        self.items(list).iter().filter(has).count()
    }

    /// The items that were answered with "don't know", with their dimensions.
    pub fn unknown<'a>(&self, list: &'a Checklist) -> Vec<(&'a Dimension, &'a Item)> {
        let mut items = self.items(list);
        items.retain(|(_, item)| self.answers.items.get(&item.id) == Some(&Answer::Unknown));
        items
    }

    /// Takes an answer that a person gave. What hands said before no longer counts.
    pub fn answer(&mut self, item: &str, answer: Answer) {
        self.answers.items.insert(item.to_owned(), answer);
        self.votes.remove(item);
    }

    /// Takes the hands that were raised for an item, and what they mean for the room. When all are taken down, the item
    /// is open again; what a person answered before stays.
    pub fn record_votes(&mut self, item: &str, votes: VoteCounts) {
        if let Some(answer) = votes.median() {
            self.answers.items.insert(item.to_owned(), answer);
            self.votes.insert(item.to_owned(), votes);
        } else if self.votes.contains_key(item) {
            self.answers.items.remove(item);
            self.votes.remove(item);
        }
    }

    /// Why the answer to an item is low; nothing once it no longer is.
    pub fn why(&self, item: &str) -> Option<&str> {
        let is_low = self.answers.items.get(item).is_some_and(|answer| answer.is_low());
        self.why.get(item).filter(|_| is_low).map(String::as_str)
    }

    /// Whether every warning sign has an answer.
    pub fn flags_answered(&self, list: &Checklist) -> bool {
        list.flags.iter().all(|flag| self.answers.flags.contains_key(&flag.id))
    }

    /// Whether both asked the same in the same words, so that points can be compared.
    pub fn asks_as(&self, other: &Self) -> bool {
        self.setup.depth == other.setup.depth && self.setup.stage() == other.setup.stage()
    }

    /// Whether it is the same check, wherever it was taken up and whatever screen was left.
    pub fn is_same(&self, other: &Self) -> bool {
        let bare = |assessment: &Self| Self { id: String::new(), at: None, ..assessment.clone() };
        bare(self) == bare(other)
    }

    /// When to look again: the day that was chosen, or after a quick check three months on, after a full one six. (Two
    /// to three months for a light look and six to twelve for a full one is GNDR's and TPI's advice, "Partnership
    /// health check".)
    pub fn look_again(&self) -> Option<Day> {
        let months = match self.setup.depth {
            Depth::Quick => 3,
            Depth::Full => 6,
        };
        self.again.or_else(|| Some(self.changed?.months_later(months)))
    }

    /// What was agreed, without empty lines.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.plan.iter().filter(|action| !action.is_empty())
    }

    /// How many of what was agreed is neither done nor has a day, and so stands in no calendar.
    pub fn undated(&self) -> usize {
        self.actions().filter(|action| !action.done && action.day().is_none()).count()
    }

    /// Puts all of these actions into the plan, or none where they have no room together; says whether they are there now.
    pub fn plan_all(&mut self, texts: &[&str]) -> bool {
        let before = self.plan.clone();
        let is_kept = texts.iter().all(|text| self.plan(text));
        if !is_kept {
            self.plan = before;
        }
        is_kept
    }

    /// Puts an action where there is room, unless it is there already; says whether it is there now.
    pub fn plan(&mut self, text: &str) -> bool {
        if self.plan.iter().any(|action| action.text == text) {
            return true;
        }
        let new = Action { text: text.to_owned(), ..Action::default() };
        if let Some(free) = self.plan.iter_mut().find(|action| action.is_empty()) {
            *free = new;
        } else if self.plan.len() < MOST_ACTIONS {
            self.plan.push(new);
        } else {
            return false;
        }
        true
    }

    /// The line of the plan with this number, from 0, made if need be.
    pub fn action(&mut self, number: usize) -> Option<&mut Action> {
        if number < MOST_ACTIONS && self.plan.len() <= number {
            self.plan.resize(number + 1, Action::default());
        }
        self.plan.get_mut(number)
    }
}
