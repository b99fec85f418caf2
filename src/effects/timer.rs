//! Waiting for things to settle.

use std::cell::Cell;
use wasm_bindgen::{JsCast as _, closure::Closure};

thread_local! {
    /// What is waited for now.
    static WAITING: Cell<Option<i32>> = const { Cell::new(None) };
}

/// Does something after a pause, in milliseconds, unless this is called again before: then only the later counts.
pub(crate) fn settle(pause: i32, then: Box<dyn FnOnce()>) {
    let Some(window) = web_sys::window() else { return };
    if let Some(earlier) = WAITING.take() {
        window.clear_timeout_with_handle(earlier);
    }
    let then = Closure::once_into_js(then);
    let then = then.unchecked_ref();
    // Refused nowhere; without it nothing is done.
    WAITING.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(then, pause).ok());
}
