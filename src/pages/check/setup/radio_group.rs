//! A question with a closed list of answers.

use crate::{
    components::{
        use_messages,
        view::{each, maybe},
    },
    i18n::Key,
};
use leptos::prelude::*;

/// One of the answers.
pub(super) struct Choice {
    /// Its id, which is kept and stands on its control.
    pub(super) id: &'static str,
    /// What it is called.
    pub(super) label: &'static str,
    /// What it means; empty where its name says it.
    pub(super) hint: String,
}

/// The id of the control of an answer.
pub(super) fn input_id(choice: &str) -> String {
    ["setup-", choice].concat()
}

/// A group of radio buttons, with what is wrong above them.
#[component]
pub(super) fn RadioGroup(
    /// The name of the controls.
    name: &'static str,
    /// The question.
    legend: Key,
    /// The answers.
    choices: Vec<Choice>,
    /// The id of the answer that is chosen, if one is.
    chosen: Memo<Option<&'static str>>,
    /// Whether an answer is missing, and what to say then.
    fault: Option<(Memo<bool>, Key)>,
    /// Called with the name of the controls and the id of the answer.
    on_choose: Callback<(&'static str, &'static str)>,
) -> impl IntoView {
    let messages = use_messages();
    let fault_id = ["fault-", name].concat();
    let has_fault = move || fault.is_some_and(|(is_missing, _)| is_missing.get());
    let class = move || {
        if has_fault() { "answers answers--setup answers--fault" } else { "answers answers--setup" }
    };
    let described = {
        let fault_id = fault_id.clone();
        move || has_fault().then(|| fault_id.clone())
    };
    let message = fault.map(|(is_missing, text)| {
        move || {
            if is_missing.get() {
                view! { <p class="field__fault" id=fault_id.clone()>{messages.text(text)}</p> }
                    .into_any()
            } else {
                ().into_any()
            }
        }
    });
    let choices = each(choices, |Choice { id, label, hint }| {
        let is_chosen = move || chosen.get() == Some(id);
        let hint =
            (!hint.is_empty()).then(|| view! { <span class="answer__meaning">{hint}</span> });
        view! {
            <label class="answer">
                <input
                    type="radio"
                    id=input_id(id)
                    name=name
                    value=id
                    checked=chosen.get_untracked() == Some(id)
                    prop:checked=is_chosen
                    on:change=move |_| on_choose.run((name, id))
                />
                <span class="answer__label">{label}</span>
                {maybe(hint)}
            </label>
        }
    });
    view! {
        <fieldset class=class aria-describedby=described>
            <legend>{messages.text(legend)}</legend>
            {maybe(message)}
            {choices}
        </fieldset>
    }
}
