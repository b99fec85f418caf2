//! A block of a case away from its case.

use super::{
    link::Link,
    rich_text::{RichText, SeenTerms, use_text_renderer},
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
    let text = use_text_renderer().explained(&block.text, "", &seen);
    let is_obstacle = block.section == Section::Obstacles;
    view! {
        <li class="block">
            <p class="block__label">
                <Link to=Route::block(&case.slug, &block.id)>{case.organisation.name.as_str()}</Link>
            </p>
            <p class="block__text"><RichText html=text/></p>
            {maybe(is_obstacle.then(|| view! { <ObstacleMet block=block query=String::new() seen=seen/> }))}
        </li>
    }
}

/// How an obstacle was met, or that the book does not say so.
#[component]
pub(crate) fn ObstacleMet(
    /// The obstacle.
    block: &'static Block,
    /// The search whose words are marked; empty for none.
    query: String,
    /// The terms that are explained already nearby.
    seen: SeenTerms,
) -> impl IntoView {
    let messages = use_messages();
    match &block.met {
        Some(met) => {
            let text = use_text_renderer().explained(met, &query, &seen);
            view! {
                <p class="block__met">
                    <strong>{messages.text(key::BLOCK_MET)}</strong>
                    " "
                    <RichText html=text/>
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="block__met block__met--not">{messages.text(key::BLOCK_UNMET)}</p>
        }
        .into_any(),
    }
}
