//! Protects what people enter in the check when several windows, a full or cleared memory, or a newer version of the app
//! come into it: nothing that was entered is lost silently, and no answer ends in another check.

#![allow(clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::domain::{
    assessment::{
        answers::Answer,
        assessment_list,
        options::Setup,
        saved,
        step::Step,
        store::{AssessmentStore, EraseScope, News, Safety},
    },
    calendar::Day,
};
use proptest::prelude::*;
use support::library;

/// The memory of a phone, as its windows see it.
#[derive(Default)]
struct Memory {
    text: Option<String>,
    full: bool,
}

fn today() -> Option<Day> {
    Day::parse("2026-11-28")
}

fn opened(memory: &Memory) -> AssessmentStore {
    let mut store = AssessmentStore::default();
    store.start(memory.text.clone(), None);
    store
}

/// Does something in a window, as `state::check` does it.
fn keep<T>(
    store: &mut AssessmentStore,
    memory: &mut Memory,
    act: impl FnOnce(&mut AssessmentStore) -> T,
) -> T {
    store.merge_before_write(memory.text.clone());
    let done = act(store);
    let text = store.to_write();
    let written = store.may_write() && (!memory.full || text.is_none());
    if written {
        memory.text.clone_from(&text);
    }
    store.written(text, written);
    done
}

fn begin(store: &mut AssessmentStore, memory: &mut Memory, id: &str) {
    let mut setup = Setup::default();
    setup.choose("stage", "together");
    setup.choose("seat", "group");
    setup.choose("name", id);
    assert_eq!(keep(store, memory, |store| store.begin(id, today(), &setup)), Ok(()));
}

fn answer(store: &mut AssessmentStore, memory: &mut Memory, item: &str, degree: u8) {
    keep(store, memory, |store| {
        store.change("new", today(), |check| check.answer(item, Answer::Degree(degree)));
    });
}

fn given(store: &AssessmentStore, id: &str, item: &str) -> Option<Answer> {
    store.get(id)?.answers.items.get(item).copied()
}

/// The ids in the memory.
fn kept(memory: &Memory) -> Vec<String> {
    let read = memory.text.as_ref().map(|text| saved::read(text).expect("our own text opens"));
    read.map_or(Vec::new(), |read| read.assessments.into_iter().map(|check| check.id).collect())
}

#[test]
fn a_check_begins_with_the_first_answer_or_with_its_settings() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    assert_eq!((one.here(), one.safety), ("", Safety::Nothing));
    answer(&mut one, &mut memory, "trust-1", 2);
    assert_eq!((one.here(), one.safety, one.current().started), ("new", Safety::Kept, today()));
    begin(&mut one, &mut memory, "2");
    assert_eq!((one.here(), one.current().answers.is_empty()), ("2", true));
    assert_eq!(kept(&memory), ["new", "2"]);
}

#[test]
fn nothing_begins_while_something_is_missing() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    let begun = keep(&mut one, &mut memory, |one| one.begin("1", today(), &Setup::default()));
    let faults = begun.expect_err("neither stage nor seat are settled");
    assert_eq!((faults.len(), one.here(), memory.text), (2, "", None));
}

#[test]
fn after_a_reload_the_same_check_is_at_hand_even_where_another_is_newer() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    begin(&mut one, &mut memory, "2");
    let mut again = AssessmentStore::default();
    again.start(memory.text.clone(), Some("1".to_owned()));
    assert_eq!(again.here(), "1");
    let mut erased = AssessmentStore::default();
    erased.start(memory.text.clone(), Some("7".to_owned()));
    assert_eq!(erased.here(), "2", "what is no longer there gives way to the latest");
}

#[test]
fn two_windows_add_to_each_others_answers() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    let mut two = opened(&memory);
    answer(&mut one, &mut memory, "trust-1", 1);
    answer(&mut two, &mut memory, "roles-1", 3);
    assert!(one.merge_external_change(memory.text.clone()).changed);
    for item in ["trust-1", "roles-1"] {
        assert!(given(&one, "1", item).is_some() && given(&two, "1", item).is_some(), "{item}");
    }
}

#[test]
fn what_another_window_only_looks_at_draws_nothing_anew_here() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    let mut two = opened(&memory);
    keep(&mut two, &mut memory, |two| {
        two.change("", today(), |check| check.at = Some(Step::Question(7)));
    });
    assert!(!one.merge_external_change(memory.text.clone()).changed);
}

