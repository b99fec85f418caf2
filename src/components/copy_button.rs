//! A button that copies the text of a field.

use super::{
    status::{Status, StatusText},
    use_messages,
};
use crate::{
    browser::{focus, share},
    i18n::key,
};
use leptos::{prelude::*, task::spawn_local};

/// Copies the text of a field and says so. Where the browser refuses, the text is selected, and the person is told to copy it
/// by hand.
#[component]
pub(crate) fn CopyButton(
    /// The id of the text area that shows the text; the button's own id is the same with `-copy` behind it.
    field: &'static str,
    /// The id of what describes the text.
    described_by: String,
    /// The text.
    text: Memo<String>,
) -> impl IntoView {
    let messages = use_messages();
    let said = StatusText::new();
    let copy = move |_| {
        let copying = text.with_untracked(|text| share::copy(text));
        spawn_local(async move {
            let copied = match copying {
                Some(copying) => copying.await.is_ok(),
                None => false,
            };
            if !copied {
                focus::select(field);
            }
            said.say(messages.text(if copied { key::EMBED_COPIED } else { key::EMBED_BY_HAND }));
        });
    };
    view! {
        <div>
            <button
                id=[field, "-copy"].concat()
                class="button"
                type="button"
                aria-describedby=described_by
                on:click=copy
            >
                {messages.text(key::EMBED_COPY)}
            </button>
            <Status text=said class="case__said"/>
        </div>
    }
}
