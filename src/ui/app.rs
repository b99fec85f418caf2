//! The frame around every page: skip link, header, the page itself, footer; and what happens when the
//! page changes (title, focus, scroll).

use super::{
    pages::{self, browse},
    parts::{desk, live, written},
};
use crate::{
    domain::{
        checklist::keeper::{Keeper, Safety},
        dataset::File,
        library::Library,
        number,
        route::{Route, Step},
        words::key,
    },
    effects::{
        control::Control,
        download, failure, focus, folds, location, offline, page,
        share::{self, Shared},
    },
    html::{self, Act, Desk, frame::Tab},
    state::app::{App, app},
};
use leptos::{ev, prelude::*, task::spawn_local};
use std::time::Duration;

/// Reads the data and draws the app; a bundle whose data cannot be read shows the failure notice.
pub(crate) fn mount() {
    let Ok(library) = Library::load() else {
        failure::show();
        return;
    };
    // The data lives as long as the page, so that screens can borrow from it.
    let library: &'static Library = Box::leak(Box::new(library));
    // In one go with drawing the app, so that nobody sees the page without either.
    let (typed, typing, top) = page::take_over(html::first::BOX);
    mount_to_body(move || {
        let app = App::new(library);
        provide_context(app);
        location::own_scrolling();
        window_event_listener(ev::hashchange, move |_| app.follow());
        window_event_listener(ev::popstate, move |_| app.follow());
        window_event_listener(ev::click, move |event| {
            // A link is followed only after its click has come up here.
            location::remember_place();
            again(app, &event);
            perform(app, &event);
        });
        window_event_listener_untyped("input", move |event| {
            if !pages::check::typed(app, &event) {
                browse::typed(app, &event);
            }
        });
        window_event_listener_untyped("keydown", move |event| browse::press(app, &event));
        // A reload, and the moment before a phone may throw the page away.
        window_event_listener(ev::beforeunload, move |event| {
            location::remember_place();
            // Answers that could not be kept would be gone.
            let unkept = |held: &Keeper| held.safety == Safety::Refused && !held.here().is_empty();
            if app.check.held.with_untracked(unkept) {
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
            if app.check.follow() {
                // The check that was on the screen is gone; its page would take answers for none.
                app.go(Route::Check(Step::Start));
                pages::check::then_focus("news".to_owned());
                return;
            }
            // What is drawn anew has lost the focus.
            request_animation_frame(move || {
                if let Some(focused) = focused.filter(|id| focus::current().as_ref() != Some(id)) {
                    focus::focus(&focused, false);
                }
            });
        });
        spawn_local(offline::register(move || app.update_ready.set(true)));
        request_animation_frame(move || {
            page::ready();
            browse::go_on(app, typed, typing, top);
            prepare_search(library);
        });
        frame()
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
    Browse,
    /// Its slug, and the search whose words are marked.
    Case(String, String),
    Difficulties(Option<String>),
    Factors(Option<String>),
    Check(Step),
    Glossary,
    About,
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
        Route::Offline => Screen::Offline,
        Route::NotFound(text) => Screen::NotFound(text.clone()),
    }
}

fn frame() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move |_| app.route.with(screen));
    // Decides from the old and the new route where the reader is to be.
    Effect::new(move |before: Option<Route>| {
        let route = app.route.get();
        arrive(app, before.as_ref(), &route);
        route
    });
    view! {
        {live(Box::new(move || html::frame::head(app.route.with(Tab::of))))}
        {live(Box::new(move || if app.update_ready.get() { html::notice::update() } else { String::new() }))}
        <main id="main" class="main">
            {move || {
                let screen = shown.get();
                // What a page reads while it is built must not make it be built again.
                untrack(move || page_view(app, screen))
            }}
        </main>
        {written(html::frame::foot())}
    }
}

fn page_view(app: App, screen: Screen) -> AnyView {
    let desk = desk();
    if !matches!(screen, Screen::Check(_)) {
        app.check.leave();
    }
    let text = match screen {
        Screen::Browse => return browse::page().into_any(),
        Screen::Check(step) => return pages::check::page(&step),
        // Back to the list as it was left, with its search and filters.
        Screen::Case(slug, query) => app
            .list
            .with_value(|(list, _)| html::case::page(Desk { query: &query, ..desk }, &slug, list)),
        Screen::Difficulties(at) => html::difficulties::page(desk, at.as_deref()),
        Screen::Factors(at) => html::factors::page(desk, at.as_deref()),
        Screen::Glossary => html::glossary::page(desk),
        Screen::About => html::about::page(desk),
        Screen::Offline => {
            look(false);
            html::offline::page()
        }
        Screen::NotFound(text) => html::not_found::page(&text),
    };
    written(text)
}

/// Looks what is stored on the phone, and says it on the page about that. `ask`: also asks the browser to keep it.
fn look(ask: bool) {
    page::say(html::offline::FOUND, key::OFFLINE_LOOKING.text());
    spawn_local(async move {
        let found = match offline::keep().await {
            None => key::OFFLINE_NOTHING.text().to_owned(),
            Some(kept) => {
                let size = number::whole(u64::from(kept.bytes.div_ceil(1000)));
                let size = key::OFFLINE_SIZE.with(&[("size", &size), ("version", &kept.version)]);
                let promise = match offline::promised(ask).await {
                    Some(true) => key::OFFLINE_PROMISED.text(),
                    Some(false) => key::OFFLINE_UNPROMISED.text(),
                    None => "",
                };
                let files = usize::try_from(kept.files).unwrap_or(0);
                [&key::OFFLINE_STORED.of(files), " ", &size, " ", promise].concat()
            }
        };
        page::say(html::offline::FOUND, &found);
    });
}

