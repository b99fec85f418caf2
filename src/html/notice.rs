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
