//! The checks on a phone, with what the person is being asked and told.

use ashar::{domain::assessment::store::AssessmentStore, state::dialogs::Dialogs};
use std::ops::{Deref, DerefMut};

/// What the screens of the check are drawn from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(crate) store: AssessmentStore,
    pub(crate) dialogs: Dialogs,
}

impl Deref for Held {
    type Target = AssessmentStore;

    fn deref(&self) -> &AssessmentStore {
        &self.store
    }
}

impl DerefMut for Held {
    fn deref_mut(&mut self) -> &mut AssessmentStore {
        &mut self.store
    }
}
