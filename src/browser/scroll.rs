//! Scrolling: of this page, or of the page around, where that scrolls instead of the iframe.

use super::{dom, parent_frame};
use web_sys::Element;

/// How far the page is scrolled, in CSS pixels.
pub(crate) fn position() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// How far below the upper edge of the screen the element with this id begins, in CSS pixels.
pub(crate) fn top_of(id: &str) -> Option<f64> {
    Some(dom::element(id)?.get_bounding_client_rect().top())
}

/// Scrolls the page so that the element with this id begins so far below the upper edge of the screen as before. Where the page
/// around scrolls, it stays where it is.
pub(crate) fn keep_top_of(id: &str, before: f64) {
    if let Some(top) = top_of(id).filter(|_| !parent_frame::grows()) {
        scroll_to(position() + top - before);
    }
}

/// Scrolls the page to a place, in CSS pixels from its top.
pub(crate) fn scroll_to(top: f64) {
    if let Some(window) = web_sys::window()
        && !ask_parent(top)
    {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Brings an element to the top of the screen. In a frame that nobody has come into, of the frame only.
pub(crate) fn into_view(element: &Element) {
    if parent_frame::may_focus() {
        element.scroll_into_view();
        follow_in_parent(element);
    } else {
        scroll_to(element.get_bounding_client_rect().top() + position());
    }
}

/// Has the page around scroll to an element, if it is that page which scrolls: the browser has scrolled this one by itself.
pub(super) fn follow_in_parent(element: &Element) {
    ask_parent(element.get_bounding_client_rect().top());
}

/// Asks the page around to bring a place into view, in CSS pixels from the top of the frame, if it is that page which scrolls
/// and the person is in the frame. Says whether it is.
fn ask_parent(top: f64) -> bool {
    let grows = parent_frame::grows();
    if grows && parent_frame::may_focus() {
        parent_frame::ask_to_scroll(top);
    }
    grows
}
