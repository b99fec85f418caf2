//! Printing.

use super::{details, dom};

/// Opens the browser's print dialog. Where there is none, or a frame is not allowed it, nothing happens, and
/// the page cannot know.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// What marks the page while only one sheet of it is printed.
const SHORT: &str = "data-short";

/// Prints what belongs on one page. The mark stays until the browser says that it has printed: on phones it goes on at
/// once.
pub(crate) fn print_short() {
    // A name that is spelt right is never refused.
    if let Some(root) = dom::root() {
        let _ = root.set_attribute(SHORT, "");
    }
    print();
}

/// Opens every `details`, so that nothing is missing on paper. Called by the browser's `beforeprint`.
pub(crate) fn begin() {
    details::open_for_print();
}

/// Closes again what was opened for the printer; from now on the whole page is printed. Called by the browser's `afterprint`.
pub(crate) fn end() {
    details::close_after_print();
    if let Some(root) = dom::root() {
        let _ = root.remove_attribute(SHORT);
    }
}
