//! What is kept on this phone, said honestly; the app looks and fills in what it finds.

use super::{
    Act,
    parts::{button, heading},
};
use crate::domain::words::key;
use maud::html;

/// The element that says what was found.
pub const FOUND: &str = "found";

/// The page.
pub fn page() -> String {
    html! {
        section .page .prose {
            (heading(key::OFFLINE_TITLE.text()))
            p .notice role="status" id=(FOUND) { (key::OFFLINE_LOOKING.text()) }
            p { (button(Act::Look, "", key::OFFLINE_LOOK)) }
            h2 { (key::OFFLINE_HOW_TITLE.text()) }
            p { (key::OFFLINE_HOW.text()) }
            h2 { (key::OFFLINE_FRAME_TITLE.text()) }
            p { (key::OFFLINE_FRAME.text()) }
        }
    }
    .into_string()
}
