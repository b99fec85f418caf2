//! The list of cases, as cards; the chosen filters above it; and what stands there when it is empty.

use super::{
    Act, Desk, case, filters,
    parts::{button, has_marks, heading, link, marked, pieces, place_line, tunduk},
};
use crate::domain::{
    case::CaseStudy,
    excerpt::{Excerpt, excerpt},
    filter::Selection,
    library::Library,
    listing::Listing,
    number,
    route::Route,
    search::{Because, Hit, Part, Way},
    text,
    vocabulary::{Facet, Value},
    words::{Key, key},
};
use maud::{Markup, PreEscaped, html};
use std::ops::Range;

/// The id of the search box.
pub const BOX: &str = "search";
/// The id of the line that counts the cases.
pub const COUNT: &str = "count";
/// The id of the place where a screen reader hears what has become of the list.
pub const SAID: &str = "said";

/// What the list is, and the box to search it. `query`: what stands in the box.
pub fn hero(desk: Desk<'_>, query: &str) -> String {
    let cases = desk.library.corpus.cases().len().to_string();
    html! {
        section .hero {
            (heading(key::BROWSE_TITLE.text()))
            p .hero__lead { (key::BROWSE_LEAD.with(&[("n", &cases)])) }
            div .search role="search" {
                label for=(BOX) { (key::SEARCH_LABEL.text()) }
                div .search__box {
                    input id=(BOX) type="search" autocomplete="off" data-act=(Act::Search.id())
                        aria-describedby="search-keys" placeholder=(key::SEARCH_EXAMPLE.text()) value=(query);
                    button .search__empty type="button" data-act=(Act::ClearQuery.id())
                        aria-label=(key::SEARCH_EMPTY.text()) { "×" }
                }
                p #search-keys .search__keys { (key::SEARCH_KEYS.text()) }
            }
            p .unseen id=(SAID) role="status" {}
        }
    }
    .into_string()
}

/// The element that holds the list and what is said of it.
pub const LIST: &str = "list";

/// The page: search, filters, and the list.
pub fn page(desk: Desk<'_>, list: &Listing) -> String {
    html! {
        (PreEscaped(hero(desk, &list.query)))
        div .browse {
            (PreEscaped(filters::panel(desk, list)))
            div id=(LIST) { (PreEscaped(results(desk, list))) }
        }
    }
    .into_string()
}

/// What was left out of the address, the chosen filters, the number of cases, and the cards or what to do where
/// there are none.
pub fn results(desk: Desk<'_>, list: &Listing) -> String {
    html! {
        section .results aria-label=(key::RESULTS_LABEL.text()) {
            @if !list.unknown.is_empty() {
                p .notice { (key::BROWSE_UNKNOWN.with(&[("values", &list.unknown.join(", "))])) }
            }
            (chips(desk, &list.selection))
            p .results__count id=(COUNT) { (count(list.shown.len())) }
            @if list.asks && !list.knew.0 { p .results__partial { (key::SEARCH_EARLY.text()) } }
            @if list.shown.is_empty() { (empty(desk, list)) } @else { (cards(desk, list)) }
        }
    }
    .into_string()
}

/// "25 cases" with the number in an element of its own (`data-count` is a contract).
fn count(count: usize) -> Markup {
    let digits = number::whole(u64::try_from(count).unwrap_or(u64::MAX));
    let text = key::RESULTS_COUNT.of(count);
    let (before, after) = text.split_once(&digits).unwrap_or(("", &text));
    html! { (before) span data-count=(count.to_string()) { (digits) } (after) }
}

/// The cards of the hits, in their order, with what a reader must know about how they were found.
fn cards(desk: Desk<'_>, list: &Listing) -> Markup {
    let meant = list.meant();
    // What the cases are opened with; a query of little words only has nothing to mark.
    let desk = Desk { query: if list.asks { &meant } else { "" }, ..desk };
    html! {
        @if !list.found.corrected.is_empty() { p .results__partial { (corrected(list, &meant)) } }
        @if list.found.partial { p .results__partial { (key::RESULTS_PARTIAL.text()) } }
        ol .cards {
            @for hit in &list.shown {
                @if let Some(case) = desk.library.corpus.case(&hit.slug) { (card(desk, list, case, hit)) }
            }
        }
    }
}

