//! The readiness check as it is being answered: kept on the phone at every tap.

use crate::{
    browser::{clock, storage},
    domain::checklist::{
        answers::Answer,
        check::Check as Sheet,
        definition::Checklist,
        keeper::{Asking, Keeper, Safety},
        saved,
        step::Step,
    },
};
use leptos::{prelude::*, reactive::graph::Source as _};

/// The name under which it is kept which check is at hand, for a reload and for another tab: days do not tell, where a
/// phone's clock was set back.
const HERE: &str = "ashar.check.here";

/// Handles to the check.
#[derive(Clone, Copy)]
pub(crate) struct Check {
    /// What it holds; one signal, because every type of signal weighs a kilobyte on a phone.
    pub(crate) held: RwSignal<Keeper>,
    /// How often something came from elsewhere, such as another tab, so that what is on the screen must be drawn anew.
    pub(crate) elsewhere: RwSignal<usize>,
}

impl Check {
    /// Picks up what an earlier visit kept. What cannot be read is put beside, never thrown away.
    pub(crate) fn restore() -> Self {
        let mut held = Keeper::default();
        held.aside = stored_aside();
        match storage::read(saved::KEY) {
            Err(storage::Refused) => held.safety = Safety::Refused,
            Ok(stored) => {
                let aside = held.start(stored, storage::recall(HERE));
                put_aside(&mut held, aside);
            }
        }
        Self { held: RwSignal::new(held), elsewhere: RwSignal::new(0) }
    }

    /// Takes up what another tab has answered or erased meanwhile; says whether the check at hand went with it.
    pub(crate) fn follow(self) -> bool {
        let Ok(stored) = storage::read(saved::KEY) else { return false };
        let mut changed = false;
        let before = self.held.with_untracked(|held| held.here().to_owned());
        self.held.update(|held| {
            let (aside, new) = held.follow(stored);
            changed = new || aside.is_some();
            put_aside(held, aside);
        });
        if changed {
            self.redraw();
        }
        !before.is_empty() && self.held.with_untracked(|held| held.here().is_empty())
    }

    /// Draws screens anew that otherwise stay as the browser has them.
    pub(crate) fn redraw(self) {
        self.elsewhere.update(|times| *times += 1);
    }

    /// Forgets who has read what is held: screens that are about to go. By themselves they would stay noted here, for every
    /// time that one was opened.
    pub(crate) fn forget_readers(self) {
        self.held.clear_subscribers();
        self.elsewhere.clear_subscribers();
    }

    /// Takes an answer and keeps it.
    pub(crate) fn answer(self, item: &str, answer: Answer) {
        self.take(|check| check.answer(item, answer));
    }

    /// Takes something that is an answer, and keeps it with its day.
    pub(crate) fn take(self, take: impl FnOnce(&mut Sheet)) {
        self.change(|check| {
            take(check);
            check.changed = clock::today().or(check.changed);
        });
    }

    /// Changes the check at hand and keeps it.
    pub(crate) fn change(self, change: impl FnOnce(&mut Sheet)) {
        self.keep(|held| held.change(&clock::stamp(), clock::today(), change));
    }

    /// Stores the screen that is shown, so that the check can be resumed there; nothing where no check is begun.
    pub(crate) fn visit(self, step: &Step) {
        let new = |held: &Keeper| !held.here().is_empty() && held.check().at.as_ref() != Some(step);
        if self.held.with_untracked(new) {
            self.change(|check| check.at = Some(step.clone()));
        }
    }

    /// Begins a check as it was settled, if all is settled that must be; says whether it was.
    pub(crate) fn begin(self) -> bool {
        let mut begun = false;
        self.keep(|held| begun = held.begin(&clock::stamp(), clock::today()));
        begun
    }

    /// Takes up a check again.
    pub(crate) fn open(self, id: &str) {
        self.held.update(|held| held.open(id));
        storage::remember(HERE, id);
    }

    /// Does something to what is held, with what other tabs have kept since in it, and keeps it.
    fn keep(self, act: impl FnOnce(&mut Keeper)) {
        self.held.update(|held| {
            if let Ok(stored) = storage::read(saved::KEY) {
                let aside = held.meet(stored);
                put_aside(held, aside);
            }
            act(held);
            write(held);
            storage::remember(HERE, held.here());
        });
    }

    /// Erases. It can be brought back until the page is left.
    pub(crate) fn erase(self, what: &Asking) {
        self.keep(|held| {
            held.erase(what);
            if held.aside.is_none() {
                // Refused only where nothing could be put aside.
                let _ = storage::remove(saved::SET_ASIDE);
            }
        });
    }

    /// Brings back what was erased.
    pub(crate) fn undo(self) {
        self.keep(|held| {
            let aside = held.undo();
            put_aside(held, aside);
        });
    }

    /// Takes the checks of a file, or says why not.
    pub(crate) fn receive(self, list: &Checklist, file: Option<&str>) {
        self.keep(|held| held.receive(list, file));
    }

    /// Forgets a text that was set aside and that the person has taken along.
    pub(crate) fn drop_aside(self) {
        self.held.update(|held| {
            if storage::remove(saved::SET_ASIDE).is_ok() {
                held.aside = None;
            }
        });
    }

    /// What was said once is not said again, and what was erased stays so, once the page is left.
    pub(crate) fn leave(self) {
        let mut held = self.held.write_untracked();
        let lingered = held.leave();
        drop(held);
        if lingered {
            self.held.notify();
        }
    }
}

fn stored_aside() -> Option<String> {
    storage::read(saved::SET_ASIDE).ok().flatten()
}

/// Adds a text to those set aside.
fn put_aside(held: &mut Keeper, text: Option<String>) {
    let Some(text) = text else { return };
    // Another tab may have put something there, too.
    let all = match stored_aside().or(held.aside.take()) {
        Some(earlier) if earlier.contains(&text) => earlier,
        Some(earlier) => [&earlier, "\n", &text].concat(),
        None => text,
    };
    // Where it cannot be put aside, it lies only where the checks are kept, and must not be written over.
    held.only_copy = storage::write(saved::SET_ASIDE, &all).is_err();
    held.aside = Some(all);
}

/// Keeps what is held on the phone; nothing leaves nothing there.
fn write(held: &mut Keeper) {
    let text = held.to_write();
    let done = held.may_write()
        && match &text {
            Some(text) => storage::write(saved::KEY, text),
            None => storage::remove(saved::KEY),
        }
        .is_ok();
    held.written(text, done);
}
