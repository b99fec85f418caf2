//! Onwards from a screen of statements, and back.

use super::item::Form;
use crate::{
    components::{link::Link, live_text::LiveText, use_library, use_messages, view::maybe},
    domain::{
        assessment::{navigation, options::QuestionLayout},
        route::{Route, Step},
    },
    i18n::key,
    state::{assessments::use_assessments, render::use_render_context},
};
use leptos::prelude::*;

/// The ways back and on, within reach wherever the screen is; and to all answers, and to the other way of showing statements.
#[component]
pub(super) fn WayOn(
    /// The screen.
    step: Step,
    /// How its statements are asked.
    form: Form,
) -> impl IntoView {
    let (messages, list, check) = (use_messages(), &use_library().checklist, use_assessments());
    let items = list.asked(form.depth);
    let shown = navigation::shown(list, form.depth, &step).and_then(|shown| items.get(shown));
    let shown = shown.unwrap_or_default().to_vec();
    let next = navigation::next(list, form.depth, &step).unwrap_or(Step::Review);
    let other = navigation::other_layout(list, form.depth, &step).filter(|_| !form.in_hall);
    let onwards = check.derive(move |held| {
        let items = &held.current().answers.items;
        let is_answered = shown.iter().all(|(_, item)| items.contains_key(&item.id));
        let label = if is_answered { key::QUESTION_NEXT } else { key::QUESTION_SKIP };
        messages.text(label).to_owned()
    });
    let before = check.back(list, &step);
    // Onwards comes first for the keyboard, behind the answers; to the eye it stands at the right.
    view! {
        <p class="actions actions--sticky">
            <Link class="button button--go" to=Route::Check(next)><LiveText text=onwards/></Link>
            " "
            <Link class="button button--plain" to=Route::Check(before)>
                {messages.text(key::QUESTION_BACK)}
            </Link>
        </p>
        <ul class="ways">
            <li>
                <Link to=Route::Check(Step::Review)>{messages.text(key::QUESTION_TO_REVIEW)}</Link>
            </li>
            {maybe(other.map(|(layout, to)| view! { <OtherLayout layout=layout to=to/> }))}
        </ul>
    }
}

/// The way to a screen that shows more or fewer statements. The check remembers it.
#[component]
fn OtherLayout(
    /// How much stands on the other screen.
    layout: QuestionLayout,
    /// That screen.
    to: Step,
) -> impl IntoView {
    let (messages, context, check) = (use_messages(), use_render_context(), use_assessments());
    let label = match layout {
        QuestionLayout::OnePerPage => key::PACE_TO_ITEM,
        QuestionLayout::Grouped => key::PACE_TO_PART,
    };
    view! {
        <li>
            <a
                href=context.href(&Route::Check(to))
                on:click=move |_| check.change(|check| check.setup.layout = layout)
            >
                {messages.text(label)}
            </a>
        </li>
    }
}
