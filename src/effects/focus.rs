//! Where the keyboard and the screen reader are.

use super::{folds, page};

/// Moves the focus to an element, making one that is no control, such as a heading, able to take it.
/// Returns whether there is such an element.
///
/// `scroll` brings it to the top of the screen; otherwise the page stays where it is.
pub(crate) fn focus(id: &str, scroll: bool) -> bool {
    let Some(element) = page::element(id) else { return false };
    folds::unfold_around(&element);
    if scroll {
        element.scroll_into_view();
    }
    if element.tab_index() < 0 && element.set_attribute("tabindex", "-1").is_err() {
        return false;
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Marks the element that an address points to, and no other.
pub(crate) fn point_out(id: Option<&str>) {
    const MARK: &str = "data-pointed";
    let document = page::document();
    // A name that is spelt right is never refused; without the mark the page still shows the place.
    if let Some(Ok(Some(earlier))) =
        document.map(|document| document.query_selector("[data-pointed]"))
    {
        let _ = earlier.remove_attribute(MARK);
    }
    if let Some(element) = id.and_then(page::element) {
        let _ = element.set_attribute(MARK, "");
    }
}

/// The id of the element that has the focus, if it has one.
pub(crate) fn current() -> Option<String> {
    let id = page::document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}
