//! Protects addresses: a link that somebody sent opens the same screen, and no text behind `#` stops
//! the app.

mod support;

use ashar::domain::{
    route::{Route, Step},
    vocabulary::Facet,
};
use proptest::prelude::*;
use support::{any_selection, chosen, library};

fn browse(query: &str, values: &[(Facet, &str)]) -> Route {
    Route::Browse { query: query.to_owned(), selection: chosen(values) }
}

fn not_found(text: &str) -> Route {
    Route::NotFound(text.to_owned())
}

/// An address as the app writes it, and its route: the same in both directions.
macro_rules! is {
    ($name:ident, $address:literal, $route:expr) => {
        #[test]
        fn $name() {
            let route = $route;
            assert_eq!(Route::parse($address), route);
            assert_eq!(route.address(), $address);
        }
    };
}

/// Addresses that people or other programs write, and the route they mean.
macro_rules! reads {
    ($name:ident, $route:expr, $($address:expr),+ $(,)?) => {
        #[test]
        fn $name() {
            let route = $route;
            $(assert_eq!(Route::parse($address), route, "{}", $address);)+
        }
    };
}

is!(the_home_page_has_an_address, "#/", Route::home());
is!(a_search_has_an_address, "#/?q=clean%20water", browse("clean water", &[]));
is!(a_filter_has_an_address, "#/?oblast=talas", browse("", &[(Facet::Oblast, "talas")]));
is!(
    two_values_of_a_filter_stand_side_by_side,
    "#/?oblast=osh,talas",
    browse("", &[(Facet::Oblast, "talas"), (Facet::Oblast, "osh")])
);
is!(
    a_search_with_several_filters_has_an_address,
    "#/?q=roof&topic=schools&oblast=chui,talas&funder=eu",
    browse(
        "roof",
        &[
            (Facet::Funder, "eu"),
            (Facet::Oblast, "talas"),
            (Facet::Oblast, "chui"),
            (Facet::Topic, "schools"),
        ]
    )
);
is!(a_search_in_kyrgyz_has_an_address, "#/?q=%D3%A9%D0%B7%D3%A9%D0%BD", browse("өзөн", &[]));
is!(
    signs_with_a_meaning_of_their_own_can_be_searched,
    "#/?q=a%2Bb%20%26%20c%3Dd%20%23%3F%20100%25",
    browse("a+b & c=d #? 100%", &[])
);
is!(a_case_has_an_address, "#/cases/alga", Route::case("alga"));
is!(
    a_place_in_a_case_has_an_address,
    "#/cases/shazet?at=factor-yearly-check",
    Route::block("shazet", "factor-yearly-check")
);
is!(
    a_place_in_a_case_with_marked_words_has_an_address,
    "#/cases/shazet?at=step-pipes&q=water%20pipes",
    Route::marked("shazet", Some("step-pipes"), "water pipes")
);
is!(
    a_case_with_marked_words_has_an_address,
    "#/cases/shazet?q=%D2%AF%D0%B9",
    Route::marked("shazet", None, "үй")
);
is!(the_difficulties_have_an_address, "#/difficulties", Route::Difficulties { at: None });
is!(
    a_kind_of_difficulty_has_an_address,
    "#/difficulties?at=distrust",
    Route::Difficulties { at: Some("distrust".into()) }
);
is!(
    what_helped_in_one_dimension_has_an_address,
    "#/factors?at=trust",
    Route::Factors { at: Some("trust".into()) }
);
is!(the_check_has_an_address, "#/check", Route::Check(Step::Start));
is!(a_question_has_an_address, "#/check/7", Route::Check(Step::Question(7)));
is!(the_red_flags_have_an_address, "#/check/flags", Route::Check(Step::Flags));
is!(the_answers_have_an_address, "#/check/answers", Route::Check(Step::Review));
is!(the_result_has_an_address, "#/check/result", Route::Check(Step::Result));
is!(the_glossary_has_an_address, "#/glossary", Route::Glossary { at: None });
is!(
    a_term_has_an_address,
    "#/glossary?at=ayil-okmot",
    Route::Glossary { at: Some("ayil-okmot".to_owned()) }
);
is!(the_about_page_has_an_address, "#/about", Route::About);
is!(the_page_for_partners_has_an_address, "#/embed", Route::Embed);
is!(the_offline_page_has_an_address, "#/offline", Route::Offline);
is!(what_else_there_is_has_an_address, "#/more", Route::More);

