//! One filter of the list.

use super::{
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
    // One memo and one drawing for all values: two hundred memos that read the list take longer than the search.
    let values: Vec<(usize, &'static Value)> = use_library().values_in_use(facet).collect();
    let states = Memo::new({
        let values = values.clone();
        move |before: Option<&Vec<(bool, usize)>>| match before {
            Some(before) if browse.is_typing.get() => before.clone(),
            _ => browse.listing.with(|list| {
                let state = |(at, value): &(usize, &'static Value)| {
                    (list.selection.has(facet, &value.id), list.count(facet, *at))
                };
                values.iter().map(state).collect()
            }),
        }
    });
    let rows = move || {
        let values = values.iter().zip(states.get());
        each(values, |((_, value), (is_chosen, count))| {
            view! { <FacetValue facet=facet value=value is_chosen=is_chosen count=count/> }
        })
    };
    view! {
        <details class="facet" open=chosen.get_untracked() != 0>
            <summary>{words.label.as_str()} " " {badge}</summary>
            <fieldset on:change=move |event| browse.toggle(facet, &event_target_value(&event))>
                <legend>{words.hint.as_str()}</legend>
                {rows}
            </fieldset>
        </details>
    }
}

/// A value: its box, its name, and how many cases it would leave. (`name`, `value` and `data-leaves` of the box are contracts.)
#[component]
fn FacetValue(
    /// The filter.
    facet: Facet,
    /// The value.
    value: &'static Value,
    /// Whether it is chosen.
    is_chosen: bool,
    /// How many cases it would leave.
    count: usize,
) -> impl IntoView {
    let digits = count.to_string();
    let text = digits.as_str().into();
    view! {
        <label class="tick">
            <input
                type="checkbox"
                name=facet.id()
                value=value.id.as_str()
                data-leaves=digits
                checked=is_chosen
                prop:checked=is_chosen
            />
            <span class="tick__label">{value.label.as_str()}</span>
            <span class="tick__count" aria-label=use_messages().count(key::FILTER_COUNT, count)>
                <RichText html=text/>
            </span>
        </label>
    }
}
