//! All cases: search box, filters, chips, count and cards.

use crate::{
    browser::{self, control::Control, focus, folds, location, page, ticks, timer},
    domain::{
        filter::Selection,
        keyboard::{self, Around, Move, Place},
        listing::Listing,
        part::Part,
        route::Route,
        vocabulary::Facet,
    },
    html::{
        Act,
        cards::{self, BOX, COUNT, SAID, link_id, slug_of},
        filters,
    },
    lazy,
    state::app::App,
    written::{desk, written},
};
use leptos::prelude::*;

/// How long a list must have stayed the same before it is said, in milliseconds: longer than the pause between two
/// letters of a slow typist, short enough to be heard as an answer.
const PAUSE: i32 = 900;

/// The page.
pub(crate) fn page(app: App) -> AnyView {
    let desk = desk();
    written(app.listing.with_untracked(|list| cards::page(desk, list)))
}

/// Writes anew what follows from the list, on a page that stands. Asked for by the app, not by the page: what a page asks of a
/// list would be noted there for ever, for every time it was opened.
pub(crate) fn follow(app: App) {
    app.listing.with_untracked(|list| {
        page::put(cards::LIST, &cards::results(desk(), list));
        news(app, list);
    });
}

/// What the panel says of the list.
fn news(app: App, list: &Listing) {
    let news = filters::news(app.library(), list);
    page::say(filters::TITLE, &news.title);
    page::say(filters::SHOW, &news.show);
    for (facet, chosen) in &news.chosen {
        page::say(&filters::chosen_id(*facet), chosen);
    }
    let told = news.ticks.iter().map(|tick| (tick.checked, &*tick.count, &*tick.said));
    ticks::show(filters::PANEL, told);
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
            let said = app.listing.with_untracked(|list| cards::announcement(app.library(), list));
            page::say(SAID, &said);
        }
    };
    timer::settle(PAUSE, Box::new(tell));
}

/// Takes what is typed into the search box, and the ticks of the filters.
pub(crate) fn typed(app: App, event: &web_sys::Event) {
    let Some((id, name, value)) = browser::keyboard::field(event) else { return };
    if id == BOX {
        ask(app, value);
    } else if let Some(facet) = Facet::from_id(&name) {
        toggle(app, facet, &value);
    }
}

/// Does what a key asks for; others stay the browser's.
pub(crate) fn press(app: App, event: &web_sys::Event) {
    let Some(here) = focus::current() else { return };
    let Some(key) = browser::keyboard::alone(event) else { return };
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
            folds::close(filters::PANEL);
            focus::focus(COUNT, true);
            return;
        }
        Act::Search => {
            lazy::need(app, Part::Words);
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
