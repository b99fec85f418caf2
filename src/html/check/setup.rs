//! What is settled before the first item: for which stage, how long, who answers, and how.

use super::{Desk, back, depth_label, seat_label, stage_label, to};
use crate::{
    domain::{
        checklist::options::{Depth, Manner, Pace, Seat, Setup, Stage, Unsettled},
        route::{Route, Step},
        words::{Key, key},
    },
    html::{
        Act,
        parts::{button, heading},
    },
};
use maud::{Markup, html};

/// The id of the summary of what is not settled.
pub const FAULTS: &str = "faults";

/// The form, as it is filled in so far. `new`: for a check that is not begun yet. `faults`: what was missing when the
/// person wanted to go on.
pub fn page(desk: Desk<'_>, setup: &Setup, new: bool, faults: &[Unsettled]) -> String {
    let depth_hint = |depth: Depth| {
        let hint = match depth {
            Depth::Quick => key::DEPTH_QUICK_HINT,
            Depth::Full => key::DEPTH_FULL_HINT,
        };
        hint.with(&[("n", &desk.library.checklist.asked(depth).len().to_string())])
    };
    let missing = |what: Unsettled| faults.contains(&what).then(|| fault(what).0);
    let plain = |key: Key| key.text().to_owned();
    // What is begun is kept at every tap.
    let (title, go) = if new {
        (key::SETUP_TITLE, button(Act::Begin, "button--go", key::CHECK_BEGIN))
    } else {
        (key::SETUP_CHANGE, to(Step::Start, "button--go", key::SETUP_SETTLE))
    };
    html! {
        (back(Step::Start))
        (summary(faults, if new { Step::New } else { Step::Setup }))
        (heading(title.text()))
        (choice(setup.stage.map(Stage::id), missing(Unsettled::Stage), &Choice {
            name: "stage", legend: key::SETUP_STAGE,
            options: Stage::ALL.iter().map(|stage| (stage.id(), plain(stage_label(*stage)), plain(match stage {
                Stage::Before => key::STAGE_BEFORE_HINT,
                Stage::Together => key::STAGE_TOGETHER_HINT,
            }))).collect(),
        }))
        (choice(setup.seat.map(Seat::id), missing(Unsettled::Seat), &Choice {
            name: "seat", legend: key::SETUP_SEAT,
            options: Seat::ALL.iter().map(|seat| (seat.id(), plain(seat_label(*seat)), plain(match seat {
                Seat::Group => key::SEAT_GROUP_HINT,
                Seat::Office => key::SEAT_OFFICE_HINT,
                Seat::Residents => key::SEAT_RESIDENTS_HINT,
            }))).collect(),
        }))
        (choice(Some(setup.depth.id()), None, &Choice {
            name: "depth", legend: key::SETUP_DEPTH,
            options: Depth::ALL.iter().map(|depth| {
                (depth.id(), plain(depth_label(*depth)), depth_hint(*depth))
            }).collect(),
        }))
        (choice(Some(setup.manner.id()), None, &Choice {
            name: "manner", legend: key::SETUP_MANNER,
            options: vec![
                (Manner::Person.id(), plain(key::MANNER_PERSON), plain(key::MANNER_PERSON_HINT)),
                (Manner::Hall.id(), plain(key::MANNER_HALL), plain(key::MANNER_HALL_HINT)),
            ],
        }))
        (choice(Some(setup.pace.id()), None, &Choice {
            name: "pace", legend: key::SETUP_PACE,
            options: vec![
                (Pace::Item.id(), plain(key::PACE_ITEM), String::new()),
                (Pace::Part.id(), plain(key::PACE_PART), String::new()),
            ],
        }))
        div .field {
            label for="setup-name" { (key::SETUP_NAME.text()) }
            p #setup-name-hint .field__hint { (key::SETUP_NAME_HINT.text()) }
            input id="setup-name" type="text" maxlength="80" autocomplete="off" aria-describedby="setup-name-hint"
                data-act=(Act::Choose.id()) name="name" value=(setup.name);
        }
        p .actions { (go) }
    }
    .into_string()
}

/// What to say where something is missing, and the first of its answers.
fn fault(what: Unsettled) -> (Key, &'static str) {
    match what {
        Unsettled::Stage => (key::SETUP_STAGE_FAULT, Stage::Before.id()),
        Unsettled::Seat => (key::SETUP_SEAT_FAULT, Seat::Group.id()),
    }
}

/// What is missing, in one place, each with the way to it (GOV.UK's error summary).
fn summary(faults: &[Unsettled], here: Step) -> Markup {
    html! {
        @if !faults.is_empty() {
            div .faults id=(FAULTS) role="alert" {
                h2 { (key::SETUP_FAULTS.text()) }
                ul {
                    @for (text, first) in faults.iter().copied().map(fault) {
                        li {
                            a href=(Route::Check(here.clone()).address()) data-act=(Act::ToField.id()) data-field={ "setup-" (first) } {
                                (text.text())
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A question with a closed list of answers.
struct Choice {
    name: &'static str,
    legend: Key,
    /// Id, label and what it means.
    options: Vec<(&'static str, String, String)>,
}

/// `missing`: what to say where nothing is chosen and something must be.
fn choice(chosen: Option<&str>, missing: Option<Key>, choice: &Choice) -> Markup {
    let fault = ["fault-", choice.name].concat();
    html! {
        fieldset .answers .answers--setup .answers--fault[missing.is_some()] aria-describedby=[missing.map(|_| &fault)] {
            legend { (choice.legend.text()) }
            @if let Some(said) = missing { p .field__fault id=(fault) { (said.text()) } }
            @for (id, label, hint) in &choice.options {
                label .answer {
                    input type="radio" id={ "setup-" (id) } name=(choice.name) value=(id)
                        data-act=(Act::Choose.id()) checked[chosen == Some(id)];
                    span .answer__label { (label) }
                    @if !hint.is_empty() { span .answer__meaning { (hint) } }
                }
            }
        }
    }
}
