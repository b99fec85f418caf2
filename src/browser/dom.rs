//! What several services do with elements of the page.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

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
