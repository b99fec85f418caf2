//! All cases: search box, filters, chips, count and cards.

use crate::{
    domain::{
        filter::Selection,
        listing::Listing,
        route::Route,
        vocabulary::{Facet, Value, WordList},
        words::key,
    },
    effects::{control::Control, focus, folds, page},
    html::{self, Act},
    state::app::{App, app},
    ui::parts::{desk, live, written},
};
use leptos::prelude::*;

/// The panel of filters.
const FILTERS: &str = "filters";

/// Moves the reader to the count of cases, once it is drawn.
fn to_count() {
    request_animation_frame(|| {
        focus::focus("count", false);
    });
}

/// The list, kept in step with the address.
#[derive(Clone, Copy)]
struct Browse {
    app: App,
    listing: Memo<Listing>,
}

impl Browse {
    fn new() -> Self {
        let app = app();
        let listing = Memo::new(move |before: Option<&Listing>| {
            app.route.with(|route| match route {
                Route::Browse { query, selection } => {
                    Listing::of(app.library, query, selection, before)
                }
                // The page is about to go; it keeps what it shows until then.
                _ => before.cloned().unwrap_or_default(),
            })
        });
        Self { app, listing }
    }

    fn toggle(self, facet: Facet, value: &str) {
        let (query, selection) =
            self.listing.with_untracked(|list| (list.query.clone(), list.selection.clone()));
        self.app.go(Route::Browse { query, selection: selection.toggled(facet, value) });
    }

    fn ask(self, query: String) {
        let selection = self.listing.with_untracked(|list| list.selection.clone());
        self.app.refine(Route::Browse { query, selection });
    }
}

/// The page.
pub(crate) fn page() -> impl IntoView {
    let browse = Browse::new();
    let list = browse.listing;
    view! {
        <section class="hero">
            {written(html::cards::hero(desk()))}
            <div class="search" role="search">
                <label for="search">{key::SEARCH_LABEL.text()}</label>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    placeholder=key::SEARCH_EXAMPLE.text()
                    prop:value=move || list.with(|list| list.query.clone())
                    on:input=move |event| browse.ask(event_target_value(&event))
                />
            </div>
        </section>
        {live(move || list.with(|list| html::cards::unknown(&list.unknown)))}
        <div class="browse">
            // Beside the cases on a wide screen; on a phone they wait for a tap.
            <details class="filters" id=FILTERS open=page::is_wide()>
                <summary class="filters__title">
                    {move || match list.with(|list| list.selection.len()) {
                        0 => key::FILTERS_TITLE.text().to_owned(),
                        count => key::FILTERS_CHOSEN.of(count),
                    }}
                </summary>
                {Facet::ALL.into_iter().filter_map(|facet| {
                    let list = browse.app.library.vocabulary.facet(facet)?;
                    Some(facet_group(browse, facet, list))
                }).collect_view()}
                <p class="filters__show">
                    <button class="button" type="button" data-act=Act::ShowCases.id()>
                        {move || key::FILTERS_SHOW.of(list.with(|list| list.shown.len()))}
                    </button>
                </p>
            </details>
            <section class="results" aria-label=key::RESULTS_LABEL.text()>
                {live(move || list.with(|list| html::cards::chips(desk(), &list.selection)))}
                <p
                    class="results__count"
                    id="count"
                    role="status"
                    inner_html=move || html::cards::count(list.with(|list| list.shown.len()))
                ></p>
                {live(move || list.with(results))}
            </section>
        </div>
    }
}

fn facet_group(browse: Browse, facet: Facet, words: &'static WordList) -> impl IntoView {
    let corpus = &browse.app.library.corpus;
    let in_use = |(_, value): &(usize, &Value)| corpus.with_value(facet, &value.id) > 0;
    let chosen = move || match browse.listing.with(|list| list.chosen(facet)) {
        0 => String::new(),
        count => count.to_string(),
    };
    let open = !chosen().is_empty();
    view! {
        <details class="facet" open=open>
            <summary>{words.label.clone()} <span class="facet__chosen">{chosen}</span></summary>
            <fieldset>
                <legend>{words.hint.clone()}</legend>
                {words.values.iter().enumerate().filter(in_use).map(|(at, value)| {
                    checkbox(browse, facet, at, value)
                }).collect_view()}
            </fieldset>
        </details>
    }
}

fn checkbox(browse: Browse, facet: Facet, at: usize, value: &'static Value) -> impl IntoView {
    let checked = move || browse.listing.with(|list| list.selection.has(facet, &value.id));
    let count = move || browse.listing.with(|list| list.count(facet, at));
    view! {
        <label class="tick" class:tick--none=move || count() == 0>
            <input
                type="checkbox"
                name=facet.id()
                value=value.id.clone()
                prop:checked=checked
                on:change=move |_| browse.toggle(facet, &value.id)
            />
            <span class="tick__label">{value.label.clone()}</span>
            <span class="tick__count" aria-label=move || key::FILTER_COUNT.of(count())>
                {move || count().to_string()}
            </span>
        </label>
    }
}

/// The cards, or what to do where there are none.
fn results(list: &Listing) -> String {
    let desk = desk();
    if list.shown.is_empty() {
        let cases = desk.library.cases_of(&list.found);
        html::cards::empty(desk, &list.query, &list.selection, &cases)
    } else {
        html::cards::list(desk, &list.shown, &list.found)
    }
}

/// Does what a control of the list asks for. The button of a filter goes away with it, so the focus goes on to
/// the count.
pub(crate) fn perform(app: App, act: Act, control: &Control) {
    if act == Act::ShowCases {
        folds::close(FILTERS);
        focus::focus("count", true);
        return;
    }
    let Route::Browse { query, selection } = app.route.get_untracked() else { return };
    let (selection, _) = selection.known(&app.library.vocabulary);
    let selection = match act {
        Act::Drop => {
            let Some(facet) = Facet::from_id(&control.get("data-facet")) else { return };
            selection.without(facet, &control.get("data-value"))
        }
        Act::DropAll => Selection::default(),
        Act::ClearQuery => {
            app.refine(Route::Browse { query: String::new(), selection });
            focus::focus("search", false);
            return;
        }
        _ => return,
    };
    app.go(Route::Browse { query, selection });
    to_count();
}
