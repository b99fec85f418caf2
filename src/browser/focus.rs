//! Where the keyboard and the screen reader are.

use super::{details, dom, parent_frame, scroll};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Moves the focus to an element, making one that is no control, such as a heading, able to take it.
/// Returns whether there is such an element.
///
/// `scroll` brings it to the top of the screen; otherwise the page stays where it is.
pub(crate) fn focus(id: &str, scroll: bool) -> bool {
    let Some(element) = dom::element(id) else { return false };
    details::open_around(&element);
    if scroll {
        scroll::into_view(&element);
    }
    if !parent_frame::may_focus() {
        return true;
    }
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    make_focusable(&element) && element.focus_with_options(&options).is_ok()
}

/// Lets an element that is no control take the focus.
fn make_focusable(element: &HtmlElement) -> bool {
    element.tab_index() >= 0 || element.set_attribute("tabindex", "-1").is_ok()
}

/// Moves the focus once what has changed is drawn, since what had it goes away, and brings what has it now into view.
pub(crate) fn focus_when_drawn(id: impl Into<String>) {
    let id = id.into();
    leptos::prelude::request_animation_frame(move || {
        let Some(element) = dom::element(&id) else { return };
        details::open_around(&element);
        if make_focusable(&element) {
            focus_and_scroll(&id);
        }
    });
}

/// Moves the focus to a control, scrolled into view with what `scroll-margin` in `style/` says belongs to it. In a field
/// the next letter goes behind the last one.
pub(crate) fn focus_and_scroll(id: &str) {
    let Some(element) = dom::element(id) else { return };
    if !parent_frame::may_focus() {
        return;
    }
    // Refused nowhere; without it the focus stays where it is.
    let _ = element.focus();
    scroll::follow_in_parent(&element);
    if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
        let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
        // A field of another kind has no place for letters.
        let _ = field.set_selection_range(end, end);
    }
}

/// Selects all that stands in the text field with this id, and moves the focus there.
pub(crate) fn select(id: &str) {
    let field = dom::element(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        // Refused nowhere; without it the person selects by hand.
        let _ = field.focus();
        field.select();
    }
}

/// Brings what belongs to a control to the top of the screen.
pub(crate) fn to_top(id: &str) {
    if let Some(Ok(Some(around))) = dom::element(id).map(|control| control.closest("[role=search]"))
    {
        scroll::into_view(&around);
    }
}

/// Follows the link with this id as a tap would.
pub(crate) fn follow(id: &str) {
    if let Some(link) = dom::element(id) {
        link.click();
    }
}

/// Marks the element that an address points to, and no other.
pub(crate) fn mark_target(id: Option<&str>) {
    const MARK: &str = "data-pointed";
    let document = dom::document();
    // A name that is spelt right is never refused; without the mark the page still shows the place.
    if let Some(Ok(Some(earlier))) =
        document.map(|document| document.query_selector("[data-pointed]"))
    {
        let _ = earlier.remove_attribute(MARK);
    }
    if let Some(element) = id.and_then(dom::element) {
        let _ = element.set_attribute(MARK, "");
    }
}

/// The id of the element that has the focus, if it has one.
pub(crate) fn current() -> Option<String> {
    let id = dom::document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}
