//! What the app tells above a page.

use super::{Act, parts::button};
use crate::domain::words::key;
use maud::html;

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
