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
    /// How often answers came from elsewhere, such as another tab.
    pub(crate) elsewhere: RwSignal<usize>,
    /// Whether the person is being asked if everything is to be erased.
    pub(crate) asking: RwSignal<bool>,
    /// Texts of earlier visits that could not be read, whole or in part.
    pub(crate) set_aside: RwSignal<Option<String>>,
    /// Whether such a text lies only where the answers are kept, so that keeping an answer would
    /// destroy it.
    only_copy: StoredValue<bool>,
}

impl Check {
    /// Picks up what an earlier visit kept. What cannot be read is put beside, never thrown away.
    pub(crate) fn restore() -> Self {
        let check = Self {
            answers: RwSignal::new(Answers::default()),
            keeping: RwSignal::new(Keeping::Nothing),
            elsewhere: RwSignal::new(0),
            asking: RwSignal::new(false),
            set_aside: RwSignal::new(storage::read(saved::SET_ASIDE).ok().flatten()),
            only_copy: StoredValue::new(false),
        };
        match storage::read(saved::KEY) {
            Err(storage::Refused) => check.keeping.set(Keeping::Refused),
            Ok(None) => {}
            Ok(Some(text)) => {
                let read = saved::read(&text);
                if !matches!(read, Read::Whole(_)) {
                    check.put_aside(text);
                }
                if let Read::Whole(found) | Read::Partly(found) = read {
                    check.answers.set(found);
                    check.keeping.set(Keeping::Kept);
                }
            }
        }
        check
    }

    /// Adds a text to those set aside.
    fn put_aside(self, text: String) {
        let all = match self.set_aside.get_untracked() {
            Some(earlier) if earlier.contains(&text) => earlier,
            Some(earlier) => [&earlier, "\n", &text].concat(),
            None => text,
        };
        self.only_copy.set_value(storage::write(saved::SET_ASIDE, &all).is_err());
        self.set_aside.set(Some(all));
    }

    /// Takes up what another tab has answered or erased meanwhile.
    pub(crate) fn follow(self) {
        match storage::read(saved::KEY) {
            Ok(Some(text)) => {
                if let Read::Whole(found) = saved::read(&text) {
                    self.take_over(found, Keeping::Kept);
                }
            }
            Ok(None) if self.keeping.get_untracked() == Keeping::Kept => {
                self.take_over(Answers::default(), Keeping::Nothing);
            }
            Ok(None) | Err(storage::Refused) => {}
        }
    }

    fn take_over(self, found: Answers, keeping: Keeping) {
        if self.answers.with_untracked(|now| *now != found) {
            self.answers.set(found);
            self.asking.set(false);
            self.elsewhere.update(|times| *times += 1);
        }
        self.keeping.set(keeping);
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
        // Another tab may have answered since; its answers must not be overwritten.
        self.follow();
        self.answers.update(change);
        let kept = !self.only_copy.get_value()
            && self
                .answers
                .with_untracked(|now| storage::write(saved::KEY, &saved::write(now)).is_ok());
        self.keeping.set(if kept { Keeping::Kept } else { Keeping::Refused });
    }

    /// Forgets every answer, here and on the phone, and every text set aside.
    pub(crate) fn erase(self) {
        self.answers.set(Answers::default());
        self.asking.set(false);
        self.set_aside.set(None);
        self.only_copy.set_value(false);
        let removed = storage::remove(saved::KEY).and(storage::remove(saved::SET_ASIDE));
        self.keeping.set(if removed.is_ok() { Keeping::Nothing } else { Keeping::Refused });
    }

    /// Whether there is anything to erase.
    pub(crate) fn holds_something(self) -> bool {
        self.answers.with(|answers| !answers.is_empty()) || self.set_aside.with(Option::is_some)
    }
}
