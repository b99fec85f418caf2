//! The parts of the app that are fetched when they are first needed (`domain::part`). From then on they are kept for use
//! without a network.
//!
//! What is marked `wasm_split` here begins a part: with everything that only it needs it becomes a file of its own when a
//! release is built with `--cfg split` (`xtask/split.rs`). Any other build has the whole app in one module.

#![allow(
    clippy::unnecessary_wraps,
    reason = "a result is how `wasm_split` tells that a file did not arrive"
)]

use crate::{
    browser::{details, dom, history, offline, parent_frame, scroll},
    domain::{
        embed_options::EmbedBuilder,
        library::Library,
        part::{Part, State},
        route::Route,
    },
    i18n::Lang,
    loader,
    pages::{
        about::AboutPage,
        case::CasePage,
        check,
        difficulties::DifficultiesPage,
        embed_builder::{Choices, EmbedBuilderPage, RememberedChoices},
        glossary::GlossaryPage,
    },
    state::{
        app::{App, use_app},
        language::{Asked, Language},
    },
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::OnceLock;
use wasm_split_helpers::SplitLoaderError;
#[cfg(split)]
use wasm_split_helpers::wasm_split;

/// The screens of a part that has come.
pub(crate) trait Screens: Send + Sync {
    /// Takes in the data of the part, as its file holds it; `None` where it cannot be read.
    fn take_in(&self, _library: &Library, _json: &str) -> Option<()> {
        Some(())
    }
    /// The screen for an address.
    fn page(&self, route: &Route) -> AnyView;
}

/// Waits for the module that a function is in, and calls it. In a build that is not split it is there.
#[cfg(split)]
macro_rules! loaded {
    ($call:expr) => {
        $call.await
    };
}
/// See there.
#[cfg(not(split))]
macro_rules! loaded {
    ($call:expr) => {
        $call
    };
}

static CASES: OnceLock<&'static dyn Screens> = OnceLock::new();
static CHECK: OnceLock<&'static dyn Screens> = OnceLock::new();
static ABOUT: OnceLock<&'static dyn Screens> = OnceLock::new();
static EMBED: OnceLock<&'static dyn Screens> = OnceLock::new();

/// The part that shows an address, if it is one of those that come later and has come.
pub(crate) fn shows(route: &Route) -> Option<&'static dyn Screens> {
    route.parts().first().copied().and_then(part)
}

/// A part with screens, if it has come.
pub(crate) fn part(part: Part) -> Option<&'static dyn Screens> {
    match part {
        Part::Cases => CASES.get().copied(),
        Part::Check => CHECK.get().copied(),
        Part::About => ABOUT.get().copied(),
        Part::Embed => EMBED.get().copied(),
        Part::Words => None,
    }
}

/// Fetches a part that nobody has needed yet.
pub(crate) fn need(app: App, part: Part) {
    let parts = app.language.with_untracked(|language| language.parts);
    if parts.with_untracked(|parts| parts.get(part)) == State::Away {
        fetch(app, part);
    }
}

/// Fetches a part, again if it failed before.
pub(crate) fn fetch(app: App, part: Part) {
    spawn_local(async move {
        come(app, part).await;
    });
}

/// Fetches again whatever did not arrive.
pub(crate) fn retry(app: App) {
    let parts = app.language.with_untracked(|language| language.parts);
    for part in Part::ALL {
        if parts.with_untracked(|parts| parts.get(part)) == State::Failed {
            fetch(app, part);
        }
    }
    if let Asked::Failed(lang) = app.asked.get_untracked() {
        spawn_local(switch(app, lang));
    }
}

/// Waits until a part is there in the language that is shown, and says whether it came.
pub(crate) async fn come(app: App, part: Part) -> bool {
    come_in(app, app.language.get_untracked(), part).await
}

/// Waits until a part is there with its data in a language, and says whether both came.
async fn come_in(app: App, language: Language, part: Part) -> bool {
    let Language { library, parts, .. } = language;
    if parts.with_untracked(|parts| parts.get(part)) == State::Here {
        return true;
    }
    parts.update(|parts| parts.set(part, State::Coming));
    // The data is on its way while the module is waited for.
    let data = part.data().map(|name| app.files.begin(language.lang(), name));
    let came = async {
        let screens = match part {
            Part::Cases => Some(loaded!(cases_part(app)).ok()?),
            Part::Check => Some(loaded!(check_part(app)).ok()?),
            Part::About => Some(loaded!(about_part(app)).ok()?),
            Part::Embed => Some(loaded!(embed_part(app)).ok()?),
            Part::Words => None,
        };
        match (data, screens) {
            (Some(data), Some(screens)) => data.read(|json| screens.take_in(library, json)).await,
            (Some(data), None) => data.read(|json| library.take_in_thesaurus(json).ok()).await,
            (None, _) => Some(()),
        }
    };
    let came = came.await.is_some();
    parts.update(|parts| parts.set(part, if came { State::Here } else { State::Failed }));
    // What every visit fetches the worker keeps by itself.
    if came && (part != Part::Cases || language.lang() != app.own.lang()) {
        spawn_local(offline::keep_part(language.lang().tag(), part.id()));
    }
    came
}

