//! What went wrong, kind by kind, and how each case met it.

use crate::{
    components::{
        block_elsewhere::BlockElsewhere, details_section::DetailsSection, heading::Heading,
        link::Link, page_title::use_page_title, rich_text::SeenTerms, use_library, use_messages,
        view::each,
    },
    domain::{case::Section, route::Route, vocabulary::Facet},
    i18n::key,
};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn DifficultiesPage(
    /// The kind of trouble that stands open.
    at: Option<String>,
) -> impl IntoView {
    let (messages, library) = (use_messages(), use_library());
    use_page_title(messages.text(key::DIFFICULTIES_TITLE).to_owned());
    let all = library.corpus.cases().len().to_string();
    let kinds =
        each(library.corpus.common(Facet::Obstacle, &library.vocabulary), |(value, count)| {
            view! {
                <DetailsSection
                    id=value.id.clone()
                    open=at.as_ref() == Some(&value.id)
                    label=value.label.clone()
                    count=messages.count_with(key::SHARED_IN, count, &[("all", &all)])
                >
                    <Obstacles kind=&value.id/>
                </DetailsSection>
            }
        });
    view! {
        <section class="page">
            <Heading>{messages.text(key::DIFFICULTIES_TITLE)}</Heading>
            <p class="lead">{messages.text(key::DIFFICULTIES_LEAD)}</p>
            <p class="ways">
                <Link to=Route::Factors { at: None }>{messages.text(key::DIFFICULTIES_TO_FACTORS)}</Link>
            </p>
            {kinds}
        </section>
    }
}

/// Every obstacle of a kind.
#[component]
fn Obstacles(
    /// The id of the kind.
    kind: &'static str,
) -> impl IntoView {
    // Explained anew under each kind, because each is opened by itself.
    let seen = SeenTerms::default();
    let obstacles = use_library().corpus.cases().iter().flat_map(move |case| {
        let of_kind = case.section(Section::Obstacles).filter(move |block| block.kind == kind);
        of_kind.map(move |block| (case, block))
    });
    let blocks = each(obstacles, |(case, block)| {
        view! { <BlockElsewhere case=case block=block seen=seen.clone()/> }
    });
    view! { <ol class="blocks">{blocks}</ol> }
}
