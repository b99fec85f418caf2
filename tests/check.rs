//! Protects what the readiness check tells people: the band of each dimension, the band of the whole,
//! and the cap. The thresholds are in section 4.4 of the assessment model.

mod support;

use ashar::domain::checklist::{
    answers::{Answer, Answers},
    definition::Checklist,
    outcome::{Band, Outcome, Overall, Standing},
};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{answers, library, questions};

/// The quick check's answers in the order of the questions, one sign each: `0`–`3`, `?`, `-`, and `.`
/// for a question not answered yet.
fn given(signs: &str) -> Answers {
    let ids = questions(&library().checklist);
    let signs: Vec<String> = signs.chars().map(String::from).collect();
    assert_eq!(ids.len(), signs.len(), "one sign for each question");
    let pairs = ids.iter().zip(&signs).filter(|(_, sign)| *sign != ".");
    answers(pairs.map(|(id, sign)| (id.as_str(), sign.as_str())))
}

fn outcome(signs: &str) -> Outcome {
    Outcome::of(&library().checklist, &given(signs))
}

fn standing(outcome: &Outcome, dimension: &str) -> Standing {
    let found = outcome.standings.iter().find(|(id, _)| id == dimension);
    found.map_or(Standing::Open, |(_, standing)| *standing)
}

#[test]
fn the_quick_check_asks_one_question_for_each_dimension() {
    let list = &library().checklist;
    let expected: Vec<String> =
        list.dimensions.iter().map(|dimension| format!("{}-1", dimension.id)).collect();
    assert_eq!(questions(list), expected);
    assert_eq!(expected.len(), 15);
}

// The order of the signs below. Group A: found-together, one-purpose, trust, backing, rules; B: roles,
// joint-body, open-talk, shares, skills; C: voice, openness; D: small-start, review, turnover.
#[test]
fn the_tables_of_this_file_know_the_order_of_the_questions() {
    let list = &library().checklist;
    let ids: Vec<&str> = list.dimensions.iter().map(|d| d.id.as_str()).collect();
    assert_eq!((ids[2], ids[3], ids[5]), ("trust", "backing", "roles"));
    let groups: Vec<&str> = list.dimensions.iter().map(|d| d.group.as_str()).collect();
    assert_eq!(groups[..5], ["ground"; 5]);
    assert_eq!(groups[5..10], ["arrangement"; 5]);
    assert_eq!(groups[10..12], ["residents"; 2]);
    assert_eq!(groups[12..], ["results"; 3]);
}

/// One answer to the question on shares; what people read about shares.
macro_rules! one_answer {
    ($name:ident, $sign:literal, $standing:expr, $band:expr) => {
        #[test]
        fn $name() {
            let given = answers([("shares-1", $sign)]);
            let outcome = Outcome::of(&library().checklist, &given);
            assert_eq!(standing(&outcome, "shares"), $standing);
            assert_eq!(standing(&outcome, "shares").band(), $band);
        }
    };
}

one_answer!(not_yet_means_start_here, "0", Standing::Scored(0), Some(Band::StartHere));
one_answer!(begun_means_start_here, "1", Standing::Scored(6), Some(Band::StartHere));
one_answer!(mostly_means_taking_shape, "2", Standing::Scored(12), Some(Band::TakingShape));
one_answer!(shown_means_works, "3", Standing::Scored(18), Some(Band::Works));
one_answer!(do_not_know_is_unknown_and_never_nought, "?", Standing::Unknown, None);
one_answer!(what_does_not_apply_is_left_out, "-", Standing::LeftOut, None);

#[test]
fn a_question_not_answered_yet_is_open() {
    assert_eq!(standing(&outcome("..............."), "shares"), Standing::Open);
}

#[test]
fn an_answer_to_a_question_of_another_questionnaire_changes_nothing() {
    let mut given = given("222222222222222");
    let before = Outcome::of(&library().checklist, &given);
    given.items.insert("weather-1".to_owned(), Answer::Degree(0));
    assert_eq!(Outcome::of(&library().checklist, &given), before);
}

/// Answers of the quick check; the overall band, and whether it was capped.
macro_rules! overall {
    ($name:ident, $signs:literal, $overall:expr, capped = $capped:literal) => {
        #[test]
        fn $name() {
            let outcome = outcome($signs);
            assert_eq!((outcome.overall, outcome.capped), ($overall, $capped));
        }
    };
}
const PREPARE: Option<Overall> = Some(Overall::PrepareFirst);
const SMALL: Option<Overall> = Some(Overall::StartSmall);
const SIGN: Option<Overall> = Some(Overall::ReadyToSign);
const WIDEN: Option<Overall> = Some(Overall::ReadyToWiden);

