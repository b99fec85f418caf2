//! The list of cases as a person has searched and filtered it.

use super::{app::App, language::Language, memo::memo};
use crate::{
    browser::{self, debounce::Debounce, focus, media, parent_frame},
    domain::{
        case::CaseStudy,
        chunk::{Chunk, ChunkState},
        filter::Selection,
        keyboard::{self, KeyContext, Move, Place},
        library::Library,
        listing::Listing,
        route::Route,
        vocabulary::Facet,
    },
    i18n::{Messages, key},
};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The id of the search box.
pub(crate) const SEARCH_BOX: &str = "search";
/// The id of the search box of the first paint. The app takes over what was typed into it.
pub(crate) const EARLY_SEARCH_BOX: &str = "search-early";
/// The id of the line that counts the cases.
pub(crate) const COUNT: &str = "count";

/// How long a list must have stayed the same before it is announced, in milliseconds: longer than the pause between two
/// letters of a slow typist, short enough to be heard as an answer.
const PAUSE: u32 = 900;

/// How long no letter must have come until the whole list is laid out, in milliseconds.
const TYPING: u32 = 500;

/// The id of the link on the card of a case.
pub(crate) fn card_link_id(slug: &str) -> String {
    ["card-", slug].concat()
}

/// The list on the screen. Copying it copies handles. It lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Browse {
    app: App,
    /// What the address asks for: the text of the search, and the filter values, which are not checked yet.
    question: Memo<(String, Selection)>,
    /// How far the texts of the cases and the words of like meaning have come.
    data: Memo<(ChunkState, ChunkState)>,
    /// What is shown for it.
    pub(crate) listing: Memo<Listing>,
    /// Whether letters are coming in on a phone: until they have come, only the cards on the screen are laid out, and the counts
    /// of the filters, which lie folded away, stay as they were.
    pub(crate) is_typing: RwSignal<bool>,
    /// Notices that no letters come any more.
    typing: Debounce,
    /// What a screen reader announces.
    pub(crate) announcement: RwSignal<String>,
}

