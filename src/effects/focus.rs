//! Where the keyboard and the screen reader are.

use wasm_bindgen::JsCast as _;

/// Moves the focus to an element that is not a control, such as a heading: the temporary `tabindex`
/// goes again when the focus leaves, so that a later click does not show an outline there.
/// `scroll` also brings it to the top of the screen.
pub(crate) fn focus(id: &str, scroll: bool) -> bool {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(element) = element else { return false };
    if scroll {
        element.scroll_into_view();
    }
    let had = element.has_attribute("tabindex");
    if !had && element.set_attribute("tabindex", "-1").is_err() {
        return false;
    }
    element.focus().is_ok()
}
