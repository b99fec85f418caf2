//! What is kept on this phone, said honestly; the app looks and fills in what it finds.

use super::{
    Act,
    parts::{button, heading},
};
use crate::domain::{part::Part, words::key};
use maud::html;

/// The element that says what was found.
pub const FOUND: &str = "found";

/// The element that says what is not stored yet.
pub const REST: &str = "rest";

/// What is not stored yet, and the way to it; nothing where all is.
pub fn rest(missing: &[Part]) -> String {
    let name = |part: &Part| match part {
        Part::Cases => key::OFFLINE_PART_CASES,
        Part::Check => key::OFFLINE_PART_CHECK,
        Part::About => key::OFFLINE_PART_ABOUT,
        Part::Embed => key::OFFLINE_PART_EMBED,
        Part::Words => key::OFFLINE_PART_WORDS,
    };
    html! {
        @if missing.is_empty() {
            p { (key::OFFLINE_ALL.text()) }
        } @else {
            p { (key::OFFLINE_REST.text()) }
            ul { @for part in missing { li { (name(part).text()) } } }
            p { (button(Act::KeepAll, "", key::OFFLINE_KEEP_ALL)) }
        }
    }
    .into_string()
}

/// The page of the app in one file, which stores nothing of itself.
pub fn page_in_one_file() -> String {
    html! {
        section .page .prose {
            (heading(key::OFFLINE_TITLE.text()))
            p .notice { (key::FILE_HERE.text()) }
        }
    }
    .into_string()
}

/// The page.
pub fn page() -> String {
    html! {
        section .page .prose {
            (heading(key::OFFLINE_TITLE.text()))
            p .notice role="status" id=(FOUND) { (key::OFFLINE_LOOKING.text()) }
            div id=(REST) {}
            p { (button(Act::Look, "", key::OFFLINE_LOOK)) }
            h2 { (key::OFFLINE_HOW_TITLE.text()) }
            p { (key::OFFLINE_HOW.text()) }
            h2 { (key::OFFLINE_HOME_TITLE.text()) }
            p { (key::OFFLINE_HOME.text()) }
            h2 { (key::OFFLINE_FRAME_TITLE.text()) }
            p { (key::OFFLINE_FRAME.text()) }
        }
    }
    .into_string()
}
