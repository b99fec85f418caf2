//! Protects the app that has not come whole yet: what it begins with, and what it knows once a part has been fetched.

#![allow(clippy::expect_used, reason = "helpers of tests stop the test")]

use ashar::domain::{filter::Selection, library::Library, listing::Listing};

#[test]
fn before_the_words_of_like_meaning_have_come_the_search_finds_what_is_written_and_then_more() {
    let library = Library::open().expect("the data can be read");
    let slugs = |library: &Library| -> Vec<String> {
        library.search("ФАП").hits.iter().map(|hit| hit.slug.clone()).collect()
    };
    assert!(!library.search("water").hits.is_empty());
    let before = slugs(&library);
    library.take_in_thesaurus();
    let after = slugs(&library);
    assert!(before.iter().all(|slug| after.contains(slug)));
    assert!(after.len() > before.len(), "a Russian name for a medical post finds it now");
}

#[test]
fn a_list_is_searched_anew_once_the_words_of_like_meaning_have_come() {
    let library = Library::open().expect("the data can be read");
    let none = Selection::default();
    let before = Listing::of(&library, "ФАП", &none, None);
    library.take_in_thesaurus();
    let after = Listing::of(&library, "ФАП", &none, Some(&before));
    assert!(after.shown.len() > before.shown.len());
}

#[test]
fn the_app_begins_with_the_names_of_the_dimensions_and_knows_their_questions_once_the_check_has_come()
 {
    let library = Library::open().expect("the data can be read");
    assert!(library.checklist.dimensions.is_empty());
    library.take_in_check().expect("the data can be read");
    let named = library.checklist.dimensions.iter().map(|one| (&one.id, &one.label));
    assert!(named.eq(library.dimensions.iter().map(|one| (&one.id, &one.label))));
    assert_eq!(library.dimensions.len(), 15);
}
