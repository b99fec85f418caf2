//! What is marked on the page, and the way to be without.

use crate::{components::use_messages, i18n::key, state::app::use_app};
use leptos::prelude::*;

/// The search whose words are marked, with a button that takes the marks away.
#[component]
pub(super) fn MarkingBar(
    /// The search.
    query: String,
) -> impl IntoView {
    let (messages, app) = (use_messages(), use_app());
    let unmark = move |_| app.stay(app.route.get_untracked().unmarked());
    view! {
        <p class="marking">
            <span>{messages.fill(key::CASE_MARKED, &[("query", query.trim())])}</span>
            " "
            <button class="marking__end" type="button" on:click=unmark>
                {messages.text(key::CASE_UNMARK)}
            </button>
        </p>
    }
}
