//! A part of a page that can be folded away.

use leptos::{children::Children, prelude::*};

/// A `details` with a heading and how much is in it.
#[component]
pub(crate) fn DetailsSection(
    /// The id of its heading, which addresses lead to.
    id: String,
    /// Whether it stands open at first.
    open: bool,
    /// The heading.
    label: String,
    /// How much is in it, in words.
    count: String,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let details_id = ["fold-", &id].concat();
    view! {
        <details class="fold" id=details_id open=open>
            <summary id=id>
                <h2>{label}</h2>
                <span class="fold__count">{count}</span>
            </summary>
            {children()}
        </details>
    }
}
