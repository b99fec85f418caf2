//! Protects the files of data that the app fetches: nothing stands in them twice, put together they are the data, and a file
//! that did not arrive as it was sent says so and breaks nothing.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

mod support;

use ashar::domain::{
    case::CaseStudy, data_error::DataError, data_files, filter::Selection, library::Library,
    listing::Listing,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use support::{data_file, library};

/// The names of all files.
const NAMES: [&str; 5] = ["core", "cases", "check", "guide", "thesaurus"];

fn parsed(name: &str) -> Value {
    serde_json::from_str(data_file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A library that has only begun.
fn early() -> Library {
    Library::open(data_file("core")).expect("the core file can be read")
}

/// Reads a text in the place of a file.
fn take_in(library: &Library, name: &str, json: &str) -> Result<(), DataError> {
    match name {
        "core" => Library::open(json).map(drop),
        "cases" => library.take_in_cases(json),
        "check" => library.take_in_check(json),
        "guide" => library.take_in_guide(json),
        "thesaurus" => library.take_in_thesaurus(json),
        other => panic!("{other} is no file"),
    }
}

/// What is wrong with a text in the place of a file.
fn fault(name: &str, json: &str) -> DataError {
    take_in(&early(), name, json).expect_err("the text is no such file")
}

#[test]
fn every_file_says_its_format_and_its_language() {
    for name in NAMES {
        let file = parsed(name);
        assert_eq!(file["format"], json!(data_files::FORMAT), "{name}");
        assert_eq!(file["lang"], json!("en"), "{name}");
    }
}

#[test]
fn every_file_is_there_once() {
    let files = data_files::write(&support::path("data"), "en").expect("the data is right");
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    assert_eq!(names, NAMES);
}

#[test]
fn no_file_has_a_line_break_or_says_that_nothing_is_there() {
    for name in NAMES {
        assert!(!data_file(name).contains('\n'), "{name}");
        assert!(!data_file(name).contains(":null"), "{name}");
    }
}

#[test]
fn what_stands_in_the_core_file_is_not_sent_again_with_the_texts() {
    let (core, cases) = (parsed("core"), parsed("cases"));
    let (core, texts) = (&core["content"]["cases"], &cases["content"]["texts"]);
    let (core, texts) = (core.as_array().expect("a list"), texts.as_array().expect("a list"));
    assert_eq!((core.len(), texts.len()), (25, 25));
    for (early, late) in core.iter().zip(texts) {
        assert_eq!(early["slug"], late["slug"]);
        let late_names = late.as_object().expect("an object").keys();
        let twice = late_names.filter(|name| {
            !["slug", "organisation"].contains(&name.as_str()) && !early[*name].is_null()
        });
        assert_eq!(twice.count(), 0, "{}", early["slug"]);
        assert_eq!(late["organisation"]["name"], "", "{}", early["slug"]);
        assert_eq!(late["organisation"]["spellings"], json!([]), "{}", early["slug"]);
        let sections = late["blocks"].as_array().expect("the sections");
        for block in sections.iter().flat_map(|blocks| blocks.as_array().expect("a section")) {
            assert!(block["kind"].is_null() && block["name"].is_null(), "{block}");
        }
    }
}

#[test]
fn a_case_parted_and_put_together_again_is_the_same() {
    for case in library().corpus.cases() {
        let (card, texts) = case.clone().split();
        let early = CaseStudy::from(card);
        assert_ne!(early, *case);
        assert_eq!(early.with_texts(texts).as_ref(), Some(case));
    }
}

#[test]
fn the_texts_of_one_case_do_not_become_those_of_another() {
    let cases = library().corpus.cases();
    let (card, _) = cases[0].clone().split();
    let (_, texts) = cases[1].clone().split();
    assert_eq!(CaseStudy::from(card).with_texts(texts), None);
}

/// Texts that are no file of data: nothing, a page that says that nothing was found, other JSON.
const OTHER: [&str; 5] = ["", "<!DOCTYPE html><title>404</title>", "null", "[]", "{}"];

#[test]
fn what_is_no_file_of_data_is_named_by_its_file() {
    for name in NAMES {
        for text in OTHER {
            let fault = fault(name, text);
            assert_eq!((fault.file.as_str(), fault.path.as_str()), (name, "the whole file"));
            assert!(fault.message.contains("cut or damaged"), "{fault}");
        }
    }
}

#[test]
fn a_file_of_another_format_says_so_even_where_nothing_else_of_it_can_be_read() {
    for name in NAMES {
        let mut file = parsed(name);
        file["format"] = json!(data_files::FORMAT + 1);
        assert!(
            fault(name, &file.to_string())
                .message
                .contains(&format!("format {}", data_files::FORMAT)),
            "{name}"
        );
        file["content"] = json!({"something": "new"});
        assert!(
            fault(name, &file.to_string())
                .message
                .contains(&format!("format {}", data_files::FORMAT)),
            "{name}"
        );
    }
}

#[test]
fn a_file_of_another_language_than_the_app_began_with_is_refused() {
    for name in NAMES.into_iter().filter(|name| *name != "core") {
        let mut file = parsed(name);
        file["lang"] = json!("ky");
        let fault = fault(name, &file.to_string());
        assert!(fault.message.contains("language ky"), "{fault}");
    }
}

#[test]
fn texts_that_do_not_fit_the_list_of_cases_are_refused_and_the_list_stays() {
    let breaks: [fn(&mut Value); 3] = [
        |texts| drop(texts.as_array_mut().expect("a list").pop()),
        |texts| texts.as_array_mut().expect("a list").swap(0, 1),
        |texts| drop(texts[3]["blocks"].as_array_mut().expect("a list").pop()),
    ];
    for make_unfit in breaks {
        let library = early();
        let mut file = parsed("cases");
        make_unfit(&mut file["content"]["texts"]);
        let fault = library.take_in_cases(&file.to_string()).expect_err("they do not fit");
        assert!(fault.message.contains("does not fit"), "{fault}");
        assert_eq!(library.knows(), (false, false));
        assert_eq!(library.corpus.cases().len(), 25);
        library.take_in_cases(data_file("cases")).expect("the right file is still taken");
        assert_eq!(library.corpus.cases(), support::library().corpus.cases());
    }
}

#[test]
fn after_a_file_that_was_cut_the_app_goes_on_and_takes_the_whole_one() {
    let library = early();
    for name in NAMES.into_iter().filter(|name| *name != "core") {
        let whole = data_file(name);
        let cut = whole.get(..whole.len() / 2).or(whole.get(..=whole.len() / 2)).expect("half");
        assert!(take_in(&library, name, cut).is_err(), "{name}");
        let list = Listing::of(&library, "water", &Selection::default(), None);
        assert!(!list.shown.is_empty(), "{name}");
        take_in(&library, name, whole).unwrap_or_else(|fault| panic!("{fault}"));
    }
    assert_eq!(library.knows(), (true, true));
}

#[test]
fn a_file_taken_in_twice_changes_nothing() {
    let library = early();
    for name in NAMES.into_iter().filter(|name| *name != "core") {
        for _ in 0..2 {
            take_in(&library, name, data_file(name)).unwrap_or_else(|fault| panic!("{fault}"));
        }
    }
    assert_eq!(library.corpus.cases(), support::library().corpus.cases());
    assert_eq!(library.search("medical post"), support::library().search("medical post"));
}

/// A library for texts that are cut anywhere.
static EARLY: LazyLock<Library> = LazyLock::new(early);

proptest! {
    #![proptest_config(support::tries(100))]

    #[test]
    fn a_file_cut_anywhere_is_refused(name in prop::sample::select(&NAMES[..]), at in 0.0..1.0_f64) {
        let whole = data_file(name);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
            reason = "any place will do")]
        let mut end = (whole.len() as f64 * at) as usize;
        while !whole.is_char_boundary(end) {
            end -= 1;
        }
        prop_assert!(take_in(&EARLY, name, &whole[..end]).is_err());
    }
}
