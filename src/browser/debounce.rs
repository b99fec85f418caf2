//! Waiting until something settles.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// Runs an action after a pause, unless it is asked for again before: then only the later request counts. What still waits when
/// its owner goes is never run. Copying it copies a handle.
#[derive(Clone, Copy)]
pub(crate) struct Debounce {
    /// In milliseconds.
    pause: u32,
    waiting: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Debounce {
    /// Nothing waits yet. `pause`: in milliseconds.
    pub(crate) fn new(pause: u32) -> Self {
        Self { pause, waiting: StoredValue::new_local(None) }
    }

    /// Asks for an action.
    pub(crate) fn run(self, action: impl FnOnce() + 'static) {
        // Setting it drops the earlier one, which is thereby cancelled.
        self.waiting.set_value(Some(Timeout::new(self.pause, action)));
    }
}
