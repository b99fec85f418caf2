//! The app as a guest in a frame on somebody else's page: what is there, what is not, and how answers get out of it.

#![cfg(feature = "ssr")]
#![allow(clippy::panic, clippy::expect_used, reason = "helpers of tests stop the test")]

mod support;

use ashar::{
    domain::{
        checklist::{
            answers::Answer,
            saved,
            store::{AssessmentStore, EraseScope, News, Safety},
        },
        route::{Route, Step},
    },
    html::{Desk, Place, check, frame},
    state::dialogs::Dialogs,
};
use support::{library, says};

fn desk(place: Place) -> Desk<'static> {
    Desk { library: library(), wide: false, query: "", still: false, place }
}

/// A check with one answer, its reason and one action, held where nothing can be kept.
fn held() -> AssessmentStore {
    let mut held = AssessmentStore::default();
    held.safety = Safety::Refused;
    held.change("a1", None, |check| {
        "Water for Ak-Bulak".clone_into(&mut check.setup.name);
        check.answer("trust-1", Answer::from_id("1").expect("an answer"));
        check.why.insert("trust-1".to_owned(), "Nobody <came>.".to_owned());
        check.plan("Visit the school.");
    });
    held
}

const ERASES: [&str; 3] = ["erase-ask", "erase-yes", "drop-aside"];

#[test]
fn on_somebody_elses_page_no_tap_erases_anything() {
    let mut held = held();
    held.aside = Some("what could not be read".to_owned());
    for asking in [None, Some(EraseScope::All), Some(EraseScope::One("a1".to_owned()))] {
        let dialogs = Dialogs { asking, ..Dialogs::default() };
        let page = check::start(desk(Place::Guest), &held, &dialogs);
        for act in ERASES.iter().filter(|act| dialogs.asking.is_none() || **act != "erase-yes") {
            assert!(!page.contains(&format!("data-act=\"{act}\"")), "{act}");
        }
        assert!(page.contains(&says("erase.guest", &[])));
    }
    let page = check::start(desk(Place::Site), &held, &Dialogs::default());
    assert!(page.contains("data-act=\"erase-ask\"") && page.contains("data-act=\"drop-aside\""));
    assert!(!page.contains(&says("erase.guest", &[])));
}

#[test]
fn on_somebody_elses_page_it_is_said_that_answers_do_not_last_and_how_they_get_out() {
    let held = held();
    let notice = check::unsafe_notice(desk(Place::Guest), &held);
    assert!(notice.contains(&says("keeping.guest", &[])));
    assert!(notice.contains(&format!("href=\"{}\"", Route::Check(Step::Carry).address())));
    let notice = check::unsafe_notice(desk(Place::Site), &held);
    assert!(notice.contains(&says("keeping.refused", &[])) && !notice.contains("#/check/carry"));
}

#[test]
fn what_goes_along_is_shown_before_it_goes() {
    let page = check::carry(desk(Place::Guest), &held(), "https://ashar.example/in/", "#/check/3");
    for said in
        ["Water for Ak-Bulak", "1 of 15", "1 reason", "1 action", &says("carry.privacy", &[])]
    {
        assert!(page.contains(said), "{said}");
    }
    let (_, link) =
        page.split_once("href=\"https://ashar.example/in/#/check/carried").expect("a way out");
    let (address, rest) = link.split_once('"').expect("an end");
    assert!(rest.starts_with(" target=\"_blank\" rel=\"noopener noreferrer\""));
    let Route::Check(Step::Carried(text)) = Route::parse(&["/check/carried", address].concat())
    else {
        panic!("{address}")
    };
    assert_eq!(saved::read(&text).expect("our own").checks.as_slice(), &*held().checks);
}

#[test]
fn what_is_too_long_for_an_address_goes_along_as_a_file() {
    let mut held = held();
    held.change("a1", None, |check| {
        check.why.insert("trust-1".to_owned(), "ы".repeat(20_000));
    });
    let page = check::carry(desk(Place::Guest), &held, "https://ashar.example/", "#/check/3");
    assert!(page.contains(&says("carry.long", &[])) && !page.contains("answers="));
    assert!(page.contains("data-act=\"fetch-json\""));
}

#[test]
fn where_nothing_is_answered_nothing_goes_along() {
    let page = check::carry(
        desk(Place::Guest),
        &AssessmentStore::default(),
        "https://ashar.example/",
        "#/check/3",
    );
    assert!(page.contains(&says("carry.nothing", &[])) && !page.contains("answers="));
}

#[test]
fn what_came_along_is_shown_and_kept_only_when_the_person_says_so() {
    let text = saved::write(&held().checks);
    let page = check::carried(desk(Place::Site), &text, "https://ashar.example/");
    assert!(page.contains("Water for Ak-Bulak") && page.contains("data-act=\"take-in\""));
    assert!(!page.contains("Nobody"), "what was written is not shown to whoever looks on");
    let mut held = AssessmentStore::default();
    let news = held.receive(&library().checklist, Some(&text));
    assert!(matches!(&news, News::Read { new: 1, known: 0, lost } if lost.is_empty()));
    assert_eq!(held.check().setup.name, "Water for Ak-Bulak");
}

#[test]
fn an_address_without_answers_or_with_broken_ones_says_so_and_leads_on() {
    let cut = saved::write(&held().checks);
    let cut = cut.get(..cut.len() / 2).expect("in the middle of plain letters");
    for (text, said) in [
        ("", says("carried.nothing", &[])),
        (cut, says("carried.broken", &[])),
        ("<script>", says("carried.broken", &[])),
        ("{}", says("carried.broken", &[])),
        ("{\"schema\":99}", says("carried.broken", &[])),
    ] {
        let page = check::carried(desk(Place::Site), text, "https://ashar.example/");
        assert!(page.contains(&said), "{text}");
        assert!(!page.contains("take-in") && page.contains("href=\"#/check\""), "{text}");
        assert!(!page.contains("<script>"));
    }
}

#[test]
fn the_head_in_a_frame_leads_out_and_back_to_where_the_frame_began() {
    let full = "https://ashar.example/#/cases/fti";
    let head = frame::framed_head(full, Some(&Route::Check(Step::Start)));
    assert!(head.contains(&format!("href=\"{full}\" target=\"_blank\" rel=\"noopener\"")));
    assert!(head.contains("href=\"#/check\""));
    let head = frame::framed_head(full, None);
    assert!(!head.contains("href=\"#/"), "{head}");
}
