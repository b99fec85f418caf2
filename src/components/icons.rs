//! Drawings that mean nothing without the words beside them.

use leptos::prelude::*;

/// The tunduk: the ring at the top of a yurt, where all poles meet. The sign of the app; ornament only.
#[component]
pub(crate) fn Tunduk() -> impl IntoView {
    view! {
        <svg class="tunduk" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
            <circle cx="24" cy="24" r="20"></circle>
            <path d="M5 20Q24 10 43 20M4 24Q24 15 44 24M5 28Q24 20 43 28"></path>
            <path d="M20 5Q10 24 20 43M24 4Q15 24 24 44M28 5Q20 24 28 43"></path>
        </svg>
    }
}

/// Two links of a chain: the address of a block.
#[component]
pub(crate) fn Chain() -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d="M10 14a4 4 0 0 1 0-5.7l3-3a4 4 0 0 1 5.700 5.700l-1.500 1.500M14 10a4 4 0 0 1 0 5.700l-3 3a4 4 0 0 1-5.700-5.700l1.500-1.500"></path>
        </svg>
    }
}
