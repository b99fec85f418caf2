//! Fields to count raised hands.

use super::{field_text::field_text, live_text::LiveRegion, use_library, use_messages, view::each};
use crate::{i18n::key, state::memo::memo};
use leptos::{ev, prelude::*};

/// A field for each answer of the scale, and what the counted hands mean.
#[component]
pub(crate) fn VoteCounter(
    /// How the ids of the fields begin; that of the answer follows behind a hyphen.
    id_prefix: &'static str,
    /// The hands that are counted so far for each answer, as [`written`] puts them.
    counts: Vec<Memo<String>>,
    /// What they mean.
    summary: Memo<String>,
    /// Called with the place of an answer in the scale and its new number of hands.
    #[prop(into)]
    on_count: Callback<(usize, u16)>,
) -> impl IntoView {
    let messages = use_messages();
    // Whether what was typed last is no number.
    let is_fault = RwSignal::new(false);
    let summary_id = ["room-", id_prefix].concat();
    let described_by = summary_id.clone();
    let answers = use_library().checklist.scale.iter().zip(counts).enumerate();
    let fields = each(answers, move |(place, (degree, count))| {
        let typed = RwSignal::new(count.get_untracked());
        // What is no number stays, to be corrected.
        let text = field_text(typed, count.into(), |typed, stored| {
            number(typed).is_none_or(|count| written(count) == stored)
        });
        let is_invalid = memo(move || text.with(|text| number(text).is_none()));
        let take = move |event: ev::Event| {
            let value = event_target_value(&event);
            let count = number(&value);
            typed.set(value);
            is_fault.set(count.is_none());
            if let Some(count) = count {
                on_count.run((place, count));
            }
        };
        view! {
            <label class="hall__line">
                <span class="answer__label">{degree.label.as_str()}</span>
                <span class="answer__meaning">{degree.meaning.as_str()}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="4"
                    id=[id_prefix, "-", &degree.id].concat()
                    aria-describedby=described_by.clone()
                    aria-invalid=move || is_invalid.get().then_some("true")
                    value=count.get_untracked()
                    prop:value=move || text.get()
                    on:input=take
                />
            </label>
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

/// The number that is typed; an empty field is none raised.
fn number(typed: &str) -> Option<u16> {
    let typed = typed.trim();
    if typed.is_empty() { Some(0) } else { typed.parse().ok() }
}

/// A number as it stands in the field: none raised leaves it empty.
pub(crate) fn written(count: u16) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}
