//! Facts that a reader compares cases by.

use super::{context::use_case, note::NotesAbout, section::with_value};
use crate::{
    components::{
        link::Link,
        rich_text::{RichText, SeenTerms},
        use_library, use_messages,
        view::{each, maybe},
    },
    domain::{date::When, vocabulary::Facet},
    i18n::{Key, key},
    state::render::use_render_context,
};
use leptos::prelude::*;

/// The organisation, and the values of the filters that the case has.
#[component]
pub(super) fn Glance() -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let organisation = &case.study.organisation;
    let form = use_library().vocabulary.label(&["legal-form"], &organisation.legal_form);
    let date = |when: &Option<When>, label: Key| {
        when.as_ref().map(|when| messages.fill(label, &[("date", &messages.date(when))]))
    };
    let dates = [
        Some(form.to_owned()),
        date(&organisation.founded, key::GLANCE_FOUNDED),
        date(&organisation.registered, key::GLANCE_REGISTERED),
    ];
    let dates: Vec<String> = dates.into_iter().flatten().collect();
    let facets =
        [Facet::Topic, Facet::Beneficiary, Facet::Partner, Facet::Instrument, Facet::Funder];
    // Beside the story on a wide screen; on a phone they wait for a tap.
    let open = use_render_context().wide;
    view! {
        <section class="glance" aria-labelledby="organisation">
            <h2 id="organisation"><RichText html=case.marked(&organisation.name)/></h2>
            <p class="glance__form">{dates.join(" · ")}</p>
            <p><RichText html=case.explained(&organisation.text, &SeenTerms::default())/></p>
            <NotesAbout id="organisation"/>
            <details id="fold-glance" open=open>
                <summary>{messages.text(key::GLANCE_TITLE)}</summary>
                <dl>{each(facets, |facet| view! { <Fact facet=facet/> })}</dl>
            </details>
        </section>
    }
}

/// The values of one filter, each a link to the cases that share it.
#[component]
fn Fact(
    /// The filter.
    facet: Facet,
) -> impl IntoView {
    let (library, case) = (use_library(), use_case());
    let fact = library.vocabulary.facet(facet).and_then(|list| {
        let mut values: Vec<&'static str> = Vec::new();
        for value in case.study.values(facet) {
            // Partners that are no government bodies belong to another list.
            if list.value(value).is_some() && !values.contains(&value) {
                values.push(value);
            }
        }
        let links = each(values.iter().copied(), |value| {
            let label = case.marked(library.vocabulary.label(&[facet.id()], value));
            view! { <li><Link to=with_value(facet, value)><RichText html=label/></Link></li> }
        });
        (!values.is_empty()).then(|| {
            view! {
                <dt>{list.label.as_str()}</dt>
                <dd><ul class="tags tags--links">{links}</ul></dd>
            }
        })
    });
    maybe(fact)
}
