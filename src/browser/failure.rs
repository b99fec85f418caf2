//! The last resort: a plain sentence instead of a dead page.

use super::page;

/// Shows the notice that stands ready in `index.html`. Used when the app itself can no longer draw.
pub(crate) fn show() {
    page::stop_waiting();
    if let Some(notice) = page::element("failure") {
        notice.set_hidden(false);
        // What the app had drawn stays below, and the reader may be far down in it.
        notice.scroll_into_view();
    }
}

/// Takes the notice away again: something else on the page had failed, but the app has started.
pub(crate) fn withdraw() {
    if let Some(notice) = page::element("failure") {
        notice.set_hidden(true);
    }
}
