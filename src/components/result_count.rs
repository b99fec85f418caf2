//! How many cases the list has.

use super::{rich_text::RichText, use_messages};
use crate::{
    i18n::key,
    state::browse::{COUNT, use_browse},
};
use leptos::prelude::*;

/// "25 cases", with the number in an element of its own. (`data-count` is a contract.)
#[component]
pub(crate) fn ResultCount() -> impl IntoView {
    let messages = use_messages();
    let count = use_browse().derive(|list| list.shown.len());
    let text = move || {
        let count = count.get();
        let digits = messages.whole(u64::try_from(count).unwrap_or(u64::MAX));
        let text = messages.count(key::RESULTS_COUNT, count);
        let (before, after) = text.split_once(&digits).unwrap_or(("", &text));
        view! {
            <RichText html=before.into()/>
            <span data-count=count.to_string()><RichText html=digits.as_str().into()/></span>
            <RichText html=after.into()/>
        }
        .into_any()
    };
    view! { <p class="results__count" id=COUNT>{text}</p> }
}
