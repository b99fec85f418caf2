//! Data that arrives after the app has started.

use std::{ops::Deref, sync::OnceLock};

/// A value that is set once. Until then a placeholder stands for it: by default an empty one.
#[derive(Debug, Default)]
pub struct Deferred<T> {
    value: OnceLock<T>,
    placeholder: T,
}

impl<T> Deferred<T> {
    /// A value that is still to be set, and what stands for it until then.
    pub fn with_placeholder(placeholder: T) -> Self {
        Self { value: OnceLock::new(), placeholder }
    }

    /// Whether the value itself is there.
    pub fn is_set(&self) -> bool {
        self.value.get().is_some()
    }

    /// Sets the value; one that is there already stays.
    pub fn set(&self, value: T) {
        // Refused only where there is one.
        let _ = self.value.set(value);
    }
}

impl<T> Deref for Deferred<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get().unwrap_or(&self.placeholder)
    }
}
