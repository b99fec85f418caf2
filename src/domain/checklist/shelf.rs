//! Every check on a phone.

use super::{check::Check, definition::Checklist};

/// More checks than this are no table of partners; a file with more is not ours.
pub const MOST_CHECKS: usize = 50;

/// Checks, in the order they were begun.
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

    /// The check that was answered last; of several on one day the one begun last.
    pub fn latest(&self) -> Option<&Check> {
        self.0.iter().max_by_key(|check| check.changed)
    }

    /// Takes up a check from a file. One that is here already is left alone, whatever its id there: says whether it was new,
    /// and had room.
    pub fn adopt(&mut self, check: Check) -> bool {
        !self.0.iter().any(|known| known.is_same(&check)) && self.add(check)
    }

    /// Adds a check, under an id that is plain and free; says whether there was room.
    pub fn add(&mut self, mut check: Check) -> bool {
        if self.0.len() >= MOST_CHECKS {
            return false;
        }
        // Ids stand in calendars and on controls.
        let plain = (1..=16).contains(&check.id.len())
            && check.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !plain || self.get(&check.id).is_some() {
            let mut numbers = (1..).map(|number: usize| number.to_string());
            check.id = numbers.find(|id| self.get(id).is_none()).unwrap_or_default();
        }
        self.0.push(check);
        true
    }

    /// Takes out everything that belongs to what the questionnaire does not ask, and says to what.
    pub fn drop_strangers(&mut self, list: &Checklist) -> Vec<String> {
        let mut strangers: Vec<String> = Vec::new();
        let mut known = |id: &str, knows: bool| {
            if !knows && !strangers.iter().any(|stranger| stranger == id) {
                strangers.push(id.to_owned());
            }
            knows
        };
        for check in &mut self.0 {
            check.answers.items.retain(|id, _| known(id, list.knows(id)));
            check.why.retain(|id, _| known(id, list.knows(id)));
            check.hands.retain(|id, _| known(id, list.knows(id)));
            let flag = |id: &str| list.flags.iter().any(|flag| flag.id == id);
            check.answers.flags.retain(|id, _| known(id, flag(id)));
        }
        strangers
    }
}
