//! Pieces that several pages use.

use crate::{effects::page, html::Desk, state::app::app};
use leptos::prelude::*;

/// What pages are written with.
pub(crate) fn desk() -> Desk<'static> {
    Desk { library: app().library, wide: page::is_wide(), query: "" }
}

/// A page that is written as HTML text.
pub(crate) fn written(html: String) -> impl IntoView {
    view! { <div inner_html=html></div> }
}

/// A part that is written anew whenever what it reads has changed.
pub(crate) fn live(html: impl Fn() -> String + Send + 'static) -> impl IntoView {
    view! { <div inner_html=html></div> }
}
