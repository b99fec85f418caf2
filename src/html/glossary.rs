//! All local terms, in alphabetical order.

use super::{
    Desk,
    parts::{explained, heading, since},
};
use crate::domain::{glossary::Seen, words::key};
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
                        dd { (explained(desk, &term.text, &mut Seen::only(term))) }
                        @if let Some(now) = &term.now { dd { (since(now)) } }
                    }
                }
            }
        }
    }
    .into_string()
}
