//! What went wrong, kind by kind, and how each case met it.

use crate::{
    domain::{
        case::Section,
        glossary::Seen,
        route::Route,
        vocabulary::{Facet, Value},
        words::key,
    },
    state::app::app,
    ui::parts::{heading, link, obstacle, prose},
};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let library = app().library;
    let kinds = library.corpus.common(Facet::Obstacle, &library.vocabulary);
    view! {
        <section class="page">
            {heading(key::DIFFICULTIES_TITLE.text())}
            <p class="lead">{key::DIFFICULTIES_LEAD.text()}</p>
            {kinds.into_iter().map(|(value, count)| kind(value, count)).collect_view()}
        </section>
    }
}

fn kind(value: &'static Value, count: usize) -> impl IntoView {
    let corpus = &app().library.corpus;
    let all = corpus.cases().len().to_string();
    // Explained anew under each kind, because each is opened by itself.
    let mut seen = Seen::default();
    let mut blocks = Vec::new();
    for case in corpus.cases() {
        for block in case.section(Section::Obstacles).filter(|block| block.kind == value.id) {
            blocks.push(view! {
                <li class="block">
                    <p class="block__label">
                        {link(&Route::block(&case.slug, &block.id), &case.organisation.name)}
                    </p>
                    <p class="block__text">{prose::explained(&block.text, &mut seen)}</p>
                    {obstacle::met(block, &mut seen)}
                </li>
            });
        }
    }
    view! {
        <details class="fold">
            <summary>
                <h2>{value.label.clone()}</h2>
                <span class="fold__count">{key::SHARED_BY.with(count, &[("all", &all)])}</span>
            </summary>
            <ol class="blocks">{blocks}</ol>
        </details>
    }
}
