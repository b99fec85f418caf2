//! Protects the filters: values of one filter widen, filters narrow, and every number beside a value is
//! kept when the value is chosen.

mod support;

use ashar::domain::{case::CaseStudy, filter::Selection, vocabulary::Facet};
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::{any_selection, any_value, chosen, library};

/// The cases that pass, as the browse page shows them.
fn shown(selection: &Selection) -> Vec<String> {
    library().filtered(&library().everything(), selection).into_iter().map(|hit| hit.slug).collect()
}

/// The rule once more, in other words: for each filter with chosen values the case has one of them.
fn passes(case: &CaseStudy, selection: &Selection) -> bool {
    Facet::ALL.into_iter().all(|facet| {
        let wanted: BTreeSet<&str> =
            selection.iter().filter(|(known, _)| *known == facet).map(|(_, value)| value).collect();
        wanted.is_empty() || case.values(facet).iter().any(|value| wanted.contains(value))
    })
}

#[test]
fn without_a_filter_every_case_is_there_once() {
    let all: Vec<String> = library().corpus.cases().iter().map(|case| case.slug.clone()).collect();
    assert_eq!(in_the_order_of_the_book(shown(&Selection::default())), all);
    assert_eq!(all.len(), 25);
}

/// The list shows one case of each oblast in turn; which cases stay is told in the order of the book.
fn in_the_order_of_the_book(mut slugs: Vec<String>) -> Vec<String> {
    let order = |slug: &String| library().corpus.case(slug).map(|case| case.order);
    slugs.sort_by_key(order);
    slugs
}

/// Chosen values; the cases that stay, in the book's order.
macro_rules! leaves {
    ($name:ident, [$($facet:ident $value:literal),+], $expected:expr) => {
        #[test]
        fn $name() {
            let stay = shown(&chosen(&[$((Facet::$facet, $value)),+]));
            assert_eq!(in_the_order_of_the_book(stay), $expected);
        }
    };
}

leaves!(talas_leaves_its_four_cases, [Oblast "talas"], ["hava", "lady-shirin", "manas-1000", "aikol"]);
leaves!(batken_leaves_its_two_cases, [Oblast "batken"], ["fti", "insan-leilek"]);
leaves!(
    two_oblasts_leave_the_cases_of_both,
    [Oblast "batken", Oblast "talas"],
    ["hava", "lady-shirin", "manas-1000", "aikol", "fti", "insan-leilek"]
);
leaves!(
    a_case_in_several_oblasts_is_found_in_each,
    [Oblast "naryn", Oblast "bishkek"],
    ["zionis", "coa", "bayastan"]
);
leaves!(a_topic_narrows_an_oblast, [Oblast "talas", Topic "budgets"], ["lady-shirin", "manas-1000", "aikol"]);
leaves!(
    doubt_about_women_leaves_the_three_cases_that_met_it,
    [Obstacle "women-doubted"],
    ["shoola", "hava", "lady-shirin"]
);
leaves!(
    a_tool_is_found_by_its_name,
    [Instrument "guarantee"],
    ["sairon", "araket"]
);
leaves!(a_neighbouring_country_took_part_once, [Partner "neighbour-state"], ["fti"]);
leaves!(filters_that_no_case_meets_leave_nothing, [Oblast "naryn", Topic "water"], [""; 0]);

#[test]
fn the_other_way_round_gives_the_same_list() {
    let one = chosen(&[(Facet::Topic, "budgets"), (Facet::Oblast, "talas")]);
    let other = chosen(&[(Facet::Oblast, "talas"), (Facet::Topic, "budgets")]);
    assert_eq!(one, other);
}

#[test]
fn a_query_and_a_filter_both_narrow() {
    let talas = chosen(&[(Facet::Oblast, "talas")]);
    let all = library().search("budget hearings");
    let found = library().filtered(&all, &talas);
    assert!(found.len() < all.hits.len(), "there are hearings outside Talas too");
    let expected: Vec<_> = all
        .hits
        .iter()
        .filter(|hit| shown(&talas).contains(&hit.slug))
        .map(|hit| &hit.slug)
        .collect();
    assert_eq!(found.iter().map(|hit| &hit.slug).collect::<Vec<_>>(), expected);
}

#[test]
fn the_first_cards_are_of_as_many_oblasts_as_there_are() {
    let everything = library().everything();
    let oblast = |slug: &str| library().corpus.case(slug).map(|case| case.places[0].oblast.clone());
    let all: BTreeSet<_> = everything.hits.iter().map(|hit| oblast(&hit.slug)).collect();
    let first: BTreeSet<_> =
        everything.hits.iter().take(all.len()).map(|hit| oblast(&hit.slug)).collect();
    assert_eq!(first, all);
}

#[test]
fn a_query_of_blanks_is_no_query() {
    assert_eq!(library().find("  "), None);
    assert_eq!(library().everything().hits.len(), 25);
}

#[test]
fn known_keeps_what_the_vocabulary_has_and_names_the_rest() {
    let from_an_old_link = chosen(&[
        (Facet::Oblast, "talas"),
        (Facet::Oblast, "tallas"),
        (Facet::Topic, "talas"),
        (Facet::Topic, "water"),
    ]);
    let (known, unknown) = from_an_old_link.known(&library().vocabulary);
    assert_eq!(known, chosen(&[(Facet::Oblast, "talas"), (Facet::Topic, "water")]));
    assert_eq!(
        unknown.into_iter().collect::<BTreeSet<_>>(),
        BTreeSet::from(["talas", "tallas"].map(String::from))
    );
}

