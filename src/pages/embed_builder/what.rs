//! What the frame begins with.

use super::{
    context::use_builder,
    fields::{RadioOption, SelectField},
    summary::view_label,
};
use crate::{
    components::{live_text::LiveText, use_library, use_messages, view::each},
    domain::{
        embed_options::{EmbedOptions, View},
        library::Library,
        vocabulary::Facet,
    },
    i18n::{Messages, key},
};
use leptos::prelude::*;

/// The choice of a screen, and what belongs to that screen.
#[component]
pub(super) fn WhatToShow() -> impl IntoView {
    let (builder, messages) = (use_builder(), use_messages());
    let views = each(View::ALL, |view| {
        view! {
            <RadioOption
                name="view"
                value=view.id()
                label=messages.text(view_label(view))
                hint=hint(messages, view)
                checked=builder.derived(move |now| now.options.view == view)
                on_choose=move |()| builder.choose("view", view.id())
            />
        }
    });
    let chosen = builder.derived(|now| now.options.view);
    view! {
        <fieldset class="answers answers--setup">
            <legend>{messages.text(key::EMBED_WHAT)}</legend>
            {views}
            <div class="field" id="embed-case" hidden=move || chosen.get() != View::Case>
                <CaseField/>
            </div>
            <div id="embed-filters" hidden=move || chosen.get() != View::Browse>
                <FilterFields/>
            </div>
            <div class="field" id="embed-search" hidden=move || chosen.get() != View::Search>
                <label for="embed-query">{messages.text(key::EMBED_QUERY)}</label>
                <input
                    id="embed-query"
                    type="text"
                    name="query"
                    maxlength="200"
                    autocomplete="off"
                    value=builder.initial().query
                    on:input=move |event| builder.choose("query", &event_target_value(&event))
                />
            </div>
        </fieldset>
    }
}

fn hint(messages: Messages, view: View) -> &'static str {
    match view {
        View::Check => messages.text(key::EMBED_CHECK_HINT),
        View::Browse => messages.text(key::EMBED_BROWSE_HINT),
        View::Search => messages.text(key::EMBED_SEARCH_HINT),
        View::Case | View::Glossary => "",
    }
}

/// Which case the frame shows.
#[component]
fn CaseField() -> impl IntoView {
    let builder = use_builder();
    let cases = use_library().corpus.cases().iter();
    view! {
        <SelectField
            name="case"
            label=use_messages().text(key::EMBED_WHICH_CASE)
            options=cases.map(|case| (case.slug.clone(), case.title.clone())).collect()
            selected=builder.initial().case
            on_choose=move |slug: String| builder.choose("case", &slug)
        />
    }
}

/// By what the list is filtered, and how many cases that leaves.
#[component]
fn FilterFields() -> impl IntoView {
    let (builder, library, messages) = (use_builder(), use_library(), use_messages());
    let EmbedOptions { topic, oblast, .. } = builder.initial();
    let filters = [(Facet::Topic, topic), (Facet::Oblast, oblast)].into_iter();
    let filters = filters.filter_map(|(facet, selected)| {
        library.vocabulary.facet(facet).map(|list| (facet, list, selected))
    });
    let filters = each(filters, |(facet, list, selected)| {
        // Only values that leave any case.
        let values = list.values.iter();
        let values = values.filter(|value| library.corpus.with_value(facet, &value.id) > 0);
        let any = (String::new(), messages.text(key::EMBED_ANY).to_owned());
        let values = values.map(|value| (value.id.clone(), value.label.clone()));
        view! {
            <div class="field">
                <SelectField
                    name=facet.id()
                    label=list.label.clone()
                    options=std::iter::once(any).chain(values).collect()
                    selected=selected
                    on_choose=move |value: String| builder.choose(facet.id(), &value)
                />
            </div>
        }
    });
    let count = builder.derived(move |now| count(messages, library, &now.options));
    view! {
        {filters}
        <p class="small" id="embed-count" role="status"><LiveText text=count/></p>
    }
}

/// How many cases the filters leave; nothing where nothing is filtered.
fn count(messages: Messages, library: &Library, options: &EmbedOptions) -> String {
    let selection = options.selection();
    if options.view != View::Browse || selection.is_empty() {
        return String::new();
    }
    match library.corpus.cases().iter().filter(|case| selection.admits(case)).count() {
        0 => messages.text(key::EMBED_NO_CASE).to_owned(),
        some => messages.count(key::EMBED_COUNT, some),
    }
}
