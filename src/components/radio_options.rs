//! Radio buttons, each with what it means below it.

use super::view::{each, maybe};
use leptos::prelude::*;

/// One of several answers that exclude each other.
pub(crate) struct RadioOption {
    /// The value that is handed to the program.
    pub(crate) value: &'static str,
    /// What it is called.
    pub(crate) label: String,
    /// What it means; empty where the label says it all.
    pub(crate) meaning: String,
}

/// Radio buttons of one name; what else belongs to the question stands around them in its `fieldset`.
#[component]
pub(crate) fn RadioOptions(
    /// The name that all buttons of the question share.
    name: String,
    /// How their ids begin; the value follows behind a hyphen.
    id_prefix: String,
    /// The answers.
    options: Vec<RadioOption>,
    /// The class of each of them.
    #[prop(optional)]
    variant: &'static str,
    /// The value that is chosen.
    #[prop(into)]
    chosen: Signal<Option<&'static str>>,
    /// Called with the value that a person taps, also when it is chosen already.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let class =
        if variant.is_empty() { "answer".to_owned() } else { ["answer ", variant].concat() };
    each(options, move |RadioOption { value, label, meaning }| {
        let meaning =
            (!meaning.is_empty()).then(|| view! { <span class="answer__meaning">{meaning}</span> });
        view! {
            <label class=class.clone()>
                <input
                    type="radio"
                    id=[&id_prefix, "-", value].concat()
                    name=name.clone()
                    value=value
                    checked=chosen.get_untracked() == Some(value)
                    prop:checked=move || chosen.get() == Some(value)
                    on:click=move |_| on_choose.run(value)
                />
                <span class="answer__label">{label}</span>
                {maybe(meaning)}
            </label>
        }
    })
}
