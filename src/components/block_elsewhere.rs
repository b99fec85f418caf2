//! A block of a case away from its case.

use super::{
    link::Link,
    rich_text::{Html, RichText, SeenTerms, use_text_renderer},
    use_messages,
    view::maybe,
};
use crate::{
    domain::{
        case::{Block, CaseStudy, Section},
        route::Route,
    },
    i18n::key,
};
use leptos::prelude::*;

/// A block in a list of blocks of several cases: whose it is, the way there, and what it says.
#[component]
pub(crate) fn BlockElsewhere(
    /// The case.
    case: &'static CaseStudy,
    /// The block.
    block: &'static Block,
    /// The terms that are explained already in this list.
    seen: SeenTerms,
) -> impl IntoView {
    let renderer = use_text_renderer();
    let text = renderer.explained(&block.text, "", &seen);
    let met = (block.section == Section::Obstacles).then(|| {
        let met = block.met.as_ref().map(|met| renderer.explained(met, "", &seen));
        view! { <ObstacleMet met=met/> }
    });
    view! {
        <li class="block">
            <p class="block__label">
                <Link to=Route::block(&case.slug, &block.id)>{case.organisation.name.as_str()}</Link>
            </p>
            <p class="block__text"><RichText html=text/></p>
            {maybe(met)}
        </li>
    }
}

/// How an obstacle was met, or that the book does not say so.
#[component]
pub(crate) fn ObstacleMet(
    /// How it was met, as far as the book says.
    met: Option<Html>,
) -> impl IntoView {
    let messages = use_messages();
    match met {
        Some(met) => view! {
            <p class="block__met">
                <strong>{messages.text(key::BLOCK_MET)}</strong>
                " "
                <RichText html=met/>
            </p>
        }
        .into_any(),
        None => view! {
            <p class="block__met block__met--not">{messages.text(key::BLOCK_UNMET)}</p>
        }
        .into_any(),
    }
}
