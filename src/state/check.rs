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

/// What the check holds.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    /// Everything answered so far.
    pub(crate) answers: Answers,
    /// Whether it is safe.
    pub(crate) keeping: Keeping,
    /// Texts of earlier visits that could not be read, whole or in part.
    pub(crate) set_aside: Option<String>,
    /// Whether such a text lies only where the answers are kept, so that keeping an answer would
    /// destroy it.
    only_copy: bool,
}

/// Handles to the check.
#[derive(Clone, Copy)]
pub(crate) struct Check {
    /// What it holds; one signal, because every type of signal weighs a kilobyte on a phone.
    pub(crate) held: RwSignal<Held>,
    /// How often answers came from elsewhere, such as another tab.
    pub(crate) elsewhere: RwSignal<usize>,
    /// Whether the person is being asked if everything is to be erased.
    pub(crate) asking: RwSignal<bool>,
}

impl Check {
    /// Picks up what an earlier visit kept. What cannot be read is put beside, never thrown away.
    pub(crate) fn restore() -> Self {
        let mut held = Held {
            answers: Answers::default(),
            keeping: Keeping::Nothing,
            set_aside: storage::read(saved::SET_ASIDE).ok().flatten(),
            only_copy: false,
        };
        match storage::read(saved::KEY) {
            Err(storage::Refused) => held.keeping = Keeping::Refused,
            Ok(None) => {}
            Ok(Some(text)) => {
                let read = saved::read(&text);
                if !matches!(read, Read::Whole(_)) {
                    held.put_aside(text);
                }
                if let Read::Whole(found) | Read::Partly(found) = read {
                    held.answers = found;
                    held.keeping = Keeping::Kept;
                }
            }
        }
        Self {
            held: RwSignal::new(held),
            elsewhere: RwSignal::new(0),
            asking: RwSignal::new(false),
        }
    }

    /// Takes up what another tab has answered or erased meanwhile.
    pub(crate) fn follow(self) {
        match storage::read(saved::KEY) {
            Ok(Some(text)) => {
                if let Read::Whole(found) = saved::read(&text) {
                    self.take_over(found, Keeping::Kept);
                }
            }
            Ok(None) if self.held.with_untracked(|held| held.keeping == Keeping::Kept) => {
                self.take_over(Answers::default(), Keeping::Nothing);
            }
            Ok(None) | Err(storage::Refused) => {}
        }
    }

    fn take_over(self, found: Answers, keeping: Keeping) {
        let new = self.held.with_untracked(|held| held.answers != found);
        if new || self.held.with_untracked(|held| held.keeping != keeping) {
            self.held.update(|held| {
                held.answers = found;
                held.keeping = keeping;
            });
        }
        if new {
            self.asking.set(false);
            self.elsewhere.update(|times| *times += 1);
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
        // Another tab may have answered since; its answers must not be overwritten.
        self.follow();
        self.held.update(|held| {
            change(&mut held.answers);
            let kept =
                !held.only_copy && storage::write(saved::KEY, &saved::write(&held.answers)).is_ok();
            held.keeping = if kept { Keeping::Kept } else { Keeping::Refused };
        });
    }

    /// Forgets every answer, here and on the phone, and every text set aside.
    pub(crate) fn erase(self) {
        self.asking.set(false);
        let removed = storage::remove(saved::KEY).and(storage::remove(saved::SET_ASIDE));
        self.held.set(Held {
            answers: Answers::default(),
            keeping: if removed.is_ok() { Keeping::Nothing } else { Keeping::Refused },
            set_aside: None,
            only_copy: false,
        });
    }

    /// Whether there is anything to erase.
    pub(crate) fn holds_something(self) -> bool {
        self.held.with(|held| !held.answers.is_empty() || held.set_aside.is_some())
    }
}

impl Held {
    /// Adds a text to those set aside.
    fn put_aside(&mut self, text: String) {
        let all = match self.set_aside.take() {
            Some(earlier) if earlier.contains(&text) => earlier,
            Some(earlier) => [&earlier, "\n", &text].concat(),
            None => text,
        };
        self.only_copy = storage::write(saved::SET_ASIDE, &all).is_err();
        self.set_aside = Some(all);
    }
}
