//! Protects the checks people keep on their phone and take along as files: what an earlier visit wrote opens again, for
//! ever, and nothing strange in the phone's memory or in a file stops the app.

#![allow(clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::domain::{
    assessment::{
        answers::{Answer, Answers},
        assessment::{Action, Assessment},
        assessment_list::{MOST_ASSESSMENTS, add, adopt, drop_strangers, latest, take},
        options::{AnswerMode, Depth, QuestionLayout, RespondentRole, Setup, Stage},
        saved::{Read, Unreadable, read, write},
        step::Step,
        votes::VoteCounts,
    },
    calendar::Day,
};
use proptest::prelude::*;
use support::{answers, library};

fn first_version() -> Answers {
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
    expected
}

/// The one check of a text that holds one.
fn only(text: &str) -> Assessment {
    let Read { assessments: checks, lost } = read(text).expect("the text opens");
    assert_eq!((checks.len(), lost.as_slice()), (1, [].as_slice()));
    checks.into_iter().next().expect("one")
}

#[test]
fn answers_of_the_first_version_open_for_ever() {
    let check = only(&support::file("tests/fixtures/saved-v1.json"));
    assert_eq!(check.answers, first_version());
    assert_eq!(check.setup, Setup::default(), "they were given to the quick check of the time");
    assert_eq!((check.started, check.id.as_str()), (None, "1"));
}

/// Everything that a check of the second version can hold.
fn second_version() -> Assessment {
    Assessment {
        id: "1795948538000".to_owned(),
        setup: Setup {
            name: "Суу түтүгү, \"Ак-Булак\"".to_owned(),
            stage: Some(Stage::Before),
            depth: Depth::Full,
            role: Some(RespondentRole::Residents),
            mode: AnswerMode::ShowOfHands,
            layout: QuestionLayout::Grouped,
        },
        started: Day::parse("2026-11-28"),
        changed: Day::parse("2026-11-29"),
        again: Day::parse("2027-03-01"),
        at: Some(Step::Part(2)),
        answers: first_version(),
        why: [("found-together-1".to_owned(), "Nobody asked us.".to_owned())].into_iter().collect(),
        votes: [("trust-1".to_owned(), VoteCounts([1, 0, 12, 3, 2, 0]))].into_iter().collect(),
        plan: vec![
            Action {
                text: "List three problems.".to_owned(),
                who: "ayil okmot".to_owned(),
                by: "2026-12-05".to_owned(),
                done: true,
            },
            Action::default(),
            Action { by: "next week".to_owned(), ..Action::default() },
        ],
    }
}

#[test]
fn checks_of_the_second_version_open_for_ever() {
    assert_eq!(only(&support::file("tests/fixtures/saved-v2.json")), second_version());
}

#[test]
fn what_is_written_today_is_still_the_second_version() {
    let kept = support::file("tests/fixtures/saved-v2.json");
    assert_eq!(write([&second_version()]), kept.trim_end());
}

