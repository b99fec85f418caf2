//! The chunks of the app that are fetched when they are first needed (`domain::chunk`). From then on they are kept for use
//! without a network.
//!
//! What is marked `wasm_split` here begins a chunk: with everything that only it needs it becomes a file of its own when a
//! release is built with `--cfg split` (`xtask/split.rs`). Any other build has the whole app in one module.

#![allow(
    clippy::unnecessary_wraps,
    reason = "a result is how `wasm_split` tells that a file did not arrive"
)]

use crate::{
    browser::{details, dom, history, offline, parent_frame, scroll},
    domain::{
        chunk::{Chunk, ChunkState},
        embed_options::EmbedBuilder,
        library::Library,
        link_repair::{self, Repaired},
        route::Route,
    },
    i18n::{Lang, MORE_MESSAGES, Messages},
    loader::{self, DataFiles},
    pages::{
        self,
        about::AboutPage,
        check,
        embed_builder::{Choices, EmbedBuilderPage, RememberedChoices},
    },
    state::{
        app::App,
        language::{Asked, Language},
    },
};
use leptos::{prelude::*, task::spawn_local};
use std::{future::Future, pin::Pin, sync::OnceLock};
use wasm_split_helpers::SplitLoaderError;
#[cfg(split)]
use wasm_split_helpers::wasm_split;

/// The screens of a chunk that has come.
pub(crate) trait Screens: Send + Sync {
    /// Takes in the data of the chunk, as its file holds it; `None` where it cannot be read.
    fn take_in(&self, _library: &Library, _json: &str) -> Option<()> {
        Some(())
    }
    /// The screen for an address.
    fn page(&self, route: &Route) -> AnyView;
    /// What a damaged address most likely meant.
    fn repair(&self, _library: &Library, _fragment: &str) -> Option<Repaired> {
        None
    }
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
        std::future::ready($call).await
    };
}

static CASES: OnceLock<&'static dyn Screens> = OnceLock::new();
static CHECK: OnceLock<&'static dyn Screens> = OnceLock::new();
static ABOUT: OnceLock<&'static dyn Screens> = OnceLock::new();
static EMBED: OnceLock<&'static dyn Screens> = OnceLock::new();

/// The chunk that shows an address, if it is one of those that come later and has come.
pub(crate) fn screens_for(route: &Route) -> Option<&'static dyn Screens> {
    route.chunks().first().copied().and_then(screens_of)
}

/// A chunk with screens, if it has come.
fn screens_of(chunk: Chunk) -> Option<&'static dyn Screens> {
    match chunk {
        Chunk::Cases => CASES.get().copied(),
        Chunk::Check => CHECK.get().copied(),
        Chunk::About => ABOUT.get().copied(),
        Chunk::Embed => EMBED.get().copied(),
        Chunk::Words => None,
    }
}

/// Fetches a chunk that nobody has needed yet.
pub(crate) fn load_if_needed(app: App, chunk: Chunk) {
    let chunks = app.language.with_untracked(|language| language.chunks);
    if chunks.with_untracked(|chunks| chunks.get(chunk)) == ChunkState::NotLoaded {
        start_loading(app, chunk);
    }
}

/// Fetches a chunk, again if it failed before.
fn start_loading(app: App, chunk: Chunk) {
    spawn_local(async move {
        load(app, chunk).await;
    });
}

/// Fetches again whatever did not arrive.
pub(crate) fn retry(app: App) {
    let chunks = app.language.with_untracked(|language| language.chunks);
    for chunk in Chunk::ALL {
        if chunks.with_untracked(|chunks| chunks.get(chunk)) == ChunkState::Failed {
            start_loading(app, chunk);
        }
    }
    if let Asked::Failed(lang) = app.asked.get_untracked() {
        spawn_local(switch(app, lang, Asked::Shown));
    }
}

/// Waits until a chunk is there in the language that is shown, and says whether it came.
pub(crate) async fn load(app: App, chunk: Chunk) -> bool {
    load_in(app, app.language.get_untracked(), chunk).await
}

/// Waits until a chunk is there with its data in a language, and says whether both came.
async fn load_in(app: App, language: Language, chunk: Chunk) -> bool {
    let Language { messages, library, chunks } = language;
    if chunks.with_untracked(|chunks| chunks.get(chunk)) == ChunkState::Loaded {
        return true;
    }
    chunks.update(|chunks| chunks.set(chunk, ChunkState::Loading));
    // The data is on its way while the module is waited for.
    let data = chunk.data().map(|name| app.files.begin(language.lang(), name));
    let lacks_texts = chunk.shows_more_messages() && !messages.has_more();
    let texts = lacks_texts.then(|| app.files.begin(language.lang(), MORE_MESSAGES));
    let came = async {
        let screens = match chunk {
            Chunk::Cases => Some(loaded!(cases_chunk(app)).ok()?),
            Chunk::Check => Some(loaded!(check_chunk(app)).ok()?),
            Chunk::About => Some(loaded!(about_chunk(app)).ok()?),
            Chunk::Embed => Some(loaded!(embed_chunk(app)).ok()?),
            Chunk::Words => None,
        };
        if let Some(texts) = texts {
            texts.read(|json| messages.take_in_more(json).ok()).await?;
        }
        match (data, screens) {
            (Some(data), Some(screens)) => data.read(|json| screens.take_in(library, json)).await,
            (Some(data), None) => {
                let take_in = loaded!(words_chunk()).ok()?;
                data.read(|json| take_in(library, json)).await
            }
            (None, _) => Some(()),
        }
    };
    let came = came.await.is_some();
    if came && chunk == Chunk::Cases {
        // Before anybody is told that there is no such page.
        mend_address(app, library);
    }
    chunks.update(|chunks| {
        chunks.set(chunk, if came { ChunkState::Loaded } else { ChunkState::Failed });
    });
    // What every visit fetches the worker keeps by itself.
    if came && (chunk != Chunk::Cases || language.lang() != app.own.lang()) {
        spawn_local(offline::keep_part(language.lang().tag(), chunk.id()));
    }
    if came && language.lang() != app.own.lang() {
        spawn_local(offline::keep_part(language.lang().tag(), LANGUAGE));
    }
    came
}

