//! Data that comes later than the rest.

use std::{ops::Deref, sync::OnceLock};

/// A part of the data; empty until it is there.
#[derive(Debug, Default)]
pub struct Late<T> {
    here: OnceLock<T>,
    nothing: T,
}

impl<T> Late<T> {
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
        self.here.get().unwrap_or(&self.nothing)
    }
}
