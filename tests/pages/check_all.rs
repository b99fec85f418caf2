//! What is true of every screen of the check, with little and with much on it.

use crate::{
    check_screens::{answering, compared, draw, forms},
    held::Held,
    page::{Element, read},
    renderer,
    support::library,
};
use ashar::domain::{
    assessment::{
        options::{Depth, Setup, Stage},
        saved,
        store::{EraseScope, News, Safety},
    },
    route::{Route, Step},
};
use std::{collections::BTreeSet, sync::LazyLock};

/// The same checks, with a question on the table and something to say.
fn with(held: &Held, asking: Option<EraseScope>, news: Option<News>) -> Held {
    let mut held = held.clone();
    held.dialogs.asking = asking;
    held.dialogs.news = news;
    held.safety = Safety::Refused;
    held
}

/// The text of every screen, with a name for messages.
fn texts() -> Vec<(String, String)> {
    let mut texts = answering(renderer());
    let nobody = Held::default();
    let screen = |held: &Held, step: Step| draw(renderer(), held, step);
    for stage in Stage::ALL {
        for depth in Depth::ALL {
            let paper = screen(&nobody, Step::Paper(*stage, *depth));
            texts.push((format!("paper {stage:?} {depth:?}"), paper));
        }
    }
    for (stage, depth, mode) in forms() {
        let held = compared(stage, depth, mode);
        let lost = News::Read { new: 1, known: 0, lost: vec!["weather-1".to_owned()] };
        let asking = with(&held, Some(EraseScope::One("2".to_owned())), Some(News::Gone));
        let asking_all = with(&held, Some(EraseScope::All), Some(lost));
        let screens = [
            ("start", screen(&with(&held, None, None), Step::Start)),
            ("start, asking", screen(&asking, Step::Start)),
            ("start, asking about all", screen(&asking_all, Step::Start)),
            ("setup", screen(&held, Step::Setup)),
            ("plan", screen(&held, Step::Plan)),
            ("carry", screen(&held, Step::Carry)),
            ("carried", screen(&held, Step::Carried(saved::write(&held.assessments)))),
        ];
        let name = format!("{stage:?} {depth:?} {mode:?}");
        texts.extend(screens.map(|(screen, text)| (format!("{screen} {name}"), text)));
    }
    let mut missing = Held::default();
    missing.dialogs.faults = Setup::default().validate();
    let broken = Step::Carried("<script>".to_owned());
    let screens = [
        ("nothing begun", screen(&nobody, Step::Start)),
        ("a new one", screen(&nobody, Step::New)),
        ("a new one, missing", screen(&missing, Step::New)),
        ("an empty plan", screen(&nobody, Step::Plan)),
        ("nothing to carry", screen(&nobody, Step::Carry)),
        ("carried, broken", screen(&nobody, broken)),
    ];
    texts.extend(screens.map(|(name, text)| (name.to_owned(), text)));
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
            let described_by = element.attribute("aria-describedby").unwrap_or_default();
            for id in described_by.split_whitespace() {
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
            let route =
                Route::parse(address.strip_prefix("https://ashar.example/").unwrap_or(address));
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
