//! What every part of a case page needs: the case, and the search whose words are marked in it.

use crate::{
    components::rich_text::{Html, SeenTerms, use_text_renderer},
    domain::{case::CaseStudy, route::Route},
};
use leptos::prelude::*;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// The context of a case page.
#[derive(Clone)]
pub(super) struct CaseContext {
    /// The case.
    pub(super) study: &'static CaseStudy,
    query: Arc<str>,
    has_marks: Arc<AtomicBool>,
    /// The terms that are explained already in the story.
    pub(super) seen: SeenTerms,
}

impl CaseContext {
    /// A case with the words of a search marked; an empty search marks nothing.
    pub(super) fn new(study: &'static CaseStudy, query: &str) -> Self {
        Self { study, query: query.into(), has_marks: Arc::default(), seen: SeenTerms::default() }
    }

    /// Whether a text that was made so far has marks.
    pub(super) fn has_marks(&self) -> bool {
        self.has_marks.load(Ordering::Relaxed)
    }

    /// A text with the words of the search marked.
    pub(super) fn marked(&self, text: &str) -> Html {
        self.noted(use_text_renderer().marked(text, &self.query))
    }

    /// A text with the words of the search marked and the terms explained that are not yet in `seen`.
    pub(super) fn explained(&self, text: &str, seen: &SeenTerms) -> Html {
        self.noted(use_text_renderer().explained(text, &self.query, seen))
    }

    fn noted(&self, html: Html) -> Html {
        self.has_marks.fetch_or(html.has_marks(), Ordering::Relaxed);
        html
    }

    /// A section or block of this case; the marks stay on the way there.
    pub(super) fn route_to(&self, id: &str) -> Route {
        Route::marked(&self.study.slug, Some(id), &self.query)
    }
}

/// The case that is shown.
pub(super) fn use_case() -> CaseContext {
    expect_context()
}
