//! The heading of a page.

use leptos::{children::Children, prelude::*};

/// The id of the heading, where the focus goes when the page changes.
pub(crate) const HEADING: &str = "heading";

/// The heading of a page, where the focus goes when the page changes.
#[component]
pub(crate) fn Heading(
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <h1 id=HEADING>{children()}</h1> }
}
