//! The frame around every page: skip link, header, the page itself, footer; and what happens when the
//! page changes (title, focus, scroll).

use crate::{
    browser::{
        control::Control,
        failure, focus, folds, frame, install, location, offline, page,
        share::{self, Shared},
    },
    domain::{
        address::without_parameter,
        library::Library,
        number,
        part::{Part, State},
        route::{Route, Step},
        words::key,
    },
    html::{self, Act, frame::Tab},
    i18n::{Lang, Messages, lang},
    lazy::{self, Screens},
    loader::{self, DataFiles},
    pages::browse,
    state::{
        app::{App, app},
        language::{Asked, Language},
    },
    written::{live, tell, then_focus, written},
};
use leptos::{ev, prelude::*, task::spawn_local};
use std::time::Duration;

/// Reads what the page holds and draws the app; a page that did not arrive whole shows the failure notice.
pub(crate) fn mount() {
    let files = DataFiles::listed();
    let own = files.as_ref().and_then(DataFiles::own).and_then(|lang| loader::embedded(&lang));
    let (Some(files), Some(own)) = (files, own) else {
        failure::show();
        return;
    };
    let files: &'static DataFiles = Box::leak(Box::new(files));
    let own = Language::new(own);
    let Some(asked) = Lang::of_address(&location::fragment()) else {
        draw(files, own, own, Asked::Shown);
        return;
    };
    match files.lookup(&asked) {
        Some(lang) if lang == *own.lang() => draw(files, own, own, Asked::Shown),
        // Nobody is to see the page in one language and a moment later in another one.
        Some(lang) => wasm_bindgen_futures::spawn_local(async move {
            match loader::fetched(files, &lang).await.map(Language::new) {
                Some(language) => draw(files, own, language, Asked::Shown),
                None => draw(files, own, own, Asked::Failed(lang)),
            }
        }),
        None => draw(files, own, own, Asked::Unknown(asked)),
    }
}