reads!(
    home_is_where_nothing_is_said,
    Route::home(),
    "",
    "#",
    "/",
    "#/",
    "?",
    "#?",
    "#/?",
    "#//",
    "#/?&&"
);
reads!(a_hash_may_be_missing, Route::case("alga"), "/cases/alga", "cases/alga", "#cases/alga");
reads!(slashes_too_many_do_no_harm, Route::case("alga"), "#/cases/alga/", "#//cases//alga");
reads!(a_plus_is_a_blank, browse("clean water", &[]), "#/?q=clean+water", "#/?q=clean%20water");
reads!(escapes_in_small_letters_are_read, browse("өзөн", &[]), "#/?q=%d3%a9%d0%b7%d3%a9%d0%bd");
reads!(letters_without_escapes_are_read, browse("өзөн", &[]), "#/?q=өзөн");
reads!(an_escaped_path_is_read, Route::case("alga"), "#/%63ases/%61lga");
reads!(an_escape_cut_short_stays_as_it_stands, browse("100%", &[]), "#/?q=100%");
reads!(half_an_escape_stays_as_it_stands, browse("100%2", &[]), "#/?q=100%2");
reads!(an_escape_of_no_number_stays_as_it_stands, browse("%zz%é", &[]), "#/?q=%zz%é");
reads!(bytes_that_are_no_letter_are_shown_as_such, browse("\u{fffd}", &[]), "#/?q=%FF");
reads!(an_equals_sign_belongs_to_the_value, browse("a=b", &[]), "#/?q=a=b");
reads!(a_second_question_mark_belongs_to_the_value, browse("what?", &[]), "#/?q=what?");
reads!(unknown_parameters_are_passed_over, browse("roof", &[]), "#/?utm=x&q=roof&fbclid=y&z");
reads!(
    unknown_parameters_of_a_case_are_passed_over,
    Route::case("alga"),
    "#/cases/alga?utm=x",
    "#/cases/alga?at=",
    "#/cases/alga?at",
    "#/cases/alga?"
);
reads!(
    a_case_sent_with_marks_in_another_order_is_the_same,
    Route::marked("alga", Some("results"), "roof"),
    "#/cases/alga?q=roof&at=results",
    "#/cases/alga?utm=x&at=results&q=roof&q=water"
);
reads!(an_empty_search_marks_nothing, Route::case("alga"), "#/cases/alga?q=", "#/cases/alga?q");
reads!(empty_values_choose_nothing, Route::home(), "#/?q=&oblast=&topic=,,", "#/?q", "#/?oblast");
reads!(
    empty_values_between_others_are_passed_over,
    browse("", &[(Facet::Oblast, "osh"), (Facet::Oblast, "talas")]),
    "#/?oblast=,osh,,talas,",
    "#/?oblast=osh&oblast=talas",
    "#/?oblast=talas,osh,osh",
);
reads!(
    a_comma_that_a_messenger_escaped_still_parts_two_values,
    browse("", &[(Facet::Oblast, "osh"), (Facet::Oblast, "talas")]),
    "#/?oblast=osh%2Ctalas"
);
reads!(the_first_of_two_searches_counts, browse("roof", &[]), "#/?q=roof&q=water");
reads!(
    a_filter_value_nobody_knows_is_kept_to_be_named,
    browse("", &[(Facet::Oblast, "atlantis")]),
    "#/?oblast=atlantis"
);
reads!(an_unknown_case_is_still_a_case_to_look_for, Route::case("atlantis"), "#/cases/atlantis");

reads!(a_page_nobody_knows_is_not_found, not_found("/nowhere"), "#/nowhere", "/nowhere");
reads!(what_lies_below_a_page_is_not_found, not_found("/about/us"), "#/about/us");
reads!(the_list_has_an_address_of_its_own_too, Route::home(), "#/cases");
reads!(
    the_address_of_the_list_takes_search_and_filters,
    Route::parse("#/?q=water&oblast=osh"),
    "#/cases?q=water&oblast=osh"
);
reads!(a_case_below_a_case_is_not_found, not_found("/cases/alga/hava"), "#/cases/alga/hava");
reads!(question_nought_is_not_found, not_found("/check/0"), "#/check/0");
reads!(a_question_under_nought_is_not_found, not_found("/check/-1"), "#/check/-1");
reads!(a_question_with_a_word_is_not_found, not_found("/check/seven"), "#/check/seven");
reads!(half_a_question_is_not_found, not_found("/check/1.5"), "#/check/1.5");
reads!(
    a_question_beyond_all_numbers_is_not_found,
    not_found("/check/99999999999999999999999"),
    "#/check/99999999999999999999999"
);
reads!(capitals_make_another_page, not_found("/About"), "#/About");

