//! The frame around every page: skip link, header, the page itself, footer; and what happens when the
//! page changes (title, focus, scroll).

#![allow(unreachable_pub, reason = "the macro makes the properties of a component public")]

use crate::{
    browser::{
        details, dom, focus, history, install, media, offline, parent_frame, print, scroll, startup,
    },
    components::{
        notices::{
            InstallNotice, LanguageMissingNotice, LanguageUnknownNotice, LeftOutNotice,
            LoadingNotice, UpdateNotice,
        },
        site_footer::SiteFooter,
        site_header::{EmbeddedHeader, SiteHeader, Tab},
        view::maybe,
    },
    domain::{
        address::without_parameter,
        chunk::{Chunk, ChunkState},
        library::Library,
        route::Route,
    },
    i18n::{Lang, Messages, lang},
    lazy::{self, Screens},
    loader::{self, DataFiles},
    pages::{
        browse::{self, BrowsePage},
        chunk_missing::ChunkMissingPage,
    },
    state::{
        app::{App, use_app},
        browse::{EARLY_SEARCH_BOX, card_link_id},
        language::{Asked, Language},
        memo::memo,
        render::{Edition, Hosting, RenderContext},
    },
};
use leptos::{either::Either, ev, prelude::*, task::spawn_local};
use std::time::Duration;

/// Reads what the page holds and draws the app; a page that did not arrive whole shows the failure notice.
pub(crate) fn mount() {
    let files = DataFiles::listed();
    let own = files.as_ref().and_then(DataFiles::own).and_then(|lang| loader::embedded(&lang));
    let (Some(files), Some(own)) = (files, own) else {
        startup::show_failure();
        return;
    };
    // The data lives as long as the page, so that screens can borrow from it.
    let files: &'static DataFiles = Box::leak(Box::new(files));
    let own = Language::new(own);
    let Some(asked) = Lang::of_address(&history::fragment()) else {
        draw(files, own, own, Asked::Shown);
        return;
    };
    match files.lookup(&asked) {
        Some(lang) if lang == *own.lang() => draw(files, own, own, Asked::Shown),
        // Nobody is to see the page in one language and a moment later in another one.
        Some(lang) => wasm_bindgen_futures::spawn_local(async move {
            match lazy::begin_language(files, lang.clone()).await.map(Language::new) {
                Some(language) => draw(files, own, language, Asked::Shown),
                None => draw(files, own, own, Asked::Failed(lang)),
            }
        }),
        None => draw(files, own, own, Asked::Unknown(asked)),
    }
}

/// Draws the app in a language.
fn draw(files: &'static DataFiles, own: Language, shown: Language, asked: Asked) {
    dom::set_language(shown.lang().tag());
    // In one go with drawing the app, so that nobody sees the page without either.
    let (typed, typing, top) = startup::take_over(EARLY_SEARCH_BOX);
    mount_to_body(move || {
        let app = App::new(files, own, shown, asked, Route::parse(&history::fragment()));
        provide_context(app);
        provide_context(render_context());
        listen(app);
        start_when_read(app);
        request_animation_frame(move || {
            browse::go_on(app, typed, typing, top);
        });
        view! { <Shell/> }
    });
}

/// Where the app stands, as the browser tells it.
fn render_context() -> RenderContext {
    let hosting = if dom::is_single_file() {
        Hosting::SingleFile
    } else if parent_frame::is_foreign() {
        Hosting::Embedded
    } else {
        Hosting::Standalone
    };
    RenderContext { hosting, wide: media::is_wide(), edition: Edition::App }
}

