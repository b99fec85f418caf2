//! The list of cases as it stands in `index.html` before the app has loaded: readable, and with links that lead somewhere
//! without it.
//!
//! Refuses: everything that needs the app, but for the search box, whose text the app takes over.

use super::Renderer;
use crate::{
    components::{
        site_footer::SiteFooter,
        site_header::{SiteHeader, Tab},
    },
    domain::{library::Library, route::Route},
    i18n::Messages,
    pages::browse::BrowsePage,
    state::render::{Edition, Hosting},
};
use leptos::prelude::*;

/// Writes the first paint. In one file nothing stands beside it, so that its links wait for the app.
pub fn first_paint(library: &'static Library, messages: Messages, hosting: Hosting) -> String {
    let renderer = Renderer::new(library, messages).edition(Edition::FirstPaint).hosted(hosting);
    renderer.render(&Route::home(), || {
        view! {
            <SiteHeader current=Some(Tab::Cases) answering=false/>
            <main class="main"><BrowsePage/></main>
            <SiteFooter/>
        }
    })
}
