//! The list of cases and what is said of it.

use super::{
    case_card::CaseCard, chips::Chips, empty_result::EmptyResult, result_count::ResultCount,
    rich_text::RichText, use_library, use_messages, view::maybe,
};
use crate::{
    domain::{listing::Listing, route::Route, text},
    i18n::{Messages, key},
    state::{browse::use_browse, render::use_render_context},
};
use leptos::prelude::*;

/// What was left out of the address, the chosen filters, the number of cases, and the cards or what to do where there are
/// none.
#[component]
pub(crate) fn Results() -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let unknown = browse.derive(|list| list.unknown.join(", "));
    let unknown_notice = move || {
        let unknown = unknown.get();
        maybe((!unknown.is_empty()).then(|| {
            let text = messages.fill(key::BROWSE_UNKNOWN, &[("values", &unknown)]);
            view! { <p class="notice"><RichText html=text.as_str().into()/></p> }
        }))
    };
    let is_early = browse.derive(|list| list.asks && !list.knew.0);
    let early_notice = move || {
        maybe(is_early.get().then(|| {
            view! { <p class="results__partial">{messages.text(key::SEARCH_EARLY)}</p> }
        }))
    };
    let is_empty = browse.derive(|list| list.shown.is_empty());
    view! {
        <section class="results" aria-label=messages.text(key::RESULTS_LABEL)>
            {unknown_notice}
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
#[component]
fn CaseList() -> impl IntoView {
    let (messages, library, browse) = (use_messages(), use_library(), use_browse());
    let correction = browse.derive(move |list| Correction::of(messages, list));
    let is_partial = browse.derive(|list| list.found.partial);
    let partial_notice = move || {
        maybe(is_partial.get().then(|| {
            view! { <p class="results__partial">{messages.text(key::RESULTS_PARTIAL)}</p> }
        }))
    };
    let slugs = browse.derive(move |list| {
        let slugs = list.shown.iter().map(|hit| hit.slug.clone());
        slugs.filter(|slug| library.corpus.case(slug).is_some()).collect::<Vec<_>>()
    });
    view! {
        {move || maybe(correction.get().map(|correction| view! { <CorrectionNotice correction=correction/> }))}
        {partial_notice}
        <ol class="cards">
            <For each=move || slugs.get() key=String::clone children=|slug| view! { <CaseCard slug=slug/> }/>
        </ol>
    }
}

/// Which words stand nowhere, and the search that was probably meant.
#[derive(Clone, Debug, PartialEq)]
struct Correction {
    /// The sentence before the search that was meant.
    before: String,
    /// That search, in quotation marks.
    meant: String,
    /// Its address.
    search: Route,
    /// The sentence behind it.
    after: String,
}

impl Correction {
    fn of(messages: Messages, list: &Listing) -> Option<Self> {
        if list.found.corrected.is_empty() {
            return None;
        }
        let quoted = |text: &str| messages.fill(key::QUOTED, &[("text", text)]);
        let words =
            list.found.corrected.iter().map(|(typed, _)| text::as_written(&list.query, typed));
        let typed: Vec<String> = words.map(quoted).collect();
        let said = messages.fill(key::RESULTS_CORRECTED, &[("typed", &typed.join(", "))]);
        let (before, after) = said.split_once("{meant}").unwrap_or((&said, ""));
        let meant = list.meant();
        Some(Self {
            before: before.to_owned(),
            meant: quoted(meant.trim()),
            search: Route::Browse { query: meant, selection: list.selection.clone() },
            after: after.to_owned(),
        })
    }
}

/// The search that was probably meant, to be taken by a tap.
#[component]
fn CorrectionNotice(
    /// What is said.
    correction: Correction,
) -> impl IntoView {
    let Correction { before, meant, search, after } = correction;
    let href = use_render_context().href(&search);
    view! {
        <p class="results__partial">
            <RichText html=before.as_str().into()/>
            <a href=href><RichText html=meant.as_str().into()/></a>
            <RichText html=after.as_str().into()/>
        </p>
    }
}
