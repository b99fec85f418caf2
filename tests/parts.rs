//! Protects the app that has not come whole yet: what it begins with, and what it knows once a part has been fetched.

#![cfg(feature = "ssr")]
#![allow(clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::{
    domain::{filter::Selection, library::Library, listing::Listing, vocabulary::Facet},
    i18n::Messages,
    static_site::Renderer,
};
use support::{data_file, library as whole};

/// What a phone has before any part has come.
fn early() -> &'static Library {
    Box::leak(Box::new(Library::open(data_file("core")).expect("the data can be read")))
}

fn cards_of(library: &'static Library, query: &str) -> String {
    let list = Listing::of(library, query, &Selection::default(), None);
    Renderer::new(library, Messages::english()).results(&list)
}

#[test]
fn the_cards_are_the_same_before_and_after_the_texts_have_come() {
    assert!(cards_of(early(), "") == cards_of(whole(), ""), "they differ");
}

#[test]
fn every_filter_leaves_the_same_cases_before_and_after_the_texts_have_come() {
    let early = early();
    for facet in Facet::ALL {
        for value in &whole().vocabulary.facet(facet).expect("a filter").values {
            let chosen = Selection::default().toggled(facet, &value.id);
            let slugs = |library: &Library| -> Vec<String> {
                let list = Listing::of(library, "", &chosen, None);
                list.shown.into_iter().map(|hit| hit.slug).collect()
            };
            assert_eq!(slugs(early), slugs(whole()), "{facet:?} {}", value.id);
        }
    }
}

#[test]
fn put_together_the_parts_are_the_whole_data() {
    let library = early();
    library.take_in_cases(data_file("cases")).expect("the data can be read");
    assert_eq!(library.corpus.cases(), whole().corpus.cases());
    assert_eq!(library.glossary.terms(), whole().glossary.terms());
}

#[test]
fn before_the_texts_have_come_titles_summaries_names_and_places_are_found_and_the_list_says_so() {
    let library = early();
    for (query, slug) in [("Shazet", "shazet"), ("Issyk-Ata", "shazet"), ("irrigation", "araket")] {
        let found = library.search(query);
        assert!(found.hits.iter().any(|hit| hit.slug == slug), "{query}");
    }
    assert!(cards_of(library, "irrigation").contains("full texts"));
    library.take_in_cases(data_file("cases")).expect("the data can be read");
    assert!(!cards_of(library, "irrigation").contains("full texts"));
}

#[test]
fn what_was_asked_before_the_texts_had_come_finds_more_with_them() {
    let library = early();
    let none = Selection::default();
    let before = Listing::of(library, "donor", &none, None);
    library.take_in_cases(data_file("cases")).expect("the data can be read");
    let after = Listing::of(library, "donor", &none, Some(&before));
    assert!(after.shown.len() > before.shown.len());
}

#[test]
fn before_the_words_of_like_meaning_have_come_the_search_finds_what_is_written_and_then_more() {
    let library = early();
    library.take_in_cases(data_file("cases")).expect("the data can be read");
    let slugs = |library: &Library| -> Vec<String> {
        library.search("ФАП").hits.iter().map(|hit| hit.slug.clone()).collect()
    };
    assert!(!library.search("water").hits.is_empty());
    let before = slugs(library);
    library.take_in_thesaurus(data_file("thesaurus")).expect("the data can be read");
    let after = slugs(library);
    assert!(before.iter().all(|slug| after.contains(slug)));
    assert!(after.len() > before.len(), "a Russian name for a medical post finds it now");
}

#[test]
fn a_list_is_searched_anew_once_the_words_of_like_meaning_have_come() {
    let library = early();
    let none = Selection::default();
    let before = Listing::of(library, "ФАП", &none, None);
    library.take_in_thesaurus(data_file("thesaurus")).expect("the data can be read");
    let after = Listing::of(library, "ФАП", &none, Some(&before));
    assert!(after.shown.len() > before.shown.len());
}

#[test]
fn the_questions_of_the_check_come_with_it_and_the_names_of_its_dimensions_with_the_texts() {
    let library = early();
    library.take_in_cases(data_file("cases")).expect("the data can be read");
    assert!(library.checklist.dimensions.is_empty());
    library.take_in_check(data_file("check")).expect("the data can be read");
    let named = library.checklist.dimensions.iter().map(|one| (&one.id, &one.label));
    assert!(named.eq(library.dimensions.iter().map(|one| (&one.id, &one.label))));
    assert_eq!(library.dimensions.len(), 15);
}
