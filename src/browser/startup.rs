//! The start of the app: it takes the place of the page that stood there, and says when it answers or cannot.

use super::{dom, focus, scroll};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

/// Takes away the page that stood in `index.html` until the app was there, and tells what the person had done with it: what
/// they had typed into the field with this id, whether they were still typing, and how far they had scrolled.
pub(crate) fn take_over(field: &str) -> (String, bool, f64) {
    let typing = focus::current().as_deref() == Some(field);
    let input = dom::element(field).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let typed = input.map(|input| input.value()).unwrap_or_default();
    let top = scroll::position();
    stop_waiting();
    (typed, typing, top)
}

/// Takes away the waiting screen of `index.html`.
fn stop_waiting() {
    if let Some(waiting) = dom::element("waiting") {
        waiting.remove();
    }
}

/// Marks the page as answering input (`data-ready` is a contract).
pub(crate) fn ready() {
    withdraw_failure();
    if let Some(root) = dom::root() {
        // Nothing depends on this attribute but tests and embedders; without it the app still works.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// Shows the notice that stands ready in `index.html`: a plain sentence instead of a dead page. Used when the app itself can no longer draw.
pub(crate) fn show_failure() {
    stop_waiting();
    if let Some(notice) = dom::element("failure") {
        notice.set_hidden(false);
        // What the app had drawn stays below, and the reader may be far down in it.
        notice.scroll_into_view();
    }
}

/// Takes the notice away again: something else on the page had failed, but the app has started.
fn withdraw_failure() {
    if let Some(notice) = dom::element("failure") {
        notice.set_hidden(true);
    }
}
