//! Protects links that other programs have damaged: what was meant is opened, and what is left out is told.

#![allow(clippy::panic, clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::domain::{
    address::encode,
    assessment::options::{Depth, Stage},
    link_repair::{Repaired, repair},
    route::{Route, Step},
    vocabulary::Facet,
};
use proptest::{prelude::*, sample::select};
use serde_json::json;
use support::{chosen, library, library_with, record};

fn repaired(address: &str) -> Repaired {
    repair(library(), address).unwrap_or_else(|| panic!("{address} is not repaired"))
}

/// Where an address leads, repaired if need be.
fn opened(address: &str) -> Route {
    repair(library(), address).map_or_else(|| Route::parse(address), |repaired| repaired.route)
}

/// Addresses of every kind that the app writes.
fn valid() -> Vec<Route> {
    let library = library();
    let browse = |query: &str, values: &[(Facet, &str)]| Route::Browse {
        query: query.to_owned(),
        selection: chosen(values),
    };
    let mut all = vec![
        Route::home(),
        browse("clean water", &[]),
        browse("вода & газ, 100 %", &[]),
        browse("", &[(Facet::Oblast, "talas"), (Facet::Oblast, "osh")]),
        browse("roof", &[(Facet::Topic, "schools"), (Facet::Oblast, "chui")]),
        Route::Difficulties { at: None },
        Route::Factors { at: None },
        Route::Glossary { at: None },
        Route::About,
        Route::Embed,
        Route::Offline,
        Route::More,
        Route::Check(Step::Start),
        Route::Check(Step::Question(7)),
        Route::Check(Step::Part(2)),
        Route::Check(Step::Result),
        Route::Check(Step::Paper(Stage::Before, Depth::Full)),
        Route::Check(Step::Carried("{\"version\":2,\"name\":\"суу, a+b & 5 %\"}".to_owned())),
    ];
    for case in library.corpus.cases() {
        all.push(Route::case(&case.slug));
        all.push(Route::marked(&case.slug, Some("summary"), "ашар & water"));
        for block in &case.blocks {
            all.push(Route::block(&case.slug, &block.id));
        }
    }
    for term in library.glossary.terms() {
        all.push(Route::Glossary { at: Some(term.id.clone()) });
    }
    for value in &library.vocabulary.facet(Facet::Obstacle).expect("obstacles").values {
        all.push(Route::Difficulties { at: Some(value.id.clone()) });
    }
    for dimension in library.dimensions.iter() {
        all.push(Route::Factors { at: Some(dimension.id.clone()) });
    }
    all
}

/// What a program does to an address.
type Damage = fn(&str) -> String;

/// What programs do to a whole address.
const DAMAGES: [(&str, Damage); 10] = [
    ("another hash bang", |address| address.replacen("#/", "#!/", 1)),
    ("encoded slashes", |address| address.replace('/', "%2F")),
    ("an encoded question mark", |address| address.replacen('?', "%3F", 1)),
    ("encoded marks of the query", |address| match address.split_once('?') {
        // A mark in a text cannot be told from those then.
        Some((path, query)) if !query.contains("%26") => {
            [path, "%3F", &query.replace('=', "%3D").replace('&', "%26")].concat()
        }
        _ => address.to_owned(),
    }),
    ("the whole query encoded again", |address| match address.split_once('?') {
        Some((path, query)) => [path, "%3F", &encode(query)].concat(),
        None => address.to_owned(),
    }),
    ("all encoded again", |address| address.replace('%', "%25")),
    ("all encoded twice again", |address| address.replace('%', "%2525")),
    ("HTML escapes", |address| address.replace('&', "&amp;")),
    ("HTML escapes of HTML escapes", |address| address.replace('&', "&amp;amp;")),
    ("a blank where the line ended", |address| match address.rsplit_once('-') {
        Some((path, rest)) if !address.contains('?') => [path, "-%20", rest].concat(),
        _ => address.to_owned(),
    }),
];

/// What stands behind an address without a blank, and is no word.
const MARKS: [&str; 26] = [
    ".",
    ",",
    ")",
    "»",
    "\"",
    "”",
    "…",
    ";",
    "!",
    "'",
    "’",
    "*",
    "_",
    "**",
    "]",
    "}",
    ">",
    "%20",
    "%C2%A0",
    "%E2%80%8B",
    "%EF%BB%BF",
    "#",
    "/",
    "%0A",
    "%22",
    "%3E.",
];

/// Whether what is put behind an address becomes part of a text that a person may have typed.
fn ends_in_text(route: &Route) -> bool {
    match route {
        Route::Browse { query, selection } => !query.is_empty() && selection.is_empty(),
        Route::Case { query, .. } => !query.is_empty(),
        _ => false,
    }
}

#[test]
fn what_leads_somewhere_is_left_alone() {
    for route in valid() {
        assert_eq!(repair(library(), &route.address()), None, "{route:?}");
    }
    for address in [
        "",
        "#",
        "/",
        "#/?topic=water&topic=roads",
        "#/?oblast=talas,osh&q=",
        "#/cases/alga?lang=ky",
    ] {
        assert_eq!(repair(library(), address), None, "{address}");
    }
}

#[test]
fn every_address_survives_every_damage() {
    for route in valid() {
        for (what, damage) in DAMAGES {
            let address = damage(&route.address());
            assert_eq!(opened(&address), route, "{what}: {address}");
        }
    }
}

