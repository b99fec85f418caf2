//! An address that leads nowhere: says so, and offers ways on.

use super::parts::{heading, link, tunduk};
use crate::domain::{
    route::{Route, Step},
    words::key,
};
use maud::html;

/// For an unknown address.
pub fn page(address: &str) -> String {
    helpful(&key::NOT_FOUND_TEXT.with(&[("address", address)]))
}

/// For an address that names a case there is not.
pub fn no_case(slug: &str) -> String {
    helpful(&key::NOT_FOUND_CASE.with(&[("address", slug)]))
}

fn helpful(text: &str) -> String {
    html! {
        section .page .prose {
            (tunduk())
            (heading(key::NOT_FOUND_TITLE.text()))
            p { (text) }
            ul .ways {
                li { (link(&Route::home(), key::NOT_FOUND_TO_CASES.text())) }
                li { (link(&Route::Check(Step::Start), key::NOT_FOUND_TO_CHECK.text())) }
                li { (link(&Route::Glossary { at: None }, key::NOT_FOUND_TO_GLOSSARY.text())) }
            }
        }
    }
    .into_string()
}
