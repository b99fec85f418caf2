//! The readiness check as it is being answered: kept on the phone at every tap.

use crate::{
    domain::{
        checklist::answers::{Answer, Answers},
        saved::{self, Read},
    },
    effects::storage,
};
use leptos::prelude::*;

/// Whether the answers are safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// There is nothing to keep yet.
    Nothing,
    /// Kept on this phone.
    Kept,
    /// The browser refuses; they live until the page is closed.
    Refused,
}

/// Handles to the check.
#[derive(Clone, Copy)]
pub(crate) struct Check {
    /// Everything answered so far.
    pub(crate) answers: RwSignal<Answers>,
    /// Whether it is safe.
    pub(crate) keeping: RwSignal<Keeping>,
    /// Text of an earlier visit that could not be read, whole or in part.
    pub(crate) set_aside: RwSignal<Option<String>>,
}

impl Check {
    /// Picks up what an earlier visit kept. What cannot be read is put beside, never thrown away.
    pub(crate) fn restore() -> Self {
        let kept = storage::read(saved::KEY);
        let mut set_aside = storage::read(saved::SET_ASIDE).ok().flatten();
        let mut answers = Answers::default();
        let mut keeping = if kept.is_err() { Keeping::Refused } else { Keeping::Nothing };
        if let Ok(Some(text)) = kept {
            let read = saved::read(&text);
            if !matches!(read, Read::Whole(_)) && storage::write(saved::SET_ASIDE, &text).is_ok() {
                // Only once a copy is safe may the next answer overwrite the original.
                set_aside = Some(text);
            }
            if let Read::Whole(found) | Read::Partly(found) = read {
                answers = found;
                keeping = Keeping::Kept;
            }
        }
        Self {
            answers: RwSignal::new(answers),
            keeping: RwSignal::new(keeping),
            set_aside: RwSignal::new(set_aside),
        }
    }

    /// Takes an answer and keeps it.
    pub(crate) fn answer(self, item: &str, answer: Answer) {
        self.change(|answers| {
            answers.items.insert(item.to_owned(), answer);
        });
    }

    /// Takes an answer to a red flag and keeps it.
    pub(crate) fn flag(self, flag: &str, so: bool) {
        self.change(|answers| {
            answers.flags.insert(flag.to_owned(), so);
        });
    }

    fn change(self, change: impl FnOnce(&mut Answers)) {
        self.answers.update(change);
        let written =
            self.answers.with_untracked(|now| storage::write(saved::KEY, &saved::write(now)));
        self.keeping.set(if written.is_ok() { Keeping::Kept } else { Keeping::Refused });
    }

    /// Forgets every answer, here and on the phone.
    pub(crate) fn erase(self) {
        self.answers.set(Answers::default());
        let removed = storage::remove(saved::KEY);
        self.keeping.set(if removed.is_ok() { Keeping::Nothing } else { Keeping::Refused });
    }

    /// Forgets the text that could not be read.
    pub(crate) fn erase_set_aside(self) {
        // When the browser refuses to remove it, it refuses to give it back as well.
        let _ = storage::remove(saved::SET_ASIDE);
        self.set_aside.set(None);
    }
}
