//! What has changed between two checks on this phone.

use super::{super::labels, bands::band};
use crate::{
    components::{
        live_text::LiveText,
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::assessment::{
        assessment::Assessment,
        outcome::{Change, DimensionScore, Outcome, changes},
        store::AssessmentStore,
    },
    i18n::{Messages, key},
    state::assessments::use_assessments,
};
use leptos::prelude::*;

/// The other checks to compare with, and what has changed since or before the chosen one. Nothing where there is no other.
#[component]
pub(super) fn Comparison() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    // Ids are plain letters and figures.
    let ids = check.derive(|held| {
        others(held).map(|other| other.id.as_str()).collect::<Vec<&str>>().join(" ")
    });
    let buttons = move || {
        ids.with(|ids| {
            let ids = ids.split(' ').map(str::to_owned);
            let buttons = each(ids, |id| view! { <OtherCheck id=id/> " " });
            view! { <p class="actions">{buttons}</p> }.into_any()
        })
    };
    let changes = move || {
        check.read(|held| {
            let beside = check.dialogs.with_untracked(|dialogs| dialogs.beside.clone());
            let chosen = |other: &&Assessment| beside.as_ref() == Some(&other.id);
            let (check, other) = (held.current(), others(held).find(chosen)?);
            let (before, now) =
                if other.changed <= check.changed { (other, check) } else { (check, other) };
            Some(view! { <Changes before=before.clone() now=now.clone()/> })
        })
    };
    move || {
        if ids.with(String::is_empty) {
            return ().into_any();
        }
        view! {
            <section class="compare">
                <h2>{messages.text(key::SINCE_TITLE)}</h2>
                <p>{messages.text(key::SINCE_LEAD)}</p>
                {buttons}
                {move || maybe(changes())}
            </section>
        }
        .into_any()
    }
}

/// The checks on this phone that are not the one at hand.
fn others(held: &AssessmentStore) -> impl Iterator<Item = &Assessment> {
    held.assessments.iter().filter(|other| other.id != held.current().id)
}

/// A check's name, with the day of its last answer.
fn dated(messages: Messages, check: &Assessment) -> String {
    let day = check.changed.map(|day| messages.day(day));
    [Some(labels::name(messages, check)), day].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The button that compares with a check, and no longer.
#[component]
fn OtherCheck(
    /// The id of the check.
    id: String,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let name = check.derive({
        let id = id.clone();
        move |held| held.get(&id).map(|other| dated(messages, other)).unwrap_or_default()
    });
    let is_chosen = check.derive_dialog({
        let id = id.clone();
        move |dialogs| dialogs.beside.as_ref() == Some(&id)
    });
    let button_id = ["beside-", &id].concat();
    let choose = move |_| {
        check.dialogs.update(|dialogs| {
            dialogs.beside = (!is_chosen.get_untracked()).then(|| id.clone());
        });
    };
    view! {
        <button
            class="button button--small"
            type="button"
            id=button_id
            aria-pressed=move || if is_chosen.get() { "true" } else { "false" }
            on:click=choose
        >
            <LiveText text=name/>
        </button>
    }
}

/// The bands of two checks side by side, and how each dimension has moved.
#[component]
fn Changes(
    /// The earlier check.
    before: Assessment,
    /// The later one.
    now: Assessment,
) -> impl IntoView {
    let (messages, list) = (use_messages(), &use_library().checklist);
    let outcome = |check: &Assessment| Outcome::of(list, check.setup.depth, &check.answers);
    let (was, is) = (outcome(&before), outcome(&now));
    let exactly = before.asks_as(&now);
    let word = |of: &Outcome, at: usize| {
        let score = of.scores.get(at).map_or(DimensionScore::Open, |(_, score)| *score);
        band(messages, list, score).0
    };
    let rows = each(changes(&was, &is, exactly).into_iter().enumerate(), |(at, (id, change))| {
        let label = list.dimension(&id).map_or("", |dimension| &dimension.label);
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td>{word(&was, at)}</td>
                <td>{word(&is, at)} " " <Moved change=change/></td>
            </tr>
        }
    });
    let other_form =
        (!exactly).then(|| view! { <p class="small">{messages.text(key::SINCE_OTHER)}</p> });
    view! {
        {maybe(other_form)}
        <table class="bands bands--beside">
            <thead>
                <tr>
                    <th scope="col">{messages.text(key::RESULT_COLUMN_DIMENSION)}</th>
                    <th scope="col">{dated(messages, &before)}</th>
                    <th scope="col">{dated(messages, &now)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// How a dimension has moved, with a sign that repeats the word; nothing where that is not known.
#[component]
fn Moved(
    /// The change.
    change: Change,
) -> impl IntoView {
    let (sign, word) = match change {
        Change::Higher => ("▲", key::SINCE_HIGHER),
        Change::Lower => ("▼", key::SINCE_LOWER),
        Change::Same => ("=", key::SINCE_SAME),
        Change::Unknown => return ().into_any(),
    };
    view! {
        <small class="moved">
            <span aria-hidden="true">{sign}</span>
            " "
            {use_messages().text(word)}
        </small>
    }
    .into_any()
}
