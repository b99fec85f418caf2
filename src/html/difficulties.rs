//! What went wrong, kind by kind, and how each case met it.

use super::{
    Desk,
    parts::{fold, heading, link, told_by},
};
use crate::domain::{
    case::Section,
    glossary::Seen,
    route::Route,
    vocabulary::{Facet, Value},
    words::key,
};
use maud::{Markup, html};

/// The page, with one kind of trouble opened.
pub fn page(desk: Desk<'_>, at: Option<&str>) -> String {
    let library = desk.library;
    let all = library.corpus.cases().len().to_string();
    html! {
        section .page {
            (heading(key::DIFFICULTIES_TITLE.text()))
            p .lead { (key::DIFFICULTIES_LEAD.text()) }
            p .ways { (link(&Route::Factors { at: None }, key::DIFFICULTIES_TO_FACTORS.text())) }
            @for (value, count) in library.corpus.common(Facet::Obstacle, &library.vocabulary) {
                (fold(
                    &value.id,
                    at == Some(&value.id),
                    &value.label,
                    &key::SHARED_BY.with(count, &[("all", &all)]),
                    &blocks(desk, value),
                ))
            }
        }
    }
    .into_string()
}

fn blocks(desk: Desk<'_>, value: &Value) -> Markup {
    // Explained anew under each kind, because each is opened by itself.
    let mut seen = Seen::default();
    html! {
        ol .blocks {
            @for case in desk.library.corpus.cases() {
                @for block in case.section(Section::Obstacles).filter(|block| block.kind == value.id) {
                    (told_by(desk, case, block, &mut seen))
                }
            }
        }
    }
}
