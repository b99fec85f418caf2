//! The chosen filter values.

use super::{
    rich_text::RichText,
    use_library, use_messages,
    view::{each, maybe},
};
use crate::{domain::vocabulary::Facet, i18n::key, state::browse::use_browse};
use leptos::prelude::*;

/// The chosen filter values, each to be taken away by a tap, and all of them by one.
#[component]
pub(crate) fn Chips() -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let has_chosen = browse.derive(|list| !list.selection.is_empty());
    let chips = move || {
        browse.listing.with(|list| {
            each(list.selection.iter(), |(facet, value)| {
                view! { <Chip facet=facet value=value.to_owned()/> }
            })
        })
    };
    let list = move || {
        view! {
            <ul class="chips" aria-label=messages.text(key::CHIPS_LABEL)>
                {chips}
                <li>
                    <button class="chip chip--all" type="button" on:click=move |_| browse.drop_all()>
                        {messages.text(key::CHIPS_CLEAR)}
                    </button>
                </li>
            </ul>
        }
    };
    move || maybe(has_chosen.get().then(list))
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
    let label = use_library().vocabulary.label(&[facet.id()], &value);
    let name = messages.fill(key::CHIP_REMOVE, &[("value", label)]);
    let label = label.into();
    view! {
        <li>
            <button class="chip" type="button" aria-label=name on:click=move |_| browse.drop_value(facet, &value)>
                <RichText html=label/>
                <span aria-hidden="true">" ×"</span>
            </button>
        </li>
    }
}