#[test]
fn marks_and_unseen_letters_behind_an_address_are_no_part_of_it() {
    for route in valid().into_iter().filter(|route| !ends_in_text(route)) {
        // A bracket more could be one of the answers.
        let is_text = matches!(route, Route::Check(Step::Carried(_)));
        for mark in MARKS.into_iter().filter(|mark| !(is_text && mark.contains('}'))) {
            let address = [&route.address(), mark].concat();
            assert_eq!(opened(&address), route, "{address}");
            let said = repair(library(), &address).map(|repaired| repaired.left_out);
            assert_eq!(said.unwrap_or_default(), Vec::<String>::new(), "{address}");
        }
    }
}

#[test]
fn words_and_trackers_behind_an_address_are_left_out_and_said() {
    for route in valid().into_iter().filter(|route| !ends_in_text(route)) {
        for (behind, said) in [
            ("%20see%20you", "see you"),
            ("&fbclid=IwAR0x", "fbclid=IwAR0x"),
            ("&utm_source=mail", "utm_source=mail"),
        ] {
            let address = [&route.address(), behind].concat();
            let is_list = route == Route::home() && behind.starts_with('%');
            if is_list || matches!(route, Route::Check(Step::Carried(_))) {
                continue;
            }
            let repaired = repaired(&address);
            assert_eq!(repaired.route, route, "{address}");
            assert_eq!(repaired.left_out.len(), 1, "{address}: {:?}", repaired.left_out);
            assert!(
                repaired.left_out.concat().contains(said),
                "{address}: {:?}",
                repaired.left_out
            );
        }
    }
}

#[test]
fn capitals_make_no_other_page() {
    for address in [
        "#/Cases/ALGA",
        "#/cases/Alga",
        "#/Check",
        "#/CHECK/7",
        "#/?Oblast=Talas",
        "#/Glossary?At=Ayil-Okmot",
    ] {
        assert_eq!(opened(address), opened(&address.to_lowercase()), "{address}");
        assert_eq!(repaired(address).left_out, Vec::<String>::new());
    }
}

#[test]
fn a_text_that_was_encoded_twice_is_read() {
    assert_eq!(
        opened("#/?q=%25D0%25B2%25D0%25BE%25D0%25B4%25D0%25B0"),
        Route::Browse { query: "вода".to_owned(), selection: chosen(&[]) }
    );
}

#[test]
fn the_language_of_a_damaged_address_is_kept() {
    let repaired = repaired("#/cases/alga?at=summary&amp;lang=ky");
    assert_eq!(repaired.lang.as_deref(), Some("ky"));
    assert_eq!(repaired.route, Route::block("alga", "summary"));
}

#[test]
fn a_link_to_a_block_that_is_gone_leads_to_the_one_that_tells_it_now() {
    let mut record = record();
    record["steps"][0]["formerly"] = json!(["factor-dug"]);
    let found = repair(&library_with(&record), "#/cases/well?at=factor-dug&q=well");
    let route = Route::marked("well", Some("step-one"), "well");
    assert_eq!(found, Some(Repaired { route, lang: None, left_out: Vec::new() }));
}

#[test]
fn what_there_is_not_is_left_out_and_said() {
    for (address, route, left_out) in [
        ("#/cases/alga?at=nowhere", Route::case("alga"), "nowhere"),
        ("#/glossary?at=nowhere", Route::Glossary { at: None }, "nowhere"),
        ("#/?oblast=atlantis", Route::home(), "atlantis"),
        ("#/cases/alga/more", Route::case("alga"), "more"),
        ("#/about/us", Route::About, "us"),
        ("#/check/seven", Route::Check(Step::Start), "seven"),
        ("#/cases/alga:~:text=water", Route::case("alga"), "text=water"),
    ] {
        let repaired = repaired(address);
        assert_eq!(
            (repaired.route, repaired.left_out),
            (route, vec![left_out.to_owned()]),
            "{address}"
        );
    }
}

#[test]
fn an_address_that_means_nothing_stays_not_found() {
    for address in [
        "#/nowhere",
        "#/no/such/page",
        "#/cases/nobody",
        "#/cases",
        "#/%E0%A4%A?%%%&&=&q",
        "#/что-то",
    ] {
        assert_eq!(repair(library(), address), None, "{address}");
    }
}

#[test]
fn of_what_is_left_out_the_beginning_is_said() {
    let address = ["#/cases/alga%20", &"a".repeat(10_000)].concat();
    assert_eq!(repaired(&address).left_out, ["a".repeat(60)]);
}

proptest! {
    #![proptest_config(support::tries(512))]

    #[test]
    fn damage_upon_damage_is_repaired(
        route in select(valid()),
        damages in proptest::collection::vec(select(DAMAGES.to_vec()), 0..3),
        mark in select(MARKS.to_vec()),
    ) {
        prop_assume!(!ends_in_text(&route));
        let marked = [&route.address(), mark].concat();
        let address = damages.iter().fold(marked, |address, (_, damage)| damage(&address));
        prop_assert_eq!(opened(&address), route, "{}", address);
    }

    #[test]
    fn no_address_is_too_much(text in "\\PC*") {
        repair(library(), &text);
        repair(library(), &["#/cases/alga", &text].concat());
        repair(library(), &["#/?", &text].concat());
    }

    #[test]
    fn what_was_repaired_needs_no_repair(route in select(valid()), text in "\\PC*") {
        if let Some(repaired) = repair(library(), &[&route.address(), &*text].concat()) {
            prop_assert_eq!(repair(library(), &repaired.route.address()), None);
        }
    }
}