/// Which words stand nowhere, and the search that was probably meant, to be taken by a tap.
fn corrected(list: &Listing, meant: &str) -> Markup {
    let quoted = |text: &str| key::QUOTED.with(&[("text", text)]);
    let words = list.found.corrected.iter().map(|(typed, _)| as_written(&list.query, typed));
    let typed: Vec<String> = words.map(quoted).collect();
    let said = key::RESULTS_CORRECTED.with(&[("typed", &typed.join(", "))]);
    let (before, after) = said.split_once("{meant}").unwrap_or((&said, ""));
    let search = Route::Browse { query: meant.to_owned(), selection: list.selection.clone() };
    html! { (before) (link(&search, &quoted(meant.trim()))) (after) }
}

/// The id of the link on a case's card.
pub fn link_id(slug: &str) -> String {
    [LINK, slug].concat()
}

/// The slug in the id of a card's link.
pub fn slug_of(id: &str) -> Option<&str> {
    id.strip_prefix(LINK)
}

/// What the ids of the links on the cards begin with.
const LINK: &str = "card-";

/// A case in the list. While searching it shows where the words stand and leads to that block.
/// (`data-case` is a contract.)
fn card(desk: Desk<'_>, list: &Listing, case: &CaseStudy, hit: &Hit) -> Markup {
    let route = Route::marked(&case.slug, hit.at(), desk.query);
    // Where no text has the words, they stand in one of the names, or the case is filed under them.
    let names = if hit.marks.is_empty() { desk } else { Desk { query: "", ..desk } };
    let head = html! {
        p .card__place { (marked(names, &place_line(desk, case))) }
        h2 .card__title {
            a id=(link_id(&case.slug)) href=(route.address()) { (marked(names, &case.title)) }
        }
        @if let Some(part) = part_of(case, hit) { p .card__part { (part.text()) } }
        p .card__text {
            (lead(names, case, hit))
            @if hit.block.is_empty() { (case.summary) } @else { (cut(hit.text(case), &hit.marks)) }
        }
    };
    let organisation = marked(names, &case.organisation.name);
    let shown = [&head, &organisation].into_iter().any(has_marks);
    html! {
        li .card data-case=(case.slug) data-oblast=[case.places.first().map(|place| &place.oblast)] {
            (head)
            (because(list, case, hit))
            ul .tags aria-label=(key::CARD_TOPICS.text()) {
                @for label in labels(names, case, shown) { li { (marked(names, label)) } }
            }
            p .card__org { (organisation) }
        }
    }
}

/// The first topics of a case, and, where the words are not `shown` yet, whatever else it is filed under that has
/// them.
fn labels<'a>(desk: Desk<'a>, case: &'a CaseStudy, shown: bool) -> Vec<&'a str> {
    let label = |facet: Facet, value: &'a str| desk.library.vocabulary.label(&[facet.id()], value);
    let mut labels: Vec<&str> =
        case.topics.iter().take(3).map(|topic| label(Facet::Topic, topic)).collect();
    if !shown {
        for facet in Facet::ALL {
            for value in case.values(facet) {
                let label = label(facet, value);
                if !labels.contains(&label) && !desk.marks(label).is_empty() {
                    labels.push(label);
                }
            }
        }
    }
    labels
}

/// The part of the case that a card's text is from; the summary needs no name.
fn part_of(case: &CaseStudy, hit: &Hit) -> Option<Key> {
    match case.block(&hit.block) {
        Some(block) => Some(case::section_name(block.section).unwrap_or(key::NOTE_LABEL)),
        None => (hit.at().is_some()).then_some(key::CARD_ABOUT_THEM),
    }
}

/// What must be read before a card's text: that it tells how an obstacle was met, or the name that has the words.
fn lead(desk: Desk<'_>, case: &CaseStudy, hit: &Hit) -> Markup {
    let Some(block) = case.block(&hit.block) else { return Markup::default() };
    let names = [&block.name, &block.role].into_iter().filter(|name| !name.is_empty());
    html! {
        @match hit.part {
            Part::Text => {},
            Part::Met => { strong { (key::BLOCK_MET.text()) } " " },
            Part::Label => @for name in names { strong { (marked(desk, name)) } " · " },
        }
    }
}

