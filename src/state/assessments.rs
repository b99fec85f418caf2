//! The readiness check as it is being answered: kept on the phone at every tap.

use super::{dialogs::Dialogs, memo::memo};
use crate::{
    browser::{clock, storage},
    domain::assessment::{
        answers::Answer,
        assessment::Assessment,
        definition::Checklist,
        navigation,
        options::Setup,
        saved,
        step::Step,
        store::{AssessmentStore, EraseScope, Safety},
    },
};
use leptos::prelude::*;

/// The name under which it is kept which check is at hand, for a reload and for another tab: days do not tell, where a
/// phone's clock was set back.
const HERE: &str = "ashar.check.here";

/// Handles to the checks on this phone. Copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct Assessments {
    /// The assessments, and whether they are safe. They live as long as the app, so that screens read them through
    /// [`Assessments::derive`] only.
    pub(crate) store: RwSignal<AssessmentStore>,
    /// What the person is being asked and told; screens read it through [`Assessments::derive_dialog`] only.
    pub(crate) dialogs: RwSignal<Dialogs>,
    /// Changes with the checks and the dialogs. Every page has one of its own, which goes with the page.
    changes: Memo<usize>,
    /// The screen of the check that was shown last, to go back to from taking answers along.
    pub(crate) last_step: StoredValue<Step>,
}

/// The check, from any of its screens.
pub(crate) fn use_assessments() -> Assessments {
    expect_context()
}

impl Assessments {
    /// Holds what is given.
    pub(crate) fn holding(store: AssessmentStore, dialogs: Dialogs) -> Self {
        let (store, dialogs) = (RwSignal::new(store), RwSignal::new(dialogs));
        let changes = changes(store, dialogs);
        Self { store, dialogs, changes, last_step: StoredValue::new(Step::Start) }
    }

    /// Loads what an earlier visit stored. What cannot be read is quarantined, never thrown away.
    pub(crate) fn restore() -> Self {
        let mut store = AssessmentStore::default();
        store.quarantine = stored_quarantine();
        match storage::read(saved::KEY) {
            Err(storage::Refused) => store.safety = Safety::Refused,
            Ok(stored) => {
                let unreadable = store.start(stored, storage::recall(HERE));
                add_to_quarantine(&mut store, unreadable);
            }
        }
        Self::holding(store, Dialogs::default())
    }

    /// The same handles for a page. The signals keep every subscriber for as long as they live themselves, also those that
    /// are gone, so that a page adds one and not one for each of its values.
    #[must_use]
    pub(crate) fn for_page(self) -> Self {
        Self { changes: changes(self.store, self.dialogs), ..self }
    }

