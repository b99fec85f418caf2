//! The drawn signs. All are ornament beside words, so all are hidden from screen readers.

use leptos::prelude::*;

/// The tunduk: the ring at the top of a yurt, where all poles meet. The sign of the app.
pub(crate) fn tunduk() -> impl IntoView {
    view! {
        <svg class="tunduk" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
            <circle cx="24" cy="24" r="20"/>
            <path d="M5 20Q24 10 43 20M4 24Q24 15 44 24M5 28Q24 20 43 28"/>
            <path d="M20 5Q10 24 20 43M24 4Q15 24 24 44M28 5Q20 24 28 43"/>
        </svg>
    }
}

/// Two links of a chain: the address of a part.
pub(crate) fn link() -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M10 14a4 4 0 0 1 0-5.7l3-3a4 4 0 0 1 5.700 5.700l-1.500 1.500M14 10a4 4 0 0 1 0 5.700l-3 3a4 4 0 0 1-5.700-5.700l1.500-1.500"/>
        </svg>
    }
}