impl Browse {
    /// The list that the address asks for. It follows the address and the data that comes later.
    pub(crate) fn new(app: App) -> Self {
        let question = Memo::new(move |before: Option<&(String, Selection)>| {
            app.route.with(|route| match route {
                Route::Browse { query, selection } => (query.clone(), selection.clone()),
                // The page is just being left.
                _ => before.cloned().unwrap_or_default(),
            })
        });
        // In another language the page is another one.
        let Language { library, chunks, .. } = app.language.get_untracked();
        // With the texts, and with the words of like meaning, the same question finds more.
        let data = Memo::new(move |_| {
            chunks.with(|chunks| (chunks.get(Chunk::Cases), chunks.get(Chunk::Words)))
        });
        let listing = Memo::new(move |before: Option<&Listing>| {
            data.track();
            question.with(|(query, selection)| Listing::of(library, query, selection, before))
        });
        Self {
            app,
            question,
            data,
            listing,
            is_typing: RwSignal::new(false),
            typing: Debounce::new(TYPING),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// A list that stays as it is.
    #[cfg(feature = "ssr")]
    pub(crate) fn fixed(app: App, listing: Listing) -> Self {
        let question = (listing.query.clone(), listing.selection.clone());
        Self {
            app,
            question: Memo::new(move |_| question.clone()),
            data: Memo::new(|_| (ChunkState::Loaded, ChunkState::Loaded)),
            listing: Memo::new(move |_| listing.clone()),
            is_typing: RwSignal::new(false),
            typing: Debounce::new(TYPING),
            announcement: RwSignal::new(String::new()),
        }
    }

    /// A value derived from the list, which tells those who read it only when it has changed.
    pub(crate) fn derive<T: PartialEq + Send + Sync + 'static>(
        self,
        value: impl Fn(&Listing) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        memo(move || self.listing.with(&value))
    }

    /// Whether the search has to do without the texts of the cases, because they could not be fetched.
    pub(crate) fn lacks_texts(self) -> Memo<bool> {
        memo(move || {
            self.data.with(|(texts, _)| *texts == ChunkState::Failed)
                && self.listing.with(|list| list.asks)
        })
    }

    /// Whether nothing is on its way that a search could find more with.
    pub(crate) fn is_settled(self) -> Memo<bool> {
        let settled = |state: ChunkState| matches!(state, ChunkState::Loaded | ChunkState::Failed);
        memo(move || self.data.with(|(texts, words)| settled(*texts) && settled(*words)))
    }

    /// Searches for something else, with the filters as they are.
    pub(crate) fn search(self, query: String) {
        // Elsewhere the processor is fast, and the arrow keys go through the list. An iframe as high as its content tells its height,
        // which must not be a guess.
        if media::is_touched() && !parent_frame::grows() {
            if !self.is_typing.get_untracked() {
                self.is_typing.set(true);
            }
            self.typing.run(move || self.is_typing.set(false));
        }
        let selection = self.listing.with_untracked(|list| list.selection.clone());
        self.app.refine(Route::Browse { query, selection });
    }

    /// Empties the search box, and goes on there.
    pub(crate) fn clear_query(self) {
        self.search(String::new());
        focus::focus(SEARCH_BOX, false);
    }

    /// Chooses a filter value, or no longer.
    pub(crate) fn toggle(self, facet: Facet, value: &str) {
        self.filter(self.selection().toggled(facet, value));
    }

    /// Drops a filter value by a button, which goes away with it.
    pub(crate) fn drop_value(self, facet: Facet, value: &str) {
        self.filter(self.selection().without(facet, value));
        focus_count();
    }

    /// Drops every filter value by a button, which goes away with them.
    pub(crate) fn drop_all(self) {
        self.filter(Selection::default());
        focus_count();
    }

    fn selection(self) -> Selection {
        self.listing.with_untracked(|list| list.selection.clone())
    }

    fn filter(self, selection: Selection) {
        let query = self.listing.with_untracked(|list| list.query.clone());
        self.app.go(Route::Browse { query, selection });
    }

    /// Does what a key asks for in the search box (`card`: `None`) or on the card of a case. Other keys stay the browser's.
    pub(crate) fn press(self, event: &KeyboardEvent, card: Option<&str>) {
        let Some(key) = browser::keyboard::alone(event) else { return };
        let asked = self.listing.with_untracked(|list| {
            let place = match card {
                None => Place::Box,
                Some(slug) => Place::Card(list.shown.iter().position(|hit| hit.slug == slug)?),
            };
            let context = KeyContext {
                cards: list.shown.len(),
                empty: list.query.is_empty(),
                asks: list.asks,
                touch: media::is_touched(),
            };
            keyboard::command(&key, place, context)
        });
        let Some(asked) = asked else { return };
        event.prevent_default();
        match asked {
            Move::ToCard(at) => focus::focus_and_scroll(&self.card_link_at(at)),
            Move::Open => focus::follow(&self.card_link_at(0)),
            Move::ToBox => focus::focus_and_scroll(SEARCH_BOX),
            Move::ToList => {
                focus::focus(COUNT, true);
            }
            Move::Empty => self.search(String::new()),
        }
    }

    fn card_link_at(self, at: usize) -> String {
        let link = |list: &Listing| list.shown.get(at).map(|hit| card_link_id(&hit.slug));
        self.listing.with_untracked(link).unwrap_or_default()
    }

    /// Ends what waits for the last letter, because something else is done.
    pub(crate) fn end_typing(self) {
        if self.is_typing.get_untracked() {
            self.is_typing.set(false);
        }
    }

    /// Announces after every change of the question what has become of the list, once that has settled, not at every letter.
    /// What is under the reader anyway is not said again, and neither is the list that the page was opened with.
    pub(crate) fn announce_changes(self, messages: Messages) {
        let debounce = Debounce::new(PAUSE);
        Effect::new(move |before: Option<()>| {
            self.question.track();
            if before.is_none() {
                return;
            }
            self.announcement.set(String::new());
            debounce.run(move || {
                if focus::current().as_deref() != Some(COUNT) {
                    let list = self.listing.get_untracked();
                    self.announcement.set(announcement(self.app.library(), messages, &list));
                }
            });
        });
    }
}

/// Moves the focus to the count, once what has changed is drawn.
fn focus_count() {
    request_animation_frame(|| {
        focus::focus(COUNT, false);
    });
}

/// The list that the screen shows.
pub(crate) fn use_browse() -> Browse {
    expect_context()
}

/// What to do where no case is left. `cases` are those that the query finds without any filter.
pub(crate) fn advice(messages: Messages, list: &Listing, cases: &[&CaseStudy]) -> String {
    if cases.is_empty() {
        messages.fill(key::EMPTY_QUERY, &[("query", &list.query)])
    } else if list.selection.ways_out(cases).is_empty() {
        messages.text(key::EMPTY_FILTERS_MANY).to_owned()
    } else {
        messages.text(key::EMPTY_FILTERS).to_owned()
    }
}

/// What a screen reader says once the list has changed: how many cases for which search, and what stands above them or in
/// their place.
pub fn announcement(library: &Library, messages: Messages, list: &Listing) -> String {
    let count = messages.count(key::RESULTS_COUNT, list.shown.len());
    let query = list.query.trim();
    let key = if query.is_empty() { key::SAID_ALL } else { key::SAID_FOR };
    let count = messages.fill(key, &[("cases", &count), ("query", query)]);
    let mut said = vec![count];
    if list.shown.is_empty() {
        said.push(advice(messages, list, &library.cases_of(&list.found)));
    } else if !list.mistyped().is_empty() {
        said.push(messages.fill(key::SAID_MEANT, &[("meant", list.corrected_query().trim())]));
    } else if list.found.partial {
        said.push(messages.text(key::RESULTS_PARTIAL).to_owned());
    }
    said.join(" ")
}
