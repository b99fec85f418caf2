//! The readiness check: screens written as HTML text, kept in step with the answers.

use crate::{
    domain::{
        calendar::Day,
        checklist::{answers::Answer, check::Pace, definition::Span, export, hands::Hands},
        route::{Route, Step},
        saved,
        words::key,
    },
    effects::{clock, control::Control, download, focus, page, upload},
    html::{self, Act, Desk, check::Shelved},
    state::{
        app::{App, app},
        check::{Held, Keeping},
    },
    ui::parts::{Text, desk, live, written},
};
use leptos::{prelude::*, task::spawn_local};

/// The screen for a step.
pub(crate) fn page(step: &Step) -> AnyView {
    let app = app();
    let desk = desk();
    let check = app.check;
    if *step != Step::Start {
        check.leave();
    }
    match step {
        Step::Question(_) | Step::Part(_) | Step::Flags | Step::Review => {
            check.visit(&step.place());
        }
        _ => {}
    }
    let number = match step {
        Step::Question(number) | Step::Part(number) => *number,
        _ => 0,
    };
    let text = match step {
        Step::Start => follows(app, move |held| html::check::start(desk, shelved(held))),
        Step::New => {
            still(app, move |held| html::check::setup(desk, &held.draft, true, &held.faults))
        }
        Step::Setup => {
            still(app, move |held| html::check::setup(desk, &held.check.setup, false, &[]))
        }
        Step::Question(_) => {
            return items(app, desk, step, move |held| {
                html::check::question(desk, number, &held.check)
            });
        }
        Step::Part(_) => {
            return items(app, desk, step, move |held| {
                html::check::part(desk, number, &held.check)
            });
        }
        Step::Flags => still(app, move |held| html::check::flags(desk, &held.check)),
        Step::Review => follows(app, move |held| html::check::review(desk, &held.check)),
        Step::Result => still(app, move |held| {
            html::check::result(desk, &held.shelf, &held.check, held.beside.as_deref())
        }),
        Step::Plan => still(app, move |held| html::check::plan(desk, &held.check)),
        Step::Paper(stage, depth) => return written(html::check::paper(desk, *stage, *depth)),
    };
    frame("page check", text, None)
}

fn shelved(held: &Held) -> Shelved<'_> {
    Shelved {
        shelf: &held.shelf,
        set_aside: held.set_aside.is_some(),
        asking: held.asking.as_deref(),
        news: &held.news,
    }
}

/// A screen above the line that says whether the answers are safe, with something that follows the answers between
/// them.
fn frame(class: &'static str, text: Text, then: Option<Text>) -> AnyView {
    view! { <section class=class>{live(text)} {then.map(live)} {keeping()}</section> }.into_any()
}

/// A screen of items, with the way on below.
fn items(
    app: App,
    desk: Desk<'static>,
    step: &Step,
    text: impl Fn(&Held) -> Option<String> + Send + 'static,
) -> AnyView {
    let check = app.check;
    let step = step.clone();
    if check.held.with_untracked(&text).is_none() {
        return written(html::not_found::page(&Route::Check(step).address()));
    }
    let in_hall = check.held.with_untracked(|held| held.check.setup.in_hall());
    let list = &desk.library.checklist;
    let way_on = follows(app, move |held| html::check::way_on(list, &step, &held.check));
    let text = still(app, move |held| text(held).unwrap_or_default());
    frame(if in_hall { "page check check--hall" } else { "page check" }, text, Some(way_on))
}

/// Text that is written anew with every change of what is held.
fn follows(app: App, text: impl Fn(&Held) -> String + Send + 'static) -> Text {
    Box::new(move || app.check.held.with(&text))
}

/// Text that is written anew only when something came from elsewhere, such as another tab: what the person taps and types
/// here the browser shows by itself. The number in the text makes it differ from the one before, without which
/// what was tapped here meanwhile would stay.
fn still(app: App, text: impl Fn(&Held) -> String + Send + 'static) -> Text {
    Box::new(move || {
        let times = app.check.elsewhere.get().to_string();
        [&app.check.held.with_untracked(&text), "<!--", &times, "-->"].concat()
    })
}

