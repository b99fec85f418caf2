//! The filters of the list.

use super::{facet_group::FacetGroup, live_text::LiveText, use_library, use_messages, view::each};
use crate::{
    browser::focus,
    domain::vocabulary::Facet,
    i18n::key,
    state::{
        browse::{COUNT, use_browse},
        render::use_render_context,
    },
};
use leptos::{html::Details, prelude::*};

/// Every filter, beside the cases on a wide screen; on a phone the panel waits for a tap. It is drawn once, and what a choice
/// changes in it is set where it stands, so that open filters, focus and the place of the reader stay as they are.
#[component]
pub(crate) fn FilterPanel() -> impl IntoView {
    let (messages, context) = (use_messages(), use_render_context());
    if context.is_static() {
        return view! {
            <details class="filters">
                <summary class="filters__title">{messages.text(key::FILTERS_TITLE)}</summary>
                <p>{messages.text(key::HTML_WAITING)}</p>
            </details>
        }
        .into_any();
    }
    let browse = use_browse();
    let panel = NodeRef::<Details>::new();
    let chosen = browse.derive(|list| list.selection.len());
    let title = move || match chosen.get() {
        0 => messages.text(key::FILTERS_TITLE).to_owned(),
        count => messages.count(key::FILTERS_CHOSEN, count),
    };
    let shown = browse.derive(|list| list.shown.len());
    let show = move |_| {
        if let Some(panel) = panel.get_untracked() {
            // A name that is spelt right is never refused.
            let _ = panel.remove_attribute("open");
        }
        focus::focus(COUNT, true);
    };
    let vocabulary = &use_library().vocabulary;
    let facets = Facet::ALL.into_iter().filter_map(|facet| Some((facet, vocabulary.facet(facet)?)));
    view! {
        <details class="filters" id="filters" open=context.wide node_ref=panel on:click=move |_| browse.end_typing()>
            <summary class="filters__title"><LiveText text=Signal::derive(title)/></summary>
            {each(facets, |(facet, words)| view! { <FacetGroup facet=facet words=words/> })}
            <p class="filters__show">
                <button class="button" type="button" on:click=show>
                    <LiveText text=Signal::derive(move || messages.count(key::FILTERS_SHOW, shown.get()))/>
                </button>
            </p>
        </details>
    }
    .into_any()
}