#[test]
fn an_empty_list_offers_the_filter_that_stands_in_the_way() {
    let selection = chosen(&[(Facet::Oblast, "naryn"), (Facet::Topic, "water")]);
    let cases: Vec<&CaseStudy> = library().corpus.cases().iter().collect();
    let ways = selection.ways_out(&cases);
    let with_water = shown(&chosen(&[(Facet::Topic, "water")])).len();
    let in_naryn = shown(&chosen(&[(Facet::Oblast, "naryn")])).len();
    assert_eq!(
        ways,
        [
            (Facet::Oblast, "naryn".to_owned(), with_water),
            (Facet::Topic, "water".to_owned(), in_naryn)
        ]
    );
    assert!(with_water > in_naryn, "the more helpful way stands first");
}

#[test]
fn where_no_single_filter_helps_no_way_out_is_promised() {
    let selection = chosen(&[
        (Facet::Oblast, "naryn"),
        (Facet::Topic, "water"),
        (Facet::Partner, "neighbour-state"),
        (Facet::Funder, "aris"),
    ]);
    let cases: Vec<&CaseStudy> = library().corpus.cases().iter().collect();
    assert_eq!(selection.ways_out(&cases), []);
}

#[test]
fn dropping_the_last_value_of_a_filter_frees_it() {
    let selection = chosen(&[(Facet::Oblast, "talas")]).without(Facet::Oblast, "talas");
    assert!(selection.is_empty());
    assert_eq!(selection, Selection::default());
}

#[test]
fn a_value_chosen_twice_is_chosen_once() {
    let once = chosen(&[(Facet::Oblast, "talas")]);
    let twice = once.clone().with(Facet::Oblast, "talas");
    assert_eq!((twice.len(), &twice), (1, &once));
}

proptest! {
    #![proptest_config(support::tries(256))]

    #[test]
    fn the_list_is_exactly_the_cases_that_meet_every_filter(selection in any_selection()) {
        let expected: Vec<String> = library()
            .corpus
            .cases()
            .iter()
            .filter(|case| passes(case, &selection))
            .map(|case| case.slug.clone())
            .collect();
        prop_assert_eq!(in_the_order_of_the_book(shown(&selection)), expected);
    }

    #[test]
    fn a_second_value_of_a_filter_never_shrinks_the_list(selection in any_selection(), value in any_value()) {
        let (facet, value) = value;
        prop_assume!(selection.iter().any(|(known, _)| known == facet));
        let before = shown(&selection);
        let after = shown(&selection.with(facet, &value));
        prop_assert!(before.iter().all(|slug| after.contains(slug)));
    }

    #[test]
    fn a_further_filter_never_grows_the_list(selection in any_selection(), value in any_value()) {
        let (facet, value) = value;
        let selection = selection.without_facet(facet);
        let before = shown(&selection);
        let after = shown(&selection.with(facet, &value));
        prop_assert!(after.iter().all(|slug| before.contains(slug)));
    }

    #[test]
    fn every_count_is_the_length_of_the_list_it_promises(selection in any_selection(), value in any_value()) {
        let (facet, value) = value;
        let cases: Vec<&CaseStudy> = library().corpus.cases().iter().collect();
        let values = &library().vocabulary.facet(facet).expect("a filter").values;
        let at = values.iter().position(|known| known.id == value).expect("a value");
        let promised = selection.counts(&cases, facet, values)[at];
        let list = shown(&selection.clone().without_facet(facet).with(facet, &value));
        prop_assert_eq!(promised, list.len());
        // A filter without a chosen value: choosing this one shows just as many.
        if selection.iter().all(|(known, _)| known != facet) {
            prop_assert_eq!(promised, shown(&selection.toggled(facet, &value)).len());
        }
    }

    #[test]
    fn a_value_chosen_and_dropped_again_leaves_everything_as_it_was(selection in any_selection(), value in any_value()) {
        let (facet, value) = value;
        let twice = selection.clone().toggled(facet, &value).toggled(facet, &value);
        prop_assert_eq!(twice, selection);
    }

    #[test]
    fn a_toggled_value_is_chosen_exactly_if_it_was_not(selection in any_selection(), value in any_value()) {
        let (facet, value) = value;
        let before = selection.has(facet, &value);
        let after = selection.clone().toggled(facet, &value);
        prop_assert_eq!(after.has(facet, &value), !before);
        prop_assert_eq!(after.len().abs_diff(selection.len()), 1);
    }

    #[test]
    fn every_way_out_brings_back_as_many_cases_as_it_says(selection in any_selection()) {
        let cases: Vec<&CaseStudy> = library().corpus.cases().iter().collect();
        let ways = selection.ways_out(&cases);
        for (facet, value, promised) in &ways {
            prop_assert!(selection.has(*facet, value));
            prop_assert!(*promised > 0);
            prop_assert_eq!(shown(&selection.clone().without(*facet, value)).len(), *promised);
        }
        prop_assert!(ways.windows(2).all(|pair| pair[0].2 >= pair[1].2), "the most helpful first");
        let kept_back = selection
            .iter()
            .filter(|(facet, value)| !ways.iter().any(|way| way.0 == *facet && way.1 == *value));
        for (facet, value) in kept_back {
            prop_assert_eq!(shown(&selection.clone().without(facet, value)).len(), 0);
        }
    }

    #[test]
    fn everything_from_the_vocabulary_is_known(selection in any_selection()) {
        prop_assert_eq!(selection.clone().known(&library().vocabulary), (selection, Vec::new()));
    }
}