/// Checks that between them hold every choice, every kind of answer, letters that JSON must escape, and fields left empty.
fn all_kinds() -> Vec<Vec<Assessment>> {
    let mut choices = Vec::new();
    for (number, stage) in
        [None, Some(Stage::Before), Some(Stage::Together)].into_iter().enumerate()
    {
        for role in [
            None,
            Some(RespondentRole::Group),
            Some(RespondentRole::Office),
            Some(RespondentRole::Residents),
        ] {
            let setup = Setup {
                stage,
                role,
                depth: if number == 1 { Depth::Full } else { Depth::Quick },
                mode: if number == 1 { AnswerMode::Single } else { AnswerMode::ShowOfHands },
                layout: if number == 1 {
                    QuestionLayout::Grouped
                } else {
                    QuestionLayout::OnePerPage
                },
                ..Setup::default()
            };
            choices.push(Assessment { id: format!("{number}"), setup, ..Assessment::default() });
        }
    }
    let strange = "a\u{0}\u{1}\u{8}\u{c}\n\r\t\u{1f}\u{7f}\"\\/<\u{2028}\u{feff}ө😀";
    let mut letters = Assessment { id: strange.to_owned(), ..Assessment::default() };
    strange.clone_into(&mut letters.setup.name);
    letters.answers.items = [(strange.to_owned(), Answer::Unknown)].into_iter().collect();
    letters.answers.flags = [(strange.to_owned(), true)].into_iter().collect();
    letters.why = [(strange.to_owned(), strange.to_owned()), (String::new(), String::new())]
        .into_iter()
        .collect();
    letters.votes =
        [(strange.to_owned(), VoteCounts([u16::MAX, 0, 1, 2, 3, 4]))].into_iter().collect();
    letters.plan = vec![
        Action { done: true, ..Action::default() },
        Action { who: strange.to_owned(), ..Action::default() },
    ];
    let flags = Assessment { at: Some(Step::Flags), ..Assessment::default() };
    let question = Assessment {
        at: Some(Step::Question(7)),
        again: Day::parse("1900-01-01"),
        ..Assessment::default()
    };
    vec![
        vec![],
        vec![Assessment::default()],
        vec![second_version()],
        choices,
        vec![letters, flags, question, second_version()],
    ]
}

/// `written-v2.json` was made by the first writer of this version; older apps and partners' files rely on its field names.
#[test]
fn whatever_a_check_holds_is_written_as_it_always_was() {
    let known: Vec<serde_json::Value> =
        serde_json::from_str(&support::file("tests/fixtures/written-v2.json")).expect("JSON");
    let all = all_kinds();
    assert_eq!(all.len(), known.len());
    for (all, known) in all.iter().zip(known) {
        let written: serde_json::Value = serde_json::from_str(&write(all)).expect("JSON");
        assert_eq!(written, known);
        let Read { assessments: checks, lost } = read(&known.to_string()).expect("it opens");
        assert_eq!((checks.len(), lost.as_slice()), (all.len(), [].as_slice()));
    }
}

#[test]
fn the_kept_answers_are_still_asked_for() {
    for version in ["v1", "v2"] {
        let text = support::file(&format!("tests/fixtures/saved-{version}.json"));
        let mut checks = read(&text).expect("the fixture opens").assessments;
        assert_eq!(drop_strangers(&mut checks, &library().checklist), [""; 0], "{version}");
    }
}

#[test]
fn what_nobody_asks_is_taken_out_of_a_file_and_said() {
    let mut check = second_version();
    check.answers.items.insert("weather-1".to_owned(), Answer::Degree(3));
    check.answers.flags.insert("storm".to_owned(), true);
    let mut checks = vec![check];
    assert_eq!(drop_strangers(&mut checks, &library().checklist), ["weather-1", "storm"]);
    assert_eq!(checks, [second_version()]);
}

#[test]
fn a_check_from_a_file_never_takes_the_place_of_one_that_is_here() {
    let mut here = second_version();
    here.setup.name = "Ours".to_owned();
    let mut checks = vec![here.clone()];
    assert!(adopt(&mut checks, second_version()), "another check under the same id");
    assert!(!adopt(&mut checks, here), "the same check again");
    let names: Vec<&str> = checks.iter().map(|check| check.setup.name.as_str()).collect();
    assert_eq!(names, ["Ours", "Суу түтүгү, \"Ак-Булак\""]);
    assert_ne!(checks[0].id, checks[1].id);
}

#[test]
fn a_check_that_only_lies_elsewhere_is_the_same_check() {
    let mut checks =
        vec![Assessment { id: "5".to_owned(), at: Some(Step::Question(7)), ..second_version() }];
    assert!(!adopt(&mut checks, second_version()));
}

#[test]
fn ids_from_a_file_are_made_plain_because_they_stand_in_calendars_and_on_controls() {
    let check = |id: &str| Assessment { id: id.to_owned(), ..second_version() };
    for strange in ["", "x\r\nATTACH:http://evil.example/", "a b", "12345678901234567", "№1"] {
        let mut checks = vec![check("1")];
        assert!(add(&mut checks, check(strange)));
        assert_eq!(checks[1].id, "2", "{strange:?}");
    }
}

