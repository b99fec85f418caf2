//! What has just become of the checks, and texts that could not be read.

use crate::{
    browser::{download, focus},
    components::{
        button::Button, heading::HEADING, live_text::LiveText, use_messages, view::maybe,
    },
    domain::assessment::{
        saved::Unreadable,
        store::{self, AssessmentStore},
    },
    i18n::{Messages, key},
    state::{
        assessments::use_assessments,
        memo::memo,
        render::{Hosting, use_render_context},
    },
};
use leptos::prelude::*;

/// The id of what has just happened, where the focus goes when something has.
pub(super) const NEWS: &str = "news";

/// What has just happened, and the way back from erasing.
#[component]
pub(super) fn News() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let text = check.derive_dialog(move |dialogs| {
        dialogs.news.as_ref().map(|news| news_text(messages, news)).unwrap_or_default()
    });
    let is_quiet = memo(move || text.with(String::is_empty));
    let can_undo = check.derive(AssessmentStore::can_undo);
    let undo = move |_| {
        check.undo();
        focus::focus_when_drawn(NEWS);
    };
    let way_back = move || {
        if can_undo.get() {
            view! { <p class="actions"><Button label=key::NEWS_UNDO on_click=undo/></p> }.into_any()
        } else {
            ().into_any()
        }
    };
    move || {
        if is_quiet.get() {
            return ().into_any();
        }
        view! {
            <div class="notice" role="status" id=NEWS>
                <p><LiveText text=text/></p>
                {way_back}
            </div>
        }
        .into_any()
    }
}

/// What has just happened, in words.
fn news_text(messages: Messages, news: &store::News) -> String {
    let key = match news {
        store::News::Erased => key::NEWS_ERASED,
        store::News::Gone => key::NEWS_GONE,
        store::News::Restored => key::NEWS_RESTORED,
        store::News::Read { new, known, lost } => {
            let read = match (new, known) {
                (0, 0) => messages.text(key::NEWS_READ_NONE).to_owned(),
                (0, _) => messages.text(key::NEWS_READ_KNOWN).to_owned(),
                (new, _) => messages.count(key::NEWS_READ, *new),
            };
            if lost.is_empty() {
                return read;
            }
            let lost = messages.fill(key::NEWS_LOST, &[("what", &lost.join(", "))]);
            return [&read, " ", &*lost].concat();
        }
        store::News::Refused(Some(Unreadable::Newer)) => key::NEWS_NEWER,
        store::News::Refused(Some(Unreadable::Foreign)) => key::NEWS_FOREIGN,
        store::News::Refused(Some(Unreadable::Broken)) => key::NEWS_BROKEN,
        store::News::Refused(None) => key::NEWS_NO_FILE,
    };
    messages.text(key).to_owned()
}

/// Texts that could not be read, whole or in part: they can be saved as a file, and then dropped.
#[component]
pub(super) fn Quarantine() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let is_embedded = use_render_context().hosting == Hosting::Embedded;
    let is_empty = check.derive(|held| held.quarantine.is_none());
    let save = move |_| {
        if let Some(text) = check.store.with_untracked(|held| held.quarantine.clone()) {
            download::file("ashar-answers.txt", "text/plain", &text);
        }
    };
    let drop = move |_| {
        check.clear_quarantine();
        focus::focus_when_drawn(HEADING);
    };
    move || {
        if is_empty.get() {
            return ().into_any();
        }
        // Where somebody may have laid something over the button, no tap destroys anything.
        let dropping = (!is_embedded).then(|| {
            view! { <Button label=key::SET_ASIDE_DROP variant="button--plain" on_click=drop/> }
        });
        view! {
            <div class="notice" role="alert">
                <p>{messages.text(key::SET_ASIDE_TEXT)}</p>
                <p class="actions">
                    <Button label=key::SET_ASIDE_FETCH on_click=save/>
                    " "
                    {maybe(dropping)}
                </p>
            </div>
        }
        .into_any()
    }
}
