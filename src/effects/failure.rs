//! The last resort: a plain sentence instead of a dead page.

use wasm_bindgen::JsCast as _;

/// Shows the notice that stands ready in `index.html`. Used when the app itself can no longer draw.
pub(crate) fn show() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(waiting) = document.get_element_by_id("waiting") {
        waiting.remove();
    }
    let notice = document.get_element_by_id("failure");
    if let Some(notice) = notice.and_then(|notice| notice.dyn_into::<web_sys::HtmlElement>().ok()) {
        notice.set_hidden(false);
        // What the app had drawn stays below, and the reader may be far down in it.
        notice.scroll_into_view();
    }
}

/// Takes the notice away again: something else on the page had failed, but the app has started.
pub(crate) fn withdraw() {
    let document = web_sys::window().and_then(|window| window.document());
    let notice = document.and_then(|document| document.get_element_by_id("failure"));
    if let Some(notice) = notice.and_then(|notice| notice.dyn_into::<web_sys::HtmlElement>().ok()) {
        notice.set_hidden(true);
    }
}
