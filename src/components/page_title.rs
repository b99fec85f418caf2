//! The title of the page, shown in the tab and read first by a screen reader.

use super::use_messages;
use crate::{browser::page, i18n::key};
use leptos::prelude::*;

/// Gives the page this title, with the name of the app behind it, for as long as the screen that asks for it stands.
pub(crate) fn use_page_title(title: impl Into<Signal<String>>) {
    let (messages, title) = (use_messages(), title.into());
    Effect::new(move |_| {
        page::title(&title.with(|title| messages.fill(key::TITLE_PAGE, &[("page", title)])));
    });
}