overall!(nothing_done_yet_means_prepare_first, "000000000000000", PREPARE, capped = false);
overall!(everything_shown_means_ready_to_widen, "333333333333333", WIDEN, capped = false);
overall!(everything_mostly_means_ready_to_sign, "222222222222222", SIGN, capped = false);

// Of 45 points 18 are 40 of 100, 27 are 60 and 36 are 80.
overall!(just_under_40_is_prepare_first, "002220200022221", PREPARE, capped = false);
overall!(exactly_40_is_start_small, "002220200022222", SMALL, capped = false);
overall!(just_under_60_is_start_small, "222222222222000", SMALL, capped = false);
overall!(just_under_60_counts_every_point, "222222222222002", SMALL, capped = false);
overall!(exactly_60_is_ready_to_sign, "222222222222012", SIGN, capped = false);
overall!(just_under_80_is_ready_to_sign, "332323333322120", SIGN, capped = false);
// With what does not apply left out the steps are finer: 25 of 42 points and 31 of 39.
overall!(a_half_percent_under_60_is_start_small, "2222222222221-0", SMALL, capped = false);
overall!(a_half_percent_under_80_is_ready_to_sign, "332322332222-2-", SIGN, capped = false);
overall!(exactly_80_is_ready_to_widen, "332323333322221", WIDEN, capped = false);

overall!(twelve_known_are_enough, "2222222222-2-2-", SIGN, capped = false);
overall!(eleven_known_are_not_enough, "222222222--2-2-", None, capped = false);
overall!(do_not_know_does_not_count_as_known, "222222222??2?2?", None, capped = false);
overall!(do_not_know_does_not_pull_down, "3333333333?3?3?", WIDEN, capped = false);
overall!(
    a_group_that_does_not_apply_leaves_the_whole_open,
    "3333333333--333",
    None,
    capped = false
);
overall!(one_known_of_each_group_is_enough, "3333333333-3--3", WIDEN, capped = false);
overall!(a_group_nobody_knows_leaves_the_whole_open, "333333333333???", None, capped = false);
overall!(unanswered_questions_leave_the_whole_open, "3333333333.3...", None, capped = false);

overall!(weak_trust_alone_caps_at_start_small, "330333333333333", SMALL, capped = true);
overall!(weak_backing_alone_caps_at_start_small, "333033333333333", SMALL, capped = true);
overall!(weak_roles_alone_cap_at_start_small, "333330333333333", SMALL, capped = true);
overall!(begun_trust_is_weak_too, "331333333333333", SMALL, capped = true);
overall!(trust_that_is_mostly_there_does_not_cap, "332333333333333", WIDEN, capped = false);
overall!(any_other_weak_dimension_does_not_cap, "033303000333333", SIGN, capped = false);
overall!(two_weak_links_mean_prepare_first, "330033333333333", PREPARE, capped = true);
overall!(three_weak_links_mean_prepare_first, "330030333333333", PREPARE, capped = true);
overall!(a_weak_link_lowers_ready_to_sign_too, "220222222222222", SMALL, capped = true);
overall!(a_weak_link_changes_nothing_under_its_cap, "220222222222000", SMALL, capped = false);
overall!(a_weak_link_does_not_raise_what_is_lower, "110222000000000", PREPARE, capped = false);
overall!(two_weak_links_change_nothing_at_the_bottom, "110022000000000", PREPARE, capped = false);
overall!(unknown_trust_is_no_weak_link, "33?333333333333", WIDEN, capped = false);
overall!(trust_that_does_not_apply_is_no_weak_link, "33-333333333333", WIDEN, capped = false);
overall!(there_is_no_cap_without_an_overall_line, "330............", None, capped = false);

#[test]
fn the_weak_links_are_named_in_the_order_of_the_questions() {
    assert_eq!(outcome("330030333333333").weak_links, ["trust", "backing", "roles"]);
    assert_eq!(outcome("222222222222222").weak_links, [""; 0]);
    assert_eq!(outcome("330............").weak_links, ["trust"]);
}

#[test]
fn the_three_lowest_are_to_be_worked_on_and_the_two_highest_are_strengths() {
    let outcome = outcome("212322322202222");
    assert_eq!(outcome.work_on(), ["voice", "one-purpose", "found-together"]);
    assert_eq!(outcome.strengths(), ["backing", "joint-body"]);
}

