//! The last resort: a plain sentence instead of a dead page.

/// Shows the notice that stands ready in `index.html`. Used when the app itself can no longer draw.
pub(crate) fn show() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(waiting) = document.get_element_by_id("waiting") {
        waiting.remove();
    }
    if let Some(notice) = document.get_element_by_id("failure") {
        let _ = notice.remove_attribute("hidden");
    }
}
