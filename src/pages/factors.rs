//! What helped and what was learned, by the dimensions of the check, and who tells of it.

use crate::{
    components::{
        block_elsewhere::BlockElsewhere,
        details_section::DetailsSection,
        heading::Heading,
        link::Link,
        page_title::use_page_title,
        rich_text::{RichText, SeenTerms, use_text_renderer},
        use_library, use_messages,
        view::each,
    },
    domain::{assessment::definition::Dimension, route::Route},
    i18n::key,
};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn FactorsPage(
    /// The dimension that stands open.
    at: Option<String>,
) -> impl IntoView {
    let (messages, library) = (use_messages(), use_library());
    use_page_title(messages.text(key::FACTORS_TITLE).to_owned());
    let all = library.corpus.cases().len().to_string();
    let dimensions = each(&library.checklist.dimensions, |dimension| {
        let count = library.corpus.supporting(&dimension.id).len();
        view! {
            <DetailsSection
                id=dimension.id.clone()
                open=at.as_ref() == Some(&dimension.id)
                label=dimension.label.clone()
                count=messages.count_with(key::SHARED_IN, count, &[("all", &all)])
            >
                <Factors dimension=dimension/>
            </DetailsSection>
        }
    });
    view! {
        <section class="page">
            <Heading>{messages.text(key::FACTORS_TITLE)}</Heading>
            <p class="lead">{messages.text(key::FACTORS_LEAD)}</p>
            <p class="ways">
                <Link to=Route::Difficulties { at: None }>{messages.text(key::FACTORS_TO_DIFFICULTIES)}</Link>
            </p>
            {dimensions}
        </section>
    }
}

/// Why a dimension matters, and every factor and lesson on it.
#[component]
fn Factors(
    /// The dimension.
    dimension: &'static Dimension,
) -> impl IntoView {
    // Explained anew under each dimension, because each is opened by itself.
    let seen = SeenTerms::default();
    let why = use_text_renderer().explained(&dimension.why, "", &seen);
    let factors = use_library().corpus.cases().iter().flat_map(move |case| {
        let on_it = case.blocks.iter().filter(|block| block.dimensions.contains(&dimension.id));
        on_it.map(move |block| (case, block))
    });
    let blocks = each(factors, |(case, block)| {
        view! { <BlockElsewhere case=case block=block seen=seen.clone()/> }
    });
    view! {
        <p class="fold__why"><RichText html=why/></p>
        <ol class="blocks">{blocks}</ol>
    }
}
