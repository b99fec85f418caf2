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
