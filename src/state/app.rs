//! The app as a whole: its data, the route and the offline worker's news.

use crate::{
    browser::location,
    domain::{library::Library, part::Parts, route::Route},
};
use leptos::prelude::*;

/// What every screen can reach. Copying it copies handles, not data.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The data; it lives as long as the page.
    pub(crate) library: &'static Library,
    /// What is shown.
    pub(crate) route: RwSignal<Route>,
    /// How far the parts have come that are fetched when they are needed.
    pub(crate) parts: RwSignal<Parts>,
    /// Whether a newer version has arrived and waits.
    pub(crate) update_ready: RwSignal<bool>,
    /// Whether the browser would put the app on the home screen.
    pub(crate) installable: RwSignal<bool>,
    /// The list of cases as it was last left, and how far it was scrolled.
    pub(crate) list: StoredValue<(Route, f64)>,
    /// What was shown first.
    pub(crate) entrance: &'static Route,
    /// How often the offline worker has begun to answer for this page: once, on a first visit.
    pub(crate) taken_over: RwSignal<u32>,
    /// Whether something that a person entered would be gone with the page.
    pub(crate) has_unsaved: RwSignal<bool>,
    /// Where the focus goes when the reader comes from the present screen to that route: the element that leads back here.
    pub(crate) return_to: StoredValue<Option<(Route, String)>>,
}

impl App {
    /// Starts from an address.
    pub(crate) fn new(library: &'static Library, entrance: Route) -> Self {
        let entrance: &Route = Box::leak(Box::new(entrance));
        Self {
            library,
            route: RwSignal::new(entrance.clone()),
            parts: RwSignal::new(Parts::default()),
            update_ready: RwSignal::new(false),
            installable: RwSignal::new(false),
            list: StoredValue::new((Route::home(), 0.0)),
            entrance,
            taken_over: RwSignal::new(0),
            has_unsaved: RwSignal::new(false),
            return_to: StoredValue::new(None),
        }
    }

    /// Goes to a route as if a link had been followed.
    pub(crate) fn go(self, route: Route) {
        // The same page again would make "back" look dead.
        if self.route.with_untracked(|now| *now != route) {
            location::push(&route.address());
            self.show(route);
        }
    }

    /// Changes what the present page shows, without a step in the history: one for every letter typed
    /// would make "back" useless.
    pub(crate) fn refine(self, route: Route) {
        location::replace(&route.address());
        self.show(route);
    }

    /// Shows the present page in another way, with the reader where they are: no step in the history, the same
    /// place, and the same folds open.
    pub(crate) fn stay(self, route: Route) {
        location::replace(&route.address());
        location::remember_place();
        self.show(route);
    }

    /// Follows the address after a link, "back" or a hand-typed change.
    pub(crate) fn follow(self) {
        let route = Route::parse(&location::fragment());
        // What came along in the address stays on the screen.
        if !self.route.with_untracked(|now| now.has_become(&route)) {
            self.show(route);
        }
    }

    fn show(self, route: Route) {
        let now = self.route.get_untracked();
        if now == route {
            return;
        }
        if matches!(now, Route::Browse { .. }) {
            self.list.set_value((now, location::scrolled()));
        }
        self.route.set(route);
    }
}

/// The app, from any screen inside it.
pub(crate) fn use_app() -> App {
    expect_context()
}
