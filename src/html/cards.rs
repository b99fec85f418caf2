//! The list of cases, as cards.

use super::{Desk, place_line};
use crate::domain::{
    case::CaseStudy,
    excerpt::{Excerpt, excerpt},
    route::Route,
    search::Hit,
    words::key,
};
use maud::{Markup, html};
use std::ops::Range;

/// The cards of these hits, in their order.
pub fn list(desk: Desk<'_>, hits: &[Hit]) -> String {
    html! {
        ol .cards {
            @for hit in hits {
                @if let Some(case) = desk.library.corpus.case(&hit.slug) { (card(desk, case, hit)) }
            }
        }
    }
    .into_string()
}

/// The id of the link on a case's card.
pub fn link_id(slug: &str) -> String {
    ["card-", slug].concat()
}

/// A case in the list. While searching it shows where the words stand and leads to that block.
/// (`data-case` is a contract.)
fn card(desk: Desk<'_>, case: &CaseStudy, hit: &Hit) -> Markup {
    let address = match hit.at() {
        Some(block) => Route::block(&case.slug, block),
        None => Route::case(&case.slug),
    };
    let topics = case.topics.iter().take(3);
    html! {
        li .card data-case=(case.slug) data-oblast=[case.places.first().map(|place| &place.oblast)] {
            p .card__place { (place_line(desk, case)) }
            h2 .card__title { a id=(link_id(&case.slug)) href=(address.address()) { (case.title) } }
            p .card__text {
                @if hit.block.is_empty() { (case.summary) } @else { (marked(hit.text(case), &hit.marks)) }
            }
            ul .tags aria-label=(key::CARD_TOPICS.text()) {
                @for topic in topics { li { (desk.library.vocabulary.label(&["topic"], topic)) } }
            }
            p .card__org { (case.organisation.name) }
        }
    }
}

/// A piece of a text around the marked words.
fn marked(text: &str, marks: &[Range<usize>]) -> Markup {
    /// About three lines on a narrow phone.
    const LENGTH: usize = 170;
    let Excerpt { parts, cut_before, cut_after } = excerpt(text, marks, LENGTH);
    html! {
        @if cut_before { "… " }
        @for (part, is_mark) in parts {
            @if is_mark { mark { (part) } } @else { (part) }
        }
        @if cut_after { " …" }
    }
}