    /// A value that follows the checks, for as long as the page stands.
    pub(crate) fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        value: impl Fn(&AssessmentStore) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.read(&value))
    }

    /// Reads the checks and follows their changes. Only for what is drawn anew whole; a value that is compared before something
    /// is drawn is [`Assessments::derive`]d.
    pub(crate) fn read<T>(self, value: impl FnOnce(&AssessmentStore) -> T) -> T {
        self.follow_changes();
        self.store.with_untracked(value)
    }

    /// A value that follows the dialogs, for as long as the page stands.
    pub(crate) fn derive_dialog<T: PartialEq + Send + Sync + 'static>(
        self,
        value: impl Fn(&Dialogs) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || {
            self.follow_changes();
            self.dialogs.with_untracked(&value)
        })
    }

    fn follow_changes(self) {
        // Asked for its number, because a memo that is merely tracked does not run and so follows nothing.
        self.changes.get();
    }

    /// The screen before one of the check at hand.
    pub(crate) fn back(self, list: &Checklist, step: &Step) -> Step {
        self.store.with_untracked(|store| navigation::back(list, &store.current().setup, step))
    }

    /// Whether something that a person entered would be gone with the page.
    pub(crate) fn has_unsaved(self) -> Memo<bool> {
        self.derive(|store| store.safety == Safety::Refused && !store.here().is_empty())
    }

    /// Merges what another tab has answered or erased meanwhile; returns whether the current assessment went with it.
    pub(crate) fn merge_external_change(self) -> bool {
        let Ok(stored) = storage::read(saved::KEY) else { return false };
        let mut store = self.store.write();
        let was_begun = !store.here().is_empty();
        let change = store.merge_external_change(stored);
        add_to_quarantine(&mut store, change.unreadable);
        let is_gone = was_begun && store.here().is_empty();
        drop(store);
        self.dialogs.update(|dialogs| {
            if change.changed {
                dialogs.asking = None;
            }
            dialogs.news = change.news.or(dialogs.news.take());
        });
        is_gone
    }

    /// Takes an answer and keeps it.
    pub(crate) fn answer(self, item: &str, answer: Answer) {
        self.take(|check| check.answer(item, answer));
    }

    /// Takes something that is an answer, and keeps it with its day.
    pub(crate) fn take(self, take: impl FnOnce(&mut Assessment)) {
        self.change(|check| {
            take(check);
            check.changed = clock::today().or(check.changed);
        });
    }

    /// Changes the check at hand and keeps it.
    pub(crate) fn change(self, change: impl FnOnce(&mut Assessment)) {
        self.keep(|store| store.change(&clock::unique_id(), clock::today(), change));
    }

    /// Stores the screen that is shown, so that the check can be resumed there; nothing where no check is begun.
    pub(crate) fn visit(self, step: &Step) {
        let new = |store: &AssessmentStore| {
            !store.here().is_empty() && store.current().at.as_ref() != Some(step)
        };
        if self.store.with_untracked(new) {
            self.change(|check| check.at = Some(step.clone()));
        }
    }

    /// Begins an assessment with the setup of the draft; returns whether nothing was missing in it.
    pub(crate) fn begin(self) -> bool {
        let setup = self.dialogs.with_untracked(|dialogs| dialogs.draft.clone());
        let begun = self.keep(|store| store.begin(&clock::unique_id(), clock::today(), &setup));
        let faults = begun.err().unwrap_or_default();
        let settled = faults.is_empty();
        self.dialogs.update(|dialogs| {
            if settled {
                dialogs.draft = Setup::default();
            }
            dialogs.faults = faults;
        });
        settled
    }

    /// Makes an assessment the current one.
    pub(crate) fn open(self, id: &str) {
        let mut opened = false;
        self.store.update(|store| opened = store.open(id));
        if opened {
            self.dialogs.update(|dialogs| dialogs.beside = None);
        }
        storage::remember(HERE, id);
    }

    /// Merges what other tabs have stored, changes the assessments, and stores them.
    fn keep<T>(self, act: impl FnOnce(&mut AssessmentStore) -> T) -> T {
        let mut store = self.store.write();
        if let Ok(stored) = storage::read(saved::KEY) {
            let unreadable = store.merge_before_write(stored);
            add_to_quarantine(&mut store, unreadable);
        }
        let done = act(&mut store);
        write(&mut store);
        storage::remember(HERE, store.here());
        done
    }

    /// Erases. It can be brought back until the page is left.
    pub(crate) fn erase(self, scope: &EraseScope) {
        let news = self.keep(|store| {
            let news = store.erase(scope);
            if store.quarantine.is_none() {
                // Refused only where nothing could be quarantined.
                let _ = storage::remove(saved::QUARANTINE_KEY);
            }
            news
        });
        self.dialogs.update(|dialogs| {
            dialogs.asking = None;
            dialogs.news = Some(news);
        });
    }

    /// Brings back what was erased.
    pub(crate) fn undo(self) {
        let news = self.keep(|store| {
            let (news, quarantine) = store.undo();
            add_to_quarantine(store, quarantine);
            news
        });
        self.dialogs.update(|dialogs| dialogs.news = Some(news));
    }

    /// Takes the checks of a file, or says why not.
    pub(crate) fn receive(self, list: &Checklist, file: Option<&str>) {
        let news = self.keep(|store| store.receive(list, file));
        self.dialogs.update(|dialogs| dialogs.news = Some(news));
    }

    /// Drops the texts in quarantine, which the person has saved.
    pub(crate) fn clear_quarantine(self) {
        self.store.update(|store| {
            if storage::remove(saved::QUARANTINE_KEY).is_ok() {
                store.quarantine = None;
            }
        });
    }

    /// What was said once is not said again, and what was erased stays so, once the page is left that said it.
    pub(crate) fn leave(self) {
        let mut store = self.store.write_untracked();
        let forgot = store.forget_erased();
        drop(store);
        let mut dialogs = self.dialogs.write_untracked();
        let lingered = dialogs.leave();
        drop(dialogs);
        if forgot {
            self.store.notify();
        }
        if lingered {
            self.dialogs.notify();
        }
    }

    /// What was missing for a new check is not said again once its page is left.
    pub(crate) fn forget_faults(self) {
        if self.dialogs.with_untracked(|dialogs| !dialogs.faults.is_empty()) {
            self.dialogs.update(|dialogs| dialogs.faults.clear());
        }
    }
}

