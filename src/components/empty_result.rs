//! What stands in the place of the cards where there are none.

use super::{
    icons::Tunduk,
    live_text::LiveText,
    rich_text::RichText,
    use_library, use_messages,
    view::{each, maybe},
};
use crate::{
    domain::{
        filter::Selection,
        route::Route,
        vocabulary::{Facet, Value},
    },
    i18n::{Key, key},
    state::{
        browse::{advice, use_browse},
        render::use_render_context,
    },
};
use leptos::prelude::*;

/// Says which filter to drop, or what to type instead, or the topics that come nearest.
#[component]
pub(crate) fn EmptyResult() -> impl IntoView {
    let (messages, library, browse) = (use_messages(), use_library(), use_browse());
    let text = browse.derive(move |list| advice(messages, list, &library.cases_of(&list.found)));
    // Where filters hold every hit back, they are the way out.
    let finds_nothing = browse.derive(move |list| library.cases_of(&list.found).is_empty());
    let has_query = browse.derive(|list| !list.query.is_empty());
    let has_filters = browse.derive(|list| !list.selection.is_empty());
    let topics = move || {
        let topics = browse.listing.with(|list| library.topics_near(&list.query));
        each(topics, |topic| view! { <li><TopicLink topic=topic/></li> })
    };
    let topic_list = move || {
        view! {
            <p>{messages.text(key::EMPTY_TOPICS)}</p>
            <ul class="chips chips--topics">{topics}</ul>
        }
    };
    let ways = move || {
        let ways =
            browse.listing.with(|list| list.selection.ways_out(&library.cases_of(&list.found)));
        each(ways, |(facet, value, left)| view! { <WayOut facet=facet value=value left=left/> })
    };
    let clear_query = move || {
        view! { <ClearButton label=key::EMPTY_CLEAR_QUERY on_click=move |()| browse.clear_query()/> }
    };
    let clear_filters = move || {
        view! { <ClearButton label=key::EMPTY_CLEAR_FILTERS on_click=move |()| browse.drop_all()/> }
    };
    view! {
        <div class="empty">
            <Tunduk/>
            <p><LiveText text=text/></p>
            {move || maybe(finds_nothing.get().then(topic_list))}
            <ul class="empty__ways">
                {ways}
                {move || maybe(has_query.get().then(clear_query))}
                {move || maybe(has_filters.get().then(clear_filters))}
            </ul>
        </div>
    }
}

/// A filter value that holds cases back, to be dropped by a tap.
#[component]
fn WayOut(
    /// The filter.
    facet: Facet,
    /// The id of the value.
    value: String,
    /// How many cases come back without it.
    left: usize,
) -> impl IntoView {
    let browse = use_browse();
    let label = use_library().vocabulary.label(&[facet.id()], &value);
    let text = use_messages().count_with(key::EMPTY_DROP, left, &[("value", label)]);
    view! {
        <li>
            <button class="button button--plain" type="button" on:click=move |_| browse.drop_value(facet, &value)>
                <RichText html=text.as_str().into()/>
            </button>
        </li>
    }
}

/// A way out that clears the search or the filters.
#[component]
fn ClearButton(
    /// What it says.
    label: Key,
    /// What a tap does.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    view! {
        <li>
            <button class="button button--plain" type="button" on:click=move |_| on_click.run(())>
                {use_messages().text(label)}
            </button>
        </li>
    }
}

/// A topic as a way out of an empty list: alone, so that the promised cases are there.
#[component]
fn TopicLink(
    /// The topic.
    topic: &'static Value,
) -> impl IntoView {
    let (messages, library) = (use_messages(), use_library());
    let selection = Selection::default().with(Facet::Topic, &topic.id);
    let href = use_render_context().href(&Route::Browse { query: String::new(), selection });
    let cases = library.corpus.with_value(Facet::Topic, &topic.id).to_string();
    let text = messages.fill(key::EMPTY_TOPIC, &[("value", &topic.label), ("n", &cases)]);
    view! { <a class="chip" href=href><RichText html=text.as_str().into()/></a> }
}
