//! Onwards from a screen of statements.

use super::item::Form;
use crate::{
    components::{link::Link, live_text::LiveText, use_library, use_messages, view::maybe},
    domain::{
        checklist::check::Pace,
        route::{Route, Step},
    },
    i18n::{Key, key},
    state::{check::use_check, render::use_render_context},
};
use leptos::prelude::*;

/// The ways to the next screen, to all answers, and to the other way of showing statements.
#[component]
pub(super) fn WayOn(
    /// The screen.
    step: Step,
    /// How its statements are asked.
    form: Form,
) -> impl IntoView {
    let (messages, list, check) = (use_messages(), &use_library().checklist, use_check());
    let items = list.asked(form.depth);
    let shown = check.held.with_untracked(|held| held.check().shown(list, &step));
    let shown = shown.unwrap_or_default();
    let next = match step {
        _ if shown.end >= items.len() => Step::Flags,
        Step::Part(number) => Step::Part(number + 1),
        _ => Step::Question(shown.end + 1),
    };
    let first = shown.start + 1;
    let shown = items.get(shown).unwrap_or_default().to_vec();
    let part = shown.first().map_or(1, |(dimension, _)| list.part_of(dimension));
    let other = if matches!(step, Step::Part(_)) {
        (Pace::Item, Step::Question(first), key::PACE_TO_ITEM)
    } else {
        (Pace::Part, Step::Part(part), key::PACE_TO_PART)
    };
    let onwards = check.derive(move |held| {
        let items = &held.check().answers.items;
        let is_answered = shown.iter().all(|(_, item)| items.contains_key(&item.id));
        let label = if is_answered { key::QUESTION_NEXT } else { key::QUESTION_SKIP };
        messages.text(label).to_owned()
    });
    view! {
        <p class="actions">
            <Link class="button button--go" to=Route::Check(next)><LiveText text=onwards/></Link>
            " "
            <Link class="button button--plain" to=Route::Check(Step::Review)>
                {messages.text(key::QUESTION_TO_REVIEW)}
            </Link>
        </p>
        {maybe((!form.in_hall).then(|| view! { <OtherPace to=other/> }))}
    }
}

/// The way to a screen that shows more or fewer statements. The check remembers it.
#[component]
fn OtherPace(
    /// How much stands on the other screen, that screen, and what the way there is called.
    to: (Pace, Step, Key),
) -> impl IntoView {
    let (messages, context, check) = (use_messages(), use_render_context(), use_check());
    let (pace, step, label) = to;
    view! {
        <p class="ways">
            <a
                href=context.href(&Route::Check(step))
                on:click=move |_| check.change(|check| check.setup.pace = pace)
            >
                {messages.text(label)}
            </a>
        </p>
    }
}
