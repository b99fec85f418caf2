//! Protects the answers people keep on their phone: what an earlier visit wrote opens again, for ever,
//! and nothing strange in the phone's memory stops the app.

mod support;

use ashar::domain::{
    checklist::answers::{Answer, Answers},
    saved::{Read, read, write},
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use support::{answers, library, questions};

#[test]
fn answers_of_the_first_version_open_for_ever() {
    let mut expected = answers([
        ("found-together-1", "0"),
        ("one-purpose-1", "1"),
        ("trust-1", "2"),
        ("turnover-1", "3"),
        ("rules-1", "?"),
        ("roles-1", "-"),
    ]);
    expected.flags.insert("election".to_owned(), false);
    expected.flags.insert("fear".to_owned(), true);
    let kept = support::file("tests/fixtures/saved-v1.json");
    assert_eq!(read(&kept), Read::Whole(expected));
}

#[test]
fn what_is_written_today_is_still_the_first_version() {
    let kept = support::file("tests/fixtures/saved-v1.json");
    let Read::Whole(answers) = read(&kept) else { panic!("the fixture does not open") };
    assert_eq!(write(&answers), kept.trim_end());
}

#[test]
fn the_kept_answers_are_still_asked_for() {
    let list = &library().checklist;
    let Read::Whole(answers) = read(&support::file("tests/fixtures/saved-v1.json")) else {
        panic!("the fixture does not open")
    };
    for item in answers.items.keys() {
        assert!(questions(list).contains(item), "{item} is asked no more");
    }
    for flag in answers.flags.keys() {
        assert!(list.flags.iter().any(|known| known.id == *flag), "{flag} is asked no more");
    }
}

#[test]
fn no_answers_are_answers_too() {
    assert_eq!(read(&write(&Answers::default())), Read::Whole(Answers::default()));
}

/// Texts that hold no answers we can use.
macro_rules! unreadable {
    ($name:ident, $($text:expr),+ $(,)?) => {
        #[test]
        fn $name() {
            $(assert_eq!(read($text), Read::Unreadable, "{}", $text);)+
        }
    };
}

unreadable!(an_empty_memory_is_unreadable, "", " ", "null");
unreadable!(a_text_that_is_not_json_is_unreadable, "hello", "{", "{\"version\": 1,");
unreadable!(json_of_another_shape_is_unreadable, "[]", "7", "\"version\"", "{}");
unreadable!(a_cut_off_text_is_unreadable, "{\"flags\":{},\"items\":{\"trust-1\":\"2\"},\"versi",);
unreadable!(
    answers_of_another_version_are_unreadable,
    r#"{"version": 2, "items": {}, "flags": {}}"#,
    r#"{"version": 0, "items": {}, "flags": {}}"#,
    r#"{"version": -1, "items": {}, "flags": {}}"#,
    r#"{"version": "1", "items": {}, "flags": {}}"#,
    r#"{"items": {}, "flags": {}}"#,
);
unreadable!(
    answers_in_lists_are_unreadable,
    r#"{"version": 1, "items": [], "flags": {}}"#,
    r#"{"version": 1, "items": {}, "flags": []}"#,
    r#"{"version": 1, "items": null, "flags": {}}"#,
    r#"{"version": 1, "items": {"trust-1": "2"}}"#,
    r#"{"version": 1, "flags": {}}"#,
);
unreadable!(a_text_nested_without_end_is_unreadable, &"[".repeat(100_000), &"{\"a\":".repeat(9999));

/// One entry is not understood; the other answers stay.
macro_rules! partly {
    ($name:ident, $items:literal, $flags:literal) => {
        #[test]
        fn $name() {
            let text = format!(r#"{{"version": 1, "items": {}, "flags": {}}}"#, $items, $flags);
            let mut expected = answers([("trust-1", "2")]);
            expected.flags.insert("fear".to_owned(), true);
            assert_eq!(read(&text), Read::Partly(expected));
        }
    };
}

partly!(an_unknown_answer_is_left_out, r#"{"trust-1": "2", "roles-1": "4"}"#, r#"{"fear": true}"#);
partly!(
    an_answer_that_is_a_number_is_left_out,
    r#"{"trust-1": "2", "roles-1": 3}"#,
    r#"{"fear": true}"#
);
partly!(an_empty_answer_is_left_out, r#"{"trust-1": "2", "roles-1": null}"#, r#"{"fear": true}"#);
partly!(
    a_flag_that_is_not_yes_or_no_is_left_out,
    r#"{"trust-1": "2"}"#,
    r#"{"fear": true, "family": "yes"}"#
);

/// Any answers at all, also to questions that no questionnaire asks.
fn any_answers() -> impl Strategy<Value = Answers> {
    let answer = prop_oneof![
        (0_u8..=3).prop_map(Answer::Degree),
        Just(Answer::Unknown),
        Just(Answer::NotApplicable),
    ];
    let id = prop_oneof!["[a-z]{1,8}-[1-3]", ".{0,12}"];
    let items = prop::collection::btree_map(id, answer, 0..50);
    let flags = prop::collection::btree_map(".{0,12}", any::<bool>(), 0..8);
    (items, flags)
        .prop_map(|(items, flags): (BTreeMap<_, _>, BTreeMap<_, _>)| Answers { items, flags })
}

proptest! {
    #![proptest_config(support::tries(256))]

    #[test]
    fn what_was_written_is_read_again(answers in any_answers()) {
        prop_assert_eq!(read(&write(&answers)), Read::Whole(answers));
    }

    #[test]
    fn no_text_in_the_memory_stops_the_app(text in "\\PC{0,300}") {
        prop_assert_eq!(read(&text), Read::Unreadable);
    }

    #[test]
    fn a_text_cut_off_anywhere_is_never_taken_for_whole(answers in any_answers(), at in any::<prop::sample::Index>()) {
        let text = write(&answers);
        let cut: String = text.chars().take(at.index(text.chars().count())).collect();
        prop_assert_eq!(read(&cut), Read::Unreadable);
    }

    #[test]
    fn one_damaged_answer_costs_only_itself(answers in any_answers(), damage in "[a-z4-9]{1,4}") {
        let mut saved: serde_json::Value = serde_json::from_str(&write(&answers)).expect("JSON");
        saved["items"]["damaged item"] = damage.into();
        prop_assert_eq!(read(&saved.to_string()), Read::Partly(answers));
    }
}
