//! Whether the code follows new releases.

use super::{context::use_builder, fields::RadioOption};
use crate::{
    components::{live_text::LiveText, use_messages},
    domain::embed_options::{PinnedRelease, RELEASE},
    i18n::{Messages, key},
};
use leptos::prelude::*;

/// The choice between the release of any day and the present one; in a copy that its host never changes there is none.
#[component]
pub(super) fn Release() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let kept_copy = builder.derived(|now| now.deployment.release.clone()).get_untracked();
    let content = match kept_copy {
        Some(release) => {
            let text = messages.fill(key::EMBED_HERE_KEPT, &[("version", &release)]);
            view! { <p class="notice">{text}</p> }.into_any()
        }
        None => view! { <ReleaseChoice/> }.into_any(),
    };
    view! {
        <fieldset class="answers answers--setup">
            <legend>{messages.text(key::EMBED_RELEASE)}</legend>
            {content}
        </fieldset>
    }
}

/// The choice, and what the host has answered.
#[component]
fn ReleaseChoice() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let is_missing = builder.derived(|now| now.pinned_release == PinnedRelease::Missing);
    let frozen = builder.derived(|now| now.options.frozen);
    let answer = builder.derived(move |now| answer(messages, now.pinned_release));
    let version = [("version", RELEASE)];
    let offer = move || {
        view! {
            <RadioOption
                name="release"
                value="frozen"
                label=messages.fill(key::EMBED_FROZEN, &version)
                hint=messages.fill(key::EMBED_FROZEN_HINT, &version)
                checked=frozen
                on_choose=move |()| builder.choose("release", "frozen")
            />
        }
    };
    view! {
        <div id="embed-releases">
            <RadioOption
                name="release"
                value="current"
                label=messages.text(key::EMBED_CURRENT)
                hint=messages.text(key::EMBED_CURRENT_HINT)
                checked=builder.derived(|now| !now.options.frozen)
                on_choose=move |()| builder.choose("release", "current")
            />
            {move || if is_missing.get() { ().into_any() } else { offer().into_any() }}
        </div>
        <p class="small" id="embed-kept" role="status"><LiveText text=answer/></p>
    }
}

/// What the host has answered, in words.
fn answer(messages: Messages, answer: PinnedRelease) -> String {
    match answer {
        PinnedRelease::Unknown => String::new(),
        PinnedRelease::Checking => messages.text(key::EMBED_KEPT_ASKING).to_owned(),
        PinnedRelease::Available => messages.fill(key::EMBED_KEPT_YES, &[("version", RELEASE)]),
        PinnedRelease::Missing => messages.text(key::EMBED_KEPT_NO).to_owned(),
        PinnedRelease::Unreachable => messages.text(key::EMBED_KEPT_UNREACHED).to_owned(),
    }
}
