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
    view! { <a class=(!class.is_empty()).then_some(class) href=href>{children()}</a> }
}
