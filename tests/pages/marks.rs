//! The words of a search, marked in a case.

use crate::{
    page::{Element, page_of},
    renderer,
    shown::{CASES, cases},
    support::{library, says},
};
use ashar::domain::{
    case::{CaseStudy, Section},
    route::Route,
};
use std::sync::LazyLock;

/// Searches whose words stand alone, in local terms and across them, and in another alphabet.
const QUERIES: [&str; 3] = ["water pipes", "the ayil okmot of a village", "Нарын"];

/// The case with the words of a search marked.
fn marked(slug: &str, query: &str) -> Element {
    page_of(&renderer().case(slug, query, &Route::home()))
}

/// Every case with the words of each of [`QUERIES`] marked.
static MARKED: LazyLock<Vec<(&str, &CaseStudy, Element)>> = LazyLock::new(|| {
    let page = |query| cases().iter().map(move |case| (query, case, marked(&case.slug, query)));
    QUERIES.into_iter().flat_map(page).collect()
});

/// What is marked inside.
fn marks(element: &Element) -> Vec<String> {
    element.tagged("mark").iter().map(|mark| mark.text()).collect()
}

#[test]
fn marks_change_no_word_of_a_case() {
    for (query, case, page) in MARKED.iter() {
        let line = page.classed("marking").first().map(|line| line.text()).unwrap_or_default();
        let text = page.text().replacen(&line, "", 1);
        assert_eq!(text, CASES[case.slug.as_str()].text(), "{} {query}", case.slug);
    }
}

#[test]
fn every_text_of_a_case_has_the_words_marked_that_answer() {
    for (query, case, page) in MARKED.iter() {
        let expected = |text: &str| -> String {
            let marks = library().marks(query, text);
            marks.into_iter().map(|range| &text[range]).collect()
        };
        let texts =
            [("heading", &case.title), ("point", &case.point.text), ("summary", &case.summary)];
        for (id, text) in texts.into_iter().chain([("organisation", &case.organisation.name)]) {
            assert_eq!(marks(page.id(id)).concat(), expected(text), "{}#{id}", case.slug);
        }
        for block in case.blocks.iter().filter(|block| block.section != Section::Notes) {
            let shown = page.id(&block.id);
            let text = marks(shown.first("block__text")).concat();
            assert_eq!(text, expected(&block.text), "{}#{}", case.slug, block.id);
            if let Some(met) = &block.met {
                let met_marks = marks(shown.first("block__met")).concat();
                assert_eq!(met_marks, expected(met), "{}#{}", case.slug, block.id);
            }
        }
    }
}

#[test]
fn a_word_is_marked_inside_a_term_that_can_be_touched() {
    let page = marked("shazet", "ayil");
    let terms: Vec<Vec<String>> = page.classed("term").into_iter().map(marks).collect();
    assert!(terms.contains(&vec!["ayil".to_owned()]), "{terms:?}");
    // What explains the word is no text of the case.
    let explained: Vec<_> = page.classed("term__text").into_iter().flat_map(marks).collect();
    assert!(explained.is_empty(), "{explained:?}");
}

#[test]
fn a_case_says_what_is_marked_in_it_and_offers_to_be_without() {
    let line = marked("araket", " irrigation canal ");
    let line = line.first("marking");
    assert!(line.text().starts_with(&says("case.marked", &[("query", "irrigation canal")])));
    assert_eq!(line.tagged("button")[0].text(), says("case.unmark", &[]));
    for query in ["", "zzqx", "how do we"] {
        assert!(marked("araket", query).classed("marking").is_empty(), "{query:?}");
    }
}

#[test]
fn the_links_within_a_case_keep_the_marks_and_all_others_are_as_before() {
    let (query, plain) = ("water pipes", &CASES["shazet"]);
    let page = marked("shazet", query);
    let here = |route: &Route| matches!(route, Route::Case { slug, .. } if slug == "shazet");
    let expected: Vec<String> = plain
        .addresses()
        .into_iter()
        .map(|address| match Route::parse(address) {
            Route::Case { slug, at, .. } if slug == "shazet" => {
                Route::marked(&slug, at.as_deref(), query).address()
            }
            _ => address.to_owned(),
        })
        .collect();
    assert_eq!(page.addresses(), expected);
    assert!(expected.iter().filter(|address| here(&Route::parse(address))).count() > 20);
}
