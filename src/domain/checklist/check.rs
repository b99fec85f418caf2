//! A check that somebody has begun, with all that is kept of it; and the shelf with all of them.

use super::{
    answers::{Answer, Answers},
    definition::{Checklist, Dimension, Item},
    hands::Hands,
};
use crate::domain::{calendar::Day, keyed::Keyed, saved::Unreadable};

/// More actions than this are a wish list.
pub const MOST_ACTIONS: usize = 3;

/// A closed list of choices, each with the id that is kept and stands on the screen's controls.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $choice:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$of])* $choice),+ }

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
    Depth {
        /// The first item of each dimension.
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
    Manner {
        /// By one person, or by several who agree.
        Person = "person",
        /// By raised hands in a hall.
        Hall = "hall",
    }
}

choices! {
    /// How much stands on one screen.
    Pace {
        /// One item.
        Item = "item",
        /// All items of a group.
        Part = "part",
    }
}

/// What is settled before the first item.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Default for Setup {
    fn default() -> Self {
        Self {
            name: String::new(),
            stage: None,
            depth: Depth::Quick,
            seat: None,
            manner: Manner::Person,
            pace: Pace::Item,
        }
    }
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

    /// Whether nothing has been entered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
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
    /// The day something in it last changed.
    pub changed: Option<Day>,
    /// The answers.
    pub answers: Answers,
    /// Item id → why the answer is low.
    pub why: Keyed<String>,
    /// Item id → raised hands, in a hall.
    pub hands: Keyed<Hands>,
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
        let has = |(_, item): &&(&Dimension, &Item)| self.answers.items.has(&item.id);
        self.items(list).iter().filter(has).count()
    }

    /// The number of the first one without an answer, from 1; `None` when all have one.
    pub fn next_open(&self, list: &Checklist) -> Option<usize> {
        let open = |(_, item): &(&Dimension, &Item)| !self.answers.items.has(&item.id);
        self.items(list).iter().position(open).map(|place| place + 1)
    }

    /// The items that were answered with "don't know", with their dimensions.
    pub fn unknown<'a>(&self, list: &'a Checklist) -> Vec<(&'a Dimension, &'a Item)> {
        let mut items = self.items(list);
        items.retain(|(_, item)| self.answers.items.get(&item.id) == Some(&Answer::Unknown));
        items
    }

    /// Takes the hands that were raised for an item, and what they mean for the room.
    pub fn raise(&mut self, item: &str, hands: Hands) {
        if let Some(answer) = hands.answer() {
            self.answers.items.put(item.to_owned(), answer);
            self.hands.put(item.to_owned(), hands);
        } else {
            self.answers.items.remove(item);
            self.hands.remove(item);
        }
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

    /// Puts an action where there is room; says whether there was.
    pub fn plan(&mut self, text: &str) -> bool {
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

/// Every check on this phone, in the order they were begun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf(pub Vec<Check>);

impl Shelf {
    /// The check with this id.
    pub fn get(&self, id: &str) -> Option<&Check> {
        self.0.iter().find(|check| check.id == id)
    }

    /// Puts a check in the place of the one with its id, or behind all others.
    pub fn put(&mut self, check: Check) {
        match self.0.iter_mut().find(|known| known.id == check.id) {
            Some(known) => *known = check,
            None => self.0.push(check),
        }
    }

    /// Takes a check off the shelf, or all of them.
    pub fn take(&mut self, id: Option<&str>) -> Vec<Check> {
        let taken = |check: &Check| id.is_none_or(|id| check.id == id);
        let (taken, left) = std::mem::take(&mut self.0).into_iter().partition(taken);
        self.0 = left;
        taken
    }

    /// The check that was changed last; of several on one day the one begun last.
    pub fn latest(&self) -> Option<&Check> {
        self.0.iter().max_by_key(|check| check.changed)
    }

    /// Takes up a check that came as a file, under an id that is free. One that is here already just so is left alone:
    /// says whether it was new.
    pub fn adopt(&mut self, mut check: Check) -> bool {
        if self.0.contains(&check) {
            return false;
        }
        while self.get(&check.id).is_some() {
            check.id.push('b');
        }
        self.0.push(check);
        true
    }
}

impl Shelf {
    /// Takes out every answer to what the questionnaire does not ask, and says which.
    pub fn drop_strangers(&mut self, list: &Checklist) -> Vec<String> {
        let mut strangers = Vec::new();
        let mut known = |id: &str, knows: bool| {
            if !knows {
                strangers.push(id.to_owned());
            }
            knows
        };
        for check in &mut self.0 {
            check.answers.items.retain(|id| known(id, list.knows(id)));
            check.why.retain(|id| list.knows(id));
            check.hands.retain(|id| list.knows(id));
            let flag = |id: &str| list.flags.iter().any(|flag| flag.id == id);
            check.answers.flags.retain(|id| known(id, flag(id)));
        }
        strangers
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

/// What has just become of the checks on this phone; said once, on their page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    #[default]
    Nothing,
    /// These, and a text that was set aside, were erased, and can be brought back.
    Erased(Vec<Check>, Option<String>),
    /// They were brought back.
    Restored,
    /// A file was read: how many checks are new, how many were here already, and what was not understood.
    Read {
        /// New ones.
        new: usize,
        /// Those that were here just so.
        known: usize,
        /// Where something stood that was not understood, or ids that nobody asks for.
        lost: Vec<String>,
    },
    /// A file could not be read.
    Refused(Option<Unreadable>),
}
