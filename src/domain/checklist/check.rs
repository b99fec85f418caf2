//! A check that somebody has begun, with all that is kept of it.

use super::{
    answers::{Answer, Answers},
    definition::{Checklist, Dimension, Item},
    hands::Hands,
};
use crate::domain::{calendar::Day, route::Step};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, ops::Range};

/// More actions than this are a wish list.
pub const MOST_ACTIONS: usize = 3;

/// A closed list of choices, each with the id that is kept and stands on the screen's controls.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $choice:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
        pub enum $name { $($(#[$of])* #[serde(rename = $id)] $choice),+ }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &[Self] = &[$(Self::$choice),+];

            /// Never changes meaning.
            pub fn id(self) -> &'static str {
                match self { $(Self::$choice => $id),+ }
            }

            /// The choice with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.id() == id)
            }
        }
    };
}

choices! {
    /// Whether the two sides work together already; the wording follows it.
    Stage {
        /// Not yet.
        Before = "before",
        /// Already.
        Together = "together",
    }
}

choices! {
    /// How much is asked.
    #[derive(Default)]
    Depth {
        /// The first item of each dimension.
        #[default]
        Quick = "quick",
        /// Every item.
        Full = "full",
    }
}

choices! {
    /// Who answers.
    Seat {
        /// A civil society organisation or initiative group.
        Group = "group",
        /// The government side: ayil okmot, city office, deputies.
        Office = "office",
        /// Residents.
        Residents = "residents",
    }
}

choices! {
    /// How the answers are given.
    #[derive(Default)]
    Manner {
        /// By one person, or by several who agree.
        #[default]
        Person = "person",
        /// By raised hands in a hall.
        Hall = "hall",
    }
}

choices! {
    /// How much stands on one screen.
    #[derive(Default)]
    Pace {
        /// One item.
        #[default]
        Item = "item",
        /// All items of a group.
        Part = "part",
    }
}

/// What is settled before the first item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// What the person calls the check; may be empty.
    pub name: String,
    /// Whether the two sides work together already.
    pub stage: Option<Stage>,
    /// How much is asked.
    pub depth: Depth,
    /// Who answers.
    pub seat: Option<Seat>,
    /// How the answers are given.
    pub manner: Manner,
    /// How much stands on one screen.
    pub pace: Pace,
}

impl Setup {
    /// The stage whose wording is used. A check begun without asking reads as among people who work together.
    pub fn stage(&self) -> Stage {
        self.stage.unwrap_or(Stage::Together)
    }

    /// Takes one choice, by the names and ids that stand on the screen's controls; what is none changes nothing.
    pub fn choose(&mut self, name: &str, value: &str) {
        match name {
            "name" => value.clone_into(&mut self.name),
            "stage" => self.stage = Stage::from_id(value).or(self.stage),
            "seat" => self.seat = Seat::from_id(value).or(self.seat),
            "depth" => self.depth = Depth::from_id(value).unwrap_or(self.depth),
            "manner" => self.manner = Manner::from_id(value).unwrap_or(self.manner),
            "pace" => self.pace = Pace::from_id(value).unwrap_or(self.pace),
            _ => {}
        }
    }

    /// Whether hands are counted.
    pub fn in_hall(&self) -> bool {
        self.manner == Manner::Hall
    }
}

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

/// A check, as far as it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
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
    pub hands: BTreeMap<String, Hands>,
    /// What was agreed to be done, at most [`MOST_ACTIONS`].
    pub plan: Vec<Action>,
    /// When to look again, where the person has changed the day that is proposed.
    pub again: Option<Day>,
    /// Where the person was last: what stands behind `#/check/` in the address.
    pub at: String,
}

