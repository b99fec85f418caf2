//! The chosen filter values.

use super::{use_library, use_messages, view::maybe};
use crate::{domain::vocabulary::Facet, i18n::key, state::browse::use_browse};
use leptos::prelude::*;

/// The chosen filter values, each to be taken away by a tap, and all of them by one.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let chosen = browse.derive(|list| {
        list.selection.iter().map(|(facet, value)| (facet, value.to_owned())).collect::<Vec<_>>()
    });
    let has_chosen = browse.derive(|list| !list.selection.is_empty());
    let chips = move || {
        view! {
            <ul class="chips" aria-label=messages.text(key::CHIPS_LABEL)>
                <For
                    each=move || chosen.get()
                    key=|(facet, value)| [facet.id(), "=", value].concat()
                    children=|(facet, value)| view! { <Chip facet=facet value=value/> }
                />
                <li>
                    <button class="chip chip--all" type="button" on:click=move |_| browse.drop_all()>
                        {messages.text(key::CHIPS_CLEAR)}
                    </button>
                </li>
            </ul>
        }
    };
    move || maybe(has_chosen.get().then(chips))
}

/// A chosen value.
#[component]
fn Chip(
    /// The filter.
    facet: Facet,
    /// The id of the value.
    value: String,
) -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let label = use_library().vocabulary.label(&[facet.id()], &value).to_owned();
    let name = messages.fill(key::CHIP_REMOVE, &[("value", &label)]);
    view! {
        <li>
            <button class="chip" type="button" aria-label=name on:click=move |_| browse.drop_value(facet, &value)>
                {label}
                <span aria-hidden="true">" ×"</span>
            </button>
        </li>
    }
}