/// Draws the app in a language.
fn draw(files: &'static DataFiles, own: Language, shown: Language, asked: Asked) {
    page::language(shown.lang().tag());
    // In one go with drawing the app, so that nobody sees the page without either.
    let (typed, typing, top) = page::take_over(html::first::BOX);
    mount_to_body(move || {
        let app = App::new(files, own, shown, asked);
        provide_context(app);
        location::own_scrolling();
        let follow = move || {
            app.follow();
            lazy::follow_language(app);
        };
        window_event_listener(ev::hashchange, move |_| follow());
        window_event_listener(ev::popstate, move |_| follow());
        window_event_listener(ev::click, move |event| {
            // A link is followed only after its click has come up here.
            location::remember_place();
            again(app, &event);
            perform(app, &event);
        });
        window_event_listener_untyped("input", move |event| {
            if !shown_part(app).is_some_and(|part| part.typed(&event)) {
                browse::typed(app, &event);
            }
        });
        window_event_listener_untyped("keydown", move |event| browse::press(app, &event));
        // A reload, and the moment before a phone may throw the page away.
        window_event_listener(ev::beforeunload, move |event| {
            location::remember_place();
            // Answers that could not be kept would be gone.
            if lazy::part(Part::Check).is_some_and(Screens::is_unkept) {
                event.prevent_default();
            }
        });
        window_event_listener(ev::visibilitychange, |_| location::remember_place());
        window_event_listener_untyped("beforeprint", |_| folds::open_for_print());
        window_event_listener_untyped("afterprint", |_| {
            folds::close_after_print();
            page::print_whole();
        });
        window_event_listener(ev::storage, move |_| {
            let focused = focus::current();
            if lazy::part(Part::Check).is_some_and(Screens::follow) {
                // The check that was on the screen is gone; its page would take answers for none.
                app.go(Route::Check(Step::Start));
                then_focus("news".to_owned());
                return;
            }
            // What is drawn anew has lost the focus.
            request_animation_frame(move || {
                if let Some(focused) = focused.filter(|id| focus::current().as_ref() != Some(id)) {
                    focus::focus(&focused, false);
                }
            });
        });
        let stored = move || {
            app.installable.set(false);
            // Whoever puts it on the home screen wants to have it there whole.
            spawn_local(async move {
                offline::keep(app.messages().lang().tag(), true).await;
            });
        };
        install::watch(move || app.installable.set(true), stored);
        offline::on_taken_over(move || {
            if app.route.get_untracked() == Route::Offline {
                look(app, false, false);
            }
        });
        // Once the texts are there nothing else is asked for: the search is prepared, and the worker begins, which finds all
        // that was fetched.
        Effect::new(move |before: Option<(Messages, bool)>| {
            let Language { messages, library, parts } = app.language.get();
            if before.is_none_or(|(was, _)| was != messages) {
                lazy::need(app, Part::Cases);
            }
            let here = parts.with(|parts| parts.get(Part::Cases) == State::Here);
            if here && before != Some((messages, true)) {
                prepare_search(library);
                // In a frame on somebody else's page it would keep a copy that only that page could use.
                if !frame::is_foreign() {
                    spawn_local(offline::register(move || app.update_ready.set(true)));
                }
            }
            (messages, here)
        });
        request_animation_frame(move || {
            browse::go_on(app, typed, typing, top);
        });
        view()
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
    Browse,
    /// Its slug, and the search whose words are marked.
    Case(String, String),
    Difficulties(Option<String>),
    Factors(Option<String>),
    Check(Step),
    Glossary,
    About,
    Embed,
    Offline,
    NotFound(String),
}

fn screen(route: &Route) -> Screen {
    match route {
        Route::Browse { .. } => Screen::Browse,
        Route::Case { slug, query, .. } => Screen::Case(slug.clone(), query.clone()),
        Route::Difficulties { at } => Screen::Difficulties(at.clone()),
        Route::Factors { at } => Screen::Factors(at.clone()),
        Route::Check(step) => Screen::Check(step.clone()),
        Route::Glossary { .. } => Screen::Glossary,
        Route::About => Screen::About,
        Route::Embed => Screen::Embed,
        Route::Offline => Screen::Offline,
        Route::NotFound(text) => Screen::NotFound(text.clone()),
    }
}

/// What is to be on the screen, which is what was there until the part that shows the next one has come.
fn next_screen(app: App, before: Option<&Screen>) -> Screen {
    let route = app.route.get();
    match app.language.get().parts.with(|parts| parts.all(route.parts())) {
        State::Here => screen(&route),
        State::Failed => Screen::Missing,
        State::Away | State::Coming => before.cloned().unwrap_or(Screen::Opening),
    }
}

/// The part that shows the present screen, if it is one of those that come later.
fn shown_part(app: App) -> Option<&'static dyn Screens> {
    app.route.with_untracked(lazy::shows)
}

fn view() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move |before: Option<&Screen>| next_screen(app, before));
    Effect::new(move |_| {
        if app.listing.with(|list| list.asks) {
            lazy::need(app, Part::Words);
        }
    });
    // A list that stands follows what was asked, typed and fetched; one that is just being drawn is so already.
    Effect::new(move |stood: Option<bool>| {
        let stands = shown.get() == Screen::Browse;
        app.listing.track();
        if stands && stood == Some(true) {
            browse::follow(app);
        }
        stands
    });
    // Decides from what was shown and what is shown now where the reader is to be.
    Effect::new(move |before: Option<Option<(Route, Screen, Messages)>>| {
        let (route, screen, language) = (app.route.get(), shown.get(), app.language.get());
        let before = before.flatten();
        for part in route.parts() {
            lazy::need(app, *part);
        }
        let now = Some((route, screen, language.messages));
        let waits = |(route, ..): &(Route, Screen, Messages)| {
            language.parts.with(|parts| parts.all(route.parts())) == State::Coming
        };
        // Nothing has changed but a part that is needed elsewhere.
        if now == before || now.as_ref().is_some_and(waits) {
            return before;
        }
        if let Some((route, screen, _)) = &now {
            let other =
                |(was, shown, _): &(Route, Screen, Messages)| was != route || shown != screen;
            if before.as_ref().is_none_or(other) {
                arrive(app, before.as_ref(), route, screen);
            } else {
                // In another language, the reader is where they were.
                page::title(&title(route));
            }
        }
        now
    });
    // Everything is drawn anew in another language.
    move || {
        let Language { messages, library, .. } = app.language.get();
        provide_context(messages);
        provide_context(library);
        untrack(move || frame(app, shown))
    }
}

/// What stands around every page, with the page.
fn frame(app: App, shown: Memo<Screen>) -> AnyView {
    view! {
        {live(Box::new(move || app.route.with(|route| head(app, route))))}
        {live(Box::new(move || offers(app)))}
        {live(Box::new(move || under_way(app)))}
        <main id="main" class="main">
            {move || {
                let screen = shown.get();
                // What a page reads while it is built must not make it be built again.
                untrack(move || page_view(app, screen))
            }}
        </main>
        {written(html::frame::foot())}
    }
    .into_any()
}

