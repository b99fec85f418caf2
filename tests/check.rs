//! Protects what the readiness check tells people: the band of each dimension, the band of the whole,
//! and the cap. The thresholds are in section 4.4 of the assessment model.

#![allow(clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::domain::{
    assessment::{
        answers::{Answer, Answers},
        assessment::Assessment,
        bands::{Band, Overall},
        navigation::{back, next, next_open, other_layout, resume, screen, shown},
        options::{Depth, QuestionLayout, Setup, Stage},
        outcome::{Change, DimensionScore, Outcome, changes},
        paper,
        votes::VoteCounts,
    },
    route::Step,
    validate,
};
use ashar::i18n::Messages;
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
    Outcome::of(&library().checklist, Depth::Quick, &given(signs))
}

fn score(outcome: &Outcome, dimension: &str) -> DimensionScore {
    let found = outcome.scores.iter().find(|(id, _)| id == dimension);
    found.map_or(DimensionScore::Open, |(_, score)| *score)
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
    ($name:ident, $sign:literal, $score:expr, $band:expr) => {
        #[test]
        fn $name() {
            let given = answers([("shares-1", $sign)]);
            let outcome = Outcome::of(&library().checklist, Depth::Quick, &given);
            assert_eq!(score(&outcome, "shares"), $score);
            assert_eq!(score(&outcome, "shares").band(), $band);
        }
    };
}

one_answer!(not_yet_means_start_here, "0", DimensionScore::Scored(0), Some(Band::StartHere));
one_answer!(begun_means_start_here, "1", DimensionScore::Scored(6), Some(Band::StartHere));
one_answer!(mostly_means_taking_shape, "2", DimensionScore::Scored(12), Some(Band::TakingShape));
one_answer!(shown_means_works, "3", DimensionScore::Scored(18), Some(Band::Works));
one_answer!(do_not_know_is_unknown_and_never_nought, "?", DimensionScore::Unknown, None);
one_answer!(what_does_not_apply_is_left_out, "-", DimensionScore::LeftOut, None);

#[test]
fn a_question_not_answered_yet_is_open() {
    assert_eq!(score(&outcome("..............."), "shares"), DimensionScore::Open);
}

