//! Fields that several parts of the page use.

use crate::components::view::{each, maybe};
use leptos::prelude::*;

/// One of several things to choose from.
#[component]
pub(super) fn RadioOption(
    /// The name that all of them share.
    name: &'static str,
    /// What tells it from the others.
    value: &'static str,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What is said of it; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// Whether it is chosen.
    checked: Memo<bool>,
    /// Chooses it.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let hint = (!hint.is_empty()).then(|| view! { <span class="answer__meaning">{hint}</span> });
    view! {
        <label class="answer">
            <input
                type="radio"
                id=["embed-", name, "-", value].concat()
                name=name
                value=value
                checked=checked.get_untracked()
                prop:checked=move || checked.get()
                on:input=move |_| on_choose.run(())
            />
            <span class="answer__label">{label}</span>
            {maybe(hint)}
        </label>
    }
}

/// A closed list to choose from, with its label.
#[component]
pub(super) fn SelectField(
    /// Its name.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What is said of it; may be empty.
    #[prop(optional)]
    hint: &'static str,
    /// The value and the text of each entry.
    options: Vec<(String, String)>,
    /// The value that is chosen at first.
    selected: String,
    /// Takes a choice, by its value.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let id = ["embed-field-", name].concat();
    let hint_id = (!hint.is_empty()).then(|| ["embed-", name, "-hint"].concat());
    let hint = hint_id.clone().map(|id| view! { <p class="field__hint" id=id>{hint}</p> });
    let options = each(options, |(value, text)| {
        let is_selected = value == selected;
        view! { <option value=value selected=is_selected>{text}</option> }
    });
    view! {
        <label for=id.clone()>{label}</label>
        {maybe(hint)}
        <select
            id=id
            name=name
            aria-describedby=hint_id
            on:input=move |event| on_choose.run(event_target_value(&event))
        >
            {options}
        </select>
    }
}
