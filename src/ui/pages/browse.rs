//! All cases: search box, filters, chips, count and cards.

use crate::{
    domain::{
        filter::Selection,
        route::Route,
        search::{Found, Hit},
        vocabulary::{Facet, Value, WordList},
        words::key,
    },
    effects::{control::Control, focus, page},
    html::{self, Act},
    state::app::{App, app},
    ui::parts::{counted, desk, heading, live},
};
use leptos::{html::Details, prelude::*};

/// Moves the reader to the count of cases, once it is drawn.
fn to_count() {
    request_animation_frame(|| {
        focus::focus("count", false);
    });
}

/// What the address asks for, and what follows from it.
#[derive(Clone, Copy)]
struct Browse {
    app: App,
    query: Memo<String>,
    selection: Memo<Selection>,
    /// Filter values of the address that no filter has.
    unknown: Memo<Vec<String>>,
    /// What the query finds, before the filters.
    found: Memo<Found>,
    shown: Memo<Vec<Hit>>,
    /// How many cases each value would leave, filter by filter and value by value.
    counts: Memo<Vec<Vec<usize>>>,
}

impl Browse {
    fn new() -> Self {
        let app = app();
        let library = app.library;
        let asked = Memo::new(move |before: Option<&(String, Selection, Vec<String>)>| {
            app.route.with(|route| match route {
                Route::Browse { query, selection } => {
                    let (known, unknown) = selection.clone().known(&library.vocabulary);
                    (query.clone(), known, unknown)
                }
                // The page is about to go; it keeps what it shows until then.
                _ => before.cloned().unwrap_or_default(),
            })
        });
        let query = Memo::new(move |_| asked.with(|asked| asked.0.clone()));
        let selection = Memo::new(move |_| asked.with(|asked| asked.1.clone()));
        let unknown = Memo::new(move |_| asked.with(|asked| asked.2.clone()));
        let found = Memo::new(move |_| query.with(|query| library.find(query)));
        let shown = Memo::new(move |_| {
            found.with(|found| selection.with(|selection| library.filtered(found, selection)))
        });
        let counts = Memo::new(move |_| {
            let cases = found.with(|found| library.cases_of(found));
            selection.with(|selection| {
                let count =
                    |facet, value: &Value| selection.count(cases.iter().copied(), facet, &value.id);
                let lists = Facet::ALL.iter().map(|facet| {
                    let list = library.vocabulary.facet(*facet).into_iter().flat_map(|l| &l.values);
                    list.map(|value| count(*facet, value)).collect()
                });
                lists.collect()
            })
        });
        Self { app, query, selection, unknown, found, shown, counts }
    }

    fn choose(self, selection: Selection) {
        let query = self.query.get_untracked();
        self.app.go(Route::Browse { query, selection });
    }

    fn ask(self, query: String) {
        let selection = self.selection.get_untracked();
        self.app.refine(Route::Browse { query, selection });
    }
}

/// The page.
pub(crate) fn page() -> impl IntoView {
    let browse = Browse::new();
    let chosen = move || browse.selection.with(Selection::len);
    let filters: NodeRef<Details> = NodeRef::new();
    let cases = browse.app.library.corpus.cases().len().to_string();
    view! {
        <section class="hero">
            {heading(key::BROWSE_TITLE.text())}
            <p class="hero__lead">{key::BROWSE_LEAD.with(&[("n", &cases)])}</p>
            <form class="search" role="search" on:submit=|event| event.prevent_default()>
                <label for="search">{key::SEARCH_LABEL.text()}</label>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    placeholder=key::SEARCH_EXAMPLE.text()
                    prop:value=move || browse.query.get()
                    on:input=move |event| browse.ask(event_target_value(&event))
                />
            </form>
        </section>
        {live(move || browse.unknown.with(|unknown| html::cards::unknown(unknown)))}
        <div class="browse">
            // Beside the cases on a wide screen; on a phone they wait for a tap.
            <details class="filters" open=page::is_wide() node_ref=filters>
                <summary class="filters__title">
                    {move || match chosen() {
                        0 => key::FILTERS_TITLE.text().to_owned(),
                        count => key::FILTERS_CHOSEN.of(count),
                    }}
                </summary>
                {Facet::ALL.into_iter().filter_map(|facet| {
                    let list = browse.app.library.vocabulary.facet(facet)?;
                    Some(facet_group(browse, facet, list))
                }).collect_view()}
                <p class="filters__show">
                    <button class="button" type="button" on:click=move |_| {
                        if let Some(filters) = filters.get() {
                            filters.set_open(false);
                        }
                        focus::focus("count", true);
                    }>
                        {move || key::FILTERS_SHOW.of(browse.shown.with(Vec::len))}
                    </button>
                </p>
            </details>
            <section class="results" aria-label=key::RESULTS_LABEL.text()>
                {live(move || browse.selection.with(|selection| html::cards::chips(desk(), selection)))}
                <p class="results__count" id="count" role="status">
                    {move || counted(key::RESULTS_COUNT, browse.shown.with(Vec::len))}
                </p>
                {live(move || results(browse))}
            </section>
        </div>
    }
}

fn facet_group(browse: Browse, facet: Facet, list: &'static WordList) -> impl IntoView {
    let corpus = &browse.app.library.corpus;
    let in_use = |(_, value): &(usize, &Value)| corpus.with_value(facet, &value.id) > 0;
    let chosen = move || {
        browse.selection.with(|selection| selection.iter().filter(|(f, _)| *f == facet).count())
    };
    let open = chosen() > 0;
    view! {
        <details class="facet" open=open>
            <summary>
                {list.label.clone()}
                {move || match chosen() {
                    0 => None,
                    count => Some(view! { <span class="facet__chosen">{count}</span> }),
                }}
            </summary>
            <fieldset>
                <legend>{list.hint.clone()}</legend>
                {list.values.iter().enumerate().filter(in_use).map(|(at, value)| {
                    checkbox(browse, facet, at, value)
                }).collect_view()}
            </fieldset>
        </details>
    }
}

fn checkbox(browse: Browse, facet: Facet, at: usize, value: &'static Value) -> impl IntoView {
    let checked = move || browse.selection.with(|selection| selection.has(facet, &value.id));
    let count = move || {
        browse.counts.with(|counts| counts.get(facet as usize)?.get(at).copied()).unwrap_or(0)
    };
    view! {
        <label class="tick" class:tick--none=move || count() == 0>
            <input
                type="checkbox"
                name=facet.id()
                value=value.id.clone()
                prop:checked=checked
                on:change=move |_| {
                    browse.choose(browse.selection.get_untracked().toggled(facet, &value.id));
                }
            />
            <span class="tick__label">{value.label.clone()}</span>
            <span class="tick__count" aria-label=move || key::FILTER_COUNT.of(count())>{count}</span>
        </label>
    }
}

/// The cards, or what to do where there are none.
fn results(browse: Browse) -> String {
    let library = browse.app.library;
    let desk = desk();
    browse.shown.with(|shown| {
        if !shown.is_empty() {
            let partial = browse.found.with(|found| found.partial);
            return html::cards::list(desk, shown, partial);
        }
        let cases = browse.found.with(|found| library.cases_of(found));
        let query = browse.query.get();
        browse.selection.with(|selection| html::cards::empty(desk, &query, selection, &cases))
    })
}

/// Does what a control of the list asks for. Its button goes away with it, so the focus goes on to the count.
pub(crate) fn perform(app: App, act: Act, control: &Control) {
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
