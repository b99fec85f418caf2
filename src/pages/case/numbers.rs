//! The numbers that tell most, in large figures below the title.

use super::context::use_case;
use crate::{
    components::{
        use_messages,
        view::{each, maybe},
    },
    domain::case::{Figure, Reading},
    i18n::{Messages, key},
};
use leptos::prelude::*;

/// Up to three figures of the results; none where no figure speaks by itself.
#[component]
pub(super) fn BigNumbers() -> impl IntoView {
    let messages = use_messages();
    let numbers = each(use_case().study.numbers(), |figure| {
        view! {
            <li>
                <strong class="numbers__value">{value(messages, figure)}</strong>
                " "
                <span>{figure.what.as_str()}</span>
            </li>
        }
    });
    maybe((!numbers.is_empty()).then(|| view! { <ul class="numbers">{numbers}</ul> }))
}

/// "40 days", "80 → 30 %".
fn value(messages: Messages, figure: &Figure) -> AnyView {
    let amount = |value: f64| {
        messages.fill(key::AMOUNT, &[("value", &messages.number(value)), ("unit", &figure.unit)])
    };
    match figure.reading {
        Reading::One(value) => amount(value).into_any(),
        Reading::Change(before, after) => view! {
            {messages.number(before)}
            <span class="numbers__arrow" aria-hidden="true">" → "</span>
            <span class="unseen">" " {messages.text(key::NUMBERS_TO)} " "</span>
            {amount(after)}
        }
        .into_any(),
    }
}