#[test]
fn a_check_erased_in_another_window_gives_way_to_none_and_can_be_kept() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    begin(&mut one, &mut memory, "2");
    answer(&mut one, &mut memory, "trust-1", 2);
    let mut two = opened(&memory);
    keep(&mut two, &mut memory, |two| two.erase(&EraseScope::One("2".to_owned())));
    let change = one.merge_external_change(memory.text.clone());
    assert!(change.changed);
    assert_eq!(one.here(), "", "not the other check, which would take the next answer");
    assert!(matches!(change.news, Some(News::Gone)));
    keep(&mut one, &mut memory, AssessmentStore::undo);
    assert_eq!((one.here(), given(&one, "2", "trust-1")), ("2", Some(Answer::Degree(2))));
    assert_eq!(kept(&memory), ["1", "2"]);
}

#[test]
fn erased_and_brought_back_elsewhere_a_window_still_knows_all() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    for id in ["1", "2", "3"] {
        begin(&mut one, &mut memory, id);
    }
    let mut two = opened(&memory);
    keep(&mut two, &mut memory, |two| two.erase(&EraseScope::All));
    assert_eq!(memory.text, None);
    one.merge_external_change(memory.text.clone());
    keep(&mut two, &mut memory, AssessmentStore::undo);
    one.merge_external_change(memory.text.clone());
    begin(&mut one, &mut memory, "4");
    assert_eq!(kept(&memory), ["1", "2", "3", "4"]);
}

#[test]
fn several_checks_erased_one_after_the_other_all_come_back() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    for id in ["1", "2", "3"] {
        begin(&mut one, &mut memory, id);
    }
    for id in ["1", "3"] {
        keep(&mut one, &mut memory, |one| one.erase(&EraseScope::One(id.to_owned())));
    }
    keep(&mut one, &mut memory, |one| one.receive(&library().checklist, Some("no file of ours")));
    let (news, _) = keep(&mut one, &mut memory, AssessmentStore::undo);
    assert_eq!((news, kept(&memory).len()), (News::Restored, 3));
    assert!(!one.forget_erased());
    keep(&mut one, &mut memory, AssessmentStore::undo);
    assert_eq!(kept(&memory).len(), 3);
    keep(&mut one, &mut memory, |one| one.erase(&EraseScope::One("1".to_owned())));
    assert!(one.forget_erased());
    keep(&mut one, &mut memory, AssessmentStore::undo);
    assert_eq!(
        kept(&memory).len(),
        2,
        "once the page was left there is nothing more to bring back"
    );
}

#[test]
fn a_memory_that_was_cleared_costs_nothing() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    begin(&mut one, &mut memory, "2");
    memory.text = None;
    answer(&mut one, &mut memory, "trust-1", 2);
    assert_eq!((kept(&memory), one.safety), (vec!["1".to_owned(), "2".to_owned()], Safety::Kept));
}

#[test]
fn what_a_full_memory_did_not_take_outlives_what_other_windows_write() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    let mut two = opened(&memory);
    memory.full = true;
    answer(&mut one, &mut memory, "trust-1", 2);
    begin(&mut one, &mut memory, "2");
    assert_eq!(one.safety, Safety::Refused);
    memory.full = false;
    answer(&mut two, &mut memory, "roles-1", 1);
    one.merge_external_change(memory.text.clone());
    assert_eq!(one.safety, Safety::Refused, "what is only here is not called safe");
    assert_eq!(given(&one, "1", "trust-1"), Some(Answer::Degree(2)));
    assert!(one.get("2").is_some());
    answer(&mut one, &mut memory, "trust-1", 3);
    assert_eq!((one.safety, kept(&memory)), (Safety::Kept, vec!["1".to_owned(), "2".to_owned()]));
}

#[test]
fn what_a_newer_version_keeps_is_not_written_over() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    let newer = Some(r#"{"version":99,"shape":"new"}"#.to_owned());
    memory.text.clone_from(&newer);
    answer(&mut one, &mut memory, "trust-1", 2);
    assert_eq!((one.safety, &memory.text), (Safety::Newer, &newer));
    assert_eq!(given(&one, "1", "trust-1"), Some(Answer::Degree(2)));
    let mut late = AssessmentStore::default();
    assert_eq!(late.start(newer.clone(), None), newer, "at the start it is set aside");
}