#[test]
fn a_page_not_found_keeps_its_address() {
    assert_eq!(not_found("/no where?x=1").address(), "#/no where?x=1");
}

#[test]
fn a_very_long_address_is_read_whole() {
    let query = "вода ".repeat(20_000);
    assert_eq!(Route::parse(&browse(&query, &[]).address()), browse(&query, &[]));
    let path = "/a".repeat(50_000);
    assert_eq!(Route::parse(&path), not_found(&path));
    let parameters = format!("#/?{}", "x=1&".repeat(10_000));
    assert_eq!(Route::parse(&parameters), Route::home());
}

#[test]
fn no_address_of_the_check_holds_an_answer() {
    let steps = [Step::Start, Step::Question(3), Step::Flags, Step::Review, Step::Result];
    for step in steps {
        let address = Route::Check(step).address();
        assert!(!address.contains(['?', '=']), "{address}");
    }
}

/// Every case and block of the real data, and every term, by its address.
#[test]
fn every_place_in_the_data_can_be_linked_to() {
    for case in library().corpus.cases() {
        for block in &case.blocks {
            let route = Route::block(&case.slug, &block.id);
            assert_eq!(Route::parse(&route.address()), route);
            assert!(!route.address().contains('%'), "{}", route.address());
        }
    }
    for term in library().glossary.terms() {
        let route = Route::Glossary { at: Some(term.id.clone()) };
        assert_eq!(Route::parse(&route.address()), route);
    }
}

/// Any text, also with control signs and line ends.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,60}",
        prop::collection::vec(any::<char>(), 0..60)
            .prop_map(|letters| letters.into_iter().collect()),
        "[#/?&=%+, a-c0-9]{0,40}",
    ]
}

proptest! {
    #![proptest_config(support::tries(512))]

    #[test]
    fn a_search_sent_as_a_link_is_the_same_search(query in any_text(), selection in any_selection()) {
        let route = Route::Browse { query, selection };
        let address = route.address();
        prop_assert!(address.is_ascii());
        prop_assert_eq!(Route::parse(&address), route);
    }

    #[test]
    fn a_place_sent_as_a_link_is_the_same_place(slug in any_text(), at in any_text()) {
        prop_assume!(!slug.is_empty() && !at.is_empty());
        let route = Route::block(&slug, &at);
        prop_assert_eq!(Route::parse(&route.address()), route);
    }

    #[test]
    fn a_place_sent_with_its_search_is_the_same_place_with_the_same_search(
        slug in any_text(), at in prop::option::of(any_text()), query in any_text()
    ) {
        let at = at.filter(|at| !at.is_empty());
        prop_assume!(!slug.is_empty());
        let route = Route::marked(&slug, at.as_deref(), &query);
        let address = route.address();
        prop_assert!(address.is_ascii());
        prop_assert_eq!(&Route::parse(&address), &route);
        // Without its marks it is the address that links had before there were any.
        let plain = at.map_or_else(|| Route::case(&slug), |at| Route::block(&slug, &at));
        prop_assert_eq!(route.unmarked(), plain);
    }

    #[test]
    fn every_question_has_its_own_address(number in 1..=usize::MAX) {
        let route = Route::Check(Step::Question(number));
        prop_assert_eq!(Route::parse(&route.address()), route);
    }

    #[test]
    fn any_text_is_some_route_and_its_address_leads_there_again(text in any_text()) {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.address()), route);
    }

    #[test]
    fn any_parameters_are_some_search(text in "[#/?&=%+,]{0,4}(q|at|oblast|topic|x)=[%a-f0-9+=,]{0,20}") {
        let route = Route::parse(&format!("#/?{text}"));
        let found = matches!(route, Route::Browse { .. });
        prop_assert!(found);
        prop_assert_eq!(Route::parse(&route.address()), route);
    }
}
