//! A block of a case.

use super::{context::use_case, figures::Figures, note::NotesAbout, section::with_value};
use crate::{
    components::{
        block_elsewhere::ObstacleMet,
        link::Link,
        rich_text::{RichText, SeenTerms},
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        case::{Block, Section},
        route::Route,
        vocabulary::Facet,
    },
    i18n::{Messages, key},
    state::render::use_render_context,
};
use leptos::prelude::*;

/// A block: when, who or what, what is told, what was counted, and what it illustrates.
#[component]
pub(super) fn BlockView(
    /// The block.
    block: &'static Block,
    /// The terms that are explained already.
    seen: SeenTerms,
) -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let id = block.id.as_str();
    let date = block.date.as_ref().map(|date| messages.date(date));
    let text = case.explained(&block.text, &seen);
    let met = (block.section == Section::Obstacles).then(|| {
        let met = block.met.as_ref().map(|met| case.explained(met, &seen));
        view! { <ObstacleMet met=met/> }
    });
    // The app puts an address right that names a block which is gone; a plain page must have its place.
    let formerly = use_render_context()
        .is_static()
        .then(|| each(&block.formerly, |gone| view! { <span id=gone.as_str()></span> }));
    view! {
        <li id=id class="block">
            {maybe(formerly)}
            {maybe(date.map(|date| view! { <p class="block__date">{date}</p> }))}
            <BlockLabel block=block/>
            <p class="block__text"><RichText html=text/></p>
            {maybe(met)}
            <Figures block=block/>
            <Dimensions block=block/>
            <OtherCase block=block/>
            <NotesAbout id=id/>
        </li>
    }
}

/// The line above a block's text: name, role, kind and amount, as far as it has them, and how many cases share an instrument
/// or an obstacle.
#[component]
fn BlockLabel(
    /// The block.
    block: &'static Block,
) -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let vocabulary = &use_library().vocabulary;
    let kind = vocabulary.label(block.section.rule().kinds, &block.kind);
    let amount = block.amount.as_ref().map(|amount| {
        let value = messages.number(amount.value);
        messages.fill(key::AMOUNT, &[("value", &value), ("unit", &amount.unit)])
    });
    let known = [&block.name, &block.role, kind];
    let mut parts = known.into_iter().chain(amount.as_deref()).filter(|part| !part.is_empty());
    let label = parts.next().map(|first| {
        let rest = each(parts, |part| {
            view! {
                " "
                <span class="block__kind"><RichText html=case.marked(part)/></span>
            }
        });
        view! {
            <p class="block__label">
                <strong><RichText html=case.marked(first)/></strong>
                {rest}
                <SharedBy block=block/>
            </p>
        }
    });
    maybe(label)
}

/// "7 of 25 cases" for an instrument or an obstacle, leading to them.
#[component]
fn SharedBy(
    /// The block.
    block: &'static Block,
) -> impl IntoView {
    let (facet, route) = match block.section {
        Section::Instruments => (Facet::Instrument, with_value(Facet::Instrument, &block.kind)),
        Section::Obstacles => {
            (Facet::Obstacle, Route::Difficulties { at: Some(block.kind.clone()) })
        }
        _ => return maybe(None::<AnyView>),
    };
    let corpus = &use_library().corpus;
    let all = corpus.cases().len().to_string();
    let count = corpus.with_value(facet, &block.kind);
    let text = use_messages().count_with(key::SHARED_BY, count, &[("all", &all)]);
    view! {
        " "
        <span class="block__shared"><Link to=route>{text}</Link></span>
    }
    .into_any()
}

/// What a block illustrates, and how many cases do; leads to them.
#[component]
fn Dimensions(
    /// The block.
    block: &'static Block,
) -> impl IntoView {
    let (messages, library) = (use_messages(), use_library());
    let all = library.corpus.cases().len().to_string();
    let dimensions = block.dimensions.iter().filter_map(|id| library.dimension(id));
    let links = each(dimensions, |dimension| {
        let count = library.corpus.supporting(&dimension.id).len();
        let parameters = [("all", all.as_str()), ("dimension", &dimension.label)];
        let text = messages.count_with(key::DIMENSION_SHARED, count, &parameters);
        view! { <li><Link to=Route::Factors { at: Some(dimension.id.clone()) }>{text}</Link></li> }
    });
    maybe((!links.is_empty()).then(|| view! { <ul class="tags tags--links">{links}</ul> }))
}

/// The case that a block connects this one with.
#[component]
fn OtherCase(
    /// The block.
    block: &'static Block,
) -> impl IntoView {
    let other = use_library().corpus.case(&block.slug);
    maybe(other.map(|other| {
        view! {
            <p class="block__case"><Link to=Route::case(&other.slug)>{other.title.as_str()}</Link></p>
        }
    }))
}

/// The first words of a text with an ellipsis, to tell one link from another.
pub(super) fn beginning(messages: Messages, text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    messages.fill(key::TEXT_BEGINS, &[("text", &words.join(" "))])
}
