//! Lists of checks: those on a phone, or in a file.

use super::{check::Check, definition::Checklist};

/// More checks than this are no table of partners; a file with more is not ours.
pub const MOST_CHECKS: usize = 50;

/// The check with this id.
pub fn find<'a>(checks: &'a [Check], id: &str) -> Option<&'a Check> {
    checks.iter().find(|check| check.id == id)
}

/// Puts a check in the place of the one with its id, or behind all others.
pub fn put(checks: &mut Vec<Check>, check: Check) {
    match checks.iter_mut().find(|known| known.id == check.id) {
        Some(known) => *known = check,
        None => checks.push(check),
    }
}

/// Takes out the check with this id, or without an id all of them.
pub fn take(checks: &mut Vec<Check>, id: Option<&str>) -> Vec<Check> {
    checks.extract_if(.., |check| id.is_none_or(|id| check.id == id)).collect()
}

/// The check that was answered last; of several on one day the one begun last.
pub fn latest(checks: &[Check]) -> Option<&Check> {
    checks.iter().max_by_key(|check| check.changed)
}

/// Adds a check from a file. One that is here already is left alone, whatever its id there: says whether it was new, and
/// had room.
pub fn adopt(checks: &mut Vec<Check>, check: Check) -> bool {
    !checks.iter().any(|known| known.is_same(&check)) && add(checks, check)
}

/// Adds a check, under an id that is plain and free; says whether there was room.
pub fn add(checks: &mut Vec<Check>, mut check: Check) -> bool {
    if checks.len() >= MOST_CHECKS {
        return false;
    }
    // Ids stand in calendars and on controls.
    let plain = (1..=16).contains(&check.id.len())
        && check.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !plain || find(checks, &check.id).is_some() {
        let mut numbers = (1..).map(|number: usize| number.to_string());
        check.id = numbers.find(|id| find(checks, id).is_none()).unwrap_or_default();
    }
    checks.push(check);
    true
}

/// Takes out every answer to what the questionnaire does not ask, and returns the ids of that.
pub fn drop_strangers(checks: &mut [Check], list: &Checklist) -> Vec<String> {
    let mut strangers: Vec<String> = Vec::new();
    let mut known = |id: &str, knows: bool| {
        if !knows && !strangers.iter().any(|stranger| stranger == id) {
            strangers.push(id.to_owned());
        }
        knows
    };
    for check in checks {
        check.answers.items.retain(|id, _| known(id, list.knows(id)));
        check.why.retain(|id, _| known(id, list.knows(id)));
        check.hands.retain(|id, _| known(id, list.knows(id)));
        let flag = |id: &str| list.flags.iter().any(|flag| flag.id == id);
        check.answers.flags.retain(|id, _| known(id, flag(id)));
    }
    strangers
}
