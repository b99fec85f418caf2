//! Protects what the app works out from the records by itself: who gave what side by side, amounts that can
//! be compared, and which cases are like one another.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

mod support;

use ashar::domain::{
    case::{CaseStudy, Section},
    contribution::{self, by_side, measure, scales},
    corpus::Corpus,
    likeness::like,
    vocabulary::Facet,
};
use serde_json::{Value, json};
use support::{library, load, neighbour, record, vocabulary};

/// A contribution: its id, the side that gave it, and how much of what.
type Gift<'a> = (&'a str, &'a str, Option<(f64, &'a str)>);

fn amount(of: Option<(f64, &str)>) -> Value {
    of.map_or(Value::Null, |(value, unit)| json!({"value": value, "unit": unit}))
}

/// The smallest record with these contributions.
fn given(gifts: &[Gift<'_>]) -> Value {
    let mut record = record();
    record["contributions"] = gifts
        .iter()
        .map(|(id, side, of)| {
            json!({"id": id, "kind": "money", "side": side, "date": null, "amount": amount(*of),
                   "text": "They gave it.", "source": "Start"})
        })
        .collect();
    record
}

/// A corpus of one case.
fn alone(record: &Value) -> Corpus {
    load(&[("well.json", record)]).unwrap_or_else(|errors| panic!("{}", support::lines(&errors)))
}

/// The scales of a case: unit, and every block with its part of the measure.
fn drawn(case: &CaseStudy) -> Vec<(String, Vec<(String, f64)>)> {
    scales(case)
        .iter()
        .map(|scale| {
            let rows = scale.rows.iter().map(|(block, _, part)| (block.id.clone(), *part));
            (scale.unit.to_owned(), rows.collect())
        })
        .collect()
}

/// These contributions are drawn as these scales.
macro_rules! draws {
    ($name:ident, $gifts:expr, [$(($unit:literal, [$(($id:literal, $part:expr)),+])),*]) => {
        #[test]
        fn $name() {
            let corpus = alone(&given(&$gifts));
            let expected: Vec<(String, Vec<(String, f64)>)> =
                vec![$(($unit.to_owned(), vec![$(($id.to_owned(), $part)),+])),*];
            assert_eq!(drawn(&corpus.cases()[0]), expected);
        }
    };
}

draws!(
    gifts_without_an_amount_draw_nothing,
    [("gave-a", "cso", None), ("gave-b", "cso", None)],
    []
);
draws!(
    a_unit_that_one_amount_alone_has_draws_nothing,
    [("gave-a", "cso", Some((500.0, "som"))), ("gave-b", "residents", Some((20.0, "US$")))],
    []
);
draws!(
    amounts_are_measured_by_the_largest,
    [("gave-a", "cso", Some((500.0, "som"))), ("gave-b", "residents", Some((2000.0, "som")))],
    [("som", [("gave-a", 0.25), ("gave-b", 1.0)])]
);
draws!(
    percentages_are_measured_by_the_whole,
    [("gave-a", "cso", Some((25.0, "%"))), ("gave-b", "residents", Some((50.0, "%")))],
    [("%", [("gave-a", 0.25), ("gave-b", 0.5)])]
);
draws!(
    each_unit_has_a_scale_of_its_own_and_a_lonely_one_has_none,
    [
        ("gave-a", "cso", Some((10.0, "som"))),
        ("gave-b", "cso", Some((3.0, "days"))),
        ("gave-c", "residents", Some((4.0, "days"))),
        ("gave-d", "residents", Some((5.0, "som"))),
        ("gave-e", "donor", Some((7.0, "US$")))
    ],
    [("som", [("gave-a", 1.0), ("gave-d", 0.5)]), ("days", [("gave-b", 0.75), ("gave-c", 1.0)])]
);
draws!(
    amounts_of_nothing_draw_nothing_and_break_nothing,
    [("gave-a", "cso", Some((0.0, "som"))), ("gave-b", "residents", Some((0.0, "som")))],
    [("som", [("gave-a", 0.0), ("gave-b", 0.0)])]
);

#[test]
fn what_funders_paid_stands_on_the_same_scale_behind_what_the_sides_gave() {
    let mut record = given(&[("gave-a", "residents", Some((50.0, "som")))]);
    record["funders"] = json!([{
        "id": "funder-a", "kind": "undp", "name": "UNDP", "date": null, "text": "It paid.",
        "source": "Start", "amount": {"value": 200, "unit": "som"}
    }]);
    let corpus = alone(&record);
    let rows = vec![("gave-a".to_owned(), 0.25), ("funder-a".to_owned(), 1.0)];
    assert_eq!(drawn(&corpus.cases()[0]), [("som".to_owned(), rows)]);
}

#[test]
fn no_bar_of_the_real_cases_is_longer_than_its_measure() {
    for case in library().corpus.cases() {
        for scale in scales(case) {
            for (block, _, part) in scale.rows {
                assert!((0.0..=1.0).contains(&part), "{}#{}: {part}", case.slug, block.id);
            }
        }
    }
}

#[test]
fn every_amount_of_the_real_cases_is_drawn_as_soon_as_its_unit_has_another() {
    for case in library().corpus.cases() {
        let amounts: Vec<(&str, &str)> = case
            .blocks
            .iter()
            .filter_map(|block| Some((block.id.as_str(), block.amount.as_ref()?.unit.as_str())))
            .collect();
        let mut expected: Vec<&str> = amounts
            .iter()
            .filter(|(_, unit)| amounts.iter().filter(|(_, other)| other == unit).count() > 1)
            .map(|(id, _)| *id)
            .collect();
        let scales = scales(case);
        let rows = scales.iter().flat_map(|scale| &scale.rows);
        let mut found: Vec<&str> = rows.map(|(block, ..)| block.id.as_str()).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{}", case.slug);
    }
}

/// What a bar is measured by.
macro_rules! measures {
    ($name:ident, $unit:literal, $largest:literal, $by:literal) => {
        #[test]
        fn $name() {
            let difference = measure($unit, $largest) - $by;
            assert!(difference.abs() < f64::EPSILON, "{}", measure($unit, $largest));
        }
    };
}

measures!(money_is_measured_by_the_largest_amount, "som", 40.0, 40.0);
measures!(a_percentage_is_measured_by_a_hundred, "%", 40.0, 100.0);
measures!(a_percentage_of_something_is_measured_by_a_hundred, "% of the cost", 40.0, 100.0);
measures!(a_unit_with_a_percentage_inside_is_none, "som at 5 %", 40.0, 40.0);
measures!(nothing_is_measured_without_dividing_by_nothing, "som", 0.0, 1.0);

#[test]
fn gifts_stand_side_by_side_in_the_order_of_the_word_list() {
    let corpus = alone(&given(&[
        ("gave-a", "residents", None),
        ("gave-b", "cso", None),
        ("gave-c", "residents", None),
        ("gave-d", "government", None),
    ]));
    let vocabulary = vocabulary();
    let sides = by_side(&corpus.cases()[0], Section::Contributions, &vocabulary);
    let found: Vec<(&str, Vec<&str>)> = sides
        .iter()
        .map(|(side, blocks)| {
            (side.id.as_str(), blocks.iter().map(|block| block.id.as_str()).collect())
        })
        .collect();
    // Sides that gave nothing are not named.
    assert_eq!(
        found,
        [
            ("cso", vec!["gave-b"]),
            ("government", vec!["gave-d"]),
            ("residents", vec!["gave-a", "gave-c"])
        ]
    );
}

#[test]
fn a_case_without_voices_has_no_sides_that_speak() {
    let corpus = alone(&record());
    assert!(by_side(&corpus.cases()[0], Section::Voices, &vocabulary()).is_empty());
}

#[test]
fn no_gift_or_voice_of_the_real_cases_is_lost_when_they_are_put_side_by_side() {
    for case in library().corpus.cases() {
        for section in [Section::Contributions, Section::Voices] {
            let sides = contribution::by_side(case, section, &library().vocabulary);
            let shown: usize = sides.iter().map(|(_, blocks)| blocks.len()).sum();
            assert_eq!(shown, case.section(section).count(), "{}", case.slug);
        }
    }
}

/// Villages `a`, `b`, `c` … in the book's order, each with these topics. What all of them share besides is
/// too common to make any of them alike.
fn villages(topics: &[&[&str]]) -> Vec<Value> {
    let mut records = Vec::new();
    for (order, topics) in (1..).zip(topics) {
        let mut record = neighbour(slug(order), order);
        record["topics"] = json!(topics);
        records.push(record);
    }
    records
}

fn slug(order: u32) -> &'static str {
    ["a", "b", "c", "d", "e", "f", "g", "h", "i"][order as usize - 1]
}

