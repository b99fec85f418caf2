//! The screen of the list as a whole: the search box, the filters beside it, and the first paint.

use crate::{
    cards::{listing, shown},
    page::{Element, page_of},
    renderer,
    shown::{cases, listed},
    support::{chosen, library, says},
};
use ashar::{
    domain::{listing::Listing, route::Route, vocabulary::Facet},
    i18n::Messages,
    state::render::{Hosting, reading_file},
    static_site::{READING_FOLDER, first_paint},
};
use std::collections::BTreeSet;

/// The screen of a list.
fn screen(query: &str, values: &[(Facet, &str)]) -> Element {
    let route = Route::Browse { query: query.to_owned(), selection: chosen(values) };
    page_of(&renderer().page(&route))
}

/// Lists of every kind, by what they are.
fn lists() -> Vec<(&'static str, Element)> {
    let early = |hosting| page_of(&first_paint(library(), Messages::english(), hosting));
    vec![
        ("all", screen("", &[])),
        ("a search", screen("clean water", &[])),
        ("a mistyped search", screen("irigation ", &[])),
        ("a search without hits", screen("zzqx", &[(Facet::Oblast, "osh")])),
        (
            "filters without cases",
            screen("", &[(Facet::Oblast, "naryn"), (Facet::Topic, "refugees")]),
        ),
        ("an unknown filter value", screen("", &[(Facet::Oblast, "atlantis")])),
        ("the first paint", early(Hosting::Standalone)),
        ("the first paint of the one file", early(Hosting::SingleFile)),
    ]
}

#[test]
fn every_list_is_html_in_which_each_id_stands_once_and_names_what_is_there() {
    for (name, page) in lists() {
        let all = page.all();
        let mut ids = BTreeSet::new();
        for id in all.iter().filter_map(|element| element.attribute("id")) {
            assert!(ids.insert(id), "{name}: {id}");
        }
        for naming in ["for", "aria-describedby", "aria-labelledby"] {
            for id in all.iter().filter_map(|element| element.attribute(naming)) {
                assert!(ids.contains(id), "{name}: {id}");
            }
        }
        let headings = page.tagged("h1");
        assert_eq!(headings.len(), 1, "{name}");
        assert_eq!(headings[0].text(), says("browse.title", &[]), "{name}");
    }
}

/// Whether an address of the app leads to something that is there.
fn leads_somewhere(address: &str) -> bool {
    match Route::parse(address) {
        Route::Case { slug, at, .. } => library().corpus.case(&slug).is_some_and(|case| {
            at.is_none_or(|at| at == "organisation" || case.block(&at).is_some())
        }),
        Route::Browse { selection, .. } => selection
            .iter()
            .all(|(facet, value)| cases().iter().any(|case| case.values(facet).contains(&value))),
        Route::NotFound(_) => false,
        _ => true,
    }
}

#[test]
fn every_link_of_a_list_says_where_it_leads_and_leads_somewhere() {
    for (name, page) in lists() {
        for link in page.tagged("a") {
            assert!(!link.text().trim().is_empty(), "{name}: {:?}", link.attribute("href"));
        }
        let reading = [READING_FOLDER, "/"].concat();
        for address in page.addresses().into_iter().filter(|address| *address != "#main") {
            if name != "the first paint" || address.starts_with('#') {
                assert!(leads_somewhere(address), "{name}: {address}");
            } else {
                assert!(address.starts_with(&reading), "{name}: {address}");
            }
        }
    }
}

#[test]
fn the_search_box_holds_what_was_asked_and_is_the_only_one() {
    let page = screen("water \"pipes\"", &[]);
    let fields = page.tagged("input");
    let boxes: Vec<_> =
        fields.iter().filter(|field| field.attribute("type") == Some("search")).collect();
    assert_eq!(boxes.len(), 1);
    assert_eq!(boxes[0].attribute("value"), Some("water \"pipes\""));
    assert_eq!(page.id("said").attribute("role"), Some("status"));
}

#[test]
fn every_value_that_a_case_has_stands_in_its_filter_with_how_many_cases_it_leaves() {
    for (query, values) in
        [("", &[][..]), ("water", &[(Facet::Oblast, "osh"), (Facet::Topic, "roads")][..])]
    {
        let page = screen(query, values);
        let list = listing(query, values);
        let mut fields = page.classed("tick").into_iter();
        for facet in Facet::ALL {
            for (at, value) in library().values_in_use(facet) {
                let row = fields.next().expect("a row for every value");
                let field = row.tagged("input")[0];
                assert_eq!(field.attribute("name"), Some(facet.id()));
                assert_eq!(field.attribute("value"), Some(&*value.id));
                let is_chosen = list.selection.has(facet, &value.id);
                assert_eq!(field.attribute("checked").is_some(), is_chosen, "{}", value.id);
                let count = list.count(facet, at).to_string();
                assert_eq!(field.attribute("data-leaves"), Some(&*count));
                assert_eq!(row.first("tick__label").text(), value.label);
                assert_eq!(row.first("tick__count").text(), count);
            }
        }
        assert!(fields.next().is_none());
    }
}

