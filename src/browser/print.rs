//! Printing.

use super::{details, dom};

/// Opens the browser's print dialog for the whole page. `false` where the browser has none, as inside some messengers. Where a frame
/// is not allowed it, nothing happens, and the page cannot know.
pub(crate) fn print() -> bool {
    // A browser that never says that it has printed leaves the mark of the last time.
    unmark();
    dialog()
}

fn dialog() -> bool {
    web_sys::window().is_some_and(|window| window.print().is_ok())
}

/// What marks the page while only one sheet of it is printed.
const SHORT: &str = "data-short";

/// Prints what belongs on one page, as [`print()`] does. The mark stays until the browser says that it has printed: on phones it goes
/// on at once.
pub(crate) fn print_short() -> bool {
    // A name that is spelt right is never refused.
    if let Some(root) = dom::root() {
        let _ = root.set_attribute(SHORT, "");
    }
    dialog()
}

fn unmark() {
    if let Some(root) = dom::root() {
        let _ = root.remove_attribute(SHORT);
    }
}

/// Opens every `details`, so that nothing is missing on paper. Called by the browser's `beforeprint`.
pub(crate) fn begin() {
    details::open_for_print();
}

/// Closes again what was opened for the printer; from now on the whole page is printed. Called by the browser's `afterprint`.
pub(crate) fn end() {
    details::close_after_print();
    unmark();
}
