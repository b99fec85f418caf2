//! Screens of the check, for the tests of several of them.

use crate::{
    held::Held,
    page::{Element, page_of},
    renderer,
    support::library,
};
use ashar::{
    domain::{
        calendar::Day,
        checklist::{
            check::Check,
            hands::Hands,
            options::{Depth, Manner, Pace, Seat, Setup, Stage},
            saved,
        },
        route::{Route, Step},
    },
    static_site::Renderer,
};

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
        check.why.insert(item.id.clone(), "\"No\" & <never>".to_owned());
    }
    for flag in &list.flags {
        check.answers.flags.insert(flag.id.clone(), true);
    }
    check.plan("Visit the school & ask.");
    check
}

/// What is held where these checks are, the last of them at hand.
pub(crate) fn holding(checks: &[&Check]) -> Held {
    let mut held = Held::default();
    let here = checks.last().map(|check| check.id.clone());
    let unread = held.start(Some(saved::write(checks.iter().copied())), here);
    assert_eq!(unread, None);
    held
}

/// What is held where a filled check is compared with an earlier one.
pub(crate) fn compared(stage: Stage, depth: Depth, manner: Manner) -> Held {
    let earlier =
        Check { id: "1".to_owned(), ..filled(Stage::Together, Depth::Quick, Manner::Person) };
    let mut held = holding(&[&earlier, &filled(stage, depth, manner)]);
    held.dialogs.beside = Some("1".to_owned());
    held.aside = Some("?".to_owned());
    held
}

/// A screen of the check, as text.
pub(crate) fn draw(renderer: Renderer, held: &Held, step: Step) -> String {
    renderer.check(&held.store, &held.dialogs, &Route::Check(step), "https://ashar.example/")
}

/// A screen of the check on a phone.
pub(crate) fn screen(held: &Held, step: Step) -> Element {
    page_of(&draw(renderer(), held, step))
}

/// The screens on which answers are given, looked over and read, each with a name for messages.
pub(crate) fn answering(renderer: Renderer) -> Vec<(String, String)> {
    let mut screens = Vec::new();
    for (stage, depth, manner) in forms() {
        let held = compared(stage, depth, manner);
        for step in [Step::Question(3), Step::Part(4), Step::Flags, Step::Review, Step::Result] {
            let name = format!("{step:?} {stage:?} {depth:?} {manner:?}");
            screens.push((name, draw(renderer, &held, step)));
        }
    }
    let nobody = Held::default();
    for step in [Step::Question(1), Step::Part(1), Step::Flags, Step::Review, Step::Result] {
        screens.push((format!("{step:?} with nothing answered"), draw(renderer, &nobody, step)));
    }
    screens
}

/// Every way in which a check is asked.
pub(crate) fn forms() -> Vec<(Stage, Depth, Manner)> {
    let mut forms = Vec::new();
    for stage in Stage::ALL {
        for depth in Depth::ALL {
            forms.extend(Manner::ALL.iter().map(|manner| (*stage, *depth, *manner)));
        }
    }
    forms
}
