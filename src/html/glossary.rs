//! All local terms, in alphabetical order.

use super::{
    Desk,
    parts::{heading, since},
};
use crate::domain::words::key;
use maud::html;

/// The page.
pub fn page(desk: Desk<'_>) -> String {
    html! {
        section .page {
            (heading(key::GLOSSARY_TITLE.text()))
            p .lead { (key::GLOSSARY_LEAD.text()) }
            dl .glossary {
                @for term in desk.library.glossary.terms() {
                    div id=(term.id) {
                        dt { (term.term) }
                        dd { (term.text) }
                        @if let Some(now) = &term.now { dd { (since(now)) } }
                    }
                }
            }
        }
    }
    .into_string()
}
