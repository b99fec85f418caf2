//! The elements of the page: the ground that the other services stand on.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement};

/// The document, which only a page without a window lacks.
pub(super) fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The element around everything, which carries what is true of the whole page.
pub(super) fn root() -> Option<Element> {
    document()?.document_element()
}

/// The element with this id.
pub(super) fn element(id: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Every element that a selector finds, in the order of the page.
pub(super) fn all(selector: &str) -> Vec<Element> {
    let list = document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Sets the title shown in the tab and read first by a screen reader.
pub(crate) fn set_title(text: &str) {
    if let Some(document) = document() {
        document.set_title(text);
    }
}

/// Says which language the page is in, for screen readers, hyphenation and translators.
pub(crate) fn set_language(tag: &str) {
    if let Some(root) = root() {
        // A name that is spelt right is never refused.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets a variable of the style sheet.
pub(super) fn set_css_variable(name: &str, value: &str) {
    if let Some(root) = root().and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // A name that is spelt right is never refused; without it the colour stays.
        let _ = root.style().set_property(name, value);
    }
}

/// Whether the app is all in this one file.
pub(crate) fn is_single_file() -> bool {
    root().is_some_and(|root| root.has_attribute("data-file"))
}

/// Opens or closes the explanation behind the term that was tapped, if one was.
pub(crate) fn toggle_explanation(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(Ok(Some(term))) = target.map(|target| target.closest("button.term")) else { return };
    let Some(text) = term.next_element_sibling() else { return };
    let open = term.get_attribute("aria-expanded").as_deref() == Some("true");
    // Neither can be refused for a name that is spelt right; the page goes on without.
    let _ = text.toggle_attribute_with_force("hidden", open);
    let _ = term.set_attribute("aria-expanded", if open { "false" } else { "true" });
}

/// The value of an attribute of the nearest element that has it, from the one that an event is about outwards.
pub(crate) fn attribute_around(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

/// The address of the link that was followed, as it is written.
pub(crate) fn link_of(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("a[href]").ok()??.get_attribute("href")
}
