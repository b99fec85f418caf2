//! What partners may want to know besides.

use crate::{
    components::{link::Link, use_messages, view::each},
    domain::route::Route,
    i18n::key,
};
use leptos::prelude::*;

/// What it costs, what it knows about readers, and what becomes of their answers.
#[component]
pub(super) fn GoodToKnow() -> impl IntoView {
    let messages = use_messages();
    let parts = [
        (key::EMBED_COST_TITLE, key::EMBED_COST),
        (key::EMBED_PRIVATE_TITLE, key::EMBED_PRIVATE),
        (key::EMBED_ANSWERS_TITLE, key::EMBED_ANSWERS),
    ];
    each(parts, move |(title, text)| {
        view! {
            <h2>{messages.text(title)}</h2>
            <p>{messages.text(text)}</p>
        }
    })
}

/// How to put a copy of the app on a site of one's own.
#[component]
pub(super) fn OwnCopy() -> impl IntoView {
    let messages = use_messages();
    let steps = [
        key::EMBED_STEP_UNPACK,
        key::EMBED_STEP_PUT,
        key::EMBED_STEP_TYPE,
        key::EMBED_STEP_NAMES,
        key::EMBED_STEP_PASTE,
    ];
    let steps = each(steps, move |step| view! { <li>{messages.text(step)}</li> });
    view! {
        <h2 id="embed-own">{messages.text(key::EMBED_OWN_TITLE)}</h2>
        <p>{messages.text(key::EMBED_OWN)}</p>
        <ol>{steps}</ol>
        <p class="ways"><Link to=Route::About>{messages.text(key::ABOUT_TITLE)}</Link></p>
    }
}
