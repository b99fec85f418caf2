//! All cases: search box, filters, chips, count and cards.

use crate::{
    browser::{focus, media, scroll},
    components::{
        filter_panel::FilterPanel, heading::Heading, live_text::LiveText, notices::NoTextsNotice,
        page_title::use_app_title, results::Results, search_box::SearchBox, use_library,
        use_messages, view::maybe,
    },
    domain::{part::Part, route::Route},
    i18n::key,
    lazy,
    state::{
        app::{App, use_app},
        browse::{Browse, SEARCH_BOX},
    },
};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn BrowsePage() -> impl IntoView {
    let (messages, app) = (use_messages(), use_app());
    let browse = Browse::new(app);
    provide_context(browse);
    use_app_title(key::TITLE_BROWSE);
    browse.announce_changes(messages);
    let asks = browse.derive(|list| list.asks);
    Effect::new(move |_| {
        if asks.get() {
            lazy::need(app, Part::Words);
        }
    });
    let lacks_texts = browse.lacks_texts();
    let no_texts = move || {
        maybe(lacks_texts.get().then(|| {
            view! { <NoTextsNotice retry=move |()| lazy::retry(app)/> }
        }))
    };
    let begin_search = move |()| {
        lazy::need(app, Part::Words);
        // A drawn keyboard covers the lower half of the screen.
        if media::is_touched() {
            focus::to_top(SEARCH_BOX);
        }
    };
    let cases = use_library().corpus.cases().len().to_string();
    view! {
        {no_texts}
        <section class="hero">
            <Heading>{messages.text(key::BROWSE_TITLE)}</Heading>
            <p class="hero__lead">{messages.fill(key::BROWSE_LEAD, &[("n", &cases)])}</p>
            <SearchBox on_touch=begin_search/>
            <p class="unseen" id="said" role="status"><LiveText text=browse.announcement/></p>
        </section>
        <div class="browse">
            <FilterPanel/>
            <Results/>
        </div>
    }
}

/// Goes on where the person was with the list of the first paint: with what they had typed, and as far down as they had read.
pub(crate) fn go_on(app: App, typed: String, typing: bool, top: f64) {
    let Route::Browse { selection, .. } = app.route.get_untracked() else { return };
    if !typed.is_empty() {
        app.refine(Route::Browse { query: typed, selection });
    }
    if top > 0.0 {
        scroll::scroll_to(top);
    }
    if typing {
        focus::focus_and_scroll(SEARCH_BOX);
    }
}