fn corpus(records: &[Value]) -> Corpus {
    let names: Vec<String> =
        (1..).zip(records).map(|(order, _)| format!("{}.json", slug(order))).collect();
    let files: Vec<(&str, &Value)> = names.iter().map(String::as_str).zip(records).collect();
    load(&files).unwrap_or_else(|errors| panic!("{}", support::lines(&errors)))
}

/// The cases like `a`, and what each shares with it.
fn like_a(records: &[Value]) -> Vec<(String, Vec<(Facet, String)>)> {
    let corpus = corpus(records);
    like(&corpus, corpus.case("a").expect("the first village"))
        .into_iter()
        .map(|one| {
            let shared = one.shared.iter().map(|(facet, value)| (*facet, (*value).to_owned()));
            (one.case.slug.clone(), shared.collect())
        })
        .collect()
}

fn slugs_like_a(records: &[Value]) -> Vec<String> {
    like_a(records).into_iter().map(|(slug, _)| slug).collect()
}

fn add_kind(record: &mut Value, section: &str, id: &str, kind: &str) {
    let mut block = json!({"id": id, "kind": kind, "text": "They did it.", "source": "Start"});
    if section == "obstacles" {
        block["met"] = json!(null);
    }
    record[section].as_array_mut().expect("a section").push(block);
}

