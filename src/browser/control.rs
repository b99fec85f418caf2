//! Controls of the pages that are written as HTML text.

use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement};

/// A control that was tapped or chosen by keyboard.
#[derive(Clone)]
pub(crate) struct Control(Element);

impl Control {
    /// The control that an event is about, if it is one.
    pub(crate) fn of(event: &web_sys::Event) -> Option<Self> {
        let target: Element = event.target()?.dyn_into().ok()?;
        target.closest("[data-act]").ok()?.map(Self)
    }

    /// One of its attributes; empty where it has none.
    pub(crate) fn get(&self, attribute: &str) -> String {
        self.0.get_attribute(attribute).unwrap_or_default()
    }

    /// What was typed into it; empty for what is no field.
    pub(crate) fn value(&self) -> String {
        // By its name: fields of every kind have one, and asking for each kind would weigh more.
        let value = Reflect::get(&self.0, &"value".into()).ok();
        value.and_then(|value| value.as_string()).unwrap_or_default()
    }

    /// Whether it is ticked.
    pub(crate) fn is_checked(&self) -> bool {
        self.0.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
    }

    /// Marks a field in which something is wrong, or no longer.
    pub(crate) fn mark(&self, wrong: bool) {
        // Refused for no name that is spelt right.
        let _ = if wrong {
            self.0.set_attribute("aria-invalid", "true")
        } else {
            self.0.remove_attribute("aria-invalid")
        };
    }

    /// Opens or closes what follows the control.
    pub(crate) fn unfold(&self) {
        let open = self.0.get_attribute("aria-expanded").as_deref() == Some("true");
        let Some(text) = self.0.next_element_sibling() else { return };
        // Neither can be refused for a name that is spelt right; the page goes on without.
        let _ = text.toggle_attribute_with_force("hidden", open);
        let _ = self.0.set_attribute("aria-expanded", if open { "false" } else { "true" });
    }

    /// The address of a link that was followed, as it is written.
    pub(crate) fn link(event: &web_sys::Event) -> Option<String> {
        let target: Element = event.target()?.dyn_into().ok()?;
        target.closest("a[href]").ok()??.get_attribute("href")
    }

    /// Says near the control what came of it, also to a screen reader.
    pub(crate) fn say(&self, text: &str) {
        let around = self.0.closest("fieldset, header, section").ok().flatten();
        if let Some(Ok(Some(place))) = around.map(|around| around.query_selector("[role=status]")) {
            place.set_text_content(Some(text));
        }
    }
}
