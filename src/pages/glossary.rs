//! All local terms, in alphabetical order.

use crate::{
    components::{
        heading::Heading,
        page_title::use_page_title,
        rich_text::{RichText, SeenTerms, use_text_renderer},
        term_update::TermUpdate,
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::glossary::Term,
    i18n::key,
};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn GlossaryPage() -> impl IntoView {
    let messages = use_messages();
    use_page_title(messages.text(key::GLOSSARY_TITLE).to_owned());
    let entries = each(use_library().glossary.terms(), |term| view! { <Entry term=term/> });
    view! {
        <section class="page">
            <Heading>{messages.text(key::GLOSSARY_TITLE)}</Heading>
            <p class="lead">{messages.text(key::GLOSSARY_LEAD)}</p>
            <dl class="glossary">{entries}</dl>
        </section>
    }
}

/// A term, what it means, and what became of it.
#[component]
fn Entry(
    /// The term.
    term: &'static Term,
) -> impl IntoView {
    let text = use_text_renderer().explained(&term.text, "", &SeenTerms::only(term));
    let update = term.now.as_ref().map(|now| view! { <dd><TermUpdate now=now/></dd> });
    view! {
        <div id=term.id.as_str()>
            <dt>{term.term.as_str()}</dt>
            <dd><RichText html=text/></dd>
            {maybe(update)}
        </div>
    }
}
