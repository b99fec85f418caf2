//! The app as a guest in a frame on somebody else's page: what is there, what is not, and how answers get out of it.

#![cfg(feature = "ssr")]
#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests stop the test"
)]

#[path = "support/held.rs"]
mod held;
#[path = "support/page.rs"]
mod page;
mod support;

use ashar::{
    domain::{
        assessment::{
            answers::Answer,
            saved,
            store::{AssessmentStore, EraseScope, News, Safety},
        },
        route::{Route, Step},
    },
    i18n::Messages,
    state::render::Hosting,
    static_site::Renderer,
};
use held::Held;
use page::{Element, page_of};
use support::{library, says};

const SITE: &str = "https://ashar.example/in/";

/// A screen of the check over what is held.
fn screen(hosting: Hosting, held: &Held, step: Step) -> Element {
    let renderer = Renderer::new(library(), Messages::english()).hosted(hosting);
    page_of(&renderer.check(&held.store, &held.dialogs, &Route::Check(step), SITE))
}

/// A check with one answer, its reason and one action, held where nothing can be kept.
fn held() -> Held {
    let mut held = Held::default();
    held.store.safety = Safety::Refused;
    held.change("a1", None, |check| {
        "Water for Ak-Bulak".clone_into(&mut check.setup.name);
        check.answer("trust-1", Answer::from_id("1").expect("an answer"));
        check.why.insert("trust-1".to_owned(), "Nobody <came>.".to_owned());
        check.plan("Visit the school.");
    });
    held
}

/// Whether a page has a button of this name; which check it is about may stand behind.
fn offers(page: &Element, key: &str) -> bool {
    let said = says(key, &[]);
    let of_the_check = [&said, " Water for Ak-Bulak"].concat();
    page.tagged("button").into_iter().any(|button| [&said, &of_the_check].contains(&&button.text()))
}

/// Buttons that ask whether to erase, erase, or drop what could not be read.
const ERASES: [&str; 4] = ["erase.one", "erase.start", "erase.yes", "set-aside.drop"];

#[test]
fn on_somebody_elses_page_no_tap_erases_anything() {
    let mut held = held();
    held.quarantine = Some("what could not be read".to_owned());
    for asking in [None, Some(EraseScope::All), Some(EraseScope::One("a1".to_owned()))] {
        held.dialogs.asking = asking;
        let page = screen(Hosting::Embedded, &held, Step::Start);
        for button in ERASES {
            assert!(!offers(&page, button), "{button}");
        }
        assert!(page.text().contains(&says("erase.guest", &[])));
        // Each of them is there at home, so that the names above are right.
        let page = screen(Hosting::Standalone, &held, Step::Start);
        assert!(offers(&page, "set-aside.drop"));
        assert_eq!(offers(&page, "erase.yes"), held.dialogs.asking.is_some());
        assert_eq!(offers(&page, "erase.start"), held.dialogs.asking != Some(EraseScope::All));
        let one = Some(EraseScope::One("a1".to_owned()));
        assert_eq!(offers(&page, "erase.one"), held.dialogs.asking != one);
        assert!(!page.text().contains(&says("erase.guest", &[])));
    }
}

#[test]
fn on_somebody_elses_page_it_is_said_that_answers_do_not_last_and_how_they_get_out() {
    let held = held();
    let carry = Route::Check(Step::Carry).address();
    let page = screen(Hosting::Embedded, &held, Step::Start);
    let notice = page.first("notice--unsafe");
    assert!(notice.text().contains(&says("keeping.guest", &[])));
    assert_eq!(notice.addresses(), [carry]);
    let page = screen(Hosting::Standalone, &held, Step::Start);
    let notice = page.first("notice--unsafe");
    assert!(notice.text().contains(&says("keeping.refused", &[])));
    assert_eq!(notice.addresses(), [""; 0]);
}

#[test]
fn on_somebody_elses_page_the_notice_does_not_stand_above_every_statement() {
    let held = held();
    for step in [Step::Question(1), Step::Part(1), Step::Flags, Step::New, Step::Setup, Step::Carry]
    {
        let page = screen(Hosting::Embedded, &held, step.clone());
        assert!(page.classed("notice--unsafe").is_empty(), "{step:?}");
        let page = screen(Hosting::Standalone, &held, step.clone());
        assert_eq!(page.classed("notice--unsafe").len(), 1, "{step:?}");
    }
}

#[test]
fn below_every_screen_it_is_said_whether_the_answers_are_safe() {
    let mut held = held();
    for (safety, key) in [
        (Safety::Nothing, "keeping.nothing"),
        (Safety::Kept, "keeping.kept"),
        (Safety::Refused, "keeping.refused"),
        (Safety::Newer, "keeping.newer"),
    ] {
        held.safety = safety;
        for step in [Step::Start, Step::Question(1), Step::Result, Step::Plan] {
            let page = screen(Hosting::Standalone, &held, step.clone());
            let said = page.first("keeping");
            assert_eq!(said.attribute("role"), Some("status"));
            assert_eq!(said.text(), says(key, &[]), "{step:?}");
        }
    }
}