/// A link to the place that the address already names moves nothing; the reader wants to be there again.
fn again(app: App, event: &web_sys::Event) {
    if Control::link(event).is_some_and(|link| link == location::fragment())
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
        Act::Save => {
            let Some(file) = File::named(&control.get("data-file")) else { return };
            let made = download::file(file.name(), file.kind(), &file.text(app.library));
            let said = if made { key::DATA_KEPT } else { key::DATA_REFUSED };
            tell(control, said.with(&[("file", file.name())]));
        }
        Act::Share => spawn_local(async move {
            // The place, not what this person typed to find it: that is theirs, and the address stays short.
            let address = app.route.get_untracked().unmarked().address();
            let said = match share::address(&address).await {
                Shared::Passed => String::new(),
                Shared::Copied => key::SHARE_COPIED.text().to_owned(),
                Shared::Refused(address) => key::SHARE_BY_HAND.with(&[("address", &address)]),
            };
            tell(control, said);
        }),
        Act::Unmark => app.stay(app.route.get_untracked().unmarked()),
        Act::Look => look(true),
        Act::Update => spawn_local(offline::use_new_version()),
        Act::Skip => {
            // Not an address of the app.
            event.prevent_default();
            focus::focus("main", true);
        }
        Act::ShowCases | Act::Drop | Act::DropAll | Act::Search | Act::ClearQuery => {
            browse::perform(app, act, &control);
        }
        _ => pages::check::perform(app, act, event, &control),
    }
}

/// Says what came of a tap. Emptied first, because a screen reader does not read out again what has not changed.
fn tell(control: Control, text: String) {
    control.say("");
    request_animation_frame(move || control.say(&text));
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
fn arrive(app: App, before: Option<&Route>, now: &Route) {
    page::title(&title(app, now));
    if let (Some(Route::Browse { .. }), Route::Browse { .. }) = (before, now) {
        browse::changed(app);
    }
    let was = before.map(screen);
    let target = target(now);
    // Noted when this page was left; so it is only there after "back", "forward" or a reload.
    let place = location::remembered_place();
    let same_screen = was == Some(screen(now));
    if same_screen && target.is_none() && place.is_none() {
        focus::point_out(None);
        return;
    }
    // At the list as it was left: the same place, and the card that was opened.
    let opened = match before {
        Some(Route::Case { slug, .. }) if app.list.with_value(|(list, _)| list == now) => {
            Some((html::cards::link_id(slug), app.list.with_value(|(_, scrolled)| Some(*scrolled))))
        }
        // Back at the list of answers: the one that was changed.
        Some(Route::Check(Step::Question(number))) if *now == Route::Check(Step::Review) => {
            app.check.held.with_untracked(|held| {
                let items = held.check().items(&app.library.checklist);
                let (_, item) = items.get(number.checked_sub(1)?)?;
                Some((html::check::change_id(&item.id), None))
            })
        }
        _ => None,
    };
    let first = before.is_none();
    // The new page is drawn after this effect.
    request_animation_frame(move || {
        focus::point_out(target.as_deref());
        if let Some((_, open)) = &place {
            folds::restore(open);
        }
        if place.is_none() && target.is_some_and(|target| focus::focus(&target, true)) {
            return;
        }
        let top = place.map(|(top, _)| top).or(opened.as_ref().and_then(|(_, top)| *top));
        if !first || top.is_some() {
            location::scroll_to(top.unwrap_or(0.0));
        }
        if !first && !same_screen {
            match &opened {
                Some((change, None)) if top.is_none() => focus::step_to(change),
                Some((card, _)) => drop(focus::focus(card, false)),
                None => drop(focus::focus("heading", false)),
            }
        }
    });
}

fn title(app: App, route: &Route) -> String {
    let library = app.library;
    let page = match route {
        Route::Browse { .. } => return key::TITLE_BROWSE.text().to_owned(),
        Route::Case { slug, .. } => match library.corpus.case(slug) {
            Some(case) => case.title.clone(),
            None => key::NOT_FOUND_TITLE.text().to_owned(),
        },
        Route::Difficulties { .. } => key::DIFFICULTIES_TITLE.text().to_owned(),
        Route::Factors { .. } => key::FACTORS_TITLE.text().to_owned(),
        Route::Check(step) => check_title(app, step),
        Route::Glossary { .. } => key::GLOSSARY_TITLE.text().to_owned(),
        Route::About => key::ABOUT_TITLE.text().to_owned(),
        Route::Offline => key::OFFLINE_TITLE.text().to_owned(),
        Route::NotFound(_) => key::NOT_FOUND_TITLE.text().to_owned(),
    };
    key::TITLE_PAGE.with(&[("page", &page)])
}

fn check_title(app: App, step: &Step) -> String {
    let list = &app.library.checklist;
    let titled = match step {
        Step::Question(number) => app.check.held.with_untracked(|held| {
            let items = held.check().items(list);
            let (dimension, _) = items.get(number.checked_sub(1)?)?;
            let number = number.to_string();
            Some(key::TITLE_QUESTION.with(&[("n", &number), ("dimension", &dimension.label)]))
        }),
        Step::Part(number) => list.part(*number).map(|group| group.label.clone()),
        _ => {
            let title = match step {
                Step::New => key::SETUP_TITLE,
                Step::Setup => key::SETUP_CHANGE,
                Step::Flags => key::FLAGS_TITLE,
                Step::Review => key::REVIEW_TITLE,
                Step::Result => key::RESULT_TITLE,
                Step::Plan => key::PLAN_TITLE,
                Step::Paper(..) => key::PAPER_TITLE,
                _ => key::CHECK_TITLE,
            };
            Some(title.text().to_owned())
        }
    };
    titled.unwrap_or_else(|| key::NOT_FOUND_TITLE.text().to_owned())
}
