//! What checks and their choices are called.

use crate::{
    components::{use_library, use_messages},
    domain::assessment::{
        answers::Answer,
        assessment::{Action, Assessment},
        definition::{Checklist, Degree},
        options::{Depth, RespondentRole, Stage},
    },
    i18n::{Key, Messages, key},
};
use leptos::prelude::*;

/// What a check is called: by the person, or by the day it was begun.
pub(super) fn name(messages: Messages, check: &Assessment) -> String {
    match (&check.setup.name, check.started) {
        (name, _) if !name.is_empty() => name.clone(),
        (_, Some(day)) => messages.fill(key::CHECK_UNNAMED, &[("date", &messages.day(day))]),
        _ => messages.text(key::CHECK_NAMELESS).to_owned(),
    }
}

/// How a check was set up, in a few words: stage, length, who answers.
pub(super) fn kind(messages: Messages, check: &Assessment) -> String {
    let setup = &check.setup;
    let mut labels = vec![stage_label(setup.stage()), depth_label(setup.depth)];
    labels.extend(setup.role.map(role_label));
    labels.extend(setup.in_hall().then_some(key::MANNER_HALL));
    let labels: Vec<&str> = labels.into_iter().map(|label| messages.text(label)).collect();
    labels.join(" · ")
}

/// Says how many items are answered.
pub(super) fn done(messages: Messages, list: &Checklist, check: &Assessment) -> String {
    let counts = [check.answered(list), check.items(list).len()].map(|count| count.to_string());
    let [answered, all] = &counts;
    messages.fill(key::CHECK_DONE, &[("n", answered), ("all", all)])
}

/// An action in one line: whether it is done, what, who, until when.
pub(super) fn agreed(messages: Messages, action: &Action) -> String {
    let by = action.day().map_or_else(|| action.by.clone(), |day| messages.day(day));
    let parts = [action.text.as_str(), &action.who, &by];
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>();
    let done = if action.done { key::PLAN_DONE_YES } else { key::PLAN_DONE_NO };
    [messages.text(done), &parts.join(" – ")].join(" ")
}

/// The name of a stage.
pub(super) const fn stage_label(stage: Stage) -> Key {
    match stage {
        Stage::Before => key::STAGE_BEFORE,
        Stage::Together => key::STAGE_TOGETHER,
    }
}

/// The name of a length.
pub(super) const fn depth_label(depth: Depth) -> Key {
    match depth {
        Depth::Quick => key::DEPTH_QUICK,
        Depth::Full => key::DEPTH_FULL,
    }
}

/// The name of who answers.
pub(super) const fn role_label(role: RespondentRole) -> Key {
    match role {
        RespondentRole::Group => key::SEAT_GROUP,
        RespondentRole::Office => key::SEAT_OFFICE,
        RespondentRole::Residents => key::SEAT_RESIDENTS,
    }
}

/// An answer as the scale has it.
pub(super) fn degree(list: &Checklist, answer: Answer) -> Option<&Degree> {
    list.scale.iter().find(|degree| degree.id == answer.id())
}

/// Says whose judgement the levels are.
#[component]
pub(super) fn Judgement() -> impl IntoView {
    let cases = use_library().corpus.cases().len().to_string();
    view! { <p class="small">{use_messages().fill(key::CHECK_JUDGEMENT, &[("n", &cases)])}</p> }
}