fn connect(record: &mut Value, to: &str) {
    record["related"] = json!([{
        "id": format!("related-{to}"), "slug": to, "kind": "same-problem", "text": "Both were dry.",
        "source": "Start"
    }]);
}

#[test]
fn cases_that_share_a_rare_topic_are_alike_and_say_in_what() {
    let records = villages(&[&["land"], &["waste"], &["land"], &["power"], &["jobs"], &["sport"]]);
    assert_eq!(like_a(&records), [("c".to_owned(), vec![(Facet::Topic, "land".to_owned())])]);
}

#[test]
fn a_topic_of_more_than_a_third_of_all_cases_makes_none_alike() {
    let records = villages(&[&["land"], &["land"], &["land"], &["power"], &["jobs"], &["sport"]]);
    assert_eq!(like_a(&records), []);
}

#[test]
fn a_topic_of_just_a_third_of_all_cases_still_counts() {
    let records = villages(&[&["land"], &["waste"], &["land"], &["power"], &["jobs"], &["sport"]]);
    assert_eq!(slugs_like_a(&records[..]), ["c"]);
    let fewer: Vec<Value> = records.into_iter().take(5).collect();
    assert_eq!(slugs_like_a(&fewer), [""; 0]);
}

#[test]
fn a_connected_case_is_not_named_again_among_the_similar() {
    let mut records =
        villages(&[&["land"], &["land"], &["waste"], &["power"], &["jobs"], &["sport"]]);
    assert_eq!(slugs_like_a(&records), ["b"]);
    connect(&mut records[0], "b");
    connect(&mut records[1], "a");
    assert_eq!(slugs_like_a(&records), [""; 0]);
}

#[test]
fn a_shared_tool_alone_is_no_likeness() {
    let mut records =
        villages(&[&["land"], &["water"], &["waste"], &["power"], &["jobs"], &["sport"]]);
    for record in &mut records[..2] {
        add_kind(record, "instruments", "instrument-survey", "survey");
    }
    assert_eq!(like_a(&records), []);
}

#[test]
fn a_shared_trouble_alone_is_no_likeness() {
    let mut records =
        villages(&[&["land"], &["water"], &["waste"], &["power"], &["jobs"], &["sport"]]);
    for record in &mut records[..2] {
        add_kind(record, "obstacles", "obstacle-quarrel", "conflict");
    }
    assert_eq!(like_a(&records), []);
}