#[test]
fn what_cannot_be_read_is_handed_back_once_and_what_can_be_read_of_it_stays() {
    let broken = r#"{"version":2,"checks":[{"id":"1","items":{"trust-1":"2","roles-1":"9"}}]}"#;
    let mut one = AssessmentStore::default();
    assert_eq!(one.start(Some(broken.to_owned()), None).as_deref(), Some(broken));
    assert_eq!(given(&one, "1", "trust-1"), Some(Answer::Degree(2)));
    assert_eq!(one.merge_before_write(Some(broken.to_owned())), None);
    assert_eq!(one.merge_before_write(Some("garbage".to_owned())).as_deref(), Some("garbage"));
    assert_eq!(given(&one, "1", "trust-1"), Some(Answer::Degree(2)), "what is here stays");
}

#[test]
fn a_text_that_lies_only_in_the_memory_is_not_written_over() {
    let mut memory = Memory { text: Some("garbage".to_owned()), full: false };
    let mut one = opened(&memory);
    one.quarantine_failed = true;
    answer(&mut one, &mut memory, "trust-1", 2);
    assert_eq!((memory.text.as_deref(), one.safety), (Some("garbage"), Safety::Refused));
}

#[test]
fn a_file_brings_its_checks_once() {
    let mut memory = Memory::default();
    let mut one = opened(&memory);
    begin(&mut one, &mut memory, "1");
    let file = one.to_write().expect("a check");
    let news = keep(&mut one, &mut memory, |one| one.receive(&library().checklist, Some(&file)));
    assert!(matches!(news, News::Read { new: 0, known: 1, .. }));
    answer(&mut one, &mut memory, "trust-1", 2);
    for (times, new) in [(1, 1), (2, 0)] {
        let news =
            keep(&mut one, &mut memory, |one| one.receive(&library().checklist, Some(&file)));
        assert!(matches!(&news, News::Read { new: found, .. } if *found == new), "time {times}");
    }
    assert_eq!((one.here(), kept(&memory).len()), ("1", 2));
}

/// Something that happens in one of two windows, or to the memory under them.
#[derive(Clone, Debug)]
enum Event {
    Begin(bool),
    Answer(bool, usize, u8),
    Hear(bool),
    Full(bool),
}

proptest! {
    #![proptest_config(support::tries(256))]

    #[test]
    fn whatever_two_windows_do_no_check_and_no_answered_item_is_lost(
        events in prop::collection::vec(prop_oneof![
            any::<bool>().prop_map(Event::Begin),
            (any::<bool>(), 0_usize..15, 0_u8..4).prop_map(|(window, item, degree)| Event::Answer(window, item, degree)),
            any::<bool>().prop_map(Event::Hear),
            any::<bool>().prop_map(Event::Full),
        ], 1..40),
    ) {
        let list = &library().checklist;
        let items = support::questions(list);
        let mut memory = Memory::default();
        let mut windows = [opened(&memory), opened(&memory)];
        let mut entered: Vec<(String, String)> = Vec::new();
        for (number, event) in events.iter().enumerate() {
            match event {
                Event::Begin(window) => begin(&mut windows[usize::from(*window)], &mut memory, &number.to_string()),
                Event::Answer(window, item, degree) => {
                    let window = &mut windows[usize::from(*window)];
                    let id = format!("n{number}");
                    keep(window, &mut memory, |window| {
                        window.change(&id, today(), |check| check.answer(&items[*item], Answer::Degree(*degree)));
                    });
                    entered.push((window.here().to_owned(), items[*item].clone()));
                }
                Event::Hear(window) => drop(windows[usize::from(*window)].merge_external_change(memory.text.clone())),
                Event::Full(full) => memory.full = *full,
            }
        }
        // In the end there is room again, and each window does something once more.
        memory.full = false;
        for window in &mut windows {
            keep(window, &mut memory, |window| window.change("end", today(), |_| {}));
        }
        let all = saved::read(memory.text.as_ref().expect("something is kept")).expect("it opens").assessments;
        for (id, item) in entered {
            let check = assessment_list::find(&all, &id);
            prop_assert!(check.is_some_and(|check| check.answers.items.contains_key(&item)), "{} of {}", item, id);
        }
    }
}