/// Counts the changes of the checks and of the dialogs.
fn changes(store: RwSignal<AssessmentStore>, dialogs: RwSignal<Dialogs>) -> Memo<usize> {
    Memo::new(move |before: Option<&usize>| {
        store.track();
        dialogs.track();
        before.map_or(0, |before| before + 1)
    })
}

fn stored_quarantine() -> Option<String> {
    storage::read(saved::QUARANTINE_KEY).ok().flatten()
}

/// Adds a text that could not be read to those in quarantine.
fn add_to_quarantine(store: &mut AssessmentStore, text: Option<String>) {
    let Some(text) = text else { return };
    // Another tab may have put something there, too.
    let all = match stored_quarantine().or(store.quarantine.take()) {
        Some(earlier) if earlier.contains(&text) => earlier,
        Some(earlier) => [&earlier, "\n", &text].concat(),
        None => text,
    };
    // Otherwise it lies only where the assessments are stored, and must not be overwritten.
    store.quarantine_failed = storage::write(saved::QUARANTINE_KEY, &all).is_err();
    store.quarantine = Some(all);
}

/// Stores the assessments; where there are none, nothing stays stored.
fn write(store: &mut AssessmentStore) {
    let text = store.to_write();
    let done = store.may_write()
        && match &text {
            Some(text) => storage::write(saved::KEY, text),
            None => storage::remove(saved::KEY),
        }
        .is_ok();
    store.written(text, done);
}

#[cfg(test)]
mod tests {
    use super::Assessments;
    use crate::{
        domain::assessment::store::{AssessmentStore, EraseScope, Safety},
        state::dialogs::Dialogs,
    };
    use leptos::{prelude::*, reactive::owner::Owner};

    #[test]
    fn what_a_page_derives_follows_what_is_held_whichever_page_came_before() {
        Owner::new().with(|| {
            let check = Assessments::holding(AssessmentStore::default(), Dialogs::default());
            for _ in 0..3 {
                let page = Owner::new();
                page.with(|| {
                    let here = check.for_page();
                    let is_safe = here.derive(|store| store.safety == Safety::Kept);
                    assert!(!is_safe.get_untracked());
                    check.store.update(|store| store.safety = Safety::Kept);
                    assert!(is_safe.get_untracked());
                    check.store.update(|store| store.safety = Safety::Refused);
                    assert!(!is_safe.get_untracked());
                    let asks = here.derive_dialog(|dialogs| dialogs.asking.is_some());
                    assert!(!asks.get_untracked());
                    check.dialogs.update(|dialogs| dialogs.asking = Some(EraseScope::All));
                    assert!(asks.get_untracked());
                    check.dialogs.update(|dialogs| dialogs.asking = None);
                    assert!(!asks.get_untracked());
                });
                page.cleanup();
            }
        });
    }
}
