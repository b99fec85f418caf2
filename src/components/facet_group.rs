//! One filter of the list.

use super::{
    live_text::LiveText,
    rich_text::RichText,
    use_library, use_messages,
    view::{each, maybe},
};
use crate::{
    domain::vocabulary::{Facet, Value, WordList},
    i18n::key,
    state::browse::use_browse,
};
use leptos::prelude::*;

/// A filter: how many of its values are chosen, and its values as boxes to tick.
#[component]
pub(crate) fn FacetGroup(
    /// The filter.
    facet: Facet,
    /// Its values.
    words: &'static WordList,
) -> impl IntoView {
    let browse = use_browse();
    let chosen = browse.derive(move |list| list.chosen(facet));
    let badge = move || {
        let chosen = chosen.get();
        maybe((chosen > 0).then(|| {
            view! { <span class="facet__chosen"><RichText html=chosen.to_string().as_str().into()/></span> }
        }))
    };
    let values = each(use_library().values_in_use(facet), move |(at, value)| {
        view! { <FacetValue facet=facet at=at value=value/> }
    });
    view! {
        <details class="facet" open=chosen.get_untracked() != 0>
            <summary>{words.label.as_str()} " " {badge}</summary>
            <fieldset>
                <legend>{words.hint.as_str()}</legend>
                {values}
            </fieldset>
        </details>
    }
}

/// A value: its box, its name, and how many cases it would leave. (`name`, `value` and `data-leaves` of the box are contracts.)
#[component]
fn FacetValue(
    /// The filter.
    facet: Facet,
    /// The place of the value in the list of all values of the filter.
    at: usize,
    /// The value.
    value: &'static Value,
) -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let is_chosen = browse.derive(move |list| list.selection.has(facet, &value.id));
    let count = browse.derive(move |list| list.count(facet, at));
    view! {
        <label class="tick">
            <input
                type="checkbox"
                name=facet.id()
                value=value.id.as_str()
                data-leaves=move || count.get().to_string()
                checked=is_chosen.get_untracked()
                prop:checked=move || is_chosen.get()
                on:change=move |_| browse.toggle(facet, &value.id)
            />
            <span class="tick__label">{value.label.as_str()}</span>
            <span class="tick__count" aria-label=move || messages.count(key::FILTER_COUNT, count.get())>
                <LiveText text=Signal::derive(move || count.get().to_string())/>
            </span>
        </label>
    }
}