#[test]
fn of_equal_dimensions_the_earlier_question_comes_first() {
    let outcome = outcome("111111111111111");
    assert_eq!(outcome.work_on(), ["found-together", "one-purpose", "trust"]);
}

#[test]
fn what_works_is_not_to_be_worked_on() {
    let outcome = outcome("333333333333332");
    assert_eq!(outcome.work_on(), ["turnover"]);
    assert_eq!(outcome.strengths(), ["found-together", "one-purpose"]);
}

#[test]
fn where_all_is_weak_nothing_is_called_a_strength() {
    assert_eq!(outcome("010101010101010").strengths(), [""; 0]);
}

#[test]
fn what_is_unknown_is_something_to_find_out() {
    let outcome = outcome("?33333-33333.3?");
    assert_eq!(outcome.find_out(), ["found-together", "turnover"]);
}

#[test]
fn the_next_question_is_the_first_one_without_an_answer() {
    let list = &library().checklist;
    assert_eq!(Answers::default().next_open(list), Some(1));
    assert_eq!(given("33.33.333333333").next_open(list), Some(3));
    assert_eq!(given("33?33-333333333").next_open(list), None);
    assert_eq!(given("33.33.333333333").answered(list), 13);
}

#[test]
fn every_answer_of_the_scale_is_understood_and_nothing_else() {
    for degree in &library().checklist.scale {
        let answer = Answer::from_id(&degree.id).expect("an answer of the scale");
        assert_eq!(answer.id(), degree.id);
    }
    for other in ["4", "", "03", "yes", "-1", "？"] {
        assert_eq!(Answer::from_id(other), None, "{other:?}");
    }
}

/// The real questionnaire with a second and a third item for every dimension.
fn full_check() -> Checklist {
    let mut list: Value =
        serde_json::from_str(&support::file("data/checklist.json")).unwrap_or_default();
    let dimensions = list.get_mut("dimensions").and_then(Value::as_array_mut);
    for dimension in dimensions.into_iter().flatten() {
        let id = dimension.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Some(items) = dimension.get_mut("items").and_then(Value::as_array_mut) {
            items.truncate(1);
            for number in 2..=3 {
                items.push(json!({
                    "id": format!("{id}-{number}"), "text": "We did.", "example": "A paper.",
                }));
            }
        }
    }
    Checklist::parse(&list.to_string())
        .unwrap_or_else(|faults| unreachable!("the full check does not parse: {faults:?}"))
}

/// Three answers on shares (`.` for none); the standing, and the band people read.
macro_rules! three_answers {
    ($name:ident, $signs:literal, $standing:expr, $band:expr) => {
        #[test]
        fn $name() {
            let mut given = Answers::default();
            for (number, sign) in $signs.chars().enumerate() {
                if let Some(answer) = Answer::from_id(&sign.to_string()) {
                    given.items.insert(format!("shares-{}", number + 1), answer);
                }
            }
            let outcome = Outcome::of(&full_check(), &given);
            assert_eq!(standing(&outcome, "shares"), $standing);
            assert_eq!(standing(&outcome, "shares").band(), $band);
        }
    };
}

const HERE: Option<Band> = Some(Band::StartHere);
const SHAPE: Option<Band> = Some(Band::TakingShape);
const WORKS: Option<Band> = Some(Band::Works);
three_answers!(three_answers_count_with_their_mean, "321", Standing::Scored(12), SHAPE);
three_answers!(three_points_of_nine_are_start_here, "300", Standing::Scored(6), HERE);
three_answers!(four_points_of_nine_are_taking_shape, "310", Standing::Scored(8), SHAPE);
three_answers!(six_points_of_nine_are_taking_shape, "330", Standing::Scored(12), SHAPE);
three_answers!(seven_points_of_nine_work, "331", Standing::Scored(14), WORKS);
three_answers!(one_do_not_know_of_three_is_passed_over, "33?", Standing::Scored(18), WORKS);
three_answers!(two_do_not_knows_of_three_are_not_enough, "3??", Standing::Unknown, None);
three_answers!(three_do_not_knows_are_not_enough, "???", Standing::Unknown, None);
three_answers!(what_does_not_apply_does_not_pull_down, "3-2", Standing::Scored(15), WORKS);
three_answers!(one_answer_of_three_counts_alone, "--3", Standing::Scored(18), WORKS);
three_answers!(three_that_do_not_apply_are_left_out, "---", Standing::LeftOut, None);
three_answers!(do_not_know_among_what_does_not_apply_is_unknown, "-?-", Standing::Unknown, None);
three_answers!(an_item_without_an_answer_does_not_pull_down, "3.2", Standing::Scored(15), WORKS);

