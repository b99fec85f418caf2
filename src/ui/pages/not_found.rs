//! An address that leads nowhere: says so, and offers ways on.

use crate::{
    domain::{
        route::{Route, Step},
        words::key,
    },
    ui::parts::{heading, icon, link},
};
use leptos::prelude::*;

/// For an unknown address.
pub(crate) fn page(address: &str) -> impl IntoView + use<> {
    helpful(key::NOT_FOUND_TEXT.with(&[("address", address)]))
}

/// For an address that names a case there is not.
pub(crate) fn no_case(slug: &str) -> impl IntoView + use<> {
    helpful(key::NOT_FOUND_CASE.with(&[("address", slug)]))
}

fn helpful(text: String) -> impl IntoView {
    view! {
        <section class="page prose">
            {icon::tunduk()}
            {heading(key::NOT_FOUND_TITLE.text())}
            <p>{text}</p>
            <ul>
                <li>{link(&Route::home(), key::NOT_FOUND_TO_CASES.text())}</li>
                <li>{link(&Route::Check(Step::Start), key::NOT_FOUND_TO_CHECK.text())}</li>
                <li>{link(&Route::Glossary { at: None }, key::NOT_FOUND_TO_GLOSSARY.text())}</li>
            </ul>
        </section>
    }
}
