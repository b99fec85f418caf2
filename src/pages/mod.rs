//! One page a route; each is thin and made of components.

#![allow(unreachable_pub, reason = "the macro makes the properties of a component public")]

pub(crate) mod about;
pub(crate) mod browse;
pub(crate) mod case;
pub(crate) mod check;
pub(crate) mod chunk_missing;
pub(crate) mod difficulties;
pub(crate) mod embed_builder;
pub(crate) mod factors;
pub(crate) mod glossary;
pub(crate) mod more;
pub(crate) mod not_found;
pub(crate) mod offline;

use crate::{domain::route::Route, state::app::use_app};
use case::CasePage;
use difficulties::DifficultiesPage;
use glossary::GlossaryPage;
use leptos::prelude::*;
use more::MorePage;
use not_found::NotFoundPage;
use offline::OfflinePage;

/// The page for an address, of those that come with the texts of the cases ([`Route::chunks`]).
pub(crate) fn with_cases(route: &Route) -> AnyView {
    match route.clone() {
        Route::Case { slug, query, .. } => {
            // Back to the list as it was left, with its search and filters.
            let back = use_app().list.with_value(|(list, _)| list.clone());
            view! { <CasePage slug=slug query=query back=back/> }.into_any()
        }
        Route::Difficulties { at } => view! { <DifficultiesPage at=at/> }.into_any(),
        Route::Glossary { .. } => view! { <GlossaryPage/> }.into_any(),
        Route::More => view! { <MorePage/> }.into_any(),
        Route::Offline => view! { <OfflinePage/> }.into_any(),
        Route::NotFound(address) => view! { <NotFoundPage address=address/> }.into_any(),
        _ => ().into_any(),
    }
}
