//! The cases at full length, what went wrong in them, and the words that they use.

use crate::{
    domain::{route::Route, words::key},
    embedded,
    html::{self, Desk},
    lazy::Screens,
    pages::{difficulties::DifficultiesPage, glossary::GlossaryPage},
    state::app::App,
    written::{desk, written},
};
use leptos::prelude::*;

/// The part.
struct Cases(App);

/// Reads the texts.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_cases(embedded::CASES);
    Box::leak(Box::new(Cases(app)))
}

impl Screens for Cases {
    fn page(&self, route: &Route) -> AnyView {
        match route {
            // Back to the list as it was left, with its search and filters.
            Route::Case { slug, query, .. } => self.0.list.with_value(|(list, _)| {
                written(html::case::page(Desk { query, ..desk() }, slug, list))
            }),
            Route::Difficulties { at } => view! { <DifficultiesPage at=at.clone()/> }.into_any(),
            _ => view! { <GlossaryPage/> }.into_any(),
        }
    }

    fn title(&self, route: &Route) -> Option<String> {
        match route {
            Route::Case { slug, .. } => Some(match self.0.library.corpus.case(slug) {
                Some(case) => case.title.clone(),
                None => key::NOT_FOUND_TITLE.text().to_owned(),
            }),
            _ => None,
        }
    }
}
