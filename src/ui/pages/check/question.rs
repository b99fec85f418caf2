//! One statement at a time, and the five red flags.

use super::keeping;
use crate::{
    domain::{
        checklist::{
            answers::Answer,
            definition::{Degree, Dimension, Flag, Item},
        },
        route::{Route, Step},
        words::key,
    },
    state::app::app,
};
use leptos::prelude::*;

/// The question with this number.
pub(crate) fn page(
    number: usize,
    dimension: &'static Dimension,
    item: &'static Item,
) -> impl IntoView {
    let app = app();
    let list = &app.library.checklist;
    let all = list.quick().count();
    let back = if number == 1 { Step::Start } else { Step::Question(number - 1) };
    let next = if number == all { Step::Flags } else { Step::Question(number + 1) };
    let answered = move || app.check.answers.with(|answers| answers.items.contains_key(&item.id));
    let progress = key::QUESTION_PROGRESS.with(&[
        ("n", &number.to_string()),
        ("all", &all.to_string()),
        ("group", list.group(&dimension.group)),
    ]);
    view! {
        <section class="page check">
            <p class="back"><a href=Route::Check(back).address()>{key::QUESTION_BACK.text()}</a></p>
            <p class="progress">
                <span>{progress}</span>
                <progress max=all value=number aria-hidden="true"></progress>
            </p>
            <p class="check__dimension">{dimension.label.clone()}</p>
            <fieldset class="answers">
                <legend><h1 id="heading">{item.text.clone()}</h1></legend>
                <p class="answers__example">{key::QUESTION_EXAMPLE.with(&[("example", &item.example)])}</p>
                {list.scale.iter().map(|degree| radio(item, degree)).collect_view()}
            </fieldset>
            <p class="actions">
                <a class="button button--go" href=Route::Check(next).address()>
                    {move || if answered() { key::QUESTION_NEXT.text() } else { key::QUESTION_SKIP.text() }}
                </a>
                <a class="button button--plain" href=Route::Check(Step::Review).address()>
                    {key::QUESTION_TO_REVIEW.text()}
                </a>
            </p>
            {keeping()}
        </section>
    }
}

fn radio(item: &'static Item, degree: &'static Degree) -> impl IntoView {
    let check = app().check;
    let own = Answer::from_id(&degree.id);
    let chosen = move || check.answers.with(|answers| answers.items.get(&item.id).copied() == own);
    view! {
        <label class="answer">
            <input
                type="radio"
                name=item.id.clone()
                value=degree.id.clone()
                prop:checked=chosen
                on:change=move |_| if let Some(answer) = own { check.answer(&item.id, answer) }
            />
            <span class="answer__label">{degree.label.clone()}</span>
            <span class="answer__meaning">{degree.meaning.clone()}</span>
        </label>
    }
}

/// The red flags: asked after the questions, answered with yes or no, never scored.
pub(crate) fn flags() -> impl IntoView {
    let list = &app().library.checklist;
    let questions = list.quick().count();
    view! {
        <section class="page check">
            <p class="back">
                <a href=Route::Check(Step::Question(questions)).address()>{key::QUESTION_BACK.text()}</a>
            </p>
            <h1 id="heading">{key::FLAGS_TITLE.text()}</h1>
            <p class="lead">{key::FLAGS_LEAD.text()}</p>
            {list.flags.iter().map(flag).collect_view()}
            <p class="actions">
                <a class="button button--go" href=Route::Check(Step::Review).address()>
                    {key::QUESTION_NEXT.text()}
                </a>
            </p>
            {keeping()}
        </section>
    }
}

fn flag(flag: &'static Flag) -> impl IntoView {
    let check = app().check;
    let choice = move |so: bool| {
        let chosen = move || check.answers.with(|answers| answers.flags.get(&flag.id) == Some(&so));
        let label = if so { key::FLAGS_YES } else { key::FLAGS_NO };
        view! {
            <label class="answer answer--short">
                <input
                    type="radio"
                    name=format!("flag-{}", flag.id)
                    value=if so { "yes" } else { "no" }
                    prop:checked=chosen
                    on:change=move |_| check.flag(&flag.id, so)
                />
                <span class="answer__label">{label.text()}</span>
            </label>
        }
    };
    let raised = move || check.answers.with(|answers| answers.flags.get(&flag.id) == Some(&true));
    view! {
        <fieldset class="answers answers--flag">
            <legend>{flag.text.clone()}</legend>
            <div class="answers__pair">{choice(true)}{choice(false)}</div>
            <div role="status">
                {move || raised().then(|| view! { <p class="notice notice--advice">{flag.advice.clone()}</p> })}
            </div>
        </fieldset>
    }
}
