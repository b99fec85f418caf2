//! Where a person is who answers.

use super::labels;
use crate::{
    components::{live_text::LiveText, use_messages},
    state::assessments::use_assessments,
};
use leptos::prelude::*;

/// How far the person has come, in words; the bar only repeats it.
#[component]
pub(super) fn Progress(
    /// The words.
    text: String,
    /// How many screens are done with this one.
    done: usize,
    /// How many there are.
    all: usize,
) -> impl IntoView {
    view! {
        <p class="progress">
            <span>{text}</span>
            <progress max=all.to_string() value=done.to_string() aria-hidden="true"></progress>
        </p>
    }
}

/// Which check this is, where there are several.
#[component]
pub(super) fn CheckName() -> impl IntoView {
    let messages = use_messages();
    let check = use_assessments();
    let is_one_of_several = check.derive(|held| held.assessments.len() > 1);
    let name = check.derive(move |held| labels::name(messages, held.current()));
    move || {
        if is_one_of_several.get() {
            view! { <p class="small"><LiveText text=name/></p> }.into_any()
        } else {
            ().into_any()
        }
    }
}
