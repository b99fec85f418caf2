//! Boxes to tick, each followed by how much it would leave.

use super::page;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

/// Shows of each box below the element with this id, in their order, whether it is ticked, a number and that number in words.
pub(crate) fn show<'a>(inside: &str, ticks: impl Iterator<Item = (bool, &'a str, &'a str)>) {
    let boxes = page::element(inside).and_then(|panel| panel.query_selector_all("input").ok());
    let Some(boxes) = boxes else { return };
    for (place, tick) in (0..boxes.length()).zip(ticks) {
        let field: Option<HtmlInputElement> =
            boxes.get(place).and_then(|field| field.dyn_into().ok());
        if let Some(field) = field {
            tell(&field, tick);
        }
    }
}

fn tell(field: &HtmlInputElement, (checked, count, said): (bool, &str, &str)) {
    field.set_checked(checked);
    // Refused for no name that is spelt right, here and below.
    let _ = field.set_attribute("data-leaves", count);
    let Some(place) = field.parent_element().and_then(|label| label.last_element_child()) else {
        return;
    };
    place.set_text_content(Some(count));
    let _ = place.set_attribute("aria-label", said);
}
