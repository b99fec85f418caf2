//! The app once more, as readers of the partner's page will see it.

use super::{context::use_builder, fields::RadioOption};
use crate::{
    browser::{focus, preview},
    components::{button::Button, use_messages},
    domain::embed_options::{Height, reported_height},
    i18n::key,
    state::memo::memo,
};
use leptos::prelude::*;

/// The id of the heading, where the focus goes once the preview is shown.
const TITLE: &str = "embed-preview-title";
/// The id of the frame.
const FRAME: &str = "embed-frame";

/// How high the frame is before the app in it has told how high it wants to be, in CSS pixels.
const INITIAL_HEIGHT: usize = 600;

/// The preview, which fetches nothing before somebody asks for it.
#[component]
pub(super) fn Preview() -> impl IntoView {
    let messages = use_messages();
    let shown = RwSignal::new(false);
    let show = move |_| {
        shown.set(true);
        // The button goes, and the focus with it.
        request_animation_frame(|| {
            focus::focus(TITLE, false);
        });
    };
    let content = move || {
        if shown.get() {
            view! { <OpenPreview/> }.into_any()
        } else {
            view! {
                <p>{messages.text(key::EMBED_PREVIEW_HINT)}</p>
                <Button label=key::EMBED_PREVIEW_SHOW variant="button--plain" id="preview" on_click=show/>
            }
            .into_any()
        }
    };
    view! {
        <section>
            <h2 id=TITLE>{messages.text(key::EMBED_PREVIEW_TITLE)}</h2>
            <div id="embed-preview">{content}</div>
        </section>
    }
}

/// The frame, and the choice how wide it is.
#[component]
fn OpenPreview() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let address = builder
        .settled(|settled| settled.options.preview(&settled.base(), settled.deployment.origin()));
    let full_width = builder.full_width;
    view! {
        <fieldset class="answers">
            <legend class="field__hint">{messages.text(key::EMBED_WIDTH)}</legend>
            <div class="answers__pair">
                <RadioOption
                    name="width"
                    value="phone"
                    label=messages.text(key::EMBED_WIDTH_PHONE)
                    checked=memo(move || !full_width.get())
                    on_choose=move |()| full_width.set(false)
                />
                <RadioOption
                    name="width"
                    value="full"
                    label=messages.text(key::EMBED_WIDTH_FULL)
                    checked=memo(move || full_width.get())
                    on_choose=move |()| full_width.set(true)
                />
            </div>
        </fieldset>
        <p class="field__hint">{messages.text(key::EMBED_PREVIEW_HERE)}</p>
        <div>
            // A new frame for every address: an old one going elsewhere would be a step for "back".
            <For each=move || [address.get()] key=String::clone let:address>
                <PreviewFrame address=address/>
            </For>
        </div>
    }
}

/// The frame for one address.
#[component]
fn PreviewFrame(
    /// The address.
    address: String,
) -> impl IntoView {
    let builder = use_builder();
    let reported = RwSignal::new(INITIAL_HEIGHT);
    Effect::new(move |_| {
        let listener = preview::listen(FRAME, move |kind, version, height| {
            if let Some(height) = reported_height(kind, version, height) {
                reported.set(height);
            }
        });
        on_cleanup(move || listener.remove());
    });
    let chosen = builder.settled(|settled| settled.options.height());
    let height = move || match chosen.get() {
        Height::Fixed(pixels) => pixels.to_string(),
        Height::Auto => reported.get().to_string(),
        Height::Unclear => INITIAL_HEIGHT.to_string(),
    };
    let full_width = builder.full_width;
    view! {
        <iframe
            id=FRAME
            src=address
            title=use_messages().text(key::EMBED_PREVIEW_FRAME)
            // As wide as a phone, in CSS pixels, or as its place.
            width=move || if full_width.get() { "100%" } else { "360" }
            height=height
        ></iframe>
    }
}
