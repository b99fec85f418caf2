//! The screens of the readiness check.

mod carry;
mod item;
mod paper;
mod plan;
mod question;
mod result;
mod review;
mod setup;
mod start;

pub use carry::{carried, carry};
pub use item::{room, room_id, why_id};
pub use paper::page as paper;
pub use plan::page as plan;
pub use question::{flags, part, question, way_on};
pub use result::{onwards, page as result};
pub use review::{change_id, page as review};
pub use setup::{FAULTS, page as setup};
pub use start::{ERASE_QUESTION, page as start, unsafe_notice};

use super::{Desk, parts::link};
use crate::domain::{
    checklist::{
        answers::Answer,
        check::Check,
        definition::{Checklist, Degree},
        options::{Depth, Seat, Stage},
    },
    route::{Route, Step},
    words::{self, Key, key},
};
use maud::{Markup, html};

fn to(step: Step, class: &str, label: Key) -> Markup {
    html! { a class={ "button " (class) } href=(Route::Check(step).address()) { (label.text()) } }
}

fn back(step: Step) -> Markup {
    html! { p .back { (link(&Route::Check(step), key::QUESTION_BACK.text())) } }
}

/// What a check is called: by the person, or by the day it was begun.
pub fn name(check: &Check) -> String {
    match (&check.setup.name, check.started) {
        (name, _) if !name.is_empty() => name.clone(),
        (_, Some(day)) => key::CHECK_UNNAMED.with(&[("date", &words::day(day))]),
        _ => key::CHECK_NAMELESS.text().to_owned(),
    }
}

/// How the check was set up, in a few words: stage, length, seat.
fn kind(check: &Check) -> String {
    let setup = &check.setup;
    let mut said = vec![stage_label(setup.stage()).text(), depth_label(setup.depth).text()];
    said.extend(setup.seat.map(|seat| seat_label(seat).text()));
    said.extend(setup.in_hall().then(|| key::MANNER_HALL.text()));
    said.join(" · ")
}

const fn stage_label(stage: Stage) -> Key {
    match stage {
        Stage::Before => key::STAGE_BEFORE,
        Stage::Together => key::STAGE_TOGETHER,
    }
}

const fn depth_label(depth: Depth) -> Key {
    match depth {
        Depth::Quick => key::DEPTH_QUICK,
        Depth::Full => key::DEPTH_FULL,
    }
}

const fn seat_label(seat: Seat) -> Key {
    match seat {
        Seat::Group => key::SEAT_GROUP,
        Seat::Office => key::SEAT_OFFICE,
        Seat::Residents => key::SEAT_RESIDENTS,
    }
}

/// An answer as the scale has it.
fn degree(list: &Checklist, answer: Answer) -> Option<&Degree> {
    list.scale.iter().find(|degree| degree.id == answer.id())
}

/// Says how many items are answered.
fn done(desk: Desk<'_>, check: &Check) -> String {
    let list = &desk.library.checklist;
    let counts = [check.answered(list), check.items(list).len()].map(|count| count.to_string());
    let [answered, all] = &counts;
    key::CHECK_DONE.with(&[("n", answered), ("all", all)])
}

/// Says whose judgement the levels are.
fn judgement(desk: Desk<'_>) -> Markup {
    let cases = desk.library.corpus.cases().len().to_string();
    html! { p .small { (key::CHECK_JUDGEMENT.with(&[("n", &cases)])) } }
}
