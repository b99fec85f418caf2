//! The search box of the list.

use super::use_messages;
use crate::{
    i18n::key,
    state::{
        browse::{EARLY_SEARCH_BOX, SEARCH_BOX, use_browse},
        render::use_render_context,
    },
};
use leptos::{html::Input, prelude::*};

/// The box, the button that empties it, and which keys work in it.
#[component]
pub(crate) fn SearchBox(
    /// Called when somebody is about to type.
    #[prop(into)]
    on_touch: Callback<()>,
) -> impl IntoView {
    let (messages, browse) = (use_messages(), use_browse());
    let is_static = use_render_context().is_static();
    let id = if is_static { EARLY_SEARCH_BOX } else { SEARCH_BOX };
    let query = browse.derive(|list| list.query.clone());
    let field = NodeRef::<Input>::new();
    // A text that stands in the box already is left alone, with the caret and what an input method is putting together.
    Effect::new(move |_| {
        let query = query.get();
        if let Some(field) = field.get()
            && field.value() != query
        {
            field.set_value(&query);
        }
    });
    let clear_button = (!is_static).then(|| {
        view! {
            <button class="search__empty" type="button" aria-label=messages.text(key::SEARCH_EMPTY) on:click=move |_| browse.clear_query()>
                "×"
            </button>
        }
        .into_any()
    });
    view! {
        <div class="search" role="search">
            <label for=id>{messages.text(key::SEARCH_LABEL)}</label>
            <div class="search__box">
                <input
                    id=id
                    type="search"
                    autocomplete="off"
                    aria-describedby="search-keys"
                    placeholder=messages.text(key::SEARCH_EXAMPLE)
                    value=query.get_untracked()
                    node_ref=field
                    on:input=move |event| browse.search(event_target_value(&event))
                    on:keydown=move |event| browse.press(&event, None)
                    on:click=move |_| on_touch.run(())
                />
                {super::view::maybe(clear_button)}
            </div>
            <p id="search-keys" class="search__keys">{messages.text(key::SEARCH_KEYS)}</p>
        </div>
    }
}
