//! One case: facts at a glance, then its sections, every block with a link of its own.

mod actions;
mod block;
mod connections;
mod context;
mod contributions_chart;
mod figures;
mod glance;
mod marking_bar;
mod note;
mod section;

use self::{
    actions::CaseActions,
    context::{CaseContext, use_case},
    glance::Glance,
    marking_bar::MarkingBar,
    note::NotesAbout,
    section::{SectionView, sections_of},
};
use super::not_found::NoSuchCase;
use crate::{
    components::{
        heading::Heading,
        link::Link,
        page_title::use_page_title,
        place_line::place_line,
        rich_text::{RichText, SeenTerms},
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{case::CaseStudy, route::Route},
    i18n::key,
    state::render::use_render_context,
};
use leptos::prelude::*;

/// The page of a case, or a helpful one when there is none of that name.
#[component]
pub(crate) fn CasePage(
    /// The slug in the address.
    slug: String,
    /// The search whose words are marked; empty for none.
    query: String,
    /// The list that the reader came from.
    back: Route,
) -> impl IntoView {
    match use_library().corpus.case(&slug) {
        Some(case) => view! { <Case case=case query=query back=back/> }.into_any(),
        None => view! { <NoSuchCase slug=slug/> }.into_any(),
    }
}

/// The page of a case.
#[component]
fn Case(
    /// The case.
    case: &'static CaseStudy,
    /// The search whose words are marked; empty for none.
    query: String,
    /// The list that the reader came from.
    back: Route,
) -> impl IntoView {
    let messages = use_messages();
    use_page_title(case.title.clone());
    let context = CaseContext::new(case, &query);
    provide_context(context.clone());
    let date = messages.fill(
        key::CASE_DATE,
        &[("from", &messages.date(&case.period.0)), ("to", &messages.date(&case.period.1))],
    );
    let sections = each(sections_of(case), |(section, label)| {
        view! { <SectionView section=section label=label/> }
    });
    let content = view! {
        <Head/>
        <p class="notice notice--date">{date}</p>
        <Glance/>
        <Contents/>
        <div class="case__body">
            {sections}
            <p class="case__source">
                {messages.fill(key::CASE_SOURCE, &[("heading", &case.source)])}
            </p>
        </div>
    }
    .into_any();
    // Known only once everything is drawn: where nothing is marked there is nothing to take away.
    let marking = context.has_marks().then(|| view! { <MarkingBar query=query/> });
    view! {
        <article class="case" data-oblast=case.places.first().map(|place| place.oblast.as_str())>
            <p class="back"><Link to=back>{messages.text(key::CASE_BACK)}</Link></p>
            {maybe(marking)}
            {content}
        </article>
    }
}

/// Where it was, what it is called, why to read it, and what happened in short.
#[component]
fn Head() -> impl IntoView {
    let case = use_case();
    let place = place_line(use_library(), use_messages(), case.study);
    let seen = SeenTerms::default();
    let point = case.explained(&case.study.point.text, &seen);
    let point_source =
        use_messages().fill(key::BLOCK_SOURCE, &[("heading", &case.study.point.source)]);
    let summary = case.explained(&case.study.summary, &seen);
    let actions = (!use_render_context().is_static()).then(|| view! { <CaseActions/> });
    view! {
        <header class="case__head">
            <p class="case__place"><RichText html=case.marked(&place)/></p>
            <Heading><RichText html=case.marked(&case.study.title)/></Heading>
            <NotesAbout id="title"/>
            <p id="point" class="case__point"><RichText html=point/></p>
            <p class="case__source">{point_source}</p>
            <NotesAbout id="point"/>
            <p id="summary" class="case__summary"><RichText html=summary/></p>
            <NotesAbout id="summary"/>
            {maybe(actions)}
        </header>
    }
}

/// Every section that the case has, as a link to it.
#[component]
fn Contents() -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let links = each(sections_of(case.study), |(section, label)| {
        view! {
            <li>
                <Link to=case.route_to(section.rule().field)>{messages.text(label)}</Link>
            </li>
        }
    });
    let open = use_render_context().wide;
    view! {
        <nav aria-label=messages.text(key::CASE_CONTENTS)>
            <details id="fold-parts" class="contents" open=open>
                <summary>{messages.text(key::CASE_CONTENTS)}</summary>
                <ul>{links}</ul>
            </details>
        </nav>
    }
}
