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
    browser::{control::Control, frame, offline},
    domain::{
        part::{Part, State},
        route::Route,
    },
    embedded,
    html::Act,
    pages::{
        about::AboutPage, case::CasePage, check, difficulties::DifficultiesPage, embed,
        glossary::GlossaryPage,
    },
    state::app::{App, use_app},
};
use leptos::{prelude::*, task::spawn_local};
use std::sync::OnceLock;
use wasm_split_helpers::SplitLoaderError;
#[cfg(split)]
use wasm_split_helpers::wasm_split;

/// What the app asks of a part that has come.
pub(crate) trait Screens: Send + Sync {
    /// The screen for an address.
    fn page(&self, route: &Route) -> AnyView;
    /// The title for an address, where the screen does not set it itself.
    fn title(&self, _route: &Route) -> Option<String> {
        None
    }
    /// Does what a control of its screens asks for.
    fn perform(&self, _act: Act, _event: &web_sys::Event, _control: &Control) {}
    /// Takes what is typed into a field of its screens; says whether it was one.
    fn typed(&self, _event: &web_sys::Event) -> bool {
        false
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
    if app.parts.with_untracked(|parts| parts.get(part) == State::Away) {
        fetch(app, part);
    }
}

/// Fetches a part, again if it failed before.
pub(crate) fn fetch(app: App, part: Part) {
    spawn_local(async move {
        come(app, part).await;
    });
}

/// Fetches again what could not be fetched.
pub(crate) fn fetch_failed(app: App) {
    for part in Part::ALL {
        if app.parts.with_untracked(|parts| parts.get(part)) == State::Failed {
            fetch(app, part);
        }
    }
}

/// Waits until a part is there, and says whether it came.
pub(crate) async fn come(app: App, part: Part) -> bool {
    let note = move |state| app.parts.update(|parts| parts.set(part, state));
    if app.parts.with_untracked(|parts| parts.get(part) == State::Here) {
        return true;
    }
    note(State::Coming);
    let came = match part {
        Part::Cases => loaded!(cases_part(app)),
        Part::Check => loaded!(check_part(app)),
        Part::About => loaded!(about_part(app)),
        Part::Embed => loaded!(embed_part(app)),
        Part::Words => loaded!(words_part(app)),
    };
    note(if came.is_ok() { State::Here } else { State::Failed });
    // What every visit fetches the worker keeps by itself.
    if came.is_ok() && part != Part::Cases {
        spawn_local(offline::keep_part(part.id()));
    }
    came.is_ok()
}

/// Fetches what only a frame on another page needs, which then begins to speak with that page. Where it does not arrive, the
/// frame stays as high as it is.
pub(crate) async fn begin_frame() {
    if frame::is_framed() {
        let _ = loaded!(frame_part());
    }
}

#[cfg_attr(split, wasm_split(frame, fallible))]
fn frame_part() -> Result<(), SplitLoaderError> {
    frame::begin();
    Ok(())
}

#[cfg_attr(split, wasm_split(cases, fallible))]
fn cases_part(app: App) -> Result<(), SplitLoaderError> {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_cases(embedded::CASES);
    CASES.get_or_init(|| &CasesScreens);
    Ok(())
}

/// The cases at full length, what went wrong in them, and the words that they use.
struct CasesScreens;

impl Screens for CasesScreens {
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
fn check_part(app: App) -> Result<(), SplitLoaderError> {
    CHECK.get_or_init(|| check::begin(app));
    Ok(())
}

#[cfg_attr(split, wasm_split(about, fallible))]
fn about_part(app: App) -> Result<(), SplitLoaderError> {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_guide(embedded::GUIDE);
    ABOUT.get_or_init(|| &AboutScreens);
    Ok(())
}

/// The page about the app.
struct AboutScreens;

impl Screens for AboutScreens {
    fn page(&self, _: &Route) -> AnyView {
        view! { <AboutPage/> }.into_any()
    }
}

#[cfg_attr(split, wasm_split(embed, fallible))]
fn embed_part(app: App) -> Result<(), SplitLoaderError> {
    EMBED.get_or_init(|| embed::begin(app));
    Ok(())
}

#[cfg_attr(split, wasm_split(words, fallible))]
fn words_part(app: App) -> Result<(), SplitLoaderError> {
    // Can fail only on data that the tests have refused.
    let _ = app.library.take_in_thesaurus(embedded::THESAURUS);
    Ok(())
}
