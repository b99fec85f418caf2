//! Data that comes later than the rest.

use std::{ops::Deref, sync::OnceLock};

/// A part of the data; until it is there, what stands for it: by default nothing.
#[derive(Debug, Default)]
pub struct Late<T> {
    here: OnceLock<T>,
    early: T,
}

impl<T> Late<T> {
    /// A part that is still to come, and what stands for it until then.
    pub fn after(early: T) -> Self {
        Self { here: OnceLock::new(), early }
    }

    /// Whether it is there.
    pub fn is_here(&self) -> bool {
        self.here.get().is_some()
    }

    /// Puts it where it belongs; what is there already stays.
    pub fn put(&self, value: T) {
        // Refused only where it is there already.
        let _ = self.here.set(value);
    }
}

impl<T> Deref for Late<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.here.get().unwrap_or(&self.early)
    }
}
