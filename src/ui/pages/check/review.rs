//! All answers in one list, each with a way to change it.

use super::{erase, keeping};
use crate::{
    domain::{
        checklist::definition::{Dimension, Item},
        route::{Route, Step},
        words::key,
    },
    state::app::app,
    ui::parts::heading,
};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let app = app();
    let list = &app.library.checklist;
    let questions = list
        .quick()
        .enumerate()
        .map(|(place, (dimension, item))| row(place + 1, dimension, item))
        .collect_view();
    let flags = list
        .flags
        .iter()
        .map(|flag| {
            let said = move || {
                app.check.answers.with(|answers| match answers.flags.get(&flag.id) {
                    Some(true) => key::FLAGS_YES.text(),
                    Some(false) => key::FLAGS_NO.text(),
                    None => key::REVIEW_OPEN.text(),
                })
            };
            view! { <div><dt>{flag.text.clone()}</dt><dd>{said}</dd></div> }
        })
        .collect_view();
    view! {
        <section class="page check">
            {heading(key::REVIEW_TITLE.text())}
            <p class="lead">{key::REVIEW_LEAD.text()}</p>
            <p class="actions">
                <a class="button button--go" href=Route::Check(Step::Result).address()>
                    {key::CHECK_TO_RESULT.text()}
                </a>
            </p>
            <dl class="review">{questions}</dl>
            <h2>{key::FLAGS_TITLE.text()}</h2>
            <dl class="review">{flags}</dl>
            <p><a href=Route::Check(Step::Flags).address()>{key::REVIEW_CHANGE_FLAGS.text()}</a></p>
            {keeping()}
            {erase()}
        </section>
    }
}

fn row(number: usize, dimension: &'static Dimension, item: &'static Item) -> impl IntoView {
    let app = app();
    let list = &app.library.checklist;
    let said = move || {
        app.check.answers.with(|answers| {
            let id = answers.items.get(&item.id).map(|answer| answer.id());
            list.scale
                .iter()
                .find(|degree| Some(degree.id.as_str()) == id)
                .map(|degree| degree.label.clone())
        })
    };
    let change = key::REVIEW_CHANGE_ONE.with(&[("dimension", &dimension.label)]);
    view! {
        <div>
            <dt>{item.text.clone()}</dt>
            <dd>
                {move || said().unwrap_or_else(|| key::REVIEW_OPEN.text().to_owned())}
                " "
                <a href=Route::Check(Step::Question(number)).address() aria-label=change>
                    {key::REVIEW_CHANGE.text()}
                </a>
            </dd>
        </div>
    }
}
