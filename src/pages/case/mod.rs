//! One case: the story first, then the facts, and where in the book everything is found.

mod actions;
mod block;
mod connections;
mod context;
mod contributions_chart;
mod figures;
mod glance;
mod marking_bar;
mod note;
mod numbers;
mod section;
mod sources;

use self::{
    actions::CaseActions,
    context::{CaseContext, use_case},
    glance::Glance,
    marking_bar::MarkingBar,
    note::NotesAbout,
    numbers::BigNumbers,
    section::{FACTS, STORY, SectionView, sections_of},
    sources::Sources,
};
use super::not_found::NoSuchCase;
use crate::{
    components::{
        heading::Heading,
        link::Link,
        page_title::use_page_title,
        place_line::place_line,
        rich_text::RichText,
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        case::{CaseStudy, Section},
        route::Route,
    },
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
    let sections = |order: &'static [Section]| {
        each(sections_of(case, order), |(section, label)| {
            view! { <SectionView section=section label=label/> }
        })
    };
    let content = view! {
        <Head/>
        <Contents/>
        <div class="case__body">
            {sections(&STORY)}
        </div>
        <div class="case__facts">
            <Glance/>
            {sections(&FACTS)}
            <Sources/>
        </div>
    }
    .into_any();
    // Known only once everything is drawn: where nothing is marked there is nothing to take away.
    let marking = context.has_marks().then(|| view! { <MarkingBar query=query/> });
    view! {
        <article class="case" data-oblast=case.oblast()>
            <p class="back"><Link to=back>{messages.text(key::CASE_BACK)}</Link></p>
            {maybe(marking)}
            {content}
        </article>
    }
}

/// Where it was, what it is called, why to read it, what it came to in numbers, and what happened in short.
#[component]
fn Head() -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let place = place_line(use_library(), messages, case.study);
    let seen = &case.seen;
    let point = case.explained(&case.study.point.text, seen);
    let summary = case.explained(&case.study.summary, seen);
    let (from, to) = (messages.date(&case.study.period.0), messages.date(&case.study.period.1));
    let date = messages.fill(key::CASE_DATE, &[("from", &from), ("to", &to)]);
    let actions = (!use_render_context().is_static()).then(|| view! { <CaseActions/> });
    view! {
        <header class="case__head">
            <p class="case__place"><RichText html=case.marked(&place)/></p>
            <Heading><RichText html=case.marked(&case.study.title)/></Heading>
            <NotesAbout id="title"/>
            <p id="point" class="case__point"><RichText html=point/></p>
            <NotesAbout id="point"/>
            <BigNumbers/>
            <p id="summary" class="case__summary"><RichText html=summary/></p>
            <NotesAbout id="summary"/>
            <p class="case__date">{date}</p>
            {maybe(actions)}
        </header>
    }
}

/// Every section that the case has, as a link to it.
#[component]
fn Contents() -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let sections = [&STORY[..], &FACTS].map(|order| sections_of(case.study, order)).concat();
    let links = each(sections, |(section, label)| {
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
