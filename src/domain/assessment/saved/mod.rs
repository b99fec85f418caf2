//! Assessments as text: kept on the phone, taken along as a file, and read again.
//!
//! Each version of the format has a type of its own and opens for ever; each has a kept fixture in `tests/fixtures/`. What
//! is understood is kept. The path of what is not is returned, so that the text it stood in can be quarantined: nothing is
//! dropped silently.

mod lenient;
mod v1;
mod v2;

use super::{
    assessment::Assessment,
    assessment_list::{self, MOST_ASSESSMENTS},
};
use serde_json::Value;
use v1::SavedV1;
use v2::SavedV2;

/// The storage key of the assessments.
pub const KEY: &str = "ashar.check";

/// The storage key of texts that could not be read, until the person saves or erases them.
pub const QUARANTINE_KEY: &str = "ashar.check.set-aside";

/// What reading a text gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The assessments, as far as they were understood.
    pub assessments: Vec<Assessment>,
    /// The paths of what was not, such as `checks.0.items.trust-1`; the text should be quarantined.
    pub lost: Vec<String>,
}

/// Why nothing of a text could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no JSON, or cut off.
    Broken,
    /// It is JSON of something else.
    Foreign,
    /// A version of this app wrote it that is newer than this one.
    Newer,
}

/// Writes assessments, in the newest version of the format.
pub fn write<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> String {
    // Fails only for maps whose keys are no texts, and for writers that fail.
    serde_json::to_string(&SavedV2::of(assessments)).unwrap_or_default()
}

/// Reads what an earlier visit, or another phone, wrote.
///
/// # Errors
/// When nothing of it can be used.
pub fn read(text: &str) -> Result<Read, Unreadable> {
    let file: Value = serde_json::from_str(text).or(Err(Unreadable::Broken))?;
    let has = |name: &str| file.get(name).is_some();
    let mut lost = Vec::new();
    let found: Vec<Assessment> = match file.get("version").and_then(Value::as_u64) {
        Some(1) if has("items") && has("flags") => {
            let saved: Option<SavedV1> = lenient::read(file, "", &mut lost);
            saved.and_then(SavedV1::into_assessment).into_iter().collect()
        }
        Some(v2::VERSION) if file.get("checks").is_some_and(Value::is_array) => {
            let saved: Option<SavedV2<Value>> = lenient::read(file, "", &mut lost);
            saved.unwrap_or_default().into_assessments(&mut lost)
        }
        Some(version) if version > v2::VERSION => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Foreign),
    };
    if found.len() > MOST_ASSESSMENTS {
        lost.push("checks".to_owned());
    }
    let mut assessments = Vec::new();
    for assessment in found {
        assessment_list::add(&mut assessments, assessment);
    }
    Ok(Read { assessments, lost })
}
