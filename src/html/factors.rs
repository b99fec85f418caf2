//! What helped and what was learned, by the dimensions of the check, and who tells of it.

use super::{
    Desk,
    parts::{explained, fold, heading, link, told_by},
};
use crate::domain::{checklist::definition::Dimension, glossary::Seen, route::Route, words::key};
use maud::{Markup, html};

/// The page, with one dimension opened.
pub fn page(desk: Desk<'_>, at: Option<&str>) -> String {
    let library = desk.library;
    let all = library.corpus.cases().len().to_string();
    html! {
        section .page {
            (heading(key::FACTORS_TITLE.text()))
            p .lead { (key::FACTORS_LEAD.text()) }
            p .ways { (link(&Route::Difficulties { at: None }, key::FACTORS_TO_DIFFICULTIES.text())) }
            @for dimension in &library.checklist.dimensions {
                @let count = library.corpus.supporting(&dimension.id).len();
                (fold(
                    &dimension.id,
                    at == Some(&dimension.id),
                    &dimension.label,
                    &key::SHARED_BY.with(count, &[("all", &all)]),
                    &blocks(desk, dimension),
                ))
            }
        }
    }
    .into_string()
}

fn blocks(desk: Desk<'_>, dimension: &Dimension) -> Markup {
    // Explained anew under each dimension, because each is opened by itself.
    let mut seen = Seen::default();
    html! {
        p .fold__why { (explained(desk, &dimension.why, &mut seen)) }
        ol .blocks {
            @for case in desk.library.corpus.cases() {
                @for block in case.blocks.iter().filter(|block| block.dimensions.contains(&dimension.id)) {
                    (told_by(desk, case, block, &mut seen))
                }
            }
        }
    }
}
