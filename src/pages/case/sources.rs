//! Where in the book everything comes from, with a link to each entry.

use super::{block::beginning, context::use_case};
use crate::{
    components::{link::Link, use_messages, view::each},
    domain::case::{CaseStudy, Section},
    i18n::key,
};
use leptos::prelude::*;

/// The headings of the book, each with the entries that are found there; folded, because few readers ask.
#[component]
pub(super) fn Sources() -> impl IntoView {
    let (messages, case) = (use_messages(), use_case());
    let headings = each(by_heading(case.study), |(heading, entries)| {
        let entries = each(entries, |(id, text)| {
            let text = beginning(messages, text);
            view! { <li><Link to=case.route_to(id)>{text}</Link></li> }
        });
        view! {
            <dt>{heading}</dt>
            <dd><ul>{entries}</ul></dd>
        }
    });
    view! {
        <details id="fold-sources" class="fold sources">
            <summary><h2>{messages.text(key::CASE_SOURCES)}</h2></summary>
            <p>{messages.fill(key::CASE_SOURCE, &[("heading", &case.study.source)])}</p>
            <dl>{headings}</dl>
        </details>
    }
}

/// An entry's id and its text.
type Entry<'a> = (&'a str, &'a str);

/// The entries of a case by the heading under which the book has them, in the order in which they are read.
fn by_heading(case: &CaseStudy) -> Vec<(&str, Vec<Entry<'_>>)> {
    let point = (case.point.source.as_str(), ("point", case.point.text.as_str()));
    let organisation = &case.organisation;
    let organisation = (organisation.source.as_str(), ("organisation", organisation.text.as_str()));
    let blocks = case.blocks.iter().filter(|block| block.section != Section::Notes);
    let blocks = blocks.map(|block| (block.source.as_str(), (&*block.id, &*block.text)));
    let mut headings: Vec<(&str, Vec<Entry<'_>>)> = Vec::new();
    for (heading, entry) in [point, organisation].into_iter().chain(blocks) {
        match headings.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, entries)) => entries.push(entry),
            None => headings.push((heading, vec![entry])),
        }
    }
    headings
}
