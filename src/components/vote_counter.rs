//! Fields to count raised hands.

use super::{field_text::field_text, live_text::LiveRegion, use_library, use_messages, view::each};
use crate::{
    domain::checklist::{definition::Degree, hands::Hands},
    i18n::key,
};
use leptos::prelude::*;

/// A field for each answer of the scale, and what the counted hands mean.
#[component]
pub(crate) fn VoteCounter(
    /// How the ids of the fields begin; that of the answer follows behind a hyphen.
    id_prefix: &'static str,
    /// The hands that are counted so far.
    #[prop(into)]
    votes: Signal<Hands>,
    /// What they mean.
    #[prop(into)]
    summary: Signal<String>,
    /// Called with the place of an answer in the scale and its new number of hands.
    #[prop(into)]
    on_count: Callback<(usize, u16)>,
) -> impl IntoView {
    let messages = use_messages();
    // Whether what was typed last is no number.
    let is_fault = RwSignal::new(false);
    let summary_id = ["room-", id_prefix].concat();
    let described_by = summary_id.clone();
    let fields = each(use_library().checklist.scale.iter().enumerate(), move |(place, degree)| {
        let count = move || votes.with(|votes| votes.0.get(place).copied().unwrap_or_default());
        let on_type = move |typed: Option<u16>| {
            is_fault.set(typed.is_none());
            if let Some(count) = typed {
                on_count.run((place, count));
            }
        };
        view! {
            <VoteField
                id=[id_prefix, "-", &degree.id].concat()
                degree=degree
                described_by=described_by.clone()
                count=Signal::derive(move || written(count()))
                on_type=on_type
            />
        }
    });
    let said = Signal::derive(move || {
        if is_fault.get() { messages.text(key::HALL_NUMBER).to_owned() } else { summary.get() }
    });
    view! {
        <div class="hall">{fields}</div>
        <LiveRegion class="hall__room" id=summary_id text=said/>
    }
}

/// The field for one answer.
#[component]
fn VoteField(
    /// Its id.
    id: String,
    /// The answer.
    degree: &'static Degree,
    /// The id of what says what the hands mean.
    described_by: String,
    /// The stored number, as it is written in the field.
    count: Signal<String>,
    /// Called with what is typed; `None` for what is no number.
    #[prop(into)]
    on_type: Callback<Option<u16>>,
) -> impl IntoView {
    let typed = RwSignal::new(count.get_untracked());
    // What is no number stays, to be corrected.
    let text = field_text(typed, count, |typed, stored| {
        number(typed).is_none_or(|count| written(count) == stored)
    });
    let is_invalid = Memo::new(move |_| text.with(|text| number(text).is_none()));
    view! {
        <label class="hall__line">
            <span class="answer__label">{degree.label.as_str()}</span>
            <span class="answer__meaning">{degree.meaning.as_str()}</span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength="4"
                id=id
                aria-describedby=described_by
                aria-invalid=move || is_invalid.get().then_some("true")
                value=count.get_untracked()
                prop:value=move || text.get()
                on:input=move |event| {
                    let value = event_target_value(&event);
                    let count = number(&value);
                    typed.set(value);
                    on_type.run(count);
                }
            />
        </label>
    }
}

/// The number that is typed; an empty field is none raised.
fn number(typed: &str) -> Option<u16> {
    let typed = typed.trim();
    if typed.is_empty() { Some(0) } else { typed.parse().ok() }
}

/// A number as it stands in the field: none raised leaves it empty.
fn written(count: u16) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}
