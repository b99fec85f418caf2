//! What the answers say of the whole.

use crate::{
    components::{
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::assessment::{
        bands::Overall,
        options::Stage,
        outcome::{ENOUGH, Outcome},
    },
    i18n::{Key, key},
};
use leptos::prelude::*;

/// The overall band in words, with the cap where it lowered it.
#[component]
pub(super) fn Verdict(
    /// What follows from the answers.
    outcome: Outcome,
    /// Whose wording is used.
    stage: Stage,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let id = outcome.overall.map(Overall::id);
    let band = if let Some(band) = list.overall.iter().find(|band| Some(band.id.as_str()) == id) {
        let (label, text) = band.at(stage);
        view! {
            <h2 class="verdict__band">{label}</h2>
            <p>{text}</p>
        }
        .into_any()
    } else {
        let (least, all) = (ENOUGH.to_string(), list.dimensions.len().to_string());
        let text = messages.fill(key::RESULT_NOT_ENOUGH, &[("least", &least), ("all", &all)]);
        view! { <p>{text}</p> }.into_any()
    };
    let cap = outcome.capped.then(|| {
        let label =
            |id: &String| list.dimension(id).map_or("", |dimension| dimension.label.as_str());
        let quoted = |id| messages.fill(key::QUOTED, &[("text", label(id))]);
        let weak: Vec<String> = outcome.weak_links.iter().map(quoted).collect();
        let dimensions = weak.join(messages.text(key::LIST_AND));
        let text = messages.count_with(key::RESULT_CAP, weak.len(), &[("dimensions", &dimensions)]);
        view! { <p class="verdict__cap">{text}</p> }
    });
    view! {
        <div class="verdict">
            {band}
            {maybe(cap)}
        </div>
    }
}

/// The lowest and the highest dimensions: always both, so that nobody is told only what is wrong.
#[component]
pub(super) fn Ends(
    /// What follows from the answers.
    outcome: Outcome,
) -> impl IntoView {
    let list = &use_library().checklist;
    let labels = |ids: Vec<&str>| {
        let dimensions = ids.into_iter().filter_map(|id| list.dimension(id));
        dimensions.map(|dimension| dimension.label.as_str()).collect::<Vec<_>>()
    };
    let highest = labels(outcome.highest());
    let highest = (!highest.is_empty())
        .then(|| view! { <Extremes title=key::RESULT_HIGHEST labels=highest/> });
    view! {
        <div class="verdict__ends">
            <Extremes title=key::RESULT_LOWEST labels=labels(outcome.lowest())/>
            {maybe(highest)}
        </div>
    }
}

/// The lowest or the highest dimensions.
#[component]
fn Extremes(
    /// Which of the two.
    title: Key,
    /// What they are called.
    labels: Vec<&'static str>,
) -> impl IntoView {
    view! {
        <div>
            <h3>{use_messages().text(title)}</h3>
            <ul class="points">{each(labels, |label| view! { <li>{label}</li> })}</ul>
        </div>
    }
}
