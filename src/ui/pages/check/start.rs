//! What the check is, how long it takes, what stays on the phone; begin, go on, erase.

use super::{erase, keeping};
use crate::{
    domain::{
        route::{Route, Step},
        words::key,
    },
    effects::download,
    html,
    state::app::{App, app},
    ui::parts::{heading, written},
};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let app = app();
    let all = app.library.checklist.quick().count();
    let points =
        [key::CHECK_POINT_ASK, key::CHECK_POINT_SHOW, key::CHECK_POINT_STOP, key::CHECK_POINT_READ];
    view! {
        <section class="page check">
            {heading(key::CHECK_TITLE.text())}
            <p class="lead">{key::CHECK_LEAD.with(&[("n", &all.to_string())])}</p>
            {move || set_aside(app)}
            <ul class="points">
                {points.map(|point| view! { <li>{point.text()}</li> }).collect_view()}
            </ul>
            <p class="notice notice--privacy">{key::CHECK_PRIVACY.text()}</p>
            {move || begin(app, all)}
            {keeping()}
            {erase()}
            {written(html::result::judgement(app.desk()).into_string())}
        </section>
    }
}

/// One button for where the person is: begin, go on, or see the result.
fn begin(app: App, all: usize) -> impl IntoView {
    let list = &app.library.checklist;
    let (answered, next, untouched) = app
        .check
        .answers
        .with(|answers| (answers.answered(list), answers.next_open(list), answers.is_empty()));
    let result = Route::Check(Step::Result);
    // The way on first, then another one.
    let (first, second) = match next {
        _ if untouched => ((Route::Check(Step::Question(1)), key::CHECK_BEGIN), None),
        Some(number) => (
            (Route::Check(Step::Question(number)), key::CHECK_GO_ON),
            Some((result, key::CHECK_TO_RESULT_SO_FAR)),
        ),
        None => (
            (result, key::CHECK_TO_RESULT),
            Some((Route::Check(Step::Review), key::CHECK_LOOK_OVER)),
        ),
    };
    let done = (!untouched).then(|| {
        let text = key::CHECK_DONE.with(&[("n", &answered.to_string()), ("all", &all.to_string())]);
        view! { <p>{text}</p> }
    });
    view! {
        {done}
        <p class="actions">
            <a class="button button--go" href=first.0.address()>{first.1.text()}</a>
            {second.map(|(route, label)| view! {
                <a class="button button--plain" href=route.address()>{label.text()}</a>
            })}
        </p>
    }
}

/// Answers of an earlier visit that could not be read: offered as a file, never dropped silently.
fn set_aside(app: App) -> Option<impl IntoView> {
    let text = app.check.set_aside.get()?;
    Some(view! {
        <div class="notice" role="alert">
            <p>{key::SET_ASIDE_TEXT.text()}</p>
            <p class="actions">
                <button class="button" on:click=move |_| { download::file("ashar-answers.txt", "text/plain", &text); }>
                    {key::SET_ASIDE_FETCH.text()}
                </button>
            </p>
        </div>
    })
}
