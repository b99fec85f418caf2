//! The cases at full length, what went wrong in them, and the words that they use.

use crate::{
    browser::control::Control,
    domain::{library::Library, route::Route, words::key},
    html::{self, Act, Desk},
    lazy::Screens,
    state::app::App,
    written::{desk, written},
};
use leptos::prelude::*;

/// The part.
struct Cases(App);

/// The screens.
pub(crate) fn begin(app: App) -> &'static dyn Screens {
    Box::leak(Box::new(Cases(app)))
}

impl Screens for Cases {
    fn take_in(&self, library: &Library, json: &str) -> Option<()> {
        library.take_in_cases(json).ok()
    }

    fn page(&self, route: &Route) -> AnyView {
        let desk = desk();
        written(match route {
            // Back to the list as it was left, with its search and filters.
            Route::Case { slug, query, .. } => self
                .0
                .list
                .with_value(|(list, _)| html::case::page(Desk { query, ..desk }, slug, list)),
            Route::Difficulties { at } => html::difficulties::page(desk, at.as_deref()),
            _ => html::glossary::page(desk),
        })
    }

    fn title(&self, route: &Route) -> String {
        match route {
            Route::Case { slug, .. } => match self.0.library().corpus.case(slug) {
                Some(case) => case.title.clone(),
                None => key::NOT_FOUND_TITLE.text().to_owned(),
            },
            Route::Difficulties { .. } => key::DIFFICULTIES_TITLE.text().to_owned(),
            _ => key::GLOSSARY_TITLE.text().to_owned(),
        }
    }

    fn perform(&self, _: Act, _: &web_sys::Event, _: &Control) {}
}
