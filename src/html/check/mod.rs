//! The blank form of the readiness check, which the old reading edition still writes.

mod paper;

pub use paper::page as paper;

use super::{Desk, parts::link};
use crate::domain::{
    checklist::check::{Depth, Stage},
    route::{Route, Step},
    words::{Key, key},
};
use maud::{Markup, html};

fn back(step: Step) -> Markup {
    html! { p .back { (link(&Route::Check(step), key::QUESTION_BACK.text())) } }
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

/// Says whose judgement the levels are.
fn judgement(desk: Desk<'_>) -> Markup {
    let cases = desk.library.corpus.cases().len().to_string();
    html! { p .small { (key::CHECK_JUDGEMENT.with(&[("n", &cases)])) } }
}
