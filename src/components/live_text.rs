//! Text that changes.

use super::rich_text::escape;
use leptos::prelude::*;

/// Text that changes, set on an element of its own: where a page translator has replaced the text nodes of the page, the next
/// text replaces what the translator has put there.
#[component]
pub(crate) fn LiveText(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    // As HTML, not as `textContent`, so that the same text is there when the page is written to a file.
    view! { <span inner_html=move || text.with(|text| escape(text))></span> }
}
