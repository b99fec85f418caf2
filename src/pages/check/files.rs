//! The check at hand as files to keep.

use crate::{
    browser::{clock, download},
    domain::assessment::{definition::Checklist, export, saved, store::AssessmentStore},
    i18n::{Messages, key},
    state::assessments::Assessments,
};
use leptos::prelude::*;

/// A file of the check at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum File {
    /// Everything in it, to be read again by the app.
    Json,
    /// The answers as a table.
    Csv,
    /// The days of the plan for a calendar.
    Calendar,
}

/// Offers a file of the check at hand, and says what came of it. `everything`: of all checks instead, where whatever is not
/// taken along is gone.
pub(super) fn offer(
    check: Assessments,
    list: &Checklist,
    messages: Messages,
    everything: bool,
    file: File,
) -> String {
    let (text, undated) = check.store.with_untracked(|held| {
        let undated = if file == File::Calendar { held.current().undated() } else { 0 };
        (file.text(messages, list, held, everything), undated)
    });
    let Some(text) = text else { return messages.text(key::TAKE_NO_DAY).to_owned() };
    let (name, kind) = file.name_and_kind();
    if !download::file(name, kind, &text) {
        return messages.text(key::TAKE_REFUSED).to_owned();
    }
    let kept = messages.fill(key::TAKE_KEPT, &[("file", name)]);
    if undated == 0 {
        kept
    } else {
        [&kept, " ", &messages.count(key::TAKE_UNDATED, undated)].concat()
    }
}

impl File {
    /// Its name, and its media type.
    const fn name_and_kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("ashar-check.json", "application/json"),
            Self::Csv => ("ashar-check.csv", "text/csv"),
            Self::Calendar => ("ashar-plan.ics", "text/calendar"),
        }
    }

    /// What is in it; `None` where no action of the plan has a day.
    fn text(
        self,
        messages: Messages,
        list: &Checklist,
        held: &AssessmentStore,
        everything: bool,
    ) -> Option<String> {
        match self {
            Self::Json if everything => Some(saved::write(&held.assessments)),
            Self::Json => Some(saved::write([held.current()])),
            Self::Csv => Some(export::csv(messages, list, held.current())),
            Self::Calendar => export::calendar(messages, held.current(), &clock::moment()),
        }
    }
}
