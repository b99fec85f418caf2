//! How high the frame is.

use super::{context::use_builder, fields::SelectField};
use crate::{
    components::{live_text::LiveText, use_messages},
    domain::embed_options::{EmbedBuilder, HEIGHTS, Height, PRESETS},
    i18n::{Key, key},
    state::memo::memo,
};
use leptos::prelude::*;

/// The choice of a height, and the field for another one.
#[component]
pub(super) fn Size() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let preset = |(id, pixels): (&str, usize)| {
        (id.to_owned(), messages.fill(preset_label(id), &[("n", &pixels.to_string())]))
    };
    let mut options = vec![("auto".to_owned(), messages.text(key::EMBED_SIZE_AUTO).to_owned())];
    options.extend(PRESETS.map(preset));
    options.push(("other".to_owned(), messages.text(key::EMBED_SIZE_OTHER).to_owned()));
    view! {
        <fieldset class="answers--setup">
            <legend>{messages.text(key::EMBED_SIZE)}</legend>
            <div class="field">
                <SelectField
                    name="size"
                    label=messages.text(key::EMBED_HEIGHT)
                    hint=messages.text(key::EMBED_SIZE_HINT)
                    options=options
                    selected=builder.initial().size
                    on_choose=move |size: String| builder.choose("size", &size)
                />
            </div>
            <OtherHeight/>
        </fieldset>
    }
}

fn preset_label(id: &str) -> Key {
    match id {
        "phone" => key::EMBED_SIZE_PHONE,
        "column" => key::EMBED_SIZE_COLUMN,
        _ => key::EMBED_SIZE_PAGE,
    }
}

/// A height in pixels that is typed.
#[component]
fn OtherHeight() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let is_other = builder.derived(|now| now.options.size == "other");
    let is_wrong = builder.settled(is_wrong);
    let (least, most) = HEIGHTS;
    let (least, most) = (least.to_string(), most.to_string());
    let text = messages.fill(key::EMBED_HEIGHT_FAULT, &[("least", &least), ("most", &most)]);
    let fault = memo(move || if is_wrong.get() { text.clone() } else { String::new() });
    view! {
        <div class="field" id="embed-other-field" hidden=move || !is_other.get()>
            <label for="embed-other">{messages.text(key::EMBED_OTHER)}</label>
            <input
                id="embed-other"
                type="number"
                inputmode="numeric"
                min=least
                max=most
                step="1"
                name="other"
                aria-describedby="embed-other-said"
                aria-invalid=move || if is_wrong.get() { "true" } else { "false" }
                value=builder.initial().other
                on:input=move |event| builder.choose("other", &event_target_value(&event))
            />
            <p class="field__fault" id="embed-other-said" role="status"><LiveText text=fault/></p>
        </div>
    }
}

/// Whether something was typed that is no height.
fn is_wrong(now: &EmbedBuilder) -> bool {
    now.options.height() == Height::Unclear && !now.options.other.is_empty()
}
