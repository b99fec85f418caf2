//! The list of cases and what is said of it.

use super::{
    case_card::{CardContent, CaseCard},
    chips::Chips,
    empty_result::EmptyResult,
    result_count::ResultCount,
    rich_text::{RichText, use_text_renderer},
    use_messages,
    view::{each, maybe},
};
use crate::{
    browser::dom,
    domain::route::Route,
    i18n::key,
    state::{browse::use_browse, render::use_render_context},
};
use leptos::{ev::KeyboardEvent, prelude::*};

/// The chosen filters, the number of cases, and the cards or what to do where there are none.
#[component]
pub(crate) fn Results() -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let is_early = browse.derive(|list| list.asks && !list.knew.0);
    let early_notice = move || {
        maybe(is_early.get().then(|| {
            view! { <p class="results__partial">{messages.text(key::SEARCH_EARLY)}</p> }
        }))
    };
    let is_empty = browse.derive(|list| list.shown.is_empty());
    let is_settled = browse.is_settled();
    view! {
        <section
            class="results"
            aria-label=messages.text(key::RESULTS_LABEL)
            data-settled=move || is_settled.get().then_some("")
        >
            <Chips/>
            <ResultCount/>
            {early_notice}
            {move || {
                if is_empty.get() {
                    view! { <EmptyResult/> }.into_any()
                } else {
                    view! { <CaseList/> }.into_any()
                }
            }}
        </section>
    }
}

/// The cards, in the order of the search, with what a reader must know about how they were found.
///
/// The elements of the cards stay and take on other cases, place by place: nearly everything on a card changes with every
/// letter, and the `<For>` of Leptos 0.8 leaves items that move in the wrong order.
#[component]
fn CaseList() -> impl IntoView {
    let (messages, browse, renderer) = (use_messages(), use_browse(), use_text_renderer());
    let is_corrected = browse.derive(|list| !list.mistyped().is_empty());
    let is_partial = browse.derive(|list| list.found.partial);
    let partial_notice = move || {
        maybe(is_partial.get().then(|| {
            view! { <p class="results__partial">{messages.text(key::RESULTS_PARTIAL)}</p> }
        }))
    };
    let cards = move || {
        browse.listing.with(|list| {
            each(CardContent::of_list(renderer, list), |content| {
                view! { <CaseCard content=content/> }
            })
        })
    };
    let class = move || if browse.is_typing.get() { "cards cards--typing" } else { "cards" };
    let press = move |event: KeyboardEvent| {
        if let Some(slug) = dom::attribute_around(&event, "data-case") {
            browse.press(&event, Some(&slug));
        }
    };
    view! {
        {move || maybe(is_corrected.get().then(|| view! { <Correction/> }))}
        {partial_notice}
        <ol class=class on:keydown=press>{cards}</ol>
    }
}

/// Which words stand nowhere, and the search that was probably meant, to be taken by a tap.
#[component]
fn Correction() -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let context = use_render_context();
    let inside = move || {
        let quoted = |text: &str| messages.fill(key::QUOTED, &[("text", text)]);
        browse.listing.with(|list| {
            let typed: Vec<String> = list.mistyped().into_iter().map(quoted).collect();
            let said = messages.fill(key::RESULTS_CORRECTED, &[("typed", &typed.join(", "))]);
            let (before, after) = said.split_once("{meant}").unwrap_or((&said, ""));
            let query = list.corrected_query();
            let meant = quoted(query.trim());
            let search = Route::Browse { query, selection: list.selection.clone() };
            view! {
                <RichText html=before.into()/>
                <a href=context.href(&search)><RichText html=meant.as_str().into()/></a>
                <RichText html=after.into()/>
            }
            .into_any()
        })
    };
    view! { <p class="results__partial">{inside}</p> }
}
