//! Lists of assessments: those on a phone, or in a file.

use super::{assessment::Assessment, definition::Checklist};

/// More assessments than this are no table of partners; a file with more is not ours.
pub const MOST_ASSESSMENTS: usize = 50;

/// The check with this id.
pub fn find<'a>(assessments: &'a [Assessment], id: &str) -> Option<&'a Assessment> {
    assessments.iter().find(|assessment| assessment.id == id)
}

/// Puts a check in the place of the one with its id, or behind all others.
pub fn put(assessments: &mut Vec<Assessment>, assessment: Assessment) {
    match assessments.iter_mut().find(|known| known.id == assessment.id) {
        Some(known) => *known = assessment,
        None => assessments.push(assessment),
    }
}

/// Takes out the check with this id, or without an id all of them.
pub fn take(assessments: &mut Vec<Assessment>, id: Option<&str>) -> Vec<Assessment> {
    assessments.extract_if(.., |assessment| id.is_none_or(|id| assessment.id == id)).collect()
}

/// The check that was answered last; of several on one day the one begun last.
pub fn latest(assessments: &[Assessment]) -> Option<&Assessment> {
    assessments.iter().max_by_key(|assessment| assessment.changed)
}

/// Adds a check from a file. One that is here already is left alone, whatever its id there: says whether it was new, and
/// had room.
pub fn adopt(assessments: &mut Vec<Assessment>, assessment: Assessment) -> bool {
    !assessments.iter().any(|known| known.is_same(&assessment)) && add(assessments, assessment)
}

/// Adds a check, under an id that is plain and free; says whether there was room.
pub fn add(assessments: &mut Vec<Assessment>, mut assessment: Assessment) -> bool {
    if assessments.len() >= MOST_ASSESSMENTS {
        return false;
    }
    // Ids stand in calendars and on controls.
    let plain = (1..=16).contains(&assessment.id.len())
        && assessment.id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !plain || find(assessments, &assessment.id).is_some() {
        let mut numbers = (1..).map(|number: usize| number.to_string());
        assessment.id = numbers.find(|id| find(assessments, id).is_none()).unwrap_or_default();
    }
    assessments.push(assessment);
    true
}

/// Takes out every answer to what the questionnaire does not ask, and returns the ids of that.
pub fn drop_strangers(assessments: &mut [Assessment], list: &Checklist) -> Vec<String> {
    let mut strangers: Vec<String> = Vec::new();
    let mut known = |id: &str, knows: bool| {
        if !knows && !strangers.iter().any(|stranger| stranger == id) {
            strangers.push(id.to_owned());
        }
        knows
    };
    for assessment in assessments {
        assessment.answers.items.retain(|id, _| known(id, list.knows(id)));
        assessment.why.retain(|id, _| known(id, list.knows(id)));
        assessment.votes.retain(|id, _| known(id, list.knows(id)));
        let flag = |id: &str| list.flags.iter().any(|flag| flag.id == id);
        assessment.answers.flags.retain(|id, _| known(id, flag(id)));
    }
    strangers
}
