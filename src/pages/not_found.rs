//! An address that leads nowhere: says so, and offers ways on.

use crate::{
    components::{
        heading::Heading, icons::Tunduk, link::Link, page_title::use_page_title, use_messages,
    },
    domain::route::{Route, Step},
    i18n::key,
};
use leptos::prelude::*;

/// For an unknown address.
#[component]
pub(crate) fn NotFoundPage(
    /// The address, as it came.
    address: String,
) -> impl IntoView {
    let text = use_messages().fill(key::NOT_FOUND_TEXT, &[("address", &address)]);
    view! { <WaysOn text=text/> }
}

/// For an address that names a case there is not.
#[component]
pub(crate) fn NoSuchCase(
    /// The name that the address has.
    slug: String,
) -> impl IntoView {
    let text = use_messages().fill(key::NOT_FOUND_CASE, &[("address", &slug)]);
    view! { <WaysOn text=text/> }
}

/// What is wrong, and where to go from here.
#[component]
fn WaysOn(
    /// What is wrong.
    text: String,
) -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::NOT_FOUND_TITLE).to_owned());
    view! {
        <section class="page prose">
            <Tunduk/>
            <Heading>{messages.text(key::NOT_FOUND_TITLE)}</Heading>
            <p>{text}</p>
            <ul class="ways">
                <li><Link to=Route::home()>{messages.text(key::NOT_FOUND_TO_CASES)}</Link></li>
                <li><Link to=Route::Check(Step::Start)>{messages.text(key::NOT_FOUND_TO_CHECK)}</Link></li>
                <li><Link to=Route::Glossary { at: None }>{messages.text(key::NOT_FOUND_TO_GLOSSARY)}</Link></li>
            </ul>
        </section>
    }
}
