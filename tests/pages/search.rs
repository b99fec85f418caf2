//! What is said of a list: above it, in its place, and to a screen reader.

use crate::{
    cards::{listing, one, shown},
    support::{chosen, library, says},
};
use ashar::{
    domain::{
        listing::Listing,
        route::Route,
        search::{Found, Part},
        vocabulary::{self, Facet},
    },
    i18n::Messages,
    static_site::announcement,
};

#[test]
fn a_mistyped_word_offers_the_whole_search_with_the_right_word() {
    let list = Listing {
        query: "Irigation  «canl», osh".to_owned(),
        asks: true,
        knew: (true, true),
        selection: chosen(&[(Facet::Topic, "water")]),
        found: Found {
            corrected: [("irigation", "irrigation"), ("canl", "canal")]
                .map(|(typed, meant)| (typed.to_owned(), meant.to_owned()))
                .to_vec(),
            ..Found::default()
        },
        ..one("shazet", "summary", Part::Text, Vec::new())
    };
    let right = "irrigation  «canal», osh";
    assert_eq!(list.corrected_query(), right);
    let page = shown(&list);
    let line = page.first("results__partial");
    let said = [("typed", "“Irigation”, “canl”"), ("meant", &format!("“{right}”"))];
    assert_eq!(line.text(), says("results.corrected", &said));
    let search = Route::Browse { query: right.to_owned(), selection: list.selection.clone() };
    assert_eq!(line.addresses(), [search.address()]);
    // The cases are opened with the words that stand in them marked.
    let card = page.first("card__title").addresses()[0];
    assert_eq!(Route::parse(card), Route::marked("shazet", None, right));
}

#[test]
fn a_search_without_mistakes_means_what_it_says() {
    for query in ["", "water pipes", "  «ayil okmot» ", "how do we"] {
        assert_eq!(listing(query, &[]).corrected_query(), query);
    }
}

#[test]
fn an_empty_search_offers_topics_with_as_many_cases_as_it_promises() {
    let page = shown(&listing("zzqx", &[(Facet::Oblast, "osh")]));
    let topics = page.first("chips--topics").tagged("a");
    assert!(topics.len() > 1);
    for link in topics {
        let address = link.attribute("href").unwrap_or_default();
        let Route::Browse { query, selection } = Route::parse(address) else {
            panic!("{address} is no list");
        };
        let left = Listing::of(library(), &query, &selection, None).shown.len();
        assert!(left > 0);
        assert!(link.text().contains(&format!("({left})")), "{}", link.text());
    }
}

#[test]
fn a_list_that_filters_have_emptied_offers_no_topics() {
    let with = library().cases_of(&listing("irrigation", &[]).found);
    let without = |value: &&vocabulary::Value| {
        with.iter().all(|case| !case.values(Facet::Topic).contains(&value.id.as_str()))
    };
    let topics = library().vocabulary.facet(Facet::Topic).expect("topics are a filter");
    let topic = topics.values.iter().find(without).expect("irrigation is not about everything");
    let list = listing("irrigation", &[(Facet::Topic, &topic.id)]);
    assert!(!list.found.hits.is_empty() && list.shown.is_empty());
    let page = shown(&list);
    assert!(page.classed("chips--topics").is_empty());
    assert!(page.text().contains(&says("empty.clear-filters", &[])));
}

#[test]
fn what_is_announced_is_the_count_the_search_and_what_to_do() {
    let said = |query, values: &[(Facet, &str)]| {
        announcement(library(), Messages::english(), &listing(query, values))
    };
    assert_eq!(said("", &[]), "25 cases.");
    let water = listing("water ", &[]).shown.len();
    assert_eq!(said("water ", &[]), format!("{water} cases for “water”."));
    let nothing = said("zzqx", &[]);
    assert_eq!(
        nothing,
        format!("0 cases for “zzqx”. {}", says("empty.query", &[("query", "zzqx")]))
    );
    let filtered = said("", &[(Facet::Oblast, "naryn"), (Facet::Topic, "refugees")]);
    assert_eq!(filtered, format!("0 cases. {}", says("empty.filters", &[])));
    assert!(said("irigation ", &[]).ends_with(&says("said.meant", &[("meant", "irrigation")])));
}
