//! A question with a closed list of answers.

use crate::{
    components::{
        radio_options::{RadioOption, RadioOptions},
        use_messages,
        view::maybe,
    },
    i18n::Key,
};
use leptos::prelude::*;

/// How the ids of the controls begin.
const ID_PREFIX: &str = "setup";

/// The id of the control of an answer.
pub(super) fn input_id(choice: &str) -> String {
    [ID_PREFIX, "-", choice].concat()
}

/// A group of radio buttons, with what is wrong above them.
#[component]
pub(super) fn RadioGroup(
    /// The name of the controls.
    name: &'static str,
    /// The question.
    legend: Key,
    /// The answers.
    choices: Vec<RadioOption>,
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
    view! {
        <fieldset class=class aria-describedby=described>
            <legend>{messages.text(legend)}</legend>
            {maybe(message)}
            <RadioOptions
                name=name.to_owned()
                id_prefix=ID_PREFIX.to_owned()
                options=choices
                chosen=chosen
                on_choose=move |id| on_choose.run((name, id))
            />
        </fieldset>
    }
}
