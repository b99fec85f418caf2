//! What this is, where the facts come from, and what happens with what people enter: nothing.

use super::{
    Desk,
    parts::{heading, link},
};
use crate::domain::{route::Route, words::key};
use maud::html;

/// The page.
pub fn page(desk: Desk<'_>) -> String {
    let parts = [
        (key::ABOUT_WHAT_TITLE, key::ABOUT_WHAT),
        (key::ABOUT_SOURCE_TITLE, key::ABOUT_SOURCE),
        (key::ABOUT_DATE_TITLE, key::ABOUT_DATE),
        (key::ABOUT_NOTES_TITLE, key::ABOUT_NOTES),
        (key::ABOUT_PRIVACY_TITLE, key::ABOUT_PRIVACY),
        (key::ABOUT_NAME_TITLE, key::ABOUT_NAME),
    ];
    let cases = desk.library.corpus.cases().len().to_string();
    html! {
        section .page .prose {
            (heading(key::ABOUT_TITLE.text()))
            @for (title, text) in parts {
                h2 { (title.text()) }
                p { (text.with(&[("n", &cases)])) }
            }
            p { (link(&Route::Offline, key::ABOUT_TO_OFFLINE.text())) }
        }
    }
    .into_string()
}