#[test]
fn filters_with_a_chosen_value_stand_open_and_say_how_many() {
    let page = screen("", &[(Facet::Oblast, "osh"), (Facet::Oblast, "chui")]);
    let open: Vec<_> = page
        .classed("facet")
        .into_iter()
        .filter(|facet| facet.attribute("open").is_some())
        .collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].first("facet__chosen").text(), "2");
    assert_eq!(page.classed("facet__chosen").len(), 1);
    assert_eq!(page.first("filters__title").text(), says("filters.chosen", &[("n", "2")]));
}

#[test]
fn the_filters_stand_open_only_where_there_is_room() {
    let open = |renderer: ashar::static_site::Renderer| {
        let page = page_of(&renderer.page(&Route::home()));
        page.first("filters").attribute("open").is_some()
    };
    assert!(open(renderer().wide()) && !open(renderer()));
}

#[test]
fn every_chosen_value_can_be_dropped_and_all_of_them_at_once() {
    let page = shown(&listing("", &[(Facet::Oblast, "osh"), (Facet::Topic, "water")]));
    let chips: Vec<_> = page
        .first("chips")
        .tagged("button")
        .iter()
        .map(|chip| chip.attribute("aria-label").map_or_else(|| chip.text(), str::to_owned))
        .collect();
    let label = |facet: Facet, value| library().vocabulary.label(&[facet.id()], value);
    let remove = |label| says("chip.remove", &[("value", label)]);
    let expected = [
        remove(label(Facet::Topic, "water")),
        remove(label(Facet::Oblast, "osh")),
        says("chips.clear", &[]),
    ];
    assert_eq!(chips, expected);
    assert!(shown(&listing("water", &[])).classed("chips").is_empty());
}

#[test]
fn the_count_is_told_in_words_with_the_number_in_an_element_of_its_own() {
    for (query, values) in [("", &[][..]), ("zzqx", &[][..]), ("", &[(Facet::Oblast, "osh")][..])] {
        let list = listing(query, values);
        let page = shown(&list);
        let numbers: Vec<_> =
            page.all().into_iter().filter(|one| one.attribute("data-count").is_some()).collect();
        let count = list.shown.len().to_string();
        assert_eq!(numbers.len(), 1);
        assert_eq!(numbers[0].attribute("data-count"), Some(&*count));
        assert_eq!(numbers[0].text(), count);
        assert!(page.id("count").text().starts_with(&count), "{}", page.id("count").text());
    }
}

#[test]
fn the_first_paint_shows_every_case_with_a_link_to_its_plain_page() {
    let page = page_of(&first_paint(library(), Messages::english(), Hosting::Standalone));
    let cards = page.classed("card");
    let slugs: Vec<_> = cards.iter().filter_map(|card| card.attribute("data-case")).collect();
    assert!(listed().iter().map(|case| &*case.slug).eq(slugs));
    for (card, case) in cards.into_iter().zip(listed()) {
        let file = reading_file(&Route::case(&case.slug)).expect("a page of the reading edition");
        assert_eq!(card.first("card__title").addresses(), [[READING_FOLDER, "/", &file].concat()]);
        assert_eq!(card.first("card__text").text(), case.point.text);
    }
    // Nothing that would do nothing without the app.
    assert!(page.tagged("button").is_empty());
    assert_eq!(page.id("search-early").attribute("type"), Some("search"));
    assert_eq!(page.first("filters").attribute("open"), None);
    assert!(page.first("filters").text().contains(&says("html.waiting", &[])));
}

#[test]
fn in_the_one_file_the_links_of_the_first_paint_wait_for_the_app() {
    let page = page_of(&first_paint(library(), Messages::english(), Hosting::SingleFile));
    let mut addresses = page.addresses().into_iter();
    assert!(addresses.all(|address| address.starts_with('#')));
}

#[test]
fn what_no_filter_has_is_left_out() {
    let list = listing("", &[(Facet::Oblast, "atlantis"), (Facet::Oblast, "osh")]);
    let page = shown(&list);
    assert_eq!(
        page.classed("card").len(),
        Listing::of(library(), "", &chosen(&[(Facet::Oblast, "osh")]), None).shown.len()
    );
}