#[test]
fn what_goes_along_is_shown_before_it_goes() {
    let page = screen(Hosting::Embedded, &held(), Step::Carry);
    let text = page.text();
    for said in [
        "Water for Ak-Bulak",
        "1 of 15",
        "1 answer has a reason",
        "1 action",
        &says("carry.privacy", &[]),
    ] {
        assert!(text.contains(said), "{said}");
    }
    let links = page.tagged("a");
    let address = |link: &&&Element| {
        let out = [SITE, "#/check/carried"].concat();
        link.attribute("href").is_some_and(|href| href.starts_with(&out))
    };
    let link = links.iter().find(address).expect("a way out");
    assert_eq!(link.attribute("target"), Some("_blank"));
    assert_eq!(link.attribute("rel"), Some("noopener noreferrer"));
    let fragment = link.attribute("href").and_then(|href| href.strip_prefix(SITE));
    let route = Route::parse(fragment.expect("an address of the app in full"));
    let Route::Check(Step::Carried(text)) = route else { panic!("{route:?}") };
    assert_eq!(saved::read(&text).expect("our own").assessments.as_slice(), &*held().assessments);
}

#[test]
fn what_is_too_long_for_an_address_goes_along_as_a_file() {
    let mut held = held();
    held.change("a1", None, |check| {
        check.why.insert("trust-1".to_owned(), "ы".repeat(20_000));
    });
    let page = screen(Hosting::Embedded, &held, Step::Carry);
    assert!(page.text().contains(&says("carry.long", &[])));
    assert!(page.addresses().iter().all(|address| !address.contains("answers=")));
    assert!(offers(&page, "take.json"));
}

#[test]
fn where_nothing_is_answered_nothing_goes_along() {
    let page = screen(Hosting::Embedded, &Held::default(), Step::Carry);
    assert!(page.text().contains(&says("carry.nothing", &[])));
    assert!(page.addresses().iter().all(|address| !address.contains("answers=")));
}

#[test]
fn what_came_along_is_shown_and_kept_only_when_the_person_says_so() {
    let text = saved::write(&held().assessments);
    let page = screen(Hosting::Standalone, &Held::default(), Step::Carried(text.clone()));
    assert!(page.text().contains("Water for Ak-Bulak") && offers(&page, "carried.yes"));
    assert!(
        !page.full_text().contains("Nobody"),
        "what was written is not shown to whoever looks on"
    );
    let mut held = AssessmentStore::default();
    let news = held.receive(&library().checklist, Some(&text));
    assert!(matches!(&news, News::Read { new: 1, known: 0, lost } if lost.is_empty()));
    assert_eq!(held.current().setup.name, "Water for Ak-Bulak");
}

#[test]
fn on_somebody_elses_page_what_came_along_is_passed_on_and_not_kept() {
    let text = saved::write(&held().assessments);
    let page = screen(Hosting::Embedded, &Held::default(), Step::Carried(text));
    assert!(!offers(&page, "carried.yes"));
    let out = [SITE, "#/check/carried?answers="].concat();
    assert!(page.addresses().iter().any(|address| address.starts_with(&out)));
}

#[test]
fn an_address_without_answers_or_with_broken_ones_says_so_and_leads_on() {
    let cut = saved::write(&held().assessments);
    let cut = cut.get(..cut.len() / 2).expect("in the middle of plain letters");
    for (text, said) in [
        ("", "carried.nothing"),
        (cut, "carried.broken"),
        ("<script>", "carried.broken"),
        ("{}", "carried.broken"),
        ("{\"version\":99}", "carried.newer"),
    ] {
        let step = Step::Carried(text.to_owned());
        let page = screen(Hosting::Standalone, &Held::default(), step);
        assert!(page.text().contains(&says(said, &[])), "{text}");
        assert!(!offers(&page, "carried.yes"), "{text}");
        assert_eq!(page.addresses(), ["#/check"], "{text}");
        assert!(page.tagged("script").is_empty());
    }
}

#[test]
fn the_head_in_a_frame_leads_out_and_back_to_where_the_frame_began() {
    static START: Route = Route::Check(Step::Start);
    let full = "https://ashar.example/#/cases/fti";
    let head = |carries, away| {
        let renderer = Renderer::new(library(), Messages::english()).hosted(Hosting::Embedded);
        page_of(&renderer.embedded_header(full, carries, &START, away))
    };
    let page = head(false, true);
    let links = page.tagged("a");
    let link = links.iter().find(|link| link.attribute("href") == Some(full)).expect("a way out");
    assert_eq!(link.attribute("target"), Some("_blank"));
    assert_eq!(link.attribute("rel"), Some("noopener"));
    assert!(page.addresses().contains(&"#/check"));
    let page = head(false, false);
    assert!(page.addresses().iter().all(|address| !address.starts_with("#/")));
}

#[test]
fn where_answers_would_stay_behind_the_head_leads_to_what_goes_along() {
    static START: Route = Route::Check(Step::Start);
    let renderer = Renderer::new(library(), Messages::english()).hosted(Hosting::Embedded);
    let page = page_of(&renderer.embedded_header("https://ashar.example/", true, &START, false));
    assert!(page.addresses().contains(&"#/check/carry"));
    assert!(!page.addresses().contains(&"https://ashar.example/"));
}
