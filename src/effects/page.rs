//! The page around the app: its title, and the sign that it answers.

/// Sets the title shown in the tab and read first by a screen reader.
pub(crate) fn title(text: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(text);
    }
}

/// Takes away the waiting screen and marks the page as answering input (`data-ready` is a contract).
pub(crate) fn ready() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if let Some(waiting) = document.get_element_by_id("waiting") {
        waiting.remove();
    }
    super::failure::withdraw();
    if let Some(root) = document.document_element() {
        // Nothing depends on this attribute but tests and embedders; without it the app still works.
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// Whether there is room for two columns: 900 CSS pixels, the same bound as in `style/`.
pub(crate) fn is_wide() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width >= 900.0)
}
