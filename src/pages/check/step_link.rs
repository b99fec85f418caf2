//! A link onwards that looks like a button.

use crate::{
    domain::route::{Route, Step},
    state::render::use_render_context,
};
use leptos::{children::Children, prelude::*};

/// A link to a step of the check that looks like a button.
///
/// The next screen has such a link in the same place, so that the second click of a double click would skip a screen; it is
/// passed over.
#[component]
pub(super) fn StepLink(
    /// Where it leads.
    to: Step,
    /// Its variant, such as `button--go`.
    variant: &'static str,
    /// What it is called.
    children: Children,
) -> impl IntoView {
    let href = use_render_context().href(&Route::Check(to));
    view! {
        <a
            class=["button ", variant].concat()
            href=href
            on:click=move |event| {
                if event.detail() > 1 {
                    event.prevent_default();
                }
            }
        >
            {children()}
        </a>
    }
}