/// Shows the app in the language that the address asks for. One that names none leaves it as it is.
pub(crate) fn follow_language(app: App) {
    app.complete_address();
    let Some(asked) = Lang::of_address(&history::fragment()) else {
        // Who goes on has read that there is no such language.
        if matches!(app.asked.get_untracked(), Asked::Unknown(_)) {
            app.asked.set(Asked::Shown);
        }
        return;
    };
    let shown = app.messages().lang();
    match app.files.lookup(&asked) {
        Some(lang) if lang == *shown => app.asked.set(Asked::Shown),
        Some(lang) => spawn_local(switch(app, lang)),
        None => {
            show(app, app.own);
            app.asked.set(Asked::Unknown(asked));
        }
    }
}

/// Opens a language, with what it begins with.
pub(crate) async fn open(app: App, lang: &Lang) -> Option<Language> {
    let known = |language: &Language| language.lang() == lang;
    let opened = app.opened.with_value(|opened| opened.iter().copied().find(known));
    if opened.is_some() || *app.own.lang() == *lang {
        return opened.or(Some(app.own));
    }
    let language = Language::new(loader::fetched(app.files, lang).await?);
    app.opened.update_value(|opened| opened.push(language));
    Some(language)
}

/// Changes the language once all is there that the present screen needs; until then it stays as it is.
async fn switch(app: App, lang: Lang) {
    let loading = Asked::Loading(lang.clone());
    app.asked.set(loading.clone());
    let language = open(app, &lang).await;
    let mut came = language.is_some();
    if let Some(language) = language {
        // The reader may go on meanwhile.
        let missing = || {
            let needed = app.route.with_untracked(Route::parts);
            let here = |part: &Part| {
                language.parts.with_untracked(|parts| parts.get(*part)) == State::Here
            };
            needed.iter().copied().find(|part| !here(part))
        };
        while let (true, Some(part)) = (came, missing()) {
            came = come_in(app, language, part).await;
        }
    }
    // Somebody may have asked for another one meanwhile.
    if app.asked.get_untracked() != loading {
        return;
    }
    match language.filter(|_| came) {
        Some(language) => {
            show(app, language);
            app.asked.set(Asked::Shown);
        }
        None => app.asked.set(Asked::Failed(lang)),
    }
}

/// The element that holds the page.
const MAIN: &str = "main";

/// Draws the app anew in a language, with the reader where they are.
fn show(app: App, language: Language) {
    if app.messages() == language.messages {
        return;
    }
    let (top, open) = (scroll::top_of(MAIN), details::open());
    dom::set_language(language.lang().tag());
    app.language.set(language);
    app.complete_address();
    // What is drawn anew is drawn after this.
    request_animation_frame(move || {
        details::restore(&open);
        if let Some(top) = top {
            scroll::keep_top_of(MAIN, top);
        }
    });
}

/// Fetches what only a frame on another page needs, which then begins to speak with that page. Where it does not arrive, the
/// frame stays as high as it is.
#[cfg_attr(
    not(split),
    expect(clippy::unused_async, reason = "only a module of its own is waited for")
)]
pub(crate) async fn begin_frame() {
    if parent_frame::is_framed() {
        let _ = loaded!(frame_part());
    }
}

#[cfg_attr(split, wasm_split(frame, fallible))]
fn frame_part() -> Result<(), SplitLoaderError> {
    parent_frame::begin();
    Ok(())
}

#[cfg_attr(split, wasm_split(cases, fallible))]
fn cases_part(_app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
    Ok(*CASES.get_or_init(|| &CasesScreens))
}

/// The cases at full length, what went wrong in them, and the words that they use.
struct CasesScreens;

impl Screens for CasesScreens {
    fn take_in(&self, library: &Library, json: &str) -> Option<()> {
        library.take_in_cases(json).ok()
    }

    fn page(&self, route: &Route) -> AnyView {
        match route {
            Route::Case { slug, query, .. } => {
                // Back to the list as it was left, with its search and filters.
                let back = use_app().list.with_value(|(list, _)| list.clone());
                view! { <CasePage slug=slug.clone() query=query.clone() back=back/> }.into_any()
            }
            Route::Difficulties { at } => view! { <DifficultiesPage at=at.clone()/> }.into_any(),
            _ => view! { <GlossaryPage/> }.into_any(),
        }
    }
}

#[cfg_attr(split, wasm_split(check, fallible))]
fn check_part(app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
    Ok(*CHECK.get_or_init(|| check::begin(app)))
}

#[cfg_attr(split, wasm_split(about, fallible))]
fn about_part(_app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
    Ok(*ABOUT.get_or_init(|| &AboutScreens))
}

/// The page about the app.
struct AboutScreens;

impl Screens for AboutScreens {
    fn take_in(&self, library: &Library, json: &str) -> Option<()> {
        library.take_in_guide(json).ok()
    }

    fn page(&self, _: &Route) -> AnyView {
        view! { <AboutPage/> }.into_any()
    }
}

#[cfg_attr(split, wasm_split(embed, fallible))]
fn embed_part(app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
    Ok(*EMBED.get_or_init(|| {
        let builder = EmbedBuilder::at(&history::site(), &app.library().corpus);
        let choices = Choices { builder, full_width: false };
        Box::leak(Box::new(EmbedBuilderScreens(RememberedChoices::new(choices))))
    }))
}

/// The page for partners, with what was chosen on it.
struct EmbedBuilderScreens(RememberedChoices);

impl Screens for EmbedBuilderScreens {
    fn page(&self, _: &Route) -> AnyView {
        let remembered = self.0.clone();
        view! { <EmbedBuilderPage remembered=remembered/> }.into_any()
    }
}
