//! The list of cases, as cards; the chosen filters above it; and what stands there when it is empty.

use super::{
    Act, Desk,
    parts::{button, heading, place_line, tunduk},
};
use crate::domain::{
    case::CaseStudy,
    excerpt::{Excerpt, excerpt},
    filter::Selection,
    number,
    route::Route,
    search::{Found, Hit},
    words::{Key, key},
};
use maud::{Markup, html};
use std::ops::Range;

/// What the list is.
pub fn hero(desk: Desk<'_>) -> String {
    let cases = desk.library.corpus.cases().len().to_string();
    html! {
        (heading(key::BROWSE_TITLE.text()))
        p .hero__lead { (key::BROWSE_LEAD.with(&[("n", &cases)])) }
    }
    .into_string()
}

/// "25 cases" with the number in an element of its own (`data-count` is a contract).
pub fn count(count: usize) -> String {
    let digits = number::whole(u64::try_from(count).unwrap_or(u64::MAX));
    let text = key::RESULTS_COUNT.of(count);
    let (before, after) = text.split_once(&digits).unwrap_or(("", &text));
    html! { (before) span data-count=(count.to_string()) { (digits) } (after) }.into_string()
}

/// Says which filter values of an address no filter has.
pub fn unknown(values: &[String]) -> String {
    html! {
        @if !values.is_empty() {
            p .notice role="status" { (key::BROWSE_UNKNOWN.with(&[("values", &values.join(", "))])) }
        }
    }
    .into_string()
}

/// The cards of these hits, in their order, with what a reader must know about how they were found.
pub fn list(desk: Desk<'_>, hits: &[Hit], found: &Found) -> String {
    html! {
        @for (typed, meant) in &found.corrected {
            p .results__partial { (key::RESULTS_CORRECTED.with(&[("typed", typed), ("meant", meant)])) }
        }
        @if found.partial { p .results__partial { (key::RESULTS_PARTIAL.text()) } }
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
            @for because in &hit.because {
                p .card__because {
                    (key::CARD_BECAUSE.with(&[("typed", &because.typed), ("word", &because.found)]))
                }
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

/// The chosen filter values, each to be taken away by a tap, and all of them by one.
pub fn chips(desk: Desk<'_>, selection: &Selection) -> String {
    html! {
        @if !selection.is_empty() {
            ul .chips aria-label=(key::CHIPS_LABEL.text()) {
                @for (facet, value) in selection.iter() {
                    @let label = desk.library.vocabulary.label(&[facet.id()], value);
                    li {
                        button .chip type="button" data-act=(Act::Drop.id()) data-facet=(facet.id()) data-value=(value)
                            aria-label=(key::CHIP_REMOVE.with(&[("value", label)])) {
                            (label) span aria-hidden="true" { " ×" }
                        }
                    }
                }
                li {
                    button .chip .chip--all type="button" data-act=(Act::DropAll.id()) { (key::CHIPS_CLEAR.text()) }
                }
            }
        }
    }
    .into_string()
}

/// Nothing found: says which filter to drop, or what to type instead. `cases` are those that the query
/// finds without any filter.
pub fn empty(desk: Desk<'_>, query: &str, selection: &Selection, cases: &[&CaseStudy]) -> String {
    let ways = selection.ways_out(cases);
    let advice = if cases.is_empty() {
        key::EMPTY_QUERY.with(&[("query", query)])
    } else if ways.is_empty() {
        key::EMPTY_FILTERS_MANY.text().to_owned()
    } else {
        key::EMPTY_FILTERS.text().to_owned()
    };
    let clear = |act: Act, label: Key| {
        html! { li { (button(act, "button--plain", label)) } }
    };
    html! {
        div .empty {
            (tunduk())
            p { (advice) }
            ul .empty__ways {
                @for (facet, value, left) in &ways {
                    @let label = desk.library.vocabulary.label(&[facet.id()], value);
                    li {
                        button .button .button--plain type="button" data-act=(Act::Drop.id()) data-facet=(facet.id())
                            data-value=(value) { (key::EMPTY_DROP.with(*left, &[("value", label)])) }
                    }
                }
                @if !query.is_empty() { (clear(Act::ClearQuery, key::EMPTY_CLEAR_QUERY)) }
                @if !selection.is_empty() { (clear(Act::DropAll, key::EMPTY_CLEAR_FILTERS)) }
            }
        }
    }
    .into_string()
}
