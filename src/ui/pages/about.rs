//! What this is, where the facts come from, and what happens with what people enter: nothing.

use crate::{
    domain::{route::Route, words::key},
    state::app::app,
    ui::parts::{heading, link},
};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let parts = [
        (key::ABOUT_WHAT_TITLE, key::ABOUT_WHAT),
        (key::ABOUT_SOURCE_TITLE, key::ABOUT_SOURCE),
        (key::ABOUT_DATE_TITLE, key::ABOUT_DATE),
        (key::ABOUT_NOTES_TITLE, key::ABOUT_NOTES),
        (key::ABOUT_PRIVACY_TITLE, key::ABOUT_PRIVACY),
        (key::ABOUT_NAME_TITLE, key::ABOUT_NAME),
    ];
    let cases = app().library.corpus.cases().len().to_string();
    view! {
        <section class="page prose">
            {heading(key::ABOUT_TITLE.text())}
            {parts.map(|(title, text)| view! { <h2>{title.text()}</h2><p>{text.with(&[("n", &cases)])}</p> }).collect_view()}
            <p>{link(&Route::Offline, key::ABOUT_TO_OFFLINE.text())}</p>
        </section>
    }
}
