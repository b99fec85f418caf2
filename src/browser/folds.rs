//! Parts of a page that are folded away (`details`).

use super::page;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// Marks a fold that was opened for the printer.
const FOR_PRINT: &str = "data-for-print";

fn all(selector: &str) -> Vec<Element> {
    let list = page::document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// The ids of the folds that stand open.
pub(crate) fn open() -> Vec<String> {
    all("details[id][open]").iter().map(Element::id).collect()
}

/// Opens the folds with these ids and closes all other ones that have an id.
pub(crate) fn restore(ids: &[String]) {
    for fold in all("details[id]") {
        // Neither can be refused for a name that is spelt right.
        let _ = fold.toggle_attribute_with_force("open", ids.contains(&fold.id()));
    }
}

/// Opens whatever is around an element: what lies in a fold can take no focus.
pub(super) fn unfold_around(element: &Element) {
    while let Ok(Some(fold)) = element.closest("details:not([open])") {
        if fold.set_attribute("open", "").is_err() {
            break;
        }
    }
}

/// Opens every fold, so that nothing is missing on paper.
pub(crate) fn open_for_print() {
    for fold in all("details:not([open])") {
        let _ = fold.set_attribute("open", "");
        let _ = fold.set_attribute(FOR_PRINT, "");
    }
}

/// Closes what [`open_for_print`] opened.
pub(crate) fn close_after_print() {
    for fold in all("details[data-for-print]") {
        let _ = fold.remove_attribute("open");
        let _ = fold.remove_attribute(FOR_PRINT);
    }
}
