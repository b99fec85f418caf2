//! The list of local terms.

use crate::{
    page::{Element, page_of},
    renderer,
    support::{library, says},
};
use ashar::domain::route::Route;
use std::sync::LazyLock;

pub(crate) static GLOSSARY: LazyLock<Element> =
    LazyLock::new(|| page_of(&renderer().page(&Route::Glossary { at: None })));

#[test]
fn the_glossary_explains_every_local_word_in_alphabetical_order() {
    let shown: Vec<(String, String)> = GLOSSARY
        .first("glossary")
        .children()
        .map(|term| (term.tagged("dt")[0].text(), term.tagged("dd")[0].text()))
        .collect();
    let expected: Vec<(String, String)> = library()
        .glossary
        .terms()
        .iter()
        .map(|term| (term.term.clone(), term.text.clone()))
        .collect();
    assert_eq!(shown, expected);
    assert!(shown.iter().map(|(term, _)| term.to_lowercase()).is_sorted());
}

#[test]
fn what_a_local_word_means_now_stands_in_the_glossary_with_its_source() {
    for term in library().glossary.terms() {
        // Behind the headword and its text, in which other words may be explained.
        let since: Vec<String> =
            GLOSSARY.id(&term.id).children().skip(2).map(Element::text).collect();
        let expected: Vec<String> = term
            .now
            .iter()
            .map(|now| {
                let source = says("term.source", &[("source", &now.source)]);
                format!("{} {} {source}", says("term.now", &[]), now.text)
            })
            .collect();
        assert_eq!(since, expected, "{}", term.id);
    }
}