/// Opens what a damaged address most likely meant, once the texts have come that tell which addresses there are.
pub(crate) fn mend_address(app: App, library: &Library) {
    history::settle_address();
    let cases = CASES.get().filter(|_| library.corpus.is_set());
    if let Some(repaired) = cases.and_then(|cases| cases.repair(library, &history::fragment())) {
        app.mend(repaired);
    }
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
        Some(lang) => spawn_local(switch(app, lang, Asked::Shown)),
        None if shown == app.own.lang() => app.asked.set(Asked::Unknown(asked)),
        None => spawn_local(switch(app, app.own.lang().clone(), Asked::Unknown(asked))),
    }
}

/// Changes the language. `then`: what has become of the one that was asked for.
async fn switch(app: App, lang: Lang, then: Asked) {
    app.asked.set(Asked::Loading(lang.clone()));
    match loaded!(language_chunk()) {
        Ok(languages) => (languages.change)(app, lang, then).await,
        Err(_) => app.asked.set(Asked::Failed(lang)),
    }
}

/// What the app begins with in another language than that of the page; `None` where it does not arrive.
pub(crate) async fn begin_language(files: &'static DataFiles, lang: Lang) -> Option<Beginning> {
    (loaded!(language_chunk()).ok()?.begin)(files, lang).await
}

/// What only those need who see the app in another language than that of the page.
struct Languages {
    /// See [`begin_language`].
    begin: fn(&'static DataFiles, Lang) -> Pending<Option<Beginning>>,
    /// See [`switch`].
    change: fn(App, Lang, Asked) -> Pending<()>,
}

/// What the app begins with in a language.
type Beginning = (Messages, Library);

/// Something that is waited for in the page.
type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// What the worker calls the chunk that changes the language.
const LANGUAGE: &str = "language";

#[cfg_attr(split, wasm_split(language, fallible))]
fn language_chunk() -> Result<&'static Languages, SplitLoaderError> {
    Ok(&Languages {
        begin: |files, lang| Box::pin(async move { loader::fetched(files, &lang).await }),
        change: |app, lang, then| Box::pin(change_language(app, lang, then)),
    })
}

/// Opens a language, with what it begins with.
async fn open(app: App, lang: &Lang) -> Option<Language> {
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
async fn change_language(app: App, lang: Lang, then: Asked) {
    let loading = Asked::Loading(lang.clone());
    let language = open(app, &lang).await;
    let mut came = language.is_some();
    if let Some(language) = language {
        // The reader may go on meanwhile.
        let missing = || {
            let needed = app.route.with_untracked(Route::chunks);
            let here = |chunk: &Chunk| {
                language.chunks.with_untracked(|chunks| chunks.get(*chunk)) == ChunkState::Loaded
            };
            needed.iter().copied().find(|chunk| !here(chunk))
        };
        while let (true, Some(chunk)) = (came, missing()) {
            came = load_in(app, language, chunk).await;
        }
    }
    // Somebody may have asked for another one meanwhile.
    if app.asked.get_untracked() != loading {
        return;
    }
    match language.filter(|_| came) {
        Some(language) => {
            show(app, language);
            app.asked.set(then);
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
pub(crate) async fn begin_frame() {
    if parent_frame::is_framed() {
        let _ = loaded!(frame_chunk());
    }
}

#[cfg_attr(split, wasm_split(frame, fallible))]
fn frame_chunk() -> Result<(), SplitLoaderError> {
    parent_frame::begin();
    Ok(())
}

#[cfg_attr(split, wasm_split(cases, fallible))]
fn cases_chunk(_app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
    Ok(*CASES.get_or_init(|| &CasesScreens))
}

/// The cases at full length, what went wrong in them, the words that they use, and what else needs no chunk of its own.
struct CasesScreens;

impl Screens for CasesScreens {
    fn take_in(&self, library: &Library, json: &str) -> Option<()> {
        library.take_in_cases(json).ok()
    }

    fn page(&self, route: &Route) -> AnyView {
        pages::with_cases(route)
    }

    fn repair(&self, library: &Library, fragment: &str) -> Option<Repaired> {
        link_repair::repair(library, fragment)
    }
}

/// Takes in the data of a chunk, as [`Screens::take_in`] does.
type TakeIn = fn(&Library, &str) -> Option<()>;

/// The words of like meaning, which the search of the list learns.
#[cfg_attr(split, wasm_split(words, fallible))]
fn words_chunk() -> Result<TakeIn, SplitLoaderError> {
    Ok(|library, json| library.take_in_thesaurus(json).ok())
}

#[cfg_attr(split, wasm_split(check, fallible))]
fn check_chunk(app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
    Ok(*CHECK.get_or_init(|| check::begin(app)))
}

#[cfg_attr(split, wasm_split(about, fallible))]
fn about_chunk(_app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
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
fn embed_chunk(app: App) -> Result<&'static dyn Screens, SplitLoaderError> {
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
