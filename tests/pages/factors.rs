//! What helped and what was learned.

use crate::{
    page::Element,
    shown::{cases_on, folds, in_all, open_folds, places, pointed_at, screen},
    support::library,
};
use ashar::domain::route::Route;
use std::sync::LazyLock;

pub(crate) static FACTORS: LazyLock<Element> =
    LazyLock::new(|| screen(&Route::Factors { at: None }));

#[test]
fn the_page_of_factors_lists_every_factor_and_lesson_under_each_of_its_dimensions() {
    let folds = folds(&FACTORS);
    let ids: Vec<&str> = folds.iter().map(|(id, ..)| *id).collect();
    let dimensions: Vec<&str> =
        library().checklist.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    assert_eq!(ids, dimensions);
    for (id, _, _, links) in folds {
        assert_eq!(links, places(|block| block.dimensions.iter().any(|on| on == id)), "{id}");
    }
}

#[test]
fn every_dimension_of_the_factors_says_what_it_is_and_how_many_of_all_cases_tell_of_it() {
    for (id, heading, count, _) in folds(&FACTORS) {
        let dimension = library().checklist.dimension(id).expect("a known dimension");
        assert_eq!(heading, dimension.label);
        assert_eq!(count, in_all(cases_on(id)), "{id}");
        let fold = FACTORS.id(&format!("fold-{id}"));
        assert!(fold.text().contains(&dimension.why), "{id}");
    }
}

#[test]
fn the_factors_repeat_what_the_cases_say() {
    for item in FACTORS.classed("block") {
        let address = item.first("block__label").addresses().concat();
        let (_, block) = pointed_at(&address);
        assert_eq!(item.first("block__text").text(), block.text, "{address}");
    }
}

#[test]
fn a_link_to_a_dimension_of_the_factors_opens_it_alone() {
    let open = |at: Option<&str>| open_folds(&Route::Factors { at: at.map(str::to_owned) });
    assert_eq!(open(Some("trust")), ["trust"]);
    assert_eq!(open(None), [""; 0]);
    assert_eq!(open(Some("wells")), [""; 0]);
}
