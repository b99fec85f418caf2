//! What the app tells above a page.

use super::{button::Button, use_messages};
use crate::i18n::{Key, Lang, key};
use leptos::{children::Children, prelude::*};

/// A notice, perhaps with something to do about it.
#[component]
fn Notice(
    /// What it says.
    text: String,
    /// Whether a screen reader reads it out when it appears.
    #[prop(optional)]
    announced: bool,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="notice notice--action" role=announced.then_some("status")>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}

/// A text of the interface, as a notice takes it.
fn text(key: Key) -> String {
    use_messages().text(key).to_owned()
}

/// The app can be put on the home screen.
#[component]
pub(crate) fn InstallNotice(
    /// Called with whether the person wants it.
    #[prop(into)]
    on_answer: Callback<bool>,
) -> impl IntoView {
    view! {
        <Notice text=text(key::INSTALL_TEXT)>
            <Button label=key::INSTALL_YES id="install" on_click=move |_| on_answer.run(true)/>
            <Button label=key::INSTALL_NO id="install-no" variant="button--plain" on_click=move |_| on_answer.run(false)/>
        </Notice>
    }
}

/// A newer version has arrived and waits for consent.
#[component]
pub(crate) fn UpdateNotice(
    /// Uses it.
    #[prop(into)]
    on_use: Callback<()>,
) -> impl IntoView {
    view! {
        <Notice text=text(key::UPDATE_READY) announced=true>
            <Button label=key::UPDATE_USE id="update" on_click=move |_| on_use.run(())/>
        </Notice>
    }
}

/// A part of the app is being fetched; what was on the screen stays until it is there.
#[component]
pub(crate) fn LoadingNotice() -> impl IntoView {
    view! { <Notice text=text(key::LATER_FETCHING) announced=true/> }
}

/// The texts of the cases could not be fetched, so the search does without.
#[component]
pub(crate) fn NoTextsNotice(
    /// Fetches them again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    view! {
        <Notice text=text(key::LATER_NO_TEXTS) announced=true>
            <Button label=key::LATER_AGAIN id="fetch-again" on_click=move |_| retry.run(())/>
        </Notice>
    }
}

/// The language that was asked for could not be fetched.
#[component]
pub(crate) fn LanguageMissingNotice(
    /// The language.
    lang: Lang,
    /// Fetches it again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let text = use_messages().fill(key::LANGUAGE_MISSING, &[("lang", lang.tag())]);
    view! {
        <Notice text=text announced=true>
            <Button label=key::LATER_AGAIN id="fetch-language" on_click=move |_| retry.run(())/>
        </Notice>
    }
}

/// There is nothing in the language that was asked for.
#[component]
pub(crate) fn LanguageUnknownNotice(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = use_messages().fill(key::LANGUAGE_UNKNOWN, &[("lang", lang.tag())]);
    view! { <Notice text=text announced=true/> }
}

/// Something in the link that led here could not be understood.
#[component]
pub(crate) fn LeftOutNotice(
    /// What could not.
    texts: Vec<String>,
) -> impl IntoView {
    let messages = use_messages();
    let quoted = texts.iter().map(|text| messages.fill(key::QUOTED, &[("text", text)]));
    let values = quoted.collect::<Vec<_>>().join(", ");
    let text = messages.fill(key::LINK_LEFT_OUT, &[("values", &values)]);
    view! { <Notice text=text announced=true/> }
}
