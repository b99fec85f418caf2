//! The app as a whole: its data, the route and the offline worker's news.

use super::language::{Asked, Language};
use crate::{
    browser::{history, scroll},
    domain::{library::Library, link_repair::Repaired, route::Route},
    i18n::{Lang, Messages},
    loader::DataFiles,
};
use leptos::prelude::*;

/// What every screen can reach. Copying it copies handles, not data.
#[derive(Clone, Copy)]
pub(crate) struct App {
    /// The data files of the release.
    pub(crate) files: &'static DataFiles,
    /// The language of the page itself, in which everything is there.
    pub(crate) own: Language,
    /// The language that the app is shown in.
    pub(crate) language: RwSignal<Language>,
    /// What has become of the language that the address asks for.
    pub(crate) asked: RwSignal<Asked>,
    /// The languages that have been opened besides the page's own.
    pub(crate) opened: StoredValue<Vec<Language>>,
    /// What is shown.
    pub(crate) route: RwSignal<Route>,
    /// What of the address that led here could not be understood.
    pub(crate) left_out: RwSignal<Vec<String>>,
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
    /// Starts from an address. `own`: the language of the page itself; `shown`: the one that the app is shown in; `asked`: what
    /// has become of the one that the address asks for.
    pub(crate) fn new(
        files: &'static DataFiles,
        own: Language,
        shown: Language,
        asked: Asked,
        entrance: Route,
    ) -> Self {
        let entrance: &Route = Box::leak(Box::new(entrance));
        Self {
            files,
            own,
            language: RwSignal::new(shown),
            asked: RwSignal::new(asked),
            opened: StoredValue::new(vec![shown]),
            route: RwSignal::new(entrance.clone()),
            left_out: RwSignal::new(Vec::new()),
            update_ready: RwSignal::new(false),
            installable: RwSignal::new(false),
            list: StoredValue::new((Route::home(), 0.0)),
            entrance,
            taken_over: RwSignal::new(0),
            has_unsaved: RwSignal::new(false),
            return_to: StoredValue::new(None),
        }
    }

    /// The data in the language that is shown.
    pub(crate) fn library(self) -> &'static Library {
        self.language.with_untracked(|language| language.library)
    }

    /// The texts of the interface in the language that is shown.
    pub(crate) fn messages(self) -> Messages {
        self.language.with_untracked(|language| language.messages)
    }

    /// The address of a route in the language that is shown; the page's own needs no mention.
    pub(crate) fn address(self, route: &Route) -> String {
        self.in_language(&route.address())
    }

    fn in_language(self, address: &str) -> String {
        let lang = self.messages().lang();
        if lang == self.own.lang() { address.to_owned() } else { lang.into_address(address) }
    }

    /// Writes the address of a route in the place of the present one.
    pub(crate) fn replace_address(self, route: &Route) {
        history::replace(&self.address(route));
    }

    /// Writes the language that is shown into the present address, which may lack it behind a link.
    pub(crate) fn complete_address(self) {
        let address = history::fragment();
        let completed = self.in_language(if address.is_empty() { "#/" } else { &address });
        if Lang::of_address(&address).is_none() && completed != "#/" {
            history::amend(&completed);
        }
    }

    /// Goes to a route as if a link had been followed.
    pub(crate) fn go(self, route: Route) {
        // The same page again would make "back" look dead.
        if self.route.with_untracked(|now| *now != route) {
            history::push(&self.address(&route));
            self.left_out.set(Vec::new());
            self.show(route);
        }
    }

    /// Changes what the present page shows, without a step in the history: one for every letter typed
    /// would make "back" useless.
    pub(crate) fn refine(self, route: Route) {
        history::replace_later(self.address(&route));
        self.show(route);
    }

    /// Shows the present page in another way, with the reader where they are: no step in the history, the same
    /// place, and the same folds open.
    pub(crate) fn stay(self, route: Route) {
        self.replace_address(&route);
        history::remember_place();
        self.show(route);
    }

    /// Follows the address after a link, "back" or a hand-typed change.
    pub(crate) fn follow(self) {
        history::forget_address();
        self.left_out.set(Vec::new());
        let route = Route::parse(&history::fragment());
        // What came along in the address stays on the screen.
        if !self.route.with_untracked(|now| now.has_become(&route)) {
            self.show(route);
        }
    }

    /// Opens what a damaged address most likely meant, and puts the address right.
    pub(crate) fn mend(self, repaired: Repaired) {
        let address = repaired.route.address();
        let lang = repaired.lang.as_deref().and_then(Lang::parse);
        history::amend(
            &lang.map_or_else(|| self.in_language(&address), |lang| lang.into_address(&address)),
        );
        self.left_out.set(repaired.left_out);
        self.show(repaired.route);
    }

    fn show(self, route: Route) {
        let now = self.route.get_untracked();
        if now == route {
            return;
        }
        if matches!(now, Route::Browse { .. }) {
            self.list.set_value((now, scroll::position()));
        }
        self.route.set(route);
    }
}

/// The app, from any screen inside it.
pub(crate) fn use_app() -> App {
    expect_context()
}