/// The head, which in a frame on another page leads out of it.
fn head(app: App, route: &Route) -> String {
    if frame::is_framed() {
        let carries = lazy::part(Part::Check).is_some_and(Screens::is_unkept);
        let full = if carries {
            Route::Check(Step::Carry).address()
        } else {
            [&location::site(), &*app.address(&route.clone().unmarked())].concat()
        };
        html::frame::framed_head(&full, Some(app.entrance).filter(|entrance| *entrance != route))
    } else {
        html::frame::head(Tab::of(route))
    }
}

/// What is said and offered above a page.
fn offers(app: App) -> String {
    let language = app.asked.with(|asked| match asked {
        Asked::Shown | Asked::Loading(_) => String::new(),
        Asked::Failed(lang) => html::notice::no_language(lang.tag()),
        Asked::Unknown(lang) => html::notice::unknown_language(lang.tag()),
    });
    [language, offer(app)].concat()
}

/// What is offered above a page.
fn offer(app: App) -> String {
    if app.update_ready.get() {
        html::notice::update()
    } else if app.installable.get() && app.route.with(Route::is_for_return) {
        html::notice::install()
    } else {
        String::new()
    }
}

/// What is said above a page of parts that have not come.
fn under_way(app: App) -> String {
    let needed = app.route.with(Route::parts);
    let parts = app.language.get().parts;
    let (screen, texts) = parts.with(|parts| (parts.all(needed), parts.get(Part::Cases)));
    let language = app.asked.with(|asked| matches!(asked, Asked::Loading(_)));
    match (screen, texts) {
        _ if language => html::later::coming(),
        (State::Coming, _) => html::later::coming(),
        (State::Here, State::Failed) if app.listing.with(|list| list.asks) => {
            html::later::no_texts()
        }
        _ => String::new(),
    }
}

fn page_view(app: App, screen: Screen) -> AnyView {
    let check = lazy::part(Part::Check);
    if !matches!(screen, Screen::Check(_)) {
        check.into_iter().for_each(Screens::left);
    }
    let route = app.route.get_untracked();
    let text = match screen {
        Screen::Opening => String::new(),
        Screen::Missing => html::later::missing(),
        Screen::Browse => return browse::page(app),
        Screen::Offline if page::is_one_file() => html::offline::page_in_one_file(),
        Screen::Offline => {
            look(app, false, false);
            html::offline::page()
        }
        Screen::NotFound(text) => html::not_found::page(&text),
        _ => match shown_part(app) {
            Some(part) => return part.page(&route),
            None => html::later::missing(),
        },
    };
    written(text)
}

/// Looks what is stored on the phone, and says it on the page about that. `all`: also stores what is not there yet. `ask`: also
/// asks the browser to keep it.
fn look(app: App, all: bool, ask: bool) {
    page::say(html::offline::FOUND, key::OFFLINE_LOOKING.text());
    spawn_local(async move {
        let Some(kept) = offline::keep(app.messages().lang().tag(), all).await else {
            page::say(html::offline::FOUND, key::OFFLINE_NOTHING.text());
            return;
        };
        let missing = |part: &Part| kept.missing.iter().any(|id| id == part.id());
        let missing: Vec<Part> = Part::ALL.into_iter().filter(missing).collect();
        page::put(html::offline::REST, &html::offline::rest(&missing));
        let size = number::whole(u64::from(kept.bytes.div_ceil(1000)));
        let size = key::OFFLINE_SIZE.with(&[("size", &size), ("version", &kept.version)]);
        let files = key::OFFLINE_STORED.of(usize::try_from(kept.files).unwrap_or(0));
        let say = |promised: Option<bool>| {
            let promise = match promised {
                Some(true) => key::OFFLINE_PROMISED.text(),
                Some(false) => key::OFFLINE_UNPROMISED.text(),
                None => "",
            };
            page::say(html::offline::FOUND, &[&files, " ", &size, " ", promise].concat());
        };
        say(offline::promised(false).await);
        // The browser may ask the person, who may take their time.
        if ask {
            say(offline::promised(true).await);
        }
    });
}

/// A link to the place that the address already names moves nothing; the reader wants to be there again.
fn again(app: App, event: &web_sys::Event) {
    let here = without_parameter(&location::fragment(), lang::PARAMETER);
    if Control::link(event).is_some_and(|link| link == here)
        && let Some(target) = app.route.with_untracked(target)
    {
        focus::focus(&target, true);
    }
}

