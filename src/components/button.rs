//! Buttons.

use super::use_messages;
use crate::i18n::Key;
use leptos::{ev::MouseEvent, prelude::*};

/// A button with a text of the interface on it.
#[component]
pub(crate) fn Button(
    /// What it says.
    label: Key,
    /// Its variant, such as `button--plain`.
    #[prop(optional)]
    variant: &'static str,
    /// Its id, where the focus comes back to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// What a tap does.
    #[prop(into)]
    on_click: Callback<MouseEvent>,
) -> impl IntoView {
    let class =
        if variant.is_empty() { "button".to_owned() } else { ["button ", variant].concat() };
    view! {
        <button id=id class=class type="button" on:click=move |event| on_click.run(event)>
            {use_messages().text(label)}
        </button>
    }
}
