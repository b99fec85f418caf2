//! The code, to be copied.

use super::{context::use_builder, summary};
use crate::{
    components::{
        copy_button::CopyButton,
        live_text::{LiveText, LiveTextArea},
        use_library, use_messages,
    },
    embed_snippet,
    i18n::{Key, key},
};
use leptos::prelude::*;

/// What was chosen in a line, and the code in its two forms.
#[component]
pub(super) fn Code() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let corpus = &use_library().corpus;
    let sum = builder.settled(move |settled| summary::sum(messages, corpus, settled));
    let element = builder.derived(move |now| {
        let title = summary::title(messages, corpus, &now.options);
        embed_snippet::custom_element(&now.options, &now.base(), &title)
    });
    let iframe = builder.derived(move |now| {
        let title = summary::title(messages, corpus, &now.options);
        embed_snippet::iframe(&now.options, &now.base(), &title)
    });
    view! {
        <section>
            <h2>{messages.text(key::EMBED_CODE)}</h2>
            <p class="notice" id="embed-said" role="status"><LiveText text=sum/></p>
            <CodeField
                id="embed-code-element"
                title=key::EMBED_ELEMENT
                hint=key::EMBED_ELEMENT_HINT
                code=element
            />
            <CodeField
                id="embed-code-frame"
                title=key::EMBED_FRAME
                hint=key::EMBED_FRAME_HINT
                code=iframe
            />
        </section>
    }
}

/// One form of the code, with the button that copies it.
#[component]
fn CodeField(
    /// The id of the field.
    id: &'static str,
    /// What the form is called.
    title: Key,
    /// For whom it is.
    hint: Key,
    /// The code.
    code: Memo<String>,
) -> impl IntoView {
    let messages = use_messages();
    let hint_id = [id, "-hint"].concat();
    view! {
        <section class="field">
            <label for=id>{messages.text(title)}</label>
            <p class="field__hint" id=hint_id.clone()>{messages.text(hint)}</p>
            <LiveTextArea id=id described_by=hint_id.clone() rows="6" text=code/>
            <CopyButton field=id described_by=hint_id text=code/>
        </section>
    }
}
