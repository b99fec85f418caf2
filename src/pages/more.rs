//! Everything that the navigation has no room for.

use crate::{
    components::{
        heading::Heading, link::Link, page_title::use_page_title, use_messages, view::each,
    },
    domain::{
        assessment::options::{Depth, Stage},
        route::{Route, Step},
    },
    i18n::key,
};
use leptos::prelude::*;

/// The other pages, each with what it is for.
#[component]
pub(crate) fn MorePage() -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::MORE_TITLE).to_owned());
    let pages = [
        (Route::Glossary { at: None }, key::NAV_GLOSSARY, key::MORE_GLOSSARY),
        (Route::Offline, key::FOOT_OFFLINE, key::MORE_OFFLINE),
        (
            Route::Check(Step::Paper(Stage::Together, Depth::Quick)),
            key::MORE_PAPER_TITLE,
            key::MORE_PAPER,
        ),
        (Route::Embed, key::MORE_EMBED_TITLE, key::MORE_EMBED),
        (Route::About, key::ABOUT_TITLE, key::MORE_ABOUT),
    ];
    let pages = each(pages, |(route, title, text)| {
        view! {
            <li>
                <Link to=route>{messages.text(title)}</Link>
                <p>{messages.text(text)}</p>
            </li>
        }
    });
    view! {
        <section class="page prose">
            <Heading>{messages.text(key::MORE_TITLE)}</Heading>
            <ul class="menu">{pages}</ul>
        </section>
    }
}
