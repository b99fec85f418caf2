//! The app as a whole: its data, the route and the offline worker's news.

use super::language::{Asked, Language};
use crate::{
    browser::location,
    domain::{library::Library, listing::Listing, part::Part, route::Route},
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
    /// The list of cases, as the address asks for it; away from it, as it was last.
    pub(crate) listing: Memo<Listing>,
    /// Whether a newer version has arrived and waits.
    pub(crate) update_ready: RwSignal<bool>,
    /// Whether the browser would put the app on the home screen.
    pub(crate) installable: RwSignal<bool>,
    /// The list of cases as it was last left, and how far it was scrolled.
    pub(crate) list: StoredValue<(Route, f64)>,
    /// What was shown first.
    pub(crate) entrance: &'static Route,
}

impl App {
    /// Starts from the page's address and from what is kept on the phone.
    pub(crate) fn new(
        files: &'static DataFiles,
        own: Language,
        shown: Language,
        asked: Asked,
    ) -> Self {
        let entrance: &Route = Box::leak(Box::new(Route::parse(&location::fragment())));
        let route = RwSignal::new(entrance.clone());
        let language = RwSignal::new(shown);
        let listed = StoredValue::new(shown.messages);
        let listing = Memo::new(move |before: Option<&Listing>| {
            let Language { messages, library, parts } = language.get();
            // With the texts, and with the words of like meaning, the same question finds more.
            parts.with(|parts| (parts.get(Part::Cases), parts.get(Part::Words)));
            route.with(|route| match route {
                Route::Browse { query, selection } => {
                    // What was found in another language is not found again in this one.
                    let before = before.filter(|_| listed.get_value() == messages);
                    listed.set_value(messages);
                    Listing::of(library, query, selection, before)
                }
                _ => before.cloned().unwrap_or_default(),
            })
        });
        Self {
            files,
            own,
            language,
            asked: RwSignal::new(asked),
            opened: StoredValue::new(vec![shown]),
            route,
            listing,
            update_ready: RwSignal::new(false),
            installable: RwSignal::new(false),
            list: StoredValue::new((Route::home(), 0.0)),
            entrance,
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
        location::replace(&self.address(route));
    }

    /// Writes the language that is shown into the present address, which may lack it behind a link.
    pub(crate) fn complete_address(self) {
        let address = location::fragment();
        let completed = self.in_language(if address.is_empty() { "#/" } else { &address });
        if Lang::of_address(&address).is_none() && completed != "#/" {
            location::amend(&completed);
        }
    }

    /// Goes to a route as if a link had been followed.
    pub(crate) fn go(self, route: Route) {
        // The same page again would make "back" look dead.
        if self.route.with_untracked(|now| *now != route) {
            location::push(&self.address(&route));
            self.show(route);
        }
    }

    /// Changes what the present page shows, without a step in the history: one for every letter typed
    /// would make "back" useless.
    pub(crate) fn refine(self, route: Route) {
        self.replace_address(&route);
        self.show(route);
    }

    /// Shows the present page in another way, with the reader where they are: no step in the history, the same
    /// place, and the same folds open.
    pub(crate) fn stay(self, route: Route) {
        self.replace_address(&route);
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
pub(crate) fn app() -> App {
    expect_context()
}
