//! What went wrong, kind by kind.

use crate::{
    page::Element,
    shown::{cases_with, folds, in_all, open_folds, places, pointed_at, screen},
    support::{library, says},
};
use ashar::domain::{
    case::{Block, Section},
    route::Route,
};
use std::sync::LazyLock;

pub(crate) static DIFFICULTIES: LazyLock<Element> =
    LazyLock::new(|| screen(&Route::Difficulties { at: None }));

#[test]
fn the_page_of_difficulties_lists_every_obstacle_once() {
    let folds = folds(&DIFFICULTIES);
    let mut listed: Vec<&str> = folds.iter().flat_map(|(.., links)| links.clone()).collect();
    let mut expected = places(|block| block.section == Section::Obstacles);
    listed.sort_unstable();
    expected.sort_unstable();
    assert_eq!(listed, expected);
}

#[test]
fn every_obstacle_stands_under_its_kind_in_the_order_of_the_book() {
    for (kind, heading, _, links) in folds(&DIFFICULTIES) {
        let of_kind = |block: &Block| block.section == Section::Obstacles && block.kind == kind;
        assert_eq!(links, places(of_kind), "{kind}");
        assert_eq!(heading, library().vocabulary.label(&["obstacle"], kind));
    }
}

#[test]
fn every_kind_of_difficulty_says_how_many_of_all_cases_have_it_the_most_common_first() {
    let folds = folds(&DIFFICULTIES);
    for (kind, _, count, _) in &folds {
        assert_eq!(*count, in_all(cases_with(Section::Obstacles, kind)), "{kind}");
    }
    let counts: Vec<usize> =
        folds.iter().map(|(kind, ..)| cases_with(Section::Obstacles, kind)).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
}

#[test]
fn every_difficulty_says_how_it_was_met_or_that_the_book_does_not_say() {
    for item in DIFFICULTIES.classed("block") {
        let address = item.first("block__label").addresses().concat();
        let (_, block) = pointed_at(&address);
        let met = match &block.met {
            Some(met) => format!("{} {met}", says("block.met", &[])),
            None => says("block.unmet", &[]),
        };
        assert_eq!(item.first("block__met").text(), met, "{address}");
        assert_eq!(item.first("block__text").text(), block.text, "{address}");
    }
}

#[test]
fn a_link_to_a_difficulty_opens_it_alone() {
    let open = |at: Option<&str>| open_folds(&Route::Difficulties { at: at.map(str::to_owned) });
    assert_eq!(open(Some("money-short")), ["money-short"]);
    assert_eq!(open(None), [""; 0]);
    assert_eq!(open(Some("wells")), [""; 0]);
}