/// Listens to what happens to the page as a whole.
fn listen(app: App) {
    history::own_scrolling();
    let follow = move || {
        app.follow();
        lazy::mend_address(app, app.library());
        lazy::follow_language(app);
    };
    window_event_listener(ev::hashchange, move |_| follow());
    window_event_listener(ev::popstate, move |_| follow());
    window_event_listener(ev::click, move |event| {
        // A link is followed only after its click has come up here.
        history::remember_place();
        again(app, &event);
    });
    // A reload, and the moment before a phone may throw the page away.
    window_event_listener(ev::beforeunload, move |event| {
        history::remember_place();
        // Answers that could not be kept would be gone.
        if app.has_unsaved.get_untracked() {
            event.prevent_default();
        }
    });
    window_event_listener(ev::visibilitychange, |_| history::remember_place());
    window_event_listener_untyped("beforeprint", |_| print::begin());
    window_event_listener_untyped("afterprint", |_| print::end());
    let stored = move || {
        app.installable.set(false);
        // Whoever puts it on the home screen wants to have it there whole.
        spawn_local(async move {
            offline::keep(app.messages().lang().tag(), true).await;
        });
    };
    install::watch(move || app.installable.set(true), stored);
    offline::on_taken_over(move || app.taken_over.update(|times| *times += 1));
}

/// Once the texts are there nothing else is asked for: the search is prepared, and the worker begins, which finds all that
/// was fetched.
fn start_when_read(app: App) {
    Effect::new(move |before: Option<(Messages, bool)>| {
        let Language { messages, library, chunks } = app.language.get();
        if before.is_none_or(|(was, _)| was != messages) {
            lazy::load_if_needed(app, Chunk::Cases);
        }
        let here = chunks.with(|chunks| chunks.get(Chunk::Cases) == ChunkState::Loaded);
        if here && before != Some((messages, true)) {
            prepare_search(library);
            // In a frame on somebody else's page it would keep a copy that only that page could use.
            if !parent_frame::is_foreign() {
                spawn_local(offline::register(move || app.update_ready.set(true)));
            }
        }
        (messages, here)
    });
}

/// Prepares the search once the page stands, a few cases at a time, so that the page can answer in between.
fn prepare_search(library: &'static Library) {
    /// A few milliseconds of work on an old phone.
    const AT_A_TIME: usize = 3;
    let go_on = move || {
        if library.prepare(AT_A_TIME) {
            prepare_search(library);
        }
    };
    set_timeout(go_on, Duration::ZERO);
}

/// A screen, without what it shows in particular: while this stays the same, nothing is drawn anew.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Screen {
    /// Nothing yet: the part that shows the first one is being fetched.
    Opening,
    /// The part that shows it could not be fetched.
    Missing,
    /// The page for this address ([`Route::screen`]).
    Page(Route),
}

/// What is to be on the screen, which is what was there until the part that shows the next one has come.
fn next_screen(app: App, before: Option<&Screen>) -> Screen {
    let route = app.route.get();
    match app.language.get().chunks.with(|chunks| chunks.all(route.chunks())) {
        ChunkState::Loaded => Screen::Page(route.screen()),
        ChunkState::Failed => Screen::Missing,
        ChunkState::NotLoaded | ChunkState::Loading => before.cloned().unwrap_or(Screen::Opening),
    }
}

/// The part that shows the present screen, if it is one of those that come later.
fn shown_part(app: App) -> Option<&'static dyn Screens> {
    app.route.with_untracked(lazy::screens_for)
}

/// The frame around every screen.
#[component]
fn Shell() -> impl IntoView {
    let app = use_app();
    let shown = Memo::new(move |before: Option<&Screen>| next_screen(app, before));
    // Decides from what was shown and what is shown now where the reader is to be.
    Effect::new(move |before: Option<Option<(Route, Screen, Messages)>>| {
        let (route, screen, language) = (app.route.get(), shown.get(), app.language.get());
        let before = before.flatten();
        for part in route.chunks() {
            lazy::load_if_needed(app, *part);
        }
        let now = Some((route, screen, language.messages));
        let waits = |(route, ..): &(Route, Screen, Messages)| {
            language.chunks.with(|chunks| chunks.all(route.chunks())) == ChunkState::Loading
        };
        // Nothing has changed but a part that is needed elsewhere.
        if now == before || now.as_ref().is_some_and(waits) {
            return before;
        }
        if let Some((route, screen, _)) = &now {
            // In another language, the reader is where they were.
            let other =
                |(was, shown, _): &(Route, Screen, Messages)| was != route || shown != screen;
            if before.as_ref().is_none_or(other) {
                arrive(
                    app,
                    before.as_ref().map(|(route, screen, _)| (route, screen)),
                    route,
                    screen,
                );
            }
        }
        now
    });
    // Everything is drawn anew in another language.
    move || {
        let Language { messages, library, .. } = app.language.get();
        provide_context(messages);
        provide_context(library);
        untrack(move || view! { <Frame shown=shown/> }.into_any())
    }
}