#[test]
fn an_answer_to_a_question_of_another_questionnaire_changes_nothing() {
    let mut given = given("222222222222222");
    let before = Outcome::of(&library().checklist, Depth::Quick, &given);
    given.items.insert("weather-1".to_owned(), Answer::Degree(0));
    assert_eq!(Outcome::of(&library().checklist, Depth::Quick, &given), before);
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
fn the_three_lowest_are_to_be_worked_on_and_stand_beside_the_two_highest() {
    let outcome = outcome("212322322202222");
    assert_eq!(outcome.work_on(), ["voice", "one-purpose", "found-together"]);
    assert_eq!(outcome.lowest(), ["voice", "one-purpose", "found-together"]);
    assert_eq!(outcome.highest(), ["backing", "joint-body"]);
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
    assert_eq!(outcome.lowest(), ["turnover", "found-together", "one-purpose"]);
    assert_eq!(outcome.highest(), ["trust", "backing"]);
}

#[test]
fn where_little_is_known_the_lowest_come_first_and_nothing_stands_twice() {
    let outcome = outcome("01?-...........");
    assert_eq!(
        (outcome.lowest(), outcome.highest()),
        (vec!["found-together", "one-purpose"], vec![])
    );
}

#[test]
fn what_is_unknown_is_something_to_find_out() {
    let list = &library().checklist;
    let check = Assessment { answers: given("?33333-33333.3?"), ..Assessment::default() };
    let unknown: Vec<&str> = check.unknown(list).iter().map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(unknown, ["found-together-1", "turnover-1"]);
}

#[test]
fn what_holds_the_whole_down_is_worked_on_first_even_where_more_is_lower() {
    let outcome = outcome("003133333333330");
    assert_eq!((outcome.overall, outcome.capped), (SMALL, true));
    assert_eq!(outcome.lowest(), ["found-together", "one-purpose", "turnover"]);
    assert_eq!(outcome.work_on(), ["backing", "found-together", "one-purpose"]);
}

#[test]
fn the_next_question_is_the_first_one_without_an_answer() {
    let list = &library().checklist;
    let check = |answers| Assessment { answers, ..Assessment::default() };
    assert_eq!(next_open(list, &Assessment::default()), Some(1));
    assert_eq!(next_open(list, &check(given("33.33.333333333"))), Some(3));
    assert_eq!(next_open(list, &check(given("33?33-333333333"))), None);
    assert_eq!(check(given("33.33.333333333")).answered(list), 13);
    let mut full = check(given("333333333333333"));
    full.setup.depth = Depth::Full;
    assert_eq!((full.answered(list), next_open(list, &full)), (15, Some(2)));
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

/// Three answers on shares (`.` for none); the score, and the band people read.
macro_rules! three_answers {
    ($name:ident, $signs:literal, $score:expr, $band:expr) => {
        #[test]
        fn $name() {
            let mut given = Answers::default();
            for (number, sign) in $signs.chars().enumerate() {
                if let Some(answer) = Answer::from_id(&sign.to_string()) {
                    given.items.insert(format!("shares-{}", number + 1), answer);
                }
            }
            let outcome = Outcome::of(&library().checklist, Depth::Full, &given);
            assert_eq!(score(&outcome, "shares"), $score);
            assert_eq!(score(&outcome, "shares").band(), $band);
        }
    };
}

const HERE: Option<Band> = Some(Band::StartHere);
const SHAPE: Option<Band> = Some(Band::TakingShape);
const WORKS: Option<Band> = Some(Band::Works);
three_answers!(three_answers_count_with_their_mean, "321", DimensionScore::Scored(12), SHAPE);
three_answers!(three_points_of_nine_are_start_here, "300", DimensionScore::Scored(6), HERE);
three_answers!(four_points_of_nine_are_taking_shape, "310", DimensionScore::Scored(8), SHAPE);
three_answers!(six_points_of_nine_are_taking_shape, "330", DimensionScore::Scored(12), SHAPE);
three_answers!(seven_points_of_nine_work, "331", DimensionScore::Scored(14), WORKS);
three_answers!(one_do_not_know_of_three_is_passed_over, "33?", DimensionScore::Scored(18), WORKS);
three_answers!(two_do_not_knows_of_three_are_not_enough, "3??", DimensionScore::Unknown, None);
three_answers!(three_do_not_knows_are_not_enough, "???", DimensionScore::Unknown, None);
three_answers!(what_does_not_apply_does_not_pull_down, "3-2", DimensionScore::Scored(15), WORKS);
three_answers!(one_answer_of_three_counts_alone, "--3", DimensionScore::Scored(18), WORKS);
three_answers!(three_that_do_not_apply_are_left_out, "---", DimensionScore::LeftOut, None);
three_answers!(
    do_not_know_among_what_does_not_apply_is_unknown,
    "-?-",
    DimensionScore::Unknown,
    None
);
three_answers!(
    an_item_without_an_answer_does_not_pull_down,
    "3.2",
    DimensionScore::Scored(15),
    WORKS
);

#[test]
fn a_weak_link_of_the_full_check_caps_too() {
    let list = &library().checklist;
    let mut given = Answers::default();
    for item in list.dimensions.iter().flat_map(|dimension| &dimension.items) {
        given.items.insert(item.id.clone(), Answer::Degree(3));
    }
    for id in ["trust-1", "trust-2"] {
        given.items.insert(id.to_owned(), Answer::Degree(0));
    }
    let outcome = Outcome::of(list, Depth::Full, &given);
    assert_eq!((outcome.overall, outcome.capped), (SMALL, true));
    assert_eq!(outcome.weak_links, ["trust"]);
}

#[test]
fn a_questionnaire_without_a_capping_dimension_is_refused() {
    let mut list: Value =
        serde_json::from_str(&support::file("data/checklist.json")).expect("JSON");
    list["dimensions"].as_array_mut().expect("a list").retain(|d| d["id"] != "trust");
    let faults = validate::checklist(&list.to_string()).expect_err("trust is missing");
    assert!(faults.iter().any(|fault| fault.message.contains("trust")), "{faults:?}");
}

#[test]
fn a_questionnaire_with_one_item_twice_is_refused() {
    let mut list: Value =
        serde_json::from_str(&support::file("data/checklist.json")).expect("JSON");
    list["dimensions"][0]["items"][0]["id"] = json!("trust-1");
    let faults = validate::checklist(&list.to_string()).expect_err("trust-1 stands twice");
    assert!(faults.iter().any(|fault| fault.path == "trust-1"), "{faults:?}");
}

#[test]
fn the_full_check_asks_three_items_of_each_of_fifteen_dimensions_in_four_groups() {
    let list = &library().checklist;
    let groups: Vec<usize> = list
        .groups
        .iter()
        .map(|group| list.dimensions.iter().filter(|of| of.group == group.id).count())
        .collect();
    assert_eq!(groups, [5, 5, 2, 3]);
    assert!(list.dimensions.iter().all(|dimension| dimension.items.len() == 3));
    assert_eq!(list.asked(Depth::Full).len(), 45);
    assert_eq!(list.flags.len(), 5);
}

#[test]
fn every_item_has_a_wording_for_each_stage_and_something_to_show() {
    for (dimension, item) in library().checklist.asked(Depth::Full) {
        let (together, before) = (item.at(Stage::Together), item.at(Stage::Before));
        assert_ne!(together, before, "{}", item.id);
        for text in
            [together, before, item.example_at(Stage::Together), item.example_at(Stage::Before)]
        {
            let words = text.split_whitespace().count();
            assert!(text.ends_with('.') && (3..=26).contains(&words), "{}: {text}", item.id);
        }
        assert!(item.id.starts_with(dimension.id.as_str()), "{}", item.id);
    }
}

#[test]
fn every_dimension_is_told_of_in_the_records_and_every_step_leads_to_a_block() {
    let library = library();
    for dimension in &library.checklist.dimensions {
        let support = library.corpus.supporting(&dimension.id);
        assert!(support.len() >= 8, "{}: {}", dimension.id, support.len());
        for case in support {
            let tells = case.blocks.iter().any(|block| block.dimensions.contains(&dimension.id));
            assert!(tells, "{} of {}", dimension.id, case.slug);
        }
        let steps = dimension.steps.iter();
        for reference in steps.flat_map(|step| &step.read).chain(&dimension.read) {
            assert!(library.corpus.block(reference).is_some(), "{}: {reference}", dimension.id);
        }
        assert!(dimension.steps.iter().all(|step| !step.read.is_empty()), "{}", dimension.id);
        assert!(dimension.read.len() >= 2, "{}", dimension.id);
    }
    for reference in library.checklist.flags.iter().flat_map(|flag| &flag.read) {
        assert!(library.corpus.block(reference).is_some(), "{reference}");
    }
}

/// How many hands were raised for 0, 1, 2, 3, "don't know" and "does not apply"; the room's median, and its range.
macro_rules! room {
    ($name:ident, $votes:expr, $answer:expr, $spread:expr) => {
        #[test]
        fn $name() {
            assert_eq!(
                (VoteCounts($votes).median(), VoteCounts($votes).range()),
                ($answer, $spread)
            );
        }
    };
}

const BEGUN: Option<Answer> = Some(Answer::Degree(1));
const MOSTLY: Option<Answer> = Some(Answer::Degree(2));
const SHOWN: Option<Answer> = Some(Answer::Degree(3));

room!(before_a_hand_is_raised_a_room_says_nothing, [0; 6], None, None);
room!(the_middle_hand_speaks_for_the_room, [1, 2, 5, 1, 0, 0], MOSTLY, Some((0, 3)));
room!(a_few_who_shout_do_not_move_the_middle, [0, 7, 1, 3, 0, 0], BEGUN, Some((1, 3)));
room!(where_two_share_the_middle_the_lower_counts, [0, 2, 0, 2, 0, 0], BEGUN, Some((1, 3)));
room!(do_not_know_does_not_count_as_low, [0, 0, 3, 4, 5, 0], SHOWN, Some((2, 3)));
room!(
    a_room_that_does_not_know_is_unknown,
    [0, 0, 2, 2, 5, 0],
    Some(Answer::Unknown),
    Some((2, 3))
);
room!(as_many_who_know_as_not_is_known, [0, 0, 2, 2, 4, 0], MOSTLY, Some((2, 3)));
room!(most_say_it_does_not_apply, [0, 1, 2, 0, 0, 4], Some(Answer::NotApplicable), Some((1, 2)));
room!(only_what_does_not_apply, [0, 0, 0, 0, 0, 2], Some(Answer::NotApplicable), None);
room!(two_hands_show_no_spread, [1, 0, 0, 1, 9, 0], Some(Answer::Unknown), None);
room!(a_room_of_one_mind_has_no_spread_to_speak_of, [0, 0, 9, 0, 0, 0], MOSTLY, Some((2, 2)));
room!(a_hall_as_big_as_a_stadium_is_counted, [0, 0, 0, u16::MAX, 0, 0], SHOWN, Some((3, 3)));

#[test]
fn hands_that_are_taken_back_leave_the_item_open() {
    let mut check = Assessment::default();
    check.record_votes("trust-1", VoteCounts([0, 0, 3, 0, 0, 0]));
    assert_eq!(check.answers.items.get("trust-1"), Some(&Answer::Degree(2)));
    check.record_votes("trust-1", VoteCounts::default());
    assert!(check.answers.is_empty() && check.votes.is_empty());
}

#[test]
fn an_answer_given_by_a_person_takes_the_place_of_hands_and_stays_until_hands_are_counted() {
    let mut check = Assessment::default();
    check.record_votes("trust-1", VoteCounts([0, 0, 3, 0, 0, 0]));
    check.answer("trust-1", Answer::Degree(0));
    assert!(check.votes.is_empty());
    check.record_votes("trust-1", VoteCounts::default());
    assert_eq!(check.answers.items.get("trust-1"), Some(&Answer::Degree(0)));
}

#[test]
fn a_reason_counts_only_while_the_answer_is_low() {
    let mut check = Assessment::default();
    check.why.insert("trust-1".to_owned(), "Nobody came.".to_owned());
    assert_eq!(check.why("trust-1"), None);
    check.answer("trust-1", Answer::Degree(1));
    assert_eq!(check.why("trust-1"), Some("Nobody came."));
    check.answer("trust-1", Answer::Degree(2));
    assert_eq!(check.why("trust-1"), None);
}

/// Where the person was, how much is asked, how many of the quick check are answered, whether the signs are; where it
/// goes on.
macro_rules! goes_on {
    ($name:ident, $at:literal, $depth:ident, $answered:literal, flags = $flags:literal, $step:expr) => {
        #[test]
        fn $name() {
            let list = &library().checklist;
            let mut check = Assessment { at: Step::from_id($at), ..Assessment::default() };
            check.setup.depth = Depth::$depth;
            for (_, item) in list.asked(Depth::Quick).into_iter().take($answered) {
                check.answer(&item.id, Answer::Degree(3));
            }
            for flag in list.flags.iter().filter(|_| $flags) {
                check.answers.flags.insert(flag.id.clone(), false);
            }
            assert_eq!(resume(list, &check), $step);
        }
    };
}

goes_on!(a_check_goes_on_where_it_was_left, "9", Quick, 3, flags = false, Step::Question(9));
goes_on!(a_group_goes_on_where_it_was_left, "part/2", Full, 3, flags = false, Step::Part(2));
goes_on!(
    a_screen_that_is_no_longer_there_leads_to_the_first_open_one,
    "40",
    Quick,
    3,
    flags = false,
    Step::Question(4)
);
goes_on!(
    a_mistyped_place_leads_to_the_first_open_one,
    "part/99",
    Quick,
    0,
    flags = false,
    Step::Question(1)
);
goes_on!(when_all_is_answered_the_warning_signs_come, "15", Quick, 15, flags = false, Step::Flags);
goes_on!(
    when_the_signs_are_answered_too_all_is_looked_over,
    "flags",
    Quick,
    15,
    flags = true,
    Step::Review
);

#[test]
fn a_hall_has_one_statement_on_a_screen_whatever_else_was_chosen() {
    let list = &library().checklist;
    let mut check = Assessment::default();
    check.setup.choose("pace", "part");
    assert_eq!(screen(list, &check.setup, 7), Step::Part(2));
    check.setup.choose("manner", "hall");
    assert_eq!(screen(list, &check.setup, 7), Step::Question(7));
    check.setup.choose("manner", "crowd");
    assert!(check.setup.in_hall(), "what is no choice changes nothing");
}

#[test]
fn the_screens_of_a_check_show_every_item_once() {
    let list = &library().checklist;
    for depth in Depth::ALL {
        let all = list.asked(*depth).len();
        let items = |step: fn(usize) -> Step| -> Vec<usize> {
            (1..=all).filter_map(|number| shown(list, *depth, &step(number))).flatten().collect()
        };
        assert_eq!(items(Step::Question), (0..all).collect::<Vec<_>>());
        assert_eq!(items(Step::Part), (0..all).collect::<Vec<_>>());
        assert_eq!(shown(list, *depth, &Step::Question(all + 1)), None);
        assert_eq!(shown(list, *depth, &Step::Part(5)), None);
        assert_eq!(shown(list, *depth, &Step::Question(0)), None);
    }
}

#[test]
fn next_leads_over_every_screen_to_the_warning_signs_and_back_leads_the_same_way() {
    let list = &library().checklist;
    for (depth, layout) in
        [("quick", "item"), ("quick", "part"), ("full", "item"), ("full", "part")]
    {
        let mut setup = Setup::default();
        setup.choose("depth", depth);
        setup.choose("pace", layout);
        let first = screen(list, &setup, 1);
        assert_eq!(back(list, &setup, &first), Step::Start);
        let mut items = Vec::new();
        let mut step = first;
        while let Some(following) = next(list, setup.depth, &step) {
            items.extend(shown(list, setup.depth, &step).expect("a screen with items"));
            assert_eq!(back(list, &setup, &following), step);
            step = following;
        }
        assert_eq!(step, Step::Flags);
        assert_eq!(items, (0..list.asked(setup.depth).len()).collect::<Vec<_>>());
    }
}

#[test]
fn the_other_way_of_showing_begins_with_the_same_item_or_with_its_group() {
    let list = &library().checklist;
    for (number, part) in [(1, 1), (5, 1), (6, 2), (11, 3), (15, 4)] {
        let grouped = other_layout(list, Depth::Quick, &Step::Question(number));
        assert_eq!(grouped, Some((QuestionLayout::Grouped, Step::Part(part))));
    }
    for (part, number) in [(1, 1), (2, 16), (3, 31), (4, 37)] {
        let single = other_layout(list, Depth::Full, &Step::Part(part));
        assert_eq!(single, Some((QuestionLayout::OnePerPage, Step::Question(number))));
    }
    assert_eq!(other_layout(list, Depth::Quick, &Step::Question(16)), None);
    assert_eq!(other_layout(list, Depth::Quick, &Step::Flags), None);
}

#[test]
fn several_steps_go_into_the_plan_together_or_not_at_all() {
    let mut check = Assessment::default();
    assert!(check.plan("Our own"));
    let before = check.plan.clone();
    assert!(!check.plan_all(&["One", "Two", "Three"]));
    assert_eq!(check.plan, before, "nothing is left half done");
    assert!(check.plan_all(&["One", "Our own", "Two"]), "what is there already needs no room");
    assert_eq!(check.plan.len(), 3);
}

#[test]
fn a_plan_has_room_for_three_actions() {
    let mut check = Assessment::default();
    assert!(check.plan("One") && check.plan("Two") && check.plan("Three"));
    assert!(!check.plan("Four"));
    assert!(check.plan("Two"), "what is there already needs no room");
    check.action(1).expect("a line").text.clear();
    assert!(check.plan("Four"), "an emptied line is room");
    let said: Vec<&str> = check.actions().map(|action| action.text.as_str()).collect();
    assert_eq!(said, ["One", "Four", "Three"]);
    assert!(check.action(3).is_none());
}

#[test]
fn a_quick_check_is_looked_at_again_in_three_months_and_a_full_one_in_six() {
    let day = ashar::domain::calendar::Day::parse;
    let mut check = Assessment { changed: day("2026-11-30"), ..Assessment::default() };
    assert_eq!(check.look_again(), day("2027-02-28"));
    check.setup.depth = Depth::Full;
    assert_eq!(check.look_again(), day("2027-05-30"));
    check.again = day("2027-01-15");
    assert_eq!(check.look_again(), day("2027-01-15"));
    assert_eq!(Assessment::default().look_again(), None);
    assert_eq!(Messages::english().day(day("2027-01-15").expect("a day")), "15 January 2027");
}

/// The quick check's answers then and now; what has become of the first three dimensions.
macro_rules! since {
    ($name:ident, $then:literal, $now:literal, exactly = $exactly:literal, $changes:expr) => {
        #[test]
        fn $name() {
            let changes = changes(&outcome($then), &outcome($now), $exactly);
            let first: Vec<Change> = changes.iter().take(3).map(|(_, change)| *change).collect();
            assert_eq!(first, $changes);
            assert_eq!(changes.len(), 15);
        }
    };
}
use Change::{Higher, Lower, Same};

since!(
    what_rose_fell_and_stayed_is_told,
    "012333333333333",
    "102333333333333",
    exactly = true,
    [Higher, Lower, Same]
);
since!(
    between_different_checks_only_words_count,
    "022333333333333",
    "113333333333333",
    exactly = false,
    [Same, Lower, Higher]
);
since!(
    what_is_not_known_is_not_compared,
    "?.-333333333333",
    "222333333333333",
    exactly = true,
    [Change::Unknown; 3]
);

/// Scores a dimension as the printed form says: points times a factor, and the word from the first table.
fn by_hand(depth: Depth, given: &[Option<Answer>]) -> Option<(Band, u32)> {
    let points: Vec<u32> = given
        .iter()
        .filter_map(|answer| match answer {
            Some(Answer::Degree(degree)) => Some(u32::from(*degree)),
            _ => None,
        })
        .collect();
    let unknown = given.iter().filter(|answer| **answer == Some(Answer::Unknown)).count();
    let answered = u32::try_from(points.len()).expect("at most three");
    let points: u32 = points.iter().sum();
    if answered == 0 || unknown >= 2 {
        return None;
    }
    let word = paper::bands(answered).into_iter().find(|(_, range)| range.contains(&points));
    Some((word.expect("every sum has a word").0, points * paper::factor(depth, answered)))
}

#[test]
fn the_tables_on_paper_are_these() {
    let bands = |answered| -> Vec<(u32, u32)> {
        paper::bands(answered).iter().map(|(_, range)| (*range.start(), *range.end())).collect()
    };
    assert_eq!(bands(3), [(0, 3), (4, 6), (7, 9)]);
    assert_eq!(bands(2), [(0, 2), (3, 4), (5, 6)]);
    assert_eq!(bands(1), [(0, 1), (2, 2), (3, 3)]);
    assert_eq!([3, 2, 1].map(|answered| paper::factor(Depth::Full, answered)), [2, 3, 6]);
    assert_eq!(paper::factor(Depth::Quick, 1), 1);
    assert_eq!(paper::least_sums(Depth::Quick, 15), [18, 27, 36]);
    assert_eq!(paper::least_sums(Depth::Full, 15), [108, 162, 216]);
    assert_eq!(paper::least_sums(Depth::Full, 12), [87, 130, 173]);
    assert_eq!(paper::enough(15).collect::<Vec<_>>(), [15, 14, 13, 12]);
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
        for ((id, before), (_, after)) in worse.scores.iter().zip(&better.scores) {
            prop_assert!(after.band() >= before.band(), "{} fell", id);
        }
    }

    #[test]
    fn a_form_scored_by_hand_comes_to_the_same_words(
        signs in prop::collection::vec(prop::sample::select(vec!['0', '1', '2', '3', '3', '2', '?', '-', '.']), 45),
        full in any::<bool>(),
    ) {
        let list = &library().checklist;
        let depth = if full { Depth::Full } else { Depth::Quick };
        let mut given = Answers::default();
        // All are answered; the quick check must not count what it does not ask.
        for ((_, item), sign) in list.asked(Depth::Full).iter().zip(&signs) {
            if let Some(answer) = Answer::from_id(&sign.to_string()) {
                given.items.insert(item.id.clone(), answer);
            }
        }
        let outcome = Outcome::of(list, depth, &given);
        let (mut sum, mut count, mut weak) = (0, 0, 0);
        let mut groups = std::collections::BTreeSet::new();
        for dimension in &list.dimensions {
            let asked = dimension.items.iter().take(if full { 3 } else { 1 });
            let answers: Vec<_> = asked.map(|item| given.items.get(&item.id).copied()).collect();
            let hand = by_hand(depth, &answers);
            prop_assert_eq!(hand.map(|(band, _)| band), score(&outcome, &dimension.id).band());
            if let Some((band, worth)) = hand {
                sum += worth;
                count += 1;
                groups.insert(&dimension.group);
                let capping = ["trust", "backing", "roles"].contains(&dimension.id.as_str());
                weak += usize::from(capping && band == Band::StartHere);
            }
        }
        let whole = (count >= 12 && groups.len() == 4).then(|| {
            let reached = paper::least_sums(depth, count).iter().filter(|least| sum >= **least).count();
            let most = match weak {
                0 => 3,
                1 => 1,
                _ => 0,
            };
            [PREPARE, SMALL, SIGN, WIDEN][reached.min(most)]
        });
        prop_assert_eq!(whole.flatten(), outcome.overall);
    }

    #[test]
    fn a_higher_hand_never_lowers_a_room(votes in prop::array::uniform6(0_u16..9), from in 0_usize..3) {
        let mut higher = votes;
        if votes[from] > 0 {
            higher[from] -= 1;
            higher[from + 1] += 1;
        }
        let before = VoteCounts(votes).median();
        let after = VoteCounts(higher).median();
        match (before, after) {
            (Some(Answer::Degree(before)), Some(Answer::Degree(after))) => prop_assert!(after >= before),
            (before, after) => prop_assert_eq!(before, after),
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
                Some(answer) => shuffled.items.insert(id.clone(), answer),
                None => shuffled.items.remove(&id),
            };
        }
        let list = &library().checklist;
        prop_assert_eq!(
            Outcome::of(list, Depth::Quick, &shuffled),
            outcome(&signs.iter().collect::<String>())
        );
    }

    #[test]
    fn the_whole_never_stands_without_the_three_lowest_and_two_highest(signs in any_signs()) {
        let outcome = outcome(&signs.iter().collect::<String>());
        let (low, high) = (outcome.lowest(), outcome.highest());
        prop_assert!(outcome.overall.is_none() || (low.len(), high.len()) == (3, 2));
        prop_assert!(outcome.capped || outcome.work_on().iter().all(|id| low.contains(id)));
    }

    #[test]
    fn capped_is_said_exactly_when_weak_links_lowered_the_band(signs in any_signs()) {
        let told = outcome(&signs.iter().collect::<String>());
        // The same answers, with the three that cap left out of the cap: what the sum alone would say.
        let scores: Vec<u32> = told.lowest_first().iter().map(|(_, score)| *score).collect();
        let share = |least: u32| scores.iter().sum::<u32>() * 100 >= least * 18 * u32::try_from(scores.len()).expect("few");
        let uncapped = [PREPARE, SMALL, SIGN, WIDEN][[40, 60, 80].into_iter().filter(|least| share(*least)).count()];
        let most = [WIDEN, SMALL, PREPARE, PREPARE][told.weak_links.len()];
        if told.overall.is_some() {
            prop_assert_eq!(told.overall, uncapped.min(most));
            prop_assert_eq!(told.capped, most < uncapped);
        } else {
            prop_assert!(!told.capped);
        }
    }
}
