//! Screens of the check, for the tests of several of them.

use crate::{
    held::Held,
    page::{Element, page_of},
    renderer,
    support::library,
};
use ashar::{
    domain::{
        assessment::{
            assessment::Assessment,
            options::{AnswerMode, Depth, QuestionLayout, RespondentRole, Setup, Stage},
            saved,
            votes::VoteCounts,
        },
        calendar::Day,
        route::{Route, Step},
    },
    static_site::Renderer,
};

/// A check of which everything is filled in, for a stage, a length, and a mode of answering.
pub(crate) fn filled(stage: Stage, depth: Depth, mode: AnswerMode) -> Assessment {
    let mut check = Assessment {
        id: "2".to_owned(),
        changed: Day::parse("2026-11-28"),
        ..Assessment::default()
    };
    check.setup = Setup {
        name: "Water & <land>".to_owned(),
        stage: Some(stage),
        role: Some(RespondentRole::Office),
        depth,
        mode,
        layout: QuestionLayout::Grouped,
    };
    let list = &library().checklist;
    for (number, (_, item)) in list.asked(depth).into_iter().enumerate() {
        let mut votes = VoteCounts([1, 2, 0, 0, 0, 0]);
        votes.0.rotate_right(number % 5);
        check.record_votes(&item.id, votes);
        check.why.insert(item.id.clone(), "\"No\" & <never>".to_owned());
    }
    for flag in &list.flags {
        check.answers.flags.insert(flag.id.clone(), true);
    }
    check.plan("Visit the school & ask.");
    check
}

/// What is held where these checks are, the last of them at hand.
pub(crate) fn holding(checks: &[&Assessment]) -> Held {
    let mut held = Held::default();
    let here = checks.last().map(|check| check.id.clone());
    let unread = held.start(Some(saved::write(checks.iter().copied())), here);
    assert_eq!(unread, None);
    held
}

/// What is held where a filled check is compared with an earlier one.
pub(crate) fn compared(stage: Stage, depth: Depth, mode: AnswerMode) -> Held {
    let earlier = Assessment {
        id: "1".to_owned(),
        ..filled(Stage::Together, Depth::Quick, AnswerMode::Single)
    };
    let mut held = holding(&[&earlier, &filled(stage, depth, mode)]);
    held.dialogs.beside = Some("1".to_owned());
    held.quarantine = Some("?".to_owned());
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
    for (stage, depth, mode) in forms() {
        let held = compared(stage, depth, mode);
        for step in [Step::Question(3), Step::Part(4), Step::Flags, Step::Review, Step::Result] {
            let name = format!("{step:?} {stage:?} {depth:?} {mode:?}");
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
pub(crate) fn forms() -> Vec<(Stage, Depth, AnswerMode)> {
    let mut forms = Vec::new();
    for stage in Stage::ALL {
        for depth in Depth::ALL {
            forms.extend(AnswerMode::ALL.iter().map(|mode| (*stage, *depth, *mode)));
        }
    }
    forms
}
