//! Links to screens of the app.

use crate::{domain::route::Route, state::render::use_render_context};
use leptos::{children::Children, prelude::*};

/// A link to a screen, which leads to the right place from every edition.
#[component]
pub(crate) fn Link(
    /// Where it leads.
    to: Route,
    /// Its class.
    #[prop(optional)]
    class: &'static str,
    /// What it is called.
    children: Children,
) -> impl IntoView {
    let href = use_render_context().href(&to);
    // As an attribute like any other: for a class, `view!` writes an empty one where there is none.
    let class = (!class.is_empty()).then_some(class);
    leptos::html::a().attr("class", class).href(href).child(children())
}
