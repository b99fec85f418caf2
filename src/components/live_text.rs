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

/// A paragraph that says what has changed, also to a screen reader. It is there from the beginning, because a screen reader
/// listens only to what was there before it changed; and the text is set on the paragraph itself, so that nothing that stands
/// in it can come between.
#[component]
pub(crate) fn LiveRegion(
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
    /// Its class.
    #[prop(optional)]
    class: &'static str,
    /// Its id, where a field names it as its description.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! { <p id=id class=class role="status" inner_html=move || text.with(|text| escape(text))></p> }
}

/// Text that changes in a text area of its own, to be read and copied. Set as HTML for the same two reasons; natively the
/// framework does not escape what stands in a text area.
#[component]
pub(crate) fn LiveTextArea(
    /// Its id.
    id: &'static str,
    /// The id of what describes it.
    described_by: String,
    /// How many lines it shows where it cannot grow.
    rows: &'static str,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <textarea
            id=id
            rows=rows
            readonly=true
            spellcheck="false"
            aria-describedby=described_by
            inner_html=move || text.with(|text| escape(text))
        ></textarea>
    }
}