impl Check {
    /// The items that are asked, with their dimensions, in order.
    pub fn items<'a>(&self, list: &'a Checklist) -> Vec<(&'a Dimension, &'a Item)> {
        list.asked(self.setup.depth)
    }

    /// How many of them have an answer.
    pub fn answered(&self, list: &Checklist) -> usize {
        let has = |(_, item): &&(&Dimension, &Item)| self.answers.items.contains_key(&item.id);
        self.items(list).iter().filter(has).count()
    }

    /// The number of the first one without an answer, from 1; `None` when all have one.
    pub fn next_open(&self, list: &Checklist) -> Option<usize> {
        let open = |(_, item): &(&Dimension, &Item)| !self.answers.items.contains_key(&item.id);
        self.items(list).iter().position(open).map(|place| place + 1)
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
        self.hands.remove(item);
    }

    /// Takes the hands that were raised for an item, and what they mean for the room. When all are taken down, the item
    /// is open again; what a person answered before stays.
    pub fn raise(&mut self, item: &str, hands: Hands) {
        if let Some(answer) = hands.answer() {
            self.answers.items.insert(item.to_owned(), answer);
            self.hands.insert(item.to_owned(), hands);
        } else if self.hands.contains_key(item) {
            self.answers.items.remove(item);
            self.hands.remove(item);
        }
    }

    /// Why the answer to an item is low; nothing once it no longer is.
    pub fn why(&self, item: &str) -> Option<&str> {
        let is_low = self.answers.items.get(item).is_some_and(|answer| answer.is_low());
        self.why.get(item).filter(|_| is_low).map(String::as_str)
    }

    /// The screen on which the item of this number, from 1, is asked. A hall has one statement at a time.
    pub fn screen(&self, list: &Checklist, number: usize) -> Step {
        let items = self.items(list);
        let item = items.get(number.saturating_sub(1));
        match item.filter(|_| self.setup.pace == Pace::Part && !self.setup.in_hall()) {
            None => Step::Question(number),
            Some((dimension, _)) => Step::Part(list.part_of(dimension)),
        }
    }

    /// The items on a screen, by their places among those that are asked; `None` for a screen that has none.
    pub fn shown(&self, list: &Checklist, step: &Step) -> Option<Range<usize>> {
        let items = self.items(list);
        let shown = match step {
            Step::Question(number) => number.checked_sub(1)?..*number,
            Step::Part(number) => {
                let group = list.part(*number)?;
                let own = |(of, _): &(&Dimension, &Item)| of.group == group.id;
                let from = items.iter().position(own)?;
                from..from + items.iter().filter(|item| own(item)).count()
            }
            _ => return None,
        };
        items.get(shown.clone()).map(|_| shown)
    }

    /// Whether every warning sign has an answer.
    pub fn flags_answered(&self, list: &Checklist) -> bool {
        list.flags.iter().all(|flag| self.answers.flags.contains_key(&flag.id))
    }

    /// Where the check goes on: where the person was last, else at the first thing without an answer.
    pub fn way_in(&self, list: &Checklist) -> Step {
        let left = Step::at(&self.at).filter(|step| self.shown(list, step).is_some());
        match (left, self.next_open(list)) {
            (Some(step), Some(_)) => step,
            (None, Some(number)) => self.screen(list, number),
            (_, None) if !self.flags_answered(list) => Step::Flags,
            (_, None) => Step::Review,
        }
    }

    /// Whether both asked the same in the same words, so that points can be compared.
    pub fn asks_as(&self, other: &Self) -> bool {
        self.setup.depth == other.setup.depth && self.setup.stage() == other.setup.stage()
    }

    /// Whether it is the same check, wherever it was taken up and whatever screen was left.
    pub fn is_same(&self, other: &Self) -> bool {
        let bare = |check: &Self| Self { id: String::new(), at: String::new(), ..check.clone() };
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

/// What is not settled yet when a check is to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// Whether the two sides work together already.
    Stage,
    /// Who answers.
    Seat,
}

impl Setup {
    /// What must be settled before the first item.
    pub fn unsettled(&self) -> Vec<Unsettled> {
        let stage = self.stage.is_none().then_some(Unsettled::Stage);
        let seat = self.seat.is_none().then_some(Unsettled::Seat);
        stage.into_iter().chain(seat).collect()
    }
}
