//! Every screen of the check, with little and with much on it.

use crate::{
    page::{Element, read},
    renderer,
    support::library,
};
use ashar::domain::{
    calendar::Day,
    checklist::{
        check::{Check, Depth, Manner, Pace, Seat, Setup, Stage},
        hands::Hands,
        keeper::{Asking, Keeper, News, Safety},
    },
    route::{Route, Step},
    saved,
};
use std::{collections::BTreeSet, sync::LazyLock};

/// Where the app in full stands.
pub(crate) const SITE: &str = "https://ashar.example/in/";

/// A check of which everything is filled in, for a stage, a length, and a manner of answering.
pub(crate) fn filled(stage: Stage, depth: Depth, manner: Manner) -> Check {
    let mut check =
        Check { id: "2".to_owned(), changed: Day::parse("2026-11-28"), ..Check::default() };
    check.setup = Setup {
        name: "Water & <land>".to_owned(),
        stage: Some(stage),
        seat: Some(Seat::Office),
        depth,
        manner,
        pace: Pace::Part,
    };
    let list = &library().checklist;
    for (number, (_, item)) in list.asked(depth).into_iter().enumerate() {
        let mut hands = Hands([1, 2, 0, 0, 0, 0]);
        hands.0.rotate_right(number % 5);
        check.raise(&item.id, hands);
        check.why.put(item.id.clone(), "\"No\" & <never>".to_owned());
    }
    for flag in &list.flags {
        check.answers.flags.put(flag.id.clone(), true);
    }
    check.plan("Visit the school & ask.");
    check
}

/// The same checks, with a question on the table and something to say.
fn with(keeper: &Keeper, asking: Option<Asking>, news: News) -> Keeper {
    let mut keeper = keeper.clone();
    keeper.asking = asking;
    keeper.news = news;
    keeper.safety = Safety::Refused;
    keeper
}

/// A screen of the check over what is held.
pub(crate) fn screen(held: &Keeper, step: Step) -> String {
    renderer().check(held, &Route::Check(step), SITE)
}

/// Two checks on the phone, both full of answers, the second one at hand and compared with the first.
fn two(stage: Stage, depth: Depth, manner: Manner) -> Keeper {
    let earlier =
        Check { id: "1".to_owned(), ..filled(Stage::Together, Depth::Quick, Manner::Person) };
    let mut keeper = Keeper::default();
    let text = saved::write([&earlier, &filled(stage, depth, manner)]);
    keeper.start(Some(text), Some("2".to_owned()));
    keeper.beside = Some("1".to_owned());
    keeper.aside = Some("?".to_owned());
    keeper
}

/// The text of every screen, with a name for messages.
fn texts() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for stage in Stage::ALL {
        for depth in Depth::ALL {
            let paper = screen(&Keeper::default(), Step::Paper(*stage, *depth));
            texts.push((format!("paper {stage:?} {depth:?}"), paper));
            for manner in Manner::ALL {
                let held = two(*stage, *depth, *manner);
                let lost = News::Read { new: 1, known: 0, lost: vec!["weather-1".to_owned()] };
                let one = Some(Asking::One("2".to_owned()));
                let mut missing = Keeper::default();
                missing.faults = Setup::default().unsettled();
                let name = format!("{stage:?} {depth:?} {manner:?}");
                let screens = [
                    ("start", screen(&with(&held, None, News::Nothing), Step::Start)),
                    ("start, asking", screen(&with(&held, one, News::Gone), Step::Start)),
                    (
                        "start, asking about all",
                        screen(&with(&held, Some(Asking::All), lost), Step::Start),
                    ),
                    ("setup", screen(&held, Step::Setup)),
                    ("setup, missing", screen(&missing, Step::New)),
                    ("question", screen(&held, Step::Question(3))),
                    ("part", screen(&held, Step::Part(4))),
                    ("flags", screen(&held, Step::Flags)),
                    ("answers", screen(&held, Step::Review)),
                    ("result", screen(&held, Step::Result)),
                    ("plan", screen(&held, Step::Plan)),
                    ("carry", screen(&held, Step::Carry)),
                    ("carried", screen(&held, Step::Carried(saved::write(&held.shelf.0)))),
                    ("carried, broken", screen(&held, Step::Carried("<script>".to_owned()))),
                ];
                texts.extend(screens.map(|(screen, text)| (format!("{screen} {name}"), text)));
            }
        }
    }
    texts
}

/// Every screen as a strict reader takes it.
static READ: LazyLock<Vec<(String, Result<Element, String>)>> =
    LazyLock::new(|| texts().into_iter().map(|(name, text)| (name, read(&text))).collect());

/// Every screen, read.
fn screens() -> impl Iterator<Item = (&'static str, &'static Element)> {
    READ.iter().map(|(name, page)| match page {
        Ok(page) => (name.as_str(), page),
        Err(error) => panic!("{name}: {error}"),
    })
}

#[test]
fn every_screen_of_the_check_is_html_that_no_browser_has_to_mend() {
    for (name, page) in READ.iter() {
        assert_eq!(page.as_ref().err(), None, "{name}");
    }
}

#[test]
fn no_id_stands_twice_on_a_screen_of_the_check() {
    for (name, page) in screens() {
        let all = page.all();
        let mut seen = BTreeSet::new();
        for id in all.iter().filter_map(|element| element.attribute("id")) {
            assert!(seen.insert(id), "{name}: {id}");
        }
    }
}

#[test]
fn what_names_or_describes_a_control_of_the_check_is_on_the_screen() {
    for (name, page) in screens() {
        for element in page.all() {
            for id in element.attribute("aria-labelledby").iter().chain(&element.attribute("for")) {
                assert!(page.find_id(id).is_some(), "{name}: {id}");
            }
            if let Some(id) = element.attribute("aria-describedby") {
                assert!(page.find_id(id).is_some(), "{name}: {id}");
            }
            if let Some(label) = element.attribute("aria-labelledby") {
                assert!(!page.id(label).text().is_empty(), "{name}: {label}");
            }
        }
    }
}

#[test]
fn every_screen_of_the_check_has_one_heading_above_all_others() {
    for (name, page) in screens() {
        let headings = page.tagged("h1");
        assert_eq!(headings.len(), 1, "{name}");
        assert!(!headings[0].text().is_empty(), "{name}");
    }
}

#[test]
fn every_link_of_the_check_leads_somewhere_and_says_where() {
    for (name, page) in screens() {
        for link in page.tagged("a") {
            let address = link.attribute("href").unwrap_or_default();
            let said = link.attribute("aria-label").map_or_else(|| link.text(), str::to_owned);
            assert!(!said.trim().is_empty(), "{name}: {address}");
            let route = Route::parse(address.strip_prefix(SITE).unwrap_or(address));
            let found = match &route {
                Route::NotFound(_) => false,
                Route::Case { slug, at, .. } => {
                    let case = library().corpus.case(slug);
                    case.is_some_and(|case| {
                        at.as_ref().is_none_or(|at| case.blocks.iter().any(|block| block.id == *at))
                    })
                }
                Route::Factors { at } => {
                    at.as_ref().is_none_or(|at| library().checklist.dimension(at).is_some())
                }
                _ => true,
            };
            assert!(found && address.contains("#/"), "{name}: {address}");
        }
    }
}