/// What stands around every screen in one language, with the screen.
#[component]
fn Frame(
    /// The screen.
    shown: Memo<Screen>,
) -> impl IntoView {
    let app = use_app();
    let is_even = StoredValue::new(false);
    view! {
        <Head shown=shown/>
        <Offers/>
        <Progress/>
        <main id="main" class="main">
            {move || {
                let screen = shown.get();
                // What a page reads while it is built must not make it be built again.
                let page = untrack(move || page_view(app, screen));
                // Whole, in the place of the last one: of two pages of one type the framework would only exchange the texts, in
                // nodes that a page translator has taken out.
                is_even.update_value(|even| *even = !*even);
                if is_even.get_value() { Either::Left(page) } else { Either::Right(page) }
            }}
        </main>
        <SiteFooter/>
    }
}

/// The head, which in a frame on another page leads out of it.
#[component]
fn Head(
    /// The screen below it.
    shown: Memo<Screen>,
) -> impl IntoView {
    let app = use_app();
    if parent_frame::is_framed() {
        let full = move || {
            app.route
                .with(|route| [&history::site(), &*app.address(&route.clone().unmarked())].concat())
        };
        let away = move || app.route.with(|route| route != app.entrance);
        view! {
            <EmbeddedHeader
                full_address=Signal::derive(full)
                carries_answers=app.has_unsaved
                entrance=app.entrance
                away_from_entrance=Signal::derive(away)
            />
        }
        .into_any()
    } else {
        let current = Memo::new(move |_| app.route.with(Tab::of));
        let is_answering =
            |screen: &Screen| matches!(screen, Screen::Page(route) if route.is_answering());
        let answering = Memo::new(move |_| shown.with(is_answering));
        view! { <SiteHeader current=current answering=answering/> }.into_any()
    }
}

/// What is said and offered above a page.
#[component]
fn Offers() -> impl IntoView {
    let app = use_app();
    let is_return = memo(move || app.route.with(Route::is_for_return));
    let answer = move |wanted: bool| {
        app.installable.set(false);
        if wanted {
            install::ask();
        }
    };
    let left_out = move || {
        let left_out = app.left_out.get();
        maybe((!left_out.is_empty()).then(|| view! { <LeftOutNotice texts=left_out/> }))
    };
    let language = move || match app.asked.get() {
        Asked::Shown | Asked::Loading(_) => ().into_any(),
        Asked::Failed(lang) => {
            view! { <LanguageMissingNotice lang=lang retry=move |()| lazy::retry(app)/> }.into_any()
        }
        Asked::Unknown(lang) => view! { <LanguageUnknownNotice lang=lang/> }.into_any(),
    };
    view! {
        <div>{language}</div>
        <div>{left_out}</div>
        <div>
            {move || {
                if app.update_ready.get() {
                    view! { <UpdateNotice on_use=move |()| spawn_local(offline::use_new_version())/> }.into_any()
                } else if app.installable.get() && is_return.get() {
                    view! { <InstallNotice on_answer=answer/> }.into_any()
                } else {
                    ().into_any()
                }
            }}
        </div>
    }
}

