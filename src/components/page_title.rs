//! The title of the page, shown in the tab and read first by a screen reader.

use super::use_messages;
use crate::{
    browser::dom,
    i18n::{Key, key},
};
use leptos::prelude::*;

/// Gives the page this title, with the name of the app behind it, for as long as the screen that asks for it stands.
pub(crate) fn use_page_title(title: impl Into<Signal<String>>) {
    let (messages, title) = (use_messages(), title.into());
    Effect::new(move |_| {
        dom::set_title(&title.with(|title| messages.fill(key::TITLE_PAGE, &[("page", title)])));
    });
}

/// The same for the screen that the app opens with, whose title has the name of the app in it.
pub(crate) fn use_app_title(title: Key) {
    let messages = use_messages();
    Effect::new(move |_| dom::set_title(messages.text(title)));
}
