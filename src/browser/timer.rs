//! Waiting for things to settle.

use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast as _, closure::Closure};

thread_local! {
    /// What is waited for now.
    static WAITING: Cell<Option<i32>> = const { Cell::new(None) };
    /// What is done then. The browser is given the same function every time: one that is never called would stay for ever.
    static THEN: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
    static ACT: Closure<dyn Fn()> = Closure::new(|| {
        WAITING.set(None);
        if let Some(then) = THEN.take() {
            then();
        }
    });
}

/// Does something after a pause, in milliseconds, unless this is called again before: then only the later counts.
pub(crate) fn settle(pause: i32, then: Box<dyn FnOnce()>) {
    let Some(window) = web_sys::window() else { return };
    if let Some(earlier) = WAITING.take() {
        window.clear_timeout_with_handle(earlier);
    }
    THEN.set(Some(then));
    // Refused nowhere; without it nothing is done.
    WAITING.set(ACT.with(|act| {
        let act = act.as_ref().unchecked_ref();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(act, pause).ok()
    }));
}