/// Why a case is in the list though it does not have the words as they were typed: one line of sentences. What
/// stands above the list is not said again.
fn because(list: &Listing, case: &CaseStudy, hit: &Hit) -> Markup {
    let said = |because: &Because| {
        let Because { typed, found, way } = because;
        let key = match way {
            Way::Name => key::CARD_BECAUSE_NAME,
            Way::Synonym | Way::Near => key::CARD_BECAUSE_SYNONYM,
            Way::Corrected if list.found.corrected.iter().any(|(_, meant)| meant == found) => {
                return None;
            }
            Way::Corrected => key::CARD_BECAUSE_CORRECTED,
            Way::Beginning | Way::Form | Way::Same => return None,
        };
        let (typed, found) = (as_written(&list.query, typed), as_written(hit.text(case), found));
        Some(key.with(&[("typed", typed), ("found", found)]))
    };
    let said: Vec<String> = hit.because.iter().filter_map(said).collect();
    html! { @if !said.is_empty() { p .card__because { (said.join(" ")) } } }
}

/// A folded word as it stands in a text, with its capitals.
fn as_written<'a>(text: &'a str, word: &'a str) -> &'a str {
    let stands = text::tokens(text).into_iter().find(|token| token.word == *word);
    stands.and_then(|token| text.get(token.range)).unwrap_or(word)
}

/// A piece of a text around the marked words.
fn cut(text: &str, marks: &[Range<usize>]) -> Markup {
    /// About three lines on a narrow phone.
    const LENGTH: usize = 170;
    let Excerpt { parts, cut_before, cut_after } = excerpt(text, marks, LENGTH);
    html! {
        @if cut_before { "… " }
        (pieces(&parts))
        @if cut_after { " …" }
    }
}

/// The chosen filter values, each to be taken away by a tap, and all of them by one.
fn chips(desk: Desk<'_>, selection: &Selection) -> Markup {
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
}

/// What to do where no case is left. `cases` are those that the query finds without any filter, `ways` the filters
/// that hold them back.
fn advice(list: &Listing, cases: &[&CaseStudy]) -> String {
    if cases.is_empty() {
        key::EMPTY_QUERY.with(&[("query", &list.query)])
    } else if list.selection.ways_out(cases).is_empty() {
        key::EMPTY_FILTERS_MANY.text().to_owned()
    } else {
        key::EMPTY_FILTERS.text().to_owned()
    }
}

/// What a screen reader says once the list has changed: how many cases for which search, and what stands above
/// them or in their place.
pub fn announcement(library: &Library, list: &Listing) -> String {
    let count = key::RESULTS_COUNT.of(list.shown.len());
    let query = list.query.trim();
    let key = if query.is_empty() { key::SAID_ALL } else { key::SAID_FOR };
    let count = key.with(&[("cases", &count), ("query", query)]);
    let mut said = vec![count];
    if list.shown.is_empty() {
        said.push(advice(list, &library.cases_of(&list.found)));
    } else if !list.found.corrected.is_empty() {
        said.push(key::SAID_MEANT.with(&[("meant", list.meant().trim())]));
    } else if list.found.partial {
        said.push(key::RESULTS_PARTIAL.text().to_owned());
    }
    said.join(" ")
}

/// Nothing found: says which filter to drop, or what to type instead, or the topics that come nearest.
fn empty(desk: Desk<'_>, list: &Listing) -> Markup {
    let Listing { query, selection, .. } = list;
    let cases = desk.library.cases_of(&list.found);
    let ways = selection.ways_out(&cases);
    let advice = advice(list, &cases);
    let topics = if cases.is_empty() { desk.library.topics_near(query) } else { Vec::new() };
    let clear = |act: Act, label: Key| {
        html! { li { (button(act, "button--plain", label)) } }
    };
    html! {
        div .empty {
            (tunduk())
            p { (advice) }
            @if !topics.is_empty() {
                p { (key::EMPTY_TOPICS.text()) }
                ul .chips .chips--topics { @for topic in topics { li { (topic_link(desk, topic)) } } }
            }
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
}

/// A topic as a way out of an empty list: alone, so that the promised cases are there.
fn topic_link(desk: Desk<'_>, topic: &Value) -> Markup {
    let selection = Selection::default().with(Facet::Topic, &topic.id);
    let route = Route::Browse { query: String::new(), selection };
    let cases = desk.library.corpus.with_value(Facet::Topic, &topic.id).to_string();
    html! {
        a .chip href=(route.address()) { (key::EMPTY_TOPIC.with(&[("value", &topic.label), ("n", &cases)])) }
    }
}