/// Does what a control of a written part asks for.
fn perform(app: App, event: &web_sys::Event) {
    let Some(control) = Control::of(event) else { return };
    let Some(act) = Act::from_id(&control.get("data-act")) else { return };
    match act {
        Act::Term => control.unfold(),
        Act::Print => page::print(),
        Act::FetchAgain => lazy::retry(app),
        Act::Share => spawn_local(async move {
            // The place, not what this person typed to find it: that is theirs, and the address stays short.
            let address = app.address(&app.route.get_untracked().unmarked());
            let said = match share::address(&address).await {
                Shared::Passed => String::new(),
                Shared::Copied => key::SHARE_COPIED.text().to_owned(),
                Shared::Refused(address) => key::SHARE_BY_HAND.with(&[("address", &address)]),
            };
            tell(control, said);
        }),
        Act::Unmark => app.stay(app.route.get_untracked().unmarked()),
        Act::Look => look(app, false, true),
        Act::KeepAll => look(app, true, true),
        Act::Install | Act::InstallNo => {
            app.installable.set(false);
            if act == Act::Install {
                install::ask();
            }
        }
        // What was answered here and cannot be kept here goes along, once the person has seen what.
        Act::Full if lazy::part(Part::Check).is_some_and(Screens::is_unkept) => {
            event.prevent_default();
            app.go(Route::Check(Step::Carry));
        }
        Act::Update => spawn_local(offline::use_new_version()),
        Act::Skip => {
            // Not an address of the app.
            event.prevent_default();
            focus::focus("main", true);
        }
        Act::ShowCases | Act::Drop | Act::DropAll | Act::Search | Act::ClearQuery => {
            browse::perform(app, act, &control);
        }
        _ => {
            if let Some(part) = shown_part(app) {
                part.perform(act, event, &control);
            }
        }
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
fn arrive(app: App, before: Option<&(Route, Screen, Messages)>, now: &Route, screen: &Screen) {
    page::title(&title(now));
    let (before, was) = (before.map(|(route, ..)| route), before.map(|(_, screen, _)| screen));
    if let (Some(Route::Browse { .. }), Route::Browse { .. }) = (before, now) {
        browse::changed(app);
    }
    let target = target(now);
    // Noted when this page was left; so it is only there after "back", "forward" or a reload.
    let place = location::remembered_place();
    let same_screen = was == Some(screen);
    if same_screen && target.is_none() && place.is_none() {
        focus::point_out(None);
        return;
    }
    // At the list as it was left: the same place, and the card that was opened.
    let opened = match before {
        Some(Route::Case { slug, .. }) if app.list.with_value(|(list, _)| list == now) => {
            Some((html::cards::link_id(slug), app.list.with_value(|(_, scrolled)| Some(*scrolled))))
        }
        Some(before) => shown_part(app)
            .and_then(|part| part.return_to(before, now))
            .map(|changed| (changed, None)),
        None => None,
    };
    let first = before.is_none();
    // Frames that cannot be seen yet are given no moment to draw in.
    if first {
        spawn_local(lazy::begin_frame());
    }
    // The new page is drawn after this effect.
    request_animation_frame(move || {
        if first {
            page::ready();
            offline::started();
        }
        focus::point_out(target.as_deref());
        if let Some((_, open)) = &place {
            folds::restore(open);
        }
        if place.is_none() && target.is_some_and(|target| focus::focus(&target, true)) {
            return;
        }
        let top = place.map(|(top, _)| top).or(opened.as_ref().and_then(|(_, top)| *top));
        // Where the page around scrolls, nothing but the element itself tells where the reader was.
        let top = top.filter(|_| !frame::grows());
        if top.is_some() || !(first || frame::grows() && opened.is_some()) {
            location::scroll_to(top.unwrap_or(0.0));
        }
        if !first && !same_screen {
            match &opened {
                Some((change, open)) if top.is_none() && (open.is_none() || frame::grows()) => {
                    focus::step_to(change);
                }
                Some((card, _)) => drop(focus::focus(card, false)),
                None => drop(focus::focus("heading", false)),
            }
        }
    });
}

fn title(route: &Route) -> String {
    let page = match route {
        Route::Browse { .. } => return key::TITLE_BROWSE.text().to_owned(),
        Route::Offline => key::OFFLINE_TITLE.text().to_owned(),
        Route::NotFound(_) => key::NOT_FOUND_TITLE.text().to_owned(),
        _ => match lazy::shows(route) {
            Some(part) => part.title(route),
            None => key::LATER_TITLE.text().to_owned(),
        },
    };
    key::TITLE_PAGE.with(&[("page", &page)])
}