#[test]
fn the_quick_check_asks_only_the_first_item_of_the_full_check() {
    assert_eq!(questions(&full_check()), questions(&library().checklist));
}

#[test]
fn a_weak_link_of_the_full_check_caps_too() {
    let list = full_check();
    let mut given = Answers::default();
    for item in list.dimensions.iter().flat_map(|dimension| &dimension.items) {
        given.items.insert(item.id.clone(), Answer::Degree(3));
    }
    for id in ["trust-1", "trust-2"] {
        given.items.insert(id.to_owned(), Answer::Degree(0));
    }
    let outcome = Outcome::of(&list, &given);
    assert_eq!((outcome.overall, outcome.capped), (SMALL, true));
    assert_eq!(outcome.weak_links, ["trust"]);
}

#[test]
fn a_questionnaire_without_a_capping_dimension_is_refused() {
    let mut list: Value =
        serde_json::from_str(&support::file("data/checklist.json")).expect("JSON");
    list["dimensions"].as_array_mut().expect("a list").retain(|d| d["id"] != "trust");
    let faults = Checklist::parse(&list.to_string()).expect_err("trust is missing");
    assert!(faults.iter().any(|fault| fault.mend.contains("trust")), "{faults:?}");
}

#[test]
fn a_questionnaire_with_one_item_twice_is_refused() {
    let mut list: Value =
        serde_json::from_str(&support::file("data/checklist.json")).expect("JSON");
    list["dimensions"][0]["items"][0]["id"] = json!("trust-1");
    let faults = Checklist::parse(&list.to_string()).expect_err("trust-1 stands twice");
    assert!(faults.iter().any(|fault| fault.field == "trust-1"), "{faults:?}");
}

/// Any answers of the quick check, some questions left open.
fn any_signs() -> impl Strategy<Value = Vec<char>> {
    let sign = prop::sample::select(vec!['0', '1', '2', '3', '3', '2', '1', '?', '-', '.']);
    prop::collection::vec(sign, 15)
}

proptest! {
    #![proptest_config(support::tries(512))]

    #[test]
    fn a_better_answer_never_lowers_anything(signs in any_signs(), at in 0_usize..15) {
        let worse = outcome(&signs.iter().collect::<String>());
        let mut signs = signs;
        let better = match signs[at] {
            '0' => '1',
            '1' => '2',
            '2' => '3',
            other => other,
        };
        signs[at] = better;
        let better = outcome(&signs.iter().collect::<String>());
        prop_assert!(better.overall >= worse.overall, "{:?} to {:?}", worse, better);
        for ((id, before), (_, after)) in worse.standings.iter().zip(&better.standings) {
            prop_assert!(after.band() >= before.band(), "{} fell", id);
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(
        order in Just((0..15).collect::<Vec<usize>>()).prop_shuffle(),
        signs in any_signs(),
    ) {
        let ids = questions(&library().checklist);
        let pick = |at: usize| (ids[at].clone(), Answer::from_id(&signs[at].to_string()));
        let mut shuffled = Answers::default();
        for (id, answer) in order.into_iter().map(pick) {
            // People go back: first another answer, then the one that stands.
            shuffled.items.insert(id.clone(), Answer::Unknown);
            match answer {
                Some(answer) => shuffled.items.insert(id, answer),
                None => shuffled.items.remove(&id),
            };
        }
        let list = &library().checklist;
        prop_assert_eq!(
            Outcome::of(list, &shuffled),
            outcome(&signs.iter().collect::<String>())
        );
    }

    #[test]
    fn nothing_is_both_a_strength_and_to_be_worked_on(signs in any_signs()) {
        let outcome = outcome(&signs.iter().collect::<String>());
        let work_on = outcome.work_on();
        prop_assert!(work_on.len() <= 3 && outcome.strengths().len() <= 2);
        prop_assert!(outcome.strengths().iter().all(|id| !work_on.contains(id)));
    }

    #[test]
    fn capped_is_said_exactly_when_weak_links_lowered_the_band(signs in any_signs()) {
        let told = outcome(&signs.iter().collect::<String>());
        if told.weak_links.is_empty() {
            prop_assert!(!told.capped);
        } else {
            prop_assert!(told.overall <= SMALL);
        }
        if told.capped {
            prop_assert!(told.overall.is_some());
        }
    }
}
