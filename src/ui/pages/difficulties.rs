//! What went wrong, kind by kind, and how each case met it.

use crate::{
    domain::{
        case::Section,
        filter::Selection,
        order,
        route::Route,
        vocabulary::{Facet, Value},
        words::key,
    },
    state::app::app,
    ui::parts::{heading, link},
};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let library = app().library;
    let mut kinds: Vec<(&Value, usize)> = library
        .vocabulary
        .facet(Facet::Obstacle)
        .into_iter()
        .flat_map(|list| &list.values)
        .map(|value| {
            let selection = Selection::default().with(Facet::Obstacle, &value.id);
            let cases = library.corpus.cases().iter();
            (value, cases.filter(|case| selection.admits(case)).count())
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    // The most common first; equal ones stay in the order of the word list.
    order::sort(&mut kinds, |a, b| b.1.cmp(&a.1));
    view! {
        <section class="page">
            {heading(key::DIFFICULTIES_TITLE.text())}
            <p class="lead">{key::DIFFICULTIES_LEAD.text()}</p>
            {kinds.into_iter().map(|(value, count)| kind(value, count)).collect_view()}
        </section>
    }
}

fn kind(value: &'static Value, count: usize) -> impl IntoView {
    let library = app().library;
    let all = library.corpus.cases().len().to_string();
    let blocks = library.corpus.cases().iter().flat_map(|case| {
        case.section(Section::Obstacles).filter(|block| block.kind == value.id).map(move |block| {
            let met = match &block.met {
                Some(met) => view! {
                    <p class="block__met"><strong>{key::BLOCK_MET.text()}</strong>" "{met.clone()}</p>
                }
                .into_any(),
                None => view! {
                    <p class="block__met block__met--not">{key::BLOCK_UNMET.text()}</p>
                }
                .into_any(),
            };
            view! {
                <li class="block">
                    <p class="block__label">
                        {link(&Route::block(&case.slug, &block.id), &case.organisation.name)}
                    </p>
                    <p class="block__text">{block.text.clone()}</p>
                    {met}
                </li>
            }
        })
    });
    view! {
        <details class="fold">
            <summary>
                <h2>{value.label.clone()}</h2>
                <span class="fold__count">{key::SHARED_BY.with(count, &[("all", &all)])}</span>
            </summary>
            <ol class="blocks">{blocks.collect_view()}</ol>
        </details>
    }
}
