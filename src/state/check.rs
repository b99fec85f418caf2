//! The readiness check as it is being answered: kept on the phone at every tap.

use crate::{
    browser::{clock, storage},
    domain::{
        checklist::{
            answers::Answer,
            check::Check as Sheet,
            definition::Checklist,
            keeper::{Asking, Keeper, Safety},
            saved,
        },
        route::Step,
    },
};
use leptos::prelude::*;

/// The name under which it is kept which check is at hand, for a reload and for another tab: days do not tell, where a
/// phone's clock was set back.
const HERE: &str = "ashar.check.here";

/// Handles to the checks on this phone. Copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct Check {
    /// What it holds. It lives as long as the app, so that screens read it through [`Check::derive`] only.
    pub(crate) held: RwSignal<Keeper>,
    /// Changes with everything that is held. Every page has one of its own, which goes with the page.
    changes: Memo<usize>,
    /// The screen of the check that was shown last, to go back to from taking answers along.
    pub(crate) last_step: StoredValue<Step>,
}

/// The check, from any of its screens.
pub(crate) fn use_check() -> Check {
    expect_context()
}

impl Check {
    /// Holds what is given.
    pub(crate) fn holding(keeper: Keeper) -> Self {
        let held = RwSignal::new(keeper);
        Self { held, changes: changes(held), last_step: StoredValue::new(Step::Start) }
    }

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
        Self::holding(held)
    }

    /// The same handles for a page. The signal keeps every subscriber for as long as it lives itself, also those that are
    /// gone, so that a page adds one and not one for each of its values.
    #[must_use]
    pub(crate) fn for_page(self) -> Self {
        Self { changes: changes(self.held), ..self }
    }

    /// A value that follows what is held, for as long as the page stands.
    pub(crate) fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        value: impl Fn(&Keeper) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.read(&value))
    }

    /// Reads what is held and follows its changes. Only for what is drawn anew whole; a value that is compared before something is
    /// drawn is [`Check::derive`]d.
    pub(crate) fn read<T>(self, value: impl FnOnce(&Keeper) -> T) -> T {
        // Asked for its number, because a memo that is merely tracked does not run and so follows nothing.
        self.changes.get();
        self.held.with_untracked(value)
    }

    /// Whether something that a person entered would be gone with the page.
    pub(crate) fn has_unsaved(self) -> Memo<bool> {
        self.derive(|held| held.safety == Safety::Refused && !held.here().is_empty())
    }

    /// Takes up what another tab has answered or erased meanwhile; says whether the check at hand went with it.
    pub(crate) fn follow(self) -> bool {
        let Ok(stored) = storage::read(saved::KEY) else { return false };
        let before = self.held.with_untracked(|held| held.here().to_owned());
        self.held.update(|held| {
            let (aside, _) = held.follow(stored);
            put_aside(held, aside);
        });
        !before.is_empty() && self.held.with_untracked(|held| held.here().is_empty())
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

    /// Notes where the person is, so that they can go on there. What is not begun is nowhere.
    pub(crate) fn visit(self, place: &str) {
        let new = |held: &Keeper| !held.here().is_empty() && held.check().at != place;
        if self.held.with_untracked(new) {
            self.change(|check| place.clone_into(&mut check.at));
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

    /// What was said once is not said again, and what was erased stays so, once the page is left that said it.
    pub(crate) fn leave(self) {
        let mut held = self.held.write_untracked();
        let lingered = held.leave();
        drop(held);
        if lingered {
            self.held.notify();
        }
    }

    /// What was missing for a new check is not said again once its page is left.
    pub(crate) fn forget_faults(self) {
        if self.held.with_untracked(|held| !held.faults.is_empty()) {
            self.held.update(|held| held.faults.clear());
        }
    }
}

/// Counts the changes of what is held.
fn changes(held: RwSignal<Keeper>) -> Memo<usize> {
    Memo::new(move |before: Option<&usize>| {
        held.track();
        before.map_or(0, |before| before + 1)
    })
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

#[cfg(test)]
mod tests {
    use super::Check;
    use crate::domain::checklist::keeper::{Keeper, Safety};
    use leptos::{prelude::*, reactive::owner::Owner};

    #[test]
    fn what_a_page_derives_follows_what_is_held_whichever_page_came_before() {
        Owner::new().with(|| {
            let check = Check::holding(Keeper::default());
            for _ in 0..3 {
                let page = Owner::new();
                page.with(|| {
                    let here = check.for_page();
                    let is_safe = here.derive(|held| held.safety == Safety::Kept);
                    assert!(!is_safe.get_untracked());
                    check.held.update(|held| held.safety = Safety::Kept);
                    assert!(is_safe.get_untracked());
                    check.held.update(|held| held.safety = Safety::Refused);
                    assert!(!is_safe.get_untracked());
                });
                page.cleanup();
            }
        });
    }
}
