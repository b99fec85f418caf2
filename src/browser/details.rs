//! Parts of a page that can be folded away (`details`).

use super::dom::all;
use web_sys::Element;

/// Marks a element that was opened for the printer.
const FOR_PRINT: &str = "data-for-print";

/// The ids of the elements that stand open.
pub(crate) fn open() -> Vec<String> {
    all("details[id][open]").iter().map(Element::id).collect()
}

/// Opens the elements with these ids and closes all other ones that have an id.
pub(crate) fn restore(ids: &[String]) {
    for element in all("details[id]") {
        // Neither can be refused for a name that is spelt right.
        let _ = element.toggle_attribute_with_force("open", ids.contains(&element.id()));
    }
}

/// Opens whatever is around an element: what lies in a element can take no focus.
pub(super) fn open_around(element: &Element) {
    while let Ok(Some(element)) = element.closest("details:not([open])") {
        if element.set_attribute("open", "").is_err() {
            break;
        }
    }
}

/// Opens every fold, so that nothing is missing on paper.
pub(super) fn open_for_print() {
    for element in all("details:not([open])") {
        let _ = element.set_attribute("open", "");
        let _ = element.set_attribute(FOR_PRINT, "");
    }
}

/// Closes what [`open_for_print`] opened.
pub(super) fn close_after_print() {
    for element in all("details[data-for-print]") {
        let _ = element.remove_attribute("open");
        let _ = element.remove_attribute(FOR_PRINT);
    }
}
