//! All local terms, in alphabetical order.

use crate::{domain::words::key, state::app::app, ui::parts::heading};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let terms = app().library.glossary.terms().iter().map(|term| {
        view! { <div id=term.id.clone()><dt>{term.term.clone()}</dt><dd>{term.text.clone()}</dd></div> }
    });
    let terms = terms.collect_view();
    view! {
        <section class="page">
            {heading(key::GLOSSARY_TITLE.text())}
            <p class="lead">{key::GLOSSARY_LEAD.text()}</p>
            <dl class="glossary">{terms}</dl>
        </section>
    }
}