#[test]
fn a_shared_tool_and_trouble_are_named_behind_a_shared_topic() {
    let mut records =
        villages(&[&["land"], &["land"], &["waste"], &["power"], &["jobs"], &["sport"]]);
    for record in &mut records[..2] {
        add_kind(record, "instruments", "instrument-survey", "survey");
        add_kind(record, "obstacles", "obstacle-quarrel", "conflict");
    }
    let shared = [
        (Facet::Topic, "land".to_owned()),
        (Facet::Obstacle, "conflict".to_owned()),
        (Facet::Instrument, "survey".to_owned()),
    ];
    assert_eq!(like_a(&records), [("b".to_owned(), shared.to_vec())]);
}

#[test]
fn a_tool_used_twice_is_named_once() {
    let mut records =
        villages(&[&["land"], &["land"], &["waste"], &["power"], &["jobs"], &["sport"]]);
    for record in &mut records[..2] {
        add_kind(record, "instruments", "instrument-survey", "survey");
        add_kind(record, "instruments", "instrument-count", "survey");
    }
    let shared = [(Facet::Topic, "land".to_owned()), (Facet::Instrument, "survey".to_owned())];
    assert_eq!(like_a(&records), [("b".to_owned(), shared.to_vec())]);
}

#[test]
fn the_rarest_shared_topic_is_named_first() {
    let records = villages(&[
        &["land", "waste"],
        &["land", "waste"],
        &["land"],
        &["power"],
        &["jobs"],
        &["sport"],
        &["law"],
        &["youth"],
        &["women"],
    ]);
    let shared = [(Facet::Topic, "waste".to_owned()), (Facet::Topic, "land".to_owned())];
    assert_eq!(like_a(&records)[0], ("b".to_owned(), shared.to_vec()));
}

#[test]
fn the_case_that_shares_more_stands_first() {
    let mut records =
        villages(&[&["land", "waste"], &["land"], &["waste"], &["power"], &["jobs"], &["sport"]]);
    for at in [0, 2] {
        add_kind(&mut records[at], "obstacles", "obstacle-quarrel", "conflict");
    }
    assert_eq!(slugs_like_a(&records), ["c", "b"]);
}

#[test]
fn a_rarer_shared_topic_weighs_more() {
    let records = villages(&[
        &["land", "waste"],
        &["land"],
        &["land"],
        &["waste"],
        &["power"],
        &["jobs"],
        &["sport"],
        &["law"],
        &["youth"],
    ]);
    assert_eq!(slugs_like_a(&records), ["d", "b", "c"]);
}

#[test]
fn cases_that_share_equally_much_stay_in_the_order_of_the_book() {
    let topics = ["land", "waste", "power", "jobs"];
    let records = villages(&[&topics, &["jobs"], &["power"], &["waste"], &["land"], &["sport"]]);
    assert_eq!(slugs_like_a(&records), ["b", "c", "d", "e"]);
}

#[test]
fn no_more_than_four_similar_cases_are_named() {
    let topics = ["land", "waste", "power", "jobs", "sport"];
    let records =
        villages(&[&topics, &["land"], &["waste"], &["power"], &["jobs"], &["sport"], &["law"]]);
    assert_eq!(slugs_like_a(&records), ["b", "c", "d", "e"]);
}

#[test]
fn no_more_than_four_shared_values_are_named() {
    let topics = ["land", "waste", "power", "jobs", "sport"];
    let records = villages(&[&topics, &topics, &["law"], &["youth"], &["women"], &["health"]]);
    assert_eq!(like_a(&records)[0].1.len(), 4);
}

#[test]
fn no_real_case_is_called_like_itself_or_like_one_it_is_connected_with() {
    let corpus = &library().corpus;
    let mut named = 0;
    for case in corpus.cases() {
        for one in like(corpus, case) {
            assert_ne!(one.case.slug, case.slug);
            let connected = case.section(Section::Related).any(|link| link.slug == one.case.slug);
            assert!(!connected, "{} names {} twice", case.slug, one.case.slug);
            named += 1;
        }
    }
    assert!(named > 0);
}

#[test]
fn what_two_real_cases_are_said_to_share_stands_in_both_records() {
    let corpus = &library().corpus;
    for case in corpus.cases() {
        for one in like(corpus, case) {
            assert!(!one.shared.is_empty(), "{} and {}", case.slug, one.case.slug);
            for (facet, value) in one.shared {
                for both in [case, one.case] {
                    assert!(both.values(facet).contains(&value), "{}: no {value}", both.slug);
                }
            }
        }
    }
}
