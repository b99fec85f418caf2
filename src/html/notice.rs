//! What the app tells above a page.

use super::{Act, parts::button};
use crate::domain::words::key;
use maud::html;

/// The app can be put on the home screen.
pub fn install() -> String {
    html! {
        div .notice .notice--action {
            p { (key::INSTALL_TEXT.text()) }
            (button(Act::Install, "", key::INSTALL_YES))
            (button(Act::InstallNo, "button--plain", key::INSTALL_NO))
        }
    }
    .into_string()
}

/// The language that was asked for could not be fetched. `lang`: its tag.
pub fn no_language(lang: &str) -> String {
    html! {
        div .notice .notice--action role="status" {
            p { (key::LANGUAGE_MISSING.with(&[("lang", lang)])) }
            (button(Act::FetchAgain, "", key::LATER_AGAIN))
        }
    }
    .into_string()
}

/// There is nothing in the language that was asked for. `lang`: its tag.
pub fn unknown_language(lang: &str) -> String {
    html! {
        div .notice role="status" { p { (key::LANGUAGE_UNKNOWN.with(&[("lang", lang)])) } }
    }
    .into_string()
}

/// A newer version has arrived and waits for consent.
pub fn update() -> String {
    html! {
        div .notice .notice--action role="status" {
            p { (key::UPDATE_READY.text()) }
            (button(Act::Update, "", key::UPDATE_USE))
        }
    }
    .into_string()
}
