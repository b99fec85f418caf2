//! A part of the app that could not be fetched.

use crate::{
    components::{
        button::Button, heading::Heading, link::Link, page_title::use_page_title, use_messages,
    },
    domain::route::Route,
    i18n::key,
};
use leptos::prelude::*;

/// Says so, lets the reader try again, and leads to what is there.
#[component]
pub(crate) fn ChunkMissingPage(
    /// Fetches what failed again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::LATER_TITLE).to_owned());
    view! {
        <section class="page prose">
            <Heading>{messages.text(key::LATER_TITLE)}</Heading>
            <p>{messages.text(key::LATER_TEXT)}</p>
            <p><Button label=key::LATER_AGAIN on_click=move |_| retry.run(())/></p>
            <ul class="ways">
                <li><Link to=Route::home()>{messages.text(key::NOT_FOUND_TO_CASES)}</Link></li>
                <li><Link to=Route::Offline>{messages.text(key::ABOUT_TO_OFFLINE)}</Link></li>
            </ul>
        </section>
    }
}