/// What is said above a page of chunks that have not come.
#[component]
fn Progress() -> impl IntoView {
    let app = use_app();
    let is_loading = memo(move || {
        let needed = app.route.with(Route::chunks);
        let chunks = app.language.get().chunks;
        chunks.with(|chunks| chunks.all(needed)) == ChunkState::Loading
            || app.asked.with(|asked| matches!(asked, Asked::Loading(_)))
    });
    view! { <div>{move || maybe(is_loading.get().then(|| view! { <LoadingNotice/> }))}</div> }
}

fn page_view(app: App, screen: Screen) -> AnyView {
    match screen {
        Screen::Opening => ().into_any(),
        Screen::Page(Route::Browse { .. }) => view! { <BrowsePage/> }.into_any(),
        Screen::Page(_) => match shown_part(app) {
            Some(part) => part.page(&app.route.get_untracked()),
            None => chunk_missing(app),
        },
        Screen::Missing => chunk_missing(app),
    }
}

fn chunk_missing(app: App) -> AnyView {
    view! { <ChunkMissingPage retry=move |()| lazy::retry(app)/> }.into_any()
}

/// A link to the place that the address already names moves nothing; the reader wants to be there again.
fn again(app: App, event: &web_sys::Event) {
    let here = without_parameter(&history::fragment(), lang::PARAMETER);
    if dom::link_of(event).is_some_and(|link| link == here)
        && let Some(target) = app.route.with_untracked(target)
    {
        focus::focus(&target, true);
    }
}

/// The element that an address points to.
fn target(route: &Route) -> Option<String> {
    match route {
        Route::Case { at, .. }
        | Route::Difficulties { at }
        | Route::Factors { at }
        | Route::Glossary { at } => at.clone(),
        _ => None,
    }
}

/// Puts title, focus and scroll where a reader expects them after a change of page. The first page
/// keeps the focus where the browser put it.
fn arrive(app: App, before: Option<(&Route, &Screen)>, now: &Route, screen: &Screen) {
    let (before, was) = (before.map(|(route, _)| route), before.map(|(_, screen)| screen));
    let target = target(now);
    // Noted when this page was left; so it is only there after "back", "forward" or a reload.
    let place = history::remembered_place();
    let same_screen = was == Some(screen);
    if same_screen && target.is_none() && place.is_none() {
        focus::mark_target(None);
        return;
    }
    // At the list as it was left: the same place, and the card that was opened.
    let opened = match before {
        Some(Route::Case { slug, .. }) if app.list.with_value(|(list, _)| list == now) => {
            Some((card_link_id(slug), app.list.with_value(|(_, scrolled)| Some(*scrolled))))
        }
        // The screen that was left says what led to it.
        Some(_) if !same_screen => {
            let left = app.return_to.try_update_value(Option::take).flatten();
            left.filter(|(to, _)| to == now).map(|(_, id)| (id, None))
        }
        _ => None,
    };
    let first = before.is_none();
    // Frames that cannot be seen yet are given no moment to draw in.
    if first {
        spawn_local(lazy::begin_frame());
    }
    // The new page is drawn after this effect.
    request_animation_frame(move || {
        if first {
            startup::ready();
            offline::started();
        }
        focus::mark_target(target.as_deref());
        if let Some((_, open)) = &place {
            details::restore(open);
        }
        if place.is_none() && target.is_some_and(|target| focus::focus(&target, true)) {
            return;
        }
        let top = place.map(|(top, _)| top).or(opened.as_ref().and_then(|(_, top)| *top));
        // Where the page around scrolls, nothing but the element itself tells where the reader was.
        let top = top.filter(|_| !parent_frame::grows());
        if top.is_some() || !(first || parent_frame::grows() && opened.is_some()) {
            scroll::scroll_to(top.unwrap_or(0.0));
        }
        if !first && !same_screen {
            match &opened {
                Some((change, open))
                    if top.is_none() && (open.is_none() || parent_frame::grows()) =>
                {
                    focus::focus_and_scroll(change);
                }
                Some((card, _)) => drop(focus::focus(card, false)),
                None => drop(focus::focus("heading", false)),
            }
        }
    });
}