#[test]
fn a_file_with_more_checks_than_anybody_has_is_read_in_part_and_said() {
    let one = r#"{"id":"1","items":{}}"#;
    let text = format!(r#"{{"version":2,"checks":[{}]}}"#, vec![one; 5000].join(","));
    let Read { assessments: checks, lost } = read(&text).expect("the text opens");
    assert_eq!((checks.len(), lost), (MOST_ASSESSMENTS, vec!["checks".to_owned()]));
}

#[test]
fn one_check_is_erased_alone_and_all_together() {
    let check = |id: &str| Assessment { id: id.to_owned(), ..Assessment::default() };
    let mut checks = vec![check("1"), check("2"), check("3")];
    assert_eq!(take(&mut checks, Some("2")), [check("2")]);
    assert_eq!(checks, [check("1"), check("3")]);
    assert_eq!(take(&mut checks, None).len(), 2);
    assert_eq!(checks, []);
}

#[test]
fn the_check_to_go_on_with_is_the_one_changed_last() {
    let check = |id: &str, day: &str| Assessment {
        id: id.to_owned(),
        changed: Day::parse(day),
        ..Assessment::default()
    };
    let checks = [check("1", "2026-11-03"), check("2", "2026-11-01"), check("3", "2026-11-03")];
    assert_eq!(latest(&checks).map(|check| check.id.as_str()), Some("3"));
}

#[test]
fn no_checks_are_kept_as_no_checks() {
    assert_eq!(read(&write([])), Ok(Read { assessments: Vec::new(), lost: Vec::new() }));
    let empty = r#"{"version": 1, "items": {}, "flags": {}}"#;
    assert_eq!(read(empty), Ok(Read { assessments: Vec::new(), lost: Vec::new() }));
}

#[test]
fn an_empty_place_is_no_place() {
    let check = only(r#"{"version": 2, "checks": [{"id": "1", "at": ""}]}"#);
    assert_eq!(check.at, None);
    assert!(!write([&check]).contains("\"at\""));
}

/// Texts of which nothing can be used, and why.
macro_rules! unreadable {
    ($name:ident, $why:ident, $($text:expr),+ $(,)?) => {
        #[test]
        fn $name() {
            $(assert_eq!(read($text), Err(Unreadable::$why), "{}", $text);)+
        }
    };
}

unreadable!(a_text_that_is_not_json_is_broken, Broken, "", " ", "hello", "{", "{\"version\": 1,");
unreadable!(json_of_another_shape_is_foreign, Foreign, "null", "[]", "7", "\"version\"", "{}");
unreadable!(
    a_cut_off_text_is_broken,
    Broken,
    "{\"flags\":{},\"items\":{\"trust-1\":\"2\"},\"versi"
);
unreadable!(
    what_a_newer_version_wrote_is_newer,
    Newer,
    r#"{"version": 3, "checks": []}"#,
    r#"{"version": 40}"#,
    r#"{"version": 3, "checks": [[[[[[[[[{}]]]]]]]]]}"#,
);
unreadable!(
    json_with_a_strange_version_is_foreign,
    Foreign,
    r#"{"version": 2, "items": {}, "flags": {}}"#,
    r#"{"version": 2, "checks": {}}"#,
    r#"{"version": 0, "items": {}, "flags": {}}"#,
    r#"{"version": -1, "items": {}, "flags": {}}"#,
    r#"{"version": 1.5, "items": {}, "flags": {}}"#,
    r#"{"version": "1", "items": {}, "flags": {}}"#,
    r#"{"version": 1, "items": {}}"#,
    r#"{"items": {}, "flags": {}}"#,
);
unreadable!(
    a_text_nested_without_end_is_broken,
    Broken,
    &"[".repeat(100_000),
    &"{\"a\":".repeat(9999)
);

/// One thing in a check is not understood: it is named, and the rest stays.
macro_rules! loses {
    ($name:ident, $field:literal, $lost:literal) => {
        #[test]
        fn $name() {
            let text = format!(
                r#"{{"version": 2, "checks": [{{"id": "1", "items": {{"trust-1": "2"}}}}, {{"id": "2", {}}}]}}"#,
                $field
            );
            let Read { assessments: checks, lost } = read(&text).expect("the text opens");
            assert_eq!(lost, [$lost]);
            assert_eq!(checks.len(), 2);
            assert_eq!(checks[0].answers, answers([("trust-1", "2")]));
        }
    };
}

loses!(an_unknown_answer_is_named, r#""items": {"roles-1": "4"}"#, "checks.1.items.roles-1");
loses!(an_answer_that_is_a_number_is_named, r#""items": {"roles-1": 3}"#, "checks.1.items.roles-1");
loses!(answers_in_a_list_are_named, r#""items": ["3"]"#, "checks.1.items");
loses!(a_flag_that_is_no_yes_or_no_is_named, r#""flags": {"fear": "yes"}"#, "checks.1.flags.fear");
loses!(a_stage_that_does_not_exist_is_named, r#""stage": "later""#, "checks.1.stage");
loses!(a_day_that_no_calendar_has_is_named, r#""changed": "2026-02-30""#, "checks.1.changed");
loses!(
    hands_below_nought_are_named,
    r#""hands": {"roles-1": [0, -1, 0, 0, 0, 0]}"#,
    "checks.1.hands.roles-1"
);
loses!(
    hands_for_too_few_answers_are_named,
    r#""hands": {"roles-1": [1, 2]}"#,
    "checks.1.hands.roles-1"
);
loses!(a_fourth_action_is_named, r#""plan": [{}, {}, {}, {"text": "four"}]"#, "checks.1.plan");
loses!(an_action_that_is_a_text_is_named, r#""plan": ["sign"]"#, "checks.1.plan.0");
loses!(an_action_that_is_a_list_is_named, r#""plan": [["sign", "we"], {}]"#, "checks.1.plan.0");
loses!(
    a_part_of_an_action_is_named,
    r#""plan": [{}, {"who": 7, "text": "sign"}]"#,
    "checks.1.plan.1.who"
);
loses!(a_screen_that_no_check_has_is_named, r#""at": "part/two""#, "checks.1.at");
loses!(a_field_that_nobody_knows_is_named, r#""mood": "good""#, "checks.1.mood");

#[test]
fn a_text_longer_than_any_field_takes_is_named() {
    let of = |length: usize| {
        let name = "x".repeat(length);
        let text = format!(r#"{{"version": 2, "checks": [{{"id": "1", "name": "{name}"}}]}}"#);
        read(&text).expect("the text opens").lost
    };
    assert_eq!((of(1200), of(1201)), (vec![], vec!["checks.0.name".to_owned()]));
}

#[test]
fn a_check_that_is_none_is_named_by_its_place_and_so_is_what_follows_it() {
    let text = r#"{"version": 2, "mood": 1, "checks": ["one", [], {"id": "3", "plan": [{}, {}, {}, {}]}]}"#;
    let Read { assessments: checks, lost } = read(text).expect("the text opens");
    assert_eq!(checks.len(), 1);
    assert_eq!(lost, ["mood", "checks.0", "checks.1", "checks.2.plan"]);
}

/// Any check at all, also with answers to questions that no questionnaire asks.
fn any_check() -> impl Strategy<Value = Assessment> {
    let answer = prop_oneof![
        (0_u8..=3).prop_map(Answer::Degree),
        Just(Answer::Unknown),
        Just(Answer::NotApplicable),
    ];
    let id = prop_oneof!["[a-z]{1,8}-[1-3]", ".{0,12}"];
    let items = prop::collection::vec((id.clone(), answer), 0..50);
    let flags = prop::collection::vec((".{0,12}", any::<bool>()), 0..8);
    let why = prop::collection::vec((id.clone(), ".{0,40}"), 0..5);
    let votes =
        prop::collection::vec((id, prop::array::uniform6(any::<u16>()).prop_map(VoteCounts)), 0..5);
    let action = (".{0,30}", ".{0,10}", ".{0,10}", any::<bool>())
        .prop_map(|(text, who, by, done)| Action { text, who, by, done });
    let plan = prop::collection::vec(action, 0..=3);
    let at = prop_oneof![
        Just(None),
        Just(Some(Step::Flags)),
        (1_usize..50).prop_map(|number| Some(Step::Question(number))),
        (1_usize..5).prop_map(|number| Some(Step::Part(number))),
    ];
    ("[0-9]{1,13}", ".{0,20}", at, items, flags, why, votes, plan).prop_map(
        |(id, name, at, items, flags, why, votes, plan)| Assessment {
            id,
            at,
            setup: Setup { name, ..Setup::default() },
            answers: Answers {
                items: items.into_iter().collect(),
                flags: flags.into_iter().collect(),
            },
            why: why.into_iter().collect(),
            votes: votes.into_iter().collect(),
            plan,
            ..Assessment::default()
        },
    )
}

/// JSON of any shape, with the names that our own format has.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let name = prop::sample::select(vec![
        "checks", "items", "flags", "why", "hands", "plan", "id", "name", "stage", "depth", "seat",
        "started", "changed", "again", "at", "text", "who", "by", "done", "trust-1",
    ]);
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i32>().prop_map(Into::into),
        prop::sample::select(vec![
            "0",
            "3",
            "?",
            "-",
            "full",
            "before",
            "2026-11-28",
            "\u{1}\"",
            "ө"
        ])
        .prop_map(Into::into),
    ];
    let tree = leaf.prop_recursive(4, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(serde_json::Value::Array),
            prop::collection::vec((name.clone(), inner), 0..8).prop_map(|fields| {
                fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            }),
        ]
    });
    let list = prop::collection::vec(tree.clone(), 0..4);
    (list, tree).prop_map(
        |(checks, rest)| serde_json::json!({"checks": checks, "items": rest, "flags": {}}),
    )
}

proptest! {
    #![proptest_config(support::tries(256))]

    #[test]
    fn what_was_written_is_read_again(check in any_check()) {
        prop_assert_eq!(read(&write([&check])), Ok(Read { assessments: vec![check], lost: Vec::new() }));
    }

    #[test]
    fn no_text_in_the_memory_stops_the_app(text in "\\PC{0,300}") {
        prop_assert!(read(&text).is_err());
    }

    #[test]
    fn no_json_in_the_memory_stops_the_app_and_whatever_is_read_can_be_kept(json in any_json()) {
        for version in [1, 2] {
            let mut saved = json.clone();
            if let Some(saved) = saved.as_object_mut() {
                saved.insert("version".to_owned(), version.into());
            }
            if let Ok(Read { assessments: checks, .. }) = read(&saved.to_string()) {
                prop_assert!(checks.len() <= MOST_ASSESSMENTS);
                let again = read(&write(&checks));
                prop_assert_eq!(again, Ok(Read { assessments: checks, lost: Vec::new() }));
            }
        }
    }

    #[test]
    fn a_text_cut_off_anywhere_is_never_taken_for_whole(check in any_check(), at in any::<prop::sample::Index>()) {
        let text = write([&check]);
        let cut: String = text.chars().take(at.index(text.chars().count())).collect();
        prop_assert_eq!(read(&cut), Err(Unreadable::Broken));
    }

    #[test]
    fn one_damaged_answer_costs_only_itself(check in any_check(), damage in "[a-z4-9]{1,4}") {
        let mut saved: serde_json::Value = serde_json::from_str(&write([&check])).expect("JSON");
        saved["checks"][0]["items"]["damaged item"] = damage.into();
        let lost = vec!["checks.0.items.damaged item".to_owned()];
        prop_assert_eq!(read(&saved.to_string()), Ok(Read { assessments: vec![check], lost }));
    }
}
