//! What joins this case to others beyond the links its record names: its family, and what it shares.

use super::super::{
    Desk,
    parts::{explained, link},
};
use crate::domain::{
    case::CaseStudy,
    family::Family,
    glossary::Seen,
    likeness::{self, Likeness},
    route::Route,
    vocabulary::Facet,
    words::key,
};
use maud::{Markup, html};

/// The families of a case, and the cases most like it.
pub(super) fn family_and_likeness(desk: Desk<'_>, case: &CaseStudy) -> Markup {
    let library = desk.library;
    let alike = likeness::like(&library.corpus, case);
    html! {
        @for family in library.families.iter().filter(|family| family.has(&case.slug)) {
            (family_view(desk, case, family))
        }
        @if !alike.is_empty() {
            h3 { (key::RELATED_ALIKE.text()) }
            ul .alike { @for likeness in &alike { (alike_view(desk, likeness)) } }
        }
    }
}

/// The family, with how this case and each other one belongs to it.
fn family_view(desk: Desk<'_>, case: &CaseStudy, family: &Family) -> Markup {
    let own = family.members.iter().find(|member| member.slug == case.slug);
    let mut seen = Seen::default();
    let others = family.members.iter().filter(|member| member.slug != case.slug);
    html! {
        details .fold .fold--family id={ "fold-" (family.id) } {
            summary {
                h3 { (family.label) }
                span .fold__count { (key::RESULTS_COUNT.of(family.members.len())) }
            }
            p {
                (explained(desk, &family.text, &mut seen)) " "
                @if let Some(own) = own { (explained(desk, &own.text, &mut seen)) }
            }
            ul .alike {
                @for (member, other) in others.filter_map(|m| Some((m, desk.library.corpus.case(&m.slug)?))) {
                    li { (link(&Route::case(&other.slug), &other.organisation.name)) p { (explained(desk, &member.text, &mut seen)) } }
                }
            }
        }
    }
}

/// A case that shares something with this one, and what.
fn alike_view(desk: Desk<'_>, likeness: &Likeness<'_>) -> Markup {
    let label = |(facet, value): &(Facet, &str)| {
        desk.library.vocabulary.label(&[facet.id()], value).to_owned()
    };
    let shared: Vec<String> = likeness.shared.iter().map(label).collect();
    html! {
        li {
            (link(&Route::case(&likeness.case.slug), &likeness.case.title))
            p { (key::RELATED_SHARED.with(&[("values", &shared.join(" · "))])) }
        }
    }
}
