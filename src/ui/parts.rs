//! Pieces that several pages use.

use crate::{
    domain::{number, route::Route, words::Plural},
    effects::page,
    html::{self, Desk},
    state::app::app,
};
use leptos::prelude::*;

/// What pages are written with.
pub(crate) fn desk() -> Desk<'static> {
    Desk { library: app().library, wide: page::is_wide() }
}

/// A page that is written as HTML text.
pub(crate) fn written(html: String) -> impl IntoView {
    view! { <div inner_html=html></div> }
}

/// A part that is written anew whenever what it reads has changed.
pub(crate) fn live(html: impl Fn() -> String + Send + 'static) -> impl IntoView {
    view! { <div inner_html=html></div> }
}

/// The sign of the app.
pub(crate) fn tunduk() -> impl IntoView {
    view! { <span inner_html=html::tunduk()></span> }
}

/// A link to a page of the app.
pub(crate) fn link(route: &Route, label: &str) -> impl IntoView + use<> {
    view! { <a href=route.address()>{label.to_owned()}</a> }
}

/// The heading of a page, where the focus goes when the page changes.
pub(crate) fn heading(text: &str) -> impl IntoView + use<> {
    view! { <h1 id="heading">{text.to_owned()}</h1> }
}

/// A counted thing ("25 cases") with the number in an element of its own (`data-count` is a contract).
pub(crate) fn counted(plural: Plural, count: usize) -> impl IntoView {
    let digits = number::whole(u64::try_from(count).unwrap_or(u64::MAX));
    let text = plural.of(count);
    let (before, after) = text.split_once(&digits).unwrap_or(("", &text));
    view! { {before.to_owned()}<span data-count=count.to_string()>{digits.clone()}</span>{after.to_owned()} }
}
