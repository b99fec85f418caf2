//! What joins this case to others beyond the links its record names: its family, and what it shares.

use super::context::use_case;
use crate::{
    components::{
        link::Link,
        rich_text::{RichText, SeenTerms},
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{
        family::Family,
        likeness::{self, Likeness},
        route::Route,
    },
    i18n::key,
};
use leptos::prelude::*;

/// The families of the case, and the cases most like it.
#[component]
pub(super) fn Connections() -> impl IntoView {
    let (library, case) = (use_library(), use_case().study);
    let families = library.families.iter().filter(|family| family.has(&case.slug));
    let families = each(families, |family| view! { <FamilyView family=family/> });
    let alike = each(likeness::like(&library.corpus, case), |one| view! { <Alike likeness=one/> });
    let alike = (!alike.is_empty()).then(|| {
        view! {
            <h3>{use_messages().text(key::RELATED_ALIKE)}</h3>
            <ul class="alike">{alike}</ul>
        }
    });
    view! {
        {families}
        {maybe(alike)}
    }
}

/// The family, with how this case and each other one belongs to it.
#[component]
fn FamilyView(
    /// The family.
    family: &'static Family,
) -> impl IntoView {
    let (library, case) = (use_library(), use_case());
    let slug = case.study.slug.as_str();
    let seen = SeenTerms::default();
    let text = case.explained(&family.text, &seen);
    let own = family.members.iter().find(|member| member.slug == slug);
    let own = own.map(|own| {
        let text = case.explained(&own.text, &seen);
        view! { <RichText html=text/> }
    });
    let others = family.members.iter().filter(|member| member.slug != slug);
    let others = others.filter_map(|member| Some((member, library.corpus.case(&member.slug)?)));
    let others = each(others, |(member, other)| {
        let text = case.explained(&member.text, &seen);
        view! {
            <li>
                <Link to=Route::case(&other.slug)>{other.organisation.name.as_str()}</Link>
                <p><RichText html=text/></p>
            </li>
        }
    });
    let count = use_messages().count(key::RESULTS_COUNT, family.members.len());
    view! {
        <details id=["fold-", &family.id].concat() class="fold fold--family">
            <summary>
                <h3>{family.label.as_str()}</h3>
                <span class="fold__count">{count}</span>
            </summary>
            <p><RichText html=text/> " " {maybe(own)}</p>
            <ul class="alike">{others}</ul>
        </details>
    }
}

/// A case that shares something with this one, and what.
#[component]
fn Alike(
    /// The case, and what both have.
    likeness: Likeness<'static>,
) -> impl IntoView {
    let vocabulary = &use_library().vocabulary;
    let shared: Vec<&str> = likeness
        .shared
        .iter()
        .map(|(facet, value)| vocabulary.label(&[facet.id()], value))
        .collect();
    let shared = shared.join(" · ");
    view! {
        <li>
            <Link to=Route::case(&likeness.case.slug)>{likeness.case.title.as_str()}</Link>
            <p>{use_messages().fill(key::RELATED_SHARED, &[("values", &shared)])}</p>
        </li>
    }
}
