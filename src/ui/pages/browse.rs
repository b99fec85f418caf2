//! All cases: search box, filters, chips, count and cards.

use crate::{
    domain::{
        filter::Selection,
        keyboard::{self, Around, Move, Place},
        listing::Listing,
        part::Part,
        route::Route,
        vocabulary::{Facet, Value, WordList},
        words::key,
    },
    effects::{self, control::Control, focus, folds, location, page, timer},
    html::{
        Act,
        cards::{self, BOX, COUNT, SAID, link_id, slug_of},
    },
    state::app::{App, app},
    ui::{
        later,
        parts::{desk, live, written},
    },
};
use leptos::prelude::*;

/// The panel of filters.
const FILTERS: &str = "filters";

/// How long a list must have stayed the same before it is said, in milliseconds: longer than the pause between two
/// letters of a slow typist, short enough to be heard as an answer.
const PAUSE: i32 = 900;

/// The page.
pub(crate) fn page() -> impl IntoView {
    let app = app();
    let list = app.listing;
    view! {
        {written(list.with(|list| cards::hero(desk(), &list.query)))}
        <div class="browse">
            {filters(app)}
            {live(Box::new(move || list.with(|list| cards::results(desk(), list))))}
        </div>
    }
}

fn filters(app: App) -> impl IntoView {
    let list = app.listing;
    view! {
        // Beside the cases on a wide screen; on a phone they wait for a tap.
        <details class="filters" id=FILTERS open=page::is_wide()>
            <summary class="filters__title">
                {move || match list.with(|list| list.selection.len()) {
                    0 => key::FILTERS_TITLE.text().to_owned(),
                    count => key::FILTERS_CHOSEN.of(count),
                }}
            </summary>
            {Facet::ALL.into_iter().filter_map(|facet| {
                let list = app.library.vocabulary.facet(facet)?;
                Some(facet_group(app, facet, list))
            }).collect_view()}
            <p class="filters__show">
                <button class="button" type="button" data-act=Act::ShowCases.id()>
                    {move || key::FILTERS_SHOW.of(list.with(|list| list.shown.len()))}
                </button>
            </p>
        </details>
    }
}

fn facet_group(app: App, facet: Facet, words: &'static WordList) -> impl IntoView {
    let corpus = &app.library.corpus;
    let in_use = |(_, value): &(usize, &Value)| corpus.with_value(facet, &value.id) > 0;
    let chosen = move || match app.listing.with(|list| list.chosen(facet)) {
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
                    checkbox(app, facet, at, value)
                }).collect_view()}
            </fieldset>
        </details>
    }
}

fn checkbox(app: App, facet: Facet, at: usize, value: &'static Value) -> impl IntoView {
    let checked = move || app.listing.with(|list| list.selection.has(facet, &value.id));
    let count = move || app.listing.with(|list| list.count(facet, at));
    view! {
        <label class="tick" class:tick--none=move || count() == 0>
            <input
                type="checkbox"
                name=facet.id()
                value=value.id.clone()
                prop:checked=checked
            />
            <span class="tick__label">{value.label.clone()}</span>
            <span class="tick__count" aria-label=move || key::FILTER_COUNT.of(count())>
                {move || count().to_string()}
            </span>
        </label>
    }
}

fn toggle(app: App, facet: Facet, value: &str) {
    let (query, selection) =
        app.listing.with_untracked(|list| (list.query.clone(), list.selection.clone()));
    app.go(Route::Browse { query, selection: selection.toggled(facet, value) });
}

/// Goes on where the person was with the list that stood there before the app: with what they had typed, and as far down as
/// they had read.
pub(crate) fn go_on(app: App, typed: String, typing: bool, top: f64) {
    if !matches!(app.route.get_untracked(), Route::Browse { .. }) {
        return;
    }
    if !typed.is_empty() {
        ask(app, typed);
    }
    if top > 0.0 {
        location::scroll_to(top);
    }
    if typing {
        focus::step_to(BOX);
    }
}

/// Asks for something else, with the filters as they are.
fn ask(app: App, query: String) {
    let selection = app.listing.with_untracked(|list| list.selection.clone());
    app.refine(Route::Browse { query, selection });
}

/// After every change of the list: the box shows what was asked, and a screen reader hears what has become of the
/// list, once that has settled, not at every letter. What is under the reader anyway is not said again.
pub(crate) fn changed(app: App) {
    app.listing.with_untracked(|list| page::fill(BOX, &list.query));
    page::say(SAID, "");
    let tell = move || {
        if focus::current().as_deref() != Some(COUNT) {
            let said = app.listing.with_untracked(|list| cards::announcement(app.library, list));
            page::say(SAID, &said);
        }
    };
    timer::settle(PAUSE, Box::new(tell));
}

/// Takes what is typed into the search box, and the ticks of the filters.
pub(crate) fn typed(app: App, event: &web_sys::Event) {
    let Some((id, name, value)) = effects::keyboard::field(event) else { return };
    if id == BOX {
        ask(app, value);
    } else if let Some(facet) = Facet::from_id(&name) {
        toggle(app, facet, &value);
    }
}

/// Does what a key asks for; others stay the browser's.
pub(crate) fn press(app: App, event: &web_sys::Event) {
    let Some(here) = focus::current() else { return };
    let Some(key) = effects::keyboard::alone(event) else { return };
    let Some(asked) = app.listing.with_untracked(|list| asked(list, &key, &here)) else { return };
    event.prevent_default();
    let card = |at: usize| {
        let slug = |list: &Listing| list.shown.get(at).map(|hit| link_id(&hit.slug));
        app.listing.with_untracked(slug).unwrap_or_default()
    };
    match asked {
        Move::ToCard(at) => focus::step_to(&card(at)),
        Move::Open => focus::follow(&card(0)),
        Move::ToBox => focus::step_to(BOX),
        Move::ToList => {
            focus::focus(COUNT, true);
        }
        Move::Empty => ask(app, String::new()),
    }
}

/// What a key asks for while the element with the id `here` has the focus.
fn asked(list: &Listing, key: &str, here: &str) -> Option<Move> {
    let place = if here == BOX {
        Place::Box
    } else {
        let slug = slug_of(here)?;
        Place::Card(list.shown.iter().position(|hit| hit.slug == slug)?)
    };
    let around = Around {
        cards: list.shown.len(),
        empty: list.query.is_empty(),
        asks: list.asks,
        touch: page::is_touched(),
    };
    keyboard::what(key, place, around)
}

/// Does what a control of the list asks for. The button of a filter goes away with it, so the focus goes on to
/// the count, once it is drawn.
pub(crate) fn perform(app: App, act: Act, control: &Control) {
    let (query, selection) =
        app.listing.with_untracked(|list| (list.query.clone(), list.selection.clone()));
    let selection = match act {
        Act::ShowCases => {
            folds::close(FILTERS);
            focus::focus(COUNT, true);
            return;
        }
        Act::Search => {
            later::need(app, Part::Words);
            // A drawn keyboard covers the lower half of the screen.
            if page::is_touched() {
                focus::to_top(BOX);
            }
            return;
        }
        Act::ClearQuery => {
            ask(app, String::new());
            focus::focus(BOX, false);
            return;
        }
        Act::Drop => {
            let Some(facet) = Facet::from_id(&control.get("data-facet")) else { return };
            selection.without(facet, &control.get("data-value"))
        }
        Act::DropAll => Selection::default(),
        _ => return,
    };
    app.go(Route::Browse { query, selection });
    request_animation_frame(|| {
        focus::focus(COUNT, false);
    });
}
