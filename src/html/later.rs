//! What stands on the screen while a part of the app is fetched, and when it cannot be.

use super::{
    Act,
    parts::{button, heading, link},
};
use crate::domain::{route::Route, words::key};
use maud::html;

/// A part is being fetched; what was on the screen stays until it is there.
pub fn coming() -> String {
    html! { div .notice .notice--action role="status" { p { (key::LATER_FETCHING.text()) } } }
        .into_string()
}

/// The texts of the cases could not be fetched, so the search does without.
pub fn no_texts() -> String {
    html! {
        div .notice .notice--action role="status" {
            p { (key::LATER_NO_TEXTS.text()) }
            (button(Act::FetchAgain, "", key::LATER_AGAIN))
        }
    }
    .into_string()
}

/// A part could not be fetched.
pub fn missing() -> String {
    html! {
        section .page .prose {
            (heading(key::LATER_TITLE.text()))
            p { (key::LATER_TEXT.text()) }
            p { (button(Act::FetchAgain, "", key::LATER_AGAIN)) }
            ul .ways {
                li { (link(&Route::home(), key::NOT_FOUND_TO_CASES.text())) }
                li { (link(&Route::Offline, key::ABOUT_TO_OFFLINE.text())) }
            }
        }
    }
    .into_string()
}