/// Says after every tap whether the answers are safe.
fn keeping() -> impl IntoView {
    let check = app().check;
    view! {
        <p
            class="keeping"
            role="status"
            class:keeping--refused=move || check.held.with(|held| held.keeping == Keeping::Refused)
        >
            {move || check.held.with(|held| match held.keeping {
                Keeping::Nothing if held.set_aside.is_some() => "",
                Keeping::Nothing => key::KEEPING_NOTHING.text(),
                Keeping::Kept => key::KEEPING_KEPT.text(),
                Keeping::Refused => key::KEEPING_REFUSED.text(),
            })}
        </p>
    }
}

/// Does what a control of these screens asks for.
pub(crate) fn perform(app: App, act: Act, event: &web_sys::Event, control: &Control) {
    let check = app.check;
    match act {
        Act::Answer => {
            if let Some(answer) = Answer::from_id(&control.get("value")) {
                let item = control.get("name");
                check.answer(&item, answer);
                page::show(&html::check::why_id(&item), answer.is_low());
            }
        }
        Act::Flag => {
            let (flag, so) = (control.get("data-flag"), control.get("value") == "yes");
            let known = app.library.checklist.flags.iter().find(|known| known.id == flag);
            control.say(known.filter(|_| so).map_or("", |known| &known.advice));
            check.change(|check| {
                check.answers.flags.put(flag, so);
            });
        }
        // The link leads where its address says; the check remembers how it is shown.
        Act::Pace => {
            if let Some(pace) = Pace::from_id(&control.get("data-pace")) {
                check.change(|check| check.setup.pace = pace);
            }
        }
        Act::Choose => choose(app, &control.get("name"), &control.get("value")),
        Act::Begin if check.begin() => go_on(app),
        Act::Begin => {
            check.redraw();
            page::title(&key::TITLE_FAULT.with(&[("page", key::SETUP_TITLE.text())]));
            then_focus(html::check::FAULTS.to_owned());
        }
        Act::ToField => {
            // Not an address of the app.
            event.prevent_default();
            focus::step_to(&control.get("data-field"));
        }
        Act::Open => {
            check.open(&control.get("data-check"));
            app.go(Route::Check(Step::at(&control.get("data-to")).unwrap_or(Step::Start)));
        }
        Act::Keep => keep(app, control),
        Act::Done => {
            let done = control.is_checked();
            if let Ok(line) = control.get("data-line").parse() {
                check.change(|check| {
                    if let Some(action) = check.action(line) {
                        action.done = done;
                    }
                });
            }
        }
        Act::Beside => {
            let id = control.get("data-check");
            let focused = ["beside-", &id].concat();
            check.held.update(|held| {
                held.beside = Some(id).filter(|id| held.beside.as_ref() != Some(id));
            });
            check.redraw();
            then_focus(focused);
        }
        Act::FetchJson | Act::FetchCsv | Act::FetchCalendar => fetch(app, act, control),
        Act::Fetch => {
            if let Some(text) = check.held.with_untracked(|held| held.set_aside.clone()) {
                download::file("ashar-answers.txt", "text/plain", &text);
            }
        }
        Act::PrintShort => page::print_short(),
        Act::EraseAsk => {
            let id = control.get("data-check");
            check.held.update(|held| held.asking = Some(id));
            then_focus(html::check::ERASE_QUESTION.to_owned());
        }
        Act::EraseNo => {
            check.held.update(|held| held.asking = None);
            then_focus(["erase-", &control.get("data-check")].concat());
        }
        Act::EraseYes => {
            check.erase(&control.get("data-check"));
            then_focus("news".to_owned());
        }
        Act::Undo => {
            check.undo();
            then_focus("news".to_owned());
        }
        _ => {}
    }
}

/// The focus follows, since what had it goes away.
fn then_focus(id: String) {
    request_animation_frame(move || {
        focus::focus(&id, false);
    });
}

/// To the first statement of a check that has just begun.
fn go_on(app: App) {
    let step = app
        .check
        .held
        .with_untracked(|held| html::check::screen_of(&app.library.checklist, &held.check, 1));
    app.go(Route::Check(step));
}

/// Takes one choice of what is settled for a check: for the one at hand on its own screen, else for a new one.
fn choose(app: App, name: &str, value: &str) {
    if app.route.get_untracked() == Route::Check(Step::Setup) {
        app.check.change(|check| check.setup.choose(name, value));
    } else {
        app.check.held.update(|held| held.draft.choose(name, value));
    }
}

