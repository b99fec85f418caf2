//! Erasing, in two taps: the first one only asks.

use super::news::NEWS;
use crate::{
    browser::focus,
    components::{button::Button, use_messages},
    domain::assessment::store::EraseScope,
    i18n::{Key, key},
    state::{
        assessments::{Assessments, use_assessments},
        render::{Hosting, use_render_context},
    },
};
use leptos::prelude::*;

/// The id of the question whether to erase, where the focus goes when it is asked.
const ERASE_QUESTION: &str = "erase-question";

/// The id of the button that asks whether to erase a check; of an empty id, whether to erase everything.
pub(super) fn erase_button_id(check_id: &str) -> String {
    ["erase-", check_id].concat()
}

/// Asks whether to erase.
pub(super) fn ask(check: Assessments, what: EraseScope) {
    check.dialogs.update(|dialogs| dialogs.asking = Some(what));
    focus::focus_when_drawn(ERASE_QUESTION);
}

/// The question whether to erase; the second tap does it.
#[component]
pub(super) fn EraseQuestion(
    /// The question.
    text: Key,
    /// What would be erased.
    what: EraseScope,
) -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let button_id = match &what {
        EraseScope::One(id) => erase_button_id(id),
        EraseScope::All => erase_button_id(""),
    };
    let erase = move |_| {
        check.erase(&what);
        focus::focus_when_drawn(NEWS);
    };
    let cancel = move |_| {
        check.dialogs.update(|dialogs| dialogs.asking = None);
        focus::focus_when_drawn(button_id.clone());
    };
    view! {
        <div class="erase">
            <p id=ERASE_QUESTION>{messages.text(text)}</p>
            <Button label=key::ERASE_YES on_click=erase/>
            " "
            <Button label=key::ERASE_NO variant="button--plain" on_click=cancel/>
        </div>
    }
}

/// Erases everything, where there is something; not where somebody may have laid something over the button.
#[component]
pub(super) fn EraseAll() -> impl IntoView {
    let (messages, check) = (use_messages(), use_assessments());
    let is_embedded = use_render_context().hosting == Hosting::Embedded;
    let is_empty = check.derive(|held| held.assessments.is_empty() && held.quarantine.is_none());
    let is_asked = check.derive_dialog(|dialogs| dialogs.asking == Some(EraseScope::All));
    let content = move || {
        if is_asked.get() {
            view! { <EraseQuestion text=key::ERASE_ASK what=EraseScope::All/> }.into_any()
        } else {
            view! {
                <p class="actions">
                    <Button
                        label=key::ERASE_START
                        variant="button--plain"
                        id=erase_button_id("")
                        on_click=move |_| ask(check, EraseScope::All)
                    />
                </p>
            }
            .into_any()
        }
    };
    move || {
        if is_empty.get() {
            ().into_any()
        } else if is_embedded {
            view! { <p class="small">{messages.text(key::ERASE_GUEST)}</p> }.into_any()
        } else {
            content.into_any()
        }
    }
}
