//! Pieces that several pages use.

use crate::{effects::page, html::Desk, state::app::app};
use leptos::prelude::*;

/// What pages are written with.
pub(crate) fn desk() -> Desk<'static> {
    Desk { library: app().library, wide: page::is_wide(), query: "", still: false }
}

/// A page that is written as HTML text.
pub(crate) fn written(html: String) -> AnyView {
    view! { <div inner_html=html></div> }.into_any()
}

/// What writes a part anew; boxed, so that a screen can choose among several and hand them to one view.
pub(crate) type Text = Box<dyn Fn() -> String + Send>;

/// A part that is written anew whenever what it reads has changed.
pub(crate) fn live(html: Text) -> impl IntoView {
    view! { <div inner_html=html></div> }
}