/// Puts a step of the result into the plan.
fn keep(app: App, control: &Control) {
    let list = &app.library.checklist;
    let span = control.get("data-span");
    let place = Span::ALL.into_iter().position(|known| known.id() == span);
    let dimension = list.dimension(&control.get("data-dimension"));
    let Some(step) = dimension.zip(place).and_then(|(of, place)| of.steps.get(place)) else {
        return;
    };
    let mut kept = false;
    app.check.change(|check| kept = check.plan(&step.text));
    control.say(if kept { key::STRIDE_KEPT } else { key::STRIDE_FULL }.text());
}

/// Makes a file of the check at hand.
fn fetch(app: App, act: Act, control: &Control) {
    let held = app.check.held.get_untracked();
    let list = &app.library.checklist;
    let file = match act {
        Act::FetchJson => {
            Some(("ashar-check.json", "application/json", saved::write([&held.check])))
        }
        Act::FetchCsv => Some(("ashar-check.csv", "text/csv", export::csv(list, &held.check))),
        _ => export::calendar(&held.check, &clock::moment())
            .map(|text| ("ashar-plan.ics", "text/calendar", text)),
    };
    let said: String = match file {
        None => key::TAKE_NO_DAY.text().to_owned(),
        Some((name, kind, text)) if download::file(name, kind, &text) => {
            key::TAKE_KEPT.with(&[("file", name)])
        }
        Some(_) => key::TAKE_REFUSED.text().to_owned(),
    };
    control.say("");
    let control = control.clone();
    request_animation_frame(move || control.say(&said));
}

/// Takes what is typed into a field of these screens; says whether it was one.
pub(crate) fn typed(app: App, event: &web_sys::Event) -> bool {
    let Some(control) = Control::of(event) else { return false };
    let Some(act) = Act::from_id(&control.get("data-act")) else { return false };
    let value = control.value();
    match act {
        Act::Choose => choose(app, &control.get("name"), &value),
        Act::Why => {
            let item = control.get("data-item");
            app.check.change(|check| {
                if value.trim().is_empty() {
                    check.why.remove(&item);
                } else {
                    check.why.put(item, value);
                }
            });
        }
        Act::Hands => raise(app, &control, &value),
        Act::Plan => plan(app, &control, value),
        Act::Again => app.check.change(|check| check.again = Day::parse(&value)),
        Act::ReadFile => {
            let event = event.clone();
            spawn_local(async move {
                let text = upload::text(&event).await;
                app.check.receive(&app.library.checklist, text.as_deref());
                then_focus("news".to_owned());
            });
        }
        _ => return false,
    }
    true
}

/// Takes the number of hands for one answer. What is no number counts as none.
fn raise(app: App, control: &Control, value: &str) {
    let item = control.get("data-item");
    let Ok(place) = control.get("data-place").parse::<usize>() else { return };
    let count = if value.trim().is_empty() { Ok(0) } else { value.trim().parse() };
    let mut hands = Hands::default();
    app.check.change(|check| {
        hands = check.hands.get(&item).copied().unwrap_or_default();
        if let Some(known) = hands.0.get_mut(place) {
            *known = count.clone().unwrap_or(0);
        }
        check.raise(&item, hands);
    });
    let said = match count {
        Ok(_) => html::check::room(&app.library.checklist, hands),
        Err(_) => key::HALL_NUMBER.text().to_owned(),
    };
    page::say(&html::check::room_id(&item), &said);
}

/// Takes a field of the plan, and says where a day is none.
fn plan(app: App, control: &Control, value: String) {
    let Ok(line) = control.get("data-line").parse::<usize>() else { return };
    let name = control.get("name");
    let fault = name == "by" && !value.is_empty() && Day::parse(&value).is_none();
    app.check.change(|check| {
        let Some(action) = check.action(line) else { return };
        match name.as_str() {
            "text" => action.text = value,
            "who" => action.who = value,
            _ => action.by = value,
        }
    });
    if name == "by" {
        control.say(if fault { key::PLAN_BY_FAULT.text() } else { "" });
    }
}
